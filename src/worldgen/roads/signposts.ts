/** Signposts where roads leave settlements: a finger for each road, with where it leads and how far that is along it. */
import type { Land } from '../land.ts'
import type { SettlementPlan } from '../sites/settlement-plan.ts'
import type { Road } from './road.ts'

/** A finger of a signpost. */
export type Finger = {
  name: string
  /** Name of the road it points along; null for the way into the settlement it stands at. */
  road: string | null
  /** Metres along the road to the middle of the place it names. */
  meters: number
  /** Unit vector along which it points: that of the road. */
  alongX: number
  alongZ: number
}

/** A signpost beside a road. */
export type Signpost = { id: `signpost:${string}`; x: number; z: number; fingers: Finger[]; /** Id of the culture of its place. */ culture: string }

/** A post stands so far along the road from its beginning, and so far from its middle, metres. */
const OUT_METERS = 9
const ASIDE_METERS = 3.3
/** Fingers point to the place of the road this much farther on. */
const AHEAD_METERS = 22
/** Roads that begin within this distance of each other share a post, metres. */
const SHARED_METERS = 45
/** Ground beside the road that differs more in height from it bears no post, metres. */
const STEEP_METERS = 1.2
/** Most fingers of one post. */
export const MOST_FINGERS = 4

/** The signposts of a settlement. */
export function signpostsOf(land: Land, plan: SettlementPlan): Signpost[] {
  const posts: Signpost[] = []
  for (const road of land.roadsNear(plan.x, plan.z, plan.radius + OUT_METERS * 4)) {
    const isOutward = road.from.x === plan.x && road.from.z === plan.z
    if (!isOutward && !(road.to.x === plan.x && road.to.z === plan.z)) continue
    const far = isOutward ? road.to : road.from
    const name = settlementAt(land, far)
    if (name === undefined) continue
    const walk = walkRoad(road, isOutward)
    const at = walk(OUT_METERS)
    const ahead = walk(OUT_METERS + AHEAD_METERS)
    const length = distance(at, ahead)
    if (length < 1) continue
    const along = { x: (ahead.x - at.x) / length, z: (ahead.z - at.z) / length }
    const roadName = land.tellRoad(road).name
    const meters = lengthOf(road) - OUT_METERS + distance(walk(Infinity), far)
    const shared = posts.find((post) => post.fingers.length < MOST_FINGERS && distance(post, at) < SHARED_METERS)
    if (shared) {
      // From a shared post the finger points to where its own road goes on.
      const reach = distance(shared, ahead)
      shared.fingers.push({ name, road: roadName, meters, alongX: (ahead.x - shared.x) / reach, alongZ: (ahead.z - shared.z) / reach })
      continue
    }
    const spot = spotBeside(land, at, along)
    if (spot) posts.push({ id: `signpost:${plan.id}/${road.id}`, ...spot, culture: plan.culture, fingers: [{ name, road: roadName, meters, alongX: along.x, alongZ: along.z }] })
  }
  for (const post of posts) {
    const home = distance(post, plan)
    post.fingers.push({ name: plan.name, road: null, meters: home, alongX: (plan.x - post.x) / home, alongZ: (plan.z - post.z) / home })
  }
  return posts
}

/** A place in metres. */
export type Spot = { x: number; z: number }

/** Name of the settlement where a road ends. */
export function settlementAt(land: Land, end: Spot): string | undefined {
  return land.findSettlements(end.x, end.z, 4)[0]?.name
}

/** Metres between two places. */
export function distance(a: Spot, b: Spot): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.z - b.z) * (a.z - b.z))
}

function lengthOf({ points }: Road): number {
  let sum = 0
  for (let i = 2; i + 1 < points.length; i += 2) sum += Math.sqrt((points[i]! - points[i - 2]!) * (points[i]! - points[i - 2]!) + (points[i + 1]! - points[i - 1]!) * (points[i + 1]! - points[i - 1]!))
  return sum
}

/** Gives places so many metres along a road from one of its ends. */
function walkRoad({ points }: Road, isForward: boolean): (meters: number) => Spot {
  const last = points.length / 2 - 1
  const point = (i: number): Spot => ({ x: points[(isForward ? i : last - i) * 2]!, z: points[(isForward ? i : last - i) * 2 + 1]! })
  return (meters) => {
    let left = meters
    for (let i = 0; i < last; i++) {
      const a = point(i)
      const b = point(i + 1)
      const length = distance(a, b)
      if (left <= length && length > 0) return { x: a.x + ((b.x - a.x) * left) / length, z: a.z + ((b.z - a.z) * left) / length }
      left -= length
    }
    return point(last)
  }
}

/** Dry, even ground to the right of the road, or else to its left, out of the walls; null where there is none. */
export function spotBeside(land: Land, at: Spot, along: Spot): Spot | null {
  const height = land.heightAt(at.x, at.z)
  for (const side of [1, -1]) {
    const spot = { x: at.x - along.z * ASIDE_METERS * side, z: at.z + along.x * ASIDE_METERS * side }
    if (land.waterAt(spot.x, spot.z) !== null || Math.abs(land.heightAt(spot.x, spot.z) - height) > STEEP_METERS) continue
    const isWalled = land.findSettlements(spot.x, spot.z, 300).some(({ buildings }) => buildings.some((each) => distance(each, spot) < Math.sqrt(each.width * each.width + each.depth * each.depth) / 2 + 1))
    if (!isWalled) return spot
  }
  return null
}
