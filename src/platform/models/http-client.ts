/** One request to a model server: the key goes to that origin only, redirects are followed only within it, and failures are values. */
import type { Result } from '#core/result.ts'
import { hostKindOf } from './address.ts'
import { diagnose } from './diagnose.ts'
import { failureOf, redact, type Failure } from './failure.ts'
import { addressSpaceOf, readSurroundings, type Surroundings } from './surroundings.ts'

/** What the models floor takes from outside, so that tests can give it their own. */
export type ModelPorts = {
  fetch: typeof fetch
  /** Milliseconds of any steady clock. */
  now(): number
  /** A number from 0 to 1, for jitter. */
  random(): number
  surroundings: Surroundings
}

/** One request. */
export type ModelRequest = { method: 'GET' | 'POST'; url: string; /** Also in one of the headers; known by itself so that it can be looked for in what comes back. */ apiKey: string | null; headers: { [name: string]: string }; body: string | null; /** Whether the service is told the origin of the page, as browsers tell it anyway when they ask whether it may be read. */ tellsPage?: boolean }

const MOST_REDIRECTS = 3
/** How Node names a connection that broke; browsers do not say. */
const DROPPED_CODES = /ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE/

/** Origins of one's own network whose rules for pages let in no header with a key, and which do without. */
const keyless = new Set<string>()

/** Where addresses of an origin were found to have moved within it. */
const moved = new Map<string, string>()

/** The ports of this thread, with those given in their place. */
export function createModelPorts(given: Partial<ModelPorts> = {}): ModelPorts {
  return {
    fetch: given.fetch ?? ((input, init) => fetch(input, init)),
    now: given.now ?? (() => performance.now()),
    random: given.random ?? Math.random,
    surroundings: given.surroundings ?? readSurroundings(),
  }
}

/** Sends the request; resolves when the head of the answer is there. Any status counts as an answer. A fired `signal` makes it fail with reason `cancelled`. */
export async function openResponse(request: ModelRequest, ports: ModelPorts, signal: AbortSignal): Promise<Result<Response, Failure>> {
  if (request.apiKey !== null && !/^[\x21-\x7e]+$/.test(request.apiKey)) {
    return { ok: false, reason: failureOf('unauthorized', 'The key has characters in it that no key has (a space, a line break, a letter with an accent). Paste it again.') }
  }
  let url = new URL(moved.get(request.url) ?? request.url)
  for (let redirects = 0; ; redirects++) {
    let response: Response
    try {
      response = await ports.fetch(url.href, initOf(request, url, ports.surroundings, signal))
    } catch (error) {
      const second = signal.aborted ? null : await askWithoutKey(request, url, ports, signal)
      if (second === null) return { ok: false, reason: signal.aborted ? failureOf('cancelled', 'The call was cancelled.') : await failureOfNetwork(error, url, request, ports) }
      response = second
    }
    if (response.status === 401 || response.status === 403) keyless.delete(url.origin)
    const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304)
    if (!isRedirect) {
      // the next call goes there at once, unless there is nothing
      if (response.status === 404 || response.status === 405) moved.delete(request.url)
      else if (redirects > 0) moved.set(request.url, url.href)
      return { ok: true, value: response }
    }
    void response.body?.cancel().catch(() => undefined)
    const next = response.type === 'opaqueredirect' ? await findRedirect(url, ports, signal) : readLocation(response, url)
    if (next === null || next.origin !== url.origin || redirects >= MOST_REDIRECTS) return { ok: false, reason: failureOfRedirect(url, next) }
    url = next
  }
}

function initOf(request: ModelRequest, url: URL, surroundings: Surroundings, signal: AbortSignal): RequestInit {
  // no other headers: strict servers refuse in preflight what they do not know
  const headers: { [name: string]: string } = keyless.has(url.origin) ? headersWithoutKey(request) : { ...request.headers }
  if (request.body !== null) headers['content-type'] = 'application/json'
  return {
    method: request.method,
    headers,
    body: request.body,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: request.tellsPage === true ? 'strict-origin' : 'no-referrer',
    ...addressSpaceOf(url, surroundings),
  }
}

function headersWithoutKey({ headers, apiKey }: ModelRequest): { [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => apiKey === null || !value.includes(apiKey)))
}

/** The answer of a server of one's own network to the same without the key that was typed all the same, which older ones do not allow a page to send; null where that is no way out. */
async function askWithoutKey(request: ModelRequest, url: URL, ports: ModelPorts, signal: AbortSignal): Promise<Response | null> {
  if (request.apiKey === null || ports.surroundings.origin === null || hostKindOf(url.hostname) === 'public' || keyless.has(url.origin)) return null
  keyless.add(url.origin)
  try {
    const response = await ports.fetch(url.href, initOf(request, url, ports.surroundings, signal))
    if (response.status !== 401 && response.status !== 403) return response
    void response.body?.cancel().catch(() => undefined)
  } catch {
    // it was not the key
  }
  keyless.delete(url.origin)
  return null
}

/** Where a redirect leads that the browser keeps to itself: asked again without key and words. */
async function findRedirect(url: URL, ports: ModelPorts, signal: AbortSignal): Promise<URL | null> {
  try {
    const response = await ports.fetch(url.href, { method: 'GET', redirect: 'follow', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal })
    void response.body?.cancel().catch(() => undefined)
    return response.url === '' || response.url === url.href ? null : new URL(response.url)
  } catch {
    return null
  }
}

function readLocation(response: Response, from: URL): URL | null {
  const location = response.headers.get('location')
  if (location === null) return null
  try {
    return new URL(location, from)
  } catch {
    return null
  }
}

function failureOfRedirect(from: URL, to: URL | null): Failure {
  if (to === null) return failureOf('blocked', `${from.origin} sends callers on to somewhere that cannot be followed. Enter the final address of the server, usually ending in /v1.`)
  if (to.origin === from.origin) return failureOf('blocked', `${from.origin} sends callers round in circles. Check the address: it usually ends in /v1.`)
  return failureOf('blocked', `${from.origin} sends callers on to ${to.origin}. Neither key nor words were sent there. If that is the server you mean, enter its address instead.`)
}

async function failureOfNetwork(error: unknown, url: URL, request: ModelRequest, ports: ModelPorts): Promise<Failure> {
  const code = codeOf(error)
  if (DROPPED_CODES.test(code)) {
    return { ...failureOf('unreachable', `The connection to ${url.origin} broke before anything came. Check that the model server did not crash.`), retry: true }
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return failureOf('unreachable', `There is no host called ${url.hostname}. Check the address for a typing error and that you are online.`)
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code)) return failureOf('blocked', `The certificate of ${url.origin} is not trusted. Open that address in a tab to see why, or use http if the server is on your own machine.`)
  const found = await diagnose(url, ports.fetch, ports.surroundings)
  const message = redact(`${found.message} ${found.cure}`, request.apiKey)
  return failureOf(found.kind === 'dead' ? 'unreachable' : 'blocked', message)
}

/** The code of the network error beneath, where the runtime tells (Node does, browsers do not). */
function codeOf(error: unknown): string {
  const codes: string[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; depth++, at = at.cause) {
    codes.push('code' in at ? String(at.code) : '')
    if (depth > 0) codes.push(at.message)
  }
  return codes.join(' ')
}
