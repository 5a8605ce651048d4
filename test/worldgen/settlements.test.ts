/** Settlements: where they lie, how they are built, and the first sight a new player has of one. */
import { createLand } from '#worldgen/create-land.ts'
import { compassWord } from '#worldgen/directions.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import { SPECIES, TRUNK_RADIUS_METERS } from '#worldgen/scatter/species.ts'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import { describe, expect, it } from 'vitest'
import { plantsOf } from './chunk-scan.ts'
import { inFrame, insideBuilding, reachedDoors } from './village-scan.ts'

const lands = ['homes', 'roofs', 'smoke', 'bread'].map((seed) => createLand(seed))
const plans = lands.flatMap((land) => {
  const start = land.startPlace()
  return land.findSettlements(start.x, start.z, 9000).slice(0, 12).map((plan) => ({ land, plan }))
})

describe('the start', () => {
  it.each([0, 10, 20, 30, 40])('[WG-20] is good for ten seeds from %i on', (first) => {
    for (let n = first; n < first + 10; n++) {
      const land = createLand(`seed ${n}`)
      const { x, z, yaw } = land.startPlace()
      const village = land.findSettlements(x, z, 300)[0]
      expect(village?.kind).toBe('village')
      const dx = village!.x - x
      const dz = village!.z - z
      const meters = Math.hypot(dx, dz)
      expect(meters).toBeGreaterThanOrEqual(60)
      expect(meters).toBeLessThanOrEqual(140)
      expect((-Math.sin(yaw) * dx - Math.cos(yaw) * dz) / meters).toBeGreaterThan(0.999)
      const here = land.describe(x, z)
      expect(here.height).toBeGreaterThan(1)
      expect(here.slope).toBeLessThan(0.35)
      expect(insideBuilding(village!, x, z, 2)).toBeNull()
      // a board with the name is no fence: one may arrive on the lane beside it
      for (const spot of village!.spots) expect(Math.hypot(spot.x - x, spot.z - z)).toBeGreaterThanOrEqual(spot.kind === 'board' ? 4 : 20)
      for (const plant of plantsOf(land, { x: Math.floor(x / 64), z: Math.floor(z / 64), level: 0 })) {
        if (TRUNK_RADIUS_METERS[SPECIES[plant.species]!] > 0) expect(Math.hypot(plant.x - x, plant.z - z)).toBeGreaterThan(2)
      }
    }
  })

  it('[UI-117] most arrive on a lane that leads to the square', () => {
    let onLane = 0
    const seeds = 20
    for (let n = 0; n < seeds; n++) {
      const land = createLand(`way in ${n}`)
      const { x, z } = land.startPlace()
      if (land.findSettlements(x, z, 300)[0]!.lanes.some(({ points }) => distanceToPolyline(points, x, z) < 4)) onLane++
    }
    expect(onLane).toBeGreaterThanOrEqual(seeds * 0.8)
  })

  it('[UI-116] nothing grows through whoever arrives or into their view, and no wall is before them', () => {
    let free = 0
    const seeds = 20
    for (let n = 0; n < seeds; n++) {
      const land = createLand(`arrival ${n}`)
      const { x, z, yaw } = land.startPlace()
      const [wayX, wayZ] = [-Math.sin(yaw), -Math.cos(yaw)]
      let nearest = Infinity
      for (let tile = 0; tile < 9; tile++) {
        for (const plant of plantsOf(land, { x: Math.floor(x / 64) + (tile % 3) - 1, z: Math.floor(z / 64) + Math.floor(tile / 3) - 1, level: 0 })) {
          if (!['bush', 'fern', 'reed', 'shrub'].includes(SPECIES[plant.species]!)) continue
          const ahead = (plant.x - x) * wayX + (plant.z - z) * wayZ
          const along = ahead - Math.max(-5, Math.min(6, ahead))
          nearest = Math.min(nearest, Math.hypot(along, (plant.x - x) * wayZ - (plant.z - z) * wayX))
        }
      }
      expect(nearest).toBeGreaterThan(0.5)
      if (nearest > 1.5) free++
      const village = land.findSettlements(x, z, 300)[0]!
      for (let meters = 0; meters < 10; meters++) expect(insideBuilding(village, x + wayX * meters, z + wayZ * meters, 0)).toBeNull()
    }
    expect(free).toBeGreaterThanOrEqual(seeds * 0.9)
  })
})

describe('places', () => {
  it('[WG-21] come nearest first, keep their distance, and are the same for ever', () => {
    for (const land of lands) {
      const found = land.findSettlements(1000, -2000, 12_000)
      expect(found.length).toBeGreaterThan(4)
      const away = found.map((plan) => Math.hypot(plan.x - 1000, plan.z + 2000))
      expect([...away].sort((a, b) => a - b)).toEqual(away)
      expect(away.at(-1)!).toBeLessThanOrEqual(12_000)
      for (const a of found) for (const b of found) if (a !== b) expect(Math.hypot(a.x - b.x, a.z - b.z)).toBeGreaterThan(PARAMETERS.settlementReach.value)
      const fresh = createLand(land.seed)
      const asked = found.at(-1)!
      expect(fresh.findSettlements(asked.x + 30, asked.z, 60)).toEqual([asked])
    }
  })

  it('[WG-22] have buildings by their kind with walkable gaps, a well and homes', () => {
    expect(new Set(plans.map(({ plan }) => plan.kind)).size).toBe(3)
    for (const { plan } of plans) {
      const [fewest, most] = { hamlet: [4, 10], village: [10, 18], town: [17, 28] }[plan.kind] as [number, number]
      expect(plan.buildings.length).toBeGreaterThanOrEqual(fewest)
      expect(plan.buildings.length).toBeLessThanOrEqual(most)
      if (plan.kind === 'town') for (const kind of ['hall', 'inn', 'stall'] as const) expect(plan.buildings.some((building) => building.kind === kind)).toBe(true)
      expect(plan.buildings.filter((building) => building.kind === 'well').length).toBe(1)
      expect(plan.buildings.filter((building) => building.kind === 'cottage' || building.kind === 'farmhouse').length).toBeGreaterThanOrEqual(plan.kind === 'hamlet' ? 2 : 3)
      for (const building of plan.buildings) {
        for (let step = 0; step < 80; step++) {
          // Points of the walls, pushed out by the least gap, lie in no other house.
          const side = step % 4
          const t = Math.floor(step / 4) / 19 - 0.5
          const across = side < 2 ? t * building.width : (side === 2 ? 1 : -1) * (building.width / 2)
          const out = side < 2 ? (side === 0 ? 1 : -1) * (building.depth / 2) : t * building.depth
          const x = building.x + across * Math.cos(building.yaw) + out * Math.sin(building.yaw)
          const z = building.z - across * Math.sin(building.yaw) + out * Math.cos(building.yaw)
          const others = { ...plan, buildings: plan.buildings.filter((other) => other !== building) }
          expect(insideBuilding(others, x, z, 2.45 / Math.SQRT2)).toBeNull()
        }
      }
    }
  })

  it('[WG-23] let one walk from the square to every door', () => {
    for (const { plan } of plans) {
      expect(reachedDoors(plan)).toEqual(plan.buildings.map(() => true))
      for (const building of plan.buildings) {
        const { across, out } = inFrame(building, building.doorX, building.doorZ)
        expect(Math.abs(across)).toBeLessThan(1e-6)
        expect(out).toBeGreaterThan(building.depth / 2 + 0.4)
        expect(insideBuilding(plan, building.doorX, building.doorZ, 0.4)).toBeNull()
      }
    }
  })

  it('[WG-24] stand on level ground', () => {
    for (const { land, plan } of plans) {
      for (const building of plan.buildings) {
        for (let k = 0; k < 25; k++) {
          const across = ((k % 5) / 4 - 0.5) * (building.width + 1)
          const out = (Math.floor(k / 5) / 4 - 0.5) * (building.depth + 1)
          const x = building.x + across * Math.cos(building.yaw) + out * Math.sin(building.yaw)
          const z = building.z - across * Math.sin(building.yaw) + out * Math.cos(building.yaw)
          expect(building.y - land.heightAt(x, z)).toBeGreaterThan(0)
          expect(building.y - land.heightAt(x, z)).toBeLessThan(0.16)
        }
        expect(Math.abs(land.heightAt(building.doorX, building.doorZ) - building.y)).toBeLessThan(0.25)
      }
      expect(Math.abs(land.heightAt(plan.x, plan.z) - plan.y)).toBeLessThan(1e-9)
    }
  })

  it('[WG-25] keep houses within their radius, spots and lanes within their reach, and spots out of walls', () => {
    for (const { plan } of plans) {
      for (const { points } of plan.lanes) for (let i = 0; i < points.length; i += 2) expect(Math.hypot(points[i]! - plan.x, points[i + 1]! - plan.z)).toBeLessThanOrEqual(plan.reach)
      for (const building of plan.buildings) if (building.kind !== 'mill') expect(Math.hypot(building.x - plan.x, building.z - plan.z)).toBeLessThanOrEqual(plan.radius)
      for (const spot of plan.spots) {
        expect(Math.hypot(spot.x - plan.x, spot.z - plan.z)).toBeLessThanOrEqual(plan.reach)
        expect(insideBuilding(plan, spot.x, spot.z, 0.3)).toBeNull()
      }
      const kinds = new Set(plan.spots.map((spot) => spot.kind))
      expect(kinds.has('bench') && kinds.has('fire') && kinds.has('field')).toBe(true)
    }
  })

  it('[WG-26] tell what the map shows', () => {
    let seas = 0
    let heights = 0
    for (const { land, plan } of plans) {
      expect(plan.lore.length).toBeGreaterThanOrEqual(3)
      expect(plan.lore.some((sentence) => sentence.includes(plan.trade))).toBe(true)
      for (const sentence of plan.lore) {
        const named = /(?:sea|shore|heights) to the ([a-z-]+)/.exec(sentence)
        if (!named) continue
        const isSea = !sentence.includes('heights')
        let agrees = false
        for (let meters = 20; meters < (isSea ? 700 : 3000); meters += 20) {
          for (let turn = 0; turn < 360; turn += 5) {
            const dx = Math.sin((turn * Math.PI) / 180)
            const dz = -Math.cos((turn * Math.PI) / 180)
            if (agrees || compassWord(dx, dz) !== named[1]) continue
            const height = land.heightAt(plan.x + dx * meters, plan.z + dz * meters)
            agrees = isSea ? height < 0 : height > plan.y + 200
          }
        }
        expect(agrees).toBe(true)
        if (isSea) seas++
        else heights++
      }
    }
    expect(seas + heights).toBeGreaterThan(3)
  })
})
