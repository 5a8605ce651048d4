/** Memories in this browser's database: written behind in order, strict where they were acknowledged; without a database kept while the tab lives, and told so. */
import type { IDBPObjectStore } from 'idb'
import type { NpcId } from '#core/ids.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { MemoryStore } from '#minds/memory/memory-store.ts'
import type { KeepingMode, MemoryStatus } from '#minds/minds-protocol.ts'
import { createAwayCopies, type AwayCopies } from './away-copies.ts'
import { openDatabase, type PercipiDatabase, type PercipiSchema } from './database.ts'
import { createHeld, nameOf, type HeldPerson } from './held-memories.ts'
import { readRecord, toRecord, type MemoryRecord, type MemoryWrite as Write } from './memory-record.ts'
import { checkRecords, describeAside, describeFailure, describeWipe, SECOND_TAB } from './memory-problems.ts'

type Key = Write['key']
type Records = IDBPObjectStore<PercipiSchema, ['memories'], 'memories', 'readwrite'>

/** What the store stands on; tests give their own. */
export type MemoryStorePorts = {
  open(): Promise<PercipiDatabase>
  /** Calls back once after some milliseconds. */
  later(callback: () => void, ms: number): void
  /** Bytes this site keeps, where the browser tells. */
  estimate(): Promise<number | null>
  /** Hears of every change of durability. */
  changed(): void
  /** Asks to be called whenever the database was closed under us. */
  lost(callback: () => void): void
  copies: AwayCopies
}

/** Relaxed writes wait this long for company, or for so many. */
const WRITE_BEHIND_MS = 250
const BATCH = 100
/** How long after a failure it is tried again. */
const RETRY_MS = 5_000

/** The store over this browser's database. */
export function createMemoryStore(given: Partial<MemoryStorePorts> = {}): MemoryStore {
  const ports: MemoryStorePorts = { open: openDatabase, later: (callback, ms) => void setTimeout(callback, ms), estimate: estimateBytes, changed: () => undefined, lost: () => undefined, copies: createAwayCopies(), ...given }
  const { copies } = ports
  const held = createHeld(copies)
  let seed = ''
  let mode: KeepingMode = 'keep'
  /** Counts openings: what was begun in a world that was left must not reach the next. */
  let visit = 0
  let failure: string | null = null
  let wiped: string | null = null
  let timer = false
  /** A reading failed a moment ago. */
  let isDown = false
  /** Whether what is kept of this seed was looked through, so that every number's owner is known. */
  let isSurveyed = false
  /** Whether the database was closed under us since it was looked at. */
  let isLost = false
  /** What could not be used of somebody's. */
  const aside = new Map<string, { corrupt: number; future: number; missing: number }>()
  /** Not on disk yet, by key. */
  const pending = new Map<string, Write>()
  /** Of seeds that were left when nothing could be written, by seed and key. */
  const behind = new Map<string, Write>()
  let writing: Promise<void> = Promise.resolve()
  /** Who is being read or put away: one after the other, so that nobody is read where they are no more. */
  const turns = new Map<NpcId, Promise<unknown>>()
  let lastDatabase: PercipiDatabase | null = null
  ports.lost(lookThrough)

  const rangeOf = (of: string, npcId?: NpcId): IDBKeyRange => (npcId === undefined ? IDBKeyRange.bound([of], [of, []]) : IDBKeyRange.bound([of, npcId], [of, npcId, []]))

  function put(memory: Memory, forgotten = false): void {
    const write = held.put(seed, memory, forgotten)
    pending.set(nameOf(write.key), write)
  }

  /** Writes everything pending in one transaction, after what is being written already. */
  function flush(durability: 'strict' | 'relaxed'): Promise<void> {
    writing = writing.then(() => writeBatch(durability))
    return writing
  }

  async function writeBatch(durability: 'strict' | 'relaxed'): Promise<void> {
    if (((pending.size === 0 && !isLost && failure === null) || mode !== 'keep') && behind.size === 0) return
    try {
      // a database that was closed under us is opened anew and tried once more
      await writeOnce(durability).catch((error: unknown) => (error instanceof DOMException && error.name === 'InvalidStateError' ? writeOnce(durability) : Promise.reject(error)))
      isDown = false
      if (failure !== null) {
        failure = null
        ports.changed()
      }
    } catch (error) {
      fail(error)
      wait(RETRY_MS)
    }
  }

  function fail(error: unknown): void {
    const words = describeFailure(error)
    if (failure === words) return
    failure = words
    ports.changed()
  }

  async function writeOnce(durability: 'strict' | 'relaxed'): Promise<void> {
    const database = await ports.open()
    if (mode === 'keep') {
      if (!isSurveyed) await settle(database)
      else if (isLost || (lastDatabase !== null && database !== lastDatabase)) await refill(database)
    }
    lastDatabase = database
    const batch = mode === 'keep' ? [...pending] : []
    const late = [...behind]
    if (batch.length + late.length === 0) return
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

  async function survey(database: PercipiDatabase): Promise<void> {
    const mine = visit
    const keys = await database.getAllKeys('memories', rangeOf(seed))
    if (visit !== mine) return
    for (const key of keys) held.count(key[1], key[2])
    isSurveyed = true
  }

  /** What is kept can be read for the first time since the seed was opened: what was remembered meanwhile makes way to what has its number. */
  async function settle(database: PercipiDatabase): Promise<void> {
    const mine = visit
    const taken = new Map<string, unknown>()
    for (const [name, { key }] of pending) taken.set(name, await database.get('memories', key))
    await survey(database)
    if (visit !== mine) return
    const isTaken = ([name, write]: [string, Write]): boolean => !isFreeFor(taken.get(name), write)
    for (const [name, write] of [...pending].filter(isTaken).sort((a, b) => a[1].key[2] - b[1].key[2])) {
      pending.delete(name)
      held.yield(write)
      if (write.record.memory) put(write.record.memory)
    }
  }

  /** A database opened anew may have been wiped: what is known and gone from it is written again, and it is said. */
  async function refill(database: PercipiDatabase): Promise<void> {
    const mine = visit
    const kept = new Set((await database.getAllKeys('memories', rangeOf(seed))).map(nameOf))
    const { again, gone } = await held.findMissing(kept, (name) => pending.has(name))
    if (visit !== mine) return
    isLost = false
    for (const write of again) if (!pending.has(nameOf(write.key))) pending.set(nameOf(write.key), write)
    if (again.length === 0 && gone.size === 0) return
    wiped = describeWipe({ people: new Set(again.map(({ key }) => key[1])).size, memories: again.length }, { people: gone.size, memories: [...gone.values()].reduce((sum, each) => sum + each, 0) })
    ports.changed()
  }

  /** What was kept may be gone: it is held against what is known. */
  function lookThrough(): void {
    isLost = true
    if (mode === 'keep') void flush('relaxed')
  }

  function wait(ms: number): void {
    if (timer) return
    timer = true
    ports.later(() => {
      timer = false
      void flush('relaxed')
    }, ms)
  }

  /** Lets go of all that is known of a seed, or of all seeds, and of what waits to be written. */
  function forgetAll(of: string | null): void {
    for (const [name, { key }] of behind) if (of === null || key[0] === of) behind.delete(name)
    if (of === null || of === seed) leave()
  }

  function leave(): void {
    visit++
    isSurveyed = false
    for (const each of [pending, held, aside]) each.clear()
  }

  /** Changes what is kept as a whole, all or nothing, while nothing else is written; what is done then happens before anything is. Whether it could be done. */
  function replace(change: (records: Records) => void, then: (isDone: boolean) => void): Promise<boolean> {
    const mine = writing.then(async () => {
      const isDone = await ports.open().then((database) => {
        const { store, done } = database.transaction('memories', 'readwrite', { durability: 'strict' })
        change(store)
        return done.then(() => true)
      }).catch((error: unknown) => {
        fail(error)
        return false
      })
      then(isDone)
      return isDone
    })
    writing = mine.then(() => undefined)
    return mine
  }

  async function openSeed(next: string, nextMode: KeepingMode): Promise<void> {
    await flush('strict')
    if (mode === 'keep') for (const write of pending.values()) behind.set(`${seed} ${nameOf(write.key)}`, write)
    leave()
    seed = next
    mode = nextMode
    failure = null
    wiped = null
    isDown = false
    isLost = false
    if (mode === 'fresh') return
    try {
      const database = await ports.open()
      lastDatabase = database
      await survey(database)
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
      held.note(write)
      held.count(write.key[1], write.key[2])
      pending.set(nameOf(write.key), write)
    }
    if (pending.size > 0) wait(RETRY_MS)
  }

  function inTurn<T>(npcId: NpcId, act: () => Promise<T>): Promise<T> {
    const mine = (turns.get(npcId) ?? Promise.resolve()).then(act)
    const end: Promise<unknown> = mine.catch(() => undefined).then(() => turns.get(npcId) === end && turns.delete(npcId))
    turns.set(npcId, end)
    return mine
  }

  async function readPerson(npcId: NpcId, mine: number): Promise<HeldPerson & { whole: boolean }> {
    const nobody = { memories: [], next: 0, whole: true }
    if (visit !== mine) return nobody
    // where another tab writes, what was read once stays as it was read
    if (mode === 'fresh' || (mode === 'read' && held.has(npcId) && !held.isPartial(npcId))) return { ...held.person(npcId), whole: true }
    const copied = await copies.read(npcId)
    try {
      if (isDown && held.isPartial(npcId)) return fromCopies(npcId, copied)
      const database = await ports.open()
      if (visit === mine && lastDatabase !== null && database !== lastDatabase) lookThrough()
      const transaction = database.transaction('memories', 'readonly')
      const [keys, values] = await Promise.all([transaction.store.getAllKeys(rangeOf(seed, npcId)), transaction.store.getAll(rangeOf(seed, npcId))])
      if (visit !== mine) return nobody
      takeIn(npcId, keys, values, copied)
      return { ...held.person(npcId), whole: true }
    } catch (error) {
      if (visit !== mine) return nobody
      isDown = true
      ports.later(() => (isDown = false), RETRY_MS)
      fail(error)
      return fromCopies(npcId, copied)
    }
  }

  /** Somebody of whom what is kept cannot be read: what the tab knows of them by itself. */
  function fromCopies(npcId: NpcId, copied: readonly Write[]): HeldPerson & { whole: boolean } {
    const fresh = new Set(held.writesOf(npcId).map(({ key }) => key[2]))
    for (const write of copied) if (!fresh.has(write.key[2])) held.note(write)
    held.setPartial(npcId, true)
    return { ...held.person(npcId), whole: false }
  }

  /** Takes in what was read of somebody; what was deleted of it under the open world is written again from its copy. */
  function takeIn(npcId: NpcId, keys: readonly Key[], values: readonly unknown[], copied: readonly Write[]): void {
    const { memories, corrupt, future, missing, next } = checkRecords(keys, values)
    const fresh = new Set(held.writesOf(npcId).map(({ key }) => key[2]))
    for (const memory of memories) if (!fresh.has(memory.sequence)) held.note({ key: [seed, npcId, memory.sequence], record: toRecord(memory), hash: memory.hash })
    if (next > 0) held.count(npcId, next - 1)
    const { again, lost } = mode === 'keep' ? held.restore(npcId, new Set(keys.map((key) => key[2])), copied) : { again: [], lost: 0 }
    const gone = again.filter(({ key }) => !pending.has(nameOf(key)))
    for (const write of gone) pending.set(nameOf(write.key), write)
    if (gone.length > 0) wait(WRITE_BEHIND_MS)
    copies.drop(npcId)
    held.setPartial(npcId, false)
    const gaps = missing - again.filter(({ key }) => key[2] < next).length
    aside.set(npcId, { corrupt, future, missing: gaps + lost })
    if (corrupt + future + gaps + lost > 0) ports.changed()
  }

  /** What was acknowledged is read again when it is wanted; where nothing may be written, all that is known stays known. */
  async function putAway(npcIds: readonly NpcId[]): Promise<NpcId[]> {
    void flush('strict')
    // nothing is written meanwhile: who is between two places would be missed where a wiped disk is filled again
    const mine = writing.then(() => letGoOf(npcIds))
    writing = mine.then(() => undefined)
    return mine
  }

  async function letGoOf(npcIds: readonly NpcId[]): Promise<NpcId[]> {
    if (mode !== 'keep') return [...npcIds]
    const isAway = await Promise.all(npcIds.map((npcId) => inTurn(npcId, () => held.putAway(npcId, (write) => pending.get(nameOf(write.key)) === write))))
    return npcIds.filter((_, n) => isAway[n])
  }

  async function status(): Promise<MemoryStatus> {
    const sum = { corrupt: 0, future: 0, missing: 0 }
    for (const { corrupt, future, missing } of aside.values()) Object.assign(sum, { corrupt: sum.corrupt + corrupt, future: sum.future + future, missing: sum.missing + missing })
    const problem = failure ?? (mode === 'read' ? SECOND_TAB : null) ?? describeAside(sum)
    return { ...held.size, pendingWrites: pending.size + behind.size, storageBytes: await ports.estimate(), durability: failure !== null || mode !== 'keep' ? 'tab' : 'disk', problem, wiped }
  }

  return {
    open: openSeed,
    async letGo(write) {
      if (write) await flush('strict')
      // what is being written is finished, what is not begun stays unwritten
      if (mode === 'keep') mode = 'read'
      await writing
    },
    load(npcId) {
      const mine = visit
      return inTurn(npcId, () => readPerson(npcId, mine))
    },
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
      const mine = of === seed ? await writing.then(held.all) : new Map<string, Memory | null>()
      const whole = (all: Iterable<[string, Memory | null]>): Memory[] => [...new Map(all).values()].flatMap((memory) => (memory ? [memory] : []))
      try {
        const database = await ports.open()
        const transaction = database.transaction('memories', 'readonly')
        const [keys, values] = await Promise.all([transaction.store.getAllKeys(rangeOf(of)), transaction.store.getAll(rangeOf(of))])
        const kept = of === seed && mode === 'fresh' ? [] : checkRecords(keys, values).memories
        return whole([...kept.map((memory): [string, Memory] => [memory.id, memory]), ...mine])
      } catch {
        return whole(mine)
      }
    },
    async importAll(of, memories) {
      void flush('strict')
      const change = (records: Records): void => {
        void records.delete(rangeOf(of)).catch(() => undefined)
        for (const memory of memories) void records.put(toRecord(memory), [of, memory.npcId, memory.sequence]).catch(() => undefined)
      }
      // what came in meanwhile belongs to what is no more
      const isKept = await replace(change, (isDone) => isDone && forgetAll(of))
      if (isKept && of === seed) await openSeed(of, mode)
      return isKept
    },
    async forget(of) {
      await replace((records) => void (of === null ? records.clear() : records.delete(rangeOf(of))).catch(() => undefined), () => forgetAll(of))
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
