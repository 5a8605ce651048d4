/** The way a walker would choose between two places: round steep ground, out of water, over rivers by the shortest. */
import { createNumberHeap } from '#core/number-heap.ts'
import { createRecentMap } from '#core/recent-map.ts'
import type { WaterSamples } from '../hydrology/carve.ts'
import { cellKey } from '../hydrology/macro-nodes.ts'
import type { Samples } from '../noise/octave.ts'
import { CAUSEWAY_METERS, KEPT_METERS } from './left-to-roads.ts'

/** Metres between the places a way may pass; those of the coarse lattice, where heights cost least. */
const STEP_METERS = 64
/** Steps of the lattice whose lowest bits are zero are kept free of roads. */
const KEPT_MASK = KEPT_METERS / STEP_METERS - 1
/** Places are surveyed in squares of this many a side. */
const BLOCK = 8
/** Blocks kept, a kilobyte each. */
const REMEMBERED_BLOCKS = 512
/** A way leaves the straight line by at most this share of its length, and by so many metres more. */
const ASIDE_SHARE = 0.22
const ASIDE_METERS = 220
/** Moves: to the eight neighbours, and the eight knight's moves between them. */
const MOVES = [1, 0, 0, 1, -1, 0, 0, -1, 1, 1, -1, 1, -1, -1, 1, -1, 2, 1, 1, 2, -1, 2, -2, 1, -2, -1, -1, -2, 1, -2, 2, -1] as const
/** Grade that doubles the effort. */
const EASY_GRADE = 0.05
/** What crossing a river costs at each place on its banks, and water at each place in it, in metres of flat way. */
const BANK_METERS = 90
const WATER_METERS = 2500
/** What each metre costs more by which the sea is deeper than a causeway goes by choice, in metres of flat way. */
const DEEP_EFFORT_METERS = 600
/** Rivers are felt at this distance, metres. */
const RIVER_ROOM_METERS = 36

/** Round a place that a way is to pass by, its lattice places within this distance cost so much more, metres. */
const SHUN_METERS = 84
const SHUN_EFFORT_METERS = 900

/** The ground that ways are sought on: heights without roads of up to 64 places, and the water there. */
export type WayGround = { fill(samples: Samples, out: Float64Array): void; readonly water: WaterSamples; /** Whether a place is within `meters` of a wall. */ isWalled(x: number, z: number, meters: number): boolean }

/** How far in metres a way between two places may stray from the straight line. */
export function roomOf(length: number): number {
  return length * ASIDE_SHARE + ASIDE_METERS
}

// Scratch of one search, by place of its frame; one set per thread, as large as the largest frame so far.
let efforts = new Float64Array(0)
let before = new Int32Array(0)
let done = new Uint8Array(0)
let heights = new Float64Array(0)
let hindrances = new Float64Array(0)
let shunnings = new Float64Array(0)
const heap = createNumberHeap()

type Ends = { readonly fromX: number; readonly fromZ: number; readonly toX: number; readonly toZ: number }

/** The way of least effort that passes by the places `shunned` (x, z, …) where it can, as x, z, height, x, z, height, … without its two ends (Hart, Nilsson and Raphael, 1968). There always is one: at worst it crosses water. */
export function findWay(survey: WaySurvey, ends: Ends, shunned: readonly number[]): number[] {
  const { fromX, fromZ, toX, toZ } = ends
  const dx = toX - fromX
  const dz = toZ - fromZ
  const length = Math.sqrt(dx * dx + dz * dz)
  const room = roomOf(length)
  const firstI = Math.floor((Math.min(fromX, toX) - room) / STEP_METERS)
  const firstJ = Math.floor((Math.min(fromZ, toZ) - room) / STEP_METERS)
  const columns = Math.ceil((Math.max(fromX, toX) + room) / STEP_METERS) - firstI + 1
  const rows = Math.ceil((Math.max(fromZ, toZ) + room) / STEP_METERS) - firstJ + 1
  const frame = { firstI, firstJ, columns, rows }
  const places = columns * rows
  if (efforts.length < places) {
    efforts = new Float64Array(places)
    before = new Int32Array(places)
    done = new Uint8Array(places)
    heights = new Float64Array(places)
    hindrances = new Float64Array(places)
    shunnings = new Float64Array(places)
  }
  efforts.fill(Infinity, 0, places)
  before.fill(-1, 0, places)
  done.fill(0, 0, places)
  heights.fill(NaN, 0, places)
  shunnings.fill(0, 0, places)
  const placeOf = (x: number, z: number): number => (Math.round(z / STEP_METERS) - firstJ) * columns + Math.round(x / STEP_METERS) - firstI
  const start = placeOf(fromX, fromZ)
  const goal = placeOf(toX, toZ)
  const goalI = goal % columns
  const goalJ = Math.floor(goal / columns)
  for (let s = 0; s < shunned.length; s += 2) {
    for (let j = Math.ceil((shunned[s + 1]! - SHUN_METERS) / STEP_METERS); j * STEP_METERS <= shunned[s + 1]! + SHUN_METERS; j++) {
      for (let i = Math.ceil((shunned[s]! - SHUN_METERS) / STEP_METERS); i * STEP_METERS <= shunned[s]! + SHUN_METERS; i++) {
        const place = (j - firstJ) * columns + i - firstI
        // A place beyond the frame's sides is one of its own, a row away: so it has always been.
        if (place >= 0 && place < places) shunnings[place] = shunnings[place]! + SHUN_EFFORT_METERS
      }
    }
  }
  heap.clear()
  if (Number.isNaN(heights[start]!)) copyBlock(survey, frame, start)
  efforts[start] = 0
  heap.push(start, 0)
  for (let at = heap.pop(); at >= 0 && at !== goal; at = heap.pop()) {
    if (done[at] === 1) continue
    done[at] = 1
    const i = at % columns
    const j = Math.floor(at / columns)
    for (let m = 0; m < MOVES.length; m += 2) {
      const ni = i + MOVES[m]!
      const nj = j + MOVES[m + 1]!
      if (ni < 0 || nj < 0 || ni >= columns || nj >= rows) continue
      const next = nj * columns + ni
      if (done[next] === 1 || (next !== goal && ((firstI + ni) & KEPT_MASK) === 0 && ((firstJ + nj) & KEPT_MASK) === 0)) continue
      const ax = (firstI + ni) * STEP_METERS - fromX
      const az = (firstJ + nj) * STEP_METERS - fromZ
      const along = (ax * dx + az * dz) / length
      const across = (ax * dz - az * dx) / length
      if (across > room || across < -room || along < -room || along > length + room) continue
      const run = STEP_METERS * (m < 8 ? 1 : m < 16 ? 1.4142135623730951 : 2.23606797749979)
      if (Number.isNaN(heights[next]!)) copyBlock(survey, frame, next)
      const grade = Math.abs(heights[next]! - heights[at]!) / run / EASY_GRADE
      const effort = efforts[at]! + run * (1 + grade * grade) + hindrances[next]! + shunnings[next]!
      if (effort >= efforts[next]!) continue
      efforts[next] = effort
      before[next] = at
      const restI = ni - goalI
      const restJ = nj - goalJ
      heap.push(next, effort + Math.sqrt(restI * restI + restJ * restJ) * STEP_METERS)
    }
  }
  const reversed: number[] = []
  for (let at = before[goal]!; at >= 0 && at !== start; at = before[at]!) reversed.push(heights[at]!, (firstJ + Math.floor(at / columns)) * STEP_METERS, (firstI + (at % columns)) * STEP_METERS)
  return reversed.reverse()
}

/** Heights and hindrances of one block of places, rows of z. */
type SurveyBlock = { readonly heights: Float64Array; readonly hindrances: Float64Array }

/** Blocks of the world (integers: metres / (`BLOCK` x `STEP_METERS`)), surveyed when first asked for: roads that run side by side share them. */
export type WaySurvey = { blockOf(blockX: number, blockZ: number): SurveyBlock }

/** A survey of `ground`. */
export function createWaySurvey(ground: WayGround): WaySurvey {
  const blocks = createRecentMap<number, SurveyBlock>(REMEMBERED_BLOCKS)
  const samples: Samples = { x: new Float64Array(BLOCK * BLOCK), z: new Float64Array(BLOCK * BLOCK), count: BLOCK * BLOCK }
  return {
    blockOf(blockX, blockZ) {
      const key = cellKey(blockX, blockZ)
      const known = blocks.get(key)
      if (known) return known
      for (let k = 0; k < BLOCK * BLOCK; k++) {
        samples.x[k] = (blockX * BLOCK + (k % BLOCK)) * STEP_METERS
        samples.z[k] = (blockZ * BLOCK + Math.floor(k / BLOCK)) * STEP_METERS
      }
      const heights = new Float64Array(BLOCK * BLOCK)
      const hindrances = new Float64Array(BLOCK * BLOCK)
      ground.fill(samples, heights)
      const { water } = ground
      for (let k = 0; k < BLOCK * BLOCK; k++) {
        const height = heights[k]!
        const gap = water.near ? water.gap[k]! : Infinity
        const isWet = height < 0.3 || (water.near && (gap < 3 || water.pool[k] === 1) && height < water.level[k]! && water.flowX[k] === 0 && water.flowZ[k] === 0)
        if (height < 0.5) heights[k] = 0.5
        hindrances[k] = isWet ? WATER_METERS + Math.max(0, -CAUSEWAY_METERS - height) * DEEP_EFFORT_METERS : gap < RIVER_ROOM_METERS ? BANK_METERS : 0
      }
      const block = { heights, hindrances }
      blocks.set(key, block)
      return block
    },
  }
}

type Frame = { readonly firstI: number; readonly firstJ: number; readonly columns: number; readonly rows: number }

/** Copies the block in which a place of the frame lies into `heights` and `hindrances`. */
function copyBlock(survey: WaySurvey, { firstI, firstJ, columns, rows }: Frame, place: number): void {
  const blockX = Math.floor((firstI + (place % columns)) / BLOCK)
  const blockZ = Math.floor((firstJ + Math.floor(place / columns)) / BLOCK)
  const block = survey.blockOf(blockX, blockZ)
  for (let k = 0; k < BLOCK * BLOCK; k++) {
    const i = blockX * BLOCK + (k % BLOCK) - firstI
    const j = blockZ * BLOCK + Math.floor(k / BLOCK) - firstJ
    if (i < 0 || j < 0 || i >= columns || j >= rows) continue
    heights[j * columns + i] = block.heights[k]!
    hindrances[j * columns + i] = block.hindrances[k]!
  }
}
