/** A pose: how every joint of a body is turned now. Radians and metres; positive pitch swings a hanging limb forward, or a look upward. */

/** One arm. */
export type ArmPose = { pitch: number; /** Away from the body. */ out: number; /** Inward turn about its length. */ twist: number; elbow: number; /** Of the hand, and with it a tool. */ hand: number; /** About the forearm's length; positive tips what is held inward. */ handRoll: number }

/** One leg: where its ankle is put (inverse), or how it is bent (`free` 1). */
export type LegPose = { x: number; y: number; z: number; pitch: number; free: number; thigh: number; knee: number }

/** See the head of this file. */
export type Pose = {
  /** Shift of the pelvis from where it stands straight. */
  x: number
  y: number
  z: number
  pelvis: { pitch: number; yaw: number; roll: number }
  chest: { pitch: number; yaw: number; roll: number }
  head: { pitch: number; yaw: number; roll: number }
  left: ArmPose
  right: ArmPose
  leftLeg: LegPose
  rightLeg: LegPose
  /** How far a cloak swings back. */
  cape: number
}

function createArm(): ArmPose {
  return { pitch: 0, out: 0, twist: 0, elbow: 0, hand: 0, handRoll: 0 }
}

function createLeg(): LegPose {
  return { x: 0, y: 0, z: 0, pitch: 0, free: 0, thigh: 0, knee: 0 }
}

/** A body standing straight. */
export function createPose(): Pose {
  const turn = () => ({ pitch: 0, yaw: 0, roll: 0 })
  return { x: 0, y: 0, z: 0, pelvis: turn(), chest: turn(), head: turn(), left: createArm(), right: createArm(), leftLeg: createLeg(), rightLeg: createLeg(), cape: 0 }
}

/** Moves an arm towards a position by `share` 0..1. */
export function bringArm(arm: ArmPose, to: Partial<ArmPose>, share: number): void {
  if (to.pitch !== undefined) arm.pitch += (to.pitch - arm.pitch) * share
  if (to.out !== undefined) arm.out += (to.out - arm.out) * share
  if (to.twist !== undefined) arm.twist += (to.twist - arm.twist) * share
  if (to.elbow !== undefined) arm.elbow += (to.elbow - arm.elbow) * share
  if (to.hand !== undefined) arm.hand += (to.hand - arm.hand) * share
  if (to.handRoll !== undefined) arm.handRoll += (to.handRoll - arm.handRoll) * share
}
