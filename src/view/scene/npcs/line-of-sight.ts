/** Whether land or walls stand between the eye and a head. */
import type { Run } from '#session/session.ts'
import type { Solid } from '#worldgen/landmarks/landmark.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'

type Place = { x: number; y: number; z: number }

/** Whether nothing hides `to` from `from`; buildings and walls are boxes of the settlements given. */
export function isSeen(run: Run, settlements: readonly SettlementPlan[], from: Place, to: Place): boolean {
  const steps = 7
  for (let k = 1; k < steps; k++) {
    const t = k / steps
    if (run.ground.heightAt(from.x + (to.x - from.x) * t, from.z + (to.z - from.z) * t) > from.y + (to.y - from.y) * t) return false
  }
  for (const plan of settlements) {
    if (Math.hypot(plan.x - to.x, plan.z - to.z) > plan.reach + 40) continue
    for (const building of plan.buildings) if (building.kind !== 'well' && building.kind !== 'stall' && building.kind !== 'shrine' && crosses(building, from, to, 1.2)) return false
    for (const solid of plan.wall?.solids ?? []) if (crosses(solid, from, to, 0)) return false
  }
  return true
}

/** Whether the line passes through the walls of a building or `roof` metres above them, by slabs in the building's own frame. */
function crosses(building: Solid, from: Place, to: Place, roof: number): boolean {
  const [c, s] = [Math.cos(building.yaw), Math.sin(building.yaw)]
  const ax = from.x - building.x
  const az = from.z - building.z
  const bx = to.x - building.x
  const bz = to.z - building.z
  const start = [ax * c - az * s, from.y - building.y, ax * s + az * c] as const
  const end = [bx * c - bz * s, to.y - building.y, bx * s + bz * c] as const
  const low = [-building.width / 2, -1, -building.depth / 2] as const
  const high = [building.width / 2, building.wallHeight + roof, building.depth / 2] as const
  let enter = 0
  let leave = 1
  for (let axis = 0; axis < 3; axis++) {
    const step = end[axis]! - start[axis]!
    if (Math.abs(step) < 1e-6) {
      if (start[axis]! < low[axis]! || start[axis]! > high[axis]!) return false
      continue
    }
    const a = (low[axis]! - start[axis]!) / step
    const b = (high[axis]! - start[axis]!) / step
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
    if (enter >= leave) return false
  }
  return true
}
