/** The field of grass: where its tufts stand and what it costs. */
import { describe, expect, it } from 'vitest'
import { lookBudget } from '#view/materials/look-budget.ts'
import { createGrassGeometry } from '#view/scene/grass/grass-geometry.ts'

const SIDE = 66

describe('grass', () => {
  it('[LIFE-24] stands in bunches that are spread evenly, within its budget', () => {
    for (const quality of ['low', 'medium', 'high', 'ultra'] as const) {
      const { tufts, blades } = lookBudget(quality)
      const geometry = createGrassGeometry({ tufts, blades, side: SIDE })
      const seat = geometry.getAttribute('seat')
      expect(seat.count).toBe(tufts)
      expect((geometry.index!.count / 3) * tufts).toBeLessThan(600_000)
      const wrapped = (gap: number): number => Math.abs(gap - Math.round(gap))
      let alone = 0
      const quarters = [0, 0, 0, 0]
      for (let i = 0; i < tufts; i++) {
        const side = SIDE * seat.getZ(i)
        quarters[(seat.getX(i) < 0.5 ? 0 : 1) + (seat.getY(i) < 0.5 ? 0 : 2)]!++
        const first = i - (i % 3)
        if (Math.hypot(wrapped(seat.getX(i) - seat.getX(first)), wrapped(seat.getY(i) - seat.getY(first))) * side > 1.3) alone++
      }
      expect(alone).toBe(0)
      for (const count of quarters) expect(Math.abs(count / tufts - 0.25)).toBeLessThan(0.02)
      geometry.dispose()
    }
  })
})
