/** Answers prompts by rules: the built-in mind's words for prompts of ours, in the form that they ask for; plain honest words for any other. No model is behind it, and it does not say otherwise. */
import { hashString } from '#core/hash.ts'
import { LENS_IDS } from '#simulation/npc/lenses.ts'
import { ACTS } from '../deliberation/acts.ts'
import { seedBranches } from '../deliberation/lenses.ts'
import { pressingMatter, readMatter } from '../deliberation/matter-at-hand.ts'
import { createSmallWorld } from '../deliberation/small-world.ts'
import type { Step } from '../deliberation/roll-out.ts'
import type { Message } from '../language-model.ts'
import type { Memory, RecalledMemory } from '../memory/memory.ts'
import { wordsOf } from '../memory/tokens.ts'
import { chimeIn } from '../voice/chime.ts'
import { converse, greet, partWith, type Spoken } from '../voice/converse.ts'
import { muse, reflect } from '../voice/muse.ts'
import { createScene, type Scene } from '../voice/scene.ts'
import { answerPlainly } from './answer-plainly.ts'
import { readPrompt, type ReadPrompt } from './read-prompt.ts'

const FEEL_WORDS = { good: 'glad', low: 'sad', even: 'calm' } as const
const LONGEST_THOUGHT_WORDS = 15
/** Of the thoughts that lenses have of a matter, how many are looked through for one call. */
const MOST_SEEDS = 50

/** What is asked beside the messages: a JSON schema that the answer must fit, or null. */
export type SpeakOptions = { schema?: unknown; /** Whether any JSON object is asked for. */ json?: boolean }

/** The words that rules find for a prompt; equal messages give equal words. Never empty. */
export function speakByRules(messages: readonly Message[], { schema = null, json = false }: SpeakOptions = {}): string {
  const read = readPrompt(messages)
  if (!read) return answerPlainly(messages.findLast(({ role }) => role === 'user')?.content ?? '', { schema, json })
  const chance = hashString(messages.map(({ content }) => content).join('\n'))
  const lines = answerTask(read, chance)
  const form = Object.keys(propertiesOf(schema))
  if (lines.length > 0 && (form.length > 0 || json)) return JSON.stringify(Object.fromEntries(lines.filter(([label]) => form.length === 0 || form.includes(label.toLowerCase())).map(([label, words]) => [label.toLowerCase(), label === 'DO' ? Number(words) : words])))
  return lines.map(([label, words]) => (label === '' ? words : `${label}: ${words}`)).join('\n')
}

type Line = readonly [label: '' | 'SAY' | 'THINK' | 'FEEL' | 'DO', words: string]

function answerTask(read: ReadPrompt, chance: number): Line[] {
  const { task, view } = read
  if (task === 'propose') return proposePlans(read, chance)
  const scene = sceneOf(read, chance)
  switch (task) {
    case 'greet':
      return spokenLines(read, greet(scene))
    case 'converse':
      return spokenLines(read, converse(scene))
    case 'farewell':
      return spokenLines(read, partWith(scene))
    case 'chime':
      return spokenLines(read, { reply: chimeIn(scene)?.text ?? 'Just so.', thought: null, ends: false, understanding: null, considered: [] })
    case 'monologue':
      return [['THINK', muse(scene).thought ?? `${capital(view.activity)}. It goes well enough.`]]
    case 'plan': {
      // the body lists what it would do best first; now and then one does the second best
      const choice = read.options[chance % 4 === 0 ? 2 : 1] ?? read.options[0]
      return [['THINK', shorten(view.why === '' ? `It is time to ${choice?.label ?? 'go on'}` : capital(view.why))], ['DO', String(choice?.number ?? 1)]]
    }
    case 'reflect':
      return reflections(read, scene).map((words): Line => ['THINK', words])
  }
}

function sceneOf({ task, view, memories }: ReadPrompt, chance: number): Scene {
  const find = (query: string, k: number): RecalledMemory[] => {
    const asked = new Set(wordsOf(query).filter((word) => word.length > 3))
    return memories.map((memory) => recalled(memory, wordsOf(memory.text).filter((word) => asked.has(word)).length)).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, k)
  }
  return createScene(view, { thoughtId: chance % 100_000, hailedId: task === 'greet' ? 'player' : null }, { memories, find }, memories.map((memory) => recalled(memory, 1)))
}

function recalled(memory: Memory, score: number): RecalledMemory {
  return { memory, score, parts: { relevance: score, recency: 0, importance: memory.importance, mood: 0, presence: 0 }, because: 'relevance' }
}

function spokenLines({ view, options, weighed, thinks }: ReadPrompt, spoken: Spoken): Line[] {
  const leaves = spoken.ends ? options.find(({ label }) => label.startsWith('end this talk')) : undefined
  const choice = leaves ?? options[0]
  // what was weighed beforehand is what is told
  const would = weighed.find((line) => line.startsWith('You would '))?.replace(/^You would/, 'I would')
  const feel = view.mood.pleasure > 0.25 ? FEEL_WORDS.good : view.mood.pleasure < -0.2 ? FEEL_WORDS.low : FEEL_WORDS.even
  return [['SAY', would ?? spoken.reply], ...(spoken.thought === null || !thinks ? [] : [['THINK', shorten(spoken.thought)] as const]), ['FEEL', feel], ...(choice ? [['DO', String(choice.number)] as const] : [])]
}

/** At most three things that the day taught, each about somebody who is remembered. */
function reflections({ view, memories }: ReadPrompt, scene: Scene): string[] {
  const drafts = reflect(scene).map(({ text }) => text)
  if (drafts.length > 0) return drafts
  const people = view.knows.filter(({ id }) => memories.some(({ about }) => about.includes(id))).slice(0, 3)
  return people.length > 0 ? people.map(({ name, warmth }) => (warmth < 0 ? `${name} and I should keep apart for a while.` : `I saw something of ${name} today, and was glad of it.`)) : ['It was a day like others, and that is well.']
}

/** Plans from what the lenses see, those first that other calls side by side do not begin with. */
function proposePlans({ view, menu, question, plans }: ReadPrompt, chance: number): Line[] {
  const world = createSmallWorld(view, question === null ? pressingMatter(view) : readMatter(question, view))
  const seeds = seedBranches(world, MOST_SEEDS, new Map(LENS_IDS.map((id, n) => [id, view.lenses[n] ?? 1])))
  const words = ({ act, other }: Step): string | null => {
    const label = ACTS[act]?.label.replace('{person}', '<name>') ?? ''
    const entry = menu.find((each) => each.label === label.replace('{matter}', world.matter.words)) ?? menu.find((each) => each.label.startsWith(label.split('{')[0] ?? '')) ?? null
    return entry && `${entry.number}${world.others[other] ? ` ${world.others[other].name}` : ''}`
  }
  const start = seeds.length === 0 ? 0 : chance % seeds.length
  const turned = [...seeds.slice(start), ...seeds.slice(0, start)]
  const told = turned.flatMap(({ steps, because }) => {
    const parts = steps.map(words)
    return parts.includes(null) ? [] : [['', `${parts.join(' then ')} because ${because}`] as const]
  })
  return told.length > 0 ? told.slice(0, plans) : [['', `${menu[0]?.number ?? 1} because it is nearest`]]
}

/** The named properties of a schema of an object; none where it is not one. */
function propertiesOf(schema: unknown): { [name: string]: unknown } {
  const found = typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : null
  return typeof found === 'object' && found !== null ? (found as { [name: string]: unknown }) : {}
}

function shorten(text: string): string {
  const words = text.split(' ')
  return words.length <= LONGEST_THOUGHT_WORDS ? text : `${words.slice(0, LONGEST_THOUGHT_WORDS).join(' ')}…`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
