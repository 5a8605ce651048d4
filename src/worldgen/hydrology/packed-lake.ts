/** How a lake lies in an array of numbers: read place by place, records of several makes would cost memory at each. */
import type { Lake } from './macro-nodes.ts'

/** Where the parts of a lake lie in its packed record; see `Lake`. */
export const LAKE = { x: 0, z: 1, level: 2, radius: 3, depth: 4, oval: 5, slant: 6, lobe: 7, basin: 8, soak: 9, softX: 10, softZ: 11 } as const satisfies Record<keyof Lake, number>

/** Numbers in it. */
export const LAKE_STRIDE = 12

/** Lakes one after the other, `LAKE_STRIDE` numbers each. */
export function packLakes(lakes: readonly Lake[]): Float64Array {
  const packed = new Float64Array(lakes.length * LAKE_STRIDE)
  for (let n = 0; n < lakes.length; n++) for (const part of PARTS) packed[n * LAKE_STRIDE + LAKE[part]] = lakes[n]![part]
  return packed
}

const PARTS = Object.keys(LAKE) as Array<keyof Lake>
