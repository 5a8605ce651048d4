/** The best of many, against sorting them all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestNumbers } from '#minds/memory/best-of.ts'

describe('the best of many', () => {
  it('[MIND-201] the best scores are found without sorting all, and of equals the later come first', () => {
    const score = fc.oneof(fc.constantFrom(0, 0.5, 1, 3), fc.float({ min: 0, max: 20, noNaN: true }))
    fc.assert(
      fc.property(fc.array(score, { maxLength: 400 }), fc.integer({ min: 1, max: 90 }), fc.float({ min: 1, max: 2, noNaN: true }), (values, room, slack) => {
        const scores = Float32Array.from(values)
        const most = Math.max(0, ...scores) * slack
        const sorted = [...scores.keys()].filter((n) => scores[n]! > 0).sort((a, b) => scores[b]! - scores[a]! || b - a)
        expect([...bestNumbers(scores, scores.length, { room, most })]).toEqual(sorted.slice(0, room).map((n) => [n, scores[n]]))
      }),
      { numRuns: 500 },
    )
  })
})
