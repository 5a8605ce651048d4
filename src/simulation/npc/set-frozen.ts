/** Letting a person stand still, and letting them go on. */
import { breakOff } from '../conversations/end-conversation.ts'
import { dropThought } from '../conversations/request-thought.ts'
import type { World } from '../world.ts'
import type { Npc } from './npc.ts'

/** Freezes a person: they stand still, hear and think nothing, and nothing happens to them until they are released. */
export function setFrozen(world: World, npc: Npc, frozen: boolean): void {
  if (npc.frozen === frozen) return
  npc.frozen = frozen
  if (!frozen) {
    // the time that went by without them is not theirs to make up for
    npc.affect.settledWorldSeconds = world.worldSeconds
    npc.skill = null
    npc.decidedTick = 0
    return
  }
  breakOff(world, npc)
  dropThought(npc)
  Object.assign(npc, { speech: null, thought: null, gesture: null, gazeId: null, intention: null })
  npc.body.velocityX = 0
  npc.body.velocityZ = 0
}
