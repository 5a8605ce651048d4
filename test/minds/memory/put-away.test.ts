/** People who are not heard of for a while are put away, and come back whole. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { createAtHand } from '#minds/memory/at-hand.ts'
import { createLedger, type Ledger } from '#minds/memory/ledger.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { closeDatabase, openDatabase } from '#platform/storage/database.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'

const HOUR = 3_600
const person = (n: number): NpcId => `npc:0,0/${n}`
const place = { x: 1, z: 2, name: 'the mill of Alder Ford' }

/** A day of meetings: each hour twenty others meet the player, and tell something; the first one is met again at the end. */
async function liveThrough(ledger: Ledger, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    for (let n = 0; n < 20; n++) {
      const npcId = person(hour * 20 + n)
      const names = { [npcId]: 'Mira Tanner', player: 'the stranger' }
      const worldSeconds = hour * HOUR + n
      await ledger.observe([
        { event: { type: 'actor-seen', npcId, otherId: 'player', witnessIds: [npcId] }, worldSeconds, place, names },
        { event: { type: 'speech-said', conversationId: hour * 20 + n, speakerId: 'player', toId: npcId, text: `I lost ${n} sheep at the ford.`, source: 'player', news: null, witnessIds: [npcId] }, worldSeconds: worldSeconds + 1, place, names },
      ])
    }
  }
  // whatever was begun to be put away is
  await ledger.observe([])
  await new Promise((resolve) => setTimeout(resolve, 50))
}

const see = (ledger: Ledger, npcId: NpcId, worldSeconds: number): Promise<number> => ledger.observe([{ event: { type: 'actor-seen', npcId, otherId: 'player', witnessIds: [npcId] }, worldSeconds, place, names: { player: 'the stranger' } }])

const think = (ledger: Ledger, npcId: NpcId, worldSeconds: number): Promise<number> => ledger.observe([{ event: { type: 'thought-had', npcId, text: 'The ford is high.', source: 'builtin' }, worldSeconds, place, names: {} }])

beforeEach(async () => {
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
})

describe('putting people away', () => {
  for (const mode of ['keep', 'fresh', 'read'] as const) {
    it(`[MIND-320] of those met in a day few stay at hand, and all come back as if they had stayed (${mode})`, async () => {
      const ledger = createLedger(createMemoryStore())
      await ledger.open('oak', mode)
      await liveThrough(ledger, 24)
      await vi.waitFor(() => expect(ledger.size.people).toBeLessThan(80))
      const whole = createLedger(createTabStore(), () => true)
      await whole.open('oak', mode)
      await liveThrough(whole, 24)
      expect(whole.size.people).toBe(480)
      const question = { text: 'What did the stranger lose at the ford?', now: 24 * HOUR }
      for (let n = 0; n < 480; n += 37) {
        const [back, stayed] = [await ledger.person(person(n)), await whole.person(person(n))]
        expect(back.memories).toEqual(stayed.memories)
        expect(back.find(question, 5)).toEqual(stayed.find(question, 5))
      }
    })
  }

  it('[MIND-320] what is noticed again after that is weighed as a repetition, numbers go on, and an edit can be taken back', async () => {
    const ledger = createLedger(createMemoryStore())
    const whole = createLedger(createTabStore(), () => true)
    for (const each of [ledger, whole]) {
      await each.open('oak', 'keep')
      await think(each, person(0), 0)
      await each.reword((await each.person(person(0))).memories[0]!.id, 'I saw nobody.')
      await liveThrough(each, 6)
      await think(each, person(0), 6 * HOUR)
      await each.undo(person(0))
    }
    const texts = async (of: Ledger) => (await of.person(person(0))).memories.map(({ id, text, importance }) => ({ id, text, importance }))
    expect(await texts(ledger)).toEqual(await texts(whole))
    expect((await texts(ledger)).at(-1)!.text).toBe('The ford is high.')
  })

  it('[MIND-320] nobody is put away who could not be written, and what could not be written is not lost', async () => {
    let full = false
    const store = createMemoryStore({ open: () => (full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : openDatabase()) })
    await store.open('oak', 'keep')
    const ledger = createLedger(store)
    await ledger.open('oak', 'keep')
    full = true
    await liveThrough(ledger, 6)
    expect(ledger.size.people).toBe(120)
    full = false
    await store.flush()
    await see(ledger, person(119), 8 * HOUR)
    await vi.waitFor(() => expect(ledger.size.people).toBe(48))
    expect((await ledger.person(person(0))).memories.map(({ text }) => text).join(' ')).toContain('I lost 0 sheep')
  })
})

it('[MIND-320] a putting away that fails is tried again', async () => {
  const people = createAtHand(async (npcId: NpcId) => npcId, () => false)
  for (let n = 0; n < 60; n++) await people.get(`npc:0,0/${n}`)
  people.hear(10_000)
  await expect(people.putAway(() => Promise.reject(new Error('the disk is gone')), () => undefined)).rejects.toThrow('the disk is gone')
  expect(people.size).toBe(60)
  await people.putAway(async (npcIds) => npcIds, () => undefined)
  expect(people.size).toBe(48)
})
