/** The tiles of the world met last, at hand by the low bits of their place: what blocks of places ask again and again. */
import { isDrained } from './hydrology/macro-nodes.ts'

/** Tiles kept at hand, each way; a power of two. */
const RECENT_SIDE = 32

/** Where places are this far apart and more, in metres, large tiles serve better than small ones; what lies at a place never depends on them. */
export const SPARSE_METERS = 32
/** `tileOf` with a short memory, for tiles of `side` metres; null beyond the end of rivers and roads, where tiles cannot be counted. */
export function createRecentTiles<T>(tileOf: (tileX: number, tileZ: number) => T, side: number): (tileX: number, tileZ: number) => T | null {
  const recentX = new Float64Array(RECENT_SIDE * RECENT_SIDE).fill(NaN)
  const recentZ = new Float64Array(RECENT_SIDE * RECENT_SIDE)
  const recent: (T | null)[] = []
  return (tileX, tileZ) => {
    const slot = (tileX & (RECENT_SIDE - 1)) + (tileZ & (RECENT_SIDE - 1)) * RECENT_SIDE
    if (recentX[slot] !== tileX || recentZ[slot] !== tileZ) {
      recent[slot] = isDrained(tileX * side, tileZ * side) ? tileOf(tileX, tileZ) : null
      recentX[slot] = tileX
      recentZ[slot] = tileZ
    }
    return recent[slot]!
  }
}
