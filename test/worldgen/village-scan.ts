/** Reads settlement plans for tests, with plain trigonometry of its own. */
import type { Solid } from '#worldgen/landmarks/landmark.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'

/** A place in a building's own frame: across its width, and out of its door. */
export function inFrame(building: Solid, x: number, z: number): { across: number; out: number } {
  const dx = x - building.x
  const dz = z - building.z
  const sine = Math.sin(building.yaw)
  const cosine = Math.cos(building.yaw)
  return { across: dx * cosine - dz * sine, out: dx * sine + dz * cosine }
}

/** Whether a block, widened by `margin` metres, holds a place. */
function holds(solid: Solid, x: number, z: number, margin: number): boolean {
  const { across, out } = inFrame(solid, x, z)
  return Math.abs(across) < solid.width / 2 + margin && Math.abs(out) < solid.depth / 2 + margin
}

/** The building whose walls, widened by `margin` metres, hold a place; null for none. */
export function insideBuilding(plan: SettlementPlan, x: number, z: number, margin: number): BuildingPlan | null {
  return plan.buildings.find((building) => holds(building, x, z, margin)) ?? null
}

/** Metres from the edge of the nearest lane, measured at steps along it; negative on a lane. */
export function laneDistance(plan: SettlementPlan, x: number, z: number): number {
  let least = Infinity
  for (const { points, width } of plan.lanes) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      for (let t = 0; t <= 1; t += 0.05) {
        const px = points[i]! + (points[i + 2]! - points[i]!) * t
        const pz = points[i + 1]! + (points[i + 3]! - points[i + 1]!) * t
        least = Math.min(least, Math.hypot(px - x, pz - z) - width / 2)
      }
    }
  }
  return least
}

/** Whether each door can be reached from beside the well by a body of 0.35 m radius that no wall lets through, on a grid of half metres. */
export function reachedDoors(plan: SettlementPlan): boolean[] {
  const reach = Math.ceil(plan.reach) + 10
  const side = reach * 4
  const open = new Uint8Array(side * side).fill(1)
  for (const building of [...plan.buildings, ...(plan.wall?.solids ?? [])]) {
    const wide = Math.ceil(Math.hypot(building.width, building.depth)) + 2
    const [i0, j0] = [Math.round((building.x - plan.x + reach) * 2), Math.round((building.z - plan.z + reach) * 2)]
    for (let j = j0 - wide; j <= j0 + wide; j++) {
      for (let i = i0 - wide; i <= i0 + wide; i++) {
        if (holds(building, plan.x + i / 2 - reach, plan.z + j / 2 - reach, 0.35)) open[j * side + i] = 0
      }
    }
  }
  const at = (x: number, z: number): number => Math.round((z - plan.z + reach) * 2) * side + Math.round((x - plan.x + reach) * 2)
  const queue = [at(plan.x, plan.z + 3)]
  open[queue[0]!] = 2
  while (queue.length > 0) {
    const here = queue.pop()!
    for (const next of [here - 1, here + 1, here - side, here + side]) {
      if (open[next] !== 1) continue
      open[next] = 2
      queue.push(next)
    }
  }
  return plan.buildings.map((building) => open[at(building.doorX, building.doorZ)] === 2)
}
