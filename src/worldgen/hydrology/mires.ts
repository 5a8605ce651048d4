/** Mires: where a river runs slowly through low and moist land its banks are soaked, a flat of sedge and reeds with pools in it, no higher than the water. */
import { MOISTURE_WAVES, WARMTH_WAVES, beltOf, createWaves } from '../climate.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Lake } from './macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'

/** Moisture of the country from which mires form and from which they do in full; warmth from which they do, and over how much more. */
const MOIST = [0.36, 0.48] as const
const WARM = [0.14, 0.1] as const
/** Fall of a river, rise over run, from which on none forms, and below which it forms in full, measured over so many segments either way. */
const SWIFT = 0.02
const SLOW = 0.007
const WINDOW = 4
/** Lowest river that has one, metres over the sea; nodes it has to drain for a broad one. */
const LEAST_LEVEL_METERS = 0.4
const BROAD_FLOW = 6
/** So far beyond the banks a mire reaches, and so many half widths more; over how many metres it ends, how far its edge wavers, and how much farther the valley of such a river reaches. Metres. */
const WIDTH_METERS = 50
const WIDTH_HALVES = 8
const FADE_METERS = 30
const WAVERING_METERS = 34
const REACH_METERS = 100
/** Ground that lies between these heights over the river can be soaked: from the first to the second more and more, from the third to the last less and less. Metres. */
const LOW_METERS = [-0.3, 0.05, 5, 9] as const
/** The land stands so high over the water on average, and so uneven it is; from such a height down it is pools, which keep so far from the river's own banks, metres. */
const RISE_METERS = 0.27
const UNEVEN_METERS = 0.8
const TURF_METERS = 0.12
const POOL_BANK_METERS = 5
/** Share of mire from which its water stands in the open wherever the ground is lower; depth of pools, and how deep something else may have cut the ground for that, metres. */
const POOL_SHARE = 0.7
const DEEPEST_METERS = 0.24
const CUT_METERS = 0.29
/** The country has to lie so much higher than its water for that, and so much for it to be as deep as it can. Metres. */
const HOLDING_METERS = [0.9, 1.4] as const
/** No pool differs so much in height from the river that it lies beside, metres. */
const LEVEL_METERS = 0.15
/** Nor has a mire any between reaches whose heights differ so much, metres. */
const UNLIKE_METERS = 0.5

/** How readily the country about a place soaks where water stands at such a height in metres, 0..1. */
export type SoakSurvey = (x: number, z: number, level: number) => number

/** The survey of a seed, by the long waves of its climate. Holds scratch arrays: use one per thread. */
export function createSoakSurvey(seedWord: number): SoakSurvey {
  const warm = createWaves(seedWord, WARMTH_WAVES)
  const wet = createWaves(seedWord, MOISTURE_WAVES, 2)
  const belt = beltOf(seedWord)
  const place: Samples = { x: new Float64Array(1), z: new Float64Array(1), count: 1 }
  const answer = new Float64Array(1)
  return (x, z, level) => {
    place.x[0] = x
    place.z[0] = z
    wet(place, answer)
    const moist = ramp(answer[0]!, MOIST[0], MOIST[1])
    if (moist === 0) return 0
    warm(place, answer)
    const warmth = answer[0]! + belt(z) * PARAMETERS.latitudeReach.value - level / PARAMETERS.warmthLapse.value
    return moist * ramp(warmth, WARM[0], WARM[0] + WARM[1])
  }
}

/** How much of a mire the ground over a river allows that lies so much higher, metres; 0..1. */
export function lowness(above: number): number {
  return 1 - ramp(above, LOW_METERS[2], LOW_METERS[3])
}

/** A lake with a mire along the part of its shore that its own dice choose, as far as the country soaks. */
export function soakShore(lake: Lake, soakAt: SoakSurvey): Lake {
  const soft = lake.soak > 1 ? 0 : soakAt(lake.x, lake.z, lake.level)
  if (soft === 0) return lake
  // Whichever way its slanting lobe points.
  const length = Math.sqrt(lake.oval * lake.oval + lake.slant * lake.slant)
  return length === 0 ? lake : { ...lake, softX: (soft * lake.oval) / length, softZ: (soft * lake.slant) / length }
}

/** Writes into the segments of a course, which hold how low the ground over them lies, how much of a mire there is along them: where the river is slow, by how readily the country soaks at its beginning and at its end. Their valleys reach farther for it. */
export function soakBanks(segments: Float64Array, { flow, soakFrom, soakTo }: { flow: number; soakFrom: number; soakTo: number }): void {
  const count = segments.length / SEGMENT_STRIDE
  const size = 0.6 + 0.4 * ramp(flow, PARAMETERS.riverFirstFlow.value - 1, BROAD_FLOW)
  const mires = new Float64Array(count + 1)
  for (let n = 0; n < count; n++) {
    if (segments[n * SEGMENT_STRIDE + SEGMENT.level]! < LEAST_LEVEL_METERS || segments[n * SEGMENT_STRIDE + SEGMENT.levee]! < 0) continue
    const first = Math.max(0, n - WINDOW)
    const last = Math.min(count - 1, n + WINDOW - 1)
    let way = 0
    for (let m = first; m <= last; m++) way += Math.sqrt(segments[m * SEGMENT_STRIDE + SEGMENT.dx]! * segments[m * SEGMENT_STRIDE + SEGMENT.dx]! + segments[m * SEGMENT_STRIDE + SEGMENT.dz]! * segments[m * SEGMENT_STRIDE + SEGMENT.dz]!)
    const drop = segments[first * SEGMENT_STRIDE + SEGMENT.level]! - segments[last * SEGMENT_STRIDE + SEGMENT.level]! - segments[last * SEGMENT_STRIDE + SEGMENT.fall]!
    mires[n] = segments[n * SEGMENT_STRIDE + SEGMENT.mire]! * (1 - ramp(drop, SLOW * way, SWIFT * way)) * (1 - ramp(-segments[n * SEGMENT_STRIDE + SEGMENT.fall]! * Math.sqrt(segments[n * SEGMENT_STRIDE + SEGMENT.perSquare]!), SWIFT, 2 * SWIFT)) * size * (soakFrom + ((soakTo - soakFrom) * n) / count)
  }
  // It ends as it is: what goes on from there begins with its own.
  mires[count] = mires[count - 1]!
  for (let n = 0; n < count; n++) {
    const at = n * SEGMENT_STRIDE
    segments[at + SEGMENT.mire] = mires[n]!
    segments[at + SEGMENT.mireRise] = mires[n + 1]! - mires[n]!
    segments[at + SEGMENT.reach] = segments[at + SEGMENT.reach]! + REACH_METERS * Math.max(mires[n]!, mires[n + 1]!)
  }
}

/** The places of a block that mires are spread over: heights, how much of each is marsh (0..1), the height of the water that may stand there in pools, −Infinity where none may, and what is uneven in the land, −1..1: in all, and the broad share of it. */
export type MireGround = { heights: Float64Array; readonly marsh: Float64Array; readonly pools: Float64Array; readonly silt: Float64Array; readonly swell: Float64Array }

/** Changes the height of place `k` into that of the mires along `segments`, leaves in `marsh` how much it is that, and in `pools` where water stands. */
export function spreadMires(segments: Float64Array, samples: Samples, { heights, marsh, pools, silt, swell }: MireGround, k: number): void {
  const x = samples.x[k]!
  const z = samples.z[k]!
  const ground = heights[k]!
  let share = 0
  let levels = 0
  let weights = 0
  let nearest = Infinity
  let lowest = Infinity
  let highest = -Infinity
  for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
    const from = segments[s + SEGMENT.mire]!
    const rise = segments[s + SEGMENT.mireRise]!
    if (from === 0 && rise === 0) continue
    const ex = x - segments[s]!
    const ez = z - segments[s + 1]!
    const dx = segments[s + SEGMENT.dx]!
    const dz = segments[s + SEGMENT.dz]!
    let t = (ex * dx + ez * dz) * segments[s + SEGMENT.perSquare]!
    t = t < 0 ? 0 : t > 1 ? 1 : t
    const ox = ex - dx * t
    const oz = ez - dz * t
    const reach = segments[s + SEGMENT.reach]!
    const square = ox * ox + oz * oz
    if (square >= reach * reach) continue
    const half = segments[s + SEGMENT.half]! + segments[s + SEGMENT.widening]! * t
    const gap = Math.sqrt(square) - half
    if (gap < nearest) nearest = gap
    const much = from + rise * t
    let beside = ((WIDTH_METERS + WIDTH_HALVES * half) * much + WAVERING_METERS * swell[k]! * much + FADE_METERS - gap) / FADE_METERS
    if (beside <= 0) continue
    beside = beside > 1 ? 1 : beside
    const level = segments[s + SEGMENT.level]! + segments[s + SEGMENT.fall]! * t
    const above = ground - level
    let low = above < LOW_METERS[2] ? (above - LOW_METERS[0]) / (LOW_METERS[1] - LOW_METERS[0]) : (LOW_METERS[3] - above) / (LOW_METERS[3] - LOW_METERS[2])
    if (low <= 0) continue
    low = low > 1 ? 1 : low
    const own = beside * beside * (3 - 2 * beside) * low * low * (3 - 2 * low) * (much < 0.4 ? much * 2.5 : 1)
    // Between two reaches the land leans from one water to the other.
    const near = own / (gap > 0 ? gap + 8 : 8)
    levels += near * near * level
    weights += near * near
    if (own > share) share = own
    if (own > 0.05 && level < lowest) lowest = level
    if (own > 0.05 && level > highest) highest = level
  }
  if (share === 0) return
  const level = levels / weights
  let land = level + RISE_METERS + UNEVEN_METERS * silt[k]!
  // Where the country lies as low there is turf all about, so that no pool runs out.
  let held = (ground - level - HOLDING_METERS[0]) / (HOLDING_METERS[1] - HOLDING_METERS[0])
  held = held < 0 || highest - lowest > UNLIKE_METERS ? 0 : held > 1 ? 1 : held
  if (land < level - DEEPEST_METERS) land = level - DEEPEST_METERS
  if (land < level + TURF_METERS) {
    let deep = (share - POOL_SHARE) / 0.3
    deep = deep < 0 ? 0 : deep > 1 ? 1 : deep
    let away = (nearest - POOL_BANK_METERS) / 4
    away = away < 0 ? 0 : away > 1 ? 1 : away
    land = level + TURF_METERS + (land - level - TURF_METERS) * deep * away * held
  }
  heights[k] = ground + (land - ground) * share
  if (share > marsh[k]!) marsh[k] = share
  if (share > POOL_SHARE && held > 0) pools[k] = level
}

/** Whether water of a mire stands in the open at a place: level with the river beside it, and where nothing else has cut away its ground. */
export function isPool(pool: number, height: number, river: number): boolean {
  return height > pool - CUT_METERS && pool < river + LEVEL_METERS && pool > river - LEVEL_METERS
}

function ramp(value: number, from: number, to: number): number {
  const t = (value - from) / (to - from)
  return t < 0 ? 0 : t > 1 ? 1 : t
}
