/** What the player prefers: a store that is kept on this device. */
import type { EndpointSettings } from '#minds/language-model.ts'

/** Presets of quality. */
export const QUALITIES = ['low', 'medium', 'high', 'ultra'] as const
/** One of `QUALITIES`. */
export type Quality = (typeof QUALITIES)[number]

/** Settings; keys are never among them unless the player asked to keep them on this device. */
export type Settings = {
  quality: Quality
  camera: 'first' | 'third'
  /** Degrees, vertical. */
  fieldOfView: number
  /** 0.2..3, times the normal speed of looking. */
  lookSpeed: number
  invertLook: boolean
  reducedMotion: boolean
  /** 0.85..1.5, times the normal size of text. */
  textSize: number
  showThoughts: boolean
  /** Whether the card for newcomers was dismissed. */
  startSeen: boolean
  /** Seeds lived in, newest first, at most eight. */
  recentSeeds: string[]
  endpoint: EndpointSettings
}
