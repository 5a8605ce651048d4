/** Reads chunks for the tests of the land. */
import { buildChunk } from '#worldgen/build-chunk.ts'
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import type { Land } from '#worldgen/land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { createPlants, findPlants } from '#worldgen/scatter/scatter.ts'
import { fingerprint } from '#core/hash.ts'

/** A chunk in a buffer of its own. */
export function freshChunk(land: Land, coordinate: ChunkCoordinate): Chunk {
  return buildChunk(land, coordinate)
}

/** One word for all that a chunk holds. */
export function chunkPrint(chunk: Chunk): string {
  const bytes = (array: Float32Array | Uint8Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  const filled = chunk.scatter.subarray(0, chunk.scatterCount * 8)
  const facts = `${chunk.lowest} ${chunk.highest} ${chunk.geometricError} ${chunk.hasWater} ${chunk.hasInlandWater} ${chunk.scatterCount}`
  return [chunk.heights, chunk.normals, chunk.ground, filled, ...(chunk.hasInlandWater ? [chunk.water] : [])].map((part) => fingerprint(bytes(part))).join(' ') + ' ' + fingerprint(new Uint8Array([...facts].map((letter) => letter.charCodeAt(0))))
}

/** A plant as text: place to the millimetre, species and looks. */
export type FoundPlant = { key: string; x: number; z: number; height: number; species: number }

/** The plants of a chunk in world metres. */
export function plantsOf(land: Land, coordinate: ChunkCoordinate): FoundPlant[] {
  const plants = createPlants()
  findPlants(fieldsOf(land), coordinate, plants)
  const width = CHUNK_METERS * 2 ** coordinate.level
  const found: FoundPlant[] = []
  for (let k = 0; k < plants.count; k++) {
    const x = coordinate.x * width + plants.offsetX[k]!
    const z = coordinate.z * width + plants.offsetZ[k]!
    const species = plants.species[k]!
    found.push({ key: `${x.toFixed(3)} ${z.toFixed(3)} ${species} ${plants.scale[k]} ${plants.yaw[k]} ${plants.tint[k]}`, x, z, height: plants.height[k]!, species })
  }
  return found
}
