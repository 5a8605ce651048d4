/** One person's memories as thoughts see them. */
import type { NpcId } from '#core/ids.ts'
import type { Memory, RecalledMemory } from './memory.ts'
import type { RecallQuery } from './recall.ts'

/** One person's memories at hand. */
export type PersonMemory = {
  readonly npcId: NpcId
  /** In order of sequence. */
  readonly memories: readonly Memory[]
  /** Finds by words and by all that surrounds them. */
  find(query: string | RecallQuery, k: number): RecalledMemory[]
  /** Memories whose meaning is not known, the newest first, at most so many. */
  unmeant(most: number): Memory[]
  /** What a memory means, as a vector of length 1. */
  mean(id: string, vector: Float32Array): void
  /** Forgets what memories mean: another model tells from now on. */
  forgetMeanings(): void
}
