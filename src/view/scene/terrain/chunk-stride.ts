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

/**
 * Every how many vertices a chunk is drawn with that gives way to its parent at `reachMeters` and is at least `metersAway`: where it wholly has its
 * parent's shape its own vertices add nothing, unless a finer neighbour leans on them. Where shading is `plain` all but the finest are drawn with half.
 */
export function strideOf({ coordinate, parentSlot, edges }: Pick<ResidentChunk, 'coordinate' | 'parentSlot' | 'edges'>, metersAway: number, reachMeters: number, plain: boolean): Stride {
  const isParents = parentSlot >= 0 && metersAway >= MORPH_ENDS * reachMeters && (edges & ANY_FINER) === 0
  if (plain) return isParents ? 4 : coordinate.level > 0 ? 2 : 1
  return isParents ? 2 : 1
}
