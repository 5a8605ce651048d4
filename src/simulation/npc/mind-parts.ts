/** The parts of a person that are their mind, as a file may carry them: what they feel, believe and are to others; no body, no dice. */
import type { Result } from '#core/result.ts'
import type { World } from '../world.ts'
import type { Npc } from './npc.ts'
import { mindPartsSchema } from './npc-schema.ts'

/** See the head of this file. */
export type MindParts = Pick<Npc, 'temperament' | 'needs' | 'mood' | 'affect' | 'relations' | 'beliefs' | 'nextBeliefId' | 'lenses'>

/** The mind of a person, sharing nothing with it. */
export function toMindParts({ temperament, needs, mood, affect, relations, beliefs, nextBeliefId, lenses }: MindParts): MindParts {
  return structuredClone({ temperament, needs, mood, affect, relations, beliefs, nextBeliefId, lenses })
}

/** A mind from whatever a file holds, or in words why it cannot be used. */
export function readMindParts(value: unknown): Result<MindParts, string> {
  const parsed = mindPartsSchema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, reason: `it is damaged (${issue ? `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}` : 'unknown'})` }
}

/** Gives a person the mind of a file; what they are doing goes on, and a number of a belief is never used again. */
export function putMind(world: World, npc: Npc, mind: MindParts): void {
  const nextBeliefId = Math.max(npc.nextBeliefId, mind.nextBeliefId)
  Object.assign(npc, structuredClone(mind), { nextBeliefId })
  // a file may come from a later hour than this
  for (const wound of npc.affect.wounds) wound.intrudedTick = Math.min(wound.intrudedTick, world.tick)
  npc.affect.settledWorldSeconds = Math.min(npc.affect.settledWorldSeconds, world.worldSeconds)
  npc.affect.frozenUntilTick = -1
  npc.options = []
}
