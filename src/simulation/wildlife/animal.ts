/** One animal: what it does now, and one step of it. */
import { damp, lerp, wrapAngle } from '#core/scalar.ts'
import { nextFloat, type Rng } from '#core/rng.ts'
import type { AnimalKind } from './animal-kinds.ts'
import type { Herd } from './find-herd.ts'
import type { Footing } from './footing.ts'

/** What an animal does. */
export type Doing = 'rest' | 'graze' | 'look' | 'walk' | 'flee' | 'fly' | 'land' | 'sleep'

/** An animal; metres, radians (yaw as bodies have it), seconds. */
export type Animal = {
  readonly kind: AnimalKind
  readonly row: number
  readonly herd: Herd
  readonly rng: Rng
  readonly size: number
  x: number
  y: number
  z: number
  yaw: number
  /** Where it was before its last step, for drawing between steps. */
  readonly previous: { x: number; y: number; z: number; yaw: number }
  doing: Doing
  /** Seconds until it thinks of something else. */
  left: number
  /** Where it goes. */
  toX: number
  toZ: number
  /** Metres a second now. */
  speed: number
  /** Seconds that its last step was long, and that have passed since. */
  span: number
  since: number
  /** Height in metres under a bird in the air, and where it was asked. */
  floor: number
  floorX: number
  floorZ: number
}

/** What frightens: places in metres and how much further than usual it is noticed (1 for somebody who walks). */
export type Threat = { x: number; z: number; alarm: number }

/** How fast an animal in flight turns, radians a second: half round in less than half a second, but not at once. */
const FLIGHT_TURN = 7
/** Where it flees to, metres from what frightens; it never gets there. */
const FLIGHT_REACH_METERS = 60
/** Radians between the ways that two of a herd take, at most. */
const SPREAD = 0.7
const TURNS = [0, 0.5, -0.5, 1.1, -1.1, 1.8, -1.8, 2.6, -2.6]
/** Metres over the ground at which startled birds fly. */
const FLIGHT_METERS = 9
/** Up to this height it still turns away from what startled it. */
const CLIMB_METERS = 5
/** A bird asks anew what is under it after so many metres. */
const FLOOR_METERS = 6

function go(animal: Animal, footing: Footing, step: number): boolean {
  for (const turn of TURNS) {
    const yaw = animal.yaw + turn
    const x = animal.x - Math.sin(yaw) * step
    const z = animal.z - Math.cos(yaw) * step
    if (!footing.mayStand(animal.kind, x, z, animal.y)) continue
    animal.x = x
    animal.z = z
    animal.yaw = wrapAngle(yaw)
    return true
  }
  return false
}

function chooseWay(animal: Animal, footing: Footing, reach: number): void {
  const { herd, rng } = animal
  for (let attempt = 0; attempt < 6; attempt++) {
    const turn = nextFloat(rng) * Math.PI * 2
    const far = reach * Math.sqrt(nextFloat(rng))
    animal.toX = herd.x + Math.sin(turn) * far
    animal.toZ = herd.z + Math.cos(turn) * far
    if (footing.mayStand(animal.kind, animal.toX, animal.toZ)) return
  }
  animal.toX = animal.x
  animal.toZ = animal.z
}

function choose(animal: Animal, footing: Footing, asleep: boolean): void {
  const { rng, kind } = animal
  const luck = nextFloat(rng)
  animal.doing = asleep ? 'sleep' : luck < 0.45 ? 'graze' : luck < 0.65 ? 'look' : 'walk'
  animal.left = (kind.hops ? 0.8 : 2.5) + nextFloat(rng) * (kind.hops ? 2.5 : 6)
  if (animal.doing === 'walk') chooseWay(animal, footing, 4 + animal.herd.count * 1.2)
}

function takeFright(animal: Animal, threat: Threat): void {
  const { kind, rng } = animal
  const dx = animal.x - threat.x
  const dz = animal.z - threat.z
  const yaw = Math.atan2(-dx, -dz) + (nextFloat(rng) - 0.5) * SPREAD
  animal.toX = animal.x - Math.sin(yaw) * FLIGHT_REACH_METERS
  animal.toZ = animal.z - Math.cos(yaw) * FLIGHT_REACH_METERS
  animal.doing = kind.flies ? 'fly' : 'flee'
  animal.left = kind.flies ? 5 + nextFloat(rng) * 4 : 1.5 + nextFloat(rng) * 1.5
}

/** Out of reach it stops and looks, before it grazes again. */
function lookBack(animal: Animal): void {
  animal.doing = 'look'
  animal.left = 1.5 + nextFloat(animal.rng) * 2.5
}

function turnTowards(animal: Animal, x: number, z: number, most: number): number {
  const dx = x - animal.x
  const dz = z - animal.z
  const turn = wrapAngle(Math.atan2(-dx, -dz) - animal.yaw)
  animal.yaw = wrapAngle(animal.yaw + Math.max(-most, Math.min(most, turn)))
  return Math.sqrt(dx * dx + dz * dz)
}

function fly(animal: Animal, footing: Footing, seconds: number, asleep: boolean): void {
  const { kind, herd } = animal
  const landing = animal.doing === 'land'
  const away = turnTowards(animal, landing ? animal.toX : herd.x, landing ? animal.toZ : herd.z, 0)
  if (landing) turnTowards(animal, animal.toX, animal.toZ, 2.4 * seconds)
  else if (kind.aloft && asleep) turnTowards(animal, animal.toX, animal.toZ, 1.1 * seconds)
  // one that has just taken wing wheels round, away from what frightened it, as it climbs
  else if (!kind.aloft && animal.y - animal.floor < CLIMB_METERS) turnTowards(animal, animal.toX, animal.toZ, FLIGHT_TURN * seconds)
  else if (away > 14) turnTowards(animal, herd.x, herd.z, (kind.aloft ? 1.1 : 0.9) * seconds)
  else animal.yaw = wrapAngle(animal.yaw + (animal.row + animal.size > 10 ? 0.35 : -0.35) * seconds)
  const speed = landing ? Math.min(kind.run, 1.5 + away * 0.6) : kind.run
  animal.speed = damp(animal.speed, speed, 0.35, seconds)
  const step = landing ? Math.min(animal.speed * seconds, away) : animal.speed * seconds
  animal.x -= Math.sin(animal.yaw) * step
  animal.z -= Math.cos(animal.yaw) * step
  const askAgain = landing ? 0 : FLOOR_METERS
  if (Math.abs(animal.x - animal.floorX) + Math.abs(animal.z - animal.floorZ) > askAgain) {
    animal.floorX = animal.x
    animal.floorZ = animal.z
    animal.floor = footing.floorAt(animal.x, animal.z)
  }
  const { floor } = animal
  const height = kind.aloft ? 12 + 22 * (animal.size - 0.85) : landing ? Math.min(FLIGHT_METERS, away * 0.5) : FLIGHT_METERS + 8 * (animal.size - 0.85)
  animal.y = Math.max(floor, damp(animal.y, floor + height, landing ? 0.35 : 0.7, seconds))
  if (landing && away < 0.3 && animal.y < floor + 0.15) {
    animal.y = floor
    animal.speed = 0
    choose(animal, footing, false)
  }
}

/** The share of an animal's last step to draw, `more` seconds after the moment it knows of. */
export function shareOfStep(animal: Animal, more: number): number {
  return animal.span > 0 ? Math.min(1, (animal.since + more) / animal.span) : 1
}

/** What a step happens in: the footing, how many seconds it lasts, whether animals sleep at this hour. */
type Moment = { readonly footing: Footing; readonly seconds: number; readonly asleep: boolean }

/** Moves an animal by one step; `threat` is the nearest fright within its startle distance, or null. */
export function stepAnimal(animal: Animal, moment: Moment, threat: Threat | null): void {
  const { footing, seconds, asleep } = moment
  const { kind, previous } = animal
  // from where it is drawn: who comes near goes over to short steps before a long one is drawn to its end
  const share = shareOfStep(animal, 0)
  previous.x = lerp(previous.x, animal.x, share)
  previous.y = lerp(previous.y, animal.y, share)
  previous.z = lerp(previous.z, animal.z, share)
  previous.yaw += wrapAngle(animal.yaw - previous.yaw) * share
  animal.span = seconds
  animal.since = 0
  animal.left -= seconds
  const winged = animal.doing === 'fly' || animal.doing === 'land'
  if (threat && !winged && !kind.aloft && animal.doing !== 'flee') takeFright(animal, threat)
  if (animal.doing === 'fly' && animal.left <= 0 && !kind.aloft) {
    chooseWay(animal, footing, 16)
    if (footing.mayStand(kind, animal.toX, animal.toZ)) animal.doing = 'land'
    else animal.left = 2
  }
  if (animal.doing === 'fly' || animal.doing === 'land') {
    fly(animal, footing, seconds, asleep)
    return
  }
  if (animal.left <= 0 && animal.doing === 'flee') {
    if (threat) takeFright(animal, threat)
    else lookBack(animal)
  } else if (animal.left <= 0) choose(animal, footing, asleep)
  let wanted = 0
  if (animal.doing === 'flee') {
    turnTowards(animal, animal.toX, animal.toZ, FLIGHT_TURN * seconds)
    wanted = kind.run
  } else if (animal.doing === 'walk') {
    if (turnTowards(animal, animal.toX, animal.toZ, 2.5 * seconds) > 0.5) wanted = kind.walk
    else choose(animal, footing, asleep)
  }
  animal.speed = damp(animal.speed, wanted, 0.15, seconds)
  if (animal.speed <= 0.02) return
  if (go(animal, footing, animal.speed * seconds)) animal.y = footing.floorAt(animal.x, animal.z, animal.y)
  else animal.speed = 0
}
