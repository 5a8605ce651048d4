/** The ground underfoot: the height function on the finest lattice that is drawn, split into the same triangles. */
import { createLru } from '#core/lru.ts'
import type { Land } from '#worldgen/land.ts'
import { createBridges, deckUnder, type Bridges } from './bridges.ts'
import { buildingsNear, topUnder } from './collide.ts'
import { trunksOf } from './trunks.ts'

/** Distance between lattice points in metres: CHUNK_METERS / CHUNK_QUADS. */
export const GROUND_SPACING_METERS = 2

/** The ground as bodies feel it; equals the drawn surface of level-0 chunks. */
export type Ground = {
  readonly land: Land
  /** Height in metres at any place. */
  heightAt(x: number, z: number): number
  /** Height in metres of what carries feet that are at height `y`: the ground, the deck of a bridge or the walk on a wall that is not overhead. */
  floorAt(x: number, z: number, y: number): number
  readonly bridges: Bridges
  /** Rise over run, and the direction of steepest rise, of the triangle at a place. */
  slopeAt(x: number, z: number, out: { riseX: number; riseZ: number }): number
  /** As `land.waterLevelAt`. */
  waterLevelAt(x: number, z: number): number
  /** What cannot be walked through in the 64 m tile (tileX, tileZ): x, z, radius, … in metres. */
  trunksAt(tileX: number, tileZ: number): Float64Array
}

/** Vertices along one side of a remembered tile: 64 m. */
const TILE_VERTICES = 32
const TILE_BYTES = TILE_VERTICES * TILE_VERTICES * 4
/** 1,024 tiles: 4 km². */
const BUDGET_BYTES = TILE_BYTES * 1024

/**
 * The ground of a land. Heights are asked of the land once for each lattice point, rounded to the 32 bits that are drawn, and kept in a bounded
 * cache. Each cell is split from (i, j+1) to (i+1, j):
 * ```
 *   (i,j) ───── (i+1,j)    → x
 *     │  a    ╱    │
 *     │    ╱    b  │
 *  (i,j+1) ─── (i+1,j+1)   ↓ z
 * ```
 */
export function createGround(land: Land, findTrunks: (land: Land, tileX: number, tileZ: number) => Float64Array = trunksOf): Ground {
  const tiles = createLru<number, Float32Array>(BUDGET_BYTES)
  let lastKey = NaN
  let lastTile: Float32Array = new Float32Array(0)

  function vertexHeight(i: number, j: number): number {
    const tileX = Math.floor(i / TILE_VERTICES)
    const tileZ = Math.floor(j / TILE_VERTICES)
    const key = (tileX + 0x2000000) * 0x4000000 + (tileZ + 0x2000000)
    if (key !== lastKey) {
      let tile = tiles.get(key)
      if (!tile) {
        tile = new Float32Array(TILE_VERTICES * TILE_VERTICES).fill(NaN)
        tiles.set(key, tile, TILE_BYTES)
      }
      lastKey = key
      lastTile = tile
    }
    const at = (j - tileZ * TILE_VERTICES) * TILE_VERTICES + (i - tileX * TILE_VERTICES)
    let height = lastTile[at]!
    if (Number.isNaN(height)) {
      height = Math.fround(land.heightAt(i * GROUND_SPACING_METERS, j * GROUND_SPACING_METERS))
      lastTile[at] = height
    }
    return height
  }

  const bridges = createBridges(land, heightAt)

  function heightAt(x: number, z: number): number {
    const i = Math.floor(x / GROUND_SPACING_METERS)
    const j = Math.floor(z / GROUND_SPACING_METERS)
    const u = x / GROUND_SPACING_METERS - i
    const v = z / GROUND_SPACING_METERS - j
    const right = vertexHeight(i + 1, j)
    const below = vertexHeight(i, j + 1)
    if (u + v <= 1) {
      const corner = vertexHeight(i, j)
      return corner + u * (right - corner) + v * (below - corner)
    }
    const corner = vertexHeight(i + 1, j + 1)
    return corner + (1 - u) * (below - corner) + (1 - v) * (right - corner)
  }

  return {
    land,
    bridges,
    heightAt,
    floorAt: (x, z, y) => Math.max(heightAt(x, z), deckUnder(bridges.at(x, z), x, z, y), topUnder(buildingsNear(land, x, z), x, z, y)),
    slopeAt(x, z, out) {
      const i = Math.floor(x / GROUND_SPACING_METERS)
      const j = Math.floor(z / GROUND_SPACING_METERS)
      const upper = x / GROUND_SPACING_METERS - i + z / GROUND_SPACING_METERS - j <= 1
      const right = vertexHeight(i + 1, j)
      const below = vertexHeight(i, j + 1)
      const corner = upper ? vertexHeight(i, j) : vertexHeight(i + 1, j + 1)
      const alongX = (upper ? right - corner : corner - below) / GROUND_SPACING_METERS
      const alongZ = (upper ? below - corner : corner - right) / GROUND_SPACING_METERS
      const slope = Math.sqrt(alongX * alongX + alongZ * alongZ)
      out.riseX = slope > 0 ? alongX / slope : 0
      out.riseZ = slope > 0 ? alongZ / slope : 0
      return slope
    },
    waterLevelAt: (x, z) => land.waterLevelAt(x, z),
    trunksAt: (tileX, tileZ) => findTrunks(land, tileX, tileZ),
  }
}
