/** Lenses: a life teaches which of them to trust; and when a choice is hard enough to be weighed. */
import { describe, expect, it } from 'vitest'
import { contentOf, LENS_IDS, startLenses } from '#simulation/npc/lenses.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

const HOUR_TICKS = 2400
const kindness = LENS_IDS.indexOf('kindness')

describe('lenses', () => {
  it('[SIM-120] gain where a choice turned out better than expected, lose where worse, within bounds', () => {
    for (const [expected, sign] of [[-0.5, 1], [0.5, -1]] as const) {
      const { world, env } = createTestWorld(10 * 3600)
      const npc = meetSomebody(world, env)
      const before = npc.lenses[kindness]!
      world.nextThoughtId = 500
      Object.assign(npc, { thoughtId: 499, thoughtKind: 'deliberate', thoughtTick: world.tick })
      runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: 499, npcId: npc.id, outcome: outcomeOf({ decision: { skillId: 'visit', targetId: null, reason: 'to be kind' }, foresight: { lens: 'kindness', expected } }) }])
      expect(npc.foresight).toMatchObject({ lens: 'kindness', expected })
      runTicks(world, env, 2 * HOUR_TICKS + 40)
      expect(npc.foresight).toBeNull()
      expect(Math.sign(npc.lenses[kindness]! - before)).toBe(sign)
      expect(npc.lenses.filter((weight, n) => n !== kindness && weight !== startLenses(npc.temperament)[n])).toEqual([])
    }
  })

  it('[SIM-120] a lens that always disappoints dies away, and none grows without end', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const npc = meetSomebody(world, env)
    for (let n = 0; n < 40; n++) {
      npc.foresight = { lens: 'kindness', expected: 1, before: contentOf(npc), dueTick: world.tick }
      runTicks(world, env, 12)
    }
    expect(npc.lenses[kindness]).toBeCloseTo(0.1, 5)
    for (let n = 0; n < 60; n++) {
      npc.foresight = { lens: 'kindness', expected: -1, before: contentOf(npc), dueTick: world.tick }
      runTicks(world, env, 12)
    }
    expect(npc.lenses[kindness]).toBeCloseTo(3, 5)
  })

  it('[SIM-120] are kept with the world; people of older worlds begin with those of their temperament', () => {
    const { world } = createTestWorld()
    const stored = toSnapshot(world) as unknown as { version: number; npcs: Array<{ [field: string]: unknown }> }
    const old = structuredClone(stored)
    old.version = 3
    for (const npc of old.npcs) for (const field of ['lenses', 'foresight', 'deliberateTick']) delete npc[field]
    const read = fromSnapshot(old)
    expect(read.ok).toBe(true)
    for (const npcs of [[null], 'none', [{}]]) expect(fromSnapshot({ ...old, npcs })).toMatchObject({ ok: false, reason: expect.stringContaining('damaged') })
    if (read.ok) for (const npc of read.value.npcs) expect(npc.lenses).toEqual(startLenses(npc.temperament))
  })
})

describe('a quandary', () => {
  const asked = (change: (world: ReturnType<typeof createTestWorld>['world']) => void): number => {
    const { world, env } = createTestWorld(10 * 3600)
    runTicks(world, env, 400, [{ type: 'player-place', x: 3, z: 6 }])
    let count = 0
    for (let n = 0; n < 40; n++) {
      change(world)
      count += runTicks(world, env, 30).filter((event) => event.type === 'thought-request' && event.kind === 'deliberate').length
    }
    return count
  }

  it('[SIM-121] what presses and is undecided is weighed; a contented day is not', () => {
    const content = asked((world) => world.npcs.forEach((npc) => Object.assign(npc, { needs: { food: 1, rest: 1, company: 1, duty: 1, safety: 1, shelter: 1 }, mood: { pleasure: 0.5, arousal: 0, dominance: 0 } })))
    const pressed = asked((world) => world.npcs.forEach((npc) => {
      npc.needs.company = 0.02
      npc.needs.duty = 0.05
      npc.needs.food = 0.1
    }))
    expect(content).toBe(0)
    expect(pressed).toBeGreaterThan(2)
  })

  it('[SIM-121] nobody far from the player weighs futures', () => {
    const { world, env } = createTestWorld(10 * 3600)
    runTicks(world, env, 1, [{ type: 'player-place', x: 400, z: 400 }])
    for (const npc of world.npcs) npc.needs.company = 0
    expect(runTicks(world, env, 2000).filter((event) => event.type === 'thought-request' && event.kind === 'deliberate')).toEqual([])
  })
})
