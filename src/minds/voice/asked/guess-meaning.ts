/** What was probably meant, where no rule reads it: the question in plain words whose ways of asking are most alike, by shared meanings of words. */
import { GOODS } from '#simulation/trade/goods.ts'
import { stem, wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { LIKENESSES, MEANINGS } from './likenesses.ts'
import { coreOf, writtenOut } from './plain.ts'
import { peopleIn, spotIn } from './names.ts'
import { givenOf } from '../people.ts'

/** Cosine (0..1) from which two ways of asking count as alike. */
const ALIKE = 0.62
/** How much a word of form weighs beside a word of meaning. */
const FORMS: { readonly [word: string]: number } = { about: 0.3, say: 0.3, tell: 0.5, part: 0.4, like: 0.6, who: 0.5, whose: 0.4, whom: 0.4, what: 0.2, where: 0.45, when: 0.45, why: 0.45, how: 0.25, which: 0.3, you: 0.3, your: 0.3, yours: 0.3, i: 0.2, me: 0.2, my: 0.2, we: 0.15, here: 0.3, there: 0.2, it: 0.05, this: 0.1, that: 0.08, he: 0.2, she: 0.2, they: 0.2, not: 0.1, always: 0.2, ever: 0.1, still: 0.1, would: 0.1, could: 0.1, can: 0.1, will: 0.15, else: 0.2, something: 0.1, anything: 0.1, any: 0.1, need: 0.3, look: 0.3, out: 0.2, up: 0.1, over: 0.1, all: 0.1, much: 0.15, many: 0.25, little: 0.1, other: 0.3, after: 0.3, on: 0.1 }
/** Words that say nothing either way. */
const EMPTY: ReadonlySet<string> = new Set('a an the is are was were be been am do does did done to of for in at with by from and or but so if as have has had got get gets getting going go than just really very quite too again now then please well oh hey hm like bit some one ones thing things place somewhere somebody someone anyone sort kind such own while usually normally often generally mostly certain today'.split(' '))

/** Turns of phrase whose words mean something else by themselves. */
const PHRASES: ReadonlyArray<readonly [RegExp, string]> = [[/\b(?:little|small|wee) ones?\b/g, 'kids'], [/\byour folks\b/g, 'your parents'], [/\bin charge\b/g, 'leader'], [/\b(?:get|gets|getting) (?:along|on) with\b/g, 'friend'], [/\bmake (?:a |your )?living\b/g, 'earn'], [/\bbetter half\b/g, 'wife'], [/\bput up for the night\b/g, 'sleep'], [/\bup to no good\b/g, 'danger'], [/\bthe damage\b/g, 'the price'], [/\b(?:puts?|bring|brings) bread on (?:your|the) table\b/g, 'earn living work'], [/\bshow(?:ed|n|s)? you the ropes\b/g, 'taught you work'], [/\b(?:mrs|mr|missus|hubby)\b/g, 'wife'], [/\bin your life\b/g, ''], [/\bafter work\b/g, 'in the evening'], [/\bout of bed\b/g, 'joy'], [/\blook forward to\b/g, 'joy'], [/\bwould rather not (?:meet|see)\b|'d rather not (?:meet|see)\b/g, ' dislike'], [/\b(?:keeps|kept) you (?:going|here)\b/g, 'joy'], [/\blie down\b/g, 'sleep'], [/\bset(?:s)? me back\b/g, 'cost'], [/\bat the end of the day\b/g, 'in the evening'], [/\bpass the time\b/g, 'spend free time'], [/\b(?:can not|cannot|can't|could not) (?:stand|bear)\b/g, 'hate'], [/\b(?:pull|pulling) (?:my|your) leg\b/g, 'joke'], [/\bhave a crush on\b/g, 'love'], [/\b(?:feel|feeling) (?:blue|low|down)\b/g, 'sad'], [/\bdrop by\b/g, 'visit'], [/\b(?:run|runs|running) (?:this|the) (?:place|village|town|show)\b/g, 'leader village'], [/\bcalls? the shots\b/g, 'leader'], [/\bwet (?:your|my) (?:throat|whistle)\b/g, 'drink'], [/\bgrab a bite\b/g, 'eat'], [/\bkeep (?:yourself|you) busy\b/g, 'spend free time'], [/\bfor (?:fun|pleasure)\b/g, 'free time']]

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
  const at = text.search(/\byou\b/)
  const named = text.search(/\{person\}/)
  // who does it to whom
  if (at >= 0 && named >= 0) add(at < named ? '#you-them' : '#they-you', 0.9)
  for (const word of wordsOf(PHRASES.reduce((words, [phrase, plain]) => words.replace(phrase, plain), writtenOut(text)).replace(/\{\w+\}/g, ' ').replace(/n't\b/g, ' not'))) {
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

/** A vector with its words weighed, and its length. */
type Weighed = { words: Vector; size: number }

function weighed(words: Vector): Weighed {
  const heavy = new Map([...words].map(([token, weight]) => [token, weightOf(token, weight)]))
  return { words: heavy, size: Math.hypot(...heavy.values()) }
}

function cosine(a: Weighed, b: Weighed): number {
  let dot = 0
  for (const [token, weight] of a.words) dot += weight * (b.words.get(token) ?? 0)
  return a.size === 0 || b.size === 0 ? 0 : dot / (a.size * b.size)
}

/** The ways of asking as they are compared. */
const compared = ways.map(({ plain, words }) => ({ plain, words, way: weighed(words) }))

/** What is asked in the very words, by its form in full. */
const verbatim = new Map(LIKENESSES.flatMap(([plain, ...others]) => others.filter((way) => !way.includes('{') && !plain.includes('{')).map((way) => [writtenOut(way), plain] as const)))

/** Words that tell what kind of answer is wanted. */
const KINDS_OF_QUESTION = ['who', 'where', 'when', 'why'] as const
/** From this weight on a word says what a question is about; and how much of that must be in both. */
const SUBSTANCE = 0.45
const LEAST_SHARED = 0.6
/** How much less alike two remarks are that want another kind of answer. */
const OTHER_FORM = 0.72

/** The share of what a question is about that another holds as well. */
function sharedOf(a: Vector, b: Vector): number {
  let all = 0
  let shared = 0
  for (const [token, weight] of a) {
    if (weight < SUBSTANCE) continue
    const worth = weightOf(token, weight)
    all += worth
    if (b.has(token)) shared += worth
  }
  return all === 0 ? 0 : shared / all
}

function isAskedAlike(a: Vector, b: Vector): boolean {
  // what is the asker’s own is not the listener’s
  if (a.has('i') && !a.has('you') && b.has('you') && !b.has('i')) return false
  return KINDS_OF_QUESTION.every((word) => a.has(word) === b.has(word)) || KINDS_OF_QUESTION.every((word) => !a.has(word)) || KINDS_OF_QUESTION.every((word) => !b.has(word))
}

/** The words of a remark that carry its matter, people, places and goods apart. */
export function matterOf(text: string): string[] {
  return [...vectorOf(text)].flatMap(([token, weight]) => (weight >= 1 ? [token] : []))
}

/** The plain question that a remark most probably asks; null where none is alike enough. `alike` is the least cosine. */
export function guessMeaning(view: PrivateView, text: string, alike = ALIKE): string | null {
  let core = coreOf(text)
  const same = verbatim.get(writtenOut(core))
  if (same !== undefined) return same
  const [person] = peopleIn(view, text, true)
  const spot = spotIn(view, text)
  const filled = { '{person}': person ? givenOf(person) : null, '{spot}': spot?.name ?? null, '{good}': GOODS.flatMap(({ words }) => words).find((word) => goodWords.has(word) && new RegExp(`\\b${word}(?:e?s)?\\b`).test(core)) ?? null }
  if (person) core = core.replace(new RegExp(givenOf(person).toLowerCase().replace(/[^\p{L}]/gu, '.'), 'u'), ' {person} ')
  if (spot) core = core.replace(new RegExp(`(?:the )?(?:${[spot.name.replace(/^the /i, ''), spot.kind].map((words) => words.toLowerCase().replace(/[^\p{L}]/gu, '.')).join('|')})`, 'u'), ' {spot} ')
  const asked = vectorOf(core)
  let best: string | null = null
  let bestScore = alike
  const mine = weighed(asked)
  for (const { plain, words, way } of compared) {
    if ((Object.keys(filled) as Array<keyof typeof filled>).some((mark) => plain.includes(mark) && filled[mark] === null)) continue
    if (sharedOf(asked, words) < LEAST_SHARED) continue
    const score = cosine(mine, way) * (isAskedAlike(asked, words) ? 1 : OTHER_FORM)
    if (score <= bestScore) continue
    best = plain
    bestScore = score
  }
  return best && (Object.keys(filled) as Array<keyof typeof filled>).reduce((words, mark) => words.replace(mark, filled[mark] ?? ''), best)
}
