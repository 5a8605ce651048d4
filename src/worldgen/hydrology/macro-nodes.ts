/** The lattice that water runs on: one low place a cell, each flowing to its lowest neighbour; known from nearby cells alone, so the same from every side. */
import { hashCell, unitOf } from '#core/hash.ts'
import { createRecentMap } from '#core/recent-map.ts'
import { SIXTEEN_WINDS } from '../directions.ts'
import type { Samples } from '../noise/octave.ts'

/** Side in metres of the cells with one node each; eight nodes of the coarse lattice. */
export const MACRO_METERS = 512
/** Cells are surveyed in squares of this many a side: one call of the ground for all their places. */
const TILE_CELLS = 4
/** Places of a cell that compete for its node, metres from its corner; they lie on the coarse lattice, where heights cost least. */
const PLACES_METERS = [64, 256, 448] as const
/** How far a node looks for a lower one, in cells. */
const FARTHEST_RING = 3
/** How many hops upstream water is counted. */
const MOST_HOPS = 40
/** A lake's radius over that of its basin. */
const BASIN_SHARE = 1.7
/** A lake's rim stands from this share of its radius on; beyond the radius nothing of it is left. */
export const RIM_SHARE = 0.84
/** Shares of its size that a lake is tried at, by how much its rim may stand over the ground there, and the lowest such ground. Metres. */
const SIZES = [1, 0.82, 0.66, 0.5] as const
const DAM_METERS = 3
const LEAST_RIM_METERS = 0.5
/** What runs elsewhere keeps out of a lake: nodes out of this share of the radius, rivers so far off their straight way out of its rim; smaller than this no lake is worth its place. Metres. */
const NODE_SHARE = 0.9
const STRAY_METERS = 60
const LEAST_RADIUS_METERS = 76
/** Rivers lie this far below the ground they run through, metres. */
const INCISION_METERS = 0.8
/** Beyond this, in metres from zero, cells can no longer be counted one by one, and no river runs. */
const END_OF_RIVERS_METERS = 1e10

/** A node: the lowest of the places of a cell. */
export type MacroNode = {
  readonly cellX: number
  readonly cellZ: number
  readonly hash: number
  readonly x: number
  readonly z: number
  /** Height in metres of the bare ground here, and a hair more or less, so that no two are equal. */
  readonly elevation: number
}

/** A lake: what lies lower than `level` within `radius` metres of its middle is under water. Its outline has three lobes of their own sizes (shares of the radius); `basin` is its radius over that of the water, `soak` how wet its shores are: 1, in a desert up to `OASIS_SOAK`; `softX`, `softZ` which way its shore is a mire, and how much (0..1, their length). */
export type Lake = { readonly x: number; readonly z: number; readonly level: number; readonly radius: number; readonly depth: number; readonly oval: number; readonly slant: number; readonly lobe: number; readonly basin: number; readonly soak: number; readonly softX: number; readonly softZ: number }

/** What is remembered of a node as it becomes known. */
type Known = MacroNode & { down: Known | null | undefined; isPit: boolean; inflows: readonly Known[] | undefined; ranked: readonly Known[] | undefined; count: number; hops: number; counted: number; lake: Lake | null | undefined }

/** What the lattice asks of the ground: heights of up to 144 places at once. */
export type WildGround = { fill(samples: Samples, out: Float64Array): void }

/** The nodes of one seed. */
export type MacroNodes = {
  nodeOf(cellX: number, cellZ: number): MacroNode
  /** The node that this one flows to; null for sea and for lakes without an outlet. */
  downstreamOf(node: MacroNode): MacroNode | null
  /** The nodes that flow to this one, the strongest first. */
  inflowsOf(node: MacroNode): readonly MacroNode[]
  /** How many nodes, itself included, drain through this one within `MOST_HOPS` hops. */
  flowOf(node: MacroNode): number
  /** Height of the water's surface at the node in metres: never below that of the node it flows to, never under the sea. */
  surfaceOf(node: MacroNode): number
  /** The lake round a node that no neighbour lies below. */
  lakeOf(node: MacroNode): Lake | null
}

/** Whether rivers may run at a place; false for what is no number. */
export function isDrained(x: number, z: number): boolean {
  return Math.abs(x) < END_OF_RIVERS_METERS && Math.abs(z) < END_OF_RIVERS_METERS
}

/** One exact number for a cell within 33 million cells of zero either way. */
export function cellKey(cellX: number, cellZ: number): number {
  return (cellX + 33_554_432) * 67_108_864 + cellZ + 33_554_432
}

/** The nodes of a seed over its bare ground. The last `remembered` tiles of 16 nodes are kept; what is forgotten is found again the same. */
export function createMacroNodes(seedWord: number, ground: WildGround, remembered: number): MacroNodes {
  const tiles = createRecentMap<number, Known[]>(remembered)
  const side = TILE_CELLS * PLACES_METERS.length
  const samples: Samples = { x: new Float64Array(side * side), z: new Float64Array(side * side), count: 0 }
  const heights = new Float64Array(side * side)
  let lastKey = NaN
  let lastTile: Known[] = []
  let isCut = false

  function nodeOf(cellX: number, cellZ: number): Known {
    const tileX = Math.floor(cellX / TILE_CELLS)
    const tileZ = Math.floor(cellZ / TILE_CELLS)
    const key = cellKey(tileX, tileZ)
    if (key !== lastKey) {
      let tile = tiles.get(key)
      if (!tile) {
        tile = survey(tileX * TILE_CELLS, tileZ * TILE_CELLS)
        tiles.set(key, tile)
      }
      lastKey = key
      lastTile = tile
    }
    return lastTile[(cellZ - tileZ * TILE_CELLS) * TILE_CELLS + cellX - tileX * TILE_CELLS]!
  }

  function survey(firstX: number, firstZ: number): Known[] {
    const perCell = PLACES_METERS.length
    samples.count = side * side
    for (let n = 0; n < side * side; n++) {
      const i = n % side
      const j = Math.floor(n / side)
      samples.x[n] = (firstX + Math.floor(i / perCell)) * MACRO_METERS + PLACES_METERS[i % perCell]!
      samples.z[n] = (firstZ + Math.floor(j / perCell)) * MACRO_METERS + PLACES_METERS[j % perCell]!
    }
    ground.fill(samples, heights)
    const found: Known[] = []
    for (let c = 0; c < TILE_CELLS * TILE_CELLS; c++) {
      const i = c % TILE_CELLS
      const j = Math.floor(c / TILE_CELLS)
      let lowest = j * perCell * side + i * perCell
      for (let n = 1; n < perCell * perCell; n++) {
        const at = (j * perCell + Math.floor(n / perCell)) * side + i * perCell + (n % perCell)
        if (heights[at]! < heights[lowest]!) lowest = at
      }
      const hash = hashCell(seedWord, firstX + i, firstZ + j, 0x41fe)
      found.push({
        cellX: firstX + i, cellZ: firstZ + j, hash, x: samples.x[lowest]!, z: samples.z[lowest]!, elevation: heights[lowest]! + unitOf(hash) * 0.001,
        down: undefined, isPit: false, inflows: undefined, ranked: undefined, count: 0, hops: -1, counted: 0, lake: undefined,
      })
    }
    return found
  }

  /** The lowest node of the ring `ring` cells away that is lower than `node`, or null. */
  function lowestOfRing(node: Known, ring: number): Known | null {
    let lowest: Known | null = null
    for (let dz = -ring; dz <= ring; dz++) {
      const step = dz === -ring || dz === ring ? 1 : 2 * ring
      for (let dx = -ring; dx <= ring; dx += step) {
        const other = nodeOf(node.cellX + dx, node.cellZ + dz)
        if (other.elevation < (lowest ?? node).elevation) lowest = other
      }
    }
    return lowest
  }

  function downstreamOf(node: Known): Known | null {
    if (node.down !== undefined) return node.down
    let down: Known | null = null
    if (node.elevation > 0) {
      for (let ring = 1; ring <= FARTHEST_RING && down === null; ring++) {
        node.isPit = ring > 1
        down = lowestOfRing(node, ring)
      }
    }
    node.down = down
    return down
  }

  function inflowsOf(node: Known): readonly Known[] {
    if (node.inflows) return node.inflows
    const found: Known[] = []
    for (let dz = -FARTHEST_RING; dz <= FARTHEST_RING; dz++) {
      for (let dx = -FARTHEST_RING; dx <= FARTHEST_RING; dx++) {
        if (dx === 0 && dz === 0) continue
        const other = nodeOf(node.cellX + dx, node.cellZ + dz)
        if (other.elevation < node.elevation || other.elevation <= 0) continue
        const down = downstreamOf(other)
        if (down !== null && down.cellX === node.cellX && down.cellZ === node.cellZ) found.push(other)
      }
    }
    node.inflows = found
    return found
  }

  /** Nodes upstream within `hops`, and whether some were left out in `isCut`. Kept when none were: then it is the whole catchment. */
  function countUpstream(node: Known, hops: number): number {
    if (node.hops >= 0 && node.hops <= hops) return node.count
    const inflows = inflowsOf(node)
    if (inflows.length > 0 && hops === 0) {
      isCut = true
      return 1
    }
    let count = 1
    let deepest = 0
    for (const inflow of inflows) {
      count += countUpstream(inflow, hops - 1)
      deepest = Math.max(deepest, inflow.hops + 1)
    }
    if (!isCut) {
      node.count = count
      node.hops = deepest
    }
    return count
  }

  function flowOf(node: Known): number {
    if (node.counted === 0) {
      isCut = false
      node.counted = countUpstream(node, MOST_HOPS)
    }
    return node.counted
  }

  /** The radius, at most `most`, of a lake about a node that keeps clear of other nodes, and of rivers that neither come from it nor lead to it. */
  function roomAbout(node: Known, most: number): number {
    let room = most
    for (let dz = -FARTHEST_RING; dz <= FARTHEST_RING; dz++) {
      for (let dx = -FARTHEST_RING; dx <= FARTHEST_RING; dx++) {
        const other = nodeOf(node.cellX + dx, node.cellZ + dz)
        if ((dx === 0 && dz === 0) || other.elevation <= 0) continue
        const ex = node.x - other.x
        const ez = node.z - other.z
        room = Math.min(room, Math.sqrt(ex * ex + ez * ez) / NODE_SHARE)
        const down = downstreamOf(other)
        if (down === null || (down.cellX === node.cellX && down.cellZ === node.cellZ)) continue
        const wayX = down.x - other.x
        const wayZ = down.z - other.z
        const along = (ex * wayX + ez * wayZ) / (wayX * wayX + wayZ * wayZ)
        const t = along < 0 ? 0 : along > 1 ? 1 : along
        const ox = ex - wayX * t
        const oz = ez - wayZ * t
        const clear = (Math.sqrt(ox * ox + oz * oz) - STRAY_METERS) / RIM_SHARE
        if (clear < room && flowOf(other) > 1) room = clear
      }
    }
    return room
  }

  /** The height and size, no more than given, at which a lake about a node lies in its ground: as large as the ground holds it, and no higher than a low dam. */
  function settle(node: Known, level: number, radius: number): { level: number; radius: number } {
    const most = roomAbout(node, radius)
    if (most < LEAST_RADIUS_METERS && downstreamOf(node) !== null) return { level: 0, radius: 0 }
    const radii = SIZES.map((share) => Math.max(most * share, LEAST_RADIUS_METERS))
    samples.count = SIZES.length * 16
    for (let n = 0; n < samples.count; n++) {
      const meters = radii[n >> 4]! * RIM_SHARE
      samples.x[n] = node.x + SIXTEEN_WINDS[(n & 15) * 2]! * meters
      samples.z[n] = node.z + SIXTEEN_WINDS[(n & 15) * 2 + 1]! * meters
    }
    ground.fill(samples, heights)
    let best = 0
    let highest = -Infinity
    for (let s = 0; s < SIZES.length && highest < level; s++) {
      let lowest = Infinity
      for (let n = 0; n < 16; n++) lowest = Math.min(lowest, heights[s * 16 + n]!)
      const held = lowest < LEAST_RIM_METERS ? -Infinity : Math.min(level, lowest + DAM_METERS)
      if (held <= highest) continue
      highest = held
      best = s
    }
    // What it flows to stands no higher than this: see the lift of a lake.
    const down = downstreamOf(node)
    const least = down === null ? node.elevation - INCISION_METERS : down.elevation + 0.7 * (node.elevation - down.elevation) - INCISION_METERS
    if (highest < least) return down === null ? { level: least, radius: radii[best]! } : { level: 0, radius: 0 }
    return { level: highest, radius: radii[best]! }
  }

  function lakeOf(node: Known): Lake | null {
    if (node.lake !== undefined) return node.lake
    downstreamOf(node)
    node.lake = null
    if (node.isPit) {
      let lift = 1 + 6 * unitOf(hashCell(node.hash, 1))
      for (const inflow of inflowsOf(node)) lift = Math.min(lift, 0.7 * (inflow.elevation - node.elevation))
      const { level, radius } = settle(node, node.elevation + lift - INCISION_METERS, 110 + 130 * unitOf(hashCell(node.hash, 2)))
      const lobe = (n: number, most: number): number => (unitOf(hashCell(node.hash, n)) * 2 - 1) * most
      if (level > 0.4) node.lake = { oval: lobe(4, 0.22), slant: lobe(5, 0.22), lobe: lobe(6, 0.16), basin: BASIN_SHARE, soak: 1, softX: 0, softZ: 0, x: node.x, z: node.z, level, radius, depth: 2.5 + 4 * unitOf(hashCell(node.hash, 3)) }
    }
    return node.lake
  }

  return {
    nodeOf,
    downstreamOf: (node) => downstreamOf(node as Known),
    inflowsOf(node) {
      const known = node as Known
      known.ranked ??= [...inflowsOf(known)].sort((a, b) => flowOf(b) - flowOf(a) || a.elevation - b.elevation)
      return known.ranked
    },
    flowOf: (node) => flowOf(node as Known),
    surfaceOf(node) {
      const level = lakeOf(node as Known)?.level ?? node.elevation - INCISION_METERS
      return level > 0 ? level : 0
    },
    lakeOf: (node) => lakeOf(node as Known),
  }
}
