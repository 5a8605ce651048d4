/** What storms do: seldom more than one thing, before one's eyes, with help at once, mending the next day, thanks and grudges. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { claimWords } from '#simulation/beliefs/claim.ts'
import { DAY_WORLD_SECONDS, dayOf } from '#simulation/clock.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { createCircle, drawHappening, drawOfKind, type HappeningDraft } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import { stage } from '#simulation/happenings/stage.ts'
import { breakingOf, brokenPlace, houseOf, hurtPlace } from '#simulation/happenings/storm.ts'
import { updateFidelity } from '#simulation/npc/fidelity.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { findVillage, type Village } from '#simulation/village.ts'
import { createWeather } from '#simulation/weather.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

const HERE = 'settlement:0,0'
type Set = { world: World; env: ReturnType<typeof createTestWorld>['env']; village: Village; draft: HappeningDraft }

/** A storm at three in the afternoon that is about to break something, with the player near the house and everybody near. */
function beforeIt(seed = 1): Set {
  const { world, env } = createTestWorld(15 * 3600)
  const people = world.npcs.filter(({ settlementId, age }) => settlementId === HERE && age >= 16)
  const village = findVillage(env.land, HERE, people[0]!.body)!
  world.weather = createWeather('storm', world.worldSeconds + 7200)
  const draft = drawOfKind('storm', createCircle(world, { rng: createRng(seed), people, plan: village.plan, worldSeconds: world.worldSeconds }))!
  const place = brokenPlace(houseOf(village.plan, draft.sufferer!)!)
  runTicks(world, env, 2, [{ type: 'player-place', x: place.x + Math.sin(place.yaw) * 12, z: place.z + Math.cos(place.yaw) * 12 }])
  for (const npc of people) {
    const moment = momentOf(world, env, npc)
    if (moment) updateFidelity(moment)
  }
  return { world, env, village, draft }
}

/** Plays what is staged to its end. */
function playOut({ world, env }: Set, ticks = 7300): { events: WorldEvent[]; gestures: Map<string, string[]>; doings: string[] } {
  const events: WorldEvent[] = []
  const gestures = new Map<string, string[]>()
  const doings: string[] = []
  for (let t = 0; t < ticks && world.chronicle.scenes.length > 0; t++) {
    events.push(...runTicks(world, env, 1))
    for (const npc of world.npcs) {
      const shown = gestures.get(npc.id) ?? []
      if (npc.gesture && shown.at(-1) !== npc.gesture.kind) gestures.set(npc.id, [...shown, npc.gesture.kind])
      if (npc.skill?.phase === 'do' && !npc.indoors) doings.push(npc.activity)
    }
  }
  return { events, gestures, doings }
}

describe('in bad weather', () => {
  it('[SIM-193] what happens in a storm is as varied as ever: none of it is feasting or harvest, and more are rescued', () => {
    const { world, env } = createTestWorld(15 * 3600)
    const people = world.npcs.filter(({ settlementId }) => settlementId === HERE)
    const { plan } = findVillage(env.land, HERE, people[0]!.body)!
    const shares = (kind: 'clear' | 'storm'): Map<string, number> => {
      world.weather = createWeather(kind, world.worldSeconds + 7200)
      const counts = new Map<string, number>()
      for (let seed = 1; seed <= 600; seed++) {
        const { claim } = drawHappening(createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds }))!
        counts.set(claim.kind, (counts.get(claim.kind) ?? 0) + 1 / 600)
      }
      return counts
    }
    const [storm, clear] = [shares('storm'), shares('clear')]
    expect([...storm.keys()].sort()).toEqual(expect.arrayContaining(['passer', 'quarrel', 'rescue', 'theft']))
    expect([storm.get('feast'), storm.get('harvest'), storm.get('storm')]).toEqual([undefined, undefined, undefined])
    expect(Math.max(...storm.values())).toBeLessThan(0.45)
    expect(storm.get('rescue')!).toBeGreaterThan(clear.get('rescue')! * 1.5)
  })

  it('[SIM-194] a storm breaks one thing in a settlement at most, before it is over, and some break nothing', () => {
    const storms = Array.from({ length: 200 }, (_, k) => breakingOf(77, { kind: 'storm', untilWorldSeconds: 40_000 + k * 900 }))
    const breaking = storms.filter((each) => each !== null)
    expect(breaking.length).toBeGreaterThan(130)
    expect(breaking.length).toBeLessThan(190)
    expect(breakingOf(77, { kind: 'rain', untilWorldSeconds: 40_000 })).toBeNull()
    const { world, env } = createTestWorld(12 * 3600)
    for (let hours = 0; hours < 6; hours++) {
      world.weather = { ...createWeather('storm', 16 * 3600), rain: 1 }
      for (const _ of advanceWorld(world, env, 3600)) void _
    }
    expect(world.chronicle.happenings.filter(({ claim, settlementId }) => claim.kind === 'storm' && settlementId === HERE).length).toBeLessThanOrEqual(1)
  })
})

describe('a storm before the player’s eyes', () => {
  it('[SIM-195] something is torn off, whoever ran out is hurt, a neighbour comes running and helps, and then both have happened', () => {
    const set = beforeIt()
    const { world, village, draft } = set
    expect(stage(world, village, draft, { word: 9, seconds: world.worldSeconds })).toBe(true)
    const { events, gestures } = playOut(set)
    const happened = events.flatMap((event) => (event.type === 'happening' ? [event.happening] : []))
    expect(happened.map(({ claim }) => claim.kind)).toEqual(['storm', 'rescue'])
    const helper = happened[1]!.doerId!
    expect(gestures.get(draft.sufferer!.id)).toEqual(expect.arrayContaining(['fall', 'bow']))
    expect(gestures.get(helper)).toEqual(expect.arrayContaining(['reach']))
    expect(draft.sufferer!.relations.find(({ otherId }) => otherId === helper)).toMatchObject({ debt: 0.5 })
    expect(world.chronicle.damages).toMatchObject([{ ownerId: draft.sufferer!.id, mendedSeconds: null }])
    expect(dayOf(world.chronicle.damages[0]!.dueSeconds)).toBe(dayOf(world.worldSeconds) + 1)
    expect(events.filter((event) => event.type === 'speech-said' && event.conversationId === null).length).toBeGreaterThanOrEqual(5)
  }, 20_000)

  it('[SIM-196] when it begins somebody calls the others in, and those out of doors run for a roof', () => {
    const { world, env } = createTestWorld(11 * 3600)
    const { plan } = findVillage(env.land, HERE, { x: 0, z: 0 })!
    runTicks(world, env, 200, [{ type: 'player-place', x: plan.x + 8, z: plan.z + 8 }])
    const events = runTicks(world, env, 1, [{ type: 'weather-set', weather: 'storm' }])
    expect(events.filter((event) => event.type === 'speech-said').length).toBeGreaterThanOrEqual(1)
    const out = world.npcs.filter((npc) => npc.settlementId === HERE && !npc.indoors)
    let fastest = 0
    for (let t = 0; t < 900; t++) {
      runTicks(world, env, 1)
      for (const { skill } of out) if (skill?.skillId === 'flee-rain') fastest = Math.max(fastest, skill.pace)
    }
    expect(fastest).toBeGreaterThan(2.4)
    expect(out.filter((npc) => npc.indoors).length).toBeGreaterThan(out.length / 2)
  }, 20_000)

  it('[SIM-197] whoever is hurt lies clear of what was broken, and both lie before the house, beside its door', () => {
    const { village } = beforeIt()
    for (const building of village.plan.buildings) {
      const [broken, hurt] = [brokenPlace(building), hurtPlace(building)]
      expect(Math.hypot(broken.x - hurt.x, broken.z - hurt.z)).toBeGreaterThan(2)
      const ahead = (place: { x: number; z: number }): number => (place.x - building.doorX) * Math.sin(building.yaw) + (place.z - building.doorZ) * Math.cos(building.yaw)
      expect(Math.min(ahead(broken), ahead(hurt))).toBeGreaterThan(0.4)
      expect(Math.hypot(broken.x - building.doorX, broken.z - building.doorZ)).toBeGreaterThan(1.8)
    }
  })
})

describe('the day after', () => {
  it('[SIM-198] it is mended by its owner and named neighbours round it, with thanks; what is mended stays so', () => {
    const set = beforeIt()
    const { world, env, village, draft } = set
    happen(world, createCircle(world, { rng: createRng(3), people: world.npcs.filter(({ settlementId }) => settlementId === HERE), plan: village.plan, worldSeconds: world.worldSeconds }), draft, world.worldSeconds)
    world.weather = createWeather('clear', world.worldSeconds + 9e5)
    const [damage] = world.chronicle.damages
    damage!.dueSeconds = world.worldSeconds
    const seen = runTicks(world, env, 120)
    expect(world.chronicle.scenes).toMatchObject([{ claim: { kind: 'mending' }, doerId: draft.sufferer!.id }])
    const { events, doings } = playOut(set)
    expect(doings).toContain('mending what the storm broke')
    const [first] = [...seen, ...events].flatMap((event) => (event.type === 'happening' && event.happening.claim.kind === 'mending' ? [event.happening] : []))
    const helper = world.npcs.find(({ id }) => id === first!.claim.subject?.id)!
    expect(claimWords(first!.claim)).toMatch(new RegExp(`^${helper.given} helped ${draft.sufferer!.given} `))
    expect(draft.sufferer!.relations.find(({ otherId }) => otherId === helper.id)?.lastReason).toMatch(/^they helped me /)
    expect(damage!.mendedSeconds).not.toBeNull()
    runTicks(world, env, 200)
    expect(world.chronicle.scenes).toEqual([])
  }, 40_000)

  it('[SIM-199] far from the player it is mended all the same, not in the rain; of many mornings some leave a grudge that is told', () => {
    let grudges = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { world, env, village, draft } = beforeIt(seed)
      runTicks(world, env, 1, [{ type: 'player-place', x: 600, z: 600 }])
      happen(world, createCircle(world, { rng: createRng(seed), people: world.npcs.filter(({ settlementId }) => settlementId === HERE), plan: village.plan, worldSeconds: world.worldSeconds }), draft, world.worldSeconds)
      const [damage] = world.chronicle.damages
      world.weather = createWeather('rain', damage!.dueSeconds + 7200)
      while (world.worldSeconds < damage!.dueSeconds + 3600) for (const _ of advanceWorld(world, env, 1800)) void _
      expect(damage!.mendedSeconds).toBeNull()
      world.weather = createWeather('clear', world.worldSeconds + 9e5)
      for (const _ of advanceWorld(world, env, 1200)) void _
      expect(damage!.mendedSeconds).not.toBeNull()
      const grudge = world.chronicle.happenings.find(({ claim }) => claim.kind === 'shirked')
      if (!grudge) continue
      grudges++
      const owner = world.npcs.find(({ id }) => id === grudge.sufferId)!
      expect(owner.relations.find(({ otherId }) => otherId === grudge.doerId)?.lastReason).toMatch(/^they would not help me /)
      expect(owner.beliefs.some(({ claim }) => claim.kind === 'shirked' && claimWords(claim, owner.id).includes('would not help me'))).toBe(true)
    }
    expect(grudges).toBeGreaterThan(2)
    expect(grudges).toBeLessThan(12)
  }, 60_000)

  it('[SIM-200] what storms broke is kept with the world, and worlds from before are read', () => {
    const { world, village, draft } = beforeIt()
    happen(world, createCircle(world, { rng: createRng(3), people: world.npcs.filter(({ settlementId }) => settlementId === HERE), plan: village.plan, worldSeconds: world.worldSeconds }), draft, world.worldSeconds)
    const snapshot = toSnapshot(world)
    const kept = fromSnapshot(structuredClone(snapshot))
    expect(kept.ok && kept.value.chronicle.damages).toEqual(world.chronicle.damages)
    const { damages: _, ...chronicle } = structuredClone(snapshot).chronicle
    const old = fromSnapshot({ ...structuredClone(snapshot), chronicle: { ...chronicle, waiting: [{ settlementId: HERE, word: 1, dueSeconds: DAY_WORLD_SECONDS, reaping: null }] } })
    expect(old.ok && [old.value.chronicle.damages, old.value.chronicle.waiting[0]?.storm]).toEqual([[], false])
  })
})

it('[SIM-201] news of a storm, of mending and of who stayed away are said in whole sentences, as each one says them', () => {
  const parties = { subject: { id: 'npc:0,0/1', name: 'Ada' } as const, target: { id: 'npc:0,0/2', name: 'Brand' } as const }
  const base = { count: 1, place: '', cause: '', denied: false }
  expect(claimWords({ ...base, kind: 'storm', subject: null, target: parties.target, object: 'took half the roof' })).toBe('the storm took half Brand’s roof')
  expect(claimWords({ ...base, kind: 'storm', subject: null, target: parties.target, object: 'broke the old tree in the garden' }, 'npc:0,0/2')).toBe('the storm broke my old tree in the garden')
  const hurt = { ...base, ...parties, kind: 'rescue', place: 'the broken fence', object: 'was struck by a rail' } as const
  expect([claimWords(hurt), claimWords(hurt, 'npc:0,0/2')]).toEqual(['Ada helped Brand at the broken fence when they were struck by a rail', 'Ada helped me at the broken fence when I was struck by a rail'])
  expect(claimWords({ ...base, ...parties, kind: 'mending', object: 'mend the roof' }, 'npc:0,0/1')).toBe('I helped Brand mend the roof')
  expect(claimWords({ ...base, kind: 'mending', subject: parties.target, target: null, object: 'mended the roof', cause: 'with nobody to help' })).toBe('Brand mended the roof, with nobody to help')
  expect(claimWords({ ...base, ...parties, kind: 'shirked', object: 'mend the roof' }, 'npc:0,0/9', 'npc:0,0/2')).toBe('Ada would not help you mend the roof')
})
