/** A small world on the made-up land, for tests that live in it. */
import { createWorld, type WorldStart } from '#simulation/create-world.ts'
import type { Command, ThoughtOutcome } from '#simulation/commands.ts'
import type { WorldEnv } from '#simulation/env.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { populateAround } from '#simulation/npc/populate.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { World } from '#simulation/world.ts'
import { createFakeLand } from './fake-land.ts'

const NO_TRUNKS = new Float64Array(0)

/** The made-up land with its ground, without trees. */
export function createTestEnv(): WorldEnv {
  const land = createFakeLand()
  return { land, ground: createGround(land, () => NO_TRUNKS) }
}

/** A new world with the people that its first tick would bring into it. */
export function createPeopledWorld(start: WorldStart, env: WorldEnv): World {
  const world = createWorld(start)
  populateAround(world, env)
  return world
}

/** A new world with its surroundings; eight in the morning unless told. */
export function createTestWorld(worldSeconds = 8 * 3600): { world: World; env: WorldEnv } {
  const env = createTestEnv()
  return { world: createPeopledWorld({ seed: 'test', land: env.land, worldSeconds }, env), env }
}

/** Runs ticks, the commands in the first one; returns all events. */
export function runTicks(world: World, env: WorldEnv, ticks: number, commands: readonly Command[] = []): WorldEvent[] {
  const events: WorldEvent[] = []
  for (let t = 0; t < ticks; t++) {
    tickWorld(world, env, t === 0 ? commands : [])
    events.push(...world.events)
  }
  return events
}

/** Somebody grown up who is outdoors, with the player put beside them. */
export function meetSomebody(world: World, env: WorldEnv): Npc {
  for (let t = 0; t < 2000; t++) {
    const npc = world.npcs.find((person) => person.settlementId === 'settlement:0,0' && person.age > 18 && !person.indoors && person.conversationId === null)
    if (npc) {
      tickWorld(world, env, [{ type: 'player-place', x: npc.body.x + 1.6, z: npc.body.z + 1.2 }])
      if (!npc.indoors && npc.conversationId === null && Math.hypot(npc.body.x - world.player.body.x, npc.body.z - world.player.body.z) < 4) return npc
    } else tickWorld(world, env, [])
  }
  throw new Error('create-test-world: nobody came outdoors')
}

/** An answer of a mind with nothing in it but what is given. */
export function outcomeOf(parts: Partial<ThoughtOutcome>): ThoughtOutcome {
  return { reply: null, thought: null, decision: null, mood: null, relation: null, foresight: null, endsTalk: false, tells: null, agrees: null, source: 'builtin', ...parts }
}
