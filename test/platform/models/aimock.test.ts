/** The client against a model server that nobody here wrote. */
import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LanguageModel } from '#minds/language-model.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { askModel } from '#test/support/ask-model.ts'

const SAID = 'The river rose last night, so take the upper path.'
let mock: LLMock
beforeAll(async () => {
  mock = new LLMock({ port: 0 })
  await mock.start()
})
beforeEach(() => {
  mock.clearFixtures()
  mock.clearRequests()
  mock.clearChaos()
})
afterAll(() => mock.stop())

const model = (name = 'gpt-4o'): LanguageModel => createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: mock.url, apiKey: 'sk-planted-0123456789', model: name }, { random: () => 0 })
const ask = (words: string, chosen = model()): ReturnType<typeof askModel> => askModel(chosen, { messages: [{ role: 'user', content: words }] })

describe('against an independent double', () => {
  it('[MOD-50] a streamed answer arrives whole and in pieces', async () => {
    mock.onMessage('which way', { content: SAID }, { chunkSize: 4, latency: 2 })
    const { generation, speech, pieces } = await ask('Which way? I mean: which way')
    expect(generation).toMatchObject({ ok: true, text: SAID, finish: 'stop' })
    expect(speech).toBe(SAID)
    expect(pieces).toBeGreaterThan(3)
    expect(generation.tokensOut).toBeGreaterThan(0)
  })

  it('[MOD-50] reasoning is kept apart', async () => {
    mock.onMessage('think first', { content: SAID, reasoning: 'They are new here.' })
    expect((await ask('think first')).generation).toMatchObject({ ok: true, text: SAID, reasoning: 'They are new here.' })
  })

  it('[MOD-50] a tool call instead of words is told', async () => {
    mock.onMessage('use a tool', { toolCalls: [{ name: 'walk', arguments: '{"to":"mill"}' }] })
    expect((await ask('use a tool')).generation).toMatchObject({ ok: false, reason: 'empty' })
  })

  it('[MOD-51] 429 with Retry-After is waited for and tried again', async () => {
    mock.onMessage('hello there', { content: SAID })
    mock.nextRequestError(429, { message: 'Rate limit reached', type: 'rate_limit_error' })
    const { generation } = await ask('hello there')
    expect(generation.ok ? generation.text : generation.message).toBe(SAID)
    expect(generation.totalMs).toBeGreaterThan(900)
    expect(mock.getRequests().length).toBe(2)
  })

  it.each([
    [500, 'server-error', 1],
    [401, 'unauthorized', 1],
    [404, 'unreachable', 1],
    [503, 'overloaded', 3],
    [529, 'overloaded', 3],
  ] as const)('[MOD-51] status %i is %s after %i tries', async (status, reason, tries) => {
    mock.onMessage('hello', { error: { message: 'it said no', type: 'x' }, status })
    const { generation } = await ask('hello')
    expect(generation).toMatchObject({ ok: false, reason })
    expect(generation.ok ? '' : generation.message).toContain('it said no')
    expect(mock.getRequests().length).toBe(tries)
  })

  it('[MOD-52] a malformed body is told as such', async () => {
    mock.onMessage('hello', { content: SAID }, { chaos: { malformedRate: 1 } })
    expect((await ask('hello')).generation).toMatchObject({ ok: false, reason: expect.stringMatching(/malformed|server-error/) as string })
  })

  it('[MOD-52] a stream that breaks off in the middle keeps what came', async () => {
    mock.onMessage('hello', { content: SAID }, { chunkSize: 3, latency: 5, truncateAfterChunks: 6 })
    const { generation } = await ask('hello')
    expect(generation).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(generation.text.length).toBeGreaterThan(0)
    expect(SAID.startsWith(generation.text)).toBe(true)
  })

  it('[MOD-52] a connection that is always dropped is given up after three tries', async () => {
    mock.onMessage('hello', { content: SAID }, { chaos: { disconnectRate: 1 } })
    expect((await ask('hello')).generation).toMatchObject({ ok: false, reason: 'unreachable' })
  })

  it('[MOD-53] the connection test finds its models and passes', async () => {
    mock.onMessage(/count/i, { content: 'one, two, three, four, five, six, seven' }, { chunkSize: 4, latency: 2 })
    const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: mock.url, apiKey: 'sk-planted-0123456789' }, () => undefined)
    expect(report.steps.filter((step) => step.ok !== true)).toEqual([])
    expect(report.models.length).toBeGreaterThan(0)
    expect(JSON.stringify(report)).not.toContain('planted')
  })
})
