/** Feeling in the world: words and weather are appraised, bent by temper and power to cope, bounded, and move mood and relation. */
import { describe, expect, it } from 'vitest'
import { EMOTION_KINDS, type EmotionKind } from '#simulation/affect/affect.ts'
import { appraise, NEUTRAL, type Appraisal } from '#simulation/affect/appraise.ts'
import { intensityOf, settleAffect } from '#simulation/affect/dynamics.ts'
import { feel } from '#simulation/affect/feel.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

const EVEN = { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, neuroticism: 0 }

function felt(npc: Npc, kind: EmotionKind, now: number): number {
  return Math.max(0, ...npc.affect.emotions.filter((emotion) => emotion.kind === kind).map((emotion) => intensityOf(emotion, now)))
}

/** Somebody even-tempered in a talk with the player, who says `lines` one after the other. */
function hearing(...lines: string[]) {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = meetSomebody(world, env)
  npc.temperament = { ...EVEN }
  runTicks(world, env, 2, [{ type: 'conversation-open', npcId: npc.id }])
  const before = structuredClone(npc)
  for (const text of lines) runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text }])
  const relation = npc.relations.find(({ otherId }) => otherId === 'player')!
  const earlier = before.relations.find(({ otherId }) => otherId === 'player')!
  return { world, env, npc, before, warmth: relation.warmth - earlier.warmth, trust: relation.trust - earlier.trust, relation }
}

describe('appraisal', () => {
  const table: ReadonlyArray<readonly [EmotionKind, Partial<Appraisal>]> = [
    ['joy', { desirability: 0.6 }],
    ['distress', { desirability: -0.6 }],
    ['hope', { desirability: 0.6, likelihood: 0.5 }],
    ['fear', { desirability: -0.8, likelihood: 0.6 }],
    ['relief', { desirability: 0.1, feared: 0.7 }],
    ['disappointment', { desirability: -0.1, hoped: 0.7 }],
    ['gratitude', { desirability: 0.5, agent: 'other', praise: 0.9 }],
    ['anger', { desirability: -0.5, agent: 'other', praise: -0.9, control: 0.8 }],
    ['pride', { agent: 'self', praise: 0.8 }],
    ['shame', { agent: 'self', praise: -0.8 }],
    ['admiration', { agent: 'other', praise: 0.8 }],
    ['reproach', { agent: 'other', praise: -0.8 }],
    ['love', { desirability: 0.7, agent: 'other', bond: 1 }],
    ['grief', { desirability: -0.9, isLoss: true, bond: 0.8 }],
  ]
  it('[SIM-80] calls forth the emotion that fits what happened, who did it, and whether it is over; two at most', () => {
    for (const [kind, event] of table) {
      const responses = appraise({ ...NEUTRAL, cause: 'it happened', relevance: 1, ...event })
      expect(responses.map((response) => response.kind), kind).toContain(kind)
      expect(responses.length).toBeLessThanOrEqual(2)
      for (const { intensity } of responses) expect(intensity > 0 && intensity <= 1).toBe(true)
    }
    expect(table.map(([kind]) => kind).toSorted()).toEqual([...EMOTION_KINDS].toSorted())
    expect(appraise({ ...NEUTRAL, desirability: -1, relevance: 0 })).toEqual([])
  })

  it('[SIM-80] makes the helpless afraid of a threat and the strong angry', () => {
    const of = (kind: EmotionKind, control: number): number => appraise({ ...NEUTRAL, relevance: 1, desirability: -0.9, likelihood: 0.7, agent: 'other', praise: -1, control }).find((response) => response.kind === kind)?.intensity ?? 0
    expect(of('fear', 0.1)).toBeGreaterThan(of('anger', 0.1))
    expect(of('anger', 0.9)).toBeGreaterThan(of('fear', 0.9))
  })
})

describe('words', () => {
  it('[SIM-83] that are hard or kind are felt by whom they are said to, with cause and whom to blame', () => {
    const insulted = hearing('You are an idiot')
    const anger = insulted.npc.affect.emotions.find(({ kind }) => kind === 'anger')!
    expect(anger).toMatchObject({ aboutId: 'player', cause: 'the stranger insulted me' })
    expect(anger.intensity).toBeGreaterThan(0.2)
    expect(insulted.npc.mood.pleasure).toBeLessThan(insulted.before.mood.pleasure)
    expect(insulted.relation.lastReason).toBe('insulted me')
    const threatened = hearing('I will kill you')
    expect(felt(threatened.npc, 'fear', threatened.world.worldSeconds)).toBeGreaterThan(0.35)
    const given = hearing('Here is a gift for you')
    expect(felt(given.npc, 'gratitude', given.world.worldSeconds)).toBeGreaterThan(0.2)
    expect(given.npc.mood.pleasure).toBeGreaterThan(given.before.mood.pleasure)
    const praised = hearing('You are very kind')
    expect(felt(praised.npc, 'pride', praised.world.worldSeconds)).toBeGreaterThan(0.2)
    const excused = hearing('You are an idiot', 'I am so sorry')
    expect(felt(excused.npc, 'anger', excused.world.worldSeconds)).toBeLessThan(0.7 * felt(insulted.npc, 'anger', insulted.world.worldSeconds))
  })

  it('[MIND-41] kind words warm and hard words cool, within bounds', () => {
    const shifts = ['You are an idiot', 'How old are you?', 'You are very kind', 'Here is a gift for you'].map((text) => hearing(text).warmth)
    expect([...shifts].sort((a, b) => a - b)).toEqual(shifts)
    expect(shifts[0]).toBeLessThan(0)
    const { warmth, trust, npc } = hearing('I will kill you and burn your house, you stupid fool')
    expect(warmth).toBeGreaterThanOrEqual(-0.12)
    expect(trust).toBeGreaterThanOrEqual(-0.25)
    for (let i = 0; i < 3; i++) for (const value of Object.values(npc.mood)) expect(Math.abs(value)).toBeLessThanOrEqual(1)
  })

  it('[SIM-84] that threaten one’s child are a threat to oneself', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const npc = meetSomebody(world, env)
    const parent = world.npcs.find((other) => other !== npc && other.settlementId === npc.settlementId)!
    parent.relations.find(({ otherId }) => otherId === npc.id)!.kinship = 'child'
    Object.assign(parent, { indoors: false, insideId: null, skill: null })
    parent.body.x = npc.body.x + 2
    parent.body.z = npc.body.z + 1
    runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'I will stab you' }])
    const emotions = parent.affect.emotions.filter(({ aboutId }) => aboutId === 'player')
    expect(emotions.some(({ kind }) => kind === 'fear' || kind === 'anger')).toBe(true)
    expect(emotions[0]?.cause).toContain(`threatened ${npc.given}`)
  })
})

describe('mood and load', () => {
  it('[SIM-82] are drawn by emotions, rest at the temperament, and outlast them', () => {
    const { world } = createTestWorld()
    const npc = world.npcs[0]!
    npc.temperament = { ...EVEN }
    settleAffect(npc, world.worldSeconds + 60 * 86_400)
    const rest = npc.affect.mood.pleasure
    world.worldSeconds += 60 * 86_400
    feel(world, npc, { cause: 'it happened', relevance: 1, desirability: -0.9 })
    const atOnce = npc.mood.pleasure
    expect(atOnce).toBeLessThan(rest - 0.1)
    world.worldSeconds += 2 * 3600
    settleAffect(npc, world.worldSeconds)
    const later = npc.mood.pleasure
    expect(felt(npc, 'distress', world.worldSeconds)).toBeLessThan(0.1)
    expect(later).toBeGreaterThan(atOnce)
    expect(later).toBeLessThan(rest - 0.05)
    expect(npc.affect.load).toBeGreaterThan(0.01)
    const { load } = npc.affect
    settleAffect(npc, world.worldSeconds + 10 * 86_400)
    expect(npc.affect.load).toBeGreaterThan(0.4 * load)
    expect(npc.affect.load).toBeLessThan(0.6 * load)
    expect(npc.affect.mood.pleasure).toBeCloseTo(rest, 3)
    expect(npc.affect.emotions).toEqual([])
  })
})

describe('a kept world', () => {
  it('[SIM-91] from before people felt is read, and their mood goes on', () => {
    const { world } = createTestWorld()
    const { wounds: _wounds, ...kept } = toSnapshot(world)
    const npcs = kept.npcs.map(({ affect: _affect, ...npc }) => npc)
    const read = fromSnapshot({ ...kept, npcs, version: 3 })
    expect(read.ok && [read.value.wounds, read.value.npcs[0]!.affect.mood, read.value.npcs[0]!.affect.emotions]).toEqual([true, kept.npcs[0]!.mood, []])
  })
})
