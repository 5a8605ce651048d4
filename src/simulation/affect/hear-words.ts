/** What words mean to those who hear them: to whom they are said, and to those who hear somebody dear threatened. Bounded, whatever is said. */
import { clamp } from '#core/scalar.ts'
import type { WorldEnv } from '../env.ts'
import type { WorldEvent } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import type { Sign } from './affect.ts'
import type { Appraisal } from './appraise.ts'
import { feel, reappraise, suffer } from './feel.ts'
import { toneOf, type Tone } from './tone.ts'

/** The most one remark changes between two people. */
const MOST_WARMTH = 0.12
const MOST_TRUST = 0.08
/** How much somebody must mean to one for a threat to them to be a threat to oneself. */
const DEAR_WARMTH = 0.5
/** Words that promise bodily harm. */
const VIOLENT = /\b(kill|burn|stab|strangle|murder|beat|cut|hurt|hit)\b/i

type Meaning = { cause: string; felt: Partial<Appraisal>; warmth: number; trust: number }
const MEANINGS: { readonly [T in Tone]: Meaning } = {
  insult: { cause: 'insulted me', felt: { relevance: 0.8, desirability: -0.6, agent: 'other', praise: -0.8 }, warmth: -0.12, trust: -0.08 },
  threat: { cause: 'threatened me', felt: { relevance: 1, desirability: -0.9, likelihood: 0.7, expectedness: 0.1, agent: 'other', praise: -1, threatens: true, control: 0.4 }, warmth: -0.12, trust: -0.08 },
  thanks: { cause: 'thanked me', felt: { relevance: 0.5, desirability: 0.3, agent: 'self', praise: 0.35 }, warmth: 0.03, trust: 0.01 },
  sorry: { cause: 'said sorry', felt: { relevance: 0.5, desirability: 0.25, agent: 'other', praise: 0.4 }, warmth: 0.06, trust: 0.02 },
  compliment: { cause: 'said a kind word', felt: { relevance: 0.7, desirability: 0.5, agent: 'self', praise: 0.6 }, warmth: 0.05, trust: 0.01 },
  gift: { cause: 'gave me something', felt: { relevance: 0.8, desirability: 0.65, agent: 'other', praise: 0.6 }, warmth: 0.1, trust: 0.04 },
  greeting: { cause: 'greeted me kindly', felt: { relevance: 0.3, desirability: 0.25 }, warmth: 0.01, trust: 0 },
}
/** What any talk does that goes well. */
const TALK = { warmth: 0.012, trust: 0.006, reason: 'we talked' }

/** Lets words be felt. */
export function hearWords(place: { world: World; env: WorldEnv }, event: Extract<WorldEvent, { type: 'speech-said' }>): void {
  const { world } = place
  const { speakerId, toId } = event
  const tone = toneHeard(world, event)
  const listener = toId === null ? undefined : world.npcs.find(({ id }) => id === toId)
  if (listener && listener.conversationId !== null) hear(place, listener, { event, tone })
  if (tone !== 'threat' && tone !== 'insult') return
  for (const id of event.witnessIds) {
    const witness = id === toId || id === speakerId ? undefined : world.npcs.find((npc) => npc.id === id)
    if (witness && listener) overhear(place, witness, { event, tone, victim: listener })
  }
}

/** The tone of words; a gift is one only where something was given. */
function toneHeard(world: World, { speakerId, text, conversationId }: Extract<WorldEvent, { type: 'speech-said' }>): Tone | null {
  const tone = toneOf(text)
  const talk = speakerId === 'player' && tone === 'gift' ? world.conversations.find(({ id }) => id === conversationId) : undefined
  const deal = talk?.deal
  return deal && deal.worldSeconds === talk.turns.findLast((turn) => turn.speakerId === 'player')?.worldSeconds && deal.kind !== 'given' && deal.kind !== 'coin' && deal.kind !== 'delivered' ? null : tone
}

function hear(place: { world: World; env: WorldEnv }, npc: Npc, { event, tone }: { event: Extract<WorldEvent, { type: 'speech-said' }>; tone: Tone | null }): void {
  const { world } = place
  const { speakerId, text } = event
  if (tone === null) {
    changeRelation(npc, speakerId, { warmth: TALK.warmth, trust: TALK.trust, familiarity: 0, reason: TALK.reason })
    return
  }
  const { cause, felt, warmth, trust } = MEANINGS[tone]
  const violent = tone === 'threat' ? VIOLENT.exec(text)?.[1]?.toLowerCase() : undefined
  const bond = npc.relations.find((relation) => relation.otherId === speakerId)?.warmth ?? 0
  const whole = { ...felt, cause: `${nameOfActor(world, speakerId)} ${cause}`, aboutId: speakerId, bond, ...(violent ? { desirability: -1, likelihood: 0.8, control: 0.25 } : {}) }
  if (tone === 'sorry') reappraise(npc, { worldSeconds: world.worldSeconds, share: 0.5, aboutId: speakerId })
  if (whole.threatens === true) suffer(place, npc, whole, { of: `what ${nameOfActor(world, speakerId)} threatened`, signs: threatSigns(speakerId, violent) })
  else feel(world, npc, whole)
  const keen = 1 + 0.4 * npc.temperament.neuroticism * (warmth < 0 ? 1 : 0.3)
  changeRelation(npc, speakerId, { warmth: clamp(warmth * keen, -MOST_WARMTH, MOST_WARMTH), trust: clamp(trust * keen, -MOST_TRUST, MOST_TRUST), familiarity: 0, reason: cause })
}

/** Hearing somebody dear threatened is close to being threatened; of others one disapproves. */
function overhear(place: { world: World; env: WorldEnv }, npc: Npc, { event, tone, victim }: { event: Extract<WorldEvent, { type: 'speech-said' }>; tone: 'threat' | 'insult'; victim: Npc }): void {
  const { world } = place
  const { speakerId, text } = event
  const relation = npc.relations.find(({ otherId }) => otherId === victim.id)
  const bond = relation?.warmth ?? 0
  const dear = relation?.kinship != null || bond > DEAR_WARMTH
  const cause = `${nameOfActor(world, speakerId)} ${tone === 'threat' ? 'threatened' : 'insulted'} ${victim.given}`
  if (tone === 'threat' && dear) suffer(place, npc, { cause, aboutId: speakerId, relevance: 0.9, desirability: -0.9, likelihood: 0.7, agent: 'other', praise: -1, threatens: true, control: 0.35, bond }, { of: `what ${nameOfActor(world, speakerId)} threatened ${victim.given} with`, signs: threatSigns(speakerId, VIOLENT.exec(text)?.[1]?.toLowerCase()) })
  else feel(world, npc, { cause, aboutId: speakerId, relevance: 0.5, desirability: -0.4 * Math.max(0, bond), agent: 'other', praise: tone === 'threat' ? -0.9 : -0.5 })
}

function threatSigns(speakerId: string, violent: string | undefined): Sign[] {
  return [{ kind: 'person', value: speakerId }, { kind: 'sound', value: 'shouting' }, ...(violent ? [{ kind: 'word', value: violent } satisfies Sign] : [])]
}
