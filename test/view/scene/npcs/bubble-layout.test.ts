/** Bubbles: on the screen where heads are, never over each other. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { placeBubbles, project, type Cover, type Placed } from '#view/scene/npcs/bubble-layout.ts'

const pixels = (low: number, high: number): fc.Arbitrary<number> => fc.integer({ min: low, max: high })
const bubble: fc.Arbitrary<Placed> = fc.record({ x: pixels(0, 1280), y: pixels(0, 720), width: pixels(30, 260), height: pixels(16, 90), shown: fc.constant(false), lift: fc.constant(0), slide: fc.constant(0) })

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

  it('[UI-123] keeps on the screen and clear of sheets, its tail at the head, or is hidden', () => {
    const screen = { width: 390, height: 844 }
    const sheets: Cover[] = [
      { left: 0, top: 390, right: 390, bottom: 844 },
      { left: 10, top: 10, right: 300, bottom: 130 },
    ]
    fc.assert(
      fc.property(fc.array(bubble, { minLength: 1, maxLength: 8 }), (bubbles) => {
        placeBubbles(bubbles, 6, screen.width, sheets)
        for (const { x, y, width, height, lift, slide } of bubbles.filter((it) => it.shown)) {
          const middle = x + slide
          expect(middle - width / 2).toBeGreaterThanOrEqual(7.9)
          expect(middle + width / 2).toBeLessThanOrEqual(screen.width - 7.9)
          expect(Math.abs(slide)).toBeLessThanOrEqual(Math.max(0, width / 2 - 17.9))
          for (const { left, top, right, bottom } of sheets) {
            expect(middle + width / 2 <= left || middle - width / 2 >= right || y - lift <= top || y - lift - height >= bottom).toBe(true)
          }
        }
      }),
    )
    // a head over the sheet has its words over it, and one under the sheet has none
    const over = { x: 200, y: 400, width: 240, height: 90, shown: false, lift: 0, slide: 0 }
    const beside = { x: 350, y: 330, width: 240, height: 90, shown: false, lift: 0, slide: 0 }
    placeBubbles([beside], 6, screen.width, sheets)
    expect(beside).toMatchObject({ shown: true, slide: -88 })
    placeBubbles([over], 6, screen.width, sheets)
    expect(over.shown).toBe(false)
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
