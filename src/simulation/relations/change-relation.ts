/** How what one person is to another changes: within bounds, and with a reason. */
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import type { Npc, Relation } from '../npc/npc.ts'

/** A change by axis; what is left out stays. `reason` null keeps the last one. */
export type RelationChange = { [A in (typeof RELATION_AXES)[number]]?: number } & { reason: string | null }

/** The six axes of a relation, each seen from one side. */
export const RELATION_AXES = ['warmth', 'trust', 'respect', 'fear', 'debt', 'familiarity'] as const

/** Trust is lost faster than it is won. */
const DISTRUST = 2.5
const LONGEST_REASON = 160

/** A relation to somebody just met. */
export function createRelation(otherId: ActorId, parts: Partial<Relation> = {}): Relation {
  return { otherId, kinship: null, warmth: 0, trust: 0.3, respect: 0, fear: 0, debt: 0, familiarity: 0, lastReason: 'we have only just met', ...parts }
}

/** Changes a relation, making the acquaintance where there was none. */
export function changeRelation(npc: Npc, otherId: ActorId, change: RelationChange): void {
  let relation = npc.relations.find((known) => known.otherId === otherId)
  if (!relation) {
    relation = createRelation(otherId)
    npc.relations.push(relation)
  }
  const { warmth = 0, trust = 0, respect = 0, fear = 0, debt = 0, familiarity = 0, reason } = change
  relation.warmth = clamp(relation.warmth + warmth, -1, 1)
  relation.trust = clamp(relation.trust + (trust < 0 ? trust * DISTRUST : trust), 0, 1)
  relation.respect = clamp(relation.respect + respect, -1, 1)
  relation.fear = clamp(relation.fear + fear, 0, 1)
  relation.debt = clamp(relation.debt + debt, -1, 1)
  relation.familiarity = clamp(relation.familiarity + familiarity, 0, 1)
  if (reason && (warmth !== 0 || trust !== 0 || respect !== 0 || fear !== 0 || debt !== 0)) relation.lastReason = reason.slice(0, LONGEST_REASON)
}
