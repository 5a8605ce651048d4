/** Where in a field or orchard many work together: on the grain beside the bed in its middle, or among the trees. */
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Stop } from './scene.ts'

/** How far beside the middle of a field the grain is, metres. */
const GRAIN_METERS = 9
/** How far the row comes at a time, and where it is at each time before the middle, in such steps. */
const STEP_METERS = 2.6
const STEPS = [2, 0.8, -0.4, -1.6] as const

/** The middle of where many work at a spot outdoors. */
export function workPlaceOf({ kind, x, z, yaw }: Readonly<SettlementPlan['spots'][number]>): Stop {
  const right = kind === 'field' ? GRAIN_METERS : 0
  return { x: x + Math.cos(yaw) * right, z: z - Math.sin(yaw) * right, yaw }
}

/** Where a row of people is, one place after the other; where there is no room for that it stays. */
export function rowsOf(spot: Readonly<SettlementPlan['spots'][number]>): Stop[] {
  const place = workPlaceOf(spot)
  const isWide = spot.kind === 'field' || spot.kind === 'orchard'
  return STEPS.map((steps) => ({ ...place, x: place.x + (isWide ? Math.sin(place.yaw) * steps * STEP_METERS : 0), z: place.z + (isWide ? Math.cos(place.yaw) * steps * STEP_METERS : 0) }))
}
