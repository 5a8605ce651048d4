/** Rivers and lakes as one mesh: a small grid drawn once for each chunk in the picture that has water of its own. */
import { BufferAttribute, DataArrayTexture, DynamicDrawUsage, FloatType, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, NearestFilter, RGBAFormat, type Texture } from 'three'
import { CHUNK_METERS, CHUNK_QUADS, WATER_BYTES, WATER_NODES } from '#worldgen/chunk.ts'
import type { ResidentChunk, TerrainStream } from '#streaming/terrain-stream.ts'
import { groundUniforms } from '../scatter/ground-now.ts'
import type { RapidCover } from './rapids.ts'
import { createInlandWaterMaterial } from './water-material.ts'

/** What a record of no water becomes: a depth that no water has. */
const DRY = -2000
/** Metres a second in one step of a velocity byte, and the byte of still water; as WATER_BYTES tells. */
const FLOW_STEP = 1 / 16
const STILL = 128

/** Quads along a side of a block, blocks along a side of a chunk and in all. */
const BLOCK_QUADS = 4
const BLOCKS_ALONG = (WATER_NODES - 1) / BLOCK_QUADS
const BLOCKS = BLOCKS_ALONG * BLOCKS_ALONG
/** The coarsest chunks in whose place rapids may be drawn. */
const MOST_COVERED_LEVEL = 2

/** See `createInlandWater`. */
export type InlandWater = {
  readonly mesh: Mesh
  /** Shows the water of another stream from now on; null shows nothing. */
  attach(stream: TerrainStream | null): void
  /** Brings the mesh in line with what the stream draws; `origin` is what drawn metres are relative to, `cover` tells where rapids are drawn. */
  update(origin: { readonly x: number; readonly z: number }, cover: RapidCover): void
  /** Sends everything to the graphics card again, after it lost its memory. */
  restore(): void
  dispose(): void
}

/** Makes the mesh with room for `slots` resident chunks and waves from `ripples`; `clouds` says whether clouds are mirrored. */
export function createInlandWater(slots: number, ripples: Texture, clouds: boolean): InlandWater {
  const nodes = WATER_NODES * WATER_NODES
  const values = new Float32Array(nodes * 4 * slots)
  const texture = new DataArrayTexture(values, WATER_NODES, WATER_NODES, slots)
  texture.format = RGBAFormat
  texture.type = FloatType
  texture.magFilter = texture.minFilter = NearestFilter
  texture.needsUpdate = true
  const geometry = createGrid()
  // an instance for each block of a chunk in which there is water: most of a chunk with a river is dry
  const most = slots * BLOCKS
  const place = new InstancedBufferAttribute(new Float32Array(most * 4), 4).setUsage(DynamicDrawUsage)
  const block = new InstancedBufferAttribute(new Uint8Array(most * 4), 4).setUsage(DynamicDrawUsage)
  geometry.setAttribute('aPlace', place)
  geometry.setAttribute('aBlock', block)
  const wetBlocks = new Uint16Array(slots)
  const covered = new Uint16Array(most)
  /** With which cover those of a slot were found. */
  const coveredBy = new Int32Array(slots).fill(-1)
  geometry.instanceCount = 0
  const material = createInlandWaterMaterial(groundUniforms, { water: texture, ripples }, clouds)
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  // over the sea, into which rivers fade
  mesh.renderOrder = 1.5
  mesh.name = 'inland-water'
  let stream: TerrainStream | null = null
  let stopListening: (() => void) | null = null

  function write({ slot, chunk }: ResidentChunk): void {
    if (slot >= slots || !chunk.hasInlandWater) return
    const nodesOfSlot = values.subarray(slot * nodes * 4, (slot + 1) * nodes * 4)
    readWater(chunk.water, chunk.heights, nodesOfSlot)
    wetBlocks[slot] = findWetBlocks(nodesOfSlot)
    coveredBy[slot] = -1
    texture.addLayerUpdate(slot)
    texture.needsUpdate = true
  }

  return {
    mesh,
    attach(next) {
      if (next === stream) return
      stopListening?.()
      stream = next
      geometry.instanceCount = 0
      if (!next) return
      for (const resident of next.resident.values()) write(resident)
      stopListening = next.listen({ chunkReady: write, chunkDropped: () => undefined })
    },
    update(origin, cover) {
      let count = 0
      for (const { coordinate, slot, chunk } of stream?.drawn ?? []) {
        if (slot >= slots || !chunk.hasInlandWater) continue
        const size = CHUNK_METERS * 2 ** coordinate.level
        if (coveredBy[slot] !== cover.version) {
          coveredBy[slot] = cover.version
          findCovered(coordinate, cover, covered.subarray(slot * BLOCKS, (slot + 1) * BLOCKS))
        }
        for (let n = 0; n < BLOCKS; n++) {
          if ((wetBlocks[slot]! & (1 << n)) === 0) continue
          place.setXYZW(count, coordinate.x * size - origin.x, coordinate.z * size - origin.z, size / (WATER_NODES - 1), slot)
          const mask = covered[slot * BLOCKS + n]!
          block.setXYZW(count, (n % BLOCKS_ALONG) * BLOCK_QUADS, Math.floor(n / BLOCKS_ALONG) * BLOCK_QUADS, mask & 255, mask >> 8)
          count++
        }
      }
      geometry.instanceCount = count
      mesh.visible = count > 0
      for (const attribute of [place, block]) {
        attribute.clearUpdateRanges()
        attribute.addUpdateRange(0, count * 4)
        attribute.needsUpdate = true
      }
    },
    restore() {
      texture.clearLayerUpdates()
      texture.needsUpdate = true
    },
    dispose() {
      stopListening?.()
      texture.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}

/** Turns a chunk's records of water into height of the surface, depth, flow x and z for each node. */
export function readWater(water: Uint8Array, heights: Float32Array, out: Float32Array): void {
  const side = CHUNK_QUADS + 3
  for (let j = 0; j < WATER_NODES; j++) {
    for (let i = 0; i < WATER_NODES; i++) {
      const node = j * WATER_NODES + i
      const from = node * WATER_BYTES
      const record = water[from]! + water[from + 1]! * 256
      const ground = heights[(2 * j + 1) * side + 2 * i + 1]!
      const depth = record === 0 ? DRY : (record - 32_768) / 100
      out[node * 4] = record === 0 ? ground : ground + depth
      out[node * 4 + 1] = depth
      out[node * 4 + 2] = record === 0 ? 0 : (water[from + 2]! - STILL) * FLOW_STEP
      out[node * 4 + 3] = record === 0 ? 0 : (water[from + 3]! - STILL) * FLOW_STEP
    }
  }
}

/** Which blocks of a chunk have a triangle with water at all its corners that does not lie under the sea, a bit each, row by row; `nodes` as `readWater` leaves them. */
export function findWetBlocks(nodes: Float32Array): number {
  let wet = 0
  const isWet = (i: number, j: number): boolean => nodes[(j * WATER_NODES + i) * 4 + 1]! > -1000
  const isOver = (i: number, j: number): boolean => nodes[(j * WATER_NODES + i) * 4]! > 0
  for (let j = 0; j + 1 < WATER_NODES; j++) {
    for (let i = 0; i + 1 < WATER_NODES; i++) {
      // three wet corners make, or may make, a wet triangle
      const corners = Number(isWet(i, j)) + Number(isWet(i + 1, j)) + Number(isWet(i, j + 1)) + Number(isWet(i + 1, j + 1))
      if (corners >= 3 && (isOver(i, j) || isOver(i + 1, j) || isOver(i, j + 1) || isOver(i + 1, j + 1))) wet |= 1 << (Math.floor(j / BLOCK_QUADS) * BLOCKS_ALONG + Math.floor(i / BLOCK_QUADS))
    }
  }
  return wet
}

/** In which quads of each block of a chunk rapids are drawn, a bit each, row by row. */
function findCovered({ x, z, level }: ResidentChunk['coordinate'], cover: RapidCover, out: Uint16Array): void {
  out.fill(0)
  if (level > MOST_COVERED_LEVEL) return
  const size = CHUNK_METERS * 2 ** level
  const block = size / BLOCKS_ALONG
  const quad = block / BLOCK_QUADS
  for (let n = 0; n < BLOCKS; n++) {
    const [west, north] = [x * size + (n % BLOCKS_ALONG) * block, z * size + Math.floor(n / BLOCKS_ALONG) * block]
    if (!cover.has(west, north, block)) continue
    for (let k = 0; k < BLOCK_QUADS * BLOCK_QUADS; k++) if (cover.has(west + (k % BLOCK_QUADS) * quad, north + Math.floor(k / BLOCK_QUADS) * quad, quad)) out[n] = out[n]! | (1 << k)
  }
}

function createGrid(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry()
  const positions: number[] = []
  const indices: number[] = []
  for (let j = 0; j <= BLOCK_QUADS; j++) for (let i = 0; i <= BLOCK_QUADS; i++) positions.push(i, 0, j)
  for (let j = 0; j < BLOCK_QUADS; j++) {
    for (let i = 0; i < BLOCK_QUADS; i++) {
      const corner = j * (BLOCK_QUADS + 1) + i
      indices.push(corner, corner + BLOCK_QUADS + 1, corner + 1, corner + 1, corner + BLOCK_QUADS + 1, corner + BLOCK_QUADS + 1 + 1)
    }
  }
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setIndex(indices)
  return geometry
}
