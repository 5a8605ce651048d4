/** The night: the faint go, runs become one, what matters stays. */
import { expect, it } from 'vitest'
import { createLedger } from '#minds/memory/ledger.ts'
import { consolidate } from '#minds/memory/consolidate.ts'
import { draftMemory, toMemory, type MemoryDraft } from '#minds/memory/make-memory.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { createRng, nextFloat, pick } from '#core/rng.ts'
import { MIRA } from '../support/make-view.ts'

const DAY = 86_400
const place = { x: 0, z: 0, name: 'the mill' }
const draft = (day: number, text: string, importance: number, more: Partial<MemoryDraft> = {}): MemoryDraft => draftMemory({ npcId: MIRA, worldSeconds: day * DAY, place, kind: 'perceived', text, importance }, more)
const held = (drafts: readonly MemoryDraft[]) => drafts.map((one, n) => toMemory(one, n))

it('[MIND-153] lets faint old memories go; pins, facts, wounds, weighty and fresh ones stay', () => {
  const memories = held([
    draft(0, 'I saw a crow.', 0.06), draft(0, 'I saw the mill burn.', 0.9), draft(0, 'I saw a pin.', 0.06, { pinned: true }), draft(0, 'Ada comes from the sea.', 0.06, { kind: 'fact' }), draft(0, 'A bad memory of fire.', 0.06, { kind: 'wound' }), draft(19, 'I saw a crow today.', 0.06),
  ])
  expect(consolidate(memories, 20 * DAY).forget.map(({ text }) => text)).toEqual(['I saw a crow.'])
})

it('[MIND-153] of four and more of the same one stays, and an “often” that rests on it; the next night makes no second one', () => {
  const memories = held(Array.from({ length: 9 }, (_, day) => draft(day, 'I saw Boran Ashby at the mill.', 0.06, { about: ['npc:0,0/2'] })))
  const { forget, often } = consolidate(memories, 30 * DAY)
  expect(forget).toHaveLength(8)
  expect(often).toMatchObject([{ kind: 'reflection', text: 'Often I saw Boran Ashby at the mill.', about: ['npc:0,0/2'], evidence: [memories.at(-1)!.id] }])
  const next = held([...memories, ...often])
  expect(consolidate(next, 31 * DAY).often).toEqual([])
})

it('[MIND-153] a hundred days of a busy life: what is at hand stops growing, what mattered is found on the last day, and the store holds no more than the hand', async () => {
  const rng = createRng(5)
  const store = createTabStore()
  const ledger = createLedger(store)
  await ledger.open('oak', 'keep')
  const sizes: number[] = []
  for (let day = 0; day < 100; day++) {
    const drafts = Array.from({ length: 40 }, (_, n) => draft(day + n / 50, `I saw ${pick(rng, ['Boran', 'Elsin', 'Cole', 'Anna', 'Wat'])} ${pick(rng, ['mending', 'carrying', 'selling', 'hiding', 'counting'])} ${Math.floor(nextFloat(rng) * 30)} ${pick(rng, ['sacks', 'eggs', 'nails', 'ropes'])}.`, nextFloat(rng) * 0.4))
    if (day === 3) drafts.push(draft(day, 'The stranger gave me a silver comb.', 0.8, { kind: 'heard' }))
    await ledger.keep(MIRA, drafts, 'relaxed')
    await ledger.sleep(MIRA, (day + 0.95) * DAY)
    sizes.push((await ledger.person(MIRA)).memories.length)
  }
  expect(Math.max(...sizes.slice(50))).toBeLessThan(1_000)
  expect(sizes.at(-1)! - sizes[60]!).toBeLessThan(60)
  const person = await ledger.person(MIRA)
  expect(person.find('silver comb', 3)[0]!.memory.text).toContain('silver comb')
  expect((await store.load(MIRA)).memories.length).toBe(person.memories.length)
})

it('[HOUSE-33] what a night took is let go of by what finds memories, too: what is found is what a reload finds, meanings and all', async () => {
  const store = createTabStore()
  const ledger = createLedger(store)
  await ledger.open('oak', 'keep')
  const faint = Array.from({ length: 300 }, (_, n) => draft(n / 100, `I saw ${['Boran', 'Elsin', 'Cole'][n % 3]} carry sack ${n} to the mill.`, 0.03))
  const weighty = Array.from({ length: 12 }, (_, n) => draft(3 + n / 100, `Cole swore by the ${n}th stone of the mill.`, 0.9))
  const [, ...kept] = await ledger.keep(MIRA, [...faint, ...weighty], 'relaxed')
  const person = await ledger.person(MIRA)
  expect(person.find('Who carried a sack to the mill?', 5)).toHaveLength(5)
  const meant = kept.at(-1)!.id
  person.mean(meant, Float32Array.of(0, 1))
  expect(await ledger.sleep(MIRA, 40 * DAY)).toBeGreaterThan(250)
  const again = createLedger(store)
  await again.open('oak', 'keep')
  const question = { text: 'What did Cole swear of the mill?', now: 40 * DAY }
  expect(person.find(question, 8)).toEqual((await again.person(MIRA)).find(question, 8))
  expect(person.find({ text: 'zorkmid', vector: Float32Array.of(0, 1) }, 3).map(({ memory }) => memory.id)).toEqual([meant])
})
