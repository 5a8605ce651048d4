/** What servers and gateways of today send, each told in a public thread or seen with the program itself; invented against the list as it was, so that it could find what that had missed. */
import type { HeardRequest, Quirk } from '../quirk-server.ts'
import { END, json, named, raw, say, STOP } from './pieces.ts'
import { answered, told, type WireQuirk } from './quirk.ts'

const G = 'Good day.'
const chunk = (delta: unknown, rest: { [key: string]: unknown } = {}): object => ({ choices: [{ index: 0, delta, finish_reason: null, ...rest }] })
const lines = (...values: unknown[]): string[] => values.map((value) => `${JSON.stringify(value)}\n`)
const words = (content: string): string => raw(chunk({ content }))
const block = (text: string): string => named('content_block_delta', { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })
const refused = (status: number, message: string, rest: { [key: string]: unknown } = {}): Quirk => json(status, { error: { message, ...rest } })

/** Answers. */
export const TODAYS_ANSWERS: readonly WireQuirk[] = answered([
  ['SGLang: every field null, and a finish that never comes', { pieces: [raw({ choices: [{ index: 0, delta: { role: null, content: 'Good', reasoning_content: null, tool_calls: null }, logprobs: null, finish_reason: null, matched_stop: null }], usage: null }), raw({ choices: [{ index: 0, delta: { role: null, content: ' day.', reasoning_content: null, tool_calls: null }, finish_reason: null, matched_stop: null }], usage: null }), END] }, G],
  ['SGLang: the role that stopped it with the last chunk', { pieces: [words('Good'), words(' day.'), raw(chunk({ role: 'assistant', content: '<|user|>' }, { finish_reason: 'stop', matched_stop: 151_336 })), END] }, G],
  ['SGLang: counts, and then silence on an open line', { pieces: [words('Good'), words(' day.'), raw({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 4 } })], ending: 'open' }, G, { tokensOut: 4 }],
  ['vLLM: the end of thinking once more in the words', { pieces: [raw(chunk({ reasoning_content: 'Hm.' })), words('</think>'), words('\n\nGood day.'), STOP, END] }, G, { reasoning: 'Hm.' }],
  ['vLLM: thinking under its old and its new name', { pieces: [raw(chunk({ reasoning: 'Hm, ', reasoning_content: 'Hm, ' })), raw(chunk({ reasoning: 'well.', reasoning_content: 'well.' })), ...say(G)] }, G, { reasoning: 'Hm, well.' }],
  ['vLLM: numbers of tokens beside the words', { pieces: [raw({ ...chunk({ content: 'Good' }, { token_ids: [15] }), prompt_token_ids: [1, 2] }), raw(chunk({ content: ' day.' }, { token_ids: [16, 17], stop_reason: null })), STOP, END] }, G],
  ['vLLM: a channel with a constraint', { pieces: say('<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final <|constrain|>JSON<|message|>{"say":"Hi."}') }, '{"say":"Hi."}', { reasoning: 'Hm.' }],
  ['Mistral: thinking and words as parts, padded', { pieces: [raw({ ...chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }], closed: true }] }), p: 'abcdefghij' }), raw({ ...chunk({ content: [{ type: 'text', text: 'Good' }] }), p: 'ab' }), words(' day.'), STOP, END] }, G, { reasoning: 'Hm.' }],
  ['Azure: offsets of a filter after the end', { pieces: [words(G), raw(chunk({}, { finish_reason: 'stop' })), raw({ id: '', object: '', choices: [{ index: 0, finish_reason: null, content_filter_results: { hate: { filtered: false } }, content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 198 } }], usage: null }), END] }, G, { finish: 'stop' }],
  ['Groq: thinking by its channel', { pieces: [raw(chunk({ role: 'assistant', content: '', channel: 'analysis' })), raw(chunk({ channel: 'analysis', content: 'Hm.' })), raw(chunk({ channel: 'final', content: G })), STOP, END] }, G, { reasoning: 'Hm.' }],
  ['Groq: tools that it ran itself', { pieces: [raw(chunk({ executed_tools: [{ index: 0, type: 'search', arguments: '{"q":"x"}', output: 'no' }] })), ...say(G)] }, G],
  ['Together: an end called eos', { pieces: [words(G), raw(chunk({ content: '', token_id: null }, { finish_reason: 'eos' })), END] }, G, { finish: 'stop' }],
  ['Perplexity: the whole answer in a last object', { pieces: [raw({ ...chunk({ content: 'Good' }), object: 'chat.completion.chunk' }), raw({ ...chunk({ content: ' day.' }), object: 'chat.completion.chunk' }), raw({ object: 'chat.completion.done', choices: [{ index: 0, message: { role: 'assistant', content: G }, delta: { role: 'assistant', content: '' }, finish_reason: 'stop' }], search_results: [] })] }, G],
  ['LiteLLM: one number for the only choice, which is not the first', { pieces: [raw({ choices: [{ index: 1, delta: { content: 'Good' } }] }), raw({ choices: [{ index: 1, delta: { content: ' day.' } }] }), raw({ choices: [{ index: 1, delta: {}, finish_reason: 'stop' }] }), END] }, G],
  ['LiteLLM: counts with a choice that is empty', { pieces: [words(G), raw({ ...chunk({}), stream_options: { include_usage: true } }), raw({ choices: [{ index: 0, delta: {} }], usage: { prompt_tokens: 5, completion_tokens: 6 } }), END] }, G, { tokensOut: 6 }],
  ['LiteLLM: the beginning of a message twice', { kind: 'anthropic', pieces: [named('message_start', { type: 'message_start', message: { id: 'm1' } }), named('message_start', { type: 'message_start', message: { id: 'm1' } }), block('Good'), block(' day.'), named('message_stop', { type: 'message_stop' })] }, G],
  ['Portkey: results of hooks before the words', { pieces: [raw({ hook_results: { before_request_hooks: [{ verdict: true, id: 'g', checks: [] }] } }), ...say('Good', ' day.')] }, G],
  ['Anthropic: the end of a turn, and pings for ever', { kind: 'anthropic', pieces: [named('message_start', { type: 'message_start', message: {} }), block(G), named('message_delta', { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } }), ...Array.from({ length: 40 }, () => named('ping', { type: 'ping' }))], gapMs: 60, ending: 'open' }, G, { finish: 'stop' }],
  ['Anthropic: words with the beginning of a block', { kind: 'anthropic', pieces: [named('content_block_start', { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Good' } }), block(' day.'), named('message_stop', { type: 'message_stop' })] }, G],
  ['Anthropic: through a proxy, without names and with [DONE]', { kind: 'anthropic', pieces: [raw({ type: 'message_start' }), raw({ type: 'content_block_delta', delta: { type: 'text_delta', text: G } }), raw({ type: 'message_delta', delta: { stop_reason: 'end_turn' } }), END] }, G],
  ['Anthropic: the window was full', { kind: 'anthropic', pieces: [block(G), named('message_delta', { type: 'message_delta', delta: { stop_reason: 'model_context_window_exceeded' } }), named('message_stop', { type: 'message_stop' })] }, G, { finish: 'length' }],
  ['Gemini: counts before the words and after the end', { kind: 'gemini', pieces: [raw({ usageMetadata: { promptTokenCount: 8 }, modelVersion: 'g' }), raw({ candidates: [{ content: { parts: [{ text: G }], role: 'model' }, index: 0 }] }), raw({ candidates: [{ content: {}, finishReason: 'STOP', index: 0 }] }), raw({ candidates: [], usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 4 } })] }, G, { finish: 'stop', tokensOut: 4 }],
  ['Gemini: a second candidate first', { kind: 'gemini', pieces: [raw({ candidates: [{ content: { parts: [{ text: 'No' }] }, index: 1 }, { content: { parts: [{ text: G }] }, index: 0, finishReason: 'STOP' }] })] }, G],
  ['Ollama: how a model is fetched, before the words', { kind: 'ollama', type: 'application/x-ndjson', pieces: lines({ status: 'pulling manifest' }, { status: 'downloading', completed: 5, total: 9 }, { status: 'success' }, { message: { role: 'assistant', content: 'Good' }, done: false }, { message: { content: ' day.' }, done: false }, { message: { content: '' }, done: true, done_reason: 'stop' }) }, G],
  ['LM Studio: its own events', { pieces: [named('chat.start', { type: 'chat.start', model_instance_id: 'm' }), named('model_load.progress', { type: 'model_load.progress', progress: 0.4 }), named('prompt_processing.progress', { type: 'prompt_processing.progress', progress: 1 }), named('reasoning.start', { type: 'reasoning.start' }), named('reasoning.delta', { type: 'reasoning.delta', content: 'Hm.' }), named('message.start', { type: 'message.start' }), named('message.delta', { type: 'message.delta', content: 'Good' }), named('message.delta', { type: 'message.delta', content: ' day.' }), named('message.end', { type: 'message.end' }), named('chat.end', { type: 'chat.end', result: { output: [{ type: 'message', content: G }], stats: { total_output_tokens: 3 } } })] }, G, { reasoning: 'Hm.' }],
  ['llama.cpp: its own completion, cut off', { pieces: [raw({ index: 0, content: 'Good', tokens: [1], stop: false, tokens_predicted: 1 }), raw({ index: 0, content: ' day.', stop: false }), raw({ index: 0, content: '', stop: true, stop_type: 'limit', tokens_predicted: 3, tokens_evaluated: 12 })] }, G, { finish: 'length', tokensOut: 3, tokensIn: 12 }],
  ['llama.cpp: everything said, once more for who debugs', { pieces: [words('Good'), words(' day.'), raw({ ...chunk({}, { finish_reason: 'stop' }), __verbose: { content: G, prompt: 'x', stop: true }, timings: { prompt_n: 4, predicted_n: 3 } }), END] }, G, { tokensOut: 3 }],
  ['Cloudflare: a response that is null beside calls that are none', { pieces: [raw({ response: 'Good', tool_calls: [], p: 'abc' }), raw({ response: ' day.', p: 'a' }), raw({ response: null, usage: { completion_tokens: 3 } }), END] }, G],
  ['a long call of a tool, piece by piece, is no silence', { gapMs: 400, pieces: [raw(chunk({ tool_calls: [{ index: 0, id: 'x', function: { name: 'reply', arguments: '{"say":' } }] })), ...['"Good', ' day', '."}'].map((part) => raw(chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] }))), raw(chunk({}, { finish_reason: 'tool_calls' })), END] }, '{"say":"Good day."}'],
  ['events that were told to be JSON', { type: 'application/json; charset=utf-8', pieces: say('Good', ' day.') }, G],
  ['an object as Python prints it', { pieces: ["data: {'id': 'c', 'choices': [{'index': 0, 'delta': {'content': 'Good', 'role': None}, 'finish_reason': None}], 'ok': True}\n\n", "data: {'id': 'c', 'choices': [{'index': 0, 'delta': {'content': \" day, isn't it\"}, 'finish_reason': 'stop'}], 'ok': False}\n\n", END] }, "Good day, isn't it"],
  ['bytes as Python prints them', { pieces: [`data: b'${JSON.stringify(chunk({ content: 'Good' }))}'\n\n`, `data: b'${JSON.stringify(chunk({ content: ' day.' }))}'\n\n`, END] }, G],
  ['an object as a text of JSON', { pieces: ['Good', ' day.'].map((content) => raw(JSON.stringify(chunk({ content })))).concat(END) }, G],
  ['breaks between events that were written out', { pieces: [`data: ${JSON.stringify(chunk({ content: 'Good' }))}\\n\\ndata: ${JSON.stringify(chunk({ content: ' day.' }))}\\n\\ndata: [DONE]\\n\\n`] }, G],
  ['sizes of chunks among the lines', { pieces: say('Good', ' day.').map((event) => `${event.length.toString(16)}\r\n${event}\r\n`) }, G],
  ['events without anything in them', { pieces: say('Good', ' day.').flatMap((event) => ['data:\n\n', 'data: \n\n', event]) }, G],
], { limits: { firstTokenMs: 1_000, idleMs: 1_200, totalMs: 6_000 } })

/** Templates of models of today that leak. */
export const TODAYS_TEMPLATES: readonly WireQuirk[] = answered([
  ['Kimi thinks', { pieces: say('◁think▷Hm.◁/think▷', G) }, G, { reasoning: 'Hm.' }],
  ['Seed thinks', { pieces: say('<seed:think>Hm.</seed:think>', G) }, G, { reasoning: 'Hm.' }],
  ['Magistral thinks', { pieces: say('[THINK]Hm.[/THINK]', G) }, G, { reasoning: 'Hm.' }],
  ['Apertus thinks', { pieces: say('<|inner_prefix|>Hm.<|inner_suffix|>', G) }, G, { reasoning: 'Hm.' }],
  ['EXAONE thinks', { pieces: say('<thought>\nHm.\n</thought>\n', G) }, G, { reasoning: 'Hm.' }],
  ['Granite thinks', { pieces: say('Here is my thought process:\n\nHm.\n\n', 'Here is my response:\n\n', G) }, G, { reasoning: 'Hm.' }],
  ['GLM puts its answer into a box', { pieces: say('<think>Hm.</think>', '<|begin_of_box|>', G, '<|end_of_box|>') }, G, { reasoning: 'Hm.' }],
  ['GLM begins', { pieces: say('[gMASK]<sop><|assistant|>\n', G, '<|user|>') }, G],
  ['Llama 4 speaks', { pieces: say('<|header_start|>assistant<|header_end|>\n\n', G, '<|eot|>') }, G],
  ['Ling speaks', { pieces: say('<role>ASSISTANT</role>', G, '<|role_end|>') }, G],
  ['LFM calls a tool', { pieces: say(G, '<|tool_call_start|>[look(at="mill")]<|tool_call_end|>') }, G],
  ['Qwen Coder calls a tool', { pieces: say(G, '\n<function=look>\n<parameter=at>\nmill\n</parameter>\n</function>') }, G],
  ['DeepSeek calls a tool', { pieces: say(G, '\n\n<｜DSML｜function_calls>\n<｜DSML｜invoke name="look">') }, G],
  ['Nemotron ends', { pieces: say(G, '<SPECIAL_12>') }, G],
  ['Baichuan ends', { pieces: say(G, '<reserved_106>', 'and on') }, G],
])

/** Failures, with what a player has to be told. */
export const TODAYS_FAILURES: readonly WireQuirk[] = told([
  ['OpenRouter: a provider that is overloaded, in mid-stream', { pieces: [words('Good'), raw({ error: { code: 529, message: 'Provider returned error', metadata: { error_type: 'provider_overloaded', provider_name: 'P' } }, choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error', native_finish_reason: null }] })] }, 'overloaded'],
  ['OpenRouter: the limit of a key', refused(403, 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys', { code: 403 }), 'payment'],
  ['OpenRouter: free calls of a day', refused(429, 'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day', { code: 429 }), 'rate-limited'],
  ['OpenRouter: nobody signed in', refused(401, 'No cookie auth credentials found', { code: 401 }), 'unauthorized'],
  ['Groq: over capacity, told beside the chunk', { pieces: [raw({ ...chunk({ content: '' }), x_groq: { id: 'r', error: 'over_capacity' } })] }, 'overloaded'],
  ['DeepSeek: no resources in mid-answer', { pieces: [words('Good'), raw(chunk({ content: '' }, { finish_reason: 'insufficient_system_resource' })), END] }, 'server-error'],
  ['DeepSeek: silent in the middle of thinking', { pieces: [raw(chunk({ reasoning_content: 'Hm, ' })), raw(chunk({ reasoning_content: 'well' }))], ending: 'open' }, 'timeout', /fell silent/],
  ['Azure: an operation that the model does not do', refused(400, 'The chatCompletion operation does not work with the specified model, text-embedding-3. Please choose different model and try again. You can learn more about which models can be used with each operation here: https://x', { code: 'OperationNotSupported' }), 'model-missing'],
  ['Azure: no such resource', refused(404, 'Resource not found', { code: '404' }), 'unreachable'],
  ['Azure: a wrong subscription key', refused(401, 'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription.', { code: '401' }), 'unauthorized'],
  ['Azure: how long to wait', () => refused(429, 'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-10-21 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 23 seconds.', { code: '429' }), 'rate-limited', /wait 23 seconds/],
  ['LiteLLM: all deployments are resting', refused(429, "No deployments available for selected model, Try again in 60 seconds. Passed model=m. pre-call-checks=False, cooldown_list=['a1']", { type: 'None', code: '429' }), 'rate-limited', /wait 60 seconds/],
  ['LiteLLM: a key that may not use this model', refused(401, "key not allowed to access model. This key can only access models=['gpt-4o']. Tried to access m", { type: 'key_model_access_denied', param: 'model', code: '401' }), 'forbidden', /this model/],
  ['Portkey: a guard that says no', json(446, { error: { message: 'The guardrail checks defined in the config failed. You can find more information in the `hook_results` object.', type: 'hooks_failed', param: null, code: null }, hook_results: { before_request_hooks: [] } }), 'filtered'],
  ['Portkey: a header that it needs', json(400, { status: 'failure', message: 'Either x-portkey-config or x-portkey-provider header is required' }), 'forbidden', /gateway that has to be told whom to ask/],
  ['Portkey: a protocol that what is behind it does not speak', { kind: 'anthropic', ...json(500, { status: 'failure', message: 'messages is not supported by openai' }) }, 'unreachable', /no chat at this address/],
  ['Portkey: a stream that it could not translate', { pieces: [] }, 'empty', /log of the model server/],
  ['transformers serve: another model than the one it was started with', json(400, { detail: "Server is pinned to '/models/tiny'; requested 'm'." }), 'model-missing', /pinned to/],
  ['Anthropic: pages are not let in for this organisation', { kind: 'anthropic', ...json(401, { type: 'error', error: { type: 'authentication_error', message: 'CORS requests are not allowed for this Organization because of custom data retention settings' } }) }, 'forbidden', /from (this|a) page/],
  ['Gemini: overloaded', { kind: 'gemini', ...refused(503, 'The model is overloaded. Please try again later.', { code: 503, status: 'UNAVAILABLE' }) }, 'overloaded'],
  ['Gemini: not found for this version', { kind: 'gemini', ...refused(404, 'models/m is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.', { code: 404, status: 'NOT_FOUND' }) }, 'model-missing'],
  ['Gemini: ended for another reason, and wordless', { kind: 'gemini', pieces: [raw({ candidates: [{ content: {}, finishReason: 'OTHER' }] })] }, 'empty'],
  ['Ollama: loaded, and nothing said', { kind: 'ollama', ...json(200, { model: 'm', message: { role: 'assistant', content: '' }, done_reason: 'load', done: true }) }, 'empty'],
  ['Ollama: its cloud wants a sign-in', { kind: 'ollama', ...json(401, { error: 'unauthorized', signin_url: 'https://ollama.com/connect?name=x&key=y' }) }, 'unauthorized'],
  ['Ollama: a page that is not among its origins', { kind: 'ollama', status: 403, pieces: [] }, 'forbidden', /OLLAMA_ORIGINS/],
  ['Ollama: a runner that stopped', { kind: 'ollama', ...json(500, { error: 'model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details' }) }, 'server-error'],
  ['llama.cpp: a router without that model', refused(400, "model 'm' not found", { code: 400, type: 'invalid_request_error' }), 'model-missing'],
  ['llama-swap: a command that ended', { status: 502, type: 'text/plain', pieces: ['unable to start process: upstream command exited prematurely but successfully'] }, 'server-error', /exited prematurely/],
  ['GitHub Models: unavailable', refused(400, 'Unavailable model: m', { code: 'unavailable_model', details: 'Unavailable model: m' }), 'model-missing'],
  ['NIM: a function of nobody’s', json(404, { status: 404, title: 'Not Found', detail: "Function '0149dedb-2be8': Not found for account 'x'" }), 'model-missing'],
  ['vLLM: the engine died', { pieces: [raw({ error: { message: 'EngineCore encountered an issue. See stack trace (above) for the root cause.', type: 'InternalServerError', param: null, code: 500 } }), END] }, 'server-error', /EngineCore/],
  ['null', { type: 'application/json', pieces: ['null'] }, 'malformed', /“null”/],
  ['an empty list', { type: 'application/json', pieces: ['[]'] }, 'empty'],
])

const has = (...names: string[]) => ({ json: body }: HeardRequest): boolean => names.every((name) => name in body)
const FINE: Quirk = { pieces: say(G) }
const WHOLE: Quirk = json(200, { choices: [{ message: { content: G }, finish_reason: 'stop' }] })
const OLLAMA: Quirk = { type: 'application/x-ndjson', pieces: lines({ message: { content: G }, done: true, done_reason: 'stop' }) }

/** Refusals: one more request, and none in vain from then on. */
export const TODAYS_REFUSALS: readonly WireQuirk[] = [
  { name: 'Cerebras: a shape while streaming', options: { json: true }, serves: (request: HeardRequest) => (has('response_format')(request) && request.json['stream'] === true ? refused(400, '"stream=true" with structured outputs is currently not supported for reasoning models.', { param: 'validation_error', code: 'wrong_api_format' }) : request.json['stream'] === true ? FINE : WHOLE) },
  { name: 'xAI: an argument that is not for this model', options: { stop: ['x'] }, serves: (request: HeardRequest) => (has('stop')(request) ? json(400, { code: 'Client specified an invalid argument', error: 'Argument not supported on this model: stop' }) : FINE) },
  { name: 'xAI: an argument that is for no model', serves: (request: HeardRequest) => (has('stream_options')(request) ? json(400, { code: 'Client specified an invalid argument', error: 'Argument not supported: stream_options' }) : FINE) },
  { name: 'LiteLLM: parameters that it could drop', options: { json: true }, serves: (request: HeardRequest) => (has('response_format')(request) ? refused(400, "litellm.UnsupportedParamsError: groq does not support parameters: ['response_format'], for model=m. To drop these, set `litellm.drop_params=True`", { type: 'None', param: 'None', code: '400' }) : FINE) },
  { name: 'Ollama: a model that cannot think', kind: 'ollama', serves: (request: HeardRequest) => (has('think')(request) ? json(400, { error: '"m" does not support thinking' }) : OLLAMA) },
].map((quirk) => ({ rounds: 2, requests: 3, expects: { text: G }, ...quirk }) as WireQuirk)
