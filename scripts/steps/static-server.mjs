/** Serves a folder of files on this machine, the way a static host does. */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { EMBEDDING_POLICY, policyOf, policyOfModelThread } from './content-policy.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}
/** The script of the thread that runs a model file. */
const MODEL_THREAD = /[\\/]tab-model\.worker-[\w-]+\.js$/
const MOST_PORTS_TRIED = 30

/** Serves `folder` below `base` (a path with a slash at both ends) at `port`, or the next free one; resolves with the server and its address. */
export async function serveFolder(folder, { port, base = '/' }) {
  const server = createServer((request, response) => answer(folder, base, request, response))
  const taken = await listen(server, port)
  return { server, port: taken, url: `http://localhost:${taken}${base}` }
}

function answer(folder, base, request, response) {
  const say = (status, words) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(words)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET is answered here.')
  let path
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
  } catch {
    return say(400, 'That is not an address.')
  }
  if (!path.startsWith(base)) return say(404, 'There is nothing here.')
  const file = normalize(join(folder, path.slice(base.length)))
  const root = normalize(folder + sep)
  if ((file + sep !== root && !file.startsWith(root)) || path.includes('\0')) return say(404, 'There is nothing here.')
  const found = fileAt(file)
  if (found === null) return say(404, 'There is nothing here.')
  response.writeHead(200, {
    'content-type': TYPES[extname(found.path)] ?? 'application/octet-stream',
    'content-length': found.size,
    // files with a fingerprint in their name never change
    'cache-control': /-[\w-]{8,}\.\w+$/.test(found.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': MODEL_THREAD.test(found.path) ? policyOfModelThread(policyFor(folder)) : policyFor(folder),
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(found.path).on('error', () => response.destroy()).pipe(response)
}

/** What the page of this folder says of itself, for its workers too, which hear only their own headers. */
function policyFor(folder) {
  try {
    const policy = policyOf(readFileSync(join(folder, 'index.html'), 'utf8'))
    return policy === null ? EMBEDDING_POLICY : `${policy}; ${EMBEDDING_POLICY}`
  } catch {
    return EMBEDDING_POLICY
  }
}

function fileAt(path) {
  try {
    const found = statSync(path)
    if (found.isFile()) return { path, size: found.size }
    const index = join(path, 'index.html')
    return { path: index, size: statSync(index).size }
  } catch {
    return null
  }
}

function listen(server, first) {
  return new Promise((resolve, reject) => {
    let port = first
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error)
      port = port - first >= MOST_PORTS_TRIED ? 0 : port + 1
      server.listen(port, '127.0.0.1')
    })
    server.on('listening', () => resolve(server.address().port))
    server.listen(port, '127.0.0.1')
  })
}
