/** A person's beliefs as its mind may use them: without secrets, and as it would say them to whom it talks with. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import { claimWords, partiesOf } from '#simulation/beliefs/claim.ts'
import { tellScore, wordsFor } from '#simulation/beliefs/tell.ts'
import type { Conversation } from '#simulation/conversations/conversation.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { HeldBelief } from './private-view.ts'

/** Beliefs given to a thought: the latest. */
const MOST_GIVEN = 60

/** What `npc` may say of what it believes, the latest first; what is secret is not among it. */
export function heldBeliefs(npc: DeepReadonly<Npc>, around: { partnerId: ActorId; now: number; callOf(id: ActorId): string }): HeldBelief[] {
  const held = npc.beliefs.filter(({ endedSeconds, secrecy }) => endedSeconds === null && secrecy < 1).slice(-MOST_GIVEN).reverse()
  return held.map((belief) => ({
    id: belief.id, text: claimWords(wordsFor(npc, belief), npc.id, around.partnerId), about: partiesOf(wordsFor(npc, belief)), confidence: belief.confidence, fromId: belief.source?.fromId ?? null, fromName: belief.source ? around.callOf(belief.source.fromId) : null, hops: belief.hops,
    happenedSeconds: belief.happenedSeconds, learntSeconds: belief.learntSeconds, wish: tellScore(npc, around.partnerId, belief, around.now), doubters: belief.against.map(({ fromId }) => around.callOf(fromId)),
  }))
}

/** The item that `npc` is to tell in this talk, in its words; null when there is none, or it is the other's to tell. */
export function tellingOf({ telling }: DeepReadonly<Conversation>, npc: DeepReadonly<Npc>, partnerId: ActorId): { beliefId: number; text: string } | null {
  return telling?.tellerId === npc.id ? { beliefId: telling.beliefId, text: claimWords(telling.said, npc.id, partnerId) } : null
}
