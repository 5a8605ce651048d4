/** What was probably meant, where no rule reads it: the question in plain words whose ways of asking are most alike, by shared meanings of words. */
import { GOODS } from '#simulation/trade/goods.ts'
import { stem, wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { LIKENESSES, MEANINGS } from './likenesses.ts'
import { coreOf } from './plain.ts'
import { peopleIn, spotIn } from './names.ts'
import { givenOf } from '../people.ts'

/** Cosine (0..1) from which two ways of asking count as alike. */
const ALIKE = 0.62
/** How much a word of form weighs beside a word of meaning. */
const FORMS: { readonly [word: string]: number } = { who: 0.5, whose: 0.4, whom: 0.4, what: 0.2, where: 0.45, when: 0.45, why: 0.45, how: 0.25, which: 0.3, you: 0.3, your: 0.3, yours: 0.3, i: 0.2, me: 0.2, my: 0.2, we: 0.15, here: 0.3, there: 0.2, it: 0.05, this: 0.1, that: 0.08, he: 0.2, she: 0.2, they: 0.2, not: 0.1, always: 0.2, ever: 0.1, still: 0.1, would: 0.1, could: 0.1, can: 0.1, will: 0.15, else: 0.2, something: 0.1, anything: 0.1, any: 0.1, need: 0.3, look: 0.3, out: 0.2, up: 0.1, over: 0.1, all: 0.1, much: 0.15, many: 0.25, little: 0.1, other: 0.3, after: 0.3, on: 0.1 }
/** Words that say nothing either way. */
const EMPTY: ReadonlySet<string> = new Set('a an the is are was were be been am do does did done to of for in at with by from and or but so if as have has had got going go just really very quite too again now then please well oh hey hm like bit some one ones thing things place somewhere somebody someone anyone sort kind such own while usually normally often generally mostly certain today'.split(' '))

/** Turns of phrase whose words mean something else by themselves. */
const PHRASES: ReadonlyArray<readonly [RegExp, string]> = [[/\b(?:little|small|wee) ones?\b/g, 'kids'], [/\byour folks\b/g, 'your parents'], [/\bin charge\b/g, 'leader'], [/\b(?:get|gets|getting) (?:along|on) with\b/g, 'friend'], [/\bmake (?:a |your )?living\b/g, 'earn'], [/\bbetter half\b/g, 'wife'], [/\bput up for the night\b/g, 'sleep'], [/\bup to no good\b/g, 'danger'], [/\bthe damage\b/g, 'the price'], [/\b(?:puts?|bring|brings) bread on (?:your|the) table\b/g, 'earn living work'], [/\bshow(?:ed|n|s)? you the ropes\b/g, 'taught you work'], [/\b(?:mrs|mr|missus|hubby)\b/g, 'wife'], [/\bin your life\b/g, ''], [/\bafter work\b/g, 'in the evening'], [/\bout of bed\b/g, 'joy'], [/\blook forward to\b/g, 'joy'], [/\bwould rather not (?:meet|see)\b|'d rather not (?:meet|see)\b/g, ' dislike'], [/\b(?:keeps|kept) you (?:going|here)\b/g, 'joy'], [/\blie down\b/g, 'sleep'], [/\bset(?:s)? me back\b/g, 'cost'], [/\bat the end of the day\b/g, 'in the evening'], [/\bpass the time\b/g, 'spend free time']]

type Vector = ReadonlyMap<string, number>

const meaningOf = new Map<string, string>()
for (const line of MEANINGS) {
  const words = line.split(' ')
  for (const word of words) for (const form of [word, stem(word)]) if (!meaningOf.has(form)) meaningOf.set(form, `#${words[0] ?? ''}`)
}
const goodWords: ReadonlySet<string> = new Set(GOODS.flatMap(({ words }) => words).filter((word) => !meaningOf.has(word) || word === 'knife'))

/** A remark as weights of meanings; `{good}` and the like are marks of their own. */
function vectorOf(text: string): Map<string, number> {
  const vector = new Map<string, number>()
  const add = (token: string, weight: number): void => void vector.set(token, Math.max(vector.get(token) ?? 0, weight))
  for (const mark of text.match(/\{\w+\}/g) ?? []) add(mark, 0.6)
  for (const word of wordsOf(PHRASES.reduce((words, [phrase, plain]) => words.replace(phrase, plain), text).replace(/\{\w+\}/g, ' ').replace(/n't\b/g, ' not'))) {
    if (goodWords.has(word) || goodWords.has(word.replace(/e?s$/, ''))) add('{good}', 0.8)
    else if (FORMS[word] !== undefined) add(word.replace(/^(?:your|yours)$/, 'you').replace(/^(?:me|my)$/, 'i'), FORMS[word])
    else if (!EMPTY.has(word)) add(meaningOf.get(word) ?? meaningOf.get(stem(word)) ?? stem(word), 1)
  }
  return vector
}

/** Words that stand in few ways of asking tell more (inverse document frequency). */
const ways = LIKENESSES.flatMap(([plain, ...others]) => [plain, ...others].map((words) => ({ plain, words: vectorOf(words.replace(/[?]/g, '')) })))
const seenIn = new Map<string, number>()
for (const { words } of ways) for (const token of words.keys()) seenIn.set(token, (seenIn.get(token) ?? 0) + 1)

function weightOf(token: string, weight: number): number {
  return weight * Math.min(1.6, 0.6 + Math.log(ways.length / (1 + (seenIn.get(token) ?? 0))) / 4)
}

function cosine(a: Vector, b: Vector): number {
  let dot = 0
  let left = 0
  let right = 0
  for (const [token, weight] of a) {
    const mine = weightOf(token, weight)
    left += mine * mine
    const theirs = b.get(token)
    if (theirs !== undefined) dot += mine * weightOf(token, theirs)
  }
  for (const [token, weight] of b) right += weightOf(token, weight) ** 2
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}

/** The plain question that a remark most probably asks; null where none is alike enough. `alike` is the least cosine. */
export function guessMeaning(view: PrivateView, text: string, alike = ALIKE): string | null {
  let core = coreOf(text)
  const [person] = peopleIn(view, text, true)
  const spot = spotIn(view, text)
  const filled = { '{person}': person ? givenOf(person) : null, '{spot}': spot?.name ?? null, '{good}': GOODS.flatMap(({ words }) => words).find((word) => goodWords.has(word) && new RegExp(`\\b${word}(?:e?s)?\\b`).test(core)) ?? null }
  if (person) core = core.replace(new RegExp(givenOf(person).toLowerCase().replace(/[^\p{L}]/gu, '.'), 'u'), ' {person} ')
  if (spot) core = core.replace(new RegExp(`(?:the )?(?:${[spot.name.replace(/^the /i, ''), spot.kind].map((words) => words.toLowerCase().replace(/[^\p{L}]/gu, '.')).join('|')})`, 'u'), ' {spot} ')
  const asked = vectorOf(core)
  let best: string | null = null
  let bestScore = alike
  for (const { plain, words } of ways) {
    if ((Object.keys(filled) as Array<keyof typeof filled>).some((mark) => plain.includes(mark) && filled[mark] === null)) continue
    const score = cosine(asked, words)
    if (score <= bestScore) continue
    best = plain
    bestScore = score
  }
  return best && (Object.keys(filled) as Array<keyof typeof filled>).reduce((words, mark) => words.replace(mark, filled[mark] ?? ''), best)
}
