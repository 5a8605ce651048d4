/** What is to be heard, by place and moment. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFootsteps, groundSoundOf, type Footing } from '#session/soundscape/footsteps.ts'
import { soundscapeOf, type SoundFacts } from '#session/soundscape/soundscape.ts'
import { SEASONS } from '#simulation/clock.ts'
import { BIOMES } from '#worldgen/biomes/index.ts'

const noon: SoundFacts = { hour: 12, season: 'summer', biome: 'forest', warmth: 0.6, moisture: 0.5, wind: 4, rain: 0, snow: 0, heightMeters: 30, shoreMeters: Infinity, streamMeters: Infinity, streamSpeed: 0 }

describe('the soundscape', () => {
  it('[SND-1] follows wind, height, trees and the distance to water', () => {
    const base = soundscapeOf(noon)
    expect(soundscapeOf({ ...noon, wind: 12 }).wind).toBeGreaterThan(base.wind)
    expect(soundscapeOf({ ...noon, heightMeters: 400 }).wind).toBeGreaterThan(base.wind)
    expect(soundscapeOf({ ...noon, biome: 'desert' }).leaves).toBe(0)
    const surf = [5, 60, 150, 230].map((shoreMeters) => soundscapeOf({ ...noon, shoreMeters }).surf)
    expect(surf).toEqual(surf.toSorted((a, b) => b - a))
    expect(surf.at(-1)).toBe(0)
    expect(soundscapeOf({ ...noon, streamMeters: 4, streamSpeed: 1.5 }).stream).toBeGreaterThan(0.4)
    expect(base.stream).toBe(0)
  })
  it('[SND-2] has birds by day and crickets on warm nights', () => {
    const birdsAt = (hour: number): number => soundscapeOf({ ...noon, hour }).birds
    expect(birdsAt(6)).toBeGreaterThan(birdsAt(12))
    expect(birdsAt(12)).toBeGreaterThan(0.3)
    expect(birdsAt(23)).toBe(0)
    expect(soundscapeOf({ ...noon, rain: 1 }).birds).toBe(0)
    expect(soundscapeOf({ ...noon, snow: 0.85 }).birds).toBe(0)
    expect(soundscapeOf({ ...noon, season: 'winter' }).birds).toBeLessThan(birdsAt(12) / 2)
    expect(soundscapeOf({ ...noon, hour: 22 }).crickets).toBeGreaterThan(0.5)
    expect(soundscapeOf({ ...noon, hour: 22, warmth: 0.2 }).crickets).toBe(0)
    expect(soundscapeOf(noon).crickets).toBe(0)
  })
  it('[SND-1] is never out of bounds', () => {
    fc.assert(
      fc.property(
        fc.record({
          hour: fc.double({ min: 0, max: 23.99, noNaN: true }), season: fc.constantFrom(...SEASONS), biome: fc.constantFrom(...BIOMES.map(({ id }) => id)), warmth: fc.double({ min: 0, max: 1, noNaN: true }), moisture: fc.double({ min: 0, max: 1, noNaN: true }),
          wind: fc.double({ min: 0, max: 30, noNaN: true }), rain: fc.double({ min: 0, max: 1, noNaN: true }), snow: fc.double({ min: 0, max: 1, noNaN: true }), heightMeters: fc.double({ min: -10, max: 2000, noNaN: true }),
          shoreMeters: fc.double({ min: 0, noNaN: true }), streamMeters: fc.double({ min: 0, noNaN: true }), streamSpeed: fc.double({ min: 0, max: 10, noNaN: true }),
        }),
        (facts) => {
          for (const level of Object.values(soundscapeOf(facts))) {
            expect(level).toBeGreaterThanOrEqual(0)
            expect(level).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

describe('footsteps', () => {
  const walk = (meters: number, speed: number, part: Partial<Footing> = {}): number => {
    const stepOf = createFootsteps()
    let steps = 0
    for (let at = 0; at <= meters; at += speed / 20) if (stepOf({ x: at, z: 0, grounded: true, swimming: false, speed, ground: 'grass', ...part })) steps++
    return steps
  }
  it('[SND-3] come with strides, fewer when running, none when put elsewhere', () => {
    expect(walk(30, 1.4)).toBeGreaterThan(36)
    expect(walk(30, 1.4)).toBeLessThan(45)
    expect(walk(30, 4)).toBeLessThan(27)
    expect(walk(0, 1.4)).toBe(0)
    const stepOf = createFootsteps()
    const footing: Footing = { x: 0, z: 0, grounded: true, swimming: false, speed: 1, ground: 'sand' }
    stepOf(footing)
    expect(stepOf({ ...footing, x: 500 })).toBeNull()
  })
  it('[SND-3] a landing is a step, swimming is strokes', () => {
    const stepOf = createFootsteps()
    const footing: Footing = { x: 0, z: 0, grounded: false, swimming: false, speed: 1, ground: 'rock' }
    stepOf(footing)
    expect(stepOf({ ...footing, x: 0.1, grounded: true })).toEqual({ kind: 'step', ground: 'rock', strength: 1 })
    expect(walk(16, 1, { swimming: true })).toBeGreaterThan(7)
  })
  it('[SND-3] sound by the ground', () => {
    const place = { biome: 'meadow', deck: null, wading: false, lying: 0, steep: false, onRoad: false } as const
    expect([groundSoundOf(place), groundSoundOf({ ...place, wading: true }), groundSoundOf({ ...place, lying: 0.8 }), groundSoundOf({ ...place, onRoad: true }), groundSoundOf({ ...place, biome: 'desert' }), groundSoundOf({ ...place, steep: true })]).toEqual(['grass', 'water', 'snow', 'earth', 'sand', 'rock'])
    expect([groundSoundOf({ ...place, deck: 'timber', onRoad: true }), groundSoundOf({ ...place, deck: 'stone', onRoad: true }), groundSoundOf({ ...place, deck: 'timber', lying: 1 })]).toEqual(['wood', 'rock', 'snow'])
  })
})
