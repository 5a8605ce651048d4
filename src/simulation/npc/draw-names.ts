/** Names for newcomers: as their culture names people, no two alike in one settlement. */
import { nextWord, type Rng } from '#core/rng.ts'
import { familyName, personName } from '#worldgen/names/person-name.ts'

/** Cultures have hundreds of names; after so many clashes two people may share one. */
const MOST_TRIES = 40

/** A given name, if possible none of `taken`. */
export function drawGivenName(rng: Rng, culture: string, sex: 'female' | 'male', taken: ReadonlySet<string>): string {
  return draw(taken, () => personName(culture, nextWord(rng), sex))
}

/** A family name, if possible none of `taken`. */
export function drawFamilyName(rng: Rng, culture: string, taken: ReadonlySet<string>): string {
  return draw(taken, () => familyName(culture, nextWord(rng)))
}

function draw(taken: ReadonlySet<string>, next: () => string): string {
  let name = next()
  for (let attempt = 0; attempt < MOST_TRIES && taken.has(name); attempt++) name = next()
  return name
}
