/** Builds chunks of land on a thread of its own: a door to the land as a function of seed and place. */
import * as z from 'zod/mini'
import type { Port } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Land } from '#worldgen/land.ts'

const buffer = z.instanceof(ArrayBuffer)
const requestSchema = z.object({
  seed: z.string(),
  coordinate: z.object({ x: z.int(), z: z.int(), level: z.int().check(z.gte(0), z.lte(MAX_LEVEL)) }),
  buffers: z.object({ heights: buffer, normals: buffer, ground: buffer, scatter: buffer }),
})
const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
self.onmessage = (event) => port.onmessage?.(event)
let land: Land | null = null

serve<TerrainProtocol>(port, {
  'chunk-build': {
    run(request) {
      const { seed, coordinate, buffers } = requestSchema.parse(request)
      if (land?.seed !== seed) land = createLand(seed)
      return buildChunk(land, coordinate, buffers)
    },
    transfer: (chunk) => [chunk.heights, chunk.normals, chunk.ground, chunk.scatter].map((array) => array.buffer as ArrayBuffer),
  },
})
