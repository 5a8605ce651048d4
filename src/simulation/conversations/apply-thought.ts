/** What a mind answers becomes part of the world, if it still makes sense: words, feeling, a wish. */
import type { ActorId, NpcId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { feelNow, settleAffect } from '../affect/dynamics.ts'
import { makeSense } from '../affect/haunt.ts'
import { agree } from '../appointments/agree.ts'
import type { Purpose } from '../appointments/appointment.ts'
import type { Telling } from '../beliefs/belief.ts'
import { noteKnownBy } from '../beliefs/learn.ts'
import { wordTelling } from '../beliefs/tell.ts'
import type { ThoughtOutcome } from '../commands.ts'
import type { WorldEnv } from '../env.ts'
import { emit, type ThoughtKind } from '../events.ts'
import { expect } from '../npc/lenses.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { SKILL_IDS } from '../skills/skill-id.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import { isBeside, joinCircle, leaveCircle } from './circle.ts'
import { commitFarewell } from './close-conversation.ts'
import type { Conversation } from './conversation.ts'
import { endConversation, findConversation, peopleOf } from './end-conversation.ts'
import { dropThought } from './request-thought.ts'
import { partnerOf, sayAsNpc } from './say.ts'

/** The most one thought shifts a mood or a feeling towards somebody. */
const MOST_MOOD = 0.3
const MOST_WARMTH = 0.12
const MOST_TRUST = 0.08
/** How long a wish lasts: two world hours. */
const INTENTION_TICKS = 4800
const THOUGHT_SHOWN_TICKS = 160
const LONGEST_CHARACTERS = 600

/** Applies an answer; one to a thought that is no longer awaited is void. */
export function applyThought(world: World, env: WorldEnv, answer: { npcId: NpcId; thoughtId: number; outcome: ThoughtOutcome }): void {
  const npc = world.npcs.find((other) => other.id === answer.npcId)
  if (!npc || npc.thoughtId !== answer.thoughtId) return
  const kind = npc.thoughtKind
  const { outcome } = answer
  dropThought(npc)
  applyMood(world, npc, outcome)
  if (outcome.thought) think(world, npc, outcome.thought.slice(0, LONGEST_CHARACTERS), outcome.source)
  if (kind === 'reflect') makeSense(world, npc)
  const { decision } = outcome
  if (decision) wish(world, npc, decision)
  if (decision && outcome.foresight) expect(npc, world.tick, outcome.foresight)
  if (kind === 'greet' || kind === 'converse' || kind === 'farewell' || kind === 'chime') {
    if (outcome.agrees) agree(world, env, npc, { ...outcome.agrees, withId: partnerNow(world, npc), purpose: purposeNow(world, npc, outcome.agrees.place) })
    applyWords(world, npc, kind, outcome)
  }
}

/** With whom a person talks; the player, where there is no talk. */
function partnerNow(world: World, npc: Npc): ActorId {
  const conversation = findConversation(world, npc.conversationId)
  return conversation ? partnerOf(conversation, npc.id) : 'player'
}

/** What the meeting that was just agreed to is for: as it was proposed. */
function purposeNow(world: World, npc: Npc, place: string): Purpose {
  const proposal = findConversation(world, npc.conversationId)?.proposal
  return proposal && proposal.byId !== npc.id && proposal.place === place ? proposal.purpose : 'company'
}

/** A thought put into a head from outside: it is thought as if it were one's own, and followed where it asks for something that can be done. */
export function applyWhisper(world: World, { npcId, text, decision }: { npcId: NpcId; text: string; decision: ThoughtOutcome['decision'] }): void {
  const npc = world.npcs.find((other) => other.id === npcId)
  const words = text.trim().slice(0, LONGEST_CHARACTERS)
  if (!npc || words === '') return
  think(world, npc, words, 'builtin')
  if (decision) wish(world, npc, decision)
}

function think(world: World, npc: Npc, text: string, source: ThoughtOutcome['source']): void {
  npc.thought = { text, fromTick: world.tick, untilTick: world.tick + THOUGHT_SHOWN_TICKS, source }
  emit(world, { type: 'thought-had', npcId: npc.id, text, source })
}

function wish(world: World, npc: Npc, { skillId, targetId, reason }: NonNullable<ThoughtOutcome['decision']>): void {
  if (SKILL_IDS.includes(skillId)) npc.intention = { skillId, targetId, reason: reason.slice(0, 200), untilTick: world.tick + INTENTION_TICKS }
}

function applyWords(world: World, npc: Npc, kind: ThoughtKind, outcome: ThoughtOutcome): void {
  const conversation = findConversation(world, npc.conversationId)
  const text = outcome.reply?.trim().slice(0, LONGEST_CHARACTERS) ?? ''
  if (!conversation) {
    // words across the square: only a greeting is still fitting
    if (kind !== 'greet' || text === '') return
    npc.gazeId = 'player'
    sayAsNpc(world, npc, { text, source: outcome.source })
    const told = npc.beliefs.find(({ id }) => id === outcome.tells)
    if (told) noteKnownBy(told, 'player')
    return
  }
  if (isBeside(conversation, npc.id)) {
    applyAside(world, npc, conversation, { kind, outcome, text })
    return
  }
  const partnerId = partnerOf(conversation, npc.id)
  if (outcome.relation) changeRelation(npc, partnerId, { warmth: clamp(outcome.relation.warmth, -MOST_WARMTH, MOST_WARMTH), trust: clamp(outcome.relation.trust, -MOST_TRUST, MOST_TRUST), familiarity: 0.02, reason: outcome.relation.reason })
  else changeRelation(npc, partnerId, { warmth: 0, trust: 0, familiarity: 0.02, reason: null })
  if (text !== '') sayAsNpc(world, npc, { text, source: outcome.source }, takeTelling(world, npc, conversation, outcome.tells))
  if (conversation.state === 'closing') endConversation(world, conversation, 'farewell')
  else if (outcome.endsTalk || (text === '' && partnerId !== 'player')) {
    if (text === '') commitFarewell(world, conversation, npc.id, `I want to end the talk with ${nameOfActor(world, partnerId)}`)
    else endConversation(world, conversation, 'farewell')
  } else if (text === '') {
    // no words, but an answer all the same
    npc.gesture = { kind: 'shrug', toId: partnerId, fromTick: world.tick, untilTick: world.tick + 40 }
    sayAsNpc(world, npc, { text: '…', source: outcome.source })
  }
}

/** Words of somebody who stands in the talk: a line, and whose turn it is stays as it was; who has nothing to say goes. */
function applyAside(world: World, npc: Npc, conversation: Conversation, { kind, outcome, text }: { kind: ThoughtKind; outcome: ThoughtOutcome; text: string }): void {
  const withPlayer = conversation.participants[0] === 'player'
  const isLate = conversation.state !== 'open' || (!withPlayer && conversation.turns.length >= conversation.turnCap - 2)
  if (isLate || (text === '' && kind === 'chime')) {
    leaveCircle(world, conversation, npc)
    return
  }
  const { awaiting } = conversation
  changeRelation(npc, conversation.participants[0], { familiarity: 0.02, reason: null })
  sayAsNpc(world, npc, { text: text === '' ? '…' : text, source: outcome.source }, takeTelling(world, npc, conversation, outcome.tells))
  conversation.awaiting = withPlayer ? 'player' : awaiting
  for (const other of peopleOf(world, conversation)) other.gazeId = npc.id
  joinCircle(world, conversation, npc)
  if (outcome.endsTalk) leaveCircle(world, conversation, npc)
}

/** The news that was told with these words: to the player whatever the person chose, among people the one item of the talk. */
function takeTelling(world: World, npc: Npc, conversation: Conversation, tells: number | null): Telling | null {
  const belief = tells === null ? undefined : npc.beliefs.find(({ id }) => id === tells)
  if (!belief || belief.secrecy >= 1) return null
  const partner = partnerOf(conversation, npc.id)
  if (partner === 'player' || isBeside(conversation, npc.id)) return wordTelling(world, npc, { id: partner }, belief)
  const { telling } = conversation
  if (telling?.tellerId !== npc.id || telling.beliefId !== tells) return null
  conversation.telling = null
  return telling
}

function applyMood(world: World, npc: Npc, outcome: ThoughtOutcome): void {
  const shift = outcome.mood
  if (!shift) return
  const { mood } = npc.affect
  settleAffect(npc, world.worldSeconds)
  mood.pleasure = clamp(mood.pleasure + clamp(shift.pleasure ?? 0, -MOST_MOOD, MOST_MOOD), -1, 1)
  mood.arousal = clamp(mood.arousal + clamp(shift.arousal ?? 0, -MOST_MOOD, MOST_MOOD), -1, 1)
  mood.dominance = clamp(mood.dominance + clamp(shift.dominance ?? 0, -MOST_MOOD, MOST_MOOD), -1, 1)
  feelNow(npc, world.worldSeconds)
}
