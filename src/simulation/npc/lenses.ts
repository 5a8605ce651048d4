/** Lenses of deliberation, and how a life teaches which of them to trust. */
import { clamp } from '#core/scalar.ts'
import { TICK_WORLD_SECONDS } from '../clock.ts'
import type { Npc } from './npc.ts'

/** Ways of looking from which thoughts of what to do come. Append only: people keep a weight for each, by position. */
export const LENS_IDS = ['need', 'duty', 'revenge', 'caution', 'kindness', 'curiosity', 'habit', 'imitate', 'opposite'] as const
/** One of `LENS_IDS`. */
export type LensId = (typeof LENS_IDS)[number]

/** What a choice was expected to do for one's content, by which lens, and when that will be looked at. */
export type Foresight = { lens: LensId; expected: number; before: number; dueTick: number }

/** World seconds after which the outcome of a choice is looked at. */
const DUE_WORLD_SECONDS = 2 * 3600
/** How much one outcome teaches (multiplicative weights, Arora, Hazan & Kale 2012). */
const LEARNING_RATE = 0.8
const LEAST_WEIGHT = 0.1
const MOST_WEIGHT = 3

/** How content a person is, 0..1 or a little beyond: needs met, with diminishing return, and how pleasant the mood is. */
export function contentOf({ needs, mood }: Pick<Npc, 'needs' | 'mood'>): number {
  const met = (value: number): number => value * (2 - value)
  return 0.22 * met(needs.food) + 0.16 * met(needs.rest) + 0.14 * met(needs.company) + 0.18 * met(needs.duty) + 0.18 * met(needs.safety) + 0.12 * met(needs.shelter) + 0.15 * mood.pleasure
}

/** Remembers what is expected of a choice, to be looked at later; an older expectation is let go. */
export function expect(npc: Npc, tick: number, foresight: { lens: LensId; expected: number }): void {
  npc.foresight = { ...foresight, before: contentOf(npc), dueTick: tick + Math.round(DUE_WORLD_SECONDS / TICK_WORLD_SECONDS) }
}

/** When an expectation is due, the lens that had it gains or loses weight by how much better or worse things went. */
export function learnFromOutcome(npc: Npc, tick: number): void {
  const { foresight } = npc
  if (!foresight || tick < foresight.dueTick) return
  npc.foresight = null
  const surprise = contentOf(npc) - foresight.before - foresight.expected
  const at = LENS_IDS.indexOf(foresight.lens)
  npc.lenses[at] = clamp(npc.lenses[at]! * Math.exp(LEARNING_RATE * clamp(surprise, -0.5, 0.5)), LEAST_WEIGHT, MOST_WEIGHT)
}

/** How much each lens weighs for somebody of this temperament before life teaches better; near 1. */
export function startLenses({ openness: o, conscientiousness: c, agreeableness: a, neuroticism: n, extraversion: e }: Npc['temperament']): number[] {
  const weights: { [L in LensId]: number } = { need: 1.2, duty: 1 + 0.4 * c, revenge: 0.55 - 0.4 * a + 0.15 * n, caution: 0.85 + 0.4 * n, kindness: 0.95 + 0.4 * a, curiosity: 0.8 + 0.45 * o, habit: 1 - 0.3 * o, imitate: 0.7 + 0.2 * e - 0.2 * o, opposite: 0.4 + 0.2 * o }
  return LENS_IDS.map((id) => clamp(weights[id], LEAST_WEIGHT, MOST_WEIGHT))
}
