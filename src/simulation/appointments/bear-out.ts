/** What a meeting that was kept, or came to nothing, leaves between the two and in what they take to be so. */
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { createClaim, type Claim, type Party } from '../beliefs/claim.ts'
import { learn, noteKnownBy } from '../beliefs/learn.ts'
import { reappraise } from '../affect/feel.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import type { Appointment, Purpose } from './appointment.ts'

/** How much people talk of it, 0..1. */
const IMPORTANCE: { readonly [P in Purpose]: number } = { company: 0.3, feast: 0.3, help: 0.4, amends: 0.6 }
const STOOD_UP_IMPORTANCE = 0.45
/** What is left of being angry with each other once two have made up. */
const AMENDS_SHARE = 0.2

/** Lets the end of a meeting count, as its state says. */
export function bearOut(world: World, npc: Npc, appointment: Appointment): void {
  const { withId, what, state } = appointment
  const other = world.npcs.find(({ id }) => id === withId)
  if (state === 'kept') {
    changeRelation(npc, withId, { trust: 0.06, warmth: 0.04, respect: 0.04, familiarity: 0.02, reason: `they came to ${what} as we had agreed` })
    if (!other) return
    changeRelation(other, npc.id, { trust: 0.04, warmth: 0.04, familiarity: 0.02, reason: `we met at ${what} as agreed` })
    serve(world, { ...appointment, asked: npc, asking: other })
    const claim = createClaim(appointment.purpose === 'amends' ? 'amends' : 'met', { subject: partyOf(world, other.id), target: partyOf(world, npc.id), place: what, cause: appointment.purpose === 'help' ? 'to lend a hand' : appointment.purpose === 'feast' ? 'to drink to good luck' : '' })
    hold(world, { npc, others: [other.id] }, appointment, claim)
    hold(world, { npc: other, others: [npc.id] }, appointment, claim)
  } else if (state === 'missed') {
    changeRelation(npc, withId, { trust: -0.06, warmth: -0.06, respect: -0.08, reason: `they did not come to ${what}, though we had agreed on it` })
    const claim = createClaim('stood-up', { subject: partyOf(world, withId), target: partyOf(world, npc.id), place: what })
    hold(world, { npc, others: [withId] }, appointment, claim)
  }
}

/** What they met for is done. */
function serve(world: World, { purpose, what, asked, asking }: Appointment & { asked: Npc; asking: Npc }): void {
  for (const npc of [asked, asking]) npc.needs.company = clamp(npc.needs.company + 0.15, 0, 1)
  if (purpose === 'help') {
    changeRelation(asking, asked.id, { warmth: 0.08, respect: 0.08, debt: 0.2, reason: `they lent me a hand at ${what}` })
    changeRelation(asked, asking.id, { debt: -0.2, reason: `I lent them a hand at ${what}` })
    asking.needs.duty = clamp(asking.needs.duty + 0.25, 0, 1)
  } else if (purpose === 'amends') {
    for (const [npc, other] of [[asked, asking], [asking, asked]] as const) {
      const before = npc.relations.find(({ otherId }) => otherId === other.id)?.warmth ?? 0
      changeRelation(npc, other.id, { warmth: clamp(0.1 - before, 0.1, 0.5), trust: 0.06, reason: `we made up at ${what}` })
      reappraise(npc, { worldSeconds: world.worldSeconds, share: AMENDS_SHARE, aboutId: other.id })
    }
  }
}

/** Who was there takes it to be so, and may tell it. */
function hold(world: World, { npc, others }: { npc: Npc; others: readonly ActorId[] }, { id, purpose, state }: Appointment, claim: Claim): void {
  const now = world.worldSeconds
  const belief = learn(npc, { topic: `word:${id}`, claim, confidence: 1, importance: state === 'missed' ? STOOD_UP_IMPORTANCE : IMPORTANCE[purpose], secrecy: 0, source: null, root: { happeningId: null, firstId: npc.id }, hops: 0, mutations: [], happenedSeconds: now }, now)
  for (const other of others) noteKnownBy(belief, other)
}

function partyOf(world: World, id: ActorId): Party {
  return { id, name: nameOfActor(world, id) }
}
