/** Tests of the grid that the land is drawn with. */
import { describe, expect, it } from 'vitest'
import { createTerrainGrid } from '#view/scene/terrain/terrain-grid.ts'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { CHUNK_METERS, CHUNK_QUADS } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'

const side = CHUNK_QUADS + 1
const { positions, indices } = createTerrainGrid()
const vertexOf = (index: number): number[] => [...positions.subarray(index * 3, index * 3 + 3)]

describe('terrain grid', () => {
  it('[ST-29] cuts every cell from (i, j+1) to (i+1, j), facing up', () => {
    const cells = new Map<string, number[][]>()
    for (let t = 0; t < CHUNK_QUADS * CHUNK_QUADS * 6; t += 3) {
      const [a, b, c] = [vertexOf(indices[t]!), vertexOf(indices[t + 1]!), vertexOf(indices[t + 2]!)] as [number[], number[], number[]]
      expect((b[2]! - a[2]!) * (c[0]! - a[0]!) - (b[0]! - a[0]!) * (c[2]! - a[2]!)).toBe(1)
      const i = Math.min(a[0]!, b[0]!, c[0]!)
      const j = Math.min(a[2]!, b[2]!, c[2]!)
      const corners = [a, b, c].map(([x, , z]) => [x! - i, z! - j]).sort()
      cells.set(`${i},${j}`, [...(cells.get(`${i},${j}`) ?? []), corners.flat()])
    }
    expect(cells.size).toBe(CHUNK_QUADS * CHUNK_QUADS)
    for (const triangles of cells.values()) expect(triangles.sort()).toEqual([[0, 0, 0, 1, 1, 0], [0, 1, 1, 0, 1, 1]])
  })

  it('[ST-32] has a quarter of the cells over every second vertex, cut the same way, with the same rim', () => {
    const wide = createTerrainGrid(2)
    const quads = CHUNK_QUADS / 2
    expect(wide.indices.length).toBe((quads * quads + 4 * quads) * 6)
    const rim = (grid: typeof wide): string[] => {
      const corners = new Set<string>()
      for (let at = 0; at < grid.positions.length; at += 3) {
        const [i, hangs, j] = grid.positions.subarray(at, at + 3) as unknown as [number, number, number]
        if (hangs === 1 && i % 2 === 0 && j % 2 === 0) corners.add(`${i},${j}`)
      }
      return [...corners].sort()
    }
    expect(rim(wide)).toEqual(rim({ positions, indices }))
    const [a, b, c] = [0, 1, 2].map((corner) => [...wide.positions.subarray(wide.indices[corner]! * 3, wide.indices[corner]! * 3 + 3)])
    expect([a, b, c]).toEqual([[0, 0, 0], [0, 0, 2], [2, 0, 0]])
  })

  it('[ST-30] hangs a skirt from the whole rim, facing outwards', () => {
    let skirts = 0
    for (let t = CHUNK_QUADS * CHUNK_QUADS * 6; t < indices.length; t += 3) {
      const [a, b, c] = [vertexOf(indices[t]!), vertexOf(indices[t + 1]!), vertexOf(indices[t + 2]!)].map(([x, hangs, z]) => [x!, -hangs!, z!]) as [number[], number[], number[]]
      const u = b.map((value, k) => value - a[k]!)
      const v = c.map((value, k) => value - a[k]!)
      const normal = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
      const middle = [a, b, c].reduce((sum, point) => [sum[0]! + point[0]! / 3, sum[1]! + point[2]! / 3], [-CHUNK_QUADS / 2, -CHUNK_QUADS / 2])
      expect(normal[0]! * middle[0]! + normal[2]! * middle[1]!).toBeGreaterThan(0)
      skirts++
    }
    expect(skirts).toBe(CHUNK_QUADS * 8)
    expect(positions.length / 3).toBe(side * side + 4 * side)
  })

  it('[ST-31] shares lattice heights between neighbours and with the coarser level, bit by bit', () => {
    const land = createLand('a')
    const chunk = (x: number, z: number, level: number): Float32Array => buildChunk(land, { x, z, level }).heights
    const wide = CHUNK_QUADS + 3
    const at = (heights: Float32Array, i: number, j: number): number => heights[(j + 1) * wide + i + 1]!
    const here = chunk(4, -3, 0)
    const east = chunk(5, -3, 0)
    const parent = chunk(2, -2, 1)
    for (let n = 0; n <= CHUNK_QUADS; n++) {
      expect(at(here, CHUNK_QUADS, n)).toBe(at(east, 0, n))
      if (n % 2 === 0) for (let m = 0; m <= CHUNK_QUADS; m += 2) expect(at(here, m, n)).toBe(at(parent, m / 2, CHUNK_QUADS / 2 + n / 2))
    }
    expect(at(here, 3, 7)).toBe(Math.fround(land.heightAt(4 * CHUNK_METERS + 6, -3 * CHUNK_METERS + 14)))
  })
})
