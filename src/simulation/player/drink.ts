/** The player drinks from rivers and lakes; who stands near sees it. */
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import { findWatchers } from '../npc/perceive.ts'
import type { World } from '../world.ts'
import { findDrink } from './find-drink.ts'

/** The player drinks, if there is anything to drink. */
export function drinkAsPlayer(world: World, env: WorldEnv): void {
  const { body } = world.player
  const water = findDrink(env.land, body)
  if (!water || water.kind === 'sea') return
  emit(world, { type: 'player-drink', water: water.kind, witnessIds: findWatchers(world, body) })
}
