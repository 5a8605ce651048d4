/** The grids that chunks are drawn with: lattice, triangles, and a skirt around it. */
import { CHUNK_QUADS } from '#worldgen/chunk.ts'

/** Vertices as (i, hangs, j): lattice point (i, j); `hangs` is 1 for the lower rim of the skirt. */
export type TerrainGrid = { readonly positions: Float32Array; readonly indices: Uint16Array }

/**
 * Builds the grid over every vertex of a chunk's lattice or, with a `stride` of 2 or 4, every second or fourth. Each cell is cut from (i, j+1) to (i+1, j), as the ground underfoot is:
 *
 *   (i,j)----(i+1,j)
 *     |     /  |
 *     |   /    |        and the skirt hangs from the rim, facing outwards.
 *   (i,j+1)--(i+1,j+1)
 */
export function createTerrainGrid(stride: number = 1): TerrainGrid {
  const quads = CHUNK_QUADS / stride
  const side = quads + 1
  const positions = new Float32Array((side * side + 4 * side) * 3)
  const indices = new Uint16Array((quads * quads + 4 * quads) * 6)
  let vertex = 0
  let index = 0

  function addVertex(i: number, j: number, hangs: number): number {
    positions.set([i * stride, hangs, j * stride], vertex * 3)
    return vertex++
  }
  function addTriangle(a: number, b: number, c: number): void {
    indices[index++] = a
    indices[index++] = b
    indices[index++] = c
  }

  for (let j = 0; j <= quads; j++) for (let i = 0; i <= quads; i++) addVertex(i, j, 0)
  for (let j = 0; j < quads; j++) {
    for (let i = 0; i < quads; i++) {
      const corner = j * side + i
      addTriangle(corner, corner + side, corner + 1)
      addTriangle(corner + 1, corner + side, corner + side + 1)
    }
  }
  // the rim, walked so that the land is on the left: the skirt's front faces outwards
  for (let edge = 0; edge < 4; edge++) {
    for (let step = 0; step <= quads; step++) {
      const [i, j] = edge === 0 ? [0, step] : edge === 1 ? [step, quads] : edge === 2 ? [quads, quads - step] : [quads - step, 0]
      const low = addVertex(i, j, 1)
      if (step === 0) continue
      const [lastI, lastJ] = edge === 0 ? [0, step - 1] : edge === 1 ? [step - 1, quads] : edge === 2 ? [quads, quads - step + 1] : [quads - step + 1, 0]
      const top = j * side + i
      const lastTop = lastJ * side + lastI
      addTriangle(lastTop, low - 1, top)
      addTriangle(top, low - 1, low)
    }
  }
  return { positions, indices }
}
