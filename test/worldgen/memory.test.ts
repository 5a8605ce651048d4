/** A land forgets what was left behind, and is the same for all it forgets. */
import { describe, expect, it } from 'vitest'
import { createLand } from '#worldgen/create-land.ts'
import type { Land } from '#worldgen/land.ts'
import { NEAR_MEMORY, WIDE_MEMORY } from '#worldgen/memory.ts'

const SEED = 'memory'
const AROUND_METERS = 3000
/** What is asked of at the stops of a walk, and metres between them: what lies around one has nothing to do with what lies around the next. */
const WIDE_METERS = 6000
const STRIDE_METERS = 15_000
const STOPS = 10

const home = createLand(SEED).startPlace()

function lookAround(land: Land): string {
  return JSON.stringify({ settlements: land.findSettlements(home.x, home.z, AROUND_METERS), landmarks: land.findLandmarks(home.x, home.z, AROUND_METERS) })
}

function walk(land: Land): void {
  for (let n = 1; n <= STOPS; n++) land.findSettlements(home.x + n * STRIDE_METERS, home.z, WIDE_METERS)
}

describe('what a land remembers', () => {
  it('[ST-70] what the page has left behind is forgotten, and found again the same', () => {
    const land = createLand(SEED, NEAR_MEMORY)
    const [before] = land.findSettlements(home.x, home.z, AROUND_METERS)
    const told = lookAround(land)
    expect(land.findSettlements(home.x, home.z, AROUND_METERS)[0]).toBe(before)
    walk(land)
    expect(lookAround(land)).toBe(told)
    expect(land.findSettlements(home.x, home.z, AROUND_METERS)[0]).not.toBe(before)
  })

  it('[ST-70] whoever searches wide country keeps it', () => {
    const land = createLand(SEED, WIDE_MEMORY)
    const [before] = land.findSettlements(home.x, home.z, AROUND_METERS)
    walk(land)
    expect(land.findSettlements(home.x, home.z, AROUND_METERS)[0]).toBe(before)
  })
})
