/** Drinking. */
import { expect, it } from 'vitest'
import { observe } from '#minds/memory/observe.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import { findDrink } from '#simulation/player/find-drink.ts'
import type { Water } from '#worldgen/land.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

const water = (kind: Water['kind'], level: number): Water => ({ kind, level, depth: 0.4, flowX: 0, flowZ: 0 })

it('[SIM-72] the player drinks from fresh water within reach, and those near see it', () => {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = meetSomebody(world, env)
  const { body } = world.player
  body.grounded = true
  const dry = { ...env.land, waterAt: () => null }
  const river = { ...env.land, waterAt: () => water('river', body.y) }
  const sea = { ...env.land, waterAt: () => water('sea', body.y) }
  const gorge = { ...env.land, waterAt: () => water('river', body.y - 3) }
  // only ahead, where one stoops
  const ahead = { ...env.land, waterAt: (x: number, z: number) => (Math.hypot(x - body.x, z - body.z) > 0.5 ? water('lake', body.y - 0.3) : null) }
  expect([dry, river, sea, gorge, ahead].map((land) => findDrink(land, body)?.kind ?? null)).toEqual([null, 'river', null, null, 'lake'])

  const drink = [{ type: 'player-drink' as const }]
  expect(runTicks(world, { ...env, land: dry }, 1, drink).some((event) => event.type === 'player-drink')).toBe(false)
  const events = runTicks(world, { ...env, land: river }, 1, drink).filter((event) => event.type === 'player-drink')
  expect(events).toEqual([expect.objectContaining({ water: 'river' })])
  expect(events[0]!.type === 'player-drink' && events[0]!.witnessIds).toContain(npc.id)
  const [observation] = toObservations(world, env.land, events)
  const kept = observe(observation!, { npcId: npc.id, playerName: 'the stranger', timesBefore: () => 0, factsAbout: () => [] } as never)
  expect(kept.drafts.map(({ text }) => text)).toEqual([expect.stringMatching(/^I saw the stranger drink from the river at /)])
})
