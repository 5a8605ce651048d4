/** How trodden the ground is: lanes, paths, doorsteps and the square. */
import type { LandFields } from '../fields.ts'
import { PARAMETERS } from '../parameters.ts'
import { SQUARE_METERS } from './lay-lanes.ts'
import type { BuiltPlan } from './plan-settlement.ts'
import { distanceToPolyline, distanceToRectangle } from './rectangle.ts'

/** 0 wild .. 1 bare trodden earth; edges soften with the `spacing` in metres of those who ask. */
export function treadAt(fields: LandFields, x: number, z: number, spacing: number): number {
  const side = PARAMETERS.settlementCell.value
  const site = fields.sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
  if (site === null) return 0
  const dx = x - site.x
  const dz = z - site.z
  const square = dx * dx + dz * dz
  const plan = fields.planOf(site)
  if (square > plan.reach * plan.reach) return 0
  const soft = spacing < 2 ? 1 : spacing * 0.5
  if (square > plan.radius * plan.radius) return treadOf(plan.outlying, x, z, soft)
  const centre = Math.sqrt(square)
  let tread = ease(centre - SQUARE_METERS + 1, soft * 2.5) * 0.85
  for (const lane of plan.lanes) {
    const fade = 1 - 0.75 * ease(site.core + 42 - centre, 40)
    tread = Math.max(tread, ease(distanceToPolyline(lane.points, x, z) - lane.width / 2 + 0.2, soft) * fade)
  }
  for (const rectangle of plan.rectangles) {
    const apart = distanceToRectangle(rectangle, x, z)
    if (apart < 3) tread = Math.max(tread, ease(apart - 0.6, soft * 1.4) * 0.7)
  }
  for (const rectangle of plan.walled) {
    const apart = distanceToRectangle(rectangle, x, z)
    if (apart < 2) tread = Math.max(tread, ease(apart - 0.3, soft * 1.4) * 0.6)
  }
  return plan.outlying.lanes.length === 0 ? tread : Math.max(tread, treadOf(plan.outlying, x, z, soft))
}

/** How trodden paths to the water and doorsteps there are. */
function treadOf({ lanes, rectangles }: BuiltPlan['outlying'], x: number, z: number, soft: number): number {
  let tread = 0
  for (const { points, width } of lanes) tread = Math.max(tread, ease(distanceToPolyline(points, x, z) - width / 2 + 0.2, soft) * 0.8)
  for (const rectangle of rectangles) tread = Math.max(tread, ease(distanceToRectangle(rectangle, x, z) - 0.6, soft * 1.4) * 0.7)
  return tread
}

/** Over how many metres grain thins out. */
const CROP_EDGE_METERS = 2.5

/** 0 wild .. 1 in a field of grain. */
export function cropAt(fields: LandFields, x: number, z: number): number {
  const side = PARAMETERS.settlementCell.value
  const site = fields.sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
  if (site === null) return 0
  const plan = fields.planOf(site)
  const dx = x - site.x
  const dz = z - site.z
  // fields end before the farthest lanes and spots do
  if (dx * dx + dz * dz > plan.radius * plan.radius) return 0
  let crop = 0
  for (const rectangle of plan.crops) crop = Math.max(crop, ease(distanceToRectangle(rectangle, x, z), CROP_EDGE_METERS))
  return crop
}

/** 1 up to distance 0, easing to 0 at `soft`. */
function ease(distance: number, soft: number): number {
  const t = 1 - distance / soft
  const u = t < 0 ? 0 : t > 1 ? 1 : t
  return u * u * (3 - 2 * u)
}
