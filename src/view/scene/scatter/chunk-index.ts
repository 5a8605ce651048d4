/** Finds resident chunks by place, and reads heights and ground from their own arrays: no call to the land, no allocation. */
import { CHUNK_METERS, CHUNK_QUADS, MAX_LEVEL, type Chunk } from '#worldgen/chunk.ts'
import type { ResidentChunk, TerrainStream } from '#streaming/terrain-stream.ts'

const HEIGHT_ROW = CHUNK_QUADS + 3
const GROUND_ROW = CHUNK_QUADS + 1
/** Chunks of a level that exist at once lie far fewer than this many apart, so that the low bits of their places tell them from each other: a small whole number, which costs no memory to ask with. */
const APART = 2 ** 14

function keyOf(x: number, z: number): number {
  return (x & (APART - 1)) * APART + (z & (APART - 1))
}

/** Resident chunks by place. */
export type ChunkIndex = {
  /** The finest resident chunk that covers (x, z), or null; metres. */
  find(x: number, z: number): ResidentChunk | null
  /** Counts up whenever a chunk comes or goes. */
  readonly version: number
  dispose(): void
}

/** Height in metres at (x, z) on the surface that `chunk` is drawn with: the same two triangles in every quad. */
export function heightInChunk(chunk: Chunk, x: number, z: number): number {
  const { coordinate, heights } = chunk
  const size = CHUNK_METERS * 2 ** coordinate.level
  const perMeter = CHUNK_QUADS / size
  const u = Math.min(Math.max((x - coordinate.x * size) * perMeter, 0), CHUNK_QUADS)
  const v = Math.min(Math.max((z - coordinate.z * size) * perMeter, 0), CHUNK_QUADS)
  const i = Math.min(Math.floor(u), CHUNK_QUADS - 1)
  const j = Math.min(Math.floor(v), CHUNK_QUADS - 1)
  const fu = u - i
  const fv = v - j
  const at = (j + 1) * HEIGHT_ROW + i + 1
  const right = heights[at + 1]!
  const below = heights[at + HEIGHT_ROW]!
  if (fu + fv <= 1) {
    const corner = heights[at]!
    return corner + fu * (right - corner) + fv * (below - corner)
  }
  const corner = heights[at + HEIGHT_ROW + 1]!
  return corner + (1 - fu) * (below - corner) + (1 - fv) * (right - corner)
}

/** Index into `chunk.ground` of the vertex nearest to (x, z). */
export function groundIndexInChunk(chunk: Chunk, x: number, z: number): number {
  const { coordinate } = chunk
  const size = CHUNK_METERS * 2 ** coordinate.level
  const perMeter = CHUNK_QUADS / size
  const i = Math.min(Math.max(Math.round((x - coordinate.x * size) * perMeter), 0), CHUNK_QUADS)
  const j = Math.min(Math.max(Math.round((z - coordinate.z * size) * perMeter), 0), CHUNK_QUADS)
  return (j * GROUND_ROW + i) * 4
}

/** An index that follows `terrain` until disposed. */
export function createChunkIndex(terrain: TerrainStream): ChunkIndex {
  const levels = Array.from({ length: MAX_LEVEL + 1 }, () => new Map<number, ResidentChunk>())
  let version = 0
  const add = (resident: ResidentChunk): void => {
    const { x, z, level } = resident.coordinate
    levels[level]?.set(keyOf(x, z), resident)
    version++
  }
  const stopListening = terrain.listen({
    chunkReady: add,
    chunkDropped(resident) {
      const { x, z, level } = resident.coordinate
      const map = levels[level]
      if (map?.get(keyOf(x, z)) === resident) map.delete(keyOf(x, z))
      version++
    },
  })
  for (const resident of terrain.resident.values()) add(resident)
  return {
    find(x, z) {
      let size = CHUNK_METERS
      for (const map of levels) {
        if (map.size > 0) {
          const chunkX = Math.floor(x / size)
          const chunkZ = Math.floor(z / size)
          const found = map.get(keyOf(chunkX, chunkZ))
          if (found && found.coordinate.x === chunkX && found.coordinate.z === chunkZ) return found
        }
        size *= 2
      }
      return null
    },
    get version() {
      return version
    },
    dispose: stopListening,
  }
}
