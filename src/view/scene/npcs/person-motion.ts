/** How one body moves between pictures: gait from metres walked, gaze, gestures, breath and face; smoothed, without memory of the world. */
import { clamp, damp, smoothstep, wrapAngle } from '#core/scalar.ts'
import type { BodyShape } from './body-shape.ts'
import { strideMeters, walk, type Gait } from './gait.ts'
import { perform, signal, speak, type Doing, type Sign } from './gestures.ts'
import { bringArm, createPose, type Pose } from './pose.ts'
import { solveSkeleton, type Stand } from './skeleton.ts'
import type { Tool } from './trade-things.ts'

/** What drives a body in this picture; world metres and radians, already interpolated. */
export type Drive = {
  x: number
  y: number
  z: number
  yaw: number
  /** Rise over run of the ground along +x and +z. */
  riseX: number
  riseZ: number
  doing: Doing
  /** A sign made with the body just now. */
  sign: Sign | null
  speaking: boolean
  /** 0..1, how far gestures go. */
  lively: number
  /** Whether there is somebody to look at, and where their eyes are. */
  gazing: boolean
  gazeX: number
  gazeY: number
  gazeZ: number
  tool: Tool
}

/** The moving state of one body. */
export type PersonMotion = {
  gait: Gait
  pose: Pose
  stand: Stand
  x: number
  z: number
  fresh: boolean
  doing: Doing
  share: number
  sign: Sign | null
  signShare: number
  speech: number
  headYaw: number
  headPitch: number
  eyesX: number
  eyesY: number
  /** 0 shut .. 1 open; 0 silent .. 1 wide. */
  lids: number
  mouth: number
  nextBlink: number
}

/** A body that has just come into view; `swagger` 0..1 tells its walk from others'. */
export function createMotion(swagger: number): PersonMotion {
  return {
    gait: { phase: swagger, speed: 0, weight: 0, turning: 0, riseAhead: 0, riseRight: 0, clock: swagger * 37, swagger },
    pose: createPose(),
    stand: { x: 0, y: 0, z: 0, yaw: 0 },
    x: 0, z: 0, fresh: true, doing: 'stand', share: 0, sign: null, signShare: 0, speech: 0, headYaw: 0, headPitch: 0, eyesX: 0, eyesY: 0, lids: 1, mouth: 0, nextBlink: 2 + swagger * 3,
  }
}

/** Metres a body may move between two pictures before it counts as having been put there. */
const JUMP_METERS = 4
const NECK_YAW = 1.15
const NECK_PITCH = 0.5

/** Advances a body by `seconds` and leaves its pose ready for `writeBones`. */
export function moveBody(motion: PersonMotion, shape: BodyShape, drive: Drive, seconds: number): void {
  const { gait, pose } = motion
  if (seconds > 0) follow(motion, shape, drive, seconds)
  walk(shape, gait, pose)

  const wanted = gait.speed > 0.35 && drive.doing !== 'swim' && drive.doing !== 'leap' && drive.doing !== 'shelter' ? 'stand' : drive.doing
  if (wanted !== motion.doing) {
    motion.share = damp(motion.share, 0, 0.09, seconds)
    if (motion.share < 0.06 || motion.doing === 'stand') {
      motion.doing = wanted
      motion.share = 0
    }
  } else motion.share = damp(motion.share, 1, 0.16, seconds)
  hold(motion, drive.tool, (motion.doing === 'stand' ? 1 : 1 - motion.share) * (1 - 0.75 * motion.speech))
  perform(motion.doing, shape, pose, motion.share, gait.clock)

  // one sign gives way before the next is made
  const isSame = drive.sign !== null && (drive.sign === motion.sign || motion.signShare < 0.05)
  if (isSame) motion.sign = drive.sign
  motion.signShare = damp(motion.signShare, isSame ? 1 : 0, motion.sign === 'fall' ? 0.2 : 0.1, seconds)
  motion.speech = damp(motion.speech, drive.speaking ? 1 : 0, 0.15, seconds)
  speak(pose, motion.speech * (motion.doing === 'stand' ? 1 : 0.4) * (1 - 0.6 * gait.weight), gait.clock, drive.lively)
  if (motion.sign) signal(motion.sign, shape, pose, motion.signShare * (motion.sign === 'fall' ? 1 : 1 - 0.6 * gait.weight), gait.clock)
  look(motion, shape, drive, seconds)
  face(motion, seconds)
}

function follow(motion: PersonMotion, shape: BodyShape, drive: Drive, seconds: number): void {
  const { gait, stand } = motion
  const moved = motion.fresh ? 0 : Math.hypot(drive.x - motion.x, drive.z - motion.z)
  const jumped = moved > JUMP_METERS
  const metres = jumped ? 0 : moved
  const turned = motion.fresh || jumped ? 0 : wrapAngle(drive.yaw - stand.yaw)
  gait.speed = motion.fresh || jumped ? 0 : damp(gait.speed, metres / seconds, 0.09, seconds)
  gait.turning = damp(gait.turning, turned / seconds, 0.12, seconds)
  gait.weight = smoothstep(0.06, 0.5, gait.speed)
  gait.phase = (gait.phase + metres / strideMeters(shape, gait.speed)) % 1
  gait.clock += seconds
  const [ahead, across] = [-drive.riseX * Math.sin(drive.yaw) - drive.riseZ * Math.cos(drive.yaw), drive.riseX * Math.cos(drive.yaw) - drive.riseZ * Math.sin(drive.yaw)]
  gait.riseAhead = damp(gait.riseAhead, clamp(ahead, -0.7, 0.7), 0.15, seconds)
  gait.riseRight = damp(gait.riseRight, clamp(across, -0.7, 0.7), 0.15, seconds)
  motion.x = drive.x
  motion.z = drive.z
  stand.yaw = drive.yaw
  motion.fresh = false
}

/** How tools are carried when they are not at work. */
function hold(motion: PersonMotion, tool: Tool, share: number): void {
  const { pose, gait } = motion
  const sway = Math.cos(gait.phase * Math.PI * 2) * gait.weight
  switch (tool) {
    case 'none':
    case 'hammer':
    case 'saw':
      return
    case 'hoe':
    case 'axe':
    case 'rod':
    case 'broom':
    case 'peel':
      bringArm(pose.right, { pitch: 0.22 + 0.05 * sway, elbow: 2.0, out: 0.14, twist: 0.05, hand: 0.06 }, share * gait.weight)
      bringArm(pose.right, { pitch: 0.3, elbow: 1.0, out: 0.3, twist: 0, hand: 0.2, handRoll: -0.42 }, share * (1 - gait.weight))
      return
    case 'crook':
    case 'staff':
      bringArm(pose.right, { pitch: 0.36 + 0.16 * sway, elbow: 0.95 - 0.1 * sway, out: 0.3, twist: 0, hand: 0.24 - 0.18 * sway, handRoll: -0.36 }, share)
      return
    case 'bucket':
      bringArm(pose.right, { pitch: 0.02 + 0.05 * sway, elbow: 0.1, out: 0.14, twist: 0, hand: 0 }, share)
      return
    case 'cup':
      bringArm(pose.right, { pitch: 0.3 + 0.04 * sway, elbow: 1.27, out: 0.12, twist: 0.2, hand: 0 }, share)
      return
    case 'basket':
    case 'lantern':
      bringArm(pose.right, { pitch: 0.12 + 0.05 * sway, elbow: 1.3, out: 0.16, twist: 0.25, hand: -1.38 - 0.05 * sway }, share)
  }
}

function look(motion: PersonMotion, shape: BodyShape, drive: Drive, seconds: number): void {
  const { pose, gait } = motion
  let yaw = 0.22 * Math.sin(gait.clock * 0.23 + gait.swagger * 40) * Math.max(0, Math.sin(gait.clock * 0.11 + gait.swagger * 13)) * (1 - 0.7 * gait.weight)
  let pitch = 0
  if (drive.gazing && motion.doing !== 'sleep' && motion.doing !== 'pray') {
    const dx = drive.gazeX - drive.x
    const dz = drive.gazeZ - drive.z
    const toward = wrapAngle(Math.atan2(-dx, -dz) - drive.yaw)
    if (Math.abs(toward) < 2.3) {
      yaw = toward
      pitch = Math.atan2(drive.gazeY - (drive.y + shape.headY), Math.max(0.4, Math.hypot(dx, dz)))
    }
  }
  const turn = clamp(yaw, -NECK_YAW, NECK_YAW)
  const tip = clamp(pitch, -NECK_PITCH, NECK_PITCH)
  motion.headYaw = damp(motion.headYaw, turn, 0.13, seconds)
  motion.headPitch = damp(motion.headPitch, tip, 0.13, seconds)
  pose.chest.yaw += motion.headYaw * 0.26
  pose.head.yaw += motion.headYaw * 0.74
  pose.head.pitch += motion.headPitch
  motion.eyesX = damp(motion.eyesX, clamp(-(yaw - motion.headYaw) / 0.45, -1, 1), 0.04, seconds)
  motion.eyesY = damp(motion.eyesY, clamp((pitch - motion.headPitch) / 0.35, -1, 1), 0.04, seconds)
}

function face(motion: PersonMotion, seconds: number): void {
  const { gait } = motion
  motion.nextBlink -= seconds
  if (motion.nextBlink < -0.16) motion.nextBlink = 1.6 + 3.4 * Math.abs(Math.sin(gait.clock * 12.9 + gait.swagger * 7))
  const blink = motion.nextBlink < 0 ? 1 - Math.abs(motion.nextBlink + 0.08) / 0.08 : 0
  motion.lids = (motion.doing === 'sleep' ? 1 - motion.share : motion.doing === 'pray' ? 1 - 0.85 * motion.share : 1) * (1 - blink)
  motion.mouth = motion.speech * Math.max(0, 0.45 + 0.4 * Math.sin(gait.clock * 13) + 0.35 * Math.sin(gait.clock * 7.3 + 1))
}

/** Writes the bones of this picture; the body stands at (x, y, z) in drawn metres. */
export function writeBones(motion: PersonMotion, shape: BodyShape, at: { x: number; y: number; z: number }, out: Float32Array, offset: number): void {
  motion.stand.x = at.x
  motion.stand.y = at.y
  motion.stand.z = at.z
  solveSkeleton(shape, motion.pose, motion.stand, out, offset)
}
