/** Everybody's tick: needs, senses, choice, skill, body; the near ones often, the far ones seldom. */
import { hourOf, TICK_WORLD_SECONDS } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import { updateWounds } from '../affect/haunt.ts'
import type { Moment } from '../skills/skill.ts'
import { findVillage } from '../village.ts'
import { keepPose } from '../physics/create-body.ts'
import type { World } from '../world.ts'
import { allowPaths, stepSkill } from './carry-out.ts'
import { decide, keepOptions } from './decide.ts'
import { stepFar, updateFidelity } from './fidelity.ts'
import { meetPassers } from './meet-passers.ts'
import { glideNpc, moveNpc } from './move-npc.ts'
import { learnFromOutcome } from './lenses.ts'
import { updateNeeds } from './needs.ts'
import type { Npc } from './npc.ts'
import { perceive } from './perceive.ts'

/** Ticks between two decisions of somebody near: 3.3 a second. */
const NEAR_TICKS = 6
/** Ticks between two steps of somebody far: 0.2 a second. */
const FAR_TICKS = 100
/** Metres to the player within which the options are kept fresh for whoever looks. */
const LOOKED_AT_METERS = 15
const FRESH_TICKS = 24

/** Brings everybody on by a tick: needs → perceive → meet → decide → skills → bodies. */
export function updateNpcs(world: World, env: WorldEnv): void {
  allowPaths()
  for (let i = 0; i < world.npcs.length; i++) {
    const npc = world.npcs[i]!
    if (npc.frozen) {
      keepPose(npc.body)
      continue
    }
    const moment = momentOf(world, env, npc)
    if (!moment) continue
    // everybody has an own turn, so that no tick bears them all
    const turn = world.tick + i * 7
    if (turn % NEAR_TICKS === 0) updateFidelity(moment)
    if (npc.fidelity === 'far') {
      glideNpc(npc)
      if (turn % FAR_TICKS === 0) stepFar(moment, FAR_TICKS, false)
      continue
    }
    if (turn % NEAR_TICKS === 0) {
      updateNeeds(npc, world, (NEAR_TICKS * TICK_WORLD_SECONDS) / 3600)
      updateWounds(moment, (NEAR_TICKS * TICK_WORLD_SECONDS) / 3600)
      learnFromOutcome(npc, world.tick)
      perceive(moment)
      meetPassers(moment)
      if (npc.conversationId === null) decide(moment)
      if (moment.playerMeters < LOOKED_AT_METERS && turn % FRESH_TICKS === 0) keepOptions(moment)
    }
    stepSkill(moment)
    moveNpc(moment)
    fadeSigns(world, npc)
  }
}

const shared = { world: null, env: null, npc: null, village: null, hour: 0, playerMeters: 0 } as unknown as Moment

/** The moment of one person, in a shared object; null when its settlement is not of this land. */
export function momentOf(world: World, env: WorldEnv, npc: Npc): Moment | null {
  const village = findVillage(env.land, npc.settlementId, npc.body)
  if (!village) return null
  const dx = world.player.body.x - npc.body.x
  const dz = world.player.body.z - npc.body.z
  shared.world = world
  shared.env = env
  shared.npc = npc
  shared.village = village
  shared.hour = hourOf(world.worldSeconds)
  shared.playerMeters = Math.sqrt(dx * dx + dz * dz)
  return shared
}

function fadeSigns(world: World, npc: Npc): void {
  if (npc.speech && world.tick >= npc.speech.untilTick) npc.speech = null
  if (npc.thought && world.tick >= npc.thought.untilTick) npc.thought = null
  if (npc.gesture && world.tick >= npc.gesture.untilTick) {
    // a look goes with the sign that was made
    if (npc.conversationId === null && npc.gazeId === npc.gesture.toId) npc.gazeId = null
    npc.gesture = null
  }
}
