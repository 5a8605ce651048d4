/** What the list of quirks cannot say: templates however they are cut, waits in headers and words, refusals in every wording, calls side by side. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChatModel } from '#platform/models/chat-model.ts'
import { findRefused, type Droppable } from '#platform/models/chat-request.ts'
import { anthropic } from '#platform/models/anthropic.ts'
import { gemini } from '#platform/models/gemini.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { readRetryAfter, readWaitInWords } from '#platform/models/retry-after.ts'
import { createTemplateFilter } from '#platform/models/template-tokens.ts'
import { askModel } from '#test/support/ask-model.ts'
import { eventOf, streamOf, type Quirk } from '#test/support/quirk-server.ts'
import { END, HARMONY, json, raw } from '#test/support/quirks/pieces.ts'
import { serveForFile } from '#test/support/serve-for-file.ts'

const server = serveForFile()
let models = 0
const settings = (): { kind: 'openai-compatible'; baseUrl: string; apiKey: string; model: string } => ({ kind: 'openai-compatible', baseUrl: server.url, apiKey: 'sk-planted-0123456789', model: `m-${++models}` })
const SHORT = { limits: { firstTokenMs: 700, idleMs: 700, totalMs: 3_000 } }

function filtered(pieces: readonly string[]): { text: string; reasoning: string; ended: boolean } {
  const heard = { text: '', reasoning: '', ended: false }
  const filter = createTemplateFilter({ onText: (text) => (heard.text += text), onReasoning: (text) => (heard.reasoning += text), onEnd: () => (heard.ended = true) })
  for (const piece of pieces) filter.feed(piece)
  filter.end()
  return heard
}

describe('templates that leak', () => {
  it.each([
    ['Good day.<|im_end|>', 'Good day.', ''],
    ['Good day.<|im_end|>\n<|im_start|>user\nAnd you?', 'Good day.', ''],
    ['<|im_start|>assistant\nGood day.<|im_end|>', 'Good day.', ''],
    ['<|im_start|>assistant<|im_sep|>Good day.', 'Good day.', ''],
    ['Good day.</s><s>[INST] more [/INST]', 'Good day.', ''],
    ['<s>Good day.', 'Good day.', ''],
    ['Good day.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHm', 'Good day.', ''],
    ['<|start_header_id|>assistant<|end_header_id|>\n\nGood day.', 'Good day.', ''],
    ['Good day.<end_of_turn>\n<start_of_turn>user', 'Good day.', ''],
    ['Good day.<｜end▁of▁sentence｜><｜User｜>no', 'Good day.', ''],
    ['Good day.<|endoftext|>Human: no', 'Good day.', ''],
    ['Good day.<|end|>\n<|user|>\nno', 'Good day.', ''],
    ['<|assistant|>\nGood day.', 'Good day.', ''],
    ['assistant\n\nGood day.', 'Good day.', ''],
    ['assistant: \nGood day.', 'Good day.', ''],
    ['model\nGood day.', 'Good day.', ''],
    [HARMONY, 'Good day.', 'Hm, well.'],
    [HARMONY.replace('<|channel|>analysis', '<|start|>assistant<|channel|>analysis'), 'Good day.', 'Hm, well.'],
    ['<|channel|>commentary to=functions.look <|constrain|>json<|message|>{"a":1}<|call|>', '', '{"a":1}'],
    ['analysisThe greeting.assistantfinalGood day.', 'Good day.', 'The greeting.'],
    ['<|channel>thought\nHm.<channel|>Good day.', 'Good day.', 'Hm.'],
    ['assistants meet here. <b>Good</b> [day] 1 < 2', 'assistants meet here. <b>Good</b> [day] 1 < 2', ''],
    ['models are\nanalysis of a kind', 'models are\nanalysis of a kind', ''],
  ])('[MOD-60] %s', (text, speech, reasoning) => {
    for (const pieces of [[text], [...text]]) {
      const heard = filtered(pieces)
      expect([heard.text.trim(), heard.reasoning]).toEqual([speech, reasoning])
    }
  })

  it('[MOD-60] does not depend on where the text was cut', () => {
    const part = fc.constantFrom('<|im_end|>', '<|im_start|>', '<|channel|>', 'final', 'analysis', '<|message|>', '<|end|>', '</s>', '<', '|>', 'assistant', '\n', 'word ', 'user', '[INST]', '<start_of_turn>')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(60), { maxLength: 12 }), (parts, cuts) => {
        const text = parts.join('')
        const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b)
        const cut = filtered([0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length)))
        const whole = filtered([text])
        // white space before the first word is not spoken anyway
        expect({ ...cut, text: cut.text.trimStart() }).toEqual({ ...whole, text: whole.text.trimStart() })
      }),
      { numRuns: 400 },
    )
  })

  it('[MOD-60] what a model goes on to say in other roles is not waited for', async () => {
    server.answer = () => ({ pieces: [eventOf({ content: 'Good day.' }), eventOf({ content: '<|im_end|>\n<|im_start|>user\n' }), ...Array.from({ length: 50 }, () => eventOf({ content: 'no ' }))], ending: 'open', gapMs: 5 })
    const { generation } = await askModel(createOpenAiCompatible(settings()), SHORT)
    expect(generation).toMatchObject({ ok: true, text: 'Good day.', finish: 'stop' })
  })
})

describe('more shapes', () => {
  it('[MOD-61] one object after another without anything between', async () => {
    server.answer = () => ({ type: 'application/json', pieces: [['Good ', 'day.'].map((content) => JSON.stringify({ choices: [{ index: 0, delta: { content } }] })).join('')] })
    expect((await askModel(createOpenAiCompatible(settings()), SHORT)).generation).toMatchObject({ ok: true, text: 'Good day.' })
  })

  it('[MOD-61] one that says with every chunk that it has ended, and then pauses, is heard out', async () => {
    server.answer = () => ({ pieces: [eventOf({ content: 'Good ' }, { finish_reason: 'stop' }), eventOf({ content: 'day.' }, { finish_reason: 'stop' }), END], gapMs: 500 })
    expect((await askModel(createOpenAiCompatible(settings()), { limits: { firstTokenMs: 2_000, idleMs: 3_000, totalMs: 6_000 } })).generation).toMatchObject({ ok: true, text: 'Good day.' })
  })
})

describe('more failures', () => {
  it('[MOD-62] Anthropic and Gemini in their own words', async () => {
    const ask = async (dialect: typeof anthropic, quirk: Quirk) => {
      server.answer = () => quirk
      return (await askModel(createChatModel(dialect, { ...settings(), kind: dialect.id }), SHORT)).generation
    }
    expect(await ask(anthropic, { pieces: ['event: error\ndata: {"type":"error","error":{"type":"rate_limit_error","message":"Slow down"}}\n\n'] })).toMatchObject({ reason: 'rate-limited' })
    expect(await ask(anthropic, { pieces: [raw({ type: 'message_start', message: {} }), raw({ type: 'message_delta', delta: { stop_reason: 'refusal' } })] })).toMatchObject({ reason: 'filtered' })
    expect(await ask(gemini, { pieces: [raw({ candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] })] })).toMatchObject({ reason: 'empty' })
    expect(await ask(gemini, json(400, { error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } }))).toMatchObject({ reason: 'unauthorized' })
    expect(await ask(gemini, json(429, { error: { code: 429, message: 'You exceeded your current quota, please check your plan and billing details. Please retry in 34.07s.', status: 'RESOURCE_EXHAUSTED' } }))).toMatchObject({ reason: 'rate-limited', message: expect.stringMatching(/wait 35 seconds/) as string })
  })
})

describe('how long to wait', () => {
  const now = Date.UTC(2026, 10, 27)
  it.each([
    [{ 'x-ratelimit-reset-requests': '1.2s' }, 1_200],
    [{ 'x-ratelimit-reset-tokens': '6m0s', 'x-ratelimit-reset-requests': '2ms' }, 360_000],
    [{ 'x-ratelimit-reset': String(now + 5_000) }, 5_000],
    [{ 'x-ratelimit-reset': String(now / 1_000 + 7) }, 7_000],
    [{ 'ratelimit-reset': '9' }, 9_000],
    [{ 'retry-after': '2', 'x-ratelimit-reset-tokens': '6m' }, 2_000],
    [{ 'retry-after': '20s' }, 20_000],
    [{ 'x-ratelimit-reset': 'soon' }, null],
  ])('[MOD-63] headers %o', (headers, ms) => expect(readRetryAfter(new Headers(headers), now)).toBe(ms))

  it.each([
    ['Please try again in 1.2s. Visit …', 1_200],
    ['Please try again in 6m0s.', 360_000],
    ['Please try again in 850ms', 850],
    ['Rate limited, retry after 20 seconds', 20_000],
    ['Please wait 1 hour and 20 minutes', 4_800_000],
    ['{"@type":"…RetryInfo","retryDelay":"34s"}', 34_000],
    ['{"error":"loading","estimated_time":20.5}', 20_500],
    ['Try again later.', null],
    ['max 30 requests', null],
  ])('[MOD-63] words %s', (words, ms) => expect(readWaitInWords(words)).toBe(ms))

  it('[MOD-63] one that says not to ask again is not asked again', async () => {
    server.requests.length = 0
    server.answer = () => json(503, { error: 'no' }, { 'x-should-retry': 'false' })
    await askModel(createOpenAiCompatible(settings()), SHORT)
    expect(server.requests).toHaveLength(1)
  })
})

const BODY = JSON.stringify({ model: 'm', messages: [], stream: true, stream_options: { include_usage: true }, max_tokens: 5, temperature: 1, stop: ['x'] })
describe('what is refused, in many wordings', () => {
  it.each<[string, Droppable | null]>([
    ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 'max_tokens'],
    ["Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.", 'temperature'],
    ['`temperature` is deprecated for this model.', 'temperature'],
    ['temperature must be between 0 and 1', 'temperature'],
    ['Unrecognized request argument supplied: stream_options', 'stream_options'],
    ['json: unknown field "stream_options"', 'stream_options'],
    ['Extra inputs are not permitted (body.stream_options.include_usage)', 'stream_options'],
    ["Unsupported parameter: 'stop' is not supported with this model.", 'stop'],
    ['property stop_sequences is unsupported', 'stop'],
    ['Jinja Exception: System role not supported', 'system'],
    ["Unsupported value: 'messages[0].role' does not support 'system' with this model.", 'system'],
    ['Developer instruction is not enabled for models/gemma-3-27b-it', 'system'],
    ["Invalid role 'system'. Only 'user' and 'assistant' are allowed.", 'system'],
    ['Conversation roles must alternate user/assistant/user/assistant/...', 'system'],
    ['The first message role should be user', 'system'],
    ['Streaming is not supported for this model', 'stream'],
    ['This endpoint does not support streaming', 'stream'],
    ['stream must be false', 'stream'],
    ['Extra inputs are not permitted', 'stream_options'],
    ['additional properties are not allowed', 'stream_options'],
    ['Upstream error from Provider', null],
    ['model: deepseek-r1 does not support feature: structured-outputs', null],
    ['Only one completion choice is allowed', null],
    ['The generation stopped unexpectedly', null],
    ['Provider returned error', null],
  ])('[MOD-64] %s', (words, what) => expect(findRefused(words, BODY, new Set())).toBe(what))

  it('[MOD-64] a shape and several answers under further names', () => {
    const body = JSON.stringify({ ...(JSON.parse(BODY) as object), n: 2, response_format: {} })
    expect(findRefused('model: deepseek-r1 does not support feature: structured-outputs', body, new Set())).toBe('response_format')
    expect(findRefused('Only one completion choice is allowed', body, new Set())).toBe('n')
  })

  it('[MOD-64] the names that other protocols give to the same', () => {
    expect(findRefused('stop_sequences is not supported', JSON.stringify({ stop_sequences: ['x'] }), new Set())).toBe('stop')
    expect(findRefused('Unknown name "stopSequences"', JSON.stringify({ generationConfig: { stopSequences: ['x'] } }), new Set())).toBe('stop')
    const body = JSON.parse(gemini.write('m', { messages: [{ role: 'system', content: 'S' }, { role: 'user', content: 'U' }], maxTokens: 5, temperature: 1 } as never, new Set(['system']), {})) as { systemInstruction?: unknown; contents: Array<{ role: string; parts: Array<{ text: string }> }> }
    expect(body.systemInstruction).toBeUndefined()
    expect(body.contents).toEqual([{ role: 'user', parts: [{ text: 'S\n\nU' }] }])
  })

  it('[MOD-65] two calls that find out at once both get their answer', async () => {
    const shared = settings()
    server.requests.length = 0
    server.answer = (request) => ('max_tokens' in request.json ? { ...json(400, { error: { message: "Use 'max_completion_tokens' instead of max_tokens." } }), delayMs: 60 } : { pieces: streamOf('Good day.') })
    const asked = await Promise.all([1, 2, 3].map(() => askModel(createOpenAiCompatible(shared), SHORT)))
    expect(asked.map(({ generation }) => (generation.ok ? generation.text : generation.message))).toEqual(['Good day.', 'Good day.', 'Good day.'])
    expect(server.requests).toHaveLength(6)
  })

  it('[MOD-65] a template that cannot bear the messages answers 500, and is spoken to otherwise', async () => {
    server.answer = (request) => ((request.json['messages'] as Array<{ role: string }>).some(({ role }) => role === 'system') ? json(500, { error: { code: 500, message: 'Jinja Exception: System role not supported' } }) : { pieces: streamOf('Good day.') })
    expect((await askModel(createOpenAiCompatible(settings()), SHORT)).generation).toMatchObject({ ok: true, text: 'Good day.' })
  })
})
