/** Walls round towns: who has one, where it runs, what keeps off it, and what is told of it. */
import { createWalkGrid } from '#simulation/paths/walk-grid.ts'
import { findPath } from '#simulation/paths/find-path.ts'
import { isInside } from '#simulation/physics/collide.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import { isBuiltUpon } from '#worldgen/sites/built-upon.ts'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import type { SettlementPlan, TownWall } from '#worldgen/sites/settlement-plan.ts'
import { describe, expect, it } from 'vitest'
import { insideBuilding, reachedDoors } from './village-scan.ts'

const settled = ['homes', 'amber-heron', 'bench'].flatMap((seed) => {
  const land = createLand(seed)
  const { x, z } = land.startPlace()
  return land.findSettlements(x, z, 12_000).map((plan) => ({ land, plan }))
})
const towns = settled.filter(({ plan }) => plan.kind === 'town')
const walled = towns.flatMap(({ land, plan }) => (plan.wall ? [{ land, plan, wall: plan.wall }] : []))

/** Whether the straight way between two places, looked at every 20 cm, meets a block of the wall. */
function meetsWall(wall: TownWall, ax: number, az: number, bx: number, bz: number): boolean {
  const steps = Math.ceil(Math.hypot(bx - ax, bz - az) / 0.2)
  for (let s = 0; s <= steps; s++) {
    const [x, z] = [ax + ((bx - ax) * s) / steps, az + ((bz - az) * s) / steps]
    if (wall.solids.some((solid) => isInside(solid, x, z, 0))) return true
  }
  return false
}

/** Metres from a place to the middle line of the nearest stretch of a wall. */
function gapTo({ stretches }: TownWall, x: number, z: number): number {
  return Math.min(...stretches.map(({ ax, az, bx, bz }) => distanceToPolyline([ax, az, bx, bz], x, z)))
}

/** A walk from a place to the square, over the grid that people walk on. */
function walkIn(plan: SettlementPlan, land: (typeof settled)[number]['land'], x: number, z: number): number[] | null {
  const path: number[] = []
  return findPath(createWalkGrid(plan, land), { x, z }, { x: plan.x, z: plan.z + 3 }, path) ? [x, z, ...path] : null
}

describe('town walls', () => {
  it('[WG-93] stand round most towns and round nothing smaller, the same for ever, each culture by its own habit', () => {
    expect(walled.length).toBeGreaterThan(towns.length / 2)
    for (const { plan } of settled) if (plan.kind !== 'town') expect(plan.wall).toBeNull()
    for (const { plan, wall } of walled) {
      expect(wall.height).toBeGreaterThan(3)
      expect(wall.gates.length).toBeGreaterThanOrEqual(2)
      for (const { x, z } of wall.towers) {
        const meters = Math.hypot(x - plan.x, z - plan.z)
        expect(meters).toBeGreaterThan(70)
        expect(meters).toBeLessThan(84)
      }
    }
    const heights = new Map(walled.map(({ plan, wall }) => [plan.culture, wall.height]))
    for (const { plan, wall } of walled) expect(wall.height).toBe(heights.get(plan.culture))
    expect(new Set(heights.values()).size).toBe(heights.size)
    for (const { land, plan } of walled.slice(0, 3)) expect(createLand(land.seed).findSettlements(plan.x, plan.z, 40)[0]!.wall).toEqual(plan.wall)
  })

  it('[WG-94] let every lane and every road that reaches a town through a gate, and nothing through the wall', () => {
    let roads = 0
    for (const { land, plan, wall } of walled) {
      for (const { points } of plan.lanes) for (let i = 0; i + 3 < points.length; i += 2) expect(meetsWall(wall, points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!)).toBe(false)
      for (const road of land.roadsNear(plan.x, plan.z, 125)) {
        roads++
        const isFromHere = road.from.x === plan.x && road.from.z === plan.z
        const at = isFromHere ? 0 : road.levels.length - 1
        for (let i = 0; i + 3 < road.points.length; i += 2) if (Math.hypot(road.points[i]! - plan.x, road.points[i + 1]! - plan.z) < 140) expect(meetsWall(wall, road.points[i]!, road.points[i + 1]!, road.points[i + 2]!, road.points[i + 3]!)).toBe(false)
        const way = walkIn(plan, land, road.points[at * 2]!, road.points[at * 2 + 1]!)
        expect(way).not.toBeNull()
        let gate = Infinity
        for (let i = 0; i + 3 < way!.length; i += 2) {
          expect(meetsWall(wall, way![i]!, way![i + 1]!, way![i + 2]!, way![i + 3]!)).toBe(false)
          gate = Math.min(gate, ...wall.gates.map(({ x, z }) => distanceToPolyline(way!.slice(i, i + 4), x, z)))
        }
        expect(gate).toBeLessThan(2.3)
      }
    }
    expect(roads).toBeGreaterThan(12)
  })

  it('[WG-95] leave every door within reach, from the square and from outside', () => {
    for (const { land, plan, wall } of walled) {
      expect(reachedDoors(plan)).toEqual(plan.buildings.map(() => true))
      const out = wall.gates[0]!
      const outside = { x: out.x + out.outX * 16, z: out.z + out.outZ * 16 }
      const grid = createWalkGrid(plan, land)
      for (const { doorX, doorZ } of plan.buildings) expect(findPath(grid, outside, { x: doorX, z: doorZ }, [])).toBe(true)
    }
  })

  it('[WG-96] keep off houses, spots and plants, and stand on dry ground that follows the lie of the town', () => {
    let fields = 0
    for (const { land, plan, wall } of walled) {
      for (const solid of wall.solids) {
        for (const [across, out] of [[-0.5, -0.5], [0.5, -0.5], [0, 0], [-0.5, 0.5], [0.5, 0.5]] as const) {
          const x = solid.x + across * solid.width * Math.cos(solid.yaw) + out * solid.depth * Math.sin(solid.yaw)
          const z = solid.z - across * solid.width * Math.sin(solid.yaw) + out * solid.depth * Math.cos(solid.yaw)
          expect(insideBuilding(plan, x, z, 1)).toBeNull()
          expect(land.waterAt(x, z)).toBeNull()
          expect(Math.abs(land.heightAt(x, z) - solid.y)).toBeLessThan(2.2)
          expect(isBuiltUpon(fieldsOf(land), x, z, SPECIES.indexOf('oak'))).toBe(true)
        }
      }
      for (const spot of plan.spots) if (spot.kind !== 'gate') expect(gapTo(wall, spot.x, spot.z)).toBeGreaterThan(spot.kind === 'field' ? 9 : spot.kind === 'garden' ? 2.6 : 1.2)
      fields += plan.spots.filter(({ kind }) => kind === 'field').length
    }
    expect(fields).toBeGreaterThan(walled.length)
  })

  it('[WG-98] are remembered with the reason they were raised, and told to whoever stands at them', () => {
    for (const { land, plan, wall } of walled) {
      const told = plan.lore.filter((line) => line.includes('The wall was raised'))
      expect(told).toHaveLength(1)
      expect(plan.families.some((family) => told[0]!.includes(family))).toBe(true)
      const gate = wall.gates[0]!
      const atGate = land.describe(gate.x, gate.z).lore.join(' ')
      expect(atGate).toContain(`the ${gate.direction} gate of ${plan.name}`)
      expect(atGate).toContain(told[0]!)
      const stretch = wall.stretches.find(({ ax, az, bx, bz }) => wall.gates.every(({ x, z }) => Math.hypot((ax + bx) / 2 - x, (az + bz) / 2 - z) > 12))!
      expect(land.describe((stretch.ax + stretch.bx) / 2, (stretch.az + stretch.bz) / 2).lore.join(' ')).toContain(`the wall of ${plan.name}`)
      expect(land.describe(plan.x, plan.z).lore.join(' ')).not.toContain('Here runs the wall')
    }
    for (const { plan } of settled) if (!plan.wall) expect(plan.lore.join(' ')).not.toContain('The wall was raised')
  })
})
