/** From what happened in the world to what it means to each who saw or heard it. */
import type { ActorId, NpcId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { TICK_WORLD_SECONDS } from '../clock.ts'
import type { Appointment } from '../appointments/appointment.ts'
import type { WorldEnv } from '../env.ts'
import { emit, type WorldEvent } from '../events.ts'
import { findStrike } from '../lightning.ts'
import type { Npc } from '../npc/npc.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import { intensityOf } from './dynamics.ts'
import { feel, reappraise, suffer, type Felt } from './feel.ts'
import { feelHappening } from './feel-happening.ts'
import { hearWords } from './hear-words.ts'

/** How near lightning must strike to frighten, metres. */
const STRIKE_METERS = 1300
const STORM_CAUSES = { storm: 'a storm broke over us', strike: 'lightning struck close by' } as const

/** Lets everybody feel about what happened since the last tick. */
export function feelEvents(world: World, env: WorldEnv): void {
  for (const event of world.events) feelEvent({ world, env }, event)
}

/** Lightning of this tick becomes an event for those who stand out in it. */
export function strikeLightning(world: World, env: WorldEnv): void {
  if (world.weather.kind !== 'storm') return
  const strike = findStrike(env.land.seedWord, world.weather, world.worldSeconds)
  if (!strike || strike.worldSeconds <= world.worldSeconds - TICK_WORLD_SECONDS) return
  const x = world.player.body.x + Math.sin(strike.bearing) * strike.meters
  const z = world.player.body.z - Math.cos(strike.bearing) * strike.meters
  const witnessIds = world.npcs.filter(({ indoors, body }) => !indoors && (body.x - x) ** 2 + (body.z - z) ** 2 < STRIKE_METERS * STRIKE_METERS).map(({ id }) => id)
  if (witnessIds.length > 0) emit(world, { type: 'lightning-strike', x, z, witnessIds })
}

function feelEvent(place: { world: World; env: WorldEnv }, event: WorldEvent): void {
  const { world } = place
  switch (event.type) {
    case 'speech-said':
      hearWords(place, event)
      return
    case 'weather-change':
      for (const npc of peopleOf(world, event.witnessIds)) {
        if (event.weather === 'storm') suffer(place, npc, { cause: STORM_CAUSES.storm, relevance: 0.75, desirability: -0.7, likelihood: 0.7, threatens: true, control: npc.indoors ? 0.8 : 0.5 }, { of: 'the storm', signs: [{ kind: 'weather', value: 'storm' }, { kind: 'sound', value: 'thunder' }] })
      }
      if (event.weather !== 'storm') endStormFears(world)
      return
    case 'lightning-strike':
      for (const npc of peopleOf(world, event.witnessIds)) {
        const near = 1 - Math.sqrt((npc.body.x - event.x) ** 2 + (npc.body.z - event.z) ** 2) / STRIKE_METERS
        suffer(place, npc, { cause: STORM_CAUSES.strike, relevance: 0.4 + 0.6 * near, desirability: -0.9, likelihood: 0.8, expectedness: 0.1, threatens: true, control: 0.4 }, { of: 'the storm', signs: [{ kind: 'weather', value: 'storm' }, { kind: 'sound', value: 'thunder' }] })
      }
      return
    case 'actor-seen': {
      const [npc] = peopleOf(world, [event.npcId])
      if (npc) meet(world, npc, event.otherId)
      return
    }
    case 'conversation-end':
      if (event.reason === 'left' && event.participants[0] === 'player') {
        for (const npc of peopleOf(world, [event.participants[1]])) feel(world, npc, { cause: `${nameOfActor(world, 'player')} walked off while we talked`, aboutId: 'player', relevance: 0.5, desirability: -0.25, agent: 'other', praise: -0.3, intent: 0.5 })
      }
      return
    case 'skill-end':
      for (const npc of peopleOf(world, [event.npcId])) {
        const cause = `I was ${event.activity}`
        if (event.result === 'failed') feel(world, npc, { cause: `${cause} and it came to nothing`, relevance: 0.5, desirability: -0.3, hoped: 0.15 })
        else if (event.result === 'done') feel(world, npc, { cause, relevance: 0.5, desirability: 0.3, agent: 'self', praise: 0.3 })
      }
      return
    case 'appointment-end':
      for (const npc of peopleOf(world, event.witnessIds)) feelMeeting(world, npc, event.appointment)
      return
    case 'happening':
      feelHappening(place, event)
      return
    default:
      return
  }
}

/** Seeing somebody again is felt by what they are to one. */
function meet(world: World, npc: Npc, otherId: ActorId): void {
  const relation = npc.relations.find((known) => known.otherId === otherId)
  if (!relation) return
  const name = nameOfActor(world, otherId)
  if (relation.warmth > 0.25) feel(world, npc, { cause: `${name} is here again`, aboutId: otherId, relevance: 0.4 + 0.4 * relation.warmth, desirability: relation.warmth, agent: 'other', praise: 0.1, bond: relation.warmth })
  else if (relation.warmth < -0.25) feel(world, npc, { cause: `${name} is here, who ${relation.lastReason}`, aboutId: otherId, relevance: 0.5, desirability: relation.warmth, likelihood: 0.5, expectedness: 0.3, agent: 'other', praise: -0.4, intent: 0.5 })
}

/** A word kept warms, one waited for in vain disappoints, and whoever did not come is ashamed. */
function feelMeeting(world: World, npc: Npc, { kind, purpose, npcId, withId, what, state }: Appointment): void {
  const otherId = npcId === npc.id ? withId : npcId
  const name = nameOfActor(world, otherId)
  const bond = npc.relations.find((relation) => relation.otherId === otherId)?.warmth ?? 0
  // whom somebody was sorry to has let it be
  if (state === 'forgiven') return
  if (kind === 'vow' || (kind === 'promise' && npc.id !== npcId)) {
    feel(world, npc, state === 'kept' ? { cause: `I kept my word to ${name}`, relevance: 0.4, agent: 'self', praise: 0.4 } : { cause: `I did not keep my word to ${name}`, aboutId: otherId, relevance: 0.5, agent: 'self', praise: -0.4 })
  } else if (kind === 'promise') {
    if (state === 'kept') feel(world, npc, { cause: `${name} kept a promise`, aboutId: otherId, relevance: 0.6, desirability: 0.4, agent: 'other', praise: 0.5 })
    else feel(world, npc, { cause: `${name} did not ${what}, though it was promised`, aboutId: otherId, relevance: 0.5, desirability: -0.3, hoped: 0.2, agent: 'other', praise: -0.4, intent: 0.5 })
  } else if (state === 'kept') {
    if (purpose === 'amends') feel(world, npc, { cause: `${name} and I made up`, aboutId: otherId, relevance: 0.9, desirability: 0.6, agent: 'other', praise: 0.5, feared: 0.3 })
    else feel(world, npc, { cause: `${name} and I met at ${what}`, aboutId: otherId, relevance: 0.6, desirability: 0.45, bond, agent: 'other', praise: purpose === 'help' ? 0.7 : 0.3 })
  } else if (state === 'missed') {
    if (npc.id === npcId) feel(world, npc, { cause: `${name} did not come to ${what}`, aboutId: otherId, relevance: 0.6, desirability: -0.4, hoped: 0.3, agent: 'other', praise: -0.5, intent: 0.6 })
    else feel(world, npc, { cause: `I let ${name} wait at ${what}`, aboutId: otherId, relevance: 0.5, agent: 'self', praise: -0.3 - 0.3 * Math.max(0, npc.temperament.conscientiousness) })
  }
}

/** The sky is better again: those who feared it breathe out. */
function endStormFears(world: World): void {
  for (const npc of world.npcs) {
    const fear = npc.affect.emotions.find(({ kind, cause }) => kind === 'fear' && (cause === STORM_CAUSES.storm || cause === STORM_CAUSES.strike))
    if (!fear) continue
    const over: Felt = { cause: 'the storm has passed', relevance: 0.6, desirability: 0.1, feared: clamp(intensityOf(fear, world.worldSeconds), 0, 1) }
    reappraise(npc, { worldSeconds: world.worldSeconds, share: 0.25, aboutId: null })
    feel(world, npc, over)
  }
}

function peopleOf(world: World, ids: readonly NpcId[]): Npc[] {
  return ids.length === 0 ? [] : world.npcs.filter(({ id }) => ids.includes(id))
}
