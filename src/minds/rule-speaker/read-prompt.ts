/** Reads one of our own prompts back into what one person knows: who speaks, with whom, where, what was said, remembered and offered. What a server that speaks by rules has to go by is the text alone. */
import { hashString } from '#core/hash.ts'
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import { startLenses } from '#simulation/npc/lenses.ts'
import type { Temperament } from '#simulation/npc/npc.ts'
import type { Message } from '../language-model.ts'
import { draftMemory, toMemory } from '../memory/make-memory.ts'
import type { Memory } from '../memory/memory.ts'
import { STRANGER, type HeldBelief, type KnownPerson, type OfferedOption, type PrivateView } from '../private-view.ts'
import { voiceOf, type Manner } from '../voice/manner.ts'

/** What a prompt asks for. */
export type PromptTask = 'greet' | 'converse' | 'chime' | 'farewell' | 'monologue' | 'plan' | 'reflect' | 'propose'

/** A prompt of ours, understood. `menu` are the numbered things that can be done, where plans are asked for; `plans` how many. */
export type ReadPrompt = { task: PromptTask; /** Whether thoughts are asked for beside the words. */ thinks: boolean; view: PrivateView; memories: Memory[]; options: OfferedOption[]; weighed: string[]; question: string | null; menu: Array<{ number: number; label: string }>; plans: number }

const TASKS: ReadonlyArray<readonly [PromptTask, RegExp]> = [
  ['propose', /^Write \d+ different plans/m], ['greet', /comes up to you\. Greet them/], ['farewell', /^The talk is over\. Say goodbye/m], ['converse', /^Answer what .+ said last/m], ['chime', /^You stand by while others talk/m],
  ['monologue', /^You are alone with your thoughts/m], ['reflect', /^It is night\./m], ['plan', /^Choose what to do next/m],
]
const TRAITS: ReadonlyArray<readonly [keyof Temperament, high: string, low: string]> = [
  ['openness', 'curious', 'set in your ways'], ['conscientiousness', 'dutiful', 'careless'], ['extraversion', 'sociable', 'reserved'], ['agreeableness', 'kind', 'stubborn'], ['neuroticism', 'easily worried', 'calm'],
]
const MANNERS: ReadonlyArray<readonly [Manner, string]> = [['warm', 'warm and open'], ['gruff', 'gruff and short'], ['shy', 'shy,'], ['merry', 'merry,'], ['grave', 'grave and'], ['dreamy', 'dreamy,']]
const KIN: ReadonlyArray<readonly [RegExp, KnownPerson['kinship'], KnownPerson['sex']]> = [
  [/wife/, 'spouse', 'female'], [/husband/, 'spouse', 'male'], [/spouse/, 'spouse', null], [/mother/, 'parent', 'female'], [/father/, 'parent', 'male'], [/daughter/, 'child', 'female'], [/\bson\b/, 'child', 'male'], [/sister/, 'sibling', 'female'], [/brother/, 'sibling', 'male'],
]
const LOW: ReadonlyArray<readonly [keyof PrivateView['needs'], string]> = [['food', 'hungry'], ['rest', 'tired'], ['company', 'lonely'], ['duty', 'behind with your work'], ['safety', 'uneasy'], ['shelter', 'in need of a roof']]
/** How long ago words say something was, world seconds. */
const AGO: ReadonlyArray<readonly [string, number]> = [['just now', 300], ['a little while ago', 3_000], ['this morning', 14_000], ['earlier today', 10_000], ['this evening', 6_000], ['last night', 40_000], ['yesterday', 80_000], ['days ago', 260_000], ['a week ago', 700_000], ['some weeks ago', 2_000_000], ['a long time ago', 9_000_000]]
const HAS_TIME = '- You have time for this talk'
/** Tries to find an id whose voice is the manner told. */
const MOST_TRIES = 60

/** The prompt read back; null where it is none of ours. */
export function readPrompt(messages: readonly Message[]): ReadPrompt | null {
  const text = messages.map(({ content }) => content).join('\n\n')
  const who = /^You are (.+?), (\d+), (.+?) in (.+?)\. You live in (.+?) and work (?:at )?(.+?)\.$/m.exec(text)
  const task = TASKS.find(([, pattern]) => pattern.test(text))?.[0]
  if (!who || !task) return null
  const [, name = '', age = '', trade = '', village = '', home = '', workplace = ''] = who
  const manner = /You speak (.+?)\.$/m.exec(text)?.[1] ?? ''
  const traits = /^You are (.+?)\. You speak/m.exec(text)?.[1] ?? ''
  const temperament = Object.fromEntries(TRAITS.map(([trait, high, low]) => [trait, has(traits, high) ? 0.6 : has(traits, low) ? -0.6 : 0])) as Temperament
  const npcId = idFor(name, { temperament, age: Number(age), manner: MANNERS.find(([, words]) => manner.startsWith(words))?.[0] ?? null })
  const moment = readMoment(text)
  const knows = readKnown(text, moment.present)
  const idOf = (words: string): ActorId => knows.find((person) => person.name === words)?.id ?? 'player'
  const other = /^You are talking with (.+?)(; .+ stand by)?\. What you know of them:/m.exec(text)
  const partner = other?.[1] ?? null
  const talking = task === 'greet' || task === 'converse' || task === 'farewell' || task === 'chime'
  const partnerId = partner === null ? 'player' : idOf(partner)
  const beliefs = readBeliefs(text, moment.worldSeconds, idOf)
  const told = beliefs.find(({ wish }) => wish === 1) ?? null
  const view: PrivateView = {
    npcId, name, given: name.split(' ')[0] ?? name, sex: 'female', age: Number(age), trade, home, workplace, temperament, lenses: startLenses(temperament), ...moment, knows,
    present: moment.present.map((other) => ({ id: idOf(other.name), ...other })),
    settlement: { name: village, culture: '', trade: new RegExp(`^${escape(village)} lives by (.+?)\\.`, 'm').exec(text)?.[1] ?? '', lore: sentences(new RegExp(`^${escape(village)} lives by .+?\\. (.+)$`, 'm').exec(text)?.[1] ?? ''), neighbours: readNeighbours(text) },
    place: { x: 0, z: 0, name: moment.placeName, biome: '', region: village }, country: [],
    conversation: talking ? { id: 1, partnerId, partnerName: partner ?? STRANGER, others: [], unsaid: blockOf(text, 'You said this and took it back; say what you mean in other words:'), proposal: null, turns: readTurns(text, npcId, (name) => (name === partner ? partnerId : idOf(name))), telling: told && { beliefId: told.id, text: told.text }, ...(text.includes(`\n${HAS_TIME}`) ? { hasTime: true } : {}) } : null,
    feelings: [], badMemories: [], avoids: null, dead: [], infants: [], beliefs, appointments: [], weighed: [], offered: [],
  }
  const memories = readMemories(text, view, { partner, partnerId, title: other?.[0] ?? '' })
  const options = [...(/^Options:\n((?:\d+\. .+\n?)+)/m.exec(text)?.[1] ?? '').matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, label]): OfferedOption => ({ number: Number(number), skillId: 'talk', targetId: null, label: label ?? '' }))
  return {
    task, thinks: /^THINK:|"think"/m.test(text), view: { ...view, offered: options }, memories, options, weighed: blockOf(text, 'You have weighed what you were asked:'), question: blockOf(text, 'You were asked:')[0] ?? null,
    menu: [...(/^What can be done:\n((?:\d+\. .+\n?)+)/m.exec(text)?.[1] ?? '').matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, label]) => ({ number: Number(number), label: label ?? '' })),
    plans: Number(/^Write (\d+) different plans/m.exec(text)?.[1] ?? 6),
  }
}

/** The lines between the marks of the fence under a title; empty where there is none. */
function blockOf(text: string, title: string): string[] {
  const at = text.indexOf(`${title}\n⟦`)
  if (at < 0) return []
  const start = text.indexOf('\n', at + title.length + 1) + 1
  const end = text.indexOf('⟧', start)
  return end < 0 ? [] : text.slice(start, text.lastIndexOf('\n', end)).split('\n').filter((line) => line !== '')
}

type Moment = Pick<PrivateView, 'needs' | 'mood' | 'activity' | 'why' | 'worldSeconds' | 'weather' | 'landmarks'> & { placeName: string; present: Array<{ name: string; activity: string }> }

function readMoment(text: string): Moment {
  const now = /^Now: .+? \((\d+) o'clock\), day (\d+), \w+; ([\w-]+)\. You are at (.+?), (.+?) \((.*?)\)\. You are (.+?)\.$/m.exec(text)
  const [, hour = '9', day = '1', weather = 'clear', placeName = '', activity = 'standing about', why = '', state = ''] = now ?? []
  const needs = { food: 0.75, rest: 0.75, company: 0.75, duty: 0.75, safety: 0.9, shelter: 0.9 }
  for (const [need, words] of LOW) if (has(state, words)) needs[need] = 0.25
  return {
    needs, mood: { pleasure: has(state, 'in good spirits') ? 0.4 : has(state, 'in low spirits') ? -0.35 : 0.05, arousal: 0, dominance: 0 }, activity, why, weather, worldSeconds: (Number(day) - 1) * 86_400 + Number(hour) * 3_600, placeName,
    landmarks: (/^Around you: (.+)\.$/m.exec(text)?.[1] ?? '').split('; ').flatMap((part) => {
      const [, mark, direction, meters] = /^(.+) ([a-z-]+) (\d+) m$/.exec(part) ?? []
      return mark === undefined ? [] : [{ name: mark, kind: mark.replace(/^the /, ''), direction: direction ?? '', meters: Number(meters) }]
    }),
    present: (/^Also here: (.+)\.$/m.exec(text)?.[1] ?? '').split('; ').flatMap((part) => {
      const [, other, doing] = /^(.+?) \((.+)\)$/.exec(part) ?? []
      return other === undefined ? [] : [{ name: other, activity: doing ?? '' }]
    }),
  }
}

function readKnown(text: string, present: Moment['present']): KnownPerson[] {
  const person = (name: string, part: Partial<KnownPerson>): KnownPerson => ({
    id: `npc:0,0/${hashString(name) % 9_000}`, name, sex: null, age: 35, trade: '', kinship: null, warmth: 0.1, trust: 0.5, familiarity: 0.6, lastReason: '', home: 'a house of this village', workplace: 'out of doors', doing: present.find((other) => other.name === name)?.activity ?? null, ...part,
  })
  const family = (/^Family: (.+)\.$/m.exec(text)?.[1] ?? '').split('; ').flatMap((part) => {
    const [, name, kin = '', trade = ''] = /^(.+?) \((.+?), (.+)\)$/.exec(part) ?? []
    const found = KIN.find(([pattern]) => pattern.test(kin))
    return name === undefined ? [] : [person(name, { trade, kinship: found?.[1] ?? 'sibling', sex: found?.[2] ?? null, warmth: 0.5 })]
  })
  const others = (/^You know: (.+)\.$/m.exec(text)?.[1] ?? '').split('; ').flatMap((part) => {
    const [, name, trade = '', stance = ''] = /^(.+?), (.+?) \((.+)\)$/.exec(part) ?? []
    return name === undefined ? [] : [person(name, { trade, warmth: /dislike/.test(stance) ? -0.35 : /like/.test(stance) ? 0.45 : 0.1 })]
  })
  return [...family, ...others]
}

function readNeighbours(text: string): PrivateView['settlement']['neighbours'] {
  return (/^Other places: (.+)\.$/m.exec(text)?.[1] ?? '').split('; ').flatMap((part) => {
    const [, name, direction = ''] = /^(.+?) \((.+?), .+\)$/.exec(part) ?? []
    return name === undefined ? [] : [{ name, direction, meters: 2_000 }]
  })
}

function readTurns(text: string, npcId: NpcId, idOf: (name: string) => ActorId): Turn[] {
  return blockOf(text, 'The talk so far:').flatMap((line): Turn[] => {
    const colon = line.indexOf(': ')
    return colon < 0 ? [] : [{ speakerId: line.startsWith('You: ') ? npcId : idOf(line.slice(0, colon)), text: line.slice(colon + 2), source: 'model', worldSeconds: 0 }]
  })
}

function readBeliefs(text: string, now: number, idOf: (name: string) => ActorId): HeldBelief[] {
  return [...blockOf(text, 'What you want of this talk:'), ...blockOf(text, 'You take this to be so:')].filter((line) => !line.startsWith('- You want to ask') && !line.startsWith(HAS_TIME)).map((line, id): HeldBelief => {
    const wanted = /^- You want to tell this now: (.+)$/.exec(line)
    const [, words = '', source = 'you saw it'] = /^- (.+) \((.+)\)$/.exec(line) ?? []
    const from = / told you/.test(source) ? (/^(.+?) told you/.exec(source)?.[1] ?? null) : null
    return {
      id, text: wanted?.[1] ?? words, about: [], confidence: /fairly sure|saw it/.test(source) ? 0.8 : /not sure/.test(source) ? 0.4 : 0.15, fromId: from === null ? null : idOf(from), fromName: from, hops: from === null ? 0 : 1, happenedSeconds: now - 40_000, learntSeconds: now - 20_000, wish: wanted ? 1 : 0.4, doubters: [],
    }
  })
}

function readMemories(text: string, view: PrivateView, { partner, partnerId, title }: { partner: string | null; partnerId: ActorId; title: string }): Memory[] {
  const { npcId, worldSeconds } = view
  const place = { x: 0, z: 0, name: view.place.name }
  const about = (words: string): ActorId[] => view.knows.filter(({ name }) => words.includes(name) || words.includes(`${name.split(' ')[0]} `)).map(({ id }) => id)
  const remembered = blockOf(text, 'You remember:').flatMap((line) => {
    const [, ago = '', words] = /^- \((.+?)\) (.+)$/.exec(line) ?? []
    const age = AGO.find(([when]) => ago.includes(when))?.[1] ?? 100_000
    return words === undefined ? [] : [draftMemory({ npcId, worldSeconds: worldSeconds - age, place, kind: /told me|said to me|I heard/.test(words) ? 'heard' : 'perceived', text: words, importance: 0.5 }, { about: about(words) })]
  })
  // the first line says how one stands to the partner, the rest are facts
  const facts = partner === null ? [] : blockOf(text, title).slice(1).map((words) => draftMemory({ npcId, worldSeconds: worldSeconds - 30_000, place, kind: 'fact', text: words, importance: 0.6 }, { about: [partnerId] }))
  const named = partner === null || partnerId !== 'player' || partner === STRANGER ? [] : [draftMemory({ npcId, worldSeconds: worldSeconds - 30_000, place, kind: 'fact', text: `The stranger told me their name: ${partner}.`, importance: 0.6 }, { about: ['player'], triple: ['player', 'name', partner] })]
  return [...remembered.sort((a, b) => a.worldSeconds - b.worldSeconds), ...facts, ...named].map((draft, n) => toMemory(draft, n + 1))
}

/** An id under which a person of this temperament speaks in the manner that the prompt tells; the same for a name for ever. */
function idFor(name: string, { temperament, age, manner }: { temperament: Temperament; age: number; manner: Manner | null }): NpcId {
  const first = hashString(name) % 9_000
  for (let n = 0; n < MOST_TRIES; n++) {
    const npcId: NpcId = `npc:1,0/${first + n}`
    if (manner === null || voiceOf({ npcId, temperament, age }).manner === manner) return npcId
  }
  return `npc:1,0/${first}`
}

const has = (words: string, part: string): boolean => words.split(/, | and /).some((each) => each.trim() === part)
const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const sentences = (words: string): string[] => words.match(/[^.!?]+[.!?]+/g)?.map((each) => each.trim()) ?? []
