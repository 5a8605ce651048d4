/** `npm run model`: a model server without a model, on loopback. Its program shares the built-in mind's rules with the app, so it is put together when it starts. */
import { join } from 'node:path'
import { ensureInstalled } from './steps/install.mjs'
import { requireNode } from './steps/require-node.mjs'
import { ROOT, run } from './steps/run.mjs'

requireNode()
await ensureInstalled()
const outDir = join(ROOT, 'node_modules', '.cache', 'percipi-model')
const { build } = await import('vite')
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', minify: false, rollupOptions: { input: { main: join(ROOT, 'scripts/model/main.ts') }, output: { entryFileNames: '[name].js' } } },
})
const { status } = await run(process.execPath, [join(outDir, 'main.js'), ...process.argv.slice(2)])
process.exitCode = status
