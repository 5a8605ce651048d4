/**
 * How feelings pass: every law is linear and solved in closed form, so that one long step is the same as many short ones.
 * An emotion halves in 5 to 60 world minutes and draws the mood towards its centre; the mood returns to the temperament in hours, the load goes in days.
 */
import { clamp } from '#core/scalar.ts'
import type { Npc } from '../npc/npc.ts'
import type { Emotion, EmotionKind, Mood } from './affect.ts'

/** Where each emotion lies in pleasure, arousal and dominance (Gebhard, "ALMA", 2005; grief by the lower corner of distress), and the world minutes in which half of it is gone. */
const EMOTIONS: { readonly [K in EmotionKind]: { readonly centre: Readonly<Mood>; readonly halfLifeMinutes: number; readonly strain: number } } = {
  joy: { centre: { pleasure: 0.4, arousal: 0.2, dominance: 0.1 }, halfLifeMinutes: 20, strain: -0.2 },
  distress: { centre: { pleasure: -0.4, arousal: -0.2, dominance: -0.5 }, halfLifeMinutes: 25, strain: 1 },
  hope: { centre: { pleasure: 0.2, arousal: 0.2, dominance: -0.1 }, halfLifeMinutes: 30, strain: -0.1 },
  fear: { centre: { pleasure: -0.64, arousal: 0.6, dominance: -0.43 }, halfLifeMinutes: 15, strain: 1.2 },
  relief: { centre: { pleasure: 0.2, arousal: -0.3, dominance: 0.4 }, halfLifeMinutes: 5, strain: -0.4 },
  disappointment: { centre: { pleasure: -0.3, arousal: 0.1, dominance: -0.4 }, halfLifeMinutes: 25, strain: 0.6 },
  gratitude: { centre: { pleasure: 0.4, arousal: 0.2, dominance: -0.3 }, halfLifeMinutes: 40, strain: -0.2 },
  anger: { centre: { pleasure: -0.51, arousal: 0.59, dominance: 0.25 }, halfLifeMinutes: 20, strain: 0.8 },
  pride: { centre: { pleasure: 0.4, arousal: 0.3, dominance: 0.3 }, halfLifeMinutes: 30, strain: -0.2 },
  shame: { centre: { pleasure: -0.3, arousal: 0.1, dominance: -0.6 }, halfLifeMinutes: 35, strain: 1 },
  admiration: { centre: { pleasure: 0.5, arousal: 0.3, dominance: -0.2 }, halfLifeMinutes: 15, strain: 0 },
  reproach: { centre: { pleasure: -0.3, arousal: -0.1, dominance: 0.4 }, halfLifeMinutes: 20, strain: 0.2 },
  love: { centre: { pleasure: 0.3, arousal: 0.1, dominance: 0.2 }, halfLifeMinutes: 45, strain: -0.4 },
  grief: { centre: { pleasure: -0.6, arousal: -0.3, dominance: -0.5 }, halfLifeMinutes: 60, strain: 1.5 },
}
/** Below this an emotion is over. */
const LEAST_INTENSITY = 0.03
/** How far, at most, an emotion moves the mood towards its centre, and how much of the way to it is felt at once while it lasts. */
const MOOD_REACH = 0.45
const FELT_REACH = 0.75
/** World hours in which half of a mood is gone, and of a load (ten days). */
const MOOD_HALF_LIFE_HOURS = 6
const LOAD_HALF_LIFE_HOURS = 240
/** What one full unpleasant emotion adds to the load in all. */
const LOAD_REACH = 0.06
const MOOD_RATE = Math.LN2 / MOOD_HALF_LIFE_HOURS
const LOAD_RATE = Math.LN2 / LOAD_HALF_LIFE_HOURS
const AXES = ['pleasure', 'arousal', 'dominance'] as const

const felt: Mood = { pleasure: 0, arousal: 0, dominance: 0 }

/** Whether an emotion is unpleasant. */
export function isUnpleasant(kind: EmotionKind): boolean {
  return EMOTIONS[kind].centre.pleasure < 0
}

/** How strong an emotion is at a moment, 0..1; 0 once it is over. */
export function intensityOf(emotion: Emotion, worldSeconds: number): number {
  const minutes = (worldSeconds - emotion.worldSeconds) / 60
  if (minutes < 0) return 0
  const intensity = emotion.intensity * Math.pow(0.5, minutes / EMOTIONS[emotion.kind].halfLifeMinutes)
  return intensity < LEAST_INTENSITY ? 0 : intensity
}

/** How far an emotion of this strength, beginning in `mood`, moves the mood in all: towards its centre, never past it. */
export function pullOf(kind: EmotionKind, intensity: number, mood: Readonly<Mood>): Mood {
  const { centre } = EMOTIONS[kind]
  const reach = MOOD_REACH * intensity
  return { pleasure: reach * (centre.pleasure - mood.pleasure), arousal: reach * (centre.arousal - mood.arousal), dominance: reach * (centre.dominance - mood.dominance) }
}

/** Where a mood comes to rest: the temperament (Mehrabian, "Analysis of the Big-Five personality factors in terms of the PAD temperament model", 1996). */
function restOf({ temperament }: Npc, axis: keyof Mood): number {
  if (axis === 'pleasure') return 0.12 + 0.21 * temperament.extraversion * 0.8 + 0.3 * temperament.agreeableness * 0.6 - 0.2 * temperament.neuroticism
  if (axis === 'arousal') return 0.25 * temperament.neuroticism + 0.1 * temperament.extraversion
  return 0.25 * temperament.openness * 0.5 + 0.3 * temperament.extraversion - 0.2 * temperament.agreeableness * 0.5
}

/** Works out mood and load until `worldSeconds`, lets go of emotions that are over, and brings `npc.mood` up to date. */
export function settleAffect(npc: Npc, worldSeconds: number): void {
  const { affect } = npc
  const hours = (worldSeconds - affect.settledWorldSeconds) / 3600
  if (hours > 0) {
    const keep = Math.exp(-MOOD_RATE * hours)
    for (const axis of AXES) {
      const rest = restOf(npc, axis)
      affect.mood[axis] = rest + (affect.mood[axis] - rest) * keep
    }
    affect.load *= Math.exp(-LOAD_RATE * hours)
    for (const emotion of affect.emotions) {
      const share = shareArriving(emotion, { from: affect.settledWorldSeconds, to: worldSeconds, rate: MOOD_RATE })
      for (const axis of AXES) affect.mood[axis] += emotion.pull[axis] * share
      affect.load += LOAD_REACH * EMOTIONS[emotion.kind].strain * emotion.intensity * shareArriving(emotion, { from: affect.settledWorldSeconds, to: worldSeconds, rate: LOAD_RATE })
    }
    for (const axis of AXES) affect.mood[axis] = clamp(affect.mood[axis], -1, 1)
    affect.load = clamp(affect.load, 0, 1)
    affect.settledWorldSeconds = worldSeconds
    for (let i = affect.emotions.length - 1; i >= 0; i--) if (intensityOf(affect.emotions[i]!, worldSeconds) === 0) affect.emotions.splice(i, 1)
  }
  feelNow(npc, worldSeconds)
}

/** `npc.mood`: the mood with the emotions of the moment over it. */
export function feelNow(npc: Npc, worldSeconds: number): void {
  const { affect, mood } = npc
  felt.pleasure = affect.mood.pleasure
  felt.arousal = affect.mood.arousal
  felt.dominance = affect.mood.dominance
  let sum = 0
  for (const emotion of affect.emotions) sum += intensityOf(emotion, worldSeconds)
  // several at once share the room between the mood and their centres
  const weight = sum > 0 ? FELT_REACH / Math.max(1, sum) : 0
  for (const emotion of affect.emotions) {
    const share = weight * intensityOf(emotion, worldSeconds)
    for (const axis of AXES) felt[axis] += share * (EMOTIONS[emotion.kind].centre[axis] - affect.mood[axis])
  }
  for (const axis of AXES) mood[axis] = clamp(felt[axis], -1, 1)
}

/**
 * The share of an emotion's whole effect that arrives between two moments on something that itself fades at `rate` an hour, as it stands at the end:
 * ∫ λ e^(−λ(t−t₀)) e^(−r(T−t)) dt over the time that the emotion lasts.
 */
function shareArriving(emotion: Emotion, { from, to, rate }: { from: number; to: number; rate: number }): number {
  const { halfLifeMinutes } = EMOTIONS[emotion.kind]
  const decay = (Math.LN2 * 60) / halfLifeMinutes
  const lastsSeconds = halfLifeMinutes * 60 * Math.log2(emotion.intensity / LEAST_INTENSITY)
  const begin = Math.max(from, emotion.worldSeconds)
  const end = Math.min(to, emotion.worldSeconds + lastsSeconds)
  if (end <= begin) return 0
  const hour = 1 / 3600
  return (decay / (rate - decay)) * Math.exp(-decay * (begin - emotion.worldSeconds) * hour - rate * (to - begin) * hour) * (Math.exp((rate - decay) * (end - begin) * hour) - 1)
}

/**
 * What a need that is not met takes from a mood in `hours`, while it goes from `level` at `perHour` within 0..1: ∫ r·lack(t) e^(−r(T−t)) dt,
 * where lack is what is missing to `enough`. Exact: between the moments at which it reaches an edge the lack is a straight line.
 */
export function pullOfLack(level: number, perHour: number, enough: number, hours: number): number {
  const lackAt = (time: number): number => Math.max(0, enough - clamp(level + perHour * time, 0, 1))
  if (hours <= 0 || (lackAt(0) === 0 && lackAt(hours) === 0)) return 0
  const edges = perHour === 0 ? [] : [enough, 0, 1].map((edge) => (edge - level) / perHour).filter((time) => time > 0 && time < hours).sort((a, b) => a - b)
  let sum = 0
  let begin = 0
  for (const end of [...edges, hours]) {
    const slope = end > begin ? (lackAt(end) - lackAt(begin)) / (end - begin) : 0
    sum += (lackAt(end) - slope / MOOD_RATE) * Math.exp(-MOOD_RATE * (hours - end)) - (lackAt(begin) - slope / MOOD_RATE) * Math.exp(-MOOD_RATE * (hours - begin))
    begin = end
  }
  return sum
}
