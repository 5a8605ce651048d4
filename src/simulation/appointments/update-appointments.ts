/** Words kept and broken: people set out in time, wait half an hour, and remember who came. */
import type { ActorId } from '#core/ids.ts'
import { requestThought } from '../conversations/request-thought.ts'
import { emit } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import { findDue, targetOf, WAIT_SECONDS } from './due.ts'
import type { Appointment } from './appointment.ts'

/** So near to the place, or to each other, two have met, metres. */
const MET_METERS = 12
/** Looked at by everybody once in so many ticks. */
const LOOK_TICKS = 20

/** Brings every word given on: a wish to go when it is time, and the end of it. */
export function updateAppointments(world: World, ticks: number): void {
  if (world.appointments.length === 0 || world.tick % LOOK_TICKS >= ticks) return
  for (const appointment of world.appointments) {
    if (appointment.state !== 'agreed' && appointment.state !== 'waiting') continue
    const npc = world.npcs.find(({ id }) => id === appointment.npcId)
    if (!npc) appointment.state = 'broken'
    else if (appointment.kind === 'promise') updatePromise(world, npc, appointment)
    else updateMeeting(world, npc, appointment)
  }
}

function updateMeeting(world: World, npc: Npc, appointment: Appointment): void {
  const other = appointment.withId === 'player' ? null : (world.npcs.find(({ id }) => id === appointment.withId) ?? null)
  for (const person of other ? [npc, other] : [npc]) setOut(world, person, appointment)
  const isHere = isAt(npc, appointment)
  if (isHere && appointment.state === 'agreed') appointment.state = 'waiting'
  const body = appointment.withId === 'player' ? world.player.body : other?.body
  const cameToo = body !== undefined && (body.x - appointment.x) ** 2 + (body.z - appointment.z) ** 2 < MET_METERS * MET_METERS
  // whoever is early has not met yet
  if (isHere && cameToo && world.worldSeconds >= appointment.atSeconds - WAIT_SECONDS) settle(world, npc, appointment, 'kept')
  else if (world.worldSeconds > appointment.atSeconds + WAIT_SECONDS) settle(world, npc, appointment, appointment.state === 'waiting' ? 'missed' : 'broken')
}

function setOut(world: World, npc: Npc, appointment: Appointment): void {
  if (findDue(world, npc) !== appointment || npc.skill?.targetId === targetOf(appointment)) return
  npc.intention = { skillId: 'go-to', targetId: targetOf(appointment), reason: `I said that I would meet ${nameOfActor(world, appointment.npcId === npc.id ? appointment.withId : appointment.npcId)} at ${appointment.what}`, untilTick: world.tick + 400 }
}

function isAt(npc: Npc, { x, z }: Appointment): boolean {
  return (npc.body.x - x) ** 2 + (npc.body.z - z) ** 2 < MET_METERS * MET_METERS
}

function settle(world: World, npc: Npc, appointment: Appointment, state: 'kept' | 'missed' | 'broken'): void {
  const { withId, what } = appointment
  appointment.state = state
  if (npc.skill?.targetId === targetOf(appointment)) npc.skill.untilTick = Math.min(npc.skill.untilTick, world.tick + 60)
  const reason = state === 'kept' ? `they came to ${what} as we had agreed` : `they did not come to ${what}, though we had agreed on it`
  if (state === 'kept') changeRelation(npc, withId, { trust: 0.06, warmth: 0.04, respect: 0.04, familiarity: 0.02, reason })
  else if (state === 'missed') changeRelation(npc, withId, { trust: -0.06, warmth: -0.06, respect: -0.08, reason })
  const other = world.npcs.find(({ id }) => id === withId)
  if (other && state === 'kept') changeRelation(other, npc.id, { trust: 0.04, warmth: 0.04, familiarity: 0.02, reason: `we met at ${what} as agreed` })
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: witnessesOf(npc, withId) })
  if (state === 'kept' && withId === 'player' && npc.conversationId === null && world.player.conversationId === null && npc.fidelity === 'near') {
    npc.gazeId = 'player'
    npc.gesture = { kind: 'wave', toId: 'player', fromTick: world.tick, untilTick: world.tick + 36 }
    requestThought(world, npc, 'greet', { conversationId: null, cause: `${nameOfActor(world, 'player')} came to ${what}, as we had agreed` })
  }
}

/** A promise that is due and was not kept costs trust; it is asked after when they meet again. */
function updatePromise(world: World, npc: Npc, appointment: Appointment): void {
  if (world.worldSeconds <= appointment.atSeconds) return
  appointment.state = 'missed'
  changeRelation(npc, appointment.withId, { trust: -0.03, respect: -0.04, reason: `they said that they would ${appointment.what}, and did not` })
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id] })
}

/** What was promised is done: words with a gift, or saying so, that share a word with it. */
export function fulfilPromises(world: World, npc: Npc, words: string): void {
  if (!/\b(?:here (?:is|are|you)|i brought|i have brought|i(?:'|’)ve brought|as promised|as i promised|this is for you)\b/i.test(words)) return
  const said = words.toLowerCase()
  for (const appointment of world.appointments) {
    if (appointment.kind !== 'promise' || appointment.npcId !== npc.id || appointment.state === 'kept') continue
    if (!appointment.what.toLowerCase().split(/[^\p{L}]+/u).some((word) => word.length > 3 && word !== 'bring' && said.includes(word))) continue
    const wasLate = appointment.state === 'missed'
    appointment.state = 'kept'
    changeRelation(npc, appointment.withId, { trust: wasLate ? 0.05 : 0.08, warmth: 0.06, respect: 0.06, reason: `they said that they would ${appointment.what}, and did` })
    emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id] })
  }
}

function witnessesOf(npc: Npc, withId: ActorId): Npc['id'][] {
  return withId === 'player' ? [npc.id] : [npc.id, withId]
}
