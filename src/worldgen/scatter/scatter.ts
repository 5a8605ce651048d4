/** Plants and stones by hash of their world cell: the same wherever chunk borders run and at every level that shows them. */
import { hashCell } from '#core/hash.ts'
import { BLEND_STRIDE, CLUMPING_AT, GROUND_BLEND, LOW_BLEND, TREE_BLEND, fillNearestNodes } from '../biomes/blend-table.ts'
import { oasis } from '../biomes/oasis.ts'
import { CHUNK_METERS } from '../chunk.ts'
import type { ChunkCoordinate } from '../chunk.ts'
import type { LandFields } from '../fields.ts'
import type { SandSamples } from '../dunes.ts'
import type { WaterSamples } from '../hydrology/carve.ts'
import { OASIS_MOIST } from '../hydrology/oases.ts'
import { BLOCK_SIZE, WHOLE, addNoise } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import { isBuiltUpon, isSettledNear, standingShare } from '../sites/built-upon.ts'
import { fillBox } from '../recent-tiles.ts'
import { SPECIES } from './species.ts'

/** Cells along 64 m: trees stand in cells of 5.3 m, undergrowth in cells of 4 m. */
const TREE_CELLS = 12
const LOW_CELLS = 16
/** Trees are shown up to this level; undergrowth only at level 0. */
const LAST_SCATTER_LEVEL = 4
/** Most plants a chunk carries at any level. */
export const MAX_SCATTER = 424

const TREE_SALT = 0x7ee1
const LOW_SALT = 0x10f3
const QUARTER_SALT = 0x2b00
const KINDS = SPECIES.length
const BOULDER = SPECIES.indexOf('boulder')
const FLOWER = SPECIES.indexOf('flower')
const HEATHER = SPECIES.indexOf('heather')
const REED = SPECIES.indexOf('reed')
const SEDGE = SPECIES.indexOf('sedge')
const STONE = SPECIES.indexOf('stone')
const FERN = SPECIES.indexOf('fern')
/** Steepest ground, as rise over run, on which anything grows; stones lie on steeper ground. */
const STEEPEST = 0.85
/** Metres kept free beside roads. */
const ROADSIDE = 1.8
const STEEPEST_STONE = 1.3
/** Lowest that anything grows by the sea, and in the marsh of a delta, metres. */
const SHORE_METERS = 0.5
const MARSH_METERS = 0.12
/** Whether a species may stand in loose sand. */
const HOLDS_IN_SAND = Uint8Array.from(SPECIES, (species) => (['cactus', 'palm', 'acacia', 'deadwood', 'shrub', 'tussock', 'stone', 'boulder'].includes(species) ? 1 : 0))
/** From which height of the drifts on low things hold in loose sand, and the share of trees that do. */
const SAND_HOLD = 0.18
const SAND_TREES = 0.1
/** Share of the cells of undergrowth that carry a reed where a marsh has a bed of them. */
const REED_BED = 0.6
/** At slow rivers: reeds stand in beds within so much of a pool's height, metres, and where the drifts are so high; elsewhere this share carries one, and this one sedge. */
const POOL_EDGE_METERS = 0.16
const FEN_BEDS = 0.3
const FEN_REEDS = 0.07
const FEN_SEDGE = 0.36

/** Shares of the cells that carry a species in an oasis. */
const OASIS_TREES = sharesOf(oasis.trees)
const OASIS_LOW = sharesOf(oasis.undergrowth)

/** Plants found, in parallel arrays up to `count`; places in metres from the tile's corner. */
export type Plants = {
  count: number
  readonly offsetX: Float64Array
  readonly offsetZ: Float64Array
  readonly height: Float64Array
  readonly species: Uint8Array
  /** 0..255 each: scale 0.4..1.8, yaw of a whole turn, tint. */
  readonly scale: Uint8Array
  readonly yaw: Uint8Array
  readonly tint: Uint8Array
}

/** Room for plants. */
export function createPlants(): Plants {
  const bytes = (): Uint8Array => new Uint8Array(MAX_SCATTER)
  const doubles = (): Float64Array => new Float64Array(MAX_SCATTER)
  return { count: 0, offsetX: doubles(), offsetZ: doubles(), height: doubles(), species: bytes(), scale: bytes(), yaw: bytes(), tint: bytes() }
}

// A batch of candidates waiting to be tested together; one per thread.
const batch: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
/** Seven dice of 0..1 for each candidate: place x, place z, border, choice, two for size, yaw with tint. */
const DICE = 7
const dice = new Float64Array(BLOCK_SIZE * DICE)
/** Words of the seed: as it is, and salted for trees and for what is low. In an array, because a word handed about would cost memory. */
const seedWords = new Int32Array(3)
const SEED = 0
const TREE = 1
const LOW = 2
let isSettled = false
const box = { west: 0, north: 0, east: 0, south: 0 }
let cornerX = 0
let cornerZ = 0
const batchOffsetX = new Float64Array(BLOCK_SIZE)
const batchOffsetZ = new Float64Array(BLOCK_SIZE)
const heights = new Float64Array(BLOCK_SIZE)
const drift = new Float64Array(BLOCK_SIZE)
const sides: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const sideHeights = new Float64Array(BLOCK_SIZE)
const chosen = new Int16Array(BLOCK_SIZE)
const jitters = new Float64Array(BLOCK_SIZE)
const nodes = new Int32Array(BLOCK_SIZE)

function sharesOf(densities: { readonly [species: string]: number }): Float32Array {
  return Float32Array.from(SPECIES, (species) => densities[species] ?? 0)
}

/** Finds the plants of a chunk into `out`. */
export function findPlants(fields: LandFields, coordinate: ChunkCoordinate, out: Plants): void {
  const { x: chunkX, z: chunkZ, level } = coordinate
  out.count = 0
  if (level > LAST_SCATTER_LEVEL) return
  seedWords[SEED] = fields.seedWord
  seedWords[TREE] = fields.seedWord ^ TREE_SALT
  seedWords[LOW] = fields.seedWord ^ LOW_SALT
  const steps = 1 << level
  // Level n shows one tree of every 2^(n-1) x 2^(n-1) block, found by descending through hashed quarters: who is shown far is shown near.
  const skip = level === 0 ? 0 : level - 1
  const perSide = (TREE_CELLS * steps) >> skip
  const firstX = (chunkX * TREE_CELLS * steps) / (1 << skip)
  const firstZ = (chunkZ * TREE_CELLS * steps) / (1 << skip)
  cornerX = chunkX * steps * CHUNK_METERS
  cornerZ = chunkZ * steps * CHUNK_METERS
  batch.count = 0
  for (let j = 0; j < perSide; j++) {
    for (let i = 0; i < perSide; i++) {
      let cellX = firstX + i
      let cellZ = firstZ + j
      for (let depth = skip; depth > 0; depth--) {
        const quarter = quarterOf(cellX, cellZ, depth)
        cellX = cellX * 2 + (quarter & 1)
        cellZ = cellZ * 2 + (quarter >> 1)
      }
      addCandidate(TREE, cellX, cellZ, TREE_CELLS)
      if (batch.count === BLOCK_SIZE) testBatch(fields, TREE_BLEND, out)
    }
  }
  testBatch(fields, TREE_BLEND, out)
  if (level > 0) return
  for (let j = 0; j < LOW_CELLS; j++) {
    for (let i = 0; i < LOW_CELLS; i++) {
      addCandidate(LOW, chunkX * LOW_CELLS + i, chunkZ * LOW_CELLS + j, LOW_CELLS)
      if (batch.count === BLOCK_SIZE) testBatch(fields, LOW_BLEND, out)
    }
  }
  testBatch(fields, LOW_BLEND, out)
}

/** The quarter 0..3 of a block that is shown one level farther. */
function quarterOf(cellX: number, cellZ: number, depth: number): number {
  return hashCell(seedWords[SEED]!, cellX, cellZ, QUARTER_SALT + depth) & 3
}

/** Adds the candidate of a cell to the batch and throws its dice; words stay inside, because a word handed out would cost memory. */
function addCandidate(salted: typeof TREE | typeof LOW, cellX: number, cellZ: number, cells: number): void {
  const size = CHUNK_METERS / cells
  const k = batch.count++
  const from = k * DICE
  let word = seedWords[salted]!
  // Three rounds of `mix` take in the cell, then each gives one throw.
  for (let round = -3; round < DICE; round++) {
    if (round === -2) word ^= cellX
    else if (round === -1) word = (word + 0x632be5ab) ^ cellZ
    else if (round >= 0) word = (word + 0x9e3779b9) | 0
    word = Math.imul(word ^ (word >>> 16), 0x7feb352d)
    word = Math.imul(word ^ (word >>> 15), 0x846ca68b)
    word ^= word >>> 16
    if (round >= 0) dice[from + round] = (word >>> 0) / 4294967296
  }
  // Jitter keeps a twentieth of the cell free on each side, so that neighbours never share a place.
  const x = (cellX + 0.05 + 0.9 * dice[from]!) * size
  const z = (cellZ + 0.05 + 0.9 * dice[from + 1]!) * size
  batch.x[k] = x
  batch.z[k] = z
  batchOffsetX[k] = x - cornerX
  batchOffsetZ[k] = z - cornerZ
}

/** Asks climate, ground and people of every candidate of the batch and keeps those that may stand. */
function testBatch(fields: LandFields, blend: Float32Array, out: Plants): void {
  if (batch.count === 0) return
  const { climate } = fields
  fillBox(batch, box)
  isSettled = isSettledNear(fields, box)
  fields.fillHeights(batch, heights)
  climate.fill(batch, heights, fields.wild.inland, fields.water)
  drift.fill(0, 0, batch.count)
  if (blend === LOW_BLEND) addNoise(fields.drift, batch, WHOLE, drift)
  for (let k = 0; k < batch.count; k++) jitters[k] = dice[k * DICE + 2]! - 0.5
  fillNearestNodes(climate, jitters, batch.count, nodes)
  // Choose first and measure slopes only where something was chosen.
  let kept = 0
  for (let k = 0; k < batch.count; k++) {
    const species = heights[k]! < lowestAt(fields.water, k) || isWet(fields.water, k) || (fields.road.near && fields.road.gap[k]! < ROADSIDE) ? -1 : chooseSpecies(fields, blend, k)
    if (species < 0 || isBuried(fields.sand, k, species, blend === LOW_BLEND)) continue
    chosen[kept] = species
    batch.x[kept] = batch.x[k]!
    batch.z[kept] = batch.z[k]!
    batchOffsetX[kept] = batchOffsetX[k]!
    batchOffsetZ[kept] = batchOffsetZ[k]!
    for (let d = 0; d < DICE; d++) dice[kept * DICE + d] = dice[k * DICE + d]!
    heights[kept] = heights[k]!
    kept++
  }
  for (let from = 0; from < kept; from += BLOCK_SIZE / 2) keepStanding(fields, from, Math.min(kept, from + BLOCK_SIZE / 2), out)
  batch.count = 0
}

function keepStanding(fields: LandFields, from: number, to: number, out: Plants): void {
  sides.count = (to - from) * 2
  for (let k = from; k < to; k++) {
    const at = (k - from) * 2
    sides.x[at] = batch.x[k]! + 1.5
    sides.z[at] = batch.z[k]!
    sides.x[at + 1] = batch.x[k]!
    sides.z[at + 1] = batch.z[k]! + 1.5
  }
  fields.fillHeights(sides, sideHeights)
  for (let k = from; k < to && out.count < MAX_SCATTER; k++) {
    const at = (k - from) * 2
    const riseX = (sideHeights[at]! - heights[k]!) / 1.5
    const riseZ = (sideHeights[at + 1]! - heights[k]!) / 1.5
    const species = chosen[k]!
    const steepest = species === BOULDER || species === BOULDER + 1 ? STEEPEST_STONE : STEEPEST
    if (riseX * riseX + riseZ * riseZ > steepest * steepest) continue
    if (isSettled && isBuiltUpon(fields, batch.x[k]!, batch.z[k]!, species)) continue
    const n = out.count++
    const first = k * DICE
    out.offsetX[n] = batchOffsetX[k]!
    out.offsetZ[n] = batchOffsetZ[k]!
    out.height[n] = heights[k]!
    out.species[n] = species
    // The sum of two throws: most plants are near their usual size.
    out.scale[n] = Math.floor(40 + (dice[first + 4]! + dice[first + 5]!) * 75)
    const turn = dice[first + 6]! * 256
    out.yaw[n] = Math.floor(turn)
    out.tint[n] = Math.floor((turn - Math.floor(turn)) * 256)
  }
}

/** Height in metres from which on things grow at candidate `k`: lower in the marsh of a delta than on the shore. */
function lowestAt(water: WaterSamples, k: number): number {
  return water.near ? SHORE_METERS - (SHORE_METERS - MARSH_METERS) * water.marsh[k]! : SHORE_METERS
}

/** Whether candidate `k` would stand in inland water or on its very edge. */
function isWet(water: WaterSamples, k: number): boolean {
  return water.near && (water.gap[k]! < 4 || water.marsh[k]! > 0) && heights[k]! < water.level[k]! + 0.06
}

/** Whether candidate `k`, of a species, would be buried in loose sand. The more of it, the fewer find a hold; in the rest some dry ones do, low things where they gather, a tree now and then. */
function isBuried(sand: SandSamples, k: number, species: number, isLow: boolean): boolean {
  if (!sand.near || sand.cover[k]! <= 0.15 + 0.8 * dice[k * DICE + 1]!) return false
  return HOLDS_IN_SAND[species] === 0 || dice[k * DICE]! > (isLow ? drift[k]! - SAND_HOLD : SAND_TREES)
}

/** Which species, if any, the dice of candidate `k` choose for its climate; −1 for none. */
function chooseSpecies(fields: LandFields, blend: Float32Array, k: number): number {
  const { warmth, grove, gathering } = fields.climate
  const nearest = nodes[k]!
  const node = nearest * KINDS
  let chance = dice[k * DICE + 3]!
  const isLow = blend === LOW_BLEND
  const { water } = fields
  const shore = water.near && water.gap[k]! < 6 ? heights[k]! - water.level[k]! : Infinity
  const height = heights[k]!
  const isMarsh = water.near && water.marsh[k]! > 0.5
  const isFen = isMarsh && water.pool[k] === 1
  // Reeds and, in the cold, stones line the banks of rivers and lakes.
  if (isLow && !isFen && shore < 0.7 && chance < 0.5) return warmth[k]! > 0.2 ? (chance < 0.4 ? REED : STONE) : chance < 0.25 ? STONE : -1
  const lift = isFen ? height - water.level[k]! : height
  if (isMarsh && isLow && warmth[k]! > 0.2) {
    // Beside slow rivers reeds stand round the pools and in beds of their own, sedge between them.
    const reeds = isFen ? (lift < POOL_EDGE_METERS || drift[k]! > FEN_BEDS ? REED_BED : FEN_REEDS) : drift[k]! > 0 ? REED_BED : 0.12
    if (chance < reeds) return REED
    if (isFen) chance -= reeds
    if (isFen && chance < FEN_SEDGE) return SEDGE
    if (isFen) chance -= FEN_SEDGE
  }
  // Near the waterline sand takes over, and few things grow on it.
  const sand = height < 2.4 ? (height - SHORE_METERS) / 6 : 1
  // In a marsh reeds stand low and trees where it is a little higher.
  const dry = isMarsh ? (isLow || lift > 0.6 ? 0.7 : 0.1) : sand
  const isOasis = water.near && water.moist[k]! > OASIS_MOIST
  const clump = isLow || isOasis ? 1 : (isSettled ? standingShare(fields, batch, k) : 1) * (1 + (gathering[k]! - 1) * GROUND_BLEND[nearest * BLEND_STRIDE + CLUMPING_AT]!)
  // Flowers and heather keep to drifts, ferns to groves.
  const drifting = drift[k]! < -0.1 ? 0.08 : 0.2 + drift[k]! * 2.2
  const shaded = grove[k]! > 0 ? 1.4 : 0.3
  for (let s = 0; s < KINDS; s++) {
    let share = isOasis ? (isLow ? OASIS_LOW : OASIS_TREES)[s]! : blend[node + s]!
    if (share === 0) continue
    if (isLow) share *= s === FLOWER || s === HEATHER ? drifting : s === FERN ? shaded : 1
    share *= s === REED && height < 2.4 ? 1 : dry * clump
    if (chance < share) return s
    chance -= share
  }
  return -1
}
