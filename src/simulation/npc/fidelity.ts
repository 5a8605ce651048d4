/** Near people live by the tick, far people by the step: who is which, and how the far ones get on. */
import { updateWounds } from '../affect/haunt.ts'
import { findStandingRoom } from '../paths/standing-room.ts'
import { placeBody } from '../physics/create-body.ts'
import { breakOff } from '../conversations/end-conversation.ts'
import { TICK_SECONDS, TICK_WORLD_SECONDS } from '../clock.ts'
import type { Moment } from '../skills/skill.ts'
import { beginDoing, finishDoing } from './carry-out.ts'
import { decide } from './decide.ts'
import { learnFromOutcome } from './lenses.ts'
import { updateNeeds } from './needs.ts'

/** Metres to the player at which people come near, and at which they are far again. */
const NEAR_METERS = 150
const FAR_METERS = 170
/** A way round houses is so much longer than the straight line. */
const DETOUR = 1.2

const room = { x: 0, z: 0 }

/** Makes a person near or far by the distance to the player. */
export function updateFidelity(moment: Moment): void {
  const { npc, playerMeters } = moment
  if (npc.fidelity === 'near' && playerMeters > FAR_METERS) {
    npc.fidelity = 'far'
    breakOff(moment.world, npc)
  } else if (npc.fidelity === 'far' && playerMeters < NEAR_METERS) {
    npc.fidelity = 'near'
    comeToGround(moment)
  }
}

/** Brings a far person on by some ticks at once; `moves` says whether the body is moved too, or has been gliding already. */
export function stepFar(moment: Moment, ticks: number, moves: boolean): void {
  const { npc, world, env } = moment
  updateNeeds(npc, world, (ticks * TICK_WORLD_SECONDS) / 3600)
  updateWounds(moment, (ticks * TICK_WORLD_SECONDS) / 3600)
  learnFromOutcome(npc, world.tick)
  // whoever is in a talk stays in it
  if (npc.conversationId !== null) return
  const run = npc.skill
  if (run?.phase === 'do' && world.tick >= run.untilTick) finishDoing(moment, run)
  else if (run?.phase === 'walk') walkFar(moment, ticks, moves)
  decide(moment)
  aimVelocity(moment)
  if (!npc.indoors) npc.body.y = env.ground.floorAt(npc.body.x, npc.body.z, Infinity)
}

/** After a life from afar, or a load: out of walls, on the ground, and looking for a proper way. */
export function comeToGround(moment: Moment): void {
  const { npc, village, env } = moment
  const { body } = npc
  body.velocityX = 0
  body.velocityZ = 0
  if (npc.skill) {
    npc.skill.path.length = 0
    if (npc.skill.phase === 'walk' && npc.skill.insideId === null) {
      findStandingRoom(village, npc.skill.targetX, npc.skill.targetZ, room)
      npc.skill.targetX = room.x
      npc.skill.targetZ = room.z
    }
  }
  if (npc.indoors) return
  findStandingRoom(village, body.x, body.z, room)
  placeBody(body, room.x, env.ground.heightAt(room.x, room.z), room.z)
}

function walkFar(moment: Moment, ticks: number, moves: boolean): void {
  const { npc, world } = moment
  const run = npc.skill!
  const { body } = npc
  const other = run.followId === null ? null : run.followId === 'player' ? world.player.body : (world.npcs.find((person) => person.id === run.followId)?.body ?? null)
  if (other) {
    run.targetX = other.x
    run.targetZ = other.z
  }
  const dx = run.targetX - body.x
  const dz = run.targetZ - body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  const stride = (run.pace * ticks * TICK_SECONDS) / DETOUR
  if (meters <= Math.max(run.reach, moves ? stride : stride * 0.5)) {
    placeBody(body, run.targetX, body.y, run.targetZ)
    beginDoing(moment, run)
  } else if (moves) placeBody(body, body.x + (dx / meters) * stride, body.y, body.z + (dz / meters) * stride)
}

function aimVelocity({ npc }: Moment): void {
  const { body, skill } = npc
  body.velocityX = 0
  body.velocityZ = 0
  if (npc.indoors || skill?.phase !== 'walk') return
  const dx = skill.targetX - body.x
  const dz = skill.targetZ - body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < skill.reach) return
  body.velocityX = ((dx / meters) * skill.pace) / DETOUR
  body.velocityZ = ((dz / meters) * skill.pace) / DETOUR
  body.yaw = Math.atan2(-dx, -dz)
}
