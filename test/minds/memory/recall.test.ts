/** Recall: finds what matters, bends it within bounds, and does not repeat itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boostOf } from '#minds/memory/rank.ts'
import { createRecall } from '#minds/memory/recall.ts'
import { termsOf } from '#minds/memory/tokens.ts'
import { QUESTIONS, SESSIONS } from '../support/long-dialogue.ts'
import { rankPlain, shareFound } from '../support/plain-bm25.ts'

const turns = SESSIONS.flatMap(({ turns: lines, time, when }, i) => lines.map((line, j) => ({ id: `${i + 1}:${j + 1}`, speaker: line.split(': ')[0] ?? '', text: line.slice(line.indexOf(': ') + 2), time, when, conversation: i })))

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe('recall', () => {
  it('[MIND-10] finds the evidence of a long dialogue far more often than plain BM25, and than the sum with recency', () => {
    const recall = createRecall()
    for (const turn of turns) recall.add(turn)
    const ranked = (question: string): string[] => recall.recall(question, 10).map(({ id }) => id)
    const plain = (question: string, recency: boolean): string[] => rankPlain(turns.map(({ text }) => text), question, recency).map((i) => turns[i]?.id ?? '')
    const ours = mean(QUESTIONS.map(({ text, evidence }) => shareFound(ranked(text), evidence, 10)))
    const bm25 = mean(QUESTIONS.map(({ text, evidence }) => shareFound(plain(text, false), evidence, 10)))
    const trap = mean(QUESTIONS.map(({ text, evidence }) => shareFound(plain(text, true), evidence, 10)))
    expect(ours).toBeGreaterThan(0.8)
    expect(ours).toBeGreaterThan(bm25 + 0.2)
    expect(ours).toBeGreaterThan(trap + 0.2)
    const hops = QUESTIONS.filter(({ hops: several }) => several)
    expect(mean(hops.map(({ text, evidence }) => shareFound(ranked(text), evidence, 10)))).toBeGreaterThan(0.65)
  })

  it('[MIND-10] hears the answer that follows a question', () => {
    const recall = createRecall()
    recall.add({ id: 'ask', text: 'What is your favourite dish?', speaker: 'Ada', conversation: 1 })
    recall.add({ id: 'answer', text: 'Lentils with vinegar.', speaker: 'Ben', conversation: 1 })
    for (let i = 0; i < 30; i++) recall.add({ id: `other ${i}`, text: `The ${i}th cart passed by the gate.`, speaker: 'Ben', conversation: 2 + i })
    expect(recall.recall('What is Ben’s favourite dish?', 1)[0]?.id).toBe('answer')
  })

  it('[MIND-11] bends relevance within bounds only', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, fc.double({ min: -1, max: 1, noNaN: true }), unit, (recency, importance, mood, presence) => {
        const boost = boostOf({ recency, importance, mood, presence })
        expect(boost).toBeGreaterThanOrEqual(0.65)
        expect(boost).toBeLessThanOrEqual(1.61)
      }),
    )
    const recall = createRecall()
    recall.add({ id: 'old', text: 'The miller hid a silver cup under the stair.', time: 0, importance: 0.1 })
    for (let i = 0; i < 50; i++) recall.add({ id: `new ${i}`, text: `I greeted a neighbour at the well, number ${i}.`, time: 8_000_000 + i, importance: 1 })
    expect(recall.recall({ text: 'silver cup', now: 8_000_100 }, 3)[0]?.id).toBe('old')
  })

  it('[MIND-11] prefers the newer and the weightier of two alike', () => {
    const recall = createRecall()
    recall.add({ id: 'old', text: 'Cole mended the north fence.', time: 0, conversation: 1 })
    for (let i = 0; i < 8; i++) recall.add({ id: `between ${i}`, text: `A day of rain, the ${i}th.`, time: 86_400 * (i + 1), conversation: 10 + i })
    recall.add({ id: 'new', text: 'Cole mended the south fence.', time: 864_000, conversation: 2 })
    expect(recall.recall({ text: 'Cole fence', now: 864_100 }, 2).map(({ id }) => id)).toEqual(['new', 'old'])
    recall.update('old', { importance: 1, pinned: true })
    expect(recall.recall({ text: 'Cole fence', now: 864_100 }, 2).map(({ id }) => id)).toEqual(['old', 'new'])
  })

  it('[MIND-12] does not give one thing ten times', () => {
    const recall = createRecall()
    for (let i = 0; i < 12; i++) recall.add({ id: `same ${i}`, text: 'I saw Cole carry water from the well to the inn.', conversation: i })
    recall.add({ id: 'other', text: 'Cole fell into the well when he was a boy.', conversation: 99 })
    expect(recall.recall('Cole and the well', 2).map(({ id }) => id)).toContain('other')
  })

  it('[MIND-13] follows a name one hop further', () => {
    const recall = createRecall()
    recall.add({ id: 'thief', text: 'The one who took the bell was seen with Osric.', about: ['npc:osric'], conversation: 1 })
    recall.add({ id: 'where', text: 'He keeps a hut beyond the marsh.', about: ['npc:osric'], conversation: 2 })
    for (let i = 0; i < 40; i++) recall.add({ id: `noise ${i}`, text: `Somebody sang by the fire, verse ${i}.`, about: [`npc:${i}`], conversation: 10 + i })
    const found = recall.recall('Who took the bell?', 3)
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['thief', 'where']))
    expect(found.find(({ id }) => id === 'where')?.because).toBe('hop')
  })

  it('[MIND-14] always gives a pinned fact about those present and the last turns of the talk', () => {
    const recall = createRecall()
    recall.add({ id: 'name', text: 'The stranger told me their name: Ada.', about: ['player'], pinned: true, kind: 'fact' })
    for (let i = 0; i < 40; i++) recall.add({ id: `noise ${i}`, text: `The barley by the mill is ripe, row ${i}.`, conversation: i })
    for (let i = 0; i < 5; i++) recall.add({ id: `turn ${i}`, text: `Word ${i} of something else.`, conversation: 77 })
    const ids = recall.recall({ text: 'barley', present: ['player'], conversation: 77 }, 5).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['name', 'turn 2', 'turn 3', 'turn 4']))
    expect(ids).not.toContain('turn 1')
  })

  it('[MIND-15] gives at most k different living memories, best first, the same every time', () => {
    const word = fc.constantFrom('mill', 'bread', 'Cole', 'storm', 'river', 'the', 'sang', 'wolf', 'Ada', '')
    const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(fc.record({ text, time: fc.nat(1e6), speaker: fc.constantFrom('Ada', 'Cole') }), { maxLength: 40 }), text, fc.integer({ min: 1, max: 12 }), (entries, question, k) => {
        const recall = createRecall()
        entries.forEach((entry, i) => recall.add({ id: `${i}`, ...entry }))
        for (let i = 0; i < entries.length; i += 3) recall.remove(`${i}`)
        const once = recall.recall(question, k)
        expect(recall.recall(question, k)).toEqual(once)
        expect(once.length).toBeLessThanOrEqual(k)
        expect(new Set(once.map(({ id }) => id)).size).toBe(once.length)
        expect(once.every(({ id, score }) => Number(id) % 3 !== 0 && Number.isFinite(score))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('[MIND-17] answers the same whatever was asked meanwhile', () => {
    const word = fc.constantFrom('mill', 'bread', 'Cole', 'storm', 'river', 'sang', 'wolf', 'Ada', 'said', 'told', 'horse')
    const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))
    const entry = fc.record({ text, asked: fc.option(text), time: fc.nat(1e5), speaker: fc.constantFrom('Ada', 'Cole') })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 20, maxLength: 200 }), text, (entries, question) => {
        const busy = createRecall()
        const quiet = createRecall()
        entries.forEach(({ asked, ...rest }, i) => {
          busy.add({ id: `${i}`, ...rest })
          quiet.add({ id: `${i}`, ...rest })
          if (asked !== null) busy.recall(asked, 5)
        })
        expect(busy.recall(question, 10)).toEqual(quiet.recall(question, 10))
      }),
      { numRuns: 40 },
    )
  })

  it('[MIND-16] takes words of one family for one term', () => {
    expect(new Set(termsOf('bake baked baking bakes baker bakers'))).toHaveLength(1)
    expect(new Set(termsOf('camp camped camping camps'))).toHaveLength(1)
    expect(new Set(termsOf('story stories'))).toHaveLength(1)
    expect(new Set(termsOf('bought buy buying'))).toHaveLength(1)
    expect(termsOf('What did the of and is?')).toEqual([])
    expect(termsOf('Müller Ærø 東京 42')).toHaveLength(4)
  })
})
