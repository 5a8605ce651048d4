/** `npm start`: installs and builds what is missing, serves the app on this machine, and opens it. Flags: --no-open, --port N. */
import { join } from 'node:path'
import { ensureBuilt } from './steps/build.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { hasBrowser, openBrowser } from './steps/open-browser.mjs'
import { requireNode } from './steps/require-node.mjs'
import { ROOT } from './steps/run.mjs'
import { serveFolder } from './steps/static-server.mjs'

const DEFAULT_PORT = 4173

requireNode()
await ensureInstalled()
await ensureBuilt()
const flag = process.argv.indexOf('--port')
const wanted = Number(flag === -1 ? process.env.PORT : process.argv[flag + 1])
const { server, url } = await serveFolder(join(ROOT, 'dist'), { port: Number.isInteger(wanted) && wanted > 0 && wanted < 65536 ? wanted : DEFAULT_PORT })

console.log(`\n  Percipi is at ${url}\n  Stop it with Ctrl+C.\n`)
if (!process.argv.includes('--no-open') && hasBrowser()) openBrowser(url)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.closeAllConnections()
    server.close(() => process.exit(0))
  })
}
