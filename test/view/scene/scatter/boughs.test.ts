/** What holds the leaves of a tree, seen when they have fallen. */
import { expect, it } from 'vitest'
import { tileRect } from '#view/scene/scatter/leaf-texture.ts'
import { createPlantGeometry } from '#view/scene/scatter/plant-shapes.ts'

it.each([['oak', 0.15], ['birch', 0.145], ['willow', 0.17], ['bush', 0.27]] as const)('[LOOK-1] boughs of %s reach into its crown: its leaves are no farther from wood, in the mean, than %f of its height', (species, most) => {
  const geometry = createPlantGeometry(species, 11)
  const [position, paint] = [geometry.getAttribute('position'), geometry.getAttribute('paint')]
  const wood: Array<readonly [number, number, number]> = []
  const leaves: Array<readonly [number, number, number]> = []
  for (let i = 0; i < position.count; i++) (paint.getW(i) > 0 ? leaves : wood).push([position.getX(i), position.getY(i), position.getZ(i)])
  const high = Math.max(...leaves.map(([, y]) => y))
  const nearest = leaves.map(([x, y, z]) => Math.min(...wood.map(([wx, wy, wz]) => Math.hypot(x - wx, y - wy, z - wz))))
  expect(leaves.length).toBeGreaterThan(100)
  expect(nearest.reduce((sum, meters) => sum + meters, 0) / nearest.length / high).toBeLessThan(most)
})

it.each(['oak', 'willow', 'pine', 'bush'] as const)('[LOOK-10] between the leaves of %s one looks into its dark, and not at another green', (species) => {
  const geometry = createPlantGeometry(species, 11)
  const [paint, uv] = [geometry.getAttribute('paint'), geometry.getAttribute('uv')]
  const [u0, v0, u1, v1] = tileRect('solid')
  const lights: { within: number[]; leaves: number[] } = { within: [], leaves: [] }
  for (let i = 0; i < paint.count; i++) {
    if (paint.getW(i) === 0) continue
    const isCore = uv.getX(i) > u0 && uv.getX(i) < u1 && uv.getY(i) > v0 && uv.getY(i) < v1
    lights[isCore ? 'within' : 'leaves'].push(paint.getY(i))
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(lights.within.length).toBeGreaterThan(50)
  expect(mean(lights.within)).toBeLessThan(0.65 * mean(lights.leaves))
})
