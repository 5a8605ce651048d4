/** Reads a plain stored memory without a schema: a world of thousands of them is opened at once. What it takes, the schema takes, to the same value; what it leaves, the schema decides. */
import { isNpcId } from '#core/ids.ts'
import { MEMORY_TEXT_LIMIT } from '#minds/memory/make-memory.ts'
import { MEMORY_KINDS, type Memory } from '#minds/memory/memory.ts'

/** Longest name or word of a memory. */
const WORDS_LIMIT = 400

const kinds: ReadonlySet<unknown> = new Set(MEMORY_KINDS)

/** The memory in `value`, without what does not belong to it; null where anything is not as expected. */
export function readPlainMemory(value: unknown): Memory | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const m = value as { readonly [K in keyof Memory]?: unknown }
  const place = m.place as Memory['place'] | null | undefined
  const felt = m.felt as Memory['felt'] | null | undefined
  const source = m.source as Memory['source'] | undefined
  const whole =
    isText(m.id) && isText(m.npcId) && isNpcId(m.npcId) && isCount(m.sequence) && isNumber(m.worldSeconds) && isPlace(place) && kinds.has(m.kind) && isText(m.text) && m.text.length <= MEMORY_TEXT_LIMIT &&
    isTriple(m.triple) && isListOf(m.about, isActor) && isListOf(m.present, isActor) && isWithin(m.importance, 0) && isFelt(felt) && isSource(source) && isListOf(m.evidence, isText) && isTextOrNull(m.supersedes) &&
    isNumber(m.validFrom) && isNumberOrNull(m.validTo) && Number.isSafeInteger(m.recallCount) && isNumberOrNull(m.lastRecalled) && typeof m.pinned === 'boolean' && (m.conversationId === null || Number.isSafeInteger(m.conversationId)) && isText(m.hash)
  if (!whole) return null
  // each of these was looked at above
  const { id, npcId, sequence, worldSeconds, kind, text, triple, about, present, importance, evidence, supersedes, validFrom, validTo, recallCount, lastRecalled, pinned, conversationId, hash } = value as Memory
  return {
    id, npcId, sequence, worldSeconds, place: { x: place.x, z: place.z, name: place.name }, kind, text, triple: triple && [triple[0], triple[1], triple[2]], about: [...about], present: [...present], importance,
    felt: { pleasure: felt.pleasure, arousal: felt.arousal, dominance: felt.dominance, emotion: felt.emotion, intensity: felt.intensity },
    source: source && { fromId: source.fromId, memoryId: source.memoryId, hops: source.hops, confidence: source.confidence },
    evidence: [...evidence], supersedes, validFrom, validTo, recallCount, lastRecalled, pinned, conversationId, hash,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isNumber = (value: unknown): boolean => Number.isFinite(value)
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value)
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const isWithin = (value: unknown, least: number): boolean => typeof value === 'number' && value >= least && value <= 1
const isWords = (value: unknown): boolean => typeof value === 'string' && value.length <= WORDS_LIMIT
const isActor = (value: unknown): boolean => value === 'player' || (typeof value === 'string' && isNpcId(value))

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) if (!is(value[i])) return false
  return true
}

function isPlace(value: Memory['place'] | null | undefined): value is Memory['place'] {
  return typeof value === 'object' && value !== null && isNumber(value.x) && isNumber(value.z) && isWords(value.name)
}

function isTriple(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 3 && isListOf(value, isWords))
}

function isFelt(value: Memory['felt'] | null | undefined): value is Memory['felt'] {
  return typeof value === 'object' && value !== null && isWithin(value.pleasure, -1) && isWithin(value.arousal, -1) && isWithin(value.dominance, -1) && isWords(value.emotion) && isWithin(value.intensity, 0)
}

function isSource(value: Memory['source'] | undefined): value is Memory['source'] {
  return value === null || (typeof value === 'object' && isActor(value.fromId) && isTextOrNull(value.memoryId) && Number.isSafeInteger(value.hops) && isWithin(value.confidence, 0))
}
