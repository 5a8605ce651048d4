/** What witnesses keep of what happens. */
import { describe, expect, it } from 'vitest'
import { IMPORTANCE, importanceOf } from '#minds/memory/importance.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { memoryHash } from '#minds/memory/make-memory.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import type { ActorId } from '#core/ids.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { BORAN, ELSIN, MIRA } from '../support/make-view.ts'

const names = { [MIRA]: 'Mira Tanner', [BORAN]: 'Boran Ashby', [ELSIN]: 'Elsin Reed', player: 'the stranger' }

function village(): { tell(event: WorldEvent, worldSeconds?: number): Promise<number>; of(id: typeof MIRA): Promise<string[]>; ledger: ReturnType<typeof createLedger> } {
  const ledger = createLedger(createTabStore())
  return {
    ledger,
    tell: (event, worldSeconds = 30_000) => ledger.observe([{ event, worldSeconds, place: { x: 1, z: 2, name: 'the mill of Alder Ford' }, names }]),
    of: async (id) => (await ledger.person(id)).memories.map(({ text }) => text),
  }
}
const said = (text: string, more: Partial<Extract<WorldEvent, { type: 'speech-said' }>> = {}): WorldEvent => ({ type: 'speech-said', conversationId: 1, speakerId: 'player', toId: MIRA, text, source: 'player', news: null, witnessIds: [MIRA], ...more })

describe('observing', () => {
  it('[MIND-1] each witness keeps its own side, with names and place', async () => {
    const { tell, of } = village()
    await tell(said('The wheel broke.', { speakerId: BORAN, toId: MIRA, source: 'model', witnessIds: [MIRA, BORAN, ELSIN] }))
    expect(await of(MIRA)).toEqual(['Boran Ashby said to me: “The wheel broke.”'])
    expect(await of(BORAN)).toEqual(['I said to Mira Tanner: “The wheel broke.”'])
    expect(await of(ELSIN)).toEqual(['I heard Boran Ashby say to Mira Tanner: “The wheel broke.”'])
  })

  it('[MIND-1] who was not there keeps nothing, and a thought stays with its thinker', async () => {
    const { tell, of } = village()
    await tell(said('Only for you.', { speakerId: BORAN, source: 'model', witnessIds: [MIRA, BORAN] }))
    await tell({ type: 'thought-had', npcId: MIRA, text: 'I wonder about him.', source: 'builtin' })
    expect(await of(ELSIN)).toEqual([])
    expect(await of(BORAN)).toHaveLength(1)
    expect(await of(MIRA)).toContain('I wonder about him.')
  })

  it('[MIND-2] importance follows the table, novelty and feeling', () => {
    expect(IMPORTANCE['kin-death']).toBe(1)
    expect(importanceOf('promise', 0)).toBeGreaterThan(importanceOf('said-to-me', 0))
    expect(importanceOf('weather', 0, 1)).toBeLessThan(importanceOf('promise', 9))
    expect(importanceOf('gift', 3)).toBeLessThan(importanceOf('gift', 0))
    expect(importanceOf('insult', 0, 0.6)).toBeGreaterThan(importanceOf('insult', 0))
    expect(importanceOf('kin-death', 0, 1)).toBe(1)
  })

  it('[MIND-3] routine is kept once, what others do every day not at all', async () => {
    const { tell, of } = village()
    const work: WorldEvent = { type: 'skill-start', npcId: MIRA, skillId: 'work', activity: 'kneading dough', why: 'there is bread to bake', witnessIds: [MIRA, BORAN] }
    for (let i = 0; i < 5; i++) await tell(work, 30_000 + i * 600)
    for (let i = 0; i < 5; i++) await tell({ type: 'weather-change', weather: 'rain', witnessIds: [MIRA, BORAN] }, 30_000 + i * 600)
    expect((await of(MIRA)).filter((text) => text.includes('kneading'))).toHaveLength(1)
    expect((await of(BORAN)).filter((text) => text.includes('kneading'))).toHaveLength(0)
    expect((await of(BORAN)).filter((text) => text.includes('Rain'))).toHaveLength(1)
  })

  it('[MIND-4] a newer fact ends the older, which stays with its time', async () => {
    const { tell, ledger } = village()
    await tell(said('I am Ada.'), 1000)
    await tell(said('I am tired.'), 2000)
    await tell(said('I feel happy today.'), 3000)
    await tell(said('My name is Adeline, really.'), 4000)
    const facts = (await ledger.person(MIRA)).memories.filter(({ kind }) => kind === 'fact')
    const holding = facts.filter(({ validTo }) => validTo === null).map(({ triple }) => triple?.slice(1).join(' '))
    expect(holding).toEqual(expect.arrayContaining(['feels happy', 'name Adeline']))
    expect(holding).toHaveLength(2)
    const first = facts.find(({ triple }) => triple?.[2] === 'Ada')
    expect(first?.validTo).toBe(4000)
    expect(facts.find(({ triple }) => triple?.[2] === 'Adeline')?.supersedes).toBe(first?.id)
    expect(facts.find(({ triple }) => triple?.[2] === 'Adeline')?.pinned).toBe(true)
  })

  it('[MIND-4] a thing found ends its being lost', async () => {
    const { tell, ledger } = village()
    await tell(said('I lost my dog.'), 1000)
    await tell(said('I found my dog!'), 9000)
    const facts = (await ledger.person(MIRA)).memories.filter(({ kind }) => kind === 'fact')
    expect(facts.find(({ triple }) => triple?.[1] === 'lost')?.validTo).toBe(9000)
    expect(facts.find(({ triple }) => triple?.[1] === 'found')?.validTo).toBeNull()
  })

  it('[MIND-5] numbers have no gaps, fingerprints fit, texts are capped', async () => {
    const { tell, ledger } = village()
    for (let i = 0; i < 12; i++) await tell(said(`${'word '.repeat(120)} ${i}`), 1000 * i)
    const { memories } = await ledger.person(MIRA)
    expect(memories.map(({ sequence }) => sequence)).toEqual(memories.map((_, i) => i))
    expect(memories.every((memory) => memory.hash === memoryHash(memory) && memory.text.length <= 240 && memory.id === `${MIRA}#${memory.sequence}`)).toBe(true)
  })

  it('[MIND-7] news keeps its first source and an unbroken chain, and grows less sure', async () => {
    const { tell, ledger } = village()
    await tell(said('The bridge at Westwick has fallen.', { toId: BORAN, witnessIds: [BORAN] }))
    const first = (await ledger.person(BORAN)).memories.at(-1)
    const news = (hops: number, confidence: number, fromId: ActorId) => ({ text: 'The bridge at Westwick has fallen.', fromId, hops, confidence })
    await tell(said('Oh, listen: the stranger told me, this morning: “The bridge at Westwick has fallen.”', { speakerId: BORAN, source: 'builtin', news: news(1, 0.5, 'player'), witnessIds: [MIRA, BORAN] }))
    const second = (await ledger.person(MIRA)).memories.at(-1)
    expect(second?.text).toBe('Boran Ashby told me, who had it from the stranger: “The bridge at Westwick has fallen.”')
    expect(second?.source).toMatchObject({ fromId: BORAN, hops: 2 })
    expect(second?.source?.confidence).toBeLessThan(first?.source?.confidence ?? 0)
    await tell(said('Something small: Boran Ashby told me, just now: “The bridge at Westwick has fallen.”', { speakerId: MIRA, toId: ELSIN, source: 'builtin', news: news(2, 0.3, BORAN), witnessIds: [MIRA, ELSIN] }))
    expect((await ledger.person(ELSIN)).memories.at(-1)?.source).toMatchObject({ fromId: MIRA, hops: 3 })
    expect((await ledger.person(ELSIN)).memories.at(-1)?.text).toContain('who had it from Boran Ashby')
  })

  it('[MIND-7] talk without news is not kept word for word', async () => {
    const { tell, of } = village()
    await tell(said('Good day, Mira. At least the sky is kind today.', { speakerId: BORAN, source: 'builtin', witnessIds: [MIRA, BORAN, ELSIN] }))
    expect([...(await of(MIRA)), ...(await of(BORAN)), ...(await of(ELSIN))]).toEqual([])
  })

  it('[MIND-6] only those who heard the name know it', async () => {
    const { tell, of } = village()
    await tell(said('Call me Ada.', { witnessIds: [MIRA, ELSIN] }))
    await tell({ type: 'actor-seen', npcId: BORAN, otherId: 'player', witnessIds: [BORAN] })
    await tell({ type: 'actor-seen', npcId: ELSIN, otherId: 'player', witnessIds: [ELSIN] })
    expect((await of(BORAN)).join(' ')).not.toContain('Ada')
    expect((await of(BORAN)).join(' ')).toContain('the stranger')
    expect((await of(ELSIN)).at(-1)).toContain('I saw Ada')
  })
})
