/** The model that finds memories, against a server that nobody here wrote and against every shape in use. */
import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { Embedded } from '#minds/embedding-model.ts'
import type { EndpointSettings, ProbeStep } from '#minds/language-model.ts'
import { createEmbeddingModel } from '#platform/models/embeddings.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { startQuirkServer, type HeardRequest, type Quirk, type QuirkServer } from '#test/support/quirk-server.ts'

const KEY = 'sk-planted-4711-never-leaves'
let mock: LLMock
beforeAll(async () => {
  mock = new LLMock({ port: 0 })
  await mock.start()
  mock.onMessage(/[\s\S]*/, { content: 'One, two, three, four, five, six.' }, { chunkSize: 4, latency: 2 })
})
afterAll(() => mock.stop())

type Answer = (request: HeardRequest) => Quirk
const servers: QuirkServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function serve(answer: Answer): Promise<QuirkServer> {
  const server = await startQuirkServer(answer)
  servers.push(server)
  return { ...server, url: `${server.url}/v1` }
}

const TEXTS = ['The miller lost his dog.', 'Bread is dear.', 'It rains.']
const send = (value: unknown, status = 200): Answer => () => ({ status, type: 'application/json', pieces: [typeof value === 'string' ? value : JSON.stringify(value)] })
const embed = (url: string, { texts = TEXTS, role = 'memory' as 'memory' | 'question', ...settings }: Partial<EndpointSettings> & { texts?: string[]; role?: 'memory' | 'question' } = {}): Promise<Embedded> =>
  createEmbeddingModel({ kind: 'openai-compatible', baseUrl: url, embedding: 'finder-1', apiKey: KEY, ...settings })!.embed(texts, role, createCancelSource().signal)
const base64 = (numbers: number[]): string => Buffer.from(Float32Array.from(numbers).buffer).toString('base64')

/** Answers in which the first text lies along the first axis and so on; vectors are not of length 1 on the wire. */
const GOOD: ReadonlyArray<readonly [string, unknown]> = [
  ['as OpenAI gives them', { object: 'list', data: [[2, 0, 0], [0, 3, 0], [0, 0, 4]].map((embedding, index) => ({ object: 'embedding', index, embedding })), usage: { prompt_tokens: 12, total_tokens: 12 } }],
  ['out of order', { data: [{ index: 2, embedding: [0, 0, 4] }, { index: 0, embedding: [2, 0, 0] }, { index: 1, embedding: [0, 3, 0] }] }],
  ['without numbers', { data: [{ embedding: [2, 0, 0] }, { embedding: [0, 3, 0] }, { embedding: [0, 0, 4] }] }],
  ['in base64', { data: [[2, 0, 0], [0, 3, 0], [0, 0, 4]].map((numbers, index) => ({ index, embedding: base64(numbers) })) }],
  ['one list deeper, as llama.cpp’s own door', [[2, 0, 0], [0, 3, 0], [0, 0, 4]].map((numbers, index) => ({ index, embedding: [numbers] }))],
  ['as Ollama gives them', { model: 'finder-1', embeddings: [[2, 0, 0], [0, 3, 0], [0, 0, 4]], prompt_eval_count: 12 }],
  ['as lists and nothing else', [[2, 0, 0], [0, 3, 0], [0, 0, 4]]],
  ['by kind of number', { embeddings: { float: [[2, 0, 0], [0, 3, 0], [0, 0, 4]] } }],
  ['as values', { embeddings: [{ values: [2, 0, 0] }, { values: [0, 3, 0] }, { values: [0, 0, 4] }] }],
]

const BAD: ReadonlyArray<readonly [string, unknown, number, RegExp]> = [
  ['too few', { data: [{ index: 0, embedding: [1, 0] }] }, 200, /no vectors that can be used/],
  ['of two lengths', { data: [{ embedding: [1, 0] }, { embedding: [1, 0, 0] }, { embedding: [1, 0] }] }, 200, /no vectors/],
  ['with holes', { data: [{ embedding: [1, null] }, { embedding: [1, 0] }, { embedding: [1, 0] }] }, 200, /no vectors/],
  ['of nothing', { data: [{ embedding: [0, 0] }, { embedding: [1, 0] }, { embedding: [1, 0] }] }, 200, /no vectors/],
  ['an empty list', { data: [] }, 200, /no vectors/],
  ['words', { choices: [{ message: { content: 'Hello' } }] }, 200, /no vectors/],
  ['a web page', '<!doctype html><title>Sign in</title>', 200, /web page/],
  ['half an answer', '{"data":[{"embedding":[0.1,', 200, /no vectors/],
  ['an error that says it is well', { error: { message: 'model finder-1 not found' } }, 200, /finder-1/],
  ['no such door', { detail: 'Not Found' }, 404, /gives no embeddings|finder-1/],
  ['a wrong key', { error: { message: `Incorrect API key provided: ${KEY}` } }, 401, /key/i],
  ['a server on fire', 'oops', 500, /500|server/i],
]

describe('embeddings', () => {
  it('[MOD-170] from an independent double', async () => {
    const found = await embed(`${mock.url}/v1`, { embedding: 'text-embedding-3-small' })
    expect(found.ok && found.vectors.length).toBe(3)
    for (const vector of found.ok ? found.vectors : []) expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
  })

  it.each(GOOD)('[MOD-170] taken %s', async (_, answer) => {
    const { url, requests } = await serve(send(answer))
    const found = await embed(url)
    expect(found.ok ? found.vectors.map((vector) => [...vector]) : found.message).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    expect(found.ok && found.tokens).toBeGreaterThan(5)
    expect(requests).toMatchObject([{ path: '/v1/embeddings', json: { model: 'finder-1', input: TEXTS }, headers: { authorization: `Bearer ${KEY}` } }])
  })

  it.each(BAD)('[MOD-171] what is no answer is told in words: %s', async (_, answer, status, words) => {
    const { url, requests } = await serve(send(answer, status))
    const found = await embed(url)
    expect(found.ok).toBe(false)
    expect(!found.ok && found.message).toMatch(words)
    expect(JSON.stringify(found)).not.toContain(KEY)
    expect(requests.length).toBe(1)
  })

  it('[MOD-170] a server that takes few texts at once is given few, and that is remembered', async () => {
    const { url, requests } = await serve((request) => {
      const texts = [request.json['input'] as string | string[]].flat()
      return (texts.length > 2 ? send({ error: { message: 'batch size 5 > maximum allowed batch size 2' } }, 422) : send({ data: texts.map((text, index) => ({ index, embedding: [text.length, 1] })) }))(request)
    })
    const model = createEmbeddingModel({ kind: 'openai-compatible', baseUrl: url, embedding: 'finder-1' })!
    const five = [...TEXTS, 'Snow lies.', 'Wind.']
    for (const sent of [4, 3]) {
      const before = requests.length
      const found = await model.embed(five, 'memory', createCancelSource().signal)
      expect(found.ok && found.vectors.map(([x, y]) => Math.round(x! / y!))).toEqual(five.map(({ length }) => length))
      expect(requests.length - before).toBe(sent)
    }
  })

  it('[MOD-170] says before each text what the model wants to hear, and speaks Ollama’s own protocol', async () => {
    const { url, requests } = await serve(send({ embeddings: [[1, 0]] }))
    await embed(url, { kind: 'ollama', embedding: 'nomic-embed-text:latest', texts: ['Who was hurt?'], role: 'question' })
    await embed(url, { kind: 'ollama', embedding: 'nomic-embed-text:latest', texts: ['A hound bit me.'] })
    await embed(url, { embedding: 'intfloat/multilingual-e5-base', texts: ['Who was hurt?'], role: 'question' })
    expect(requests.map(({ path, json }) => [path, json['input']])).toEqual([['/api/embed', 'search_query: Who was hurt?'], ['/api/embed', 'search_document: A hound bit me.'], ['/v1/embeddings', 'query: Who was hurt?']])
  })

  it('[MOD-170] is closed when it is no longer wanted', async () => {
    const { url, closed } = await serve(() => ({ pieces: [], delayMs: 5_000 }))
    const stop = createCancelSource()
    const asked = createEmbeddingModel({ kind: 'openai-compatible', baseUrl: url, embedding: 'finder-1' })!.embed(TEXTS, 'memory', stop.signal)
    setTimeout(() => stop.cancel(), 50)
    expect((await asked).ok).toBe(false)
    await closed
  })

  it('[MOD-170] is none where nothing is named or the protocol has no such door', () => {
    expect(createEmbeddingModel({ kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1' })).toBeNull()
    expect(createEmbeddingModel({ kind: 'builtin', embedding: 'finder-1' })).toBeNull()
    expect(createEmbeddingModel({ kind: 'anthropic', baseUrl: 'https://api.anthropic.com', embedding: 'finder-1' })).toBeNull()
  })

  it('[MOD-172] the test of a connection tells whether it gives meanings, and only where one is named', async () => {
    const finderOf = async (settings: Partial<EndpointSettings>): Promise<ProbeStep | undefined> => (await testEndpoint({ kind: 'openai-compatible', baseUrl: `${mock.url}/v1`, model: 'gpt-4o', ...settings }, () => undefined)).steps.find(({ id }) => id === 'finder')
    expect(await finderOf({})).toBeUndefined()
    // the double's vectors come from a checksum: they tell nothing, and that is said
    expect(await finderOf({ embedding: 'text-embedding-3-small' })).toMatchObject({ detail: expect.stringMatching(/numbers a text/) as string })
    mock.nextRequestError(500, { message: 'down' })
    expect(await finderOf({ embedding: 'text-embedding-3-small', baseUrl: 'http://localhost:1/v1' })).toMatchObject({ ok: null, detail: expect.stringMatching(/earlier step/) as string })
  }, 30_000)
})
