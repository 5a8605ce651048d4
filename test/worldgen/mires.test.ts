/** Marsh at slow rivers: where it lies, what it is like, and that rain alone makes none. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { CHUNK_METERS, CHUNK_QUADS } from '#worldgen/chunk.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { freshChunk, plantsOf } from './chunk-scan.ts'

const SEED = 'homes'
const land = createLand(SEED)
const fields = fieldsOf(land)
const CELLS = 10

/** Middles of reaches with a full mire, and how steep they run. */
const reaches = (() => {
  const found: { x: number; z: number; level: number; slope: number }[] = []
  for (let n = 0; n < 4 * CELLS * CELLS; n++) {
    const [cx, cz] = [(n % (2 * CELLS)) - CELLS, Math.floor(n / (2 * CELLS)) - CELLS]
    for (const { segments, from } of fields.waters.cellOf(cx, cz).courses) {
      if (from.cellX !== cx || from.cellZ !== cz) continue
      for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
        if (segments[s + SEGMENT.mire]! < 0.7) continue
        found.push({ x: segments[s]!, z: segments[s + 1]!, level: segments[s + SEGMENT.level]!, slope: -segments[s + SEGMENT.fall]! * Math.sqrt(segments[s + SEGMENT.perSquare]!) })
      }
    }
  }
  return found
})()

/** Places on a lattice about the reaches, with what the fields say there. */
function lookAbout(step: number): { x: number; z: number; height: number; level: number; marsh: number; isPool: boolean; biome: string }[] {
  return reaches.filter((_, n) => n % 5 === 0).flatMap(({ x, z }) => {
    const seen = []
    for (let n = 0; n < 81; n++) {
      const [px, pz] = [Math.round(x) + ((n % 9) - 4) * step, Math.round(z) + (Math.floor(n / 9) - 4) * step]
      const biome = land.biomeAt(px, pz)
      const height = land.heightAt(px, pz)
      const { water } = fields
      seen.push({ x: px, z: pz, height, level: water.near ? water.level[0]! : -Infinity, marsh: water.near ? water.marsh[0]! : 0, isPool: water.near && water.pool[0] === 1, biome })
    }
    return seen
  })
}

const about = lookAbout(9)
const soaked = about.filter(({ marsh }) => marsh > 0.8)

describe('marsh at slow rivers', () => {
  it('[WATER-40] lies where a river hardly falls, flat and hardly higher than its water', () => {
    expect(reaches.length).toBeGreaterThan(30)
    // Where another river joins, the last of a reach may come down to it.
    expect(reaches.filter(({ slope }) => slope > 0.03).length / reaches.length).toBeLessThan(0.05)
    expect(reaches.reduce((sum, { slope }) => sum + slope, 0) / reaches.length).toBeLessThan(0.005)
    expect(soaked.length).toBeGreaterThan(150)
    const lifts = soaked.filter(({ isPool }) => isPool).map(({ height, level }) => height - level)
    expect(lifts.length).toBeGreaterThan(100)
    for (const lift of lifts) expect(lift).toBeGreaterThan(-0.7)
    expect(lifts.filter((lift) => lift < 1.3).length / lifts.length).toBeGreaterThan(0.9)
  })

  it('[WATER-41] is told as marsh, with pools of still water where it is low', () => {
    expect(soaked.filter(({ biome }) => biome === 'marsh').length / soaked.length).toBeGreaterThan(0.6)
    const pools = soaked.filter(({ isPool, height, level }) => isPool && height < level - 0.03)
    expect(pools.length).toBeGreaterThan(5)
    for (const { x, z, level, height } of pools) expect(land.waterAt(x, z)).toEqual({ kind: 'lake', level, depth: level - height, flowX: 0, flowZ: 0 })
  })

  it('[WATER-42] bears reeds and sedge, and elsewhere hardly any sedge grows', () => {
    const keys = new Set(soaked.filter(({ isPool }) => isPool).map(({ x, z }) => `${Math.floor(x / CHUNK_METERS)},${Math.floor(z / CHUNK_METERS)}`))
    const counts = { reed: 0, sedge: 0, dry: 0 }
    for (const key of [...keys].slice(0, 12)) {
      const [x, z] = key.split(',').map(Number) as [number, number]
      for (const plant of plantsOf(land, { x, z, level: 0 })) {
        const species = SPECIES[plant.species]!
        if (species !== 'reed' && species !== 'sedge') continue
        counts[species]++
        land.heightAt(plant.x, plant.z)
        if (species === 'sedge' && !(fields.water.near && fields.water.marsh[0]! > 0.2)) counts.dry++
      }
    }
    expect(counts.reed).toBeGreaterThan(20)
    expect(counts.sedge).toBeGreaterThan(40)
    expect(counts.dry).toBeLessThan(counts.sedge * 0.2)
  })

  it('[WATER-43] is nowhere made by rain alone', () => {
    let marshes = 0
    let looked = 0
    for (let n = 0; n < 2500; n++) {
      const [x, z] = [((n % 50) - 25) * 170, (Math.floor(n / 50) - 25) * 170]
      const biome = land.biomeAt(x, z)
      if (fields.water.near && (fields.water.marsh[0]! > 0 || fields.water.gap[0]! < 40)) continue
      looked++
      if (biome === 'marsh') marshes++
    }
    expect(looked).toBeGreaterThan(1500)
    expect(marshes).toBe(0)
  })

  it('[WATER-44] is the same in any order, alone and in a chunk, at every level', () => {
    const spacing = CHUNK_METERS / CHUNK_QUADS
    const other = createLand(SEED)
    for (const { x, z } of soaked.filter((_, n) => n % 15 === 0).reverse()) {
      expect(other.heightAt(x, z)).toBe(land.heightAt(x, z))
      expect(other.waterAt(x, z)).toEqual(land.waterAt(x, z))
    }
    const { x, z } = soaked[Math.floor(soaked.length / 2)]!
    for (const level of [0, 1, 2]) {
      const width = CHUNK_METERS * 2 ** level
      const coordinate = { x: Math.floor(x / width), z: Math.floor(z / width), level }
      const chunk = freshChunk(land, coordinate)
      for (let n = 0; n < (CHUNK_QUADS + 1) ** 2; n += 7) {
        const [i, j] = [n % (CHUNK_QUADS + 1), Math.floor(n / (CHUNK_QUADS + 1))]
        expect(chunk.heights[(j + 1) * (CHUNK_QUADS + 3) + i + 1]).toBe(Math.fround(other.heightAt((coordinate.x * CHUNK_QUADS + i) * spacing * 2 ** level, (coordinate.z * CHUNK_QUADS + j) * spacing * 2 ** level)))
      }
    }
  })
})
