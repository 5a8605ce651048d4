/** One chunk of a chat answer in any of the shapes that servers of the OpenAI protocol send: what it adds to the answer. */
import { countOf, isRecord, textOf } from './loose.ts'
import { readServerError } from './failure.ts'

/** What has been heard of an answer. `speech` and `reasoning` are only what came since they were last taken. */
export type Heard = {
  speech: string
  reasoning: string
  /** Speech of further choices, used only when the first stays silent. */
  otherSpeech: string
  /** Chunks that carried words: an estimate of tokens when the server reports none. */
  wordChunks: number
  /** Whether any words came from the first choice. */
  spoke: boolean
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
  return { speech: '', reasoning: '', otherSpeech: '', wordChunks: 0, spoke: false, finish: null, calledTool: false, tokensIn: null, tokensOut: null, error: null, recognised: false }
}

/** Adds one parsed chunk, or one whole answer, to what was heard. */
export function hearChunk(heard: Heard, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) hearChunk(heard, item)
    return
  }
  if (!isRecord(value)) return
  const choices = value['choices']
  if (Array.isArray(choices)) {
    heard.recognised = true
    for (const choice of choices as unknown[]) if (isRecord(choice)) hearChoice(heard, choice)
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
  const delta = choice['delta']
  const message = choice['message']
  if (isRecord(delta)) hearWords(heard, delta, first)
  // some servers repeat the whole message in the last chunk
  else if (isRecord(message)) {
    if (!heard.spoke || !first) hearWords(heard, message, first)
  } else if (typeof choice['text'] === 'string') addSpeech(heard, choice['text'], first)
  if (isRecord(delta) && isRecord(message) && !heard.spoke && first) hearWords(heard, message, first)
  if (first && choice['finish_reason'] !== undefined && choice['finish_reason'] !== null) heard.finish = finishOf(choice['finish_reason']) ?? heard.finish
  if (first && choice['error'] !== undefined && choice['error'] !== null) heard.error ??= readServerError(choice)
  if (choice['usage'] !== undefined) hearUsage(heard, choice['usage'])
}

function hearWords(heard: Heard, delta: { [key: string]: unknown }, first: boolean): void {
  const { content } = delta
  if (typeof content === 'string') addSpeech(heard, content, first)
  else if (content !== undefined && content !== null) hearParts(heard, content, first)
  if (!first) return
  const reasoning = delta['reasoning_content'] ?? delta['reasoning'] ?? delta['thinking'] ?? delta['reasoning_text']
  if (reasoning !== undefined && reasoning !== null) addReasoning(heard, typeof reasoning === 'string' ? reasoning : isRecord(reasoning) ? textOf(reasoning['content']) || textOf(reasoning['text']) : '')
  if (typeof delta['refusal'] === 'string' && delta['refusal'] !== '') addSpeech(heard, delta['refusal'], true)
  const tools = delta['tool_calls']
  if ((Array.isArray(tools) && tools.length > 0) || isRecord(delta['function_call'])) heard.calledTool = true
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
  const inner = part['text'] ?? part['thinking'] ?? part['content'] ?? part['reasoning']
  if (Array.isArray(inner)) return inner.map((item) => (isRecord(item) ? wordsOfPart(item) : textOf(item))).join('')
  return isRecord(inner) ? textOf(inner['value']) || textOf(inner['text']) : textOf(inner)
}

/** Answers without `choices`: the native shapes of Ollama and llama.cpp, of response events, and errors. */
function hearOther(heard: Heard, value: { [key: string]: unknown }): void {
  const { message } = value
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
  heard.spoke = true
  heard.wordChunks++
  heard.speech += text
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
      return null
    case 'length':
    case 'max_tokens':
    case 'max_output_tokens':
    case 'model_length':
      return 'length'
    case 'content_filter':
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
      return 'tool'
    case 'error':
    case 'abort':
    case 'insufficient_system_resource':
      return 'error'
    default:
      return 'stop'
  }
}
