/** What there is to hear at a place and moment: how loud each voice of the land is. Pure; every level is 0..1. */
import { clamp, smoothstep } from '#core/scalar.ts'
import type { SoundLevels } from '#platform/audio/sound-player.ts'
import type { Season } from '#simulation/clock.ts'
import type { BiomeId } from '#worldgen/biomes/index.ts'

/** What hearing depends on. Metres, metres a second; shares are 0..1. */
export type SoundFacts = {
  hour: number
  season: Season
  biome: BiomeId
  warmth: number
  moisture: number
  wind: number
  rain: number
  snow: number
  /** Height of the ear above the sea. */
  heightMeters: number
  /** To the nearest sea and to the nearest running water; Infinity when out of hearing. */
  shoreMeters: number
  streamMeters: number
  streamSpeed: number
}

/** Leaves that wind can move, and songbirds, by biome. */
const WOODS: { readonly [B in BiomeId]: number } = { forest: 1, taiga: 0.8, jungle: 1, meadow: 0.3, marsh: 0.4, savanna: 0.35, heath: 0.15, steppe: 0.05, shore: 0.05, desert: 0, tundra: 0.05, alpine: 0.05, sea: 0, oasis: 0.6 }
const SONGBIRDS: { readonly [B in BiomeId]: number } = { forest: 1, taiga: 0.6, jungle: 1, meadow: 0.8, marsh: 0.8, savanna: 0.6, heath: 0.6, steppe: 0.4, shore: 0.3, desert: 0.1, tundra: 0.15, alpine: 0.15, sea: 0, oasis: 0.9 }
/** Metres beyond which sea and streams are not heard. */
const SURF_METERS = 220
const STREAM_METERS = 45

/** The levels for a moment. */
export function soundscapeOf(facts: SoundFacts): SoundLevels {
  const { hour, season, biome, warmth, wind, rain, snow, heightMeters, shoreMeters, streamMeters, streamSpeed } = facts
  const blowing = clamp((wind - 0.8) / 11, 0, 1)
  const exposed = 0.55 + 0.45 * smoothstep(40, 420, heightMeters)
  const nearSea = clamp(1 - shoreMeters / SURF_METERS, 0, 1)
  const nearStream = clamp(1 - streamMeters / STREAM_METERS, 0, 1)
  const day = smoothstep(4.4, 5.4, hour) * (1 - smoothstep(19.4, 20.4, hour))
  const chorus = 0.6 + 0.4 * (1 - smoothstep(1.2, 3.5, Math.abs(hour - 6)))
  const dry = (1 - clamp(rain * 1.6, 0, 1)) * (1 - clamp(snow * 1.2, 0, 1)) * (1 - 0.6 * blowing)
  const dusk = Math.max(smoothstep(18.6, 20.6, hour), 1 - smoothstep(3.4, 4.8, hour))
  const leafless = season === 'winter' ? 0.35 : 1
  return {
    wind: blowing * exposed,
    leaves: WOODS[biome] * clamp(wind / 9, 0, 1) * leafless,
    surf: nearSea * nearSea * (0.55 + 0.45 * blowing),
    stream: nearStream * nearStream * clamp(0.35 + streamSpeed * 0.3, 0, 1),
    rain: clamp(rain, 0, 1),
    birds: SONGBIRDS[biome] * day * chorus * dry * (season === 'winter' ? 0.3 : 1),
    crickets: dusk * smoothstep(0.42, 0.6, warmth) * dry * (season === 'winter' ? 0 : 1) * (biome === 'sea' ? 0 : 1),
  }
}
