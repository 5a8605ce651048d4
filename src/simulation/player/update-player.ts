/** The player's wish becomes motion of the player's body. */
import { clamp } from '#core/scalar.ts'
import { findNear } from '#core/spatial-hash.ts'
import { TICK_SECONDS } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import { crowd } from '../npc/perceive.ts'
import { moveBody } from '../physics/move-body.ts'
import type { World } from '../world.ts'
import { FED_PACE } from './feed.ts'
import { explore } from './explored.ts'
import { keepPose } from '../physics/create-body.ts'

/** Metres a second. */
const WALK_SPEED = 3.2
const RUN_SPEED = 6.5

/** Metres at which bodies touch, and the share of the overlap that the player gives way: the other one does the rest. */
const TOUCH_METERS = 0.6
const YIELD_SHARE = 0.35

/** Ticks between two looks at what has been seen: less than a square is run through meanwhile. */
const EXPLORE_TICKS = 20

const near: number[] = []
const motion = { x: 0, z: 0, jump: false, dive: false }

/** Moves the player's body by one tick. */
export function updatePlayer(world: World, env: WorldEnv): void {
  const { player } = world
  const { body, intent } = player
  keepPose(body)
  body.yaw = intent.yaw
  player.pitch = intent.pitch
  const forward = clamp(intent.forward, -1, 1)
  const right = clamp(intent.right, -1, 1)
  // diagonally one is no faster
  const length = Math.max(1, Math.sqrt(forward * forward + right * right))
  const speed = (intent.run ? RUN_SPEED * (world.worldSeconds < player.fedUntil ? FED_PACE : 1) : WALK_SPEED) / length
  const sin = Math.sin(intent.yaw)
  const cos = Math.cos(intent.yaw)
  motion.x = (-sin * forward + cos * right) * speed
  motion.z = (-cos * forward - sin * right) * speed
  motion.jump = intent.jump
  motion.dive = intent.dive
  moveBody(body, env.ground, motion, TICK_SECONDS)
  makeRoom(world)
  if (world.tick % EXPLORE_TICKS === 0) explore(player.explored, body.x, body.z)
}

/** Nobody walks through people. */
function makeRoom(world: World): void {
  const { body } = world.player
  findNear(crowd, body, TOUCH_METERS, near)
  for (const index of near) {
    const npc = world.npcs[index]
    if (!npc || npc.indoors) continue
    const dx = body.x - npc.body.x
    const dz = body.z - npc.body.z
    const meters = Math.sqrt(dx * dx + dz * dz)
    if (meters < 1e-4 || meters >= TOUCH_METERS) continue
    body.x += (dx / meters) * (TOUCH_METERS - meters) * YIELD_SHARE
    body.z += (dz / meters) * (TOUCH_METERS - meters) * YIELD_SHARE
  }
}
