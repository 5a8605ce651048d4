/** The player drinks from rivers and lakes; who stands near sees it. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Land, Water } from '#worldgen/land.ts'
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import { findWatchers } from '../npc/perceive.ts'
import type { Body } from '../physics/body.ts'
import type { World } from '../world.ts'

/** How far ahead one stoops to the water, metres, and how far down its surface may lie. */
const REACH_METERS = 0.9
const DOWN_METERS = 0.9

/** Fresh water within reach of a body, underfoot or ahead; null where there is none. Nobody drinks from the sea. */
export function findDrink(land: Land, body: DeepReadonly<Body>): Water | null {
  if (!body.grounded && !body.swimming) return null
  const ahead = { x: body.x - Math.sin(body.yaw) * REACH_METERS, z: body.z - Math.cos(body.yaw) * REACH_METERS }
  for (const { x, z } of [body, ahead]) {
    const water = land.waterAt(x, z)
    if (water && water.kind !== 'sea' && body.y - water.level < DOWN_METERS) return water
  }
  return null
}

/** The player drinks, if there is anything to drink. */
export function drinkAsPlayer(world: World, env: WorldEnv): void {
  const { body } = world.player
  const water = findDrink(env.land, body)
  if (!water || water.kind === 'sea') return
  emit(world, { type: 'player-drink', water: water.kind, witnessIds: findWatchers(world, body) })
}
