/** What has been heard of an answer, and how words, counts and its end are added to it. */
import { countOf, isRecord, textOf } from './loose.ts'

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
  /** All words of the first choice as they came, to notice a server that sends the whole text again with every chunk; in how many pieces, and whether it does. */
  whole: string
  pieces: number
  repeats: boolean
  /** Whether words came after the word that it has ended, or may still: some servers say so with every chunk. */
  spokeLate: boolean
  finish: 'stop' | 'length' | 'filtered' | 'tool' | 'error' | null
  /** Whether the words were counted as a whole, which is done after the last of them. */
  counted: boolean
  calledTool: boolean
  /** The arguments of the first call of a tool, as text. */
  toolWords: string
  tokensIn: number | null
  tokensOut: number | null
  /** Tokens that went into thinking, also where it is kept from us. */
  tokensThought: number
  error: { words: string; code: string } | null
  /** Whether anything looked like an answer at all. */
  recognised: boolean
}

/** Nothing heard yet. */
export function createHeard(): Heard {
  return { speech: '', reasoning: '', otherSpeech: '', others: new Map(), wordChunks: 0, spoke: false, whole: '', pieces: 0, repeats: false, spokeLate: false, finish: null, counted: false, calledTool: false, toolWords: '', tokensIn: null, tokensOut: null, tokensThought: 0, error: null, recognised: false }
}

/** What must be in a text before one that begins with it counts as the same text grown on. */
const SAYS_SOMETHING = /[\p{L}{[<]/u
/** So long, in so many pieces, a text that comes once more is no new speech. */
const REPEATED = { characters: 16, pieces: 3 }

/** Adds words of an answer; of a choice that is not the first they are kept apart. */
export function addSpeech(heard: Heard, text: string, first: boolean): void {
  if (text === '') return
  if (!first) {
    heard.otherSpeech += text
    return
  }
  const added = newIn(heard, text)
  if (added === '') return
  if (heard.finish !== null) heard.spokeLate = true
  heard.spoke = true
  heard.wordChunks++
  heard.pieces++
  heard.whole += added
  heard.speech += added
}

/** What a piece adds: with servers that send all that they have said so far in every chunk, only the end of it. */
function newIn(heard: Heard, text: string): string {
  const { whole } = heard
  if (whole === '' || text.length < whole.length) return text
  if (text.length === whole.length) return text === whole && (heard.repeats || (whole.length >= REPEATED.characters && heard.pieces >= REPEATED.pieces)) ? '' : text
  if (!text.startsWith(whole) || !SAYS_SOMETHING.test(whole)) return text
  heard.repeats = true
  return text.slice(whole.length)
}

/** Adds words of thinking. */
export function addReasoning(heard: Heard, text: string): void {
  if (text === '') return
  heard.wordChunks++
  heard.reasoning += text
}

/** Nobody reads or writes so many tokens in one call: such a count is none. */
const MOST_TOKENS = 10_000_000

/** Adds what a server says of tokens, under any of the names in use. */
export function hearUsage(heard: Heard, usage: unknown): void {
  if (!isRecord(usage)) return
  if (isRecord(usage['tokens'])) hearUsage(heard, usage['tokens'])
  const evaluated = countOf(usage['prompt_n'])
  const tokensIn = countOf(usage['prompt_tokens'] ?? usage['input_tokens'] ?? usage['prompt_eval_count'] ?? usage['promptTokens'] ?? usage['inputTokens']) ?? (evaluated === null ? null : evaluated + (countOf(usage['cache_n']) ?? 0))
  const tokensOut = countOf(usage['completion_tokens'] ?? usage['output_tokens'] ?? usage['eval_count'] ?? usage['predicted_n'] ?? usage['completionTokens'] ?? usage['outputTokens'])
  const details = usage['completion_tokens_details'] ?? usage['output_tokens_details']
  const thought = countOf((isRecord(details) ? details['reasoning_tokens'] : null) ?? usage['reasoning_tokens'])
  if (thought !== null) heard.tokensThought = Math.max(thought, heard.tokensThought)
  if (tokensIn !== null && tokensIn > 0 && tokensIn < MOST_TOKENS) heard.tokensIn = tokensIn
  if (tokensOut !== null && tokensOut > 0 && tokensOut < MOST_TOKENS) heard.tokensOut = Math.max(tokensOut, heard.tokensOut ?? 0)
}

/** Ends for want of room, whatever they are called. */
const FOR_LENGTH = /^(?:.*length.*|max_?(?:new_|output_)?tokens.*|token_?limit.*|.*context_window_exceeded|truncated|incomplete)$/

/** Why an answer ended, from any of the words in use, some of them within an object; null when it does not say. */
export function finishOf(reason: unknown): Heard['finish'] {
  const word = textOf(isRecord(reason) ? reason['type'] : reason).toLowerCase()
  if (FOR_LENGTH.test(word)) return 'length'
  switch (word) {
    case '':
    case 'null':
    case 'none':
    case 'not_finished':
    case 'in_progress':
    case 'finish_reason_unspecified':
      return null
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
