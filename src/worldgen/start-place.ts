/** Where a new player first stands: at the edge of a settlement, on dry and gentle ground, with a long view past its roofs. */
import { SIXTEEN_WINDS, yawTowards } from './directions.ts'
import type { LandFields } from './fields.ts'
import { PARAMETERS } from './parameters.ts'
import { distanceToPolyline, distanceToRectangle } from './sites/rectangle.ts'
import { planeHeight } from './sites/site.ts'
import type { Site } from './sites/site.ts'

/** How many rings of settlement cells round zero are searched: 240 × 1.6 km. */
const SEARCH_RINGS = 240
const STANDS_METERS = [78, 96, 62, 116]

/** A place to stand and where to look from it. */
export type Stand = { x: number; z: number; yaw: number }

/** The starting place of a land. Throws only if 380 km in every direction hold no settlement, which no seed is known to do. */
export function findStartPlace(fields: LandFields): Stand {
  for (let ring = 0; ring < SEARCH_RINGS; ring++) {
    for (const preferVillage of [true, false]) {
      const found = bestOfRing(fields, ring, preferVillage)
      if (found) return found
    }
  }
  throw new Error('start-place: no settlement within reach')
}

function bestOfRing(fields: LandFields, ring: number, villagesOnly: boolean): Stand | null {
  let best: Stand | null = null
  let bestWorth = 0
  for (let cz = -ring; cz <= ring; cz++) {
    for (let cx = -ring; cx <= ring; cx++) {
      if (Math.max(Math.abs(cx), Math.abs(cz)) !== ring) continue
      // Two cells wide in every ring, so that zero lies in the middle of the first.
      for (const [x, z] of [[cx, cz], [cx - 1, cz - 1]] as const) {
        const site = fields.sites.siteOfCell(x, z)
        if (!site || (villagesOnly && site.kind !== 'village')) continue
        const stand = standAt(fields, site)
        if (stand && stand.worth > bestWorth) {
          best = { x: stand.x, z: stand.z, yaw: stand.yaw }
          bestWorth = stand.worth
        }
      }
    }
  }
  return best
}

/** The best place to stand round one settlement, with what it is worth; null where none is dry, gentle and free. */
function standAt(fields: LandFields, site: Site): (Stand & { worth: number }) | null {
  const { samples, heights } = fields
  const plan = fields.planOf(site)
  let best: (Stand & { worth: number }) | null = null
  for (const meters of STANDS_METERS) {
    for (let wind = 0; wind < 32; wind += 2) {
      const dx = SIXTEEN_WINDS[wind]!
      const dz = SIXTEEN_WINDS[wind + 1]!
      const x = site.x + dx * meters
      const z = site.z + dz * meters
      if (plan.rectangles.some((rectangle) => distanceToRectangle(rectangle, x, z) < 4)) continue
      // The stand and its surroundings, then the way to the square, then the country behind it.
      const places = [0, 6, -6, 6, -6]
      samples.count = 12
      for (let i = 0; i < 5; i++) {
        samples.x[i] = x + (i === 1 || i === 2 ? places[i]! : 0)
        samples.z[i] = z + (i === 3 || i === 4 ? places[i]! : 0)
      }
      for (let i = 0; i < 3; i++) {
        samples.x[5 + i] = x - dx * meters * (0.25 + 0.25 * i)
        samples.z[5 + i] = z - dz * meters * (0.25 + 0.25 * i)
      }
      const beyond = [600, 1400, 2600, 4200]
      for (let i = 0; i < 4; i++) {
        samples.x[8 + i] = site.x - dx * beyond[i]!
        samples.z[8 + i] = site.z - dz * beyond[i]!
      }
      fields.fillHeights(samples, heights)
      const ground = heights[0]!
      const slope = Math.max(Math.abs(heights[1]! - heights[2]!), Math.abs(heights[3]! - heights[4]!)) / 12
      if (ground < 1.6 || slope > 0.22) continue
      const eye = ground + 1.7
      const roofs = planeHeight(site, site.x, site.z) + 3
      let hidden = 0
      for (let i = 0; i < 3; i++) hidden = Math.max(hidden, heights[5 + i]! - (eye + (roofs - eye) * (0.25 + 0.25 * i)))
      if (hidden > 0.6) continue
      let horizon = 0
      for (let i = 0; i < 4; i++) horizon = Math.max(horizon, (heights[8 + i]! - eye) / (beyond[i]! + meters))
      const seaView = heights[8]! < 0 || heights[9]! < 0 ? 0.35 : 0
      const nearLane = plan.lanes.reduce((least, lane) => Math.min(least, distanceToPolyline(lane.points, x, z)), 40)
      const worth = 1 + Math.min(horizon, 0.28) * 4 + seaView + Math.min(ground - site.y, 8) * 0.05 - slope - nearLane * 0.008 - Math.abs(meters - 80) * 0.002
      if (!best || worth > best.worth) best = { x, z, yaw: yawTowards(-dx, -dz), worth }
    }
  }
  return best
}

/** Cells a circle may touch: from floor((x − r) / side) to floor((x + r) / side). */
export function cellsWithin(x: number, z: number, radius: number): { fromX: number; toX: number; fromZ: number; toZ: number } {
  const side = PARAMETERS.settlementCell.value
  return { fromX: Math.floor((x - radius) / side), toX: Math.floor((x + radius) / side), fromZ: Math.floor((z - radius) / side), toZ: Math.floor((z + radius) / side) }
}
