/** How the arrays of a chunk lie in its one buffer. */
import { CHUNK_QUADS, SCATTER_BYTES, WATER_BYTES, WATER_NODES, type ChunkArrays } from './chunk.ts'
import { MAX_SCATTER } from './scatter/scatter.ts'

const HEIGHT_BYTES = (CHUNK_QUADS + 3) * (CHUNK_QUADS + 3) * 4
const GROUND_BYTES = (CHUNK_QUADS + 1) * (CHUNK_QUADS + 1) * 4
const NORMAL_BYTES = (CHUNK_QUADS + 1) * (CHUNK_QUADS + 1) * 2
const ALL_WATER_BYTES = WATER_NODES * WATER_NODES * WATER_BYTES
const ALL_SCATTER_BYTES = MAX_SCATTER * SCATTER_BYTES

/** Bytes of a chunk's buffer. */
export const CHUNK_BYTES = HEIGHT_BYTES + GROUND_BYTES + NORMAL_BYTES + ALL_WATER_BYTES + ALL_SCATTER_BYTES

/** The arrays of a chunk in its buffer, of CHUNK_BYTES. */
export function chunkArrays(buffer: ArrayBuffer): ChunkArrays {
  let at = 0
  const next = (bytes: number): number => (at += bytes) - bytes
  return {
    heights: new Float32Array(buffer, next(HEIGHT_BYTES), HEIGHT_BYTES / 4),
    ground: new Uint8Array(buffer, next(GROUND_BYTES), GROUND_BYTES),
    normals: new Uint8Array(buffer, next(NORMAL_BYTES), NORMAL_BYTES),
    water: new Uint8Array(buffer, next(ALL_WATER_BYTES), ALL_WATER_BYTES),
    scatter: new Uint8Array(buffer, next(ALL_SCATTER_BYTES), ALL_SCATTER_BYTES),
  }
}
