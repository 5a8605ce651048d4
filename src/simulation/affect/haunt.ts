/** Bad memories through the day: they come back by themselves, are unlearnt where nothing happens, and loosen with company, sleep, sense and time. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { NpcId } from '#core/ids.ts'
import { requestThought } from '../conversations/request-thought.ts'
import type { Npc } from '../npc/npc.ts'
import type { Moment } from '../skills/skill.ts'
import type { World } from '../world.ts'
import type { Wound } from './affect.ts'
import { feel } from './feel.ts'
import { encounterOf } from './signs.ts'
import { dreadOf, learnSafety, loosen, strengthOf } from './wounds.ts'

/** World hours in which half of a tie is gone: by time alone (four months), asleep, and in talk with somebody trusted. */
const TIME_HALF_LIFE_HOURS = 2900
const SLEEP_HALF_LIFE_HOURS = 500
const SUPPORT_HALF_LIFE_HOURS = 14
/** How much is trusted, and liked, who is a support. */
const SUPPORT_TRUST = 0.55
const SUPPORT_WARMTH = 0.25
/** What a night's looking back does: as much as so many hours of talk. */
const SENSE_HOURS = 1
/** World hours after something bad in which nowhere is safe. */
const ALERT_HOURS = 1
/** How often a memory comes back in a world hour at full dread, and the seconds of a slot in which it may once. */
const INTRUSIONS_PER_HOUR = 5
const SLOT_WORLD_SECONDS = 60
/** Dread below which nothing comes back. */
const LEAST_DREAD = 0.12
/** Near the player at most one memory comes back in five minutes of play; metres. */
const GAP_TICKS = 6000
const NEAR_METERS = 40
/** How long it holds the body still, ticks. */
const FREEZE_TICKS = 50
const LAYER = 0x776f756e

/** Lets the last `hours` pass for the wounds of one person. */
export function updateWounds(moment: Moment, hours: number): void {
  const { npc, world, env } = moment
  const { wounds } = npc.affect
  if (wounds.length === 0) return
  const asleep = npc.skill?.skillId === 'sleep' && npc.skill.phase === 'do'
  const halfLife = asleep ? SLEEP_HALF_LIFE_HOURS : isSupported(world, npc) ? SUPPORT_HALF_LIFE_HOURS : TIME_HALF_LIFE_HOURS
  for (const wound of wounds) loosen(wound, hours, halfLife)
  if (asleep || !world.wounds) return
  const encounter = encounterOf(world, env, npc)
  for (const wound of wounds) {
    if (strengthOf(wound) < LEAST_DREAD) continue
    if (world.worldSeconds - wound.harmedWorldSeconds > ALERT_HOURS * 3600) learnSafety(wound, encounter, hours)
    const { net } = dreadOf(wound, encounter)
    if (net > LEAST_DREAD && npc.fidelity === 'near' && comesBack(moment, net, hours) && mayIntrude(moment)) intrude(moment, wound, net)
  }
}

/** Looking back on a day makes sense of what happened, and the ties loosen a little. */
export function makeSense(world: World, npc: Npc): void {
  if (world.wounds) for (const wound of npc.affect.wounds) loosen(wound, SENSE_HOURS, SUPPORT_HALF_LIFE_HOURS)
}

/** Whether the person is in talk with somebody trusted. */
function isSupported(world: World, npc: Npc): boolean {
  const talk = npc.conversationId === null ? undefined : world.conversations.find(({ id }) => id === npc.conversationId)
  if (!talk) return false
  const partnerId = talk.participants[0] === npc.id ? talk.participants[1] : talk.participants[0]
  return npc.relations.some(({ otherId, trust, warmth }) => otherId === partnerId && trust > SUPPORT_TRUST && warmth > SUPPORT_WARMTH)
}

/** By a rate that grows with dread and arousal; drawn once for each minute of the world, by place in time, so that how often it is asked changes nothing. */
function comesBack({ npc, world }: Moment, net: number, hours: number): boolean {
  const slot = Math.floor(world.worldSeconds / SLOT_WORLD_SECONDS)
  if (slot === Math.floor((world.worldSeconds - hours * 3600) / SLOT_WORLD_SECONDS)) return false
  const rate = INTRUSIONS_PER_HOUR * net * (0.6 + 0.8 * Math.max(0, npc.mood.arousal) + 0.4 * npc.affect.load)
  return unitOf(hashCell(hashString(npc.id), LAYER, slot)) < 1 - Math.exp((-rate * SLOT_WORLD_SECONDS) / 3600)
}

function mayIntrude({ world, npc, playerMeters }: Moment): boolean {
  if (npc.affect.wounds.some(({ intrudedTick }) => world.tick - intrudedTick < GAP_TICKS)) return false
  if (playerMeters > NEAR_METERS) return true
  const { body } = world.player
  return !world.npcs.some((other) => (other.body.x - body.x) ** 2 + (other.body.z - body.z) ** 2 < NEAR_METERS * NEAR_METERS && other.affect.wounds.some(({ intrudedTick }) => world.tick - intrudedTick < GAP_TICKS))
}

/** For a few seconds the person is there again: startled, still, with a thought of it. */
function intrude({ npc, world }: Moment, wound: Wound, net: number): void {
  wound.intrudedTick = world.tick
  const cue = wound.cues.reduce((best, other) => (other.strength > best.strength ? other : best))
  feel(world, npc, { cause: `a bad memory of ${wound.of} came back`, aboutId: cue.kind === 'person' ? (cue.value as NpcId | 'player') : null, relevance: 0.8, desirability: -net, likelihood: 0.6, expectedness: 0 })
  npc.affect.frozenUntilTick = world.tick + FREEZE_TICKS
  npc.gesture = { kind: 'startle', toId: null, fromTick: world.tick, untilTick: world.tick + FREEZE_TICKS }
  if (npc.thoughtId === null && npc.conversationId === null && !npc.indoors) requestThought(world, npc, 'monologue', { conversationId: null, cause: `a bad memory of ${wound.of} came back to me` })
}
