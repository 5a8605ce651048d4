/** What of a remark wants an answer, where it holds more: the question after a story, the request after thanks. */
import { sentencesOf } from '../speak.ts'
import { isAsking } from './plain.ts'

/** The part that is to be answered, and what was said beside it; the latter empty where the remark is of one piece. */
export function focusOf(text: string): { before: string; main: string } {
  const thanked = /^((?:many |no )?(?:thanks?|thank you|thx|cheers|sorry)(?: (?:so much|a lot|again|very much|for that|for everything))*)\s*[,.!]+\s*(?:and |but |so |now )?(.{8,})$/i.exec(text)
  if (thanked?.[2] !== undefined && isAsking(thanked[2])) return { before: thanked[1] ?? '', main: thanked[2] }
  const parts = sentencesOf(text)
  const last = parts.findLastIndex(isAsking)
  if (parts.length < 2 || last < 0) return { before: '', main: text }
  let from = last
  // a word of wonder before a question asks nothing by itself
  if (last > 0 && parts.length === 2 && /^(?:oh |ah |wow |hm+ )?(?:really|oh|huh|what|is that so|truly|seriously)\s*[?!]+$/i.test(parts[0]!)) return { before: '', main: parts[1]! }
  while (from > 0 && isAsking(parts[from - 1]!)) from--
  const before = parts.filter((_, at) => at < from || at > last).join(' ')
  return before === '' ? { before: '', main: text } : { before, main: parts.slice(from, last + 1).join(' ') }
}
