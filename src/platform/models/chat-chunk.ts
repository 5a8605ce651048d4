/** One chunk of a chat answer in any of the shapes that servers of the OpenAI protocol send: what it adds to the answer. */
import { readServerError } from './failure.ts'
import { addSpeech, finishOf, hearUsage, type Heard } from './heard.ts'
import { isRecord } from './loose.ts'
import { hearReasoning, hearWords } from './message-words.ts'
import { hearOther } from './other-shapes.ts'

/** A text that comes once more with the end is no new speech when it is so long, or came in several pieces. */
const REPEATED = { characters: 16, inPieces: 4 }

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
    for (const choice of (Array.isArray(choices) ? choices : Object.values(choices)) as unknown[]) {
      if (isRecord(choice)) hearChoice(heard, choice)
      else if (typeof choice === 'string') addSpeech(heard, choice, true)
    }
  } else hearOther(heard, value, hearChunk)
  if (value['usage'] !== undefined && value['usage'] !== null) {
    hearUsage(heard, value['usage'])
    if (heard.spoke && Array.isArray(choices) && choices.length === 0) heard.counted = true
  }
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
  const index = numberOf(choice['index'])
  const first = index === 0
  const otherBefore = heard.otherSpeech.length
  const hadWords = heard.wordChunks > 0
  const { delta, message } = choice
  const finish = choice['finish_reason'] ?? choice['finishReason'] ?? choice['stop_reason']
  const ended = finish === undefined || finish === null ? null : finishOf(finish)
  // the whole text once more at the end
  if (first && ended !== null && isWholeAgain(heard, delta)) heard.finish = ended
  else if (isRecord(delta)) hearWords(heard, delta, first)
  else if (typeof delta === 'string') addSpeech(heard, delta, first)
  // some servers repeat the whole message in the last chunk, and some in every one
  else if (isRecord(message)) {
    if (!heard.spoke || !first || isLonger(heard, message['content'])) hearWords(heard, message, first)
  } else if (typeof message === 'string') addSpeech(heard, message, first)
  else if (choice['content'] !== undefined) hearWords(heard, choice, first)
  if (typeof choice['text'] === 'string' && !hasWords(delta) && !hasWords(message)) addSpeech(heard, choice['text'], first)
  if (isRecord(delta) && isRecord(message) && !heard.spoke && first) hearWords(heard, message, first)
  if (first && (choice['reasoning_content'] ?? choice['reasoning']) !== undefined) hearReasoning(heard, choice)
  if (first && ended !== null) {
    // an end together with the first words may come with all that follow
    if (heard.wordChunks === 1 && !hadWords && heard.finish === null && heard.whole !== '') heard.spokeLate = true
    heard.finish = ended
  }
  // some say within the end itself what went wrong
  if (first && ended === 'error' && isRecord(finish)) heard.error ??= readServerError({ error: finish })
  if (first && choice['error'] !== undefined && choice['error'] !== null) heard.error ??= readServerError(choice)
  if (!first) heard.others.set(index, (heard.others.get(index) ?? '') + heard.otherSpeech.slice(otherBefore))
  if (choice['usage'] !== undefined) hearUsage(heard, choice['usage'])
}

/** The number of a choice, also where it is written as text; 0 where there is none. */
function numberOf(index: unknown): number {
  const number = typeof index === 'string' ? Number(index) : index
  return typeof number === 'number' && !Number.isNaN(number) ? number : 0
}

function isWholeAgain({ whole, pieces }: Heard, delta: unknown): boolean {
  return isRecord(delta) && delta['content'] === whole && (whole.length >= REPEATED.characters || (pieces > 1 && whole.length >= REPEATED.inPieces))
}

function isLonger({ whole }: Heard, content: unknown): boolean {
  return typeof content === 'string' && content.length > whole.length && content.startsWith(whole)
}

function hasWords(message: unknown): boolean {
  return isRecord(message) && message['content'] !== undefined && message['content'] !== null && message['content'] !== ''
}
