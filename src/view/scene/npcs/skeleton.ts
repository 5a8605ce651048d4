/** From a pose to matrices: a chain of joints for trunk and arms, two-bone inverse kinematics for legs. Pure arithmetic on flat arrays. */
import { clamp } from '#core/scalar.ts'
import { BONES, boneOf, type BodyShape } from './body-shape.ts'
import type { ArmPose, LegPose, Pose } from './pose.ts'

/** Floats of one bone's matrix: three rows of four. */
export const BONE_FLOATS = 12
/** Floats of all bones of a body. */
export const SKELETON_FLOATS = BONES.length * BONE_FLOATS

/** Where a body stands in the drawn world: feet in metres, yaw in radians, and the lean of what carries it. */
export type Stand = { x: number; y: number; z: number; yaw: number }

type Chain = Float64Array
const local: Chain = new Float64Array(SKELETON_FLOATS)
const PELVIS = boneOf('pelvis')
const CHEST = boneOf('chest')
const HEAD = boneOf('head')
const CAPE = boneOf('cape')
const rest = new Float64Array(BONES.length * 3)

/** Writes the matrices of all bones (world from straight stance) into `out` from `offset`. */
export function solveSkeleton(shape: BodyShape, pose: Pose, stand: Stand, out: Float32Array, offset: number): void {
  restJoints(shape)
  turnInto(PELVIS, pose.pelvis.pitch, pose.pelvis.yaw, pose.pelvis.roll)
  const p = PELVIS * BONE_FLOATS
  local[p + 3] = pose.x
  local[p + 7] = shape.hipY + pose.y
  local[p + 11] = pose.z
  attach(CHEST, PELVIS, pose.chest.pitch, pose.chest.yaw, pose.chest.roll)
  attach(HEAD, CHEST, pose.head.pitch, pose.head.yaw, pose.head.roll)
  attach(CAPE, CHEST, -pose.cape, 0, 0)
  solveArm(pose.left, boneOf('armL'), -1)
  solveArm(pose.right, boneOf('armR'), 1)
  solveLeg(shape, pose, pose.leftLeg, boneOf('thighL'))
  solveLeg(shape, pose, pose.rightLeg, boneOf('thighR'))
  place(stand, out, offset)
}

function restJoints(shape: BodyShape): void {
  const set = (bone: number, x: number, y: number, z: number): void => {
    rest[bone * 3] = x
    rest[bone * 3 + 1] = y
    rest[bone * 3 + 2] = z
  }
  set(PELVIS, 0, shape.hipY, 0)
  set(CHEST, 0, shape.waistY, 0)
  set(HEAD, 0, shape.neckY, 0)
  set(CAPE, 0, shape.shoulderY, shape.height * 0.05)
  for (const [arm, thigh, side] of [[boneOf('armL'), boneOf('thighL'), -1], [boneOf('armR'), boneOf('thighR'), 1]] as const) {
    set(arm, side * shape.shoulderX, shape.shoulderY, 0)
    set(arm + 1, side * shape.shoulderX, shape.elbowY, 0)
    set(arm + 2, side * shape.shoulderX, shape.wristY, 0)
    set(thigh, side * shape.hipX, shape.hipY, 0)
    set(thigh + 1, side * shape.hipX, shape.kneeY, 0)
    set(thigh + 2, side * shape.hipX, shape.ankleY, 0)
  }
}

/** Rest place of a bone's joint in metres, as `solveSkeleton` last used it; index 0..2 for x, y, z. */
function joint(bone: number, axis: number): number {
  return rest[bone * 3 + axis]!
}

/** Writes the turn yaw · roll · pitch (pitch first) into a bone. */
function turnInto(bone: number, pitch: number, yaw: number, roll: number): void {
  const i = bone * BONE_FLOATS
  const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)]
  const [cy, sy] = [Math.cos(yaw), Math.sin(yaw)]
  const [cr, sr] = [Math.cos(roll), Math.sin(roll)]
  // Rz · Rx
  const r10 = sr
  const r11 = cr * cp
  const r12 = -cr * sp
  const [r00, r01, r02] = [cr, -sr * cp, sr * sp]
  const [r20, r21, r22] = [0, sp, cp]
  local[i] = cy * r00 + sy * r20
  local[i + 1] = cy * r01 + sy * r21
  local[i + 2] = cy * r02 + sy * r22
  local[i + 4] = r10
  local[i + 5] = r11
  local[i + 6] = r12
  local[i + 8] = -sy * r00 + cy * r20
  local[i + 9] = -sy * r01 + cy * r21
  local[i + 10] = -sy * r02 + cy * r22
}

/** Hangs a bone on its parent at its rest joint, turned. */
function attach(bone: number, parent: number, pitch: number, yaw: number, roll: number): void {
  turnInto(bone, pitch, yaw, roll)
  const [i, p] = [bone * BONE_FLOATS, parent * BONE_FLOATS]
  const [dx, dy, dz] = [joint(bone, 0) - joint(parent, 0), joint(bone, 1) - joint(parent, 1), joint(bone, 2) - joint(parent, 2)]
  for (let column = 0; column < 3; column++) {
    const [a, b, c] = [local[i + column]!, local[i + 4 + column]!, local[i + 8 + column]!]
    for (let row = 0; row < 3; row++) local[i + row * 4 + column] = local[p + row * 4]! * a + local[p + row * 4 + 1]! * b + local[p + row * 4 + 2]! * c
  }
  for (let row = 0; row < 3; row++) local[i + row * 4 + 3] = local[p + row * 4]! * dx + local[p + row * 4 + 1]! * dy + local[p + row * 4 + 2]! * dz + local[p + row * 4 + 3]!
}

function solveArm(arm: ArmPose, bone: number, side: number): void {
  attach(bone, CHEST, arm.pitch, side * arm.twist, side * arm.out)
  attach(bone + 1, bone, arm.elbow, side * arm.twist * 0.3, 0)
  attach(bone + 2, bone + 1, arm.hand, side * arm.handRoll, 0)
}

function solveLeg(shape: BodyShape, pose: Pose, leg: LegPose, thigh: number): void {
  const p = PELVIS * BONE_FLOATS
  const side = joint(thigh, 0)
  const hipX = local[p]! * side + local[p + 3]!
  const hipY = local[p + 4]! * side + local[p + 7]!
  const hipZ = local[p + 8]! * side + local[p + 11]!
  const upper = shape.hipY - shape.kneeY
  const lower = shape.kneeY - shape.ankleY
  const dx = leg.x - hipX
  const dy = leg.y - hipY
  const dz = leg.z - hipZ
  const reach = clamp(Math.sqrt(dx * dx + dy * dy + dz * dz), Math.abs(upper - lower) + 0.02, (upper + lower) * 0.9995)
  const lift = Math.acos(clamp((upper * upper + reach * reach - lower * lower) / (2 * upper * reach), -1, 1))
  const bend = Math.PI - Math.acos(clamp((upper * upper + lower * lower - reach * reach) / (2 * upper * lower), -1, 1))
  const roll = Math.atan2(dx, -dy)
  const along = Math.atan2(-dz, Math.sqrt(dx * dx + dy * dy))
  const free = leg.free
  const thighPitch = (along + lift) * (1 - free) + (pose.pelvis.pitch + leg.thigh) * free
  const kneePitch = bend * (1 - free) + leg.knee * free
  const rollNow = roll * (1 - free)
  const footPitch = leg.pitch * (1 - free) + (thighPitch - kneePitch - 0.9) * free
  setJoint(thigh, thighPitch, rollNow, hipX, hipY, hipZ)
  const i = thigh * BONE_FLOATS
  const at = (row: number, length: number): number => -local[i + row * 4 + 1]! * length + local[i + row * 4 + 3]!
  setJoint(thigh + 1, thighPitch - kneePitch, rollNow, at(0, upper), at(1, upper), at(2, upper))
  const k = (thigh + 1) * BONE_FLOATS
  const ankle = (row: number): number => -local[k + row * 4 + 1]! * lower + local[k + row * 4 + 3]!
  setJoint(thigh + 2, footPitch, 0, ankle(0), ankle(1), ankle(2))
}

function setJoint(bone: number, pitch: number, roll: number, x: number, y: number, z: number): void {
  turnInto(bone, pitch, 0, roll)
  const i = bone * BONE_FLOATS
  local[i + 3] = x
  local[i + 7] = y
  local[i + 11] = z
}

/** Brings every bone into the world and takes its rest joint out, so that straight-stance vertices can be multiplied directly. */
function place(stand: Stand, out: Float32Array, offset: number): void {
  const [c, s] = [Math.cos(stand.yaw), Math.sin(stand.yaw)]
  for (let bone = 0; bone < BONES.length; bone++) {
    const i = bone * BONE_FLOATS
    const o = offset + i
    const [x, y, z] = [joint(bone, 0), joint(bone, 1), joint(bone, 2)]
    for (let row = 0; row < 3; row++) local[i + row * 4 + 3] = local[i + row * 4 + 3]! - (local[i + row * 4]! * x + local[i + row * 4 + 1]! * y + local[i + row * 4 + 2]! * z)
    for (let column = 0; column < 4; column++) {
      const [a, b, d] = [local[i + column]!, local[i + 4 + column]!, local[i + 8 + column]!]
      out[o + column] = c * a + s * d
      out[o + 4 + column] = b
      out[o + 8 + column] = c * d - s * a
    }
    out[o + 3]! += stand.x
    out[o + 7]! += stand.y
    out[o + 11]! += stand.z
  }
}
