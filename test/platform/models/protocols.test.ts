/** The protocols beside the common one: against a double that nobody here wrote, and against what their servers are known to do. */
import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EndpointSettings, WireKind } from '#minds/language-model.ts'
import { createModel } from '#platform/models/index.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { askModel, type Asked } from '#test/support/ask-model.ts'
import { startQuirkServer, type HeardRequest, type QuirkServer } from '#test/support/quirk-server.ts'
import { MODELS, SAID } from '#test/support/quirks/doubles.ts'

type Kind = Exclude<WireKind, 'openai-compatible'>
const KEY = 'sk-planted-0123456789'

let mock: LLMock
beforeAll(async () => {
  mock = new LLMock({ port: 0 })
  await mock.start()
})
beforeEach(() => {
  mock.clearFixtures()
  mock.clearRequests()
})
afterAll(() => mock.stop())

it('[MOD-53] the connection test passes on an independent double in every step, and chooses a model of its list', async () => {
  mock.onMessage(/count/i, { content: 'one, two, three, four, five, six, seven' }, { chunkSize: 4, latency: 2 })
  const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: mock.url, apiKey: KEY }, () => undefined)
  expect(report.steps.filter((step) => step.ok !== true)).toEqual([])
  expect(report.models.length).toBeGreaterThan(0)
  expect(JSON.stringify(report)).not.toContain('planted')
})

describe.each(['anthropic', 'gemini', 'ollama'] as const)('%s against an independent double', (kind) => {
  it('[MOD-54] the connection test passes and never shows the key', async () => {
    mock.onMessage(/count/i, { content: 'one, two, three, four, five, six, seven' }, { chunkSize: 4, latency: 2 })
    const settings: EndpointSettings = { kind, baseUrl: mock.url, apiKey: KEY, model: MODELS[kind] }
    const report = await testEndpoint(settings, () => undefined)
    expect(report.ok, JSON.stringify(report.steps)).toBe(true)
    expect(JSON.stringify(report)).not.toContain('planted')
  })
})

describe('what their servers are known to do', () => {
  let server: QuirkServer
  let answer: [status: number, type: string, body: string] = [200, 'text/plain', '']
  let asked: HeardRequest[] = []
  beforeAll(async () => {
    server = await startQuirkServer(() => ({ status: answer[0], type: answer[1], pieces: [answer[2]] }))
  })
  afterAll(() => server.stop())
  const sse = (...events: object[]): string => events.map((event) => `event: ${(event as { type?: string }).type ?? 'message'}\ndata: ${JSON.stringify(event)}\n\n`).join('')
  const run = (kind: Kind, given: typeof answer): Promise<Asked> => {
    answer = given
    server.requests.length = 0
    asked = server.requests
    return askModel(createModel({ kind, baseUrl: server.url, apiKey: KEY, model: MODELS[kind] }, { random: () => 0 })!, { messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hello' }, { role: 'user', content: 'again' }], stop: ['\n'] })
  }

  it('[MOD-55] anthropic: thinking apart, pings passed over, tokens from both ends; asked as a browser must, turns merged', async () => {
    const { generation, reasoning } = await run('anthropic', [200, 'text/event-stream', sse(
      { type: 'message_start', message: { id: 'm', role: 'assistant', content: [], usage: { input_tokens: 25, output_tokens: 1 } } }, { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } }, { type: 'ping' },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'They greet me.' } }, { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'EqQBCgIYAhIM' } }, { type: 'content_block_stop', index: 0 },
      { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } }, { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Good ' } }, { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'day.' } }, { type: 'content_block_stop', index: 1 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 15 } }, { type: 'message_stop' },
    )])
    expect(generation).toMatchObject({ ok: true, text: 'Good day.', reasoning: 'They greet me.', finish: 'stop', tokensIn: 25, tokensOut: 15 })
    expect(reasoning).toBe('They greet me.')
    expect(asked[0]).toMatchObject({ path: '/v1/messages', headers: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01', 'anthropic-dangerous-direct-browser-access': 'true' }, json: { system: 'Be brief.', messages: [{ role: 'user', content: 'Hello\n\nagain' }], stop_sequences: ['\n'], stream: true } })
    expect(asked[0]!.headers['authorization']).toBeUndefined()
  })

  it('[MOD-55] anthropic: an error in the middle keeps what came; a refusal is told; one whole message counts', async () => {
    const start = { type: 'message_start', message: { usage: { input_tokens: 5 } } }
    const text = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'I was about to' } }
    expect((await run('anthropic', [200, 'text/event-stream', sse(start, text, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } })])).generation).toMatchObject({ ok: false, reason: 'overloaded', text: 'I was about to' })
    expect((await run('anthropic', [200, 'text/event-stream', sse(start, { type: 'message_delta', delta: { stop_reason: 'refusal' } }, { type: 'message_stop' })])).generation).toMatchObject({ ok: false, reason: 'filtered' })
    expect((await run('anthropic', [200, 'application/json', JSON.stringify({ type: 'message', role: 'assistant', content: [{ type: 'text', text: SAID }], stop_reason: 'max_tokens', usage: { input_tokens: 3, output_tokens: 9 } })])).generation).toMatchObject({ ok: true, text: SAID, finish: 'length', tokensOut: 9 })
  })

  it('[MOD-55] gemini: thoughts apart, several parts, usage; asked by its own door with the key in a header, never in the address', async () => {
    const { generation } = await run('gemini', [200, 'text/event-stream', `data: ${JSON.stringify({ candidates: [{ content: { role: 'model', parts: [{ text: 'Hm.', thought: true }, { text: 'Good ' }] } }] })}\r\n\r\ndata: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'day.' }] }, finishReason: 'STOP' }], usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 4 } })}\r\n\r\n`])
    expect(generation).toMatchObject({ ok: true, text: 'Good day.', reasoning: 'Hm.', finish: 'stop', tokensIn: 8, tokensOut: 4 })
    expect(asked[0]).toMatchObject({ path: '/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse', headers: { 'x-goog-api-key': KEY }, json: { systemInstruction: { parts: [{ text: 'Be brief.' }] }, contents: [{ role: 'user', parts: [{ text: 'Hello\n\nagain' }] }], generationConfig: { stopSequences: ['\n'] } } })
    expect(asked[0]!.path).not.toContain('planted')
  })

  it('[MOD-55] gemini: a blocked prompt and a blocked answer are told; a wrong key, in an array of errors too', async () => {
    for (const body of [{ promptFeedback: { blockReason: 'SAFETY' } }, { candidates: [{ finishReason: 'PROHIBITED_CONTENT' }] }]) {
      expect((await run('gemini', [200, 'text/event-stream', `data: ${JSON.stringify(body)}\n\n`])).generation).toMatchObject({ ok: false, reason: 'filtered' })
    }
    const { generation } = await run('gemini', [400, 'application/json', JSON.stringify([{ error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } }])])
    expect(generation).toMatchObject({ ok: false, reason: 'unauthorized' })
  })

  it('[MOD-55] ollama: thinking apart, lines of JSON, its own counts; asked for a context that holds our prompts', async () => {
    const { generation } = await run('ollama', [200, 'application/x-ndjson', [{ message: { role: 'assistant', content: '', thinking: 'Who is it?' }, done: false }, { message: { content: 'Good ' }, done: false }, { message: { content: 'day.' }, done: false }, { message: { content: '' }, done: true, done_reason: 'stop', prompt_eval_count: 26, eval_count: 12 }].map((line) => `${JSON.stringify(line)}\n`).join('')])
    expect(generation).toMatchObject({ ok: true, text: 'Good day.', reasoning: 'Who is it?', finish: 'stop', tokensIn: 26, tokensOut: 12 })
    expect(asked[0]).toMatchObject({ path: '/api/chat', json: { model: 'llama3.2', options: { num_ctx: 8192, stop: ['\n'] } } })
    expect((await run('ollama', [404, 'application/json', '{"error":"model \\"llama3.2\\" not found, try pulling it first"}'])).generation).toMatchObject({ ok: false, reason: 'model-missing' })
    expect((await run('ollama', [200, 'application/x-ndjson', '{"message":{"content":"Go"},"done":false}\n{"error":"llama runner process has terminated"}\n'])).generation).toMatchObject({ ok: false, text: 'Go' })
  })
})
