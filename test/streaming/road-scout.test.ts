/** Roads that workers lay for the page. */
import { createPool } from '#core/tasks/pool.ts'
import { createRoadScout } from '#streaming/road-scout.ts'
import { serveTerrain } from '#streaming/serve-terrain.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'
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
