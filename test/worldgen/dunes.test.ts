/** Dunes: what the wind heaps up in deserts, and where it does not. */
import { SCATTER_BYTES } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { createDunes } from '#worldgen/dunes.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { BLOCK_SIZE } from '#worldgen/noise/octave.ts'
import type { Samples } from '#worldgen/noise/octave.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { freshChunk } from './chunk-scan.ts'

const SEEDS = [['dune', -19_768, -7235], ['sand', -13_627, -19_327], ['percipi', 29_900, 30_124]] as const
const places = (x: number, z: number, stepX: number, stepZ: number): Samples => ({ x: Float64Array.from({ length: BLOCK_SIZE }, (_, k) => x + k * stepX), z: Float64Array.from({ length: BLOCK_SIZE }, (_, k) => z + k * stepZ), count: BLOCK_SIZE })
const field = { inland: new Float64Array(BLOCK_SIZE).fill(0.5), ruggedness: new Float64Array(BLOCK_SIZE) }

/** Sand on level ground 60 m high, along a line of places. */
function sandAlong(seed: string, samples: Samples, water: { near: boolean; firm: Float64Array } = { near: false, firm: new Float64Array(BLOCK_SIZE) }): Float64Array {
  const heights = new Float64Array(BLOCK_SIZE).fill(60)
  createDunes(createLand(seed).seedWord).lift(samples, heights, field, water)
  return heights.map((height) => height - 60)
}

describe('dunes', () => {
  it('[WG-87] stand some metres high in the heart of deserts, gentle before the wind and steep behind the crest, by up to a slope that sand keeps', () => {
    for (const [seed, x, z] of SEEDS) {
      let highest = 0
      let steepest = 0
      let asymmetry = 0
      for (const [stepX, stepZ] of [[1, 0], [0, 1], [0.7, 0.7], [0.7, -0.7]] as const) {
        const sand = sandAlong(seed, places(x, z, stepX, stepZ))
        const length = Math.hypot(stepX, stepZ)
        let [up, down] = [0, 0]
        for (let k = 1; k < BLOCK_SIZE; k++) {
          const rise = sand[k]! - sand[k - 1]!
          highest = Math.max(highest, sand[k]!)
          steepest = Math.max(steepest, Math.abs(rise) / length)
          if (rise > 0) up++
          else if (rise < 0) down++
          expect(sand[k]!).toBeGreaterThanOrEqual(0)
        }
        asymmetry = Math.max(asymmetry, Math.max(up, down) / Math.max(1, Math.min(up, down)))
      }
      expect(highest).toBeGreaterThan(8)
      expect(highest).toBeLessThan(20.5)
      expect(steepest).toBeLessThan(1)
      expect(asymmetry).toBeGreaterThan(1.5)
    }
  })

  it('[WG-88] are nowhere but in deserts, none on banks or low by the sea', () => {
    const [seed, x, z] = SEEDS[0]
    const samples = places(x, z, 1, 0)
    expect(Math.max(...sandAlong(seed, samples, { near: true, firm: new Float64Array(BLOCK_SIZE) }))).toBe(0)
    const low = new Float64Array(BLOCK_SIZE).fill(3)
    createDunes(createLand(seed).seedWord).lift(samples, low, field, { near: false, firm: field.ruggedness })
    expect(Math.max(...low)).toBe(3)
    const start = createLand('first-light').startPlace()
    expect(Math.max(...sandAlong('first-light', places(start.x, start.z, 40, 0)))).toBe(0)
  })

  it('[WG-88] leave the ground of settlements level', () => {
    let looked = 0
    for (const [seed, x, z] of SEEDS) {
      const land = createLand(seed)
      for (const plan of land.findSettlements(x, z, 2500)) {
        if (land.biomeAt(plan.x + 200, plan.z) !== 'desert') continue
        looked++
        for (const { x: atX, z: atZ, y } of plan.buildings) expect(Math.abs(land.heightAt(atX, atZ) - y)).toBeLessThan(0.6)
      }
    }
    expect(looked).toBeGreaterThan(0)
  })

  it('[WG-90] are bare sand: no grass, no rock, the same colour all over, and few dry plants and stones', () => {
    let [looked, grown, chunks] = [0, 0, 0]
    const found = new Set<string>()
    for (const [seed, x, z] of SEEDS) {
      const land = createLand(seed)
      const { samples, heights, fillUnroaded, sand } = fieldsOf(land)
      for (let n = -6; n <= 6; n++) {
        const [cx, cz] = [Math.floor(x / 64) + n, Math.floor(z / 64)]
        const chunk = freshChunk(land, { x: cx, z: cz, level: 0 })
        samples.count = 1
        let least = 1
        for (let k = 0; k < 33 * 33; k += 7) {
          const [i, j] = [k % 33, Math.floor(k / 33)]
          samples.x[0] = (cx * 32 + i) * 2
          samples.z[0] = (cz * 32 + j) * 2
          fillUnroaded(samples, heights)
          const cover = sand.near ? sand.cover[0]! : 0
          least = Math.min(least, cover)
          if (cover < 1) continue
          looked++
          const [red, green, blue, mixed] = chunk.ground.subarray(k * 4, k * 4 + 4)
          if (mixed !== 0) continue
          expect(red! - blue!).toBeGreaterThan(45)
          expect(green!).toBeGreaterThan(130)
        }
        if (least < 1) continue
        chunks++
        grown += chunk.scatterCount
        for (let plant = 0; plant < chunk.scatterCount; plant++) found.add(SPECIES[chunk.scatter[plant * SCATTER_BYTES + 4]!]!)
      }
    }
    expect(looked).toBeGreaterThan(500)
    // a chunk of open desert has some thirty
    expect(grown / chunks).toBeGreaterThan(0.3)
    expect(grown / chunks).toBeLessThan(8)
    expect(['tussock', 'shrub', 'stone'].filter((species) => found.has(species))).toHaveLength(3)
    for (const species of ['oak', 'birch', 'spruce', 'pine', 'willow', 'bush', 'fern', 'reed', 'flower', 'heather'] as const) expect(found.has(species)).toBe(false)
  })

  it('[WG-89] are the same at every level, in any company and order', () => {
    const [seed, x, z] = SEEDS[0]
    const land = createLand(seed)
    for (const level of [0, 2, 5]) {
      const width = 64 * 2 ** level
      const [cx, cz] = [Math.floor(x / width), Math.floor(z / width)]
      const chunk = freshChunk(createLand(seed), { x: cx, z: cz, level })
      const spacing = width / 32
      for (let n = 0; n < 40; n++) {
        const [i, j] = [(n * 7) % 33, (n * 13) % 33]
        expect(chunk.heights[(j + 1) * 35 + i + 1]).toBe(Math.fround(land.heightAt((cx * 32 + i) * spacing, (cz * 32 + j) * spacing)))
      }
    }
    const together = sandAlong(seed, places(x, z, 3, 1))
    const alone: Samples = { x: new Float64Array(1), z: new Float64Array(1), count: 1 }
    for (let k = BLOCK_SIZE - 1; k > 0; k -= 37) {
      alone.x[0] = x + k * 3
      alone.z[0] = z + k
      const height = new Float64Array([60])
      createDunes(land.seedWord).lift(alone, height, field, { near: false, firm: field.ruggedness })
      expect(height[0]! - 60).toBe(together[k])
    }
  })
})
