/** What servers were seen to send by those who wrote to their makers about it, one line each: words that are no JSON, events that come twice, errors in every dress. */
import { describe, expect, it } from 'vitest'
import type { ModelFailure, WireKind } from '#minds/language-model.ts'
import { createModel } from '#platform/models/index.ts'
import { askModel, type Asked } from '#test/support/ask-model.ts'
import { eventOf } from '#test/support/quirk-server.ts'

const G = 'Good day.'
const END = 'data: [DONE]\n\n'
const STOP = eventOf({}, { finish_reason: 'stop' })
const raw = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`
const named = (type: string, value: unknown): string => `event: ${type}\n${raw(value)}`
const say = (...contents: unknown[]): string[] => [...contents.map((content) => eventOf({ content })), STOP, END]
const chunk = (content: string): object => ({ choices: [{ index: 0, delta: { content } }] })
const lines = (...values: unknown[]): string[] => values.map((value) => `${JSON.stringify(value)}\n`)

type Wire = { pieces: readonly string[]; status?: number; type?: string; headers?: { [name: string]: string }; kind?: WireKind; gapMs?: number }
/** Asks a model of this kind whose server answers so. */
let models = 0
function ask(wire: Wire): Promise<Asked> {
  const { pieces, status = 200, type = 'text/event-stream', headers = {}, kind = 'openai-compatible', gapMs = 0 } = wire
  const fetcher = (): Promise<Response> => {
    const encoder = new TextEncoder()
    let at = 0
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (gapMs > 0) await new Promise((resolve) => setTimeout(resolve, gapMs))
        const piece = pieces[at++]
        if (piece === undefined) controller.close()
        else controller.enqueue(encoder.encode(piece))
      },
    })
    return Promise.resolve(new Response(status === 204 ? null : body, { status, headers: { 'content-type': type, ...headers } }))
  }
  return askModel(createModel({ kind, baseUrl: 'http://localhost:9', apiKey: 'sk-planted-0123456789', model: `m-${++models}` }, { fetch: fetcher, random: () => -0.9 })!, { limits: { firstTokenMs: 2_500, idleMs: 1_500, totalMs: 6_000 } })
}

type Answered = [name: string, wire: Wire, text: string, more?: { reasoning?: string; finish?: string; tokensOut?: number; tokensIn?: number }]
type Failed = [name: string, wire: Wire, reason: ModelFailure, says?: RegExp]

const twice = (events: readonly string[]): string[] => events.flatMap((event) => [event, event])
const withIds = (events: readonly string[]): string[] => events.map((event, n) => `id: ${n}\n${event}`)

const PLAIN: Answered[] = [
  ['words as they are', { pieces: ['data: Good\n\n', 'data:  day\n\n', 'data: .\n\n', END] }, G],
  ['words as they are, without an end', { pieces: ['data: Good\n\n', 'data:  day.\n\n'] }, G],
  ['all words in one event, and an end', { pieces: ['data: Good day.\n\n', END] }, G],
  ['words without a space after the colon, which is theirs', { pieces: ['data:Good\n\n', 'data: day\n\n', 'data:.\n\n', END] }, G],
  ['words as JSON texts', { pieces: ['data: "Good"\n\n', 'data: " day."\n\n', END] }, G],
  ['words as JSON texts in events called data', { pieces: ['event: metadata\ndata: {"run_id":"a1"}\n\n', 'event: data\ndata: "Good"\n\n', 'event: data\ndata: " day."\n\n', 'event: end\n\n'] }, G],
  ['all words as one JSON text', { pieces: ['data: "Good day."\n\n', END] }, G],
  ['words in events called output, then one called done', { pieces: ['event: output\nid: 1:0\ndata: Good\n\n', 'event: output\nid: 2:0\ndata:  day.\n\n', 'event: done\nid: 3:0\ndata: {}\n\n'] }, G],
  ['numbers among words', { pieces: ['data: Take\n\n', 'data:  \n\n', 'data: 4\n\n', 'data:  eggs\n\n', END] }, 'Take 4 eggs'],
  ['true and null among words', { pieces: ['data: It is \n\n', 'data: true\n\n', 'data: ,  not \n\n', 'data: null\n\n', END] }, 'It is true,  not null'],
  ['a line break among words', { pieces: ['data: Good\n\n', 'data: \ndata: \n\n', 'data: day.\n\n', END] }, 'Good\nday.'],
  ['words cut within', { pieces: ['da', 'ta: Go', 'od\n', '\nda', 'ta:  day.\n\n', END] }, G],
  ['words with pings between', { pieces: ['data: Good\n\n', 'event: ping\ndata: ping\n\n', ': still here\n\n', 'data:  day.\n\n', END] }, G],
  ['words that were told to be JSON', { pieces: ['data: {"say":\n\n', 'data:  "Good day."}\n\n', END] }, '{"say": "Good day."}'],
  ['one plain event before the others', { pieces: ['data: connected\n\n', ...say('Good', ' day.')] }, G],
  ['one JSON text before the others', { pieces: ['data: "open"\n\n', ...say('Good', ' day.')] }, G],
  ['how the waiting goes, in words, before the others', { pieces: ['data: [PING]\n\n', 'data: processing\n\n', 'data: queued, 3 before you\n\n', 'data: [PING]\n\n', ...say('Good', ' day.')] }, G],
  ['any other words before the others', { pieces: ['data: one\n\n', 'data: moment\n\n', 'data: please\n\n', ...say('Good', ' day.')] }, G, { reasoning: 'onemomentplease' }],
  ['numbered parts of a text', { type: 'text/plain', pieces: ['0:"Good"\n', '0:" day."\n', 'd:{"finishReason":"stop","usage":{"promptTokens":3,"completionTokens":4}}\n'] }, G],
  ['parts of messages for a page', { pieces: [raw({ type: 'start' }), raw({ type: 'text-start', id: '0' }), raw({ type: 'text-delta', id: '0', delta: 'Good' }), raw({ type: 'text-delta', id: '0', delta: ' day.' }), raw({ type: 'text-end', id: '0' }), raw({ type: 'finish' }), END] }, G],
  ['the same with thinking', { pieces: [raw({ type: 'reasoning-delta', id: '0', delta: 'Hm.' }), raw({ type: 'text-delta', id: '1', delta: G }), END] }, G, { reasoning: 'Hm.' }],
]

const ODD_ERRORS: Failed[] = [
  ['a plain line that says it is an error', { pieces: ['data: error: the engine died\n\n', END] }, 'server-error', /engine died/],
  ['the same after words', { pieces: [eventOf({ content: 'Good' }), 'data: error: the engine died\n\n'] }, 'server-error', /engine died/],
  ['the same in brackets', { pieces: ['data: [ERROR] the engine died\n\n', END] }, 'server-error', /engine died/],
  ['an event called error without data', { pieces: ['event: error\nid: 1\n\n'] }, 'server-error'],
  ['the same after words', { pieces: [eventOf({ content: 'Good' }), 'event: error\nid: 1\n\n'] }, 'server-error'],
  ['fields error_type and error_message', { pieces: [raw({ id: 'x', choices: null, error_type: '400 BadRequestError', error_message: 'maximum context length is 4096 tokens' })] }, 'too-long'],
  ['a type and a message', { pieces: [raw({ type: 'error', code: '400', message: 'bad luck', sequence_number: 5 })] }, 'refused-parameter', /bad luck/],
  ['an error with the same message beside it', { pieces: [named('error', { error: { message: 'Compute error.' }, message: 'Compute error.' })] }, 'server-error', /“Compute error\.”/],
  ['bare JSON in a stream of events', { pieces: ['{"error":{"code":400,"message":"request (6009 tokens) exceeds the available context size (4096 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":6009,"n_ctx":4096}}'] }, 'too-long'],
  ['text with a number of error beside it', { pieces: [raw({ text: '**NETWORK ERROR DUE TO HIGH TRAFFIC.**', error_code: 50001 })] }, 'server-error', /NETWORK ERROR/],
  ['one plain event that is the trouble', { pieces: ['data: upstream connect error or disconnect/reset before headers\n\n'] }, 'malformed', /upstream connect error/],
  ['a page within events', { pieces: ['data: <html><body>502</body></html>\n\n', END] }, 'malformed'],
  ['pings and nothing else', { pieces: ['data: ping\n\n', 'data: ping\n\n', 'data: ping\n\n'] }, 'malformed', /“data: ping/],
  ['errorText', { pieces: [raw({ type: 'start' }), raw({ type: 'error', errorText: 'the engine died' })] }, 'server-error', /engine died/],
  ['a status by a long name', { pieces: [raw({ error: { message: 'bad luck', http_status_code: 503 } })] }, 'overloaded', /bad luck/],
  ['an event of an app', { pieces: [raw({ event: 'error', status: 400, code: 'provider_quota_exceeded', message: 'Your quota for Dify Hosted Model Provider has been exhausted.' })] }, 'payment'],
  ['errors of a gateway as a list', { status: 400, type: 'application/json', pieces: ['{"result":null,"success":false,"errors":[{"code":5007,"message":"No such model @cf/x or task"}],"messages":[]}'] }, 'model-missing'],
]

const TWICE: Answered[] = [
  ['every event', { pieces: twice([eventOf({ role: 'assistant', content: '' }), ...say('Good', ' day', '.')]) }, G],
  ['every event, with words that come again', { pieces: twice([eventOf({ role: 'assistant', content: '' }), ...say('Ha', ' ha', ' ha', ', good')]) }, 'Ha ha ha, good'],
  ['every event, of a short answer', { pieces: twice(say('Yes')) }, 'Yes'],
  ['every event, without an end', { pieces: twice([eventOf({ role: 'assistant', content: '' }), eventOf({ content: 'Good' }), eventOf({ content: ' day.' }), STOP]) }, G],
  ['every event under its number', { pieces: twice(withIds([eventOf({ role: 'assistant', content: '' }), ...say('Good', ' day', '.')])) }, G],
  ['some events, under their numbers', { pieces: [...withIds(say('Good', ' day', '.')).slice(0, 3), ...withIds(say('Good', ' day', '.'))] }, G],
  ['every event, as Anthropic writes them', { kind: 'anthropic', pieces: twice([named('message_start', { type: 'message_start', message: {} }), named('content_block_start', { type: 'content_block_start', content_block: { type: 'text', text: '' } }), named('content_block_delta', { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Good' } }), named('content_block_delta', { type: 'content_block_delta', delta: { type: 'text_delta', text: ' day.' } }), named('message_delta', { type: 'message_delta', delta: { stop_reason: 'end_turn' } }), named('message_stop', { type: 'message_stop' })]) }, G],
  ['every line of JSON', { kind: 'ollama', type: 'application/x-ndjson', pieces: twice(lines({ message: { content: 'Good' }, done: false }, { message: { content: ' day' }, done: false }, { message: { content: '.' }, done: false }, { message: { content: '' }, done: true })) }, G],
  ['every event, all at once', { pieces: [twice([eventOf({ role: 'assistant', content: '' }), ...say('Good', ' day', '.')]).join('')] }, G],
  ['not: words that honestly come again', { pieces: say('Ha', ' ha', ' ha', ' ha', '!') }, 'Ha ha ha ha!'],
  ['not: a song of pairs', { pieces: say('la', 'la', ' di', ' di', ' da') }, 'lala di di da'],
  ['not: a song from the first word on', { pieces: [eventOf({ content: 'la' }), eventOf({ content: 'la' }), eventOf({ content: 'lu' }), STOP, END] }, 'lalalu'],
  ['not: one number for all', { pieces: say('no', 'no', ',', ' no').map((event) => `id: 7\n${event}`) }, 'nono, no'],
  ['a text and its whole at the end, as one app writes it', { pieces: [named('conversation.message.delta', { role: 'assistant', type: 'answer', content: 'Good' }), named('conversation.message.delta', { role: 'assistant', type: 'answer', content: ' day.' }), named('conversation.message.completed', { role: 'assistant', type: 'answer', content: G }), named('done', '[DONE]')] }, G],
]

const SHAPES: Answered[] = [
  ['a message that grows beside the delta', { pieces: [raw({ choices: [{ index: 0, delta: { role: 'assistant', content: 'Good' }, message: { role: 'assistant', content: 'Good' } }] }), raw({ choices: [{ index: 0, delta: { content: ' day.' }, message: { role: 'assistant', content: G }, finish_reason: 'stop' }] })] }, G],
  ['the same where the delta is empty at first', { pieces: [raw({ choices: [{ index: 0, delta: { content: '' }, message: { content: '' } }] }), raw({ choices: [{ index: 0, delta: { content: 'Good' }, message: { content: 'Good' } }] }), raw({ choices: [{ index: 0, delta: { content: ' day.' }, message: { content: G } }] })] }, G],
  ['half a picture in each of two chunks', { pieces: ['data: {"choices":[{"index":0,"delta":{"content":"Sun \\ud83c"}}]}\n\n', 'data: {"choices":[{"index":0,"delta":{"content":"\\udf04!"}}]}\n\n', STOP, END] }, 'Sun 🌄!'],
  ['a random field in every chunk', { pieces: [...['Good', ' day', '.'].map((content, n) => raw({ choices: [{ index: 0, delta: { content } }], obfuscation: `x${n * 7919}` })), STOP, END] }, G],
  ['chunks without a delta', { pieces: [raw({ choices: [{ index: 0, finish_reason: null, content_filter_results: {}, content_filter_offsets: { start_offset: 1 } }] }), ...say(G)] }, G],
  ['a stop reason that is a number', { pieces: [eventOf({ content: G }), eventOf({}, { finish_reason: 'stop', stop_reason: 128_001 }), END] }, G, { finish: 'stop' }],
  ['a finish that is an object', { pieces: [eventOf({ content: G }, { finish_reason: { type: 'length', length: 5 } }), END] }, G, { finish: 'length' }],
  ['not finished, said in words, and pauses', { gapMs: 500, pieces: [raw({ results: [{ generated_text: 'Good', stop_reason: 'not_finished' }] }), raw({ results: [{ generated_text: ' day.', stop_reason: 'max_tokens' }] })] }, G, { finish: 'length' }],
  ['a result with whether it is the end', { pieces: [raw({ id: 'as', result: 'Good', is_end: false, sentence_id: 0 }), raw({ id: 'as', result: ' day.', is_end: true, sentence_id: 1 })] }, G],
  ['names with capitals', { pieces: [raw({ Choices: [{ Delta: { Role: 'assistant', Content: 'Good' }, FinishReason: '' }] }), raw({ Choices: [{ Delta: { Content: ' day.' }, FinishReason: 'stop' }], Usage: { PromptTokens: 3, CompletionTokens: 4 } })] }, G],
  ['an answer by the name of an app', { pieces: [raw({ event: 'workflow_started', data: { id: 'x' } }), raw({ event: 'message', answer: 'Good' }), raw({ event: 'message', answer: ' day.' }), raw({ event: 'message_end', metadata: { usage: { prompt_tokens: 3, completion_tokens: 4 } } })] }, G],
  ['thinking beside a response', { kind: 'ollama', type: 'application/x-ndjson', pieces: lines({ response: '', thinking: 'Hm.', done: false }, { response: G, done: true, done_reason: 'stop' }) }, G, { reasoning: 'Hm.' }],
  ['thinking beside a message', { kind: 'ollama', type: 'application/x-ndjson', pieces: lines({ message: { content: '', thinking: 'Hm.' }, done: false }, { message: { content: G }, done: true, done_reason: 'stop' }) }, G, { reasoning: 'Hm.' }],
  ['events of Ollama through the common door', { pieces: [raw({ message: { role: 'assistant', content: 'Good' }, done: false }), raw({ message: { content: ' day.' }, done: true })] }, G],
  ['progress of a prompt', { pieces: [raw({ choices: [{ index: 0, delta: { role: 'assistant', content: null } }], prompt_progress: { total: 90, processed: 30 } }), raw({ choices: [{ index: 0, delta: {} }], prompt_progress: { total: 90, processed: 90 } }), ...say(G)] }, G],
  ['signatures of thinking', { kind: 'anthropic', pieces: [named('x', { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } }), named('x', { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Hm.' } }), named('x', { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'EqQBCg' } }), named('x', { type: 'content_block_start', index: 1, content_block: { type: 'redacted_thinking', data: 'Em8' } }), named('x', { type: 'content_block_delta', index: 2, delta: { type: 'text_delta', text: G } }), named('x', { type: 'content_block_delta', index: 2, delta: { type: 'citations_delta', citation: { cited_text: 'no' } } }), named('x', { type: 'message_delta', delta: { stop_reason: 'pause_turn' } }), named('x', { type: 'message_stop' })] }, G, { reasoning: 'Hm.', finish: 'stop' }],
  ['signatures of thoughts beside the words', { kind: 'gemini', pieces: [raw({ candidates: [{ content: { parts: [{ text: 'Good', thoughtSignature: 'CiIB' }] } }] }), raw({ candidates: [{ content: { parts: [{ text: ' day.' }, { thoughtSignature: 'CiIB', text: '' }] }, finishReason: 'STOP' }] })] }, G],
  ['a list of Gemini’s chunks that is not closed for a while', { kind: 'gemini', type: 'application/json', pieces: ['[{"candidates":[{"content":{"parts":[{"text":"Good"}]}}]}\n', ',\r\n{"candidates":[{"content":{"parts":[{"text":" day."}]},"finishReason":"STOP"}]}\n', ']'] }, G],
  ['code that a tool would run', { kind: 'gemini', pieces: [raw({ candidates: [{ content: { parts: [{ executableCode: { code: 'print(1)' } }, { codeExecutionResult: { output: '1' } }, { text: G }] } }] })] }, G],
  ['a reason of its own in capitals', { pieces: [eventOf({ content: G }, { finish_reason: 'MAX_OUTPUT_TOKENS' }), END] }, G, { finish: 'length' }],
  ['the end by a limit of the service', { pieces: [eventOf({ content: G }, { finish_reason: 'max_tokens_reached' }), END] }, G, { finish: 'length' }],
  ['usage in a list', { pieces: [...say(G).slice(0, -1), raw({ choices: [], usage: [{ prompt_tokens: 5, completion_tokens: 6 }] }), END] }, G],
  ['citations and pictures beside the words', { pieces: [raw({ citations: ['http://x'], search_results: [{ title: 'x', url: 'y' }], choices: [{ index: 0, delta: { content: G, annotations: [{ type: 'url_citation' }], images: [] } }] }), STOP, END] }, G],
  ['sources before the words', { pieces: [raw({ sources: [{ source: { name: 'a' }, document: ['no'] }] }), raw({ selected_model_id: 'x' }), ...say(G)] }, G],
  ['thinking in a block of its own kind', { pieces: [eventOf({ content: [{ type: 'reference', reference_ids: [1] }, { type: 'text', text: G }] }), STOP, END] }, G],
  ['a role of another name', { pieces: [eventOf({ role: 'model', content: 'Good' }), eventOf({ role: 'ai', content: ' day.' }), STOP, END] }, G],
  ['an empty array as content', { pieces: [eventOf({ content: [] }), ...say(G)] }, G],
  ['a false as content', { pieces: [eventOf({ content: false }), ...say(G)] }, G],
  ['tool_calls empty or null beside the words', { pieces: [eventOf({ content: 'Good', tool_calls: [] }), eventOf({ content: ' day.', tool_calls: null, function_call: null }), STOP, END] }, G],
  ['logprobs with the words in them', { pieces: [raw({ choices: [{ index: 0, delta: { content: 'Good' }, logprobs: { content: [{ token: 'Good', logprob: -0.1, bytes: [71] }] } }] }), raw({ choices: [{ index: 0, delta: { content: ' day.' }, logprobs: { content: [{ token: ' day.', logprob: -0.1 }] } }] }), STOP, END] }, G],
  ['token ids beside the words', { pieces: [raw({ choices: [{ index: 0, text: 'Good', delta: { role: 'assistant', content: 'Good', token_id: 5 } }] }), raw({ choices: [{ index: 0, text: ' day.', delta: { content: ' day.', token_id: 6 } }] }), STOP, END] }, G],
  ['an array of answers', { type: 'application/json', pieces: [JSON.stringify([{ generated_text: G }])] }, G],
  ['an answer within a body', { type: 'application/json', pieces: [JSON.stringify({ statusCode: 200, body: JSON.stringify({ choices: [{ message: { content: G }, finish_reason: 'stop' }] }) })] }, G],
  ['Bedrock’s own deltas', { pieces: [raw({ messageStart: { role: 'assistant' } }), raw({ contentBlockDelta: { delta: { text: 'Good' }, contentBlockIndex: 0 } }), raw({ contentBlockDelta: { delta: { text: ' day.' }, contentBlockIndex: 0 } }), raw({ messageStop: { stopReason: 'end_turn' } })] }, G],
  ['Bedrock’s own answer', { type: 'application/json', pieces: [JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: G }] } }, stopReason: 'end_turn', usage: { inputTokens: 3, outputTokens: 4 } })] }, G, { tokensOut: 4 }],
  ['usage in camel case', { pieces: [eventOf({ content: G }), raw({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: { promptTokens: 8, completionTokens: 9 } }), END] }, G, { tokensOut: 9, tokensIn: 8 }],
  ['a response called completed, whole, in a stream', { pieces: [raw({ type: 'response.completed', response: { object: 'response', status: 'completed', output: [{ type: 'message', content: [{ type: 'output_text', text: G }] }], usage: { output_tokens: 4 } } })] }, G, { tokensOut: 4 }],
  ['harmony in pieces', { pieces: say('<|channel|>', 'analysis', '<|message|>', 'Hm.', '<|end|>', '<|start|>', 'assistant', '<|channel|>', 'final', '<|message|>', G) }, G, { reasoning: 'Hm.' }],
  ['harmony, the final channel alone', { pieces: say('<|channel|>final<|message|>', G) }, G],
  ['a think tag in capitals', { pieces: say('<THINK>Hm.</THINK>', G) }, G, { reasoning: 'Hm.' }],
  ['an empty think block', { pieces: say('<think>\n\n</think>\n\n', G) }, G],
  ['a think block after the words', { pieces: say(G, '<think>', 'Hm.', '</think>') }, G, { reasoning: 'Hm.' }],
  ['gzip that the fetch has opened, told all the same', { pieces: say(G), headers: { 'x-content-encoding': 'gzip' } }, G],
  ['a type of event-stream with a capital and a charset', { pieces: say(G), type: 'Text/Event-Stream;charset=UTF-8' }, G],
  ['a status of 201', { pieces: say(G), status: 201 }, G],
  ['JSON that ends in white space', { type: 'application/json', pieces: [`\n \n${JSON.stringify({ choices: [{ message: { content: G }, finish_reason: 'stop' }] })}\n\n\n`] }, G],
  ['JSON after blank keep-alive lines', { type: 'application/json', pieces: ['\n', '\n', '   \n', JSON.stringify({ choices: [{ message: { content: G } }] })] }, G],
  ['lines of JSON with blank ones and CRLF', { type: 'application/x-ndjson', pieces: lines(chunk('Good'), chunk(' day.')).map((line) => `\r\n${line.trimEnd()}\r\n`) }, G],
  ['lines of JSON cut anywhere', { type: 'application/x-ndjson', pieces: lines(chunk('Good'), chunk(' day.')).join('').match(/.{1,7}/gs)! }, G],
  ['lines of JSON and then events', { pieces: ['{"status":"queued"}\n', '\n', ...say(G)] }, G],
  ['XSSI guard before the JSON', { type: 'application/json', pieces: [`)]}',\n${JSON.stringify({ choices: [{ message: { content: G } }] })}`] }, G],
  ['a comment glued to the first event', { pieces: [`: ok\n${eventOf({ content: 'Good' })}`, `:\r\n${eventOf({ content: ' day.' })}`, STOP, END] }, G],
  ['spaces after the data', { pieces: say('Good', ' day.').map((event) => event.replace('\n\n', '   \n\n')) }, G],
  ['a tab after the colon', { pieces: say('Good', ' day.').map((event) => event.replace('data: ', 'data:\t')) }, G],
  ['the end told in its own words', { pieces: [eventOf({ content: G }), 'data: [END]\n\n', eventOf({ content: ' never' })] }, G],
  ['the end told as JSON', { pieces: [eventOf({ content: G }), 'data: {"done":true}\n\n'] }, G],
  ['the end told as a text of JSON', { pieces: [eventOf({ content: G }), 'data: "DONE"\n\n'] }, G],
  ['EOF as the end', { pieces: [eventOf({ content: G }), 'data: <EOF>\n\n'] }, G],
]

const FAILS: Failed[] = [
  ['no body at all, 204', { status: 204, pieces: [] }, 'empty'],
  ['quota of tokens for thinking', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.', type: 'invalid_request_error' } })] }, 'empty', /used up all its words/],
  ['a deployment that is not there', { status: 404, type: 'application/json', pieces: [JSON.stringify({ error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.' } })] }, 'model-missing'],
  ['a model for another door', { status: 404, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'This model is only supported in v1/responses and not in v1/chat/completions.', param: 'model' } })] }, 'model-missing'],
  ['a model that was retired', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'The model `llama-9` has been decommissioned and is no longer supported. Please refer to https://x/docs for a recommendation.', code: 'model_decommissioned' } })] }, 'model-missing'],
  ['terms that must be accepted', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'The model `x` requires terms acceptance. Please have the org admin accept the terms at https://console', code: 'model_terms_required' } })] }, 'forbidden'],
  ['498 for want of capacity', { status: 498, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'Flex tier capacity exceeded' } })] }, 'overloaded'],
  ['a budget of a proxy', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'Budget has been exceeded! Current cost: 0.12, Max budget: 0.1', type: 'budget_exceeded', code: '400' } })] }, 'payment'],
  ['credits all used, as 429', { status: 429, type: 'application/json', pieces: [JSON.stringify({ code: 'Some resource has been exhausted', error: 'Your team has either used all available credits or reached its monthly spending limit. To continue making API requests, please purchase more credits or raise your spending limit.' })] }, 'payment'],
  ['in arrears, in another tongue', { status: 429, type: 'application/json', pieces: [JSON.stringify({ error: { code: '1113', message: '您的账户已欠费，请充值后重试。' } })] }, 'payment'],
  ['in arrears by its code', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { code: 'Arrearage', message: 'Access denied, please make sure your account is in good standing.' } })] }, 'payment'],
  ['a model that is not there, in another tongue', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { code: '1211', message: '模型不存在，请检查模型代码。' } })] }, 'model-missing'],
  ['too many at once, in another tongue', { status: 429, type: 'application/json', pieces: [JSON.stringify({ error: { code: '1302', message: '您当前使用该API的并发数过高，请降低并发' } })] }, 'rate-limited'],
  ['a length out of range', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { message: '<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 30720]' } })] }, 'too-long'],
  ['a model that was not switched on', { status: 404, type: 'application/json', pieces: [JSON.stringify({ error: { code: 'ModelNotOpen', message: 'Your account 21 has not activated the model doubao. Please activate the model service in the Ark Console.' } })] }, 'model-missing'],
  ['too little memory for the model', { status: 500, type: 'application/json', pieces: [JSON.stringify({ error: 'model requires more system memory (5.6 GiB) than is available (3.2 GiB)' })] }, 'server-error', /smaller model/],
  ['a runner that ended', { status: 500, type: 'application/json', pieces: [JSON.stringify({ error: 'llama runner process has terminated: exit status 0xc0000409' })] }, 'server-error'],
  ['a key that is for other pages', { kind: 'gemini', status: 403, type: 'application/json', pieces: [JSON.stringify({ error: { code: 403, message: 'Requests from referer http://localhost:4327/ are blocked.', status: 'PERMISSION_DENIED', details: [{ reason: 'API_KEY_HTTP_REFERRER_BLOCKED' }] } })] }, 'forbidden', /restricted to other pages/],
  ['an API that was not switched on', { kind: 'gemini', status: 403, type: 'application/json', pieces: [JSON.stringify({ error: { code: 403, message: 'Generative Language API has not been used in project 1 before or it is disabled. Enable it by visiting https://console', status: 'PERMISSION_DENIED' } })] }, 'forbidden'],
  ['errors in a list of one', { kind: 'gemini', status: 400, type: 'application/json', pieces: [JSON.stringify([{ error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } }])] }, 'unauthorized'],
  ['no words but a full count', { kind: 'gemini', pieces: [raw({ candidates: [{ content: { role: 'model' }, finishReason: 'MAX_TOKENS', index: 0 }], usageMetadata: { promptTokenCount: 9, thoughtsTokenCount: 50 } })] }, 'empty', /used up all its words/],
  ['a prompt that was blocked', { kind: 'gemini', pieces: [raw({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: { promptTokenCount: 9 } })] }, 'filtered'],
  ['a refusal in the middle', { kind: 'anthropic', pieces: [named('x', { type: 'message_start', message: {} }), named('x', { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Go' } }), named('x', { type: 'message_delta', delta: { stop_reason: 'refusal' } })] }, 'filtered'],
  ['overloaded in the middle of a stream', { kind: 'anthropic', pieces: [named('error', { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } })] }, 'overloaded'],
  ['a data policy', { status: 404, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'No endpoints found matching your data policy (Free model publication). Configure: https://openrouter.ai/settings/privacy', code: 404 } })] }, 'forbidden', /privacy/],
  ['an upstream limit in its raw words', { status: 429, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'Provider returned error', code: 429, metadata: { raw: 'x is temporarily rate-limited upstream. Please retry shortly', provider_name: 'P' } } })] }, 'rate-limited'],
  ['an error as an end', { pieces: [raw({ id: 'g', error: { code: 'server_error', message: 'Provider disconnected' }, choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }] })] }, 'server-error', /Provider disconnected/],
  ['an abort with its words', { pieces: [eventOf({ content: 'Go' }, { finish_reason: { type: 'abort', message: 'KV cache full', status_code: 503 } }), END] }, 'overloaded', /KV cache full/],
  ['a name that is missing', { status: 400, type: 'application/json', pieces: [JSON.stringify({ error: { code: 400, message: 'model name is missing from the request', type: 'invalid_request_error' } })] }, 'model-missing'],
  ['a proxy that wants a login page', { status: 200, type: 'text/html', pieces: ['\n\n<!DOCTYPE html PUBLIC "-//W3C">\n<html><head><title>Log in</title></head></html>'] }, 'malformed', /web page/],
  ['a challenge of a proxy', { status: 403, type: 'text/html', pieces: ['<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head></html>'] }, 'forbidden'],
  ['XML', { status: 403, type: 'application/xml', pieces: ['<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'] }, 'forbidden', /Access Denied/],
  ['429 as plain text', { status: 429, type: 'text/plain', pieces: ['Too Many Requests'], headers: { 'retry-after': '99' } }, 'rate-limited', /wait 99 seconds/],
  ['429 with a date', { status: 429, type: 'text/plain', pieces: ['slow down'], headers: { 'retry-after': new Date(Date.now() + 120_000).toUTCString() } }, 'rate-limited', /wait 1[12]\d seconds/],
  ['an own error under status', { status: 400, type: 'application/json', pieces: [JSON.stringify({ status: 'error', message: 'bad luck' })] }, 'refused-parameter', /bad luck/],
  ['an error in a status of 200 under success', { type: 'application/json', pieces: [JSON.stringify({ success: false, message: 'bad luck' })] }, 'server-error', /bad luck/],
  ['an error with words in several tongues', { type: 'application/json', pieces: [JSON.stringify({ code: 10_013, message: 'input content moderation failed', sid: 'x' })] }, 'filtered'],
  ['an error with capitals', { type: 'application/json', pieces: [JSON.stringify({ Response: { Error: { Code: 'AuthFailure.SecretIdNotFound', Message: 'The SecretId is not found' }, RequestId: 'x' } })] }, 'unauthorized'],
  ['overloaded by its code', { status: 429, type: 'application/json', pieces: [JSON.stringify({ error: { message: 'The engine is currently overloaded, please try again later', type: 'engine_overloaded_error' } })] }, 'rate-limited'],
  ['a finish of eos with no words, after thinking kept apart', { pieces: [eventOf({ reasoning: 'Hm.' }), eventOf({}, { finish_reason: 'stop' }), END] }, 'empty', /thought but said nothing/],
]

async function expectAnswer([, wire, text, { reasoning = '', finish, tokensOut, tokensIn } = {}]: Answered): Promise<void> {
  const { generation, speech } = await ask(wire)
  expect(generation.ok ? 'ok' : generation.message).toBe('ok')
  expect([generation.text.trim(), generation.reasoning.trim()]).toEqual([text, reasoning])
  if (reasoning === '') expect(speech).toBe(generation.text)
  if (finish !== undefined) expect(generation).toMatchObject({ finish })
  if (tokensOut !== undefined) expect(generation.tokensOut).toBe(tokensOut)
  if (tokensIn !== undefined) expect(generation.tokensIn).toBe(tokensIn)
}

async function expectFailure([, wire, reason, says = /./]: Failed): Promise<void> {
  const { generation } = await ask(wire)
  expect(generation.ok ? `answered ${generation.text}` : generation.reason).toBe(reason)
  const message = generation.ok ? '' : generation.message
  expect(message).toMatch(says)
  expect(message).toMatch(/^[A-Z“0-9h].*[.”]$/s)
}

describe('seen on the wire', () => {
  it.each(PLAIN)('[MOD-173] words that are no JSON: %s', (...given) => expectAnswer(given))
  it.each(TWICE)('[MOD-174] events that come twice: %s', (...given) => expectAnswer(given))
  it.each(SHAPES)('[MOD-175] further shapes: %s', (...given) => expectAnswer(given))
  it.each(ODD_ERRORS)('[MOD-176] errors among events: %s', (...given) => expectFailure(given))
  it.each(FAILS)('[MOD-176] errors in further words: %s', (...given) => expectFailure(given))
})
