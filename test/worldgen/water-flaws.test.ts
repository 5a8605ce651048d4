/** Water over wide country: how seldom it does what no water does. */
import { describe, expect, it } from 'vitest'
import { scanWater } from './water-scan.ts'

describe('rivers and lakes of wide country', () => {
  const scans = ['silver-wolf', 'homes', 'blue-otter'].map((seed) => scanWater(seed, { cellX: -11, cellZ: -11, cells: 22 }))
  const kilometers = scans.reduce((sum, scan) => sum + scan.kilometers, 0)
  const per100 = (kind: string): number => (scans.flatMap(({ flaws }) => flaws).filter((flaw) => flaw.kind === kind).length * 100) / kilometers

  it('[WATER-35] hold their water: it seldom stands over dry ground beside it', () => {
    expect(kilometers).toBeGreaterThan(150)
    expect(per100('hanging')).toBeLessThan(3)
  })

  it('[WATER-36] have one height side by side, but for falls, and do not rise on their way', () => {
    expect(per100('step')).toBeLessThan(3)
    expect(per100('rising')).toBeLessThan(0.5)
  })

  it('[WATER-37] go on to the end: no bed is dry, no river ends on land', () => {
    expect(scans.reduce((sum, { lakes }) => sum + lakes, 0)).toBeGreaterThan(15)
    expect(per100('dry')).toBe(0)
    expect(per100('ending')).toBe(0)
  })
})
