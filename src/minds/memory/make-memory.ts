/** A memory from its draft: numbered, capped, fingerprinted; and its views. */
import { fingerprintText } from '#core/hash.ts'
import type { NpcId } from '#core/ids.ts'
import type { Memory, MemoryKind, MemoryView, RecalledMemory } from './memory.ts'

/** Longest text of a memory, in UTF-16 code units. */
export const MEMORY_TEXT_LIMIT = 240

/** What is about to be remembered; the ledger gives it its number. */
export type MemoryDraft = Omit<Memory, 'id' | 'sequence' | 'hash' | 'recallCount' | 'lastRecalled' | 'validTo'>

/** A draft with everything that is seldom said left at its plain value. */
export function draftMemory(
  base: { npcId: NpcId; worldSeconds: number; place: Memory['place']; kind: MemoryKind; text: string; importance: number },
  more: Partial<MemoryDraft> = {},
): MemoryDraft {
  return {
    triple: null, about: [], present: [], felt: { pleasure: 0, arousal: 0, dominance: 0, emotion: 'calm', intensity: 0 }, source: null, evidence: [], supersedes: null,
    validFrom: base.worldSeconds, pinned: false, conversationId: null, ...base, ...more, text: capText(more.text ?? base.text),
  }
}

/** `text` on one line, at most `MEMORY_TEXT_LIMIT` long, cut at a word with an ellipsis. */
export function capText(text: string, limit = MEMORY_TEXT_LIMIT): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The memory that a draft becomes under a number. */
export function toMemory(draft: MemoryDraft, sequence: number): Memory {
  const memory: Memory = { ...draft, id: `${draft.npcId}#${sequence}`, sequence, validTo: null, recallCount: 0, lastRecalled: null, hash: '' }
  memory.hash = memoryHash(memory)
  return memory
}

/** Fingerprint of all that never changes in a memory (not: pin, use, end of validity). Sixteen hexadecimal digits. */
export function memoryHash(memory: Memory): string {
  const { id, worldSeconds, place, kind, text, triple, about, present, importance, felt, source, evidence, supersedes, validFrom, conversationId } = memory
  return fingerprintText(JSON.stringify([
    id, worldSeconds, place.x, place.z, place.name, kind, text, triple, about, present, importance, felt.pleasure, felt.arousal, felt.dominance, felt.emotion, felt.intensity,
    source && [source.fromId, source.memoryId, source.hops, source.confidence], evidence, supersedes, validFrom, conversationId,
  ]))
}

/** A memory as the console and the inspector show it. */
export function toMemoryView(memory: Memory, found: Pick<RecalledMemory, 'score' | 'parts'> | null): MemoryView {
  return {
    id: memory.id, kind: memory.kind, text: memory.text, worldSeconds: memory.worldSeconds, place: memory.place.name, importance: memory.importance, pinned: memory.pinned,
    about: memory.about, source: memory.source, score: found?.score ?? null, parts: found?.parts ?? null,
  }
}
