/** The queue of searches: lightest first, in an order that chance has no part in. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNumberHeap } from '#core/number-heap.ts'

it('[CORE-11] gives what is in it by weight and then by number, however it was put in', () => {
  const heap = createNumberHeap()
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 40 })), { maxLength: 3_000 }), (items) => {
      heap.clear()
      for (const [number, weight] of items) heap.push(number, weight)
      const taken: number[] = []
      for (let number = heap.pop(); number !== -1; number = heap.pop()) taken.push(number)
      expect(taken).toEqual(items.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]).map(([number]) => number))
    }),
    { numRuns: 40 },
  )
})
