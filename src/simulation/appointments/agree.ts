/** Agreeing: a place in words becomes a place in the world, and a word given is kept in mind. */
import type { ActorId } from '#core/ids.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import { findVillage } from '../village.ts'
import type { World } from '../world.ts'
import type { Appointment, Purpose } from './appointment.ts'

/** A meeting agreed to: where, as a kind of building or spot ("mill", "well", "square", "here"), and when. */
export type Agreement = { place: string; atSeconds: number }

/** Words given that are kept; the oldest that are settled go first. */
const MOST_APPOINTMENTS = 120
/** Nobody agrees further ahead than this, world seconds: five days. */
const LONGEST_AHEAD = 5 * 86_400
const LONGEST_WORDS = 80

/** Writes down a meeting; null when there is no such place here, or the hour has passed. */
export function agree(world: World, env: WorldEnv, npc: Npc, { withId, place, atSeconds, purpose = 'company' }: Agreement & { withId: ActorId; purpose?: Purpose }): Appointment | null {
  if (!Number.isFinite(atSeconds) || atSeconds < world.worldSeconds || atSeconds > world.worldSeconds + LONGEST_AHEAD) return null
  const where = findPlace(env, npc, place)
  if (!where) return null
  // a new meeting with the same one takes the place of the old
  world.appointments = world.appointments.filter((other) => !(other.kind === 'meet' && other.state === 'agreed' && ((other.npcId === npc.id && other.withId === withId) || (other.npcId === withId && other.withId === npc.id))))
  return note(world, { kind: 'meet', purpose, npcId: npc.id, withId, what: where.words, x: where.x, z: where.z, atSeconds })
}

/** Writes down what somebody promised a person to do by then. */
export function notePromise(world: World, npc: Npc, { byId, what, atSeconds }: { byId: ActorId; what: string; atSeconds: number }): void {
  if (world.appointments.some((other) => other.kind === 'promise' && other.npcId === npc.id && other.withId === byId && other.what === what && other.state === 'agreed')) return
  note(world, { kind: 'promise', purpose: 'company', npcId: npc.id, withId: byId, what: what.slice(0, LONGEST_WORDS), x: npc.body.x, z: npc.body.z, atSeconds })
}

/** Writes down what a person promised the player to do by then; a vow made again is one vow. */
export function noteVow(world: World, npc: Npc, { what, atSeconds }: { what: string; atSeconds: number }): void {
  const short = what.slice(0, LONGEST_WORDS)
  if (world.appointments.some((other) => other.kind === 'vow' && other.npcId === npc.id && other.what === short && other.state === 'agreed')) return
  note(world, { kind: 'vow', purpose: 'company', npcId: npc.id, withId: 'player', what: short, x: npc.body.x, z: npc.body.z, atSeconds })
}

function note(world: World, parts: Omit<Appointment, 'id' | 'madeSeconds' | 'state'>): Appointment {
  const appointment: Appointment = { ...parts, id: (world.appointments.at(-1)?.id ?? 0) + 1, madeSeconds: world.worldSeconds, state: 'agreed' }
  world.appointments.push(appointment)
  if (world.appointments.length > MOST_APPOINTMENTS) {
    // what was between people goes before what was given to the player
    const settled = (one: Appointment): boolean => one.state !== 'agreed' && one.state !== 'waiting'
    const among = world.appointments.findIndex((one) => one.withId !== 'player' && settled(one))
    world.appointments.splice(Math.max(0, among >= 0 ? among : world.appointments.findIndex(settled)), 1)
  }
  return appointment
}

/** Where a kind of place ("mill", "well", "square", "here") is, the nearest to a person of this settlement; null when there is none. */
export function findPlace(env: WorldEnv, npc: Npc, place: string): { x: number; z: number; words: string } | null {
  const village = findVillage(env.land, npc.settlementId, npc.body)
  if (!village) return null
  if (place === 'here') return { x: npc.body.x, z: npc.body.z, words: 'the place where we spoke' }
  if (place === 'square') return { x: village.plan.x, z: village.plan.z, words: 'the square' }
  const words = place === 'fire' ? 'the fire' : `the ${place}`
  let best: { x: number; z: number; words: string } | null = null
  let bestMeters = Infinity
  const offer = (x: number, z: number): void => {
    const meters = (x - npc.body.x) ** 2 + (z - npc.body.z) ** 2
    if (meters >= bestMeters) return
    best = { x, z, words }
    bestMeters = meters
  }
  for (const building of village.plan.buildings) if (building.kind === place) offer(building.doorX, building.doorZ)
  for (const spot of village.plan.spots) if (spot.kind === place) offer(spot.x, spot.z)
  return best
}
