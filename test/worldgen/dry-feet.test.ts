/** Plants keep out of the water as it is drawn. */
import { readWater } from '#view/scene/water/inland-water.ts'
import { CHUNK_METERS, WATER_NODES } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { MACRO_METERS } from '#worldgen/hydrology/macro-nodes.ts'
import { expect, it } from 'vitest'
import { freshChunk, plantsOf } from './chunk-scan.ts'

const NODE_METERS = CHUNK_METERS / (WATER_NODES - 1)

/** Height of the surface drawn at a place of a chunk; −Infinity where none is. */
function surfaceAt(nodes: Float32Array, x: number, z: number): number {
  const [i, j] = [Math.min(WATER_NODES - 2, Math.floor(x / NODE_METERS)), Math.min(WATER_NODES - 2, Math.floor(z / NODE_METERS))]
  const [u, v] = [x / NODE_METERS - i, z / NODE_METERS - j]
  const corner = (di: number, dj: number): { height: number; isWet: boolean } => {
    const at = ((j + dj) * WATER_NODES + i + di) * 4
    return { height: nodes[at]!, isWet: nodes[at + 1]! > -1000 }
  }
  const [a, right, below, across] = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]
  if (!right.isWet || !below.isWet || !(u + v <= 1 ? a : across).isWet) return -Infinity
  return u + v <= 1 ? a.height + u * (right.height - a.height) + v * (below.height - a.height) : across.height + (1 - u) * (below.height - across.height) + (1 - v) * (right.height - across.height)
}

it('[LIFE-21] nothing grows under the surface of rivers and lakes as it is drawn', () => {
  const land = createLand('silver-wolf')
  const { waters } = fieldsOf(land)
  const nodes = new Float32Array(WATER_NODES * WATER_NODES * 4)
  let standing = 0
  let drowned = 0
  // Round the lake in which willows once stood, and along rivers of the start's country.
  const start = land.startPlace()
  const places = [...Array.from({ length: 36 }, (_, n) => [-9984 + ((n % 6) - 3) * 64, -3520 + (Math.floor(n / 6) - 3) * 64]), ...Array.from({ length: 121 }, (_, n) => [start.x + ((n % 11) - 5) * 704, start.z + (Math.floor(n / 11) - 5) * 704])] as [number, number][]
  for (const [x, z] of places) {
    const cell = waters.cellOf(Math.floor(x / MACRO_METERS), Math.floor(z / MACRO_METERS))
    if (cell.courses.length === 0 && cell.lakes.length === 0) continue
    const coordinate = { x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS), level: 0 }
    const chunk = freshChunk(land, coordinate)
    if (!chunk.hasInlandWater) continue
    readWater(chunk.water, chunk.heights, nodes)
    for (const plant of plantsOf(land, coordinate)) {
      standing++
      if (surfaceAt(nodes, plant.x - coordinate.x * CHUNK_METERS, plant.z - coordinate.z * CHUNK_METERS) > land.heightAt(plant.x, plant.z) + 0.15) drowned++
    }
  }
  expect(standing).toBeGreaterThan(1000)
  expect(drowned).toBe(0)
})
