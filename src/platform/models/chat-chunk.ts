/** One chunk of a chat answer in any of the shapes that servers of the OpenAI protocol send: what it adds to the answer. */
import { countOf, isRecord, textOf } from './loose.ts'
import { readServerError } from './failure.ts'

/** What has been heard of an answer. `speech` and `reasoning` are only what came since they were last taken. */
export type Heard = {
  speech: string
  reasoning: string
  /** Speech of further choices, used only when the first stays silent. */
  otherSpeech: string
  /** The same by the number of the choice. */
  others: Map<number, string>
  /** Chunks that carried words: an estimate of tokens when the server reports none. */
  wordChunks: number
  /** Whether any words came from the first choice. */
  spoke: boolean
  /** All words of the first choice as they came, to notice a server that sends the whole text again with every chunk. */
  whole: string
  /** Whether words came after the word that it has ended, or may still: some servers say so with every chunk. */
  spokeLate: boolean
  finish: 'stop' | 'length' | 'filtered' | 'tool' | 'error' | null
  calledTool: boolean
  tokensIn: number | null
  tokensOut: number | null
  error: { words: string; code: string } | null
  /** Whether anything looked like an answer at all. */
  recognised: boolean
}

/** Nothing heard yet. */
export function createHeard(): Heard {
  return { speech: '', reasoning: '', otherSpeech: '', others: new Map(), wordChunks: 0, spoke: false, whole: '', spokeLate: false, finish: null, calledTool: false, tokensIn: null, tokensOut: null, error: null, recognised: false }
}

/** Adds one parsed chunk, or one whole answer, to what was heard. */
export function hearChunk(heard: Heard, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) hearChunk(heard, item)
    return
  }
  if (!isRecord(value)) return
  const { choices } = value
  if (typeof choices === 'object' && choices !== null) {
    heard.recognised = true
    for (const choice of (Array.isArray(choices) ? choices : Object.values(choices)) as unknown[]) if (isRecord(choice)) hearChoice(heard, choice)
  } else hearOther(heard, value)
  if (value['usage'] !== undefined && value['usage'] !== null) hearUsage(heard, value['usage'])
  else if (value['x_groq'] !== undefined || value['timings'] !== undefined || value['eval_count'] !== undefined || value['usageMetadata'] !== undefined) {
    const groq = value['x_groq']
    if (isRecord(groq)) {
      hearUsage(heard, groq['usage'])
      heard.error ??= readServerError(groq)
    }
    hearUsage(heard, value['timings'])
    hearUsage(heard, value)
  }
  if (value['error'] !== undefined && value['error'] !== null) heard.error ??= readServerError(value)
}

function hearChoice(heard: Heard, choice: { [key: string]: unknown }): void {
  const index = choice['index']
  const first = index === undefined || index === 0 || typeof index !== 'number'
  const otherBefore = heard.otherSpeech.length
  const delta = choice['delta']
  const message = choice['message']
  const finish = choice['finish_reason'] ?? choice['finishReason'] ?? choice['stop_reason']
  const ended = finish === undefined || finish === null ? null : finishOf(finish)
  // the whole text once more at the end
  if (first && ended !== null && heard.whole.length >= 16 && isRecord(delta) && delta['content'] === heard.whole) heard.finish = ended
  else if (isRecord(delta)) hearWords(heard, delta, first)
  // some servers repeat the whole message in the last chunk
  else if (isRecord(message)) {
    if (!heard.spoke || !first) hearWords(heard, message, first)
  }
  if (typeof choice['text'] === 'string' && !hasWords(delta) && !hasWords(message)) addSpeech(heard, choice['text'], first)
  if (isRecord(delta) && isRecord(message) && !heard.spoke && first) hearWords(heard, message, first)
  if (first && ended !== null) {
    if (heard.wordChunks === 1 && heard.finish === null && heard.whole !== '') heard.spokeLate = true
    heard.finish = ended
  }
  if (first && choice['error'] !== undefined && choice['error'] !== null) heard.error ??= readServerError(choice)
  if (!first) heard.others.set(index, (heard.others.get(index) ?? '') + heard.otherSpeech.slice(otherBefore))
  if (choice['usage'] !== undefined) hearUsage(heard, choice['usage'])
}

function hasWords(message: unknown): boolean {
  return isRecord(message) && message['content'] !== undefined && message['content'] !== null && message['content'] !== ''
}

function hearWords(heard: Heard, delta: { [key: string]: unknown }, first: boolean): void {
  const content = delta['content'] ?? delta['text']
  if (typeof content === 'string') addSpeech(heard, content, first)
  else if (content !== undefined && content !== null) hearParts(heard, content, first)
  if (!first || isBare(delta)) return
  hearReasoning(heard, delta)
  if (typeof delta['refusal'] === 'string' && delta['refusal'] !== '') addSpeech(heard, delta['refusal'], true)
  const tools = delta['tool_calls']
  if ((Array.isArray(tools) && tools.length > 0) || isRecord(delta['function_call'])) heard.calledTool = true
}

/** Whether there is nothing in a delta but words and a role: nearly always, hundreds of thousands of times a second. */
function isBare(delta: { [key: string]: unknown }): boolean {
  for (const name in delta) if (name !== 'content' && name !== 'role') return false
  return true
}

/** Fields that hold thinking, each as text, a part or a list of parts; where several hold the same, the first counts. */
const REASONING = ['reasoning_content', 'reasoning', 'thinking', 'reasoning_text', 'thought', 'reasoning_details', 'thinking_blocks'] as const

function hearReasoning(heard: Heard, delta: { [key: string]: unknown }): void {
  for (const name of REASONING) {
    const reasoning = delta[name]
    if (reasoning === undefined || reasoning === null || reasoning === '') continue
    const parts: unknown[] = Array.isArray(reasoning) ? reasoning : [reasoning]
    const words = parts.map((part) => (isRecord(part) ? wordsOfPart(part) : textOf(part))).join('')
    if (words !== '') return addReasoning(heard, words)
  }
}

/** Content as a list of parts, each text or thinking. */
function hearParts(heard: Heard, content: unknown, first: boolean): void {
  const parts: unknown[] = Array.isArray(content) ? content : [content]
  for (const part of parts) {
    if (typeof part === 'string') addSpeech(heard, part, first)
    if (!isRecord(part)) continue
    const isThinking = /think|reason/i.test(textOf(part['type'])) || part['thinking'] !== undefined
    const words = wordsOfPart(part)
    if (!isThinking) addSpeech(heard, words, first)
    else if (first) addReasoning(heard, words)
  }
}

function wordsOfPart(part: { [key: string]: unknown }): string {
  const inner = part['text'] ?? part['thinking'] ?? part['content'] ?? part['reasoning'] ?? part['summary'] ?? part['refusal'] ?? part['value']
  if (Array.isArray(inner)) return inner.map((item) => (isRecord(item) ? wordsOfPart(item) : textOf(item))).join('')
  return isRecord(inner) ? textOf(inner['value']) || textOf(inner['text']) : textOf(inner)
}

/** Answers without `choices`: the native shapes of Ollama and llama.cpp, of response events, and errors. */
function hearOther(heard: Heard, value: { [key: string]: unknown }): void {
  const { message } = value
  if (hearEvent(heard, value)) return
  if (isRecord(message)) {
    heard.recognised = true
    hearWords(heard, message, true)
  } else if (typeof value['response'] === 'string' && value['error'] === undefined) {
    heard.recognised = true
    addSpeech(heard, value['response'], true)
  } else if (typeof value['content'] === 'string' && typeof value['stop'] === 'boolean') {
    heard.recognised = true
    addSpeech(heard, value['content'], true)
    if (value['stop']) heard.finish ??= 'stop'
  } else if (value['usage'] === undefined) heard.error ??= readServerError(value)
  if (value['done'] === true) heard.finish ??= finishOf(value['done_reason']) ?? 'stop'
}

/** The events of response streams, of text-generation servers, and answers wrapped into another object; false when it is none of these. */
function hearEvent(heard: Heard, value: { [key: string]: unknown }): boolean {
  const type = textOf(value['type']) || textOf(value['event_type'])
  const { delta, token, response } = value
  if (type.startsWith('response.')) {
    heard.recognised = true
    if (typeof delta === 'string' && /reasoning|thinking/.test(type)) addReasoning(heard, delta)
    else if (typeof delta === 'string' && /text|refusal/.test(type)) addSpeech(heard, delta, true)
    if (type === 'response.completed') heard.finish ??= 'stop'
    if (type === 'response.incomplete') heard.finish ??= 'length'
    if (type === 'response.failed') heard.error ??= readServerError(response) ?? { words: 'The response failed.', code: '' }
    if (isRecord(response)) hearUsage(heard, response['usage'])
    return true
  }
  if (isRecord(token) && typeof token['text'] === 'string') {
    heard.recognised = true
    if (token['special'] !== true) addSpeech(heard, token['text'], true)
    const details = value['details']
    if (isRecord(details)) {
      heard.finish = finishOf(details['finish_reason']) ?? heard.finish
      hearUsage(heard, { completion_tokens: details['generated_tokens'] })
    }
    return true
  }
  if (typeof value['generated_text'] === 'string') {
    heard.recognised = true
    addSpeech(heard, value['generated_text'], true)
    heard.finish ??= 'stop'
    return true
  }
  const inner = value['result'] ?? value['output'] ?? value['data']
  const isWrapped = isRecord(inner) && (inner['choices'] !== undefined || inner['response'] !== undefined || inner['message'] !== undefined) && value['error'] === undefined && value['message'] === undefined
  if (isWrapped) hearChunk(heard, inner)
  return isWrapped
}

/** Adds what a server says of tokens, under any of the names in use. */
export function hearUsage(heard: Heard, usage: unknown): void {
  if (!isRecord(usage)) return
  const tokensIn = countOf(usage['prompt_tokens'] ?? usage['input_tokens'] ?? usage['prompt_eval_count'] ?? usage['prompt_n'])
  const tokensOut = countOf(usage['completion_tokens'] ?? usage['output_tokens'] ?? usage['eval_count'] ?? usage['predicted_n'])
  if (tokensIn !== null && tokensIn > 0) heard.tokensIn = tokensIn
  if (tokensOut !== null && tokensOut > 0) heard.tokensOut = Math.max(tokensOut, heard.tokensOut ?? 0)
}

/** Adds words of an answer; of a choice that is not the first they are kept apart. */
export function addSpeech(heard: Heard, text: string, first: boolean): void {
  if (text === '') return
  if (!first) {
    heard.otherSpeech += text
    return
  }
  // a server that sends all that it has said so far with every chunk
  const added = heard.whole.length >= 8 && text.length > heard.whole.length && text.startsWith(heard.whole) ? text.slice(heard.whole.length) : text
  if (heard.finish !== null) heard.spokeLate = true
  heard.spoke = true
  heard.wordChunks++
  heard.whole += added
  heard.speech += added
}

/** Adds words of thinking. */
export function addReasoning(heard: Heard, text: string): void {
  if (text === '') return
  heard.wordChunks++
  heard.reasoning += text
}

/** Why an answer ended, from any of the words in use; null when it does not say. */
export function finishOf(reason: unknown): Heard['finish'] {
  switch (textOf(reason).toLowerCase()) {
    case '':
    case 'null':
    case 'none':
    case 'finish_reason_unspecified':
      return null
    case 'length':
    case 'max_length':
    case 'max_new_tokens':
    case 'token_limit':
    case 'model_context_window_exceeded':
    case 'context_length_exceeded':
    case 'max_tokens':
    case 'max_output_tokens':
    case 'model_length':
      return 'length'
    case 'content_filter':
    case 'content_filtered':
    case 'contentfilter':
    case 'content-filter':
    case 'sensitive':
    case 'censored':
    case 'guardrail_intervened':
    case 'language':
    case 'image_safety':
    case 'error_toxic':
    case 'safety':
    case 'refusal':
    case 'recitation':
    case 'prohibited_content':
    case 'blocklist':
    case 'spii':
      return 'filtered'
    case 'tool_calls':
    case 'tool_call':
    case 'function_call':
    case 'tool_use':
    case 'tool-calls':
    case 'malformed_function_call':
    case 'unexpected_tool_call':
      return 'tool'
    case 'error':
    case 'error_limit':
    case 'network_error':
    case 'failed':
    case 'timeout':
    case 'cancelled':
    case 'aborted':
    case 'abort':
    case 'insufficient_system_resource':
      return 'error'
    default:
      return 'stop'
  }
}
