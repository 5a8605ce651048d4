/** Running ahead: world time passes in coarse steps, faster than anyone could watch, and ends where ticks can go on. */
import { updateAppointments } from './appointments/update-appointments.ts'
import { updateMeetings } from './beliefs/meet.ts'
import { TICK_WORLD_SECONDS } from './clock.ts'
import { feelEvents } from './affect/feel-events.ts'
import { endAllConversations } from './conversations/end-conversation.ts'
import type { WorldEnv } from './env.ts'
import type { WorldEvent } from './events.ts'
import { endScenes } from './happenings/stage.ts'
import { updateHappenings } from './happenings/update-happenings.ts'
import { comeToGround, stepFar, updateFidelity } from './npc/fidelity.ts'
import { raiseThoughts } from './npc/raise-thoughts.ts'
import { momentOf } from './npc/update-npcs.ts'
import { updateRelations } from './relations/update-relations.ts'
import { updateClock } from './tick.ts'
import { updateWeather } from './weather.ts'
import type { World } from './world.ts'

/** Ticks of one coarse step: two and a half minutes of world time. */
const STEP_TICKS = 100

/**
 * Lets at least `worldSeconds` pass in coarse steps; everybody lives as from afar, talks in progress end. Yields the events of each step, so that the caller
 * can hand them on and decide when to rest; the world is consistent at every yield, and people stand on open ground once it is done.
 */
export function* advanceWorld(world: World, env: WorldEnv, worldSeconds: number): Generator<WorldEvent[], void, void> {
  world.events = []
  endAllConversations(world, 'called-away')
  endScenes(world, env)
  const until = world.worldSeconds + worldSeconds
  while (world.worldSeconds < until) {
    const ticks = Math.min(STEP_TICKS, Math.ceil((until - world.worldSeconds) / TICK_WORLD_SECONDS))
    updateClock(world, ticks)
    updateWeather(world, env, ticks * TICK_WORLD_SECONDS)
    updateHappenings(world, env)
    // nothing is played out in haste
    endScenes(world, env)
    for (const npc of world.npcs) {
      if (npc.frozen) continue
      npc.fidelity = 'far'
      npc.speech = null
      npc.thought = null
      npc.gesture = null
      const moment = momentOf(world, env, npc)
      if (moment) stepFar(moment, ticks, true)
    }
    updateRelations(world, ticks)
    updateMeetings(world, env, ticks)
    updateAppointments(world, env, ticks)
    feelEvents(world, env)
    raiseThoughts(world, ticks)
    if (world.worldSeconds >= until) comeBack(world, env)
    const { events } = world
    yield events
    world.events = []
  }
}

function comeBack(world: World, env: WorldEnv): void {
  for (const npc of world.npcs) {
    if (npc.frozen) continue
    const moment = momentOf(world, env, npc)
    if (!moment) continue
    updateFidelity(moment)
    comeToGround(moment)
  }
}
