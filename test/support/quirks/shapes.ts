/** Shapes of other families and errors in many wordings, each seen in the issues of some server. */
import { gzipSync } from 'node:zlib'
import { eventOf } from '../quirk-server.ts'
import { END, HARMONY, json, raw, say, STOP } from './pieces.ts'
import { answered, told, type WireQuirk } from './quirk.ts'


const SHORT = { limits: { firstTokenMs: 700, idleMs: 700, totalMs: 3_000 } }

/** Shapes of other families. */
export const MORE_SHAPES: readonly WireQuirk[] = answered([
  ['reasoning_details', { pieces: [eventOf({ content: '', reasoning_details: [{ type: 'reasoning.text', text: 'Hm.' }] }), ...say('Good day.')] }, 'Good day.', { reasoning: 'Hm.' }],
  ['the same thinking in two fields', { pieces: [eventOf({ reasoning: 'Hm.', reasoning_details: [{ type: 'reasoning.text', text: 'Hm.' }] }), ...say('Good day.')] }, 'Good day.', { reasoning: 'Hm.' }],
  ['a summary of thinking that is hidden', { pieces: [eventOf({ reasoning_details: [{ type: 'reasoning.summary', summary: 'Hm.' }, { type: 'reasoning.encrypted', data: 'xyz' }] }), ...say('Good day.')] }, 'Good day.', { reasoning: 'Hm.' }],
  ['reasoning_content empty beside reasoning', { pieces: [eventOf({ reasoning_content: '', reasoning: 'Hm.' }), ...say('Good day.')] }, 'Good day.', { reasoning: 'Hm.' }],
  ['thinking between other tags', { pieces: say('<reflection>Hm.</reflection>', 'Good day.') }, 'Good day.', { reasoning: 'Hm.' }],
  ['thinking between thinking tags in brackets', { pieces: say('[THINKING]Hm.[/THINKING]Good day.') }, 'Good day.', { reasoning: 'Hm.' }],
  ['channels', { pieces: say(HARMONY) }, 'Good day.', { reasoning: 'Hm, well.' }],
  ['the whole text again with every chunk', { pieces: say('Good mor', 'Good morning', 'Good morning to you.') }, 'Good morning to you.'],
  ['the whole text once more in a delta at the end', { pieces: [eventOf({ content: 'Good morning ' }), eventOf({ content: 'to you.' }), eventOf({ content: 'Good morning to you.' }, { finish_reason: 'stop' }), END] }, 'Good morning to you.'],
  ['text beside an empty delta', { pieces: [raw({ choices: [{ index: 0, delta: {}, text: 'Good day.' }] }), STOP, END] }, 'Good day.'],
  ['text within a delta', { pieces: [eventOf({ text: 'Good day.' }), STOP, END] }, 'Good day.'],
  ['choices as an object', { pieces: [raw({ choices: { 0: { delta: { content: 'Good day.' }, finish_reason: 'stop' } } }), END] }, 'Good day.'],
  ['a first chunk of prompt filters', { pieces: [raw({ choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }] }), ...say('Good day.')] }, 'Good day.'],
  ['a finish with every chunk, and pauses', { pieces: [eventOf({ content: 'Good ' }, { finish_reason: 'stop' }), eventOf({ content: 'day.' }, { finish_reason: 'stop' }), END] }, 'Good day.'],
  ['a letter cut between two tokens', { pieces: say('Good', '\ufffd\ufffd', ' day.') }, 'Good day.'],
  ['an event within an event', { pieces: ['data: data: {"choices":[{"index":0,"delta":{"content":"Good day."}}]}\n\n', END] }, 'Good day.'],
  ['[DONE] in quotes', { pieces: [eventOf({ content: 'Good day.' }), 'data: "[DONE]"\n\n', eventOf({ content: ' never' })] }, 'Good day.'],
  ['done in small letters', { pieces: [eventOf({ content: 'Good day.' }), 'data: [done]\n\n', eventOf({ content: ' never' })] }, 'Good day.'],
  ['pings with words', { pieces: ['event: ping\ndata: {"type":"ping","message":"still here"}\n\n', raw({ type: 'heartbeat', message: 'alive' }), raw({ status: 'processing', message: 'queued' }), ...say('Good day.')] }, 'Good day.'],
  ['events of response streams', { pieces: [raw({ type: 'response.created', response: {} }), raw({ type: 'response.reasoning_summary_text.delta', delta: 'Hm.' }), raw({ type: 'response.output_text.delta', delta: 'Good day.' }), raw({ type: 'response.completed', response: { usage: { input_tokens: 3, output_tokens: 4 } } })] }, 'Good day.', { reasoning: 'Hm.', finish: 'stop' }],
  ['tokens of text-generation servers', { pieces: [raw({ token: { id: 1, text: 'Good ', special: false } }), raw({ token: { id: 2, text: 'day.', special: false } }), raw({ token: { id: 3, text: '</s>', special: true }, generated_text: 'Good day.', details: { finish_reason: 'eos_token', generated_tokens: 3 } })] }, 'Good day.', { finish: 'stop' }],
  ['an answer wrapped into a result', { pieces: [raw({ success: true, result: { response: 'Good day.' } }), END] }, 'Good day.'],
  ['a refusal as a part', { pieces: [eventOf({ content: [{ type: 'refusal', refusal: 'I cannot.' }] }), STOP, END] }, 'I cannot.'],
  ['cut off by the window of the model', { pieces: [eventOf({ content: 'Good day.' }), eventOf({}, { finish_reason: 'model_context_window_exceeded' }), END] }, 'Good day.', { finish: 'length' }],
  ['the finish in camel case', { pieces: [raw({ choices: [{ index: 0, delta: { content: 'Good day.' }, finishReason: 'MAX_TOKENS' }] }), END] }, 'Good day.', { finish: 'length' }],
])

/** Errors in further shapes. */
export const MORE_FAILURES: readonly WireQuirk[] = told([
  ['error true with a message beside it', json(400, { error: true, message: 'bad luck' }), 'refused-parameter', /bad luck/],
  ['a name and a sentence', json(401, { error: 'Unauthorized', message: 'Token has expired', statusCode: 401 }), 'unauthorized', /Unauthorized: Token has expired/],
  ['several faults of FastAPI', json(422, { detail: [{ loc: ['body', 'a'], msg: 'field required' }, { loc: ['body', 'b'], msg: 'wrong type' }] }), 'refused-parameter', /field required \(body\.a\); wrong type \(body\.b\)/],
  ['a message that is an object', json(422, { object: 'error', message: { detail: [{ loc: ['body', 'x'], msg: 'Extra inputs are not permitted' }] } }), 'refused-parameter', /Extra inputs/],
  ['an error within an error', json(500, { error: { error: { message: 'engine fell over' } } }), 'server-error', /engine fell over/],
  ['code and msg', json(400, { code: 40001, msg: 'odd request' }), 'refused-parameter', /odd request/],
  ['a fault of a gateway', json(500, { fault: { faultstring: 'Execution failed', detail: { errorcode: 'x' } } }), 'server-error', /Execution failed/],
  ['a status inside a body of 200', json(200, { base_resp: { status_code: 1008, status_msg: 'insufficient balance' } }), 'payment', /no credit/],
  ['reasons of a moderator', json(403, { error: { code: 403, message: 'Your chosen model requires moderation and your input was flagged', metadata: { reasons: ['violence'] } } }), 'filtered', /flagged: violence/],
  ['a country that is not served', json(403, { error: { code: 'unsupported_country_region_territory', message: 'Country, region, or territory not supported' } }), 'forbidden', /not offered where you are/],
  ['a location that is not served, as 400', json(400, { error: { message: 'User location is not supported for the API use.', status: 'FAILED_PRECONDITION' } }), 'forbidden', /not offered where you are/],
  ['451', json(451, { message: 'not here' }), 'filtered', /content rules/],
  ['498', json(498, { error: { message: 'Invalid Token' } }), 'unauthorized', /does not accept this key/],
  ['431', { status: 431, type: 'text/plain', pieces: ['Request Header Fields Too Large'] }, 'too-long', /too large/],
  ['511', { status: 511, type: 'text/html', pieces: ['<html>login</html>'] }, 'blocked', /sign in/],
  ['522 of a proxy', { status: 522, type: 'text/html', pieces: ['<!DOCTYPE html><title>522: Connection timed out</title>'] }, 'unreachable', /proxy answers.*\(522\)/],
  ['524 of a proxy', { status: 524, type: 'text/html', pieces: ['<html>524</html>'] }, 'timeout', /gave up waiting \(524\)/],
  ['504', { status: 504, type: 'text/plain', pieces: ['upstream request timeout'] }, 'timeout', /gave up waiting \(504\)/],
  ['410', json(410, { error: 'gone' }), 'unreachable', /no chat at this address/],
  ['an unexpected endpoint with status 200', json(200, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }), 'unreachable', /no chat at this address\. Check/],
  ['route not found in words', json(400, { message: 'Route POST:/v1/chat/completions not found' }), 'unreachable', /no chat at this address/],
  ['a context that overflows, as one server says it', json(400, { error: 'Trying to keep the first 5000 tokens when context the overflows.' }), 'too-long', /longer context/],
  ['inputs and new tokens', json(422, { error: 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4097' }), 'too-long', /longer context/],
  ['max_model_len', json(400, { message: "The decoder prompt is longer than the maximum model length; max_model_len is 2048" }), 'too-long', /longer context/],
  ['a model that is still loading', json(400, { error: 'Model is currently loading', estimated_time: 20 }), 'overloaded', /too busy/],
  ['credits in another wording', json(400, { error: { message: 'Your credit balance is too low to access the API.' } }), 'payment', /no credit/],
  ['an event called error whose data is a plain object', { pieces: ['event: error\ndata: {"code":"x","reason":"engine died"}\n\n'] }, 'server-error', /engine died/],
  ['error: nonsense beside the stream, status in words', { pieces: [raw({ error: { message: '[503] no replicas' } })] }, 'overloaded', /no replicas/],
  ['a failed response event', { pieces: [raw({ type: 'response.failed', response: { error: { code: 'server_error', message: 'engine died' } } })] }, 'server-error', /engine died/],
  ['a finish of failure', { pieces: [eventOf({ content: 'Good' }), eventOf({}, { finish_reason: 'network_error' }), END] }, 'server-error', /gave up/],
  ['a finish of a filter in another word', { pieces: [eventOf({ content: 'Good' }), eventOf({}, { finish_reason: 'sensitive' }), END] }, 'filtered', /content rules/],
  ['only a template', { pieces: say('<|im_start|>assistant\n', '<|im_end|>') }, 'empty', /no words/],
  ['compressed, and cut', { headers: { 'content-encoding': 'gzip' }, pieces: [gzipSync(say('Good day.').join('')).subarray(0, 60)], ending: 'destroy' }, 'unreachable', /broke while the answer came/],
], SHORT)
