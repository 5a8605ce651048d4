/** What a settlement builds beyond its houses: a mill where a river runs near or on a windy rise, a pier where it lies at a coast, each at the end of a path from its lanes. */
import { SIXTEEN_WINDS } from '../directions.ts'
import { surfaceAt, type WaterSamples } from '../hydrology/carve.ts'
import { MACRO_METERS, isDrained } from '../hydrology/macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from '../hydrology/segment.ts'
import type { WaterIndex } from '../hydrology/water-index.ts'
import { nearestNode } from '../noise/coarse-lattice.ts'
import { BLOCK_SIZE } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import { BUILDING_SIZES } from './building-sizes.ts'
import { distanceToPolyline } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'
import type { Lane, Pier, Wheel } from './settlement-plan.ts'
import type { Site } from './site.ts'

/** Nothing of a settlement lies farther from its middle, metres. */
export const OUTLYING_METERS = 250
/** How far the water may be from the middle of a settlement for a mill and for a pier, metres. */
const MILL_REACH_METERS = 215
const PIER_REACH_METERS = 220
/** Size of a watermill, and how far its back wall stands from the water's edge, metres. */
export const WATERMILL = { width: 7.2, depth: 6, wallHeight: 4.2, bank: 1.4 } as const
/** The ground of a mill is made level up to so near to the water, metres. */
export const QUAY_METERS = 0.35
/** Height of a mill's floor over the water, and how much the ground may differ from it, metres. */
const FLOOR_METERS = [0.7, 2.5] as const
const UNEVEN_METERS = 1.5
/** Steepest river that turns a wheel, fall over run; the height over the sea that it needs; its least half width. Metres. */
const STEEPEST = 0.1
const LEAST_LEVEL_METERS = 0.8
const LEAST_HALF_METERS = 1.8
/** A windmill stands so far beyond the core, metres, on ground higher than the square; every metre of way counts as so much less height. It keeps so far from water. */
const RISE_METERS = [40, 62, 86, 112] as const
const LESS_FOR_WAY = 0.02
const MOST_RISES = 12
const DRY_METERS = 14
/** Banks that are tried. */
const MOST_BANKS = 12
/** Steepest that a path climbs, rise over run, and the distance of the places where it is looked at, metres. */
const STEEPEST_PATH = 0.34
const PACE_METERS = 2.5
const PATH_WIDTH_METERS = 1.6
/** How far aside a path down a steep shore bends, metres. */
const STEEP_ASIDES = [18, -18, 34, -34, 50, -50] as const
/** A pier lies so high over the water, begins where the ground comes up to so little below it, and ends in water of this depth; its least and greatest length and its width. Metres. */
const DECK_METERS = 1.05
const STEP_METERS = 0.6
const MOORING_METERS = 1.7
const SHALLOWEST_METERS = 1
const PIER_METERS = [9, 44] as const
const PIER_WIDTH_METERS = 3.3
const SHORE_PACES = 24
/** How far a pier is turned from straight out, in sixteenths of the circle, in the order in which it is tried. */
const SLANTS = [0, 1, -1, 2, -2, 3, -3] as const
/** The shore is looked for at places so far apart, where some ground near lies lower than this, metres. */
const LOOK_METERS = 6
const LOW_METERS = 6
/** Water no higher than this over the sea is the sea. */
const SEA_RIM_METERS = 0.05

/** The ground before anything is built: fills heights, and its water for the same places. */
export type BareGround = { readonly water: WaterSamples; fill(samples: Samples, out: Float64Array): void }

/** A mill with the height of its floor and its wheel; a windmill has none. */
export type Mill = { readonly rectangle: Rectangle; readonly floor: number; readonly wheel: Wheel | null }

/** What stands at the water, and the paths there. */
export type Waterside = { readonly mill: Mill | null; readonly pier: Pier | null; readonly paths: Lane[] }

type Bank = { x: number; z: number; outX: number; outZ: number; half: number; meters: number; turn: Wheel['turn'] }

const samples: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const heights = new Float64Array(BLOCK_SIZE)

/** Finds what a settlement with these lanes builds at the water; paths there begin beyond `keep` metres of its middle, outside of its wall. */
export function findWaterside(ground: BareGround, waters: WaterIndex, site: Site, { lanes, keep }: { lanes: readonly Lane[]; keep: number }): Waterside {
  const paths: Lane[] = []
  const mill = placeMill(ground, waters, { site, lanes, keep, paths, asides: [] }) ?? placeWindmill(ground, { site, lanes, keep, paths, asides: [] })
  const pier = placePier(ground, waters, { site, lanes, keep, paths, asides: STEEP_ASIDES })
  return { mill, pier, paths }
}

type Place = { readonly site: Site; readonly lanes: readonly Lane[]; /** Paths begin beyond so many metres of the middle. */ readonly keep: number; readonly paths: Lane[]; /** How far aside a path may have a bend, metres, in the order in which it is tried. */ readonly asides: readonly number[] }

/** Puts a mill on the nearest bank that bears one. */
function placeMill(ground: BareGround, waters: WaterIndex, place: Place): Mill | null {
  for (const bank of banksNear(waters, place.site)) {
    const mill = millAt(ground, bank)
    if (mill === null) continue
    const { x, z, frontX, frontZ, halfDepth } = mill.rectangle
    if (layPath(ground, place, x + frontX * (halfDepth + 0.9), z + frontZ * (halfDepth + 0.9))) return mill
  }
  return null
}

/** Banks of rivers on the side of a settlement, the nearest first, each some metres from the others. */
function banksNear(waters: WaterIndex, site: Site): Bank[] {
  const found: Bank[] = []
  if (!isDrained(site.x, site.z)) return found
  const cellX = Math.floor(site.x / MACRO_METERS)
  const cellZ = Math.floor(site.z / MACRO_METERS)
  const seen = new Set<Float64Array>()
  for (let dz = -1; dz <= 1; dz++) {
    for (let dx = -1; dx <= 1; dx++) {
      for (const { segments } of waters.cellOf(cellX + dx, cellZ + dz).courses) {
        if (seen.has(segments)) continue
        seen.add(segments)
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          const bank = bankOf(segments, s, site)
          if (bank) found.push(bank)
        }
      }
    }
  }
  found.sort((a, b) => a.meters - b.meters || a.x - b.x || a.z - b.z)
  return found.slice(0, MOST_BANKS)
}

function bankOf(segments: Float64Array, s: number, site: Site): Bank | null {
  const at = (field: number): number => segments[s + field]!
  const length = Math.sqrt(at(SEGMENT.dx) * at(SEGMENT.dx) + at(SEGMENT.dz) * at(SEGMENT.dz))
  if (length < 4 || -at(SEGMENT.fall) > STEEPEST * length || at(SEGMENT.level) + at(SEGMENT.fall) < LEAST_LEVEL_METERS || at(SEGMENT.half) < LEAST_HALF_METERS) return null
  const along = ((site.x - at(SEGMENT.ax)) * at(SEGMENT.dx) + (site.z - at(SEGMENT.az)) * at(SEGMENT.dz)) * at(SEGMENT.perSquare)
  const t = along < 0.1 ? 0.1 : along > 0.9 ? 0.9 : along
  const x = at(SEGMENT.ax) + at(SEGMENT.dx) * t
  const z = at(SEGMENT.az) + at(SEGMENT.dz) * t
  const half = at(SEGMENT.half) + at(SEGMENT.widening) * t
  const meters = Math.sqrt((site.x - x) * (site.x - x) + (site.z - z) * (site.z - z)) - half
  if (meters > MILL_REACH_METERS || meters < site.core + 24) return null
  const side = (site.z - z) * at(SEGMENT.dx) - (site.x - x) * at(SEGMENT.dz) > 0 ? 1 : -1
  return { x, z, outX: (-at(SEGMENT.dz) / length) * side, outZ: (at(SEGMENT.dx) / length) * side, half, meters, turn: side > 0 ? -1 : 1 }
}

/** A mill with its back to the river at a bank, where the ground is fit for it; its front looks out of the water. */
function millAt(ground: BareGround, { x, z, outX, outZ, half, turn }: Bank): Mill | null {
  const { width, depth, bank } = WATERMILL
  const away = half + bank + depth / 2
  const rectangle: Rectangle = { x: x + outX * away, z: z + outZ * away, frontX: outX, frontZ: outZ, halfWidth: width / 2, halfDepth: depth / 2 }
  const look: readonly (readonly [across: number, out: number])[] = [[0, -away], [0, -depth / 2], [-width / 2 - 0.5, -depth / 2 - 0.5], [width / 2 + 0.5, -depth / 2 - 0.5], [0, 0], [-width / 2 - 0.5, depth / 2 + 0.5], [width / 2 + 0.5, depth / 2 + 0.5], [0, depth / 2 + 4]]
  samples.count = look.length
  look.forEach(([across, out], k) => {
    samples.x[k] = rectangle.x + outZ * across + outX * out
    samples.z[k] = rectangle.z - outX * across + outZ * out
  })
  ground.fill(samples, heights)
  const { water } = ground
  if (!water.near) return null
  const level = water.level[0]!
  // Water for the wheel, close to the wall, and a firm bank under all of the house.
  if (!(level - heights[0]! > 0.25) || (water.flowX[0] === 0 && water.flowZ[0] === 0) || water.gap[1]! > bank + 0.6) return null
  for (const k of [2, 3]) if (water.gap[k]! < QUAY_METERS + 0.02) return null
  const floor = Math.max(level + FLOOR_METERS[0], Math.min(level + FLOOR_METERS[1], (heights[5]! + heights[6]!) / 2 - 0.3))
  for (let k = 4; k < look.length; k++) if (Math.abs(heights[k]! - floor) > UNEVEN_METERS || heights[k]! < water.level[k]!) return null
  return { rectangle, floor, wheel: { level, turn } }
}

/** Puts a windmill on the highest even ground round a village or town, looking at its houses. */
function placeWindmill(ground: BareGround, place: Place): Mill | null {
  const { site } = place
  if (site.kind === 'hamlet') return null
  const rises: { x: number; z: number; wind: number; height: number }[] = []
  samples.count = 16 * RISE_METERS.length
  for (let k = 0; k < samples.count; k++) {
    const meters = site.core + RISE_METERS[k >> 4]!
    samples.x[k] = site.x + SIXTEEN_WINDS[(k & 15) * 2]! * meters
    samples.z[k] = site.z + SIXTEEN_WINDS[(k & 15) * 2 + 1]! * meters
  }
  ground.fill(samples, heights)
  for (let k = 0; k < samples.count; k++) if (heights[k]! > site.y) rises.push({ x: samples.x[k]!, z: samples.z[k]!, wind: k & 15, height: heights[k]! - LESS_FOR_WAY * RISE_METERS[k >> 4]! })
  rises.sort((a, b) => b.height - a.height || a.x - b.x || a.z - b.z)
  for (const { x, z, wind } of rises.slice(0, MOST_RISES)) {
    const [frontX, frontZ] = [-SIXTEEN_WINDS[wind * 2]!, -SIXTEEN_WINDS[wind * 2 + 1]!]
    const { width, depth } = BUILDING_SIZES.mill
    const rectangle: Rectangle = { x, z, frontX, frontZ, halfWidth: width / 2, halfDepth: depth / 2 }
    samples.count = 9
    for (let k = 0; k < 9; k++) {
      samples.x[k] = x + ((k % 3) - 1) * (width / 2 + 1.5)
      samples.z[k] = z + (Math.floor(k / 3) - 1) * (depth / 2 + 1.5)
    }
    ground.fill(samples, heights)
    const floor = heights[4]!
    let isEven = true
    for (let k = 0; k < 9; k++) if (Math.abs(heights[k]! - floor) > UNEVEN_METERS || (ground.water.near && ground.water.gap[k]! < DRY_METERS) || heights[k]! < 1) isEven = false
    if (isEven && layPath(ground, place, x + frontX * (depth / 2 + 0.9), z + frontZ * (depth / 2 + 0.9))) return { rectangle, floor, wheel: null }
  }
  return null
}

/** Lays a path from a place to the nearest outer end of a lane that can be walked to on dry ground; whether there is one. */
function layPath(ground: BareGround, { site, lanes, keep, paths, asides }: Place, x: number, z: number): boolean {
  const ends: { x: number; z: number; meters: number }[] = []
  for (const { points } of lanes) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const end = { x: points[i]!, z: points[i + 1]!, meters: Math.sqrt((points[i]! - x) * (points[i]! - x) + (points[i + 1]! - z) * (points[i + 1]! - z)) }
      if ((end.x - site.x) * (end.x - site.x) + (end.z - site.z) * (end.z - site.z) > keep * keep) ends.push(end)
    }
  }
  ends.sort((a, b) => a.meters - b.meters)
  // Straight where that will do, else with one bend, the least first, else to and fro with two.
  for (const bends of [1, 2]) {
    for (const aside of bends === 1 ? [0, ...asides] : asides) {
      for (const end of ends.slice(0, 5)) {
        const points = pathOf([x, z, end.x, end.z], aside, bends)
        if (distanceToPolyline(points, site.x, site.z) < keep - 2 || !isWalkable(ground, points)) continue
        paths.push({ points, width: PATH_WIDTH_METERS })
        return true
      }
    }
  }
  return false
}

/** A path between two places with so many bends, in turns so far to one side and the other, metres; straight if that is 0. */
function pathOf([ax, az, bx, bz]: readonly [number, number, number, number], aside: number, bends: number): number[] {
  if (aside === 0) return [ax, az, bx, bz]
  const across = aside / (Math.sqrt((bx - ax) * (bx - ax) + (bz - az) * (bz - az)) + 0.001)
  const points = [ax, az]
  for (let n = 1; n <= bends; n++) {
    const [t, side] = [n / (bends + 1), (n & 1) === 1 ? across : -across]
    points.push(ax + (bx - ax) * t - (bz - az) * side, az + (bz - az) * t + (bx - ax) * side)
  }
  return [...points, bx, bz]
}

function isWalkable(ground: BareGround, points: readonly number[]): boolean {
  for (let i = 0; i + 3 < points.length; i += 2) if (!isStretchWalkable(ground, points.slice(i, i + 4))) return false
  return true
}

function isStretchWalkable({ water, fill }: BareGround, [ax, az, bx, bz]: readonly number[]): boolean {
  const length = Math.sqrt((bx! - ax!) * (bx! - ax!) + (bz! - az!) * (bz! - az!))
  const paces = Math.min(BLOCK_SIZE - 1, Math.max(1, Math.ceil(length / PACE_METERS)))
  samples.count = paces + 1
  for (let k = 0; k <= paces; k++) {
    samples.x[k] = ax! + ((bx! - ax!) * k) / paces
    samples.z[k] = az! + ((bz! - az!) * k) / paces
  }
  fill(samples, heights)
  for (let k = 0; k <= paces; k++) {
    if (heights[k]! < 0.3 || (water.near && (water.gap[k]! < 4 || water.pool[k] === 1) && heights[k]! < water.level[k]! + 0.1)) return false
    if (k > 0 && Math.abs(heights[k]! - heights[k - 1]!) > (STEEPEST_PATH * length) / paces) return false
  }
  return true
}

/** Whether the sea or a lake may be in reach of a settlement: asked of few places, where heights cost least. */
function isCoastal(ground: BareGround, waters: WaterIndex, site: Site): boolean {
  samples.count = 16
  for (let k = 0; k < 16; k++) {
    const meters = PIER_REACH_METERS * (k < 8 ? 0.55 : 0.95)
    samples.x[k] = nearestNode(site.x + SIXTEEN_WINDS[(k & 7) * 4]! * meters)
    samples.z[k] = nearestNode(site.z + SIXTEEN_WINDS[(k & 7) * 4 + 1]! * meters)
  }
  ground.fill(samples, heights)
  for (let k = 0; k < 16; k++) if (heights[k]! < LOW_METERS) return true
  if (!isDrained(site.x, site.z)) return false
  const { lakes } = waters.cellOf(Math.floor(site.x / MACRO_METERS), Math.floor(site.z / MACRO_METERS))
  return lakes.some(({ x, z, radius }) => (x - site.x) * (x - site.x) + (z - site.z) * (z - site.z) < (radius + PIER_REACH_METERS) * (radius + PIER_REACH_METERS))
}

/** Puts a pier where the shore is nearest and falls off as one needs. */
function placePier(ground: BareGround, waters: WaterIndex, place: Place): Pier | null {
  const { site } = place
  if (!isCoastal(ground, waters, site)) return null
  const shores: { wind: number; meters: number }[] = []
  const first = site.core + 12
  for (let wind = 0; wind < 16; wind++) {
    const [dx, dz] = [SIXTEEN_WINDS[wind * 2]!, SIXTEEN_WINDS[wind * 2 + 1]!]
    samples.count = Math.ceil((PIER_REACH_METERS - first) / LOOK_METERS)
    for (let k = 0; k < samples.count; k++) {
      samples.x[k] = site.x + dx * (first + k * LOOK_METERS)
      samples.z[k] = site.z + dz * (first + k * LOOK_METERS)
    }
    ground.fill(samples, heights)
    for (let k = 0; k < samples.count; k++) {
      if (levelAt(ground.water, k) === -Infinity) continue
      shores.push({ wind, meters: first + k * LOOK_METERS })
      break
    }
  }
  shores.sort((a, b) => a.meters - b.meters || a.wind - b.wind)
  // Straight out from the square where that will do, else aslant, the least first.
  for (const turn of SLANTS) {
    for (const { wind, meters } of shores) {
      const pier = pierAt(ground, { x: site.x + SIXTEEN_WINDS[wind * 2]! * meters, z: site.z + SIXTEEN_WINDS[wind * 2 + 1]! * meters }, (wind + turn) & 15)
      if (pier === null) continue
      const before = pier.start - 1
      if (layPath(ground, place, pier.x + pier.alongX * before, pier.z + pier.alongZ * before)) return pier
    }
  }
  return null
}

/** Height of the sea or of a lake over place `k` of those looked at last; −Infinity on land and in rivers. */
function levelAt(water: WaterSamples, k: number): number {
  const level = surfaceAt(water, k, heights[k]!)
  if (level <= SEA_RIM_METERS) return heights[k]! < 0 ? 0 : -Infinity
  return water.flowX[k] === 0 && water.flowZ[k] === 0 ? level : -Infinity
}

/** A pier out along a wind over the shore that lies about there. */
function pierAt(ground: BareGround, shore: { x: number; z: number }, wind: number): Pier | null {
  const [alongX, alongZ] = [SIXTEEN_WINDS[wind * 2]!, SIXTEEN_WINDS[wind * 2 + 1]!]
  const from = -SHORE_PACES - LOOK_METERS
  samples.count = SHORE_PACES + LOOK_METERS + PIER_METERS[1]
  for (let k = 0; k < samples.count; k++) {
    samples.x[k] = shore.x + alongX * (from + k)
    samples.z[k] = shore.z + alongZ * (from + k)
  }
  ground.fill(samples, heights)
  let edge = 0
  while (edge < samples.count && levelAt(ground.water, edge) === -Infinity) edge++
  const water = edge < samples.count ? levelAt(ground.water, edge) : 0
  let root = edge
  while (root >= 0 && heights[root]! < water + DECK_METERS - STEP_METERS) root--
  let end = edge
  // Where the bottom falls off at once it goes on to its least length; where land or a river comes in between it ends before that.
  while (end + 1 < samples.count && end - root < PIER_METERS[1] && (water - heights[end]! < MOORING_METERS || end - root < PIER_METERS[0])) {
    if (end > edge + 1 && !(levelAt(ground.water, end + 1) === water)) break
    end++
  }
  if (root < 0 || edge - root > SHORE_PACES || end - root < PIER_METERS[0] || water - heights[end]! < SHALLOWEST_METERS) return null
  return { kind: 'pier', x: samples.x[edge]!, z: samples.z[edge]!, alongX, alongZ, start: root - edge, end: end - edge, width: PIER_WIDTH_METERS, level: water + DECK_METERS, water }
}
