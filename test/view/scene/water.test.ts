/** Water as the view reads it from chunks. */
import { describe, expect, it } from 'vitest'
import { CHUNK_QUADS, WATER_BYTES, WATER_NODES } from '#worldgen/chunk.ts'
import { readWater } from '#view/scene/water/inland-water.ts'

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
})
