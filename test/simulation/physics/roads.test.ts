/** Roads underfoot: sampled every metre with the rules that bodies walk by, and walked from end to end. */
import { describe, expect, it } from 'vitest'
import { createBody } from '#simulation/physics/create-body.ts'
import { buildingsNear, isInside } from '#simulation/physics/collide.ts'
import { createGround, type Ground } from '#simulation/physics/ground.ts'
import { moveBody, standAt, STEEPEST, STEP_METERS } from '#simulation/physics/move-body.ts'
import { findPath } from '#simulation/paths/find-path.ts'
import { createWalkGrid } from '#simulation/paths/walk-grid.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Road } from '#worldgen/roads/road.ts'

/** Deeper water slows a walker to a wade and is no ford, metres. */
const FORD_METERS = 0.7

const seeds = ['percipi', 'first-light', 'blue-otter'].map((seed) => {
  const land = createLand(seed)
  const { x, z } = land.startPlace()
  const roads = new Map<string, Road>()
  for (const [east, south] of [[0, 0], [9000, 0], [0, 9000], [-9000, 0], [0, -9000]] as const) for (const road of land.roadsNear(x + east, z + south, 7000)) roads.set(road.id, road)
  return { ground: createGround(land), roads: [...roads.values()] }
})

/** Places of a road at most a metre apart. */
function* placesOf({ points }: Road): Generator<{ x: number; z: number }> {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const dx = points[i + 2]! - points[i]!
    const dz = points[i + 3]! - points[i + 1]!
    const steps = Math.max(1, Math.ceil(Math.hypot(dx, dz)))
    for (let k = 0; k < steps; k++) yield { x: points[i]! + (dx * k) / steps, z: points[i + 1]! + (dz * k) / steps }
  }
}

/** What bodies would stumble over on a road, in words. */
function findHindrances(ground: Ground, road: Road): string[] {
  const found: string[] = []
  const rise = { riseX: 0, riseZ: 0 }
  let before = NaN
  for (const { x, z } of placesOf(road)) {
    const floor = ground.floorAt(x, z, Number.isNaN(before) ? Infinity : before + STEP_METERS)
    const isOnDeck = floor > ground.heightAt(x, z)
    const at = `${road.id} at ${x.toFixed(1)}, ${z.toFixed(1)}`
    if (!isOnDeck && ground.slopeAt(x, z, rise) > STEEPEST) found.push(`steep ${at}`)
    if (ground.waterLevelAt(x, z) - floor > FORD_METERS) found.push(`deep ${at}`)
    if (Math.abs(floor - before) > STEP_METERS + STEEPEST) found.push(`step ${at}`)
    if (buildingsNear(ground.land, x, z).some((building) => isInside(building, x, z, 0.35))) found.push(`wall ${at}`)
    before = floor
  }
  return found
}

describe('roads', () => {
  it('[WAY-32] lead people over the decks of bridges, between the rails', () => {
    let crossed = 0
    for (const { ground, roads } of seeds) {
      for (const road of roads) {
        for (const { kind, x, z, alongX, alongZ, start, end } of road.crossings) {
          const [nearest] = kind === 'bridge' && end - start < 40 ? ground.land.findSettlements(x, z, 500) : []
          if (!nearest || crossed > 5) continue
          // Few bridges lie within the ground of a settlement: it is taken as far as the bridge.
          const plan = { ...nearest, reach: Math.max(nearest.reach, Math.hypot(nearest.x - x, nearest.z - z) + 30) }
          const place = (along: number): { x: number; z: number } => ({ x: x + alongX * along, z: z + alongZ * along })
          const path: number[] = []
          expect(findPath(createWalkGrid(plan, ground.land), place(start - 4), place(end + 4), path)).toBe(true)
          const body = createBody({ ...place(start - 4), y: 0, yaw: 0 }, { radius: 0.35, height: 1.75 })
          standAt(body, ground, body.x, body.z)
          let highest = -Infinity
          for (let i = 0, tick = 0; i < path.length && tick < 3000; tick++) {
            const away = Math.hypot(path[i]! - body.x, path[i + 1]! - body.z)
            if (away < 0.3) i += 2
            else moveBody(body, ground, { x: ((path[i]! - body.x) / away) * 1.5, z: ((path[i + 1]! - body.z) / away) * 1.5, jump: false, dive: false }, 0.05)
            const along = (body.x - x) * alongX + (body.z - z) * alongZ
            if (along > start && along < end) highest = Math.max(highest, ground.waterLevelAt(body.x, body.z) - body.y)
          }
          expect((body.x - x) * alongX + (body.z - z) * alongZ).toBeGreaterThan(end + 2)
          expect(highest).toBeLessThan(0)
          crossed++
        }
      }
    }
    expect(crossed).toBeGreaterThan(0)
  })

  it('[WAY-30] nowhere refuse a step: no slope that is slid down, no deep water, no wall', () => {
    const hindrances = seeds.flatMap(({ ground, roads }) => roads.flatMap((road) => findHindrances(ground, road)))
    expect(hindrances).toEqual([])
    expect(seeds.reduce((sum, { roads }) => sum + roads.length, 0)).toBeGreaterThan(100)
  })

  it('[WAY-31] are walked from one settlement to the other without swimming or getting stuck', () => {
    for (const { ground, roads } of seeds) {
      const chosen = [...roads].sort((a, b) => b.crossings.length - a.crossings.length).slice(0, 4)
      for (const road of chosen) {
        const { points } = road
        const body = createBody({ x: points[0]!, y: 0, z: points[1]!, yaw: 0 }, { radius: 0.35, height: 1.75 })
        standAt(body, ground, points[0]!, points[1]!)
        let stuck = 0
        for (let i = 2; i < points.length && stuck < 100; ) {
          const dx = points[i]! - body.x
          const dz = points[i + 1]! - body.z
          const away = Math.hypot(dx, dz)
          if (away < 0.6) {
            i += 2
            stuck = 0
            continue
          }
          moveBody(body, ground, { x: (dx / away) * 3.2, z: (dz / away) * 3.2, jump: false, dive: false }, 0.05)
          expect(body.swimming).toBe(false)
          stuck = Math.hypot(points[i]! - body.x, points[i + 1]! - body.z) < away - 0.03 ? 0 : stuck + 1
        }
        expect(stuck).toBeLessThan(100)
      }
    }
  })
})
