/** Mouths of rivers: funnels in flat land. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { expect, it } from 'vitest'

const land = createLand('blue-otter')
const { waters } = fieldsOf(land)
const cellOf = (meters: number): number => Math.floor(meters / 512)
const courses = Array.from({ length: 24 * 24 }, (_, n) => waters.cellOf(cellOf(-4700) + (n % 24) - 12, cellOf(5000) + Math.floor(n / 24) - 12).courses).flat()
const mouths = [...new Set(courses)].filter(({ to }) => waters.nodes.downstreamOf(to) === null && to.elevation <= 0)

it('[WATER-12] widen towards the sea in flat land, never narrow, and stay wet from bank to bank', () => {
  let wide = 0
  for (const { segments } of mouths) {
    const at = (s: number, field: number): number => segments[s + field]!
    for (let s = SEGMENT_STRIDE; s < segments.length; s += SEGMENT_STRIDE) expect(at(s, SEGMENT.half)).toBeGreaterThanOrEqual(at(s - SEGMENT_STRIDE, SEGMENT.half))
    const last = segments.length - SEGMENT_STRIDE
    if (at(last, SEGMENT.half) < 3 * at(0, SEGMENT.half)) continue
    wide++
    for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
      if (at(s, SEGMENT.level) > 4) continue
      const half = at(s, SEGMENT.half) * 0.8
      const length = Math.hypot(at(s, SEGMENT.dx), at(s, SEGMENT.dz))
      for (const side of [-1, 0, 1]) expect(land.waterAt(at(s, 0) - (at(s, SEGMENT.dz) / length) * half * side, at(s, 1) + (at(s, SEGMENT.dx) / length) * half * side)).not.toBeNull()
    }
  }
  expect(wide).toBeGreaterThan(4)
  expect(wide).toBeLessThan(mouths.length)
})

it('[WATER-39] lie where a river comes to an inlet of the sea, not at the node beyond it', () => {
  for (const [cellX, cellZ] of [[-12, -11], [-12, -8], [-4, 3], [15, 13], [-15, 16]] as const) {
    const { to, segments } = waters.cellOf(cellX, cellZ).courses.find(({ from }) => from.cellX === cellX && from.cellZ === cellZ)!
    expect(waters.nodes.surfaceOf(to)).toBeGreaterThan(0.2)
    const last = segments.length - SEGMENT_STRIDE
    const [x, z] = [segments[last]! + segments[last + SEGMENT.dx]!, segments[last + 1]! + segments[last + SEGMENT.dz]!]
    expect(Math.hypot(x - to.x, z - to.z)).toBeGreaterThan(20)
    expect(segments[last + SEGMENT.level]! + segments[last + SEGMENT.fall]!).toBeCloseTo(0, 6)
    expect(land.waterAt(x, z)?.kind).toBe('sea')
    // None of the water before stands over the sea.
    for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) if (land.heightAt(segments[s]!, segments[s + 1]!) < -1) expect(segments[s + SEGMENT.level]!).toBeLessThan(0.3)
  }
})
