/** The world as a value: forking, keeping, time, weather, commands, running ahead. */
import fc from 'fast-check'
import { isWatchNight } from '#simulation/skills/night-watch.ts'
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { dayOf, hourOf, nextTimeAt, SEASON_DAYS, seasonOf, TICKS_PER_SECOND, TICK_WORLD_SECONDS, WORLD_SECONDS_PER_SECOND } from '#simulation/clock.ts'
import type { Command } from '#simulation/commands.ts'
import { forkWorld } from '#simulation/create-world.ts'
import { isInside } from '#simulation/physics/collide.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { tickWorld } from '#simulation/tick.ts'
import { SKILL_IDS } from '#simulation/skills/skill-id.ts'
import { findStrike } from '#simulation/lightning.ts'
import { WORLD_VERSION } from '#simulation/world.ts'
import { createWeather, WEATHERS } from '#simulation/weather.ts'
import { createPeopledWorld, createTestEnv, createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

const unit = fc.double({ min: -1, max: 1, noNaN: true })
const npcId = fc.nat(9).map((n): `npc:${string}` => `npc:0,0/${n}`)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('player-intend' as const), intent: fc.record({ forward: unit, right: unit, run: fc.boolean(), jump: fc.boolean(), dive: fc.boolean(), yaw: unit, pitch: unit }) }),
  fc.record({ type: fc.constant('player-place' as const), x: fc.integer({ min: -80, max: 80 }), z: fc.integer({ min: -80, max: 80 }) }),
  fc.record({ type: fc.constant('conversation-open' as const), npcId }),
  fc.record({ type: fc.constant('conversation-say' as const), npcId, text: fc.string({ maxLength: 20 }) }),
  fc.record({ type: fc.constant('conversation-close' as const), npcId }),
  fc.record({ type: fc.constant('thought-apply' as const), thoughtId: fc.nat(20), npcId, outcome: fc.record({ reply: fc.constantFrom('Good day.', null), endsTalk: fc.boolean() }).map(outcomeOf) }),
  fc.record({ type: fc.constant('time-set' as const), hour: fc.double({ min: 0, max: 24, noNaN: true }) }),
  fc.record({ type: fc.constant('weather-set' as const), weather: fc.constantFrom(...WEATHERS) }),
)
const script = fc.array(fc.tuple(fc.nat(25), fc.array(command, { maxLength: 3 })), { maxLength: 8 })

describe('a fork', () => {
  it('[SIM-1] lives the same future', () => {
    const { world: first, env } = createTestWorld()
    runTicks(first, env, 40)
    fc.assert(
      fc.property(script, (steps) => {
        const one = forkWorld(first)
        const two = forkWorld(first)
        for (const [wait, commands] of steps) {
          tickWorld(one, env, commands)
          tickWorld(two, env, commands)
          expect(two.events).toEqual(one.events)
          runTicks(one, env, wait)
          runTicks(two, env, wait)
        }
        expect(JSON.stringify(two)).toBe(JSON.stringify(one))
      }),
      { numRuns: 25 },
    )
  })

  it('[SIM-1] does not depend on what else was asked of the land', () => {
    const { world, env } = createTestWorld()
    const other = forkWorld(world)
    runTicks(world, env, 400)
    const fresh = createTestEnv()
    fresh.ground.heightAt(1234, 99)
    runTicks(other, fresh, 400)
    expect(JSON.stringify(other)).toBe(JSON.stringify(world))
  })
})

describe('a kept world', () => {
  it('[SIM-3] comes back as it was', () => {
    const { world, env } = createTestWorld()
    meetSomebody(world, env)
    runTicks(world, env, 300)
    for (const npc of world.npcs) Object.assign(npc, { thoughtId: null, thoughtKind: null, playerSeenWorldSeconds: -1, greeted: npc.greeted.filter((greeting) => greeting.id !== 'player') })
    expect(world.conversations).toEqual([])
    const kept: unknown = structuredClone(toSnapshot(world))
    expect(fromSnapshot(JSON.parse(JSON.stringify(kept))).ok).toBe(true)
    const back = fromSnapshot(kept)
    expect(back).toEqual({ ok: true, value: { ...world, events: [] } })
    if (!back.ok) return
    runTicks(world, env, 200)
    runTicks(back.value, env, 200)
    expect(toSnapshot(back.value)).toEqual(toSnapshot(world))
  })

  it('[SIM-3] has ended its talks and awaits nothing', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    runTicks(world, env, 3, [{ type: 'conversation-say', npcId: npc.id, text: 'Hello' }])
    expect(world.conversations.length).toBe(1)
    const back = fromSnapshot(toSnapshot(world))
    if (!back.ok) throw new Error(back.reason)
    expect(back.value.conversations).toEqual([])
    expect(back.value.player.conversationId).toBeNull()
    expect(back.value.npcs.every((person) => person.thoughtId === null && person.conversationId === null)).toBe(true)
    expect(back.value.events).toEqual([])
  })

  it('[SIM-3] is refused in words when it is damaged, newer or nothing at all', () => {
    const { world } = createTestWorld()
    const kept = toSnapshot(world)
    expect(fromSnapshot({ ...kept, version: 99 })).toMatchObject({ ok: false, reason: expect.stringContaining('newer') })
    for (const nothing of [null, undefined, 7, 'world', [], {}, { version: 'x' }]) expect(fromSnapshot(nothing)).toMatchObject({ ok: false })
    const broken = structuredClone(kept)
    broken.npcs[0]!.needs.food = NaN
    expect(fromSnapshot(broken)).toMatchObject({ ok: false, reason: expect.stringContaining('npcs.0.needs.food') })
    expect(fromSnapshot({ ...kept, tick: 'soon' })).toMatchObject({ ok: false, reason: expect.stringContaining('tick') })
    expect(fromSnapshot({ ...kept, npcs: [{}] })).toMatchObject({ ok: false })
  })
})

describe('time', () => {
  it('[SIM-4] goes forward to the hour that is set', () => {
    const { world, env } = createTestWorld()
    let before = world.worldSeconds
    for (const hour of [12, 7.5, 7.5, 23.9, 0]) {
      runTicks(world, env, 1, [{ type: 'time-set', hour }])
      expect(world.worldSeconds).toBeGreaterThanOrEqual(before)
      expect(Math.abs(((hourOf(world.worldSeconds) - hour + 36) % 24) - 12)).toBeLessThan(0.01)
      before = world.worldSeconds
    }
    expect(nextTimeAt(10 * 3600, 9)).toBe(33 * 3600)
  })

  it('[SIM-5] counts days and seasons and tells of each new day', () => {
    expect([dayOf(86_399), dayOf(86_400), seasonOf(0), seasonOf(SEASON_DAYS * 86_400), seasonOf(4 * SEASON_DAYS * 86_400)]).toEqual([0, 1, 'spring', 'summer', 'spring'])
    expect(TICK_WORLD_SECONDS * TICKS_PER_SECOND).toBe(WORLD_SECONDS_PER_SECOND)
    const { world, env } = createTestWorld(86_400 - 15)
    expect(runTicks(world, env, 20).filter((event) => event.type === 'day-start')).toEqual([{ type: 'day-start', day: 1, witnessIds: [] }])
  })
})

describe('weather', () => {
  it('[SIM-63] eases towards its kind and changes by itself', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 1, [{ type: 'weather-set', weather: 'rain' }])
    const early = world.weather.rain
    expect(early).toBeGreaterThan(0)
    expect(early).toBeLessThan(0.1)
    runTicks(world, env, 1600)
    expect(world.weather.rain).toBeGreaterThan(0.6)
    const kinds = new Set<string>()
    for (const events of advanceWorld(world, env, 4 * 86_400)) for (const event of events) if (event.type === 'weather-change') kinds.add(event.weather)
    expect(kinds.size).toBeGreaterThan(2)
  })
  it('[SIM-66] snows where it freezes and never rains there; what lies stays in frost and thaws when it is warm', () => {
    const kindsAt = (warmth: number): Set<string> => {
      const { world, env } = createTestWorld()
      const cold = { ...env, land: { ...env.land, climateAt: () => ({ warmth, moisture: 0.8 }) } }
      const kinds = new Set<string>()
      for (const events of advanceWorld(world, cold, 6 * 86_400)) for (const event of events) if (event.type === 'weather-change') kinds.add(event.weather)
      return kinds
    }
    const north = kindsAt(0.1)
    const south = kindsAt(0.7)
    expect([north.has('snow'), north.has('rain'), south.has('snow'), south.has('rain')]).toEqual([true, false, false, true])

    const lyingAfter = (warmth: number): [fallen: number, later: number] => {
      const { world, env } = createTestWorld()
      const place = { ...env, land: { ...env.land, climateAt: () => ({ warmth, moisture: 0.5 }) } }
      runTicks(world, place, 4000, [{ type: 'weather-set', weather: 'snow' }])
      const fallen = world.weather.lying
      runTicks(world, place, 6000, [{ type: 'weather-set', weather: 'clear' }])
      return [fallen, world.weather.lying]
    }
    const [fallenNorth, laterNorth] = lyingAfter(0.1)
    const [fallenSouth, laterSouth] = lyingAfter(0.7)
    expect(fallenNorth).toBeGreaterThan(0.4)
    expect(fallenSouth).toBeGreaterThan(0.4)
    expect(laterNorth).toBeGreaterThan(0.4)
    expect(laterSouth).toBeLessThan(0.2)
  })
  it('[SIM-66] a world kept before there was snow is read', () => {
    const { world } = createTestWorld()
    const { snow: _snow, lying: _lying, ...weather } = toSnapshot(world).weather
    const read = fromSnapshot({ ...toSnapshot(world), version: 1, weather })
    expect(read.ok && [read.value.weather.snow, read.value.weather.lying, read.value.version]).toEqual([0, 0, WORLD_VERSION])
  })
  it('[SIM-67] lightning strikes only in storms and the same for everyone', () => {
    const storm = { ...createWeather('storm', 0) }
    const moments = Array.from({ length: 400 }, (_, i) => i * 45)
    const strikes = moments.map((at) => findStrike(7, storm, at))
    expect(strikes).toEqual(moments.toReversed().map((at) => findStrike(7, storm, at)).toReversed())
    for (const [i, strike] of strikes.entries()) {
      if (strike === null) continue
      expect(strike.worldSeconds).toBeLessThanOrEqual(moments[i]!)
      expect(strike.meters).toBeGreaterThan(200)
    }
    expect(new Set(strikes.map((strike) => strike?.worldSeconds)).size).toBeGreaterThan(20)
    expect(moments.some((at) => findStrike(7, createWeather('rain', 0), at) !== null)).toBe(false)
  })
})

describe('commands', () => {
  it('[SIM-62] that make no sense change nothing', () => {
    const { world, env } = createTestWorld()
    const twin = forkWorld(world)
    const nobody = 'npc:9,9/9' as const
    runTicks(world, env, 1, [
      { type: 'player-place', x: NaN, z: 0 },
      { type: 'player-look', yaw: Infinity, pitch: 0 },
      { type: 'time-set', hour: NaN },
      { type: 'weather-set', weather: 'frogs' as 'rain' },
      { type: 'conversation-open', npcId: nobody },
      { type: 'conversation-say', npcId: nobody, text: 'hm' },
      { type: 'conversation-say', npcId: world.npcs[0]!.id, text: '   ' },
      { type: 'conversation-close', npcId: nobody },
      { type: 'thought-apply', thoughtId: 77, npcId: nobody, outcome: outcomeOf({ reply: 'x' }) },
      { type: 'player-intend', intent: { ...world.player.intent, forward: NaN, yaw: NaN } },
    ])
    runTicks(twin, env, 1)
    expect(JSON.stringify(world)).toBe(JSON.stringify(twin))
  })

  it('[SIM-261] people who were put away before a skill was known live on with it, and what they then do last is kept', () => {
    const { world } = createTestWorld()
    const old = structuredClone(toSnapshot(world)) as unknown as { npcs: Array<{ lastEndedTicks: Array<number | undefined> }> }
    for (const npc of old.npcs) npc.lastEndedTicks.length = 18
    const read = fromSnapshot(structuredClone(old))
    if (!read.ok) throw new Error(read.reason)
    const [npc] = read.value.npcs
    npc!.lastEndedTicks[SKILL_IDS.indexOf('vigil')] = 40
    expect(npc!.lastEndedTicks).toHaveLength(SKILL_IDS.length)
    const again = fromSnapshot(structuredClone(toSnapshot(read.value)))
    expect(again.ok && again.value.npcs[0]!.lastEndedTicks.at(SKILL_IDS.indexOf('vigil'))).toBe(40)
    // and holes that were left behind are mended
    old.npcs[0]!.lastEndedTicks[3] = undefined
    old.npcs[0]!.lastEndedTicks[20] = 7
    const mended = fromSnapshot(structuredClone(old))
    expect(mended.ok && mended.value.npcs[0]!.lastEndedTicks.filter((_, at) => at === 3 || at > 17)).toEqual([0, 0, 0, 7])
  })
})

describe('running ahead', () => {
  it('[SIM-29] ends in a living state at the right time', () => {
    const { world, env } = createTestWorld()
    meetSomebody(world, env)
    const start = world.worldSeconds
    let steps = 0
    for (const _events of advanceWorld(world, env, 16 * 3600)) steps++
    expect(steps).toBeGreaterThan(100)
    expect(world.worldSeconds).toBeGreaterThanOrEqual(start + 16 * 3600)
    expect(world.worldSeconds).toBeLessThan(start + 16 * 3600 + 150)
    // all but whose night it is to keep watch
    expect(world.npcs.every((npc) => isWatchNight(world, npc) || (npc.indoors && npc.insideId === npc.homeId))).toBe(true)
    for (const _events of advanceWorld(world, env, 9 * 3600)) expect(world.conversations).toEqual([])
    const walls = env.land.findSettlements(0, 0, 2000).flatMap((plan) => plan.buildings)
    for (const npc of world.npcs) if (!npc.indoors && npc.fidelity === 'near') expect(walls.some((wall) => isInside(wall, npc.body.x, npc.body.z, 0))).toBe(false)
    runTicks(world, env, 100)
    expect(world.npcs.filter((npc) => npc.skill !== null).length).toBeGreaterThan(5)
    expect(fromSnapshot(toSnapshot(world)).ok).toBe(true)
  })
})

describe('a new world', () => {
  it('[SIM-2] has the same people whichever way the player comes', () => {
    const { world, env } = createTestWorld()
    expect(world.populated).toEqual(['settlement:0,0'])
    runTicks(world, env, 25, [{ type: 'player-place', x: -1500, z: 40 }])
    expect(world.populated).toEqual(['settlement:0,0', 'settlement:-1,0'])
    const west = { ...env.land, startPlace: () => ({ x: -1600, z: 100, yaw: 0 }) }
    const other = createPeopledWorld({ seed: 'test', land: west }, { ...env, land: west })
    const core = (people: typeof world.npcs) => people.map(({ id, given, family, age, trade, homeId, temperament, appearance, relations }) => ({ id, given, family, age, trade, homeId, temperament, appearance, relations }))
    expect(core(other.npcs)).toEqual(core(world.npcs.filter((npc) => npc.settlementId === 'settlement:-1,0')))
  })

})
