/** The terrain worker as the page sees it: the whole protocol over a port. */
import { createClient } from '#core/tasks/client.ts'
import { createPool } from '#core/tasks/pool.ts'
import type { Port } from '#core/tasks/protocol.ts'
import { findStart } from '#streaming/find-start.ts'
import { serveTerrain } from '#streaming/serve-terrain.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
import { createChunkBuffers } from '#worldgen/build-chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { describe, expect, it } from 'vitest'

/** Both ends of a channel: what one end posts the other hears a turn later; `posted` names the page's tasks in order. */
function openChannel(): { page: Port; posted: string[] } {
  const posted: string[] = []
  const make = (other: () => Port, note: (data: unknown) => void): Port => ({
    onmessage: null,
    postMessage(message) {
      note(message)
      const data: unknown = structuredClone(message)
      queueMicrotask(() => other().onmessage?.({ data }))
    },
  })
  const page: Port = make(() => worker, (message) => posted.push((message as { name: string }).name))
  const worker: Port = make(() => page, () => undefined)
  serveTerrain(worker)
  return { page, posted }
}

describe('a terrain worker', () => {
  it('[ST-40] tells where a new player first stands, before it builds any chunk', async () => {
    const { page, posted } = openChannel()
    const pool = createPool<TerrainProtocol>({ ports: [page], maxPerPort: 1 })
    const chunk = new Promise((resolve, reject) => {
      pool.submit({
        name: 'chunk-build', urgency: () => -500, done: resolve, failed: reject, dropped: () => reject(new Error('dropped')),
        prepare: () => ({ request: { seed: 'percipi', coordinate: { x: 0, z: 0, level: 3 }, buffers: createChunkBuffers() }, transfer: [] }),
      })
    })
    expect(await findStart(pool, 'percipi')).toEqual(createLand('percipi').startPlace())
    expect(await chunk).toMatchObject({ coordinate: { x: 0, z: 0, level: 3 } })
    expect(posted).toEqual(['start-find', 'chunk-build'])
  })

  it('[ST-40] refuses in words what it does not understand', async () => {
    const client = createClient<TerrainProtocol>(openChannel().page)
    await expect(client.ask('start-find', { seed: 7 as unknown as string })).rejects.toThrow('a seed is a string')
    await expect(client.ask('chunk-build', { seed: 'a', coordinate: { x: 0, z: 0, level: 99 }, buffers: createChunkBuffers() })).rejects.toThrow('a request is a seed, a chunk and')
  })

  it('[ST-40] that is no more leaves the page to find it', async () => {
    const pool = createPool<TerrainProtocol>({ ports: [openChannel().page] })
    pool.portFailed(0, 'the thread ended')
    await expect(findStart(pool, 'percipi')).rejects.toThrow()
  })
})
