/** Memories found by meaning: likeness beside words, learnt in the background, given up quietly. */
import { describe, expect, it } from 'vitest'
import type { Embedded, EmbeddingModel } from '#minds/embedding-model.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import type { PersonMemory } from '#minds/memory/person-memory.ts'
import { draftMemory } from '#minds/memory/make-memory.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { createMeanings, type Meanings } from '#minds/memory/meanings.ts'
import { createRecall } from '#minds/memory/recall.ts'
import { MIRA } from '../support/make-view.ts'

/** What words are about, one axis each; a little of all in everything, as real vectors have. */
const AXES: ReadonlyArray<readonly string[]> = [['hound', 'dog', 'wolf', 'animal', 'bit'], ['bread', 'loaf', 'hungry', 'eat'], ['rain', 'flood', 'wet', 'storm'], ['hurt', 'bit', 'wound', 'bled']]
const meant = (text: string): Float32Array => {
  const raw = AXES.map((words) => 0.3 + words.filter((word) => text.toLowerCase().includes(word)).length)
  const length = Math.hypot(...raw)
  return Float32Array.from(raw, (each) => each / length)
}

describe('likeness beside words', () => {
  const fill = (withMeaning: boolean): ReturnType<typeof createRecall> => {
    const recall = createRecall()
    const add = (id: string, text: string): void => recall.add({ id, text, ...(withMeaning ? { vector: meant(text) } : {}) })
    add('bite', 'A hound bit the miller by the ford.')
    add('bread', 'Ione gave me a loaf of bread.')
    add('rain', 'It rained and rained, and the flood took the bridge.')
    for (let i = 0; i < 40; i++) add(`cart ${i}`, `A cart passed the gate, the ${i}th today.`)
    return recall
  }
  const question = 'Was anybody wounded by an animal?'

  it('[MIND-230] finds what shares no word with the question', () => {
    expect(fill(false).recall(question, 3).map(({ id }) => id)).not.toContain('bite')
    expect(fill(true).recall({ text: question, vector: meant(question) }, 3)[0]?.id).toBe('bite')
    // a question without a vector is answered by words, whatever the memories hold
    expect(fill(true).recall(question, 3).map(({ id }) => id)).toEqual(fill(false).recall(question, 3).map(({ id }) => id))
  })

  it('[MIND-230] words and meaning are added: what has both comes first', () => {
    const recall = fill(true)
    recall.add({ id: 'both', text: 'The miller’s wound is healing.', vector: meant('wound') })
    expect(recall.recall({ text: 'How is the miller’s wound?', vector: meant('wound') }, 2)[0]?.id).toBe('both')
    expect(recall.recall({ text: 'Who gave you the loaf?', vector: meant('rain') }, 2).map(({ id }) => id)).toContain('bread')
  })

  it('[MIND-230] what is forgotten stays forgotten, and vectors of another model count for nothing', () => {
    const recall = fill(true)
    recall.remove('bite')
    expect(recall.recall({ text: question, vector: meant(question) }, 40).map(({ id }) => id)).not.toContain('bite')
    expect(recall.recall({ text: 'loaf', vector: new Float32Array([1, 0]) }, 1)[0]?.id).toBe('bread')
    recall.forgetVectors()
    expect(recall.recall({ text: 'Who is hungry and wants to eat?', vector: meant('hungry eat') }, 5).map(({ id }) => id)).not.toContain('bread')
  })
})

type Rig = { meanings: Meanings; person: PersonMemory; asked: Array<{ texts: number; role: string }>; spent: number[]; changes: number; clock: { ms: number }; settle(): Promise<void> }

async function rig({ memories = 70, answer = (texts: readonly string[]): Promise<Embedded> => Promise.resolve({ ok: true, vectors: texts.map(meant), tokens: texts.length * 5 }), mayPay = (): boolean => true, model = 'finder-1' } = {}): Promise<Rig> {
  const ledger = createLedger(createTabStore())
  await ledger.open('test', 'keep')
  await ledger.keep(MIRA, Array.from({ length: memories }, (_, n) => draftMemory({ npcId: MIRA, worldSeconds: n * 60, place: { x: 0, z: 0, name: 'the mill' }, kind: 'heard', text: n === 3 ? 'A hound bit the miller.' : `A cart passed, the ${n}th.`, importance: 0.4 })), 'relaxed')
  const clock = { ms: 0 }
  const asked: Rig['asked'] = []
  const spent: number[] = []
  const made: Rig = { meanings: createMeanings({ now: () => clock.ms, after: (ms, callback) => { const timer = setTimeout(callback, ms); return () => clearTimeout(timer) }, changed: () => made.changes++ }), person: await ledger.person(MIRA), asked, spent, changes: 0, clock, settle: async () => { for (let i = 0; i < 20; i++) await Promise.resolve() } }
  const embedding: EmbeddingModel = { model, embed: (texts, role) => { asked.push({ texts: texts.length, role }); return answer(texts) } }
  made.meanings.use({ model: embedding, setAside: () => (mayPay() ? ({ tokensIn }) => spent.push(tokensIn) : null) })
  return made
}

describe('learning what memories mean', () => {
  it('[MIND-231] learns in batches, once, and then finds by meaning', async () => {
    const { meanings, person, asked, spent, settle } = await rig()
    meanings.learn(person)
    await settle()
    expect(asked.map(({ texts }) => texts)).toEqual([32, 32, 6])
    expect(spent).toEqual([160, 160, 30])
    expect(meanings.status).toEqual({ model: 'finder-1', known: 70, trouble: null })
    meanings.learn(person)
    await settle()
    expect(asked.length).toBe(3)
    const vector = await meanings.of('Was anybody wounded by an animal?', 100)
    expect(person.find({ text: 'Was anybody wounded by an animal?', ...(vector ? { vector } : {}) }, 3)[0]?.memory.text).toBe('A hound bit the miller.')
    await meanings.of('Was anybody wounded by an animal?', 100)
    expect(asked.at(-1)).toEqual({ texts: 1, role: 'question' })
    expect(asked.length).toBe(4)
  })

  it('[MIND-231] a model that is slow keeps nobody waiting', async () => {
    const { meanings } = await rig({ answer: () => new Promise(() => undefined) })
    const started = performance.now()
    expect(await meanings.of('Who was it?', 30)).toBeNull()
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('[MIND-231] a model that fails is left alone for a minute, and told of', async () => {
    const works = { now: false }
    const { meanings, person, asked, clock, settle } = await rig({ answer: (texts) => Promise.resolve(works.now ? { ok: true, vectors: texts.map(meant), tokens: 1 } : { ok: false, message: 'It sleeps.' }) })
    meanings.learn(person)
    await settle()
    expect(meanings.status).toEqual({ model: 'finder-1', known: 0, trouble: 'It sleeps.' })
    expect(await meanings.of('Who?', 10)).toBeNull()
    expect(asked.length).toBe(1)
    works.now = true
    clock.ms = 61_000
    meanings.learn(person)
    await settle()
    expect(meanings.status).toEqual({ model: 'finder-1', known: 70, trouble: null })
  })

  it('[MIND-231] spends nothing that may not be spent, and what another model gave is forgotten', async () => {
    const may = { pay: false }
    const { meanings, person, asked, settle } = await rig({ mayPay: () => may.pay })
    meanings.learn(person)
    expect(await meanings.of('Who?', 10)).toBeNull()
    await settle()
    expect(asked).toEqual([])
    may.pay = true
    meanings.learn(person)
    await settle()
    expect(person.unmeant(100)).toEqual([])
    meanings.use(null)
    expect(person.unmeant(100).length).toBe(70)
    expect(meanings.status).toBeNull()
    expect(await meanings.of('Who?', 10)).toBeNull()
  })
})
