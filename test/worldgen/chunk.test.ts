/** Chunks: the same bits always, agreeing with their neighbours, their parents and the height function. */
import { buildChunk, buildSurface } from '#worldgen/build-chunk.ts'
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { CHUNK_METERS, CHUNK_QUADS } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkPrint, freshChunk } from './chunk-scan.ts'

const SIDE = CHUNK_QUADS + 3
const land = createLand('chunks')
const place = fc.record({ x: fc.integer({ min: -200, max: 200 }), z: fc.integer({ min: -200, max: 200 }), level: fc.integer({ min: 0, max: 8 }) })

describe('bits', () => {
  it('[WG-1] are equal in a fresh land, in reverse order and in a used buffer', () => {
    const coordinates = [0, 1, 2, 4, 8].flatMap((level) => [0, 1, 2].map((i) => ({ x: i * 3 - 4, z: 2 - i * 5, level })))
    const first = coordinates.map((coordinate) => chunkPrint(freshChunk(land, coordinate)))
    const other = createLand('chunks')
    const buffer = new ArrayBuffer(CHUNK_BYTES)
    const second = [...coordinates].reverse().map((coordinate) => chunkPrint(buildChunk(other, coordinate, buffer)))
    expect(second.reverse()).toEqual(first)
    expect(new Set(first).size).toBe(first.length)
  })

  it('[WG-1] heightAt says the same whatever was asked before', () => {
    const asked = Array.from({ length: 40 }, (_, i) => [i * 137.3 - 2000, i * 71.9 - 900] as const)
    const there = asked.map(([x, z]) => land.heightAt(x, z))
    const other = createLand('chunks')
    other.startPlace()
    expect([...asked].reverse().map(([x, z]) => other.heightAt(x, z)).reverse()).toEqual(there)
  })

  it('[WG-84] of a place at the edge of a tile or cell are the same alone and in a row', () => {
    const fields = fieldsOf(land)
    const { x: startX, z: startZ } = land.startPlace()
    let different = 0
    let compared = 0
    for (const side of [64, 256, 320, 1600]) {
      for (let n = -3; n <= 3; n++) {
        const edge = (Math.floor(startX / side) + n) * side
        // The numbers next to the edge on both sides, where a division might round up to it.
        const xs = [-1.5, -1, -0.5].map((beyond) => edge + beyond).concat(edge - Math.abs(edge) * 2 ** -53, edge, edge + Math.abs(edge) * 2 ** -52, edge + 0.5, edge + 1, edge + 40)
        const samples = { x: Float64Array.from(xs), z: new Float64Array(xs.length).fill(startZ + n * 37), count: xs.length }
        const heights = new Float64Array(xs.length)
        fields.fillHeights(samples, heights)
        xs.forEach((x, k) => {
          compared++
          if (!Object.is(land.heightAt(x, samples.z[k]!), heights[k])) different++
        })
      }
    }
    expect(different).toBe(0)
    expect(compared).toBe(252)
  })

  it('[WG-2] differ between seeds, and every string is one', () => {
    const prints = ['', 'a', 'b', 'A', '12', 'ß漢字🙂', ' '].map((seed) => chunkPrint(freshChunk(createLand(seed), { x: 0, z: 0, level: 3 })))
    expect(new Set(prints).size).toBe(prints.length)
  })
})

describe('shared vertices', () => {
  it('[WG-3] are bit-equal between neighbours', () => {
    fc.assert(
      fc.property(place, ({ x, z, level }) => {
        const a = freshChunk(land, { x, z, level }).heights
        const east = freshChunk(land, { x: x + 1, z, level }).heights
        const south = freshChunk(land, { x, z: z + 1, level }).heights
        for (let k = 0; k < SIDE; k++) {
          for (let border = 0; border < 3; border++) {
            expect(a[k * SIDE + CHUNK_QUADS + border]).toBe(east[k * SIDE + border])
            expect(a[(CHUNK_QUADS + border) * SIDE + k]).toBe(south[border * SIDE + k])
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  it('[WG-3] are bit-equal between a chunk and its parent', () => {
    fc.assert(
      fc.property(place, ({ x, z, level }) => {
        const child = freshChunk(land, { x, z, level }).heights
        const parent = freshChunk(land, { x: Math.floor(x / 2), z: Math.floor(z / 2), level: level + 1 }).heights
        const offsetX = (x & 1) * (CHUNK_QUADS / 2)
        const offsetZ = (z & 1) * (CHUNK_QUADS / 2)
        for (let j = 0; j <= CHUNK_QUADS; j += 2) {
          for (let i = 0; i <= CHUNK_QUADS; i += 2) {
            expect(child[(j + 1) * SIDE + i + 1]).toBe(parent[(j / 2 + offsetZ + 1) * SIDE + i / 2 + offsetX + 1])
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('[WG-4] have the height that heightAt says', () => {
    fc.assert(
      fc.property(place, fc.nat({ max: SIDE - 1 }), fc.nat({ max: SIDE - 1 }), ({ x, z, level }, i, j) => {
        const { heights } = freshChunk(land, { x, z, level })
        const spacing = (CHUNK_METERS / CHUNK_QUADS) * 2 ** level
        expect(heights[j * SIDE + i]).toBe(Math.fround(land.heightAt((x * CHUNK_QUADS + i - 1) * spacing, (z * CHUNK_QUADS + j - 1) * spacing)))
      }),
      { numRuns: 40 },
    )
  })

  it('[WG-4] hold for a village and for 65 vertices a side', () => {
    const { x, z } = land.startPlace()
    const village = land.findSettlements(x, z, 300)[0]!
    const quads = 64
    const out = { heights: new Float32Array(67 * 67), normals: new Uint8Array(65 * 65 * 2), ground: new Uint8Array(65 * 65 * 4) }
    const lattice = { firstX: Math.floor(village.x) - 32, firstZ: Math.floor(village.z) - 32, spacing: 1, quads }
    buildSurface(land, lattice, out)
    for (let k = 0; k < 67 * 67; k += 13) {
      expect(out.heights[k]).toBe(Math.fround(land.heightAt(lattice.firstX + (k % 67) - 1, lattice.firstZ + Math.floor(k / 67) - 1)))
    }
  })
})

describe('what a chunk knows of itself', () => {
  it('[WG-13] lowest, highest and water are those of its heights', () => {
    fc.assert(
      fc.property(place, (coordinate) => {
        const chunk = freshChunk(land, coordinate)
        expect(chunk.lowest).toBe(Math.min(...chunk.heights))
        expect(chunk.highest).toBe(Math.max(...chunk.heights))
        expect(chunk.hasWater).toBe(chunk.lowest < 0)
        expect(chunk.coordinate).toEqual(coordinate)
      }),
      { numRuns: 20 },
    )
  })

  it('[WG-13] strays from its parent no farther than it says', () => {
    fc.assert(
      fc.property(place, fc.nat({ max: 15 }), fc.nat({ max: 15 }), ({ x, z, level }, i, j) => {
        const chunk = freshChunk(land, { x, z, level })
        const at = (a: number, b: number): number => chunk.heights[(b + 1) * SIDE + a + 1]!
        const middle = at(2 * i + 1, 2 * j + 1)
        const diagonals = [(at(2 * i, 2 * j) + at(2 * i + 2, 2 * j + 2)) / 2, (at(2 * i + 2, 2 * j) + at(2 * i, 2 * j + 2)) / 2]
        for (const parent of diagonals) expect(Math.abs(middle - parent)).toBeLessThanOrEqual(chunk.geometricError + 1e-4)
        expect(Math.abs(at(2 * i + 1, 2 * j) - (at(2 * i, 2 * j) + at(2 * i + 2, 2 * j)) / 2)).toBeLessThanOrEqual(chunk.geometricError + 1e-4)
      }),
      { numRuns: 30 },
    )
  })

  it('[WG-9] normals are unit vectors that point against the slope', () => {
    const chunk = freshChunk(land, { x: 5, z: -3, level: 2 })
    const spacing = 8
    for (let j = 0; j <= CHUNK_QUADS; j += 4) {
      for (let i = 0; i <= CHUNK_QUADS; i += 4) {
        const at = (j + 1) * SIDE + i + 1
        const rise = (chunk.heights[at + 1]! - chunk.heights[at - 1]!) / (2 * spacing)
        const riseZ = (chunk.heights[at + SIDE]! - chunk.heights[at - SIDE]!) / (2 * spacing)
        const nx = (chunk.normals[(j * (CHUNK_QUADS + 1) + i) * 2]! - 127) / 127
        expect(Math.abs(nx + rise / Math.sqrt(rise * rise + riseZ * riseZ + 1))).toBeLessThan(0.005)
      }
    }
  })

  it('[WG-14] records lie within it, sorted, and fit the buffer', () => {
    let most = 0
    for (let level = 0; level <= 5; level++) {
      for (let i = 0; i < 6; i++) {
        const chunk = freshChunk(land, { x: i * 7 - 20, z: i * 3 - 8, level })
        most = Math.max(most, chunk.scatterCount)
        expect(chunk.scatterCount * 8).toBeLessThanOrEqual(chunk.scatter.length)
        let last = 0
        for (let k = 0; k < chunk.scatterCount; k++) {
          expect(chunk.scatter[k * 8 + 4]).toBeGreaterThanOrEqual(last)
          last = chunk.scatter[k * 8 + 4]!
        }
      }
    }
    expect(most).toBeGreaterThan(40)
    const bytes = CHUNK_BYTES
    expect(bytes).toBeLessThanOrEqual(16_000)
  })
})
