/** Bodies on the ground, at walls and trunks, in water and in the air. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBody } from '#simulation/physics/create-body.ts'
import { isInside } from '#simulation/physics/collide.ts'
import { createGround, GROUND_SPACING_METERS, type Ground } from '#simulation/physics/ground.ts'
import { moveBody, standAt } from '#simulation/physics/move-body.ts'
import { createLand } from '#worldgen/create-land.ts'
import { trunksOf } from '#simulation/physics/trunks.ts'
import { createTestEnv, createTestWorld, runTicks } from '#test/support/create-test-world.ts'
import { createFakeLand } from '#test/support/fake-land.ts'

const NO_TRUNKS = new Float64Array(0)
const STILL = { x: 0, z: 0, jump: false, dive: false }

/** Ground of a made-up shape, far from any village. */
function groundOf(heightAt: (x: number, z: number) => number, water = -Infinity): Ground {
  const land = { ...createFakeLand(), heightAt, waterLevelAt: () => water, findSettlements: () => [] }
  return createGround(land, () => NO_TRUNKS)
}

function bodyOn(ground: Ground, x: number, z: number) {
  const body = createBody({ x, y: 0, z, yaw: 0 }, { radius: 0.35, height: 1.75 })
  standAt(body, ground, x, z)
  return body
}

describe('the ground', () => {
  it('[SIM-10] is the drawn lattice', () => {
    const land = createFakeLand()
    const ground = createGround(land, () => NO_TRUNKS)
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (i, j, u, v) => {
        const at = (a: number, b: number): number => Math.fround(land.heightAt((i + a) * GROUND_SPACING_METERS, (j + b) * GROUND_SPACING_METERS))
        expect(ground.heightAt(i * 2, j * 2)).toBe(at(0, 0))
        const plane = u + v <= 1 ? at(0, 0) + u * (at(1, 0) - at(0, 0)) + v * (at(0, 1) - at(0, 0)) : at(1, 1) + (1 - u) * (at(0, 1) - at(1, 1)) + (1 - v) * (at(1, 0) - at(1, 1))
        expect(ground.heightAt((i + u) * 2, (j + v) * 2)).toBeCloseTo(plane, 4)
      }),
    )
    // the middle of a cell lies on the edge from (i, j+1) to (i+1, j)
    const ridge = groundOf((x, z) => (x === 2 && z === 0) || (x === 0 && z === 2) ? 4 : 0)
    expect(ridge.heightAt(1, 1)).toBe(4)
    const slope = { riseX: 0, riseZ: 0 }
    expect(groundOf((x) => x * 0.5).slopeAt(10.3, 4.7, slope)).toBeCloseTo(0.5, 6)
    expect(slope).toEqual({ riseX: 1, riseZ: 0 })
  })
})

describe('the player', () => {
  it('[SIM-11] walks, runs and jumps', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 1, [{ type: 'player-place', x: 300, z: 300 }])
    const go = (run: boolean): number => {
      runTicks(world, env, 20, [{ type: 'player-intend', intent: { forward: 1, right: 1, run, jump: false, dive: false, yaw: 0.7, pitch: 0 } }])
      const { x, z } = world.player.body
      runTicks(world, env, 20)
      return Math.hypot(world.player.body.x - x, world.player.body.z - z)
    }
    expect(go(false)).toBeGreaterThan(2.7)
    expect(go(false)).toBeLessThan(3.3)
    expect(go(true)).toBeGreaterThan(5.5)
    const flat = groundOf(() => 3)
    const body = bodyOn(flat, 0, 0)
    let highest = 0
    moveBody(body, flat, { ...STILL, jump: true }, 0.05)
    for (let t = 0; t < 60; t++) {
      moveBody(body, flat, STILL, 0.05)
      highest = Math.max(highest, body.y - 3)
    }
    expect(highest).toBeGreaterThan(0.9)
    expect(highest).toBeLessThan(1.3)
    expect([body.y, body.grounded]).toEqual([3, true])
  })

  it('[SIM-12] is stopped by walls at any speed', () => {
    const env = createTestEnv()
    const walls = env.land.findSettlements(0, 0, 10)[0]!.buildings
    fc.assert(
      fc.property(fc.nat(walls.length - 1), fc.double({ min: 0, max: 6.3, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true }), (which, angle, speed) => {
        const wall = walls[which]!
        const body = bodyOn(env.ground, wall.x + Math.cos(angle) * 9, wall.z + Math.sin(angle) * 9)
        for (let t = 0; t < 30; t++) {
          moveBody(body, env.ground, { x: -Math.cos(angle) * speed, z: -Math.sin(angle) * speed, jump: false, dive: false }, 0.05)
          expect(isInside(wall, body.x, body.z, -0.02)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[SIM-13] swims at the surface, dives and wades', () => {
    const lake = groundOf(() => -6, 0)
    const body = bodyOn(lake, 0, 0)
    expect(body.swimming).toBe(true)
    body.y = -5
    for (let t = 0; t < 100; t++) moveBody(body, lake, { ...STILL, x: 6 }, 0.05)
    expect(body.swimming).toBe(true)
    expect(body.y).toBeGreaterThan(-1.6)
    expect(body.y).toBeLessThan(-1)
    expect(body.velocityX).toBeGreaterThan(1.5)
    expect(body.velocityX).toBeLessThan(2.3)
    for (let t = 0; t < 40; t++) moveBody(body, lake, { ...STILL, dive: true }, 0.05)
    expect(body.y).toBeLessThan(-3)
    const ford = groundOf(() => -0.8, 0)
    const wader = bodyOn(ford, 0, 0)
    for (let t = 0; t < 40; t++) moveBody(wader, ford, { ...STILL, x: 3.2 }, 0.05)
    expect(wader.swimming).toBe(false)
    expect(wader.velocityX).toBeLessThan(2.4)
  })

  it('[SIM-14] slides down what is too steep and cannot walk up it', () => {
    const cliff = groundOf((x) => x * 2)
    const body = bodyOn(cliff, 10, 0)
    for (let t = 0; t < 40; t++) moveBody(body, cliff, { ...STILL, x: 3.2 }, 0.05)
    expect(body.x).toBeLessThan(10)
    const hill = groundOf((x) => x * 0.6)
    const walker = bodyOn(hill, 10, 0)
    for (let t = 0; t < 40; t++) moveBody(walker, hill, { ...STILL, x: 3.2 }, 0.05)
    expect(walker.x).toBeGreaterThan(13)
    expect(walker.grounded).toBe(true)
    for (let t = 0; t < 40; t++) moveBody(walker, hill, STILL, 0.05)
    const rest = walker.x
    for (let t = 0; t < 40; t++) moveBody(walker, hill, STILL, 0.05)
    expect(walker.x).toBeCloseTo(rest, 3)
  })

  it('[SIM-15] is stopped by trunks', () => {
    const flat = { ...groundOf(() => 3), trunksAt: (x: number, z: number) => (x === 0 && z === 0 ? Float64Array.from([10, 10, 0.5]) : NO_TRUNKS) }
    const body = bodyOn(flat, 5, 10)
    let nearest = Infinity
    for (let t = 0; t < 60; t++) {
      moveBody(body, flat, { ...STILL, x: 6.5 }, 0.05)
      nearest = Math.min(nearest, Math.hypot(body.x - 10, body.z - 10))
    }
    expect(nearest).toBeGreaterThan(0.84)
    expect(nearest).toBeLessThan(0.9)
    const land = createLand('trunks')
    const start = land.startPlace()
    let trunks = 0
    for (let tile = -3; tile <= 3; tile++) trunks += trunksOf(land, Math.floor(start.x / 64) + tile, Math.floor(start.z / 64)).length / 3
    expect(trunks).toBeGreaterThan(0)
  })
})
