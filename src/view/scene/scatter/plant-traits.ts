/** What each species is to the renderer: how far it is drawn, whether it has a picture for afar, how it is tinted. */
import { Color } from 'three'
import { hashCell, unitOf } from '#core/hash.ts'
import type { SpeciesId } from '#worldgen/scatter/species.ts'

/** How a species is drawn and coloured. */
export type PlantTraits = {
  /** Share of the preset's mesh distance within which it is a mesh. */
  reach: number
  /** Drawn as a picture beyond that distance. */
  picture: boolean
  /** Colours (linear) relative to the plant's own that its leaves may take, and for flowers that their petals have. */
  hues: readonly Color[]
  /** Colours of its autumn; empty for what stays green. */
  autumn: readonly Color[]
}

const GREENS = [new Color(1, 1, 1), new Color(1.12, 1.06, 0.86), new Color(0.86, 0.98, 0.96), new Color(1.05, 1.12, 0.8)]
const DARKS = [new Color(1, 1, 1), new Color(0.86, 0.95, 1.04), new Color(1.1, 1.06, 0.9)]
const STONES = [new Color(1, 1, 1), new Color(1.06, 1.01, 0.93), new Color(0.9, 0.93, 0.97)]
const AUTUMN = [new Color(3.1, 1.15, 0.42), new Color(2.5, 1.5, 0.4), new Color(2.7, 0.72, 0.4)]
const GOLD = [new Color(2.3, 1.5, 0.35), new Color(2.6, 1.35, 0.3)]
const PETALS = ['#f4f0e6', '#f2d264', '#e2724f', '#7f8fd6', '#d98fb4', '#c9a4e0'].map((hex) => new Color(hex))

const none: readonly Color[] = []

/** Traits by species. */
export const PLANT_TRAITS: { readonly [S in SpeciesId]: PlantTraits } = {
  oak: { reach: 1, picture: true, hues: GREENS, autumn: AUTUMN },
  birch: { reach: 1, picture: true, hues: GREENS, autumn: GOLD },
  spruce: { reach: 1, picture: true, hues: DARKS, autumn: none },
  pine: { reach: 1, picture: true, hues: DARKS, autumn: none },
  willow: { reach: 1, picture: true, hues: GREENS, autumn: GOLD },
  palm: { reach: 1, picture: true, hues: GREENS, autumn: none },
  cactus: { reach: 1, picture: true, hues: GREENS, autumn: none },
  acacia: { reach: 1, picture: true, hues: GREENS, autumn: none },
  deadwood: { reach: 0.9, picture: true, hues: STONES, autumn: none },
  boulder: { reach: 1, picture: true, hues: STONES, autumn: none },
  bush: { reach: 0.75, picture: true, hues: GREENS, autumn: AUTUMN },
  fern: { reach: 0.6, picture: false, hues: GREENS, autumn: none },
  reed: { reach: 0.85, picture: false, hues: GREENS, autumn: none },
  stone: { reach: 0.6, picture: false, hues: STONES, autumn: none },
  flower: { reach: 0.7, picture: false, hues: PETALS, autumn: none },
  heather: { reach: 0.8, picture: false, hues: [new Color(1, 1, 1), new Color(1.15, 0.9, 1.1), new Color(0.9, 0.85, 1.05)], autumn: none },
}

/** Share of what can turn that stands in autumn colours in any wood, in any season but autumn and winter. */
const AUTUMN_SHARE = 0.12

/** Writes the tint (linear, relative) of one plant into `out` from the byte of its record; flowers near each other share a colour by `drift`. */
export function tintOf(traits: PlantTraits, tint: number, drift: number, out: Color): Color {
  if (traits.autumn.length > 0 && tint >= 256 * (1 - AUTUMN_SHARE)) {
    out.copy(traits.autumn[tint % traits.autumn.length]!)
  } else {
    const hues = traits.hues
    out.copy(hues[hues === PETALS ? drift % hues.length : tint % hues.length]!)
  }
  return out.multiplyScalar(0.9 + 0.2 * unitOf(hashCell(7, tint, drift)))
}
