/** What goes on out of doors when it rains and at night: it is seldom nothing, and there is a reason for it. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { hourOf } from '#simulation/clock.ts'
import { createCircle, drawOfKind } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { startSkill } from '#simulation/npc/carry-out.ts'
import { keepOptions } from '#simulation/npc/decide.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import { isInside } from '#simulation/physics/collide.ts'
import { eaves } from '#simulation/skills/eaves.ts'
import { gather } from '#simulation/skills/gather.ts'
import { LYING_IN } from '#simulation/skills/lie-in.ts'
import { isUnderEaves } from '#simulation/skills/places.ts'
import { vigil } from '#simulation/skills/vigil.ts'
import { findVillage } from '#simulation/village.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

const HERE = 'settlement:0,0'

function village(hour: number): ReturnType<typeof createTestWorld> & { people: Npc[]; plan: NonNullable<ReturnType<typeof findVillage>>['plan'] } {
  const { world, env } = createTestWorld(hour * 3600)
  const people = world.npcs.filter(({ settlementId }) => settlementId === HERE)
  const { plan } = findVillage(env.land, HERE, people[0]!.body)!
  runTicks(world, env, 2, [{ type: 'player-place', x: plan.x + 40, z: plan.z + 40 }])
  return { world, env, people, plan }
}

function setFree(npc: Npc): void {
  Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
}

describe('rain', () => {
  it('[SIM-232] is looked at from doors and stood out under eaves, dry, the back to a wall, each with a place of their own', () => {
    const { world, env, people, plan } = village(13)
    runTicks(world, env, 1, [{ type: 'weather-set', weather: 'rain' }])
    const doings = new Set<string>()
    let apart = Infinity
    let looks = 0
    for (let t = 0; t < 7200; t++) {
      world.weather.untilWorldSeconds = Infinity
      runTicks(world, env, 1)
      if (t % 20 > 0) continue
      const dry = people.filter((npc) => isUnderEaves(npc) && npc.conversationId === null && world.tick > npc.skill!.untilTick - npc.skill!.seconds * 10)
      for (const npc of dry) {
        doings.add(npc.skill!.doing.replace(/of .*/, ''))
        expect(npc.why.length).toBeGreaterThan(5)
        expect(plan.buildings.some((building) => isInside(building, npc.body.x, npc.body.z, 0))).toBe(false)
        expect(plan.buildings.some((building) => isInside(building, npc.body.x, npc.body.z, 0.9))).toBe(true)
        for (const other of dry) if (other !== npc) apart = Math.min(apart, Math.hypot(other.body.x - npc.body.x, other.body.z - npc.body.z))
      }
      if (dry.length > 0) looks++
    }
    expect(doings).toContain('looking out into the rain from the door')
    expect(doings).toContain('standing under the eaves ')
    expect(apart).toBeGreaterThan(0.5)
    expect(looks).toBeGreaterThan(120)
  }, 60_000)

  it('[SIM-233] as it begins, washing, hens and firewood are brought in, by running', () => {
    const { world, env, people } = village(13)
    world.weather.kind = 'rain'
    world.weather.rain = 0.4
    const seen = new Map<string, string>()
    for (let round = 0; round < 12; round++) for (const npc of people.filter(({ age }) => age > 10)) {
      world.tick += 3
      setFree(npc)
      if (!startSkill(momentOf(world, env, npc)!, eaves, null)) continue
      const run = npc.skill!
      if (!run.going.startsWith('running out')) continue
      seen.set(run.doing, run.why)
      expect(run.pace).toBeGreaterThan(1.6)
      expect(eaves.onward!(momentOf(world, env, npc)!, run)).toBe(true)
      expect(run.insideId).toBe(npc.homeId)
    }
    expect([...seen.keys()].toSorted()).toEqual(['driving the hens in', 'pulling the washing off the line', 'throwing sacks over the firewood'])
    // a storm is no time for it
    world.weather.kind = 'storm'
    for (const npc of people) {
      const weights = { names: [], values: [], count: 0 }
      eaves.weigh(momentOf(world, env, npc)!, weights)
      expect(weights.count).toBe(0)
    }
  })

  it('[SIM-234] of an evening is sat out at the inn and stood out under its eaves with a cup; of a dry one the fire is left for the inn late, by some', () => {
    const at = (hour: number, rain: number): Set<string> => {
      const { world, env, people } = village(hour)
      world.weather.rain = rain
      const doings = new Set<string>()
      for (let round = 0; round < 6; round++) for (const npc of people.filter(({ age }) => age >= 18)) {
        world.tick += 5
        setFree(npc)
        if (startSkill(momentOf(world, env, npc)!, gather, null)) doings.add(/inn/.test(npc.skill!.doing) ? npc.skill!.doing : 'elsewhere')
      }
      return doings
    }
    expect(at(20, 0.85)).toEqual(new Set(['sitting in the inn with the others', 'standing with a cup under the eaves of the inn']))
    expect(at(19.5, 0)).toEqual(new Set(['elsewhere']))
    expect(at(21.2, 0)).toContain('standing before the inn with a cup')
    expect(at(21.2, 0)).toContain('elsewhere')
  })
})

describe('whoever lies in', () => {
  it('[SIM-231] weighs nothing but the child, sleep and what she is called to, and is fed', () => {
    const { world, env, people, plan } = village(9)
    const circle = (seed: number): ReturnType<typeof createCircle> => createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds })
    const draft = Array.from({ length: 40 }, (_, seed) => drawOfKind('birth', circle(seed + 1))).find((drawn) => drawn !== null)!
    happen(world, circle(1), draft, world.worldSeconds)
    const mother = draft.doer!
    let least = 1
    for (let hour = 0; hour < 26; hour++) {
      for (const _ of advanceWorld(world, env, 3600)) void _
      keepOptions(momentOf(world, env, mother)!)
      for (const { skillId } of mother.options) expect(LYING_IN).toContain(skillId)
      least = Math.min(least, mother.needs.food)
    }
    expect(least).toBeGreaterThan(0.1)
    for (const _ of advanceWorld(world, env, 16 * 3600)) void _
    keepOptions(momentOf(world, env, mother)!)
    expect(mother.options.some(({ skillId }) => !LYING_IN.has(skillId))).toBe(true)
  }, 30_000)
})

describe('a night', () => {
  it('[SIM-235] brings up whoever has a child that will not sleep, or somebody to grieve for, for less than an hour, before their own house', () => {
    for (const kind of ['birth', 'death'] as const) {
      const { world, env, people, plan } = village(12)
      const circle = (seed: number): ReturnType<typeof createCircle> => createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds })
      const draft = Array.from({ length: 40 }, (_, seed) => drawOfKind(kind, circle(seed + 1))).find((drawn) => drawn !== null && (kind === 'birth' || people.some(({ relations }) => relations.some(({ otherId, kinship }) => otherId === drawn.sufferer!.id && kinship !== null))))!
      happen(world, circle(1), draft, world.worldSeconds)
      const up = new Map<string, number>()
      for (let step = 0; step < 4 * 24 * 12; step++) {
        for (const _ of advanceWorld(world, env, 300)) void _
        for (const npc of people) {
          if (npc.skill?.skillId !== 'vigil' || !/cries|awake/.test(npc.skill.doing)) continue
          const hour = hourOf(world.worldSeconds)
          expect(hour > 22 || hour < 5).toBe(true)
          const home = plan.buildings.find(({ id }) => id === npc.homeId)!
          if (npc.skill.phase === 'do') expect(Math.hypot(npc.body.x - home.doorX, npc.body.z - home.doorZ)).toBeLessThan(5)
          expect(npc.why).toMatch(kind === 'birth' ? /will not sleep/ : /missed/)
          const birth = world.chronicle.births[0]
          if (kind === 'birth') expect([birth!.parentId, birth!.otherParentId]).toContain(npc.id)
          up.set(npc.id, (up.get(npc.id) ?? 0) + 1)
        }
      }
      expect(up.size, kind).toBeGreaterThan(0)
      // at most an hour of each night
      for (const looks of up.values()) expect(looks).toBeLessThanOrEqual(4 * 13)
    }
  }, 60_000)

  it('[SIM-236] brings two together who are free and like each other best, on some of the evenings, close to each other; nobody who is married or kin', () => {
    const { world, env, people } = village(20.5)
    const [one, two, third] = people.filter(({ age }) => age >= 18 && age < 66)
    for (const npc of people) npc.relations = npc.relations.filter(({ kinship }) => kinship === null)
    const far = people.find((npc) => npc !== one && npc.homeId !== one!.homeId && npc.age >= 17)!
    Object.assign(one!, { age: 24 })
    Object.assign(far, { age: 26 })
    for (const [npc, other] of [[one!, far], [far, one!]] as const) npc.relations.find(({ otherId }) => otherId === other.id)!.warmth = 0.95
    let nights = 0
    for (let night = 0; night < 8; night++) {
      world.worldSeconds = (night * 24 + 21.5) * 3600
      const meets = [one!, far].map((npc) => {
        const weights = { names: [] as string[], values: [] as number[], count: 0 }
        vigil.weigh(momentOf(world, env, npc)!, weights)
        return weights.count > 0
      })
      expect(meets[0]).toBe(meets[1])
      if (meets[0]) nights++
    }
    expect(nights).toBeGreaterThan(1)
    expect(nights).toBeLessThan(8)
    for (let night = 0; night < 8; night++) {
      world.worldSeconds = (night * 24 + 21.5) * 3600
      for (const npc of [one!, far]) setFree(npc)
      if (![one!, far].every((npc) => startSkill(momentOf(world, env, npc)!, vigil, null))) continue
      const [a, b] = [one!.skill!, far.skill!]
      expect(Math.hypot(a.targetX - b.targetX, a.targetZ - b.targetZ)).toBeLessThan(1.6)
      expect([a.doing, b.doing]).toEqual([`whispering with ${far.given}`, `whispering with ${one!.given}`])
    }
    // whoever is bound to somebody stays in
    far.relations.find(({ otherId }) => otherId === (two === far ? third! : two!).id)!.kinship = 'spouse'
    for (let night = 0; night < 8; night++) {
      world.worldSeconds = (night * 24 + 21.5) * 3600
      const weights = { names: [] as string[], values: [] as number[], count: 0 }
      vigil.weigh(momentOf(world, env, one!)!, weights)
      expect(weights.count).toBe(0)
    }
  })
})
