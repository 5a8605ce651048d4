/** What happens beyond the everyday, and what is left of it. */
import { describe, expect, it } from 'vitest'
import { hashCell, hashString } from '#core/hash.ts'
import { createRng } from '#core/rng.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { findBelief } from '#simulation/beliefs/learn.ts'
import { CLAIM_KINDS } from '#simulation/beliefs/claim.ts'
import { createCircle, drawOfKind, type Circle } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { dueSeconds, HAPPENING_LAYER } from '#simulation/happenings/update-happenings.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

function circleOf(world: World, env: ReturnType<typeof createTestWorld>['env'], seed: number): Circle {
  const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  return createCircle(world, { rng: createRng(seed), people, plan: findVillage(env.land, 'settlement:0,0', people[0]!.body)!.plan, worldSeconds: world.worldSeconds })
}

function happenOf(kind: (typeof CLAIM_KINDS)[number], seed = 1): { world: World; env: ReturnType<typeof createTestWorld>['env']; doer: Npc | null; sufferer: Npc | null; event: Extract<WorldEvent, { type: 'happening' }>; topic: string } {
  const { world, env } = createTestWorld(12 * 3600)
  for (let tried = seed; tried < seed + 20; tried++) {
    const circle = circleOf(world, env, tried)
    const draft = drawOfKind(kind, circle)
    if (!draft) continue
    world.events = []
    const happening = happen(world, circle, draft, world.worldSeconds)
    const event = world.events.find((one) => one.type === 'happening')
    if (event?.type === 'happening') return { world, env, doer: draft.doer, sufferer: draft.sufferer, event, topic: `happening:${happening.id}` }
  }
  throw new Error(`happenings: no ${kind} could happen`)
}

describe('happenings', () => {
  it('[SIM-111] a settlement sees one every day or two, at the same hours whoever lives through it and however time passes', () => {
    const { world, env } = createTestWorld()
    const days = 20
    for (const _ of advanceWorld(world, env, days * 86_400)) void _
    const here = world.chronicle.happenings.filter(({ settlementId }) => settlementId === 'settlement:0,0')
    // what comes of something else (a burial, a gift, mending) comes when it is due; what the days bring comes at their own hours
    const word = hashCell(env.land.seedWord, hashString('settlement:0,0'), HAPPENING_LAYER)
    const dues = Array.from({ length: days + 1 }, (_, day) => dueSeconds(word, day))
    const brought = here.filter(({ worldSeconds }) => dues.includes(worldSeconds))
    expect(brought.length).toBeGreaterThanOrEqual(days / 2 - 2)
    expect(brought.length).toBeLessThanOrEqual(days)
    expect(new Set(brought.map(({ worldSeconds }) => worldSeconds)).size).toBe(brought.length)
    const other = createTestWorld()
    runTicks(other.world, other.env, 1)
    for (const _ of advanceWorld(other.world, other.env, 5 * 86_400)) void _
    const first = other.world.chronicle.happenings.filter(({ settlementId }) => settlementId === 'settlement:0,0').map(({ worldSeconds }) => worldSeconds)
    expect(first.length).toBeGreaterThan(0)
    expect(here.slice(0, first.length).map(({ worldSeconds }) => worldSeconds)).toEqual(first)
  })

  it('[SIM-205] no two days in a row are quiet in any settlement, and yet some days are', () => {
    let quiet = 0
    for (let place = 0; place < 60; place++) for (let day = 0; day < 40; day++) {
      const word = hashCell(place, 5)
      if (dueSeconds(word, day) !== Infinity) continue
      quiet++
      expect(dueSeconds(word, day + 1)).toBeLessThan(Infinity)
    }
    expect(quiet / 2400).toBeGreaterThan(0.15)
    expect(quiet / 2400).toBeLessThan(0.4)
  })

  it('[SIM-206] whoever is about takes note of somebody who passes through, not one alone', () => {
    const { event, world } = happenOf('passer')
    expect(event.witnessIds.length).toBeGreaterThan(1)
    expect(event.witnessIds.every((id) => !world.npcs.find((npc) => npc.id === id)!.indoors)).toBe(true)
  })

  it('[SIM-111] a day that is skipped by the clock is not lost', () => {
    const { world, env } = createTestWorld()
    for (let i = 0; i < 8; i++) runTicks(world, env, 1, [{ type: 'time-set', hour: i % 2 === 0 ? 6 : 22 }])
    expect(world.chronicle.happenings.length).toBeGreaterThan(0)
  })

  it('[SIM-112] every kind has those who saw it, who hold it to be so, and is told by an event', () => {
    for (const kind of CLAIM_KINDS.filter((one) => !['said', 'met', 'stood-up', 'amends', 'ruin', 'danger', 'burial', 'gift', 'bought', 'mending', 'shirked'].includes(one))) {
      const { world, event, topic } = happenOf(kind)
      expect(event.happening.claim.kind).toBe(kind)
      for (const id of event.witnessIds) expect(findBelief(world.npcs.find((npc) => npc.id === id)!, topic), kind).toMatchObject({ source: null, hops: 0, confidence: 1 })
      const knowing = world.npcs.filter((npc) => findBelief(npc, topic)).map(({ id }) => id)
      expect(new Set(event.witnessIds)).toEqual(new Set(knowing))
      expect(knowing.length, kind).toBeGreaterThan(0)
    }
  })

  it('[SIM-113] the dead leave the world, are mourned, and their settlement does not draw them again', () => {
    const { world, env, sufferer } = happenOf('death')
    const id = sufferer!.id
    expect(world.npcs.some((npc) => npc.id === id)).toBe(false)
    expect(world.chronicle.deaths).toMatchObject([{ npcId: id }])
    expect(world.chronicle.gatherings).toMatchObject([{ kind: 'mourning' }])
    world.npcs = []
    world.populated = []
    runTicks(world, env, 2)
    expect(world.npcs.length).toBeGreaterThan(3)
    expect(world.npcs.some((npc) => npc.id === id)).toBe(false)
    // and the world goes on, near and far
    for (const _ of advanceWorld(world, env, 86_400)) void _
    runTicks(world, env, 40)
  })

  it('[SIM-113] a birth is a fact of the house', () => {
    const { world, doer, event } = happenOf('birth')
    expect(world.chronicle.births).toMatchObject([{ parentId: doer!.id, homeId: doer!.homeId, given: event.happening.claim.object }])
  })

  it('[SIM-114] of a theft the thief keeps silent, and whoever was robbed does not know by whom', () => {
    const { world, doer, sufferer, topic } = happenOf('theft')
    expect(findBelief(doer!, topic)).toMatchObject({ secrecy: 1 })
    expect(findBelief(sufferer!, topic)?.claim.subject).toBeNull()
    expect(sufferer!.needs.safety).toBeLessThan(1)
    expect(world.npcs.filter((npc) => findBelief(npc, topic)).length).toBeLessThanOrEqual(3)
  })

  it('[SIM-115] help makes a debt, a quarrel an enemy, a feast a gathering', () => {
    const rescue = happenOf('rescue')
    expect(rescue.sufferer!.relations.find(({ otherId }) => otherId === rescue.doer!.id)).toMatchObject({ debt: 0.5 })
    expect(rescue.doer!.relations.find(({ otherId }) => otherId === rescue.sufferer!.id)).toMatchObject({ debt: -0.5 })
    const quarrel = happenOf('quarrel')
    const cold = quarrel.doer!.relations.find(({ otherId }) => otherId === quarrel.sufferer!.id)!
    expect(cold.lastReason).toMatch(/quarrelled/)
    expect(happenOf('feast').world.chronicle.gatherings).toMatchObject([{ kind: 'feast' }])
  })

  it('[SIM-116] three days away leave a village with news that most have heard, and forms of the world before there was news are read', () => {
    const { world, env } = createTestWorld()
    for (const _ of advanceWorld(world, env, 3 * 86_400)) void _
    const here = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
    expect(here.filter(({ beliefs }) => beliefs.length > 0).length).toBeGreaterThan(here.length / 2)
    expect(here.some(({ beliefs }) => beliefs.some(({ hops }) => hops > 0))).toBe(true)
    const kept = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(kept.ok && kept.value.npcs.map(({ beliefs }) => beliefs)).toEqual(world.npcs.map(({ beliefs }) => beliefs))
    const { chronicle: _c, appointments: _a, ...old } = structuredClone(toSnapshot(world))
    const npcs = old.npcs.map(({ beliefs: _b, nextBeliefId: _n, relations, ...npc }) => ({ ...npc, relations: relations.map(({ respect: _r, fear: _f, debt: _d, ...relation }) => relation) }))
    const read = fromSnapshot({ ...old, npcs, version: 3 })
    expect(read.ok && [read.value.chronicle.happenings, read.value.npcs[0]?.beliefs, read.value.npcs[0]?.relations[0]?.debt]).toEqual([[], [], 0])
  })
})
