/** Deliberation: seeds, immediate kills, futures, halving, reasons, and regret against a hidden truth. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTS, actNumber } from '#minds/deliberation/acts.ts'
import { deliberate } from '#minds/deliberation/deliberate.ts'
import { readMatter } from '#minds/deliberation/matter-at-hand.ts'
import { readProposals } from '#minds/deliberation/proposals.ts'
import { sift } from '#minds/deliberation/sift.ts'
import { createSmallWorld } from '#minds/deliberation/small-world.ts'
import { branchesFor } from '#minds/tiers.ts'
import { LENS_IDS, startLenses, type LensId } from '#simulation/npc/lenses.ts'
import { drawDilemma, regretsOf } from '../support/dilemmas.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'

const lensesOf = (weights: readonly number[]): Map<LensId, number> => new Map(LENS_IDS.map((id, n) => [id, weights[n]!]))
const noon = { worldSeconds: 13 * 3600, warmth: 0.2 }
const think = (question: string | null, branches = 50, who = MIRA) => {
  const view = makeView(who, noon)
  return deliberate(view, { question, branches, lenses: lensesOf(view.lenses), chance: 7 })
}

describe('a deliberation', () => {
  it('[MIND-140] halves its branches round by round until one is left; equal questions end equally', () => {
    const { branches, rounds, chosen, rollouts } = think('What would you do if a wolf came?')
    expect(branches).toHaveLength(50)
    const tried = branches.filter(({ diedInRound }) => diedInRound !== 0).length
    expect(rounds[0]).toEqual({ alive: tried - rounds.reduce((sum, { grown }) => sum + grown, 0), samples: 2, grown: 0 })
    for (const [n, round] of rounds.slice(1).entries()) expect(round).toEqual({ alive: Math.ceil(rounds[n]!.alive / 2) + round.grown, samples: Math.min(64, rounds[n]!.samples * 2), grown: round.grown })
    expect(rounds.at(-1)!.alive).toBe(1)
    // what grew later has caught up with the others
    expect(rollouts).toBe(branches.reduce((sum, { samples }) => sum + samples, 0))
    expect(rollouts).toBeGreaterThan(rounds.reduce((sum, { alive, samples }) => sum + alive * samples, 0))
    expect(branches.filter(({ death }) => death === null).map(({ id }) => id)).toEqual([chosen])
    for (const { death, score, worth } of branches.filter(({ diedInRound }) => (diedInRound ?? 0) > 0)) {
      expect(death!.length).toBeGreaterThan(10)
      expect(score).not.toBeNull()
      expect(worth).not.toBeNull()
    }
    expect(think('What would you do if a wolf came?')).toEqual(think('What would you do if a wolf came?'))
  })

  it('[MIND-140] thoughts differ in kind before they differ in detail: nine branches look through at least six lenses', () => {
    expect(new Set(think(null, 9).branches.map(({ origin }) => origin)).size).toBeGreaterThanOrEqual(6)
  })

  it('[MIND-140] second thoughts grow out of what did well by itself: each is one of the best, then how another begins', () => {
    const { branches, rounds } = think('What would you do if a wolf came?')
    const grown = rounds.reduce((sum, round) => sum + round.grown, 0)
    expect(grown).toBeGreaterThan(15)
    const first = branches.slice(0, branches.length - grown)
    const alone = first.filter(({ diedInRound }) => diedInRound !== 1).map(({ steps }) => steps[0]!.label)
    for (const { steps } of branches.slice(first.length)) {
      expect(steps.length).toBeGreaterThanOrEqual(2)
      expect(steps.length).toBeLessThanOrEqual(3)
      for (const { label } of steps) expect(alone).toContain(label)
    }
    // few branches are all first thoughts
    expect(think(null, 4).rounds.every((round) => round.grown === 0)).toBe(true)
  })

  it('[MIND-141] puts out of mind at once what cannot be done, concerns nobody known, is out of character, or was there already', () => {
    const view = { ...makeView(MIRA, noon), knows: makeView(MIRA, noon).knows.map((person) => ({ ...person, warmth: 0.8 })) }
    const world = createSmallWorld(view, readMatter('What now?', view))
    const plan = (act: string, other = -1) => ({ steps: [{ act: actNumber(act), other }] })
    expect(sift(world, [plan('work'), plan('work'), { steps: [{ act: 99, other: -1 }] }, plan('help', 8), plan('apologise', 0), plan('confront', 0), { steps: [] }, plan('keep-word', 0)])).toEqual([
      null, 'I thought of that already', 'nobody can do that', 'it concerns somebody I do not know', 'there is nothing to make up', 'it is not like me', 'it says nothing that can be done', 'nothing was promised',
    ])
  })

  it('[MIND-141] asked for one of two things, weighs those two', () => {
    const { branches, chosen } = think('Should you help Boran or go home?')
    expect(branches.filter(({ diedInRound }) => diedInRound !== 0).map(({ steps }) => steps[0]!.act).sort()).toEqual(['help', 'home'])
    expect(['help', 'home']).toContain(branches.find(({ id }) => id === chosen)!.steps[0]!.act)
  })

  it('[MIND-142] on a hundred dilemmas with a hidden truth, regret falls with the number of branches: by a quarter and more from one to sixteen (M12)', () => {
    const counts = [1, 4, 16, 50]
    const sums = counts.map(() => 0)
    for (let n = 0; n < 100; n++) regretsOf(drawDilemma(n), counts).forEach((regret, i) => (sums[i]! += regret))
    const [one, four, sixteen, fifty] = sums as [number, number, number, number]
    expect(sixteen).toBeLessThan(0.75 * one)
    expect(four).toBeLessThan(one)
    expect(sixteen).toBeLessThan(four)
    // within noise
    expect(fifty).toBeLessThan(sixteen * 1.1)
  })

  it('[MIND-143] says the smallest change that would have made a rival the choice', () => {
    const flips = [think('What would you do if a wolf came?'), think('What will you do about Elsin, who stole your hammer?', 50, BORAN), think('Will you come with me to the ruin?', 50, ELSIN)].flatMap(({ branches }) => branches.map(({ flip }) => flip).filter((flip) => flip !== null))
    expect(flips.length).toBeGreaterThanOrEqual(3)
    for (const flip of flips) expect(flip).toMatch(/^(?:had I|were I|by a hair)/)
  })

  it('[MIND-143] what is in the person changes what it chooses', () => {
    const plan = (change: object, question: string | null): string[] => {
      const view = { ...makeView(BORAN, noon), ...change }
      const { branches, chosen } = deliberate(view, { question, branches: 30, lenses: lensesOf(startLenses(view.temperament)), chance: 3 })
      return branches.find(({ id }) => id === chosen)!.steps.map(({ act }) => act)
    }
    const choice = (change: object, question: string | null): string => plan(change, question)[0]!
    const needs = { food: 0.9, rest: 0.9, company: 0.9, duty: 0.9, safety: 0.9, shelter: 0.9 }
    const plain = { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, neuroticism: 0 }
    expect(choice({ needs: { ...needs, food: 0.02 }, temperament: plain, knows: [] }, null)).toBe('eat')
    expect(choice({ needs, temperament: { ...plain, neuroticism: 0.9, extraversion: -0.6 } }, 'What would you do if a bear came?')).toMatch(/^(?:shelter|home|ask-help)$/)
    const quarrel = 'What will you do about Elsin, who cheated you?'
    const [hard, gentle] = [plan({ needs, temperament: { ...plain, agreeableness: -0.9, extraversion: 0.5 } }, quarrel), plan({ needs, temperament: { ...plain, agreeableness: 0.9 } }, quarrel)]
    expect(hard).toContain('confront')
    expect(hard.join(' ')).not.toMatch(/apologise|give|help/)
    expect(gentle[0]).toMatch(/^(?:apologise|give|help|talk)$/)
    expect(gentle).not.toContain('confront')
  })

  it('[MIND-144] takes from a model only plans that stand on the menu with people who are known, whatever it writes', () => {
    const view = makeView(MIRA, noon)
    const world = createSmallWorld(view, readMatter('What would you do if a wolf came?', view))
    const number = (act: string): number => actNumber(act) + 1
    const read = readProposals(`1. ${number('ask-help')} Boran then ${number('work')} because he is strong\n${number('shelter')} because it is safer\n${number('help')} Gandalf because he asked\n42 fly to the moon\n- warn Elsin of it — she is out there`, world)
    expect(read.map(({ steps }) => steps.map(({ act, other }) => `${ACTS[act]!.id} ${world.others[other]?.name ?? ''}`.trim()))).toEqual([['ask-help Boran', 'work'], ['shelter'], ['tell Elsin']])
    expect(read.map(({ because }) => because)).toEqual(['he is strong', 'it is safer', 'she is out there'])
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { steps, because } of readProposals(text, world)) {
        expect(because.length).toBeLessThanOrEqual(90)
        for (const { act, other } of steps) expect(ACTS[act] !== undefined && other < world.others.length && other >= (ACTS[act].concerns ? 0 : -1)).toBe(true)
      }
    }), { numRuns: 300 })
  })

  it('[MIND-145] has more branches on every rung: twelve without a model, fifty at the top', () => {
    expect([0, 43, 250, 1000, 4000, 20_000].map(branchesFor)).toEqual([12, 16, 24, 36, 50, 50])
  })

  it('[MIND-140] any view and any question end in a choice that can be done, or in none', () => {
    fc.assert(fc.property(fc.nat(5000), fc.integer({ min: 1, max: 50 }), fc.string({ maxLength: 120 }), (seed, branches, question) => {
      const { view, lenses } = drawDilemma(seed)
      const done = deliberate(view, { question, branches, lenses, chance: seed })
      expect(done.branches.length).toBeLessThanOrEqual(branches)
      const chosen = done.branches.find(({ id }) => id === done.chosen)
      if (chosen) expect(Number.isFinite(chosen.score)).toBe(true)
      else expect(done.branches.every(({ diedInRound }) => diedInRound === 0)).toBe(true)
    }), { numRuns: 60 })
  })
})
