/** What a stranger sees of a village's day: seats that are sat on, evenings that differ, nights with somebody about. */
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { startSkill } from '#simulation/npc/carry-out.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import { eat } from '#simulation/skills/eat.ts'
import { gather } from '#simulation/skills/gather.ts'
import { isWatchNight } from '#simulation/skills/night-watch.ts'
import { sit } from '#simulation/skills/sit.ts'
import { tend } from '#simulation/skills/tend.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

const HERE = 'settlement:0,0'

function village(hour: number): { world: World; env: ReturnType<typeof createTestWorld>['env']; people: Npc[]; plan: NonNullable<ReturnType<typeof findVillage>>['plan'] } {
  const { world, env } = createTestWorld(hour * 3600)
  const people = world.npcs.filter(({ settlementId }) => settlementId === HERE)
  const { plan } = findVillage(env.land, HERE, people[0]!.body)!
  Object.assign(world.player.body, { x: plan.x + 4, z: plan.z + 4 })
  return { world, env, people, plan }
}

describe('a seat', () => {
  it('[SIM-168][SIM-203] is sat on, not beside: a bench looking as it looks, the own doorstep looking away from the wall, the rim of a well looking outward; one each, and who finds none free does something else', () => {
    const { world, env, people, plan } = village(13)
    const benches = plan.spots.filter(({ kind }) => kind === 'bench')
    const grown = people.filter(({ age }) => age > 16)
    const [well] = plan.buildings.filter(({ kind }) => kind === 'well')
    runTicks(world, env, 2)
    let seated = 0
    for (const npc of grown) {
      Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
      Object.assign(npc.body, { x: plan.x + (seated % 5) - 2, z: plan.z + Math.floor(seated / 5) })
      if (startSkill(momentOf(world, env, npc)!, sit, null)) seated++
    }
    // a rim has room for five, a bench and a doorstep for two
    const rims = well ? 5 : 0
    expect(seated).toBeGreaterThanOrEqual(Math.min(grown.length, benches.length * 2 + rims))
    const sitting = grown.filter(({ skill }) => skill?.skillId === 'sit')
    const spots = sitting.map(({ skill }) => `${skill!.targetX.toFixed(2)} ${skill!.targetZ.toFixed(2)}`)
    expect(new Set(spots).size).toBe(sitting.length)
    const kinds = new Set<string>()
    for (const { skill, homeId } of sitting) {
      const bench = benches.find(({ x, z }) => Math.hypot(skill!.targetX - x, skill!.targetZ - z) < 0.5)
      kinds.add(skill!.doing)
      if (!bench) {
        const home = plan.buildings.find(({ id }) => id === homeId)!
        const isRim = skill!.doing === 'sitting on the rim of the well'
        const from = isRim ? well! : home
        const [ahead, across] = [-Math.sin(skill!.facing!), -Math.cos(skill!.facing!)]
        expect((skill!.targetX - from.x) * ahead + (skill!.targetZ - from.z) * across).toBeGreaterThan(isRim ? 1.2 : home.depth / 2)
        continue
      }
      // forward of a body is (−sin yaw, −cos yaw), of a bench (sin yaw, cos yaw)
      expect(Math.cos(skill!.facing! - Math.PI - bench.yaw)).toBeCloseTo(1, 6)
    }
    expect(kinds.size).toBe(3)
    const one = sitting.find(({ skill }) => skill!.doing === 'sitting and watching the village')!
    one.intention = { skillId: 'sit', targetId: null, reason: 'x', untilTick: world.tick + 5000 }
    let nearest = Infinity
    for (let t = 0; t < 1200; t++) {
      if (one.skill) one.skill.untilTick = world.tick + 400
      runTicks(world, env, 1)
      if (one.skill?.skillId === 'sit' && one.skill.phase === 'do' && one.conversationId === null) nearest = Math.min(nearest, Math.hypot(one.body.x - one.skill.targetX, one.body.z - one.skill.targetZ))
    }
    expect(nearest).toBeLessThan(0.08)
  })

  it('[SIM-203] by a fire some sit on the logs, each on a seat of their own, looking into it', () => {
    const { world, env, people, plan } = village(19.5)
    const fire = plan.spots.find(({ kind }) => kind === 'fire')!
    for (const npc of people) {
      Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
      startSkill(momentOf(world, env, npc)!, gather, null)
    }
    const seated = people.filter(({ skill }) => skill?.doing.endsWith(', on a log'))
    expect(seated.length).toBeGreaterThan(1)
    expect(seated.length).toBeLessThanOrEqual(4)
    for (const { skill } of seated) {
      const [dx, dz] = [fire.x - skill!.targetX, fire.z - skill!.targetZ]
      expect(Math.hypot(dx, dz)).toBeLessThan(2.1)
      expect((-Math.sin(skill!.facing!) * dx - Math.cos(skill!.facing!) * dz) / Math.hypot(dx, dz)).toBeCloseTo(1, 6)
      for (const other of seated) if (other.skill !== skill) expect(Math.hypot(other.skill!.targetX - skill!.targetX, other.skill!.targetZ - skill!.targetZ)).toBeGreaterThan(0.7)
    }
  })

  it('[SIM-204] house and garden are seen to: over a day doorsteps are swept, hens fed and kindling split, the last not by children', () => {
    const { world, env, people } = village(10)
    const seen = new Map<string, number>()
    for (let round = 0; round < 12; round++) for (const npc of people) {
      world.tick += 3
      Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
      if (!startSkill(momentOf(world, env, npc)!, tend, null)) continue
      const { doing } = npc.skill!
      seen.set(doing, Math.min(seen.get(doing) ?? Infinity, npc.age))
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['sweeping the doorstep', 'feeding the hens', 'splitting kindling', 'pulling weeds']))
    expect(seen.get('splitting kindling')!).toBeGreaterThanOrEqual(14)
  })

  it('[SIM-168] serves for a meal at noon, too', () => {
    const { world, env, people } = village(12.5)
    let eaters = 0
    for (const npc of people) {
      Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
      if (startSkill(momentOf(world, env, npc)!, eat, null) && npc.skill!.doing.includes('bench')) eaters++
    }
    expect(eaters).toBeGreaterThan(0)
  })
})

describe('an evening by the fire', () => {
  it('[SIM-169] is not the same for everybody: one tells a story, others listen, whittle, mend, poke the embers or warm themselves', () => {
    const doings = new Set<string>()
    for (let day = 0; day < 12; day++) {
      const { world, env, people } = village(19 + day * 24)
      const tellers: string[] = []
      for (const npc of people) Object.assign(npc, { indoors: false, insideId: null, skill: null, conversationId: null })
      for (const npc of people) {
        for (let k = 0; k <= day; k++) npc.rng.counter++
        if (!startSkill(momentOf(world, env, npc)!, gather, null)) continue
        doings.add(npc.skill!.doing.replace(/to .*’s story/, 'to a story'))
        if (npc.skill!.doing === 'telling a story by the fire') tellers.push(npc.given)
        const heard = /listening to (.*)’s story/.exec(npc.skill!.doing)?.[1]
        if (heard !== undefined) expect(tellers).toContain(heard)
      }
      expect(tellers.length).toBeLessThanOrEqual(1)
    }
    expect([...doings]).toContain('warming up by the fire with the others')
    expect([...doings]).toContain('telling a story by the fire')
    expect(doings.size).toBeGreaterThanOrEqual(5)
  })
})

describe('a night', () => {
  it('[SIM-170] has somebody on watch most nights, by turns: out until past two, asleep after it, and up later', () => {
    const { world, env, people } = village(12)
    const turns = Array.from({ length: 10 }, (_, day) => people.filter((npc) => isWatchNight({ worldSeconds: (day + 0.95) * 86_400 }, npc)).map(({ id }) => id))
    expect(turns.filter((ids) => ids.length > 0).length).toBeGreaterThanOrEqual(6)
    expect(new Set(turns.map(String)).size).toBeGreaterThan(2)
    for (const npc of people) expect(npc.age < 18 && isWatchNight({ worldSeconds: 0 }, npc)).toBe(false)
    const day = turns.findIndex((ids) => ids.length > 0)
    world.worldSeconds = (day * 24 + 21) * 3600
    const watcher = people.find(({ id }) => turns[day]!.includes(id))!
    const seen = { out: 0, of: 0 }
    for (const _ of advanceWorld(world, env, 2 * 3600)) void _
    for (let look = 0; look < 9; look++) {
      for (const _ of advanceWorld(world, env, 1200)) void _
      seen.of++
      if (!watcher.indoors && watcher.why === 'it is my night to keep watch') seen.out++
    }
    expect(seen.out).toBeGreaterThanOrEqual(6)
    for (const _ of advanceWorld(world, env, 3 * 3600)) void _
    expect(watcher.activity).toBe('asleep at home')
  }, 30_000)
})
