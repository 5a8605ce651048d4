/** What this tab knows of the memories of one world, beside what its disk holds: by person and number, with copies of what was put away. */
import { memoryHash } from '#minds/memory/make-memory.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { AwayCopies } from './away-copies.ts'
import { toRecord, type MemoryWrite } from './memory-record.ts'

type Key = MemoryWrite['key']

/** What somebody is known to remember, in order; `next` is the first number that was never used. */
export type HeldPerson = { memories: Memory[]; next: number }

/** What of a disk that was looked through is missing: to be written again, and gone for good, each by person. */
export type Missing = { again: MemoryWrite[]; gone: Map<string, number> }

/** See `createHeld`. */
export type HeldMemories = {
  /** A memory as it is to be written, null in its place where it is `forgotten`; under another number where its own is taken. */
  put(seed: string, memory: Memory, forgotten: boolean): MemoryWrite
  /** Takes in what was read, or what is written. */
  note(write: MemoryWrite): void
  /** A number is used. */
  count(npcId: string, sequence: number): void
  /** A number turned out to be another's: what has it here is let go of. */
  yield(write: MemoryWrite): void
  /** Somebody's memories could not be read, or could after all: until then a number below the first unused one is taken for another's. */
  setPartial(npcId: string, isPartial: boolean): void
  isPartial(npcId: string): boolean
  /** Whether anything of somebody was read or written. */
  has(npcId: string): boolean
  writesOf(npcId: string): MemoryWrite[]
  person(npcId: string): HeldPerson
  /** Takes from what is copied of somebody whatever is neither known nor `kept`; gives all that is not kept, and how many numbers are still nowhere at their end. */
  restore(npcId: string, kept: ReadonlySet<number>, copied: readonly MemoryWrite[]): { again: MemoryWrite[]; lost: number }
  /** Holds what is known, copies too, against the names of what is kept. `waits`: whether a name is still to be written. */
  findMissing(kept: ReadonlySet<string>, waits: (name: string) => boolean): Promise<Missing>
  /** Lets go of what somebody remembers, once it is copied; false where they learned something meanwhile. `waits`: whether any of it is still to be written. */
  putAway(npcId: string, waits: (write: MemoryWrite) => boolean): Promise<boolean>
  /** All that is known, copies too, by name; null where it was forgotten. */
  all(): Promise<Map<string, Memory | null>>
  clear(): void
  readonly size: { people: number; memories: number }
}

/** The name of a record among those of its world, which is the id of its memory. */
export const nameOf = (key: Key): string => `${key[1]}#${key[2]}`

/** Nothing is known yet. */
export function createHeld(copies: AwayCopies): HeldMemories {
  const known = new Map<string, Map<number, MemoryWrite>>()
  /** The first number of somebody's that was never used, and how many of them are kept or on their way. */
  const numbers = new Map<string, { next: number; count: number }>()
  const partial = new Set<string>()
  /** Where memories went whose number turned out to be taken, by the name they had. */
  const moved = new Map<string, Key>()
  /** Counts worlds: what was begun in one that was left is void. */
  let visit = 0

  const knownOf = (npcId: string): Map<number, MemoryWrite> => known.get(npcId) ?? new Map<number, MemoryWrite>()
  const everything = async (): Promise<Map<string, MemoryWrite>> => {
    const copied = (await Promise.all(copies.people.map((npcId) => copies.read(npcId)))).flat()
    return new Map([...copied, ...[...known.values()].flatMap((writes) => [...writes.values()])].map((write) => [nameOf(write.key), write]))
  }

  function note(write: MemoryWrite): void {
    const mine = knownOf(write.key[1])
    mine.set(write.key[2], write)
    known.set(write.key[1], mine)
  }

  function count(npcId: string, sequence: number): void {
    const { next, count: before } = numbers.get(npcId) ?? { next: 0, count: 0 }
    if (sequence >= next) numbers.set(npcId, { next: sequence + 1, count: before + 1 })
  }

  /** The number a memory has on disk. */
  function keyOf(seed: string, { id, npcId, sequence, hash }: Memory): Key {
    const to = moved.get(id)
    if (to) return to
    const next = numbers.get(npcId)?.next ?? 0
    if (!partial.has(npcId) || knownOf(npcId).get(sequence)?.hash === hash || sequence >= next) return [seed, npcId, sequence]
    const free: Key = [seed, npcId, next]
    moved.set(id, free)
    return free
  }

  function underKey(memory: Memory, key: Key): Memory {
    if (memory.sequence === key[2]) return { ...memory }
    const nameNow = (id: string): string => (moved.has(id) ? nameOf(moved.get(id)!) : id)
    const again = { ...memory, id: nameOf(key), sequence: key[2], evidence: memory.evidence.map(nameNow), supersedes: memory.supersedes && nameNow(memory.supersedes) }
    return { ...again, hash: memoryHash(again) }
  }

  return {
    put(seed, memory, forgotten) {
      const key = keyOf(seed, memory)
      count(key[1], key[2])
      const mine = underKey(memory, key)
      const write = { key, record: toRecord(forgotten ? null : mine), hash: mine.hash }
      note(write)
      return write
    },
    note,
    count,
    yield: ({ key }) => void known.get(key[1])?.delete(key[2]),
    setPartial: (npcId, isPartial) => void (isPartial ? partial.add(npcId) : partial.delete(npcId)),
    isPartial: (npcId) => partial.has(npcId),
    has: (npcId) => known.has(npcId),
    writesOf: (npcId) => [...knownOf(npcId).values()],
    person(npcId) {
      const writes = [...knownOf(npcId).values()].sort((a, b) => a.key[2] - b.key[2])
      return { memories: writes.flatMap(({ record }) => (record.memory ? [{ ...record.memory }] : [])), next: numbers.get(npcId)?.next ?? 0 }
    },
    restore(npcId, kept, copied) {
      for (const write of copied) if (!kept.has(write.key[2]) && !knownOf(npcId).has(write.key[2])) note(write)
      const again = [...knownOf(npcId).values()].filter(({ key }) => !kept.has(key[2]))
      const those = numbers.get(npcId)
      const held = new Set([...kept, ...knownOf(npcId).keys()])
      const last = [...held].reduce((most, sequence) => Math.max(most, sequence), -1)
      // gaps before what is kept are seen where it is read
      const lost = !those || last >= those.next - 1 ? 0 : Math.max(0, those.count - held.size)
      if (those) those.count = held.size
      return { again, lost }
    },
    async findMissing(kept, waits) {
      const mine = visit
      const all = await everything()
      const missing: Missing = { again: [], gone: new Map() }
      if (mine !== visit) return missing
      const have = new Map<string, number>()
      for (const name of new Set([...kept, ...all.keys()])) {
        const npcId = name.slice(0, name.lastIndexOf('#'))
        have.set(npcId, (have.get(npcId) ?? 0) + 1)
      }
      for (const [name, write] of all) if (!kept.has(name) && !waits(name)) missing.again.push(write)
      for (const [npcId, those] of numbers) {
        const lost = those.count - (have.get(npcId) ?? 0)
        if (lost > 0) missing.gone.set(npcId, lost)
        those.count = have.get(npcId) ?? 0
      }
      return missing
    },
    async putAway(npcId, waits) {
      const mine = visit
      const before = [...knownOf(npcId).values()]
      if (before.some(waits)) return false
      await copies.keep(npcId, before)
      if (mine !== visit) return false
      const after = [...knownOf(npcId).values()]
      if (after.length !== before.length || after.some((write, n) => write !== before[n])) return false
      known.delete(npcId)
      return true
    },
    async all() {
      return new Map([...(await everything())].map(([name, { record }]) => [name, record.memory]))
    },
    clear() {
      visit++
      for (const each of [known, numbers, partial, moved, copies]) each.clear()
    },
    get size() {
      return { people: numbers.size, memories: [...numbers.values()].reduce((sum, each) => sum + each.count, 0) }
    },
  }
}
