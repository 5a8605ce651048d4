/** Bad memories: learnt, unlearnt where one is safe, back elsewhere and with time; and that feeling does not depend on the length of a step. */
import { describe, expect, it } from 'vitest'
import { effectsOf, measureWound } from '#test/support/wound-curves.ts'
import { feelDay } from '#test/support/feel-in-steps.ts'
import { createWound, learnHarm, loosen, strengthOf } from '#simulation/affect/wounds.ts'

describe('a bad memory', () => {
  const lives = Array.from({ length: 20 }, (_, seed) => ({ seed, curves: measureWound(seed) }))

  for (const effect of ['acquisition', 'extinction', 'renewal', 'recovery', 'generalisation']) {
    it(`[SIM-85] shows ${effect} in each of twenty lives`, () => {
      for (const { seed, curves } of lives) expect(effectsOf(curves)[effect], `${effect} of ${seed}: ${JSON.stringify(curves)}`).toBe(true)
    })
  }

  it('[SIM-86] loosens with time, and what is got over is growth', () => {
    const wound = createWound('the storm', 0)
    learnHarm(wound, { signs: [{ kind: 'weather', value: 'storm' }], context: 'lane', worldSeconds: 0 }, 0.9)
    const before = strengthOf(wound)
    loosen(wound, 50, 100)
    loosen(wound, 50, 100)
    expect(strengthOf(wound)).toBeCloseTo(before / 2, 9)
    expect(wound.growth).toBeCloseTo(0.5, 6)
    learnHarm(wound, { signs: [{ kind: 'weather', value: 'storm' }], context: 'lane', worldSeconds: 0 }, 0.9)
    expect(wound.growth).toBeLessThan(0.5)
  })
})

describe('the flow of time', () => {
  it('[SIM-81] changes nothing in what is felt: a day in steps of 9 seconds and of 9 minutes', () => {
    const slow = feelDay(1)
    const fast = feelDay(60)
    slow.forEach((value, i) => expect(Math.abs(value - fast[i]!), `part ${i}: ${value} and ${fast[i]}`).toBeLessThan(1e-6))
    expect(slow[7]).toBeGreaterThan(0)
  })
})
