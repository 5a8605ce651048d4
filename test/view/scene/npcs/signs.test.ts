/** Signs that people make with the body. */
import { expect, it } from 'vitest'
import { createBodyShape } from '#view/scene/npcs/body-shape.ts'
import { signal, type Sign } from '#view/scene/npcs/gestures.ts'
import { createMotion, moveBody, type Drive } from '#view/scene/npcs/person-motion.ts'
import { createPose, type Pose } from '#view/scene/npcs/pose.ts'

const shape = createBodyShape(1.7, 1, 30)
const SIGNS: readonly Sign[] = ['nod', 'wave', 'shrug', 'bow', 'startle', 'shake', 'reach', 'fall']
const drive = (sign: Sign | null): Drive => ({ x: 0, y: 0, z: 0, yaw: 0, riseX: 0, riseZ: 0, doing: 'stand', sign, speaking: false, lively: 0.5, gazing: false, gazeX: 0, gazeY: 0, gazeZ: 0, tool: 'none' })

function poseOf(sign: Sign): Pose {
  const pose = createPose()
  signal(sign, shape, pose, 1, 0.7)
  return pose
}

it('[UI-85] each sign is a pose of its own, shown while it is made and gone soon after', () => {
  const poses = SIGNS.map((sign) => JSON.stringify(poseOf(sign)))
  expect(new Set(poses).size).toBe(SIGNS.length)
  expect(poses).not.toContain(JSON.stringify(createPose()))
  expect(poseOf('wave').right.pitch).toBeGreaterThan(2)
  expect(poseOf('fall').y).toBeLessThan(-0.5)
  const motion = createMotion(0.3)
  for (let i = 0; i < 20; i++) moveBody(motion, shape, drive('wave'), 0.05)
  expect(motion.signShare).toBeGreaterThan(0.9)
  for (let i = 0; i < 20; i++) moveBody(motion, shape, drive(null), 0.05)
  expect(motion.signShare).toBeLessThan(0.05)
})

it('[UI-85] one sign gives way before the next is made', () => {
  const motion = createMotion(0.3)
  for (let i = 0; i < 20; i++) moveBody(motion, shape, drive('wave'), 0.05)
  moveBody(motion, shape, drive('bow'), 0.05)
  expect(motion.sign).toBe('wave')
  for (let i = 0; i < 30; i++) moveBody(motion, shape, drive('bow'), 0.05)
  expect([motion.sign, motion.signShare > 0.9]).toEqual(['bow', true])
})
