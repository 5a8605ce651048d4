/** Real seconds into ticks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphaOf, takeTicks } from '#session/fixed-step.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'

describe('fixed step', () => {
  it('[SES-6] spends all the time it is given, in whole ticks and a remainder', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 100 }), (frames) => {
        const step = { restSeconds: 0 }
        let ticks = 0
        for (const seconds of frames) ticks += takeTicks(step, seconds, 1000)
        const given = frames.reduce((sum, seconds) => sum + seconds, 0)
        expect(ticks * TICK_SECONDS + step.restSeconds).toBeCloseTo(given, 6)
        expect(alphaOf(step)).toBeGreaterThanOrEqual(-1e-9)
        expect(alphaOf(step)).toBeLessThan(1 + 1e-9)
      }),
    )
  })

  it('[SES-6] never runs more ticks than allowed', () => {
    const step = { restSeconds: 0 }
    expect(takeTicks(step, 10, 6)).toBe(6)
    expect(takeTicks(step, 0, 6)).toBe(0)
  })
})
