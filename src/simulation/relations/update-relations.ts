/** Feelings towards others fade slowly when nothing feeds them. */
import type { World } from '../world.ts'

/** Relations are looked at once in so many ticks: a world hour. */
const RELATION_TICKS = 2400
/** Share of the distance to the resting place that is left after a world hour: half of it is gone in about ten days. */
const KEEP_PER_HOUR = 0.9971
/** What kin and others come to rest at. */
const KIN_WARMTH = 0.5

/** Lets feelings settle over the last `ticks`, once a world hour for each person. */
export function updateRelations(world: World, ticks: number): void {
  for (let i = 0; i < world.npcs.length; i++) {
    // everybody has an own tick of the hour
    if ((world.tick + i * 7) % RELATION_TICKS >= ticks) continue
    for (const relation of world.npcs[i]!.relations) {
      const rest = relation.kinship ? KIN_WARMTH : 0
      // deep friendship and deep grudges stay
      if (Math.abs(relation.warmth) > 0.4) continue
      relation.warmth = rest + (relation.warmth - rest) * KEEP_PER_HOUR
    }
  }
}
