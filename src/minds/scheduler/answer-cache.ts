/** Answers that were given before to exactly the same question: asked again, they cost nothing. */
import type { GenerateOptions, Generation } from '../language-model.ts'

const MOST_ANSWERS = 120

/** A call as the scheduler makes it. */
export type Call = Omit<GenerateOptions, 'signal'>

/** See `createAnswerCache`. */
export type AnswerCache = {
  find(endpoint: string, call: Call): Generation | null
  keep(endpoint: string, call: Call, generation: Generation): void
}

/** An empty cache of at most `MOST_ANSWERS`; those not asked for the longest go first. */
export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, Generation>()
  const keyOf = (endpoint: string, { messages, maxTokens, temperature, stop, schema, choices }: Call): string => JSON.stringify([endpoint, maxTokens, temperature, stop, schema, choices, messages])
  return {
    find(endpoint, call) {
      const key = keyOf(endpoint, call)
      const found = answers.get(key)
      if (!found) return null
      answers.delete(key)
      answers.set(key, found)
      return { ...found, tokensIn: 0, tokensOut: 0, firstTokenMs: 0, totalMs: 0 }
    },
    keep(endpoint, call, generation) {
      if (!generation.ok || generation.finish === 'length') return
      answers.set(keyOf(endpoint, call), generation)
      const oldest = answers.keys().next()
      if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value)
    },
  }
}
