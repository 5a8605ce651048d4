/** Names of people: each culture has its own sounds, drawn once from its name. */
import { hashString } from '#core/hash.ts'
import { createRng, nextFloat, pick, type Rng } from '#core/rng.ts'

const ONSETS = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'th', 'tr', 'v', 'w', 'y'] as const
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ae', 'ea', 'ie', 'ei'] as const
const MIDDLES = ['l', 'r', 'n', 'm', 'd', 'v', 'rr', 'll', 'nn', 'ld', 'rn', 'st', 'th'] as const
const FEMALE_ENDS = ['a', 'e', 'wen', 'is', 'ine', 'ya', 'eth', 'ka'] as const
const MALE_ENDS = ['an', 'or', 'ek', 'in', 'us', 'ric', 'o', 'ard'] as const
const FAMILY_ENDS = ['by', 'er', 'ley', 'mor', 'ski', 'stead', 'vane', 'wick', 'ow', 'enn'] as const

/** The sounds of one culture. */
type Phonology = { onsets: readonly string[]; vowels: readonly string[]; middles: readonly string[]; female: readonly string[]; male: readonly string[]; family: readonly string[] }

/** A given name of a culture, never one of `taken`. */
export function drawGivenName(rng: Rng, culture: string, sex: 'female' | 'male', taken: ReadonlySet<string>): string {
  const sounds = phonologyOf(culture)
  for (let attempt = 0; ; attempt++) {
    const long = nextFloat(rng) < 0.25 || attempt > 20
    const stem = pick(rng, sounds.onsets) + pick(rng, sounds.vowels) + pick(rng, sounds.middles) + (long ? pick(rng, sounds.vowels).charAt(0) + pick(rng, sounds.middles).charAt(0) : '')
    const name = capitalised(stem + pick(rng, sex === 'female' ? sounds.female : sounds.male))
    if (!taken.has(name)) return name
  }
}

/** A family name of a culture, never one of `taken`. */
export function drawFamilyName(rng: Rng, culture: string, taken: ReadonlySet<string>): string {
  const sounds = phonologyOf(culture)
  for (;;) {
    const name = capitalised(pick(rng, sounds.onsets) + pick(rng, sounds.vowels).charAt(0) + pick(rng, sounds.middles) + pick(rng, sounds.family))
    if (!taken.has(name)) return name
  }
}

function phonologyOf(culture: string): Phonology {
  const rng = createRng(hashString(`names of ${culture}`))
  return { onsets: draw(rng, ONSETS, 11), vowels: draw(rng, VOWELS, 5), middles: draw(rng, MIDDLES, 7), female: draw(rng, FEMALE_ENDS, 4), male: draw(rng, MALE_ENDS, 4), family: draw(rng, FAMILY_ENDS, 4) }
}

function draw(rng: Rng, items: readonly string[], count: number): string[] {
  const left = [...items]
  const drawn: string[] = []
  while (drawn.length < count) drawn.push(...left.splice(Math.floor(nextFloat(rng) * left.length), 1))
  return drawn
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
