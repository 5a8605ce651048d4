/** News of the days before the player came. */
import { describe, expect, it } from 'vitest'
import { createWorld } from '#simulation/create-world.ts'
import { populateAround } from '#simulation/npc/populate.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import type { World } from '#simulation/world.ts'
import { chainOf } from '#simulation/beliefs/chain.ts'
import { createTestEnv } from '#test/support/create-test-world.ts'

const env = createTestEnv()
const arrive = (pastDays: number): World => {
  const world = createWorld({ seed: 'test', land: env.land, pastDays })
  populateAround(world, env)
  return world
}

describe('a village seen for the first time', () => {
  it('[SIM-133] has news of the days before, which most have heard of and each who knows can say from whom', () => {
    const world = arrive(6)
    const here = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
    const past = world.chronicle.happenings.filter(({ settlementId }) => settlementId === 'settlement:0,0')
    expect(past.length).toBeGreaterThan(1)
    for (const { worldSeconds } of past) expect(worldSeconds < world.worldSeconds && worldSeconds > world.worldSeconds - 7 * 86_400).toBe(true)
    expect(here.filter(({ beliefs }) => beliefs.length > 0).length).toBeGreaterThan(here.length / 2)
    for (const npc of here) for (const belief of npc.beliefs) expect(chainOf(world, npc, belief).isWhole).toBe(true)
    expect(here.some(({ beliefs }) => beliefs.some(({ hops }) => hops > 0))).toBe(true)
    expect(world.chronicle.gatherings).toEqual([])
    expect(fromSnapshot(structuredClone(toSnapshot(world))).ok).toBe(true)
  })

  it('[SIM-133] with the same people and dice as without, and the same news whoever comes', () => {
    const [with6, without, again] = [arrive(6), arrive(0), arrive(6)]
    expect(without.chronicle.happenings).toEqual([])
    expect(with6.npcs.map(({ id, given, rng, needs }) => [id, given, rng, needs])).toEqual(without.npcs.map(({ id, given, rng, needs }) => [id, given, rng, needs]))
    expect(again).toEqual(with6)
  })

  it('[SIM-133] what the world has lived through already is not told again when its people come back', () => {
    const world = arrive(6)
    const count = world.chronicle.happenings.length
    world.npcs = []
    world.populated = []
    populateAround(world, env)
    expect(world.chronicle.happenings.length).toBe(count)
  })
})
