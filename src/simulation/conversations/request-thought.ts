/** Asking a mind: a number to answer to, and a time after which nobody waits any more. */
import { emit, type ThoughtKind } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'

/** Ticks that an answer is waited for: half a minute of play. */
export const THOUGHT_LIMIT_TICKS = 600
/** Ticks that a plan of the day and a look back on it are waited for: ten minutes of play and a little. */
const PATIENT_LIMIT_TICKS = 12_800

/** Whether an answer is so late that nobody waits for it any more. */
export function isOverdue(world: World, { thoughtKind, thoughtTick }: Npc): boolean {
  return world.tick - thoughtTick > (thoughtKind === 'plan' || thoughtKind === 'reflect' ? PATIENT_LIMIT_TICKS : THOUGHT_LIMIT_TICKS)
}

/** Whether what is waited for has waited so long that a hard choice may take its place: only a plan or a look back is waited for beyond that. */
export function givesWay(world: World, { thoughtTick }: Npc): boolean {
  return world.tick - thoughtTick > THOUGHT_LIMIT_TICKS
}

/** Asks for a thought; whatever this person still waited for is void from now on. */
export function requestThought(world: World, npc: Npc, kind: ThoughtKind, about: { conversationId: number | null; cause: string }): void {
  const thoughtId = world.nextThoughtId++
  npc.thoughtId = thoughtId
  npc.thoughtKind = kind
  npc.thoughtTick = world.tick
  emit(world, { type: 'thought-request', thoughtId, npcId: npc.id, kind, ...about })
}

/** Stops waiting. */
export function dropThought(npc: Npc): void {
  npc.thoughtId = null
  npc.thoughtKind = null
}
