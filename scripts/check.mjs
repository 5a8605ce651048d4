/** `npm run check`: says whether the house stands: types, lint, dead code, and the tests of the house itself. */
import { ensureInstalled } from './steps/install.mjs'
import { requireNode } from './steps/require-node.mjs'
import { runNode } from './steps/run.mjs'

requireNode()
await ensureInstalled()

const TYPES = ['tsconfig.pure.json', 'tsconfig.app.json', 'tsconfig.test.json', 'workers/tsconfig.json']
const CHECKS = [
  ...TYPES.map((project) => ({ name: `types of ${project}`, path: 'node_modules/typescript/bin/tsc', args: ['-p', project] })),
  { name: 'lint', path: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', 'src', 'workers', 'test', 'scripts', 'vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'] },
  { name: 'dead code', path: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'house', path: 'node_modules/vitest/vitest.mjs', args: ['run', 'test/house'] },
]

let failed = 0
// two at a time: that is how many cores a small machine has
const queue = [...CHECKS]
await Promise.all(
  [0, 1].map(async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      const started = performance.now()
      const { status, output } = await runNode(check.path, check.args, { capture: true })
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      console.log(`${status === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`)
      if (status === 0) continue
      failed++
      console.log(output.trimEnd())
    }
  }),
)
console.log(failed === 0 ? 'The house stands.' : `The house does not stand: ${failed} of ${CHECKS.length} checks failed.`)
process.exit(failed === 0 ? 0 : 1)
