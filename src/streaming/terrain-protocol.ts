/** What the page and a terrain worker say to each other. */
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'
import type { StartPlace } from '#worldgen/land.ts'
import type { Road } from '#worldgen/roads/road.ts'

/** A chunk wanted: of which seed, which one, and the buffer to fill. */
export type ChunkRequest = { seed: string; coordinate: ChunkCoordinate; buffer: ArrayBuffer }

/** The vocabulary of a terrain worker. The request's buffer comes back inside the result. */
export type TerrainProtocol = {
  tasks: {
    'chunk-build': [ChunkRequest, Chunk, never]
    /** Where a new player stands. */
    'start-find': [{ seed: string }, StartPlace, never]
    /** The roads that may pass through a settlement cell. */
    'roads-lay': [{ seed: string; cellX: number; cellZ: number }, readonly Road[], never]
  }
  news: Record<never, never>
}
