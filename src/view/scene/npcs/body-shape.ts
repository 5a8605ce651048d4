/** The measures of one body: where its joints are when it stands straight, in metres; feet at 0, looking along −z, right is +x. */
import { clamp, smoothstep } from '#core/scalar.ts'

/** See the head of this file. */
export type BodyShape = {
  height: number
  /** 0.8 slight .. 1.25 stout. */
  build: number
  /** 0 small child .. 1 grown. */
  grown: number
  /** 0 upright .. 1 bent with years. */
  stoop: number
  headRadius: number
  headY: number
  neckY: number
  shoulderY: number
  shoulderX: number
  waistY: number
  hipY: number
  hipX: number
  kneeY: number
  ankleY: number
  elbowY: number
  wristY: number
}

/** Bones by number; skinning and poses agree on them. */
export const BONES = ['pelvis', 'chest', 'head', 'armL', 'foreL', 'handL', 'armR', 'foreR', 'handR', 'thighL', 'shinL', 'footL', 'thighR', 'shinR', 'footR', 'cape'] as const
/** One of `BONES`. */
export type Bone = (typeof BONES)[number]

/** The number of a bone. */
export function boneOf(bone: Bone): number {
  return BONES.indexOf(bone)
}

/** Measures from height in metres, build and age in years: children have larger heads and shorter legs, the old bend a little. */
export function createBodyShape(height: number, build: number, age: number): BodyShape {
  const tall = clamp(height, 0.6, 2.2)
  const grown = smoothstep(3, 17, age)
  const headRadius = (0.129 + 0.011 * grown) * (0.6 + 0.4 * (tall / 1.7)) + 0.014
  const headY = tall - headRadius * 1.08
  const neckY = headY - headRadius * 0.9
  const shoulderY = neckY - 0.05 * tall
  const hipY = tall * (0.43 + 0.05 * grown)
  return {
    height: tall,
    build,
    grown,
    stoop: smoothstep(58, 82, age),
    headRadius,
    headY,
    neckY,
    shoulderY,
    shoulderX: tall * 0.1 * (0.72 + 0.28 * build),
    waistY: hipY + (shoulderY - hipY) * 0.3,
    hipY,
    hipX: tall * 0.05 * (0.7 + 0.3 * build),
    kneeY: hipY * 0.53,
    ankleY: tall * 0.045,
    elbowY: shoulderY - tall * 0.17,
    wristY: shoulderY - tall * 0.315,
  }
}
