/** Whether people have taken a place: walls, lanes, doorsteps, the square. */
import type { LandFields } from '../fields.ts'
import { isLandmarkNear, isMarked } from '../landmarks/landmarks-near.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import { isBoxNear } from '../recent-tiles.ts'
import type { Box } from '../recent-tiles.ts'
import { SPECIES } from '../scatter/species.ts'
import { SQUARE_METERS } from './lay-lanes.ts'
import { distanceToPolyline, distanceToRectangle } from './rectangle.ts'
import { OUTLYING_METERS } from './waterside.ts'

/** Metres kept free of walls and lanes: by what is tall, and by what is low. */
const TALL_ROOM = 2.2
const LOW_ROOM = 0.5
/** Metres kept free of what is tall round a windmill, for its sails and the wind in them. */
const SAIL_ROOM = 13
/** No wall stands farther from the middle of its town, metres. */
const WALLED_METERS = 90
const FIRST_LOW = SPECIES.indexOf('bush')

/** Farthest that any trace of a settlement reaches from its centre, in metres. */
const TRACE_METERS = OUTLYING_METERS + SAIL_ROOM + 6

/** Beyond this, in metres from zero, cells can no longer be counted one by one, and nobody settles. */
const END_OF_SETTLEMENT_METERS = 5e10

/** Whether a place is near enough to zero for settlements; false for what is no number. */
export function isSettleable(x: number, z: number): boolean {
  return Math.abs(x) < END_OF_SETTLEMENT_METERS && Math.abs(z) < END_OF_SETTLEMENT_METERS
}

/** Whether a settlement's or landmark's traces may reach into a box: if not, nobody need ask place by place. */
export function isSettledNear(fields: LandFields, box: Box): boolean {
  const { west, north, east, south } = box
  if (!isSettleable(west, north) || !isSettleable(east, south)) return false
  if (isLandmarkNear(fields, box)) return true
  const side = PARAMETERS.settlementCell.value
  for (let cellZ = Math.floor(north / side); cellZ * side <= south; cellZ++) {
    for (let cellX = Math.floor(west / side); cellX * side <= east; cellX++) {
      const site = fields.sites.siteOfCell(cellX, cellZ)
      if (site === null) continue
      if (!isBoxNear(site, TRACE_METERS, box)) continue
      // most have nothing at the water, and reach less far than any could
      if (isBoxNear(site, Math.max(fields.planOf(site).reach + SAIL_ROOM, site.core + CLEARING_METERS), box)) return true
    }
  }
  return false
}

/** Woods are felled round a settlement: trees thin out towards the square, from this far beyond its core, in metres. */
const CLEARING_METERS = 85

/** Share of the wild trees, 0.06..1, that people left standing at place `k`; read here, for numbers handed about would cost memory. */
export function standingShare(fields: LandFields, samples: Samples, k: number): number {
  const x = samples.x[k]!
  const z = samples.z[k]!
  const side = PARAMETERS.settlementCell.value
  const site = fields.sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
  if (site === null) return 1
  const dx = x - site.x
  const dz = z - site.z
  const beyond = Math.sqrt(dx * dx + dz * dz) - site.core
  if (beyond >= CLEARING_METERS) return 1
  const t = beyond <= 0 ? 0 : beyond / CLEARING_METERS
  return 0.06 + 0.94 * t * t * (3 - 2 * t)
}

/** Whether a plant of a species (by number) would stand in walls, on a lane, in the square or among the stones of a landmark. */
export function isBuiltUpon(fields: LandFields, x: number, z: number, species: number): boolean {
  const isTall = species < FIRST_LOW || SPECIES[species] === 'deadwood' || SPECIES[species] === 'boulder' || SPECIES[species] === 'acacia'
  if (isMarked(fields, x, z, isTall)) return true
  const side = PARAMETERS.settlementCell.value
  const site = fields.sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
  if (site === null) return false
  const plan = fields.planOf(site)
  const dx = x - site.x
  const dz = z - site.z
  const square = dx * dx + dz * dz
  if (square > (plan.reach + SAIL_ROOM) * (plan.reach + SAIL_ROOM)) return false
  const room = isTall ? TALL_ROOM : LOW_ROOM
  if (square < (SQUARE_METERS + room) * (SQUARE_METERS + room)) return true
  for (const rectangle of plan.rectangles) if (distanceToRectangle(rectangle, x, z) < room + 0.6) return true
  // a wall is a ring: most places need not be asked of all its stretches
  if (square < WALLED_METERS * WALLED_METERS) for (const rectangle of plan.walled) if (distanceToRectangle(rectangle, x, z) < room + 0.3) return true
  const [mill] = plan.outlying.rectangles
  if (isTall && mill && !plan.outlying.isAtWater && distanceToRectangle(mill, x, z) < SAIL_ROOM) return true
  for (const lane of plan.lanes) if (distanceToPolyline(lane.points, x, z) < lane.width / 2 + room) return true
  for (const spot of plan.spots) {
    const reach = spot.kind === 'field' ? 15 : spot.kind === 'orchard' ? 9 : spot.kind === 'pen' ? 7 : spot.kind === 'gate' ? 7 : spot.kind === 'graves' ? 9.5 : 2
    if ((spot.x - x) * (spot.x - x) + (spot.z - z) * (spot.z - z) < reach * reach) return true
  }
  return false
}
