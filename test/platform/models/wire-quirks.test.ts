/** What real servers put on the wire, byte for byte, and what is to be made of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { askModel } from '#test/support/ask-model.ts'
import { eventOf, startQuirkServer, streamOf, type Quirk, type QuirkServer } from '#test/support/quirk-server.ts'

type Answered = { text: string; reasoning?: string; finish?: 'stop' | 'length' | 'other'; tokensOut?: number; tokensIn?: number }
type Case = [name: string, quirk: Quirk, expected: Answered]

const HELLO = 'Good morning to you.'
const hello = streamOf(HELLO).join('')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const raw = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`
const whole = (rest: { [key: string]: unknown } = {}): string => JSON.stringify({ id: 'x', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: HELLO }, finish_reason: 'stop' }], ...rest })
const END = 'data: [DONE]\n\n'
const STOP = eventOf({}, { finish_reason: 'stop' })

function everyByte(text: string): Uint8Array[] {
  return [...bytes(text)].map((byte) => new Uint8Array([byte]))
}

const FRAMING: Case[] = [
  ['the usual stream', { pieces: streamOf(HELLO) }, { text: HELLO, finish: 'stop' }],
  ['all events in one read', { pieces: [hello] }, { text: HELLO }],
  ['one byte a read', { pieces: everyByte(eventOf({ content: 'Ça va, né? 🌄' }) + STOP + END), gapMs: 0 }, { text: 'Ça va, né? 🌄' }],
  ['CRLF', { pieces: [hello.replaceAll('\n', '\r\n')] }, { text: HELLO }],
  ['CRLF cut between CR and LF', { pieces: hello.replaceAll('\n', '\r\n').split(/(?<=\r)(?=\n)/) }, { text: HELLO }],
  ['lone CR', { pieces: streamOf(HELLO).map((event) => event.replaceAll('\n', '\r')) }, { text: HELLO }],
  ['lone CR with the socket left open', { pieces: streamOf(HELLO).map((event) => event.replaceAll('\n', '\r')), ending: 'open' }, { text: HELLO }],
  ['no space after the colon', { pieces: streamOf(HELLO).map((event) => event.replace('data: ', 'data:')) }, { text: HELLO }],
  ['byte order mark', { pieces: [new Uint8Array([0xef, 0xbb, 0xbf]), hello] }, { text: HELLO }],
  ['comments as keep-alive', { pieces: [': OPENROUTER PROCESSING\n\n', ':\n', ': ping\n\n', ...streamOf(HELLO)] }, { text: HELLO }],
  ['comments between events', { pieces: streamOf(HELLO).flatMap((event) => [': still here\n\n', event]) }, { text: HELLO }],
  ['event, id and retry fields', { pieces: streamOf(HELLO).map((event, i) => `event: message\nid: ${i}\nretry: 3000\n${event}`) }, { text: HELLO }],
  ['unknown fields', { pieces: streamOf(HELLO).map((event) => `foo: bar\nbaz\n${event}`) }, { text: HELLO }],
  ['blank lines before and between', { pieces: ['\n\n\n', ...streamOf(HELLO).map((event) => `\n\n${event}\n`)] }, { text: HELLO }],
  ['no blank line between events', { pieces: [hello.replaceAll('\n\n', '\n')] }, { text: HELLO }],
  ['one JSON over several data lines', { pieces: [`data: {"choices":[{"index":0,\ndata: "delta":{"content":"${HELLO}"}}]}\n\n`, STOP, END] }, { text: HELLO }],
  ['no [DONE]', { pieces: streamOf(HELLO).slice(0, -1) }, { text: HELLO, finish: 'stop' }],
  ['no [DONE] and the socket left open', { pieces: streamOf(HELLO).slice(0, -1), ending: 'open' }, { text: HELLO, finish: 'stop' }],
  ['[DONE] and the socket left open', { pieces: streamOf(HELLO), ending: 'open' }, { text: HELLO, finish: 'stop' }],
  ['[DONE] and the socket broken', { pieces: streamOf(HELLO), ending: 'destroy' }, { text: HELLO, finish: 'stop' }],
  ['[DONE] without a closing blank line', { pieces: [...streamOf(HELLO).slice(0, -1), 'data: [DONE]'] }, { text: HELLO }],
  ['[DONE] with spaces', { pieces: [...streamOf(HELLO).slice(0, -1), 'data:   [DONE] \n\n'], ending: 'open' }, { text: HELLO }],
  ['words after [DONE]', { pieces: [...streamOf(HELLO), eventOf({ content: ' never' })] }, { text: HELLO }],
  ['last event without a closing blank line', { pieces: [eventOf({ content: 'Good ' }), eventOf({ content: 'night.' }).trimEnd()] }, { text: 'Good night.' }],
  ['neither finish nor [DONE]', { pieces: [eventOf({ content: HELLO })] }, { text: HELLO, finish: 'other' }],
  ['stream ignored: one JSON object', { type: 'application/json', pieces: [whole()] }, { text: HELLO, finish: 'stop' }],
  ['one JSON object over many lines', { type: 'application/json', pieces: [JSON.stringify(JSON.parse(whole()), null, 2)] }, { text: HELLO, finish: 'stop' }],
  ['one JSON object cut in pieces, socket left open', { type: 'application/json', pieces: [whole().slice(0, 40), whole().slice(40)], ending: 'open' }, { text: HELLO }],
  ['one JSON object that claims to be a stream', { pieces: [whole()] }, { text: HELLO }],
  ['one whole answer as a single event', { pieces: [`data: ${whole()}\n\n`, END] }, { text: HELLO }],
  ['lines of JSON', { type: 'application/x-ndjson', pieces: streamOf(HELLO).slice(0, -1).map((event) => event.slice(6, -1)) }, { text: HELLO }],
  ['lines of JSON in the native form of Ollama', { type: 'application/x-ndjson', pieces: ['{"message":{"role":"assistant","content":"Good "},"done":false}\n', '{"message":{"content":"day."},"done":false}\n', '{"message":{"content":""},"done":true,"done_reason":"stop","prompt_eval_count":12,"eval_count":3}\n'] }, { text: 'Good day.', finish: 'stop', tokensIn: 12, tokensOut: 3 }],
  ['stream called plain text', { type: 'text/plain; charset=utf-8', pieces: streamOf(HELLO) }, { text: HELLO }],
  ['an event that is no JSON among others', { pieces: [eventOf({ content: 'Good ' }), 'data: ping\n\n', eventOf({ content: 'day.' }), STOP, END] }, { text: 'Good day.' }],
]

const CHUNKS: Case[] = [
  ['no role', { pieces: [eventOf({ content: HELLO }), STOP, END] }, { text: HELLO }],
  ['role in every chunk', { pieces: [eventOf({ role: 'assistant', content: 'Good ' }), eventOf({ role: 'assistant', content: 'day.' }), STOP, END] }, { text: 'Good day.' }],
  ['null content', { pieces: [eventOf({ role: 'assistant', content: null }), eventOf({ content: HELLO }), eventOf({ content: null }, { finish_reason: 'stop' }), END] }, { text: HELLO }],
  ['empty choices with usage', { pieces: [eventOf({ content: HELLO }), STOP, raw({ choices: [], usage: { prompt_tokens: 31, completion_tokens: 7 } }), END] }, { text: HELLO, tokensIn: 31, tokensOut: 7 }],
  ['usage in every chunk', { pieces: [1, 2, 3].map((n) => raw({ choices: [{ index: 0, delta: { content: `${n}` } }], usage: { prompt_tokens: 9, completion_tokens: n } })).concat(STOP, END) }, { text: '123', tokensIn: 9, tokensOut: 3 }],
  ['usage null', { pieces: [raw({ choices: [{ index: 0, delta: { content: HELLO } }], usage: null }), STOP, END] }, { text: HELLO }],
  ['usage inside a choice', { pieces: [eventOf({ content: HELLO }), eventOf({}, { finish_reason: 'stop', usage: { prompt_tokens: 4, completion_tokens: 5 } }), END] }, { text: HELLO, tokensIn: 4, tokensOut: 5 }],
  ['usage in x_groq', { pieces: [eventOf({ content: HELLO }), raw({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: { usage: { prompt_tokens: 6, completion_tokens: 8 } } }), END] }, { text: HELLO, tokensIn: 6, tokensOut: 8 }],
  ['timings of llama.cpp', { pieces: [eventOf({ content: HELLO }), raw({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], timings: { prompt_n: 21, predicted_n: 6 } }), END] }, { text: HELLO, tokensIn: 21, tokensOut: 6 }],
  ['several choices', { pieces: [raw({ choices: [{ index: 1, delta: { content: 'no' } }, { index: 0, delta: { content: HELLO } }] }), raw({ choices: [{ index: 1, delta: {}, finish_reason: 'length' }] }), STOP, END] }, { text: HELLO, finish: 'stop' }],
  ['only a second choice speaks', { pieces: [raw({ choices: [{ index: 1, delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, { text: HELLO }],
  ['choice without an index', { pieces: [raw({ choices: [{ delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, { text: HELLO }],
  ['unknown fields everywhere', { pieces: [raw({ foo: [1], choices: [{ index: 0, logprobs: null, delta: { content: HELLO, x: {} }, y: 1 }], service_tier: 'z' }), STOP, END] }, { text: HELLO }],
  ['words and finish in one chunk', { pieces: [eventOf({ content: HELLO }, { finish_reason: 'stop' }), END] }, { text: HELLO, finish: 'stop' }],
  ['the whole message repeated at the end', { pieces: [eventOf({ content: 'Good day.' }), raw({ choices: [{ index: 0, message: { content: 'Good day.' }, finish_reason: 'stop' }] }), END] }, { text: 'Good day.' }],
  ['message instead of delta', { pieces: [raw({ choices: [{ index: 0, message: { content: HELLO }, finish_reason: 'stop' }] }), END] }, { text: HELLO }],
  ['text instead of delta', { pieces: [raw({ choices: [{ index: 0, text: 'Good ' }] }), raw({ choices: [{ index: 0, text: 'day.', finish_reason: 'stop' }] }), END] }, { text: 'Good day.' }],
  ['content as parts', { pieces: [eventOf({ content: [{ type: 'text', text: 'Good ' }, { type: 'text', text: 'day.' }] }), STOP, END] }, { text: 'Good day.' }],
  ['thinking as a part', { pieces: [eventOf({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] }), eventOf({ content: 'Good day.' }), STOP, END] }, { text: 'Good day.', reasoning: 'Hm.' }],
  ['reasoning_content', { pieces: [eventOf({ reasoning_content: 'Hm, ' }), eventOf({ reasoning_content: 'well.', content: null }), eventOf({ content: HELLO }), STOP, END] }, { text: HELLO, reasoning: 'Hm, well.' }],
  ['reasoning', { pieces: [eventOf({ reasoning: 'Hm.', content: '' }), eventOf({ content: HELLO, reasoning: null }), STOP, END] }, { text: HELLO, reasoning: 'Hm.' }],
  ['a think block', { pieces: streamOf(`<think>\nHm, well.\n</think>\n\n${HELLO}`) }, { text: HELLO, reasoning: '\nHm, well.\n' }],
  ['a think block cut inside its tags', { pieces: ['<th', 'ink>Hm', '.</', 'thi', 'nk>', 'Good', ' day.'].map((content) => eventOf({ content })).concat(STOP, END) }, { text: 'Good day.', reasoning: 'Hm.' }],
  ['thinking closed but never opened', { pieces: ['Hm.', '</think>', 'Good day.'].map((content) => eventOf({ content })).concat(STOP, END) }, { text: 'Good day.', reasoning: 'Hm.' }],
  ['words before a think block that never closes', { pieces: streamOf('Good day. <think>is that all').concat() }, { text: 'Good day. ', reasoning: 'is that all' }],
  ['leading white space', { pieces: ['\n', '\n ', 'Good', ' day.'].map((content) => eventOf({ content })).concat(STOP, END) }, { text: 'Good day.' }],
  ['cut off by length', { pieces: [eventOf({ content: HELLO }), eventOf({}, { finish_reason: 'length' }), END] }, { text: HELLO, finish: 'length' }],
  ['a finish of its own making', { pieces: [eventOf({ content: HELLO }, { finish_reason: 'eos_token' }), END] }, { text: HELLO, finish: 'stop' }],
  ['finish as an empty text', { pieces: [eventOf({ content: HELLO }, { finish_reason: '' }), END] }, { text: HELLO, finish: 'other' }],
  ['words and a tool call', { pieces: [eventOf({ content: HELLO }), eventOf({ tool_calls: [{ index: 0, function: { name: 'f', arguments: '{"a' } }] }), eventOf({ tool_calls: [{ index: 0, function: { arguments: '":1}' } }] }), eventOf({}, { finish_reason: 'tool_calls' }), END] }, { text: HELLO, finish: 'other' }],
  ['a refusal in its own field', { pieces: [eventOf({ refusal: 'I cannot.' }), STOP, END] }, { text: 'I cannot.' }],
  ['chunks that are no objects', { pieces: ['data: null\n\n', 'data: 7\n\n', 'data: "x"\n\n', 'data: {"choices":null}\n\n', 'data: {"choices":[null,3]}\n\n', ...streamOf(HELLO)] }, { text: HELLO }],
  ['delta null', { pieces: [eventOf(null), ...streamOf(HELLO)] }, { text: HELLO }],
  ['error null beside the words', { pieces: [raw({ error: null, choices: [{ index: 0, delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, { text: HELLO }],
  ['a list of chunks in one event', { pieces: [raw([{ choices: [{ index: 0, delta: { content: 'Good ' } }] }, { choices: [{ index: 0, delta: { content: 'day.' }, finish_reason: 'stop' }] }]), END] }, { text: 'Good day.' }],
]

let server: QuirkServer
let quirk: Quirk = { pieces: [] }
beforeAll(async () => {
  server = await startQuirkServer(() => quirk)
})
afterAll(() => server.stop())

async function expectAnswer(given: Quirk, expected: Answered): Promise<void> {
  quirk = given
  const { generation, speech, reasoning } = await askModel(createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: server.url, model: 'm' }))
  expect(generation.ok ? 'ok' : generation.message).toBe('ok')
  expect(generation.text).toBe(expected.text)
  expect(generation.reasoning).toBe(expected.reasoning ?? '')
  // an answer that turned out to have begun with thinking was heard before that was known
  if (expected.reasoning === undefined || speech.length === expected.text.length) expect([speech, reasoning]).toEqual([generation.text, generation.reasoning])
  if (expected.finish !== undefined) expect(generation.ok && generation.finish).toBe(expected.finish)
  if (expected.tokensIn !== undefined) expect(generation.tokensIn).toBe(expected.tokensIn)
  if (expected.tokensOut !== undefined) expect(generation.tokensOut).toBe(expected.tokensOut)
  expect(generation.tokensOut).toBeGreaterThan(0)
  expect(generation.firstTokenMs).not.toBeNull()
}

describe('quirks of the wire', () => {
  it.each(FRAMING)('[MOD-10] framing: %s', (_name, given, expected) => expectAnswer(given, expected))
  it.each(CHUNKS)('[MOD-11] chunks: %s', (_name, given, expected) => expectAnswer(given, expected))
})
