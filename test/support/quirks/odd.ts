/** Oddities of real servers, each reported for one of them: framing, shapes, words that come again, leaked templates, errors without end. */
import { eventOf, type Quirk } from '../quirk-server.ts'
import { END, named, raw, say, STOP } from './pieces.ts'
import { answered, told, type WireQuirk } from './quirk.ts'


const G = 'Good day.'
const ECHOED = 'You are Ada.'
const chunk = (content: string): string => JSON.stringify({ choices: [{ index: 0, delta: { content } }] })
const whole = (message: unknown): string => JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] })
const body = (value: unknown): Quirk => ({ type: 'application/json', pieces: [JSON.stringify(value)] })

/** Odd framing. */
export const ODD_FRAMING: readonly WireQuirk[] = answered([
  ['a byte order mark before a later event', { pieces: [eventOf({ content: 'Good' }), `\ufeff${eventOf({ content: ' day.' })}`, STOP, END] }, G],
  ['[DONE] without data:, socket left open', { pieces: [eventOf({ content: G }), '[DONE]\n\n'], ending: 'open' }, G],
  ['an event called done, socket left open', { pieces: [eventOf({ content: G }), 'event: done\ndata: {}\n\n'], ending: 'open' }, G],
  ['indented lines', { pieces: say('Good', ' day.').map((event) => `  ${event}`) }, G],
  ['Data: with a capital', { pieces: say('Good', ' day.').map((event) => event.replace('data:', 'Data:')) }, G],
  ['two objects in one line', { pieces: [`data: ${chunk('Good')}${chunk(' day.')}\n\n`, STOP, END] }, G],
  ['two events in one line', { pieces: [`data: ${chunk('Good')}data: ${chunk(' day.')}\n\n`, STOP, END] }, G],
  ['[DONE] glued to the last object', { pieces: [eventOf({ content: 'Good' }), `data: ${chunk(' day.')}[DONE]\n\n`] }, G],
  ['numbers that are none', { pieces: ['data: {"choices":[{"index":0,"delta":{"content":"Good"},"logprobs":{"a":NaN,"b":-Infinity}}]}\n\n', ...say(' day.')] }, G],
  ['the same in a whole answer', { type: 'application/json', pieces: [whole({ content: G }).replace('"index":0', '"index":0,"score":NaN')] }, G],
  ['a NUL after the object', { pieces: [`data: ${chunk(G)}\u0000\n\n`, STOP, END] }, G],
  ['a bare tab in a text', { pieces: ['data: {"choices":[{"index":0,"delta":{"content":"Good\tday."}}]}\n\n', STOP, END] }, 'Good\tday.'],
  ['an object over several lines of which the first alone has data:', { pieces: [`data: ${JSON.stringify(JSON.parse(chunk(G)), null, 2)}\n\n`, STOP, END] }, G],
  ['an array that is never closed', { type: 'application/json', pieces: [`[${chunk('Good')},`, chunk(' day.')] }, G],
  ['an object as text within an object', { type: 'application/x-ndjson', pieces: [`${JSON.stringify({ data: whole({ content: G }) })}\n`] }, G],
  ['JSON text sequences', { type: 'application/json-seq', pieces: ['Good', ' day.'].map((word) => `\u001e${chunk(word)}\n`) }, G],
  ['the end told with the role, then silence before the first word', { pieces: [eventOf({ role: 'assistant', content: '' }, { finish_reason: 'stop' }), eventOf({ content: G }, { finish_reason: 'stop' }), END], gapMs: 600 }, G],
])

/** Odd shapes. */
export const ODD_SHAPES: readonly WireQuirk[] = answered([
  ['numbers of choices as text', { pieces: [raw({ choices: [{ index: '0', delta: { content: 'Good' } }] }), raw({ choices: [{ index: '1', delta: { content: 'Bad' } }] }), raw({ choices: [{ index: '0', delta: { content: ' day.' } }] }), END] }, G],
  ['content as a number', { pieces: say(4, 2) }, '42'],
  ['a delta that is a text', { pieces: [raw({ choices: [{ delta: 'Good' }] }), raw({ choices: [{ delta: ' day.' }] }), END] }, G],
  ['a message that is a text', body({ choices: [{ message: G, finish_reason: 'stop' }] }), G],
  ['content in the choice', { pieces: [raw({ choices: [{ content: 'Good' }] }), raw({ choices: [{ content: ' day.' }] }), END] }, G],
  ['thinking in the choice', { pieces: [raw({ choices: [{ delta: { content: '' }, reasoning_content: 'Hm.' }] }), ...say(G)] }, G, { reasoning: 'Hm.' }],
  ['the question handed on first', { pieces: [eventOf({ role: 'user', content: 'Good morning.' }), eventOf({ role: 'tool', content: '{"found":1}' }), ...say(G)] }, G],
  ['thinking by its kind or phase', { pieces: [eventOf({ type: 'reasoning', content: 'Hm, ' }), eventOf({ phase: 'think', content: 'well.' }), eventOf({ phase: 'answer', content: G }), STOP, END] }, G, { reasoning: 'Hm, well.' }],
  ['an error without anything in it', { pieces: [raw({ error: {}, choices: [{ delta: { content: G } }] }), END] }, G],
  ['content alone', { pieces: [raw({ content: 'Good' }), raw({ content: ' day.' }), END] }, G],
  ['text alone', { pieces: [raw({ text: 'Good' }), raw({ text: ' day.' }), END] }, G],
  ['tokens that are texts', { pieces: [named('message', { token: 'Good' }), named('message', { token: ' day.' })] }, G],
  ['tokens that became numbers', { pieces: [raw({ response: 'Take ' }), raw({ response: 4 }), raw({ response: ' eggs.' }), END] }, 'Take 4 eggs.'],
  ['an answer by that name', { pieces: [named('message', { answer: 'Good' }), named('message', { answer: ' day.' })] }, G],
  ['choices that are texts', body({ choices: [G] }), G],
  ['two wrappings', body({ result: { data: { choices: [{ message: { content: G } }] } } }), G],
  ['a response that wraps Gemini’s', { pieces: [raw({ response: { candidates: [{ content: { parts: [{ text: G }] } }] } })] }, G, { kind: 'gemini' }],
  ['what is heard in sound', { pieces: [eventOf({ audio: { transcript: 'Good' } }), eventOf({ audio: { transcript: ' day.' } }), STOP, END] }, G],
  ['thinking that stands in content, too', { pieces: [eventOf({ reasoning_content: 'Hm.', content: 'Hm.' }), ...say(G)] }, G, { reasoning: 'Hm.' }],
  ['thinking marked beside the words', { pieces: [eventOf({ content: 'Hm.', extra_content: { google: { thought: true } } }), ...say(G)] }, G, { reasoning: 'Hm.' }],
  ['parts within content', body({ choices: [{ message: { content: { content_type: 'text', parts: [G] } } }] }), G],
  ['a count that nobody can have', { pieces: [...say(G).slice(0, -1), raw({ choices: [], usage: { completion_tokens: 9e15 } }), END] }, G, { tokensOut: 3 }],
  ['counts within counts', { pieces: [...say(G).slice(0, -1), raw({ choices: [], usage: { billed_units: { output_tokens: 9 }, tokens: { output_tokens: 4 } } }), END] }, G, { tokensOut: 4 }],
  ['a call of a tool whose arguments are the answer', { pieces: [eventOf({ content: null, tool_calls: [{ index: 0, id: 'x', function: { name: 'reply', arguments: '{"say":"Good' } }] }), eventOf({ tool_calls: [{ index: 0, function: { arguments: ' day."}' } }] }), eventOf({}, { finish_reason: 'tool_calls' }), END] }, '{"say":"Good day."}'],
  ['the same in the old way', { pieces: [eventOf({ function_call: { name: 'reply', arguments: '{"text":' } }), eventOf({ function_call: { arguments: '"Good day."}' } }), STOP, END] }, '{"text":"Good day."}'],
  ['the same as an object', body({ choices: [{ message: { content: null, tool_calls: [{ function: { name: 'reply', arguments: { say: G } } }] } }] }), '{"say":"Good day."}'],
  ['the same by Ollama', { type: 'application/x-ndjson', pieces: [`${JSON.stringify({ message: { content: '', tool_calls: [{ function: { name: 'say', arguments: { text: G } } }] }, done: true })}\n`] }, '{"text":"Good day."}', { kind: 'ollama' }],
  ['the same by Anthropic', { pieces: [named('x', { type: 'content_block_start', content_block: { type: 'tool_use', input: {} } }), named('x', { type: 'content_block_delta', delta: { type: 'input_json_delta', partial_json: '{"say":"Good day."}' } }), named('x', { type: 'message_stop' })] }, '{"say":"Good day."}', { kind: 'anthropic' }],
  ['results', body({ results: [{ text: G }] }), G],
  ['a completion', { pieces: [named('completion', { completion: 'Good', stop_reason: null }), named('completion', { completion: ' day.', stop_reason: 'max_tokens' })] }, G, { finish: 'length' }],
  ['a generation', body({ generation: G, stop_reason: 'stop' }), G, { finish: 'stop' }],
  ['a message alone', body({ role: 'assistant', content: [{ type: 'text', text: G }] }), G],
  ['a response that was not streamed', body({ object: 'response', status: 'completed', output: [{ type: 'reasoning', summary: [] }, { type: 'message', content: [{ type: 'output_text', text: G }] }] }), G, { finish: 'stop' }],
  ['a response stream whose text comes once, at the end', { pieces: [raw({ type: 'response.output_text.done', text: G }), raw({ type: 'response.completed', response: {} })] }, G],
  ['events of Cohere', { pieces: [raw({ type: 'message-start', delta: { message: { role: 'assistant' } } }), raw({ type: 'content-delta', delta: { message: { content: { text: G } } } }), raw({ type: 'message-end', delta: { finish_reason: 'MAX_TOKENS' } })] }, G, { finish: 'length' }],
  ['an answer wrapped with a word of success', body({ code: 0, message: 'success', data: JSON.parse(whole({ content: G })) as object }), G],
  ['Anthropic’s events through the common door', { pieces: [named('x', { type: 'message_start', message: {} }), named('x', { type: 'content_block_delta', delta: { type: 'text_delta', text: G } }), named('x', { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } })] }, G, { tokensOut: 3 }],
  ['Gemini’s chunks through the common door', { pieces: [raw({ candidates: [{ content: { parts: [{ text: G }] }, finishReason: 'STOP' }] })] }, G],
  ['common chunks through Anthropic’s door', { pieces: say('Good', ' day.') }, G, { kind: 'anthropic' }],
  ['common chunks through Gemini’s door', { pieces: say('Good', ' day.') }, G, { kind: 'gemini' }],
  ['Gemini with names in snake case', { pieces: [raw({ candidates: [{ content: { parts: [{ text: G }] }, finish_reason: 'MAX_TOKENS' }], usage_metadata: { candidates_token_count: 5 } })] }, G, { kind: 'gemini', finish: 'length', tokensOut: 5 }],
])

/** Words that are sent again. */
export const SENT_AGAIN: readonly WireQuirk[] = answered([
  ['all so far, word by word', { pieces: say('Good', 'Good day', 'Good day', 'Good day.') }, G],
  ['all so far, letter by letter', { pieces: say(...[...'I am well.'].map((_, i, all) => all.slice(0, i + 1).join(''))) }, 'I am well.'],
  ['all so far, an object', { pieces: say('{', '{"say', '{"say": "Hi."}') }, '{"say": "Hi."}'],
  ['all so far, as whole messages', { pieces: ['Good', 'Good day', 'Good day.'].map((content) => raw({ choices: [{ message: { content } }] })).concat(STOP, END) }, G],
  ['a short text once more with the end', { pieces: [eventOf({ content: 'Good' }), eventOf({ content: ' day.' }), eventOf({ content: G }, { finish_reason: 'stop' }), END] }, G],
  ['a text once more before the end', { pieces: say('Good ', 'morning to ', 'you.', 'Good morning to you.') }, 'Good morning to you.'],
  ['words that are meant to come again', { pieces: say('No', ', no', ', no', '. ', 'ha', 'ha', '.') }, 'No, no, no. haha.'],
])

/** Templates that leak. */
export const LEAKED_TEMPLATES: readonly WireQuirk[] = answered([
  ['thinking between tokens of Cohere', { pieces: say('<|START_THINKING|>Hm.<|END_THINKING|><|START_RESPONSE|>Good day.<|END_RESPONSE|>') }, G, { reasoning: 'Hm.' }],
  ['a thought and a solution', { pieces: say('<|begin_of_thought|>Hm.<|end_of_thought|>', '<|begin_of_solution|>Good day.<|end_of_solution|>') }, G, { reasoning: 'Hm.' }],
  ['an answer in tags', { pieces: say('<think>Hm.</think><ans', 'wer>Good day.', '</answer>') }, G, { reasoning: 'Hm.' }],
  ['a prompt said over, as ChatML', { pieces: say(`<|im_start|>system\n${ECHOED}<|im_end|>\n<|im_start|>user\nHi.<|im_end|>\n<|im_start|>assistant\nGood day.<|im_end|>`) }, G],
  ['the same, as Llama 2', { pieces: say(`<s>[INST] <<SYS>>\n${ECHOED}\n<</SYS>>\n\nHi. [/INST] Good day.</s>`) }, G],
  ['the same, as Llama 3', { pieces: say(`<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n${ECHOED}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nGood day.<|eot_id|>`) }, G],
  ['the same, as Gemma', { pieces: say(`<start_of_turn>user\n${ECHOED}<end_of_turn>\n<start_of_turn>model\nGood day.<end_of_turn>`) }, G],
  ['turns of Gemma 4', { pieces: say('<|turn>model\nGood', ' day.<turn|>') }, G],
  ['roles of Kimi', { pieces: say('<|im_assistant|>assistant<|im_middle|>Good day.<|im_end|>') }, G],
  ['roles of Granite', { pieces: say('<|start_of_role|>assistant<|end_of_role|>Good day.<|end_of_text|>') }, G],
  ['bytes as tokens', { pieces: say('Caf', '<0xC3>', '<0xA9>', '<0x20>', 'day') }, 'Café day'],
  ['spaces as they stand in a vocabulary', { pieces: say('▁Good', '▁day.') }, G],
  ['spaces and line breaks of another vocabulary', { pieces: say('Good', 'Ġday.Ċ') }, G],
  ['a call of a tool after the words', { pieces: say('Good day.', '<tool_call>\n{"name":"f"}\n</tool_call>') }, G],
  ['the same, as DeepSeek', { pieces: say('Good day.', '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function') }, G],
  ['the same, as Mistral', { pieces: say('Good day.', '[TOOL_CALLS] [{"name":"f"}]') }, G],
  ['the same, as Llama', { pieces: say('Good day.', '<|python_tag|>f.call(x=1)') }, G],
  ['ends of further families', { pieces: say('Good<unk> day.', '<mask><EOT>', 'User: no') }, G],
  ['thinking tags with attributes', { pieces: say('<think type="de', 'ep">Hm.</think >Good day.') }, G, { reasoning: 'Hm.' }],
  ['thinking tags with spaces', { pieces: say('< think >Hm.</ think >Good day.') }, G, { reasoning: 'Hm.' }],
  ['thinking tags that are escaped', { pieces: say('&lt;think&gt;Hm.&lt;/think&gt;Good day.') }, G, { reasoning: 'Hm.' }],
  ['a thinking tag that closes itself', { pieces: say('<think/>Good day.') }, G],
  ['what steers terminals', { pieces: say('\u001b[32mGood', '\u0000 day.\u001b[0m') }, G],
  ['a token at which it was cut off', { pieces: [eventOf({ content: 'Good day.<|im_e' }), eventOf({}, { finish_reason: 'length' }), END] }, G, { finish: 'length' }],
  ['the end of a text at which it was cut off', { pieces: say('Good day.', '</s') }, G],
  ['a channel of Gemma without a name', { pieces: say('<|channel>\nHm.\n<channel|>\nGood day.') }, G, { reasoning: 'Hm.' }],
  ['a channel that was never opened', { pieces: say('They greet ', 'me.<channel|>', 'Good day.') }, G, { reasoning: 'They greet me.' }],
  ['what only resembles all this', { pieces: say('<thinking of bread> & <b>salt</b> [NOTE] 1 < 2', ' <analysis of it>') }, '<thinking of bread> & <b>salt</b> [NOTE] 1 < 2 <analysis of it>'],
])

/** Errors that come oddly, and have to be told soon. */
export const ODD_FAILURES: readonly WireQuirk[] = told([
  ['an error in a field of its own', { pieces: ['error: {"code":400,"message":"the request exceeds the available context size"}\n\n', END] }, 'too-long', /context/, 1_500],
  ['an error over several lines without data:', { pieces: [': ping\n\n', JSON.stringify({ error: { message: 'engine died' } }, null, 2)] }, 'server-error', /engine died/, 1_500],
  ['a body that is never closed', { status: 500, type: 'application/json', pieces: ['{"error":{"message":"engine died"}}'], ending: 'open' }, 'server-error', /engine died/, 1_500],
  ['a body that never comes', { status: 401, pieces: [], ending: 'open' }, 'unauthorized', /does not accept this key/, 2_200],
  ['a body that never ends', { status: 500, type: 'text/plain', pieces: Array.from({ length: 3_000 }, () => 'x'.repeat(2_000)), gapMs: 1 }, 'server-error', /failed \(500\)/, 2_200],
  ['thinking that is kept to itself', { pieces: [eventOf({}, { finish_reason: 'length' }), raw({ choices: [], usage: { completion_tokens: 50, completion_tokens_details: { reasoning_tokens: 50 } } }), END] }, 'empty', /used up all its words thinking/, 1_500],
  ['plain http at a door for https', { status: 400, type: 'text/html', pieces: ['<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>'] }, 'unreachable', /with https:\/\//, 1_500],
  ['an error under another name', body({ errorCode: 500, errorMsg: 'engine died' }), 'server-error', /engine died/, 1_500],
])
