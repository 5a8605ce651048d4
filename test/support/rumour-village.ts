/** A village of many and two pieces of news in it: how far they get, and whether each who knows can say from whom (bar M3). */
import { createRng, pick } from '#core/rng.ts'
import { hashCell, hashString } from '#core/hash.ts'
import type { NpcId } from '#core/ids.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { chainOf } from '#simulation/beliefs/chain.ts'
import { createClaim } from '#simulation/beliefs/claim.ts'
import { findBelief, learn } from '#simulation/beliefs/learn.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld } from './create-test-world.ts'

const PEOPLE = 25
const DAYS = 2
const NEWS = ['The old bridge has fallen into the river', 'A chest of coins was found under the shrine']

/** What became of the news: share of people who know each, valid chains among those who know, and those who know without one. */
export type Spread = { shares: number[]; knowing: number; chained: number; unsourced: number }

/** So many people in one village, everybody with dice from `seed`. */
export function createCrowdedVillage(seed: string, people = PEOPLE): ReturnType<typeof createTestWorld> {
  const made = createTestWorld()
  const { world } = made
  world.seed = seed
  world.npcs = world.npcs.filter(({ settlementId }) => settlementId === 'settlement:0,0')
  const first = [...world.npcs]
  for (let i = 0; world.npcs.length < people; i++) {
    const copy = structuredClone(first[i % first.length]!)
    copy.id = `npc:0,0/${100 + i}` as NpcId
    copy.given = `${copy.given}a`
    // a double's kin are those of the other house: to them it is a neighbour
    copy.relations = copy.relations.map((relation) => ({ ...relation, kinship: null, warmth: Math.min(relation.warmth, 0.4), trust: Math.min(relation.trust, 0.6) }))
    world.npcs.push(copy)
  }
  world.npcs.forEach((npc, i) => {
    npc.rng = createRng(hashCell(hashString(seed), i))
  })
  return made
}

/** Plants two news in two people and lets two days pass. */
export function spreadNews(seed: string): Spread {
  const { world, env } = createCrowdedVillage(seed)
  const rng = createRng(hashString(seed))
  const grown = world.npcs.filter(({ age }) => age > 16)
  const topics = NEWS.map((text, i) => {
    const teller = pick(rng, grown)
    learn(teller, { topic: `news:${i}`, claim: createClaim('said', { object: text }), confidence: 1, importance: 0.7, secrecy: 0, source: null, root: { happeningId: null, firstId: teller.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
    return `news:${i}`
  })
  for (const _ of advanceWorld(world, env, DAYS * 86_400)) void _
  const spread: Spread = { shares: [], knowing: 0, chained: 0, unsourced: 0 }
  for (const topic of topics) {
    const knowing = world.npcs.filter((npc) => findBelief(npc, topic) !== undefined)
    spread.shares.push(knowing.length / PEOPLE)
    spread.knowing += knowing.length
    spread.chained += knowing.filter((npc) => isChained(world, npc, topic)).length
    spread.unsourced += knowing.filter((npc) => !isChained(world, npc, topic)).length
  }
  return spread
}

/** Whether the way of a belief can be walked from person to person to its root. */
export function isChained(world: World, npc: Npc, topic: string): boolean {
  const belief = findBelief(npc, topic)
  return belief !== undefined && chainOf(world, npc, belief).isWhole
}
