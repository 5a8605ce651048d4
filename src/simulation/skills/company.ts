/** Whom one could spend time with: friends to visit, people close by to talk to. */
import { welcomeOf } from '../affect/sway.ts'
import { nextFloat } from '#core/rng.ts'
import type { Npc, Relation } from '../npc/npc.ts'
import type { Moment } from './skill.ts'
import { findPerson } from './skill.ts'

/** Colder than this one keeps away from somebody. */
const AT_ODDS = -0.12

/** Whether somebody can be spoken to: outdoors, awake, not in a talk. */
export function isFree(npc: Npc): boolean {
  return !npc.frozen && !npc.indoors && npc.conversationId === null && npc.skill?.skillId !== 'sleep'
}

/** A friend or relative who does not live under the same roof, by the person's dice; warm ones oftener. */
export function drawFriend(moment: Moment): Npc | null {
  const { npc } = moment
  let total = 0
  for (const relation of npc.relations) total += friendliness(moment, relation)
  let left = nextFloat(npc.rng) * total
  for (const relation of npc.relations) {
    const share = friendliness(moment, relation)
    left -= share
    if (left >= 0 || share === 0) continue
    const friend = findPerson(moment.world, relation.otherId)
    return friend && friend.homeId !== npc.homeId && friend.settlementId === npc.settlementId ? friend : null
  }
  return null
}

function friendliness(moment: Moment, relation: Relation): number {
  return relation.otherId === 'player' ? 0 : Math.max(0, relation.warmth - 0.15) ** 2 * welcomeOf(moment, relation.otherId)
}

/** The one nearby who is liked best and free to talk, within `radius` metres; null when there is none. */
export function findPartner(moment: Moment, radius: number): Npc | null {
  const { npc, world } = moment
  let best: Npc | null = null
  let bestScore = 0.05
  for (const other of world.npcs) {
    if (other === npc || other.settlementId !== npc.settlementId || !isFree(other) || world.tick < other.talkAgainTick) continue
    const dx = other.body.x - npc.body.x
    const dz = other.body.z - npc.body.z
    const distance = dx * dx + dz * dz
    if (distance > radius * radius) continue
    const warmth = npc.relations.find((relation) => relation.otherId === other.id)?.warmth ?? 0
    // with whom one is at odds one has no word
    if (warmth < AT_ODDS) continue
    const score = (0.4 + warmth) * welcomeOf(moment, other.id) * (1 - (0.5 * Math.sqrt(distance)) / radius)
    if (score > bestScore) {
      best = other
      bestScore = score
    }
  }
  return best
}
