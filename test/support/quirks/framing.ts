/** How events are cut, ended and dressed, byte for byte; and chunks of every shape in use. */
import { eventOf, streamOf } from '../quirk-server.ts'
import { END, raw, STOP } from './pieces.ts'
import { answered, type WireQuirk } from './quirk.ts'


const HELLO = 'Good morning to you.'
const hello = streamOf(HELLO).join('')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const whole = (rest: { [key: string]: unknown } = {}): string => JSON.stringify({ id: 'x', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: HELLO }, finish_reason: 'stop' }], ...rest })
const everyByte = (text: string): Uint8Array[] => [...bytes(text)].map((byte) => new Uint8Array([byte]))

/** Framing. */
export const FRAMING: readonly WireQuirk[] = answered([
  ['the usual stream', { pieces: streamOf(HELLO) }, HELLO, { finish: 'stop' }],
  ['all events in one read', { pieces: [hello] }, HELLO],
  ['one byte a read', { pieces: everyByte(eventOf({ content: 'Ça va, né? 🌄' }) + STOP + END), gapMs: 0 }, 'Ça va, né? 🌄'],
  ['CRLF', { pieces: [hello.replaceAll('\n', '\r\n')] }, HELLO],
  ['CRLF cut between CR and LF', { pieces: hello.replaceAll('\n', '\r\n').split(/(?<=\r)(?=\n)/) }, HELLO],
  ['lone CR', { pieces: streamOf(HELLO).map((event) => event.replaceAll('\n', '\r')) }, HELLO],
  ['lone CR with the socket left open', { pieces: streamOf(HELLO).map((event) => event.replaceAll('\n', '\r')), ending: 'open' }, HELLO],
  ['no space after the colon', { pieces: streamOf(HELLO).map((event) => event.replace('data: ', 'data:')) }, HELLO],
  ['byte order mark', { pieces: [new Uint8Array([0xef, 0xbb, 0xbf]), hello] }, HELLO],
  ['comments as keep-alive', { pieces: [': OPENROUTER PROCESSING\n\n', ':\n', ': ping\n\n', ...streamOf(HELLO)] }, HELLO],
  ['comments between events', { pieces: streamOf(HELLO).flatMap((event) => [': still here\n\n', event]) }, HELLO],
  ['event, id and retry fields', { pieces: streamOf(HELLO).map((event, i) => `event: message\nid: ${i}\nretry: 3000\n${event}`) }, HELLO],
  ['unknown fields', { pieces: streamOf(HELLO).map((event) => `foo: bar\nbaz\n${event}`) }, HELLO],
  ['blank lines before and between', { pieces: ['\n\n\n', ...streamOf(HELLO).map((event) => `\n\n${event}\n`)] }, HELLO],
  ['no blank line between events', { pieces: [hello.replaceAll('\n\n', '\n')] }, HELLO],
  ['one JSON over several data lines', { pieces: [`data: {"choices":[{"index":0,\ndata: "delta":{"content":"${HELLO}"}}]}\n\n`, STOP, END] }, HELLO],
  ['no [DONE]', { pieces: streamOf(HELLO).slice(0, -1) }, HELLO, { finish: 'stop' }],
  ['no [DONE] and the socket left open', { pieces: streamOf(HELLO).slice(0, -1), ending: 'open' }, HELLO, { finish: 'stop' }],
  ['[DONE] and the socket left open', { pieces: streamOf(HELLO), ending: 'open' }, HELLO, { finish: 'stop' }],
  ['[DONE] and the socket broken', { pieces: streamOf(HELLO), ending: 'destroy' }, HELLO, { finish: 'stop' }],
  ['[DONE] without a closing blank line', { pieces: [...streamOf(HELLO).slice(0, -1), 'data: [DONE]'] }, HELLO],
  ['[DONE] with spaces', { pieces: [...streamOf(HELLO).slice(0, -1), 'data:   [DONE] \n\n'], ending: 'open' }, HELLO],
  ['words after [DONE]', { pieces: [...streamOf(HELLO), eventOf({ content: ' never' })] }, HELLO],
  ['last event without a closing blank line', { pieces: [eventOf({ content: 'Good ' }), eventOf({ content: 'night.' }).trimEnd()] }, 'Good night.'],
  ['neither finish nor [DONE]', { pieces: [eventOf({ content: HELLO })] }, HELLO, { finish: 'other' }],
  ['stream ignored: one JSON object', { type: 'application/json', pieces: [whole()] }, HELLO, { finish: 'stop' }],
  ['one JSON object over many lines', { type: 'application/json', pieces: [JSON.stringify(JSON.parse(whole()), null, 2)] }, HELLO, { finish: 'stop' }],
  ['one JSON object cut in pieces, socket left open', { type: 'application/json', pieces: [whole().slice(0, 40), whole().slice(40)], ending: 'open' }, HELLO],
  ['one JSON object that claims to be a stream', { pieces: [whole()] }, HELLO],
  ['one whole answer as a single event', { pieces: [`data: ${whole()}\n\n`, END] }, HELLO],
  ['lines of JSON', { type: 'application/x-ndjson', pieces: streamOf(HELLO).slice(0, -1).map((event) => event.slice(6, -1)) }, HELLO],
  ['lines of JSON in the native form of Ollama', { type: 'application/x-ndjson', pieces: ['{"message":{"role":"assistant","content":"Good "},"done":false}\n', '{"message":{"content":"day."},"done":false}\n', '{"message":{"content":""},"done":true,"done_reason":"stop","prompt_eval_count":12,"eval_count":3}\n'] }, 'Good day.', { finish: 'stop', tokensIn: 12, tokensOut: 3 }],
  ['stream called plain text', { type: 'text/plain; charset=utf-8', pieces: streamOf(HELLO) }, HELLO],
  ['an event that is no JSON among others', { pieces: [eventOf({ content: 'Good ' }), 'data: ping\n\n', eventOf({ content: 'day.' }), STOP, END] }, 'Good day.'],
])

/** Chunks. */
export const CHUNKS: readonly WireQuirk[] = answered([
  ['no role', { pieces: [eventOf({ content: HELLO }), STOP, END] }, HELLO],
  ['role in every chunk', { pieces: [eventOf({ role: 'assistant', content: 'Good ' }), eventOf({ role: 'assistant', content: 'day.' }), STOP, END] }, 'Good day.'],
  ['null content', { pieces: [eventOf({ role: 'assistant', content: null }), eventOf({ content: HELLO }), eventOf({ content: null }, { finish_reason: 'stop' }), END] }, HELLO],
  ['empty choices with usage', { pieces: [eventOf({ content: HELLO }), STOP, raw({ choices: [], usage: { prompt_tokens: 31, completion_tokens: 7 } }), END] }, HELLO, { tokensIn: 31, tokensOut: 7 }],
  ['usage in every chunk', { pieces: [1, 2, 3].map((n) => raw({ choices: [{ index: 0, delta: { content: `${n}` } }], usage: { prompt_tokens: 9, completion_tokens: n } })).concat(STOP, END) }, '123', { tokensIn: 9, tokensOut: 3 }],
  ['usage null', { pieces: [raw({ choices: [{ index: 0, delta: { content: HELLO } }], usage: null }), STOP, END] }, HELLO],
  ['usage inside a choice', { pieces: [eventOf({ content: HELLO }), eventOf({}, { finish_reason: 'stop', usage: { prompt_tokens: 4, completion_tokens: 5 } }), END] }, HELLO, { tokensIn: 4, tokensOut: 5 }],
  ['usage in x_groq', { pieces: [eventOf({ content: HELLO }), raw({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], x_groq: { usage: { prompt_tokens: 6, completion_tokens: 8 } } }), END] }, HELLO, { tokensIn: 6, tokensOut: 8 }],
  ['timings of llama.cpp', { pieces: [eventOf({ content: HELLO }), raw({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], timings: { prompt_n: 21, predicted_n: 6 } }), END] }, HELLO, { tokensIn: 21, tokensOut: 6 }],
  ['several choices', { pieces: [raw({ choices: [{ index: 1, delta: { content: 'no' } }, { index: 0, delta: { content: HELLO } }] }), raw({ choices: [{ index: 1, delta: {}, finish_reason: 'length' }] }), STOP, END] }, HELLO, { finish: 'stop' }],
  ['only a second choice speaks', { pieces: [raw({ choices: [{ index: 1, delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, HELLO],
  ['choice without an index', { pieces: [raw({ choices: [{ delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, HELLO],
  ['unknown fields everywhere', { pieces: [raw({ foo: [1], choices: [{ index: 0, logprobs: null, delta: { content: HELLO, x: {} }, y: 1 }], service_tier: 'z' }), STOP, END] }, HELLO],
  ['words and finish in one chunk', { pieces: [eventOf({ content: HELLO }, { finish_reason: 'stop' }), END] }, HELLO, { finish: 'stop' }],
  ['the whole message repeated at the end', { pieces: [eventOf({ content: 'Good day.' }), raw({ choices: [{ index: 0, message: { content: 'Good day.' }, finish_reason: 'stop' }] }), END] }, 'Good day.'],
  ['message instead of delta', { pieces: [raw({ choices: [{ index: 0, message: { content: HELLO }, finish_reason: 'stop' }] }), END] }, HELLO],
  ['text instead of delta', { pieces: [raw({ choices: [{ index: 0, text: 'Good ' }] }), raw({ choices: [{ index: 0, text: 'day.', finish_reason: 'stop' }] }), END] }, 'Good day.'],
  ['content as parts', { pieces: [eventOf({ content: [{ type: 'text', text: 'Good ' }, { type: 'text', text: 'day.' }] }), STOP, END] }, 'Good day.'],
  ['thinking as a part', { pieces: [eventOf({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] }), eventOf({ content: 'Good day.' }), STOP, END] }, 'Good day.', { reasoning: 'Hm.' }],
  ['reasoning_content', { pieces: [eventOf({ reasoning_content: 'Hm, ' }), eventOf({ reasoning_content: 'well.', content: null }), eventOf({ content: HELLO }), STOP, END] }, HELLO, { reasoning: 'Hm, well.' }],
  ['reasoning', { pieces: [eventOf({ reasoning: 'Hm.', content: '' }), eventOf({ content: HELLO, reasoning: null }), STOP, END] }, HELLO, { reasoning: 'Hm.' }],
  ['a think block', { pieces: streamOf(`<think>\nHm, well.\n</think>\n\n${HELLO}`) }, HELLO, { reasoning: '\nHm, well.\n' }],
  ['a think block cut inside its tags', { pieces: ['<th', 'ink>Hm', '.</', 'thi', 'nk>', 'Good', ' day.'].map((content) => eventOf({ content })).concat(STOP, END) }, 'Good day.', { reasoning: 'Hm.' }],
  ['thinking closed but never opened', { pieces: ['Hm.', '</think>', 'Good day.'].map((content) => eventOf({ content })).concat(STOP, END) }, 'Good day.', { reasoning: 'Hm.' }],
  ['words before a think block that never closes', { pieces: streamOf('Good day. <think>is that all').concat() }, 'Good day. ', { reasoning: 'is that all' }],
  ['leading white space', { pieces: ['\n', '\n ', 'Good', ' day.'].map((content) => eventOf({ content })).concat(STOP, END) }, 'Good day.'],
  ['cut off by length', { pieces: [eventOf({ content: HELLO }), eventOf({}, { finish_reason: 'length' }), END] }, HELLO, { finish: 'length' }],
  ['a finish of its own making', { pieces: [eventOf({ content: HELLO }, { finish_reason: 'eos_token' }), END] }, HELLO, { finish: 'stop' }],
  ['finish as an empty text', { pieces: [eventOf({ content: HELLO }, { finish_reason: '' }), END] }, HELLO, { finish: 'other' }],
  ['words and a tool call', { pieces: [eventOf({ content: HELLO }), eventOf({ tool_calls: [{ index: 0, function: { name: 'f', arguments: '{"a' } }] }), eventOf({ tool_calls: [{ index: 0, function: { arguments: '":1}' } }] }), eventOf({}, { finish_reason: 'tool_calls' }), END] }, HELLO, { finish: 'other' }],
  ['a refusal in its own field', { pieces: [eventOf({ refusal: 'I cannot.' }), STOP, END] }, 'I cannot.'],
  ['chunks that are no objects', { pieces: ['data: null\n\n', 'data: 7\n\n', 'data: "x"\n\n', 'data: {"choices":null}\n\n', 'data: {"choices":[null,3]}\n\n', ...streamOf(HELLO)] }, HELLO],
  ['delta null', { pieces: [eventOf(null), ...streamOf(HELLO)] }, HELLO],
  ['error null beside the words', { pieces: [raw({ error: null, choices: [{ index: 0, delta: { content: HELLO }, finish_reason: 'stop' }] }), END] }, HELLO],
  ['a list of chunks in one event', { pieces: [raw([{ choices: [{ index: 0, delta: { content: 'Good ' } }] }, { choices: [{ index: 0, delta: { content: 'day.' }, finish_reason: 'stop' }] }]), END] }, 'Good day.'],
])
