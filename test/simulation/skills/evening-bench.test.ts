/** Who sits out of an evening. */
import { expect, it } from 'vitest'
import { isSeated } from '#simulation/skills/places.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

it('[SIM-188] in most evenings of a dry week somebody sits on a bench by half past seven, each on a seat of their own, looking as it looks', () => {
  let evenings = 0
  for (let day = 0; day < 7; day++) {
    const { world, env } = createTestWorld((day * 24 + 18.2) * 3600)
    world.weather.untilWorldSeconds = world.worldSeconds + 86_400
    runTicks(world, env, 1, [{ type: 'player-place', x: -4, z: 0 }])
    runTicks(world, env, 2600)
    const sitting = world.npcs.filter((npc) => isSeated(npc) && npc.skill?.phase === 'do' && !npc.indoors)
    if (sitting.length > 0) evenings++
    for (const one of sitting) {
      expect(one.skill?.facing).not.toBeNull()
      for (const other of sitting) if (other !== one) expect(Math.hypot(one.body.x - other.body.x, one.body.z - other.body.z)).toBeGreaterThan(0.5)
    }
  }
  expect(evenings).toBeGreaterThanOrEqual(5)
}, 30_000)
