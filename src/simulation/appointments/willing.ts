/** Whether somebody agrees to meet somebody. */
import { clamp } from '#core/scalar.ts'
import type { Temperament } from '../npc/npc.ts'
import type { Purpose } from './appointment.ts'

/** Later than this hour few want to be called out. */
const LATE_HOUR = 21.5
const EARLY_HOUR = 5

/** How gladly a person would come, above 0: willing. By temper, what the one who asks means to them, and the hour (0..24); to make up even those come who are at odds. */
export function willingness({ temperament, warmth, trust, hour, purpose }: { temperament: Temperament; warmth: number; trust: number; hour: number; purpose: Purpose }): number {
  const night = hour > LATE_HOUR || hour < EARLY_HOUR ? 0.6 : 0
  const cause = purpose === 'amends' ? 0.5 + 0.3 * temperament.agreeableness : purpose === 'help' ? 0.15 * temperament.conscientiousness : 0
  return 0.35 + 0.45 * temperament.agreeableness + 0.2 * temperament.extraversion + 1.5 * warmth + 0.5 * (trust - 0.3) + cause - night
}

/** The chance that a word given to a neighbour is kept, 0..1: the dutiful and the fond come, the angry stay away. */
export function keepingOf({ temperament, warmth, anger }: { temperament: Temperament; warmth: number; anger: number }): number {
  return clamp(0.85 + 0.2 * temperament.conscientiousness + 0.25 * warmth - 0.6 * anger, 0, 1)
}
