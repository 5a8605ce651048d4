/** Walking: feet that stay, steps by metres, gaze. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createBodyShape } from '#view/scene/npcs/body-shape.ts'
import { stanceShare, strideMeters, walk, type Gait } from '#view/scene/npcs/gait.ts'
import { createMotion, moveBody, type Drive } from '#view/scene/npcs/person-motion.ts'
import { createPose } from '#view/scene/npcs/pose.ts'

const shape = createBodyShape(1.7, 1, 30)

function drive(change: Partial<Drive> = {}): Drive {
  return { x: 0, y: 0, z: 0, yaw: 0, riseX: 0, riseZ: 0, doing: 'stand', sign: null, speaking: false, lively: 0.5, gazing: false, gazeX: 0, gazeY: 0, gazeZ: 0, tool: 'none', ...change }
}

describe('gait', () => {
  it('[FOLK-1] keeps a carrying foot where it was put', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 4, noNaN: true }), fc.double({ min: 0.05, max: 0.9, noNaN: true }), (speed, part) => {
        const gait: Gait = { phase: 0, speed, weight: 1, turning: 0, riseAhead: 0, riseRight: 0, clock: 1, swagger: 0.5 }
        const pose = createPose()
        const placeAt = (share: number): number => {
          gait.phase = share * stanceShare(speed)
          walk(shape, gait, pose)
          // Forward is −z: the body has gone this far, the foot is this far behind it.
          return -gait.phase * strideMeters(shape, speed) + pose.leftLeg.z
        }
        expect(placeAt(part)).toBeCloseTo(placeAt(0.01), 6)
      }),
    )
  })

  it('[FOLK-3] steps by metres, whatever the frame rate', () => {
    const phaseAfter = (frames: number): number => {
      const motion = createMotion(0)
      const seconds = 4 / frames
      for (let i = 0; i <= frames; i++) moveBody(motion, shape, drive({ z: -1.2 * i * seconds }), seconds)
      return motion.gait.phase
    }
    const [slow, fast] = [phaseAfter(80), phaseAfter(400)]
    const apart = Math.abs(slow - fast)
    expect(Math.min(apart, 1 - apart)).toBeLessThan(0.08)
  })

  it('[FOLK-3] takes no step when it is put elsewhere', () => {
    const motion = createMotion(0.2)
    moveBody(motion, shape, drive(), 0.05)
    const { phase } = motion.gait
    moveBody(motion, shape, drive({ x: 300 }), 0.05)
    expect(motion.gait.phase).toBe(phase)
    expect(motion.gait.speed).toBe(0)
  })

  it('[FOLK-4] turns the head as far as the neck goes and the eyes beyond', () => {
    const lookAt = (angle: number): { head: number; eyes: number } => {
      const motion = createMotion(0.3)
      const towards = drive({ gazing: true, gazeX: -Math.sin(angle) * 3, gazeZ: -Math.cos(angle) * 3, gazeY: shape.headY })
      for (let i = 0; i < 80; i++) moveBody(motion, shape, towards, 0.05)
      return { head: motion.headYaw, eyes: motion.eyesX }
    }
    expect(lookAt(0.7).head).toBeCloseTo(0.7, 2)
    expect(lookAt(-0.7).head).toBeCloseTo(-0.7, 2)
    expect(Math.abs(lookAt(0.7).eyes)).toBeLessThan(0.05)
    const far = lookAt(1.5)
    expect(far.head).toBeCloseTo(1.15, 2)
    // To the left is towards −x of the face.
    expect(far.eyes).toBeLessThan(-0.4)
    expect(Math.abs(lookAt(3).head)).toBeLessThan(0.3)
  })
})
