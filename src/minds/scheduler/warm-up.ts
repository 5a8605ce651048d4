/** One's own server that did not begin in time may be bringing its model into memory, and gives that up when the line is closed: one small call is kept open until it has. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import type { LanguageModel } from '../language-model.ts'
import type { Call } from './answer-cache.ts'

/** Servers behind an address; what runs in the page loads by itself. */
const LOADS_WHEN_ASKED: ReadonlySet<string> = new Set(['ollama', 'openai-compatible'])
/** Milliseconds that loading may take. */
const LONGEST_LOAD_MS = 300_000
const CALL: Call = { messages: [{ role: 'user', content: 'Say yes.' }], maxTokens: 1, temperature: 0, limits: { firstTokenMs: LONGEST_LOAD_MS, idleMs: 10_000, totalMs: LONGEST_LOAD_MS + 10_000 } }

/** What it takes, at most. */
export const WARM_UP_TOKENS = { tokensIn: 16, tokensOut: 1 }

/** See `createWarmUp`. */
export type WarmUp = {
  /** Keeps a line open to this model; false where one is, or it is not of those who load when asked. `done` hears whether it answers now. */
  begin(key: string, model: LanguageModel, done: (answers: boolean) => void): boolean
  /** Closes the lines to all but these. */
  keepOnly(keys: ReadonlySet<string>): void
}

/** Nothing is kept open yet. */
export function createWarmUp(): WarmUp {
  const open = new Map<string, CancelSource>()
  return {
    begin(key, model, done) {
      if (open.has(key) || !LOADS_WHEN_ASKED.has(model.provider)) return false
      const source = createCancelSource()
      open.set(key, source)
      void model.generate({ ...CALL, signal: source.signal }).then(
        // a model of one token may well have used it up thinking: it is loaded all the same
        (generation) => generation.ok || generation.reason === 'empty',
        () => false,
      ).then((answers) => {
        if (open.get(key) !== source) return
        open.delete(key)
        done(answers)
      })
      return true
    },
    keepOnly(keys) {
      for (const [key, source] of open) {
        if (keys.has(key)) continue
        open.delete(key)
        source.cancel()
      }
    },
  }
}
