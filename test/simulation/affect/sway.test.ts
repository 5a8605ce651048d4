/** Feelings and bad memories in what people do: choices lean the right way, memories form, come back, are gone round, and can be switched off. */
import { describe, expect, it } from 'vitest'
import { welcomeOf } from '#simulation/affect/sway.ts'
import { feel, suffer } from '#simulation/affect/feel.ts'
import { createWound, learnHarm } from '#simulation/affect/wounds.ts'
import { decide, keepOptions } from '#simulation/npc/decide.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { momentOf } from '#simulation/npc/update-npcs.ts'
import type { SkillId } from '#simulation/skills/index.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

/** How often each skill is chosen by grown people through the waking hours, with `stir` done to each before. */
function choices(stir: (world: World, npc: Npc) => void): Map<SkillId, number> {
  const counts = new Map<SkillId, number>()
  const { world, env } = createTestWorld(0)
  const people = world.npcs.filter((npc) => npc.settlementId === 'settlement:0,0' && npc.age >= 14)
  for (let hour = 8; hour < 21; hour += 0.25) {
    world.worldSeconds = hour * 3600 + 86_400 * 3
    for (const npc of people) {
      const fresh = structuredClone(npc)
      Object.assign(fresh, { skill: null, indoors: false, insideId: null, fidelity: 'far', needs: { food: 0.7, rest: 0.8, company: 0.45, duty: 0.6, safety: 1, shelter: 1 } })
      fresh.affect = { ...fresh.affect, settledWorldSeconds: world.worldSeconds }
      world.npcs[world.npcs.findIndex(({ id }) => id === npc.id)] = fresh
      stir(world, fresh)
      decide(momentOf(world, env, fresh)!)
      const id = fresh.skill?.skillId
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

const share = (counts: Map<SkillId, number>, ...skills: SkillId[]): number => skills.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0) / [...counts.values()].reduce((sum, count) => sum + count, 0)

describe('choices', () => {
  const calm = choices(() => {})
  it('[SIM-87] of the frightened lean to shelter and the trusted, away from open places', () => {
    const afraid = choices((world, npc) => void feel(world, npc, { cause: 'a wolf came close', relevance: 1, desirability: -0.9, likelihood: 0.7 }))
    expect(share(afraid, 'withdraw', 'visit', 'pray')).toBeGreaterThan(share(calm, 'withdraw', 'visit', 'pray') + 0.1)
    expect(share(afraid, 'fetch', 'wander', 'sit', 'gather', 'tend')).toBeLessThan(0.8 * share(calm, 'fetch', 'wander', 'sit', 'gather', 'tend'))
  })
  it('[SIM-87] of the sad lean from effort to comfort', () => {
    const sad = choices((world, npc) => void feel(world, npc, { cause: 'the house is empty', relevance: 1, desirability: -0.7, isLoss: true, bond: 1 }))
    expect(share(sad, 'work', 'fetch', 'wander', 'tend')).toBeLessThan(0.95 * share(calm, 'work', 'fetch', 'wander', 'tend'))
    expect(share(sad, 'withdraw', 'visit', 'talk', 'pray')).toBeGreaterThan(share(calm, 'withdraw', 'visit', 'talk', 'pray') + 0.05)
  })
  it('[SIM-87] of the ashamed lean away from company', () => {
    const ashamed = choices((world, npc) => void feel(world, npc, { cause: 'I broke the jug', relevance: 1, agent: 'self', praise: -0.9 }))
    expect(share(ashamed, 'visit', 'talk', 'gather')).toBeLessThan(0.8 * share(calm, 'visit', 'talk', 'gather'))
  })
  it('[SIM-87] of whom to be with turn on whom one blames, fears and trusts', () => {
    const { world, env } = createTestWorld()
    const npc = world.npcs[0]!
    const moment = momentOf(world, env, npc)!
    const others = npc.relations.filter(({ otherId }) => otherId !== 'player')
    const [blamed, trusted] = [others[0]!, others[1]!]
    trusted.trust = 0.95
    expect(welcomeOf(moment, blamed.otherId)).toBe(1)
    npc.temperament.agreeableness = 0.9
    feel(world, npc, { cause: 'they shamed me', aboutId: blamed.otherId, relevance: 1, desirability: -0.6, agent: 'other', praise: -0.9 })
    expect(welcomeOf(moment, blamed.otherId)).toBeLessThan(0.8)
    expect(welcomeOf(moment, trusted.otherId)).toBeGreaterThan(1.1)
    npc.temperament.agreeableness = -0.9
    npc.mood.dominance = 0.3
    expect(welcomeOf(moment, blamed.otherId)).toBeGreaterThan(1)
  })
  it('[SIM-87] are held on to when stirred', () => {
    const changes = (arousal: number): number => {
      let count = 0
      const { world, env } = createTestWorld(0)
      for (let hour = 7; hour < 21; hour += 0.1) {
        world.worldSeconds = hour * 3600
        for (const npc of world.npcs.slice(0, 10)) {
          npc.affect.emotions.length = 0
          npc.mood.arousal = arousal
          const before = npc.skill?.skillId
          decide(momentOf(world, env, npc)!)
          if (before !== npc.skill?.skillId) count++
        }
      }
      return count
    }
    expect(changes(0.9)).toBeLessThan(changes(-0.2))
  })
})

/** Somebody sensitive, threatened twice by the player, and the world around. */
function threatened(wounds = true) {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = meetSomebody(world, env)
  npc.temperament = { openness: 0, conscientiousness: -0.3, extraversion: -0.3, agreeableness: 0.5, neuroticism: 0.8 }
  runTicks(world, env, 1, [{ type: 'wounds-set', enabled: wounds }])
  runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
  for (let i = 0; i < 2; i++) runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'I will kill you' }])
  return { world, env, npc }
}

describe('a wound', () => {
  it('[SIM-88] forms where danger meets helplessness, tied to who, what, where and when', () => {
    const { npc } = threatened()
    expect(npc.affect.wounds).toHaveLength(1)
    const kinds = npc.affect.wounds[0]!.cues.map(({ kind, value }) => `${kind} ${value}`)
    for (const sign of ['person player', 'word kill', 'hour morning', 'sound shouting']) expect(kinds).toContain(sign)
    expect(npc.affect.wounds[0]!.of).toBe('what the stranger threatened')
    expect(kinds.some((kind) => kind.startsWith('place'))).toBe(true)
    // the sturdy are not wounded by the same
    const { world, env } = createTestWorld()
    const sturdy = world.npcs[1]!
    sturdy.temperament = { openness: 0, conscientiousness: 0.5, extraversion: 0.5, agreeableness: 0, neuroticism: -0.8 }
    suffer({ world, env }, sturdy, { cause: 'the stranger threatened me', relevance: 1, desirability: -1, likelihood: 0.8, agent: 'other', praise: -1, threatens: true }, { of: 'it', signs: [] })
    expect(sturdy.affect.wounds).toEqual([])
  })

  it('[SIM-89] comes back by itself among its cues, at most once in five minutes near the player, and holds the body still', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const npc = meetSomebody(world, env)
    for (const other of world.npcs) {
      // nobody leaves on an errand meanwhile: who comes and goes near the player is another matter
      other.trading.outing = Number.MAX_SAFE_INTEGER
      const wound = createWound('the storm', world.worldSeconds)
      learnHarm(wound, { signs: [{ kind: 'weather', value: 'storm' }, { kind: 'hour', value: 'morning' }], context: 'lane', worldSeconds: world.worldSeconds }, 1)
      wound.cues.forEach((cue) => void (cue.strength = 0.9))
      other.affect.wounds.push(wound)
    }
    world.weather.kind = 'storm'
    world.weather.untilWorldSeconds = world.worldSeconds + 86_400
    const comings: number[] = []
    for (let t = 0; t < 9000; t++) {
      runTicks(world, env, 1)
      world.player.body.x = npc.body.x + 3
      world.player.body.z = npc.body.z + 3
      for (const other of world.npcs) {
        if (other.affect.wounds[0]?.intrudedTick !== world.tick) continue
        expect(other.affect.frozenUntilTick).toBeGreaterThan(world.tick + 20)
        expect(other.gesture?.kind).toBe('startle')
        if (Math.hypot(other.body.x - world.player.body.x, other.body.z - world.player.body.z) < 38) comings.push(world.tick)
      }
    }
    expect(comings.length).toBeGreaterThan(0)
    comings.forEach((tick, i) => i > 0 && expect(tick - comings[i - 1]!).toBeGreaterThanOrEqual(5900))
  })

  it('[SIM-90] bends choices round its cues, and says so to nobody', () => {
    const { world, env } = createTestWorld(17.5 * 3600)
    const npc = world.npcs.find((person) => person.age > 18 && person.settlementId === 'settlement:0,0')!
    npc.affect.wounds.push(createWound('the fall at the shrine', world.worldSeconds))
    const pray = (): number => {
      keepOptions(momentOf(world, env, npc)!)
      return npc.options.find(({ skillId }) => skillId === 'pray')?.score ?? 0
    }
    npc.lastEndedTicks.fill(-90_000)
    Object.assign(npc, { trade: 'keeper', needs: { food: 0.95, rest: 0.95, company: 0.95, duty: 0.95, safety: 1, shelter: 1 } })
    const before = pray()
    npc.affect.wounds[0]!.cues.push({ kind: 'place', value: 'shrine', strength: 0.9 })
    expect(before).toBeGreaterThan(0)
    expect(pray()).toBeLessThan(0.4 * before)
    let avoided = 0
    for (let hour = 6.5; hour < 9; hour += 0.1) {
      world.worldSeconds = hour * 3600 + 86_400
      Object.assign(npc, { trade: 'keeper', skill: null, needs: { food: 0.9, rest: 0.9, company: 0.9, duty: 0.95, safety: 1, shelter: 1 } })
      npc.affect.mood.pleasure = -0.8
      npc.mood.pleasure = -0.8
      decide(momentOf(world, env, npc)!)
      if (npc.affect.avoids?.what === 'the shrine') avoided++
      expect(npc.why).not.toMatch(/fall|memory/)
    }
    expect(avoided).toBeGreaterThan(0)
  })

  it('[SIM-92] does not form, show or bend anything once switched off', () => {
    expect(threatened(false).npc.affect.wounds).toEqual([])
    const { world, env, npc } = threatened()
    const moment = momentOf(world, env, npc)!
    npc.affect.emotions.length = 0
    const shunned = welcomeOf(moment, 'player')
    runTicks(world, env, 1, [{ type: 'wounds-set', enabled: false }])
    npc.affect.emotions.length = 0
    expect(shunned).toBeLessThan(0.9)
    expect(welcomeOf(moment, 'player')).toBe(1)
  })

  it('[SIM-93] lightning close by frightens whoever stands out in it, and relief follows the storm', () => {
    const { world, env } = createTestWorld(12 * 3600)
    meetSomebody(world, env)
    const events = runTicks(world, env, 4000, [{ type: 'weather-set', weather: 'storm' }])
    const struck = events.filter((event) => event.type === 'lightning-strike')
    expect(struck.length).toBeGreaterThan(0)
    const afraid = world.npcs.filter(({ affect }) => affect.emotions.some(({ kind, cause }) => kind === 'fear' && /storm|lightning/.test(cause)))
    const npc = afraid[0] ?? world.npcs[0]!
    if (afraid.length === 0) feel(world, npc, { cause: 'a storm broke over us', relevance: 1, desirability: -0.8, likelihood: 0.7 })
    runTicks(world, env, 1, [{ type: 'weather-set', weather: 'clear' }])
    expect(npc.affect.emotions.some(({ kind }) => kind === 'relief')).toBe(true)
  })
})
