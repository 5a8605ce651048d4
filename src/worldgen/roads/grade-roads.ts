/** Ground cut and filled along roads, and how worn it is there. */
import type { WaterSamples } from '../hydrology/carve.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Sites } from '../sites/find-sites.ts'
import type { Site } from '../sites/site.ts'
import { BLOCK_SIZE } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import { SPARSE_METERS, createTiles, isBlockFree } from '../recent-tiles.ts'
import type { Box } from '../recent-tiles.ts'
import { KEPT_METERS, leftToRoads } from './left-to-roads.ts'
import { ROAD_WIDTH_METERS, TOWN_FADE_METERS, TOWN_METERS } from './road.ts'
import { ROAD_REACH_METERS, STRETCH_STRIDE, roadTiles } from './road-index.ts'
import type { RoadIndex } from './road-index.ts'

/** Roads of the places graded last. */
export type RoadSamples = {
  /** Whether any place of the block lies near a road; if not, the array holds nothing of meaning. */
  near: boolean
  /** Metres beyond the edge of the nearest road; below 0 on it, Infinity where none is near. */
  readonly gap: Float64Array
}

/** See `createGrader`. */
export type RoadGrader = {
  /** Changes heights in place, drains pools of `water` that roads are built through, and fills `road` for the same places; `box` lies round all of them. */
  grade(samples: Samples, heights: Float64Array, water: WaterSamples, box: Box): void
  readonly road: RoadSamples
}

/** A deck counts as wider than its road by this much on each side, metres. */
const DECK_BESIDE_METERS = 1.6
/** Where a road changes the ground of a pool by more than this, the pool is drained, metres. */
const DRAINED_METERS = 0.15
/** Metres of level ground beside the road, before it eases into the country. */
const SHOULDER_METERS = 1.2

/** Sides in metres of the tiles that roads are gathered by, for places close together and for sparse ones; divisors of the settlement cell. */
const DENSE_TILE_METERS = 64
const SPARSE_TILE_METERS = 320

/** Room for the roads of one block of places. */
export function createRoadSamples(): RoadSamples {
  return { near: false, gap: new Float64Array(BLOCK_SIZE) }
}

/** Grades along the roads of `index`, of which `tiles` are kept at hand of each size. Holds scratch arrays: use one per thread. */
export function createGrader(index: RoadIndex, sites: Sites, tiles: number): RoadGrader {
  const cellSide = PARAMETERS.settlementCell.value
  const road = createRoadSamples()
  const dense = createTiles(roadTiles(index), DENSE_TILE_METERS, tiles)
  const sparse = createTiles(roadTiles(index), SPARSE_TILE_METERS, tiles)
  const isFree = (tile: Float64Array | null): boolean => tile === null || tile.length === 0
  const isDenseFree = (tileX: number, tileZ: number): boolean => isFree(dense(tileX, tileZ))
  const isSparseFree = (tileX: number, tileZ: number): boolean => isFree(sparse(tileX, tileZ))
  // What water leaves to roads at each place: rivers go before them.
  const keep = new Float64Array(BLOCK_SIZE)

  function gradeOne(stretches: Float64Array, samples: Samples, heights: Float64Array, k: number): void {
    const x = samples.x[k]!
    const z = samples.z[k]!
    let strongest = 0
    let sum = 0
    let weights = 0
    let nearest = Infinity
    for (let s = 0; s < stretches.length; s += STRETCH_STRIDE) {
      const ex = x - stretches[s]!
      const ez = z - stretches[s + 1]!
      const dx = stretches[s + 2]!
      const dz = stretches[s + 3]!
      let t = (ex * dx + ez * dz) * stretches[s + 4]!
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const ox = ex - dx * t
      const oz = ez - dz * t
      const square = ox * ox + oz * oz
      if (square >= ROAD_REACH_METERS * ROAD_REACH_METERS) continue
      let gap = Math.sqrt(square) - ROAD_WIDTH_METERS / 2
      const level = stretches[s + 5]!
      const isDeck = level !== level
      // A deck is wider than its road: nothing grows up beside it and through it.
      if (isDeck) gap -= DECK_BESIDE_METERS
      if (gap < nearest) nearest = gap
      // It carries the road over the ground.
      if (isDeck) continue
      let pull = 1 - (gap - SHOULDER_METERS) / (ROAD_REACH_METERS - ROAD_WIDTH_METERS / 2 - SHOULDER_METERS)
      pull = pull > 1 ? 1 : pull
      pull = pull * pull * (3 - 2 * pull)
      // Of several stretches the nearest counts most, so that bends and forks join smoothly.
      const weight = (pull * pull) / (square + 2)
      sum += weight * (level + stretches[s + 6]! * t)
      weights += weight
      if (pull > strongest) strongest = pull
    }
    road.gap[k] = nearest
    if (weights > 0) heights[k] = heights[k]! + (sum / weights - heights[k]!) * strongest * keep[k]!
  }

  return {
    road,
    grade(samples, heights, water, box) {
      const { count, x, z } = samples
      road.near = false
      const isSparse = count > 1 && Math.abs(x[1]! - x[0]!) >= SPARSE_METERS
      const side = isSparse ? SPARSE_TILE_METERS : DENSE_TILE_METERS
      // Blocks of kept places are too wide to be asked about as a whole.
      if (isBlockFree(count, box, side, isSparse ? isSparseFree : isDenseFree)) return
      const tileOf = isSparse ? sparse : dense
      let tileX = NaN
      let tileZ = NaN
      let west = NaN
      let east = NaN
      let north = NaN
      let south = NaN
      let tile: Float64Array | null = null
      let site: Site | null = null
      for (let k = 0; k < count; k++) {
        // Neighbours mostly share a tile: only near its edges, where rounding might have its say, and beyond them it is sought by dividing.
        const px = x[k]!
        const pz = z[k]!
        if (!(px > west && px < east && pz > north && pz < south)) {
          const tx = Math.floor(px / side)
          const tz = Math.floor(pz / side)
          if (tx !== tileX || tz !== tileZ) {
            // Far levels ask of nothing but kept places: they need not know the roads.
            if (px % KEPT_METERS === 0 && pz % KEPT_METERS === 0) continue
            tileX = tx
            tileZ = tz
            west = tx * side + 1
            east = (tx + 1) * side - 1
            north = tz * side + 1
            south = (tz + 1) * side - 1
            tile = tileOf(tx, tz)
            if (tile !== null && tile.length > 0) site = sites.siteOfCell(Math.floor(px / cellSide), Math.floor(pz / cellSide))
          }
        }
        if (tile === null || tile.length === 0) continue
        if (!road.near) {
          road.near = true
          road.gap.fill(Infinity, 0, count)
        }
        if (px % KEPT_METERS === 0 && pz % KEPT_METERS === 0) continue
        let left = leftToRoads(px, pz, heights[k]!, water.near ? water.gap[k]! : Infinity)
        // Within a settlement the lanes are the roads, and its level ground stays.
        if (site !== null) {
          const beyond = (Math.sqrt((site.x - px) * (site.x - px) + (site.z - pz) * (site.z - pz)) - site.core - TOWN_METERS) / TOWN_FADE_METERS
          if (beyond < 1) left *= beyond < 0 ? 0 : beyond
        }
        keep[k] = left * left * (3 - 2 * left)
        const before = heights[k]!
        gradeOne(tile, samples, heights, k)
        // A road through a marsh is built dry.
        if (water.near && water.pool[k] === 1 && Math.abs(heights[k]! - before) > DRAINED_METERS) {
          water.pool[k] = 0
          water.level[k] = -Infinity
        }
      }
    },
  }
}
