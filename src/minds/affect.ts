/** What words do to mood and to a relation: small, bounded shifts by what was said. */
import { clamp } from '#core/scalar.ts'
import type { ThoughtOutcome } from '#simulation/commands.ts'
import { toneOf, type Tone } from './memory/tone.ts'
import type { PrivateView } from './private-view.ts'

/** The largest shift of any part by one remark. */
const MOST_SHIFT = 0.25

type Shift = { pleasure: number; arousal: number; dominance: number; warmth: number; trust: number; reason: string }
const SHIFTS: { readonly [T in Tone]: Shift } = {
  insult: { pleasure: -0.2, arousal: 0.15, dominance: 0, warmth: -0.15, trust: -0.1, reason: 'insulted me' },
  threat: { pleasure: -0.25, arousal: 0.25, dominance: -0.15, warmth: -0.2, trust: -0.25, reason: 'threatened me' },
  thanks: { pleasure: 0.06, arousal: 0, dominance: 0.02, warmth: 0.03, trust: 0.01, reason: 'thanked me' },
  sorry: { pleasure: 0.05, arousal: -0.05, dominance: 0.03, warmth: 0.06, trust: 0.02, reason: 'said sorry' },
  compliment: { pleasure: 0.1, arousal: 0.03, dominance: 0.03, warmth: 0.05, trust: 0.01, reason: 'said a kind word' },
  gift: { pleasure: 0.15, arousal: 0.05, dominance: 0, warmth: 0.1, trust: 0.04, reason: 'gave me something' },
  greeting: { pleasure: 0.02, arousal: 0, dominance: 0, warmth: 0.01, trust: 0, reason: 'a friendly word' },
}
/** What any talk does that goes well. */
const TALK: Shift = { pleasure: 0.015, arousal: 0, dominance: 0, warmth: 0.012, trust: 0.006, reason: 'we talked' }

/** Shifts of mood and relation by a remark; sensitive people feel more. Null parts where nothing was said. */
export function feelRemark(text: string, view: Pick<PrivateView, 'temperament'>): Pick<ThoughtOutcome, 'mood' | 'relation'> {
  if (text.trim() === '') return { mood: null, relation: null }
  const tone = toneOf(text)
  const shift = tone ? SHIFTS[tone] : TALK
  const keen = 1 + 0.4 * view.temperament.neuroticism * (shift.pleasure < 0 ? 1 : 0.3)
  const bound = (value: number): number => clamp(value * keen, -MOST_SHIFT, MOST_SHIFT)
  return {
    mood: { pleasure: bound(shift.pleasure), arousal: bound(shift.arousal), dominance: bound(shift.dominance) },
    relation: { warmth: bound(shift.warmth), trust: bound(shift.trust), reason: shift.reason },
  }
}
