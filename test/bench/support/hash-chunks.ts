/** One SHA-256 over many chunks: if it is equal everywhere, so is the land. */
import { createHash } from 'node:crypto'
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'

/** Seeds of the identity check. */
export const SEEDS = ['alder', '42', 'ünïcode 🌍'] as const

/** 64 chunks on each of 5 levels, near and far. */
export function identityCoordinates(): ChunkCoordinate[] {
  return [0, 1, 2, 4, 6].flatMap((level) => Array.from({ length: 64 }, (_, i) => ({ x: (i % 8) - 4 + (i > 31 ? 9_000 : 0), z: Math.floor(i / 8) - 4, level })))
}

/** The bytes of a chunk that mean something, as one digest. */
export function digestOf(chunk: Chunk): string {
  const hash = createHash('sha256')
  for (const array of [chunk.heights, chunk.normals, chunk.ground, chunk.scatter.subarray(0, chunk.scatterCount * 8), ...(chunk.hasInlandWater ? [chunk.water] : [])]) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  return hash.update(`${chunk.scatterCount} ${chunk.lowest} ${chunk.highest} ${chunk.hasWater} ${chunk.hasInlandWater}`).digest('hex')
}

/** One digest of many, in the order of their names. */
export function digestOfAll(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const name of [...digests.keys()].sort()) hash.update(`${name}=${digests.get(name)}\n`)
  return hash.digest('hex')
}

/** Name of one chunk of one seed. */
export function nameOf(seed: string, coordinate: ChunkCoordinate): string {
  return `${seed}/${coordinate.level}/${coordinate.x}/${coordinate.z}`
}
