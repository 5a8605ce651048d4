/** Meeting somebody on one's way: a nod, and where minds are lively a word. */
import { nextFloat } from '#core/rng.ts'
import { findNear } from '#core/spatial-hash.ts'
import { openAmongPeople } from '../conversations/open-conversation.ts'
import { findOwnScene } from '../happenings/find-scene.ts'
import { isFree } from '../skills/company.ts'
import type { Moment } from '../skills/skill.ts'
import type { World } from '../world.ts'
import { livelinessAt } from './liveliness.ts'
import type { Npc } from './npc.ts'
import { crowd, isAwake } from './perceive.ts'
import { rememberGreeting } from './remember-greeting.ts'

/** World seconds before two people nod to each other again; less the livelier minds are. */
const NOD_GAP_WORLD_SECONDS = 4 * 3600
const NOD_METERS = 4
/** Within so many metres of the player those who meet may stop for a word. */
const WORDS_METERS = 60

const near: number[] = []

/** Nods to an acquaintance passing by, and may stop for a word. */
export function meetPassers(moment: Moment): void {
  const { npc, world } = moment
  if (npc.indoors || !isAwake(npc) || npc.conversationId !== null || findOwnScene(world, npc)) return
  if (findNear(crowd, npc.body, NOD_METERS, near) < 2) return
  const { notice, stirs, hail } = livelinessAt(world.liveliness)
  for (const index of near) {
    const other = world.npcs[index]
    if (!other || other === npc || other.indoors || !isAwake(other)) continue
    const met = npc.greeted.find((greeting) => greeting.id === other.id)
    if (met && world.worldSeconds - met.worldSeconds < NOD_GAP_WORLD_SECONDS * notice) continue
    rememberGreeting(npc, other.id, world.worldSeconds)
    // a quick mind has a thought about whom it meets
    if (stirs) npc.museTick = Math.min(npc.museTick, world.tick)
    if ((npc.relations.find((relation) => relation.otherId === other.id)?.warmth ?? 0) < -0.2) continue
    npc.gesture = { kind: 'nod', toId: other.id, fromTick: world.tick, untilTick: world.tick + 30 }
    const isHeard = npc.fidelity === 'near' && moment.playerMeters < WORDS_METERS
    if (hail > 0 && isHeard && hasTime(world, npc) && hasTime(world, other) && nextFloat(npc.rng) < hail) openAmongPeople(moment, npc, other, `I met ${other.given}`)
    return
  }
}

/** Whether somebody can stop for a word now: not so soon after another, not out of the rain, and not where the player is walked with. */
function hasTime(world: World, npc: Npc): boolean {
  return isFree(npc) && world.tick >= npc.talkAgainTick && npc.skill?.skillId !== 'accompany' && npc.skill?.skillId !== 'flee-rain' && world.tick >= npc.affect.frozenUntilTick && !findOwnScene(world, npc)
}
