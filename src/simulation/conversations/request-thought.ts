/** Asking a mind: a number to answer to, and a time after which nobody waits any more. */
import { emit, type ThoughtKind } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'

/** Ticks that an answer is waited for: half a minute of play. */
export const THOUGHT_LIMIT_TICKS = 600

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
