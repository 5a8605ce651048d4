/** The words of a delta or message: text, parts, thinking in fields of its own, refusals; and whether it calls a tool. */
import { addReasoning, addSpeech, type Heard } from './heard.ts'
import { isRecord, textOf } from './loose.ts'

/** Roles whose words are not the model's: some servers hand on what was asked, or what tools gave. */
const OTHERS = /^(?:user|system|developer|tool|function)$/
/** Kinds, phases and channels of a delta that is thinking. */
const THINKS = /^(?:think|thinking|thought|reasoning|reason|analysis)$/i

/** Adds what a delta or message says. */
export function hearWords(heard: Heard, delta: { [key: string]: unknown }, first: boolean): void {
  if (typeof delta['role'] === 'string' && OTHERS.test(delta['role'])) return
  if (THINKS.test(textOf(delta['phase']) || textOf(delta['channel']) || textOf(delta['type']))) {
    if (first) addReasoning(heard, textOf(delta['content'] ?? delta['text']))
    if (first) hearReasoning(heard, delta)
    return
  }
  const content = delta['content'] ?? delta['text']
  const isBareDelta = isBare(delta)
  if (!isBareDelta && typeof content === 'string' && content !== '' && isThought(delta, content)) {
    if (first) addReasoning(heard, content.replace(/<\/?thought>/g, ''))
    return
  }
  if (typeof content === 'string') addSpeech(heard, content, first)
  else if (typeof content === 'number') addSpeech(heard, String(content), first)
  else if (content !== undefined && content !== null) hearParts(heard, content, first)
  if (!first || isBareDelta) return
  hearReasoning(heard, delta)
  if (typeof delta['refusal'] === 'string' && delta['refusal'] !== '') addSpeech(heard, delta['refusal'], true)
  const { audio, function_call: call, tool_calls: tools } = delta
  if (isRecord(audio) && (content === undefined || content === null || content === '')) addSpeech(heard, textOf(audio['transcript']), true)
  if (Array.isArray(tools) && tools.length > 0) hearCall(heard, (tools as unknown[])[0])
  else if (isRecord(call)) hearCall(heard, call)
}

/** Whether the words of a delta are marked as thinking, or stand once more in a field of thinking. */
function isThought(delta: { [key: string]: unknown }, content: string): boolean {
  const extra = delta['extra_content']
  return (isRecord(extra) && isRecord(extra['google']) && extra['google']['thought'] === true) || REASONING.some((name) => delta[name] === content)
}

/** A call of a tool, or a piece of one; arguments come as text or as an object. */
export function hearCall(heard: Heard, call: unknown): void {
  heard.calledTool = true
  if (!isRecord(call) || (typeof call['index'] === 'number' && call['index'] > 0)) return
  const inner = isRecord(call['function']) ? call['function'] : call
  const given = inner['arguments'] ?? inner['parameters'] ?? inner['args'] ?? inner['input'] ?? inner['partial_json']
  if (typeof given === 'string') heard.toolWords += given
  else if (isRecord(given) && Object.keys(given).length > 0) heard.toolWords += JSON.stringify(given)
}

/** Whether there is nothing in a delta but words and a role: nearly always, hundreds of thousands of times a second. */
function isBare(delta: { [key: string]: unknown }): boolean {
  for (const name in delta) if (name !== 'content' && name !== 'role') return false
  return true
}

/** Fields that hold thinking, each as text, a part or a list of parts; where several hold the same, the first counts. */
const REASONING = ['reasoning_content', 'reasoning', 'thinking', 'reasoning_text', 'thought', 'reasoning_details', 'thinking_blocks'] as const

/** Adds what stands in fields of thinking. */
export function hearReasoning(heard: Heard, delta: { [key: string]: unknown }): void {
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
  const listed: unknown = isRecord(content) && Array.isArray(content['parts']) ? content['parts'] : content
  const parts: unknown[] = Array.isArray(listed) ? listed : [listed]
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
