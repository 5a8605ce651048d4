/** Deltas: where a river comes to a shallow sea through flat land it drops its silt, parts into arms and runs out between low marshy islands. */
import { hashCell, unitOf } from '#core/hash.ts'
import type { Box } from '../recent-tiles.ts'
import { BLOCK_SIZE } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import type { WildGround } from './macro-nodes.ts'
import { boxOf, depthOf, speedOf, widthOf } from './river-course.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'
import type { RiverCourse } from './river-course.ts'

/** The low land of a delta: a fan that opens from its apex towards the sea. Metres, but for the axis (a unit vector) and `spread` (half its width over its length). */
export type Fan = {
  readonly x: number
  readonly z: number
  readonly axisX: number
  readonly axisZ: number
  readonly spread: number
  /** Height of the river at the apex, and how far along the axis its arms have come down to the sea. */
  readonly level: number
  readonly coast: number
  /** How far from the apex the land ends. */
  readonly reach: number
}

/** A river that parts: its course with the main arm at its end, the other arms, and the land between them. */
export type Delta = { readonly course: RiverCourse; readonly arms: readonly RiverCourse[]; readonly fan: Fan }

/** Least nodes that a river drains to have carried enough silt, and nodes over which its delta grows. */
const LEAST_FLOW = 8
const GREAT_FLOW = 40
/** From the waterline so far back, least and most, lies the apex; so far beyond it the new land reaches. Metres. */
const BACK_METERS = [110, 200] as const
const OUT_METERS = [60, 110] as const
/** Shares of the full size that are tried, and the least way from apex to waterline, metres. */
const SIZES = [1, 0.7] as const
const LEAST_COAST_METERS = 74
/** Highest that the river may stand at the apex; the land round it is no higher on average, and nowhere higher, and the sea no deeper. Metres. */
const HIGHEST_LEVEL_METERS = 2.4
const MEAN_LAND_METERS = 4
const HIGHEST_LAND_METERS = 9
const DEEPEST_SEA_METERS = 7
/** Arms end where the sea is at least so deep, metres. */
const OPEN_SEA_METERS = 0.4
/** Spreads that are tried, widest first. */
const SPREADS = [0.8, 0.62, 0.45] as const
/** How the arms of each may end, as shares of it, from one side to the other. */
const ENDS: readonly (readonly (readonly number[])[])[] = [
  [[-0.86, -0.3, 0.28, 0.84], [-0.8, 0, 0.8], [-0.84, -0.26, 0.32, 0.86]],
  [[-0.8, 0.02, 0.8], [-0.62, 0.5]],
  [[-0.62, 0.62]],
]
/** Where the ground is looked at: shares of the way to the outer edge, and of half the width. */
const ROWS = [0.25, 0.5, 0.72, 1] as const
const COLUMNS = [-1, -0.5, 0, 0.5, 1] as const
/** Pieces of an arm, and how far arms run out beyond the land, metres. */
const PIECES = 16
const BEYOND_METERS = 25
/** Width of a lesser arm over that of the river, and how much half the width of an arm grows to the sea, metres. */
const LESSER_SHARE = 0.8
const GROWTH_METERS = 5.5
/** Half the width of an arm at least, metres: a narrower one would be a row of puddles from afar. */
const LEAST_HALF_METERS = 3.4
/** Height of a river that is not yet the sea where an arm comes to the coast, metres. */
const COAST_LEVEL_METERS = 0.07
/** How far the valley of an arm reaches beyond its banks, metres. */
const ARM_REACH_METERS = 30
const LEVEE_METERS = 0.25
const NO_LEVEE_METERS = -60
/** Half the width of the fan at its apex, and over what share beyond its sides it eases into the country. */
const APEX_METERS = 24
const SIDE_SHARE = 0.35
/** Over how many metres it begins at the apex and ends in the sea. */
const BEGIN_METERS = 40
const END_METERS = 70
/** How uneven the land is at the coast, how far its sides and its outer edge waver. Metres, and a share of the width. */
const UNEVEN_METERS = 0.75
const WAVERING_SHARE = 0.4
const WAVERING_METERS = 34
/** The land stands so high over the water inland; at its outer edge it lies so far under the sea. Metres. */
const RISE_METERS = 0.45
const SUNK_METERS = 0.7

const samples: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const heights = new Float64Array(BLOCK_SIZE)

/** The delta of a course that ends in the sea; null where land or sea floor are too steep for one. `isFree` says whether nothing else runs or lies in a fan. */
export function findDelta(ground: WildGround, lone: RiverCourse, isFree: (fan: Fan) => boolean): Delta | null {
  const { segments, flow } = lone
  if (flow < LEAST_FLOW) return null
  const coastAt = waterlineOf(ground, segments)
  if (coastAt < 0) return null
  const size = Math.min(1, (Math.sqrt(flow) - Math.sqrt(LEAST_FLOW)) / (Math.sqrt(GREAT_FLOW) - Math.sqrt(LEAST_FLOW)))
  for (const share of SIZES) {
    const delta = tryDelta(ground, { lone, coastAt, size, share }, isFree)
    if (delta) return delta
  }
  return null
}

/** Where a delta is tried: its course, the segment at the waterline, how great the river is (0..1) and the share of its full size. */
type Try = { readonly lone: RiverCourse; readonly coastAt: number; readonly size: number; readonly share: number }

function tryDelta(ground: WildGround, { lone, coastAt, size, share }: Try, isFree: (fan: Fan) => boolean): Delta | null {
  const { segments, from } = lone
  const back = share * (BACK_METERS[0] + (BACK_METERS[1] - BACK_METERS[0]) * size)
  let apexAt = coastAt
  let way = 0
  while (apexAt > SEGMENT_STRIDE && way < back) {
    apexAt -= SEGMENT_STRIDE
    way += Math.sqrt(1 / segments[apexAt + SEGMENT.perSquare]!)
  }
  const level = segments[apexAt + SEGMENT.level]!
  const x = segments[apexAt]!
  const z = segments[apexAt + 1]!
  const dx = segments[coastAt]! - x
  const dz = segments[coastAt + 1]! - z
  const coast = Math.sqrt(dx * dx + dz * dz)
  if (coast < LEAST_COAST_METERS || level > HIGHEST_LEVEL_METERS) return null
  const reach = coast + share * (OUT_METERS[0] + (OUT_METERS[1] - OUT_METERS[0]) * size)
  for (let n = 0; n < SPREADS.length; n++) {
    const spread = SPREADS[n]!
    const fan: Fan = { x, z, axisX: dx / coast, axisZ: dz / coast, spread, level, coast, reach }
    const ends = ENDS[n]![Math.floor(unitOf(hashCell(from.hash, 61)) * ENDS[n]!.length)]!
    const open = isFlat(ground, fan) ? openEnds(ground, fan, ends) : []
    if (open.length >= 2) return isFree(fan) ? partInto(lone, apexAt, fan, open) : null
  }
  return null
}

/** Those ends of arms that lie in the sea. */
function openEnds(ground: WildGround, { x, z, axisX, axisZ, spread, reach }: Fan, ends: readonly number[]): number[] {
  const last = reach + BEYOND_METERS
  samples.count = ends.length * 2
  for (let k = 0; k < samples.count; k++) {
    const along = (k & 1) === 0 ? last : last - BEYOND_METERS * 2
    const across = ends[k >> 1]! * spread * along
    samples.x[k] = x + axisX * along - axisZ * across
    samples.z[k] = z + axisZ * along + axisX * across
  }
  ground.fill(samples, heights)
  return ends.filter((_, n) => heights[n * 2]! < -OPEN_SEA_METERS && heights[n * 2 + 1]! < 0)
}

/** The first segment of a course from which on it lies in the sea; −1 where it begins there. */
function waterlineOf(ground: WildGround, segments: Float64Array): number {
  samples.count = segments.length / SEGMENT_STRIDE
  for (let n = 0; n < samples.count; n++) {
    samples.x[n] = segments[n * SEGMENT_STRIDE]!
    samples.z[n] = segments[n * SEGMENT_STRIDE + 1]!
  }
  ground.fill(samples, heights)
  let n = samples.count
  while (n > 0 && heights[n - 1]! < 0) n--
  return n === 0 || n === samples.count ? -1 : n * SEGMENT_STRIDE
}

function isFlat(ground: WildGround, { x, z, axisX, axisZ, spread, coast, reach }: Fan): boolean {
  samples.count = 0
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const along = row * reach
      const across = column * (APEX_METERS + along * spread)
      samples.x[samples.count] = x + axisX * along - axisZ * across
      samples.z[samples.count++] = z + axisZ * along + axisX * across
    }
  }
  ground.fill(samples, heights)
  let sum = 0
  let land = 0
  for (let k = 0; k < samples.count; k++) {
    const along = ROWS[Math.floor(k / COLUMNS.length)]! * reach
    if (heights[k]! < -DEEPEST_SEA_METERS || heights[k]! > HIGHEST_LAND_METERS) return false
    if (along > coast) continue
    sum += heights[k]!
    land++
  }
  return sum <= land * MEAN_LAND_METERS
}

/** An arm in the frame of its fan: where along it begins, how far across and with what lean; where across it ends; its bends, and half its width and how much that grows. */
type Arm = { readonly from: number; readonly across: number; readonly lean: number; readonly end: number; readonly sway: number; readonly ripple: number; readonly half: number; readonly growth: number }

/** Lays the arms of a fan: the main one on from the course, each other one out of it or out of one before. */
function partInto(lone: RiverCourse, apexAt: number, fan: Fan, ends: readonly number[]): Delta {
  const { hash } = lone.from
  const dice = (n: number): number => unitOf(hashCell(hash, 60, n))
  const before = apexAt - SEGMENT_STRIDE
  const inX = lone.segments[before + SEGMENT.dx]!
  const inZ = lone.segments[before + SEGMENT.dz]!
  const along = inX * fan.axisX + inZ * fan.axisZ
  const half = widthOf(lone.flow) / 2
  const lesser = Math.max(LEAST_HALF_METERS, half * LESSER_SHARE)
  const last = fan.reach + BEYOND_METERS
  // The river goes on in the arm that lies most before it.
  const heading = along > 0 ? Math.max(-1, Math.min(1, (inZ * fan.axisX - inX * fan.axisZ) / along)) : 0
  const endOf = (n: number): number => (ends[n]! + (dice(n) - 0.5) * 0.16) * fan.spread * last
  const swayOf = (n: number): number => (dice(10 + n) - 0.5) * 0.9
  const rippleOf = (n: number): number => (dice(70 + n) < 0.5 ? 1 : -1) * (0.2 + 0.3 * dice(80 + n))
  let main = 0
  for (let n = 1; n < ends.length; n++) if (Math.abs(ends[n]! - heading) < Math.abs(ends[main]! - heading)) main = n
  const trunk: Arm = { from: 0, across: 0, lean: heading, end: endOf(main), sway: swayOf(main), ripple: rippleOf(main), half, growth: GROWTH_METERS * (0.8 + 0.5 * dice(20)) }
  const arms: RiverCourse[] = []
  const laid: { n: number; arm: Arm }[] = [{ n: main, arm: trunk }]
  // Neighbours first: each parts from the arm beside it, the farther ones later on their way.
  const order = ends.map((_, n) => n).filter((n) => n !== main).sort((a, b) => Math.abs(a - main) - Math.abs(b - main) || a - b)
  for (const n of order) {
    const side = n > main ? 1 : -1
    const parent = laid.find((each) => each.n === n - side)!.arm
    const rest = last - parent.from
    const isFirst = parent === trunk && laid.length === 1
    const from = parent.from + rest * (isFirst ? 0.04 : 0.16 + 0.14 * dice(30 + n))
    const across = acrossAt(parent, from, last)
    arms.push(layArm(lone, fan, addTo(laid, n, { from, across, lean: slopeAt(parent, from, last) + side * (0.75 + 0.3 * dice(40 + n)), end: endOf(n), sway: swayOf(n), ripple: rippleOf(n), half: lesser, growth: GROWTH_METERS * (0.6 + 0.7 * dice(50 + n)) }), last))
  }
  const mainArm = layArm(lone, fan, trunk, last)
  const segments = new Float64Array(apexAt + mainArm.segments.length)
  segments.set(lone.segments.subarray(0, apexAt))
  segments.set(mainArm.segments, apexAt)
  // It keeps its width to the apex: no funnel.
  for (let at = 0; at < apexAt; at += SEGMENT_STRIDE) {
    const own = Math.min(half, segments[at + SEGMENT.half]!)
    segments[at + SEGMENT.widening] = Math.min(half, segments[at + SEGMENT.half]! + segments[at + SEGMENT.widening]!) - own
    segments[at + SEGMENT.half] = own
  }
  return { course: { ...lone, segments, ...boxOf(segments) }, arms, fan }
}

function addTo(laid: { n: number; arm: Arm }[], n: number, arm: Arm): Arm {
  laid.push({ n, arm })
  return arm
}

/** How far an arm lies beside the axis, so far along it: a curve that leaves with its lean and comes to its end, in bends. */
function acrossAt({ from, across, lean, end, sway, ripple }: Arm, along: number, last: number): number {
  const length = last - from
  const t = (along - from) / length
  const bend = length * t * (1 - t) * (1 - 2 * t) * (sway + ripple * (1 - 4 * t) * (4 * t - 3))
  return across + lean * length * t * (1 - t) * (1 - t) + (end - across) * t * t * (3 - 2 * t) + bend
}

function slopeAt(arm: Arm, along: number, last: number): number {
  return acrossAt(arm, along + 0.5, last) - acrossAt(arm, along - 0.5, last)
}

/** Height of the water in a fan so far along its axis, metres: the same in all its arms. */
function waterAlong({ level, coast }: Fan, along: number): number {
  if (along >= coast) return 0
  const t = 1 - (along > 0 ? along : 0) / coast
  return level > COAST_LEVEL_METERS ? COAST_LEVEL_METERS + (level - COAST_LEVEL_METERS) * t * (0.4 + 0.6 * t) : level
}

function layArm(lone: RiverCourse, fan: Fan, arm: Arm, last: number): RiverCourse {
  const segments = new Float64Array(PIECES * SEGMENT_STRIDE)
  const depth = depthOf(lone.flow) * 0.9
  const halfAt = (along: number): number => {
    const t = (along - arm.from) / (last - arm.from)
    return arm.half + arm.growth * t * t
  }
  for (let n = 0; n < PIECES; n++) {
    const at = n * SEGMENT_STRIDE
    const begin = arm.from + ((last - arm.from) * n) / PIECES
    const end = arm.from + ((last - arm.from) * (n + 1)) / PIECES
    const [ax, bx] = [acrossAt(arm, begin, last), acrossAt(arm, end, last)]
    const x = fan.x + fan.axisX * begin - fan.axisZ * ax
    const z = fan.z + fan.axisZ * begin + fan.axisX * ax
    const dx = fan.axisX * (end - begin) - fan.axisZ * (bx - ax)
    const dz = fan.axisZ * (end - begin) + fan.axisX * (bx - ax)
    const square = dx * dx + dz * dz
    const level = waterAlong(fan, begin)
    const fall = waterAlong(fan, end) - level
    segments[at + SEGMENT.ax] = x
    segments[at + SEGMENT.az] = z
    segments[at + SEGMENT.dx] = dx
    segments[at + SEGMENT.dz] = dz
    segments[at + SEGMENT.perSquare] = 1 / square
    segments[at + SEGMENT.level] = level
    segments[at + SEGMENT.fall] = fall
    segments[at + SEGMENT.half] = halfAt(begin)
    segments[at + SEGMENT.widening] = halfAt(end) - halfAt(begin)
    segments[at + SEGMENT.depth] = depth
    segments[at + SEGMENT.levee] = begin >= fan.coast ? NO_LEVEE_METERS : LEVEE_METERS
    segments[at + SEGMENT.reach] = halfAt(end) + ARM_REACH_METERS
    segments[at + SEGMENT.speed] = speedOf(depth, -fall, square)
  }
  return { ...lone, segments, ...boxOf(segments) }
}

/** The places of a block that fans are spread over: heights, how much of each is marsh (0..1), and what is uneven in the land there, −1..1: in all, and the broad share of it. */
export type FanGround = { heights: Float64Array; readonly marsh: Float64Array; readonly silt: Float64Array; readonly swell: Float64Array }

/** The box outside of which a fan changes nothing. */
export function boxOfFan({ x, z, reach }: Fan): Box {
  const room = reach + END_METERS + WAVERING_METERS
  return { west: x - room, east: x + room, north: z - room, south: z + room }
}

/** Whether a place lies before the apex of a fan and between its sides. */
export function isWithin({ x, z, axisX, axisZ, spread, reach }: Fan, px: number, pz: number): boolean {
  const along = (px - x) * axisX + (pz - z) * axisZ
  const across = Math.abs((pz - z) * axisX - (px - x) * axisZ)
  return along > 0 && along < reach + END_METERS && across < (APEX_METERS + along * spread) * (1 + SIDE_SHARE)
}

/** Changes the height of place `k` into that of the fan's low land, and leaves in `marsh` how much it is that. */
export function spreadFan({ x, z, axisX, axisZ, spread, level, coast, reach }: Fan, samples: Samples, { heights: out, marsh, silt, swell }: FanGround, k: number): void {
  const ox = samples.x[k]! - x
  const oz = samples.z[k]! - z
  const square = ox * ox + oz * oz
  const most = reach + END_METERS + WAVERING_METERS
  if (square >= most * most) return
  const along = ox * axisX + oz * axisZ
  if (along <= -BEGIN_METERS) return
  const width = APEX_METERS + (along > 0 ? along * spread : 0)
  const wavering = swell[k]!
  const across = Math.abs(oz * axisX - ox * axisZ) + (along > 0 ? along * spread * WAVERING_SHARE * wavering : 0)
  if (across >= width * (1 + SIDE_SHARE)) return
  const begun = along < BEGIN_METERS ? (along + BEGIN_METERS) / (2 * BEGIN_METERS) : 1
  const beside = across > width ? 1 - (across / width - 1) / SIDE_SHARE : 1
  const distance = Math.sqrt(square) + WAVERING_METERS * wavering
  if (distance >= reach + END_METERS) return
  const left = distance > reach ? 1 - (distance - reach) / END_METERS : 1
  const share = begun * begun * (3 - 2 * begun) * beside * beside * (3 - 2 * beside) * left * left * (3 - 2 * left)
  // The same as `waterAlong`, told here because numbers handed about would cost memory.
  const t = along >= coast ? 0 : along <= 0 ? 1 : 1 - along / coast
  let land = (level > COAST_LEVEL_METERS ? COAST_LEVEL_METERS + (level - COAST_LEVEL_METERS) * t * (0.4 + 0.6 * t) : level) + RISE_METERS + UNEVEN_METERS * silt[k]! * (along <= 0 ? 0 : along < coast ? along / coast : 1)
  const edge = coast * 0.8
  if (distance > edge) land -= ((RISE_METERS + SUNK_METERS) * (distance - edge)) / (reach - edge)
  out[k] = out[k]! + (land - out[k]!) * share
  if (share > marsh[k]!) marsh[k] = share
}
