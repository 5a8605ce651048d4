/** Water as the view reads it from chunks. */
import { describe, expect, it } from 'vitest'
import { CHUNK_QUADS, WATER_BYTES, WATER_NODES } from '#worldgen/chunk.ts'
import { createRapidGeometry } from '#view/scene/water/rapid-geometry.ts'
import { findWetBlocks, readWater } from '#view/scene/water/inland-water.ts'

describe('inland water', () => {
  it('[WATER-1] hangs at the height that a record tells above the ground of its vertex, with its flow; no record is dry', () => {
    const side = CHUNK_QUADS + 3
    const heights = Float32Array.from({ length: side * side }, (_, i) => i / 10)
    const water = new Uint8Array(WATER_NODES * WATER_NODES * WATER_BYTES)
    const node = 3 * WATER_NODES + 5
    const record = 32_768 + 140
    water.set([record & 255, record >> 8, 128 + 32, 128 - 16], node * WATER_BYTES)
    const out = new Float32Array(WATER_NODES * WATER_NODES * 4)
    readWater(water, heights, out)
    const ground = heights[7 * side + 11]!
    const read = out.subarray(node * 4, node * 4 + 4)
    expect(read[0]! - ground).toBeCloseTo(1.4, 4)
    expect([read[1]!, read[2], read[3]].map((value) => Math.round(value! * 100) / 100)).toEqual([1.4, 2, -1])
    expect(out[1]!).toBeLessThan(-1000)
  })

  it('[WATER-3] finds the blocks in which a triangle may be wet, and no other', () => {
    const dry = Float32Array.from({ length: WATER_NODES * WATER_NODES * 4 }, (_, i) => (i % 4 === 1 ? -2000 : 0))
    expect(findWetBlocks(dry)).toBe(0)
    const wet = dry.slice()
    const pour = (i: number, j: number, level = 5): void => wet.set([level, 1], (j * WATER_NODES + i) * 4)
    pour(8, 3)
    pour(9, 3)
    expect(findWetBlocks(wet)).toBe(0)
    // the third corner of a triangle between rows 3 and 4: in the first row of blocks, the third of it
    pour(8, 4)
    expect(findWetBlocks(wet)).toBe(1 << 2)
    pour(16, 15)
    pour(15, 16)
    pour(16, 16)
    expect(findWetBlocks(wet)).toBe((1 << 2) | (1 << 15))
    // what lies under the sea is not drawn
    for (const [i, j] of [[0, 15], [0, 16], [1, 15], [1, 16]] as const) pour(i, j, -0.1)
    expect(findWetBlocks(wet)).toBe((1 << 2) | (1 << 15))
  })
})

it('[WATER-2] lets a cascade bend down over its bed in steps, never up by more than water swells before a step, with spray at every foot', () => {
  const line = [[991, -212, 50, 2.4, 1, 1, 0], [1000, -200, 50, 2.4, 1, 4, 1], [1009, -188, 44, 2.4, 1, 1, 0], [1018, -176, 44, 2.4, 1, 1, 0]]
  const { surface, spray } = createRapidGeometry([{ points: Float64Array.from(line.flat()) }], { x: 1000, y: 50, z: -200 })
  const position = surface.getAttribute('position')
  const fall = surface.getAttribute('aFall')
  const middle: { along: number; y: number; white: number }[] = []
  for (let i = 0; i < position.count; i++) {
    const along = (position.getX(i) * 9 + position.getZ(i) * 12) / 15
    const across = (position.getZ(i) * 9 - position.getX(i) * 12) / 15
    expect(Math.abs(across)).toBeLessThan(2.4 + 2)
    if (Math.abs(fall.getX(i)) < 0.01) middle.push({ along, y: position.getY(i), white: fall.getZ(i) })
  }
  for (let i = 1; i < middle.length; i++) expect(middle[i]!.y).toBeLessThanOrEqual(middle[i - 1]!.y + 0.5)
  expect(middle[0]!.y).toBeCloseTo(0, 1)
  expect(middle.at(-1)!.y).toBeCloseTo(-6, 1)
  // White where it falls, calm above.
  expect(Math.min(...middle.filter(({ along }) => along > 1 && along < 14).map(({ white }) => white))).toBeGreaterThan(0.2)
  expect(Math.max(...middle.filter(({ along }) => along < -1).map(({ white }) => white))).toBe(0)
  // Four steps of a metre and a half.
  expect(spray.getAttribute('position').count).toBe(4 * 4 * Math.round(2 * 2.4 * 0.6))
})
