/** Joints hold together; every doing is a pose. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { SKILL_IDS } from '#simulation/skills/skill-id.ts'
import { BONES, boneOf, createBodyShape, type BodyShape, type Bone } from '#view/scene/npcs/body-shape.ts'
import { walk } from '#view/scene/npcs/gait.ts'
import { doingOf, perform, speak, type Doing } from '#view/scene/npcs/gestures.ts'
import { createMotion } from '#view/scene/npcs/person-motion.ts'
import { createPose, type Pose } from '#view/scene/npcs/pose.ts'
import { BONE_FLOATS, SKELETON_FLOATS, solveSkeleton } from '#view/scene/npcs/skeleton.ts'

const shape = createBodyShape(1.7, 1, 30)
const out = new Float32Array(SKELETON_FLOATS)
const stand = { x: 12, y: 3, z: -7, yaw: 0.8 }

function move(bone: Bone, [x, y, z]: readonly [number, number, number]): [number, number, number] {
  const i = boneOf(bone) * BONE_FLOATS
  const row = (r: number): number => out[i + r * 4]! * x + out[i + r * 4 + 1]! * y + out[i + r * 4 + 2]! * z + out[i + r * 4 + 3]!
  return [row(0), row(1), row(2)]
}

function jointsOf(s: BodyShape): Array<[Bone, Bone, readonly [number, number, number]]> {
  const arm = (side: number): number => side * s.shoulderX
  const leg = (side: number): number => side * s.hipX
  return [
    ['pelvis', 'chest', [0, s.waistY, 0]],
    ['chest', 'head', [0, s.neckY, 0]],
    ['chest', 'armL', [arm(-1), s.shoulderY, 0]],
    ['armL', 'foreL', [arm(-1), s.elbowY, 0]],
    ['foreR', 'handR', [arm(1), s.wristY, 0]],
    ['pelvis', 'thighL', [leg(-1), s.hipY, 0]],
    ['thighR', 'shinR', [leg(1), s.kneeY, 0]],
    ['shinL', 'footL', [leg(-1), s.ankleY, 0]],
  ]
}

function expectWhole(s: BodyShape): void {
  for (const [parent, child, at] of jointsOf(s)) {
    const [a, b] = [move(parent, at), move(child, at)]
    expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeLessThan(1e-4)
  }
}

const angle = fc.double({ min: -1.5, max: 1.5, noNaN: true })
const poses: fc.Arbitrary<Pose> = fc.tuple(angle, angle, angle, angle, angle, angle, angle).map(([a, b, c, d, e, f, g]) => {
  const pose = createPose()
  pose.pelvis = { pitch: a * 0.3, yaw: b * 0.3, roll: c * 0.2 }
  pose.chest = { pitch: b * 0.4, yaw: d, roll: e * 0.3 }
  pose.head = { pitch: f * 0.5, yaw: g, roll: 0 }
  pose.left = { pitch: c, out: Math.abs(d), twist: e, elbow: Math.abs(f), hand: g, handRoll: a }
  pose.right = { pitch: d, out: Math.abs(e), twist: f, elbow: Math.abs(g), hand: a, handRoll: b }
  pose.leftLeg = { x: -0.1 + a * 0.1, y: 0.1 + Math.abs(b) * 0.2, z: c * 0.5, pitch: d, free: 0, thigh: 0, knee: 0 }
  pose.rightLeg = { x: 0.1, y: 0.08, z: e * 0.3, pitch: f, free: Math.abs(g) > 1 ? 1 : 0, thigh: 0.3, knee: 0.6 }
  return pose
})

describe('skeleton', () => {
  it('[FOLK-2] holds together in any pose', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        solveSkeleton(shape, pose, stand, out, 0)
        expectWhole(shape)
      }),
    )
  })

  it('[FOLK-2] puts a foot where it is wanted when the leg reaches', () => {
    const pose = createPose()
    pose.y = -0.05
    pose.leftLeg = { x: -0.12, y: 0.15, z: -0.25, pitch: 0, free: 0, thigh: 0, knee: 0 }
    pose.rightLeg = { x: 0.1, y: shape.ankleY, z: 0.2, pitch: 0, free: 0, thigh: 0, knee: 0 }
    solveSkeleton(shape, pose, { x: 0, y: 0, z: 0, yaw: 0 }, out, 0)
    const ankle = move('shinL', [-shape.hipX, shape.ankleY, 0])
    expect(ankle[0]).toBeCloseTo(-0.12, 3)
    expect(ankle[1]).toBeCloseTo(0.15, 3)
    expect(ankle[2]).toBeCloseTo(-0.25, 3)
  })

  it('[FOLK-6] every doing is a finite pose at every age', () => {
    const doings: Doing[] = ['stand', 'sit', 'sleep', 'eat', 'hammer', 'hoe', 'chop', 'sweep', 'fish', 'fiddle', 'lean', 'gather', 'saw', 'offer', 'pray', 'play', 'shelter', 'warm', 'haul', 'swim', 'leap', 'dine', 'crouch', 'tell', 'low', 'low-fiddle', 'low-dine', 'perch', 'perch-dine', 'strew']
    for (const [height, age] of [[1, 5], [1.75, 35], [1.6, 80]] as const) {
      const body = createBodyShape(height, 1, age)
      for (const doing of doings) {
        for (let clock = 0; clock < 6; clock += 0.37) {
          const { gait, pose } = createMotion(0.4)
          gait.clock = clock
          walk(body, gait, pose)
          perform(doing, body, pose, 1, clock)
          speak(pose, 0.5, clock, 0.7)
          solveSkeleton(body, pose, stand, out, 0)
          expect(out.every(Number.isFinite)).toBe(true)
          const head = move('head', [0, body.headY, 0])
          expect(Math.abs(head[1] - stand.y)).toBeLessThan(body.height * 1.4)
        }
      }
    }
    expect(BONES.length * BONE_FLOATS).toBe(SKELETON_FLOATS)
  })

  it('[FOLK-22] whoever sits on a bench, a log, a step or a rim has the hips at its height and the feet on the ground ahead', () => {
    for (const [doing, lowest, highest] of [['sit', 0.48, 0.62], ['low', 0.35, 0.5], ['perch', 0.84, 1]] as const) {
      const body = createBodyShape(1.75, 1, 35)
      const { gait, pose } = createMotion(0.4)
      walk(body, gait, pose)
      perform(doing, body, pose, 1, 1)
      solveSkeleton(body, pose, stand, out, 0)
      const hip = move('pelvis', [0, body.hipY, 0])
      expect(hip[1] - stand.y).toBeGreaterThan(lowest)
      expect(hip[1] - stand.y).toBeLessThan(highest)
      for (const side of ['L', 'R'] as const) {
        const foot = move(`shin${side}`, [(side === 'L' ? -1 : 1) * 0.09, body.ankleY, 0])
        expect(Math.abs(foot[1] - stand.y - body.ankleY)).toBeLessThan(0.14)
      }
    }
    expect([doingOf('sit', 'elder', 'sitting on the doorstep'), doingOf('sit', 'smith', 'sitting on the rim of the well'), doingOf('gather', 'smith', 'warming up by the fire with the others, on a log'), doingOf('gather', 'elder', 'whittling by the fire, on a log')]).toEqual(['low', 'perch', 'low', 'low-fiddle'])
    expect([doingOf('tend', 'baker', 'sweeping the doorstep'), doingOf('tend', 'baker', 'feeding the hens'), doingOf('tend', 'baker', 'splitting kindling')]).toEqual(['sweep', 'strew', 'chop'])
    expect(['bench', 'doorstep', 'rim of the well'].map((on) => doingOf('eat', 'baker', `eating bread and cheese on the ${on}`))).toEqual(['dine', 'low-dine', 'perch-dine'])
  })

  it('[FOLK-6] each skill shows as a doing', () => {
    for (const skill of SKILL_IDS) expect(doingOf(skill, 'farmer', '').length).toBeGreaterThan(0)
    expect(doingOf('work', 'smith', 'working the bellows')).toBe('hammer')
    expect(doingOf('work', 'baker', 'sweeping flour from the step')).toBe('sweep')
    expect(doingOf('gather', 'baker', 'warming up by the fire with the others')).toBe('warm')
    expect(doingOf('gather', 'baker', 'telling a story by the fire')).toBe('tell')
    expect(doingOf('gather', 'elder', 'whittling by the fire')).toBe('fiddle')
    expect(doingOf('eat', 'elder', 'eating bread and cheese on the bench')).toBe('dine')
    expect(doingOf(null, 'smith', '')).toBe('stand')
  })
})
