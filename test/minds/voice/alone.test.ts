/** The built-in mind alone: idle thoughts, plans, nights. */
import { describe, expect, it } from 'vitest'
import { draftMemory, toMemory } from '#minds/memory/make-memory.ts'
import { isSupported } from '#minds/voice/muse.ts'
import { BORAN, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'

const needs = { food: 0.8, rest: 0.8, company: 0.7, duty: 0.6, safety: 0.9, shelter: 0.9 }

describe('alone', () => {
  it('[MIND-39] thoughts come from needs, stay short and vary', async () => {
    const talker = createTalker()
    const thoughts = new Set<string>()
    for (let i = 0; i < 30; i++) {
      const { outcome } = await talker.think(MIRA, 'monologue', i % 2 === 0 ? { needs: { ...needs, food: 0.05 } } : {})
      expect(outcome.thought?.length).toBeGreaterThan(0)
      expect(outcome.thought?.length).toBeLessThanOrEqual(120)
      expect(outcome.reply).toBeNull()
      if (outcome.thought) thoughts.add(outcome.thought)
      talker.now += 1200
    }
    expect([...thoughts].some((text) => /hungry|eat/i.test(text))).toBe(true)
    expect(thoughts.size).toBeGreaterThan(8)
  })

  it('[MIND-39] the plan is the best of what was weighed, with its reason', async () => {
    const { outcome, considered } = await createTalker().think(BORAN, 'plan')
    const chosen = considered.filter((each) => each.chosen)
    expect(chosen).toHaveLength(1)
    expect(chosen[0]!.weight).toBe(Math.max(...considered.map(({ weight }) => weight)))
    // a plan of two steps: its first is what is done now, and why
    expect(chosen[0]!.label).toBe('talk it over with Mira, then get on with the work')
    expect(outcome.decision).toMatchObject({ skillId: 'talk', targetId: MIRA, reason: 'Mira would know what to do, and I mean to talk it over with Mira' })
  })

  it('[MIND-40] insights rest on own memories of whom they are about', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    for (const text of ['I am Ada', 'I come from the sea', 'I lost my dog', 'You are very kind', 'How are you?']) await talker.say(MIRA, text)
    await talker.think(MIRA, 'reflect')
    const { memories } = await talker.ledger.person(MIRA)
    const insights = memories.filter(({ kind }) => kind === 'reflection')
    expect(insights.length).toBeGreaterThan(0)
    expect(insights.length).toBeLessThanOrEqual(3)
    for (const insight of insights) {
      expect(insight.text).toContain('Ada')
      expect(isSupported(insight, memories)).toBe(true)
    }
  })

  it('[MIND-40] an insight with foreign, missing or beside-the-point evidence is dropped', () => {
    const base = { npcId: MIRA, worldSeconds: 1, place: { x: 0, z: 0, name: 'here' }, kind: 'heard' as const, text: 'x', importance: 0.5 }
    const own = toMemory(draftMemory(base, { about: ['player'] }), 0)
    const foreign = toMemory(draftMemory({ ...base, npcId: BORAN }, { about: ['player'] }), 1)
    const insight = (evidence: string[], about: typeof own.about = ['player']): boolean => isSupported(draftMemory({ ...base, kind: 'reflection' }, { evidence, about }), [own, foreign])
    expect(insight([own.id])).toBe(true)
    expect(insight([])).toBe(false)
    expect(insight([own.id, foreign.id])).toBe(false)
    expect(insight([`${MIRA}#99`])).toBe(false)
    expect(insight([own.id], [BORAN])).toBe(false)
  })
})
