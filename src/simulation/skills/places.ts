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

/** What one sits on, and where; who sits there looks along `yaw`. */
export type Seat = { on: 'bench' | 'doorstep' | 'well' | 'log'; x: number; z: number; yaw: number }

/** What one sits on, in words. */
export const SEAT_WORDS: { readonly [S in Seat['on']]: string } = { bench: 'the bench', doorstep: 'the doorstep', well: 'the rim of the well', log: 'the log' }

/** How far from the middle of a well its rim is sat on, metres, and how many find room there. */
const RIM_METERS = 1.42
const RIM_SEATS = 5
/** A doorstep: how far before the wall one sits, how far from where one stands before the door, and how far to either side, metres. */
const STEP_BEHIND_METERS = 0.32
const STEP_SIDE_METERS = 0.5
/** The logs by a fire: where they lie round it, radians, how far off, and how far from their middle one sits, metres. */
const LOG_ANGLES = [0.9, 3.4] as const
const LOG_METERS = 1.9
const LOG_SIDE_METERS = 0.42

/** A free seat on a log by this fire, by the person's dice; null where all are taken. */
export function drawLog(moment: Moment, fire: Readonly<Spot>): Seat | null {
  const seats = LOG_ANGLES.flatMap((angle) => [-LOG_SIDE_METERS, LOG_SIDE_METERS].map((along): Seat => {
    const [lx, lz] = [Math.sin(angle) * LOG_METERS + Math.cos(angle) * along, Math.cos(angle) * LOG_METERS - Math.sin(angle) * along]
    const [sin, cos] = [Math.sin(fire.yaw), Math.cos(fire.yaw)]
    const place = { x: fire.x + lx * cos + lz * sin, z: fire.z - lx * sin + lz * cos }
    return { on: 'log', ...place, yaw: yawTowards(place, fire) }
  }))
  return pickFree(moment, seats)
}

/** A free seat to rest on: a bench, the own doorstep, the rim of the well; by the person's dice; null where all are taken. The very young and old do not sit on a rim. */
export function drawRest(moment: Moment): Seat | null {
  const { npc, village } = moment
  const chance = nextFloat(npc.rng)
  const home = findBuilding(village, npc.homeId)
  const step: Seat[] = home ? [-STEP_SIDE_METERS, STEP_SIDE_METERS].map((side) => ({ on: 'doorstep', ...beforeWall(home, side) })) : []
  const rim: Seat[] = npc.age >= 15 && npc.age < 62 ? village.plan.buildings.filter(({ kind }) => kind === 'well').flatMap((well) => Array.from({ length: RIM_SEATS }, (_, k): Seat => {
    const angle = well.yaw + (k / RIM_SEATS) * Math.PI * 2
    return { on: 'well', x: well.x + Math.sin(angle) * RIM_METERS, z: well.z + Math.cos(angle) * RIM_METERS, yaw: angle + Math.PI }
  })) : []
  for (const seats of chance < 0.36 ? [step, rim] : chance < 0.6 ? [rim, step] : []) {
    const seat = pickFree(moment, seats)
    if (seat) return seat
  }
  const bench = drawSeat(moment)
  return bench ? { on: 'bench', ...bench } : pickFree(moment, [...step, ...rim])
}

function pickFree(moment: Moment, seats: readonly Seat[]): Seat | null {
  const free = seats.filter((seat) => isFree(moment, seat))
  return free[Math.floor(nextFloat(moment.npc.rng) * free.length)] ?? null
}

function isFree({ npc, world }: Moment, seat: { x: number; z: number }): boolean {
  return !world.npcs.some((other) => other !== npc && isPlaced(other) && (other.skill!.targetX - seat.x) ** 2 + (other.skill!.targetZ - seat.z) ** 2 < TAKEN_METERS * TAKEN_METERS)
}

/** A free seat on a bench, by the person's dice, looking as the bench does; null where all are taken. */
export function drawSeat(moment: Moment): { x: number; z: number; yaw: number } | null {
  const { npc, village } = moment
  const free: Array<{ x: number; z: number; yaw: number }> = []
  for (const bench of village.plan.spots) {
    if (bench.kind !== 'bench') continue
    const [sin, cos] = [Math.sin(bench.yaw), Math.cos(bench.yaw)]
    for (const side of [-SEAT_METERS, SEAT_METERS]) {
      const seat = { x: bench.x + cos * side + sin * SEAT_AHEAD, z: bench.z - sin * side + cos * SEAT_AHEAD, yaw: bench.yaw + Math.PI }
      if (isFree(moment, seat)) free.push(seat)
    }
  }
  return free[Math.floor(nextFloat(npc.rng) * free.length)] ?? null
}

/** How far under the eaves one stands: before the wall, as far as the step is, and how far to either side of the door, metres; a place at the door itself is in everybody’s way. */
const EAVES_SIDES = [1.05, -1.05, 1.75, -1.75] as const
/** How much of a wall is left to its corners, metres. */
const CORNER_METERS = 0.4
const EAVES = 'eaves'

/** Where one stands under the eaves of a building, the back to its wall, by the person's dice; null where there is no room left. */
export function drawEaves(moment: Moment, building: BuildingPlan): { x: number; z: number; yaw: number } | null {
  const places = EAVES_SIDES.filter((side) => Math.abs(side) < building.width / 2 - CORNER_METERS).map((side) => beforeWall(building, side))
  const free = places.filter((place) => isFree(moment, place))
  return free[Math.floor(nextFloat(moment.npc.rng) * free.length)] ?? null
}

/** The doorway of a building, looking out; null while somebody stands in it. */
export function drawDoorway(moment: Moment, building: BuildingPlan): { x: number; z: number; yaw: number } | null {
  const place = doorwayOf(building)
  return isFree(moment, place) ? place : null
}

/** In the doorway of a building, looking out. */
export function doorwayOf(building: BuildingPlan): { x: number; z: number; yaw: number } {
  return beforeWall(building, 0)
}

function beforeWall({ doorX, doorZ, yaw }: BuildingPlan, side: number): { x: number; z: number; yaw: number } {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  return { x: doorX + cos * side - sin * STEP_BEHIND_METERS, z: doorZ - sin * side - cos * STEP_BEHIND_METERS, yaw: yaw + Math.PI }
}

/** Steps under the eaves. */
export function aimUnderEaves(run: SkillRun, place: { x: number; z: number; yaw: number }): void {
  run.targetX = place.x
  run.targetZ = place.z
  run.facing = place.yaw
  run.targetId = EAVES
}

/** Whether somebody stands under eaves now, out of doors and dry. */
export function isUnderEaves({ skill }: Pick<Npc, 'skill'>): boolean {
  return skill?.targetId === EAVES && skill.phase === 'do'
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

/** Whether somebody has a place of their own to the decimetre, or is on the way to it: a seat, or one under the eaves. */
export function isPlaced({ skill }: Pick<Npc, 'skill'>): boolean {
  return isSeated({ skill }) || skill?.targetId === EAVES
}
