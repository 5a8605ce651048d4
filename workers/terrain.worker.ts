/** Builds chunks of land on a thread of its own: a door to the land as a function of seed and place. */
import type { Port, RequestOf } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Land } from '#worldgen/land.ts'

const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
self.onmessage = (event) => port.onmessage?.(event)
let land: Land | null = null

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

function landOf(seed: string): Land {
  if (typeof seed !== 'string') throw new Error('terrain: a seed is a string')
  if (land?.seed !== seed) land = createLand(seed)
  return land
}

/** By hand, for the first picture waits for this file and a schema would make it a quarter larger. */
function checked(request: RequestOf<TerrainProtocol, 'chunk-build'>): typeof request {
  const { seed, coordinate: { x, z, level }, buffers: { heights, normals, ground, scatter } } = request
  if (typeof seed === 'string' && [x, z, level].every(Number.isSafeInteger) && level >= 0 && level <= MAX_LEVEL && [heights, normals, ground, scatter].every((buffer) => buffer instanceof ArrayBuffer)) return request
  throw new Error('terrain: a request is a seed, a chunk and four buffers')
}
