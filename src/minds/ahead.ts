/** Words thought ahead: what somebody may say to a player who walks up to them, or who says next what is likely; kept for a moment, said once if the moment comes, and else never heard of. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { Deliberation } from './deliberation/deliberation.ts'
import type { Generation } from './language-model.ts'
import type { PersonMemory } from './memory/person-memory.ts'
import { partOfDay } from './place-words.ts'
import type { PrivateView } from './private-view.ts'
import { speechSoFar } from './parse-answer.ts'
import { buildPrompt, roomFor, type Prompt } from './prompts/prompt.ts'
import type { Wanted } from './scheduler/attention.ts'
import type { Scheduler } from './scheduler/scheduler.ts'
import { branchesFor } from './tiers.ts'
import { weighAsked } from './voice/answer-would.ts'

/** Words that are ready to be said; `weighed`: what was weighed for them, where anything was. */
export type ReadyWords = { prompt: Prompt; generation: Generation; producer: string; weighed: Deliberation | null }

type Thinking = { wanted: Wanted; scheduler: Scheduler; memory: PersonMemory; signal: CancelSignal }

/** See `createAhead`. */
export type Ahead = {
  /** Thinks what the person would say first; resolves with whether it has something ready. Remembers nothing. */
  expect(view: PrivateView, thinking: Thinking): Promise<boolean>
  /** Thinks what the person would answer if the player said this next in the talk they are in; resolves like `expect`. */
  expectReply(view: PrivateView, line: string, thinking: Thinking): Promise<boolean>
  /** The words that are ready for just this moment, which then are no longer, nor is anything else for this person; null where there are none. */
  take(view: PrivateView): ReadyWords | null
}

/** Milliseconds that words keep. */
const KEEPS_MS = 20_000
const REPLY_KEEPS_MS = 45_000
const MOST_READY = 16
const MEMORIES = 6
const LIMITS = { firstTokenMs: 4_000, idleMs: 3_000, totalMs: 8_000 }

/** Nothing is ready yet; `now` in milliseconds. */
export function createAhead(now: () => number): Ahead {
  const ready = new Map<string, ReadyWords & { npcId: string; moment: string; until: number }>()

  /** `view` as it will be when the words are to be said, `heard` what was said last, if anything. */
  async function prepare(view: PrivateView, heard: string | null, { wanted, scheduler, memory, signal }: Thinking): Promise<boolean> {
    const facts = memory.memories.filter((known) => known.kind === 'fact' && known.validTo === null && known.triple?.[0] === 'player')
    const recalled = memory.find({ text: heard ?? view.conversation?.partnerName ?? '', now: view.worldSeconds, mood: view.mood, present: ['player'] }, MEMORIES)
    let weighed: Deliberation | null = null
    let prompt: Prompt | null = null
    const asked = await scheduler.ask({ ...wanted, purpose: 'ahead', signal }, ({ reasons, form, tokensPerSecond }) => {
      weighed = heard === null ? null : weighAsked(view, heard, branchesFor(tokensPerSecond))
      prompt = buildPrompt(heard === null ? { kind: 'greet', view, cause: 'somebody walked up to me and wants to talk' } : { kind: 'converse', view, cause: `${view.conversation?.partnerName} said something to me` }, recalled, { facts, weighed, form })
      return [{ messages: prompt.messages, maxTokens: roomFor(prompt.maxTokens, reasons), temperature: prompt.temperature, ...(prompt.schema ? { schema: prompt.schema } : {}), limits: LIMITS }]
    })
    const generation = asked.ok ? asked.generations[0] : undefined
    if (!asked.ok || !prompt || !generation?.ok || speechSoFar(generation.text) === '' || signal.cancelled) return false
    const key = keyOf(view, heard)
    ready.delete(key)
    ready.set(key, { npcId: view.npcId, prompt, generation, producer: asked.producer, weighed, moment: momentOf(view), until: now() + (heard === null ? KEEPS_MS : REPLY_KEEPS_MS) })
    const oldest = ready.keys().next()
    if (ready.size > MOST_READY && !oldest.done) ready.delete(oldest.value)
    return true
  }

  return {
    expect: (view, thinking) => prepare(view, null, thinking),
    expectReply(view, line, thinking) {
      const talk = view.conversation
      if (talk?.partnerId !== 'player') return Promise.resolve(false)
      const turns = [...talk.turns, { speakerId: 'player' as const, text: line, worldSeconds: view.worldSeconds, source: 'player' as const }]
      return prepare({ ...view, conversation: { ...talk, turns } }, line, thinking)
    },
    take(view) {
      const talk = view.conversation
      const last = talk?.turns.at(-1)
      const heard = last?.speakerId === 'player' ? last.text : null
      const found = ready.get(keyOf(view, heard))
      // one moment is followed by another: what was meant for this one is of no use in the next
      for (const [key, { npcId }] of ready) if (npcId === view.npcId) ready.delete(key)
      // whoever takes a line back, has a greeting to begin with, or was spoken to already, says something else
      const isPlain = talk !== null && talk.partnerId === 'player' && talk.unsaid.length === 0 && (heard !== null || (talk.turns.length === 0 && talk.telling === null && talk.proposal === null))
      return found && isPlain && found.moment === momentOf(view) && now() < found.until ? found : null
    },
  }
}

/** Lines that differ in nothing but case and stops are the same. */
function keyOf({ npcId }: PrivateView, heard: string | null): string {
  return `${npcId} ${heard === null ? '' : `heard ${heard.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`}`
}

/** What words may speak of, in few: when it is another, the moment has passed. */
function momentOf({ place, weather, worldSeconds, feelings, present, activity, beliefs, appointments, badMemories, conversation }: PrivateView): string {
  const others = present.filter(({ id }) => id !== 'player').length
  const common = [place.name, weather, partOfDay(worldSeconds), feelings[0]?.kind ?? '', others]
  if (!conversation || conversation.turns.length === 0) return JSON.stringify(common)
  const { telling, proposal } = conversation
  return JSON.stringify([...common, activity, beliefs.map(({ id, confidence }) => [id, Math.round(confidence * 10)]), appointments.map(({ what, state }) => [what, state]), badMemories.map(({ isBack }) => isBack), telling?.beliefId ?? null, proposal, conversation.others.map(({ id }) => id), conversation.turns.slice(0, -1).map(({ speakerId, text }) => [speakerId, text])])
}
