/** What the player prefers: a store that is kept on this device. */
import type { EndpointSettings } from '#minds/language-model.ts'

/** Presets of quality. */
export const QUALITIES = ['low', 'medium', 'high', 'ultra'] as const
/** One of `QUALITIES`. */
export type Quality = (typeof QUALITIES)[number]

/** Settings; keys are never among them unless the player asked to keep them on this device. */
export type Settings = {
  quality: Quality
  /** Whether `quality` follows what the machine bears. */
  autoQuality: boolean
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
  /** How loud the world is, 0..1, and whether it is silenced. */
  volume: number
  muted: boolean
  /** Whether the perception map lies open. */
  showMap: boolean
  /** Whether the card for newcomers was dismissed. */
  startSeen: boolean
  /** Seeds lived in, newest first, at most eight. */
  recentSeeds: string[]
  endpoint: EndpointSettings
}

/** How far and how finely the land is drawn, by preset: view distance in metres, split factor k (a chunk is split nearer than k times its size), slots for chunks. */
export const DETAIL_BY_QUALITY: { readonly [Q in Quality]: { viewMeters: number; splitFactor: number; slots: number } } = {
  low: { viewMeters: 4096, splitFactor: 0.75, slots: 256 },
  medium: { viewMeters: 8192, splitFactor: 1.3, slots: 384 },
  high: { viewMeters: 12288, splitFactor: 1.4, slots: 512 },
  ultra: { viewMeters: 16384, splitFactor: 1.5, slots: 512 },
}
