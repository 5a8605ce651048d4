/** Confluences: a river that comes near one that begins lower, or a stronger one that goes elsewhere, comes down to its height, and where their banks touch the two are one. */
import { endValleys } from './falls.ts'
import { boxOf, speedOf } from './river-course.ts'
import type { RiverCourse } from './river-course.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'

/** From this gap between two banks on, and below it, the two rivers are one, metres. */
const JOINED_METERS = 3
/** The land between rivers parts heights that differ by so much for each metre of gap, and more by the metre: a little gentler than a valley's side. */
const PARTING_SLOPE = 0.09
const PARTING_BEND = 0.004
/** Nearer to another bank than this, a course is divided into pieces of about so many metres. */
const DIVIDED_METERS = 16
const PIECE_METERS = 6
/** What changes along a segment: where it lies among its numbers, and by how much it changes. */
const CHANGES = [[SEGMENT.ax, SEGMENT.dx], [SEGMENT.az, SEGMENT.dz], [SEGMENT.level, SEGMENT.fall], [SEGMENT.half, SEGMENT.widening], [SEGMENT.depth, SEGMENT.deepening], [SEGMENT.mire, SEGMENT.mireRise]] as const
/** A river that begins so much lower than a stronger one beside it is led aside, metres: at most so far; and over how many of its segments that eases off. */
const LEAST_RISE_METERS = 0.3
const MOST_ASIDE_METERS = 60
const EASING_PASSES = 4
/** Farther apart than this rivers know nothing of each other, metres. */
const APART_METERS = 60

/** The place of other courses that is nearest to a bank: gap between the banks, metres, place and height there; the course, the segment and how far along it. */
type Nearest = { gap: number; level: number; x: number; z: number; course: RiverCourse | null; at: number; t: number }

/** The courses that another runs beside: those that end where it does and begin `lower`, the one that goes `on` from there, which may be its own (`isOwn`), and stronger ones in `passing` that go elsewhere. Its beginning may be lowered if it `isSpring`. */
export type Company = { readonly lower: readonly RiverCourse[]; readonly on: RiverCourse | null; readonly isOwn: boolean; readonly passing: readonly RiverCourse[]; readonly isSpring: boolean }

/** The course as it runs in its company: level with what it touches, and never rising on its way. It ends in the river that goes on, or in a passing one, if it meets that on its way. */
export function joinCourses(course: RiverCourse, { lower, on, isOwn, passing, isSpring }: Company): RiverCourse {
  const given = [...lower, ...passing]
  const others = on ? [...given, on] : given
  if (!others.some((other) => other.west < course.east && other.east > course.west && other.north < course.south && other.south > course.north)) return course
  const segments = divideNear(keepAside(course.segments, given), others)
  const count = segments.length / SEGMENT_STRIDE
  const top = segments[SEGMENT.level]!
  const beside: Nearest[] = []
  let met: Nearest | null = null
  let kept = count
  for (let n = isSpring ? 0 : 1; n < count && met === null; n++) {
    const near = nearestOf(others, segments, n * SEGMENT_STRIDE)
    beside.push(near)
    if (n < 2 || near.gap >= JOINED_METERS || near.level > top || (isOwn && near.course === on)) continue
    met = near
    kept = n
  }
  const end = met ? met.level : segments[segments.length - SEGMENT_STRIDE + SEGMENT.level]! + segments[segments.length - SEGMENT_STRIDE + SEGMENT.fall]!
  const levels = levelsBeside(segments, kept, { beside, first: isSpring ? 0 : 1, end })
  if (levels === null && met === null) return course
  const rest = met && lower.includes(met.course!) ? restOf(met) : null
  const joined = new Float64Array(kept * SEGMENT_STRIDE + (rest?.length ?? 0))
  joined.set(segments.subarray(0, kept * SEGMENT_STRIDE))
  for (let n = 0; n < kept && levels !== null; n++) setLevels(joined, n * SEGMENT_STRIDE, levels[n]!, levels[n + 1]!)
  const last = (kept - 1) * SEGMENT_STRIDE
  if (met) turnTo(joined, last, met)
  if (rest) {
    joined.set(rest, kept * SEGMENT_STRIDE)
    // In the bed of the other it keeps its width: seen there only if it is the wider one.
    const half = joined[last + SEGMENT.half]! + joined[last + SEGMENT.widening]!
    for (let at = last + SEGMENT_STRIDE; at < joined.length; at += SEGMENT_STRIDE) {
      joined[at + SEGMENT.half] = half
      joined[at + SEGMENT.widening] = 0
    }
  }
  endValleys(joined)
  return { ...course, segments: joined, ...boxOf(joined) }
}

/**
 * The segments of a course that begins lower than a stronger one that it comes near, led aside from that one as far as land must lie between the two, on the
 * side where it comes from: it cannot run into what stands higher. A course with a fall beside the other stays as it is.
 */
function keepAside(segments: Float64Array, stronger: readonly RiverCourse[]): Float64Array {
  const count = segments.length / SEGMENT_STRIDE
  const top = segments[SEGMENT.level]!
  const asideX = new Float64Array(count)
  const asideZ = new Float64Array(count)
  let side = 0
  let isLed = false
  for (let n = 1; n < count; n++) {
    const from = n * SEGMENT_STRIDE
    const near = nearestOf(stronger, segments, from)
    if (near.course === null || near.gap > APART_METERS) continue
    const dx = near.course.segments[near.at + SEGMENT.dx]!
    const dz = near.course.segments[near.at + SEGMENT.dz]!
    const length = Math.sqrt(dx * dx + dz * dz)
    if (length === 0) continue
    const away = ((segments[from + 1]! - near.z) * dx - (segments[from]! - near.x) * dz) / length
    if (side === 0) side = away < 0 ? -1 : 1
    const rise = near.level - top
    if (rise < LEAST_RISE_METERS) continue
    // How far apart the two have to be for land of that slope between them.
    const room = JOINED_METERS + (Math.sqrt(PARTING_SLOPE * PARTING_SLOPE + 4 * PARTING_BEND * rise) - PARTING_SLOPE) / (2 * PARTING_BEND)
    const lead = Math.min(MOST_ASIDE_METERS, away * side > 0 ? room - near.gap : room + 2 * Math.abs(away) - near.gap)
    if (lead <= 0) continue
    if (segments[from + SEGMENT.lipX]! * segments[from + SEGMENT.lipX]! + segments[from + SEGMENT.lipZ]! * segments[from + SEGMENT.lipZ]! > 0.5) return segments
    isLed = true
    asideX[n] = (-dz / length) * side * lead
    asideZ[n] = (dx / length) * side * lead
  }
  if (!isLed) return segments
  // What lies before and after is led aside too, less and less.
  for (let pass = 0; pass < EASING_PASSES; pass++) {
    for (let n = 1; n + 1 < count; n++) {
      const x = (asideX[n - 1]! + asideX[n + 1]!) / 2
      const z = (asideZ[n - 1]! + asideZ[n + 1]!) / 2
      if (x * x + z * z <= asideX[n]! * asideX[n]! + asideZ[n]! * asideZ[n]!) continue
      asideX[n] = x
      asideZ[n] = z
    }
  }
  const led = segments.slice()
  for (let n = 0; n < count; n++) {
    const at = n * SEGMENT_STRIDE
    const [nextX, nextZ] = n + 1 < count ? [asideX[n + 1]!, asideZ[n + 1]!] : [0, 0]
    const dx = segments[at + SEGMENT.dx]! + nextX - asideX[n]!
    const dz = segments[at + SEGMENT.dz]! + nextZ - asideZ[n]!
    led[at] = segments[at]! + asideX[n]!
    led[at + 1] = segments[at + 1]! + asideZ[n]!
    led[at + SEGMENT.dx] = dx
    led[at + SEGMENT.dz] = dz
    led[at + SEGMENT.perSquare] = dx * dx + dz * dz > 0 ? 1 / (dx * dx + dz * dz) : 0
  }
  return led
}

/** The segments of a course, those near the banks of others divided, so that heights can follow what runs beside them. */
function divideNear(segments: Float64Array, others: readonly RiverCourse[]): Float64Array {
  const divided: number[] = []
  let isNextNear = nearestOf(others, segments, 0).gap < DIVIDED_METERS
  for (let at = 0; at < segments.length; at += SEGMENT_STRIDE) {
    const next = at + SEGMENT_STRIDE
    const isHereNear = isNextNear
    isNextNear = next < segments.length && nearestOf(others, segments, next).gap < DIVIDED_METERS
    const isNear = isHereNear || isNextNear
    const pieces = isNear ? Math.max(1, Math.floor(Math.sqrt(1 / segments[at + SEGMENT.perSquare]!) / PIECE_METERS)) : 1
    for (let n = 0; n < pieces; n++) {
      const from = divided.length
      for (let m = 0; m < SEGMENT_STRIDE; m++) divided.push(segments[at + m]!)
      if (pieces === 1) continue
      for (const [start, way] of CHANGES) {
        divided[from + start] = segments[at + start]! + (segments[at + way]! * n) / pieces
        divided[from + way] = segments[at + way]! / pieces
      }
      divided[from + SEGMENT.perSquare] = segments[at + SEGMENT.perSquare]! * pieces * pieces
    }
  }
  return Float64Array.from(divided)
}

/** Heights at the ends of the first `kept` segments, made to agree with what runs beside them; null if they do already. */
function levelsBeside(segments: Float64Array, kept: number, { beside, first, end }: { beside: readonly Nearest[]; first: number; end: number }): Float64Array | null {
  const levels = new Float64Array(kept + 1)
  for (let n = 0; n < kept; n++) levels[n] = segments[n * SEGMENT_STRIDE + SEGMENT.level]!
  levels[kept] = end
  const least = new Float64Array(kept + 1).fill(-Infinity)
  let isChanged = false
  for (let n = first; n < kept; n++) {
    const { gap, level } = beside[n - first]!
    if (levels[n]! < end) isChanged = true
    if (gap >= APART_METERS) continue
    const apart = Math.max(0, gap - JOINED_METERS)
    const room = apart * (PARTING_SLOPE + apart * PARTING_BEND)
    least[n] = level - room
    if (levels[n]! < least[n]! || levels[n]! > level + room) isChanged = true
    levels[n] = Math.max(end, Math.min(levels[n]!, level + room))
  }
  if (!isChanged) return null
  for (let n = 1; n < kept; n++) levels[n] = Math.min(levels[n]!, levels[n - 1]!)
  // What must stand higher is raised with all that is above it, as far as the river's own beginning allows.
  for (let n = kept - 1; n > 0; n--) levels[n] = Math.min(levels[0]!, Math.max(levels[n]!, least[n]!, levels[n + 1]!))
  return levels
}

function setLevels(segments: Float64Array, at: number, from: number, to: number): void {
  segments[at + SEGMENT.level] = from
  segments[at + SEGMENT.fall] = to - from
  segments[at + SEGMENT.speed] = speedOf(segments[at + SEGMENT.depth]!, from - to, 1 / segments[at + SEGMENT.perSquare]!)
}

/** Lets a segment end where it meets another river. */
function turnTo(segments: Float64Array, at: number, { x, z, level }: Nearest): void {
  const dx = x - segments[at + SEGMENT.ax]!
  const dz = z - segments[at + SEGMENT.az]!
  segments[at + SEGMENT.dx] = dx
  segments[at + SEGMENT.dz] = dz
  segments[at + SEGMENT.perSquare] = 1 / (dx * dx + dz * dz + 1e-9)
  setLevels(segments, at, segments[at + SEGMENT.level]!, level)
}

/** What is left of a river from a place on it, as segments. */
function restOf({ course, at, t, x, z, level }: Nearest): Float64Array {
  const left = 1 - t
  // Where a segment ends, the rest begins with the next: none has no length.
  if (left * left < 1e-8) return course!.segments.slice(at + SEGMENT_STRIDE)
  const rest = course!.segments.slice(at)
  const dx = rest[SEGMENT.dx]! * left
  const dz = rest[SEGMENT.dz]! * left
  rest[SEGMENT.ax] = x
  rest[SEGMENT.az] = z
  rest[SEGMENT.dx] = dx
  rest[SEGMENT.dz] = dz
  rest[SEGMENT.perSquare] = dx * dx + dz * dz > 0 ? 1 / (dx * dx + dz * dz) : 0
  rest[SEGMENT.depth] = rest[SEGMENT.depth]! + rest[SEGMENT.deepening]! * t
  rest[SEGMENT.deepening] = rest[SEGMENT.deepening]! * left
  rest[SEGMENT.mire] = rest[SEGMENT.mire]! + rest[SEGMENT.mireRise]! * t
  rest[SEGMENT.mireRise] = rest[SEGMENT.mireRise]! * left
  rest[SEGMENT.fall] = rest[SEGMENT.level]! + rest[SEGMENT.fall]! - level
  rest[SEGMENT.level] = level
  return rest
}

/** The bank of `courses` that is nearest to the beginning of a segment; none if all are farther apart than rivers know of each other. */
function nearestOf(courses: readonly RiverCourse[], own: Float64Array, from: number): Nearest {
  const x = own[from + SEGMENT.ax]!
  const z = own[from + SEGMENT.az]!
  const half = own[from + SEGMENT.half]!
  const found: Nearest = { gap: Infinity, level: 0, x, z, course: null, at: 0, t: 0 }
  const within = APART_METERS + half
  for (const course of courses) {
    if (x < course.west - within || x > course.east + within || z < course.north - within || z > course.south + within) continue
    const { segments } = course
    for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
      const ex = x - segments[s + SEGMENT.ax]!
      const ez = z - segments[s + SEGMENT.az]!
      const dx = segments[s + SEGMENT.dx]!
      const dz = segments[s + SEGMENT.dz]!
      const along = (ex * dx + ez * dz) * segments[s + SEGMENT.perSquare]!
      const t = along < 0 ? 0 : along > 1 ? 1 : along
      const ox = ex - dx * t
      const oz = ez - dz * t
      const gap = Math.sqrt(ox * ox + oz * oz) - segments[s + SEGMENT.half]! - segments[s + SEGMENT.widening]! * t - half
      if (gap >= found.gap) continue
      found.gap = gap
      found.course = course
      found.at = s
      found.t = t
      found.x = x - ox
      found.z = z - oz
      found.level = segments[s + SEGMENT.level]! + segments[s + SEGMENT.fall]! * t
    }
  }
  return found
}
