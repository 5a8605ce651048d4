/** What the player prefers: a store that is kept on this device. */
import type { EndpointSettings, ThoughtGroup } from '#minds/language-model.ts'
import type { KeyChanges } from '#platform/input/bindings.ts'
import type { Budget } from '#minds/scheduler/budget.ts'

/** Presets of quality. */
export const QUALITIES = ['low', 'medium', 'high', 'ultra'] as const
/** One of `QUALITIES`. */
export type Quality = (typeof QUALITIES)[number]

/** A model under a name that the player gave it. Its key is held in memory only; what is kept of it is kept apart. */
export type Profile = { readonly id: string; readonly name: string; readonly endpoint: EndpointSettings }

/** The id that means the built-in mind. */
export const BUILTIN_ID = 'builtin'
/** The id of the one profile that stands for an endpoint set by the console or the address. */
export const PASSING_ID = 'passing'
/** Profiles that can be kept. */
export const MOST_PROFILES = 24
/** Characters in the name of a profile. */
export const LONGEST_NAME = 40
const BUILTIN: EndpointSettings = { kind: 'builtin' }

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
  /** Whether a press of the key for running lasts until the next one. */
  runToggles: boolean
  /** Keys where they are not the first ones. */
  keys: KeyChanges
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
  /** Minds under names, in the order they were made. */
  profiles: Profile[]
  /** The one that people think with: the id of a profile, or `BUILTIN_ID`. */
  profileId: string
  /** Minds for some kinds of thoughts; those that are not named think with the same. */
  kinds: { [G in ThoughtGroup]?: string }
  /** What models may spend. */
  limits: Pick<Budget, 'paused' | 'tokensPerMinute' | 'tokensPerDay' | 'moneyPerDay' | 'prices'>
}

/** The endpoint of a profile; the built-in mind where there is none of that id. */
export function endpointOf(settings: Pick<Settings, 'profiles'>, id: string): EndpointSettings {
  return settings.profiles.find((profile) => profile.id === id)?.endpoint ?? BUILTIN
}

/** The endpoint that people think with, but for kinds of thoughts that have their own. */
export function endpointInUse(settings: Pick<Settings, 'profiles' | 'profileId'>): EndpointSettings {
  return endpointOf(settings, settings.profileId)
}

/** How far and how finely the land is drawn, by preset: view distance in metres, split factor k (a chunk is split nearer than k times its size), slots for chunks. */
export const DETAIL_BY_QUALITY: { readonly [Q in Quality]: { viewMeters: number; splitFactor: number; slots: number } } = {
  low: { viewMeters: 4096, splitFactor: 0.75, slots: 256 },
  medium: { viewMeters: 8192, splitFactor: 1.3, slots: 384 },
  high: { viewMeters: 12288, splitFactor: 1.4, slots: 512 },
  ultra: { viewMeters: 16384, splitFactor: 1.5, slots: 512 },
}
