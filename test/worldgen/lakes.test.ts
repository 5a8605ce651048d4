/** Lakes lie in their ground: no high dam about them, nothing else running through them. */
import { createScatteredShape } from '#worldgen/broad-shape.ts'
import { SIXTEEN_WINDS } from '#worldgen/directions.ts'
import { createHeightField, createRelief } from '#worldgen/height.ts'
import { RIM_SHARE, type Lake, type MacroNode } from '#worldgen/hydrology/macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { createWaterIndex, type WaterIndex } from '#worldgen/hydrology/water-index.ts'
import { BLOCK_SIZE } from '#worldgen/noise/octave.ts'
import { seedWordOf } from '#worldgen/parameters.ts'
import { describe, expect, it } from 'vitest'

const CELLS = 12

/** Lakes of three seeds that water runs out of, each with its node, the waters it is of, and the lowest ground under its rim. */
const found = ['silver-wolf', 'homes', 'blue-otter'].flatMap((seed) => {
  const seedWord = seedWordOf(seed)
  const wild = createHeightField(createRelief(seedWord), createScatteredShape(seedWord))
  const waters = createWaterIndex(seedWord, createHeightField(createRelief(seedWord), createScatteredShape(seedWord)), 2000)
  const samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 16 }
  const heights = new Float64Array(BLOCK_SIZE)
  const lakes: { lake: Lake; node: MacroNode; waters: WaterIndex; rim: number }[] = []
  for (let n = 0; n < 4 * CELLS * CELLS; n++) {
    const node = waters.nodes.nodeOf((n % (2 * CELLS)) - CELLS, Math.floor(n / (2 * CELLS)) - CELLS)
    const lake = node.elevation > 0 ? waters.nodes.lakeOf(node) : null
    if (lake === null || waters.nodes.downstreamOf(node) === null) continue
    for (let k = 0; k < 16; k++) {
      samples.x[k] = lake.x + SIXTEEN_WINDS[k * 2]! * lake.radius * RIM_SHARE
      samples.z[k] = lake.z + SIXTEEN_WINDS[k * 2 + 1]! * lake.radius * RIM_SHARE
    }
    wild.fill(samples, heights)
    lakes.push({ lake, node, waters, rim: Math.min(...heights.subarray(0, 16)) })
  }
  return lakes
})

describe('lakes', () => {
  it('[WATER-45] stand at most three metres over the ground under their rims, and nowhere over the sea', () => {
    expect(found.length).toBeGreaterThan(15)
    for (const { lake, rim } of found) {
      expect(rim).toBeGreaterThan(lake.level - 3.01)
      expect(rim).toBeGreaterThan(0)
    }
  })

  it('[WATER-46] have no other node of the lattice within their shores', () => {
    for (const { lake, node, waters } of found) {
      for (let n = 0; n < 9; n++) {
        const other = waters.nodes.nodeOf(node.cellX + (n % 3) - 1, node.cellZ + Math.floor(n / 3) - 1)
        if (other !== node && other.elevation > 0) expect(Math.hypot(other.x - lake.x, other.z - lake.z)).toBeGreaterThan(lake.radius * RIM_SHARE)
      }
    }
  })

  it('[WATER-47] have rivers with banks up to open water: none is without them above lake and sea', () => {
    let bare = 0
    for (const { node, waters } of found) {
      for (const { segments, from, to } of waters.cellOf(node.cellX, node.cellZ).courses) {
        if (waters.nodes.lakeOf(from) !== null) continue
        for (let at = 0; at < segments.length; at += SEGMENT_STRIDE) {
          if (segments[at + SEGMENT.levee]! >= 0 || to.cellX !== node.cellX || to.cellZ !== node.cellZ) continue
          bare++
          expect(segments[at + SEGMENT.level]! + segments[at + SEGMENT.fall]!).toBeLessThan(waters.nodes.surfaceOf(node) + 0.05)
        }
      }
    }
    expect(bare).toBeGreaterThan(20)
  })
})
