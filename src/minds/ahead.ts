/** Greetings thought ahead: what somebody may say to a player who walks up to them, kept for a moment, said once if the moment comes, and else never heard of. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { Generation } from './language-model.ts'
import type { PersonMemory } from './memory/ledger.ts'
import { partOfDay } from './place-words.ts'
import type { PrivateView } from './private-view.ts'
import { speechSoFar } from './parse-answer.ts'
import { buildPrompt, roomFor, type Prompt } from './prompts/prompt.ts'
import type { Wanted } from './scheduler/attention.ts'
import type { Scheduler } from './scheduler/scheduler.ts'

/** A greeting that is ready to be said. */
export type ReadyGreeting = { prompt: Prompt; generation: Generation; producer: string }

/** See `createAhead`. */
export type Ahead = {
  /** Thinks what the person would say first; resolves with whether it has something ready. Remembers nothing. */
  expect(view: PrivateView, thinking: { wanted: Wanted; scheduler: Scheduler; memory: PersonMemory; signal: CancelSignal }): Promise<boolean>
  /** The greeting that is ready for just this moment, which is then no longer; null where there is none. */
  take(view: PrivateView): ReadyGreeting | null
}

/** Milliseconds that a greeting keeps. */
const KEEPS_MS = 20_000
const MOST_READY = 8
const MEMORIES = 6
const LIMITS = { firstTokenMs: 4_000, idleMs: 3_000, totalMs: 8_000 }

/** Nothing is ready yet; `now` in milliseconds. */
export function createAhead(now: () => number): Ahead {
  const ready = new Map<string, ReadyGreeting & { moment: string; at: number }>()
  return {
    async expect(view, { wanted, scheduler, memory, signal }) {
      const facts = memory.memories.filter((known) => known.kind === 'fact' && known.validTo === null && known.triple?.[0] === 'player')
      const recalled = memory.find({ text: view.conversation?.partnerName ?? '', now: view.worldSeconds, mood: view.mood, present: ['player'] }, MEMORIES)
      const prompt = buildPrompt({ kind: 'greet', view, cause: 'somebody walked up to me and wants to talk' }, recalled, { facts, weighed: null })
      const asked = await scheduler.ask({ ...wanted, purpose: 'ahead', signal }, ({ reasons }) => [{ messages: prompt.messages, maxTokens: roomFor(prompt.maxTokens, reasons), temperature: prompt.temperature, limits: LIMITS }])
      const generation = asked.ok ? asked.generations[0] : undefined
      if (!asked.ok || !generation?.ok || speechSoFar(generation.text) === '' || signal.cancelled) return false
      ready.delete(view.npcId)
      ready.set(view.npcId, { prompt, generation, producer: asked.producer, moment: momentOf(view), at: now() })
      const oldest = ready.keys().next()
      if (ready.size > MOST_READY && !oldest.done) ready.delete(oldest.value)
      return true
    },
    take(view) {
      const found = ready.get(view.npcId)
      ready.delete(view.npcId)
      const talk = view.conversation
      // whoever has something to tell, or was spoken to already, says that instead
      const isPlain = talk !== null && talk.partnerId === 'player' && talk.turns.length === 0 && talk.telling === null && talk.proposal === null
      return found && isPlain && found.moment === momentOf(view) && now() - found.at < KEEPS_MS ? found : null
    },
  }
}

/** What a greeting may speak of, in few words: when it is another, the moment has passed. */
function momentOf({ place, weather, worldSeconds, feelings, present }: PrivateView): string {
  return JSON.stringify([place.name, weather, partOfDay(worldSeconds), feelings[0]?.kind ?? '', present.filter(({ id }) => id !== 'player').length])
}
