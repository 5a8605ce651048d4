/** The country as a whole: sea and land, climate, biomes, colours and what `describe` says. */
import { wrapAngle } from '#core/scalar.ts'
import { biomeFor, BIOMES, biomeOf, fitOf } from '#worldgen/biomes/index.ts'
import { compassWord, angleOf, yawOfFront, yawTowards } from '#worldgen/directions.ts'
import { createLand } from '#worldgen/create-land.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshChunk } from './chunk-scan.ts'

const land = createLand('country')

describe('the country', () => {
  it('[WG-7] has land and sea, mountains and many biomes', () => {
    let dry = 0
    let asked = 0
    let highest = 0
    const biomes = new Set<string>()
    for (const seed of ['one', 'two', 'three', 'four', 'five', 'six']) {
      const country = createLand(seed)
      for (let i = 0; i < 900; i++) {
        const x = ((i % 30) - 15) * 1920
        const z = (Math.floor(i / 30) - 15) * 1920
        const height = country.heightAt(x, z)
        asked++
        if (height > 0) dry++
        highest = Math.max(highest, height)
        if (i % 3 === 0) biomes.add(country.biomeAt(x, z))
      }
    }
    expect(dry / asked).toBeGreaterThan(0.5)
    expect(dry / asked).toBeLessThan(0.75)
    expect(highest).toBeGreaterThan(400)
    expect(highest).toBeLessThan(1600)
    expect(biomes.size).toBeGreaterThanOrEqual(7)
  })

  it('[WG-8] has a climate of 0..1 everywhere, colder on heights', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: -1e7, max: 1e7 }), (x, z) => {
        const { warmth, moisture } = land.climateAt(x, z)
        expect(warmth).toBeGreaterThanOrEqual(0)
        expect(warmth).toBeLessThanOrEqual(1)
        expect(moisture).toBeGreaterThanOrEqual(0)
        expect(moisture).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('[WG-8] gives every biome with a home the climate that fits it best', () => {
    for (const biome of BIOMES) {
      if (biome.home === null) expect(fitOf(biome, 0.5, 0.5)).toBe(0)
      else expect(biomeFor(biome.home.warmth, biome.home.moisture, 50)).toBe(biome.id)
      expect(biomeOf(biome.id)).toBe(biome)
    }
    expect(biomeFor(0.5, 0.5, -5)).toBe('sea')
    expect(biomeFor(0.5, 0.5, 1)).toBe('shore')
  })

  it('[WG-9] is painted in calm colours that change gently', () => {
    for (const level of [0, 3, 5]) {
      for (let n = 0; n < 8; n++) {
        const { ground } = freshChunk(land, { x: n * 5 - 20, z: n * 3 - 9, level })
        for (let k = 0; k < 33 * 33; k++) {
          const colour = [ground[k * 4]!, ground[k * 4 + 1]!, ground[k * 4 + 2]!]
          const most = Math.max(...colour)
          expect((most - Math.min(...colour)) / most).toBeLessThan(0.56)
          expect(most).toBeGreaterThan(70)
          const cover = ground[k * 4 + 3]!
          expect((cover >> 4) + (cover & 15)).toBeLessThanOrEqual(16)
        }
      }
    }
    const near = freshChunk(createLand('mild'), { x: 40, z: 12, level: 0 }).ground
    for (let k = 1; k < 33 * 33; k++) if (k % 33 !== 0) expect(Math.abs(near[k * 4]! - near[k * 4 - 4]!)).toBeLessThan(48)
  })

  it('[WG-41] is made from numbers within their bounds', () => {
    for (const { value, lowest, highest, unit, meaning } of Object.values(PARAMETERS)) {
      expect(value).toBeGreaterThanOrEqual(lowest)
      expect(value).toBeLessThanOrEqual(highest)
      expect(unit.length * meaning.length).toBeGreaterThan(0)
    }
  })
})

describe('describe', () => {
  it('[WG-32] agrees with the functions it tells of', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -40_000, max: 40_000 }), (x, z) => {
        const told = land.describe(x, z)
        expect(told.height).toBe(land.heightAt(x, z))
        expect(told.biome).toBe(land.biomeAt(x, z))
        expect({ warmth: told.warmth, moisture: told.moisture }).toEqual(land.climateAt(x, z))
        const water = land.waterAt(x, z)
        expect(told.water).toBe(water?.kind ?? 'none')
        expect(told.waterDepth).toBe(water?.depth ?? 0)
        expect(land.waterLevelAt(x, z)).toBe(water?.level ?? -Infinity)
        if (told.height < 0) expect(told.water).not.toBe('none')
        expect(told.slope).toBeGreaterThanOrEqual(0)
        const nearest = land.findSettlements(x, z, 3000)[0]
        expect(told.nearestSettlement?.id ?? null).toBe(nearest?.id ?? null)
        if (nearest && told.nearestSettlement) expect(told.nearestSettlement.direction).toBe(compassWord(nearest.x - x, nearest.z - z))
        expect(told.lore.length).toBeGreaterThan(0)
        for (const sentence of told.lore) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      }),
      { numRuns: 60 },
    )
  })

  it('[WG-32] answers for places that nobody can reach', () => {
    for (const far of [1e7, -1e7, 1.5e11, 1e300, Infinity, NaN]) {
      expect(land.findSettlements(far, 0, 1e9).length).toBeGreaterThanOrEqual(0)
      expect(land.describe(far, -far).lore.length).toBeGreaterThan(0)
    }
    expect(land.heightAt(1e7, -1e7)).not.toBe(land.heightAt(1e7 + 2, -1e7))
  })

  it('[WG-32] knows the settlement underfoot', () => {
    const start = land.startPlace()
    const village = land.findSettlements(start.x, start.z, 300)[0]!
    const told = land.describe(village.x, village.z)
    expect(told.settlement).toBe(village.name)
    expect(told.nearestSettlement).toMatchObject({ id: village.id, meters: 0 })
    expect(told.lore[1]).toBe(village.lore[0])
  })

  it('[WG-31] gives a region one name and one culture', () => {
    const cultures = new Map<string, string>()
    for (let i = 0; i < 400; i++) {
      const { region, culture } = land.describe((i % 20) * 2100, Math.floor(i / 20) * 2100)
      expect(cultures.get(region) ?? culture).toBe(culture)
      cultures.set(region, culture)
    }
    expect(cultures.size).toBeGreaterThan(6)
    expect(new Set(cultures.values()).size).toBeGreaterThan(1)
  })
})

describe('directions', () => {
  it('[WG-33] angles are those of the circle', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (y, x) => {
        fc.pre(Math.abs(x) + Math.abs(y) > 1e-6)
        expect(Math.abs(wrapAngle(angleOf(y, x) - Math.atan2(y, x)))).toBeLessThan(1e-11)
        const size = Math.hypot(x, y)
        const front = yawOfFront(x, y)
        expect(Math.sin(front)).toBeCloseTo(x / size, 9)
        expect(Math.cos(front)).toBeCloseTo(y / size, 9)
        const yaw = yawTowards(x, y)
        expect(-Math.sin(yaw)).toBeCloseTo(x / size, 9)
        expect(-Math.cos(yaw)).toBeCloseTo(y / size, 9)
      }),
    )
    expect(angleOf(0, 0)).toBe(0)
  })

  it('[WG-33] compass words go round with the sun', () => {
    const words = [[0, -1], [1, -1], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1]].map(([x, z]) => compassWord(x!, z!))
    expect(words).toEqual(['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'])
  })
})
