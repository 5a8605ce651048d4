/** Waterfalls: rivers that drop in one step, with rock behind them and a pool before them. */
import { createLand } from '#worldgen/create-land.ts'
import type { Cascade } from '#worldgen/hydrology/rivers.ts'
import { describe, expect, it } from 'vitest'
import { freshChunk } from './chunk-scan.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'

const land = createLand('blue-otter')
const falls = [...land.cascadesNear(4000, -700, 400), ...land.cascadesNear(2380, -2260, 300)].filter(({ dx, dz, fall }) => fall > 2 * Math.hypot(dx, dz))

/** A place so many metres down the river from a fall's lip and to its side. */
function beside({ x, z, dx, dz }: Cascade, along: number, aside = 0): [number, number] {
  const length = Math.hypot(dx, dz)
  return [x + (dx * along - dz * aside) / length, z + (dz * along + dx * aside) / length]
}

describe('falls', () => {
  it('[WATER-10] drop in one step of near-vertical rock: water stands at the lip above and in the pool below', () => {
    expect(falls.length).toBeGreaterThan(4)
    for (const cascade of falls) {
      const above = land.waterAt(...beside(cascade, -3))!
      const pool = land.waterAt(...beside(cascade, 2.5))!
      expect(above.kind).toBe('river')
      expect(above.level).toBeGreaterThan(cascade.level - 0.01)
      expect(above.depth).toBeLessThan(1.6)
      expect(pool.level).toBeCloseTo(cascade.level - cascade.fall, 6)
      expect(pool.depth).toBeGreaterThan(1)
      // The rock goes on beside the water.
      const rock = land.heightAt(...beside(cascade, -1.5, cascade.half + 2)) - land.heightAt(...beside(cascade, 2.5, cascade.half + 2))
      expect(rock).toBeGreaterThan(cascade.fall * 0.5)
    }
  })

  it('[WATER-10] never rise on their way, above, over and below the step', () => {
    for (const cascade of falls) {
      let level = Infinity
      for (let along = -12; along < 24; along += 0.5) {
        const water = land.waterAt(...beside(cascade, along))
        if (!water) continue
        expect(water.level).toBeLessThanOrEqual(level + 0.05)
        level = water.level
      }
    }
  })

  it('[WATER-11] are the same to the bit in any order, in fresh lands and in chunks of every level', () => {
    const fresh = createLand('blue-otter')
    for (const cascade of falls.toReversed()) {
      for (const along of [9, 1.5, 1, 0.5, 0, -1, -4]) expect(fresh.heightAt(...beside(cascade, along, 1))).toBe(land.heightAt(...beside(cascade, along, 1)))
    }
    const [x, z] = [Math.floor(falls[0]!.x / CHUNK_METERS), Math.floor(falls[0]!.z / CHUNK_METERS)]
    const child = freshChunk(land, { x, z, level: 0 }).heights
    const parent = freshChunk(createLand('blue-otter'), { x: Math.floor(x / 2), z: Math.floor(z / 2), level: 1 }).heights
    for (let j = 0; j <= 32; j += 2) for (let i = 0; i <= 32; i += 2) expect(child[(j + 1) * 35 + i + 1]).toBe(parent[(j / 2 + (z & 1) * 16 + 1) * 35 + i / 2 + (x & 1) * 16 + 1])
  })

  it('[WATER-31] and steep stretches run in beds of their own: the ground is not cut away under them by the valley below', () => {
    const floors: number[] = []
    const banks: number[] = []
    for (const seed of ['silver-wolf', 'blue-otter', 'first-light']) {
      const other = createLand(seed)
      const start = other.startPlace()
      const steep = new Map<string, Cascade>()
      for (let n = 0; n < 49; n++) for (const each of other.cascadesNear(start.x + ((n % 7) - 3) * 1400, start.z + (Math.floor(n / 7) - 3) * 1400, 990)) steep.set(`${each.x},${each.z}`, each)
      for (const each of steep.values()) {
        const length = Math.hypot(each.dx, each.dz)
        if (each.fall < 0.35 * length || each.fall > 2 * length) continue
        for (const share of [0.3, 0.6, 0.85]) {
          const level = each.level - each.fall * share
          floors.push(level - other.heightAt(...beside(each, length * share)))
          for (const side of [-1.5, 1.5]) banks.push(level - other.heightAt(...beside(each, length * share, each.half * side)))
        }
      }
    }
    expect(floors.length).toBeGreaterThan(40)
    const share = (of: number[], most: number): number => of.filter((depth) => depth < most).length / of.length
    expect(share(floors, 1.2)).toBeGreaterThan(0.85)
    expect(share(banks, 0.4)).toBeGreaterThan(0.85)
  })
})
