/** Telling: which of their beliefs a person passes on to whom, as what, and what becomes of it at the other end. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import { nextFloat } from '#core/rng.ts'
import { clamp } from '#core/scalar.ts'
import { feelNews } from '../affect/feel-happening.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { leaning } from '../skills/skill.ts'
import type { World } from '../world.ts'
import type { Belief, Telling, Tidings } from './belief.ts'
import { claimWords, partiesOf, type Claim } from './claim.ts'
import { findBelief, learn, noteKnownBy } from './learn.ts'
import { mutateClaim } from './mutate-claim.ts'

/** What is left of the confidence after each mouth, before the trust in the teller. */
const HOP_CONFIDENCE = 0.85
/** World seconds in which news loses half of its interest: three days. */
const STALE_SECONDS = 3 * 86_400
/** What the score of telling is measured against: of a score of 1 one meeting in about three brings the telling, so that news takes days to go round. */
const PASSING_RESERVE = 3.1
/** The same for a talk in words, near the player. */
export const TALK_RESERVE = 0.8
/** Below this nothing is worth a word. */
const LEAST_SCORE = 0.04
/** How sure one must be of a deed of somebody to hold it against them. */
const BELIEVED = 0.2

/** The one item that one of two tells the other when they meet, by the dice of the one who tells; null when nothing is told. `reserve`: less in a talk of many words than in passing. */
export function chooseTelling(world: World, one: Npc, other: Npc, reserve = PASSING_RESERVE): Telling | null {
  const mine = bestItem(one, other.id, world.worldSeconds)
  const theirs = bestItem(other, one.id, world.worldSeconds)
  const [teller, hearer, item] = (mine?.score ?? 0) >= (theirs?.score ?? 0) ? [one, other, mine] : [other, one, theirs]
  if (!item || item.score < LEAST_SCORE || nextFloat(teller.rng) * reserve > item.score) return null
  return wordTelling(world, teller, hearer, item.belief)
}

/** What `teller` would rather tell `hearerId` than anything else; null when there is nothing. */
function bestItem(teller: Npc, hearerId: ActorId, worldSeconds: number): { belief: Belief; score: number } | null {
  let best: Belief | null = null
  let bestScore = 0
  for (const belief of teller.beliefs) {
    const score = tellScore(teller, hearerId, belief, worldSeconds)
    if (score > bestScore) {
      best = belief
      bestScore = score
    }
  }
  return best && { belief: best, score: bestScore }
}

/** How much a person wants to tell somebody something, 0..1: new to them, as far as the teller knows; important; fresh; harmless to those one likes; no secret. */
export function tellScore(teller: DeepReadonly<Npc>, hearerId: ActorId, belief: DeepReadonly<Belief>, worldSeconds: number): number {
  if (belief.endedSeconds !== null || belief.secrecy >= 1 || belief.knownBy.includes(hearerId)) return 0
  const parties = partiesOf(belief.claim)
  if (parties.includes(hearerId)) return 0
  const relation = teller.relations.find(({ otherId }) => otherId === hearerId)
  const warmth = clamp(0.65 + 0.5 * (relation?.warmth ?? 0), 0.15, 1)
  const fresh = Math.pow(0.5, (worldSeconds - belief.happenedSeconds) / STALE_SECONDS)
  return belief.importance * fresh * (0.5 + 0.5 * belief.confidence) * leaning(teller.temperament.extraversion, 0.35) * warmth * (1 - harmOf(teller, belief)) * (1 - belief.secrecy)
}

/** How much telling would hurt somebody the teller is fond of, 0..0.8. */
function harmOf(teller: DeepReadonly<Npc>, { claim }: DeepReadonly<Belief>): number {
  if (claim.kind !== 'theft' && claim.kind !== 'quarrel' && claim.kind !== 'shirked') return 0
  const doer = claim.subject?.id
  const relation = teller.relations.find(({ otherId }) => otherId === doer)
  return relation ? clamp(relation.warmth, 0, 0.8) * (0.5 + 0.4 * teller.temperament.agreeableness) : 0
}

/** As what a belief is told: bent by chance, or covered up. Kin protect kin: they know of the theft, but not by whom. */
export function wordTelling(world: World, teller: Npc, hearer: { id: ActorId }, belief: Belief): Telling {
  const words = wordsFor(teller, belief)
  if (words !== belief.claim) return { tellerId: teller.id, beliefId: belief.id, said: { ...belief.claim, subject: null }, mutation: null, lie: true }
  // what was seen with one's own eyes is told as it was
  const { claim: said, mutation } = belief.source === null || hearer.id === 'player' ? { claim: belief.claim, mutation: null } : mutateClaim(teller.rng, belief.claim, world.npcs.filter((npc) => npc.settlementId === teller.settlementId))
  return { tellerId: teller.id, beliefId: belief.id, said, mutation, lie: false }
}

/** The claim as its holder says it: those who protect somebody leave out who did it. */
export function wordsFor(teller: DeepReadonly<Npc>, belief: DeepReadonly<Belief>): DeepReadonly<Claim> {
  return hides(teller, belief) ? { ...belief.claim, subject: null } : belief.claim
}

/** Whether a person hides who did it: kin of the thief, unless they are at odds. */
function hides(teller: DeepReadonly<Npc>, { claim }: DeepReadonly<Belief>): boolean {
  if (claim.kind !== 'theft' || claim.denied || claim.subject === null) return false
  const relation = teller.relations.find(({ otherId }) => otherId === claim.subject?.id)
  return relation !== undefined && relation.kinship !== null && relation.warmth > 0.2
}

/** The hearers take in what was told: less sure by the mouth and by how far they trust the teller. `attention` 0..1: overheard is half heard. */
export function passOn(world: World, telling: Telling, hearer: Npc, attention = 1): Belief | null {
  const teller = world.npcs.find(({ id }) => id === telling.tellerId)
  const belief = teller?.beliefs.find(({ id }) => id === telling.beliefId)
  if (!teller || !belief || teller === hearer) return null
  const trust = hearer.relations.find(({ otherId }) => otherId === teller.id)?.trust ?? 0.3
  const isNew = findBelief(hearer, belief.topic) === undefined
  const learnt = learn(hearer, {
    topic: belief.topic, claim: telling.said, confidence: belief.confidence * HOP_CONFIDENCE * trust * attention, importance: belief.importance, secrecy: belief.secrecy, source: { fromId: teller.id, beliefId: belief.id }, root: belief.root, hops: belief.hops + 1,
    mutations: telling.mutation ? [...belief.mutations, telling.mutation] : belief.mutations, happenedSeconds: belief.happenedSeconds,
  }, world.worldSeconds)
  noteKnownBy(learnt, teller.id)
  noteKnownBy(belief, hearer.id)
  if (isNew) takeIn(world, hearer, learnt)
  return learnt
}

/** The player tells news: believed by the trust in the player, and traced back to them. */
export function hearPlayer(world: World, hearer: Npc, tidings: Pick<Tidings, 'topic' | 'claim' | 'importance' | 'root' | 'happenedSeconds'>, attention: number): void {
  const trust = hearer.relations.find(({ otherId }) => otherId === 'player')?.trust ?? 0.3
  const isNew = findBelief(hearer, tidings.topic) === undefined
  const learnt = learn(hearer, { ...tidings, confidence: HOP_CONFIDENCE * trust * attention, secrecy: 0, source: { fromId: 'player', beliefId: null }, hops: 1, mutations: [] }, world.worldSeconds)
  if (isNew) takeIn(world, hearer, learnt)
}

/** Two who meet: one item is told, and one may ask the other about what is said of them. */
export function exchangeNews(world: World, one: Npc, other: Npc): void {
  const telling = chooseTelling(world, one, other)
  if (telling) passOn(world, telling, telling.tellerId === one.id ? other : one)
  else askSubject(world, one, other)
}

/** Asks somebody about the theft that is said to be theirs; whoever did it denies it, and whoever did not says so. */
export function askSubject(world: World, asker: Npc, subject: Npc): void {
  const belief = asker.beliefs.find(({ claim, endedSeconds, source, against }) => endedSeconds === null && claim.kind === 'theft' && !claim.denied && claim.subject?.id === subject.id && source !== null && !against.some(({ fromId }) => fromId === subject.id))
  if (!belief || nextFloat(asker.rng) > 0.35) return
  hearDenial(world, asker, subject, belief)
}

/** The subject says that it was not them; the asker believes it as far as they trust them. */
export function hearDenial(world: World, asker: Npc, subject: Npc, belief: Belief): void {
  const trust = asker.relations.find(({ otherId }) => otherId === subject.id)?.trust ?? 0.3
  learn(asker, {
    topic: belief.topic, claim: { ...belief.claim, denied: true }, confidence: HOP_CONFIDENCE * trust, importance: belief.importance, secrecy: 0, source: { fromId: subject.id, beliefId: findBelief(subject, belief.topic)?.id ?? null }, root: { happeningId: belief.root.happeningId, firstId: subject.id }, hops: 1, mutations: [], happenedSeconds: belief.happenedSeconds,
  }, world.worldSeconds)
  changeRelation(subject, asker.id, { warmth: -0.03, trust: -0.01, reason: 'they asked me about things that are said of me' })
}

/** News that is new is judged and felt. */
function takeIn(world: World, hearer: Npc, learnt: Belief): void {
  judge(world, hearer, learnt)
  feelNews(world, hearer, learnt.claim, learnt.confidence)
}

/** What hearing of a deed does to how one stands to those who did it or bore it. */
export function judge(world: World, npc: Npc, belief: Belief): void {
  const { claim, confidence } = belief
  if (claim.kind === 'danger') npc.needs.safety = clamp(npc.needs.safety - 0.35 * confidence, 0, 1)
  const doer = claim.subject?.id ?? null
  if (doer === null || doer === npc.id || claim.denied || confidence < BELIEVED || !world.npcs.some(({ id }) => id === doer)) return
  const reason = `${belief.source ? 'I heard that' : 'I saw it:'} ${claimWords(claim, npc.id)}`
  const kin = npc.relations.find(({ otherId }) => otherId === doer)?.kinship ?? null
  if (claim.kind === 'theft') changeRelation(npc, doer, { warmth: (kin ? -0.05 : -0.25) * confidence, trust: (kin ? -0.04 : -0.14) * confidence, respect: -0.2 * confidence, reason })
  else if (claim.kind === 'rescue') changeRelation(npc, doer, { warmth: 0.12 * confidence, respect: 0.25 * confidence, trust: 0.05 * confidence, reason })
  else if (claim.target?.id === npc.id) return
  else if (claim.kind === 'mending' && claim.target) changeRelation(npc, doer, { warmth: 0.04 * confidence, respect: 0.08 * confidence, reason })
  else if (claim.kind === 'shirked') changeRelation(npc, doer, { warmth: -0.04 * confidence, respect: -0.08 * confidence, reason })
  else if (claim.kind === 'feast') changeRelation(npc, doer, { warmth: 0.05 * confidence, respect: 0.06 * confidence, reason })
  else if (claim.kind === 'stood-up') changeRelation(npc, doer, { trust: -0.03 * confidence, respect: -0.06 * confidence, reason })
  else if (claim.kind === 'harvest' && claim.count > 4) changeRelation(npc, doer, { respect: 0.06 * confidence, reason: null })
}
