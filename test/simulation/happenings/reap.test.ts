/** Fields, each in its own days; graves that can be read; news that is no quiet day. */
import { describe, expect, it } from 'vitest'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { DAY_WORLD_SECONDS, SEASON_DAYS, seasonOf } from '#simulation/clock.ts'
import { deathDayWords, epitaphOf } from '#simulation/happenings/epitaph.ts'
import { graveOf } from '#simulation/happenings/graves.ts'
import type { Death } from '#simulation/happenings/happening.ts'
import { findSpot, reapingsOf, spotWords } from '#simulation/happenings/reap.ts'
import { updateHappenings } from '#simulation/happenings/update-happenings.ts'
import { describePlace, settlementsAround } from '#session/console-land.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

const HERE = 'settlement:0,0'

describe('reaping', () => {
  it('[SIM-166] every field has one day a year, at the end of summer or in autumn, each another; orchards have theirs in autumn', () => {
    const spot = (kind: 'field' | 'orchard', x: number, z: number) => ({ kind, x, z, yaw: 0 }) as const
    const plan = { x: 0, z: 0, spots: [spot('field', 0, -50), spot('field', 60, 0), spot('field', 0, -90), spot('orchard', -40, 0)] }
    expect(plan.spots.map((each) => spotWords(plan, each))).toEqual(['the north field', 'the east field', 'the far north field', 'the orchard'])
    for (const each of plan.spots) expect(findSpot(plan, spotWords(plan, each))).toBe(each)
    expect(findSpot(plan, 'the field')).toBe(plan.spots[0])
    for (let word = 1; word < 40; word++) {
      const reapings = reapingsOf(plan, word, 0)
      expect(reapings).toHaveLength(4)
      const days = reapings.filter(({ spot: { kind } }) => kind === 'field').map(({ due }) => Math.floor(due / DAY_WORLD_SECONDS))
      expect(new Set(days).size).toBe(3)
      for (const { spot: { kind }, due } of reapings) {
        expect(kind === 'field' ? ['summer', 'autumn'] : ['autumn']).toContain(seasonOf(due))
        expect((due / 3600) % 24).toBeGreaterThan(8)
        expect((due / 3600) % 24).toBeLessThan(14.5)
      }
      expect(reapingsOf(plan, word, 1)[0]!.due - reapings[0]!.due).toBeGreaterThan(30 * DAY_WORLD_SECONDS)
    }
  })

  it('[SIM-166] a year sees every field of the village reaped, by more than one caller where there are several farmers', () => {
    const { world, env } = createTestWorld((SEASON_DAYS + 5) * DAY_WORLD_SECONDS)
    const [plan] = env.land.findSettlements(0, 0, 500).filter(({ id }) => id === HERE)
    for (let day = 0; day < 20; day++) {
      world.worldSeconds += DAY_WORLD_SECONDS
      updateHappenings(world, env)
    }
    const reaped = world.chronicle.happenings.filter(({ claim, settlementId }) => settlementId === HERE && claim.kind === 'harvest' && /grain|apples/.test(claim.object))
    const fields = plan!.spots.filter(({ kind }) => kind === 'field' || kind === 'orchard')
    expect(reaped.map(({ claim }) => claim.place).sort()).toEqual(fields.map((spot) => spotWords(plan!, spot)).sort())
    expect(fields.length).toBeGreaterThan(0)
  })

  it('[MIND-263] everybody of the place could see it: whoever was not told knows of it in a talk, and only for a while', () => {
    const { world, env } = createTestWorld(9 * 3600)
    const npc = world.npcs.find(({ settlementId }) => settlementId === HERE)!
    world.chronicle.happenings.push({ id: 900, settlementId: HERE, worldSeconds: world.worldSeconds - 3600, claim: { kind: 'harvest', subject: { id: null, name: 'Ada' }, target: null, object: 'sacks of grain', count: 7, place: 'the north field', cause: '', denied: false }, doerId: null, sufferId: null, importance: 0.4, good: 0.5 })
    world.conversations.push({ id: 1, participants: ['player', npc.id], state: 'open', turns: [], startedTick: 0, lastTurnTick: 0, awaiting: npc.id, turnCap: 8, nextTurnTick: 0, closingTick: -1, telling: null, proposal: null, circle: [], weighedTick: -1, unsaid: [], deal: null })
    npc.conversationId = 1
    expect(buildPrivateView(world, env.land, npc.id)?.seenOfLate).toMatchObject([{ text: 'Ada brought in seven sacks of grain from the north field' }])
    world.worldSeconds += 2 * DAY_WORLD_SECONDS
    expect(buildPrivateView(world, env.land, npc.id)?.seenOfLate).toEqual([])
  })
})

describe('a grave', () => {
  const death = (parts: Partial<Death>): Death => ({ npcId: 'npc:0,0/77', given: 'Ada', family: 'Reed', worldSeconds: (SEASON_DAYS + 2.5) * DAY_WORLD_SECONDS, age: 71, sex: 'female', homeId: null, burialSeconds: 0, isBuried: true, ...parts })

  it('[SIM-167] bears name, years and words that stay, and is read where one stands', () => {
    expect(epitaphOf(death({}))).toEqual(['Ada Reed', 'lived 71 years', expect.stringMatching(/\w/)])
    expect(epitaphOf(death({ age: null }))[1]).toBe('')
    expect(deathDayWords(death({}).worldSeconds)).toBe('on the 3rd day of summer')
    expect([0, 1, 10, 11].map((day) => deathDayWords(day * DAY_WORLD_SECONDS))).toEqual(['on the 1st day of spring', 'on the 2nd day of spring', 'on the 11th day of spring', 'on the 12th day of spring'])
    const { world, env } = createTestWorld()
    const [plan] = env.land.findSettlements(0, 0, 500).filter(({ id }) => id === HERE)
    world.chronicle.deaths = [death({}), death({ npcId: 'npc:0,0/78', given: 'Bel', isBuried: false })]
    const run = { land: env.land, world }
    const grave = graveOf(plan!, world.chronicle.deaths, world.chronicle.deaths[0]!)!
    expect(describePlace(run, grave.x, grave.z).grave).toMatch(/^Here lies Ada Reed, who lived 71 years and died on the 3rd day of summer\. “.+\.”$/)
    expect(describePlace(run, grave.x + 5, grave.z).grave).toBeNull()
    world.chronicle.births = [{ homeId: world.npcs[0]!.homeId, parentId: world.npcs.find(({ settlementId }) => settlementId === HERE)!.id, otherParentId: null, given: 'Cal', sex: 'male', worldSeconds: world.worldSeconds, visitorIds: [] }]
    const lore = settlementsAround(run, plan!.x, plan!.z, 10)[0]!.lore.join(' ')
    expect(lore).toMatch(/Its dead: Bel Reed \(71\), not buried yet, Ada Reed \(71\)\./)
    expect(lore).toMatch(/Born of late: Cal, child of \S+\./)
  })

  it('[SIM-167] that is used again is the last one’s', () => {
    const { world, env } = createTestWorld()
    world.chronicle.deaths = Array.from({ length: 13 }, (_, k) => death({ npcId: `npc:0,0/${100 + k}`, given: `N${k}` }))
    const [plan] = env.land.findSettlements(0, 0, 500).filter(({ id }) => id === HERE)
    const grave = graveOf(plan!, world.chronicle.deaths, world.chronicle.deaths[0]!)!
    expect(describePlace({ land: env.land, world }, grave.x, grave.z).grave).toContain('N12')
    for (const _ of advanceWorld(world, env, 60)) void _
  })
})
