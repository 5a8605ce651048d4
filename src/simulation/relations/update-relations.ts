/** Feelings towards others fade slowly when nothing feeds them. */
import type { World } from '../world.ts'

/** Relations are looked at once in so many ticks: a world hour. */
const RELATION_TICKS = 2400
/** Share of the distance to the resting place that is left after a world hour: half of it is gone in about ten days. */
const KEEP_PER_HOUR = 0.9971
/** What kin and others come to rest at. */
const KIN_WARMTH = 0.5

/** Lets feelings settle, once a world hour, each person in an own tick. */
export function updateRelations(world: World): void {
  for (let i = world.tick % RELATION_TICKS; i < world.npcs.length; i += RELATION_TICKS) {
    for (const relation of world.npcs[i]!.relations) {
      const rest = relation.kinship ? KIN_WARMTH : 0
      // deep friendship and deep grudges stay
      if (Math.abs(relation.warmth) > 0.4) continue
      relation.warmth = rest + (relation.warmth - rest) * KEEP_PER_HOUR
    }
  }
}
