/** Land far from the eye, built once for whoever draws a map of it. */
import { askTerrain } from '#streaming/ask-terrain.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'
import type { Game } from './game.ts'

/** After what is near and in sight, before what is far and behind. */
const URGENCY = 6

/** Builds a chunk of the present country that is not streamed; rejects when the country is left meanwhile or no worker can. */
export function buildLandTile({ pool, run }: Game, coordinate: ChunkCoordinate): Promise<Chunk> {
  return askTerrain(pool, 'chunk-build', { request: { seed: run.seed, coordinate, buffer: new ArrayBuffer(CHUNK_BYTES) }, urgency: () => (run.ended ? null : URGENCY) })
}
