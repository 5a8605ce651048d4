/** People of the settlements one comes to. */
import { createWorld } from '#simulation/create-world.ts'
import { populateAround } from '#simulation/npc/populate.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { createLand } from '#worldgen/create-land.ts'
import { expect, it } from 'vitest'

it('[SIM-70] come with every settlement, stay bounded, and are the same when one comes back', () => {
  const land = createLand('company')
  const env = { land, ground: createGround(land) }
  const world = createWorld({ seed: 'company', land })
  const { x, z } = world.player.body
  const go = (place: { x: number; z: number }): void => {
    world.player.body.x = place.x
    world.player.body.z = place.z
    populateAround(world, env)
  }
  const away = land.findSettlements(x, z, 16_000).filter((plan) => Math.hypot(plan.x - x, plan.z - z) > 4000).slice(0, 22)
  const first = away[0]!
  go(first)
  const before = world.npcs.filter((npc) => npc.settlementId === first.id).map((npc) => `${npc.given} ${npc.family} ${npc.trade}`)
  for (const plan of away) {
    go(plan)
    const heads = world.npcs.filter((npc) => npc.settlementId === plan.id).length
    const [fewest, most] = { hamlet: [5, 8], village: [9, 14], town: [16, 22] }[plan.kind] as [number, number]
    expect(heads).toBeGreaterThanOrEqual(fewest)
    expect(heads).toBeLessThanOrEqual(most)
  }
  expect(world.populated.length).toBeLessThan(20)
  expect(world.npcs.length).toBeLessThan(300)
  expect(new Set(world.npcs.map(({ settlementId }) => settlementId))).toEqual(new Set(world.populated))
  expect(world.populated).not.toContain(first.id)
  go(first)
  expect(world.npcs.filter((npc) => npc.settlementId === first.id).map((npc) => `${npc.given} ${npc.family} ${npc.trade}`)).toEqual(before)
})
