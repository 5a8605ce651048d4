/** Where the player has been, as it is kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countExplored, explore, EXPLORED_CELL_METERS, isExplored, type Explored } from '#simulation/player/explored.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestWorld } from '../../support/create-test-world.ts'

const cellOf = (at: number): number => Math.floor(at / EXPLORED_CELL_METERS)

describe('where the player has been', () => {
  it('[SIM-71] is what lay nearby, in any order, on both sides of zero', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 })), { minLength: 1, maxLength: 12 }), (walk) => {
        const there: Explored = {}
        const back: Explored = {}
        for (const [x, z] of walk) explore(there, x, z)
        for (const [x, z] of walk.toReversed()) explore(back, x, z)
        expect(back).toEqual(there)
        const [x, z] = walk[0]!
        expect(isExplored(there, cellOf(x), cellOf(z))).toBe(true)
        for (let j = -6; j <= 6; j++) {
          for (let i = -6; i <= 6; i++) {
            const [cellX, cellZ] = [cellOf(x) + i, cellOf(z) + j]
            const near = walk.some(([wx, wz]) => Math.hypot((cellX + 0.5) * EXPLORED_CELL_METERS - wx, (cellZ + 0.5) * EXPLORED_CELL_METERS - wz) <= 330)
            expect(isExplored(there, cellX, cellZ)).toBe(near)
          }
        }
        for (const digits of Object.values(there)) expect(digits).toMatch(/^[0-9a-f]{64}$/)
      }),
      { numRuns: 60 },
    )
  })

  it('[SIM-71] grows as the player walks, and is kept with the world', () => {
    const { world, env } = createTestWorld()
    for (let tick = 0; tick < 40; tick++) tickWorld(world, env, [])
    const before = countExplored(world.player.explored)
    expect(before).toBeGreaterThan(10)
    tickWorld(world, env, [{ type: 'player-place', x: world.player.body.x + 900, z: world.player.body.z }])
    for (let tick = 0; tick < 40; tick++) tickWorld(world, env, [])
    expect(countExplored(world.player.explored)).toBeGreaterThan(before * 1.7)
    const read = fromSnapshot(toSnapshot(world))
    expect(read.ok && read.value.player.explored).toEqual(world.player.explored)
    const { explored: _explored, ...player } = toSnapshot(world).player
    const older = fromSnapshot({ ...toSnapshot(world), version: 2, player })
    expect(older.ok && older.value.player.explored).toEqual({})
    expect(fromSnapshot({ ...toSnapshot(world), player: { ...player, explored: { '0,0': 'zz' } } }).ok).toBe(false)
  })
})
