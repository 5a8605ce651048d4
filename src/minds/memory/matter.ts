/** What a remark carries beyond talk: news worth passing on, with its first source. */
import { factsIn } from './facts.ts'
import { termsOf } from './tokens.ts'
import { toneOf } from '#simulation/affect/tone.ts'

/** News within a remark. */
export type Matter = {
  /** The news itself, as its first teller put it. */
  text: string
  /** From whom the speaker has it; null when the speaker saw it or says it as their own. */
  from: string | null
}

/** Content words from which a statement is news rather than talk. */
const LEAST_TERMS = 3
const TOLD = /(?:^|[.!?…:] )(?:I heard )?(\p{Lu}[\p{L}'’ -]{1,40}?)(?: told me(?:, who had it from [^,:“]+)?| say(?: to [^,:“]+)?),? [^:“]{0,40}: “([^“”]+)”/u
const SEEN = /(?:^|[.!?…:] )((?:I (?:saw|met|could not)|[\p{L}'’ -]{2,30} (?:lost|comes|is|has|likes|promised|told|wishes|found)\b)[^.;:“”]{4,140}); that was [\p{L} ]+\./u

/** The news in what one villager says to another; null when it is only talk. */
export function findMatter(text: string): Matter | null {
  const told = TOLD.exec(text)
  if (told?.[1] && told[2]) return { text: told[2].trim(), from: told[1].trim().replace(/^The stranger/, 'the stranger') }
  const seen = SEEN.exec(text)
  return seen?.[1] ? { text: `${seen[1].trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`, from: null } : null
}

/** Whether a remark of somebody who is no villager states something worth passing on. */
export function statesNews(text: string): boolean {
  return !text.includes('?') && toneOf(text) === null && factsIn(text).length === 0 && new Set(termsOf(text)).size >= LEAST_TERMS
}
