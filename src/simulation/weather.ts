/** Weather: what kind, and how it eases from one to the next. */
import { nextFloat, nextInt } from '#core/rng.ts'
import { damp } from '#core/scalar.ts'
import { seasonOf, type Season } from './clock.ts'
import type { WorldEnv } from './env.ts'
import { emit } from './events.ts'
import type { World } from './world.ts'

/** The kinds of weather. Append only. */
export const WEATHERS = ['clear', 'cloudy', 'overcast', 'rain', 'mist'] as const
/** One of `WEATHERS`. */
export type WeatherKind = (typeof WEATHERS)[number]

/** The weather now; each part eases towards that of its kind. */
export type Weather = {
  kind: WeatherKind
  /** When the next kind is drawn, world seconds. */
  untilWorldSeconds: number
  /** Share of the sky covered, 0..1. */
  cloud: number
  /** 0..1. */
  rain: number
  /** 0..1. */
  mist: number
  /** Metres a second. */
  wind: number
}

/** How each kind looks once it has eased in. */
const LOOKS: { readonly [K in WeatherKind]: { cloud: number; rain: number; mist: number; wind: number } } = {
  clear: { cloud: 0.1, rain: 0, mist: 0, wind: 2 },
  cloudy: { cloud: 0.45, rain: 0, mist: 0.05, wind: 4 },
  overcast: { cloud: 0.9, rain: 0, mist: 0.15, wind: 5 },
  rain: { cloud: 1, rain: 0.85, mist: 0.3, wind: 7 },
  mist: { cloud: 0.6, rain: 0, mist: 0.9, wind: 0.5 },
}
/** How likely each kind is in each season, before the climate has its say: in the order of WEATHERS. */
const CHANCES: { readonly [S in Season]: readonly number[] } = {
  spring: [4.5, 4.5, 2, 1.3, 1],
  summer: [6, 4, 1.5, 0.9, 0.4],
  autumn: [3, 3.5, 3, 1.8, 2],
  winter: [3, 3, 4, 1.4, 1.6],
}
/** World hours that a kind lasts; rain is soon over. */
const SHORTEST_HOURS = 3
const LONGEST_HOURS = 9
const RAIN_SHARE = 0.35
/** World seconds in which half of the way to the new look is made: twenty seconds of play. */
const EASE_WORLD_SECONDS = 600

/** Weather of a kind, eased in fully, until it is drawn anew. */
export function createWeather(kind: WeatherKind, untilWorldSeconds: number): Weather {
  return { kind, untilWorldSeconds, ...LOOKS[kind] }
}

/** Lets `worldSeconds` of weather pass at the player's place. */
export function updateWeather(world: World, env: WorldEnv, worldSeconds: number): void {
  const { weather } = world
  if (world.worldSeconds >= weather.untilWorldSeconds) {
    const { body } = world.player
    changeWeather(world, drawKind(world, env.land.climateAt(body.x, body.z).moisture))
  }
  const look = LOOKS[weather.kind]
  weather.cloud = damp(weather.cloud, look.cloud, EASE_WORLD_SECONDS, worldSeconds)
  weather.rain = damp(weather.rain, look.rain, EASE_WORLD_SECONDS * 0.6, worldSeconds)
  weather.mist = damp(weather.mist, look.mist, EASE_WORLD_SECONDS, worldSeconds)
  weather.wind = damp(weather.wind, look.wind, EASE_WORLD_SECONDS, worldSeconds)
}

/** Begins another kind of weather; those outdoors notice when it begins or stops raining. */
export function changeWeather(world: World, kind: WeatherKind): void {
  const { weather } = world
  const before = weather.kind
  weather.kind = kind
  weather.untilWorldSeconds = world.worldSeconds + Math.round(nextInt(world.rng, SHORTEST_HOURS * 3600, LONGEST_HOURS * 3600) * (kind === 'rain' ? RAIN_SHARE : 1))
  if (before === kind) return
  const felt = kind === 'rain' || before === 'rain'
  emit(world, { type: 'weather-change', weather: kind, witnessIds: felt ? world.npcs.filter((npc) => !npc.indoors && npc.fidelity === 'near').map((npc) => npc.id) : [] })
}

function drawKind(world: World, moisture: number): WeatherKind {
  const chances = CHANCES[seasonOf(world.worldSeconds)]
  // after rain comes something else
  const weights = WEATHERS.map((kind, i) => (kind === 'rain' && world.weather.kind === 'rain' ? 0 : (chances[i] ?? 1)) * (kind === 'rain' || kind === 'mist' ? 0.3 + 1.4 * moisture : kind === 'clear' ? 1.4 - 0.8 * moisture : 1))
  let left = nextFloat(world.rng) * weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < WEATHERS.length; i++) {
    left -= weights[i]!
    if (left < 0) return WEATHERS[i]!
  }
  return 'clear'
}
