/** With how many of its vertices a chunk is drawn. */
import type { ResidentChunk } from '#streaming/terrain-stream.ts'

/** A chunk begins to take its parent's shape at this share of the distance at which it gives way to it, and has it at that one. */
export const MORPH_BEGINS = 0.62
/** See `MORPH_BEGINS`. */
export const MORPH_ENDS = 0.98

/** Every how many vertices a chunk may be drawn with. */
export type Stride = 1 | 2 | 4

/** A side whose neighbour is finer, in any of the four pairs of bits. */
const ANY_FINER = 0b10101010

/** How far land may be drawn from where it is, by the metre between it and the eye: some six tenths of a pixel of a screen, and a whole one where shading is plain. */
const OFF_BY_METER = 0.0006
const OFF_BY_METER_PLAIN = 0.0015
/** With every fourth vertex a chunk is off by so many times what it is off with every second, for land as smooth as it is. */
const OFF_WITH_FOURTH = 5

type Drawn = Pick<ResidentChunk, 'coordinate' | 'parentSlot' | 'edges'> & { readonly chunk: Pick<ResidentChunk['chunk'], 'geometricError'> }

/**
 * Every how many vertices a chunk is drawn with that gives way to its parent at `reachMeters` and is at least `metersAway`: where it wholly has its
 * parent's shape its own vertices add nothing, and where the land is so even that nobody would see them neither, unless a finer neighbour leans on
 * them. Where shading is `plain` all but the finest are drawn with half.
 */
export function strideOf({ coordinate, parentSlot, edges, chunk }: Drawn, metersAway: number, reachMeters: number, plain: boolean): Stride {
  const isLeanedOn = (edges & ANY_FINER) !== 0
  const isParents = parentSlot >= 0 && metersAway >= MORPH_ENDS * reachMeters && !isLeanedOn
  const allowed = metersAway * (plain ? OFF_BY_METER_PLAIN : OFF_BY_METER)
  const isEven = chunk.geometricError <= allowed && !isLeanedOn
  if (!plain) return isParents || isEven ? 2 : 1
  if (isParents || (isEven && chunk.geometricError * OFF_WITH_FOURTH <= allowed)) return 4
  return coordinate.level > 0 || isEven ? 2 : 1
}
