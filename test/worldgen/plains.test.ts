/** Plains: where rivers hardly fall their valleys are wide and lie little higher than the water; gorges are left to what falls. */
import { createScatteredShape } from '#worldgen/broad-shape.ts'
import { createHeightField, createRelief } from '#worldgen/height.ts'
import { createCarver } from '#worldgen/hydrology/carve.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { createWaterIndex } from '#worldgen/hydrology/water-index.ts'
import { BLOCK_SIZE } from '#worldgen/noise/octave.ts'
import { seedWordOf } from '#worldgen/parameters.ts'
import { describe, expect, it } from 'vitest'

const CELLS = 10
const ASIDE_METERS = 20
const FLAT = 0.003
const STEEP = 0.05

/** Reaches of rivers on land: how steep they are, how much of a plain, and how high the ground stands over them at so many metres from either bank. */
const reaches = ['silver-wolf', 'homes', 'blue-otter'].flatMap((seed) => {
  const seedWord = seedWordOf(seed)
  const wild = createHeightField(createRelief(seedWord), createScatteredShape(seedWord))
  const waters = createWaterIndex(seedWord, createHeightField(createRelief(seedWord), createScatteredShape(seedWord)), 2000)
  const carver = createCarver(waters, 64)
  const samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 2 }
  const heights = new Float64Array(BLOCK_SIZE)
  const found: { slope: number; plain: number; banks: number[] }[] = []
  for (let n = 0; n < 4 * CELLS * CELLS; n++) {
    const [cellX, cellZ] = [(n % (2 * CELLS)) - CELLS, Math.floor(n / (2 * CELLS)) - CELLS]
    for (const { segments, from } of waters.cellOf(cellX, cellZ).courses) {
      if (from.cellX !== cellX || from.cellZ !== cellZ) continue
      for (let at = 0; at < segments.length; at += SEGMENT_STRIDE) {
        const length = Math.hypot(segments[at + SEGMENT.dx]!, segments[at + SEGMENT.dz]!)
        if (segments[at + SEGMENT.levee]! < 0 || segments[at + SEGMENT.level]! < 0.3 || length < 1) continue
        const level = segments[at + SEGMENT.level]! + segments[at + SEGMENT.fall]! / 2
        const aside = (segments[at + SEGMENT.half]! + ASIDE_METERS) / length
        for (const [k, side] of [-aside, aside].entries()) {
          samples.x[k] = segments[at]! + segments[at + SEGMENT.dx]! / 2 - segments[at + SEGMENT.dz]! * side
          samples.z[k] = segments[at + 1]! + segments[at + SEGMENT.dz]! / 2 + segments[at + SEGMENT.dx]! * side
        }
        wild.fill(samples, heights)
        carver.carve(samples, heights, null)
        found.push({ slope: -segments[at + SEGMENT.fall]! / length, plain: segments[at + SEGMENT.plain]!, banks: [heights[0]! - level, heights[1]! - level] })
      }
    }
  }
  return found
})
const flat = reaches.filter(({ slope }) => slope < FLAT)

describe('valleys of rivers', () => {
  it('[WATER-48] lie low beside reaches that hardly fall: little of the ground near their banks stands more than six metres over the water', () => {
    const banks = flat.flatMap((reach) => reach.banks)
    expect(banks.length).toBeGreaterThan(2000)
    expect(banks.filter((above) => above > 6).length / banks.length).toBeLessThan(0.2)
    expect(banks.filter((above) => above > 11).length / banks.length).toBeLessThan(0.1)
  })

  it('[WATER-49] are wide only where rivers hardly fall: steep reaches keep their gorges', () => {
    const steep = reaches.filter(({ slope }) => slope > STEEP)
    expect(steep.length).toBeGreaterThan(200)
    expect(steep.reduce((sum, { plain }) => sum + plain, 0) / steep.length).toBeLessThan(0.1)
    expect(flat.reduce((sum, { plain }) => sum + plain, 0) / flat.length).toBeGreaterThan(0.3)
  })
})
