/** A body on the ground, in the air and in water: gravity, slopes, wading, swimming. Moves the player; others keep to the ground. */
import { clamp, lerp } from '#core/scalar.ts'
import type { Body } from './body.ts'
import { pushOutOfBridges } from './bridges.ts'
import { buildingsNear, pushOutOfWalls } from './collide.ts'
import type { Ground } from './ground.ts'
import { pushOutOfTrunks } from './trunks.ts'

/** Metres a second², a little more than on Earth: jumps feel crisp. */
const GRAVITY = 13
/** Speed that carries 1.1 m up: √(2·g·h). */
const JUMP_SPEED = Math.sqrt(2 * GRAVITY * 1.1)
/** tan 50°: steeper ground is slid down. */
export const STEEPEST = 1.19
/** The ground may fall away this far under a step without the feet leaving it. */
export const STEP_METERS = 0.55
/** The longest move before walls are looked at again. */
const STRIDE_METERS = 0.25
/** How deep a swimmer's feet hang under the surface; deeper water is swum in. */
const DRAFT_METERS = 1.35
const SWIM_SPEED = 2.2
const DIVE_SPEED = 1.8
const FALL_SPEED = 45
/** Lowest place under water, above the bed. */
const BED_METERS = 0.1

/** What a body is asked to do: velocity over ground in metres a second, and leaps. */
export type Motion = { x: number; z: number; jump: boolean; dive: boolean }

const rise = { riseX: 0, riseZ: 0 }

/** Moves a body by `seconds` (at most a tick or two) on a ground with walls. */
export function moveBody(body: Body, ground: Ground, motion: Motion, seconds: number): void {
  const floor = ground.floorAt(body.x, body.z, body.y)
  const water = ground.waterLevelAt(body.x, body.z)
  const depth = water - Math.max(floor, body.y)
  body.swimming = water - floor > DRAFT_METERS && depth > (body.swimming ? DRAFT_METERS - 0.25 : DRAFT_METERS)
  if (body.swimming) swim(body, motion, { water, floor, seconds })
  else walk(body, ground, { motion, floor, wet: clamp((water - floor) / DRAFT_METERS, 0, 1), seconds })
  travel(body, ground, seconds)
}

function walk(body: Body, ground: Ground, way: { motion: Motion; floor: number; wet: number; seconds: number }): void {
  const { motion, wet, seconds } = way
  // A deck is level, whatever the ground does under it.
  const slope = way.floor > ground.heightAt(body.x, body.z) ? 0 : ground.slopeAt(body.x, body.z, rise)
  const steep = slope > STEEPEST
  let wishX = motion.x * lerp(1, 0.4, wet)
  let wishZ = motion.z * lerp(1, 0.4, wet)
  const uphill = wishX * rise.riseX + wishZ * rise.riseZ
  if (body.grounded && steep && uphill > 0) {
    wishX -= uphill * rise.riseX
    wishZ -= uphill * rise.riseZ
  } else if (body.grounded && uphill > 0) {
    const effort = 1 - 0.45 * clamp(slope / STEEPEST, 0, 1) * (uphill / (Math.sqrt(wishX * wishX + wishZ * wishZ) + 1e-9))
    wishX *= effort
    wishZ *= effort
  }
  const grip = body.grounded ? (steep ? 1.5 : 12) : 2
  const share = 1 - Math.exp(-grip * seconds)
  body.velocityX += (wishX - body.velocityX) * share
  body.velocityZ += (wishZ - body.velocityZ) * share
  if (body.grounded && steep) {
    // down along the slope: the part of gravity that the ground does not hold
    const pull = (GRAVITY * slope) / (1 + slope * slope)
    body.velocityX -= rise.riseX * pull * seconds
    body.velocityZ -= rise.riseZ * pull * seconds
  } else if (body.grounded && motion.jump) {
    body.velocityY = JUMP_SPEED
    body.grounded = false
  }
  if (!body.grounded) body.velocityY = Math.max(-FALL_SPEED, body.velocityY - GRAVITY * seconds)
}

function swim(body: Body, motion: Motion, way: { water: number; floor: number; seconds: number }): void {
  const share = 1 - Math.exp(-3 * way.seconds)
  const speed = Math.sqrt(motion.x * motion.x + motion.z * motion.z)
  const scale = speed > SWIM_SPEED ? SWIM_SPEED / speed : 1
  body.velocityX += (motion.x * scale - body.velocityX) * share
  body.velocityZ += (motion.z * scale - body.velocityZ) * share
  const below = way.water - DRAFT_METERS - body.y
  const wish = motion.dive ? -DIVE_SPEED : motion.jump ? DIVE_SPEED : clamp(below * 2.5, -2, DIVE_SPEED)
  body.velocityY += (wish - body.velocityY) * (1 - Math.exp(-6 * way.seconds))
  if (motion.jump && below < 0.05 && body.velocityY > 0) body.velocityY = 0
  body.grounded = false
}

function travel(body: Body, ground: Ground, seconds: number): void {
  const distance = Math.sqrt(body.velocityX ** 2 + body.velocityZ ** 2) * seconds
  const strides = Math.max(1, Math.ceil(distance / STRIDE_METERS))
  const walls = buildingsNear(ground.land, body.x, body.z)
  const bridges = ground.bridges.at(body.x, body.z)
  for (let s = 0; s < strides; s++) {
    body.x += (body.velocityX * seconds) / strides
    body.z += (body.velocityZ * seconds) / strides
    body.y += (body.velocityY * seconds) / strides
    pushOutOfTrunks(body, ground)
    pushOutOfWalls(body, walls)
    pushOutOfBridges(body, bridges)
    settle(body, ground)
  }
}

function settle(body: Body, ground: Ground): void {
  const floor = ground.floorAt(body.x, body.z, body.y)
  if (body.swimming) {
    body.y = Math.max(body.y, floor + BED_METERS)
    return
  }
  if (body.y <= floor) {
    body.y = floor
    body.grounded = true
    body.velocityY = 0
  } else if (body.grounded && body.y - floor <= STEP_METERS) body.y = floor
  else body.grounded = false
}

/** Puts a body on dry or wet ground at a place, or on the deck of a bridge there, feet down or swimming. */
export function standAt(body: Body, ground: Pick<Ground, 'heightAt' | 'waterLevelAt'> & Partial<Pick<Ground, 'floorAt'>>, x: number, z: number): void {
  const floor = ground.floorAt?.(x, z, Infinity) ?? ground.heightAt(x, z)
  const water = ground.waterLevelAt(x, z)
  body.x = x
  body.z = z
  body.y = Math.max(floor, water - DRAFT_METERS)
  body.swimming = water - floor > DRAFT_METERS
  body.grounded = !body.swimming
  body.velocityX = 0
  body.velocityY = 0
  body.velocityZ = 0
}
