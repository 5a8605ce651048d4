/** Testing a connection says what was found, step by step, and what to do. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { EndpointSettings, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { dialectOf } from '#platform/models/dialects.ts'
import { createModel, PROVIDERS } from '#platform/models/index.ts'
import { PRESETS } from '#platform/models/presets.ts'
import { kindOfAddress } from '#platform/models/known-servers.ts'
import { findModelName, readModelNames } from '#platform/models/model-list.ts'
import { callTermsOf } from '#platform/models/call-terms.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import type { Surroundings } from '#platform/models/surroundings.ts'
import { tierOf } from '#minds/tiers.ts'
import { eventOf, startQuirkServer, streamOf, type HeardRequest, type Quirk, type QuirkServer } from '#test/support/quirk-server.ts'

const KEY = 'sk-planted-0123456789-secret'
const NUMBERS = 'one, two, three, four, five, six, seven, eight, nine, ten'
const json = (body: unknown, status = 200): Quirk => ({ status, type: 'application/json', pieces: [JSON.stringify(body)] })
const list = (...names: string[]): Quirk => json({ object: 'list', data: names.map((id) => ({ id, object: 'model' })) })

let server: QuirkServer
let models: Quirk = list('m')
let chat: (request: HeardRequest) => Quirk = () => ({ pieces: streamOf(NUMBERS) })
beforeAll(async () => {
  server = await startQuirkServer((request) => (request.path === '/v1/models' ? models : chat(request)))
})
afterEach(() => {
  models = list('m')
  chat = () => ({ pieces: streamOf(NUMBERS) })
  server.requests.length = 0
})
afterAll(() => server.stop())

const IDS: ReadonlyArray<ProbeStep['id']> = ['address', 'reachable', 'allowed', 'key', 'models', 'model', 'answers', 'streams', 'speed', 'extras']

async function probe(settings: Partial<EndpointSettings> = {}, surroundings?: Surroundings, fetcher?: typeof fetch): Promise<{ report: ProbeReport; step: (id: ProbeStep['id']) => ProbeStep }> {
  const told: ProbeStep[] = []
  const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: server.url, model: 'm', apiKey: KEY, ...settings }, (step) => told.push({ ...step }), { ...(surroundings ? { surroundings } : {}), ...(fetcher ? { fetch: fetcher } : {}) })
  expect(told.map((step) => step.id)).toEqual([...new Set(told.map((step) => step.id))])
  expect(told.map((step) => step.id).sort()).toEqual([...IDS].sort())
  expect(report.verdict).toMatch(/[.”?]$/)
  expect(JSON.stringify([report, told])).not.toContain('planted')
  for (const step of report.steps) {
    expect(step.detail).toMatch(/\S/)
    if (step.ok === false) expect(step.cure).toMatch(/\S/)
  }
  return { report, step: (id) => report.steps.find((each) => each.id === id)! }
}

describe('testing a connection', () => {
  it('[MOD-40] a good endpoint: every step holds, the speed is measured, at most a hundred tokens are asked for', async () => {
    const { report, step } = await probe()
    expect(report.ok).toBe(true)
    expect(report.steps.map((each) => each.id)).toEqual(IDS)
    expect(report.steps.filter((each) => each.ok !== true)).toEqual([])
    expect(report).toMatchObject({ model: 'm', models: ['m'], baseUrl: `${server.url}/v1`, provider: 'openai-compatible' })
    expect(report.tokensPerSecond).toBeGreaterThan(0)
    expect(report.tier).toBe(tierOf(report.tokensPerSecond))
    expect(report.firstTokenMs).not.toBeNull()
    expect(step('speed').detail).toMatch(/tokens a second/)
    const asked = server.requests.filter((request) => request.method === 'POST')
    expect(asked.reduce((sum, request) => sum + Number(request.json['max_tokens']), 0)).toBeLessThanOrEqual(100)
  })

  it('[MOD-56] what a server honours is told from what it only claims', async () => {
    const words = ({ json: body }: HeardRequest): string => {
      const format = body['response_format'] as { type?: string } | undefined
      return format?.type === 'json_schema' ? '{"do": 7}' : format ? '{"word": "river"}' : body['stop'] ? 'one two ' : NUMBERS
    }
    chat = (request) => ({ pieces: streamOf(words(request)) })
    const honest = await probe()
    expect(honest.report.extras).toMatchObject({ schema: true, json: true, stops: true, reasons: false })
    expect(honest.step('extras').detail).toContain('keeps to a given JSON shape')
    chat = () => ({ pieces: streamOf(NUMBERS) })
    expect((await probe()).report.extras).toMatchObject({ schema: false, json: false, stops: false })
    chat = ({ json: body }) => (body['response_format'] ? json({ error: { message: 'response_format is not supported' } }, 400) : { pieces: streamOf(NUMBERS) })
    // refused once, it is asked again without: what comes then is no shape
    expect((await probe({ model: 'another' })).report.extras).toMatchObject({ schema: false })
  })

  it('[MOD-111] more than one answer to a call is believed only where a second one came; a server that refuses to be asked for it is asked without', async () => {
    const wants = ({ json: body }: HeardRequest): number => Number(body['n'] ?? 1)
    const choice = (index: number, content: string) => `data: ${JSON.stringify({ choices: [{ index, delta: { content }, finish_reason: null }] })}\n\n`
    const end = streamOf('river')
    chat = (request) => (wants(request) === 2 ? { pieces: [choice(0, 'ri'), choice(1, 'ri'), choice(1, 'ver'), ...end] } : { pieces: streamOf(NUMBERS) })
    const honest = await probe({ model: 'honest' })
    expect(honest.report.extras).toMatchObject({ several: true })
    expect(honest.step('extras').detail).toContain('several answers to one call')
    chat = () => ({ pieces: streamOf(NUMBERS) })
    expect((await probe({ model: 'claims' })).report.extras).toMatchObject({ several: false })
    chat = (request) => (wants(request) === 2 ? json({ error: { message: "Unsupported value: 'n' must be 1.", type: 'invalid_request_error', param: 'n' } }, 400) : { pieces: streamOf(NUMBERS) })
    server.requests.length = 0
    expect((await probe({ model: 'refuses' })).report.extras).toMatchObject({ several: false })
    expect(server.requests.filter((request) => request.path.endsWith('/chat/completions') && wants(request) === 2)).toHaveLength(1)
  })

  it('[MOD-57] a shape is written in the words of each protocol', () => {
    const options = { messages: [], maxTokens: 5, temperature: 0, signal: { cancelled: false, onCancel: () => () => undefined }, limits: { firstTokenMs: 1, idleMs: 1, totalMs: 1 }, schema: { name: 'pick', properties: { do: { type: 'integer' as const, enum: [1, 2] } } } }
    const written = (kind: 'openai-compatible' | 'ollama', refused: string[] = []): { [key: string]: unknown } => JSON.parse(dialectOf(kind).write('m', options, new Set(refused as never[]), {})) as { [key: string]: unknown }
    const shape = { type: 'object', properties: { do: { type: 'integer', enum: [1, 2] } }, required: ['do'], additionalProperties: false }
    expect(written('openai-compatible')['response_format']).toEqual({ type: 'json_schema', json_schema: { name: 'pick', strict: true, schema: shape } })
    expect(written('ollama')['format']).toEqual(shape)
    expect(written('openai-compatible', ['response_format'])['response_format']).toBeUndefined()
    expect(written('ollama', ['response_format'])['format']).toBeUndefined()
  })

  it('[MOD-41] no model named: the first that talks is taken', async () => {
    models = list('text-embedding-3', 'llama', 'mistral')
    const { report, step } = await probe({ model: '' })
    expect(report.model).toBe('llama')
    expect(step('model').detail).toContain('llama')
    expect(server.requests.at(-1)!.json['model']).toBe('llama')
  })

  it('[MOD-41] a model that is not in the list is tried, and near names are offered', async () => {
    models = list('llama3:8b', 'phi4')
    chat = () => json({ error: { message: 'model "llama3:70b" not found' } }, 404)
    const { report, step } = await probe({ model: 'llama3:70b' })
    expect(report.ok).toBe(false)
    expect(step('model')).toMatchObject({ ok: false, cure: expect.stringContaining('llama3:8b') as string })
    expect(step('answers').ok).toBe(false)
  })

  it('[MOD-41] a name without its tag is found', async () => {
    models = list('gemma3:latest')
    expect((await probe({ model: 'Gemma3' })).report.model).toBe('gemma3:latest')
  })

  it('[MOD-42] a key that is refused', async () => {
    models = json({ error: { message: `Incorrect API key provided: ${KEY}` } }, 401)
    const { report, step } = await probe()
    expect(report.ok).toBe(false)
    expect(step('key')).toMatchObject({ ok: false, detail: expect.stringContaining('does not accept this key') as string })
    expect(step('reachable').ok).toBe(true)
    expect(step('answers').ok).toBeNull()
  })

  it('[MOD-42] a key that is missing', async () => {
    models = json({ error: 'unauthorized' }, 401)
    expect((await probe({ apiKey: '' })).step('key').detail).toContain('wants a key')
  })

  it('[MOD-42] a key that is refused only when asked to speak', async () => {
    chat = () => json({ error: { message: 'No auth credentials found', code: 401 } }, 401)
    const { report, step } = await probe()
    expect(report.ok).toBe(false)
    expect(step('key').ok).toBe(false)
  })

  it.each<[string, Quirk]>([
    ['is absent', { status: 404, pieces: ['no'] }],
    ['is a web page', { type: 'text/html', pieces: ['<!doctype html><html></html>'] }],
    ['is empty', list()],
    ['is nonsense', json({ data: 'many' })],
  ])('[MOD-43] a list of models that %s does not keep a model from being tried', async (_what, quirk) => {
    models = quirk
    const { report, step } = await probe()
    expect(step('models').ok).not.toBe(true)
    expect(report.ok).toBe(true)
  })

  it('[MOD-44] an answer that comes in one piece works, and is said not to stream', async () => {
    chat = () => json({ choices: [{ message: { content: NUMBERS }, finish_reason: 'stop' }] })
    const { report, step } = await probe()
    expect(report.ok).toBe(true)
    expect(step('streams').ok).toBe(false)
    expect(report.tokensPerSecond).toBeGreaterThan(0)
  })

  it('[MOD-44] a model that only thinks in the time of the test works', async () => {
    chat = () => ({ pieces: [eventOf({ reasoning_content: 'Hm, ' }), eventOf({ reasoning_content: 'one' }), eventOf({}, { finish_reason: 'length' })] })
    const { report, step } = await probe()
    expect(report.ok).toBe(true)
    expect(step('answers').detail).toContain('thinks aloud')
  })

  it('[MOD-44] a flood is listened to for a moment only', async () => {
    chat = () => ({ pieces: Array.from({ length: 4_000 }, (_, i) => eventOf({ content: ` ${i}` })), gapMs: 1 })
    const { report } = await probe()
    expect(report.ok).toBe(true)
    expect(report.tokensPerSecond).toBeGreaterThan(20)
  })

  it('[MOD-45] a wrong address, a dead server', async () => {
    const wrong = await probe({ baseUrl: 'ftp://x' })
    expect(wrong.step('address').ok).toBe(false)
    expect(wrong.step('reachable').ok).toBeNull()
    const dead = await probe({ baseUrl: 'http://127.0.0.1:9' })
    expect(dead.step('reachable')).toMatchObject({ ok: false, detail: 'Nothing answers at http://127.0.0.1:9.' })
    expect(dead.step('allowed').ok).toBeNull()
  })

  it('[MOD-45] the built-in mind needs no test', async () => {
    const report = await testEndpoint({ kind: 'builtin' }, () => undefined)
    expect(report.ok).toBe(true)
  })
})

describe('what browsers call “Failed to fetch”', () => {
  const page = (origin: string, permission: 'granted' | 'denied' | 'prompt' | null = null, isSecure = origin.startsWith('https')): Surroundings => ({ origin, isSecure, localNetworkPermission: () => Promise.resolve(permission) })
  const failing = (answersOpaquely: boolean): typeof fetch => (_input, init) => (answersOpaquely && init?.mode === 'no-cors' ? Promise.resolve(new Response(null)) : Promise.reject(new TypeError('Failed to fetch')))
  const CASES: ReadonlyArray<[name: string, baseUrl: string, surroundings: Surroundings, alive: boolean, step: ProbeStep['id'], cure: RegExp]> = [
    ['Ollama without OLLAMA_ORIGINS', 'http://localhost:11434', page('https://you.github.io'), true, 'allowed', /OLLAMA_ORIGINS=https:\/\/you\.github\.io/],
    ['LM Studio without CORS', 'http://localhost:1234', page('http://localhost:4173', null, true), true, 'allowed', /Enable CORS/],
    ['llama.cpp restricted', 'http://localhost:8080', page('http://localhost:4173', null, true), true, 'allowed', /--cors-origins http:\/\/localhost:4173/],
    ['any other server without CORS', 'https://models.example.com', page('https://you.github.io'), true, 'allowed', /Allow the origin https:\/\/you\.github\.io/],
    ['permission denied', 'http://localhost:11434', page('https://you.github.io', 'denied'), false, 'allowed', /local network access/],
    ['permission not given yet', 'http://192.168.1.5:8000', page('https://you.github.io', 'prompt'), false, 'allowed', /Say yes/],
    ['mixed content', 'http://models.example.com', page('https://you.github.io'), false, 'allowed', /https address/],
    ['a page that is not secure', 'http://localhost:11434', page('http://example.com', null, false), false, 'allowed', /from https or from localhost/],
    ['a dead Ollama', 'http://localhost:11434', page('http://localhost:4173', null, true), false, 'reachable', /ollama serve/],
    ['a dead service', 'https://models.example.com', page('https://you.github.io'), false, 'reachable', /connection to the internet/],
  ]
  it.each(CASES)('[MOD-46] %s', async (_name, baseUrl, surroundings, alive, id, cure) => {
    const { report, step } = await probe({ baseUrl }, surroundings, failing(alive))
    expect(report.ok).toBe(false)
    expect(step(id)).toMatchObject({ ok: false, cure: expect.stringMatching(cure) as string })
  })

  it('[MOD-46] the second question carries neither key nor words', async () => {
    const second: RequestInit[] = []
    await probe({ baseUrl: 'http://localhost:1234' }, page('http://localhost:4173', null, true), (_input, init) => {
      if (init?.mode === 'no-cors') second.push(init)
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    expect(second.length).toBe(1)
    expect(second[0]!.headers).toBeUndefined()
    expect(second[0]!.body).toBeUndefined()
  })
})

describe('lists', () => {
  it('[MOD-47] models are read from every shape in use, talkers first, without doubles', () => {
    expect(readModelNames({ data: [{ id: 'b' }, { id: 'a' }, { id: 'b' }] })).toEqual(['b', 'a'])
    expect(readModelNames({ models: [{ name: 'x:latest', model: 'x:latest' }] })).toEqual(['x:latest'])
    expect(readModelNames(['p', { id: 'q' }, 3, null, { id: '' }])).toEqual(['p', 'q'])
    expect(readModelNames([{ id: 'nomic-embed-text' }, { id: 'llama' }])).toEqual(['llama', 'nomic-embed-text'])
    expect([null, 'x', {}, { data: {} }].map(readModelNames)).toEqual([null, null, null, null])
    expect(findModelName(['models/gemini-flash'], 'gemini-flash')).toBe('models/gemini-flash')
    expect(findModelName(['a'], 'b')).toBeNull()
  })

  it('[MOD-48] tiers follow the measured speed', () => {
    expect([0, Number.NaN, 2, 5, 39, 40, 119, 120, 1_999, 2_000, 20_000].map(tierOf)).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4])
  })

  it('[MOD-49] every preset is an address that needs no correction and knows its trap; every provider makes what it says', () => {
    for (const preset of PRESETS) {
      expect(dialectOf(preset.kind).readAddress(preset.baseUrl)).toEqual({ ok: true, value: preset.baseUrl })
      expect(kindOfAddress(preset.baseUrl)).toBe(preset.kind)
      expect(preset.trap('https://page.example')).toMatch(/\.$/)
    }
    expect(new Set(PRESETS.map((preset) => preset.id)).size).toBe(PRESETS.length)
    expect(PROVIDERS.map((provider) => provider.id)).toEqual(['builtin', 'openai-compatible', 'anthropic', 'gemini', 'ollama'])
    expect(createModel({ kind: 'builtin' })).toBeNull()
    expect(createModel({ kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1', model: 'm' })).toMatchObject({ provider: 'openai-compatible', model: 'm' })
  })
})

it('[MOD-59] an address tells how many calls fit side by side, and whether words cost anything', () => {
  expect([undefined, 'http://localhost:1234/v1', 'localhost:8080', 'http://192.168.1.7/v1', 'https://api.example.org/v1', 'http://api.example.org'].map((baseUrl) => callTermsOf({ kind: 'openai-compatible', ...(baseUrl === undefined ? {} : { baseUrl }) }))).toEqual([
    { mostCalls: 6, isFree: false }, { mostCalls: 6, isFree: true }, { mostCalls: 6, isFree: true }, { mostCalls: 6, isFree: true }, { mostCalls: 32, isFree: false }, { mostCalls: 6, isFree: false },
  ])
})
