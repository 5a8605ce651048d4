/** Talks going on: whose turn it is, who walked away, who never answered. */
import { chooseTelling, TALK_RESERVE } from '../beliefs/tell.ts'
import { livelinessAt } from '../npc/liveliness.ts'
import type { World } from '../world.ts'
import { nameOfActor } from '../words.ts'
import { awaitsAside, considerAside, updateCircle } from './circle.ts'
import { commitFarewell } from './close-conversation.ts'
import type { Conversation } from './conversation.ts'
import { endConversation, peopleOf } from './end-conversation.ts'
import type { Npc } from '../npc/npc.ts'
import { requestThought, THOUGHT_LIMIT_TICKS } from './request-thought.ts'
import { partnerOf } from './say.ts'
import { changeRelation } from '../relations/change-relation.ts'

/** Metres between two who talk at which one has walked away. */
const LEFT_METERS = 9
/** Ticks of silence after which a talk is over: a minute of play. */
const SILENCE_TICKS = 1200
/** Turns before another item of news comes up, and that must be left for it. */
const FIRST_TURNS = 3
const TELLING_TURNS = 4
/** Ticks that parting words are waited for. */
const FAREWELL_TICKS = 160

/** Brings every talk on by a tick. */
export function updateConversations(world: World): void {
  for (let i = world.conversations.length - 1; i >= 0; i--) updateConversation(world, world.conversations[i]!)
}

function updateConversation(world: World, conversation: Conversation): void {
  const people = peopleOf(world, conversation)
  const withPlayer = conversation.participants[0] === 'player'
  const first = withPlayer ? world.player.body : people[0]?.body
  const second = withPlayer ? people[0]?.body : people[1]?.body
  if (!first || !second) {
    endConversation(world, conversation, 'called-away')
    return
  }
  if ((first.x - second.x) ** 2 + (first.z - second.z) ** 2 > LEFT_METERS * LEFT_METERS) {
    endConversation(world, conversation, 'left')
    return
  }
  updateCircle(world, conversation, first)
  const speaker = people.find((npc) => npc.id === conversation.awaiting)
  if (speaker?.thoughtId != null && world.tick - speaker.thoughtTick > THOUGHT_LIMIT_TICKS) {
    // no words came: a shrug, and each goes on with the day
    speaker.gesture = { kind: 'shrug', toId: partnerOf(conversation, speaker.id), fromTick: world.tick, untilTick: world.tick + 40 }
    endConversation(world, conversation, 'silence')
  } else if (conversation.state === 'closing') {
    if (world.tick - conversation.closingTick > FAREWELL_TICKS) endConversation(world, conversation, 'farewell')
  } else if (world.tick - conversation.lastTurnTick > SILENCE_TICKS) endConversation(world, conversation, 'silence')
  else if (awaitsAside(world, conversation)) return
  else if (world.tick >= conversation.nextTurnTick && people.every(({ thoughtId }) => thoughtId === null) && considerAside(world, conversation)) return
  else if (!withPlayer && speaker && speaker.thoughtId === null && world.tick >= conversation.nextTurnTick) {
    const partnerId = partnerOf(conversation, speaker.id)
    if (conversation.turns.length >= conversation.turnCap - 1) {
      for (const npc of people) changeRelation(npc, partnerOf(conversation, npc.id), { warmth: 0.01, trust: 0.005, familiarity: 0.02, reason: null })
      commitFarewell(world, conversation, speaker.id, `the talk with ${nameOfActor(world, partnerId)} has run its course`)
    } else {
      tellMore(world, conversation, people)
      requestThought(world, speaker, 'converse', { conversationId: conversation.id, cause: `${nameOfActor(world, partnerId)} said something to me` })
    }
  }
}

/** In a long talk of lively minds there is room for more than one item of news: when the first is told, another may come up. */
function tellMore(world: World, conversation: Conversation, [one, other]: readonly Npc[]): void {
  if (livelinessAt(world.liveliness).turns === 0 || conversation.telling || !one || !other || conversation.turns.length < FIRST_TURNS || conversation.turnCap - conversation.turns.length < TELLING_TURNS) return
  conversation.telling = chooseTelling(world, one, other, TALK_RESERVE)
}
