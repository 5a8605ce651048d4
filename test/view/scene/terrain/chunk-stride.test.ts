/** With how many of its vertices a chunk is drawn. */
import { describe, expect, it } from 'vitest'
import { strideOf } from '#view/scene/terrain/chunk-stride.ts'

const at = (level: number, { off = 9, ...change }: { parentSlot?: number; edges?: number; /** Geometric error, metres. */ off?: number } = {}) => ({ coordinate: { x: 3, z: -2, level }, parentSlot: 7, edges: 0, chunk: { geometricError: off }, ...change })

describe('the stride of a chunk', () => {
  it('[ST-67] skips what adds nothing to the shape of the parent, and nothing nearer by', () => {
    expect(strideOf(at(0), 0, 96, false)).toBe(1)
    expect(strideOf(at(0), 94, 96, false)).toBe(1)
    expect(strideOf(at(0), 94.1, 96, false)).toBe(2)
    expect(strideOf(at(3), 800, 768, false)).toBe(2)
  })

  it('[ST-67] keeps the shape on which a finer neighbour leans, and that of who has no parent', () => {
    for (const side of [0, 1, 2, 3]) {
      expect(strideOf(at(1, { edges: 2 << (2 * side) }), 1_000, 192, false)).toBe(1)
      expect(strideOf(at(1, { edges: 1 << (2 * side) }), 1_000, 192, false)).toBe(2)
    }
    expect(strideOf(at(6, { parentSlot: -1 }), 9_000, 6_144, false)).toBe(1)
  })

  it('[ST-67] [ST-32] where shading is plain the parent itself is drawn with every second vertex: that is every fourth', () => {
    expect(strideOf(at(0), 20, 96, true)).toBe(1)
    expect(strideOf(at(0), 95, 96, true)).toBe(4)
    expect(strideOf(at(2), 20, 384, true)).toBe(2)
    expect(strideOf(at(2), 380, 384, true)).toBe(4)
    expect(strideOf(at(2, { edges: 2 }), 380, 384, true)).toBe(2)
  })

  it('[ST-72] skips what lies so even that nobody would see it gone, and never underfoot', () => {
    expect(strideOf(at(0, { off: 0.02 }), 0, 96, false)).toBe(1)
    expect(strideOf(at(0, { off: 0.02 }), 30, 96, false)).toBe(1)
    expect(strideOf(at(0, { off: 0.02 }), 40, 96, false)).toBe(2)
    expect(strideOf(at(0, { off: 0.02 }), 10, 96, true)).toBe(1)
    expect(strideOf(at(0, { off: 0.02 }), 20, 96, true)).toBe(2)
    expect(strideOf(at(0, { off: 0.02 }), 70, 96, true)).toBe(4)
    expect(strideOf(at(3, { off: 0.2 }), 500, 768, true)).toBe(2)
    expect(strideOf(at(3, { off: 0.1, parentSlot: -1 }), 500, 768, true)).toBe(4)
    // a finer neighbour leans on each of its vertices
    expect(strideOf(at(3, { off: 0.1, edges: 2 }), 500, 768, true)).toBe(2)
    expect(strideOf(at(3, { off: 0.1, edges: 2 }), 500, 768, false)).toBe(1)
  })
})
