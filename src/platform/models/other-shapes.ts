/** Answers of other shapes than that of chat chunks. */
import { readServerError } from './failure.ts'
import { addReasoning, addSpeech, finishOf, hearUsage, type Heard } from './heard.ts'
import { countOf, isRecord, parseJson, textOf } from './loose.ts'
import { hearWords } from './message-words.ts'

/** Answers without `choices`: the own shapes of many servers, events of response streams, and errors; `again` hears what was wrapped into another object. */
export function hearOther(heard: Heard, value: { [key: string]: unknown }, again: (heard: Heard, value: unknown) => void): void {
  if (!hearEvent(heard, value) && !hearWrapped(heard, value, again) && !hearPlain(heard, value) && value['usage'] === undefined) heard.error ??= readServerError(value)
  if (value['done'] === true) heard.finish ??= finishOf(value['done_reason']) ?? 'stop'
}

/** Fields in which a text stands by itself, the more certain first. */
const PLAIN = ['response', 'generated_text', 'completion', 'generation', 'output_text', 'content', 'text', 'answer', 'output', 'token', 'result'] as const

/** Types of objects that tell how a call goes, not what is said. */
const STATE = /ping|heart|keep.?alive|progress|status|queue|processing|warning|verbose|follow_up|tool_(?:response|output)|function_call|knowledge/i

/** A text in a field of its own, or within a message. */
function hearPlain(heard: Heard, value: { [key: string]: unknown }): boolean {
  const { message, results } = value
  if (STATE.test(`${textOf(value['type'])} ${textOf(value['object'])}`)) return false
  if (isRecord(message) && value['object'] !== 'error') {
    heard.recognised = true
    hearWords(heard, message, true)
    return true
  }
  if (Array.isArray(results)) return (results as unknown[]).filter((item) => isRecord(item) && hearPlain(heard, item)).length > 0
  if (value['error'] !== undefined && value['error'] !== null) return false
  const name = PLAIN.find((each) => typeof value[each] === 'string' || (each === 'response' && typeof value[each] === 'number') || (each === 'content' && Array.isArray(value[each])))
  if (name === undefined) return false
  if ((countOf(value['error_code']) ?? 0) > 0) {
    heard.error ??= { words: textOf(value[name]), code: textOf(value['error_code']) }
    return true
  }
  heard.recognised = true
  hearWords(heard, { content: value[name] }, true)
  if (typeof value['thinking'] === 'string') addReasoning(heard, value['thinking'])
  const reason = value['stop_reason'] ?? value['finish_reason']
  if (value['stop'] === true) {
    heard.finish ??= value['stop_type'] === 'limit' || value['stopped_limit'] === true ? 'length' : 'stop'
    hearUsage(heard, { prompt_tokens: value['tokens_evaluated'], completion_tokens: value['tokens_predicted'] })
  }
  if (value['is_end'] === true || (name === 'generated_text' && reason === undefined)) heard.finish ??= 'stop'
  heard.finish = finishOf(reason) ?? heard.finish
  return true
}

/** What makes an object within another an answer. */
const WRAPPED = ['choices', 'response', 'message', 'data', 'result', 'candidates'] as const

/** An answer within another object. */
function hearWrapped(heard: Heard, value: { [key: string]: unknown }, again: (heard: Heard, value: unknown) => void): boolean {
  const inner = value['result'] ?? value['output'] ?? value['data'] ?? value['body']
  if (Array.isArray(inner) && value['object'] === 'response') {
    hearResponse(heard, value)
    return true
  }
  const content = typeof inner === 'string' && inner.startsWith('{') ? parseJson(inner) : inner
  const isWrapped = isRecord(content) && WRAPPED.some((name) => content[name] !== undefined) && (value['error'] === undefined || value['error'] === null) && typeof value['message'] !== 'object'
  if (isWrapped) again(heard, content)
  if (isWrapped) heard.finish = finishOf(value['stopReason']) ?? heard.finish
  return isWrapped
}

/** A response that was not streamed: its items are messages, and thinking. */
function hearResponse(heard: Heard, { output, status }: { [key: string]: unknown }): void {
  heard.recognised = true
  for (const item of Array.isArray(output) ? (output as unknown[]) : []) if (isRecord(item) && item['type'] === 'message') hearWords(heard, item, true)
  heard.finish ??= status === 'incomplete' ? 'length' : 'stop'
}

/** A line of a stream of numbered parts, as pages are sent them: `0:` words, `g:` thinking, `3:` an error, `d:` the end; false when it is none. */
export function hearPart(heard: Heard, line: string): boolean {
  const part = /^([0-9a-z]):(["[{].*)$/.exec(line.trim())
  const value = part === null ? undefined : parseJson(part[2]!)
  if (value === undefined) return false
  heard.recognised = true
  if (typeof value === 'string') {
    if (part![1] === '0') addSpeech(heard, value, true)
    if (part![1] === 'g') addReasoning(heard, value)
    if (part![1] === '3') heard.error ??= { words: value, code: '' }
  } else if (part![1] === 'd' && isRecord(value)) {
    heard.finish = finishOf(value['finishReason']) ?? 'stop'
    hearUsage(heard, value['usage'])
  }
  return true
}

/** Types of parts of messages as pages are sent them. */
const PART = /^(?:text|reasoning)-(?:start|delta|end)$|^(?:start|finish)(?:-step)?$/

/** Events of LM Studio's own stream, most of which tell how a call goes. */
const OF_STUDIO = /^(?:chat|message|reasoning|model_load|prompt_processing)\.(?:start|delta|progress|end)$/

/** The events of response streams, of LM Studio's, Cohere's, Bedrock's and of text-generation servers, and the parts of messages for pages; false when it is none of these. */
function hearEvent(heard: Heard, value: { [key: string]: unknown }): boolean {
  const type = textOf(value['type']) || textOf(value['event_type'])
  const { token } = value
  if (type.startsWith('response.')) return hearResponseEvent(heard, type, value)
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
  if (PART.test(type)) {
    heard.recognised = true
    const words = textOf(value['delta'] ?? value['text'])
    if (type === 'text-delta') addSpeech(heard, words, true)
    if (type === 'reasoning-delta') addReasoning(heard, words)
    if (type === 'finish') heard.finish = finishOf(value['finishReason']) ?? 'stop'
    return true
  }
  if (OF_STUDIO.test(type)) {
    heard.recognised = true
    if (type === 'message.delta') addSpeech(heard, textOf(value['content']), true)
    if (type === 'reasoning.delta') addReasoning(heard, textOf(value['content']))
    if (type === 'chat.end') heard.finish ??= 'stop'
    return true
  }
  if (isRecord(value['contentBlockDelta']) || isRecord(value['messageStop']) || isRecord(value['messageStart'])) return hearBedrock(heard, value)
  if (!/^(?:content|message|stream)-(?:start|delta|end)$/.test(type)) return false
  heard.recognised = true
  const { delta } = value
  const message = isRecord(delta) ? delta['message'] : null
  if (type === 'content-delta' && isRecord(message)) hearWords(heard, message, true)
  if (isRecord(delta)) heard.finish = finishOf(delta['finish_reason']) ?? heard.finish
  heard.finish = finishOf(value['finish_reason']) ?? heard.finish
  return true
}

function hearBedrock(heard: Heard, { contentBlockDelta: block, messageStop: end }: { [key: string]: unknown }): true {
  heard.recognised = true
  if (isRecord(block) && isRecord(block['delta'])) {
    const { text, reasoningContent: thought } = block['delta']
    addSpeech(heard, textOf(text), true)
    if (isRecord(thought)) addReasoning(heard, textOf(thought['text']))
  }
  if (isRecord(end)) heard.finish = finishOf(end['stopReason']) ?? 'stop'
  return true
}

function hearResponseEvent(heard: Heard, type: string, value: { [key: string]: unknown }): true {
  const { delta, response, text } = value
  heard.recognised = true
  if (typeof delta === 'string' && /reasoning|thinking/.test(type)) addReasoning(heard, delta)
  else if (typeof delta === 'string' && /text|refusal/.test(type)) addSpeech(heard, delta, true)
  else if (type === 'response.output_text.done' && typeof text === 'string' && !heard.spoke) addSpeech(heard, text, true)
  if (type === 'response.completed' && isRecord(response) && !heard.spoke) hearResponse(heard, response)
  if (type === 'response.completed') heard.finish ??= 'stop'
  if (type === 'response.incomplete') heard.finish ??= 'length'
  if (type === 'response.failed') heard.error ??= readServerError(response) ?? { words: 'The response failed.', code: '' }
  if (isRecord(response)) hearUsage(heard, response['usage'])
  return true
}
