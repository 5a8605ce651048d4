/** What memories mean, learnt from the player's embedding model in the background, and what a question means; both only while the model answers and may be paid for. */
import type { NpcId } from '#core/ids.ts'
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import type { Tokens } from '../scheduler/budget.ts'
import type { PersonMemory } from './person-memory.ts'

/** How far the meaning of memories is known, for the player: of how many, and what is wrong, in words. */
export type FinderStatus = { model: string; known: number; trouble: string | null }

/** A model, and what sets tokens aside for it: null where they may not be spent. */
export type Finder = { model: EmbeddingModel; setAside(tokens: Tokens): ((used: Tokens) => void) | null }

/** See `createMeanings`. */
export type Meanings = {
  /** What gives meanings from now on; those of another model are forgotten. Null: words alone. */
  use(finder: Finder | null): void
  /** What a text means; null where there is no model, it fails, or does not answer in time. */
  of(text: string, limitMs: number): Promise<Float32Array | null>
  /** Learns in the background what is not known of a person's memories. */
  learn(person: PersonMemory): void
  /** Whether anything that a person remembers is held here, or about to be: it was paid for, and stays with who is at hand. */
  holds(npcId: NpcId): boolean
  readonly status: FinderStatus | null
}

/** Texts in one request, and questions kept. */
const BATCH = 32
const MOST_QUESTIONS = 48
/** Numbers held in all, 32 MB of them; beyond that those of whom one asked longest ago are forgotten. */
const MOST_NUMBERS = 8_000_000
/** A model that failed is left alone so long, in milliseconds. */
const REST_MS = 60_000
const LETTERS_PER_TOKEN = 4

/** No meanings yet. `changed` hears when the status changes. */
export function createMeanings({ now, after, changed }: { now(): number; after(ms: number, callback: () => void): () => void; changed(): void }): Meanings {
  let finder: Finder | null = null
  let source = createCancelSource()
  let trouble: string | null = null
  let restsUntil = 0
  let learning = false
  const waiting = new Map<NpcId, PersonMemory>()
  /** Whose meanings are held, the one asked for longest ago first, with how many numbers. */
  const held = new Map<NpcId, { person: PersonMemory; known: number; numbers: number }>()
  const questions = new Map<string, Promise<Float32Array | null>>()

  async function embed(texts: readonly string[], role: 'question' | 'memory', { mine, by }: { mine: CancelSource; by: Finder }): Promise<Float32Array[] | null> {
    const tokens = { tokensIn: Math.ceil(texts.join('').length / LETTERS_PER_TOKEN), tokensOut: 0 }
    if (now() < restsUntil) return null
    const settle = by.setAside(tokens)
    if (!settle) return null
    const found = await by.model.embed(texts, role, mine.signal)
    settle({ tokensIn: found.ok ? found.tokens : 0, tokensOut: 0 })
    if (mine !== source) return null
    const before = trouble
    trouble = found.ok ? null : found.message
    if (!found.ok) restsUntil = now() + REST_MS
    if (trouble !== before) changed()
    return found.ok ? found.vectors : null
  }

  function hold(person: PersonMemory, vectors: readonly Float32Array[]): void {
    const before = held.get(person.npcId)
    const numbers = vectors.reduce((sum, vector) => sum + vector.length, 0)
    held.delete(person.npcId)
    held.set(person.npcId, { person, known: (before?.known ?? 0) + vectors.length, numbers: (before?.numbers ?? 0) + numbers })
    let all = 0
    for (const each of held.values()) all += each.numbers
    for (const [npcId, each] of held) {
      if (all <= MOST_NUMBERS || npcId === person.npcId) break
      each.person.forgetMeanings()
      held.delete(npcId)
      all -= each.numbers
    }
  }

  async function work(): Promise<void> {
    learning = true
    for (let by = finder, mine = source; by !== null && waiting.size > 0; by = finder, mine = source) {
      const [npcId, person] = waiting.entries().next().value!
      const batch = person.unmeant(BATCH)
      if (batch.length < BATCH) waiting.delete(npcId)
      if (batch.length === 0) continue
      const vectors = await embed(batch.map(({ text }) => text), 'memory', { mine, by })
      if (mine !== source) continue
      if (vectors === null) {
        // asked again when somebody is next spoken to
        waiting.clear()
        break
      }
      batch.forEach(({ id }, n) => person.mean(id, vectors[n]!))
      hold(person, vectors)
      changed()
    }
    learning = false
  }

  return {
    use(next) {
      source.cancel()
      source = createCancelSource()
      finder = next
      trouble = null
      restsUntil = 0
      waiting.clear()
      questions.clear()
      for (const { person } of held.values()) person.forgetMeanings()
      held.clear()
    },
    of(text, limitMs) {
      const by = finder
      const words = text.trim()
      if (by === null || words === '') return Promise.resolve(null)
      let asked = questions.get(words)
      if (!asked) {
        const mine = source
        asked = embed([words], 'question', { mine, by }).then((vectors) => {
          if (vectors === null && questions.get(words) === asked) questions.delete(words)
          return vectors?.[0] ?? null
        })
        questions.set(words, asked)
        if (questions.size > MOST_QUESTIONS) questions.delete(questions.keys().next().value!)
      }
      return new Promise((resolve) => {
        const stop = after(limitMs, () => resolve(null))
        void asked.then((vector) => {
          stop()
          resolve(vector)
        })
      })
    },
    learn(person) {
      if (finder === null) return
      waiting.set(person.npcId, person)
      if (!learning) void work()
    },
    holds: (npcId) => held.has(npcId) || waiting.has(npcId),
    get status() {
      if (finder === null) return null
      let known = 0
      for (const each of held.values()) known += each.known
      return { model: finder.model.model, known, trouble }
    },
  }
}
