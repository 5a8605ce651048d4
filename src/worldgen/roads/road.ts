/** A road between two settlements: a smooth line over the ground with a height of its own, bridges and fords where it crosses rivers. */
import type { WaterIndex } from '../hydrology/water-index.ts'
import type { Samples } from '../noise/octave.ts'
import { layLanes } from '../sites/lay-lanes.ts'
import type { Site } from '../sites/site.ts'
import { findWay } from './find-way.ts'
import type { WayGround, WaySurvey } from './find-way.ts'
import { DECK_METERS, FORD_METERS, meetRivers, spanRivers, WIDEST_FORD_METERS } from './span-rivers.ts'
import type { Deck } from './span-rivers.ts'
import { easeLevels, limitPitch } from './ease-levels.ts'
import { findFaults } from './find-faults.ts'
import { CAUSEWAY_METERS, DEEPEST_CAUSEWAY_METERS, KEPT_METERS, KEPT_REACH_METERS } from './left-to-roads.ts'
import { cutCorners, keepOutOfRivers, openHairpins } from './shape-line.ts'

/** Width of a road in metres. */
export const ROAD_WIDTH_METERS = 3.6
/** A settlement's ground is left alone this far beyond its core, then less and less over `TOWN_FADE_METERS`. */
export const TOWN_METERS = 10
/** See `TOWN_METERS`. */
export const TOWN_FADE_METERS = 28
/** Steepest that a road is built by choice, rise over run. */
const STEEPEST = 0.11
/** Steepest where cutting and filling no longer help, rise over run. */
export const STEEPEST_PITCH = 0.24
/** Longest stretch of a road, metres: half a knight's move over the lattice of ways, and the step to a lane's end. */
export const LONGEST_METERS = 100
/** Deepest cutting and highest bank beside a road, metres. */
const DEEPEST_METERS = 4
/** Heights are smoothed this often over neighbouring points. */
const SMOOTHINGS = 3
/** How far a ford reaches beyond the banks, and a bridge whose road had no room for a longer one, metres. */
const FORD_BEYOND_METERS = 1
const ABUTMENT_METERS = 5

/** Where a road crosses a river. */
export type Crossing = {
  kind: 'bridge' | 'ford'
  /** Middle of the river, metres. */
  x: number
  z: number
  /** Unit vector along the road. */
  alongX: number
  alongZ: number
  /** Length in metres of the deck, or of the way through the water, and where along the road it begins and ends: metres from the middle of the river. */
  span: number
  start: number
  end: number
  /** The point of the road where the deck begins, −1 where the road stays on the ground. */
  deckAt: number
  width: number
  /** Height in metres of the deck, or of the road at the ford. */
  level: number
  /** Height in metres of the water. */
  water: number
}

/** A road from one settlement's lane to another's. */
export type Road = {
  /** The cells of both ends: `road:x,z/x,z`. */
  id: `road:${string}`
  from: { cellX: number; cellZ: number; x: number; z: number }
  to: { cellX: number; cellZ: number; x: number; z: number }
  /** How many of the roads that begin at the same settlement come before it. */
  nth: number
  width: number
  /** x0, z0, x1, z1, … in metres. */
  points: Float64Array
  /** Height in metres of the road at each point. */
  levels: Float64Array
  crossings: Crossing[]
}

/** A road as it is laid, before others are looked at. */
export type LaidRoad = Omit<Road, 'nth'>

/** What the road between two settled places is called in the order of roads. */
export function roadId(from: Site, to: Site): Road['id'] {
  return `road:${from.cellX},${from.cellZ}/${to.cellX},${to.cellZ}`
}

/** What roads are laid over. */
export type RoadCountry = { readonly ground: WayGround; readonly survey: WaySurvey; readonly waters: WaterIndex }

/** A road is laid anew at most so often round what could not be walked. */
const MOST_TRIES = 9
/** After so many tries a road takes deeper water, and another lane where it cannot be walked within `END_METERS` of its end. */
const EASY_TRIES = 3
const END_METERS = 110

/** Lays the road between two settled places; `from` comes first in the order of cells, so that it is the same from both ends. Null where no road can be walked: water all the way between, or rock. */
export function layRoad(country: RoadCountry, from: Site, to: Site): LaidRoad | null {
  const starts = laneEndsTowards(from, to)
  const ends = laneEndsTowards(to, from)
  const shunned: number[] = []
  let nthStart = 0
  let nthEnd = 0
  for (let n = 0; n < MOST_TRIES; n++) {
    const start = starts[nthStart % starts.length]!
    const end = ends[nthEnd % ends.length]!
    samples.x[0] = start.x
    samples.z[0] = start.z
    samples.x[1] = end.x
    samples.z[1] = end.z
    country.ground.fill(samples, found)
    const [startHeight, endHeight] = [found[0]!, found[1]!]
    const way = findWay(country.survey, { fromX: start.x, fromZ: start.z, toX: end.x, toZ: end.z }, shunned)
    const road = layAlong(country, [start.x, start.z, startHeight, ...way, end.x, end.z, endHeight], from, to)
    const faults = findFaults(country.ground, road, n < EASY_TRIES ? CAUSEWAY_METERS : DEEPEST_CAUSEWAY_METERS)
    if (faults.length === 0) return road
    shunned.push(...faults)
    if (n + 1 < EASY_TRIES) continue
    if (isAnyNear(faults, start)) nthStart++
    if (isAnyNear(faults, end)) nthEnd++
  }
  return null
}

/** Lays a road along a way of x, z, height. */
function layAlong({ ground, waters }: RoadCountry, way: readonly number[], from: Site, to: Site): LaidRoad {
  // Corners are cut: the way no longer shows the lattice it was found on.
  const smoothLine = cutCorners(cutCorners(openHairpins(way)))
  keepOutOfRivers(waters, smoothLine)
  const { line, decks } = spanRivers(ground, waters, smoothLine)
  const points = new Float64Array((line.length / 3) * 2)
  const levels = new Float64Array(line.length / 3)
  for (let i = 0; i < levels.length; i++) {
    points[i * 2] = line[i * 3]!
    points[i * 2 + 1] = line[i * 3 + 1]!
    // Where it cannot be avoided, a causeway runs just above the sea.
    levels[i] = Math.max(0.8, line[i * 3 + 2]!)
  }
  const crossings = findCrossings(waters, points, decks)
  const fixed = new Uint8Array(levels.length)
  for (let n = 0; n < SMOOTHINGS; n++) {
    let previous = levels[0]!
    for (let i = 1; i + 1 < levels.length; i++) {
      const own = levels[i]!
      levels[i] = (previous + 2 * own + levels[i + 1]!) / 4
      previous = own
    }
  }
  fixed[0] = 1
  fixed[levels.length - 1] = 1
  for (let i = 1; i + 1 < levels.length; i++) {
    const x = points[i * 2]!
    const z = points[i * 2 + 1]!
    if (!isLeftAlone(from, x, z) && !isLeftAlone(to, x, z) && !isNearKept(x, z)) continue
    samples.x[0] = samples.x[1] = x
    samples.z[0] = samples.z[1] = z
    ground.fill(samples, found)
    levels[i] = Math.max(0.8, found[0]!)
    fixed[i] = 1
  }
  const held = new Uint8Array(levels.length)
  held[0] = held[levels.length - 1] = 1
  for (const { first, level } of decks) {
    levels.fill(level, first, first + 4)
    held.fill(1, first, first + 4)
    fixed.fill(1, first, first + 4)
  }
  for (const crossing of crossings) {
    if (crossing.deckAt >= 0) continue
    for (let i = 0; i < levels.length; i++) {
      const dx = points[i * 2]! - crossing.x
      const dz = points[i * 2 + 1]! - crossing.z
      const near = crossing.span / 2 + 6
      if (dx * dx + dz * dz > near * near) continue
      levels[i] = crossing.level
      fixed[i] = held[i] = 1
    }
  }
  const smooth = Float64Array.from(levels)
  easeLevels(points, levels, fixed, STEEPEST)
  // Rather a steep pitch than a deep cutting.
  for (let i = 0; i < levels.length; i++) levels[i] = Math.max(smooth[i]! - DEEPEST_METERS, Math.min(smooth[i]! + DEEPEST_METERS, levels[i]!))
  limitPitch(points, levels, held, STEEPEST_PITCH)
  return {
    id: roadId(from, to),
    from: { cellX: from.cellX, cellZ: from.cellZ, x: from.x, z: from.z }, to: { cellX: to.cellX, cellZ: to.cellZ, x: to.x, z: to.z },
    width: ROAD_WIDTH_METERS, points, levels, crossings,
  }
}

/** The outer ends of a settlement's lanes, that which looks most towards another place first. */
function laneEndsTowards(site: Site, other: Site): { x: number; z: number }[] {
  const squareTo = ({ x, z }: { x: number; z: number }): number => (x - other.x) * (x - other.x) + (z - other.z) * (z - other.z)
  return layLanes(site).map(({ points }) => ({ x: points[points.length - 2]!, z: points[points.length - 1]! })).sort((a, b) => squareTo(a) - squareTo(b))
}

/** Whether any place of a list of x, z, … lies within `END_METERS` of a place. */
function isAnyNear(places: readonly number[], { x, z }: { x: number; z: number }): boolean {
  for (let p = 0; p < places.length; p += 2) if ((places[p]! - x) * (places[p]! - x) + (places[p + 1]! - z) * (places[p + 1]! - z) < END_METERS * END_METERS) return true
  return false
}

/** Whether a place lies where a settlement keeps its own ground: there a road takes the height of the ground, not the ground that of the road. */
function isLeftAlone(site: Site, x: number, z: number): boolean {
  const reach = site.core + TOWN_METERS + TOWN_FADE_METERS
  return (site.x - x) * (site.x - x) + (site.z - z) * (site.z - z) < reach * reach
}

/** The same beside the places that far levels are built of. */
function isNearKept(x: number, z: number): boolean {
  const dx = x - Math.round(x / KEPT_METERS) * KEPT_METERS
  const dz = z - Math.round(z / KEPT_METERS) * KEPT_METERS
  return dx * dx + dz * dz < KEPT_REACH_METERS * KEPT_REACH_METERS
}

const samples: Samples = { x: new Float64Array(2), z: new Float64Array(2), count: 2 }
const found = new Float64Array(2)

/** Every place where the road crosses a river, once on each deck. */
function findCrossings(waters: WaterIndex, points: Float64Array, decks: readonly Deck[]): Crossing[] {
  const crossings: Crossing[] = []
  for (const { index, share, x, z, water, width, half } of meetRivers(waters, points)) {
    const dx = points[index * 2 + 2]! - points[index * 2]!
    const dz = points[index * 2 + 3]! - points[index * 2 + 1]!
    const length = Math.sqrt(dx * dx + dz * dz)
    const deck = decks.find(({ first }) => first + 1 === index)
    if (deck && crossings.some(({ deckAt }) => deckAt === index)) continue
    const isFord = !deck && width <= WIDEST_FORD_METERS
    const reach = half + (isFord ? FORD_BEYOND_METERS : ABUTMENT_METERS)
    const start = deck ? -share * length : -reach
    const end = deck ? (1 - share) * length : reach
    crossings.push({
      kind: isFord ? 'ford' : 'bridge', x, z, alongX: dx / length, alongZ: dz / length, span: end - start, start, end, deckAt: deck ? index : -1,
      width: ROAD_WIDTH_METERS, level: deck ? deck.level : water + (isFord ? FORD_METERS : DECK_METERS), water,
    })
  }
  return crossings
}

