/** Town walls as they are drawn. */
import { describe, expect, it } from 'vitest'
import { createLand } from '#worldgen/create-land.ts'
import { buildSettlement, type SettlementModel } from '#view/scene/settlements/build-settlement.ts'

const land = createLand('homes')
const start = land.startPlace()
const town = land.findSettlements(start.x, start.z, 12_000).find(({ wall }) => wall !== null)!
const wall = town.wall!
const CULTURES = ['harrow', 'skeld', 'velmar', 'oshen', 'tirin'] as const

function build(culture: string, detail: boolean): SettlementModel {
  const work = buildSettlement({ ...town, culture }, land.heightAt, detail)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Corners of one part, metres from the middle of the town. */
function cornersOf({ solid, parts }: SettlementModel, part: number): { x: number; y: number; z: number }[] {
  const { first, count } = parts[part]!
  const [index, position] = [solid.index!, solid.getAttribute('position')]
  return Array.from({ length: count }, (_, k) => index.getX(first + k)).map((i) => ({ x: position.getX(i), y: position.getY(i), z: position.getZ(i) }))
}

describe('town walls', () => {
  it.each(CULTURES)('[ROOF-21] are drawn in full and simple piece by piece, where bodies meet them (%s)', (culture) => {
    const [near, far] = [build(culture, true), build(culture, false)]
    const pieces = wall.stretches.length + wall.towers.length + wall.gates.length
    expect(near.twins).toBe(town.buildings.length + pieces)
    expect(far.twins).toBe(near.twins)
    let [full, simple] = [0, 0]
    wall.stretches.forEach(({ ax, az, bx, bz }, n) => {
      const [length, x, z] = [Math.hypot(bx - ax, bz - az), (ax + bx) / 2, (az + bz) / 2]
      for (const model of [near, far]) {
        const part = town.buildings.length + n
        const corners = cornersOf(model, part)
        for (const corner of corners) {
          const along = ((corner.x + town.x - x) * (bx - ax) + (corner.z + town.z - z) * (bz - az)) / length
          const across = ((corner.x + town.x - x) * (bz - az) - (corner.z + town.z - z) * (bx - ax)) / length
          expect(Math.abs(along)).toBeLessThan(length / 2 + 0.3)
          expect(Math.abs(across)).toBeLessThan(wall.thickness / 2 + 1.6)
          expect(corner.y + town.y - land.heightAt(corner.x + town.x, corner.z + town.z)).toBeLessThan(wall.height + 3.2)
        }
        // it reaches down into the ground all along
        for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
          const [gx, gz] = [ax + (bx - ax) * share, az + (bz - az) * share]
          const low = Math.min(...corners.filter((corner) => Math.hypot(corner.x + town.x - gx, corner.z + town.z - gz) < (model === near ? 4 : length)).map(({ y }) => y))
          expect(low + town.y).toBeLessThan(land.heightAt(gx, gz) - 0.2)
        }
        if (model === near) full += corners.length / 3
        else simple += corners.length / 3
      }
    })
    expect(simple * 5).toBeLessThan(full)
    // enough headroom in the gates for everybody
    wall.gates.forEach((gate, n) => {
      for (const model of [near, far]) {
        for (const corner of cornersOf(model, town.buildings.length + wall.stretches.length + wall.towers.length + n)) {
          const [dx, dz] = [corner.x + town.x - gate.x, corner.z + town.z - gate.z]
          const across = Math.abs(dx * gate.outZ - dz * gate.outX)
          if (across < 1.6) expect(corner.y + town.y - land.heightAt(gate.x, gate.z)).toBeGreaterThan(2.4)
        }
      }
    })
    near.solid.dispose()
    far.solid.dispose()
  })

  it('[ROOF-21] differ by culture, and their gates have lanterns', () => {
    const prints = CULTURES.map((culture) => build(culture, true))
    expect(new Set(prints.map(({ solid }) => solid.index!.count)).size).toBe(CULTURES.length)
    for (const { lamps } of prints) {
      for (const gate of wall.gates) expect(lamps.filter(([x, , z]) => Math.hypot(x + town.x - gate.x, z + town.z - gate.z) < 4).length).toBeGreaterThanOrEqual(2)
    }
  })
})
