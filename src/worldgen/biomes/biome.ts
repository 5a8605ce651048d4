/** What a biome is: where it feels at home, the colours of its ground and what grows there. */
import type { SpeciesId } from '../scatter/species.ts'

/** A colour as 0xrrggbb (sRGB). */
export type Colour = number

/** Share, 0..1, of the cells of a scatter lattice that carry a species. */
type Densities = { readonly [S in SpeciesId]?: number }

/** A kind of country. Borders are never hard: ground and growth are mixed by how well each biome fits. */
export type Biome = {
  readonly id: string
  /** Words for it within a sentence. */
  readonly phrase: string
  /** The climate it fits best, and how far it reaches (1 is usual); null where water decides instead (sea, shore, oasis). */
  readonly home: { readonly warmth: number; readonly moisture: number; readonly reach: number } | null
  /** Its five grounds: fresh growth, dry growth, floor under trees, bare soil, wet ground. */
  readonly ground: { readonly lush: Colour; readonly dry: Colour; readonly floor: Colour; readonly bare: Colour; readonly wet: Colour }
  /** Cover of grass, 0 none .. 1 meadow. */
  readonly grass: number
  /** How strongly trees gather in groves: 0 evenly spread .. 1 groves and open ground. */
  readonly clumping: number
  /** Trees, by share of the tree cells (5.3 m). */
  readonly trees: Densities
  /** What grows or lies low, by share of the undergrowth cells (4 m). */
  readonly undergrowth: Densities
}
