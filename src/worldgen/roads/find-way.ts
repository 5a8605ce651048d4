/** The way a walker would choose between two places: round steep ground, out of water, over rivers by the shortest. */
import { createRecentMap } from '#core/recent-map.ts'
import type { WaterSamples } from '../hydrology/carve.ts'
import { cellKey } from '../hydrology/macro-nodes.ts'
import type { Samples } from '../noise/octave.ts'
import { CAUSEWAY_METERS, KEPT_METERS } from './left-to-roads.ts'

/** Metres between the places a way may pass; those of the coarse lattice, where heights cost least. */
const STEP_METERS = 64
const KEPT_STEPS = KEPT_METERS / STEP_METERS
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
  const look = (place: number): void => copyBlock(survey, { firstI, firstJ, columns, rows }, place)
  const places = columns * rows
  if (efforts.length < places) {
    efforts = new Float64Array(places)
    before = new Int32Array(places)
    done = new Uint8Array(places)
    heights = new Float64Array(places)
    hindrances = new Float64Array(places)
  }
  efforts.fill(Infinity, 0, places)
  before.fill(-1, 0, places)
  done.fill(0, 0, places)
  heights.fill(NaN, 0, places)
  const placeOf = (x: number, z: number): number => (Math.round(z / STEP_METERS) - firstJ) * columns + Math.round(x / STEP_METERS) - firstI
  const start = placeOf(fromX, fromZ)
  const goal = placeOf(toX, toZ)
  const goalI = goal % columns
  const goalJ = Math.floor(goal / columns)
  const costly = new Map<number, number>()
  for (let s = 0; s < shunned.length; s += 2) {
    for (let j = Math.ceil((shunned[s + 1]! - SHUN_METERS) / STEP_METERS); j * STEP_METERS <= shunned[s + 1]! + SHUN_METERS; j++) {
      for (let i = Math.ceil((shunned[s]! - SHUN_METERS) / STEP_METERS); i * STEP_METERS <= shunned[s]! + SHUN_METERS; i++) {
        const place = (j - firstJ) * columns + i - firstI
        costly.set(place, (costly.get(place) ?? 0) + SHUN_EFFORT_METERS)
      }
    }
  }
  const heap = createHeap()
  if (Number.isNaN(heights[start]!)) look(start)
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
      if (done[next] === 1 || (next !== goal && (firstI + ni) % KEPT_STEPS === 0 && (firstJ + nj) % KEPT_STEPS === 0)) continue
      const ax = (firstI + ni) * STEP_METERS - fromX
      const az = (firstJ + nj) * STEP_METERS - fromZ
      const along = (ax * dx + az * dz) / length
      const across = (ax * dz - az * dx) / length
      if (across > room || across < -room || along < -room || along > length + room) continue
      const run = STEP_METERS * (m < 8 ? 1 : m < 16 ? 1.4142135623730951 : 2.23606797749979)
      if (Number.isNaN(heights[next]!)) look(next)
      const grade = Math.abs(heights[next]! - heights[at]!) / run / EASY_GRADE
      const effort = efforts[at]! + run * (1 + grade * grade) + hindrances[next]! + (costly.get(next) ?? 0)
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
        const isWet = height < 0.3 || (gap < 3 && height < water.level[k]! && water.flowX[k] === 0 && water.flowZ[k] === 0)
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

/** A binary heap of places by effort; equal efforts by place, so that the order never depends on chance. */
function createHeap(): { push(place: number, effort: number): void; pop(): number } {
  const places: number[] = []
  const efforts: number[] = []
  const isBefore = (a: number, b: number): boolean => efforts[a]! < efforts[b]! || (efforts[a] === efforts[b] && places[a]! < places[b]!)
  function swap(a: number, b: number): void {
    const place = places[a]!
    const effort = efforts[a]!
    places[a] = places[b]!
    efforts[a] = efforts[b]!
    places[b] = place
    efforts[b] = effort
  }
  return {
    push(place, effort) {
      let at = places.length
      places.push(place)
      efforts.push(effort)
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      if (places.length === 0) return -1
      const top = places[0]!
      const place = places.pop()!
      const effort = efforts.pop()!
      if (places.length > 0) {
        places[0] = place
        efforts[0] = effort
        for (let at = 0; ; ) {
          let least = at
          if (2 * at + 1 < places.length && isBefore(2 * at + 1, least)) least = 2 * at + 1
          if (2 * at + 2 < places.length && isBefore(2 * at + 2, least)) least = 2 * at + 2
          if (least === at) break
          swap(at, least)
          at = least
        }
      }
      return top
    },
  }
}
