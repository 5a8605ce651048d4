/** Memories in this browser's database: written behind in order, strict where they were acknowledged; without a database kept while the tab lives, and told so. */
import type { NpcId } from '#core/ids.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { MemoryStore } from '#minds/memory/memory-store.ts'
import type { KeepingMode, MemoryStatus } from '#minds/minds-protocol.ts'
import { openDatabase, type PercipiDatabase } from './database.ts'
import { readRecord, toRecord, type MemoryRecord } from './memory-record.ts'
import { checkRecords, describeAside, describeFailure, SECOND_TAB } from './memory-problems.ts'

type Key = [seed: string, npcId: string, sequence: number]
/** `hash` is that of the memory, also of one that is forgotten. */
type Write = { key: Key; record: MemoryRecord; hash: string }

/** What the store stands on; tests give their own. */
export type MemoryStorePorts = {
  open(): Promise<PercipiDatabase>
  /** Calls back once after some milliseconds. */
  later(callback: () => void, ms: number): void
  /** Bytes this site keeps, where the browser tells. */
  estimate(): Promise<number | null>
  /** Hears of every change of durability. */
  changed(): void
}

/** Relaxed writes wait this long for company, or for so many. */
const WRITE_BEHIND_MS = 250
const BATCH = 100
/** How long after a failure writing is tried again. */
const RETRY_MS = 5_000

/** The store over this browser's database. */
export function createMemoryStore(given: Partial<MemoryStorePorts> = {}): MemoryStore {
  const ports: MemoryStorePorts = { open: openDatabase, later: (callback, ms) => void setTimeout(callback, ms), estimate: estimateBytes, changed: () => undefined, ...given }
  let seed = ''
  let mode: KeepingMode = 'keep'
  let failure: string | null = null
  let aside = { corrupt: 0, future: 0, missing: 0 }
  let counts = { people: new Set<string>(), memories: 0 }
  let timer = false
  /** Not on disk yet, by key. */
  const pending = new Map<string, Write>()
  /** Of seeds that were left when nothing could be written, by seed and key. */
  const behind = new Map<string, Write>()
  /** Everything read or written since the seed was opened, but of those who were put away: what a wiped disk is filled from again. */
  const known = new Map<string, Write>()
  let writing: Promise<void> = Promise.resolve()
  let lastDatabase: PercipiDatabase | null = null

  const nameOf = (key: Key): string => `${key[1]}#${key[2]}`
  const rangeOf = (of: string, npcId?: NpcId): IDBKeyRange => (npcId === undefined ? IDBKeyRange.bound([of], [of, []]) : IDBKeyRange.bound([of, npcId], [of, npcId, []]))

  function put(memory: Memory, forgotten = false): void {
    const key: Key = [seed, memory.npcId, memory.sequence]
    const write = { key, record: toRecord(forgotten ? null : { ...memory }), hash: memory.hash }
    if (!known.has(nameOf(key))) {
      counts.people.add(key[1])
      counts.memories++
    }
    known.set(nameOf(key), write)
    pending.set(nameOf(key), write)
  }

  /** Writes everything pending in one transaction, after what is being written already. */
  function flush(durability: 'strict' | 'relaxed'): Promise<void> {
    writing = writing.then(() => writeBatch(durability))
    return writing
  }

  async function writeBatch(durability: 'strict' | 'relaxed'): Promise<void> {
    if ((pending.size === 0 || mode !== 'keep') && behind.size === 0) return
    try {
      // a database that was closed under us is opened anew and tried once more
      await writeOnce(durability).catch((error: unknown) => (error instanceof DOMException && error.name === 'InvalidStateError' ? writeOnce(durability) : Promise.reject(error)))
      if (failure !== null) {
        failure = null
        ports.changed()
      }
    } catch (error) {
      const words = describeFailure(error)
      if (failure !== words) {
        failure = words
        ports.changed()
      }
      lastDatabase ??= null
      wait(RETRY_MS)
    }
  }

  async function writeOnce(durability: 'strict' | 'relaxed'): Promise<void> {
    const database = await ports.open()
    if (lastDatabase !== null && database !== lastDatabase && mode === 'keep') await refill(database)
    lastDatabase = database
    const batch = mode === 'keep' ? [...pending] : []
    const late = [...behind]
    const transaction = database.transaction('memories', 'readwrite', { durability })
    for (const [, { key, record }] of batch) void transaction.store.put(record, key).catch(() => undefined)
    for (const [, write] of late) void putLate(transaction.store, write).catch(() => undefined)
    await transaction.done
    for (const [name, write] of batch) if (pending.get(name) === write) pending.delete(name)
    for (const [name] of late) behind.delete(name)
  }

  async function putLate(store: { get(key: Key): Promise<unknown>; put(record: MemoryRecord, key: Key): Promise<unknown> }, write: Write): Promise<void> {
    if (isFreeFor(await store.get(write.key), write)) await store.put(write.record, write.key)
  }

  /** A database opened anew may have been wiped: what is known and gone from it is written again. */
  async function refill(database: PercipiDatabase): Promise<void> {
    const kept = new Set((await database.getAllKeys('memories', rangeOf(seed))).map((key) => nameOf(key)))
    for (const [name, write] of known) if (!kept.has(name) && !pending.has(name)) pending.set(name, write)
  }

  function wait(ms: number): void {
    if (timer) return
    timer = true
    ports.later(() => {
      timer = false
      void flush('relaxed')
    }, ms)
  }

  async function openSeed(next: string, nextMode: KeepingMode): Promise<void> {
    await flush('strict')
    if (mode === 'keep') for (const write of pending.values()) behind.set(`${seed} ${nameOf(write.key)}`, write)
    seed = next
    mode = nextMode
    pending.clear()
    known.clear()
    failure = null
    aside = { corrupt: 0, future: 0, missing: 0 }
    counts = { people: new Set(), memories: 0 }
    if (mode === 'fresh') return
    try {
      const database = await ports.open()
      lastDatabase = database
      const keys = await database.getAllKeys('memories', rangeOf(next))
      counts = { people: new Set(keys.map((key) => key[1])), memories: keys.length }
    } catch (error) {
      failure = describeFailure(error)
    }
    await takeBack()
  }

  /** What could not be written when this seed was left is at hand again, and waits to be written. */
  async function takeBack(): Promise<void> {
    if (mode !== 'keep') return
    for (const [name, write] of [...behind].filter(([, { key }]) => key[0] === seed)) {
      behind.delete(name)
      const stored = await ports.open().then((database) => database.get('memories', write.key), () => undefined)
      if (!isFreeFor(stored, write)) continue
      known.set(nameOf(write.key), write)
      pending.set(nameOf(write.key), write)
      counts.people.add(write.key[1])
      if (stored === undefined) counts.memories++
    }
    if (pending.size > 0) wait(RETRY_MS)
  }

  async function readPerson(npcId: NpcId): Promise<{ memories: Memory[]; next: number }> {
    const mine = [...known.values()].filter(({ key }) => key[1] === npcId)
    const nextOfMine = mine.reduce((most, { key }) => Math.max(most, key[2] + 1), 0)
    const allOfMine = (): { memories: Memory[]; next: number } => ({ memories: mine.flatMap(({ record }) => (record.memory ? [{ ...record.memory }] : [])).sort((a, b) => a.sequence - b.sequence), next: nextOfMine })
    if (mode === 'fresh') return allOfMine()
    try {
      const database = await ports.open()
      const transaction = database.transaction('memories', 'readonly')
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(rangeOf(seed, npcId)), transaction.store.getAll(rangeOf(seed, npcId))])
      const checked = checkRecords(keys, values)
      aside = { corrupt: aside.corrupt + checked.corrupt, future: aside.future + checked.future, missing: aside.missing + checked.missing }
      if (checked.corrupt + checked.future + checked.missing > 0) ports.changed()
      const bySequence = new Map(checked.memories.map((memory) => [memory.sequence, memory]))
      for (const memory of checked.memories) known.set(memory.id, known.get(memory.id) ?? { key: [seed, npcId, memory.sequence], record: toRecord(memory), hash: memory.hash })
      // what waits to be written is newer than what is stored
      for (const { key, record } of mine) {
        if (record.memory) bySequence.set(key[2], { ...record.memory })
        else bySequence.delete(key[2])
      }
      return { memories: [...bySequence.values()].sort((a, b) => a.sequence - b.sequence), next: Math.max(checked.next, nextOfMine) }
    } catch (error) {
      failure = describeFailure(error)
      ports.changed()
      return allOfMine()
    }
  }

  /** What was acknowledged is read again when it is wanted; where nothing may be written, all that is known stays known. */
  async function putAway(npcIds: readonly NpcId[]): Promise<NpcId[]> {
    await flush('strict')
    if (mode !== 'keep') return [...npcIds]
    const waiting = new Set([...pending.values()].map(({ key }) => key[1]))
    const away = new Set<string>(npcIds.filter((npcId) => !waiting.has(npcId)))
    for (const [name, { key }] of known) if (away.has(key[1])) known.delete(name)
    return npcIds.filter((npcId) => away.has(npcId))
  }

  async function status(): Promise<MemoryStatus> {
    const problem = failure ?? (mode === 'read' ? SECOND_TAB : null) ?? describeAside(aside)
    return { people: counts.people.size, memories: counts.memories, pendingWrites: pending.size + behind.size, storageBytes: await ports.estimate(), durability: failure !== null || mode !== 'keep' ? 'tab' : 'disk', problem }
  }

  return {
    open: openSeed,
    async letGo(write) {
      if (write) await flush('strict')
      // what is being written is finished, what is not begun stays unwritten
      if (mode === 'keep') mode = 'read'
      await writing
    },
    load: readPerson,
    async add(memories, durability) {
      for (const memory of memories) put(memory)
      if (durability === 'strict') await flush('strict')
      else if (pending.size >= BATCH) void flush('relaxed')
      else wait(WRITE_BEHIND_MS)
    },
    async change(memory, change) {
      put({ ...memory, ...change })
      // an end of validity goes with the fact that ends it; a pin is the player's own word
      if (change.pinned !== undefined) await flush('strict')
      else wait(WRITE_BEHIND_MS)
    },
    async remove(memory) {
      put(memory, true)
      await flush('strict')
    },
    fade(memories) {
      for (const memory of memories) put(memory, true)
      wait(WRITE_BEHIND_MS)
    },
    putAway,
    flush: () => flush('strict'),
    status,
    async exportAll(of) {
      if (of === seed) await flush('strict')
      const held = of === seed ? [...known.values()].flatMap(({ record }) => (record.memory ? [record.memory] : [])) : []
      try {
        const database = await ports.open()
        const transaction = database.transaction('memories', 'readonly')
        const [keys, values] = await Promise.all([transaction.store.getAllKeys(rangeOf(of)), transaction.store.getAll(rangeOf(of))])
        const all = new Map(of === seed && mode === 'fresh' ? [] : checkRecords(keys, values).memories.map((memory) => [memory.id, memory]))
        for (const memory of held) all.set(memory.id, memory)
        return [...all.values()]
      } catch {
        return held
      }
    },
    async importAll(of, memories) {
      await flush('strict')
      try {
        const database = await ports.open()
        const transaction = database.transaction('memories', 'readwrite', { durability: 'strict' })
        void transaction.store.delete(rangeOf(of)).catch(() => undefined)
        for (const memory of memories) void transaction.store.put(toRecord(memory), [of, memory.npcId, memory.sequence]).catch(() => undefined)
        await transaction.done
      } catch (error) {
        failure = describeFailure(error)
        ports.changed()
        return false
      }
      if (of === seed) await openSeed(of, mode)
      return true
    },
    async forget(of) {
      await writing
      if (of === null || of === seed) {
        pending.clear()
        known.clear()
        counts = { people: new Set(), memories: 0 }
        aside = { corrupt: 0, future: 0, missing: 0 }
      }
      for (const [name, { key }] of behind) if (of === null || key[0] === of) behind.delete(name)
      try {
        const database = await ports.open()
        const transaction = database.transaction('memories', 'readwrite', { durability: 'strict' })
        void (of === null ? transaction.store.clear() : transaction.store.delete(rangeOf(of))).catch(() => undefined)
        await transaction.done
      } catch (error) {
        failure = describeFailure(error)
        ports.changed()
      }
    },
  }
}

/** Whether a late write may take its number: nobody stored anything else under it. */
function isFreeFor(stored: unknown, { key, hash }: Write): boolean {
  if (stored === undefined) return true
  const read = readRecord(stored, key)
  return read.kind === 'memory' && read.memory.hash === hash
}

async function estimateBytes(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null
  } catch {
    return null
  }
}
