/** Memories as they are stored: checked when read; what cannot be believed is set aside, never deleted. */
import * as z from 'zod/mini'
import { actorIdSchema, npcIdSchema } from '#simulation/npc/id-schema.ts'
import { memoryHash, MEMORY_TEXT_LIMIT } from '#minds/memory/make-memory.ts'
import { readPlainMemory } from './fast-memory.ts'
import { MEMORY_KINDS, type Memory } from '#minds/memory/memory.ts'

/** Version of the stored form. */
const MEMORY_RECORD_VERSION = 1

const unit = z.number().check(z.gte(0), z.lte(1))
const signed = z.number().check(z.gte(-1), z.lte(1))
const words = z.string().check(z.maxLength(400))

/** What a stored memory must be; `fast-memory.ts` says the same of plain ones with less work. */
export const memorySchema: z.ZodMiniType<Memory> = z.object({
  id: z.string(), npcId: npcIdSchema, sequence: z.int().check(z.gte(0)), worldSeconds: z.number(), place: z.object({ x: z.number(), z: z.number(), name: words }), kind: z.enum(MEMORY_KINDS),
  text: z.string().check(z.maxLength(MEMORY_TEXT_LIMIT)), triple: z.nullable(z.tuple([words, words, words])), about: z.array(actorIdSchema), present: z.array(actorIdSchema), importance: unit,
  felt: z.object({ pleasure: signed, arousal: signed, dominance: signed, emotion: words, intensity: unit }),
  source: z.nullable(z.object({ fromId: actorIdSchema, memoryId: z.nullable(z.string()), hops: z.int(), confidence: unit })),
  evidence: z.array(z.string()), supersedes: z.nullable(z.string()), validFrom: z.number(), validTo: z.nullable(z.number()), recallCount: z.int(), lastRecalled: z.nullable(z.number()), pinned: z.boolean(), conversationId: z.nullable(z.int()), hash: z.string(),
})
const recordSchema = z.object({ version: z.int(), memory: z.nullable(z.unknown()) })

/** What is stored of one memory; `memory` is null where the player made the person forget it. */
export type MemoryRecord = { version: number; memory: Memory | null }

/** A record with its key; `hash` is that of the memory, also of one that is forgotten. */
export type MemoryWrite = { key: [seed: string, npcId: string, sequence: number]; record: MemoryRecord; hash: string }

/** What a stored value turned out to be. */
export type ReadRecord = { kind: 'memory'; memory: Memory } | { kind: 'forgotten' } | { kind: 'future' } | { kind: 'corrupt' }

/** Checks a stored value against its key. */
export function readRecord(value: unknown, key: readonly unknown[]): ReadRecord {
  const record = isRecord(value) ? value : recordSchema.safeParse(value).data
  if (!record) return { kind: 'corrupt' }
  if (record.version > MEMORY_RECORD_VERSION) return { kind: 'future' }
  if (record.memory === null) return { kind: 'forgotten' }
  const memory = readMemory(record.memory)
  return memory && memory.npcId === key[1] && memory.sequence === key[2] ? { kind: 'memory', memory } : { kind: 'corrupt' }
}

/** Whether a value is plainly a record; where not, the schema has the last word. */
function isRecord(value: unknown): value is { version: number; memory: unknown } {
  return typeof value === 'object' && value !== null && 'version' in value && Number.isSafeInteger(value.version) && 'memory' in value && value.memory !== undefined
}

/** A memory when `value` is a whole one, with its own id and fingerprint; else null. */
export function readMemory(value: unknown): Memory | null {
  const memory = readPlainMemory(value) ?? memorySchema.safeParse(value).data ?? null
  return memory !== null && memory.id === `${memory.npcId}#${memory.sequence}` && memory.hash === memoryHash(memory) ? memory : null
}

/** The stored form. */
export function toRecord(memory: Memory | null): MemoryRecord {
  return { version: MEMORY_RECORD_VERSION, memory }
}
