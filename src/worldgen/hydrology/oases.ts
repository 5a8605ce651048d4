/** Oases: where water comes up in a desert, in a hollow or as a lake that a river ends in. One in a square of three kilometres at most, known from nearby cells alone, so the same from every side. */
import { hashCell, unitOf } from '#core/hash.ts'
import { createRecentMap } from '#core/recent-map.ts'
import type { DesertSurvey } from '../desert-survey.ts'
import { SIXTEEN_WINDS } from '../directions.ts'
import type { Samples } from '../noise/octave.ts'
import { MACRO_METERS, cellKey } from './macro-nodes.ts'
import type { Lake, MacroNode, MacroNodes, WildGround } from './macro-nodes.ts'

/** Cells of the lattice of rivers along a side of the squares with one oasis each at most, how many of them it may lie in, so that two are never neighbours, and that side in metres. */
const SQUARE_CELLS = 6
const OPEN_CELLS = 5
/** See above. */
export const OASIS_SQUARE_METERS = SQUARE_CELLS * MACRO_METERS
/** How wet the ground of an oasis is at its pool: as moist as the woods of the hot country. */
const OASIS_SOAK = 2.6
/** From which wetness on a place belongs to an oasis. */
export const OASIS_MOIST = 1.15
/** Share of desert that an oasis needs about it, 0..1. */
const LEAST_DESERT = 0.3
/** Hollows that are looked at in a square. */
const TRIES = 10
/** Radius of its green, least and more, and over that of its pool; depth of the pool. Metres. */
const RADIUS_METERS = [98, 30] as const
const BASIN_SHARE = 2.7
const DEPTH_METERS = [1.3, 1] as const
/** Rings round the middle on which the ground is looked at, metres. */
const RINGS_METERS = [45, 100] as const
/** Lowest and highest country with springs, metres; how far the ground may fall away and rise about one. */
const LOWEST_METERS = 6
const HIGHEST_METERS = 240
const FALL_METERS = 3.5
const RISE_METERS = 26
/** Water stands so far below the lowest ground about it, metres. */
const SUNK_METERS = 0.35
/** Other water stays so far away from its green, metres. */
const APART_METERS = 80

/** An oasis: its pool, or the lake it lies round. */
export type Oasis = { readonly hash: number; readonly lake: Lake }

/** The oases of a seed. */
export type Oases = {
  /** The oasis of a square, or null. */
  oasisOfSquare(squareX: number, squareZ: number): Oasis | null
  /** Pools that reach a cell of the lattice of rivers; lakes that were there without an oasis are not among them. */
  poolsNear(cellX: number, cellZ: number): readonly Lake[]
}

/** What oases are found from; `waterWithin` tells metres to the nearest other water, Infinity where it is farther than asked. */
type Country = { nodes: MacroNodes; ground: WildGround; desertAt: DesertSurvey; waterWithin(x: number, z: number, within: number): number; /** Squares kept. */ remembered: number }

/** How much of a desert a cell of the lattice of rivers is, 0..1: the mean of its corners. */
function desertOf(desertAt: DesertSurvey, cellX: number, cellZ: number): number {
  return (desertAt(cellX, cellZ) + desertAt(cellX + 1, cellZ) + desertAt(cellX, cellZ + 1) + desertAt(cellX + 1, cellZ + 1)) / 4
}

/** A lake as it is where it lies: in a desert its shores are an oasis. */
export function soaked(lake: Lake, desertAt: DesertSurvey): Lake {
  return desertOf(desertAt, Math.floor(lake.x / MACRO_METERS), Math.floor(lake.z / MACRO_METERS)) < LEAST_DESERT ? lake : { ...lake, soak: OASIS_SOAK }
}

/** The oases of a seed. Holds scratch arrays: use one per thread. */
export function createOases(seedWord: number, { nodes, ground, desertAt, waterWithin, remembered }: Country): Oases {
  const known = createRecentMap<number, Oasis | null>(remembered)
  const samples: Samples = { x: new Float64Array(16), z: new Float64Array(16), count: 16 }
  const heights = new Float64Array(16)

  function oasisOfSquare(squareX: number, squareZ: number): Oasis | null {
    const key = cellKey(squareX, squareZ)
    let found = known.get(key)
    if (found === undefined) {
      found = find(squareX, squareZ)
      known.set(key, found)
    }
    return found
  }

  function find(squareX: number, squareZ: number): Oasis | null {
    const dry: Array<{ cellX: number; cellZ: number; much: number; order: number }> = []
    for (let n = 0; n < OPEN_CELLS * OPEN_CELLS; n++) {
      const cellX = squareX * SQUARE_CELLS + (n % OPEN_CELLS)
      const cellZ = squareZ * SQUARE_CELLS + Math.floor(n / OPEN_CELLS)
      const much = desertOf(desertAt, cellX, cellZ)
      if (much >= LEAST_DESERT) dry.push({ cellX, cellZ, much, order: hashCell(seedWord, cellX, cellZ, 0x0a51) })
    }
    dry.sort((a, b) => a.order - b.order)
    for (const { cellX, cellZ, order } of dry) {
      const node = nodes.nodeOf(cellX, cellZ)
      const lake = node.elevation > 0 ? nodes.lakeOf(node) : null
      if (lake) return { hash: order, lake: soaked(lake, desertAt) }
    }
    let best: Oasis | null = null
    let bestWorth = -Infinity
    for (const { cellX, cellZ, much, order } of dry.slice(0, TRIES)) {
      const lake = springAt(nodes.nodeOf(cellX, cellZ), order)
      const worth = lake ? much + hollowness() + 0.3 * unitOf(hashCell(order, 1)) : -Infinity
      if (lake === null || worth <= bestWorth) continue
      best = { hash: order, lake }
      bestWorth = worth
    }
    return best
  }

  /** How far the ground rises about the place looked at last, 0..1 from none to eight metres. */
  function hollowness(): number {
    let sum = 0
    let lowest = Infinity
    for (let n = 0; n < 16; n++) {
      sum += heights[n]!
      lowest = Math.min(lowest, heights[n]!)
    }
    return Math.min(1, (sum / 16 - lowest) / 8)
  }

  /** The pool of a spring at a node; null where it would run off, drown or meet other water. */
  function springAt(node: MacroNode, hash: number): Lake | null {
    const { x, z, elevation } = node
    if (elevation < LOWEST_METERS || elevation > HIGHEST_METERS) return null
    for (let n = 0; n < 16; n++) {
      const meters = RINGS_METERS[n >> 3]!
      samples.x[n] = x + SIXTEEN_WINDS[(n & 7) * 4]! * meters
      samples.z[n] = z + SIXTEEN_WINDS[(n & 7) * 4 + 1]! * meters
    }
    ground.fill(samples, heights)
    let lowest = elevation
    let highest = elevation
    for (let n = 0; n < 16; n++) {
      lowest = Math.min(lowest, heights[n]!)
      highest = Math.max(highest, heights[n]!)
    }
    if (lowest < elevation - FALL_METERS || highest > elevation + RISE_METERS) return null
    const radius = RADIUS_METERS[0] + RADIUS_METERS[1] * unitOf(hashCell(hash, 2))
    if (waterWithin(x, z, radius + APART_METERS) < Infinity) return null
    const lobe = (n: number, most: number): number => (unitOf(hashCell(hash, n)) * 2 - 1) * most
    return {
      x, z, level: lowest - SUNK_METERS, radius, depth: DEPTH_METERS[0] + DEPTH_METERS[1] * unitOf(hashCell(hash, 3)),
      oval: lobe(4, 0.25), slant: lobe(5, 0.25), lobe: lobe(6, 0.2), basin: BASIN_SHARE, soak: OASIS_SOAK, softX: 0, softZ: 0,
    }
  }

  return {
    oasisOfSquare,
    poolsNear(cellX, cellZ) {
      const found: Lake[] = []
      const west = cellX * MACRO_METERS
      const north = cellZ * MACRO_METERS
      for (let z = Math.floor((cellZ - 1) / SQUARE_CELLS); z * SQUARE_CELLS <= cellZ + 1; z++) {
        for (let x = Math.floor((cellX - 1) / SQUARE_CELLS); x * SQUARE_CELLS <= cellX + 1; x++) {
          const lake = oasisOfSquare(x, z)?.lake
          if (!lake || lake.basin !== BASIN_SHARE) continue
          if (lake.x + lake.radius > west && lake.x - lake.radius < west + MACRO_METERS && lake.z + lake.radius > north && lake.z - lake.radius < north + MACRO_METERS) found.push(lake)
        }
      }
      return found
    },
  }
}
