/** A device without room: writes refused at any moment lose nothing acknowledged, and everything is written when there is room again. */
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { draftMemory, toMemory } from '#minds/memory/make-memory.ts'
import type { Memory } from '#minds/memory/memory.ts'
import { closeDatabase, openDatabase } from '#platform/storage/database.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'
import { createWorldStore } from '#platform/storage/world-store.ts'
import { refusingDatabase, type Refusal } from '../../support/refusing-database.ts'

const MIRA: NpcId = 'npc:0,0/1'
const memory = (sequence: number, seed = 'oak'): Memory => toMemory(draftMemory({ npcId: MIRA, worldSeconds: sequence * 10, place: { x: 1, z: 2, name: 'the mill' }, kind: 'heard', text: `In ${seed}: ${sequence}.`, importance: 0.5 }, { about: ['player'] }), sequence)

async function beginAnew(): Promise<void> {
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
}

function makeStore() {
  let refusal: Refusal = 'none'
  const waiting: Array<() => void> = []
  let changes = 0
  const store = createMemoryStore({
    open: async () => refusingDatabase(await openDatabase(), () => refusal),
    later: (callback) => void waiting.push(callback),
    estimate: () => Promise.resolve(1),
    changed: () => void changes++,
  })
  return {
    store,
    refuse: (how: Refusal) => void (refusal = how),
    changes: () => changes,
    async runTimers() {
      for (const callback of waiting.splice(0)) callback()
      await store.flush()
    },
  }
}

async function onDisk(seed = 'oak'): Promise<string[]> {
  const { store } = makeStore()
  await store.open(seed, 'keep')
  return (await store.load(MIRA)).memories.map(({ text }) => text)
}

const step = fc.oneof(
  fc.record({ what: fc.constant('add' as const), durability: fc.constantFrom('strict' as const, 'relaxed' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ what: fc.constant('refuse' as const), how: fc.constantFrom<Refusal>('none', 'at once', 'at the end') }),
  fc.record({ what: fc.constant('pin' as const) }),
  fc.record({ what: fc.constant('time' as const) }),
)

it('[MIND-62] writes refused at any moment lose nothing acknowledged; with room again all is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      await beginAnew()
      const { store, refuse, runTimers } = makeStore()
      await store.open('oak', 'keep')
      const all: string[] = []
      let acknowledged: string[] = []
      for (const one of steps) {
        if (one.what === 'refuse') refuse(one.how)
        else if (one.what === 'time') await runTimers()
        else if (one.what === 'pin') {
          if (all.length > 0) await store.change(memory(0), { pinned: true })
        } else {
          const added = Array.from({ length: one.count }, (_, i) => memory(all.length + i))
          all.push(...added.map(({ text }) => text))
          await store.add(added, one.durability)
        }
        const { durability, pendingWrites, problem } = await store.status()
        // this is what the player is told
        if (durability === 'disk' && pendingWrites === 0) acknowledged = [...all]
        if (durability === 'tab') expect(problem).toContain('no room left')
        expect((await store.load(MIRA)).memories.map(({ text }) => text)).toEqual(all)
        expect(await onDisk()).toEqual(expect.arrayContaining(acknowledged))
      }
      refuse('none')
      await runTimers()
      await runTimers()
      expect(await store.status()).toMatchObject({ durability: 'disk', pendingWrites: 0, problem: null })
      expect(await onDisk()).toEqual(all)
    }),
    { numRuns: 60 },
  )
})

it('[MIND-62] a full device is told once, with what to do, and its end once', async () => {
  await beginAnew()
  const { store, refuse, runTimers, changes } = makeStore()
  await store.open('oak', 'keep')
  refuse('at the end')
  for (let i = 0; i < 5; i++) {
    await store.add([memory(i)], 'strict')
    await runTimers()
  }
  expect(changes()).toBe(1)
  const { problem } = await store.status()
  for (const words of ['Save this world to a file', 'forget other worlds', 'tried again']) expect(problem).toContain(words)
  refuse('none')
  await runTimers()
  await store.add([memory(5)], 'strict')
  expect(changes()).toBe(2)
})

it('[MIND-62] what could not be written when a seed was left is remembered on return, and written once there is room', async () => {
  await beginAnew()
  const { store, refuse, runTimers } = makeStore()
  await store.open('oak', 'keep')
  refuse('at the end')
  await store.add([memory(0), memory(1)], 'strict')
  await store.open('elm', 'keep')
  expect((await store.load(MIRA)).memories).toEqual([])
  expect((await store.status()).pendingWrites).toBe(2)
  await store.open('oak', 'keep')
  expect((await store.load(MIRA)).memories).toHaveLength(2)
  expect((await store.load(MIRA)).next).toBe(2)
  await store.open('elm', 'keep')
  refuse('none')
  await store.add([memory(0, 'elm')], 'strict')
  await runTimers()
  expect((await store.status()).pendingWrites).toBe(0)
  expect(await onDisk()).toEqual(['In oak: 0.', 'In oak: 1.'])
  expect(await onDisk('elm')).toEqual(['In elm: 0.'])
})

it('[MIND-62] what another tab stored meanwhile under the same number stays', async () => {
  await beginAnew()
  const { store, refuse, runTimers } = makeStore()
  await store.open('oak', 'keep')
  refuse('at once')
  await store.add([memory(0)], 'strict')
  await store.open('elm', 'keep')
  const other = makeStore().store
  await other.open('oak', 'keep')
  await other.add([memory(0, 'another tab')], 'strict')
  refuse('none')
  await store.add([memory(0, 'elm')], 'strict')
  await runTimers()
  expect(await onDisk()).toEqual(['In another tab: 0.'])
})

it('[MIND-63] storage wiped again and again while memories are being written is filled each time', async () => {
  await beginAnew()
  const { store, runTimers } = makeStore()
  await store.open('oak', 'keep')
  for (let i = 0; i < 8; i++) {
    const added = store.add([memory(i)], i % 2 === 0 ? 'strict' : 'relaxed')
    const wiped = new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('percipi')
      request.onsuccess = resolve
      request.onerror = resolve
    })
    await Promise.all([added, wiped])
    expect((await store.load(MIRA)).memories).toHaveLength(i + 1)
  }
  await runTimers()
  await store.add([memory(8)], 'strict')
  expect(await onDisk()).toEqual(Array.from({ length: 9 }, (_, i) => `In oak: ${i}.`))
  expect(await store.status()).toMatchObject({ durability: 'disk', problem: null })
})

it('[SES-32] a full disk that the browser gives no name to is explained all the same', async () => {
  await beginAnew()
  const broken = (name: string) => createWorldStore(() => Promise.reject(new DOMException('Internal error opening backing store', name)))
  expect(await broken('UnknownError').save('oak', {})).toContain('free disk space')
  expect(await broken('SecurityError').save('oak', {})).toContain('Allow site storage')
})

it('[SES-32] a world that cannot be kept says so in the words of its memories, and is kept when there is room', async () => {
  await beginAnew()
  let refusal: Refusal = 'none'
  const worlds = createWorldStore(async () => refusingDatabase(await openDatabase(), () => refusal))
  expect(await worlds.save('oak', { day: 1 })).toBeNull()
  refusal = 'at the end'
  const { store, refuse } = makeStore()
  await store.open('oak', 'keep')
  refuse('at once')
  await store.add([memory(0)], 'strict')
  expect(await worlds.save('oak', { day: 2 })).toBe((await store.status()).problem)
  expect((await worlds.load('oak')).snapshot).toEqual({ day: 1 })
  refusal = 'none'
  expect(await worlds.save('oak', { day: 3 })).toBeNull()
  await worlds.save('elm', { day: 1 })
  await worlds.setAside('elm')
  expect(await worlds.list()).toEqual(['elm', 'oak'])
  await worlds.remove('elm')
  // oak is known by what Mira remembers of it, too
  await worlds.remove('oak')
  expect(await worlds.list()).toEqual([])
  refuse('none')
  await store.flush()
  expect(await worlds.list()).toEqual(['oak'])
})
