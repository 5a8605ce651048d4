/** Lightning as it is seen: the shape of a bolt, and the flash. */
import { describe, expect, it } from 'vitest'
import { BOLT_STRIDE, boltSegments } from '#view/scene/sky/bolt-shape.ts'
import { flashAt, strokeAt } from '#view/scene/sky/flash.ts'

describe('lightning', () => {
  it('[LIFE-18] has one trunk down to the ground and branches that end above it', () => {
    for (const word of [1, 2, 77, 4096]) {
      const numbers = boltSegments(word, 600)
      expect(boltSegments(word, 600)).toEqual(numbers)
      const segments = Array.from({ length: numbers.length / BOLT_STRIDE }, (_, s) => numbers.slice(s * BOLT_STRIDE, (s + 1) * BOLT_STRIDE))
      const ends = segments.map(([, , , x, y, z]) => `${x},${y},${z}`)
      const starts = new Set(segments.map(([x, y, z]) => `${x},${y},${z}`))
      const tips = segments.filter((_, s) => !starts.has(ends[s]!))
      expect(tips.length).toBeGreaterThan(5)
      expect(tips.filter((tip) => Math.abs(tip[4]!) < 1e-6)).toHaveLength(1)
      expect(Math.max(...segments.map(([, y]) => y!))).toBeGreaterThanOrEqual(600)
      // what branches off is weaker than the trunk
      expect(tips.filter((tip) => tip[6]! > 0.6)).toHaveLength(1)
      expect(segments.length).toBeLessThan(800)
    }
  })

  it('[LIFE-18] flashes at once, brighter the nearer, for half a second of play', () => {
    const near = { worldSeconds: 1000, meters: 300, bearing: 0 }
    const far = { ...near, meters: 4000 }
    expect(flashAt(near, 1000)).toBeGreaterThan(0.7)
    expect(flashAt(far, 1000)).toBeLessThan(flashAt(near, 1000) / 2)
    expect(strokeAt(far, 1000)).toBe(1)
    for (const moment of [999, 1015.1, 1100]) expect(flashAt(near, moment)).toBe(0)
    expect(flashAt(null, 1000)).toBe(0)
  })
})
