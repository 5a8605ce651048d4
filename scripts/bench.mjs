/** `npm run bench`: measures against the production build and prints one table. Flags: --only ID[,ID], --seconds N (flights), --km N (the long flight), --dialogues FILE (M1), --output FILE. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './steps/build.mjs'
import { findChromium } from './steps/find-chromium.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { requireNode } from './steps/require-node.mjs'
import { ROOT, run } from './steps/run.mjs'

const BROWSER_IDS = ['L4C', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12C', 'L16', 'M5', 'T1C', 'T2', 'T4', 'T5']
const read = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? otherwise : (process.argv[at + 1] ?? otherwise)
}

requireNode()
await ensureInstalled()
const only = read('--only', '')
  .split(',')
  .map((id) => id.trim().toUpperCase())
  .filter(Boolean)
const needsBrowser = only.length === 0 || only.some((id) => BROWSER_IDS.includes(id))
if (needsBrowser) await ensureBuilt()
const bundle = join(ROOT, 'node_modules', '.cache', 'percipi-bench')
mkdirSync(join(ROOT, 'test-results'), { recursive: true })
await bundleBenches(bundle)
const options = {
  only,
  flightSeconds: Number(read('--seconds', '60')),
  dialogues: read('--dialogues', null),
  kilometers: Number(read('--km', '50')),
  chromium: needsBrowser || only.includes('M7') ? await findChromium() : null,
  dist: join(ROOT, 'dist'),
  bundle,
  output: read('--output', join(ROOT, 'test-results', 'bench.json')),
}
const { status } = await run(process.execPath, ['--expose-gc', join(bundle, 'main.js')], { env: { PERCIPI_BENCH: JSON.stringify(options) } })
process.exitCode = status

/** Bundles the benches and the terrain worker for Node. */
async function bundleBenches(outDir) {
  const { build } = await import('vite')
  mkdirSync(outDir, { recursive: true })
  // Octaves that note where they are asked, in a bundle of their own: what is measured runs as it is.
  const noting = {
    name: 'note-noise',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('worldgen/noise/octave.ts')) return null
      return code.replace(/const count = samples\.count;?/g, '$&\n  if (globalThis.noteNoise) globalThis.noteNoise(octave, samples, typeof reach === "number" ? { reach, ...out } : null);')
    },
  }
  const forNode = (emptyOutDir, input) => ({ ssr: true, outDir, emptyOutDir, target: 'node20', minify: false, rollupOptions: { input, output: { entryFileNames: '[name].js' } } })
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['@playwright/test', '@copilotkit/aimock'] },
    build: forNode(true, { main: join(ROOT, 'test/bench/main.ts'), terrain: join(ROOT, 'workers/terrain.worker.ts') }),
  })
  await build({ root: ROOT, configFile: false, logLevel: 'warn', plugins: [noting], ssr: { noExternal: true }, build: forNode(false, { 'noted-noise': join(ROOT, 'test/bench/support/noted-noise.ts') }) })
  // the terrain worker with chunks of 65×65 over the same square: its lattice is a constant, so that of the game is not slowed by asking
  const finer = {
    name: 'finer-lattice',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('worldgen/chunk.ts')) return null
      if (!code.includes('CHUNK_QUADS = 32')) throw new Error('bench: the lattice of a chunk is not where it was')
      return code.replace('CHUNK_QUADS = 32', 'CHUNK_QUADS = 64')
    },
  }
  await build({ root: ROOT, configFile: false, logLevel: 'warn', plugins: [finer], ssr: { noExternal: true }, build: forNode(false, { 'terrain-65': join(ROOT, 'workers/terrain.worker.ts') }) })
  // the page that is killed runs in a browser
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false, target: 'es2023', minify: false, lib: { entry: join(ROOT, 'test/bench/browser/kill-page.ts'), formats: ['es'], fileName: 'kill-page' } },
  })
  copyFileSync(join(ROOT, 'test/bench/support/flood-server.mjs'), join(outDir, 'flood-server.mjs'))
}
