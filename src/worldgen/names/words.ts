/** Roots of words from the sounds of a culture, by hash. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from './culture.ts'

/** The item of a list that a hash points at. */
export function itemFor<T>(items: readonly T[], hash: number): T {
  const item = items[hash % items.length]
  if (item === undefined) throw new Error('names: chose from an empty list')
  return item
}

/** `text` with its first letter large. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Sounds that mean something coarse or cruel to whoever reads English: no name is made of them. */
const UNFIT = /cunt|fuck|shit|porn|piss|nigg|slut|whor|rapis|penis|vagin|kike|hitler|^(?:fag|puss|cum|cock|coon|nig|wank|twat|tits|titt)|^(?:pedo|tit|dick|dyke|semen|nazis?|anus|anal|rape|arse|ass|turd|crap|scum|retard|spic|herpes|pus|gimp|homo|orgy|sex|sperm|butt|poop?|pee|wom[ae]n)$/i

/** Whether a name or a root cannot be read without a start. */
export function isUnfit(name: string): boolean {
  return UNFIT.test(name)
}

/** A root of `syllables` syllables, in small letters, ending in a consonant. */
export function rootFor(culture: Culture, hash: number, syllables: number): string {
  const root = soundsFor(culture, hash, syllables)
  return isUnfit(root) ? rootFor(culture, hashCell(hash, 61), syllables) : root
}

function soundsFor(culture: Culture, hash: number, syllables: number): string {
  const { onsets, vowels, codas } = culture.sounds
  let root = ''
  for (let i = 0; i < syllables; i++) {
    root += itemFor(onsets, hashCell(hash, i, 1)) + itemFor(vowels, hashCell(hash, i, 2))
    if (i === syllables - 1) root += itemFor(codas, hashCell(hash, i, 3))
  }
  return root
}

/** A root for families and regions, with a large first letter: half of them from words of the land, half from bare sounds. */
export function landRootFor(culture: Culture, hash: number): string {
  return (hashCell(hash, 4) & 1) === 0 ? itemFor(culture.placeStarts, hashCell(hash, 5)) : capitalised(rootFor(culture, hash, 1))
}

/** `first` + `second` without three equal letters or clumsy doubled vowels at the joint. */
export function joined(first: string, second: string): string {
  const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter)
  const last = first.charAt(first.length - 1)
  const next = second.charAt(0)
  if (last === next || (isVowel(last) && isVowel(next))) return first.slice(0, -1) + second
  return first + second
}
