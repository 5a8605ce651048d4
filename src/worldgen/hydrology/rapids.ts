/** Rapids: steep stretches of a river with the calm water above and below them, as one line from the first to the last. */
import { MACRO_METERS } from './macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'
import type { RiverCourse } from './river-course.ts'
import { isSteep } from './rivers.ts'
import type { WaterIndex } from './water-index.ts'

/** How far a line goes on over calm water at either end at least, metres; stretches nearer to each other than twice that are in one line. */
const CALM_METERS = 26
/** The next course goes on where one ends, within so many metres. */
const TOUCHING_METERS = 0.5

/** Numbers of one point of a line, and where they lie: place and height of the surface, half width and depth in metres, speed in metres a second from there on, and 1 where it is steep from there on. */
export const RAPID = { x: 0, z: 1, level: 2, half: 3, depth: 4, speed: 5, steep: 6 } as const
/** See `RAPID`. */
export const RAPID_STRIDE = 7

/** A line down a river: `RAPID_STRIDE` numbers a point, from above its first steep stretch to below its last; never rising. */
export type Rapid = { readonly points: Float64Array }

type Piece = { readonly segments: Float64Array; readonly at: number; readonly isOwn: boolean }

/** The lines with a steep stretch whose top lies within `radius` metres, always in the same order. */
export function findRapids(index: WaterIndex, x: number, z: number, radius: number): Rapid[] {
  const found = new Map<string, Rapid>()
  for (let cellZ = Math.floor((z - radius) / MACRO_METERS); cellZ * MACRO_METERS <= z + radius; cellZ++) {
    for (let cellX = Math.floor((x - radius) / MACRO_METERS); cellX * MACRO_METERS <= x + radius; cellX++) {
      for (const course of index.cellOf(cellX, cellZ).courses) {
        if (course.west > x + radius || course.east < x - radius || course.north > z + radius || course.south < z - radius) continue
        for (const run of runsOf(index, course)) {
          const isNear = run.some(({ segments, at }) => isSteep(segments, at) && (segments[at]! - x) * (segments[at]! - x) + (segments[at + 1]! - z) * (segments[at + 1]! - z) <= radius * radius)
          if (isNear) found.set(`${run[0]!.segments[run[0]!.at]!},${run[0]!.segments[run[0]!.at + 1]!},${run.length}`, lineOf(run))
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.points[0]! - b.points[0]! || a.points[1]! - b.points[1]!)
}

/** The pieces of a course, with those of the one that it goes on from and the one that goes on from it. */
function piecesOf(index: WaterIndex, course: RiverCourse): Piece[] {
  const pieces: Piece[] = []
  const add = ({ segments }: RiverCourse, isOwn: boolean): void => {
    for (let at = 0; at < segments.length; at += SEGMENT_STRIDE) pieces.push({ segments, at, isOwn })
  }
  const before = index.nodes.inflowsOf(course.from)[0]
  const feeder = before && courseFrom(index, before)
  if (feeder && isTouching(feeder.segments, course.segments)) add(feeder, false)
  add(course, true)
  const next = courseFrom(index, course.to)
  if (next && isTouching(course.segments, next.segments)) add(next, false)
  return pieces
}

function courseFrom(index: WaterIndex, node: { readonly cellX: number; readonly cellZ: number }): RiverCourse | undefined {
  return index.cellOf(node.cellX, node.cellZ).courses.find(({ from }) => from.cellX === node.cellX && from.cellZ === node.cellZ)
}

function isTouching(above: Float64Array, below: Float64Array): boolean {
  const last = above.length - SEGMENT_STRIDE
  const dx = above[last]! + above[last + SEGMENT.dx]! - below[0]!
  const dz = above[last + 1]! + above[last + SEGMENT.dz]! - below[1]!
  return dx * dx + dz * dz < TOUCHING_METERS * TOUCHING_METERS
}

function lengthOf({ segments, at }: Piece): number {
  const dx = segments[at + SEGMENT.dx]!
  const dz = segments[at + SEGMENT.dz]!
  return Math.sqrt(dx * dx + dz * dz)
}

/** Steep pieces of a course, those near each other together, each with the calm pieces around it. */
function runsOf(index: WaterIndex, course: RiverCourse): Piece[][] {
  let isAny = false
  for (let at = 0; at < course.segments.length && !isAny; at += SEGMENT_STRIDE) isAny = isSteep(course.segments, at)
  if (!isAny) return []
  const pieces = piecesOf(index, course)
  const runs: Piece[][] = []
  let n = 0
  while (n < pieces.length) {
    if (!isSteep(pieces[n]!.segments, pieces[n]!.at)) {
      n++
      continue
    }
    let first = n
    let calm = 0
    while (first > 0 && calm < CALM_METERS) calm += lengthOf(pieces[--first]!)
    calm = 0
    let last = n
    let isOwn = false
    for (; n < pieces.length && calm < 2 * CALM_METERS; n++) {
      if (isSteep(pieces[n]!.segments, pieces[n]!.at)) {
        calm = 0
        last = n
        isOwn ||= pieces[n]!.isOwn
      } else calm += lengthOf(pieces[n]!)
    }
    calm = 0
    while (last + 1 < pieces.length && calm < CALM_METERS) calm += lengthOf(pieces[++last]!)
    if (isOwn) runs.push(pieces.slice(first, last + 1))
  }
  return runs
}

function lineOf(run: readonly Piece[]): Rapid {
  const points = new Float64Array((run.length + 1) * RAPID_STRIDE)
  let level = Infinity
  for (let n = 0; n <= run.length; n++) {
    const { segments, at } = run[Math.min(n, run.length - 1)]!
    const t = n === run.length ? 1 : 0
    const to = n * RAPID_STRIDE
    level = Math.min(level, segments[at + SEGMENT.level]! + segments[at + SEGMENT.fall]! * t)
    points[to + RAPID.x] = segments[at]! + segments[at + SEGMENT.dx]! * t
    points[to + RAPID.z] = segments[at + 1]! + segments[at + SEGMENT.dz]! * t
    points[to + RAPID.level] = level
    points[to + RAPID.half] = segments[at + SEGMENT.half]! + segments[at + SEGMENT.widening]! * t
    points[to + RAPID.depth] = segments[at + SEGMENT.depth]! + segments[at + SEGMENT.deepening]! * t
    points[to + RAPID.speed] = segments[at + SEGMENT.speed]!
    points[to + RAPID.steep] = t === 0 && isSteep(segments, at) ? 1 : 0
  }
  return { points }
}
