/** What the people of a settlement are to each other before the story begins: kin, friends, grudges and neighbours. */
import type { NpcId } from '#core/ids.ts'
import { nextFloat, nextInt, pick, type Rng } from '#core/rng.ts'
import type { Resident } from '../npc/households.ts'
import type { Relation } from '../npc/npc.ts'
import { createRelation } from './change-relation.ts'

const FRIEND_REASONS = ['we shared our firewood in a hard winter', 'we learnt to swim together', 'we sang together at the last harvest', 'they sat with me when I was ill', 'we have kept each other’s secrets since we were small', 'they mended my roof and took nothing for it'] as const
const GRUDGES: ReadonlyArray<readonly [mine: string, theirs: string]> = [
  ['they sold me a goat that was already lame', 'they tell everyone that I sold a lame goat'],
  ['they moved the boundary stone by a good two steps', 'they say I moved the boundary stone, and it is a lie'],
  ['they borrowed a saw and brought it back with broken teeth', 'they counted the teeth of that old saw before the whole inn'],
  ['they laughed at me at the spring feast', 'they cannot take a joke and never spoke of it openly'],
  ['they did not come when my shed burnt', 'they blame me for a fire I heard of the next day'],
] as const

/** The relations of everybody to everybody, in the order of `residents`; kinship agrees from both sides. */
export function drawRelations(rng: Rng, residents: readonly Resident[], ids: readonly NpcId[]): Relation[][] {
  const relations = residents.map((_, from) => residents.flatMap((_other, to) => (to === from ? [] : [drawRelation(rng, { residents, from, to, otherId: ids[to]! })])))
  const between = (from: number, to: number): Relation => relations[from]![to < from ? to : to - 1]!
  const grown = residents.map((person, at) => ({ person, at })).filter(({ person }) => person.age >= 12)
  for (const { at } of grown) {
    const friend = pick(rng, grown).at
    if (friend === at || between(at, friend).kinship) continue
    const reason = pick(rng, FRIEND_REASONS)
    befriend(between(at, friend), reason, 0.5 + nextFloat(rng) * 0.25)
    befriend(between(friend, at), reason, 0.45 + nextFloat(rng) * 0.25)
  }
  for (let grudge = nextInt(rng, 1, 2); grudge > 0; grudge--) {
    const mine = pick(rng, grown).at
    const strangers = grown.filter(({ at }) => at !== mine && !between(mine, at).kinship && between(mine, at).warmth < 0.4)
    if (strangers.length === 0) continue
    const theirs = pick(rng, strangers).at
    const [myReason, theirReason] = pick(rng, GRUDGES)
    Object.assign(between(mine, theirs), { warmth: -0.45 - nextFloat(rng) * 0.3, trust: 0.1, lastReason: myReason })
    Object.assign(between(theirs, mine), { warmth: -0.2 - nextFloat(rng) * 0.3, trust: 0.2, lastReason: theirReason })
  }
  return relations
}

function befriend(relation: Relation, reason: string, warmth: number): void {
  relation.warmth = Math.max(relation.warmth, warmth)
  relation.trust = Math.max(relation.trust, 0.6)
  relation.familiarity = Math.max(relation.familiarity, 0.85)
  relation.lastReason = reason
}

function drawRelation(rng: Rng, pair: { residents: readonly Resident[]; from: number; to: number; otherId: NpcId }): Relation {
  const { residents, from, to, otherId } = pair
  const me = residents[from]!
  const other = residents[to]!
  const kinship = me.spouse === to ? 'spouse' : me.parents.includes(to) ? 'parent' : other.parents.includes(from) ? 'child' : me.siblings.includes(to) ? 'sibling' : null
  const mood = nextFloat(rng)
  if (kinship) return createRelation(otherId, { kinship, warmth: (kinship === 'sibling' ? 0.4 : 0.6) + mood * 0.3, trust: 0.75 + mood * 0.2, familiarity: 1, respect: kinship === 'parent' ? 0.4 : 0.2, lastReason: 'we are family' })
  const sameRoof = me.homeId === other.homeId
  return createRelation(otherId, { kinship, warmth: sameRoof ? 0.5 : mood * 0.4 - 0.1, trust: 0.35 + mood * 0.2, familiarity: sameRoof ? 0.95 : 0.4 + nextFloat(rng) * 0.3, lastReason: sameRoof ? 'we live under one roof' : 'we are neighbours' })
}
