/** Words kept and broken: people set out in time, wait half an hour, and remember who came. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { ActorId } from '#core/ids.ts'
import { intensityOf } from '../affect/dynamics.ts'
import { openAmongPeople } from '../conversations/open-conversation.ts'
import { requestThought } from '../conversations/request-thought.ts'
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import type { Appointment } from './appointment.ts'
import { bearOut } from './bear-out.ts'
import { findDue, targetOf, WAIT_SECONDS } from './due.ts'
import { keepingOf } from './willing.ts'

/** So near to the place, or to each other, two have met, metres. */
const MET_METERS = 12
/** Nearer to the player than this, metres, those who meet talk in words. */
const WORDS_METERS = 60
/** Looked at by everybody once in so many ticks. */
const LOOK_TICKS = 20
/** Settled words given among people are kept in mind so long, world seconds: six days. */
const REMEMBERED_SECONDS = 6 * 86_400
/** Sub-seed of who keeps a word. */
const KEEPING_LAYER = 0x6b656570

/** Brings every word given on: a wish to go when it is time, and the end of it. */
export function updateAppointments(world: World, env: WorldEnv, ticks: number): void {
  if (world.appointments.length === 0 || world.tick % LOOK_TICKS >= ticks) return
  for (const appointment of world.appointments) {
    if (appointment.state !== 'agreed' && appointment.state !== 'waiting') continue
    const npc = world.npcs.find(({ id }) => id === appointment.npcId)
    const other = appointment.withId === 'player' ? null : (world.npcs.find(({ id }) => id === appointment.withId) ?? undefined)
    if (!npc || other === undefined || npc.frozen || other?.frozen) appointment.state = 'broken'
    else if (appointment.kind === 'promise') updatePromise(world, npc, other, appointment)
    else if (appointment.kind === 'vow') updateVow(world, npc, appointment)
    else updateMeeting({ world, env }, appointment, npc, other)
  }
  const stale = world.worldSeconds - REMEMBERED_SECONDS
  if (world.appointments.some((one) => isStale(one, stale))) world.appointments = world.appointments.filter((one) => !isStale(one, stale))
}

function isStale({ withId, state, atSeconds }: Appointment, before: number): boolean {
  return withId !== 'player' && state !== 'agreed' && state !== 'waiting' && atSeconds < before
}

/** `other` is null where the meeting is with the player. */
function updateMeeting(place: { world: World; env: WorldEnv }, appointment: Appointment, npc: Npc, other: Npc | null): void {
  const { world } = place
  for (const person of other ? [npc, other] : [npc]) setOut(world, person, appointment)
  const isHere = isAt(npc, appointment)
  if (isHere && appointment.state === 'agreed') appointment.state = 'waiting'
  const cameToo = isAt(other ?? world.player, appointment)
  // whoever is early has not met yet
  if (isHere && cameToo && world.worldSeconds >= appointment.atSeconds - WAIT_SECONDS) settle(place, appointment, npc, 'kept')
  else if (world.worldSeconds > appointment.atSeconds + WAIT_SECONDS) {
    if (other && cameToo && appointment.state === 'agreed') {
      // the one who asked waited: from now on the word is told from their side
      Object.assign(appointment, { npcId: other.id, withId: npc.id, state: 'waiting' })
      settle(place, appointment, other, 'missed')
    } else settle(place, appointment, npc, appointment.state === 'waiting' ? 'missed' : 'broken')
  }
}

function setOut(world: World, npc: Npc, appointment: Appointment): void {
  if (findDue(world, npc) !== appointment || npc.skill?.targetId === targetOf(appointment) || !keepsWord(world, npc, appointment)) return
  npc.intention = { skillId: 'go-to', targetId: targetOf(appointment), reason: `I said that I would meet ${nameOfActor(world, otherOf(appointment, npc))} at ${appointment.what}`, untilTick: world.tick + 400 }
}

/** A word to the player is kept; among neighbours it is now and then not. */
function keepsWord(world: World, npc: Npc, appointment: Appointment): boolean {
  if (appointment.withId === 'player') return true
  const otherId = otherOf(appointment, npc)
  const anger = npc.affect.emotions.reduce((most, emotion) => (emotion.kind === 'anger' && emotion.aboutId === otherId ? Math.max(most, intensityOf(emotion, world.worldSeconds)) : most), 0)
  const warmth = npc.relations.find((relation) => relation.otherId === otherId)?.warmth ?? 0
  return unitOf(hashCell(hashString(npc.id), KEEPING_LAYER, appointment.id)) < keepingOf({ temperament: npc.temperament, warmth: appointment.purpose === 'amends' ? 0 : warmth, anger })
}

function otherOf({ npcId, withId }: Appointment, npc: Npc): ActorId {
  return npcId === npc.id ? withId : npcId
}

function isAt({ body }: { body: { x: number; z: number } }, { x, z }: Appointment): boolean {
  return (body.x - x) ** 2 + (body.z - z) ** 2 < MET_METERS * MET_METERS
}

function settle({ world, env }: { world: World; env: WorldEnv }, appointment: Appointment, npc: Npc, state: 'kept' | 'missed' | 'broken'): void {
  const { withId, what } = appointment
  appointment.state = state
  const other = world.npcs.find(({ id }) => id === withId)
  for (const person of other ? [npc, other] : [npc]) if (person.skill?.targetId === targetOf(appointment)) person.skill.untilTick = Math.min(person.skill.untilTick, world.tick + 60)
  bearOut(world, npc, appointment)
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: other && state !== 'broken' ? [npc.id, other.id] : [npc.id] })
  if (state !== 'kept') return
  if (other) talkThere({ world, env }, appointment, npc, other)
  else if (withId === 'player' && npc.conversationId === null && world.player.conversationId === null && npc.fidelity === 'near') {
    npc.gazeId = 'player'
    npc.gesture = { kind: 'wave', toId: 'player', fromTick: world.tick, untilTick: world.tick + 36 }
    requestThought(world, npc, 'greet', { conversationId: null, cause: `${nameOfActor(world, 'player')} came to ${what}, as we had agreed` })
  }
}

/** Two who meet as agreed have a word; in words, where the player could hear them. */
function talkThere({ world, env }: { world: World; env: WorldEnv }, appointment: Appointment, npc: Npc, other: Npc): void {
  const { body } = world.player
  const isHeard = npc.fidelity === 'near' && other.fidelity === 'near' && (body.x - npc.body.x) ** 2 + (body.z - npc.body.z) ** 2 < WORDS_METERS * WORDS_METERS
  if (!isHeard || [npc, other].some((person) => person.conversationId !== null || person.indoors)) return
  npc.gesture = { kind: 'wave', toId: other.id, fromTick: world.tick, untilTick: world.tick + 36 }
  openAmongPeople({ world, env }, npc, other, `${other.given} came to ${appointment.what}, as we had agreed`)
}

/** A promise that is due and was not kept costs trust; it is asked after when they meet again. A neighbour (`by`) keeps theirs or does not, by what they are. */
function updatePromise(world: World, npc: Npc, by: Npc | null, appointment: Appointment): void {
  if (world.worldSeconds <= appointment.atSeconds) return
  if (by && keepsWord(world, by, appointment)) {
    appointment.state = 'kept'
    changeRelation(npc, by.id, { trust: 0.05, warmth: 0.06, respect: 0.04, debt: 0.1, reason: `they said that they would ${appointment.what}, and did` })
    changeRelation(by, npc.id, { debt: -0.1, warmth: 0.02, reason: 'I kept my word to them' })
    emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id, by.id] })
    return
  }
  appointment.state = 'missed'
  changeRelation(npc, appointment.withId, { trust: -0.03, respect: -0.04, reason: `they said that they would ${appointment.what}, and did not` })
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: by ? [npc.id, by.id] : [npc.id] })
}

/** What a person promised the player is done when it is due, by the dutiful and the fond; the others are sorry. */
function updateVow(world: World, npc: Npc, appointment: Appointment): void {
  if (world.worldSeconds <= appointment.atSeconds) return
  const warmth = npc.relations.find(({ otherId }) => otherId === appointment.withId)?.warmth ?? 0
  appointment.state = unitOf(hashCell(hashString(npc.id), KEEPING_LAYER, appointment.id)) < keepingOf({ temperament: npc.temperament, warmth, anger: 0 }) ? 'kept' : 'broken'
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id] })
}
