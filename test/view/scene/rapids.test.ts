/** Rapids and falls: water that hangs together from the calm above to the calm below. */
import { createLand } from '#worldgen/create-land.ts'
import { RAPID, RAPID_STRIDE, type Rapid } from '#worldgen/hydrology/rapids.ts'
import type { Land } from '#worldgen/land.ts'
import { describe, expect, it } from 'vitest'
import { createDrawnWater } from './drawn-water.ts'

/** Metres between the places looked at, and how far above and below what is steep. */
const STEP_METERS = 0.5
const CALM_METERS = 20

type Walked = { isFall: boolean; gap: number; jump: number }

/** Rapids about the starts of three seeds. */
function sampleOf(seed: string): { land: Land; rapids: Rapid[] } {
  const land = createLand(seed)
  const start = land.startPlace()
  const found = new Map<string, Rapid>()
  for (let n = 0; n < 25; n++) for (const rapid of land.rapidsNear(start.x + ((n % 5) - 2) * 1500, start.z + (Math.floor(n / 5) - 2) * 1500, 900)) found.set(rapid.points.slice(0, 2).join(), rapid)
  return { land, rapids: [...found.values()].slice(0, 14) }
}

/** The longest stretch without water and the greatest step between two pieces of it, metres, down a rapid at a share of its half width to the side. */
function walk(land: Land, rapid: Rapid, side: number): Walked {
  const { points } = rapid
  const drawnAt = createDrawnWater(land, land.rapidsNear(points[0]!, points[1]!, 420))
  const steep = Array.from({ length: points.length / RAPID_STRIDE }, (_, n) => n).filter((n) => points[n * RAPID_STRIDE + RAPID.steep] === 1)
  const places: { x: number; z: number; level: number; slope: number }[] = []
  let isFall = false
  for (let n = 0; n + 1 < points.length / RAPID_STRIDE; n++) {
    const [at, next] = [n * RAPID_STRIDE, (n + 1) * RAPID_STRIDE]
    const [dx, dz] = [points[next]! - points[at]!, points[next + 1]! - points[at + 1]!]
    const length = Math.hypot(dx, dz)
    if (points[at + RAPID.level]! - points[next + RAPID.level]! > 2 * length) isFall = true
    for (let t = 0; t < 1; t += STEP_METERS / length) {
      const aside = points[at + RAPID.half]! * side
      places.push({ x: points[at]! + dx * t - (dz / length) * aside, z: points[at + 1]! + dz * t + (dx / length) * aside, level: points[at + RAPID.level]! * (1 - t) + points[next + RAPID.level]! * t, slope: n < steep[0]! || n > steep.at(-1)! ? 0 : 1 })
    }
  }
  const [first, last] = [places.findIndex(({ slope }) => slope > 0), places.findLastIndex(({ slope }) => slope > 0)]
  let gap = 0
  let missing = 0
  let jump = 0
  let before: number[] = []
  for (const { x, z } of places.slice(Math.max(0, first - CALM_METERS / STEP_METERS), last + CALM_METERS / STEP_METERS)) {
    const drawn = drawnAt(x, z)
    missing = drawn.length === 0 ? missing + STEP_METERS : 0
    gap = Math.max(gap, missing)
    // Falling water is a wall between what lies above and below it.
    if (drawn.length > 0 && before.length > 0) jump = Math.max(jump, Math.min(...drawn) - Math.max(...before))
    before = drawn
  }
  return { isFall, gap, jump }
}

describe('rapids', () => {
  it('[WATER-30] are drawn without a gap from the calm water above over lips, falls and pools to the calm water below, and never rise', () => {
    const gaps: number[] = []
    let falls = 0
    for (const seed of ['silver-wolf', 'blue-otter', 'first-light']) {
      const { land, rapids } = sampleOf(seed)
      for (const rapid of rapids) {
        for (const side of [-0.5, 0, 0.5]) {
          const { isFall, gap, jump } = walk(land, rapid, side)
          if (isFall) falls++
          gaps.push(gap)
          // Before a step water is held back and swells.
          expect(jump).toBeLessThan(0.6)
        }
      }
    }
    expect(falls).toBeGreaterThan(20)
    expect(gaps.length).toBeGreaterThan(60)
    gaps.sort((a, b) => a - b)
    expect(gaps[Math.floor(gaps.length * 0.95)]!).toBeLessThanOrEqual(0.5)
  })
})
