/** Taking tidings in: what is new, what confirms, what contradicts, and what is forgotten. */
import type { ActorId } from '#core/ids.ts'
import type { Npc } from '../npc/npc.ts'
import type { Belief, Tidings } from './belief.ts'
import { agrees } from './claim.ts'

/** Most beliefs of one person. */
const BELIEF_CAP = 200
const MOST_KNOWN_BY = 40
const MOST_AGAINST = 6
/** How much a contradiction takes from the confidence, at most. */
const DOUBT = 0.5

/** The belief about a matter that holds; undefined when there is none. */
export function findBelief(npc: { readonly beliefs: readonly Belief[] }, topic: string): Belief | undefined {
  return npc.beliefs.find((belief) => belief.topic === topic && belief.endedSeconds === null)
}

/**
 * Takes tidings in. New: believed as surely as told. Agreeing: surer, once for each independent root. Saying who, where nobody was named: replaces.
 * Contradicting: lowers what is believed, is remembered, and wins when it is the surer. Returns the belief that now holds.
 */
export function learn(npc: Npc, tidings: Tidings, worldSeconds: number): Belief {
  const known = findBelief(npc, tidings.topic)
  const fromId = tidings.source?.fromId ?? npc.id
  if (!known) return keep(npc, tidings, worldSeconds)
  noteKnownBy(known, fromId)
  if (agrees(known.claim, tidings.claim)) {
    if (!known.roots.includes(tidings.root.firstId)) {
      known.roots.push(tidings.root.firstId)
      known.confidence = 1 - (1 - known.confidence) * (1 - tidings.confidence)
    }
    return known
  }
  const names = known.claim.subject === null && !known.claim.denied && tidings.claim.subject !== null && !tidings.claim.denied
  if (!names) {
    // “somebody did it” is no contradiction of “Anna did it”
    if (tidings.claim.subject === null) return known
    const firstTime = !known.against.some((other) => other.fromId === fromId)
    if (firstTime && known.source !== null) known.confidence *= 1 - DOUBT * tidings.confidence
    if (firstTime && known.against.length < MOST_AGAINST) known.against.push({ fromId, beliefId: tidings.source?.beliefId ?? null })
    if (known.source === null || tidings.confidence <= known.confidence) return known
  }
  known.endedSeconds = worldSeconds
  const belief = keep(npc, tidings, worldSeconds)
  if (!names) belief.against = [known.source ?? { fromId: npc.id, beliefId: known.id }]
  return belief
}

/** Notes that somebody knows of it. */
export function noteKnownBy(belief: Belief, id: ActorId): void {
  if (belief.knownBy.includes(id)) return
  if (belief.knownBy.length >= MOST_KNOWN_BY) belief.knownBy.shift()
  belief.knownBy.push(id)
}

function keep(npc: Npc, tidings: Tidings, worldSeconds: number): Belief {
  const belief: Belief = { id: npc.nextBeliefId++, ...tidings, mutations: [...tidings.mutations], roots: [tidings.root.firstId], learntSeconds: worldSeconds, knownBy: tidings.source ? [tidings.source.fromId] : [], against: [], endedSeconds: null }
  npc.beliefs.push(belief)
  if (npc.beliefs.length > BELIEF_CAP) forgetWeakest(npc)
  return belief
}

/** Lets go what matters least: what no longer holds first, then the unimportant and unsure, then the old. */
function forgetWeakest(npc: Npc): void {
  let weakest = 0
  for (let i = 1; i < npc.beliefs.length; i++) if (worthOf(npc.beliefs[i]!) < worthOf(npc.beliefs[weakest]!)) weakest = i
  npc.beliefs.splice(weakest, 1)
}

function worthOf(belief: Belief): number {
  return (belief.endedSeconds === null ? 1 : 0) + belief.importance * (0.3 + belief.confidence) + belief.learntSeconds * 1e-8
}
