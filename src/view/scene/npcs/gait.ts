/** Walking with weight: from metres walked to where feet, hips, chest and arms are. Feet stay where they were put while they carry. */
import { lerp, smoothstep } from '#core/scalar.ts'
import type { BodyShape } from './body-shape.ts'
import type { LegPose, Pose } from './pose.ts'

/** Metres covered by one full cycle of two steps at a speed in metres a second. */
export function strideMeters(shape: BodyShape, speed: number): number {
  return shape.hipY * (0.82 + 0.6 * Math.min(speed, 6))
}

/** Share of the cycle that a foot stays on the ground. */
export function stanceShare(speed: number): number {
  return lerp(0.62, 0.4, smoothstep(1.9, 3.6, speed))
}

/** How a body walks at this moment. */
export type Gait = {
  /** 0..1 through the cycle; 0 is the left heel's touch. */
  phase: number
  /** Metres a second. */
  speed: number
  /** 0 standing .. 1 walking. */
  weight: number
  /** Radians a second, positive to the left. */
  turning: number
  /** Rise of the ground along the body's way and to its right, over run. */
  riseAhead: number
  riseRight: number
  /** Seconds of this body's own clock, for breath and shifting weight. */
  clock: number
  /** 0..1, told apart by person: how bouncy, how wide. */
  swagger: number
}

/** Writes feet, hips, trunk and arms of a walking, turning or standing body into `pose`. */
export function walk(shape: BodyShape, gait: Gait, pose: Pose): void {
  const { phase, speed, weight, clock, swagger } = gait
  const cycle = phase * Math.PI * 2
  const size = shape.height / 1.7
  const running = smoothstep(2.2, 3.6, speed)
  const breath = Math.sin(clock * 1.7)
  const shift = Math.sin(clock * 0.31 + swagger * 20) + 0.5 * Math.sin(clock * 0.83 + swagger * 9)

  foot(shape, gait, pose.leftLeg, phase, -1)
  foot(shape, gait, pose.rightLeg, phase + 0.5, 1)
  shuffle(gait, pose)

  const bob = Math.cos(cycle * 2) * lerp(-0.02, 0.045, running) * size
  const crouch = -0.012 - 0.016 * Math.min(speed, 3) - 0.02 * running
  pose.x = lerp(shift * 0.022 * size, -Math.sin(cycle - 0.3) * (0.026 + 0.012 * swagger) * size * (1 - 0.6 * running), weight)
  pose.y = lerp(-0.012 - Math.abs(shift) * 0.006, bob + crouch, weight) * size - shape.stoop * 0.02 - Math.abs(gait.riseAhead) * 0.05
  pose.z = -0.02 * weight * running
  pose.pelvis.roll = lerp(-shift * 0.025, -Math.sin(cycle - 0.3) * (0.05 + 0.03 * swagger), weight)
  pose.pelvis.yaw = -Math.cos(cycle) * 0.12 * weight
  pose.pelvis.pitch = -0.03 * weight - 0.12 * running - shape.stoop * 0.05 - gait.riseAhead * 0.12 * weight
  pose.chest.yaw = Math.cos(cycle) * (0.2 + 0.08 * swagger) * weight + shift * 0.02 * (1 - weight)
  pose.chest.roll = lerp(shift * 0.03, Math.sin(cycle - 0.3) * 0.035, weight) + Math.max(-0.16, Math.min(0.16, gait.turning * speed * 0.045))
  pose.chest.pitch = breath * 0.012 - weight * (0.02 + 0.03 * Math.min(speed, 2)) - 0.1 * running - shape.stoop * 0.28 - gait.riseAhead * 0.3 * weight + Math.cos(cycle * 2 + 0.6) * 0.02 * weight
  pose.head.yaw = -(pose.chest.yaw + pose.pelvis.yaw) * 0.9
  pose.head.roll = -(pose.chest.roll + pose.pelvis.roll) * 0.8
  pose.head.pitch = -(pose.chest.pitch + pose.pelvis.pitch) * 0.85 - Math.cos(cycle * 2 + 1.1) * 0.018 * weight - shape.stoop * 0.06
  pose.cape = 0.06 + weight * (0.1 + 0.1 * Math.min(speed, 4)) + Math.cos(cycle * 2) * 0.03 * weight + 0.02 * breath

  const swing = (0.26 + 0.2 * Math.min(speed, 3)) * weight * (0.85 + 0.3 * swagger)
  arm(pose, -1, Math.cos(cycle + 0.15), swing, { running, weight, breath, speed })
  arm(pose, 1, -Math.cos(cycle + 0.15), swing, { running, weight, breath, speed })
}

function arm(pose: Pose, side: number, forward: number, swing: number, now: { running: number; weight: number; breath: number; speed: number }): void {
  const it = side < 0 ? pose.left : pose.right
  const away = -forward
  it.pitch = away * swing - 0.03 - pose.chest.pitch * 0.7 + now.weight * 0.05
  it.out = 0.085 + 0.012 * now.breath - Math.abs(away) * 0.02 * now.weight
  it.twist = 0.2
  it.elbow = 0.26 + 0.1 * now.weight + Math.max(0, away) * swing * 0.75 + now.running * 1.05
  it.hand = 0.05
  it.handRoll = 0
}

function foot(shape: BodyShape, gait: Gait, leg: LegPose, at: number, side: number): void {
  const { speed, weight } = gait
  const p = at - Math.floor(at)
  const stance = stanceShare(speed)
  const reach = strideMeters(shape, speed) * stance
  const running = smoothstep(2.2, 3.6, speed)
  let z: number
  let lift = 0
  let pitch: number
  if (p < stance) {
    const q = p / stance
    z = (q - 0.5) * reach
    pitch = lerp(0.32, 0, smoothstep(0, 0.16, q)) - smoothstep(0.62, 1, q) * 0.62
    lift = smoothstep(0.62, 1, q) * 0.07
  } else {
    const q = (p - stance) / (1 - stance)
    z = (0.5 - q * q * (3 - 2 * q)) * reach + Math.sin(q * Math.PI) * running * 0.14
    pitch = lerp(-0.62 - 0.5 * running * Math.sin(q * Math.PI), 0.32, smoothstep(0.1, 0.95, q))
    lift = lerp(0.07, 0, smoothstep(0, 1, q)) + Math.sin(q * Math.PI) * (0.05 + 0.03 * Math.min(speed, 2) + 0.16 * running)
  }
  const wide = shape.hipX * lerp(1.12, 0.72, weight)
  const restZ = side > 0 ? 0.03 : -0.035
  leg.free = 0
  leg.x = side * wide + Math.sign(side) * 0.012
  leg.z = lerp(restZ, z, weight)
  leg.y = shape.ankleY + lift * weight * (shape.height / 1.7) + slopeUnder(gait, leg)
  leg.pitch = pitch * weight + Math.atan(gait.riseAhead) * (1 - Math.min(1, lift * 8))
}

function slopeUnder(gait: Gait, leg: LegPose): number {
  return Math.max(-0.22, Math.min(0.22, gait.riseAhead * -leg.z + gait.riseRight * leg.x))
}

/** Small steps on the spot while a standing body turns. */
function shuffle(gait: Gait, pose: Pose): void {
  const amount = smoothstep(0.5, 1.6, Math.abs(gait.turning)) * (1 - gait.weight)
  if (amount <= 0) return
  const beat = Math.sin(gait.clock * 9)
  pose.leftLeg.y += Math.max(0, beat) * 0.06 * amount
  pose.rightLeg.y += Math.max(0, -beat) * 0.06 * amount
}
