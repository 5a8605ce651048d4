/** What each species is to the renderer: how far it is drawn, whether it has a picture for afar, how it is tinted. */
import { Color } from 'three'
import { hashCell, unitOf } from '#core/hash.ts'
import type { SpeciesId } from '#worldgen/scatter/species.ts'
import type { YearKind } from './season.ts'

/** How a species is drawn and coloured. */
export type PlantTraits = {
  /** Share of the preset's mesh distance within which it is a mesh. */
  reach: number
  /** Drawn as a picture beyond that distance. */
  picture: boolean
  /** Colours (linear) relative to the plant's own that its leaves may take, and for flowers that their petals have. */
  hues: readonly Color[]
  /** How it goes through the year. */
  year: YearKind
}

const GREENS = [new Color(1, 1, 1), new Color(1.12, 1.06, 0.86), new Color(0.86, 0.98, 0.96), new Color(1.05, 1.12, 0.8)]
const DARKS = [new Color(1, 1, 1), new Color(0.86, 0.95, 1.04), new Color(1.1, 1.06, 0.9)]
const STONES = [new Color(1, 1, 1), new Color(1.06, 1.01, 0.93), new Color(0.9, 0.93, 0.97)]
const PETALS = ['#f4f0e6', '#f2d264', '#e2724f', '#7f8fd6', '#d98fb4', '#c9a4e0'].map((hex) => new Color(hex))

const STRAWS = [new Color(1, 1, 1), new Color(1.1, 1.04, 0.9), new Color(0.9, 0.92, 0.95)]

/** Traits by species. */
export const PLANT_TRAITS: { readonly [S in SpeciesId]: PlantTraits } = {
  oak: { reach: 1, picture: true, hues: GREENS, year: 'red' },
  birch: { reach: 1, picture: true, hues: GREENS, year: 'gold' },
  spruce: { reach: 1, picture: true, hues: DARKS, year: 'evergreen' },
  pine: { reach: 1, picture: true, hues: DARKS, year: 'evergreen' },
  willow: { reach: 1, picture: true, hues: GREENS, year: 'gold' },
  palm: { reach: 1, picture: true, hues: GREENS, year: 'evergreen' },
  cactus: { reach: 1, picture: true, hues: DARKS, year: 'evergreen' },
  acacia: { reach: 1, picture: true, hues: GREENS, year: 'evergreen' },
  shrub: { reach: 0.8, picture: true, hues: STRAWS, year: 'evergreen' },
  tussock: { reach: 0.8, picture: false, hues: STRAWS, year: 'evergreen' },
  sedge: { reach: 0.8, picture: false, hues: GREENS, year: 'straw' },
  deadwood: { reach: 0.9, picture: true, hues: STONES, year: 'evergreen' },
  boulder: { reach: 1, picture: true, hues: STONES, year: 'evergreen' },
  bush: { reach: 0.75, picture: true, hues: GREENS, year: 'red' },
  fern: { reach: 0.6, picture: false, hues: GREENS, year: 'rust' },
  reed: { reach: 0.85, picture: false, hues: GREENS, year: 'straw' },
  stone: { reach: 0.6, picture: false, hues: STONES, year: 'evergreen' },
  flower: { reach: 0.7, picture: false, hues: PETALS, year: 'flowering' },
  heather: { reach: 0.8, picture: false, hues: [new Color(1, 1, 1), new Color(1.15, 0.9, 1.1), new Color(0.9, 0.85, 1.05)], year: 'evergreen' },
}

/** Writes the tint (linear, relative) of one plant into `out` from the byte of its record; flowers near each other share a colour by `drift`. */
export function tintOf(traits: PlantTraits, tint: number, drift: number, out: Color): Color {
  const hues = traits.hues
  out.copy(hues[hues === PETALS ? drift % hues.length : tint % hues.length]!)
  return out.multiplyScalar(0.9 + 0.2 * unitOf(hashCell(7, tint, drift)))
}
