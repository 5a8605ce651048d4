/** Rivers and lakes: always downhill, joined, the same from every side, and agreed on by ground, chunks and plants. */
import { createScatteredShape } from '#worldgen/broad-shape.ts'
import { CHUNK_METERS, CHUNK_QUADS, WATER_BYTES, WATER_NODES } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { createHeightField, createRelief } from '#worldgen/height.ts'
import { createWaterIndex, type WaterIndex } from '#worldgen/hydrology/water-index.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshChunk, plantsOf } from './chunk-scan.ts'

const land = createLand('waters')
const { waters } = fieldsOf(land)
const cell = fc.record({ x: fc.integer({ min: -400, max: 400 }), z: fc.integer({ min: -400, max: 400 }) })

/** Middles of rivers round a cell: place, level and half width. */
function riverPlaces(index: WaterIndex, wanted: number): { x: number; z: number; level: number; half: number; cellX: number; cellZ: number }[] {
  const found: { x: number; z: number; level: number; half: number; cellX: number; cellZ: number }[] = []
  for (let n = 0; n < 4000 && found.length < wanted; n++) {
    const cellX = ((n * 37) % 63) - 31
    const cellZ = ((n * 11) % 61) - 30
    for (const course of index.cellOf(cellX, cellZ).courses) {
      if (course.from.cellX !== cellX || course.from.cellZ !== cellZ) continue
      const s = Math.floor(course.segments.length / SEGMENT_STRIDE / 3) * SEGMENT_STRIDE
      const level = course.segments[s + SEGMENT.level]!
      if (level > 3) found.push({ x: course.segments[s]!, z: course.segments[s + 1]!, level, half: course.segments[s + SEGMENT.half]!, cellX, cellZ })
    }
  }
  return found
}

/** Rivers of which nothing but other water decides: no lake and no other river within reach. */
const places = riverPlaces(waters, 60)

describe('rivers', () => {
  it('[WG-50] never rise, from node to node and along every course', () => {
    let courses = 0
    fc.assert(
      fc.property(cell, ({ x, z }) => {
        const node = waters.nodes.nodeOf(x, z)
        const down = waters.nodes.downstreamOf(node)
        if (down !== null) expect(waters.nodes.surfaceOf(down)).toBeLessThanOrEqual(waters.nodes.surfaceOf(node))
        for (const { segments } of waters.cellOf(x, z).courses) {
          courses++
          for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
            expect(segments[s + SEGMENT.fall]!).toBeLessThanOrEqual(1e-9)
            if (s === 0) continue
            const before = s - SEGMENT_STRIDE
            expect(segments[s + SEGMENT.level]!).toBeCloseTo(segments[before + SEGMENT.level]! + segments[before + SEGMENT.fall]!, 6)
            expect(segments[s + SEGMENT.half]!).toBeGreaterThanOrEqual(segments[before + SEGMENT.half]!)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(courses).toBeGreaterThan(60)
  })

  it('[WG-51] go on where they end, until a lake without an outlet or the sea', () => {
    let mouths = 0
    fc.assert(
      fc.property(cell, ({ x, z }) => {
        for (const course of waters.cellOf(x, z).courses) {
          let node = course.to
          for (let hops = 0; hops < 400; hops++) {
            const next = waters.nodes.downstreamOf(node)
            if (next === null) break
            const further = waters.cellOf(node.cellX, node.cellZ).courses.find((each) => each.from.cellX === node.cellX && each.from.cellZ === node.cellZ)
            expect(further).toBeDefined()
            expect(further!.flow).toBeGreaterThanOrEqual(course.flow)
            node = next
          }
          expect(waters.nodes.downstreamOf(node)).toBeNull()
          expect(node.elevation <= 0 || waters.nodes.lakeOf(node) !== null).toBe(true)
          if (node.elevation <= 0) mouths++
        }
      }),
      { numRuns: 60 },
    )
    expect(mouths).toBeGreaterThan(3)
  })

  it('[WG-52] are the same from every side and after much has been forgotten', () => {
    const { seedWord } = land
    // Two tiles of sixteen nodes: next to nothing is remembered.
    const forgetful = createWaterIndex(seedWord, createHeightField(createRelief(seedWord), createScatteredShape(seedWord)), 2)
    for (const [x, z] of [[9, 4], [-3, 0], [8, 4], [-3, 1], [40, -22]] as const) {
      const expected = waters.cellOf(x, z)
      const again = forgetful.cellOf(x, z)
      expect(again.courses.map(({ segments }) => [...segments])).toEqual(expected.courses.map(({ segments }) => [...segments]))
      expect(again.lakes).toEqual(expected.lakes)
    }
    const other = createLand('waters')
    for (const { x, z } of [...places].reverse()) {
      expect(other.heightAt(x + 3, z)).toBe(land.heightAt(x + 3, z))
      expect(other.waterAt(x, z)).toEqual(land.waterAt(x, z))
    }
  })

  it('[WG-53] have beds in the ground, banks above the water, and water in between', () => {
    let flowing = 0
    for (const { x, z, level } of places) {
      const water = land.waterAt(x, z)!
      expect(water).not.toBeNull()
      expect(water.depth).toBeGreaterThan(0.05)
      expect(water.level).toBeLessThanOrEqual(level + 0.5)
      expect(land.waterLevelAt(x, z)).toBe(water.level)
      expect(land.describe(x, z).water).toBe(water.kind)
      if (water.kind !== 'river') continue
      flowing++
      expect(Math.hypot(water.flowX, water.flowZ)).toBeGreaterThan(0.2)
    }
    expect(flowing).toBeGreaterThan(places.length * 0.7)
  })

  it('[WG-54] are carried by chunks at the height that the land says', () => {
    let compared = 0
    for (const { x, z } of places.slice(0, 25)) {
      const chunk = freshChunk(land, { x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS), level: 0 })
      expect(chunk.hasInlandWater).toBe(true)
      for (let n = 0; n < WATER_NODES * WATER_NODES; n++) {
        const stored = chunk.water[n * WATER_BYTES]! + 256 * chunk.water[n * WATER_BYTES + 1]!
        const i = (n % WATER_NODES) * 2
        const j = Math.floor(n / WATER_NODES) * 2
        const spacing = CHUNK_METERS / CHUNK_QUADS
        const water = land.waterAt((chunk.coordinate.x * CHUNK_QUADS + i) * spacing, (chunk.coordinate.z * CHUNK_QUADS + j) * spacing)
        if (water?.kind === 'sea') {
          // Under the sea, where a river has come down to it.
          expect((stored - 32768) / 100).toBeLessThan(water.depth)
          continue
        }
        if (water === null) {
          // Dry ground: no water, or a surface that runs under it.
          expect(stored === 0 || stored <= 32768 + 1).toBe(true)
          continue
        }
        compared++
        expect((stored - 32768) / 100).toBeCloseTo(water.depth, 1)
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  it('[WG-12] keep plants out of the water', () => {
    let standing = 0
    for (const { x, z } of places.slice(0, 25)) {
      for (const plant of plantsOf(land, { x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS), level: 0 })) {
        standing++
        expect(land.waterLevelAt(plant.x, plant.z)).toBe(-Infinity)
      }
    }
    expect(standing).toBeGreaterThan(100)
  })

  it('[WG-55] draw people to them and never into them', () => {
    const villages = land.findSettlements(0, 0, 12_000)
    let riverside = 0
    for (const village of villages) {
      for (const building of village.buildings) expect(land.waterLevelAt(building.x, building.z)).toBe(-Infinity)
      for (const lane of village.lanes) for (let i = 0; i < lane.points.length; i += 2) expect(land.waterLevelAt(lane.points[i]!, lane.points[i + 1]!)).toBe(-Infinity)
      const ring = Array.from({ length: 400 }, (_, i) => ({ x: village.x + ((i % 20) - 10) * 45, z: village.z + (Math.floor(i / 20) - 10) * 45 }))
      if (ring.some(({ x, z }) => land.waterAt(x, z) !== null)) riverside++
    }
    expect(villages.length).toBeGreaterThan(10)
    expect(riverside).toBeGreaterThan(villages.length / 3)
  })
})
