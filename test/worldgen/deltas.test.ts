/** Deltas: arms that part from a river and run downhill to the sea between low marshy islands, the same from every side. */
import { createScatteredShape } from '#worldgen/broad-shape.ts'
import { CHUNK_METERS, CHUNK_QUADS } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { createHeightField, createRelief } from '#worldgen/height.ts'
import { boxOfFan, type Fan } from '#worldgen/hydrology/delta.ts'
import { MACRO_METERS } from '#worldgen/hydrology/macro-nodes.ts'
import { type RiverCourse } from '#worldgen/hydrology/river-course.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { createWaterIndex } from '#worldgen/hydrology/water-index.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { freshChunk, plantsOf } from './chunk-scan.ts'

const cellAt = (meters: number): number => Math.floor(meters / MACRO_METERS)

/** The deltas within some cells of a place: each with its courses, that of the river first. */
function deltasAbout(seed: string, x: number, z: number, ring: number): { land: ReturnType<typeof createLand>; fan: Fan; courses: RiverCourse[] }[] {
  const land = createLand(seed)
  const { waters } = fieldsOf(land)
  const cells = Array.from({ length: (2 * ring + 1) ** 2 }, (_, n) => waters.cellOf(cellAt(x) + (n % (2 * ring + 1)) - ring, cellAt(z) + Math.floor(n / (2 * ring + 1)) - ring))
  const fans = new Set(cells.flatMap(({ fans: found }) => found))
  return [...fans].map((fan) => {
    const all = [...new Set(cells.flatMap(({ courses }) => courses))]
    const { from } = all.find(({ segments, to }) => to.elevation <= 0 && placesOf(segments).some((place) => Math.hypot(place.x - fan.x, place.z - fan.z) < 1e-6))!
    return { land, fan, courses: all.filter((course) => course.from === from) }
  })
}

/** The beginnings of the segments of a course, and its end. */
function placesOf(segments: Float64Array): { x: number; z: number; level: number; half: number }[] {
  const found = Array.from({ length: segments.length / SEGMENT_STRIDE }, (_, n) => ({ x: segments[n * SEGMENT_STRIDE]!, z: segments[n * SEGMENT_STRIDE + 1]!, level: segments[n * SEGMENT_STRIDE + SEGMENT.level]!, half: segments[n * SEGMENT_STRIDE + SEGMENT.half]! }))
  const s = segments.length - SEGMENT_STRIDE
  return [...found, { x: segments[s]! + segments[s + SEGMENT.dx]!, z: segments[s + 1]! + segments[s + SEGMENT.dz]!, level: segments[s + SEGMENT.level]! + segments[s + SEGMENT.fall]!, half: segments[s + SEGMENT.half]! + segments[s + SEGMENT.widening]! }]
}

function alongFan({ x, z, axisX, axisZ }: Fan, place: { x: number; z: number }): number {
  return (place.x - x) * axisX + (place.z - z) * axisZ
}

const deltas = [deltasAbout('blue-otter', 1871, 13_396, 2), deltasAbout('silver-wolf', -2518, 251, 2), deltasAbout('a', -4495, 12_108, 2), deltasAbout('first-light', 8668, 6191, 2)].flat()

describe('deltas', () => {
  it('[WATER-22] part a river into two to four arms, each leaving another at its height and running downhill to the sea', () => {
    expect(deltas.length).toBeGreaterThan(4)
    for (const { land, fan, courses } of deltas) {
      expect(courses.length).toBeGreaterThanOrEqual(2)
      expect(courses.length).toBeLessThanOrEqual(4)
      const [river, ...others] = courses.map(({ segments }) => placesOf(segments))
      for (const arm of [river!, ...others]) {
        for (let n = 1; n < arm.length; n++) {
          expect(arm[n]!.level).toBeLessThanOrEqual(arm[n - 1]!.level + 1e-9)
          expect(arm[n]!.half).toBeGreaterThanOrEqual(arm[n - 1]!.half - 1e-9)
        }
        const end = arm.at(-1)!
        expect(end.level).toBe(0)
        expect(land.waterAt(end.x, end.z)).toMatchObject({ kind: 'sea', level: 0 })
      }
      for (const [first] of others) {
        const parent = courses.filter(({ segments }) => segments[0] !== first!.x).flatMap(({ segments }) => placesOf(segments))
        const beside = parent.toSorted((a, b) => Math.hypot(a.x - first!.x, a.z - first!.z) - Math.hypot(b.x - first!.x, b.z - first!.z))[0]!
        expect(Math.hypot(beside.x - first!.x, beside.z - first!.z)).toBeLessThan(16)
        expect(Math.abs(beside.level - first!.level)).toBeLessThan(0.3)
      }
      expect(fan.level).toBeLessThan(2.5)
    }
  })

  it('[WATER-23] have arms that are wet from bank to bank and can be waded', () => {
    let looked = 0
    for (const { land, fan, courses } of deltas) {
      for (const { segments } of courses) {
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          const along = alongFan(fan, { x: segments[s]!, z: segments[s + 1]! })
          if (along < 0 || along > fan.coast) continue
          const length = Math.hypot(segments[s + SEGMENT.dx]!, segments[s + SEGMENT.dz]!)
          for (const side of [-0.8, 0, 0.8]) {
            const across = (segments[s + SEGMENT.half]! * side) / length
            const water = land.waterAt(segments[s]! - segments[s + SEGMENT.dz]! * across, segments[s + 1]! + segments[s + SEGMENT.dx]! * across)
            expect(water).not.toBeNull()
            expect(water!.depth).toBeLessThan(1.5)
            looked++
          }
        }
      }
    }
    expect(looked).toBeGreaterThan(300)
  })

  it('[WATER-23] keep low marshy islands between their arms, with reeds and trees on dry ground', () => {
    for (const { land, fan, courses } of deltas) {
      let dry = 0
      let all = 0
      for (let row = 0.3; row < 0.95; row += 0.08) {
        const ends = courses.map(({ segments }) => placesOf(segments).toSorted((a, b) => Math.abs(alongFan(fan, a) - row * fan.coast) - Math.abs(alongFan(fan, b) - row * fan.coast))[0]!)
        const sorted = ends.toSorted((a, b) => (a.z - b.z) * fan.axisX - (a.x - b.x) * fan.axisZ)
        for (let n = 1; n < sorted.length; n++) {
          const [a, b] = [sorted[n - 1]!, sorted[n]!]
          if (Math.hypot(a.x - b.x, a.z - b.z) < 40) continue
          const [x, z] = [(a.x + b.x) / 2, (a.z + b.z) / 2]
          all++
          expect(land.heightAt(x, z)).toBeLessThan(4)
          if (land.waterAt(x, z) !== null) continue
          dry++
          expect(['sea', 'shore']).not.toContain(land.biomeAt(x, z))
        }
      }
      expect(dry / all).toBeGreaterThan(0.6)
      let reeds = 0
      for (let n = 0; n < 9; n++) {
        const [x, z] = [fan.x + fan.axisX * fan.coast * 0.7, fan.z + fan.axisZ * fan.coast * 0.7]
        for (const plant of plantsOf(land, { x: Math.floor(x / CHUNK_METERS) + (n % 3) - 1, z: Math.floor(z / CHUNK_METERS) + Math.floor(n / 3) - 1, level: 0 })) {
          expect(land.waterLevelAt(plant.x, plant.z)).toBe(-Infinity)
          if (SPECIES[plant.species] === 'reed') reeds++
        }
      }
      expect(reeds).toBeGreaterThan(20)
    }
  })

  it('[WATER-24] are the same from every side, in any order and at every level', () => {
    const [{ land, fan, courses }] = deltas as [(typeof deltas)[number]]
    const { seedWord } = land
    const forgetful = createWaterIndex(seedWord, createHeightField(createRelief(seedWord), createScatteredShape(seedWord)), 2)
    const { waters } = fieldsOf(land)
    const box = boxOfFan(fan)
    for (let cellZ = cellAt(box.south); cellZ >= cellAt(box.north); cellZ--) {
      for (let cellX = cellAt(box.east); cellX >= cellAt(box.west); cellX--) {
        const [again, known] = [forgetful.cellOf(cellX, cellZ), waters.cellOf(cellX, cellZ)]
        expect(again.fans).toEqual(known.fans)
        expect(known.fans).toContain(fan)
        expect(again.courses.map(({ segments }) => [...segments])).toEqual(known.courses.map(({ segments }) => [...segments]))
      }
    }
    // Nothing of it lies farther from the nodes of its river than cells look.
    for (const { from, to } of courses.slice(0, 1)) {
      for (const { west, east, north, south } of [box, ...courses]) {
        expect(west).toBeGreaterThan(Math.min(from.x, to.x) - MACRO_METERS)
        expect(east).toBeLessThan(Math.max(from.x, to.x) + MACRO_METERS)
        expect(north).toBeGreaterThan(Math.min(from.z, to.z) - MACRO_METERS)
        expect(south).toBeLessThan(Math.max(from.z, to.z) + MACRO_METERS)
      }
    }
    const other = createLand('blue-otter')
    for (const level of [3, 1, 0]) {
      const width = CHUNK_METERS * 2 ** level
      const coordinate = { x: Math.floor((fan.x + fan.axisX * 80) / width), z: Math.floor((fan.z + fan.axisZ * 80) / width), level }
      const { heights } = freshChunk(other, coordinate)
      const side = CHUNK_QUADS + 3
      for (let n = 0; n < 81; n++) {
        const [i, j] = [(n % 9) * 4, Math.floor(n / 9) * 4]
        expect(heights[(j + 1) * side + i + 1]).toBe(Math.fround(land.heightAt((coordinate.x * CHUNK_QUADS + i) * (width / CHUNK_QUADS), (coordinate.z * CHUNK_QUADS + j) * (width / CHUNK_QUADS))))
      }
    }
  })

  it('[WATER-25] leave settlements and landmarks where they stand, and carry roads over their arms', () => {
    let crossings = 0
    const crossed = deltasAbout('percipi', 10_850, 4300, 3)
    expect(crossed.length).toBeGreaterThan(0)
    for (const { land, fan, courses } of [...deltas, ...crossed]) {
      const inFan = (x: number, z: number): boolean => Math.hypot(x - fan.x, z - fan.z) < fan.reach && alongFan(fan, { x, z }) > 0 && Math.abs((z - fan.z) * fan.axisX - (x - fan.x) * fan.axisZ) < alongFan(fan, { x, z }) * fan.spread
      for (const { x, z } of [...land.findSettlements(fan.x, fan.z, 1200), ...land.findLandmarks(fan.x, fan.z, 600)]) expect(inFan(x, z)).toBe(false)
      for (const road of land.roadsNear(fan.x, fan.z, 500)) {
        for (let i = 0; i + 1 < road.levels.length; i++) {
          for (const { segments } of courses) {
            for (const place of placesOf(segments)) {
              const [dx, dz] = [road.points[i * 2 + 2]! - road.points[i * 2]!, road.points[i * 2 + 3]! - road.points[i * 2 + 1]!]
              const t = Math.max(0, Math.min(1, ((place.x - road.points[i * 2]!) * dx + (place.z - road.points[i * 2 + 1]!) * dz) / (dx * dx + dz * dz + 1e-9)))
              if (Math.hypot(road.points[i * 2]! + dx * t - place.x, road.points[i * 2 + 1]! + dz * t - place.z) > place.half * 0.7) continue
              crossings++
              expect(road.crossings.some((crossing) => Math.hypot(crossing.x - place.x, crossing.z - place.z) < crossing.span)).toBe(true)
            }
          }
        }
      }
    }
    expect(crossings).toBeGreaterThan(0)
  })

  it('[WATER-26] lie only where land and sea floor are flat and nothing else runs: other mouths stay one river', () => {
    const land = createLand('blue-otter')
    const { waters, wild, samples, heights } = fieldsOf(land)
    let parted = 0
    let whole = 0
    for (let n = 0; n < 40 * 40; n++) {
      const cell = { x: cellAt(1871) + (n % 40) - 20, z: cellAt(7000) + Math.floor(n / 40) - 20 }
      const { courses, fans } = waters.cellOf(cell.x, cell.z)
      for (const fan of fans) {
        parted++
        for (const along of [0.3, 0.6, 1]) {
          samples.x[0] = fan.x + fan.axisX * fan.coast * along
          samples.z[0] = fan.z + fan.axisZ * fan.coast * along
          samples.count = 1
          wild.fill(samples, heights)
          expect(Math.abs(heights[0]!)).toBeLessThan(10)
        }
      }
      for (const { from, to } of courses) if (to.elevation <= 0 && from.cellX === cell.x && from.cellZ === cell.z && courses.filter((course) => course.from === from).length === 1) whole++
    }
    expect(parted).toBeGreaterThan(3)
    expect(whole).toBeGreaterThan(20)
  })
})
