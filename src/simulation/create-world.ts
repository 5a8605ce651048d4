/** New worlds, and copies of living ones. Light: what makes a world go on is in `tick.ts`, and the first picture does not wait for it. */
import { hashCell } from '#core/hash.ts'
import { createRng } from '#core/rng.ts'
import type { Land, StartPlace } from '#worldgen/land.ts'
import { createBody, keepPose } from './physics/create-body.ts'
import { standAt } from './physics/move-body.ts'
import { createWeather, type WeatherKind } from './weather.ts'
import { FIRST_PENNIES } from './player/purse.ts'
import { WORLD_VERSION, type World } from './world.ts'

/** A world begins at eight in the morning. */
export const START_WORLD_SECONDS = 8 * 3600
/** The first weather lasts four hours. */
const FIRST_WEATHER_WORLD_SECONDS = 4 * 3600
/** Sub-seed of the world's dice. */
const DICE_LAYER = 0x64696365

/** How a new world begins; by default at the land's start place, at eight, under a clear sky. */
export type WorldStart = { seed: string; land: Land; place?: StartPlace; worldSeconds?: number; weather?: WeatherKind; /** Days before the first visit of which the people of a settlement know news; none by default. */ pastDays?: number }

/** A new world on a land, with the player in it; its first tick brings the people around into it, in the middle of their day. */
export function createWorld(start: WorldStart): World {
  const { seed, land, place = land.startPlace(), worldSeconds = START_WORLD_SECONDS, weather = 'clear', pastDays = 0 } = start
  const body = createBody({ x: place.x, y: 0, z: place.z, yaw: place.yaw }, { radius: 0.35, height: 1.75 })
  standAt(body, land, place.x, place.z)
  keepPose(body)
  return {
    version: WORLD_VERSION, seed, tick: 0, worldSeconds, rng: createRng(hashCell(land.seedWord, DICE_LAYER)), weather: createWeather(weather, worldSeconds + FIRST_WEATHER_WORLD_SECONDS),
    player: { id: 'player', body, pitch: 0, intent: { forward: 0, right: 0, run: false, jump: false, dive: false, yaw: place.yaw, pitch: 0 }, conversationId: null, explored: {}, purse: FIRST_PENNIES, satchel: [], fedUntil: 0 },
    npcs: [], populated: [], conversations: [], nextConversationId: 1, nextThoughtId: 1,
    chronicle: { nextId: 1, untilSeconds: worldSeconds, happenings: [], gatherings: [], births: [], deaths: [], pastDays, scenes: [], waiting: [], damages: [] }, appointments: [], liveliness: 0, wounds: true, events: [],
  }
}

/** A copy that lives on by itself: left alone, it lives the same future. */
export function forkWorld(world: World): World {
  return structuredClone(world)
}
