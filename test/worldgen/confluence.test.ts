/** Where rivers meet: side by side at one height, or with land between them that parts the two. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/river-course.ts'
import type { RiverCourse } from '#worldgen/hydrology/river-course.ts'
import { describe, expect, it } from 'vitest'

type Meeting = { course: RiverCourse; others: RiverCourse[] }

/** The courses about the start of a seed that meet a stronger one on land, with those. */
function meetingsOf(seed: string): Meeting[] {
  const land = createLand(seed)
  const { waters } = fieldsOf(land)
  const start = land.startPlace()
  const cells = Array.from({ length: 900 }, (_, n) => waters.cellOf(Math.floor(start.x / 512) + (n % 30) - 15, Math.floor(start.z / 512) + Math.floor(n / 30) - 15).courses)
  const courses = [...new Set(cells.flat())]
  return courses.flatMap((course) => {
    const inflows = waters.nodes.inflowsOf(course.to)
    if (inflows[0] === course.from || course.to.elevation <= 0) return []
    const stronger = inflows.slice(0, inflows.indexOf(course.from))
    const others = courses.filter((other) => (other.to === course.to && stronger.includes(other.from)) || other.from === course.to)
    return others.length > 0 ? [{ course, others }] : []
  })
}

/** The gap between the banks at the beginning of a segment and the nearest of other courses, and the difference of their heights. */
function besideAt(segments: Float64Array, s: number, others: readonly RiverCourse[]): { gap: number; rise: number } {
  let found = { gap: Infinity, rise: 0 }
  for (const { segments: other } of others) {
    for (let o = 0; o < other.length; o += SEGMENT_STRIDE) {
      const [ex, ez] = [segments[s]! - other[o]!, segments[s + 1]! - other[o + 1]!]
      const t = Math.max(0, Math.min(1, (ex * other[o + SEGMENT.dx]! + ez * other[o + SEGMENT.dz]!) * other[o + SEGMENT.perSquare]!))
      const gap = Math.hypot(ex - other[o + SEGMENT.dx]! * t, ez - other[o + SEGMENT.dz]! * t) - other[o + SEGMENT.half]! - other[o + SEGMENT.widening]! * t - segments[s + SEGMENT.half]!
      if (gap < found.gap) found = { gap, rise: segments[s + SEGMENT.level]! - other[o + SEGMENT.level]! - other[o + SEGMENT.fall]! * t }
    }
  }
  return found
}

describe('confluences', () => {
  const meetings = ['first-light', 'silver-wolf', 'homes'].flatMap(meetingsOf)

  it('[WATER-19] bring a river down to the height of the stronger one as the two draw together', () => {
    expect(meetings.length).toBeGreaterThan(40)
    let looked = 0
    let uneven = 0
    for (const { course, others } of meetings) {
      for (let s = SEGMENT_STRIDE; s < course.segments.length; s += SEGMENT_STRIDE) {
        const { gap, rise } = besideAt(course.segments, s, others)
        if (gap > 40) continue
        looked++
        const apart = Math.max(0, gap)
        if (Math.abs(rise) > 0.35 + apart * (0.1 + apart * 0.005)) uneven++
      }
    }
    expect(looked).toBeGreaterThan(300)
    expect(uneven / looked).toBeLessThan(0.03)
  })

  it('[WATER-19] have one river where the banks touch: no second bed runs beside the first', () => {
    for (const { course, others } of meetings) {
      let touched = 0
      for (let s = SEGMENT_STRIDE * 2; s < course.segments.length; s += SEGMENT_STRIDE) {
        const { gap, rise } = besideAt(course.segments, s, others)
        if (touched > 0 && rise < 0.01) expect(gap).toBeLessThan(3.01)
        if (gap < 3 && rise > -0.01) touched++
      }
    }
  })

  it('[WATER-19] are the same in whatever order courses are asked for', () => {
    const land = createLand('silver-wolf')
    const { waters } = fieldsOf(land)
    for (const { course } of meetingsOf('silver-wolf').reverse().slice(0, 12)) {
      const again = waters.cellOf(course.from.cellX, course.from.cellZ).courses.find(({ from }) => from.cellX === course.from.cellX && from.cellZ === course.from.cellZ)
      expect(again?.segments).toEqual(course.segments)
    }
  })
})
