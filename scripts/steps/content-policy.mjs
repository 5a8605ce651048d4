/** What the page may load, run and call: nothing but itself, and the model server that the player chooses. */
import { createHash } from 'node:crypto'

/**
 * The policy of a page with these inline styles, as one line. `http:` is open beside `https:` because a model may run on this machine or on any host of the local
 * network, which a policy cannot name by number; from an https page the browser itself blocks plain http to anywhere else.
 * With `dev`, what Vite's live reload injects and its socket are let in, too.
 * @param {{ styles?: readonly string[], dev?: boolean }} [page]
 * @returns {string}
 */
export function contentPolicy({ styles = [], dev = false } = {}) {
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  const inline = dev ? ["'unsafe-inline'"] : []
  const rules = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inline],
    'worker-src': ["'self'", ...(dev ? ['blob:'] : [])],
    'style-src': ["'self'", ...(dev ? inline : hashes)],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'", 'https:', 'http:', ...(dev ? ['ws:'] : [])],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/**
 * The page with its policy as the first thing it says, from the inline styles that stand in it.
 * @param {string} html
 * @param {boolean} dev
 * @returns {string}
 */
export function withContentPolicy(html, dev) {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '')
  return html.replace(/<meta charset="utf-8"\s*\/?>/, (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${contentPolicy({ styles, dev })}" />`)
}

/**
 * The policy of the one thread that runs a model file, from that of the page: it alone may compile WebAssembly, and start the worker that its library makes out of
 * a blob. Threads hear only the headers of their own script, so the page and all others keep theirs.
 * @param {string} policy
 * @returns {string}
 */
export function policyOfModelThread(policy) {
  return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace("worker-src 'self'", "worker-src 'self' blob:")
}

/** What only a header can say. */
export const EMBEDDING_POLICY = "frame-ancestors 'none'"

/**
 * The policy that a built page says of itself; null when it says none.
 * @param {string} html
 * @returns {string | null}
 */
export function policyOf(html) {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? null
}
