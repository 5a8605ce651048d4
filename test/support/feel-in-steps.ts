/** A day of one person's feelings, lived in steps of a chosen length: for the bar that haste changes nothing. */
import { createTestWorld } from './create-test-world.ts'
import { feel } from '#simulation/affect/feel.ts'
import { createWound, learnHarm, learnSafety } from '#simulation/affect/wounds.ts'
import { updateNeeds } from '#simulation/npc/needs.ts'

/** World seconds of a near person's step at time scale 1. */
const STEP_WORLD_SECONDS = 9

/** Mood, felt mood, load, needs and one learnt safety after a day with six things felt in it; `scale` times longer steps. */
export function feelDay(scale: number): number[] {
  const { world } = createTestWorld()
  const npc = world.npcs[2]!
  npc.skill = null
  npc.conversationId = null
  npc.indoors = false
  npc.needs = { food: 0.6, rest: 0.7, company: 0.5, duty: 0.5, safety: 0.7, shelter: 1 }
  const wound = createWound('the storm', world.worldSeconds)
  learnHarm(wound, { signs: [{ kind: 'weather', value: 'storm' }], context: 'lane', worldSeconds: world.worldSeconds }, 0.9)
  const begin = world.worldSeconds
  const steps = 86_400 / (STEP_WORLD_SECONDS * scale)
  for (let step = 1; step <= steps; step++) {
    world.worldSeconds = begin + step * STEP_WORLD_SECONDS * scale
    updateNeeds(npc, world, (STEP_WORLD_SECONDS * scale) / 3600)
    learnSafety(wound, { signs: [{ kind: 'weather', value: 'storm' }], context: 'lane', worldSeconds: world.worldSeconds }, (STEP_WORLD_SECONDS * scale) / 3600)
    const passed = world.worldSeconds - begin
    if (passed % 14_580 === 0 || passed === 84_780) feel(world, npc, { cause: 'the stranger threatened me', aboutId: 'player', relevance: 1, desirability: -0.8, likelihood: 0.7, agent: 'other', praise: -1 })
    if (passed % 24_300 === 0) feel(world, npc, { cause: 'the stranger gave me something', aboutId: 'player', relevance: 0.8, desirability: 0.6, agent: 'other', praise: 0.6 })
  }
  const { mood, load, emotions } = npc.affect
  return [mood.pleasure, mood.arousal, mood.dominance, npc.mood.pleasure, npc.mood.arousal, npc.mood.dominance, load, emotions.length, ...Object.values(npc.needs), wound.safety[0]?.strength ?? -1]
}
