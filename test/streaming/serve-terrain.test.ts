/** The terrain worker as the page sees it: the whole protocol over a port. */
import { createClient } from '#core/tasks/client.ts'
import { createPool } from '#core/tasks/pool.ts'
import type { Port } from '#core/tasks/protocol.ts'
import { findStart } from '#streaming/find-start.ts'
import { serveTerrain } from '#streaming/serve-terrain.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { createLand } from '#worldgen/create-land.ts'
import { describe, expect, it } from 'vitest'
import { portPair } from '../support/port-pair.ts'

/** The page's end of a channel to a worker, and the names of the tasks in the order in which the worker hears them. */
function openChannel(): { page: Port; heard: string[] } {
  const [page, worker] = portPair()
  serveTerrain(worker)
  const heard: string[] = []
  const serve = worker.onmessage
  worker.onmessage = (event) => {
    heard.push((event.data as { name: string }).name)
    serve?.(event)
  }
  return { page, heard }
}

describe('a terrain worker', () => {
  it('[ST-40] tells where a new player first stands, before it builds any chunk', async () => {
    const { page, heard } = openChannel()
    const pool = createPool<TerrainProtocol>({ ports: [page], maxPerPort: 1 })
    const chunk = new Promise((resolve, reject) => {
      pool.submit({
        name: 'chunk-build', urgency: () => -500, done: resolve, failed: reject, dropped: () => reject(new Error('dropped')),
        prepare: () => ({ request: { seed: 'percipi', coordinate: { x: 0, z: 0, level: 3 }, buffer: new ArrayBuffer(CHUNK_BYTES) }, transfer: [] }),
      })
    })
    expect(await findStart(pool, 'percipi')).toEqual(createLand('percipi').startPlace())
    expect(await chunk).toMatchObject({ coordinate: { x: 0, z: 0, level: 3 } })
    expect(heard).toEqual(['start-find', 'chunk-build'])
  })

  it('[ST-40] refuses in words what it does not understand', async () => {
    const client = createClient<TerrainProtocol>(openChannel().page)
    await expect(client.ask('start-find', { seed: 7 as unknown as string })).rejects.toThrow('a seed is a string')
    await expect(client.ask('chunk-build', { seed: 'a', coordinate: { x: 0, z: 0, level: 99 }, buffer: new ArrayBuffer(CHUNK_BYTES) })).rejects.toThrow('a request is a seed, a chunk and')
  })

  it('[ST-40] that is no more is told as a failure', async () => {
    const pool = createPool<TerrainProtocol>({ ports: [openChannel().page] })
    pool.portFailed(0, 'the thread ended')
    await expect(findStart(pool, 'percipi')).rejects.toThrow()
  })
})
