/** Pictures of landmarks, and of what tells one culture's houses from another's. */
import { buildLandmark } from '#view/scene/landmarks/draw-landmark.ts'
import { styleOf } from '#view/scene/settlements/culture-style.ts'
import { createLand } from '#worldgen/create-land.ts'
import { LANDMARK_KINDS } from '#worldgen/landmarks/landmark.ts'
import { CULTURES } from '#worldgen/names/cultures.ts'
import { expect, it } from 'vitest'

it('[ROOF-8] are sound, near their place and small', () => {
  const land = createLand('a')
  const drawn = new Set<string>()
  for (const landmark of land.findLandmarks(0, 0, 9000)) {
    if (drawn.has(landmark.kind)) continue
    drawn.add(landmark.kind)
    const geometry = buildLandmark(landmark, (x, z) => land.heightAt(x, z))
    const position = geometry.getAttribute('position')
    let farthest = 0
    for (let i = 0; i < position.count; i++) {
      expect(Number.isFinite(position.getX(i) + position.getY(i) + position.getZ(i))).toBe(true)
      farthest = Math.max(farthest, Math.hypot(position.getX(i), position.getZ(i)))
    }
    expect(farthest).toBeLessThan(landmark.radius + 6)
    expect(geometry.getIndex()!.count / 3).toBeLessThan(4000)
  }
  expect(drawn.size).toBeGreaterThanOrEqual(LANDMARK_KINDS.length - 1)
})

it('[ROOF-7] differ by culture', () => {
  const looks = CULTURES.map(({ id }) => styleOf(id)).map(({ roof, wallSurface, walls }) => `${roof.surface} ${roof.pitch} ${wallSurface} ${walls[0]}`)
  expect(new Set(looks).size).toBe(CULTURES.length)
  expect(new Set(CULTURES.map(({ id }) => styleOf(id).roof.surface)).size).toBe(CULTURES.length)
})
