/** The port to any model that turns texts into vectors of their meaning; never throws. */
import type { CancelSignal } from '#core/tasks/protocol.ts'

/** What came back: a vector of length 1 for each text, in their order, or why not, in words. */
export type Embedded = { ok: true; vectors: Float32Array[]; tokens: number } | { ok: false; message: string }

/** A model behind the port. `role`: whether texts are asked with or are asked for, which some models tell apart. */
export type EmbeddingModel = {
  readonly model: string
  embed(texts: readonly string[], role: 'question' | 'memory', signal: CancelSignal): Promise<Embedded>
}
