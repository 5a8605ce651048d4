/** How much a moment matters, 0..1: a table by what happened, times how new it is, times how it was felt. No model is asked. */
import { clamp } from '#core/scalar.ts'

/** Base importance by what happened. */
export const IMPORTANCE = {
  'kin-death': 1, death: 0.95, 'great-happening': 0.75, happening: 0.5, 'word-kept': 0.6, 'word-broken': 0.7, threat: 0.9, promise: 0.8, insult: 0.75, gift: 0.7, traded: 0.55, 'neighbour-traded': 0.14, 'name-told': 0.85, 'fact-told': 0.65, rumour: 0.55, 'rumour-overheard': 0.3, apology: 0.5, compliment: 0.5, thanks: 0.4, favour: 0.55,
  'first-meeting': 0.7, 'talk-refused': 0.45, 'talk-end': 0.25, 'said-to-me': 0.4, 'said-by-me': 0.3, overheard: 0.2, greeting: 0.15, reflection: 0.6, thought: 0.12, 'seen-stranger': 0.35,
  'seen-known': 0.06, 'seen-drinking': 0.12, 'skill-failed': 0.3, 'did-routine': 0.06, 'seen-routine': 0.04, weather: 0.05,
} as const
/** A row of the table. */
export type Happening = keyof typeof IMPORTANCE

/** What a moment must weigh to be remembered at all. */
export const IMPORTANCE_FLOOR = 0.05

/**
 * Importance of a moment. `timesBefore`: how often the like was remembered within the last three days; each time takes a third.
 * `intensity`: 0..1 of what was felt, adds up to half.
 */
export function importanceOf(happening: Happening, timesBefore: number, intensity = 0): number {
  const novelty = Math.max(0.2, Math.pow(0.67, timesBefore))
  return clamp(IMPORTANCE[happening] * novelty * (1 + 0.5 * clamp(intensity, 0, 1)), 0, 1)
}
