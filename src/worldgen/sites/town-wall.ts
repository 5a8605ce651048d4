/** The wall round a town: where it runs, its gates where lanes leave, its towers, the stairs up to its walk, and what of it bodies meet. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS, angleOf, compassWord, yawOfFront } from '../directions.ts'
import type { Solid } from '../landmarks/landmark.ts'
import { distanceToPolyline } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'
import type { Lane, TownWall, WallGate, WallStretch, WallTower } from './settlement-plan.ts'
import { planeHeight } from './site.ts'
import type { Site } from './site.ts'

/** How a culture walls its towns: share of them that it walls, height of the walk and thickness in metres. */
type Habit = { readonly share: number; readonly height: number; readonly thickness: number }

/** By culture: farmers trust their neighbours more than miners do, and whoever builds in wood builds lower. */
const HABITS: { readonly [culture: string]: Habit } = {
  harrow: { share: 0.7, height: 3.5, thickness: 1.8 },
  skeld: { share: 0.8, height: 3.3, thickness: 1.7 },
  velmar: { share: 0.85, height: 4.1, thickness: 2 },
  oshen: { share: 0.9, height: 4, thickness: 2.3 },
  tirin: { share: 0.95, height: 4.6, thickness: 2.2 },
}

/** The wall stands so far beyond the core, and at its corners up to `SWAY_METERS` more, metres. */
export const WALL_OUT_METERS = 8
const SWAY_METERS = 3.5
/** Nothing of a wall lies farther beyond the core than this, metres. */
export const WALL_REACH_METERS = WALL_OUT_METERS + SWAY_METERS + 2.4
/** Half the clear width of a gate: a lane with room to pass, metres. */
export const GATE_HALF_METERS = 2.3
/** Side of the towers at gates, metres. */
export const GATE_TOWER_METERS = 2.9
/** Side of the towers at corners, metres. */
export const TOWER_METERS = 3.5
/** How much higher the towers of a gate are than the walk, metres. */
export const GATE_RISE_METERS = 3.4
/** What a parapet stands above the walk, metres. */
export const PARAPET_METERS = 1.15
/** Thickness of a parapet, metres. */
export const PARAPET_DEPTH_METERS = 0.45
/** Width of a stair, metres. */
export const STAIR_WIDTH_METERS = 1.4
/** Run of a stair for each metre of rise, and how far from its gate it begins, metres. */
const STAIR_RUN = 1.15
const STAIR_FROM_METERS = 3.2
/** No corner this near to a gate, metres. */
const CORNER_ROOM_METERS = 12
/** A wall with fewer posts on dry ground is not built. */
const LEAST_POSTS = 12

type Post = { x: number; z: number; gate: number; isDry: boolean }

/** Where a lane comes first so far from the middle of a site, going outwards: the place and the unit vector along the lane; null where it never does. */
export function leavingAt(site: Site, { points }: Pick<Lane, 'points'>, meters: number): { x: number; z: number; outX: number; outZ: number } | null {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, az, bx, bz] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!]
    const from = away(site, ax, az)
    const to = away(site, bx, bz)
    if (from >= meters || to < meters) continue
    const t = (meters - from) / (to - from)
    const length = Math.sqrt((bx - ax) * (bx - ax) + (bz - az) * (bz - az))
    return { x: ax + (bx - ax) * t, z: az + (bz - az) * t, outX: (bx - ax) / length, outZ: (bz - az) / length }
  }
  return null
}

/** Whether a settlement has a wall: towns, most of them, by their culture's habit and their own history. */
function isWalled(site: Site, culture: string): boolean {
  const habit = HABITS[culture]
  return site.kind === 'town' && habit !== undefined && unitOf(hashCell(site.hash, 57)) < habit.share
}

/** Lays the wall of a site with these lanes out of it; null where there is none. `isDry` says whether a wall can be founded at a place. */
export function layWall(site: Site, culture: string, lanes: readonly Lane[], isDry: (x: number, z: number) => boolean): TownWall | null {
  if (!isWalled(site, culture)) return null
  const { height, thickness } = HABITS[culture]!
  const gates: WallGate[] = []
  const posts: Post[] = []
  for (const lane of lanes) {
    const leaving = leavingAt(site, lane, site.core + WALL_OUT_METERS)
    if (leaving === null || !isDry(leaving.x, leaving.z)) continue
    const { x, z, outX, outZ } = leaving
    const aside = GATE_HALF_METERS + GATE_TOWER_METERS / 2
    for (const side of [-1, 1]) posts.push({ x: x - outZ * aside * side, z: z + outX * aside * side, gate: gates.length, isDry: true })
    gates.push({ x, z, y: planeHeight(site, x, z), outX, outZ, direction: compassWord(x - site.x, z - site.z) })
  }
  for (let wind = 0; wind < 16; wind++) {
    const meters = site.core + WALL_OUT_METERS + SWAY_METERS * unitOf(hashCell(site.hash, 58, wind))
    const x = site.x + SIXTEEN_WINDS[wind * 2]! * meters
    const z = site.z + SIXTEEN_WINDS[wind * 2 + 1]! * meters
    if (gates.every((gate) => (gate.x - x) * (gate.x - x) + (gate.z - z) * (gate.z - z) > CORNER_ROOM_METERS * CORNER_ROOM_METERS)) posts.push({ x, z, gate: -1, isDry: isDry(x, z) })
  }
  if (gates.length < 2 || posts.filter((post) => post.isDry).length < LEAST_POSTS) return null
  posts.sort((a, b) => angleOf(a.z - site.z, a.x - site.x) - angleOf(b.z - site.z, b.x - site.x))
  const towers: WallTower[] = []
  const stretches: WallStretch[] = []
  posts.forEach((post, n) => {
    const next = posts[(n + 1) % posts.length]!
    if (post.isDry) towers.push(towerAt(site, post, gates))
    if (!post.isDry || !next.isDry || (post.gate >= 0 && post.gate === next.gate) || !isDry((post.x + next.x) / 2, (post.z + next.z) / 2)) return
    stretches.push({ ax: post.x, az: post.z, ay: planeHeight(site, post.x, post.z), bx: next.x, bz: next.z, by: planeHeight(site, next.x, next.z), stair: stairOf(post, next, height) })
  })
  const built = { height, thickness, gates, towers, stretches }
  return { ...built, solids: solidsOf(site, built) }
}

function away(site: Site, x: number, z: number): number {
  return Math.sqrt((x - site.x) * (x - site.x) + (z - site.z) * (z - site.z))
}

function towerAt(site: Site, { x, z, gate }: Post, gates: readonly WallGate[]): WallTower {
  const meters = away(site, x, z)
  const { outX, outZ } = gates[gate] ?? { outX: (x - site.x) / meters, outZ: (z - site.z) / meters }
  return { x, z, y: planeHeight(site, x, z), outX, outZ, isAtGate: gate >= 0 }
}

/** Beside the first tower of a gate a stair leads up, where the stretch after it is long enough: metres along where it begins and ends; null for none. */
function stairOf(from: Post, to: Post, height: number): WallStretch['stair'] {
  const length = Math.sqrt((to.x - from.x) * (to.x - from.x) + (to.z - from.z) * (to.z - from.z))
  const end = STAIR_FROM_METERS + height * STAIR_RUN
  return from.gate >= 0 && end + TOWER_METERS < length ? { start: STAIR_FROM_METERS, end } : null
}

/** What bodies meet: stretches, towers and stairs that carry whoever is on top, parapets and gate towers that do not. */
function solidsOf(site: Site, { height, thickness, towers, stretches }: Omit<TownWall, 'solids'>): Solid[] {
  const solids: Solid[] = []
  const level = { riseX: site.riseX, riseZ: site.riseZ }
  const put = (x: number, z: number, shape: Omit<Solid, 'x' | 'z' | 'y'>): void => void solids.push({ x, z, y: planeHeight(site, x, z), ...shape })
  for (const { ax, az, bx, bz, stair } of stretches) {
    const length = Math.sqrt((bx - ax) * (bx - ax) + (bz - az) * (bz - az))
    const [alongX, alongZ] = [(bx - ax) / length, (bz - az) / length]
    // posts run round with the sun: outside is on the left of the way from one to the next
    const [outX, outZ] = [alongZ, -alongX]
    const yaw = yawOfFront(outX, outZ)
    const [x, z] = [(ax + bx) / 2, (az + bz) / 2]
    const out = thickness / 2 - PARAPET_DEPTH_METERS / 2
    put(x, z, { yaw, width: length, depth: thickness, wallHeight: height, carries: level })
    put(x + outX * out, z + outZ * out, { yaw, width: length, depth: PARAPET_DEPTH_METERS, wallHeight: height + PARAPET_METERS })
    if (stair === null) continue
    const middle = (stair.start + stair.end) / 2
    const inward = thickness / 2 + STAIR_WIDTH_METERS / 2
    const climb = height / (stair.end - stair.start)
    put(ax + alongX * middle - outX * inward, az + alongZ * middle - outZ * inward, { yaw, width: stair.end - stair.start, depth: STAIR_WIDTH_METERS, wallHeight: height / 2, carries: { riseX: site.riseX + alongX * climb, riseZ: site.riseZ + alongZ * climb } })
  }
  for (const { x, z, outX, outZ, isAtGate } of towers) {
    const side = isAtGate ? GATE_TOWER_METERS : TOWER_METERS
    const yaw = yawOfFront(outX, outZ)
    put(x, z, isAtGate ? { yaw, width: side, depth: side, wallHeight: height + GATE_RISE_METERS } : { yaw, width: side, depth: side, wallHeight: height, carries: level })
    if (isAtGate) continue
    const out = side / 2 - PARAPET_DEPTH_METERS / 2
    put(x + outX * out, z + outZ * out, { yaw, width: side, depth: PARAPET_DEPTH_METERS, wallHeight: height + PARAPET_METERS })
  }
  return solids
}

/** The ground that a wall covers, for whoever keeps off it. */
export function wallRectangles({ stretches, towers, thickness }: TownWall): Rectangle[] {
  const found: Rectangle[] = []
  for (const { ax, az, bx, bz, stair } of stretches) {
    const length = Math.sqrt((bx - ax) * (bx - ax) + (bz - az) * (bz - az))
    const [alongX, alongZ] = [(bx - ax) / length, (bz - az) / length]
    const front = { frontX: alongZ, frontZ: -alongX }
    found.push({ x: (ax + bx) / 2, z: (az + bz) / 2, ...front, halfWidth: length / 2, halfDepth: thickness / 2 })
    if (stair === null) continue
    const middle = (stair.start + stair.end) / 2
    const inward = thickness / 2 + STAIR_WIDTH_METERS / 2
    found.push({ x: ax + alongX * middle - alongZ * inward, z: az + alongZ * middle + alongX * inward, ...front, halfWidth: (stair.end - stair.start) / 2, halfDepth: STAIR_WIDTH_METERS / 2 })
  }
  for (const { x, z, outX, outZ, isAtGate } of towers) {
    const half = (isAtGate ? GATE_TOWER_METERS : TOWER_METERS) / 2
    found.push({ x, z, frontX: outX, frontZ: outZ, halfWidth: half, halfDepth: half })
  }
  return found
}

/** What of a wall is at a place, within `meters`: one of its gates, `'wall'`, or null for nothing. */
export function wallAt({ gates, stretches }: TownWall, x: number, z: number, meters: number): WallGate | 'wall' | null {
  const gate = gates.find((each) => (each.x - x) * (each.x - x) + (each.z - z) * (each.z - z) < (GATE_HALF_METERS + meters) * (GATE_HALF_METERS + meters))
  return gate ?? (stretches.some(({ ax, az, bx, bz }) => distanceToPolyline([ax, az, bx, bz], x, z) < meters) ? 'wall' : null)
}
