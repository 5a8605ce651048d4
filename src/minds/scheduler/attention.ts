/** What a thought is worth: whose it is, who would see it, how much it presses, how long anybody waits for it, and from which tier a model thinks it at all. */
import type { NpcId } from '#core/ids.ts'
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import { groupOf } from '../language-model.ts'
import { TIERS } from '../tiers.ts'
import type { PrivateView } from '../private-view.ts'

/** How the player attends to somebody. `rank`: how many are nearer to the player; for one in talk with another person, how many such pairs are. */
export type Attention = { meters: number; rank: number; inView: boolean; inspected: boolean }

/** A thought that wants a model. */
export type Wanted = {
  npcId: NpcId
  kind: ThoughtKind
  /** The thought's number; none where nobody counts. */
  thoughtId?: number
  /** `thought`: the tick asked for it, one at a time for each person; `question`: the player asked what the person would do; `ahead`: what may be said soon. */
  purpose: 'thought' | 'question' | 'ahead'
  /** Which of several things that may be said soon it answers. */
  line?: number
  /** Whether it is said, or asked, in a talk with the player. */
  withPlayer: boolean
  /** Whether it is a greeting across the square, which nobody waits for. */
  isHail: boolean
  /** Null where nobody can say how it is attended to. */
  attention: Attention | null
  /** 0.5..1.5, see `salienceOf`. */
  salience: number
  /** Whether it is about danger. */
  isDanger: boolean
  /** Fires when nobody waits for it any more. */
  signal: CancelSignal
}

/** Milliseconds a thought waits for its turn; and in all, until the tick gives it up. */
type Patience = { turnMs: number; wholeMs: number }
const TALK: Patience = { turnMs: 4_000, wholeMs: 12_000 }
// whoever waits thinks nothing else: an idle thought soon makes do with rules
const IDLE: Patience = { turnMs: 4_000, wholeMs: 29_000 }
const CHOICE: Patience = { turnMs: 8_000, wholeMs: 29_000 }
const PATIENT: Patience = { turnMs: 600_000, wholeMs: 635_000 }
const PATIENCE: { readonly [K in ThoughtKind]: Patience } = { greet: TALK, converse: TALK, farewell: TALK, chime: TALK, monologue: IDLE, deliberate: CHOICE, plan: PATIENT, reflect: PATIENT }
const AHEAD: Patience = { turnMs: 1_500, wholeMs: 8_000 }

const KIND_WEIGHT: { readonly [K in ThoughtKind]: number } = { greet: 10, converse: 10, farewell: 10, chime: 40, deliberate: 8, monologue: 4, plan: 2, reflect: 1 }
const REPLY_WEIGHT = 100
const PARTNER_WEIGHT = 40
const DANGER_WEIGHT = 30
const AHEAD_WEIGHT = 0.5

/** Metres at which half of the attention is left. */
const HALF_METERS = 20
const OUT_OF_VIEW = 0.5
const INSPECTED = 3

/** Whether it is a talk of the player's own, to which it must answer. */
export function isReply({ kind, withPlayer, purpose }: Wanted): boolean {
  return withPlayer && purpose === 'thought' && groupOf(kind) === 'talk' && kind !== 'chime'
}

/** How long the thought is waited for. */
export function patienceFor({ kind, purpose }: Wanted): Patience {
  return purpose === 'ahead' ? AHEAD : purpose === 'question' ? TALK : PATIENCE[kind]
}

/** Whether a model of this tier thinks such a thought; else the built-in mind is what is meant. */
export function isWorth(wanted: Wanted, tier: number): boolean {
  const { kind, purpose, attention } = wanted
  const { reply, plans, musing, pairs, ahead } = TIERS[tier] ?? TIERS[0]
  if (purpose === 'ahead') return ahead
  if (purpose === 'question' || isReply(wanted) || kind === 'reflect') return reply
  const rank = attention?.rank ?? 0
  if (kind === 'monologue') return rank < musing
  if (kind === 'plan' || kind === 'deliberate' || kind === 'chime' || wanted.isHail) return plans
  return rank < pairs
}

/** kind × attention × salience × 2^(−age / time to live) ÷ estimated tokens; the highest goes first. */
export function priorityOf(wanted: Wanted, { ageMs, tokens }: { ageMs: number; tokens: number }): number {
  return (weightOf(wanted) * attentionOf(wanted) * wanted.salience * 2 ** (-ageMs / patienceFor(wanted).turnMs)) / Math.max(1, tokens)
}

/** How much presses on somebody: 0.5 at ease .. 1.5 where a feeling, a need or a bad memory overwhelms. */
export function salienceOf({ feelings, needs, badMemories }: PrivateView): number {
  const felt = feelings[0]?.intensity ?? 0
  const want = 1 - Math.min(needs.food, needs.rest, needs.company, needs.duty, needs.safety, needs.shelter)
  return 0.5 + Math.min(1, Math.max(felt, want, badMemories.some(({ isBack }) => isBack) ? 1 : 0))
}

/** Whether somebody is in danger, or a bad memory has just come back. */
export function isInDanger({ needs, badMemories }: PrivateView): boolean {
  return needs.safety < 0.3 || badMemories.some(({ isBack }) => isBack)
}

function weightOf(wanted: Wanted): number {
  const { kind, purpose, isDanger, isHail } = wanted
  if (purpose === 'ahead') return AHEAD_WEIGHT
  if (purpose === 'question' || isHail) return PARTNER_WEIGHT
  if (isReply(wanted)) return kind === 'farewell' ? PARTNER_WEIGHT : REPLY_WEIGHT
  return isDanger && (kind === 'monologue' || kind === 'deliberate') ? DANGER_WEIGHT : KIND_WEIGHT[kind]
}

function attentionOf({ attention, withPlayer }: Wanted): number {
  if (withPlayer || attention === null) return 1
  const near = 1 / (1 + (attention.meters / HALF_METERS) ** 2)
  return near * (attention.inView ? 1 : OUT_OF_VIEW) * (attention.inspected ? INSPECTED : 1)
}
