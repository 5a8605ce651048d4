/** Serves the built app for tests, from a sub-path as a static host might. Flags: --port N, --base /path/. */
import { join } from 'node:path'
import { ROOT } from './steps/run.mjs'
import { serveFolder } from './steps/static-server.mjs'

const read = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? otherwise : process.argv[at + 1]
}
const { url } = await serveFolder(join(ROOT, 'dist'), { port: Number(read('--port', '4179')), base: read('--base', '/') })
console.log(url)
