/** Leaving a talk: the farewell is committed here, then its words are asked for; late or missing words change nothing. */
import type { NpcId } from '#core/ids.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import type { Conversation } from './conversation.ts'
import { endConversation, findConversation } from './end-conversation.ts'
import { requestThought } from './request-thought.ts'
import { partnerOf } from './say.ts'

/** The player takes leave. */
export function closeWithPlayer(world: World, npcId: NpcId): void {
  const conversation = findConversation(world, world.player.conversationId)
  if (conversation?.state !== 'open' || !conversation.participants.includes(npcId)) return
  if (conversation.turns.length === 0) endConversation(world, conversation, 'farewell')
  else commitFarewell(world, conversation, npcId, `${nameOfActor(world, 'player')} takes leave`)
}

/** Commits to the end of a talk and asks `speakerId` for parting words. */
export function commitFarewell(world: World, conversation: Conversation, speakerId: NpcId, cause: string): void {
  const npc = world.npcs.find((other) => other.id === speakerId)
  if (conversation.state !== 'open' || !npc) return
  conversation.state = 'closing'
  conversation.closingTick = world.tick
  conversation.awaiting = speakerId
  npc.gazeId = partnerOf(conversation, speakerId)
  requestThought(world, npc, 'farewell', { conversationId: conversation.id, cause })
}
