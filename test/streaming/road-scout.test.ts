/** Roads that workers lay for the page. */
import { createPool } from '#core/tasks/pool.ts'
import { createRoadScout } from '#streaming/road-scout.ts'
import { serveTerrain } from '#streaming/serve-terrain.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { createLand } from '#worldgen/create-land.ts'
import { describe, expect, it, vi } from 'vitest'
import { portPair } from '../support/port-pair.ts'

describe('the scout of roads', () => {
  it('[ST-62] knows what workers have laid, and it is what the page would have laid itself', async () => {
    const [page, worker] = portPair()
    serveTerrain(worker)
    const pool = createPool<TerrainProtocol>({ ports: [page] })
    const land = createLand('percipi')
    const { x, z } = land.startPlace()
    const scout = createRoadScout({ pool, seed: 'percipi', land, ended: () => false })
    // far enough from the start that nothing there was asked of this land before
    const there = { x: x + 24_000, z }
    expect(scout.isKnown(there.x, there.z, 1_200)).toBe(false)
    scout.update(there.x, there.z)
    await vi.waitFor(() => expect(scout.isKnown(there.x, there.z, 1_200)).toBe(true), { timeout: 20_000 })
    const own = createLand('percipi')
    const laid = land.roadsNear(there.x, there.z, 1_200)
    expect(laid.length).toBeGreaterThan(0)
    expect(laid).toEqual(own.roadsNear(there.x, there.z, 1_200))
    const steps = [...Array(200).keys()]
    expect(steps.map((k) => land.heightAt(there.x + k * 7, there.z - k * 5))).toEqual(steps.map((k) => own.heightAt(there.x + k * 7, there.z - k * 5)))
    // one road is one value, wherever it is met
    for (const road of land.roadsNear(there.x + 1_000, there.z, 1_200)) {
      const same = laid.find(({ id }) => id === road.id)
      if (same) expect(road).toBe(same)
    }
  })

  it('[ST-66] asks for the roads where somebody arrives before all land, then for those that people there know of, which are asked for once', async () => {
    const [page, worker] = portPair()
    serveTerrain(worker)
    const heard: string[] = []
    const serve = worker.onmessage
    worker.onmessage = (event) => {
      const { name, request } = event.data as { name: string; request: { cellX?: number; cellZ?: number } }
      heard.push(name === 'roads-lay' ? `${request.cellX},${request.cellZ}` : name)
      serve?.(event)
    }
    const pool = createPool<TerrainProtocol>({ ports: [page], maxPerPort: 1 })
    const land = createLand('percipi')
    const { x, z } = createLand('percipi').startPlace()
    const scout = createRoadScout({ pool, seed: 'percipi', land, ended: () => false })
    const chunk = new Promise((resolve, reject) => {
      pool.submit({
        name: 'chunk-build', urgency: () => -300, done: resolve, failed: reject, dropped: () => reject(new Error('dropped')),
        prepare: () => ({ request: { seed: 'percipi', coordinate: { x: Math.floor(x / 64), z: Math.floor(z / 64), level: 0 }, buffer: new ArrayBuffer(CHUNK_BYTES) }, transfer: [] }),
      })
    })
    const { seen, lived } = scout.arrive(x, z)
    await seen
    expect(heard.filter((name) => name === 'chunk-build').length).toBeLessThanOrEqual(1)
    expect(heard[0]).not.toBe('chunk-build')
    expect(scout.isKnown(x, z, 180)).toBe(true)
    await Promise.all([lived, chunk])
    expect(scout.isKnown(x, z, 700)).toBe(true)
    expect(heard.indexOf('chunk-build')).toBeLessThan(heard.length - 1)
    scout.update(x + 60, z)
    await vi.waitFor(() => expect(scout.isKnown(x, z, 1_200)).toBe(true), { timeout: 20_000 })
    expect(new Set(heard).size).toBe(heard.length)
  })

  it('[ST-66] keeps nobody who arrives waiting for what no worker can tell', async () => {
    const [page] = portPair()
    const pool = createPool<TerrainProtocol>({ ports: [page] })
    pool.portFailed(0, 'the thread ended')
    const { seen, lived } = createRoadScout({ pool, seed: 'percipi', land: createLand('percipi'), ended: () => false }).arrive(30_000, 30_000)
    await Promise.all([seen, lived])
  })

  it('[ST-62] waits for nothing that no worker can tell', async () => {
    const [page] = portPair()
    const pool = createPool<TerrainProtocol>({ ports: [page] })
    const land = createLand('percipi')
    const scout = createRoadScout({ pool, seed: 'percipi', land, ended: () => false })
    pool.portFailed(0, 'the thread ended')
    scout.update(30_000, 30_000)
    await vi.waitFor(() => expect(scout.isKnown(30_000, 30_000, 1_200)).toBe(true))
  })
})
