/** How a talk begins: the player speaks to somebody, or two people meet. */
import { keepByComing } from '../appointments/make-good.ts'
import type { NpcId } from '#core/ids.ts'
import { nextFloat, nextInt } from '#core/rng.ts'
import { feel } from '../affect/feel.ts'
import { askSubject, chooseTelling, TALK_RESERVE } from '../beliefs/tell.ts'
import { drawProposal } from '../appointments/propose.ts'
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import { livelinessAt } from '../npc/liveliness.ts'
import { findHearers, isAwake } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { rememberGreeting } from '../npc/remember-greeting.ts'
import { createRelation } from '../relations/change-relation.ts'
import type { World } from '../world.ts'
import { nameOfActor } from '../words.ts'
import type { Conversation } from './conversation.ts'
import { breakOff, endConversation, findConversation } from './end-conversation.ts'
import { hailOf } from './greet-player.ts'
import { requestThought } from './request-thought.ts'

/** How near the player must be, metres. */
const OPEN_METERS = 6
/** How near the door, where people indoors are found, one must stand to knock, metres. */
const KNOCK_METERS = 4
const LONGEST_TALK_TURNS = 8
const SHORTEST_TALK_TURNS = 4
/** Turns that a talk has at least in which something is proposed. */
const PROPOSAL_TURNS = 6

/** The player speaks to somebody; null when that comes to nothing, which is told by an event. */
export function openWithPlayer(world: World, npcId: NpcId): Conversation | null {
  const npc = world.npcs.find((other) => other.id === npcId)
  const { player } = world
  if (!npc) return null
  const current = findConversation(world, player.conversationId)
  if (current && current.participants.includes(npcId) && current.state === 'open') return current
  if (current) endConversation(world, current, current.state === 'closing' ? 'farewell' : 'left')
  const dx = npc.body.x - player.body.x
  const dz = npc.body.z - player.body.z
  const knocked = npc.indoors && dx * dx + dz * dz <= KNOCK_METERS * KNOCK_METERS && !npc.frozen && !refuses(npc)
  const woken = knocked && !isAwake(npc)
  if (knocked) answerDoor(world, npc, woken)
  if (npc.frozen || npc.indoors || !isAwake(npc) || dx * dx + dz * dz > OPEN_METERS * OPEN_METERS || refuses(npc)) {
    if (!npc.indoors) npc.gesture = { kind: 'shrug', toId: 'player', fromTick: world.tick, untilTick: world.tick + 40 }
    emit(world, { type: 'conversation-end', conversationId: world.nextConversationId++, participants: ['player', npcId], reason: 'refused', witnessIds: npc.indoors ? [] : [npcId] })
    return null
  }
  const hail = knocked ? null : hailOf(world, npc)
  breakOff(world, npc)
  const conversation = begin(world, ['player', npcId], npc)
  player.conversationId = conversation.id
  npc.playerSeenWorldSeconds = world.worldSeconds
  rememberGreeting(npc, 'player', world.worldSeconds)
  if (!npc.relations.some((relation) => relation.otherId === 'player')) {
    npc.relations.push(createRelation('player', { warmth: 0.05 + npc.temperament.agreeableness * 0.1, familiarity: 0.02 }))
  }
  face(npc, 'player')
  keepByComing(world, npc)
  emit(world, { type: 'conversation-start', conversationId: conversation.id, openerId: 'player', npcId, witnessIds: [npcId] })
  if (hail) {
    // who has just called out a greeting does not greet again: the talk begins with it
    conversation.turns.push({ speakerId: npc.id, text: hail.text, worldSeconds: world.worldSeconds, source: hail.source })
    conversation.awaiting = 'player'
  } else requestThought(world, npc, 'greet', { conversationId: conversation.id, cause: `${nameOfActor(world, 'player')} ${woken ? 'knocked and woke me' : knocked ? 'knocked at the door' : 'walked up to me'} and wants to talk` })
  return conversation
}

/** Two people begin a talk; the first one speaks first. Neither may be in another. `cause`: why, as the first one would say it. */
export function openAmongPeople({ world, env }: { world: World; env: WorldEnv }, npc: Npc, partner: Npc, cause = `I came to have a word with ${partner.given}`): void {
  const conversation = begin(world, [npc.id, partner.id], npc)
  partner.conversationId = conversation.id
  conversation.turnCap += livelinessAt(world.liveliness).turns
  conversation.telling = chooseTelling(world, npc, partner, TALK_RESERVE)
  if (!conversation.telling) askSubject(world, npc, partner)
  conversation.proposal = drawProposal(world, env, npc, partner)
  // what is asked is to be answered
  if (conversation.proposal) conversation.turnCap = Math.max(conversation.turnCap, PROPOSAL_TURNS)
  face(npc, partner.id)
  face(partner, npc.id)
  rememberGreeting(npc, partner.id, world.worldSeconds)
  rememberGreeting(partner, npc.id, world.worldSeconds)
  emit(world, { type: 'conversation-start', conversationId: conversation.id, openerId: npc.id, npcId: partner.id, witnessIds: findHearers(world, npc.body, [npc.id, partner.id]) })
  requestThought(world, npc, 'greet', { conversationId: conversation.id, cause })
}

/** Opens the door to somebody who knocked; being woken spoils the mood a little. */
function answerDoor(world: World, npc: Npc, woken: boolean): void {
  npc.indoors = false
  npc.insideId = null
  npc.skill = null
  npc.activity = 'standing in the door'
  npc.why = 'somebody knocked'
  if (woken) feel(world, npc, { cause: `${nameOfActor(world, 'player')} woke me`, aboutId: 'player', relevance: 0.8, desirability: -0.45, agent: 'other', praise: -0.4, intent: 0.6 })
}

function begin(world: World, participants: Conversation['participants'], speaker: Npc): Conversation {
  const conversation: Conversation = {
    id: world.nextConversationId++, participants, state: 'open', turns: [], startedTick: world.tick, lastTurnTick: world.tick, awaiting: speaker.id,
    turnCap: nextInt(speaker.rng, SHORTEST_TALK_TURNS, LONGEST_TALK_TURNS), nextTurnTick: world.tick, closingTick: -1, telling: null, proposal: null, circle: [], weighedTick: -1, unsaid: [], deal: null,
  }
  world.conversations.push(conversation)
  speaker.conversationId = conversation.id
  return conversation
}

function face(npc: Npc, id: Npc['gazeId']): void {
  npc.gazeId = id
  npc.body.velocityX = 0
  npc.body.velocityZ = 0
}

/** Those who cannot stand the player, and now and then the unfriendly in a bad mood, turn away. */
function refuses(npc: Npc): boolean {
  const relation = npc.relations.find((known) => known.otherId === 'player')
  if (relation && relation.warmth < -0.5) return true
  return npc.temperament.agreeableness < -0.5 && npc.mood.pleasure < -0.3 && nextFloat(npc.rng) < 0.5
}
