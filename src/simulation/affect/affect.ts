/** What a person feels: emotions of the moment, the mood under them, the load of many days, and bad memories. Plain data; `feel.ts` is the door through which it changes. */
import type { ActorId } from '#core/ids.ts'

/** Mood as pleasure, arousal and dominance, each −1..1 (Mehrabian). */
export type Mood = { pleasure: number; arousal: number; dominance: number }

/** The emotions (after Ortony, Clore & Collins, "The Cognitive Structure of Emotions", 1988). Append only. */
export const EMOTION_KINDS = ['joy', 'distress', 'hope', 'fear', 'relief', 'disappointment', 'gratitude', 'anger', 'pride', 'shame', 'admiration', 'reproach', 'love', 'grief'] as const
/** One of `EMOTION_KINDS`. */
export type EmotionKind = (typeof EMOTION_KINDS)[number]

/** An emotion. It is written once, when it begins; how strong it is at any later moment follows from that. */
export type Emotion = {
  kind: EmotionKind
  /** How strong it was when it began, 0..1. */
  intensity: number
  /** When it began. */
  worldSeconds: number
  /** What brought it about, as the person would say it: "the stranger threatened me". */
  cause: string
  /** Whom it is about, where it is about somebody. */
  aboutId: ActorId | null
  /** How far it moves the mood in all. */
  pull: Mood
}

/** What can call a bad memory back. Append only. */
export const CUE_KINDS = ['person', 'place', 'weather', 'hour', 'word', 'sound'] as const
/** Something present: a person's id, a kind of place ("mill"), a weather, a part of the day, a word, a sound. */
export type Sign = { kind: (typeof CUE_KINDS)[number]; value: string }
/** A sign that has become tied to a bad memory, 0..1. */
export type Cue = Sign & { strength: number }

/** What was learnt in one kind of place: that here nothing bad follows. It fades unless learnt again and again. */
export type Safety = { context: string; strength: number; worldSeconds: number; sessions: number }

/** A wound: a bad memory that comes back by itself, as a process that forms, is kept up, and heals. */
export type Wound = {
  /** What it is a bad memory of, for "a bad memory of …". */
  of: string
  formedWorldSeconds: number
  /** When something bad last happened among its cues. */
  harmedWorldSeconds: number
  cues: Cue[]
  safety: Safety[]
  /** The most that its cues ever weighed together, and how much one has grown by getting over it, 0..1. */
  peak: number
  growth: number
  /** When it last came back unbidden; far below zero when it never did. */
  intrudedTick: number
}

/** All of it. */
export type Affect = {
  /** The mood under the emotions of the moment; `Npc.mood` is how both feel together. */
  mood: Mood
  /** How much many days have weighed, 0..1. */
  load: number
  /** Until when mood and load are worked out. */
  settledWorldSeconds: number
  emotions: Emotion[]
  wounds: Wound[]
  /** Until which tick a memory holds the body still. */
  frozenUntilTick: number
  /** What the last decision went out of its way to avoid ("the mill"), and the bad memory behind it; null for nothing. */
  avoids: { what: string; of: string } | null
}

/** Nothing felt yet beyond a mood. */
export function createAffect(mood: Mood, worldSeconds: number): Affect {
  return { mood: { ...mood }, load: 0, settledWorldSeconds: worldSeconds, emotions: [], wounds: [], frozenUntilTick: -1, avoids: null }
}
