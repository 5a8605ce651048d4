/** What is sent, to whom, how often, and what is left out when a server complains. */
import { describe, expect, it } from 'vitest'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { refusalsOf } from '#platform/models/chat-request.ts'
import { backoffMs, readRetryAfter } from '#platform/models/retry-after.ts'
import { askModel } from '#test/support/ask-model.ts'
import { startQuirkServer, streamOf, type HeardRequest, type Quirk } from '#test/support/quirk-server.ts'
import { serveForFile } from '#test/support/serve-for-file.ts'

const KEY = 'sk-planted-0123456789-secret'
const good: Quirk = { pieces: streamOf('Good day.') }
const refuse = (message: string, param: string | null = null): Quirk => ({ status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message, param } })] })

const server = serveForFile(good)

let models = 0
/** Settings with a model name of their own: what one test's server refused is not remembered in another's. */
const settings = (apiKey = KEY): { kind: 'openai-compatible'; baseUrl: string; apiKey: string; model: string } => ({ kind: 'openai-compatible', baseUrl: server.url, apiKey, model: `model-${++models}` })
/** Dice below what dice can throw, so that the waits between tries are short here. */
const impatient = { random: () => -0.9 }

describe('requests', () => {
  it('[MOD-30] asks for a stream with its usage at /v1/chat/completions, with as few headers as can be', async () => {
    server.answer = () => good
    await askModel(createOpenAiCompatible(settings()), { stop: ['\n'] })
    const [request] = server.requests
    expect(request).toMatchObject({ method: 'POST', path: '/v1/chat/completions', json: { stream: true, stream_options: { include_usage: true }, max_tokens: 50, temperature: 0.7, stop: ['\n'] } })
    expect(request!.headers['content-type']).toBe('application/json')
    expect(request!.headers['authorization']).toBe(`Bearer ${KEY}`)
    expect(Object.keys(request!.headers).filter((name) => name.startsWith('x-'))).toEqual([])
  })

  it.each([
    ['', undefined],
    ['   ', undefined],
    [`  ${KEY}\n`, `Bearer ${KEY}`],
    [`Bearer ${KEY}`, `Bearer ${KEY}`],
    [`"${KEY}"`, `Bearer ${KEY}`],
  ])('[MOD-31] the key “%s” is sent as %s', async (typed, sent) => {
    server.answer = () => good
    await askModel(createOpenAiCompatible(settings(typed)))
    expect(server.requests[0]!.headers['authorization']).toBe(sent)
  })

  it('[MOD-31] a key that no header can carry is refused in words and sent nowhere', async () => {
    server.answer = () => good
    const { generation } = await askModel(createOpenAiCompatible(settings('sk-ключ planted')))
    expect(generation).toMatchObject({ ok: false, reason: 'unauthorized' })
    expect(JSON.stringify(generation)).not.toContain('planted')
    expect(server.requests).toEqual([])
  })

  it('[MOD-32] a redirect within the origin is followed with the same words; one to another origin is not followed at all', async () => {
    server.answer = (request) => (request.path === '/v1/chat/completions' ? { status: 308, headers: { location: '/api/v1/chat/completions' }, pieces: [] } : good)
    const within = await askModel(createOpenAiCompatible(settings()))
    expect(within.generation.ok).toBe(true)
    expect(server.requests.map((request) => [request.method, request.headers['authorization']])).toEqual(Array(2).fill(['POST', `Bearer ${KEY}`]))
    expect(server.requests[1]!.body).toBe(server.requests[0]!.body)

    const other = await startQuirkServer(() => good)
    server.answer = () => ({ status: 307, headers: { location: `${other.url}/v1/chat/completions` }, pieces: [] })
    const beyond = await askModel(createOpenAiCompatible(settings()))
    expect(beyond.generation).toMatchObject({ ok: false, reason: 'blocked' })
    expect(other.requests).toEqual([])
    await other.stop()
  })

  it('[MOD-32] where the browser hides the redirect, it is found without key and words, and not followed to another origin', async () => {
    const calls: Array<{ url: string; init: RequestInit | undefined }> = []
    const hiding: typeof fetch = (input, init) => {
      calls.push({ url: String(input), init })
      const opaque = { type: 'opaqueredirect', status: 0, ok: false, body: null, headers: new Headers() }
      const found = { type: 'cors', status: 405, ok: false, body: null, url: 'https://elsewhere.example/v1/chat/completions' }
      return Promise.resolve((init?.redirect === 'manual' ? opaque : found) as unknown as Response)
    }
    const { generation } = await askModel(createOpenAiCompatible(settings(), { fetch: hiding }))
    expect(generation).toMatchObject({ ok: false, reason: 'blocked', message: expect.stringContaining('https://elsewhere.example') as string })
    expect(calls.length).toBe(2)
    expect(JSON.stringify(calls[1])).not.toMatch(/planted|Good morning/)
  })

  it('[MOD-33] a key that a server repeats in its answer or its errors stays out of both', async () => {
    server.answer = () => ({ pieces: streamOf(`Your key is ${KEY} I think`) })
    const echoed = await askModel(createOpenAiCompatible(settings()))
    expect(JSON.stringify(echoed)).not.toContain('planted')
    server.answer = () => ({ status: 500, pieces: [`Authorization: Bearer ${KEY}`] })
    const failed = await askModel(createOpenAiCompatible(settings()))
    expect(JSON.stringify(failed)).not.toContain('planted')
    expect(server.requests.every((request) => !request.path.includes('planted') && !request.body.includes('planted'))).toBe(true)
  })
})

describe('trying again', () => {
  it.each([429, 503, 529])('[MOD-34] %i is tried again, at most twice', async (status) => {
    server.answer = (request) => (request.number % 3 === 0 ? good : { status, pieces: ['{"error":"busy"}'] })
    server.requests.length = 0
    const once = await askModel(createOpenAiCompatible(settings(), impatient))
    expect(once.generation).toMatchObject({ ok: true, text: 'Good day.' })
    expect(server.requests.length).toBe(3)
    server.answer = () => ({ status, pieces: [] })
    const never = await askModel(createOpenAiCompatible(settings(), impatient))
    expect(never.generation).toMatchObject({ ok: false, reason: status === 429 ? 'rate-limited' : 'overloaded' })
    expect(server.requests.length).toBe(6)
  })

  it('[MOD-34] a connection dropped before the first token is tried again; one dropped later is not', async () => {
    server.answer = (request) => (request.number === 1 ? { pieces: [': wait\n\n'], ending: 'destroy' } : good)
    server.requests.length = 0
    const early = await askModel(createOpenAiCompatible(settings(), impatient))
    expect(early.generation.ok).toBe(true)
    expect(server.requests.length).toBe(2)
    server.requests.length = 0
    server.answer = () => ({ pieces: streamOf('Good day.').slice(0, 2), ending: 'destroy' })
    const late = await askModel(createOpenAiCompatible(settings(), impatient))
    expect(late.generation.ok).toBe(false)
    expect(server.requests.length).toBe(1)
  })

  it.each([400, 401, 403, 404, 500, 502])('[MOD-34] %i is not tried again', async (status) => {
    server.answer = () => ({ status, pieces: ['no'] })
    await askModel(createOpenAiCompatible(settings(), impatient))
    expect(server.requests.length).toBe(1)
  })

  it('[MOD-34] an error 429 inside a body of status 200 is tried again', async () => {
    server.answer = (request) => (request.number === 1 ? { type: 'application/json', pieces: ['{"error":{"code":429,"message":"slow down"}}'] } : good)
    server.requests.length = 0
    const { generation } = await askModel(createOpenAiCompatible(settings(), impatient))
    expect(generation.ok).toBe(true)
  })

  it('[MOD-35] Retry-After is honoured when it fits into the limits, and told when it does not', async () => {
    const times: number[] = []
    server.answer = (request) => {
      times.push(Date.now())
      return request.number === 1 ? { status: 429, headers: { 'retry-after': '0.4' }, pieces: [] } : good
    }
    server.requests.length = 0
    expect((await askModel(createOpenAiCompatible(settings(), { random: () => 0 }))).generation.ok).toBe(true)
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(395)
    server.answer = () => ({ status: 429, headers: { 'retry-after': '60' }, pieces: [] })
    server.requests.length = 0
    const { generation } = await askModel(createOpenAiCompatible(settings()))
    expect(generation).toMatchObject({ ok: false, reason: 'rate-limited', message: expect.stringContaining('wait 60 seconds') as string })
    expect(server.requests.length).toBe(1)
  })

  it('[MOD-35] Retry-After is read as seconds, milliseconds or a date, and waiting grows with jitter', () => {
    const headers = (value: string, name = 'retry-after'): Headers => new Headers({ [name]: value })
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(readRetryAfter(headers('2'), now)).toBe(2_000)
    expect(readRetryAfter(headers('350', 'retry-after-ms'), now)).toBe(350)
    expect(readRetryAfter(headers('Thu, 01 Jan 2026 00:00:05 GMT'), now)).toBe(5_000)
    expect(readRetryAfter(headers('soon'), now)).toBeNull()
    expect(readRetryAfter(headers('-1'), now)).toBeNull()
    expect(readRetryAfter(new Headers(), now)).toBeNull()
    expect(backoffMs(1, 2_000, () => 1)).toBeGreaterThan(2_000)
    expect(backoffMs(2, null, () => 0)).toBe(2 * backoffMs(1, null, () => 0))
    expect(backoffMs(1, null, () => 0.9)).toBeGreaterThan(backoffMs(1, null, () => 0.1))
  })
})

describe('parameters refused', () => {
  const has = (request: HeardRequest, name: string): boolean => name in request.json
  const REFUSALS: ReadonlyArray<[name: string, refused: string, message: string]> = [
    ['temperature', 'temperature', "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported."],
    ['max_tokens', 'max_tokens', "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."],
    ['stream_options', 'stream_options', 'Unrecognized request argument supplied: stream_options'],
    ['stop', 'stop', "Unsupported parameter: 'stop' is not supported with this model."],
    ['stream', 'stream', 'Streaming is not supported for this model.'],
  ]
  it('[MOD-195] a call goes on with what it has learnt, however many other servers are asked meanwhile', async () => {
    server.answer = (request) => {
      for (let i = 0; i < 500; i++) refusalsOf(`http://other-${i}.test`, 'any')
      return has(request, 'temperature') ? refuse('temperature is not supported', 'temperature') : good
    }
    const { generation } = await askModel(createOpenAiCompatible(settings()))
    expect(generation.ok).toBe(true)
    expect(server.requests.length).toBe(2)
  })

  it.each(REFUSALS)('[MOD-36] %s is dropped once and stays dropped', async (_name, refused, message) => {
    server.answer = (request) => (has(request, refused) ? refuse(message, refused) : good)
    const chosen = settings()
    for (let round = 0; round < 2; round++) {
      const { generation } = await askModel(createOpenAiCompatible(chosen), { stop: ['\n'] })
      expect(generation.ok ? 'ok' : generation.message).toBe('ok')
    }
    expect(server.requests.map((request) => has(request, refused))).toEqual([true, false, false])
    if (refused === 'max_tokens') expect(server.requests[1]!.json['max_completion_tokens']).toBe(50)
  })

  it('[MOD-36] several complaints one after the other are met one after the other', async () => {
    server.answer = (request) => {
      const name = ['max_tokens', 'temperature', 'stream_options'].find((each) => has(request, each))
      return name === undefined ? good : { status: 422, type: 'application/json', pieces: [JSON.stringify({ detail: [{ loc: ['body', name], msg: 'Extra inputs are not permitted' }] })] }
    }
    const { generation } = await askModel(createOpenAiCompatible(settings()))
    expect(generation.ok).toBe(true)
    expect(server.requests.length).toBe(4)
  })

  it('[MOD-36] a model without a system role gets its rules from the user', async () => {
    server.answer = (request) => (request.body.includes('"system"') ? refuse('System role not supported') : good)
    const { generation } = await askModel(createOpenAiCompatible(settings()))
    expect(generation.ok).toBe(true)
    expect(server.requests[1]!.json['messages']).toEqual([{ role: 'user', content: 'You are Ada.\n\nGood morning.' }])
  })

  it('[MOD-36] a complaint that never ends is asked a limited number of times', async () => {
    server.answer = () => refuse('temperature max_tokens max_completion_tokens stop stream_options stream system role not supported alternate')
    const { generation } = await askModel(createOpenAiCompatible(settings()))
    expect(generation).toMatchObject({ ok: false, reason: 'refused-parameter' })
    expect(server.requests.length).toBeLessThanOrEqual(9)
  })
})
