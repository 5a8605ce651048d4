/** The built-in mind alone: idle thoughts, and what the night makes of the day. */
import type { ActorId } from '#core/ids.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { capText, draftMemory, type MemoryDraft } from '../memory/make-memory.ts'
import { importanceOf } from '../memory/importance.ts'
import type { Memory } from '../memory/memory.ts'
import { feelingSlots, isBadKind } from './answer-feelings.ts'
import { pressingNeed } from './answer-self.ts'
import { inner } from './converse.ts'
import { INNER } from './lines-inner.ts'
import { givenOf } from './people.ts'
import { say, type Scene } from './scene.ts'
import { roll } from './speak.ts'

type Weighed = { label: string; weight: number; chosen: boolean; note: string }

/** One idle thought from what is real now: a need, the work, somebody, something remembered. */
export function muse(scene: Scene): { thought: string | null; considered: Weighed[] } {
  const { view, memories, dice } = scene
  const need = pressingNeed(view.needs)
  const vivid = memories.filter((memory) => memory.importance >= 0.25 && memory.kind !== 'thought' && memory.kind !== 'said' && view.worldSeconds - memory.worldSeconds < 3 * DAY_WORLD_SECONDS).at(-1) ?? null
  const fact = memories.findLast((memory) => memory.kind === 'fact' && memory.validTo === null && memory.triple?.[0] === 'player' && ['lost', 'seeks', 'promise'].includes(memory.triple[1])) ?? null
  const name = memories.findLast((memory) => memory.kind === 'fact' && memory.validTo === null && memory.triple?.[0] === 'player' && memory.triple[1] === 'name')?.triple?.[2] ?? null
  const others = view.knows.filter(({ id }) => id !== 'player')
  const someone = others[Math.floor(roll(dice, 'whom') * others.length)] ?? null
  const back = view.badMemories.find(({ isBack }) => isBack) ?? null
  const feeling = view.feelings[0] ?? null
  const solemn = /\b(?:grave|bier|house of the dead)\b/.test(view.activity) ? 'mourning' : /\bchild to come\b/.test(view.activity) ? 'birth' : null
  const item = vivid ? shorten(vivid.text) : null
  const options: Array<{ label: string; weight: number; text: () => string | null }> = [
    { label: `need: ${need ?? 'none'}`, weight: need ? 0.9 : 0, text: () => (need ? inner(scene, need) : null) },
    { label: back ? `a bad memory: ${back.of}` : 'no bad memory', weight: back ? 3 : 0, text: () => (back ? inner(scene, 'bad-memory', { memory: back.of }) : null) },
    { label: feeling ? `feeling: ${feeling.kind}` : 'no strong feeling', weight: feeling && feeling.intensity > 0.15 ? 0.5 + 0.8 * feeling.intensity : 0, text: () => (feeling ? inner(scene, isBadKind(feeling.kind) ? 'felt-bad' : 'felt-good', feelingSlots(feeling, name)) : null) },
    { label: 'heavy mood', weight: view.mood.pleasure < -0.25 ? 0.7 : 0, text: () => inner(scene, 'low') },
    ...(solemn ? [{ label: solemn === 'birth' ? 'the child that is coming' : 'the dead', weight: 2.5, text: () => inner(scene, solemn) }] : []),
    { label: 'the work', weight: solemn ? 0 : 0.4, text: () => inner(scene, 'work') },
    { label: 'content', weight: need ? 0.05 : 0.35 + 0.3 * Math.max(0, view.mood.pleasure), text: () => inner(scene, 'content') },
    { label: someone ? `about ${givenOf(someone)}` : 'about nobody', weight: someone ? 0.3 + 0.3 * Math.abs(someone.warmth) : 0, text: () => (someone ? inner(scene, someone.warmth < -0.2 ? 'person-bad' : 'person', { person: givenOf(someone) }) : null) },
    { label: 'something remembered', weight: vivid ? 0.25 + 0.5 * vivid.importance : 0, text: () => (item && item.length <= 90 ? inner(scene, 'memory', { item }) : null) },
    { label: 'the traveller', weight: name ? 0.35 : 0, text: () => (fact ? inner(scene, 'player-fact', { name, object: fact.triple?.[2] ?? null }) : inner(scene, 'player', { name })) },
  ]
  const ranked = options.map((option) => ({ ...option, weight: Math.max(0, option.weight * (0.4 + 1.2 * roll(dice, option.label))) })).sort((a, b) => b.weight - a.weight)
  let thought: string | null = null
  const considered: Weighed[] = []
  for (const { label, weight, text } of ranked) {
    if (weight <= 0) continue
    const line: string | null = thought === null ? text() : null
    considered.push({ label, weight: round(weight), chosen: line !== null, note: '' })
    thought ??= line
  }
  return { thought: thought ?? say(scene, INNER.content), considered: considered.slice(0, 6) }
}

const MOST_INSIGHTS = 3

/** At most three insights about the last day, each resting on memories that exist; by how often who did what. */
export function reflect(scene: Scene): MemoryDraft[] {
  const { view, memories } = scene
  const day = memories.filter((memory) => view.worldSeconds - memory.worldSeconds < 1.2 * DAY_WORLD_SECONDS && memory.kind !== 'reflection')
  const byPerson = new Map<ActorId, Memory[]>()
  for (const memory of day) for (const id of memory.about) byPerson.set(id, [...(byPerson.get(id) ?? []), memory])
  const insights: Array<{ text: string; about: ActorId[]; evidence: Memory[]; weight: number }> = []
  for (const [id, about] of byPerson) {
    const name = id === 'player' ? (memories.findLast((memory) => memory.kind === 'fact' && memory.triple?.[0] === 'player' && memory.triple[1] === 'name' && memory.validTo === null)?.triple?.[2] ?? 'the stranger') : (view.knows.find((other) => other.id === id)?.name ?? null)
    if (!name) continue
    const hurt = about.filter(({ felt }) => felt.pleasure <= -0.5)
    const kind = about.filter(({ felt }) => felt.pleasure >= 0.35)
    const facts = about.filter((memory) => memory.kind === 'fact' && memory.triple?.[1] !== 'name')
    const talks = about.filter((memory) => memory.kind === 'heard' && memory.present.includes(view.npcId))
    if (hurt.length > 0) insights.push({ text: `${capital(name)} hurt me today; I should be careful there.`, about: [id], evidence: hurt, weight: 1 })
    if (kind.length > 0 && hurt.length === 0) insights.push({ text: `${capital(name)} was good to me today; I will not forget it.`, about: [id], evidence: kind, weight: 0.8 })
    if (facts.length >= 2) insights.push({ text: `${capital(name)} has begun to trust me: ${facts.map(({ text }) => text.replace(/[.]$/, '')).join('; ').slice(0, 150)}.`, about: [id], evidence: facts, weight: 0.7 + 0.05 * facts.length })
    if (talks.length >= 4) insights.push({ text: `${capital(name)} and I talk a great deal these days.`, about: [id], evidence: talks.slice(-4), weight: 0.5 })
  }
  const drafts = insights.sort((a, b) => b.weight - a.weight).slice(0, MOST_INSIGHTS).map(({ text, about, evidence }) =>
    draftMemory({ npcId: view.npcId, worldSeconds: view.worldSeconds, place: { x: view.place.x, z: view.place.z, name: view.place.name }, kind: 'reflection', text, importance: importanceOf('reflection', 0) }, { about, evidence: evidence.slice(0, 6).map(({ id }) => id) }),
  )
  return drafts.filter((draft) => isSupported(draft, memories))
}

/** Whether every memory an insight rests on exists, is the person's own, and concerns whom the insight is about. */
export function isSupported(draft: MemoryDraft, memories: readonly Memory[]): boolean {
  return draft.evidence.length > 0 && draft.evidence.every((id) => {
    const memory = memories.find((other) => other.id === id)
    return memory !== undefined && memory.npcId === draft.npcId && draft.about.every((who) => memory.about.includes(who))
  })
}

function shorten(text: string): string {
  const line = text.replace(/[“”]/g, '').replace(/[.]$/, '')
  return line.length > 84 ? capText(line, 84) : `${line}.`
}

const round = (value: number): number => Math.round(value * 100) / 100
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
