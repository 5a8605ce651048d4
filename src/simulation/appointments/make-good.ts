/** How the player's promises to a person end well: by coming back, by words with the thing, by being sorry. */
import { emit } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import type { World } from '../world.ts'
import type { Appointment } from './appointment.ts'

/** A promise to come back, and how long one must have been away for it to be kept, world seconds: half an hour. */
const COMING = /^(?:come back|come again|come by|come|return|be back|visit)\b/i
const LEAST_AWAY_SECONDS = 1800

/** Whoever promised to come back has, when they speak with the person again later on. */
export function keepByComing(world: World, npc: Npc): void {
  for (const appointment of world.appointments) {
    if (appointment.kind !== 'promise' || appointment.npcId !== npc.id || appointment.withId !== 'player' || appointment.state !== 'agreed' || !COMING.test(appointment.what)) continue
    if (world.worldSeconds - appointment.madeSeconds >= LEAST_AWAY_SECONDS) keepPromise(world, npc, appointment)
  }
}

/** Promises that were not kept are let be when whoever gave them is sorry. */
export function forgivePromises(world: World, npc: Npc): void {
  for (const appointment of world.appointments) {
    if (appointment.kind !== 'promise' || appointment.npcId !== npc.id || appointment.withId !== 'player' || appointment.state !== 'missed') continue
    appointment.state = 'forgiven'
    changeRelation(npc, 'player', { trust: 0.02, respect: 0.02, reason: `they were sorry that they did not ${appointment.what}` })
    emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id] })
  }
}

/** A promise to a person is kept: it counts more when it was in time. */
export function keepPromise(world: World, npc: Npc, appointment: Appointment): void {
  const wasLate = appointment.state === 'missed' || appointment.state === 'forgiven'
  appointment.state = 'kept'
  changeRelation(npc, appointment.withId, { trust: wasLate ? 0.05 : 0.08, warmth: 0.06, respect: 0.06, reason: `they said that they would ${appointment.what}, and did` })
  emit(world, { type: 'appointment-end', appointment: { ...appointment }, witnessIds: [npc.id] })
}

/** What was promised is done: words with a gift, or saying so, that share a word with it. */
export function fulfilPromises(world: World, npc: Npc, words: string): void {
  if (!/\b(?:here (?:is|are|you)|i brought|i have brought|i(?:'|’)ve brought|as promised|as i promised|this is for you|i(?:'ve| have)? (?:found|fetched|fixed|mended|paid|asked|spoken|spoke|told|built|made|got|bought|carried|planted)|i did (?:it|as|what)|it is done)\b/i.test(words)) return
  const said = words.toLowerCase()
  for (const appointment of world.appointments) {
    if (appointment.kind !== 'promise' || appointment.npcId !== npc.id || appointment.state === 'kept') continue
    // what was to be brought is brought, not spoken of
    if (appointment.withId === 'player' && world.player.satchel.some(({ parcel }) => parcel?.fromId === npc.id && appointment.what.startsWith(`bring ${parcel.toName} `))) continue
    if (!appointment.what.toLowerCase().split(/[^\p{L}]+/u).some((word) => word.length > 3 && word !== 'bring' && said.includes(word))) continue
    keepPromise(world, npc, appointment)
  }
}
