/** Where rivers meet: side by side at one height, or with land between them that parts the two. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
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

  it('[WATER-28] seldom have a step in their water that is no fall', () => {
    let stepped = 0
    let high = 0
    let looked = 0
    for (const seed of ['silver-wolf', 'homes']) {
      const land = createLand(seed)
      const levelAt = (x: number, z: number): number => {
        const water = land.waterAt(x, z)
        return water === null || water.kind === 'sea' ? NaN : water.level
      }
      for (const { course, others } of meetingsOf(seed)) {
        const { segments } = course
        let join = segments.length - SEGMENT_STRIDE
        for (let s = 0; s < join; s += SEGMENT_STRIDE) if (besideAt(segments, s, others).gap < 12) join = s
        const [x, z] = [segments[join]!, segments[join + 1]!]
        const rows = Array.from({ length: 61 }, (_, j) => Array.from({ length: 61 }, (__, i) => levelAt(x + i - 30, z + j - 30)))
        let worst = 0
        for (let j = 0; j < 60; j++) for (let i = 0; i < 60; i++) for (const beside of [rows[j]![i + 1]!, rows[j + 1]![i]!]) worst = Math.max(worst, Math.abs(rows[j]![i]! - beside) || 0)
        looked++
        if (worst > 0.3) stepped++
        if (worst > 1) high++
      }
    }
    expect(looked).toBeGreaterThan(35)
    expect(stepped / looked).toBeLessThan(0.15)
    // A brook that falls out of a lake; two that come down at nearly one in five and meet aslant.
    expect(high).toBeLessThan(3)
  })

  it('[WATER-32] lead a river that begins lower than the stronger one beside it past that one, until that one has come down', () => {
    const land = createLand('silver-wolf')
    const { waters } = fieldsOf(land)
    const lower = waters.cellOf(-19, -20).courses.find(({ from }) => from.cellX === -19 && from.cellZ === -20)!
    const higher = waters.cellOf(-18, -18).courses.find(({ from, to }) => to === lower.to && from.cellX === -18 && from.cellZ === -18)!
    const top = lower.segments[SEGMENT.level]!
    expect(higher.flow).toBeGreaterThan(lower.flow)
    expect(higher.segments[SEGMENT.level]!).toBeGreaterThan(top + 4)
    let near = 0
    for (let s = 0; s < lower.segments.length; s += SEGMENT_STRIDE) {
      const { gap, rise } = besideAt(lower.segments, s, [higher])
      if (gap > 40) continue
      near++
      if (rise < -0.5) expect(gap).toBeGreaterThan(2.9)
    }
    expect(near).toBeGreaterThan(2)
    let worst = 0
    const levelAt = (x: number, z: number): number => land.waterAt(x, z)?.level ?? NaN
    for (let j = -80; j < 80; j++) for (let i = -80; i < 80; i++) for (const [di, dj] of [[1, 0], [0, 1]] as const) worst = Math.max(worst, Math.abs(levelAt(-8826 + i, -9647 + j) - levelAt(-8826 + i + di, -9647 + j + dj)) || 0)
    expect(worst).toBeLessThan(0.7)
  })

  it('[WATER-38] bring rivers that come to the sea at one place to one height where they touch before', () => {
    let touching = 0
    for (const [seed, one, other] of [['silver-wolf', [6, -5], [7, -5]], ['silver-wolf', [-3, -5], [-3, -6]], ['homes', [-6, 19], [-6, 18]]] as const) {
      const { waters } = fieldsOf(createLand(seed))
      const courseOf = ([x, z]: readonly [number, number]): RiverCourse => waters.cellOf(x, z).courses.find(({ from }) => from.cellX === x && from.cellZ === z)!
      const [a, b] = [courseOf(one), courseOf(other)]
      expect(a.to).toBe(b.to)
      expect(a.to.elevation).toBeLessThanOrEqual(0)
      for (let s = SEGMENT_STRIDE; s < a.segments.length; s += SEGMENT_STRIDE) {
        const { gap, rise } = besideAt(a.segments, s, [b])
        if (gap > 0 || a.segments[s + SEGMENT.level]! < 0.3) continue
        touching++
        expect(Math.abs(rise)).toBeLessThan(0.35)
      }
    }
    expect(touching).toBeGreaterThan(20)
  })

  it('[WATER-27] rivers come into lakes and leave them at their height: nothing hangs over the water', () => {
    let inside = 0
    for (const seed of ['silver-wolf', 'homes']) {
      const land = createLand(seed)
      const { waters } = fieldsOf(land)
      const start = land.startPlace()
      const courses = new Set(Array.from({ length: 900 }, (_, n) => waters.cellOf(Math.floor(start.x / 512) + (n % 30) - 15, Math.floor(start.z / 512) + Math.floor(n / 30) - 15).courses).flat())
      for (const { from, to, segments } of courses) {
        for (const lake of [waters.nodes.lakeOf(from), waters.nodes.lakeOf(to)]) {
          if (!lake) continue
          for (let s = SEGMENT_STRIDE; s < segments.length; s += SEGMENT_STRIDE) {
            if (Math.hypot(segments[s]! - lake.x, segments[s + 1]! - lake.z) > lake.radius * 0.7) continue
            inside++
            expect(segments[s + SEGMENT.level]!).toBeLessThan(lake.level + 0.3)
            expect(land.waterLevelAt(segments[s]!, segments[s + 1]!)).toBeCloseTo(lake.level, 0)
          }
        }
      }
    }
    expect(inside).toBeGreaterThan(100)
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
