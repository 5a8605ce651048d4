/** Addresses as they are pasted, doors that are elsewhere, lists of every make, and models that nobody named. */
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { WireKind } from '#minds/language-model.ts'
import { normaliseBaseUrl } from '#platform/models/address.ts'
import { createModel } from '#platform/models/index.ts'
import { readModelNames } from '#platform/models/model-list.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { askModel, type Asked } from '#test/support/ask-model.ts'
import { eventOf, startQuirkServer, streamOf, type HeardRequest, type Quirk } from '#test/support/quirk-server.ts'
import { serveForFile } from '#test/support/serve-for-file.ts'

it.each([
  ['\u200bhttp://localhost:1234/v1\u200b', 'http://localhost:1234/v1'],
  ['OPENAI_BASE_URL=http://localhost:1234/v1', 'http://localhost:1234/v1'],
  ['export OPENAI_API_BASE="https://example.com/v1"', 'https://example.com/v1'],
  ['base_url="http://localhost:1234/v1",', 'http://localhost:1234/v1'],
  ['curl -X POST http://localhost:1234/v1/chat/completions -H "Content-Type: application/json"', 'http://localhost:1234/v1'],
  ["curl 'http://localhost:8080/v1/models'", 'http://localhost:8080/v1'],
  ['http://localhost:1234/v1/v1/', 'http://localhost:1234/v1'],
  ['http://http://localhost:1234/v1', 'http://localhost:1234/v1'],
  ['http://https://example.com/v1', 'https://example.com/v1'],
  ['http:\\\\localhost:1234\\v1', 'http://localhost:1234/v1'],
  ['1234', 'http://localhost:1234/v1'],
  [':8080', 'http://localhost:8080/v1'],
  ['http://localhost:1234/V1', 'http://localhost:1234/v1'],
  ['http://localhost:1234/v1.', 'http://localhost:1234/v1'],
  ['http://localhost:1234/v1/chat/completion', 'http://localhost:1234/v1'],
  ['http://localhost:8000/docs', 'http://localhost:8000/v1'],
  ['openrouter.ai', 'https://openrouter.ai/api/v1'],
  ['https://api.groq.com/v1', 'https://api.groq.com/openai/v1'],
  ['https://api.deepinfra.com', 'https://api.deepinfra.com/v1/openai'],
  ['https://me.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21', 'https://me.openai.azure.com/openai/v1'],
  ['https://models.github.ai/inference/chat/completions', 'https://models.github.ai/inference'],
  ['https://api.perplexity.ai/chat/completions', 'https://api.perplexity.ai'],
  ['https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1'],
  ['https://api.z.ai/api/coding/paas/v4', 'https://api.z.ai/api/coding/paas/v4'],
])('[MOD-147] “%s” means %s', (typed, base) => {
  expect(normaliseBaseUrl(typed)).toEqual({ ok: true, value: base })
  expect(normaliseBaseUrl(base)).toEqual({ ok: true, value: base })
})

const good: Quirk = { pieces: streamOf('Good day.') }
const json = (status: number, value: unknown): Quirk => ({ status, type: 'application/json', pieces: [JSON.stringify(value)] })
const server = serveForFile(good)
const ask = (path: string, model = 'm', kind: WireKind = 'openai-compatible'): Promise<Asked> => askModel(createModel({ kind, baseUrl: server.url + path, model, apiKey: 'sk-planted-0123456789' })!)
const paths = (): string[] => server.requests.map(({ method, path }) => `${method} ${path}`)

describe('doors', () => {
  it.each(['', '/api', '/api/chat', '/api/generate', '/v1/chat/completions'])('[MOD-147] Ollama behind “%s”, also below a path', async (typed) => {
    server.answer = (request) => (request.path.endsWith('/api/chat') ? { type: 'application/x-ndjson', pieces: ['{"message":{"content":"Good day."},"done":true}\n'] } : json(404, {}))
    for (const above of ['', '/ollama']) expect((await ask(above + typed, 'm', 'ollama')).generation).toMatchObject({ ok: true })
    expect(paths()).toEqual(['POST /api/chat', 'POST /ollama/api/chat'])
  })

  it.each(['/serving-endpoints', '/api/chat/completions'])('[MOD-148] a server whose door %s has no version is found by one more request, once', async (path) => {
    const door = `/${path.split('/')[1]!}/chat/completions`
    server.answer = (request) => (request.path === door ? good : json(404, { detail: 'Not Found' }))
    for (let round = 0; round < 2; round++) expect((await ask(path)).generation).toMatchObject({ ok: true, text: 'Good day.' })
    expect(server.requests).toHaveLength(3)
  })

  it('[MOD-148] where that is in vain it is tried once only, and what the first door said is told', async () => {
    server.answer = (request) => json(404, { detail: request.path.includes('/v1/') ? 'first door' : 'second door' })
    for (let round = 0; round < 2; round++) expect((await ask('/nowhere')).generation).toMatchObject({ ok: false, reason: 'unreachable', message: expect.stringContaining('first door') as string })
    expect(paths()).toEqual(['POST /nowhere/v1/chat/completions', 'POST /nowhere/chat/completions', 'POST /nowhere/v1/chat/completions'])
    server.requests.length = 0
    server.answer = () => json(404, { error: { message: 'The model `m` does not exist.' } })
    await ask('/proxy')
    await ask('')
    expect(paths()).toEqual(['POST /proxy/v1/chat/completions', 'POST /v1/chat/completions'])
  })

  it('[MOD-159] where an address has moved within its origin, the next call goes there at once, until there is nothing', async () => {
    const own = await startQuirkServer((request) => (request.path === '/v1/chat/completions' ? { status: 308, headers: { location: '/api/v1/chat/completions' }, pieces: [] } : own.requests.length < 5 ? good : json(404, {})))
    const run = (): Promise<Asked> => askModel(createModel({ kind: 'openai-compatible', baseUrl: own.url, model: '“m”,' })!)
    for (let round = 0; round < 5; round++) await run()
    expect(own.requests.map(({ path }) => path.split('/')[1])).toEqual(['v1', 'api', 'api', 'api', 'api', 'v1', 'api'])
    // quotes that were pasted with a name are no part of it
    expect(own.requests[0]!.json['model']).toBe('m')
    await own.stop()
  })

  it.each<[WireKind, string]>([['openai-compatible', '/v1/models'], ['ollama', '/api/tags']])('[MOD-149] %s: a model that was not named, and has to be, is the first of the list, which is asked for once', async (kind, list) => {
    server.answer = (request) => (request.path === list ? json(200, { models: [{ name: 'nomic-embed-text' }, { name: 'talker' }] }) : request.json['model'] === 'talker' ? good : json(400, { error: { message: 'you must provide a model parameter' } }))
    for (let round = 0; round < 2; round++) expect((await ask('', '', kind)).generation).toMatchObject({ ok: true, text: 'Good day.' })
    expect(server.requests).toHaveLength(4)
  })

  it('[MOD-149] a server that decides for itself is left to it; without a list its refusal is told', async () => {
    const other = await startQuirkServer((request) => (request.number === 1 ? good : request.method === 'GET' ? json(404, {}) : json(400, { error: 'model is required' })))
    const run = async (): Promise<Asked> => askModel(createModel({ kind: 'openai-compatible', baseUrl: other.url, model: '' })!)
    expect((await run()).generation).toMatchObject({ ok: true })
    expect((await run()).generation).toMatchObject({ ok: false, message: expect.stringContaining('model is required') as string })
    expect(other.requests).toHaveLength(3)
    await other.stop()
  })
})

it('[MOD-150] lists of further makes are read', () => {
  expect(readModelNames({ data: { models: [{ id: 'a' }] } })).toEqual(['a'])
  expect(readModelNames({ models: { a: {}, b: {} } })).toEqual(['a', 'b'])
  expect(readModelNames({ result: 'koboldcpp/a' })).toEqual(['koboldcpp/a'])
  expect(readModelNames({ model_names: ['a', 'b'] })).toEqual(['a', 'b'])
  expect(readModelNames({ success: true, result: [{ id: '429b9e8b-d99e-44de-91ad-706cf8183658', name: '@cf/meta/a' }] })).toEqual(['@cf/meta/a'])
  expect(readModelNames([{ id: 'azureml://registries/x/models/a', name: 'a' }])).toEqual(['a'])
  expect(readModelNames({ items: [{ model: { id: 'a' } }, { slug: 'b' }] })).toEqual(['a', 'b'])
  expect(readModelNames([{ id: 'flux', type: 'image' }, { id: 'llama', type: 'chat' }])).toEqual(['llama', 'flux'])
  expect(readModelNames({ models: [{ name: 'models/aqa', supportedGenerationMethods: ['generateAnswer'] }, { name: 'models/talker', supportedGenerationMethods: ['generateContent'] }] })).toEqual(['models/talker', 'models/aqa'])
  expect(readModelNames({ data: [{ id: 'a', capabilities: { completion_chat: false } }, { id: 'b', capabilities: { completion_chat: true } }] })).toEqual(['b', 'a'])
  expect([{ data: null }, { data: 7 }, { result: '' }, { models: 'x' }].map(readModelNames)).toEqual([null, null, null, null])
})

describe('the test of a connection', () => {
  it('[MOD-151] a key that may speak but not read the list passes', async () => {
    server.answer = (request) => (request.method === 'GET' ? json(403, { error: { message: 'Missing scopes: api.model.read' } }) : { pieces: streamOf('one, two, three, four, five, six') })
    const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: 'scoped', apiKey: 'sk-planted-0123456789' }, () => undefined)
    expect(report.ok).toBe(true)
    expect(report.steps.find(({ id }) => id === 'models')).toMatchObject({ ok: null, detail: expect.stringContaining('may not read the list') as string })
  })

  it('[MOD-151] a list that is never closed is read', async () => {
    server.answer = (request) => (request.method === 'GET' ? { ...json(200, { data: [{ id: 'open' }] }), ending: 'open' } : { pieces: streamOf('one, two, three') })
    expect((await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: '' }, () => undefined)).model).toBe('open')
  })

  it('[MOD-184] an empty list is no failure where the model answers all the same', async () => {
    server.answer = (request) => (request.method === 'GET' ? json(200, { object: 'list', data: [] }) : { pieces: streamOf('one, two, three') })
    const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: 'unlisted' }, () => undefined)
    expect(report.ok).toBe(true)
    expect(report.steps.find(({ id }) => id === 'models')).toMatchObject({ ok: null, detail: expect.stringContaining('but the model answers') as string, cure: null })
    server.answer = (request) => (request.method === 'GET' ? json(200, { object: 'list', data: [] }) : json(404, { error: { message: 'model not found' } }))
    expect((await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: 'gone' }, () => undefined)).steps.find(({ id }) => id === 'models')).toMatchObject({ ok: false })
  })

  it('[MOD-152] a model that keeps its thinking to itself passes, and is said to think', async () => {
    server.answer = (request) => (request.method === 'GET' ? json(404, {}) : { pieces: [eventOf({}, { finish_reason: 'length' }), `data: ${JSON.stringify({ choices: [], usage: { completion_tokens: 48, completion_tokens_details: { reasoning_tokens: 48 } } })}\n\n`, 'data: [DONE]\n\n'] })
    const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: 'hides' }, () => undefined)
    expect(report).toMatchObject({ ok: true, extras: { reasons: true } })
  })
})

it('[MOD-153] an object of the shape that was asked for is the answer also where all of it counts as thinking', async () => {
  server.answer = () => ({ pieces: [eventOf({ reasoning_content: '{"do": ' }), eventOf({ reasoning_content: '7}' }), eventOf({}, { finish_reason: 'stop' })] })
  const model = createModel({ kind: 'openai-compatible', baseUrl: server.url, model: 'm' })!
  expect((await askModel(model, { schema: { name: 'pick', properties: { do: { type: 'integer', enum: [7] } } } })).generation).toMatchObject({ ok: true, text: '{"do": 7}', reasoning: '' })
  // nobody asked for a shape: thinking is not spoken
  expect((await askModel(model)).generation).toMatchObject({ ok: false, reason: 'empty', text: '' })
})

describe('a page and the key of a server of one’s own', () => {
  const page = { origin: 'http://localhost:4173', isSecure: true, localNetworkPermission: () => Promise.resolve(null) }
  /** Browsers let nothing through where the rules do not name the header. */
  const strict = (calls: RequestInit[], status = 200): typeof fetch => (_input, init) => {
    if (init?.mode === 'no-cors') return Promise.resolve(new Response(null))
    calls.push(init!)
    if (new Headers(init?.headers).has('authorization')) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(streamOf('Good day.').join(''), { status }))
  }
  const run = (baseUrl: string, fetcher: typeof fetch): Promise<Asked> => askModel(createModel({ kind: 'openai-compatible', baseUrl, model: 'm', apiKey: 'sk-planted-0123456789' }, { fetch: fetcher, surroundings: page })!)

  it('[MOD-155] is left out where the server lets no page send one, and from then on', async () => {
    const calls: RequestInit[] = []
    for (let round = 0; round < 2; round++) expect((await run('http://localhost:9001', strict(calls))).generation).toMatchObject({ ok: true, text: 'Good day.' })
    expect(calls).toHaveLength(3)
    expect(calls[1]!.body).toBe(calls[0]!.body)
  })

  it('[MOD-155] is told to be the trouble where the server wants it all the same, and is never left out for a service', async () => {
    const wanted: RequestInit[] = []
    expect((await run('http://localhost:9002', strict(wanted, 401))).generation).toMatchObject({ ok: false, reason: 'blocked' })
    const service: RequestInit[] = []
    expect((await run('https://api.example.com', strict(service))).generation).toMatchObject({ ok: false, reason: 'blocked' })
    expect(service).toHaveLength(1)
  })
})

describe('cancelling', () => {
  const STAGES: Array<[stage: string, quirk: (request: HeardRequest) => Quirk, model?: string]> = [
    ['before the head of an answer', () => ({ pieces: [], delayMs: 5_000 })],
    ['in the body of an error', () => ({ status: 500, type: 'text/plain', pieces: Array.from({ length: 900 }, () => 'x'), gapMs: 10 })],
    ['between two tries', () => json(503, { error: 'Loading model' })],
    ['among words', () => ({ pieces: Array.from({ length: 900 }, () => eventOf({ content: ' la' })), gapMs: 10 })],
    ['among comments', () => ({ pieces: Array.from({ length: 900 }, () => ': wait\n\n'), gapMs: 10 })],
    ['while a model is looked for', (request) => (request.method === 'GET' ? { pieces: [], delayMs: 5_000 } : json(400, { error: 'model is required' })), ''],
  ]
  it.each(STAGES)('[MOD-156] %s ends the call at once and closes the connection; nothing is asked afterwards', async (_stage, quirk, model = 'm') => {
    const own = await startQuirkServer(quirk)
    const source = createCancelSource()
    setTimeout(() => source.cancel(), 120)
    const started = performance.now()
    const { generation } = await askModel(createModel({ kind: 'openai-compatible', baseUrl: own.url, model })!, { signal: source.signal })
    expect(generation).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(performance.now() - started).toBeLessThan(600)
    const { length } = own.requests
    if (_stage !== 'between two tries') await own.closed
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(own.requests).toHaveLength(length)
    await own.stop()
  })
})
