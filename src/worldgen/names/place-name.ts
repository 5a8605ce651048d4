/** Names of settlements, regions and rivers, by culture and hash. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from './culture.ts'
import { formed } from './person-name.ts'
import { itemFor, joined, landRootFor } from './words.ts'

/** Names of settlements do not come again within so many cells either way: every culture has more names than that are cells. */
const APART_CELLS = 15
/** From cell to cell names are counted on by one of these: primes, so that no two cells come to the same one. */
const STRIDES = [397, 401, 409, 419, 421, 431] as const

/** Which of a culture's names the settlement of a cell has, as a number for `settlementName`; another for each cell near it. */
export function nameNumber(seedWord: number, cellX: number, cellZ: number): number {
  const column = cellX - Math.floor(cellX / APART_CELLS) * APART_CELLS
  const row = cellZ - Math.floor(cellZ / APART_CELLS) * APART_CELLS
  return (column + row * APART_CELLS) * itemFor(STRIDES, hashCell(seedWord, 31)) + (hashCell(seedWord, 32) & 0xffff)
}

/** The name of a settlement by its number: numbers differ by less than a culture has names, or come to the same. */
export function settlementName({ placeStarts, placeEnds }: Culture, number: number): string {
  return joined(itemFor(placeStarts, number), itemFor(placeEnds, Math.floor(number / placeStarts.length)))
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
