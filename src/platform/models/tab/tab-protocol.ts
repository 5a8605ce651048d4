/** What the minds say to the thread in which a model file thinks. */
import type { ModelFailure } from '#minds/language-model.ts'

/** A failure in words that say what to do. */
export type TabFailure = { ok: false; reason: ModelFailure; message: string }

/** A model that is in memory: how long it took, tokens that it keeps in view, threads it thinks with. */
export type TabLoaded = { ok: true; ms: number; contextTokens: number; threads: number; about: string }

/** The vocabulary of that thread. */
export type TabProtocol = {
  tasks: {
    /** Loads a kept file unless it is there; the one before it goes. Progress is how much of it was read, 0..1, null while what was read is made ready. */
    'tab-load': [{ name: string }, TabLoaded | TabFailure, number | null]
    /** Asks it, loading it first; `body` is a chat request of the OpenAI protocol, progress are its chunks as JSON text. */
    'tab-ask': [{ name: string; body: string }, { ok: true } | TabFailure, string]
  }
  news: { readonly [name: string]: never }
}
