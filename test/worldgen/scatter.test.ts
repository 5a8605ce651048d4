/** Plants and stones: of the world, not of chunks. */
import { fillNearestNodes, LOW_BLEND, TREE_BLEND } from '#worldgen/biomes/blend-table.ts'
import { createLand } from '#worldgen/create-land.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { plantsOf } from './chunk-scan.ts'
import { insideBuilding, laneDistance } from './village-scan.ts'

const lands = ['woods', 'heather', 'sand'].map((seed) => createLand(seed))

/** Keys of all plants of the chunks of a level that cover the square chunk (x, z) of level `over`. */
function keysOver(land: (typeof lands)[number], x: number, z: number, over: number, level: number): string[] {
  const steps = 2 ** (over - level)
  const keys: string[] = []
  for (let j = 0; j < steps; j++) for (let i = 0; i < steps; i++) for (const plant of plantsOf(land, { x: x * steps + i, z: z * steps + j, level })) keys.push(plant.key)
  return keys
}

describe('plants', () => {
  it('[WG-10] are each found by one chunk of a level, within its borders', () => {
    for (const land of lands) {
      const start = land.startPlace()
      const x = Math.floor(start.x / 64)
      const z = Math.floor(start.z / 64)
      const seen = new Set<string>()
      for (let j = -2; j < 3; j++) {
        for (let i = -2; i < 3; i++) {
          for (const plant of plantsOf(land, { x: x + i, z: z + j, level: 0 })) {
            expect(seen.has(plant.key)).toBe(false)
            seen.add(plant.key)
            expect(Math.floor(plant.x / 64)).toBe(x + i)
            expect(Math.floor(plant.z / 64)).toBe(z + j)
          }
        }
      }
      expect(seen.size).toBeGreaterThan(100)
    }
  })

  it('[WG-11] shown far are shown near, with the same looks', () => {
    let far = 0
    for (const land of lands) {
      const start = land.startPlace()
      for (const level of [1, 2, 3, 4]) {
        const x = Math.floor(start.x / 64 / 2 ** level)
        const z = Math.floor(start.z / 64 / 2 ** level)
        const nearer = new Set(keysOver(land, x, z, level, level - 1))
        for (const { key } of plantsOf(land, { x, z, level })) {
          far++
          expect(nearer.has(key)).toBe(true)
        }
      }
    }
    expect(far).toBeGreaterThan(300)
  })

  it('[WG-11] shown far are trees and other large things', () => {
    const small = new Set(['bush', 'fern', 'reed', 'flower', 'heather', 'stone'])
    for (const land of lands) {
      for (let i = 0; i < 6; i++) for (const plant of plantsOf(land, { x: i - 3, z: 2 - i, level: 3 })) expect(small.has(SPECIES[plant.species]!)).toBe(false)
    }
  })

  it('[WG-12] keep out of water, walls, lanes and cliffs', () => {
    let found = 0
    for (const land of lands) {
      const start = land.startPlace()
      const villages = land.findSettlements(start.x, start.z, 6000).slice(0, 3)
      for (const village of villages) {
        const x = Math.floor(village.x / 64)
        const z = Math.floor(village.z / 64)
        for (let j = -2; j <= 2; j++) {
          for (let i = -2; i <= 2; i++) {
            for (const plant of plantsOf(land, { x: x + i, z: z + j, level: 0 })) {
              found++
              expect(plant.height).toBe(land.heightAt(plant.x, plant.z))
              expect(plant.height).toBeGreaterThan(0)
              expect(insideBuilding(village, plant.x, plant.z, 0.5)).toBeNull()
              expect(laneDistance(village, plant.x, plant.z)).toBeGreaterThan(0.3)
              const rise = land.heightAt(plant.x + 1.5, plant.z) - plant.height
              expect(Math.abs(rise) / 1.5).toBeLessThan(1.31)
            }
          }
        }
      }
    }
    expect(found).toBeGreaterThan(500)
  })

  it('[WG-80] are dry in the driest, hottest country', () => {
    const node = new Int32Array(1)
    const shareOf = (table: Float32Array, species: (typeof SPECIES)[number], warmth: number, moisture: number): number => {
      fillNearestNodes({ warmth: Float64Array.of(warmth), moisture: Float64Array.of(moisture) }, new Float64Array(1), 1, node)
      return table[node[0]! * SPECIES.length + SPECIES.indexOf(species)]!
    }
    const dry = shareOf(LOW_BLEND, 'shrub', 0.9, 0.06) + shareOf(LOW_BLEND, 'tussock', 0.9, 0.06)
    expect(dry).toBeGreaterThan(0.05)
    for (const green of ['bush', 'fern', 'flower', 'heather'] as const) expect(shareOf(LOW_BLEND, green, 0.9, 0.06)).toBeLessThan(dry / 20)
    expect(shareOf(TREE_BLEND, 'cactus', 0.9, 0.06)).toBeGreaterThan(5 * shareOf(TREE_BLEND, 'palm', 0.9, 0.06))
    expect(shareOf(LOW_BLEND, 'tussock', 0.5, 0.6)).toBeLessThan(0.002)
  })
})
