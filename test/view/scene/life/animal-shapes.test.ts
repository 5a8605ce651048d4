/** The shapes of animals. */
import { expect, it } from 'vitest'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'
import { ANIMAL_ROWS, ANIMAL_VERTICES, createAnimalShapes } from '#view/scene/life/animal-shapes.ts'

it('[LIFE-6] every kind has a sound shape', () => {
  const data = createAnimalShapes().image.data as Float32Array
  ANIMAL_KINDS.forEach((kind, k) => {
    let lowest = Infinity
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
