/** One tick of the world: the list of everything that happens, in order. */
import { DAY_WORLD_SECONDS, dayOf, TICK_WORLD_SECONDS } from './clock.ts'
import { feelEvents, strikeLightning } from './affect/feel-events.ts'
import { applyCommand, type Command } from './commands.ts'
import { updateAppointments } from './appointments/update-appointments.ts'
import { updateMeetings } from './beliefs/meet.ts'
import { updateConversations } from './conversations/update-conversations.ts'
import type { WorldEnv } from './env.ts'
import { emit } from './events.ts'
import { updateScenes } from './happenings/stage.ts'
import { updateHappenings } from './happenings/update-happenings.ts'
import { updateCrowd } from './npc/perceive.ts'
import { populateAround } from './npc/populate.ts'
import { raiseThoughts } from './npc/raise-thoughts.ts'
import { updateNpcs } from './npc/update-npcs.ts'
import { updatePlayer } from './player/update-player.ts'
import { updateRelations } from './relations/update-relations.ts'
import { updateWeather } from './weather.ts'
import type { World } from './world.ts'

/** Ticks between two looks for settlements that the player has come near to; the first tick looks. */
const POPULATE_TICKS = 20

/** Ticks between two looks for what happens: a world minute and a half. */
const HAPPENING_TICKS = 60

/** Advances the world by one tick; what happened is in `world.events`. */
export function tickWorld(world: World, env: WorldEnv, commands: readonly Command[]): void {
  world.events = []
  for (const command of commands) applyCommand(world, env, command)
  updateClock(world, 1)
  updateWeather(world, env, TICK_WORLD_SECONDS)
  strikeLightning(world, env)
  if (world.tick % POPULATE_TICKS === 1) populateAround(world, env)
  if (world.tick % HAPPENING_TICKS === 0) updateHappenings(world, env)
  updateScenes(world, env)
  updateCrowd(world)
  updatePlayer(world, env)
  updateNpcs(world, env)
  updateConversations(world)
  updateRelations(world, 1)
  updateMeetings(world, env, 1)
  updateAppointments(world, env, 1)
  feelEvents(world, env)
  raiseThoughts(world, 1)
}

/** Lets `ticks` pass on the clock. */
export function updateClock(world: World, ticks: number): void {
  const before = dayOf(world.worldSeconds)
  world.tick += ticks
  world.worldSeconds += ticks * TICK_WORLD_SECONDS
  if (dayOf(world.worldSeconds) !== before) emit(world, { type: 'day-start', day: Math.floor(world.worldSeconds / DAY_WORLD_SECONDS), witnessIds: [] })
}
