/** The terrain worker's answers: chunks and starting places of the seed asked for last. */
import type { Port, RequestOf } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Land } from '#worldgen/land.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'

/** Serves the land over `port`. What is asked wrongly is refused in words. */
export function serveTerrain(port: Port): void {
  let land: Land | null = null

  function landOf(seed: string): Land {
    if (typeof seed !== 'string') throw new Error('terrain: a seed is a string')
    if (land?.seed !== seed) land = createLand(seed)
    return land
  }

  serve<TerrainProtocol>(port, {
    'chunk-build': {
      run(request) {
        const { seed, coordinate, buffers } = checked(request)
        return buildChunk(landOf(seed), coordinate, buffers)
      },
      transfer: (chunk) => [chunk.heights, chunk.normals, chunk.ground, chunk.scatter].map((array) => array.buffer as ArrayBuffer),
    },
    'start-find': { run: ({ seed }) => landOf(seed).startPlace() },
  })
}

/** By hand, for the first picture waits for this file and a schema would make it a quarter larger. */
function checked(request: RequestOf<TerrainProtocol, 'chunk-build'>): typeof request {
  const { coordinate: { x, z, level }, buffers: { heights, normals, ground, scatter } } = request
  if ([x, z, level].every(Number.isSafeInteger) && level >= 0 && level <= MAX_LEVEL && [heights, normals, ground, scatter].every((buffer) => buffer instanceof ArrayBuffer)) return request
  throw new Error('terrain: a request is a seed, a chunk and four buffers')
}
