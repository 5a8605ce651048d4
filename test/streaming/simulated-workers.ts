/** Terrain workers without threads: they answer as many requests as a test allows, in the order they came. */
import { chunkArrays } from '#worldgen/chunk-arrays.ts'
import { createPool } from '#core/tasks/pool.ts'
import { hashCell } from '#core/hash.ts'
import type { Port, ToWorker } from '#core/tasks/protocol.ts'
import { createTerrainStream, type TerrainPool, type TerrainStreamOptions } from '#streaming/create-terrain-stream.ts'
import type { ChunkRequest, TerrainProtocol } from '#streaming/terrain-protocol.ts'
import type { Viewpoint } from '#streaming/terrain-stream.ts'
import { CHUNK_METERS, type Chunk } from '#worldgen/chunk.ts'

/** Lets promises that are settled call back. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A viewpoint at eye height at the origin, looking along −z. */
export function lookFrom(change: Partial<Viewpoint> = {}): Viewpoint {
  return { x: 0, y: 2, z: 0, yaw: 0, pitch: 0, velocityX: 0, velocityZ: 0, fieldOfView: Math.PI / 3, aspect: 16 / 9, ...change }
}

/** A quick stand-in for land: gentle, and different everywhere. */
function buildSimulated({ coordinate, buffer }: ChunkRequest): Chunk {
  const arrays = chunkArrays(buffer)
  const { heights } = arrays
  heights.fill(hashCell(1, coordinate.x, coordinate.z, coordinate.level) / 1e9)
  return {
    coordinate, ...arrays,
    scatterCount: 0, lowest: heights[0]!, highest: heights[0]!, geometricError: 1, hasWater: false, hasInlandWater: false,
  }
}

/** A port whose worker answers when told to. */
export type SimulatedPort = Port & { readonly asked: ChunkRequest[]; answer(count: number): void; refuse(): void }

function createSimulatedPort(): SimulatedPort {
  const waiting: { id: number; request: ChunkRequest }[] = []
  const port: SimulatedPort = {
    onmessage: null,
    asked: [],
    postMessage(message) {
      const told = message as ToWorker
      if (told.type !== 'task') return
      const request = told.request as ChunkRequest
      port.asked.push(request)
      waiting.push({ id: told.id, request })
    },
    answer(count) {
      for (const { id, request } of waiting.splice(0, count)) port.onmessage?.({ data: { type: 'result', id, result: buildSimulated(request) } })
    },
    refuse() {
      for (const { id } of waiting.splice(0)) port.onmessage?.({ data: { type: 'failure', id, message: 'no land here' } })
    },
  }
  return port
}

/** A stream over simulated workers. */
export function createSimulatedStream(options: Partial<TerrainStreamOptions> = {}) {
  const ports = [createSimulatedPort(), createSimulatedPort()]
  const pool: TerrainPool = createPool<TerrainProtocol>({ ports })
  const stream = createTerrainStream({ pool, seed: 'test', detail: { viewMeters: 2048, splitFactor: 1.3, slots: 256 }, ...options })
  let seconds = 0
  return {
    stream,
    pool,
    ports,
    /** One frame: the stream is updated, then each worker answers up to `answers` requests. */
    async frame(viewpoint: Viewpoint, answers = 2, frameSeconds = 0.05): Promise<void> {
      seconds += frameSeconds
      stream.update(viewpoint, seconds)
      await settle()
      for (const port of ports) port.answer(answers)
      await settle()
    },
    /** Frames until nothing is missing. */
    async finish(viewpoint: Viewpoint): Promise<void> {
      for (let i = 0; i < 400; i++) {
        await this.frame(viewpoint, 4)
        if (stream.counts.pending === 0 && i > 2) return
      }
      throw new Error('simulated-workers: the stream did not come to rest')
    },
  }
}

/** Side of a chunk in metres. */
export const sizeOf = (level: number): number => CHUNK_METERS * 2 ** level
