/** Those who stand in a talk beside the two whose talk it is: who is spoken to, who chimes in with a line, and who goes. */
import type { NpcId } from '#core/ids.ts'
import { nextFloat } from '#core/rng.ts'
import { intensityOf } from '../affect/dynamics.ts'
import type { EmotionKind } from '../affect/affect.ts'
import { claimWords, partiesOf } from '../beliefs/claim.ts'
import { livelinessAt } from '../npc/liveliness.ts'
import { isAwake } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { leaning } from '../skills/skill.ts'
import type { World } from '../world.ts'
import type { Conversation } from './conversation.ts'
import { dropThought, requestThought } from './request-thought.ts'

/** How near one must stand to be drawn in, and how far one may drift, metres. */
const JOIN_METERS = 6
const LEFT_METERS = 9
/** Most who stand in one talk beside the two. */
const MOST_MEMBERS = 3
/** How many turns a talk among people must have left for a line of a bystander. */
const TURNS_LEFT = 4
/** Ticks after which whoever says nothing goes on with the day: three quarters of a minute of play. */
const SILENT_TICKS = 900
/** How likely one chimes in at full concern, and the least concern that counts. */
const CHIME_CHANCE = 0.8
const LEAST_CONCERN = 0.45
/** How much somebody must mean to one, for good or ill, to prick up one's ears at the name. */
const MATTERS = 0.45
const GROWN = 6
/** From this familiarity on one is interested in what somebody says beside one. */
const KNOWN = 0.25
/** Words that are not for everybody's ears. */
const PRIVATE = /\b(?:secrets?|between (?:us|you and me)|whisper|privately?|in private|don['’]?t tell|alone with|i love you|marry me|confess|ashamed)\b/i
/** Feelings that are not barged in on, from this strength. */
const TENDER: ReadonlySet<EmotionKind> = new Set(['grief', 'fear', 'shame', 'distress'])
const TENDER_INTENSITY = 0.45
/** For so many ticks a memory that came back is respected: half a minute of play. */
const HAUNTED_TICKS = 600
const COMMON = new Set(['that', 'this', 'with', 'from', 'what', 'have', 'been', 'they', 'them', 'were', 'there', 'your', 'about', 'when', 'where', 'which', 'would', 'could', 'said', 'told', 'tell', 'know', 'think', 'here', 'just', 'like', 'some', 'more', 'much', 'very', 'well', 'good', 'will', 'their', 'then', 'than', 'into', 'over'])

/** Whether a person only stands in a talk, and is not one of the two. */
export function isBeside(conversation: Conversation, id: NpcId): boolean {
  return !conversation.participants.includes(id)
}

/** Somebody other than `partner` whom words in a talk are spoken to by name ("and you, Mara?"); undefined when nobody is. Whoever asked last is answered, too. */
export function findAddressee(world: World, conversation: Conversation, partner: Npc, words: string): Npc | undefined {
  const near = world.npcs.filter((npc) => npc !== partner && npc.settlementId === partner.settlementId && (npc.conversationId === conversation.id || canJoin(world, conversation, partner, npc)))
  const plain = words.replace(/[’`]/g, "'")
  const spokenTo = near.find(({ given }) => isSpokenTo(plain, given))
  if (spokenTo) return spokenTo
  if (isSpokenTo(plain, partner.given)) return undefined
  const last = conversation.turns.at(-1)
  return last?.text.trim().endsWith('?') ? near.find(({ id }) => id === last.speakerId && isBeside(conversation, id)) : undefined
}

/** Whether words begin or end by calling somebody: "Mara, …", "… , Mara?", "and you, Mara?", "what about you Mara". */
function isSpokenTo(words: string, given: string): boolean {
  const name = given.replace(/[^\p{L}' -]/gu, '')
  return name !== '' && (new RegExp(`^(?:(?:and|hey|oh|so|but|say)[, ]+)*(?:you[, ]+)?${name}\\b\\s*[,:?!]`, 'iu').test(words) || new RegExp(`(?:,\\s*|\\byou,?\\s+)${name}\\s*[.?!]*$`, 'iu').test(words))
}

/** A talk of two neighbours within `meters` that a person might like to stand in: of somebody they like, with room for another; undefined where there is none. */
export function findTalkToJoin(world: World, npc: Npc, meters: number): { conversation: Conversation; friend: Npc } | undefined {
  for (const conversation of world.conversations) {
    if (conversation.participants[0] === 'player' || conversation.state !== 'open' || conversation.circle.length >= MOST_MEMBERS || conversation.turns.length > conversation.turnCap - TURNS_LEFT) continue
    const friend = world.npcs.find(({ id, settlementId, body }) => conversation.participants.includes(id) && settlementId === npc.settlementId && (body.x - npc.body.x) ** 2 + (body.z - npc.body.z) ** 2 <= meters * meters && interestOf(world, conversation, npc) > 0)
    if (friend && !isPrivate(world, conversation, conversation.turns.slice(-2).map(({ text }) => text))) return { conversation, friend }
  }
  return undefined
}

/** Takes somebody into a talk; they turn to it and stay. */
export function joinCircle(world: World, conversation: Conversation, npc: Npc): void {
  const member = conversation.circle.find(({ id }) => id === npc.id)
  if (member) member.sinceTick = world.tick
  else conversation.circle.push({ id: npc.id, sinceTick: world.tick })
  npc.conversationId = conversation.id
  npc.gazeId = conversation.turns.at(-1)?.speakerId ?? conversation.participants[0]
  if (npc.gazeId === npc.id) npc.gazeId = conversation.participants[0]
  npc.body.velocityX = 0
  npc.body.velocityZ = 0
}

/** Lets somebody who stands in a talk go on with the day; nothing for whoever is one of the two. */
export function leaveCircle(world: World, conversation: Conversation, npc: Npc): void {
  conversation.circle = conversation.circle.filter(({ id }) => id !== npc.id)
  if (npc.conversationId !== conversation.id || !isBeside(conversation, npc.id)) return
  npc.conversationId = null
  npc.talkAgainTick = Math.max(npc.talkAgainTick, world.tick + SILENT_TICKS)
  npc.gazeId = null
  if (npc.thoughtKind === 'chime' || npc.thoughtKind === 'converse') dropThought(npc)
}

/** Lets go who drifted off, has said nothing for a while, or is gone. */
export function updateCircle(world: World, conversation: Conversation, place: { x: number; z: number }): void {
  // leaving makes a new list, so that this one stays whole
  for (const { id, sinceTick } of conversation.circle) {
    const npc = world.npcs.find((other) => other.id === id)
    const isAway = !npc || npc.indoors || (npc.body.x - place.x) ** 2 + (npc.body.z - place.z) ** 2 > LEFT_METERS * LEFT_METERS
    if (!npc) conversation.circle = conversation.circle.filter((member) => member.id !== id)
    else if ((isAway && conversation.awaiting !== id) || (npc.thoughtId === null && world.tick - sinceTick > SILENT_TICKS)) {
      if (!isAway) npc.gesture = { kind: 'nod', toId: conversation.participants[0], fromTick: world.tick, untilTick: world.tick + 30 }
      leaveCircle(world, conversation, npc)
    }
  }
}

/** Whether a line of somebody beside is awaited. */
export function awaitsAside(world: World, conversation: Conversation): boolean {
  return conversation.circle.some(({ id }) => world.npcs.some((npc) => npc.id === id && npc.thoughtKind === 'chime'))
}

/** Nobody waits any more for what somebody beside wanted to say: the talk has gone on. */
export function forgetAsides(world: World, conversation: Conversation): void {
  for (const { id } of conversation.circle) {
    const npc = world.npcs.find((other) => other.id === id)
    if (npc?.thoughtKind === 'chime') dropThought(npc)
  }
}

/** After something was said one of those around may have a line to add: whom it concerns most, seldom, never in a private moment. Looked at once for each turn. */
export function considerAside(world: World, conversation: Conversation): boolean {
  if (conversation.weighedTick === conversation.lastTurnTick) return false
  conversation.weighedTick = conversation.lastTurnTick
  const withPlayer = conversation.participants[0] === 'player'
  const { turns } = conversation
  const speaker = world.npcs.find(({ id }) => id === turns.at(-1)?.speakerId)
  // what the player says is the partner's to answer first
  if (!speaker || isBeside(conversation, speaker.id) || turns.length < 2) return false
  // a neighbour's question is answered first
  if (!withPlayer && (turns.length > conversation.turnCap - TURNS_LEFT || turns.at(-1)!.text.trim().endsWith('?'))) return false
  if (turns.slice(-livelinessAt(world.liveliness).aside).some(({ speakerId }) => speakerId !== 'player' && isBeside(conversation, speakerId))) return false
  const said = turns.slice(-2).map(({ text }) => text)
  if (isPrivate(world, conversation, said)) return false
  let best: Npc | null = null
  let bestConcern = LEAST_CONCERN
  for (const npc of world.npcs) {
    if (conversation.participants.includes(npc.id) || npc.settlementId !== speaker.settlementId) continue
    if (npc.conversationId !== conversation.id && !canJoin(world, conversation, speaker, npc)) continue
    const concern = Math.max(concernOf(world, conversation, npc, said), interestOf(world, conversation, npc))
    if (concern <= bestConcern) continue
    best = npc
    bestConcern = concern
  }
  if (!best || nextFloat(best.rng) > CHIME_CHANCE * bestConcern * leaning(best.temperament.extraversion, 0.3)) return false
  joinCircle(world, conversation, best)
  requestThought(world, best, 'chime', { conversationId: conversation.id, cause: `${speaker.given} said something beside me that concerns me` })
  return true
}

function canJoin(world: World, conversation: Conversation, speaker: Npc, npc: Npc): boolean {
  if (conversation.circle.length >= MOST_MEMBERS || npc.conversationId !== null || npc.indoors || npc.age < GROWN || !isAwake(npc) || world.tick < npc.affect.frozenUntilTick) return false
  return (npc.body.x - speaker.body.x) ** 2 + (npc.body.z - speaker.body.z) ** 2 <= JOIN_METERS * JOIN_METERS
}

/** What is told in confidence, and whoever is shaken, is left alone. */
function isPrivate(world: World, conversation: Conversation, said: readonly string[]): boolean {
  if (said.some((text) => PRIVATE.test(text))) return true
  return world.npcs.some(({ id, affect }) => conversation.participants.includes(id) && (affect.wounds.some(({ intrudedTick }) => world.tick - intrudedTick < HAUNTED_TICKS) || affect.emotions.some((emotion) => TENDER.has(emotion.kind) && intensityOf(emotion, world.worldSeconds) > TENDER_INTENSITY)))
}

/** How much a lively mind wants to stand with those it knows, as long as it has not said a word there. */
function interestOf(world: World, { participants, turns }: Conversation, npc: Npc): number {
  const { interest } = livelinessAt(world.liveliness)
  if (interest === 0 || turns.some(({ speakerId }) => speakerId === npc.id)) return 0
  const ties = npc.relations.filter(({ otherId, warmth, familiarity }) => participants.includes(otherId) && familiarity > KNOWN && warmth > 0)
  return ties.length === 0 ? 0 : interest * Math.min(1, 0.6 + Math.max(...ties.map(({ warmth }) => warmth)))
}

/** How much what was said concerns a person, 0..1: named oneself, somebody who matters named, or something said that one knows of. */
function concernOf(world: World, { participants }: Conversation, npc: Npc, said: readonly string[]): number {
  const words = new Set(said.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 3 && !COMMON.has(word)))
  const isNamed = (given: string): boolean => said.some((text) => new RegExp(`\\b${given.replace(/[^\p{L}' -]/gu, '')}\\b`, 'u').test(text))
  if (isNamed(npc.given)) return 1
  // those who talk call each other by name
  const named = world.npcs.filter((other) => other !== npc && !participants.includes(other.id) && other.settlementId === npc.settlementId && isNamed(other.given))
  let concern = 0
  for (const belief of npc.beliefs) {
    if (belief.endedSeconds !== null || belief.secrecy >= 1) continue
    const isAbout = partiesOf(belief.claim).some((id) => named.some((other) => other.id === id))
    const common = claimWords(belief.claim).toLowerCase().split(/[^\p{L}]+/u).filter((word) => words.has(word)).length
    if (common >= 2) concern = Math.max(concern, isAbout ? 0.85 : 0.65)
    else if (isAbout) concern = Math.max(concern, 0.55)
  }
  for (const { id } of named) {
    const relation = npc.relations.find(({ otherId }) => otherId === id)
    if (relation && (relation.kinship !== null || Math.abs(relation.warmth) > MATTERS)) concern = Math.max(concern, 0.6)
  }
  return concern
}
