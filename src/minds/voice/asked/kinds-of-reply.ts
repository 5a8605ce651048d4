/** What kind of reply one’s last words were, told by the lines they come from, however they were put. */
import { OPENERS } from '../idiolect/habits.ts'
import { SOCIAL } from '../lines-social.ts'
import { WORLD } from '../lines-world.ts'
import type { Lines } from '../manner.ts'
import type { Scene } from '../scene.ts'
import { sentencesOf, trigramSimilarity } from '../speak.ts'
import { writtenOut } from './plain.ts'

/** Likeness (0..1) of a sentence to a line from which it comes of it. */
const SAME = 0.62
/** Lines up to so many characters are short. */
const SHORT = 12
const OPENINGS: ReadonlySet<string> = new Set(Object.values(OPENERS).flat().map(writtenOut))
const IGNORANCE: readonly Lines[] = [WORLD.unknown, WORLD['where-unknown'], WORLD['person-unknown']]
const REFUSAL: readonly Lines[] = [SOCIAL['request-refuse'], SOCIAL['request-follow'], SOCIAL['request-thing']]

/** Whether words only say that one does not know. */
export function isIgnorance({ idiolect }: Scene, words: string): boolean {
  return writtenOut(words).includes(writtenOut(idiolect.words.ignorant)) || comesOf(words, IGNORANCE)
}

/** Whether words refuse what was asked for. */
export function isRefusal(words: string): boolean {
  return comesOf(words, REFUSAL)
}

function comesOf(words: string, sets: readonly Lines[]): boolean {
  const all = sentencesOf(words).map(writtenOut)
  // a word that one begins with now and then says nothing
  const said = OPENINGS.has(all[0] ?? '') ? all.slice(1) : all
  return sets.some((lines) => Object.values(lines).flat().some((line) => {
    const [first = ''] = sentencesOf(line.replace(/ ?\{ask\}| ?\{tail\}/g, '')).map((part) => writtenOut(part.replace(/\{\w+\}/g, '')))
    // a few words count only at the beginning
    return first.length > SHORT ? said.some((sentence) => sentence.includes(first) || trigramSimilarity(sentence, first) > SAME) : first.length > 1 && said[0] === first
  }))
}
