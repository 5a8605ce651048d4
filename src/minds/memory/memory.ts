/** A memory: what one person keeps of one moment. Episodes are never rewritten; facts are superseded, not deleted. */
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Mood } from '#simulation/npc/npc.ts'

/** What kind of thing is remembered. Append only. */
export const MEMORY_KINDS = ['perceived', 'did', 'said', 'heard', 'thought', 'reflection', 'fact', 'dream', 'wound'] as const
/** One of `MEMORY_KINDS`. */
export type MemoryKind = (typeof MEMORY_KINDS)[number]

/** A memory. `id` is `${npcId}#${sequence}`; sequences have no gaps. */
export type Memory = {
  id: string
  npcId: NpcId
  sequence: number
  worldSeconds: number
  place: { x: number; z: number; name: string }
  kind: MemoryKind
  /** First person, concrete names, at most 240 characters. */
  text: string
  /** Subject, verb, object, where it can be said so. */
  triple: [subject: string, verb: string, object: string] | null
  /** Whom it is about. */
  about: ActorId[]
  /** Who was there. */
  present: ActorId[]
  /** 0..1. */
  importance: number
  felt: Mood & { emotion: string; intensity: number }
  /** For hearsay: from whom, which memory of theirs, over how many mouths, how sure (0..1). */
  source: { fromId: ActorId; memoryId: string | null; hops: number; confidence: number } | null
  /** Ids of the memories a reflection rests on. */
  evidence: string[]
  supersedes: string | null
  /** World seconds between which a fact holds; null while it does. */
  validFrom: number
  validTo: number | null
  recallCount: number
  lastRecalled: number | null
  pinned: boolean
  /** Talk this belongs to, if any. */
  conversationId: number | null
  /** Fingerprint of the content, to notice corruption. */
  hash: string
}

/** A memory found, with the parts of its score. */
export type RecalledMemory = { memory: Memory; score: number; parts: { relevance: number; recency: number; importance: number; mood: number; presence: number }; because: 'relevance' | 'pinned' | 'recent' | 'hop' }

/** A memory as the console and the inspector show it. */
export type MemoryView = { id: string; kind: MemoryKind; text: string; worldSeconds: number; place: string; importance: number; pinned: boolean; about: string[]; source: Memory['source']; score: number | null; parts: RecalledMemory['parts'] | null }
