/** The people: who they are, how they decide, and a whole day of their lives. */
import { describe, expect, it } from 'vitest'
import { hourOf } from '#simulation/clock.ts'
import { isWatchNight } from '#simulation/skills/night-watch.ts'
import type { SkillId } from '#simulation/skills/index.ts'
import { SKILLS } from '#simulation/skills/index.ts'
import { SKILL_IDS } from '#simulation/skills/skill-id.ts'
import { drawPeople } from '#simulation/npc/populate.ts'
import { tradeOf } from '#simulation/npc/trades.ts'
import { findPath } from '#simulation/paths/find-path.ts'
import { createWalkGrid, effortOf, squareAt, squareX, squareZ } from '#simulation/paths/walk-grid.ts'
import { isInside } from '#simulation/physics/collide.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestEnv, createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

const HOUR_TICKS = 2400

describe('the people of a settlement', () => {
  const plan = createTestEnv().land.findSettlements(0, 0, 10)[0]!
  const villages = Array.from({ length: 60 }, (_, seed) => drawPeople(seed * 7919, plan, 8 * 3600))

  it('[SIM-20] are 8 to 14, with a child, an elder, homes and fitting work', () => {
    for (const people of villages) {
      expect(people.length).toBeGreaterThanOrEqual(8)
      expect(people.length).toBeLessThanOrEqual(14)
      expect(new Set(people.map((npc) => npc.given)).size).toBe(people.length)
      expect(people.some((npc) => npc.age < 14)).toBe(true)
      expect(people.some((npc) => npc.age >= 60)).toBe(true)
      for (const npc of people) {
        expect(plan.buildings.some((building) => building.id === npc.homeId)).toBe(true)
        const work = plan.buildings.find((building) => building.id === npc.workplaceId)
        if (work && work.id !== npc.homeId) expect(tradeOf(npc.trade).workplaces).toContain(work.kind)
        expect(npc.age >= 5 && npc.age <= 90).toBe(true)
        for (const trait of Object.values(npc.temperament)) expect(Math.abs(trait)).toBeLessThanOrEqual(1)
      }
      expect(people.some((npc) => npc.relations.some((relation) => relation.warmth < -0.3))).toBe(true)
      expect(people.some((npc) => npc.relations.some((relation) => relation.kinship === null && relation.warmth > 0.4))).toBe(true)
    }
    expect(new Set(villages.map((people) => people.map((npc) => npc.given).join())).size).toBe(60)
  })

  it('[SIM-21] agree on who is kin', () => {
    const mirror = { spouse: 'spouse', parent: 'child', child: 'parent', sibling: 'sibling' } as const
    for (const people of villages) {
      for (const npc of people) {
        for (const relation of npc.relations) {
          const other = people.find((person) => person.id === relation.otherId)!
          const back = other.relations.find((known) => known.otherId === npc.id)!
          expect(back.kinship).toBe(relation.kinship === null ? null : mirror[relation.kinship])
          if (relation.kinship === 'parent') expect(other.age - npc.age).toBeGreaterThanOrEqual(15)
        }
        expect(npc.relations.filter((relation) => relation.kinship === 'spouse').length).toBeLessThanOrEqual(1)
        expect(npc.relations.length).toBe(people.length - 1)
      }
    }
  })
})

describe('a day', () => {
  it('[SIM-22] [SIM-23] [SIM-24] is lived by everybody: eating, working, sleeping at home, never stuck, never in a wall', () => {
    const { world, env } = createTestWorld()
    const people = world.npcs.filter((npc) => npc.settlementId === 'settlement:0,0')
    const plan = env.land.findSettlements(0, 0, 10)[0]!
    runTicks(world, env, 1, [{ type: 'player-place', x: 3, z: 6 }])
    const done = new Map(people.map((npc) => [npc.id, new Set<SkillId>()]))
    const asleep = new Map(people.map((npc) => [npc.id, 0]))
    const starts = new Map(people.map((npc) => [npc.id, 0]))
    const still = new Map<string, { x: number; z: number; ticks: number }>()
    let longestStill = 0
    let inWalls = 0
    const current = new Map(people.map((npc) => [npc.id, npc.skill?.startedTick ?? 0]))
    for (let t = 0; t < 24 * HOUR_TICKS; t++) {
      tickWorld(world, env, [])
      const hour = hourOf(world.worldSeconds)
      for (const npc of people) {
        if (npc.skill?.phase === 'do') done.get(npc.id)!.add(npc.skill.skillId)
        if (npc.skill && npc.skill.startedTick !== current.get(npc.id)) {
          starts.set(npc.id, starts.get(npc.id)! + 1)
          current.set(npc.id, npc.skill.startedTick)
        }
        if (npc.skill?.phase === 'walk' && !npc.indoors && npc.conversationId === null) {
          const place = still.get(npc.id)
          if (!place || Math.hypot(place.x - npc.body.x, place.z - npc.body.z) > 0.5) still.set(npc.id, { x: npc.body.x, z: npc.body.z, ticks: 0 })
          else longestStill = Math.max(longestStill, ++place.ticks)
        } else still.delete(npc.id)
        if (t % 10 === 0 && !npc.indoors && plan.buildings.some((wall) => isInside(wall, npc.body.x, npc.body.z, 0))) inWalls++
        // whoever kept watch sleeps from then on
        const late = isWatchNight(world, npc) ? 2.7 : 0
        if (hour > 0.5 + late && hour < 3.5 + late && npc.indoors && npc.insideId === npc.homeId && npc.skill?.skillId === 'sleep') asleep.set(npc.id, asleep.get(npc.id)! + 1)
      }
    }
    for (const npc of people) {
      const skills = done.get(npc.id)!
      expect(skills.has('eat'), `${npc.id} eats`).toBe(true)
      expect(skills.has('work') || skills.has('play') || skills.has('tend'), `${npc.id} works`).toBe(true)
      expect(asleep.get(npc.id), `${npc.id} sleeps`).toBeGreaterThan(2.8 * HOUR_TICKS)
      expect(npc.needs.food, `${npc.id} is fed`).toBeGreaterThan(0.1)
      // a day of play lasts 48 minutes
      expect(starts.get(npc.id), `${npc.id} keeps to what it does`).toBeLessThan(48 * 4)
    }
    expect(longestStill).toBeLessThan(1200)
    expect(inWalls).toBe(0)
  })

  it('[SIM-25] can be explained', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 600)
    for (const npc of world.npcs) {
      expect(npc.activity.length).toBeGreaterThan(3)
      expect(npc.why.length).toBeGreaterThan(3)
      expect(npc.options.length).toBeGreaterThan(1)
      for (const option of npc.options) {
        expect(SKILL_IDS).toContain(option.skillId)
        expect(option.label).not.toBe('')
        expect(option.parts.length).toBeGreaterThan(0)
      }
      expect([...npc.options].sort((a, b) => b.score - a.score)).toEqual(npc.options)
    }
    expect(SKILLS.map((skill) => skill.id)).toEqual([...SKILL_IDS])
  })

  it('[SIM-26] in the rain is spent under roofs', () => {
    const { world, env } = createTestWorld(11 * 3600)
    const outdoors = (): number => world.npcs.filter((npc) => !npc.indoors).length
    const dry = outdoors()
    runTicks(world, env, 1, [{ type: 'weather-set', weather: 'rain' }])
    runTicks(world, env, 2400)
    expect(dry).toBeGreaterThan(4)
    expect(outdoors()).toBeLessThan(dry * 0.4)
  })
})

describe('a wish', () => {
  it('[SIM-27] is followed', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    const decision = { skillId: 'accompany' as const, targetId: 'player', reason: 'the stranger asked me to come along' }
    runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'I will come.', endsTalk: true, decision }) }])
    runTicks(world, env, 30)
    expect(npc.skill?.skillId).toBe('accompany')
    expect(npc.why).toBe(decision.reason)
    runTicks(world, env, 160, [{ type: 'player-intend', intent: { ...world.player.intent, forward: 1, yaw: Math.atan2(world.player.body.x, world.player.body.z) } }])
    expect(Math.hypot(npc.body.x - world.player.body.x, npc.body.z - world.player.body.z)).toBeLessThan(14)
  })
})

describe('paths', () => {
  it('[SIM-28] keep clear of walls', () => {
    const { land } = createTestEnv()
    const plan = land.findSettlements(0, 0, 10)[0]!
    const grid = createWalkGrid(plan, land)
    const path: number[] = []
    for (const from of plan.buildings) {
      for (const to of plan.buildings) {
        if (from === to) continue
        expect(findPath(grid, { x: from.doorX, z: from.doorZ }, { x: to.doorX, z: to.doorZ }, path)).toBe(true)
        expect(path.slice(-2)).toEqual([to.doorX, to.doorZ])
        let x = from.doorX
        let z = from.doorZ
        for (let p = 0; p < path.length; p += 2) {
          for (let s = 0; s <= 10; s++) {
            const atX = x + ((path[p]! - x) * s) / 10
            const atZ = z + ((path[p + 1]! - z) * s) / 10
            expect(plan.buildings.some((wall) => isInside(wall, atX, atZ, 0.1))).toBe(false)
          }
          x = path[p]!
          z = path[p + 1]!
        }
      }
    }
    const square = squareAt(grid, plan.x + 12, plan.z + 40)
    expect(effortOf(grid, square)).toBeLessThan(effortOf(grid, squareAt(grid, plan.x - 30, plan.z - 30)))
    expect(squareAt(grid, squareX(grid, square), squareZ(grid, square))).toBe(square)
  })
})

describe('near and far', () => {
  it('[SIM-29] people come near on open ground', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 1, [{ type: 'player-place', x: 700, z: 0 }])
    runTicks(world, env, 1500)
    expect(world.npcs.every((npc) => npc.fidelity === 'far')).toBe(true)
    runTicks(world, env, 12, [{ type: 'player-place', x: 3, z: 6 }])
    const plan = env.land.findSettlements(0, 0, 10)[0]!
    for (const npc of world.npcs) {
      expect(npc.fidelity).toBe('near')
      if (!npc.indoors) expect(plan.buildings.some((wall) => isInside(wall, npc.body.x, npc.body.z, 0))).toBe(false)
    }
  })
})

describe('noticing', () => {
  it('[SIM-60] the player is news once a visit', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    const seen = (ticks: number): number => runTicks(world, env, ticks).filter((event) => event.type === 'actor-seen' && event.npcId === npc.id).length
    seen(60)
    expect(npc.playerSeenWorldSeconds).toBeGreaterThan(0)
    expect(seen(600)).toBe(0)
  })

  it('[SIM-64] acquaintances greet the player who comes back', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    npc.relations.push({ otherId: 'player', kinship: null, warmth: 0.3, trust: 0.4, respect: 0, fear: 0, debt: 0, familiarity: 0.2, lastReason: 'we talked' })
    npc.playerSeenWorldSeconds = world.worldSeconds
    npc.greeted.push({ id: 'player', worldSeconds: world.worldSeconds })
    const back = fromSnapshot(toSnapshot(world))
    if (!back.ok) throw new Error(back.reason)
    const person = back.value.npcs.find((other) => other.id === npc.id)!
    person.body.yaw = Math.atan2(person.body.x - back.value.player.body.x, person.body.z - back.value.player.body.z)
    const greetings = runTicks(back.value, env, 12).filter((event) => event.type === 'thought-request' && event.kind === 'greet')
    expect(greetings).toEqual([expect.objectContaining({ npcId: npc.id, conversationId: null })])
    const said = runTicks(back.value, env, 1, [{ type: 'thought-apply', thoughtId: person.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'You again!' }) }])
    expect(said).toContainEqual(expect.objectContaining({ type: 'speech-said', conversationId: null, speakerId: npc.id, toId: 'player', text: 'You again!' }))
    expect(runTicks(back.value, env, 400).filter((event) => event.type === 'thought-request' && event.kind === 'greet' && event.npcId === npc.id)).toEqual([])
  })

  it('[SIM-64] curious strangers walk up once and look, and leave it at that', () => {
    const { world, env } = createTestWorld(10 * 3600)
    runTicks(world, env, 1, [{ type: 'player-place', x: 3, z: 6 }])
    const visits = new Map<string, number>()
    const last = new Map<string, number>()
    for (let t = 0; t < 8 * HOUR_TICKS; t++) {
      tickWorld(world, env, [])
      for (const npc of world.npcs) {
        if (npc.skill?.skillId !== 'meet-player' || npc.skill.phase !== 'do' || last.get(npc.id) === npc.skill.startedTick) continue
        last.set(npc.id, npc.skill.startedTick)
        visits.set(npc.id, (visits.get(npc.id) ?? 0) + 1)
      }
    }
    expect(visits.size).toBeGreaterThan(0)
    expect(Math.max(...visits.values())).toBe(1)
  })

  it('[SIM-61] people near the player muse, plan and look back, one thought at a time', () => {
    const { world, env } = createTestWorld(6 * 3600)
    runTicks(world, env, 1, [{ type: 'player-place', x: 3, z: 6 }])
    const kinds = new Map<string, number>()
    let open = 0
    for (let t = 0; t < 5 * HOUR_TICKS; t++) {
      const thoughts = world.npcs.flatMap((npc) => (npc.thoughtId !== null && npc.conversationId === null ? [{ type: 'thought-apply' as const, thoughtId: npc.thoughtId, npcId: npc.id, outcome: outcomeOf({ thought: 'Hm.' }) }] : []))
      tickWorld(world, env, t % 20 === 0 ? thoughts : [])
      for (const event of world.events) if (event.type === 'thought-request') kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1)
      open = Math.max(open, world.npcs.filter((npc) => npc.thoughtId !== null).length)
    }
    expect(kinds.get('plan')).toBe(world.npcs.filter((npc) => npc.plannedDay === 0).length)
    expect(kinds.get('monologue')).toBeGreaterThan(10)
    // ten minutes of play: at most three idle thoughts a minute for each
    expect(kinds.get('monologue')).toBeLessThan(world.npcs.length * 30)
    const night = createTestWorld(21 * 3600)
    const asked = runTicks(night.world, night.env, 4 * HOUR_TICKS).filter((event) => event.type === 'thought-request' && event.kind === 'reflect')
    expect(asked.length).toBe(night.world.npcs.filter((npc) => !isWatchNight(night.world, npc)).length)
  })
})
