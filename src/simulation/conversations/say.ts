/** Words in a talk: the player's, and those that a mind found for a person. */
import type { ActorId, NpcId } from '#core/ids.ts'
import { promiseFromNpc, promiseFromPlayer } from '../appointments/promise-from-words.ts'
import type { Telling } from '../beliefs/belief.ts'
import { claimWords } from '../beliefs/claim.ts'
import { tidingsFromPlayer } from '../beliefs/claim-from-words.ts'
import { noteKnownBy } from '../beliefs/learn.ts'
import { hearPlayer, passOn } from '../beliefs/tell.ts'
import { emit, type News } from '../events.ts'
import { findHearers } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { dealWithPlayer } from '../trade/deal.ts'
import { nameOfActor } from '../words.ts'
import type { World } from '../world.ts'
import type { Conversation, Turn } from './conversation.ts'
import { endConversation, findConversation } from './end-conversation.ts'
import { openWithPlayer } from './open-conversation.ts'
import { findAddressee, forgetAsides, joinCircle } from './circle.ts'
import { requestThought } from './request-thought.ts'

/** Longer words are cut. */
const LONGEST_CHARACTERS = 600
/** How well those listen who are not spoken to. */
const OVERHEARD = 0.5
/** Turns kept of a long talk. */
const KEPT_TURNS = 60

/** The player says something; opens the talk first where there is none. */
export function sayAsPlayer(world: World, npcId: NpcId, text: string): void {
  const words = text.trim().slice(0, LONGEST_CHARACTERS)
  const npc = world.npcs.find((other) => other.id === npcId)
  if (!npc || words === '') return
  let conversation = findConversation(world, world.player.conversationId)
  if (conversation?.state === 'closing') {
    endConversation(world, conversation, 'farewell')
    conversation = undefined
  }
  const open = conversation?.participants.includes(npcId) ? conversation : openWithPlayer(world, npcId)
  if (!open) return
  forgetAsides(world, open)
  open.unsaid = []
  const addressee = findAddressee(world, open, npc, words) ?? npc
  if (addressee !== npc) joinCircle(world, open, addressee)
  const deal = dealWithPlayer(world, addressee, open, words)
  const tidings = tidingsFromPlayer(world, addressee, words)
  const hearerIds = addTurn(world, open, { speakerId: 'player', text: words, worldSeconds: world.worldSeconds, source: 'player' }, { toId: addressee.id, news: tidings && { text: sentenceOf(claimWords(tidings.claim)), fromId: null, hops: 0, confidence: 1 } })
  if (tidings) for (const hearer of world.npcs) if (hearerIds.includes(hearer.id)) hearPlayer(world, hearer, tidings, hearer === addressee ? 1 : OVERHEARD)
  promiseFromPlayer(world, addressee, words, deal?.trouble === 'not-there')
  addressee.gazeId = 'player'
  open.awaiting = addressee.id
  requestThought(world, addressee, 'converse', { conversationId: open.id, cause: `${nameOfActor(world, 'player')} said something to me` })
}

/** A person says something aloud, in a talk or across the square; `telling` is the news in it, which whoever hears it takes in. */
export function sayAsNpc(world: World, npc: Npc, words: { text: string; source: Exclude<Turn['source'], 'player'> }, telling: Telling | null = null): void {
  const { text, source } = words
  const conversation = findConversation(world, npc.conversationId)
  npc.speech = { text, fromTick: world.tick, untilTick: world.tick + listenTicks(text) + 40, source }
  if (conversation) {
    const belief = telling ? npc.beliefs.find(({ id }) => id === telling.beliefId) : undefined
    const partnerId = partnerOf(conversation, npc.id)
    npc.gazeId = partnerId
    const hearerIds = addTurn(world, conversation, { speakerId: npc.id, text, worldSeconds: world.worldSeconds, source }, { toId: partnerId, news: telling && belief ? { text: sentenceOf(claimWords(telling.said)), fromId: belief.source?.fromId ?? null, hops: belief.hops, confidence: belief.confidence } : null })
    if (telling && belief) {
      noteKnownBy(belief, partnerId)
      for (const hearer of world.npcs) if (hearer !== npc && hearerIds.includes(hearer.id)) passOn(world, telling, hearer, hearer.id === partnerId ? 1 : OVERHEARD)
    }
    promiseFromNpc(world, npc, partnerId, text)
    conversation.awaiting = partnerOf(conversation, npc.id)
    conversation.nextTurnTick = world.tick + listenTicks(text)
  } else emit(world, { type: 'speech-said', conversationId: null, speakerId: npc.id, toId: npc.gazeId, text, source, news: null, witnessIds: findHearers(world, npc.body, [npc.id]) })
}

function sentenceOf(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.!?…]$/.test(clause) ? '' : '.'}`
}

/** The other one of a talk; for somebody who only stands in it, who opened it. */
export function partnerOf(conversation: Conversation, id: ActorId): ActorId {
  return conversation.participants[0] === id ? conversation.participants[1] : conversation.participants[0]
}

/** How long words take to be heard, ticks: a good reader's pace, at least two seconds. */
function listenTicks(text: string): number {
  return Math.round(Math.min(140, 40 + text.length * 0.9))
}

/** Adds a turn; returns who heard it. */
function addTurn(world: World, conversation: Conversation, turn: Turn, { toId, news }: { toId: ActorId; news: News | null }): NpcId[] {
  conversation.turns.push(turn)
  if (conversation.turns.length > KEPT_TURNS) conversation.turns.shift()
  conversation.lastTurnTick = world.tick
  const people = conversation.participants.filter((id): id is NpcId => id !== 'player')
  const place = world.npcs.find((npc) => npc.id === people[0])?.body ?? world.player.body
  const witnessIds = findHearers(world, place, people)
  emit(world, { type: 'speech-said', conversationId: conversation.id, speakerId: turn.speakerId, toId, text: turn.text, source: turn.source, news, witnessIds })
  return witnessIds
}
