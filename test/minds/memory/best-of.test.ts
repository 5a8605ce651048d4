/** The best of many, against sorting them all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestNumbers } from '#minds/memory/best-of.ts'
import { createRivals } from '#minds/memory/rivals.ts'

describe('the best of many', () => {
  it('[MIND-201] the best scores are found without sorting all, and of equals the later come first', () => {
    const score = fc.oneof(fc.constantFrom(0, 0.5, 1, 3), fc.float({ min: 0, max: 20, noNaN: true }))
    fc.assert(
      fc.property(fc.array(score, { maxLength: 400 }), fc.integer({ min: 1, max: 90 }), fc.float({ min: 1, max: 2, noNaN: true }), (values, room, slack) => {
        const scores = Float32Array.from(values)
        const most = Math.max(0, ...scores) * slack
        const sorted = [...scores.keys()].filter((n) => scores[n]! > 0).sort((a, b) => scores[b]! - scores[a]! || b - a)
        const found = new Int32Array(room)
        const count = bestNumbers(scores, scores.length, { room, most }, found)
        expect([...found.subarray(0, count)]).toEqual(sorted.slice(0, room))
      }),
      { numRuns: 500 },
    )
  })

  it('[MIND-201] who competes is ranked the same, whoever competed before', () => {
    const rivals = createRivals()
    const worth = fc.oneof(fc.constantFrom(0.5, 1, 3), fc.double({ min: 0.1, max: 20, noNaN: true }))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(600), worth, worth), { maxLength: 120 }), fc.integer({ min: 1, max: 90 }), (comers, room) => {
        const values = new Map<number, number>()
        rivals.begin(601)
        for (const [number, value] of comers) {
          values.set(number, value)
          rivals.set(number, value)
        }
        expect([...rivals.numbers.subarray(0, rivals.count)]).toEqual([...values.keys()])
        const found = new Int32Array(room)
        const sorted = [...values].sort((a, b) => b[1] - a[1]).map(([number]) => number)
        expect([...found.subarray(0, rivals.best(room, found))]).toEqual(sorted.slice(0, room))
        const bent = new Map([...values.keys()].map((number, i) => [number, comers[i]![2]]))
        for (let i = 0; i < rivals.count; i++) rivals.bent[i] = comers[i]![2]
        const ranked = [...bent].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, room)
        expect(rivals.rank(room)).toBe(ranked.length)
        expect([...rivals.ranked.subarray(0, ranked.length)]).toEqual(ranked.map(([number]) => number))
        expect([...rivals.scores.subarray(0, ranked.length)]).toEqual(ranked.map(([, score]) => score))
      }),
      { numRuns: 300 },
    )
  })
})
