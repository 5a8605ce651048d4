/** Who gets which part: somebody by weight, and as they stand in a claim. */
import type { NpcId } from '#core/ids.ts'
import { nextFloat, type Rng } from '#core/rng.ts'
import type { Npc } from '../npc/npc.ts'

/** One of `people` by weight; null where there is nobody. */
export function drawWeighted(rng: Rng, people: readonly Npc[], weightOf: (npc: Npc) => number): Npc | null {
  let left = nextFloat(rng) * people.reduce((sum, npc) => sum + weightOf(npc), 0)
  return people.find((npc) => (left -= weightOf(npc)) < 0) ?? people.at(-1) ?? null
}

/** Somebody as they stand in a claim. */
export function partyOf(npc: Npc): { id: NpcId; name: string } {
  return { id: npc.id, name: npc.given }
}
