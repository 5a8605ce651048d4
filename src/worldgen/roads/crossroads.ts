/** Crossroads away from settlements: where two roads meet or cross, a signpost tells every way on. */
import type { Land } from '../land.ts'
import { isDrained } from '../hydrology/macro-nodes.ts'
import type { Road } from './road.ts'
import { distance, MOST_FINGERS, settlementAt, spotBeside } from './signposts.ts'
import type { Finger, Signpost, Spot } from './signposts.ts'

/** Where roads meet nearer than this to a settlement's edge, its own signposts stand, metres. */
const AWAY_METERS = 60
/** Roads that meet within this distance of each other share a post: that of the pair first in order. Metres. */
const SHARED_METERS = 70
/** A post stands so far back from the crossroads along the first of its roads, metres; fingers point to where their road is this far on. */
const BACK_METERS = 4
const AHEAD_METERS = 24
/** Fingers nearer to each other than this show one way: cosine. */
const ONE_WAY = 0.9

/** Where two roads meet: place, and the metres along each from its beginning. */
type Meeting = Spot & { readonly first: Road; readonly second: Road; readonly alongFirst: number; readonly alongSecond: number }

/** The signposts at crossroads within `radius` metres of a place, away from settlements. */
export function crossroadsNear(land: Land, x: number, z: number, radius: number): Signpost[] {
  if (!isDrained(x, z)) return []
  const posts: Signpost[] = []
  const roads = land.roadsNear(x, z, radius)
  for (const [n, first] of roads.entries()) {
    for (const second of roads.slice(n + 1)) {
      const meeting = meetingOf(land, first, second)
      if (!meeting || distance(meeting, { x, z }) > radius || isShared(land, meeting)) continue
      const post = buildPost(land, meeting)
      if (post) posts.push(post)
    }
  }
  return posts
}

/** The first place along `first` where `second` meets it, out of reach of settlements; `first` comes before it in the order of roads. */
function meetingOf(land: Land, first: Road, second: Road): Meeting | null {
  let walked = 0
  const { points: p } = first
  const { points: q } = second
  for (let i = 0; i + 3 < p.length; i += 2) {
    const dx = p[i + 2]! - p[i]!
    const dz = p[i + 3]! - p[i + 1]!
    const length = Math.sqrt(dx * dx + dz * dz)
    let walkedSecond = 0
    for (let j = 0; j + 3 < q.length; j += 2) {
      const ex = q[j + 2]! - q[j]!
      const ez = q[j + 3]! - q[j + 1]!
      const cross = dx * ez - dz * ex
      const fx = q[j]! - p[i]!
      const fz = q[j + 1]! - p[i + 1]!
      const t = (fx * ez - fz * ex) / cross
      const u = (fx * dz - fz * dx) / cross
      const secondLength = Math.sqrt(ex * ex + ez * ez)
      if (cross !== 0 && t >= 0 && t <= 1 && u >= 0 && u <= 1) {
        const at = { x: p[i]! + dx * t, z: p[i + 1]! + dz * t }
        if (!land.findSettlements(at.x, at.z, 500).some((plan) => distance(plan, at) < plan.radius + AWAY_METERS)) return { ...at, first, second, alongFirst: walked + length * t, alongSecond: walkedSecond + secondLength * u }
      }
      walkedSecond += secondLength
    }
    walked += length
  }
  return null
}

/** Whether a pair that comes before this one in order meets close by: that pair's post stands for both. */
function isShared(land: Land, { x, z, first, second }: Meeting): boolean {
  const near = land.roadsNear(x, z, SHARED_METERS)
  return near.some((a, n) => near.slice(n + 1).some((b) => {
    if (a.id > first.id || (a.id === first.id && b.id >= second.id)) return false
    const other = meetingOf(land, a, b)
    return other !== null && distance(other, { x, z }) < SHARED_METERS
  }))
}

function buildPost(land: Land, meeting: Meeting): Signpost | null {
  const { first, second, alongFirst, alongSecond } = meeting
  const length = lengthOf(first)
  const back = pointAlong(first, Math.max(0, alongFirst - BACK_METERS))
  const ahead = pointAlong(first, Math.min(length, alongFirst + BACK_METERS))
  const gap = distance(back, ahead)
  if (gap === 0) return null
  const spot = spotBeside(land, back, { x: (ahead.x - back.x) / gap, z: (ahead.z - back.z) / gap })
  if (!spot) return null
  const ways = [[first, alongFirst], [second, alongSecond]] as const
  const fingers: Finger[] = ways.flatMap(([road, along]) => [road.from, road.to].flatMap((end) => {
    const isBack = end === road.from
    const whole = lengthOf(road)
    const on = pointAlong(road, isBack ? Math.max(0, along - AHEAD_METERS) : Math.min(whole, along + AHEAD_METERS))
    const name = settlementAt(land, end)
    const reach = distance(spot, on)
    if (name === undefined || reach < 1) return []
    return { name, road: land.tellRoad(road).name, meters: (isBack ? along : whole - along) + distance(pointAlong(road, isBack ? 0 : whole), end), alongX: (on.x - spot.x) / reach, alongZ: (on.z - spot.z) / reach }
  }))
  // To one place there is one finger on one way, along the shorter road.
  const kept = fingers.toSorted((a, b) => a.meters - b.meters).filter((finger, n, all) => !all.slice(0, n).some((other) => other.name === finger.name && other.alongX * finger.alongX + other.alongZ * finger.alongZ > ONE_WAY))
  return { id: `signpost:${first.id}&${second.id}`, ...spot, culture: land.describe(spot.x, spot.z).culture, fingers: kept.slice(0, MOST_FINGERS) }
}

function lengthOf({ points }: Road): number {
  let sum = 0
  for (let i = 2; i + 1 < points.length; i += 2) sum += distance({ x: points[i - 2]!, z: points[i - 1]! }, { x: points[i]!, z: points[i + 1]! })
  return sum
}

/** The place so many metres along a road from its beginning. */
function pointAlong({ points }: Road, meters: number): Spot {
  let left = meters
  for (let i = 0; i + 3 < points.length; i += 2) {
    const a = { x: points[i]!, z: points[i + 1]! }
    const b = { x: points[i + 2]!, z: points[i + 3]! }
    const length = distance(a, b)
    if (left <= length && length > 0) return { x: a.x + ((b.x - a.x) * left) / length, z: a.z + ((b.z - a.z) * left) / length }
    left -= length
  }
  return { x: points[points.length - 2]!, z: points[points.length - 1]! }
}
