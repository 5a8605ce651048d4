/** Puts a person where the hour would find it: asleep, at work, or on the way. */
import { nextFloat } from '#core/rng.ts'
import { hourOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import { findPath } from '../paths/find-path.ts'
import { placeBody } from '../physics/create-body.ts'
import { restockOver } from '../trade/wares.ts'
import type { World } from '../world.ts'
import { beginDoing } from './carry-out.ts'
import { decide } from './decide.ts'
import { comeToGround } from './fidelity.ts'
import type { Npc } from './npc.ts'
import { momentOf } from './update-npcs.ts'

/** Share of people who are met on their way. */
const WALKING_SHARE = 0.3

/** Lets a person decide and stands it where that leads. */
export function settleIn(world: World, env: WorldEnv, npc: Npc): void {
  const moment = momentOf(world, env, npc)
  if (!moment) return
  const home = moment.village.buildings.get(npc.homeId)
  if (home) placeBody(npc.body, home.doorX, env.ground.heightAt(home.doorX, home.doorZ), home.doorZ)
  decide(moment)
  const run = npc.skill
  if (run?.phase !== 'walk') return
  const path: number[] = []
  const walking = nextFloat(npc.rng) < WALKING_SHARE && run.skillId !== 'sleep'
  if (walking && findPath(moment.village.grid, npc.body, { x: run.targetX, z: run.targetZ }, path)) {
    // somewhere along the way
    const at = Math.floor((nextFloat(npc.rng) * path.length) / 2) * 2
    placeBody(npc.body, path[at]!, npc.body.y, path[at + 1]!)
    comeToGround(moment)
    return
  }
  placeBody(npc.body, run.targetX, npc.body.y, run.targetZ)
  comeToGround(moment)
  beginDoing(moment, run)
  if (npc.skill) {
    // not everybody has begun just now
    npc.skill.untilTick -= Math.floor(nextFloat(npc.rng) * npc.skill.seconds * 10)
    npc.body.yaw = npc.skill.facing ?? npc.body.yaw
    npc.body.previous.yaw = npc.body.yaw
  }
}

/** Finds a person anew after `hours` that nobody lived through: rested by night, fed by day, somewhere that suits the hour. */
export function resettle(world: World, env: WorldEnv, npc: Npc, hours: number): void {
  const hour = hourOf(world.worldSeconds)
  npc.needs.rest = hour < 6 ? 0.5 : Math.max(0.25, 1 - (hour - 6) * 0.045)
  npc.needs.food = hours > 1 ? 0.5 + nextFloat(npc.rng) * 0.4 : npc.needs.food
  restockOver(npc, hours)
  npc.skill = null
  npc.indoors = false
  npc.insideId = null
  npc.gesture = null
  npc.speech = null
  npc.thought = null
  settleIn(world, env, npc)
}
