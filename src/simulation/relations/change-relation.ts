/** How what one person is to another changes: within bounds, and with a reason. */
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import type { Npc } from '../npc/npc.ts'

/** A change; `reason` null keeps the last one. */
type RelationChange = { warmth: number; trust: number; familiarity: number; reason: string | null }

/** Trust is lost faster than it is won. */
const DISTRUST = 2.5

/** Changes a relation, making the acquaintance where there was none. */
export function changeRelation(npc: Npc, otherId: ActorId, change: RelationChange): void {
  let relation = npc.relations.find((known) => known.otherId === otherId)
  if (!relation) {
    relation = { otherId, kinship: null, warmth: 0, trust: 0.3, familiarity: 0, lastReason: 'we have only just met' }
    npc.relations.push(relation)
  }
  relation.warmth = clamp(relation.warmth + change.warmth, -1, 1)
  relation.trust = clamp(relation.trust + (change.trust < 0 ? change.trust * DISTRUST : change.trust), 0, 1)
  relation.familiarity = clamp(relation.familiarity + change.familiarity, 0, 1)
  if (change.reason && change.warmth !== 0) relation.lastReason = change.reason.slice(0, 160)
}
