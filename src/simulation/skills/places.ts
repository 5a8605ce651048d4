/** Where things are done: doors, spots outdoors, and room beside others. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { BuildingId } from '#core/ids.ts'
import { nextFloat } from '#core/rng.ts'
import type { BuildingKind, BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'
import { findStandingRoom } from '../paths/standing-room.ts'
import type { Village } from '../village.ts'
import type { Moment } from './skill.ts'

const room = { x: 0, z: 0 }

type Spot = SettlementPlan['spots'][number]

/** A building of the person's settlement, or null. */
export function findBuilding(village: Village, id: BuildingId | null): BuildingPlan | null {
  return (id && village.buildings.get(id)) ?? null
}

/** The nearest building of a kind. */
export function nearestBuilding(moment: Moment, kinds: readonly BuildingKind[]): BuildingPlan | null {
  const { body } = moment.npc
  let best: BuildingPlan | null = null
  let bestDistance = Infinity
  for (const building of moment.village.plan.buildings) {
    if (!kinds.includes(building.kind)) continue
    const distance = (building.doorX - body.x) ** 2 + (building.doorZ - body.z) ** 2
    if (distance < bestDistance) {
      best = building
      bestDistance = distance
    }
  }
  return best
}

/** A spot of one of these kinds, by the person's dice; null when the settlement has none. */
export function drawSpot(moment: Moment, kinds: ReadonlyArray<Spot['kind']>): Spot | null {
  const spots = moment.village.plan.spots
  let count = 0
  for (const spot of spots) if (kinds.includes(spot.kind)) count++
  if (count === 0) return null
  let left = Math.floor(nextFloat(moment.npc.rng) * count)
  for (const spot of spots) if (kinds.includes(spot.kind) && left-- === 0) return spot
  return null
}

/** Goes into a building by its door. */
export function aimInside(run: SkillRun, building: BuildingPlan): void {
  run.targetX = building.doorX
  run.targetZ = building.doorZ
  run.insideId = building.id
  run.reach = 0.7
}

/** Stands outdoors by a door, a step to the side so that others can pass. */
export function aimAtDoor(moment: Moment, run: SkillRun, building: BuildingPlan): void {
  const side = (nextFloat(moment.npc.rng) < 0.5 ? -1 : 1) * (1.2 + nextFloat(moment.npc.rng) * 1.2)
  const ahead = 0.2 + nextFloat(moment.npc.rng) * 1.2
  const sin = Math.sin(building.yaw)
  const cos = Math.cos(building.yaw)
  aimNear(moment, run, { x: building.doorX + cos * side + sin * ahead, z: building.doorZ - sin * side + cos * ahead }, 0)
  run.facing = Math.atan2(building.doorX - run.targetX, building.doorZ - run.targetZ) + nextFloat(moment.npc.rng) - 0.5
}

/** Stands near a place, at the person's own bearing from it, `spread` metres off. */
export function aimNear(moment: Moment, run: SkillRun, place: { x: number; z: number }, spread: number): void {
  const angle = unitOf(hashCell(hashString(moment.npc.id), run.startedTick)) * Math.PI * 2
  run.targetX = place.x + Math.cos(angle) * spread
  run.targetZ = place.z + Math.sin(angle) * spread
  // those far away find room when the player comes near
  if (moment.npc.fidelity === 'near') {
    findStandingRoom(moment.village, run.targetX, run.targetZ, room)
    run.targetX = room.x
    run.targetZ = room.z
  }
  // forward is (−sin yaw, −cos yaw)
  run.facing = spread > 0 ? Math.atan2(run.targetX - place.x, run.targetZ - place.z) : null
}

/** Stands at a given place, looking where it says. */
export function standAtMark(moment: Moment, run: SkillRun, mark: { x: number; z: number; yaw: number }): void {
  aimNear(moment, run, mark, 0)
  run.facing = mark.yaw
}

/** The yaw that looks from one place to another. */
export function yawTowards(from: { x: number; z: number }, to: { x: number; z: number }): number {
  return Math.atan2(from.x - to.x, from.z - to.z)
}

/** Seats of a bench, metres to either side of its middle, and how far before it who sits there is. */
const SEAT_METERS = 0.42
const SEAT_AHEAD = 0.1
/** A seat this near to where somebody sits, or is on the way to sit, is taken, metres. */
const TAKEN_METERS = 0.4
/** By what a run is known to be done on a seat. */
const SEAT = 'seat'

/** A free seat on a bench, by the person's dice, looking as the bench does; null where all are taken. */
export function drawSeat({ npc, village, world }: Moment): { x: number; z: number; yaw: number } | null {
  const free: Array<{ x: number; z: number; yaw: number }> = []
  for (const bench of village.plan.spots) {
    if (bench.kind !== 'bench') continue
    const [sin, cos] = [Math.sin(bench.yaw), Math.cos(bench.yaw)]
    for (const side of [-SEAT_METERS, SEAT_METERS]) {
      const seat = { x: bench.x + cos * side + sin * SEAT_AHEAD, z: bench.z - sin * side + cos * SEAT_AHEAD, yaw: bench.yaw + Math.PI }
      if (!world.npcs.some((other) => other !== npc && isSeated(other) && (other.skill!.targetX - seat.x) ** 2 + (other.skill!.targetZ - seat.z) ** 2 < TAKEN_METERS * TAKEN_METERS)) free.push(seat)
    }
  }
  return free[Math.floor(nextFloat(npc.rng) * free.length)] ?? null
}

/** Sits down on a seat. */
export function aimAtSeat(run: SkillRun, seat: { x: number; z: number; yaw: number }): void {
  run.targetX = seat.x
  run.targetZ = seat.z
  run.facing = seat.yaw
  run.targetId = SEAT
}

/** Whether somebody has a seat, or is on the way to it. */
export function isSeated({ skill }: Pick<Npc, 'skill'>): boolean {
  return skill?.targetId === SEAT
}
