/** Names of settlements, regions and rivers, by culture and hash. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from './culture.ts'
import { formed } from './person-name.ts'
import { itemFor, joined, landRootFor } from './words.ts'

/** The name of a settlement. */
export function settlementName(culture: Culture, hash: number): string {
  const start = itemFor(culture.placeStarts, hashCell(hash, 31))
  return joined(start, itemFor(culture.placeEnds, hashCell(hash, 32)))
}

/** The name of a region, e.g. `the Vale of Ebrind`. */
export function regionName(culture: Culture, hash: number): string {
  const root = landRootFor(culture, hashCell(hash, 41))
  return formed(itemFor(culture.regionForms, hashCell(hash, 43)), root)
}

/** The name of a river, e.g. `the Alderbourne`. */
export function riverName(culture: Culture, hash: number): string {
  const root = landRootFor(culture, hashCell(hash, 51))
  return formed(itemFor(culture.riverForms, hashCell(hash, 53)), root)
}
