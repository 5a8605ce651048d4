/** The way a belief came: from person to person back to whoever saw it or said it first. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Belief } from './belief.ts'

/** Longer ways are not walked: nothing goes round in a circle, but a damaged world could. */
const MOST_LINKS = 60

/** Everybody a belief of `npc` came through, the nearest first, and whether the way was walked to its root; somebody on it may have forgotten, or be gone. */
export function chainOf(world: DeepReadonly<World>, npc: DeepReadonly<Npc>, belief: DeepReadonly<Belief>): { ids: ActorId[]; isWhole: boolean } {
  const ids: ActorId[] = []
  let holderId: ActorId = npc.id
  let link: DeepReadonly<Belief> | undefined = belief
  while (ids.length < MOST_LINKS) {
    if (link === undefined || link.topic !== belief.topic) return { ids, isWhole: false }
    const { source }: DeepReadonly<Belief> = link
    if (source === null) return { ids, isWhole: link.root.firstId === holderId }
    ids.push(source.fromId)
    if (source.fromId === 'player') return { ids, isWhole: link.root.firstId === 'player' }
    // what somebody says against what they know, a denial, begins with them
    if (source.beliefId === null) return { ids, isWhole: link.root.firstId === source.fromId }
    holderId = source.fromId
    link = world.npcs.find(({ id }) => id === source.fromId)?.beliefs.find(({ id }) => id === source.beliefId)
  }
  return { ids, isWhole: false }
}
