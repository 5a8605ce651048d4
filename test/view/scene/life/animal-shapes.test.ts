/** The shapes of animals. */
import { expect, it } from 'vitest'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'
import { ANIMAL_ROWS, ANIMAL_VERTICES, createAnimalShapes, isBird } from '#view/scene/life/animal-shapes.ts'

it('[LIFE-6] every kind has a sound shape', () => {
  const shapes = createAnimalShapes()
  const data = shapes.texture.image.data as Float32Array
  ANIMAL_KINDS.forEach((kind, k) => {
    let lowest = Infinity
    const index = isBird(kind.id) ? shapes.birdIndex : shapes.beastIndex
    const used = data.subarray(k * ANIMAL_ROWS * ANIMAL_VERTICES * 4 + ANIMAL_VERTICES * 4).findIndex((_, n) => n % 4 === 0 && data.subarray((k * ANIMAL_ROWS + 1) * ANIMAL_VERTICES * 4 + n, (k * ANIMAL_ROWS + 1) * ANIMAL_VERTICES * 4 + n + 3).every((c) => c === 0)) / 4
    expect(Math.max(...index), kind.id).toBe(used - 1)
    for (let v = 0; v < ANIMAL_VERTICES; v++) {
      const at = (k * ANIMAL_ROWS * ANIMAL_VERTICES + v) * 4
      const normal = at + ANIMAL_VERTICES * 4
      const length = Math.hypot(data[normal]!, data[normal + 1]!, data[normal + 2]!)
      if (length === 0) continue
      expect(length, kind.id).toBeCloseTo(1, 4)
      for (let c = 0; c < 3; c++) expect(Math.abs(data[at + c]!), kind.id).toBeLessThan(2)
      lowest = Math.min(lowest, data[at + 1]!)
    }
    expect(lowest, kind.id).toBeGreaterThan(-0.03)
    expect(lowest, kind.id).toBeLessThan(0.06)
  })
})
