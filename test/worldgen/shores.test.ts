/** Where inland water ends: under ground or under the sea, never in the air. */
import { BIOMES } from '#worldgen/biomes/index.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { CHUNK_METERS, CHUNK_QUADS, WATER_BYTES, WATER_NODES } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { MACRO_METERS } from '#worldgen/hydrology/macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { expect, it } from 'vitest'

const lands = ['blue-otter', 'silver-wolf'].map((seed) => createLand(seed))

it('[WATER-13] the surface that a chunk carries ends under ground or under the sea', () => {
  let ends = 0
  let bare = 0
  for (const land of lands) {
    const { waters } = fieldsOf(land)
    const start = land.startPlace()
    for (let n = 0; n < 225; n++) {
      const x = Math.floor(start.x / CHUNK_METERS) + (n % 15) * 9 - 63
      const z = Math.floor(start.z / CHUNK_METERS) + Math.floor(n / 15) * 9 - 63
      const { courses, lakes } = waters.cellOf(Math.floor((x * CHUNK_METERS) / MACRO_METERS), Math.floor((z * CHUNK_METERS) / MACRO_METERS))
      if (courses.length === 0 && lakes.length === 0) continue
      const { water, heights, hasInlandWater } = buildChunk(land, { x, z, level: 0 })
      if (!hasInlandWater) continue
      const recordOf = (i: number, j: number): number => water[(j * WATER_NODES + i) * WATER_BYTES]! + 256 * water[(j * WATER_NODES + i) * WATER_BYTES + 1]!
      for (let j = 0; j < WATER_NODES; j++) {
        for (let i = 0; i < WATER_NODES; i++) {
          const record = recordOf(i, j)
          const isEnd = [[1, 0], [-1, 0], [0, 1], [0, -1]].some(([di, dj]) => i + di! >= 0 && j + dj! >= 0 && i + di! < WATER_NODES && j + dj! < WATER_NODES && recordOf(i + di!, j + dj!) === 0)
          if (record === 0 || !isEnd) continue
          ends++
          const depth = (record - 32_768) / 100
          const level = heights[(2 * j + 1) * (CHUNK_QUADS + 3) + 2 * i + 1]! + depth
          // 5 cm: what the smooth rounding of banks leaves
          if (depth > 0.05 && level > 0.3) bare++
        }
      }
    }
  }
  expect(ends).toBeGreaterThan(300)
  // Two rivers side by side at unlike heights, shortly before they meet, are left.
  expect(bare).toBeLessThan(ends / 100)
})

it('[WATER-14] over the sea a river stands no higher than the sea', () => {
  let drowned = 0
  for (const land of lands) {
    const { waters, wild, samples, heights } = fieldsOf(land)
    const start = land.startPlace()
    for (let n = 0; n < 900; n++) {
      for (const { segments, to } of waters.cellOf(Math.floor(start.x / MACRO_METERS) + (n % 30) - 15, Math.floor(start.z / MACRO_METERS) + Math.floor(n / 30) - 15).courses) {
        if (to.elevation > 0) continue
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          const x = segments[s + SEGMENT.ax]! + segments[s + SEGMENT.dx]! / 2
          const z = segments[s + SEGMENT.az]! + segments[s + SEGMENT.dz]! / 2
          samples.x[0] = x
          samples.z[0] = z
          samples.count = 1
          wild.fill(samples, heights)
          // Not where the rim of a lake stands in the sea.
          if (heights[0]! > -1 || land.heightAt(x, z) > -1) continue
          // A lake may close off an inlet.
          const water = land.waterAt(x, z)
          if (water?.kind === 'lake') continue
          drowned++
          expect(water).toMatchObject({ kind: 'sea', level: 0 })
        }
      }
    }
  }
  expect(drowned).toBeGreaterThan(30)
})

/** How much bluer than red a soil is in linear light, as the shader of the land reads it. */
const bluer = (red: number, blue: number): number => (blue / 255) ** 2.2 - (red / 255) ** 2.2

it('[WATER-34] the arms of deltas are painted as water on lattices so wide that they are not drawn, and no soil is as blue as they', () => {
  let wet = 0
  let painted = 0
  for (const [seed, aboutX, aboutZ] of [['percipi', 10_706, 4224], ['percipi', 13_717, 2953], ['blue-otter', 1871, 7000]] as const) {
    const land = createLand(seed)
    for (const level of [3, 4]) {
      const size = CHUNK_METERS * 2 ** level
      for (let n = 0; n < 9; n++) {
        const coordinate = { x: Math.floor(aboutX / size) + (n % 3) - 1, z: Math.floor(aboutZ / size) + Math.floor(n / 3) - 1, level }
        const { ground } = buildChunk(land, coordinate)
        for (let k = 0; k < (CHUNK_QUADS + 1) * (CHUNK_QUADS + 1); k++) {
          const x = (coordinate.x * CHUNK_QUADS + (k % (CHUNK_QUADS + 1))) * (size / CHUNK_QUADS)
          const z = (coordinate.z * CHUNK_QUADS + Math.floor(k / (CHUNK_QUADS + 1))) * (size / CHUNK_QUADS)
          if (Math.hypot(x - aboutX, z - aboutZ) > 700) continue
          const water = land.waterAt(x, z)
          if (water?.kind !== 'river' || water.level < 0.1) continue
          wet++
          if (bluer(ground[k * 4]!, ground[k * 4 + 2]!) > 0.04) painted++
        }
      }
    }
  }
  expect(wet).toBeGreaterThan(80)
  expect(painted / wet).toBeGreaterThan(0.85)
  for (const { ground } of BIOMES) for (const soil of Object.values(ground)) expect(bluer(soil >> 16, soil & 255)).toBeLessThan(0.015)
})
