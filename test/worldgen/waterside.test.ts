/** What settlements have at the water: mills at rivers and piers at coasts, each within reach on foot. */
import { SQUARE_METERS, createWalkGrid, effortOf, squareAt } from '#simulation/paths/walk-grid.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import type { Land } from '#worldgen/land.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { isBuiltUpon } from '#worldgen/sites/built-upon.ts'
import { describe, expect, it } from 'vitest'

const settled = ['silver-wolf', 'waters', 'homes'].flatMap((seed) => {
  const land = createLand(seed)
  const { x, z } = land.startPlace()
  return land.findSettlements(x, z, 9500).map((plan) => ({ land, plan }))
})
const milled = settled.flatMap(({ land, plan }) => plan.buildings.flatMap((mill) => (mill.wheel ? [{ land, plan, mill, wheel: mill.wheel }] : [])))
const moored = settled.flatMap(({ land, plan }) => (plan.pier ? [{ land, plan, pier: plan.pier }] : []))

/** Fails unless a lane leads from a place over dry and gentle ground to another lane. */
function expectPath(land: Land, plan: SettlementPlan, x: number, z: number): void {
  const path = plan.lanes.find(({ points }) => Math.hypot(points[0]! - x, points[1]! - z) < 1e-6)!
  expect(path).toBeDefined()
  const { points } = path
  const [endX, endZ] = points.slice(-2) as [number, number]
  expect(plan.lanes.some((lane) => lane !== path && Array.from({ length: lane.points.length / 2 }, (_, i) => Math.hypot(lane.points[i * 2]! - endX, lane.points[i * 2 + 1]! - endZ)).some((meters) => meters < 1e-6))).toBe(true)
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, az, bx, bz] = points.slice(i, i + 4) as [number, number, number, number]
    const steps = Math.ceil(Math.hypot(bx - ax, bz - az))
    let before = land.heightAt(ax, az)
    for (let s = 1; s <= steps; s++) {
      const at = { x: ax + ((bx - ax) * s) / steps, z: az + ((bz - az) * s) / steps }
      const height = land.heightAt(at.x, at.z)
      expect(Math.abs(height - before)).toBeLessThan(0.75)
      expect(land.waterLevelAt(at.x, at.z)).toBe(-Infinity)
      before = height
    }
  }
}

describe('mills', () => {
  it('[WATER-15] stand with their wheel in a river near the settlement, on firm level ground at the end of a path', () => {
    expect(milled.length).toBeGreaterThan(2)
    for (const { land, plan, mill, wheel } of milled) {
      const [outX, outZ] = [Math.sin(mill.yaw), Math.cos(mill.yaw)]
      const at = (out: number): [number, number] => [mill.x + outX * out, mill.z + outZ * out]
      const water = land.waterAt(...at(-mill.depth / 2 - 2.2))
      expect(water).toMatchObject({ kind: 'river' })
      expect(Math.abs(water!.level - wheel.level)).toBeLessThan(0.35)
      // It goes round as the river runs: seen from the river, against the clock means to the right below.
      expect(Math.sign((water!.flowX * -outZ + water!.flowZ * outX) * wheel.turn)).toBe(1)
      for (const out of [-mill.depth / 2 - 0.5, 0, mill.depth / 2 + 0.5]) expect(mill.y - land.heightAt(...at(out))).toBeCloseTo(0.06, 1)
      expect(mill.y).toBeGreaterThan(wheel.level + 0.6)
      expect(plan.buildings.filter(({ kind }) => kind === 'mill')).toEqual([mill])
      expectPath(land, plan, mill.doorX, mill.doorZ)
    }
  })
})

describe('windmills', () => {
  const blown = settled.flatMap(({ land, plan }) => plan.buildings.flatMap((mill) => (mill.kind === 'mill' && !mill.wheel && Math.hypot(mill.x - plan.x, mill.z - plan.z) > plan.radius * 0.9 && Math.hypot(mill.x - plan.x, mill.z - plan.z) > 100 ? [{ land, plan, mill }] : [])))

  it('[WATER-20] stand on even, dry ground above the square where no river turns a wheel, with a path and their front to the houses', () => {
    expect(blown.length).toBeGreaterThan(5)
    for (const { land, plan, mill } of blown) {
      expect(land.heightAt(mill.x, mill.z)).toBeGreaterThan(plan.y)
      expect(land.waterLevelAt(mill.x, mill.z)).toBe(-Infinity)
      expect(plan.buildings.filter(({ kind }) => kind === 'mill')).toEqual([mill])
      for (const [across, out] of [[-2, -2], [2, -2], [0, 0], [-2, 2], [2, 2]] as const) {
        const [x, z] = [mill.x + Math.cos(mill.yaw) * across + Math.sin(mill.yaw) * out, mill.z - Math.sin(mill.yaw) * across + Math.cos(mill.yaw) * out]
        expect(mill.y - land.heightAt(x, z)).toBeCloseTo(0.06, 1)
      }
      expect(Math.hypot(mill.doorX - plan.x, mill.doorZ - plan.z)).toBeLessThan(Math.hypot(mill.x - plan.x, mill.z - plan.z))
      expectPath(land, plan, mill.doorX, mill.doorZ)
    }
  })

  it('[WG-91] have no tree before their sails', () => {
    const oak = SPECIES.indexOf('oak')
    let outside = 0
    for (const { land, plan, mill } of blown) {
      if (Math.hypot(mill.x - plan.x, mill.z - plan.z) < plan.radius) continue
      outside++
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn / 16) * Math.PI * 2
        expect(isBuiltUpon(fieldsOf(land), mill.x + Math.sin(angle) * 13, mill.z + Math.cos(angle) * 13, oak)).toBe(true)
      }
    }
    expect(outside).toBeGreaterThan(3)
  })

  it('[WATER-20] are missed by hardly any village or town that has no watermill', () => {
    const large = settled.filter(({ plan }) => plan.kind !== 'hamlet')
    expect(large.filter(({ plan }) => plan.buildings.some(({ kind }) => kind === 'mill')).length).toBeGreaterThan(large.length * 0.9)
  })
})

describe('piers', () => {
  it('[WATER-21] are built aslant where none fits straight out from the square', () => {
    const turned = moored.map(({ plan, pier }) => {
      const [dx, dz] = [pier.x - plan.x, pier.z - plan.z]
      return (dx * pier.alongX + dz * pier.alongZ) / Math.hypot(dx, dz)
    })
    expect(turned.every((straight) => straight > 0.2)).toBe(true)
    expect(turned.filter((straight) => straight > 0.98).length).toBeGreaterThan(moored.length * 0.5)
  })

  it('[WATER-16] begin on the shore, end over water deep enough for boats, and have a path', () => {
    expect(moored.length).toBeGreaterThan(5)
    for (const { land, plan, pier } of moored) {
      const at = (along: number): [number, number] => [pier.x + pier.alongX * along, pier.z + pier.alongZ * along]
      expect(Math.hypot(pier.alongX, pier.alongZ)).toBeCloseTo(1, 6)
      expect(pier.level - land.heightAt(...at(pier.start))).toBeLessThan(0.75)
      const water = land.waterAt(...at(pier.end))!
      expect(['sea', 'lake']).toContain(water.kind)
      expect(water.depth).toBeGreaterThan(0.9)
      expect(pier.level).toBeGreaterThan(water.level + 0.9)
      expect(pier.end - pier.start).toBeLessThanOrEqual(44)
      expect(plan.spots.some(({ kind }) => kind === 'shore')).toBe(true)
      expectPath(land, plan, ...at(pier.start - 1))
    }
  })

  it('[WATER-29] are reached down a steep shore by a path with a bend, which people find', () => {
    for (const [seed, x, z] of [['bench', -10_687, 4250], ['coast-2', -5433, -2030]] as const) {
      const land = createLand(seed)
      const [plan] = land.findSettlements(x, z, 100) as [SettlementPlan]
      const pier = plan.pier!
      const [footX, footZ] = [pier.x + pier.alongX * (pier.start - 1), pier.z + pier.alongZ * (pier.start - 1)]
      expectPath(land, plan, footX, footZ)
      const { points } = plan.lanes.find((lane) => Math.hypot(lane.points[0]! - footX, lane.points[1]! - footZ) < 1e-6)!
      expect(points.length).toBe(6)
      const grid = createWalkGrid(plan, land)
      for (let i = 0; i < 6; i += 2) {
        expect(Math.hypot(points[i]! - plan.x, points[i + 1]! - plan.z)).toBeLessThanOrEqual(plan.reach)
        expect(effortOf(grid, squareAt(grid, points[i]!, points[i + 1]!))).toBeGreaterThan(0)
      }
    }
  })

  it('[WATER-33] are reached to and fro down a shore that is steeper still, and go on to their least length where the bottom falls off at once', () => {
    for (const [seed, x, z] of [['coast-2', 777, -17_187], ['percipi', 20_434, -9911]] as const) {
      const land = createLand(seed)
      const [plan] = land.findSettlements(x, z, 100) as [SettlementPlan]
      const pier = plan.pier!
      expect(pier.end - pier.start).toBeGreaterThanOrEqual(9)
      const [footX, footZ] = [pier.x + pier.alongX * (pier.start - 1), pier.z + pier.alongZ * (pier.start - 1)]
      expectPath(land, plan, footX, footZ)
      expect(plan.lanes.find((lane) => Math.hypot(lane.points[0]! - footX, lane.points[1]! - footZ) < 1e-6)!.points.length).toBe(8)
    }
  })

  it('[WATER-16] are had by nearly every settlement with the sea near', () => {
    const coastal = settled.filter(({ land, plan }) => {
      const { samples, heights, fillUnroaded } = fieldsOf(land)
      samples.count = 48
      for (let k = 0; k < 48; k++) {
        samples.x[k] = plan.x + Math.sin(k * 0.4) * (90 + 30 * (k % 5))
        samples.z[k] = plan.z + Math.cos(k * 0.4) * (90 + 30 * (k % 5))
      }
      fillUnroaded(samples, heights)
      return heights.subarray(0, 48).some((height) => height < -2.5)
    })
    expect(coastal.length).toBeGreaterThan(3)
    expect(coastal.filter(({ plan }) => plan.pier).length).toBeGreaterThan(coastal.length * 0.75)
  })

  it('[WATER-17] carry whoever walks out on them, players and people', () => {
    for (const { land, plan, pier } of moored.slice(0, 3)) {
      const ground = createGround(land, () => new Float64Array(0))
      const grid = createWalkGrid(plan, land)
      let feet = ground.heightAt(pier.x + pier.alongX * (pier.start - 1), pier.z + pier.alongZ * (pier.start - 1))
      for (let along = pier.start - 1; along < pier.end - 0.5; along += 0.25) {
        const [x, z] = [pier.x + pier.alongX * along, pier.z + pier.alongZ * along]
        const floor = ground.floorAt(x, z, feet)
        expect(Math.abs(floor - feet)).toBeLessThan(0.5)
        feet = floor
        if (along > pier.start + SQUARE_METERS) expect(effortOf(grid, squareAt(grid, x, z))).toBeGreaterThan(0)
      }
      expect(feet).toBeCloseTo(pier.level, 1)
    }
  })
})
