/** Burials wait for those they concern, and feet find out of corners. */
import { expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { mournerOf } from '#simulation/happenings/company.ts'
import { createCircle, drawOfKind } from '#simulation/happenings/draw-happening.ts'
import { findGraves } from '#simulation/happenings/graves.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { findPath } from '#simulation/paths/find-path.ts'
import { createWalkGrid, squareAt } from '#simulation/paths/walk-grid.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

/** A village at an hour with somebody dead in it, whose burial is due at `dueHour`, and the player by the graves. */
function mourning(hour: number, dueHour: number): ReturnType<typeof createTestWorld> & { burialOf(world: World): World['chronicle']['scenes'][number] | undefined } {
  const { world, env } = createTestWorld(hour * 3600)
  const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  const { plan } = findVillage(env.land, 'settlement:0,0', people[0]!.body)!
  const circle = createCircle(world, { rng: createRng(1), people, plan, worldSeconds: world.worldSeconds })
  happen(world, circle, drawOfKind('death', circle)!, world.worldSeconds - 60)
  world.chronicle.deaths[0]!.burialSeconds = dueHour * 3600
  const graves = findGraves(plan)!
  runTicks(world, env, 2, [{ type: 'player-place', x: graves.x + 6, z: graves.z + 6 }])
  return { world, env, burialOf: ({ chronicle }) => chronicle.scenes.find(({ claim }) => claim.kind === 'burial') }
}

it('[SIM-180] whoever is nearest to the dead is sent for, however far off', () => {
  const { world, env, burialOf } = mourning(10, 10.05)
  const mourner = mournerOf(world.npcs, world.chronicle.deaths[0]!.npcId)!
  mourner.body.x -= 240
  runTicks(world, env, 240)
  expect(mourner.fidelity).toBe('far')
  expect(burialOf(world)?.doerId).toBe(mourner.id)
  let mostMeters = 0
  for (let t = 0; t < 11_000 && burialOf(world); t += 20) {
    runTicks(world, env, 20)
    const scene = burialOf(world)
    if (scene?.leg === 1 && scene.beat > 2) mostMeters = Math.max(mostMeters, Math.hypot(mourner.body.x - scene.x, mourner.body.z - scene.z))
  }
  expect(world.chronicle.deaths[0]!.isBuried).toBe(true)
  expect(mostMeters).toBeGreaterThan(0)
  expect(mostMeters).toBeLessThan(6)
}, 30_000)

it('[SIM-180] a burial that finds all asleep waits for an hour and a half, and is over after it', () => {
  const { world, env, burialOf } = mourning(2.5, 2.6)
  runTicks(world, env, 400)
  expect(burialOf(world)).toBeUndefined()
  expect(world.chronicle.deaths[0]!.isBuried).toBe(false)
  runTicks(world, env, 1, [{ type: 'time-set', hour: 6.5 }])
  runTicks(world, env, 60)
  expect(world.chronicle.deaths[0]!.isBuried).toBe(true)
})

it('[SIM-180] it is played out when the clock was set from the night to its hour', () => {
  const { world, env, burialOf } = mourning(2.5, 10)
  runTicks(world, env, 1, [{ type: 'time-set', hour: 10.02 }])
  runTicks(world, env, 130)
  expect(burialOf(world)).toBeDefined()
  expect(world.chronicle.deaths[0]!.isBuried).toBe(false)
})

it('[SIM-181] a way leads out of a corner that is shut off, and as near to one as can be walked', () => {
  const { env } = createTestWorld()
  const { plan } = findVillage(env.land, 'settlement:0,0', { x: 0, z: 0 })!
  const grid = createWalkGrid(plan, env.land)
  const corner = { x: 6, z: 14 }
  for (let z = -6; z <= 6; z += 0.5) for (let x = -6; x <= 6; x += 0.5) if (Math.max(Math.abs(x), Math.abs(z)) > 4) grid.efforts[squareAt(grid, corner.x + x, corner.z + z)] = 0
  const far = { x: -40, z: 10 }
  const out: number[] = []
  expect(findPath(grid, corner, far, out)).toBe(true)
  expect(out.slice(-2)).toEqual([far.x, far.z])
  expect(Math.hypot(out[0]! - corner.x, out[1]! - corner.z)).toBeLessThan(12)
  expect(findPath(grid, far, corner, out)).toBe(true)
  const [x, z] = out.slice(-2) as [number, number]
  expect(Math.hypot(x - corner.x, z - corner.z)).toBeLessThan(9)
  expect(Math.max(Math.abs(x - corner.x), Math.abs(z - corner.z))).toBeGreaterThan(5)
})
