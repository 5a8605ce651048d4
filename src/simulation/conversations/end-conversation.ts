/** The end of a talk: both are free, and those around know. */
import type { NpcId } from '#core/ids.ts'
import { emit, type WorldEvent } from '../events.ts'
import { livelinessAt } from '../npc/liveliness.ts'
import { findHearers } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Conversation } from './conversation.ts'
import { isBeside, leaveCircle } from './circle.ts'
import { dropThought } from './request-thought.ts'

type EndReason = Extract<WorldEvent, { type: 'conversation-end' }>['reason']

/** Ticks before somebody talks with a neighbour again: a minute and a half of play, and less the livelier minds are. */
const TALK_GAP_TICKS = 1800

/** Ends a talk at once and forgets it. */
export function endConversation(world: World, conversation: Conversation, reason: EndReason): void {
  conversation.state = 'closed'
  const people = peopleOf(world, conversation)
  for (const npc of people) {
    npc.conversationId = null
    npc.talkAgainTick = world.tick + Math.round(TALK_GAP_TICKS * livelinessAt(world.liveliness).talk)
    npc.gazeId = null
    if (npc.thoughtKind === 'greet' || npc.thoughtKind === 'converse' || npc.thoughtKind === 'farewell') dropThought(npc)
  }
  for (const npc of world.npcs) if (conversation.circle.some(({ id }) => id === npc.id)) leaveCircle(world, conversation, npc)
  if (world.player.conversationId === conversation.id) world.player.conversationId = null
  const at = world.conversations.indexOf(conversation)
  if (at >= 0) world.conversations.splice(at, 1)
  const ids: NpcId[] = people.map((npc) => npc.id)
  const place = people[0]?.body ?? world.player.body
  // a talk that came to nothing is noticed by nobody else
  const witnessIds = conversation.turns.length > 0 ? findHearers(world, place, ids) : ids
  emit(world, { type: 'conversation-end', conversationId: conversation.id, participants: conversation.participants, reason, witnessIds })
}

/** Takes a person out of whatever talk they are in: a talk of theirs ends, one they only stood in goes on. */
export function breakOff(world: World, npc: Npc): void {
  const conversation = findConversation(world, npc.conversationId)
  if (!conversation) return
  if (isBeside(conversation, npc.id)) leaveCircle(world, conversation, npc)
  else endConversation(world, conversation, 'called-away')
}

/** Ends every talk at once. */
export function endAllConversations(world: World, reason: EndReason): void {
  while (world.conversations.length > 0) endConversation(world, world.conversations[0]!, reason)
}

/** The people (not the player) in a talk. */
export function peopleOf(world: World, conversation: Conversation): Npc[] {
  return world.npcs.filter((npc) => conversation.participants.includes(npc.id))
}

/** The talk of that number, or undefined. */
export function findConversation(world: World, id: number | null): Conversation | undefined {
  return id === null ? undefined : world.conversations.find((conversation) => conversation.id === id)
}
