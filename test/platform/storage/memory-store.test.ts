/** Memories in a database: kills, damage, wiping, a full disk, two tabs, many seeds. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { draftMemory, toMemory } from '#minds/memory/make-memory.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { MemoryStore } from '#minds/memory/memory-store.ts'
import { closeDatabase, openDatabase } from '#platform/storage/database.ts'
import { createMemoryStore, type MemoryStorePorts } from '#platform/storage/memory-store.ts'
import { refusingDatabase } from '../../support/refusing-database.ts'

const MIRA: NpcId = 'npc:0,0/1'
const memory = (sequence: number, text = `Memory number ${sequence}.`, npcId = MIRA): Memory => toMemory(draftMemory({ npcId, worldSeconds: sequence * 10, place: { x: 1, z: 2, name: 'the mill' }, kind: 'heard', text, importance: 0.5 }, { about: ['player'] }), sequence)

/** A store whose timers run only when told. */
function makeStore(given: Partial<MemoryStorePorts> = {}): { store: MemoryStore; runTimers(): Promise<void> } {
  let waiting: Array<() => void> = []
  const store = createMemoryStore({ later: (callback) => void waiting.push(callback), estimate: () => Promise.resolve(1234), ...given })
  return {
    store,
    async runTimers() {
      const now = waiting
      waiting = []
      for (const callback of now) callback()
      await store.flush()
    },
  }
}

/** What a new tab finds. */
async function reopened(seed = 'oak'): Promise<{ store: MemoryStore; texts: string[] }> {
  const { store } = makeStore()
  await store.open(seed, 'keep')
  return { store, texts: (await store.load(MIRA)).memories.map(({ text }) => text) }
}

beforeEach(async () => {
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
})

describe('keeping memories', () => {
  it('[MIND-60] what was acknowledged as strict is there after a kill at any moment', async () => {
    for (let round = 0; round < 12; round++) {
      await closeDatabase()
      globalThis.indexedDB = new IDBFactory()
      const { store } = makeStore()
      await store.open('oak', 'keep')
      const acknowledged: string[] = []
      const all: Array<Promise<void>> = []
      for (let i = 0; i < 20; i++) {
        const one = memory(i)
        const strict = i % 3 === round % 3
        const kept = store.add([one], strict ? 'strict' : 'relaxed').then(() => {
          if (strict) acknowledged.push(one.text)
        })
        all.push(kept)
        // the tab is killed after a number of turns of the event loop that differs from round to round
        if (i === round + 3) {
          for (let turn = 0; turn < round; turn++) await new Promise((resolve) => setImmediate(resolve))
          break
        }
      }
      const told = [...acknowledged]
      const { texts } = await reopened()
      expect(texts).toEqual(expect.arrayContaining(told))
      expect(texts).toEqual([...texts].sort((a, b) => Number(a.match(/\d+/)?.[0]) - Number(b.match(/\d+/)?.[0])))
      await Promise.all(all)
    }
  })

  it('[MIND-60] relaxed memories are written behind, in order, and changes with them', async () => {
    const { store, runTimers } = makeStore()
    await store.open('oak', 'keep')
    const first = memory(0)
    await store.add([first, memory(1)], 'relaxed')
    expect((await store.status()).pendingWrites).toBe(2)
    expect((await reopened()).texts).toEqual([])
    await runTimers()
    expect((await store.status()).pendingWrites).toBe(0)
    await store.change(first, { pinned: true, recallCount: 4 })
    const { store: next } = await reopened()
    expect((await next.load(MIRA)).memories[0]).toMatchObject({ pinned: true, recallCount: 4 })
    expect(await store.status()).toMatchObject({ people: 1, memories: 2, durability: 'disk', problem: null, storageBytes: 1234 })
  })

  it('[MIND-61] damaged, truncated, misplaced and future records are set aside and said; the rest is remembered', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    await store.add([0, 1, 2, 3, 4, 5].map((i) => memory(i)), 'strict')
    const database = await openDatabase()
    const key = (sequence: number): [string, string, number] => ['oak', MIRA, sequence]
    await database.put('memories', { version: 1, memory: { ...memory(1), text: 'Somebody changed me.' } }, key(1))
    await database.put('memories', { version: 99, memory: { shape: 'unknown' } }, key(2))
    await database.put('memories', { version: 1, memory: { id: 'cut' } }, key(3))
    await database.put('memories', { version: 1, memory: memory(0) }, key(4))
    await database.put('memories', 'garbage', key(9))
    const { store: next, texts } = await reopened()
    expect(texts).toEqual(['Memory number 0.', 'Memory number 5.'])
    const { problem, durability } = await next.status()
    expect(problem).toContain('4 memories are damaged')
    expect(problem).toContain('1 comes from a newer version')
    expect(problem).toContain('3 are missing')
    expect(durability).toBe('disk')
    // new memories never take the number of what was set aside
    expect((await next.load(MIRA)).next).toBe(10)
    expect(await database.get('memories', key(1))).toMatchObject({ memory: { text: 'Somebody changed me.' } })
  })

  it('[MIND-61] what the player made a person forget is gone, and its number is not used again', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    const [first, second] = [memory(0), memory(1)]
    await store.add([first, second], 'strict')
    await store.remove(second)
    const { store: next, texts } = await reopened()
    expect(texts).toEqual(['Memory number 0.'])
    expect((await next.load(MIRA)).next).toBe(2)
    expect((await next.status()).problem).toBeNull()
  })

  it('[MIND-62] without storage people remember while the tab lives, and it is said', async () => {
    const { store } = makeStore({ open: () => Promise.reject(new Error('no storage here')) })
    await store.open('oak', 'keep')
    await store.add([memory(0)], 'strict')
    expect((await store.load(MIRA)).memories).toHaveLength(1)
    const status = await store.status()
    expect(status.durability).toBe('tab')
    expect(status.problem).toContain('only as long as this tab')
    expect(status.pendingWrites).toBe(1)
  })

  it('[MIND-62] a full disk is said, nothing is lost, and writing goes on when there is room', async () => {
    let full = true
    const open = async (): ReturnType<typeof openDatabase> => refusingDatabase(await openDatabase(), () => (full ? 'at once' : 'none'))
    const { store, runTimers } = makeStore({ open })
    await store.open('oak', 'keep')
    await store.add([memory(0), memory(1)], 'strict')
    expect(await store.status()).toMatchObject({ durability: 'tab', pendingWrites: 2 })
    expect((await store.status()).problem).toContain('no room left')
    expect((await store.load(MIRA)).memories).toHaveLength(2)
    full = false
    await runTimers()
    expect(await store.status()).toMatchObject({ durability: 'disk', pendingWrites: 0, problem: null })
    expect((await reopened()).texts).toHaveLength(2)
  })

  it('[MIND-63] storage wiped while running is filled again', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    await store.add([memory(0), memory(1)], 'strict')
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('percipi')
      request.onsuccess = () => resolve()
      request.onerror = () => reject(new Error('not deleted'))
    })
    await store.add([memory(2)], 'strict')
    expect((await reopened()).texts).toEqual(['Memory number 0.', 'Memory number 1.', 'Memory number 2.'])
  })

  it('[MIND-64] each seed has its own memories, and visits to others cost none', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    await store.add([memory(0, 'In oak.')], 'relaxed')
    await store.open('elm', 'keep')
    expect((await store.load(MIRA)).memories).toEqual([])
    await store.add([memory(0, 'In elm.')], 'relaxed')
    await store.open('oak', 'keep')
    expect((await store.load(MIRA)).memories.map(({ text }) => text)).toEqual(['In oak.'])
    expect(await store.status()).toMatchObject({ people: 1, memories: 1 })
  })

  it('[MIND-64] a fresh start neither reads nor touches what is stored', async () => {
    const first = makeStore().store
    await first.open('oak', 'keep')
    await first.add([memory(0, 'Kept.')], 'strict')
    const { store } = makeStore()
    await store.open('oak', 'fresh')
    expect((await store.load(MIRA)).memories).toEqual([])
    await store.add([memory(0, 'Only now.')], 'strict')
    expect((await store.status()).durability).toBe('tab')
    expect((await reopened()).texts).toEqual(['Kept.'])
  })

  it('[MIND-65] a second tab of one world reads, does not write, and says so', async () => {
    const first = makeStore().store
    await first.open('oak', 'keep')
    await first.add([memory(0)], 'strict')
    const second = makeStore().store
    await second.open('oak', 'read')
    expect((await second.load(MIRA)).memories).toHaveLength(1)
    await second.add([memory(1, 'From the second tab.')], 'strict')
    expect((await second.load(MIRA)).memories).toHaveLength(2)
    expect((await second.status()).problem).toContain('another tab')
    expect((await second.status()).durability).toBe('tab')
    await first.add([memory(1, 'From the first tab.')], 'strict')
    expect((await reopened()).texts).toEqual(['Memory number 0.', 'From the first tab.'])
  })

  it('[MIND-65] a tab that lets go writes what is left and nothing afterwards, and the other one goes on from there', async () => {
    const tabs = [makeStore(), makeStore()] as const
    await tabs[0].store.open('oak', 'keep')
    await tabs[1].store.open('oak', 'read')
    const told: string[] = []
    for (let turn = 0; turn < 6; turn++) {
      const [mine, other] = turn % 2 === 0 ? tabs : [tabs[1], tabs[0]]
      const { next } = await mine.store.load(MIRA)
      await mine.store.add([memory(next, `Strict ${turn}.`)], 'strict')
      await mine.store.add([memory(next + 1, `Relaxed ${turn}.`)], 'relaxed')
      told.push(`Strict ${turn}.`, `Relaxed ${turn}.`)
      await mine.store.letGo(true)
      await mine.store.add([memory(next + 2, 'Only in this tab.')], 'strict')
      await mine.runTimers()
      expect((await mine.store.status()).problem).toContain('another tab')
      await other.store.open('oak', 'keep')
      expect((await other.store.load(MIRA)).memories.map(({ text }) => text)).toEqual(told)
      expect((await other.store.status()).durability).toBe('disk')
    }
    expect((await reopened()).texts).toEqual(told)
  })

  it('[MIND-65] a tab that lost the right by force writes nothing more', async () => {
    const { store, runTimers } = makeStore()
    await store.open('oak', 'keep')
    await store.add([memory(0, 'Too late.')], 'relaxed')
    await store.letGo(false)
    await runTimers()
    expect((await reopened()).texts).toEqual([])
  })

  it('[MIND-66] export, import and forgetting', async () => {
    const { store } = makeStore()
    await store.open('oak', 'keep')
    await store.add([memory(0), memory(1)], 'relaxed')
    const all = await store.exportAll('oak')
    expect(all).toHaveLength(2)
    await store.open('elm', 'keep')
    await store.add([memory(0, 'In elm.')], 'strict')
    expect(await store.importAll('elm', all)).toBe(true)
    expect((await store.load(MIRA)).memories.map(({ text }) => text)).toEqual(['Memory number 0.', 'Memory number 1.'])
    await store.forget('elm')
    expect((await store.load(MIRA)).memories).toEqual([])
    expect((await reopened('oak')).texts).toHaveLength(2)
    await store.forget(null)
    expect((await reopened('oak')).texts).toEqual([])
  })
})
