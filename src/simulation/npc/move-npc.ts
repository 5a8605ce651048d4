/** A person's body for one tick: towards the next way point, round others, on the ground, looking where it should. */
import { clamp, wrapAngle } from '#core/scalar.ts'
import { findNear } from '#core/spatial-hash.ts'
import { TICK_SECONDS } from '../clock.ts'
import { pushOutOfWalls, buildingsNear } from '../physics/collide.ts'
import { pushOutOfBridges } from '../physics/bridges.ts'
import { keepPose } from '../physics/create-body.ts'
import { findScene } from '../happenings/find-scene.ts'
import { pushOutOfTrunks } from '../physics/trunks.ts'
import type { Moment } from '../skills/skill.ts'
import { isPlaced, yawTowards } from '../skills/places.ts'
import type { Npc, SkillRun } from './npc.ts'
import { crowd } from './perceive.ts'

/** Metres at which people make room for each other, and at which bodies touch. */
const ROOM_METERS = 1.15
const TOUCH_METERS = 0.6
/** Share of the speed wish that is reached in a tick. */
const GRIP = 0.3
/** Turning, radians a second: walking, and towards somebody who speaks. */
const TURN_SPEED = 4.5
const ATTEND_TURN_SPEED = 9
/** Below this speed one turns on the spot. */
const STANDING_SPEED = 0.15
/** How far the player is felt when walking round. */
const PLAYER_RADIUS = 0.35
/** So near to it one sits, and from farther off nobody slides into a seat, metres. */
const SEATED_METERS = 0.04
const SEAT_REACH_METERS = 1.2

const near: number[] = []
const wish = { x: 0, z: 0 }

/** Moves a person who is near the player by a tick. */
export function moveNpc(moment: Moment): void {
  const { npc, world, env } = moment
  const { body } = npc
  keepPose(body)
  if (npc.indoors) {
    body.velocityX = 0
    body.velocityZ = 0
    return
  }
  wish.x = 0
  wish.z = 0
  const walking = npc.conversationId === null && npc.skill?.phase === 'walk' && npc.skill.path.length >= 2 && moment.world.tick >= npc.affect.frozenUntilTick
  if (walking) aimAhead(npc)
  else if (npc.skill?.phase === 'do' && isPlaced(npc)) aimAt(npc, npc.skill)
  findNear(crowd, body, ROOM_METERS, near)
  for (const index of near) {
    const other = world.npcs[index]
    if (other && other !== npc && !other.indoors) makeRoom(npc, other.body, walking)
  }
  if (moment.playerMeters < ROOM_METERS + PLAYER_RADIUS) makeRoom(npc, world.player.body, walking)
  body.velocityX += (wish.x - body.velocityX) * GRIP
  body.velocityZ += (wish.z - body.velocityZ) * GRIP
  const speed = Math.sqrt(body.velocityX * body.velocityX + body.velocityZ * body.velocityZ)
  if (speed > 0.01) {
    body.x += body.velocityX * TICK_SECONDS
    body.z += body.velocityZ * TICK_SECONDS
    pushOutOfTrunks(body, env.ground)
    pushOutOfWalls(body, buildingsNear(env.land, body.x, body.z))
    pushOutOfBridges(body, env.ground.bridges.at(body.x, body.z))
    body.y = env.ground.floorAt(body.x, body.z, body.y)
  } else {
    body.velocityX = 0
    body.velocityZ = 0
  }
  turn(moment, speed)
}

/** Moves somebody far away along a straight line: cheap, and nobody sees it closely. */
export function glideNpc(npc: Npc): void {
  const { body } = npc
  keepPose(body)
  body.x += body.velocityX * TICK_SECONDS
  body.z += body.velocityZ * TICK_SECONDS
}

function aimAhead(npc: Npc): void {
  const run = npc.skill!
  const dx = run.path[0]! - npc.body.x
  const dz = run.path[1]! - npc.body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < 1e-6) return
  // slower into the last point
  const speed = run.path.length === 2 ? Math.min(run.pace, 0.4 + meters * 1.5) : run.pace
  wish.x = (dx / meters) * speed
  wish.z = (dz / meters) * speed
}

/** Settles into the seat, or to the wall, from as near as one has come to it. */
function aimAt({ body }: Npc, run: SkillRun): void {
  const dx = run.targetX - body.x
  const dz = run.targetZ - body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < SEATED_METERS || meters > SEAT_REACH_METERS) return
  const speed = Math.min(0.7, meters * 4)
  wish.x = (dx / meters) * speed
  wish.z = (dz / meters) * speed
}

/** Steps aside for somebody: away from them, and past them on the right. */
function makeRoom(npc: Npc, other: { x: number; z: number }, walking: boolean): void {
  const dx = npc.body.x - other.x
  const dz = npc.body.z - other.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < 1e-4) {
    // exactly in one place: part by one's own yaw
    wish.x -= Math.sin(npc.body.yaw) * 0.6
    wish.z -= Math.cos(npc.body.yaw) * 0.6
    return
  }
  if (!walking && meters > TOUCH_METERS) return
  const push = walking ? clamp((ROOM_METERS - meters) * 1.1, 0, 0.9) : clamp((TOUCH_METERS - meters) * 3, 0, 0.8)
  wish.x += (dx / meters) * push
  wish.z += (dz / meters) * push
  const ahead = wish.x * dx + wish.z * dz < 0
  if (walking && ahead) {
    wish.x += (dz / meters) * push * 0.9
    wish.z -= (dx / meters) * push * 0.9
  }
}

function turn(moment: Moment, speed: number): void {
  const { npc, world } = moment
  const { body } = npc
  let target = body.yaw
  let rate = TURN_SPEED
  const attending = npc.conversationId !== null || (npc.skill?.skillId === 'meet-player' && npc.skill.phase === 'do') || (findScene(world, npc)?.beat ?? -1) >= 0
  const watched = npc.gazeId === null ? null : npc.gazeId === 'player' ? world.player.body : (world.npcs.find((other) => other.id === npc.gazeId)?.body ?? null)
  if (attending && watched) {
    target = yawTowards(body, watched)
    rate = ATTEND_TURN_SPEED
  } else if (speed > STANDING_SPEED && !(npc.skill?.phase === 'do' && isPlaced(npc))) target = Math.atan2(-body.velocityX, -body.velocityZ)
  else if (npc.skill?.phase === 'do' && npc.skill.facing !== null) target = npc.skill.facing
  const most = rate * TICK_SECONDS
  body.yaw = wrapAngle(body.yaw + clamp(wrapAngle(target - body.yaw), -most, most))
}
