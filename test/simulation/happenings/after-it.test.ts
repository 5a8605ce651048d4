/** What comes of births and deaths: visits with gifts, graves that are gone to, harvests by season, the dead of the days before. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { SEASON_DAYS } from '#simulation/clock.ts'
import { createWorld } from '#simulation/create-world.ts'
import { createCircle, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { draftReaping, reapingsOf } from '#simulation/happenings/reap.ts'
import { graveOf } from '#simulation/happenings/graves.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { populateAround } from '#simulation/npc/populate.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestEnv, createTestWorld } from '#test/support/create-test-world.ts'

const HERE = 'settlement:0,0'

function circleAt(world: World, env: ReturnType<typeof createTestEnv>, seed: number, worldSeconds = world.worldSeconds): ReturnType<typeof createCircle> {
  const people = world.npcs.filter(({ settlementId }) => settlementId === HERE)
  return createCircle(world, { rng: createRng(seed), people, plan: findVillage(env.land, HERE, people[0]!.body)!.plan, worldSeconds })
}

/** Lets something of a kind happen in the morning. */
function happened(kind: 'birth' | 'death'): { world: World; env: ReturnType<typeof createTestEnv>; draft: HappeningDraft } {
  const { world, env } = createTestWorld(8.5 * 3600)
  for (let seed = 1; seed < 60; seed++) {
    const circle = circleAt(world, env, seed)
    const draft = drawOfKind(kind, circle)
    if (!draft) continue
    happen(world, circle, draft, world.worldSeconds)
    return { world, env, draft }
  }
  throw new Error(`after-it: no ${kind}`)
}

function live(world: World, env: ReturnType<typeof createTestEnv>, days: number, watch: (events: WorldEvent[]) => void = () => undefined): void {
  for (const events of advanceWorld(world, env, days * 86_400)) watch(events)
}

describe('after a birth', () => {
  it('[SIM-139] the mother lies in for a day, and those fond of her come with something for the child; its name suits what it is', () => {
    const { world, env, draft } = happened('birth')
    const mother = draft.doer!
    let out = 0
    let steps = 0
    const gifts: WorldEvent[] = []
    live(world, env, 3, (events) => {
      const days = (world.worldSeconds - world.chronicle.births[0]!.worldSeconds) / 86_400
      if (days > 0.2 && days < 1.4) {
        steps++
        if (!mother.indoors || mother.insideId !== mother.homeId) out++
      }
      gifts.push(...events.filter((event) => event.type === 'happening' && event.happening.claim.kind === 'gift'))
    })
    expect(out / steps).toBeLessThan(0.25)
    const birth = world.chronicle.births[0]!
    expect(birth.visitorIds.length).toBeGreaterThan(0)
    expect(gifts.length).toBe(birth.visitorIds.length)
    for (const id of birth.visitorIds) {
      const visitor = world.npcs.find((npc) => npc.id === id)!
      expect(visitor.homeId).not.toBe(mother.homeId)
      expect(mother.beliefs.some(({ claim }) => claim.kind === 'gift' && claim.subject?.id === id && claim.cause === `for little ${birth.given}`)).toBe(true)
    }
    expect(birth.otherParentId).toBe(mother.relations.find(({ kinship }) => kinship === 'spouse')!.otherId)
    // nobody has two children in a year
    for (let seed = 1; seed < 60; seed++) expect(drawOfKind('birth', circleAt(world, env, seed))?.doer?.id).not.toBe(mother.id)
  }, 30_000)
})

describe('after a death', () => {
  it('[SIM-142] each of the dead has a place of their own in the burying ground, and those who miss them go and stand there', () => {
    const { world, env, draft } = happened('death')
    const plan = findVillage(env.land, HERE, world.npcs[0]!.body)!.plan
    const atGrave = new Set<string>()
    live(world, env, 5, () => {
      for (const npc of world.npcs) if (npc.activity === `standing at ${draft.sufferer!.given}’s grave`) atGrave.add(npc.id)
    })
    expect(world.chronicle.deaths[0]!.isBuried).toBe(true)
    expect(atGrave.size).toBeGreaterThan(0)
    for (const id of atGrave) {
      const relation = world.npcs.find((npc) => npc.id === id)!.relations.find(({ otherId }) => otherId === draft.sufferer!.id)!
      expect(relation.kinship !== null || relation.warmth > 0.4).toBe(true)
    }
    const deaths = [0, 1, 2, 3, 4].map((number) => ({ npcId: `npc:0,0/${number}` as const }))
    const graves = deaths.map((death) => graveOf(plan, deaths, death)!)
    for (const [a, one] of graves.entries()) for (const other of graves.slice(a + 1)) expect(Math.hypot(one.x - other.x, one.z - other.z)).toBeGreaterThan(2)
  }, 30_000)
})

describe('a harvest', () => {
  it('[SIM-143] is what the season and the place give: no grain in spring, no lambs in winter; a good one from the field ends with a supper for everybody', () => {
    const { world, env } = createTestWorld()
    const objects = (season: number): Set<string> => new Set(Array.from({ length: 80 }, (_, seed) => drawOfKind('harvest', circleAt(world, env, seed + 1, (season + 0.5) * SEASON_DAYS * 86_400))?.claim.object ?? ''))
    expect(objects(0)).not.toContain('sacks of grain')
    expect(objects(0)).toContain('cartloads of hay')
    expect([...objects(3)].some((object) => /hay|grain|apples|lambs/.test(object))).toBe(false)
    for (let seed = 1; seed < 80; seed++) {
      const circle = circleAt(world, env, seed)
      const reaping = reapingsOf(circle.plan, seed, 0).find(({ spot }) => spot.kind === 'field')
      const draft = reaping && draftReaping(circle, reaping)
      if (!draft || draft.good < 0) continue
      expect(draft.claim.object).toBe('sacks of grain')
      happen(world, circle, draft, world.worldSeconds)
      break
    }
    expect(world.chronicle.gatherings).toMatchObject([{ kind: 'feast', words: 'the harvest supper', fromSeconds: 18.5 * 3600 }])
  })
})

describe('a village seen for the first time', () => {
  const env = createTestEnv()

  /** A world that begins on a day whose days before saw somebody die. */
  function mourning(): { world: World; here: Npc[] } {
    for (let day = 0; day < 120; day++) {
      const world = createWorld({ seed: 'test', land: env.land, pastDays: 6, worldSeconds: (day * 24 + 8) * 3600 })
      populateAround(world, env)
      const here = world.npcs.filter(({ settlementId }) => settlementId === HERE)
      if (world.chronicle.deaths.some(({ npcId }) => npcId.startsWith('npc:0,0/'))) return { world, here }
    }
    throw new Error('after-it: nobody died before')
  }

  it('[SIM-145] may have lost somebody of late: nobody who is there, but an old one of a house, mourned by it, known of by many, and buried when it was time', () => {
    const { world, here } = mourning()
    const death = world.chronicle.deaths.find(({ npcId }) => npcId.startsWith('npc:0,0/'))!
    expect(world.npcs.some(({ id, given }) => id === death.npcId || (given === death.given && here.some((npc) => npc.given === given && npc.settlementId === HERE)))).toBe(false)
    expect(death.worldSeconds).toBeLessThan(world.worldSeconds)
    expect(death.isBuried).toBe(death.burialSeconds < world.worldSeconds)
    const heirs = here.filter(({ relations }) => relations.some(({ otherId, kinship }) => otherId === death.npcId && kinship === 'parent'))
    expect(heirs.length).toBeGreaterThan(0)
    for (const heir of heirs) {
      expect(heir.family).toBe(death.family)
      expect(heir.beliefs.some(({ claim }) => claim.kind === 'death' && claim.subject?.id === death.npcId)).toBe(true)
    }
    expect(here.filter(({ beliefs }) => beliefs.some(({ claim }) => claim.subject?.id === death.npcId)).length).toBeGreaterThan(here.length / 3)
    expect(fromSnapshot(structuredClone(toSnapshot(world))).ok).toBe(true)
    // whoever comes back to it finds the same loss
    const count = world.chronicle.deaths.length
    const missed = heirs.map(({ id }) => id)
    world.npcs = []
    world.populated = []
    populateAround(world, env)
    expect(world.chronicle.deaths.length).toBe(count)
    expect(world.npcs.filter(({ relations }) => relations.some(({ otherId, kinship }) => otherId === death.npcId && kinship === 'parent')).map(({ id }) => id)).toEqual(missed)
  }, 30_000)
})
