/** Bodies at a town wall: stopped by it, let through its gates, carried on its walk. */
import { createBody } from '#simulation/physics/create-body.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { moveBody, standAt } from '#simulation/physics/move-body.ts'
import { createLand } from '#worldgen/create-land.ts'
import { describe, expect, it } from 'vitest'

const land = createLand('homes')
const ground = createGround(land, () => new Float64Array(0))
const start = land.startPlace()
const plan = land.findSettlements(start.x, start.z, 12_000).find(({ wall }) => wall !== null)!
const wall = plan.wall!

/** Walks straight on for some seconds; the body afterwards. */
function walk(body: ReturnType<typeof createBody>, x: number, z: number, seconds: number): typeof body {
  for (let s = 0; s < seconds * 20; s++) moveBody(body, ground, { x, z, jump: false, dive: false }, 0.05)
  return body
}

function at(x: number, z: number): ReturnType<typeof createBody> {
  const body = createBody({ x, y: 0, z, yaw: 0 }, { radius: 0.35, height: 1.75 })
  standAt(body, { heightAt: ground.heightAt, waterLevelAt: ground.waterLevelAt }, x, z)
  return body
}

describe('a town wall', () => {
  it('[WG-97] stops who walks or jumps against it, and lets through its gates', () => {
    for (const { ax, az, bx, bz } of wall.stretches) {
      const length = Math.hypot(bx - ax, bz - az)
      const [outX, outZ] = [(bz - az) / length, (ax - bx) / length]
      const [x, z] = [(ax + bx) / 2, (az + bz) / 2]
      const body = at(x + outX * 5, z + outZ * 5)
      for (let s = 0; s < 100; s++) moveBody(body, ground, { x: -outX * 3, z: -outZ * 3, jump: s % 9 === 0, dive: false }, 0.05)
      expect((body.x - x) * outX + (body.z - z) * outZ).toBeGreaterThan(wall.thickness / 2)
    }
    for (const { x, z, outX, outZ } of wall.gates) {
      const body = walk(at(x + outX * 8, z + outZ * 8), -outX * 3, -outZ * 3, 5)
      expect((body.x - x) * outX + (body.z - z) * outZ).toBeLessThan(-3)
    }
  })

  it('[WG-97] carries whoever climbs one of its stairs, along its walk, and its parapet holds', () => {
    const stairs = wall.stretches.filter(({ stair }) => stair !== null)
    expect(stairs.length).toBeGreaterThanOrEqual(wall.gates.length - 1)
    for (const { ax, az, bx, bz, stair } of stairs) {
      const length = Math.hypot(bx - ax, bz - az)
      const [alongX, alongZ] = [(bx - ax) / length, (bz - az) / length]
      const [outX, outZ] = [alongZ, -alongX]
      const inward = wall.thickness / 2 + 0.7
      const foot = stair!.start - 0.8
      const body = walk(at(ax + alongX * foot - outX * inward, az + alongZ * foot - outZ * inward), alongX * 2, alongZ * 2, (stair!.end - foot - 0.4) / 2)
      expect(body.y - ground.heightAt(body.x, body.z)).toBeGreaterThan(wall.height * 0.6)
      // off the stair and onto the walk, then against the parapet
      walk(body, outX * 2 + alongX * 0.3, outZ * 2 + alongZ * 0.3, 2)
      const top = body.y
      expect(top - ground.heightAt(body.x, body.z)).toBeGreaterThan(wall.height - 1.5)
      expect((body.x - ax) * outX + (body.z - az) * outZ).toBeLessThan(wall.thickness / 2 - 0.3)
      // and on to the tower at the end of the stretch
      walk(body, alongX * 2, alongZ * 2, (length - stair!.end + 1) / 2)
      expect(Math.abs(body.y - top)).toBeLessThan(1.5)
      expect(body.grounded).toBe(true)
      expect(body.y - ground.heightAt(body.x, body.z)).toBeGreaterThan(wall.height - 1.5)
    }
  })
})
