/** The terrain worker's answers: chunks and starting places of the seed asked for last. */
import type { Port, RequestOf } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { seedWordOf } from '#worldgen/parameters.ts'
import { findStartPlace } from '#worldgen/start-place.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'

/** Serves the land over `port`. What is asked wrongly is refused in words. */
export function serveTerrain(port: Port): void {
  // What is told of a land (names, stories) is not needed here, and the first picture waits for this file.
  let land = { seed: '', seedWord: seedWordOf('') }

  function landOf(seed: string): typeof land {
    if (typeof seed !== 'string') throw new Error('terrain: a seed is a string')
    if (land.seed !== seed) land = { seed, seedWord: seedWordOf(seed) }
    return land
  }

  serve<TerrainProtocol>(port, {
    'chunk-build': {
      run(request) {
        const { seed, coordinate, buffer } = checked(request)
        return buildChunk(landOf(seed), coordinate, buffer)
      },
      transfer: (chunk) => [chunk.heights.buffer as ArrayBuffer],
    },
    'start-find': { run: ({ seed }) => findStartPlace(fieldsOf(landOf(seed))) },
    'roads-lay': {
      run({ seed, cellX, cellZ }) {
        if (!Number.isSafeInteger(cellX) || !Number.isSafeInteger(cellZ)) throw new Error('terrain: a cell is two whole numbers')
        return fieldsOf(landOf(seed)).roads.cellOf(cellX, cellZ)
      },
    },
  })
}

/** By hand, for the first picture waits for this file and a schema would make it a quarter larger. */
function checked(request: RequestOf<TerrainProtocol, 'chunk-build'>): typeof request {
  const { coordinate: { x, z, level }, buffer } = request
  if ([x, z, level].every(Number.isSafeInteger) && level >= 0 && level <= MAX_LEVEL && buffer instanceof ArrayBuffer && buffer.byteLength === CHUNK_BYTES) return request
  throw new Error('terrain: a request is a seed, a chunk and its buffer')
}
