/** An embedding model behind an address: texts go out in one request, vectors of length 1 come back, whatever shape the server gives them. */
import { estimateTokenCount } from 'tokenx'
import type { Result } from '#core/result.ts'
import type { Embedded, EmbeddingModel } from '#minds/embedding-model.ts'
import type { EndpointSettings } from '#minds/language-model.ts'
import { readKey } from './api-key.ts'
import { dialectOf } from './dialects.ts'
import { failureOfStatus } from './failure-of-status.ts'
import { cleanWords, looksLikeHtml, readServerError } from './failure.ts'
import { createModelPorts, openResponse, type ModelPorts } from './http-client.ts'
import { countOf, isRecord, parseJson } from './loose.ts'
import { readSoon } from './read-soon.ts'

/** Milliseconds for one request, the longest answer in characters (32 vectors of 4,096 numbers, written out), and how long it may be silent. */
const LIMIT_MS = 20_000
const LONGEST_ANSWER = 8_000_000
const QUIET_MS = 5_000
/** The longest vector that is taken. */
const MOST_NUMBERS = 8_192
/** What models want said before a text, by their names: what is asked with, and what is asked for (from the pages of the models). */
const PREFIXES: ReadonlyArray<readonly [RegExp, { question: string; memory: string }]> = [
  [/nomic-embed(?!.*code)/i, { question: 'search_query: ', memory: 'search_document: ' }],
  [/(?:^|[^a-z])(?:multilingual-)?e5(?:[^a-z\d]|$)(?!.*instruct)/i, { question: 'query: ', memory: 'passage: ' }],
  [/mxbai-embed|snowflake-arctic-embed(?!.*2)/i, { question: 'Represent this sentence for searching relevant passages: ', memory: '' }],
]
/** A server that takes no list, or a shorter one. */
const TOO_MANY = /batch|too many (inputs|texts)|maximum (number|allowed).{0,30}(input|text|item)|at most \d+|must be (a )?string|expected (a )?string|array.{0,40}(not|un)\s?support/i

/** The model that finds memories by these settings; null where none is named, or the protocol has none. */
export function createEmbeddingModel(settings: EndpointSettings, given: Partial<ModelPorts> = {}): EmbeddingModel | null {
  const name = settings.embedding?.trim() ?? ''
  const dialect = dialectOf(settings.kind)
  if (name === '' || settings.kind !== dialect.id || dialect.embeddingsUrl === undefined) return null
  const { embeddingsUrl } = dialect
  const ports = createModelPorts(given)
  const apiKey = readKey(settings.apiKey)
  const prefix = PREFIXES.find(([pattern]) => pattern.test(name))?.[1]
  /** How many texts the server was found to take at once. */
  let most = Infinity

  async function ask(input: readonly string[], signal: AbortSignal): Promise<Result<{ vectors: Float32Array[]; tokens: number }, { message: string; isTooMany: boolean }>> {
    const address = dialect.readAddress(settings.baseUrl ?? '')
    if (!address.ok) return { ok: false, reason: { message: address.reason, isTooMany: false } }
    const host = new URL(address.value).origin
    const fail = (message: string, isTooMany = false): Result<never, { message: string; isTooMany: boolean }> => ({ ok: false, reason: { message, isTooMany } })
    const opened = await openResponse({ method: 'POST', url: embeddingsUrl(address.value), apiKey, headers: dialect.headers(apiKey, address.value), body: JSON.stringify({ model: name, input: input.length === 1 ? input[0] : input }) }, ports, signal)
    if (!opened.ok) return fail(opened.reason.message)
    const text = await readSoon(opened.value, { most: LONGEST_ANSWER, quietMs: QUIET_MS })
    const value = parseJson(text)
    const error = readServerError(value)
    const { status } = opened.value
    if (status >= 300 || error !== null) {
      const { reason, message } = failureOfStatus(status >= 300 ? status : 400, error?.words ?? (looksLikeHtml(text) ? '' : text), error?.code ?? '', { host, model: name, secret: apiKey })
      if (input.length > 1 && (status === 413 || (status < 500 && TOO_MANY.test(error?.words ?? text)))) return fail(message, true)
      return fail(status === 404 && reason !== 'model-missing' ? `${host} gives no embeddings at this address. Leave the field empty, or name a server that does.` : message)
    }
    const vectors = readVectors(value, input.length)
    if (vectors === null) return fail(looksLikeHtml(text) ? `${host} sent a web page instead of vectors. Check the address: it usually ends in /v1.` : `“${name}” at ${host} sent no vectors that can be used. Is it a model for embeddings?`)
    return { ok: true, value: { vectors, tokens: readTokens(value) ?? estimateTokenCount(input.join('\n')) } }
  }

  return {
    model: name,
    async embed(texts, role, signal): Promise<Embedded> {
      const input = texts.map((text) => `${prefix?.[role] ?? ''}${text}`)
      const vectors: Float32Array[] = []
      let tokens = 0
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(), LIMIT_MS)
      const unlisten = signal.onCancel(() => controller.abort())
      try {
        while (vectors.length < input.length) {
          const part = input.slice(vectors.length, vectors.length + most)
          const answer = await ask(part, controller.signal)
          if (answer.ok) {
            if (vectors.length > 0 && answer.value.vectors[0]!.length !== vectors[0]!.length) return { ok: false, message: `“${name}” sent vectors of different lengths.` }
            vectors.push(...answer.value.vectors)
            tokens += answer.value.tokens
          } else if (answer.reason.isTooMany) most = part.length >> 1
          else return { ok: false, message: controller.signal.aborted && !signal.cancelled ? `“${name}” gave no vectors within ${LIMIT_MS / 1_000} s.` : answer.reason.message }
        }
        return { ok: true, vectors, tokens }
      } catch (error) {
        return { ok: false, message: `The vectors could not be read (${cleanWords(error instanceof Error ? error.message : String(error), apiKey)}).` }
      } finally {
        clearTimeout(timer)
        unlisten()
        controller.abort()
      }
    },
  }
}

/** The vectors of an answer, in the order of the texts; null unless there is a usable one for each. */
function readVectors(value: unknown, count: number): Float32Array[] | null {
  const list = listOf(value)
  if (list === null) return null
  const entries = list.map((entry, n) => (isRecord(entry) ? { at: countOf(entry['index']) ?? n, numbers: entry['embedding'] ?? entry['values'] ?? entry['vector'] } : { at: n, numbers: entry }))
  // servers that answer out of order number what they give
  entries.sort((a, b) => a.at - b.at)
  const vectors = entries.map(({ numbers }) => unitOf(numbers))
  const first = vectors[0]
  if (vectors.length !== count || !first) return null
  return vectors.every((vector) => vector?.length === first.length) ? (vectors as Float32Array[]) : null
}

/** Where the vectors lie in the shapes in use. */
function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return typeof value[0] === 'number' ? [value] : value
  if (!isRecord(value)) return null
  for (const name of ['data', 'embeddings', 'embedding', 'vectors', 'results', 'result']) {
    const held = value[name]
    if (held === undefined || held === null) continue
    const list = isRecord(held) && Array.isArray(held['float']) ? (held['float'] as unknown[]) : listOf(held)
    if (list !== null) return list
  }
  return null
}

/** Numbers, also as base64 of 32-bit ones or one list deeper, brought to length 1; null when they are none. */
function unitOf(numbers: unknown): Float32Array | null {
  let list: ArrayLike<unknown> | null = Array.isArray(numbers) ? numbers : typeof numbers === 'string' ? floatsOf(numbers) : null
  if (list && list.length === 1 && Array.isArray(list[0])) list = list[0] as unknown[]
  if (!list || list.length === 0 || list.length > MOST_NUMBERS) return null
  const vector = new Float32Array(list.length)
  let sum = 0
  for (let n = 0; n < list.length; n++) {
    const number = list[n]
    if (typeof number !== 'number' || !Number.isFinite(number)) return null
    vector[n] = number
    sum += number * number
  }
  if (!(sum > 0) || !Number.isFinite(sum)) return null
  const length = Math.sqrt(sum)
  return vector.map((number) => number / length)
}

function floatsOf(base64: string): Float32Array | null {
  if (base64.length > MOST_NUMBERS * 6 || !/^[a-z\d+/]+={0,2}$/i.test(base64)) return null
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return bytes.length % 4 === 0 ? new Float32Array(bytes.buffer) : null
}

function readTokens(value: unknown): number | null {
  if (!isRecord(value)) return null
  const usage = isRecord(value['usage']) ? value['usage'] : value
  return countOf(usage['prompt_tokens']) ?? countOf(usage['total_tokens']) ?? countOf(usage['prompt_eval_count'])
}
