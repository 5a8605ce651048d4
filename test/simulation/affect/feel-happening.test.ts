/** What happens in a settlement is felt: by whoever did it, bore it, is fond of either, or saw it or heard of it. */
import { describe, expect, it } from 'vitest'
import { createRng } from '#core/rng.ts'
import { feelEvents } from '#simulation/affect/feel-events.ts'
import type { Emotion } from '#simulation/affect/affect.ts'
import { createClaim, type ClaimKind } from '#simulation/beliefs/claim.ts'
import { learn } from '#simulation/beliefs/learn.ts'
import { passOn, wordTelling } from '#simulation/beliefs/tell.ts'
import { createCircle, drawOfKind } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

const EVEN = { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, neuroticism: 0 }

/** Lets something of a kind happen in a village of even-tempered people, and lets it be felt; `lateHours`: so long after it happened. */
function happened(kind: ClaimKind, lateHours = 0): { world: World; doer: Npc | null; sufferer: Npc | null; witnesses: Npc[] } {
  const { world, env } = createTestWorld(12 * 3600)
  const people = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  for (const npc of people) npc.temperament = { ...EVEN }
  const plan = findVillage(env.land, 'settlement:0,0', people[0]!.body)!.plan
  for (let seed = 1; seed < 40; seed++) {
    const circle = createCircle(world, { rng: createRng(seed), people, plan, worldSeconds: world.worldSeconds })
    const draft = drawOfKind(kind, circle)
    if (!draft) continue
    world.events = []
    happen(world, circle, draft, world.worldSeconds - lateHours * 3600)
    const witnessIds = world.events.flatMap((event) => (event.type === 'happening' ? event.witnessIds : []))
    feelEvents(world, env)
    return { world, doer: draft.doer, sufferer: draft.sufferer, witnesses: world.npcs.filter(({ id }) => witnessIds.includes(id)) }
  }
  throw new Error(`feel-happening: no ${kind} could happen`)
}

function emotion(npc: Npc, kind: Emotion['kind']): Emotion | undefined {
  return npc.affect.emotions.find((one) => one.kind === kind)
}

describe('a happening', () => {
  it('[SIM-124] is felt by who did it and who bore it, each in their own way, with its cause', () => {
    const theft = happened('theft')
    expect(emotion(theft.doer!, 'shame')?.cause).toMatch(/^I stole/)
    // whoever was robbed does not know whom to blame
    expect(emotion(theft.sufferer!, 'anger')).toMatchObject({ aboutId: null, cause: expect.stringMatching(/^somebody stole .* from me/) })
    const quarrel = happened('quarrel')
    expect(emotion(quarrel.sufferer!, 'anger')).toMatchObject({ aboutId: quarrel.doer!.id })
    expect(emotion(quarrel.doer!, 'anger')).toMatchObject({ aboutId: quarrel.sufferer!.id })
    const rescue = happened('rescue')
    expect(emotion(rescue.sufferer!, 'fear')).toBeDefined()
    expect(emotion(rescue.sufferer!, 'gratitude')).toMatchObject({ aboutId: rescue.doer!.id })
    expect(emotion(rescue.doer!, 'pride')?.cause).toMatch(/^I helped/)
    const feast = happened('feast')
    expect(emotion(feast.doer!, 'pride')?.cause).toMatch(/^I gave a feast/)
    expect(emotion(happened('birth').doer!, 'joy')?.cause).toMatch(/^I had a (?:boy|girl), /)
  })

  it('[SIM-124] grieves kin more than neighbours, kin in other houses too, and admiration falls to whoever helps', () => {
    const { world, sufferer, witnesses } = happened('death')
    const kin = witnesses.filter((npc) => npc.relations.some(({ otherId, kinship }) => otherId === sufferer!.id && kinship))
    expect(kin.length).toBeGreaterThan(0)
    for (const npc of kin) expect(emotion(npc, 'grief')!.intensity).toBeGreaterThan(0.4)
    const elsewhere = world.npcs.filter((npc) => npc.homeId !== sufferer!.homeId && npc.relations.some(({ otherId, kinship }) => otherId === sufferer!.id && kinship))
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const npc of elsewhere) expect(emotion(npc, 'grief')).toBeDefined()
    const rescue = happened('rescue')
    const bystander = rescue.witnesses.find((npc) => npc !== rescue.doer && npc !== rescue.sufferer && emotion(npc, 'admiration'))
    expect(bystander && emotion(bystander, 'admiration')).toMatchObject({ aboutId: rescue.doer!.id })
  })

  it('[SIM-124] that nobody lived through is felt the less the longer ago it was', () => {
    expect(emotion(happened('birth', 12).doer!, 'joy')!.intensity).toBeLessThan(emotion(happened('birth').doer!, 'joy')!.intensity * 0.5)
  })
})

describe('news', () => {
  it('[SIM-125] is felt by whoever hears it: friends of who was robbed are angry, friends of the thief are troubled, as far as they believe it', () => {
    const felt = (parts: { warmth: number; about: 'victim' | 'thief'; confidence: number }): Npc => {
      const { world } = createTestWorld(12 * 3600)
      const [teller, hearer, thief, victim] = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
      hearer!.temperament = { ...EVEN }
      for (const other of [thief!, victim!]) Object.assign(hearer!.relations.find(({ otherId }) => otherId === other.id)!, { warmth: 0, kinship: null })
      Object.assign(hearer!.relations.find(({ otherId }) => otherId === (parts.about === 'victim' ? victim! : thief!).id)!, { warmth: parts.warmth })
      Object.assign(hearer!.relations.find(({ otherId }) => otherId === teller!.id)!, { trust: 1 })
      for (const other of [thief!, victim!]) Object.assign(teller!.relations.find(({ otherId }) => otherId === other.id)!, { kinship: null })
      const claim = createClaim('theft', { subject: { id: thief!.id, name: thief!.given }, target: { id: victim!.id, name: victim!.given }, object: 'a hen' })
      const belief = learn(teller!, { topic: 'x', claim, confidence: parts.confidence, importance: 0.7, secrecy: 0, source: null, root: { happeningId: null, firstId: teller!.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
      passOn(world, wordTelling(world, teller!, hearer!, belief), hearer!)
      return hearer!
    }
    const angry = felt({ warmth: 0.8, about: 'victim', confidence: 1 })
    expect(emotion(angry, 'anger')?.cause).toMatch(/^I heard that .* stole a hen from/)
    expect(emotion(felt({ warmth: 0.8, about: 'thief', confidence: 1 }), 'distress')).toBeDefined()
    expect(emotion(felt({ warmth: 0, about: 'victim', confidence: 1 }), 'anger')).toBeUndefined()
    expect(emotion(felt({ warmth: 0.8, about: 'victim', confidence: 0.4 }), 'anger')?.intensity ?? 0).toBeLessThan(emotion(angry, 'anger')!.intensity)
  })
})
