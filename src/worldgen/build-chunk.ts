/** Builds one chunk: heights with a border, normals, ground and scatter, into a lent buffer and without garbage of its own. */
import { CHUNK_METERS, CHUNK_QUADS, SCATTER_BYTES, WATER_BYTES, WATER_NODES } from './chunk.ts'
import type { Chunk, ChunkCoordinate } from './chunk.ts'
import { fieldsOf } from './fields.ts'
import type { LandFields, SeededLand } from './fields.ts'
import { CHUNK_BYTES, chunkArrays } from './chunk-arrays.ts'
import { createSandSamples } from './dunes.ts'
import { fillGround } from './ground.ts'
import { BANK_METERS, createWaterSamples } from './hydrology/carve.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { SEA_LEVEL_METERS } from './land.ts'
import { BLOCK_SIZE } from './noise/octave.ts'
import type { Samples } from './noise/octave.ts'
import { createRoadSamples } from './roads/grade-roads.ts'
import { createPlants, findPlants } from './scatter/scatter.ts'
import type { Plants } from './scatter/scatter.ts'
import { SPECIES } from './scatter/species.ts'

/** A lattice of the land: `quads` quads a side of `spacing` metres, vertex (0, 0) at (firstX, firstZ) spacings from zero. */
export type Lattice = { readonly firstX: number; readonly firstZ: number; readonly spacing: number; readonly quads: number }

/** Where `buildSurface` writes; sizes as in `Chunk`. */
export type Surface = { heights: Float32Array; normals: Uint8Array; ground: Uint8Array }

// Scratch, one set per thread: blocks of places, and slopes for the ground.
const block: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const blockHeights = new Float64Array(BLOCK_SIZE)
const blockSlopes = new Float64Array(BLOCK_SIZE)
const blockInland = new Float64Array(BLOCK_SIZE)
const blockWater = createWaterSamples()
const blockRoad = createRoadSamples()
const blockSand = createSandSamples()
const blockBox = { west: 0, north: 0, east: 0, south: 0 }
/** Distance to roads over the lattice built last, border included, and whether there is any near. */
const roads = { near: false, gap: new Float32Array(0) }
/** Loose sand of the lattice built last, border included, and whether there is any. */
const sands = { near: false, cover: new Float32Array(0) }
let inlands = new Float32Array(0)
/** Water of the lattice built last, border included, and whether there is any near. */
const waters = { near: false, level: new Float32Array(0), gap: new Float32Array(0), moist: new Float32Array(0), marsh: new Float32Array(0), pool: new Float32Array(0), flowX: new Float32Array(0), flowZ: new Float32Array(0) }
const WATER_FIELDS = ['level', 'gap', 'moist', 'marsh', 'pool', 'flowX', 'flowZ'] as const
const plants: Plants = createPlants()
const starts = new Int32Array(SPECIES.length + 1)

/** Heights with border, normals and ground of a lattice: the kernel of every chunk. A position is an integer times the spacing, never a sum. */
export function buildSurface(land: SeededLand, lattice: Lattice, out: Surface): void {
  const fields = fieldsOf(land)
  const side = lattice.quads + 3
  if (inlands.length < side * side) {
    inlands = new Float32Array(side * side)
    roads.gap = new Float32Array(side * side)
    sands.cover = new Float32Array(side * side)
    for (const field of WATER_FIELDS) waters[field] = new Float32Array(side * side)
  }
  fillHeightGrid(fields, lattice, side, out.heights)
  const inner = lattice.quads + 1
  const { firstX, firstZ, spacing } = lattice
  const { near: isWaterNear } = waters
  const { near: isRoadNear } = roads
  const { near: isSandNear } = sands
  blockWater.near = isWaterNear
  blockRoad.near = isRoadNear
  blockSand.near = isSandNear
  const { heights: h, normals } = out
  const { x: xs, z: zs } = block
  const perRise = 1 / (2 * spacing)
  for (let from = 0; from < inner * inner; from += BLOCK_SIZE) {
    const count = Math.min(BLOCK_SIZE, inner * inner - from)
    block.count = count
    let j = Math.floor(from / inner)
    let i = from - j * inner
    for (let k = 0; k < count; k++) {
      const at = (j + 1) * side + i + 1
      const riseX = (h[at + 1]! - h[at - 1]!) * perRise
      const riseZ = (h[at + side]! - h[at - side]!) * perRise
      const square = riseX * riseX + riseZ * riseZ
      const scale = 127 / Math.sqrt(square + 1)
      // Never negative, so that cutting off rounds.
      normals[(from + k) * 2] = 127.5 - riseX * scale
      normals[(from + k) * 2 + 1] = 127.5 - riseZ * scale
      xs[k] = (firstX + i) * spacing
      zs[k] = (firstZ + j) * spacing
      blockHeights[k] = h[at]!
      blockSlopes[k] = Math.sqrt(square)
      blockInland[k] = inlands[at]!
      if (isRoadNear) blockRoad.gap[k] = roads.gap[at]!
      if (isSandNear) blockSand.cover[k] = sands.cover[at]!
      if (isWaterNear) {
        blockWater.level[k] = waters.level[at]!
        blockWater.gap[k] = waters.gap[at]!
        blockWater.moist[k] = waters.moist[at]!
        blockWater.marsh[k] = waters.marsh[at]!
        blockWater.pool[k] = waters.pool[at]!
      }
      if (++i === inner) {
        i = 0
        j++
      }
    }
    // The rows of the block, each over the whole width.
    blockBox.west = lattice.firstX * spacing
    blockBox.east = (lattice.firstX + lattice.quads) * spacing
    blockBox.north = block.z[0]!
    blockBox.south = block.z[count - 1]!
    fields.climate.fill(block, blockHeights, blockInland, blockWater)
    fillGround(fields, block, { heights: blockHeights, slopes: blockSlopes, spacing, water: blockWater, road: blockRoad, sand: blockSand, box: blockBox }, { bytes: out.ground, offset: from * 4 })
  }
}

function fillHeightGrid(fields: LandFields, lattice: Lattice, side: number, heights: Float32Array): void {
  const { water, road, sand } = fields
  const { firstX, firstZ, spacing } = lattice
  const { x: xs, z: zs } = block
  waters.near = false
  roads.near = false
  sands.near = false
  for (let from = 0; from < side * side; from += BLOCK_SIZE) {
    const count = Math.min(BLOCK_SIZE, side * side - from)
    block.count = count
    let j = Math.floor(from / side)
    let i = from - j * side
    for (let k = 0; k < count; k++) {
      xs[k] = (firstX + i - 1) * spacing
      zs[k] = (firstZ + j - 1) * spacing
      if (++i === side) {
        i = 0
        j++
      }
    }
    fields.fillHeights(block, blockHeights)
    for (let k = 0; k < count; k++) {
      heights[from + k] = blockHeights[k]!
      inlands[from + k] = fields.wild.inland[k]!
    }
    if (water.near) keepWater(water, from, count)
    else if (waters.near) forgetWater(from, from + count)
    if (road.near) {
      if (!roads.near) roads.gap.fill(Infinity, 0, from)
      roads.near = true
      for (let k = 0; k < count; k++) roads.gap[from + k] = road.gap[k]!
    } else if (roads.near) roads.gap.fill(Infinity, from, from + count)
    if (sand.near) {
      if (!sands.near) sands.cover.fill(0, 0, from)
      sands.near = true
      for (let k = 0; k < count; k++) sands.cover[from + k] = sand.cover[k]!
    } else if (sands.near) sands.cover.fill(0, from, from + count)
  }
}

/** Keeps the water of one block for the second pass over the lattice. */
function keepWater(water: WaterSamples, from: number, count: number): void {
  if (!waters.near) {
    waters.near = true
    forgetWater(0, from)
  }
  for (let k = 0; k < count; k++) {
    waters.level[from + k] = water.level[k]!
    waters.gap[from + k] = water.gap[k]!
    waters.moist[from + k] = water.moist[k]!
    waters.marsh[from + k] = water.marsh[k]!
    waters.pool[from + k] = water.pool[k]!
    waters.flowX[from + k] = water.flowX[k]!
    waters.flowZ[from + k] = water.flowZ[k]!
  }
}

function forgetWater(from: number, to: number): void {
  waters.level.fill(-Infinity, from, to)
  waters.gap.fill(Infinity, from, to)
  waters.moist.fill(0, from, to)
  waters.marsh.fill(0, from, to)
  waters.pool.fill(0, from, to)
}

/** Marshes whose water stands lower are those of deltas, metres. */
const INLAND_METERS = 0.3
/** So far below the sea rivers end in it, metres. */
const UNDER_SEA_METERS = 0.1

/** Writes the water of the lattice built last, at every second vertex; whether there is any. */
function writeWater(heights: Float32Array, spacing: number, out: Uint8Array): boolean {
  if (!waters.near) return false
  const side = CHUNK_QUADS + 3
  // A river that falls between the vertices is painted on the ground instead (see `fillGround`).
  const room = 3 * spacing
  let found = false
  for (let j = 0; j < WATER_NODES; j++) {
    for (let i = 0; i < WATER_NODES; i++) {
      const at = (2 * j + 1) * side + 2 * i + 1
      const to = (j * WATER_NODES + i) * WATER_BYTES
      const gap = waters.gap[at]!
      const level = waters.level[at]!
      out.fill(0, to, to + WATER_BYTES)
      const isPool = waters.pool[at] === 1
      // About the pools of a marsh the surface goes on, so that it ends under its turf.
      if (!(gap < room) && !isPool && !(waters.marsh[at]! > 0 && level > INLAND_METERS)) continue
      // Away from its banks the surface sinks, so that it ends under ground; where a river has come down to the sea it ends under that.
      const isBeyond = gap >= BANK_METERS && !isPool
      const isSea = level <= SEA_LEVEL_METERS + 0.02 || (isBeyond && heights[at]! < SEA_LEVEL_METERS)
      const sunk = isSea ? UNDER_SEA_METERS : isBeyond ? (gap - BANK_METERS) * 0.35 : 0
      const centimeters = Math.floor(((isSea ? SEA_LEVEL_METERS : level) - sunk - heights[at]!) * 100 + 0.5) + 32768
      const most = isBeyond && !isSea ? 32766 : 65535
      const depth = centimeters < 1 ? 1 : centimeters > most ? most : centimeters
      if (depth > 32768 && !isSea) found = true
      out[to] = depth & 255
      out[to + 1] = depth >> 8
      out[to + 2] = velocityByte(waters.flowX[at]!)
      out[to + 3] = velocityByte(waters.flowZ[at]!)
    }
  }
  return found
}

function velocityByte(metersPerSecond: number): number {
  const byte = Math.floor(metersPerSecond * 16 + 128.5)
  return byte < 0 ? 0 : byte > 255 ? 255 : byte
}

/** Builds the chunk at `coordinate` into `buffer` (of CHUNK_BYTES, contents of no matter; a new one if none is given). */
export function buildChunk(land: SeededLand, coordinate: ChunkCoordinate, buffer: ArrayBuffer = new ArrayBuffer(CHUNK_BYTES)): Chunk {
  const quads = CHUNK_QUADS
  const steps = 1 << coordinate.level
  const spacing = (CHUNK_METERS / quads) * steps
  const { heights, normals, ground, scatter, water } = chunkArrays(buffer)
  buildSurface(land, { firstX: coordinate.x * quads, firstZ: coordinate.z * quads, spacing, quads }, { heights, normals, ground })
  let lowest = Infinity
  let highest = -Infinity
  for (let k = 0; k < heights.length; k++) {
    const h = heights[k]!
    if (h < lowest) lowest = h
    if (h > highest) highest = h
  }
  const hasInlandWater = writeWater(heights, spacing, water)
  findPlants(fieldsOf(land), coordinate, plants)
  writeScatter(plants, CHUNK_METERS * steps, scatter)
  return { coordinate, heights, normals, ground, scatter, scatterCount: plants.count, water, lowest, highest, geometricError: errorAgainstParent(heights, quads), hasWater: lowest < SEA_LEVEL_METERS, hasInlandWater }
}

/** Records sorted by species: a counting sort, so that nothing is allocated. */
function writeScatter(found: Plants, width: number, scatter: Uint8Array): void {
  starts.fill(0)
  for (let k = 0; k < found.count; k++) starts[found.species[k]! + 1] = starts[found.species[k]! + 1]! + 1
  for (let s = 0; s < SPECIES.length; s++) starts[s + 1] = starts[s + 1]! + starts[s]!
  for (let k = 0; k < found.count; k++) {
    const species = found.species[k]!
    const at = starts[species]! * SCATTER_BYTES
    starts[species] = starts[species]! + 1
    const x = Math.floor((found.offsetX[k]! / width) * 65536)
    const z = Math.floor((found.offsetZ[k]! / width) * 65536)
    scatter[at] = x & 255
    scatter[at + 1] = x >> 8
    scatter[at + 2] = z & 255
    scatter[at + 3] = z >> 8
    scatter[at + 4] = species
    scatter[at + 5] = found.scale[k]!
    scatter[at + 6] = found.yaw[k]!
    scatter[at + 7] = found.tint[k]!
  }
}

/** Largest distance in metres between the lattice and the one of twice its spacing, along the parent's edges and both its diagonals. */
function errorAgainstParent(heights: Float32Array, quads: number): number {
  const side = quads + 3
  let error = 0
  for (let j = 0; j <= quads; j++) {
    for (let i = 0; i <= quads; i++) {
      if ((i & 1) === 0 && (j & 1) === 0) continue
      const at = (j + 1) * side + i + 1
      const h = heights[at]!
      if ((i & 1) === 1 && (j & 1) === 0) error = Math.max(error, Math.abs(h - (heights[at - 1]! + heights[at + 1]!) / 2))
      else if ((i & 1) === 0) error = Math.max(error, Math.abs(h - (heights[at - side]! + heights[at + side]!) / 2))
      else {
        const falling = (heights[at - side - 1]! + heights[at + side + 1]!) / 2
        const rising = (heights[at - side + 1]! + heights[at + side - 1]!) / 2
        error = Math.max(error, Math.abs(h - falling), Math.abs(h - rising))
      }
    }
  }
  return error
}
