/** Oases: where water comes up in deserts, what grows round it, who lives there and what is told of it. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { OASIS_SQUARE_METERS } from '#worldgen/hydrology/oases.ts'
import type { Oasis } from '#worldgen/hydrology/oases.ts'
import type { Land } from '#worldgen/land.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { plantsOf } from './chunk-scan.ts'

/** The oases within so many squares of zero. */
function oasesOf(land: Land, reach: number, from = -reach, step = 1): Oasis[] {
  const { oases } = fieldsOf(land).waters
  const found: Oasis[] = []
  for (let x = from; Math.abs(x) <= reach; x += step) {
    for (let z = from; Math.abs(z) <= reach; z += step) {
      const oasis = oases.oasisOfSquare(x, z)
      if (oasis) found.push(oasis)
    }
  }
  return found
}

const lands = ['dune', 'blue-otter', 'amber-heron'].map((seed) => createLand(seed))
const found = lands.map((land) => ({ land, oases: oasesOf(land, 9) }))

describe('oases', () => {
  it('[WG-101] lie in deserts, one in some kilometres at most, apart from each other and from other water', () => {
    for (const { land, oases } of found) {
      expect(oases.length).toBeGreaterThan(2)
      for (const { lake } of oases) {
        // without the water it is desert there
        const { waters } = fieldsOf(land)
        const [x, z] = [lake.x + lake.radius * 1.15, lake.z]
        expect(['desert', 'savanna', 'steppe']).toContain(land.biomeAt(x, z))
        for (const other of oases) if (other.lake !== lake) expect(Math.hypot(other.lake.x - lake.x, other.lake.z - lake.z)).toBeGreaterThan(500)
        expect(waters.oases.oasisOfSquare(Math.floor(lake.x / OASIS_SQUARE_METERS), Math.floor(lake.z / OASIS_SQUARE_METERS))!.lake).toEqual(lake)
      }
    }
    // a wet country has none
    const { oases } = fieldsOf(createLand('percipi')).waters
    expect(oases.oasisOfSquare(0, 0)).toBeNull()
  })

  it('[WG-102] are the same from every side and in any order', () => {
    for (const { land, oases } of found) expect([...oasesOf(createLand(land.seed), 9, 9, -1)].sort((a, b) => a.hash - b.hash)).toEqual([...oases].sort((a, b) => a.hash - b.hash))
  })

  it('[WG-103] have a pool that can be swum in and waded round, with palms and reeds about it and sand beyond', () => {
    let palms = 0
    let reeds = 0
    let pools = 0
    for (const { land, oases } of found) {
      for (const { lake } of oases.slice(0, 3)) {
        expect(land.waterAt(lake.x, lake.z)!.depth).toBeGreaterThan(0.9)
        let wet = 0
        for (let n = 0; n < 400; n++) {
          const away = lake.radius * Math.sqrt((n + 0.5) / 400)
          const [x, z] = [lake.x + Math.sin(n * 2.39996) * away, lake.z + Math.cos(n * 2.39996) * away]
          const water = land.waterAt(x, z)
          if (water) wet++
          if (water?.kind === 'lake') expect(water.level).toBeCloseTo(lake.level, 6)
          if (away < lake.radius * 0.5) expect(land.biomeAt(x, z)).toBe('oasis')
        }
        expect(wet).toBeGreaterThan(20)
        expect(wet).toBeLessThan(300)
        pools++
        for (let dx = -1; dx <= 1; dx++) {
          for (let dz = -1; dz <= 1; dz++) {
            for (const plant of plantsOf(land, { x: Math.floor(lake.x / 64) + dx, z: Math.floor(lake.z / 64) + dz, level: 0 })) {
              if (SPECIES[plant.species] === 'palm') palms++
              if (SPECIES[plant.species] === 'reed') reeds++
              expect(land.waterLevelAt(plant.x, plant.z)).toBe(-Infinity)
            }
          }
        }
      }
    }
    expect(palms / pools).toBeGreaterThan(12)
    expect(reeds / pools).toBeGreaterThan(4)
  })

  it('[WG-104] have a well on dry ground at the pool, bear its name, and are told of wherever they are green', () => {
    let wells = 0
    let all = 0
    for (const { land, oases } of found) {
      for (const { lake } of oases) {
        const well = land.findLandmarks(lake.x, lake.z, 260).find(({ kind }) => kind === 'oasis')
        all++
        if (!well) continue
        wells++
        expect(land.waterAt(well.x, well.z)).toBeNull()
        expect(Math.abs(well.y - land.heightAt(well.x, well.z))).toBeLessThan(0.5)
        expect(createLand(land.seed).findLandmarks(well.x + 5, well.z, 10)).toEqual([well])
        const told = land.describe(lake.x, lake.z)
        expect(told.biome).toBe('oasis')
        expect(told.landmark).toBe(well.name)
        expect(told.lore.join(' ')).toContain(`This is ${well.name}. ${well.story}`)
        expect(land.describe(lake.x + lake.radius * 1.4 + 40, lake.z).landmark).not.toBe(well.name)
      }
    }
    expect(wells / all).toBeGreaterThan(0.85)
  })

  it('[WG-105] draw people: a third of them have a settlement in sight, most of those a road, and it tells of the oasis', () => {
    let all = 0
    let settled = 0
    let roads = 0
    let told = 0
    for (const { land, oases } of found) {
      for (const { lake } of oases) {
        all++
        const [near] = land.findSettlements(lake.x, lake.z, lake.radius + 220)
        if (!near) continue
        settled++
        expect(Math.hypot(near.x - lake.x, near.z - lake.z) - near.radius).toBeGreaterThan(lake.radius / lake.basin)
        if (land.roadsNear(near.x, near.z, near.radius + 60).length > 0) roads++
        const well = land.findLandmarks(lake.x, lake.z, 260).find(({ kind }) => kind === 'oasis')
        if (well && near.lore.join(' ').includes(`lies ${well.name}.`)) told++
      }
    }
    expect(settled / all).toBeGreaterThan(0.33)
    expect(roads / settled).toBeGreaterThan(0.6)
    expect(told / settled).toBeGreaterThan(0.5)
  })
})
