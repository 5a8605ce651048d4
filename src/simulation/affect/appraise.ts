/**
 * What an event means to somebody, and what is felt about it: pure rules (Ortony, Clore & Collins 1988 for which emotion;
 * Marsella & Gratch, "EMA", 2009, for what one's own power to cope makes of it).
 */
import type { ActorId } from '#core/ids.ts'
import type { EmotionKind } from './affect.ts'

/** What an event means to one person. */
export type Appraisal = {
  /** What happened, as the person would say it. */
  cause: string
  /** Whom it is about: whoever did it, or whom it befell. */
  aboutId: ActorId | null
  /** How much it touches needs, ties and values, 0..1. */
  relevance: number
  /** How good it is for oneself and those one cares for, −1..1. */
  desirability: number
  /** 1: it has happened; less: it may come. */
  likelihood: number
  /** How far it was to be expected, 0..1. */
  expectedness: number
  /** Who brought it about. */
  agent: 'self' | 'other' | 'nobody'
  /** How the deed fits one's own values, −1..1, and how far it was meant, 0..1. */
  praise: number
  intent: number
  /** Power to cope, 0..1. */
  control: number
  /** Whether oneself or somebody dear is in danger. */
  threatens: boolean
  /** Warmth for whom it is about, −1..1. */
  bond: number
  /** Whether somebody dear is lost for good. */
  isLoss: boolean
  /** How strongly one feared, and hoped for, just this, 0..1. */
  feared: number
  hoped: number
}

/** An appraisal of something of no meaning, to be filled in. */
export const NEUTRAL: Readonly<Appraisal> = {
  cause: '', aboutId: null, relevance: 0, desirability: 0, likelihood: 1, expectedness: 0.2, agent: 'nobody', praise: 0, intent: 1, control: 0.5, threatens: false, bond: 0, isLoss: false, feared: 0, hoped: 0,
}

/** An emotion about to be felt. */
export type Response = { kind: EmotionKind; intensity: number }

/** At most two emotions are felt about one thing; weaker ones are not noticed. */
const MOST_RESPONSES = 2
const LEAST_RESPONSE = 0.06

/** What is felt, strongest first. */
export function appraise(event: Appraisal): Response[] {
  const base = event.relevance * (1 - 0.4 * event.expectedness)
  const good = base * Math.max(0, event.desirability)
  const bad = base * Math.max(0, -event.desirability)
  const credit = event.agent === 'nobody' ? 0 : Math.max(0, event.praise) * (0.4 + 0.6 * event.intent)
  const blame = event.agent === 'nobody' ? 0 : Math.max(0, -event.praise) * (0.4 + 0.6 * event.intent)
  const isComing = event.likelihood < 1
  const helpless = 1.1 - 0.6 * event.control
  const other = event.agent === 'other'
  const responses: Response[] = [
    { kind: 'hope', intensity: isComing ? good * event.likelihood : 0 },
    { kind: 'fear', intensity: isComing ? bad * Math.sqrt(event.likelihood) * helpless : 0 },
    { kind: 'joy', intensity: isComing ? 0 : good },
    { kind: 'distress', intensity: isComing || event.isLoss ? 0 : bad * helpless * 0.8 },
    { kind: 'grief', intensity: event.isLoss ? bad * (0.7 + 0.3 * Math.max(0, event.bond)) : 0 },
    { kind: 'relief', intensity: event.desirability >= 0 ? event.feared : 0 },
    { kind: 'disappointment', intensity: event.desirability < 0 ? event.hoped : 0 },
    { kind: 'gratitude', intensity: other ? Math.sqrt(good * credit) * 0.9 : 0 },
    { kind: 'admiration', intensity: other && good === 0 ? base * credit * 0.7 : 0 },
    // who feels strong enough to answer is angry where another is afraid
    { kind: 'anger', intensity: other ? Math.sqrt(bad * event.likelihood * blame) * (0.45 + 0.75 * event.control) : 0 },
    { kind: 'reproach', intensity: other && bad < 0.15 ? base * blame * 0.7 : 0 },
    { kind: 'pride', intensity: event.agent === 'self' ? base * credit : 0 },
    { kind: 'shame', intensity: event.agent === 'self' ? base * blame : 0 },
    { kind: 'love', intensity: other && event.bond > 0.4 ? good * event.bond * 0.9 : 0 },
  ]
  return responses.filter(({ intensity }) => intensity >= LEAST_RESPONSE).sort((a, b) => b.intensity - a.intensity).slice(0, MOST_RESPONSES)
}
