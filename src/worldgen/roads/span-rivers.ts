/** Where a road leaves the ground: rivers too wide to ford, and gorges too deep to climb in and out of, are spanned from edge to edge. */
import { MACRO_METERS } from '../hydrology/macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from '../hydrology/segment.ts'
import type { WaterIndex } from '../hydrology/water-index.ts'
import type { Samples } from '../noise/octave.ts'
import type { WayGround } from './find-way.ts'

/** Rivers up to this wide are forded where their banks are low, metres. */
export const WIDEST_FORD_METERS = 4.8
/** How high above the water a deck lies at least, metres. */
export const DECK_METERS = 1.6
/** How high above the water the road lies at a ford, metres. */
export const FORD_METERS = 0.35
/** A ford this much below the country on both sides becomes a bridge, metres. */
const DEEP_METERS = 1.2
/** The country is looked at this far from the river on both sides; a road climbs at `CLIMB` and cuts `CUT_METERS` into it. */
const COUNTRY_METERS = 30
const CLIMB = 0.11
const CUT_METERS = 3
/** A deck ends where the ground lies no more than this below it, and at least so far from the water, metres. */
const FILL_METERS = 2.2
const BANK_METERS = 6
/** Level road at both ends of a deck, metres. */
const LANDING_METERS = 5
/** The ground is probed every so many metres, so often on each side. */
const PROBE_METERS = 3
const PROBES = 15
/** Level road on both banks of a ford, metres. */
const FORD_ROOM_METERS = 2.5
/** Metres of road between two decks at least. */
const APART_METERS = 8

/** A place where a line meets the middle of a river. */
export type RiverMeeting = {
  /** The point of the line before it, and the share of the way to the next. */
  index: number
  share: number
  x: number
  z: number
  /** Height in metres of the water. */
  water: number
  width: number
  /** Half the way through the water along the line, metres: longer than half the river's width where it is met at a slant. */
  half: number
}

/** A straight deck over a river: from point `first + 1` to the next of the road, with level ground from `first` and to `first + 3`. */
export type Deck = { first: number; level: number }

/** Every place where a line of x, z, … meets the middle of a river. In the sea and in lakes the road has a causeway already. */
export function meetRivers(waters: WaterIndex, points: ArrayLike<number>): RiverMeeting[] {
  const found: RiverMeeting[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const ax = points[i]!
    const az = points[i + 1]!
    const bx = points[i + 2]! - ax
    const bz = points[i + 3]! - az
    const { courses } = waters.cellOf(Math.floor(ax / MACRO_METERS), Math.floor(az / MACRO_METERS))
    for (const { segments, west, east, north, south } of courses) {
      if (ax < west - 60 || ax > east + 60 || az < north - 60 || az > south + 60) continue
      for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
        const dx = segments[s + SEGMENT.dx]!
        const dz = segments[s + SEGMENT.dz]!
        const turn = bx * dz - bz * dx
        if (turn === 0 || segments[s + SEGMENT.levee]! < 0) continue
        const ox = segments[s + SEGMENT.ax]! - ax
        const oz = segments[s + SEGMENT.az]! - az
        const share = (ox * dz - oz * dx) / turn
        const along = (ox * bz - oz * bx) / turn
        if (share < 0 || share >= 1 || along < 0 || along >= 1) continue
        const half = segments[s + SEGMENT.half]! + segments[s + SEGMENT.widening]! * along
        const straight = Math.max(0.35, Math.abs(turn) / Math.sqrt((bx * bx + bz * bz) * (dx * dx + dz * dz)))
        found.push({ index: i / 2, share, x: ax + bx * share, z: az + bz * share, water: segments[s + SEGMENT.level]! + segments[s + SEGMENT.fall]! * along, width: 2 * half, half: half / straight })
      }
    }
  }
  return found
}

/** Puts decks into a line of x, z, height, … and returns the new line with them; where a ford will do the line stays. */
export function spanRivers(ground: WayGround, waters: WaterIndex, line: readonly number[]): { line: number[]; decks: Deck[] } {
  const count = line.length / 3
  const flat: number[] = []
  const arcs: number[] = [0]
  for (let i = 0; i < count; i++) {
    flat.push(line[i * 3]!, line[i * 3 + 1]!)
    if (i === 0) continue
    const dx = line[i * 3]! - line[i * 3 - 3]!
    const dz = line[i * 3 + 1]! - line[i * 3 - 2]!
    arcs.push(arcs[i - 1]! + Math.sqrt(dx * dx + dz * dz))
  }
  const whole = arcs[count - 1]!
  const place: Place = { x: 0, z: 0, height: 0 }
  const at = (arc: number): Place => placeOn(line, arcs, Math.max(0, Math.min(whole, arc)), place)

  const spans: { from: number; to: number; level: number; isFord: boolean }[] = []
  const meetings = meetRivers(waters, flat).map((meeting) => ({ ...meeting, arc: arcs[meeting.index]! + meeting.share * (arcs[meeting.index + 1]! - arcs[meeting.index]!) })).sort((a, b) => a.arc - b.arc)
  for (const { arc, half, width, water } of meetings) {
    const free = (spans.at(-1)?.to ?? -Infinity) + APART_METERS + 2 * LANDING_METERS
    // Another bend of the river too near to land before it: the deck goes on over it.
    const over = spans.at(-1)
    if (over && !over.isFord && arc - half < free) {
      over.to = Math.min(whole - LANDING_METERS - 1, Math.max(over.to, arc + half + BANK_METERS))
      over.level = Math.max(over.level, water + DECK_METERS)
      continue
    }
    const country = Math.min(at(arc - half - COUNTRY_METERS).height, at(arc + half + COUNTRY_METERS).height) - COUNTRY_METERS * CLIMB - CUT_METERS
    const isFordable = width <= WIDEST_FORD_METERS
    if (isFordable && country < water + FORD_METERS + DEEP_METERS) {
      spans.push({ from: Math.max(1, arc - half - FORD_ROOM_METERS), to: Math.min(whole - 1, arc + half + FORD_ROOM_METERS), level: water + FORD_METERS, isFord: true })
      continue
    }
    const level = Math.max(water + DECK_METERS, country)
    for (let k = 0; k < PROBES * 2; k++) {
      at(arc + (half + BANK_METERS / 2 + (k >> 1) * PROBE_METERS) * ((k & 1) === 0 ? -1 : 1))
      samples.x[k] = place.x
      samples.z[k] = place.z
    }
    samples.count = PROBES * 2
    ground.fill(samples, heights)
    const ends = [0, 1].map((side) => half + BANK_METERS / 2 + endOf(ground, side, level) * PROBE_METERS)
    const from = Math.max(free, LANDING_METERS + 1, arc - ends[0]!)
    const to = Math.min(whole - LANDING_METERS - 1, arc + ends[1]!)
    if (from < arc - half && to > arc + half) spans.push({ from, to, level, isFord: false })
  }

  const made: number[] = []
  const decks: Deck[] = []
  let next = 0
  for (const { from, to, level, isFord } of spans) {
    const landing = isFord ? 0 : LANDING_METERS
    for (; next === 0 || arcs[next]! < from - landing - 0.5; next++) made.push(line[next * 3]!, line[next * 3 + 1]!, line[next * 3 + 2]!)
    if (!isFord) decks.push({ first: made.length / 3, level })
    for (const arc of isFord ? [from, to] : [from - LANDING_METERS, from, to, to + LANDING_METERS]) {
      at(arc)
      made.push(place.x, place.z, level)
    }
    while (next < count - 1 && arcs[next]! < to + landing + 0.5) next++
  }
  for (; next < count; next++) made.push(line[next * 3]!, line[next * 3 + 1]!, line[next * 3 + 2]!)
  return { line: made, decks }
}

type Place = { x: number; z: number; height: number }

const samples: Samples = { x: new Float64Array(PROBES * 2), z: new Float64Array(PROBES * 2), count: 0 }
const heights = new Float64Array(PROBES * 2)

/** The probe on a side at which a deck ends: the first that is high enough and clear of the water, else the highest of them. */
function endOf({ water }: WayGround, side: number, level: number): number {
  let best = PROBES - 1
  let highest = -Infinity
  for (let n = 0; n < PROBES; n++) {
    const k = n * 2 + side
    if (water.near && water.gap[k]! < BANK_METERS) continue
    if (heights[k]! >= level - FILL_METERS) return n
    if (heights[k]! > highest + 0.5) {
      highest = heights[k]!
      best = n
    }
  }
  return best
}

/** The place so many metres along a line. */
function placeOn(line: readonly number[], arcs: readonly number[], arc: number, out: Place): Place {
  let i = 0
  while (i + 2 < arcs.length && arcs[i + 1]! < arc) i++
  const length = arcs[i + 1]! - arcs[i]!
  const share = length > 0 ? (arc - arcs[i]!) / length : 0
  out.x = line[i * 3]! + (line[i * 3 + 3]! - line[i * 3]!) * share
  out.z = line[i * 3 + 1]! + (line[i * 3 + 4]! - line[i * 3 + 1]!) * share
  out.height = line[i * 3 + 2]! + (line[i * 3 + 5]! - line[i * 3 + 2]!) * share
  return out
}
