/** Bubbles: on the screen where heads are, never over each other. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { placeBubbles, project, type Placed } from '#view/scene/npcs/bubble-layout.ts'

const pixels = (low: number, high: number): fc.Arbitrary<number> => fc.integer({ min: low, max: high })
const bubble: fc.Arbitrary<Placed> = fc.record({ x: pixels(0, 1280), y: pixels(0, 720), width: pixels(30, 260), height: pixels(16, 90), shown: fc.constant(false), lift: fc.constant(0) })

describe('bubble layout', () => {
  it('[FOLK-7] never overlaps, shows few, and always the first', () => {
    fc.assert(
      fc.property(fc.array(bubble, { minLength: 1, maxLength: 14 }), (bubbles) => {
        placeBubbles(bubbles, 6)
        const shown = bubbles.filter((it) => it.shown)
        expect(bubbles[0]!.shown).toBe(true)
        expect(bubbles[0]!.lift).toBe(0)
        expect(shown.length).toBeLessThanOrEqual(6)
        for (const a of shown) {
          for (const b of shown) {
            if (a === b) continue
            const apartX = Math.abs(a.x - b.x) >= (a.width + b.width) / 2
            const [bottomA, bottomB] = [a.y - a.lift, b.y - b.lift]
            expect(apartX || bottomA - a.height >= bottomB - 0.01 || bottomB - b.height >= bottomA - 0.01).toBe(true)
          }
        }
      }),
    )
  })

  it('[FOLK-8] projects as the camera draws', () => {
    const camera = new PerspectiveCamera(62, 1280 / 720, 0.1, 1000)
    const eye = { x: 3, y: 5, z: -2, yaw: 0.7, pitch: -0.2, fieldOfView: 62, aspect: 1280 / 720 }
    camera.position.set(eye.x, eye.y, eye.z)
    camera.rotation.set(eye.pitch, eye.yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    camera.updateProjectionMatrix()
    const out = { x: 0, y: 0, depth: 0 }
    for (const [x, y, z] of [[-2, 4, -9], [0, 6, -12], [-6, 3.5, -7]] as const) {
      expect(project(eye, { x, y, z }, { width: 1280, height: 720 }, out)).toBe(true)
      const drawn = new Vector3(x, y, z).project(camera)
      expect(out.x).toBeCloseTo((drawn.x * 0.5 + 0.5) * 1280, 3)
      expect(out.y).toBeCloseTo((0.5 - drawn.y * 0.5) * 720, 3)
    }
    expect(project(eye, { x: 9, y: 5, z: 8 }, { width: 1280, height: 720 }, out)).toBe(false)
  })
})
