/** `npm test`: unit tests in Node, then browser tests on the production build. Flags: --unit or --browser for one of them. The last line counts them. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './steps/build.mjs'
import { findChromium } from './steps/find-chromium.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { requireNode } from './steps/require-node.mjs'
import { readRenderer } from './steps/renderer.mjs'
import { ROOT, runNode } from './steps/run.mjs'

const only = process.argv.includes('--unit') ? 'unit' : process.argv.includes('--browser') ? 'browser' : 'all'
const counts = { passed: 0, failed: 0, skipped: 0 }
const reports = join(ROOT, 'test-results')

requireNode()
await ensureInstalled()
mkdirSync(reports, { recursive: true })
if (only !== 'browser') await runUnitTests()
if (only !== 'unit') await runBrowserTests()
console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1

async function runUnitTests() {
  const file = join(reports, 'unit.json')
  rmSync(file, { force: true })
  const { status } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  const report = readReport(file)
  const failed = report?.numFailedTests ?? 0
  counts.passed += report?.numPassedTests ?? 0
  counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  // a file that could not even be loaded, or a crash, counts as a failure too
  counts.failed += status !== 0 && failed === 0 ? 1 : failed
}

async function runBrowserTests() {
  const chromium = await findChromium()
  console.log(`Browser tests with ${chromium}\nWebGL renderer: ${await readRenderer(chromium)}`)
  await ensureBuilt()
  // outside the folder that Playwright empties
  const file = join(ROOT, 'playwright-report', 'browser.json')
  rmSync(file, { force: true })
  const env = { PERCIPI_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const { status } = await runNode('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], { env })
  const stats = readReport(file)?.stats
  const failed = stats?.unexpected ?? 0
  counts.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  counts.skipped += stats?.skipped ?? 0
  counts.failed += status !== 0 && failed === 0 ? 1 : failed
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
