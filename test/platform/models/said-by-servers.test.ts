/** What servers say when they refuse: which failure it is, how long to wait, what to leave out, and how many requests finding out costs. */
import { describe, expect, it } from 'vitest'
import type { GenerateOptions, ModelFailure, WireKind } from '#minds/language-model.ts'
import { failureOfServerError, failureOfStatus } from '#platform/models/failure-of-status.ts'
import { readServerError } from '#platform/models/failure.ts'
import { createModel } from '#platform/models/index.ts'
import { readRetryAfter, readWaitInWords } from '#platform/models/retry-after.ts'
import { askModel } from '#test/support/ask-model.ts'
import { streamOf, type HeardRequest, type Quirk } from '#test/support/quirk-server.ts'
import { json } from '#test/support/quirks/pieces.ts'
import { serveForFile, type ServerOfFile } from '#test/support/serve-for-file.ts'

const CONTEXT = { host: 'http://h', model: 'm', secret: 'sk-1' }
const saidWith = (status: number, value: unknown): ModelFailure => {
  const error = readServerError(value)
  return failureOfStatus(status, error?.words ?? '', error?.code ?? '', CONTEXT).reason
}
const GROQ = 'Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing'

it.each<[status: number, value: unknown, reason: ModelFailure]>([
  [403, { detail: 'Not authenticated' }, 'unauthorized'],
  [403, { error: { code: 403, message: "Method doesn't allow unregistered callers (callers without established identity).", status: 'PERMISSION_DENIED' } }, 'unauthorized'],
  [403, { status: 403, title: 'Forbidden', detail: 'Authorization failed' }, 'unauthorized'],
  [403, { Message: 'User is not authorized to access this resource with an explicit deny' }, 'forbidden'],
  [429, { error: { message: `Rate limit reached for model \`x\` on tokens per day (TPD): Limit 100000, Used 99000, Requested 2000. Please try again in 14m24s. ${GROQ}` } }, 'rate-limited'],
  [413, { error: { message: `Request too large for model \`x\` on tokens per minute (TPM): Limit 6000, Requested 7245, please reduce your message size and try again. ${GROQ}` } }, 'too-long'],
  [429, { __type: 'ThrottlingException', message: 'Too many tokens, please wait before trying again.' }, 'rate-limited'],
  [400, { error: { message: 'You have reached your specified API usage limits. You will regain access on 2026-12-01.' } }, 'payment'],
  [404, { error: { message: 'No endpoints found for foo/bar.', code: 404 } }, 'model-missing'],
  [404, { error: { message: 'No allowed providers are available for the selected model.' } }, 'model-missing'],
  [404, { object: 'error', message: 'The model `Llama-3.1-8B` does not exist.', code: 404 }, 'model-missing'],
  [400, { error: { message: "The requested model 'meta-llama/Llama-3.1-8B' is not supported by any provider you have enabled.", param: 'model' } }, 'model-missing'],
  [400, { error: { message: 'Unable to access model foo/bar-3.2.', code: 'model_not_available' } }, 'model-missing'],
  [400, { detail: 'No models are currently loaded.' }, 'model-missing'],
  [409, { message: 'Model has not been loaded, please load model into cortex.llamacpp' }, 'model-missing'],
  [400, { error: 'Model unloaded.' }, 'model-missing'],
  [400, { error: "Multiple models are loaded. Please specify a model by providing a 'model' field in the request body." }, 'model-missing'],
  [400, { error: { message: 'you must provide a model parameter' } }, 'model-missing'],
  [404, { type: 'error', error: { type: 'not_found_error', message: 'model: claude-9' } }, 'model-missing'],
  [400, { error: '"nomic-embed-text" does not support chat' }, 'model-missing'],
  [400, { error: { message: "Model o1-mini: 'temperature' is not supported." } }, 'refused-parameter'],
  [400, { error: 'The model has crashed without additional information. (Exit code: 18446744072635812000)' }, 'server-error'],
  [424, { error: 'Request failed during generation: Server error', error_type: 'generation' }, 'server-error'],
  [400, { error: { message: 'Missing Authorization header' } }, 'unauthorized'],
  [422, { detail: [{ loc: ['header', 'authorization'], msg: 'field required' }] }, 'unauthorized'],
  [403, { error: 'The API key is currently blocked: sk***' }, 'unauthorized'],
  [400, { error: { message: 'Credit limit exceeded, please navigate to the billing page', type: 'credit_limit' } }, 'payment'],
  [407, { error: 'Proxy Authentication Required' }, 'blocked'],
  [400, { error: 'could not find real modelID for m' }, 'model-missing'],
  [408, { error: 'The request took too long' }, 'timeout'],
  [422, { error: 'Input validation error: `inputs` must have less than 1024 tokens. Given: 1234' }, 'too-long'],
  [400, { error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容' } }, 'filtered'],
])('[MOD-142] status %i, %j', (status, value, reason) => expect(saidWith(status, value)).toBe(reason))

it('[MOD-142] without a status, words alone tell', () => {
  const reasonOf = (words: string, code = ''): ModelFailure => failureOfServerError({ words, code }, CONTEXT).reason
  expect(['model is busy', 'Overloaded', 'Rate limit exceeded', 'The engine fell over'].map((words) => reasonOf(words))).toEqual(['overloaded', 'overloaded', 'rate-limited', 'server-error'])
  expect(readServerError({ title: 'Engine fell over', status: 500 })?.words).toBe('Engine fell over')
  expect([{ error: {} }, { errors: [] }, { error: false, choices: [] }].map(readServerError)).toEqual([null, null, null])
})

it('[MOD-143] how long to wait is read from further headers and words', () => {
  const now = Date.UTC(2026, 10, 27)
  const inHeaders = (headers: { [name: string]: string }): number | null => readRetryAfter(new Headers(headers), now)
  expect(inHeaders({ 'anthropic-ratelimit-requests-reset': '2026-11-27T00:00:50Z' })).toBe(50_000)
  expect(inHeaders({ ratelimit: '"api";r=0;t=42' })).toBe(42_000)
  expect(inHeaders({ ratelimit: 'limit=10, remaining=0, reset=30' })).toBe(30_000)
  expect(inHeaders({ 'x-ratelimit-reset-tokens-minute': '33.5', 'x-ratelimit-reset-requests-day': '40000' })).toBe(33_500)
  expect(readWaitInWords(`{"headers":{"X-RateLimit-Reset":"${now + 9_000}"}}`, now)).toBe(9_000)
  expect(['"retry_after_ms":90000', '"retryAfter": 45', 'Rate limited. Retry after 45', 'Please try again in 14m24s'].map((words) => readWaitInWords(words, now))).toEqual([90_000, 45_000, 45_000, 864_000])
  expect(['retry after the 3rd of May', 'step 4 of 5'].map((words) => readWaitInWords(words, now))).toEqual([null, null])
})

const server = serveForFile()

type Turn = { role: string; content: string }
const turnsOf = (request: HeardRequest): Turn[] => request.json['messages'] as Turn[]
const has = (...names: string[]) => (request: HeardRequest): boolean => names.some((name) => name in request.json)
const good: Quirk = { pieces: streamOf('Good day.') }
const talk = (...roles: Turn['role'][]): Partial<GenerateOptions> => ({ messages: roles.map((role) => ({ role, content: role })) as GenerateOptions['messages'] })

describe('what is refused', () => {
  it('[MOD-144] one that goes on complaining about what was left out is not asked a third time', async () => {
    server.answer = () => json(400, { error: { message: "Unsupported parameter: 'temperature'" } })
    server.requests.length = 0
    await askModel(createModel({ kind: 'openai-compatible', baseUrl: server.url, model: 'never' })!)
    expect(server.requests).toHaveLength(2)
  })

  it('[MOD-144] Ollama and Anthropic are spoken to otherwise in the same way', async () => {
    const run = async (kind: WireKind, given: ServerOfFile['answer'], options: Partial<GenerateOptions>): Promise<[string, number]> => {
      server.answer = given
      server.requests.length = 0
      const { generation } = await askModel(createModel({ kind, baseUrl: server.url, model: 'other' })!, options)
      return [generation.ok ? generation.text : generation.message, server.requests.length]
    }
    const line: Quirk = { type: 'application/x-ndjson', pieces: ['{"message":{"content":"Good day."},"done":true}\n'] }
    expect(await run('ollama', (request) => (has('format')(request) ? json(500, { error: 'invalid JSON schema in format' }) : line), { json: true })).toEqual(['Good day.', 2])
    // a first turn of the assistant is never sent there
    expect(await run('anthropic', (request) => (turnsOf(request)[0]!.role === 'assistant' ? json(400, { error: { message: 'messages: first message must use the "user" role' } }) : good), talk('system', 'assistant', 'user'))).toEqual(['Good day.', 1])
  })
})
