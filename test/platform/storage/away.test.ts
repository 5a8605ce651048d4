/** People who were put away, and everything that can happen to their memories meanwhile: kills, no room, other tabs, deletion, a disk that cannot be read, another world. */
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { draftMemory, toMemory } from '#minds/memory/make-memory.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { MemoryStore } from '#minds/memory/memory-store.ts'
import { createAwayCopies } from '#platform/storage/away-copies.ts'
import { closeDatabase, onDatabaseLost, openDatabase } from '#platform/storage/database.ts'
import { createMemoryStore, type MemoryStorePorts } from '#platform/storage/memory-store.ts'
import { refusingDatabase } from '../../support/refusing-database.ts'

const PEOPLE: NpcId[] = ['npc:0,0/1', 'npc:0,0/2', 'npc:0,0/3']
const [MIRA, BORAN] = PEOPLE as [NpcId, NpcId]
const memory = (npcId: NpcId, sequence: number, text = `Number ${sequence} of ${npcId}.`): Memory => toMemory(draftMemory({ npcId, worldSeconds: sequence * 10, place: { x: 1, z: 2, name: 'the mill' }, kind: 'heard', text, importance: 0.5 }, { about: ['player'] }), sequence)

/** Who hears that the database was closed: the store made last. */
let lose = (): void => undefined
onDatabaseLost(() => lose())

/** A store whose timers run only when told, and whose database can be out of reach, or without room. */
function makeStore(given: Partial<MemoryStorePorts> = {}) {
  let waiting: Array<() => void> = []
  let trouble: 'none' | 'unreadable' | 'full' = 'none'
  const store = createMemoryStore({
    async open() {
      if (trouble === 'unreadable') throw new DOMException('broken', 'UnknownError')
      return refusingDatabase(await openDatabase(), () => (trouble === 'full' ? 'at once' : 'none'))
    },
    later: (callback) => void waiting.push(callback), estimate: () => Promise.resolve(1), lost: (callback) => void (lose = callback), ...given,
  })
  return {
    store,
    suffer: (next: typeof trouble) => void (trouble = next),
    async runTimers() {
      const now = waiting
      waiting = []
      for (const callback of now) callback()
      await store.flush()
    },
  }
}

const textsOf = async (store: MemoryStore, npcId: NpcId): Promise<string[]> => (await store.load(npcId)).memories.map(({ text }) => text)

async function onDisk(npcId: NpcId, seed = 'oak'): Promise<string[]> {
  const { store } = makeStore({ lost: () => undefined })
  await store.open(seed, 'keep')
  return textsOf(store, npcId)
}

function deleteAll(): Promise<unknown> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('percipi')
    request.onsuccess = resolve
    request.onerror = resolve
  })
}

async function beginAnew(): Promise<void> {
  lose = () => undefined
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
}

beforeEach(beginAnew)

describe('people who are put away', () => {
  it('[MIND-351] killed at any moment of putting away, nothing acknowledged is lost and nothing is damaged', async () => {
    for (let turns = 0; turns < 24; turns++) {
      await beginAnew()
      const { store } = makeStore()
      await store.open('oak', 'keep')
      for (const npcId of PEOPLE) await store.add([memory(npcId, 0), memory(npcId, 1)], 'strict')
      for (const npcId of PEOPLE) await store.add([memory(npcId, 2)], 'relaxed')
      let isDone = false
      const going = store.putAway(PEOPLE).then(() => (isDone = true))
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
      const wasDone = isDone
      // what the next tab finds
      for (const npcId of PEOPLE) {
        const found = await onDisk(npcId)
        expect(found).toEqual([0, 1, 2].map((n) => `Number ${n} of ${npcId}.`).slice(0, found.length))
        expect(found.length).toBeGreaterThanOrEqual(wasDone ? 3 : 2)
      }
      await going
    }
  })

  const step = fc.oneof(
    fc.record({ what: fc.constant('learn' as const), who: fc.constantFrom(...PEOPLE), durability: fc.constantFrom('strict' as const, 'relaxed' as const) }),
    fc.record({ what: fc.constant('away' as const), whom: fc.subarray(PEOPLE, { minLength: 1 }), isAwaited: fc.boolean() }),
    fc.record({ what: fc.constant('trouble' as const), how: fc.constantFrom('none' as const, 'none' as const, 'unreadable' as const, 'full' as const) }),
    fc.record({ what: fc.constant('pin' as const), who: fc.constantFrom(...PEOPLE) }),
    fc.record({ what: fc.constant('wipe' as const) }),
    fc.record({ what: fc.constant('time' as const) }),
  )
  it('[MIND-352] a full or unreadable disk, deletion, pins and new memories while people go and come lose nothing and keep every number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        await beginAnew()
        const { store, suffer, runTimers } = makeStore()
        await store.open('oak', 'keep')
        const all = new Map<NpcId, string[]>(PEOPLE.map((npcId) => [npcId, []]))
        for (const one of steps) {
          if (one.what === 'trouble') suffer(one.how)
          else if (one.what === 'time') await runTimers()
          else if (one.what === 'wipe') {
            await deleteAll()
            await store.flush()
          } else if (one.what === 'away') {
            const going = store.putAway(one.whom)
            if (one.isAwaited) await going
          } else if (one.what === 'pin') {
            const [first] = (await store.load(one.who)).memories
            if (first) await store.change(first, { pinned: true })
          } else {
            const { next } = await store.load(one.who)
            expect(next).toBe(all.get(one.who)!.length)
            const added = memory(one.who, next)
            all.get(one.who)!.push(added.text)
            await store.add([added], one.durability)
          }
        }
        for (const npcId of PEOPLE) expect(await textsOf(store, npcId)).toEqual(all.get(npcId))
        suffer('none')
        await runTimers()
        await runTimers()
        await store.flush()
        const { people, memories, pendingWrites } = await store.status()
        expect({ people, memories, pendingWrites }).toEqual({ people: [...all.values()].filter(({ length }) => length > 0).length, memories: [...all.values()].flat().length, pendingWrites: 0 })
        for (const npcId of PEOPLE) expect(await onDisk(npcId)).toEqual(all.get(npcId))
      }),
      { numRuns: 200 },
    )
  })

  it('[MIND-353] in a tab that only reads, whoever comes back is as they were there, whatever the keeping tab wrote meanwhile', async () => {
    const keeper = makeStore().store
    await keeper.open('oak', 'keep')
    await keeper.add([memory(MIRA, 0)], 'strict')
    const reader = makeStore().store
    await reader.open('oak', 'read')
    await reader.load(MIRA)
    await reader.add([memory(MIRA, 1, 'Only in the second tab.')], 'strict')
    await reader.putAway([MIRA])
    await keeper.add([memory(MIRA, 1, 'One.'), memory(MIRA, 2, 'Two.')], 'strict')
    await keeper.putAway([MIRA])
    expect(await textsOf(reader, MIRA)).toEqual([`Number 0 of ${MIRA}.`, 'Only in the second tab.'])
    expect(await textsOf(keeper, MIRA)).toEqual([`Number 0 of ${MIRA}.`, 'One.', 'Two.'])
    expect((await reader.load(MIRA)).next).toBe(2)
  })

  it('[MIND-354] deleted storage is noticed at once and filled with those put away, too, and it is said', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    for (const npcId of PEOPLE) await store.add([memory(npcId, 0), memory(npcId, 1)], 'strict')
    expect(await store.putAway(PEOPLE)).toEqual(PEOPLE)
    await deleteAll()
    // nothing more is learned: the loss itself is heard
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect((await store.status()).wiped).toContain('Nothing is lost: it was written again from this tab, 6 memories of 3 people.')
    for (const npcId of PEOPLE) expect(await onDisk(npcId)).toHaveLength(2)
  })

  it('[MIND-354] copies keep to their bytes: who was put away first is let go of, and what is lost for it is counted and said', async () => {
    const copies = createAwayCopies(400)
    const { store } = makeStore({ copies })
    await store.open('oak', 'keep')
    for (const npcId of PEOPLE) {
      await store.add([memory(npcId, 0), memory(npcId, 1)], 'strict')
      await store.putAway([npcId])
      expect(copies.bytes).toBeLessThanOrEqual(400)
    }
    expect(copies.people).toEqual([PEOPLE[2]])
    await deleteAll()
    await store.add([memory(PEOPLE[2]!, 2)], 'strict')
    const { wiped, memories } = await store.status()
    expect(wiped).toContain('2 memories of 1 person; 4 memories of 2 people are gone')
    expect(memories).toBe(3)
    expect((await store.load(MIRA)).next).toBe(2)
  })

  it('[MIND-354] records deleted one by one under the tab come back when their owner does', async () => {
    const { store, runTimers } = makeStore()
    await store.open('oak', 'keep')
    await store.add([0, 1, 2].map((n) => memory(MIRA, n)), 'strict')
    await store.putAway([MIRA])
    for (const sequence of [1, 2]) await (await openDatabase()).delete('memories', ['oak', MIRA, sequence])
    expect(await textsOf(store, MIRA)).toHaveLength(3)
    await runTimers()
    expect(await onDisk(MIRA)).toHaveLength(3)
    expect((await store.status()).problem).toBeNull()
  })

  it('[MIND-355] what could not be read for a while is read later, and nothing learned meanwhile takes the number of what is stored', async () => {
    const first = makeStore().store
    await first.open('oak', 'keep')
    await first.add([memory(MIRA, 0, 'Kept before.'), memory(MIRA, 1, 'Kept, too.')], 'strict')
    const { store, suffer, runTimers } = makeStore()
    suffer('unreadable')
    const ledger = createLedger(store)
    await ledger.open('oak', 'keep')
    const place = { x: 0, z: 0, name: 'the mill' }
    const tell = (text: string) => ledger.keep(MIRA, [draftMemory({ npcId: MIRA, worldSeconds: 99, place, kind: 'heard', text, importance: 0.5 })], 'strict')
    await tell('Learned in the dark.')
    await tell('Learned in the dark, too.')
    expect((await ledger.person(MIRA)).memories.map(({ text }) => text)).toEqual(['Learned in the dark.', 'Learned in the dark, too.'])
    suffer('none')
    await runTimers()
    await tell('Learned later.')
    const all = ['Kept before.', 'Kept, too.', 'Learned in the dark.', 'Learned in the dark, too.', 'Learned later.']
    expect((await ledger.person(MIRA)).memories.map(({ text }) => text)).toEqual(all)
    expect(await onDisk(MIRA)).toEqual(all)
    expect((await store.status()).problem).toBeNull()
  })

  it('[MIND-355] damage is counted once, however often whoever has it comes back', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    await store.add([memory(MIRA, 0), memory(MIRA, 1), memory(BORAN, 0)], 'strict')
    await (await openDatabase()).put('memories', 'garbage', ['oak', MIRA, 1])
    for (let n = 0; n < 4; n++) {
      await store.putAway([MIRA])
      await store.load(MIRA)
    }
    expect((await store.status()).problem).toContain('1 memory is damaged')
  })

  it('[MIND-356] what was begun in a world that is left reaches no other', async () => {
    const { store } = makeStore()
    const ledger = createLedger(store)
    for (let turns = 0; turns < 12; turns++) {
      const [from, to] = [`from ${turns}`, `to ${turns}`]
      await ledger.open(from, 'keep')
      const place = { x: 0, z: 0, name: 'the mill' }
      const seen = PEOPLE.map((npcId, n) => ({ event: { type: 'speech-said' as const, conversationId: n, speakerId: 'player' as const, toId: npcId, text: 'I lost a sheep.', source: 'player' as const, news: null, witnessIds: [npcId] }, worldSeconds: 100 + n, place, names: { [npcId]: 'Mira', player: 'the stranger' } }))
      const late = [ledger.observe(seen), ledger.keep(MIRA, [draftMemory({ npcId: MIRA, worldSeconds: 9, place, kind: 'thought', text: 'A late thought.', importance: 0.5 })], 'strict').catch(() => 0), store.load(BORAN)]
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      await ledger.open(to, 'keep')
      await Promise.all(late)
      await store.flush()
      for (const npcId of PEOPLE) expect((await ledger.person(npcId)).memories).toEqual([])
      const keys = (await (await openDatabase()).getAllKeys('memories')).filter(([seed]) => seed === to)
      expect(keys).toEqual([])
      expect((await onDisk(BORAN, from)).join(' ')).toContain('sheep')
    }
  })

  it('[MIND-357] what is noticed while memories are imported overwrites none of them and is not lost', async () => {
    const place = { x: 0, z: 0, name: 'the mill' }
    for (let turns = 0; turns < 24; turns++) {
      await beginAnew()
      const { store } = makeStore()
      const ledger = createLedger(store)
      await ledger.open('oak', 'keep')
      const tell = (text: string, durability: 'strict' | 'relaxed' = 'strict') => ledger.keep(MIRA, [draftMemory({ npcId: MIRA, worldSeconds: 99, place, kind: 'heard', text, importance: 0.5 })], durability)
      await tell('Before.')
      await store.flush()
      ledger.clear()
      // begun before: it belongs to what is replaced, or is refused
      const early = [tell('Begun before.').catch(() => []), tell('Begun before, too.', 'relaxed').catch(() => [])]
      const importing = ledger.renew(() => store.importAll('oak', [memory(MIRA, 0, 'Imported.'), memory(MIRA, 1, 'Imported, too.')]))
      for (let turn = 0; turn < turns; turn++) await (turns % 2 === 0 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve())
      await tell('Meanwhile.')
      await Promise.all([...early, importing])
      await store.flush()
      const all = ['Imported.', 'Imported, too.', 'Meanwhile.']
      expect((await ledger.person(MIRA)).memories.map(({ text }) => text)).toEqual(all)
      expect(await onDisk(MIRA)).toEqual(all)
    }
  })

  it('[MIND-357] what waits to be written when memories are replaced or forgotten is written over none of those that come after', async () => {
    for (const how of ['import', 'forget'] as const) {
      await beginAnew()
      const { store } = makeStore()
      await store.open('oak', 'keep')
      await store.add([memory(MIRA, 0, 'Before.')], 'strict')
      const changing = how === 'import' ? store.importAll('oak', [memory(MIRA, 0, 'Imported.')]) : store.forget('oak')
      for (let n = 0; n < 6; n++) {
        void store.add([memory(MIRA, n, `Late ${n}.`)], n % 2 === 0 ? 'strict' : 'relaxed')
        void store.load(MIRA)
        await Promise.resolve()
      }
      await changing
      await store.flush()
      const left = how === 'import' ? ['Imported.'] : []
      expect(await textsOf(store, MIRA)).toEqual(left)
      expect(await onDisk(MIRA)).toEqual(left)
    }
  })
})
