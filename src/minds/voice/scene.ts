/** All that a spoken answer is made from: the private view, what is remembered, what was said of late. */
import type { ActorId } from '#core/ids.ts'
import { seasonOf } from '#simulation/clock.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import type { Memory, RecalledMemory } from '../memory/memory.ts'
import { partOfDay } from '../place-words.ts'
import type { KnownPerson, PrivateView } from '../private-view.ts'
import { fondness, idiolectOf, type Idiolect } from './idiolect/idiolect.ts'
import { phrase } from './idiolect/phrase.ts'
import { voiceOf, type Voice } from './manner.ts'
import { chooseLine, diceOf, roll, type Dice, type Slots } from './speak.ts'
import type { Lines } from './manner.ts'

/** A scene. */
export type Scene = {
  view: PrivateView
  voice: Voice
  /** What is the person's own in how they speak. */
  idiolect: Idiolect
  dice: Dice
  /** With whom one speaks; null when alone. */
  partnerId: ActorId | null
  /** The partner's name where it is known; else null. */
  partnerName: string | null
  /** What the partner said last; empty at a greeting. */
  heard: string
  /** Since when this talk goes on, world seconds. */
  talkBegan: number
  /** Own lines in this talk and of late, newest last. */
  recent: readonly string[]
  /** What one thought of late, newest last. */
  thoughts: readonly string[]
  /** Own lines of this talk only. */
  ownTurns: readonly string[]
  /** The partner's earlier lines of this talk. */
  partnerTurns: readonly string[]
  /** Facts about the partner that hold. */
  facts: readonly Memory[]
  recalled: readonly RecalledMemory[]
  /** Finds memories for other words. */
  find(query: string, k: number): readonly RecalledMemory[]
  /** Everything remembered, oldest first. */
  memories: readonly Memory[]
  slots: Slots
}

/** What a mind remembers, as the voice needs it. */
export type Remembering = { memories: readonly Memory[]; find(query: string, k: number): readonly RecalledMemory[] }

/** How many own lines back nothing is said again. */
const RECENT_LINES = 14
const RECENT_THOUGHTS = 8
/** What is remembered of a talk lies no more than so long before its first words, and between two words of one no more than so long passes. */
const OPENING_SECONDS = 300
const PAUSE_SECONDS = 3 * 3600
/** From so many turns on the first may be at hand no more. */
const LONG_TURNS = 12
/** How much somebody must be liked, or known, to be called as a friend is. */
const FRIEND_WARMTH = 0.25
const FRIEND_FAMILIARITY = 0.35
const ELDERS_AGE = 60
const CHILD_AGE = 13

/** The scene of a thought. `hailedId`: to whom words go outside a talk. */
export function createScene(view: PrivateView, thought: { thoughtId: number; hailedId: ActorId | null }, remembering: Remembering, recalled: readonly RecalledMemory[]): Scene {
  const { thoughtId, hailedId } = thought
  const talk = view.conversation
  const partnerId = talk?.partnerId ?? hailedId
  const { memories } = remembering
  const facts = partnerId ? memories.filter((memory) => memory.kind === 'fact' && memory.validTo === null && memory.triple?.[0] === partnerId) : []
  const nameFact = facts.findLast((memory) => memory.triple?.[1] === 'name')?.triple?.[2] ?? null
  const partnerName = partnerId === null ? null : partnerId === 'player' ? nameFact : (talk ? givenIn(talk.partnerName) : null)
  const turns = talk?.turns ?? []
  const ownTurns = turns.filter(({ speakerId }) => speakerId === view.npcId).map(({ text }) => text)
  // where several are in the talk, what the partner asked of others was not asked of this one
  const several = (talk?.others.length ?? 0) > 0
  const partnerTurns = turns.filter(({ speakerId }, at) => speakerId === partnerId && (!several || at === turns.length - 1 || turns[at + 1]?.speakerId === view.npcId)).map(({ text }) => text)
  // what somebody beside threw in does not take the place of what the partner said
  const at = turns.findLastIndex(({ speakerId }) => speakerId === partnerId || speakerId === view.npcId)
  const last = turns[at]
  const heard = last && last.speakerId === partnerId ? wordsMeant(last.text, view.given, turns.slice(0, at), partnerId) : ''
  const saidBefore = memories.filter(({ kind }) => kind === 'said').slice(-10).map(({ text }) => /“(.*)”/.exec(text)?.[1] ?? text)
  const voice = voiceOf(view)
  const idiolect = idiolectOf(view, voice)
  const dice = diceOf(view.npcId, thoughtId)
  // what is done because of the player is said to the player
  const toThem = (text: string): string => (partnerId === 'player' ? text.replaceAll('the stranger', 'you') : text)
  const partner = view.knows.find(({ id }) => id === partnerId)
  return {
    view, voice, idiolect, dice, partnerId, partnerName, heard, recent: [...saidBefore, ...ownTurns, ...(talk?.unsaid ?? [])].slice(-RECENT_LINES), thoughts: memories.filter(({ kind }) => kind === 'thought').slice(-RECENT_THOUGHTS).map(({ text }) => text), ownTurns, partnerTurns: heard === '' ? partnerTurns : partnerTurns.slice(0, -1), facts, recalled,
    find: (query, k) => remembering.find(query, k), memories, talkBegan: talkBegan(view, memories),
    slots: {
      you: callOf({ partnerName, partner, idiolect, dice }), name: partnerName, me: view.given, full: view.name, trade: view.trade, village: view.settlement.name, region: view.place.region, biome: view.place.biome,
      part: partOfDay(view.worldSeconds).replace('early ', '').replace(/^noon$/, 'day').replace(/^night$/, 'evening'), season: seasonOf(view.worldSeconds), activity: strip(toThem(view.activity)), doing: strip(toThem(view.activity)), why: strip(toThem(view.why)), home: view.home, workplace: view.workplace === 'out of doors' ? null : view.workplace, age: String(view.age), ageNext: String(view.age + 1),
      settlementTrade: view.settlement.trade, tail: roll(dice, 'tail') < idiolect.hedging ? `, ${idiolect.tails[roll(dice, 'which tail') < 0.6 ? 0 : 1]}` : '',
    },
  }
}

/** The first name; “a woman I do not know” is a neighbour. */
function givenIn(name: string): string {
  return /^\p{Lu}/u.test(name) ? name.split(' ')[0]! : 'neighbour'
}

/** What one calls whom one talks to: by name where it is known and one is given to names, else by what strangers, or those one likes, are called. */
function callOf({ partnerName, partner, idiolect, dice }: { partnerName: string | null; partner: KnownPerson | undefined; idiolect: Idiolect; dice: Dice }): string {
  if (partnerName !== null && (partner?.id !== 'player' || roll(dice, 'call') < idiolect.byName)) return partnerName
  return partner && (partner.warmth > FRIEND_WARMTH || partner.familiarity > FRIEND_FAMILIARITY) && partner.warmth > 0 ? idiolect.address.friend : idiolect.address.stranger
}

/** What was asked of this person: without the name they were called by; "and you, Mara?" asks again what another was asked. */
function wordsMeant(text: string, given: string, before: readonly Turn[], partnerId: ActorId): string {
  const name = given.replace(/[^\p{L}' -]/gu, '')
  if (new RegExp(`^(?:(?:and|so|but|what about|how about|and what about)[, ]+)*(?:you\\b[, ]*)?(?:${name}\\b)?[ ?.!]*$`, 'iu').test(text)) {
    const asked = before.findLast((turn) => turn.speakerId === partnerId && turn.text.includes('?'))
    // what another has answered since is asked of this one now
    if (asked && before.slice(before.indexOf(asked) + 1).some(({ speakerId }) => speakerId !== partnerId)) return asked.text
  }
  return text.replace(new RegExp(`^((?:(?:and|hey|oh|so|but|say)[, ]+)*)(?:you[, ]+)?${name}\\s*[,:!]\\s*(?=\\S)`, 'iu'), '').replace(new RegExp(`,\\s*${name}(?=[\\s.?!]*$)`, 'iu'), '')
}

/** One line of the scene's person, never one said of late; null when there is nothing new to say. */
export function say(scene: Scene, lines: Lines, slots: Slots = {}, purpose = ''): string | null {
  return chooseLine(lines, scene.voice, { ...scene.slots, ...slots }, { dice: scene.dice, purpose: purpose || (lines.any?.[0] ?? ''), recent: scene.recent, fondness: (line) => fondness(scene.idiolect, line), phrase: (line) => phrase(line, scene.idiolect) })
}

/** One inner line, never one thought of late; null when there is nothing new to think. */
export function ponder(scene: Scene, lines: Lines, slots: Slots, purpose: string): string | null {
  return chooseLine(lines, scene.voice, { ...scene.slots, ...slots }, { dice: scene.dice, purpose, recent: scene.thoughts })
}

/** Whether the person is a child, grown, or old. */
export function ageOf(view: PrivateView): 'child' | 'grown' | 'old' {
  return view.age < CHILD_AGE ? 'child' : view.age >= ELDERS_AGE ? 'old' : 'grown'
}

/** What is known of the partner, where they are known. */
export function partnerOf(scene: Scene): KnownPerson | null {
  return scene.view.knows.find(({ id }) => id === scene.partnerId) ?? null
}

function strip(text: string): string {
  return text.replace(/[.!?]+$/, '').trim()
}

/** How a memory of words begins that were meant for somebody else. */
const OVERHEARD = /^I heard .* say/

/** When this partner was last talked with before now, world seconds; null when never. What they said to somebody else, and was only overheard, is no talk with them. */
export function lastMet(scene: Scene): number | null {
  return scene.memories.findLast((memory) => memory.conversationId !== null && !isOfThisTalk(scene, memory) && memory.about.includes(scene.partnerId ?? 'player') && !OVERHEARD.test(memory.text))?.worldSeconds ?? null
}

/** When the talk that goes on began: with its first words at hand, or with what is remembered of it before those. */
function talkBegan({ conversation, worldSeconds }: PrivateView, memories: readonly Memory[]): number {
  let began = conversation?.turns[0]?.worldSeconds ?? worldSeconds
  // of a short talk all words are at hand
  if ((conversation?.turns.length ?? 0) < LONG_TURNS) return began
  for (const memory of memories.toReversed()) {
    if (memory.conversationId !== conversation?.id) continue
    if (memory.worldSeconds > worldSeconds + OPENING_SECONDS || began - memory.worldSeconds > PAUSE_SECONDS) break
    began = Math.min(began, memory.worldSeconds)
  }
  return began
}

/** Whether a memory is of the talk that goes on. A country that is begun anew counts its talks anew: one of the same number is another where it lies well before this or, by an older clock, after it. */
export function isOfThisTalk({ view, talkBegan: began }: Scene, { conversationId, worldSeconds }: Pick<Memory, 'conversationId' | 'worldSeconds'>): boolean {
  return view.conversation !== null && conversationId === view.conversation.id && worldSeconds >= began - OPENING_SECONDS && worldSeconds <= view.worldSeconds + OPENING_SECONDS
}
