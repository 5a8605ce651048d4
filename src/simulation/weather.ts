/** Weather: what kind, and how it eases from one to the next. */
import { nextFloat, nextInt } from '#core/rng.ts'
import { damp } from '#core/scalar.ts'
import type { Climate } from '#worldgen/land.ts'
import { seasonOf, type Season } from './clock.ts'
import type { WorldEnv } from './env.ts'
import { emit } from './events.ts'
import type { World } from './world.ts'

/** The kinds of weather. Append only. */
export const WEATHERS = ['clear', 'cloudy', 'overcast', 'rain', 'mist', 'storm', 'snow'] as const
/** One of `WEATHERS`. */
export type WeatherKind = (typeof WEATHERS)[number]

/** The weather now; each part eases towards that of its kind. */
export type Weather = {
  kind: WeatherKind
  /** When the next kind is drawn, world seconds. */
  untilWorldSeconds: number
  /** Share of the sky covered, 0..1. */
  cloud: number
  /** Falling rain, 0..1. */
  rain: number
  /** Falling snow, 0..1. */
  snow: number
  /** 0..1. */
  mist: number
  /** Metres a second. */
  wind: number
  /** How much of the ground lies under snow, 0..1. */
  lying: number
}

/** How each kind looks once it has eased in. */
const LOOKS: { readonly [K in WeatherKind]: Pick<Weather, 'cloud' | 'rain' | 'snow' | 'mist' | 'wind'> } = {
  clear: { cloud: 0.1, rain: 0, snow: 0, mist: 0, wind: 2 },
  cloudy: { cloud: 0.45, rain: 0, snow: 0, mist: 0.05, wind: 4 },
  overcast: { cloud: 0.9, rain: 0, snow: 0, mist: 0.15, wind: 5 },
  rain: { cloud: 1, rain: 0.85, snow: 0, mist: 0.3, wind: 7 },
  mist: { cloud: 0.6, rain: 0, snow: 0, mist: 0.9, wind: 0.5 },
  storm: { cloud: 1, rain: 1, snow: 0, mist: 0.2, wind: 14 },
  snow: { cloud: 0.92, rain: 0, snow: 0.85, mist: 0.3, wind: 3 },
}
/** How likely each kind is in each season, before the climate has its say: in the order of WEATHERS. */
const CHANCES: { readonly [S in Season]: readonly number[] } = {
  spring: [4.5, 4.5, 2, 1.3, 1, 0.25, 1.2],
  summer: [6, 4, 1.5, 0.9, 0.4, 0.5, 0.8],
  autumn: [3, 3.5, 3, 1.8, 2, 0.4, 1.6],
  winter: [3, 3, 4, 1.4, 1.6, 0.1, 2.6],
}
/** What a season adds to the warmth of a climate. */
const SEASON_WARMTH: { readonly [S in Season]: number } = { spring: 0, summer: 0.15, autumn: 0, winter: -0.2 }
/** Below this warmth what falls is snow, and what lies stays. */
const FREEZING_WARMTH = 0.36
/** Kinds in which something falls from the sky: they are felt when they begin and end, do not follow upon themselves, and are soon over. */
const FALLING: ReadonlySet<WeatherKind> = new Set(['rain', 'storm', 'snow'])
/** World hours that a kind lasts. */
const SHORTEST_HOURS = 3
const LONGEST_HOURS = 9
const FALLING_SHARE = 0.35
/** World seconds in which half of the way to the new look is made: twenty seconds of play. */
const EASE_WORLD_SECONDS = 600
/** World hours in which full snowfall covers the ground, and in which the cover is gone where it thaws and where it freezes. */
const COVER_HOURS = 2
const THAW_HOURS = 3
const FROST_HOURS = 60

/** Weather of a kind, eased in fully, until it is drawn anew. */
export function createWeather(kind: WeatherKind, untilWorldSeconds: number): Weather {
  return { kind, untilWorldSeconds, ...LOOKS[kind], lying: 0 }
}

/** Lets `worldSeconds` of weather pass at the player's place. */
export function updateWeather(world: World, env: WorldEnv, worldSeconds: number): void {
  const { weather } = world
  const { body } = world.player
  if (world.worldSeconds >= weather.untilWorldSeconds) changeWeather(world, drawKind(world, env.land.climateAt(body.x, body.z)))
  const look = LOOKS[weather.kind]
  weather.cloud = damp(weather.cloud, look.cloud, EASE_WORLD_SECONDS, worldSeconds)
  weather.rain = damp(weather.rain, look.rain, EASE_WORLD_SECONDS * 0.6, worldSeconds)
  weather.snow = damp(weather.snow, look.snow, EASE_WORLD_SECONDS * 0.6, worldSeconds)
  weather.mist = damp(weather.mist, look.mist, EASE_WORLD_SECONDS, worldSeconds)
  weather.wind = damp(weather.wind, look.wind, EASE_WORLD_SECONDS, worldSeconds)
  if (weather.snow > 0.05) weather.lying = Math.min(1, weather.lying + (weather.snow * worldSeconds) / (COVER_HOURS * 3600))
  else if (weather.lying > 0) weather.lying = Math.max(0, weather.lying - worldSeconds / (3600 * (isFreezing(world, env.land.climateAt(body.x, body.z)) ? FROST_HOURS : THAW_HOURS)))
}

/** Begins another kind of weather; those outdoors notice when something begins or stops falling. */
export function changeWeather(world: World, kind: WeatherKind): void {
  const { weather } = world
  const before = weather.kind
  weather.kind = kind
  weather.untilWorldSeconds = world.worldSeconds + Math.round(nextInt(world.rng, SHORTEST_HOURS * 3600, LONGEST_HOURS * 3600) * (FALLING.has(kind) ? FALLING_SHARE : 1))
  if (before === kind) return
  const felt = FALLING.has(kind) || FALLING.has(before)
  emit(world, { type: 'weather-change', weather: kind, witnessIds: felt ? world.npcs.filter((npc) => !npc.indoors && npc.fidelity === 'near').map((npc) => npc.id) : [] })
}

/** How wet or cold it is to stand outdoors, 0..1. */
export function discomfortOf(weather: Weather): number {
  return Math.max(weather.rain, weather.snow * 0.6)
}

function isFreezing(world: World, climate: Climate): boolean {
  return climate.warmth + SEASON_WARMTH[seasonOf(world.worldSeconds)] < FREEZING_WARMTH
}

function drawKind(world: World, climate: Climate): WeatherKind {
  const chances = CHANCES[seasonOf(world.worldSeconds)]
  const freezing = isFreezing(world, climate)
  const weights = WEATHERS.map((kind, i) => (chances[i] ?? 0) * likelihood(kind, climate.moisture, freezing) * (FALLING.has(kind) && FALLING.has(world.weather.kind) ? 0 : 1))
  let left = nextFloat(world.rng) * weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < WEATHERS.length; i++) {
    left -= weights[i]!
    if (left < 0) return WEATHERS[i]!
  }
  return 'clear'
}

/** What the climate makes of a kind's chance. */
function likelihood(kind: WeatherKind, moisture: number, freezing: boolean): number {
  if (kind === 'clear') return 1.4 - 0.8 * moisture
  if (kind === 'mist') return 0.3 + 1.4 * moisture
  if (!FALLING.has(kind)) return 1
  return freezing === (kind === 'snow') ? 0.3 + 1.4 * moisture : 0
}
