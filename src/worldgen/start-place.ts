/** Where a new player first stands: at the edge of a settlement, on dry and gentle ground, with a long view past its roofs. */
import { CHUNK_METERS } from './chunk.ts'
import { rainOf } from './climate.ts'
import { SIXTEEN_WINDS, yawTowards } from './directions.ts'
import type { LandFields } from './fields.ts'
import { KEPT_METERS } from './roads/left-to-roads.ts'
import { createPlants, findPlants } from './scatter/scatter.ts'
import { SPECIES, TRUNK_RADIUS_METERS } from './scatter/species.ts'
import type { BuiltPlan } from './sites/plan-settlement.ts'
import { distanceToPolyline, distanceToRectangle } from './sites/rectangle.ts'
import { planeHeight } from './sites/site.ts'
import type { Site } from './sites/site.ts'

/** Settlements within this many cells of zero compete; if there are none, ring after ring is searched, 240 x 1.6 km far. */
const NEAR_CELLS = 4
const SEARCH_CELLS = 240
const STANDS_METERS = [64, 84]
/** Between these distances from the square one may also stand on a lane that leads there, metres. */
const NEAREST_LANE_METERS = 64
const FARTHEST_LANE_METERS = 104
/** Walls keep this far, metres. */
const WALL_METERS = 9
/** How near a wall before one is in the way of the view, metres. */
const OPEN_METERS = 44
/** Way to the sun on the morning on which a world begins. */
const MORNING_SUN = { x: 0.91, z: 0.41 }
/** Where low plants are looked for, metres behind and before the place, for one is seen from behind; and how far away they should be. */
const BEHIND_METERS = 5.5
const BEFORE_METERS = 13
const FREE_METERS = 2.4
/** Pens, fields and what else people work at are not stood in: one stays this far from their middle and a few steps more; a board with the name stands by the way. Metres. */
const FENCED_METERS = 24
const BOARD_METERS = 8
/** How far behind the square the country is looked at, metres. */
const BEYOND_METERS = [500, 1000, 1700, 2600]

/** A place to stand and where to look from it. */
type Stand = { x: number; z: number; yaw: number }

type Judged = Stand & { worth: number; wayX: number; wayZ: number; meters: number }

/** The starting place of a land. Throws only if 380 km in every direction hold no settlement, which no seed is known to do. */
export function findStartPlace(fields: LandFields): Stand {
  for (let reach = NEAR_CELLS; reach <= SEARCH_CELLS; reach += NEAR_CELLS) {
    const stands: Judged[] = []
    for (let cz = -reach; cz < reach; cz++) {
      for (let cx = -reach; cx < reach; cx++) {
        const site = fields.sites.siteOfCell(cx, cz)
        // One wakes in a village: neither alone nor in a crowd.
        if (site?.kind === 'village') stands.push(...standsRound(fields, site))
      }
    }
    stands.sort((a, b) => b.worth - a.worth)
    const open = stands.find((stand) => hasOpenView(fields, stand)) ?? stands[0]
    if (open) return stepAside(open)
  }
  throw new Error('start-place: no settlement within reach')
}

/** Dry, gentle, free places round one settlement, with what each is worth. */
function standsRound(fields: LandFields, site: Site): Judged[] {
  const found: Judged[] = []
  const plan = fields.planOf(site)
  const kindness = kindnessOf(fields, site)
  const consider = (wayX: number, wayZ: number, meters: number): void => {
    const x = site.x - wayX * meters
    const z = site.z - wayZ * meters
    if (plan.rectangles.some((rectangle) => distanceToRectangle(rectangle, x, z) < WALL_METERS)) return
    if (plan.spots.some((spot) => Math.max(Math.abs(spot.x - x), Math.abs(spot.z - z)) < FENCED_METERS && Math.sqrt((spot.x - x) * (spot.x - x) + (spot.z - z) * (spot.z - z)) < (spot.kind === 'board' ? BOARD_METERS : FENCED_METERS))) return
    const view = viewFrom(fields, { x, z, wayX, wayZ, meters, roofs: planeHeight(site, site.x, site.z) + 3 })
    if (view === null) return
    const lane = plan.lanes.reduce((least, each) => Math.min(least, distanceToPolyline(each.points, x, z)), 40)
    // light from the side shapes what it falls on; a lane leads the eye in
    const toSun = wayX * MORNING_SUN.x + wayZ * MORNING_SUN.z
    found.push({ x, z, yaw: yawTowards(wayX, wayZ), wayX, wayZ, meters, worth: kindness + view - lane * 0.02 - meters * 0.002 - toSun * toSun * 0.3 - nearWall(plan, { x, z, wayX, wayZ }) * 0.014 })
  }
  for (const meters of STANDS_METERS) for (let wind = 0; wind < 32; wind += 2) consider(-SIXTEEN_WINDS[wind]!, -SIXTEEN_WINDS[wind + 1]!, meters)
  for (const { points } of plan.lanes) {
    for (let at = 0; at < points.length; at += 2) {
      const [dx, dz] = [site.x - points[at]!, site.z - points[at + 1]!]
      const meters = Math.sqrt(dx * dx + dz * dz)
      if (meters >= NEAREST_LANE_METERS && meters <= FARTHEST_LANE_METERS) consider(dx / meters, dz / meters, meters)
    }
  }
  return found
}

/** By how many metres the nearest wall straight ahead is nearer than one would like. */
function nearWall(plan: Pick<BuiltPlan, 'buildings'>, { x, z, wayX, wayZ }: { x: number; z: number; wayX: number; wayZ: number }): number {
  let near = 0
  for (const building of plan.buildings) {
    const ahead = (building.x - x) * wayX + (building.z - z) * wayZ
    const aside = Math.abs((building.x - x) * wayZ - (building.z - z) * wayX)
    if (ahead > 0 && aside < ahead * 0.3) near = Math.max(near, OPEN_METERS - ahead + building.width / 2)
  }
  return near
}

/** How welcoming a settlement is to somebody new: mild climate, not too far from zero. */
function kindnessOf(fields: LandFields, site: Site): number {
  const { samples, heights, climate } = fields
  samples.count = 1
  samples.x[0] = site.x
  samples.z[0] = site.z
  fields.fillUnroaded(samples, heights)
  climate.fill(samples, heights, fields.wild.inland, fields.water)
  const cold = Math.abs(climate.warmth[0]! - 0.55)
  const dry = Math.abs(rainOf(climate.moisture[0]!) - 0.54)
  const far = Math.sqrt(site.x * site.x + site.z * site.z) / 60_000
  return -cold * 3.2 - dry * 1.6 - far
}

/** What the view towards the square and the country behind it is worth; null where one cannot stand or cannot see the square. */
function viewFrom(fields: LandFields, from: { x: number; z: number; wayX: number; wayZ: number; meters: number; roofs: number }): number | null {
  const { samples, heights } = fields
  const { x, z, wayX, wayZ, meters, roofs } = from
  let count = 0
  const ask = (atX: number, atZ: number): void => {
    samples.x[count] = atX
    samples.z[count] = atZ
    count++
  }
  ask(x, z)
  ask(x + 6, z)
  ask(x - 6, z)
  ask(x, z + 6)
  ask(x, z - 6)
  for (let i = 1; i <= 3; i++) ask(x + (wayX * meters * i) / 4, z + (wayZ * meters * i) / 4)
  // Behind the square, straight on and half a hand to either side.
  for (const aside of [0, -0.4, 0.4]) {
    for (const beyond of BEYOND_METERS) ask(nearestKept(x + (wayX - wayZ * aside) * (beyond + meters)), nearestKept(z + (wayZ + wayX * aside) * (beyond + meters)))
  }
  samples.count = count
  // Roads leave this ground as it is, and are dear to find.
  fields.fillUnroaded(samples, heights)
  const ground = heights[0]!
  const slope = Math.max(Math.abs(heights[1]! - heights[2]!), Math.abs(heights[3]! - heights[4]!)) / 12
  if (ground < 1.6 || slope > 0.24) return null
  const eye = ground + 1.7
  for (let i = 1; i <= 3; i++) if (heights[4 + i]! > eye + ((roofs - eye) * i) / 4 + 0.3) return null
  let horizon = 0
  let water = 0
  for (let i = 8; i < count; i++) {
    const beyond = BEYOND_METERS[(i - 8) % BEYOND_METERS.length]! + meters
    horizon += Math.min(0.2, Math.max(0, (heights[i]! - eye) / beyond))
    if (heights[i]! < -0.5) water++
  }
  const sea = water > 0 && water < 10 ? 0.65 : 0
  return 1 + Math.min(1.1, horizon * 1.1) + sea + Math.min(8, Math.max(-4, ground - roofs + 3)) * 0.06 - slope
}

/** The nearest coordinate at which heights are known without looking for roads. */
function nearestKept(at: number): number {
  return Math.round(at / KEPT_METERS) * KEPT_METERS
}

const plants = createPlants()
/** Undergrowth that stands higher than grass, near the last place looked at: x, z in metres. */
const low: Array<{ x: number; z: number }> = []
const TALL = ['bush', 'fern', 'reed', 'shrub']

/** Whether no trunk stands close by or in the way of the eye; gathers what stands low. */
function hasOpenView(fields: LandFields, stand: Judged): boolean {
  low.length = 0
  const tileX = Math.floor(stand.x / CHUNK_METERS)
  const tileZ = Math.floor(stand.z / CHUNK_METERS)
  for (let tz = tileZ - 1; tz <= tileZ + 1; tz++) {
    for (let tx = tileX - 1; tx <= tileX + 1; tx++) {
      findPlants(fields, { x: tx, z: tz, level: 0 }, plants)
      for (let k = 0; k < plants.count; k++) {
        const species = SPECIES[plants.species[k]!]!
        const dx = tx * CHUNK_METERS + plants.offsetX[k]! - stand.x
        const dz = tz * CHUNK_METERS + plants.offsetZ[k]! - stand.z
        if (TALL.includes(species) && dx * dx + dz * dz < 196) low.push({ x: dx, z: dz })
        if (TRUNK_RADIUS_METERS[species] === 0) continue
        const ahead = dx * stand.wayX + dz * stand.wayZ
        const aside = Math.abs(dx * stand.wayZ - dz * stand.wayX)
        if (dx * dx + dz * dz < 36 || (ahead > 0 && ahead < 55 && aside < 2.5 + ahead * 0.14)) return false
      }
    }
  }
  return true
}

/** A few steps away from bushes and ferns, if there are any: nothing should grow through whoever arrives, nor into their view. */
function stepAside({ x, z, yaw, wayX, wayZ, meters }: Judged): Stand {
  let best = { x, z, yaw }
  let most = -Infinity
  for (let steps = 0; steps <= 4; steps++) {
    for (let wind = 0; wind < (steps === 0 ? 2 : 32); wind += 4) {
      const dx = SIXTEEN_WINDS[wind]! * steps * 0.8
      const dz = SIXTEEN_WINDS[wind + 1]! * steps * 0.8
      let free = FREE_METERS
      for (const plant of low) {
        const ahead = (plant.x - dx) * wayX + (plant.z - dz) * wayZ
        const along = ahead - Math.max(-BEHIND_METERS, Math.min(BEFORE_METERS, ahead))
        const aside = (plant.x - dx) * wayZ - (plant.z - dz) * wayX
        free = Math.min(free, Math.sqrt(along * along + aside * aside))
      }
      if (free - steps * 0.15 <= most) continue
      most = free - steps * 0.15
      best = { x: x + dx, z: z + dz, yaw: yawTowards(wayX * meters - dx, wayZ * meters - dz) }
    }
  }
  return best
}
