/** The address of a model server: what a player types, made into a base address up to `/v1`, or a sentence why it cannot be one. */
import type { Result } from '#core/result.ts'
import { withoutInvisible } from './loose.ts'

/** Where a host is, as far as its name tells: this machine, the local network by number, the local network by name, or the internet. */
export type HostKind = 'loopback' | 'lan-number' | 'lan-name' | 'public'

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/
const LAN_NUMBER = /^(10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|169\.254(\.\d{1,3}){2}|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d{1,3}){2}|\[f[cd][0-9a-f:]*\]|\[fe80:[0-9a-f:]*\])$/
const LAN_NAME = /(^[^.]+|\.(local|lan|home|internal|intranet|localdomain|home\.arpa|fritz\.box))$/
const NUMBER = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/
/** What people paste along with the base address. */
const DOOR = /\/(chat\/completions?|completions?|chat|models|responses|embeddings|messages|complete|docs|redoc|health)$/
const VERSION = /\/v\d+[a-z]*\d*(\/|$)/
/** The name of a setting before an address, and the command in which it stands. */
const SETTING = /^(?:export\s+|set\s+|\$env:)?[a-z_]+\s*[=:]\s*(?=["'`]?https?:\/\/)/i
const COMMAND = /^curl\s[\s\S]*?(https?:\/\/[^\s"'`]+)/i
/** Where services keep their door, for those who know their host only; those in the last place have no version at all. */
const SERVICES: ReadonlyArray<readonly [host: RegExp, base: string]> = [
  [/^openrouter\.ai$/, '/api/v1'], [/^api\.groq\.com$/, '/openai/v1'], [/^api\.fireworks\.ai$/, '/inference/v1'], [/^api\.deepinfra\.com$/, '/v1/openai'], [/^api\.cohere\.(?:ai|com)$/, '/compatibility/v1'],
  [/^dashscope(?:-intl|-us)?\.aliyuncs\.com$/, '/compatible-mode/v1'], [/^(?:open\.bigmodel\.cn|api\.z\.ai)$/, '/api/paas/v4'], [/^ark\.[\w-]+\.volces\.com$/, '/api/v3'], [/^generativelanguage\.googleapis\.com$/, '/v1beta/openai'],
  [/\.(?:openai|services\.ai|cognitiveservices)\.azure\.com$/, '/openai/v1'], [/^models\.github\.ai$/, '/inference'], [/^api\.perplexity\.ai$/, ''],
]

/** Tells where a host is from its name, as `URL.hostname` writes it. */
export function hostKindOf(hostname: string): HostKind {
  const host = hostname.toLowerCase()
  if (LOOPBACK.test(host)) return 'loopback'
  if (LAN_NUMBER.test(host)) return 'lan-number'
  return !NUMBER.test(host) && LAN_NAME.test(host) ? 'lan-name' : 'public'
}

/** A typed address as a base address without a slash at its end, up to and including the version; idempotent. The reason is a sentence for the player. */
export function normaliseBaseUrl(text: string): Result<string, string> {
  const visible = withoutInvisible(text).trim()
  const typed = (COMMAND.exec(visible)?.[1] ?? visible)
    .replace(SETTING, '')
    .replace(/^["'`<(]+|["'`>),;]+$/g, '')
    .trim()
    .replaceAll('\\', '/')
    .replace(/^:?(\d{2,5})$/, 'localhost:$1')
    .replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '')
    .replace(/(?<=\w)\.$/, '')
  if (typed === '') return refuse('No address was given. Type the address of your model server, for example http://localhost:11434/v1.')
  if (/\s/.test(typed)) return refuse(`The address “${shorten(typed)}” has a space in it. Remove it.`)
  const named = /^([a-z][a-z0-9+.-]*):(\/*)(.*)$/i.exec(typed)
  const scheme = named && !isHostAndPort(typed) ? named[1]!.toLowerCase() : null
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    return refuse(`An address that begins with ${scheme}: cannot be reached from a web page. Use one that begins with http:// or https://.`)
  }
  if (named !== null && scheme !== null && named[2]!.length > 2) return refuse('The address names no host: there are too many slashes. Write something like http://localhost:11434/v1.')
  const rest = (scheme === null ? typed.replace(/^https?\/\//i, '') : named![3]!).replace(/^\/+/, '')
  if (rest === '' || /^[/:?#]/.test(rest)) return refuse('The address names no host. Write something like http://localhost:11434/v1.')
  return finish(rest, scheme ?? (/^https\/\//i.test(typed) ? 'https' : null))
}

function finish(rest: string, scheme: string | null): Result<string, string> {
  let url: URL
  try {
    url = new URL(`${scheme ?? 'http'}://${rest}`)
  } catch {
    return refuse(`“${shorten(rest)}” is not an address. Write something like http://localhost:11434/v1; a port is a number up to 65535.`)
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('The address has a name or password in it (before the @). Leave them out; a key belongs in the key field.')
  }
  if (/(^|[?&])(api[-_]?key|key|token|access_token)=/i.test(url.search)) {
    return refuse('The address has a key in it (after the ?). Leave it out; a key belongs in the key field.')
  }
  if (!isPlausibleHost(url.hostname)) return refuse(`“${shorten(url.hostname)}” is not a host. Write something like localhost, 192.168.1.20 or api.example.com.`)
  // servers that listen everywhere print 0.0.0.0, which browsers refuse to call
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = 'localhost'
  // a bare public name is taken for https, so that a key is never sent in the clear by omission
  if (scheme === null && url.port === '' && hostKindOf(url.hostname) === 'public' && !NUMBER.test(url.hostname)) url.protocol = 'https:'
  return { ok: true, value: `${url.origin}${basePath(url)}` }
}

function basePath(url: URL): string {
  let path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/+$/, '')
  path = path.replace(/\/V(?=\d)/g, '/v')
  // the native door of Ollama; its OpenAI-compatible one is beside it
  if (url.port === '11434') path = path.replace(/^\/api(\/.*)?$/, '')
  for (let door = DOOR.exec(path); door; door = DOOR.exec(path)) path = path.slice(0, door.index)
  path = path.replace(/(\/v\d+[a-z]*\d*)\1+(?=\/|$)/g, '$1')
  const service = SERVICES.find(([host]) => host.test(url.hostname))?.[1]
  if (service !== undefined && (path === '' || path === '/v1' || service.startsWith(`${path}/`) || path === service || path.startsWith('/openai/deployments/'))) return service
  return VERSION.test(path) ? path : `${path}/v1`
}

/** The same address without its version, for servers whose door has none; null where the version was not added for want of one. */
export function withoutVersion(baseUrl: string): string | null {
  return /^(https?:\/\/[^/]+\/.+)\/v1$/.exec(baseUrl)?.[1] ?? null
}

function isHostAndPort(text: string): boolean {
  return /^[a-z0-9.-]+:\d+([/?#]|$)/i.test(text)
}

function isPlausibleHost(hostname: string): boolean {
  return hostname !== '' && !/^[.-]|\.\.|[_]{2}|[,;!*'()$]/.test(hostname) && hostname !== '.'
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function refuse(reason: string): Result<string, string> {
  return { ok: false, reason }
}
