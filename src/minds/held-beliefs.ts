/** A person's beliefs as its mind may use them: without secrets, and as it would say them to whom it talks with. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import { claimWords, partiesOf, type Party } from '#simulation/beliefs/claim.ts'
import { tellScore, wordsFor } from '#simulation/beliefs/tell.ts'
import type { Conversation } from '#simulation/conversations/conversation.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { HeldBelief } from './private-view.ts'

/** Beliefs given to a thought: the latest. */
const MOST_GIVEN = 60

/** What `npc` may say of what it believes, the latest first; what is secret is not among it. */
export function heldBeliefs(npc: DeepReadonly<Npc>, around: { partnerId: ActorId; now: number; callOf(id: ActorId): string; kinOf(id: ActorId): string | null }): HeldBelief[] {
  const held = npc.beliefs.filter(({ endedSeconds, secrecy }) => endedSeconds === null && secrecy < 1).slice(-MOST_GIVEN).reverse()
  return held.map((belief) => ({
    id: belief.id, text: claimWords(ofKin(wordsFor(npc, belief), around.kinOf), npc.id, around.partnerId), about: partiesOf(wordsFor(npc, belief)), confidence: belief.confidence, fromId: belief.source?.fromId ?? null, fromName: belief.source ? around.callOf(belief.source.fromId) : null, hops: belief.hops,
    happenedSeconds: belief.happenedSeconds, learntSeconds: belief.learntSeconds, wish: tellScore(npc, around.partnerId, belief, around.now), doubters: belief.against.map(({ fromId }) => around.callOf(fromId)),
  }))
}

/** The claim with kin called what they are: “my wife Ada had a girl”. */
function ofKin(claim: ReturnType<typeof wordsFor>, kinOf: (id: ActorId) => string | null): ReturnType<typeof wordsFor> {
  const called = <P extends DeepReadonly<Party> | null>(party: P): P => {
    const kin = party === null || party.id === null ? null : kinOf(party.id)
    return party === null || kin === null ? party : { ...party, name: `${kin} ${party.name}` }
  }
  return { ...claim, subject: called(claim.subject), target: called(claim.target) }
}

/** The item that `npc` is to tell in this talk, in its words; null when there is none, or it is the other's to tell. */
export function tellingOf({ telling }: DeepReadonly<Conversation>, npc: DeepReadonly<Npc>, partnerId: ActorId): { beliefId: number; text: string } | null {
  return telling?.tellerId === npc.id ? { beliefId: telling.beliefId, text: claimWords(telling.said, npc.id, partnerId) } : null
}
