/** New worlds, and copies of living ones. */
import { hashCell } from '#core/hash.ts'
import { createRng } from '#core/rng.ts'
import type { Land, StartPlace } from '#worldgen/land.ts'
import { createGround } from './physics/ground.ts'
import { createBody, keepPose } from './physics/create-body.ts'
import { standAt } from './physics/move-body.ts'
import { populateAround } from './npc/populate.ts'
import { createWeather } from './weather.ts'
import { WORLD_VERSION, type World } from './world.ts'

/** A world begins at eight in the morning. */
const START_WORLD_SECONDS = 8 * 3600
/** The first weather lasts four hours. */
const FIRST_WEATHER_WORLD_SECONDS = 4 * 3600
/** Sub-seed of the world's dice. */
const DICE_LAYER = 0x64696365

/** A new world on a land: the player at `place`, by default the land's start place, the people around in the middle of their morning. */
export function createWorld(start: { seed: string; land: Land; worldSeconds?: number; place?: StartPlace }): World {
  const { seed, land, worldSeconds = START_WORLD_SECONDS, place = land.startPlace() } = start
  const body = createBody({ x: place.x, y: 0, z: place.z, yaw: place.yaw }, { radius: 0.35, height: 1.75 })
  standAt(body, land, place.x, place.z)
  keepPose(body)
  const world: World = {
    version: WORLD_VERSION, seed, tick: 0, worldSeconds, rng: createRng(hashCell(land.seedWord, DICE_LAYER)), weather: createWeather('clear', worldSeconds + FIRST_WEATHER_WORLD_SECONDS),
    player: { id: 'player', body, pitch: 0, intent: { forward: 0, right: 0, run: false, jump: false, dive: false, yaw: place.yaw, pitch: 0 }, conversationId: null, explored: {} },
    npcs: [], populated: [], conversations: [], nextConversationId: 1, nextThoughtId: 1, events: [],
  }
  populateAround(world, { land, ground: createGround(land) })
  return world
}

/** A copy that lives on by itself: left alone, it lives the same future. */
export function forkWorld(world: World): World {
  return structuredClone(world)
}
