/** Which known person is meant, and how they are spoken of. */
import type { KnownPerson, PrivateView } from '../private-view.ts'
import { kinWords } from '../kin-words.ts'
import { wordsOf } from '../memory/tokens.ts'
import { named } from './understand.ts'
import { favouriteOf, type Idiolect } from './idiolect/idiolect.ts'
import { capitalise } from './speak.ts'

const KIN_WORDS: ReadonlyArray<readonly [pattern: RegExp, kinship: NonNullable<KnownPerson['kinship']>, sex: KnownPerson['sex']]> = [
  [/\b(?:wife)\b/i, 'spouse', 'female'], [/\b(?:husband)\b/i, 'spouse', 'male'], [/\bspouse|married\b/i, 'spouse', null], [/\b(?:mother|mum|mom)\b/i, 'parent', 'female'], [/\b(?:father|dad)\b/i, 'parent', 'male'], [/\bparents?\b/i, 'parent', null],
  [/\bsisters?\b/i, 'sibling', 'female'], [/\bbrothers?\b/i, 'sibling', 'male'], [/\bsiblings?\b/i, 'sibling', null], [/\bdaughters?\b/i, 'child', 'female'], [/\bsons?\b/i, 'child', 'male'], [/\b(?:child|children|kids?)\b/i, 'child', null],
]

/** The known person whom words mean: by name, by kinship to the speaker, or by trade; null when nobody. */
export function findPerson(view: PrivateView, words: string): KnownPerson | null {
  const others = view.knows.filter(({ id }) => id !== 'player')
  const name = named(words, others.map((other) => other.name))
  // a given name beats a shared family name
  if (name) return others.find((other) => wordsOf(words).includes(wordsOf(other.name)[0] ?? '')) ?? others.find((other) => other.name === name) ?? null
  // “my sister” is the other’s own
  if (!/\bmy\b/i.test(words)) for (const [pattern, kinship, sex] of KIN_WORDS) if (pattern.test(words)) return others.find((other) => other.kinship === kinship && (sex === null || other.sex === sex)) ?? null
  const said = wordsOf(words)
  return others.find((other) => wordsOf(other.trade).some((word) => word.length > 3 && said.includes(word))) ?? null
}

/** All kin that a question asks about: those of the kinship named, else everybody. */
export function kinAsked(view: PrivateView, words: string): KnownPerson[] {
  const kin = view.knows.filter(({ kinship }) => kinship !== null)
  for (const [pattern, kinship, sex] of KIN_WORDS) if (pattern.test(words)) return kin.filter((other) => other.kinship === kinship && (sex === null || other.sex === sex))
  return kin
}

/** First name. */
export function givenOf(person: { readonly name: string }): string {
  return person.name.split(' ')[0] ?? person.name
}

/** One sentence on what somebody is to the speaker, in the speaker's way. */
export function relationSentence(person: KnownPerson, idiolect: Idiolect): string {
  if (person.kinship) return `${capitalise(kinWords(person))}.`
  if (person.warmth > 0.45) return favouriteOf(idiolect, ['A good friend of mine.', 'We’re close.', 'I’d trust that one with my keys.', 'One of the best, to me.'])
  if (person.warmth < -0.2) return favouriteOf(idiolect, ['We don’t get on.', 'We keep out of each other’s way.', 'There’s no love lost between us.', 'I say no more.'])
  if (person.familiarity < 0.15) return favouriteOf(idiolect, ['I hardly know more than that.', 'We’ve barely spoken.', 'That’s about all I know.'])
  return person.warmth > 0.15 ? favouriteOf(idiolect, ['Good company.', 'We get on.', 'A decent soul.', 'I’ve nothing but good to say.']) : favouriteOf(idiolect, ['We greet each other.', 'We nod when we meet.', 'Neither friend nor foe.', 'We know each other by sight.'])
}

/** Where somebody is, as far as the speaker can know: seen now, else where they work or live. */
export function whereabouts(person: KnownPerson): string {
  if (person.doing) return `over there, ${person.doing.replace(/[.]$/, '')}`
  if (person.workplace && person.workplace !== 'out of doors') return `most likely at ${person.workplace}, or at home in ${person.home}`
  return `out and about, I’d say; home is ${person.home}`
}
