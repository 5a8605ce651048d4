/** Who notices what: sight and hearing by distance and walls. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { NpcId } from '#core/ids.ts'
import { wrapAngle } from '#core/scalar.ts'
import { createSpatialHash, addPoint, clearPoints } from '#core/spatial-hash.ts'
import type { World } from '../world.ts'
import { emit } from '../events.ts'
import type { Moment } from '../skills/skill.ts'
import { yawTowards } from '../skills/places.ts'
import type { Npc } from './npc.ts'
import { greetPlayer } from '../conversations/greet-player.ts'
import { givesWay } from '../conversations/request-thought.ts'
import { findOwnScene } from '../happenings/find-scene.ts'

/** Metres at which spoken words are understood. */
const HEARING_METERS = 9
/** Metres at which the player is noticed. */
const PLAYER_METERS = 25
/** Half the angle of view. */
const VIEW_ANGLE = 1.9
/** Metres at which somebody is felt even from behind. */
const FELT_METERS = 5
/** World seconds out of sight after which seeing the player is news again: five minutes of play. */
const VISIT_GAP_WORLD_SECONDS = 9000
/** Metres at which one calls out to somebody one knows, and how well one must know them. */
const CALL_METERS = 9
const ACQUAINTED = 0.05
/** How near somebody must be to be looked at, and how long one looks, ticks. */
const GLANCE_METERS = 12
const GLANCE_TICKS = 50

/** Everybody by place; filled anew each tick. Numbers are places in `world.npcs`. */
export const crowd = createSpatialHash(8)

/** Sorts everybody by place. */
export function updateCrowd(world: World): void {
  clearPoints(crowd)
  for (const npc of world.npcs) addPoint(crowd, npc.body.x, npc.body.z)
}

/** Whether somebody is awake; whoever is frozen notices nothing either. */
export function isAwake(npc: Npc): boolean {
  return !npc.frozen && (npc.skill?.skillId !== 'sleep' || npc.skill.phase === 'walk')
}

/** Ids of those who would hear something said at a place outdoors (or in the building `insideId`), the first of them `firstIds`. */
export function findHearers(world: World, place: { x: number; z: number }, firstIds: readonly NpcId[]): NpcId[] {
  const ids = [...firstIds]
  for (const npc of world.npcs) {
    if (npc.indoors || ids.includes(npc.id) || !isAwake(npc)) continue
    if ((npc.body.x - place.x) ** 2 + (npc.body.z - place.z) ** 2 <= HEARING_METERS * HEARING_METERS) ids.push(npc.id)
  }
  return ids
}

/** Ids of those who are awake, outdoors and near enough to see what the player does. */
export function findWatchers(world: World, place: { x: number; z: number }): NpcId[] {
  return world.npcs.filter((npc) => !npc.indoors && isAwake(npc) && (npc.body.x - place.x) ** 2 + (npc.body.z - place.z) ** 2 <= PLAYER_METERS * PLAYER_METERS).map(({ id }) => id)
}

/** What one person notices now: the player coming into sight. */
export function perceive(moment: Moment): void {
  const { npc } = moment
  if (npc.indoors || !isAwake(npc)) return
  // whoever is in the middle of something has no eyes for passers-by
  if (findOwnScene(moment.world, npc)) return
  if (moment.playerMeters < PLAYER_METERS) noticePlayer(moment)
  else if (npc.conversationId === null && npc.gazeId === 'player') npc.gazeId = null
}

function noticePlayer({ npc, world, playerMeters }: Moment): void {
  const { player } = world
  const angle = Math.abs(wrapAngle(yawTowards(npc.body, player.body) - npc.body.yaw))
  if (playerMeters > FELT_METERS && angle > VIEW_ANGLE) return
  if (npc.conversationId === null && npc.gesture === null) npc.gazeId = glancesAt(npc, world, playerMeters) ? 'player' : null
  const gap = npc.playerSeenWorldSeconds < 0 ? VISIT_GAP_WORLD_SECONDS : world.worldSeconds - npc.playerSeenWorldSeconds
  npc.playerSeenWorldSeconds = world.worldSeconds
  const known = npc.relations.find((relation) => relation.otherId === 'player')
  const welcome = known !== undefined && known.warmth > -0.3
  const free = npc.conversationId === null && player.conversationId === null && (npc.thoughtId === null || givesWay(world, npc))
  if (welcome && free && playerMeters < CALL_METERS && known.familiarity >= ACQUAINTED) greetPlayer(world, npc, 'they are here again, and I know them')
  if (gap < VISIT_GAP_WORLD_SECONDS) return
  emit(world, { type: 'actor-seen', npcId: npc.id, otherId: 'player', witnessIds: [npc.id] })
  npc.gazeId = 'player'
  if (welcome) npc.gesture = { kind: playerMeters > CALL_METERS ? 'wave' : 'nod', toId: 'player', fromTick: world.tick, untilTick: world.tick + 36 }
}

/** People look up at somebody close by now and then, not all at once, and not for long. */
function glancesAt(npc: Npc, world: World, playerMeters: number): boolean {
  if (playerMeters > GLANCE_METERS) return false
  return unitOf(hashCell(hashString(npc.id), Math.floor(world.tick / GLANCE_TICKS))) < (playerMeters < FELT_METERS ? 0.6 : 0.3)
}
