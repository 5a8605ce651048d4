/** How lakes lie in arrays of numbers. */
import { describe, expect, it } from 'vitest'
import { LAKE, LAKE_STRIDE, packLakes } from '#worldgen/hydrology/packed-lake.ts'

describe('packed lakes', () => {
  it('[WG-106] hold every part of each lake at a place of its own', () => {
    const parts = Object.keys(LAKE) as Array<keyof typeof LAKE>
    const lakes = [1, 2].map((number) => Object.fromEntries(parts.map((part, n) => [part, number * 100 + n / 8])) as Record<keyof typeof LAKE, number>)
    const packed = packLakes(lakes)
    expect(packed.length).toBe(2 * LAKE_STRIDE)
    expect(new Set(packed).size).toBe(2 * LAKE_STRIDE)
    for (const [n, lake] of lakes.entries()) for (const part of parts) expect(packed[n * LAKE_STRIDE + LAKE[part]]).toBe(lake[part])
  })
})
