/** The arrays on the graphics card that hold what chunks are made of: one layer for each slot, never made anew. */
import { CHUNK_QUADS } from '#worldgen/chunk.ts'
import type { ResidentChunk } from '#streaming/terrain-stream.ts'
import { DataArrayTexture, FloatType, LinearFilter, NearestFilter, RedFormat, RGBAFormat, UnsignedByteType, type MagnificationTextureFilter } from 'three'

const HEIGHT_SIDE = CHUNK_QUADS + 3
const SIDE = CHUNK_QUADS + 1

/** See `createChunkTextures`. */
export type ChunkTextures = {
  /** Metres, (CHUNK_QUADS + 3)² a layer. */
  readonly heights: DataArrayTexture
  /** Normal x, normal z (0.498 is 0), grass cover, unused. */
  readonly normals: DataArrayTexture
  /** Soil (sRGB), rock. */
  readonly ground: DataArrayTexture
  readonly slots: number
  /** Puts a chunk into its slot. */
  write(resident: ResidentChunk): void
  /** Sends everything again, after the graphics card lost it. */
  restore(): void
  dispose(): void
}

function createArray(data: Float32Array | Uint8Array, side: number, slots: number, filter: MagnificationTextureFilter): DataArrayTexture {
  const texture = new DataArrayTexture(data as Float32Array<ArrayBuffer>, side, side, slots)
  const isHeight = data instanceof Float32Array
  texture.format = isHeight ? RedFormat : RGBAFormat
  texture.type = isHeight ? FloatType : UnsignedByteType
  texture.magFilter = filter
  texture.minFilter = filter
  texture.needsUpdate = true
  return texture
}

/** Makes arrays with `slots` layers (WebGL2 promises 256). */
export function createChunkTextures(slots: number): ChunkTextures {
  const heightValues = new Float32Array(HEIGHT_SIDE * HEIGHT_SIDE * slots)
  const normalBytes = new Uint8Array(SIDE * SIDE * 4 * slots)
  const groundBytes = new Uint8Array(SIDE * SIDE * 4 * slots)
  const heights = createArray(heightValues, HEIGHT_SIDE, slots, NearestFilter)
  const normals = createArray(normalBytes, SIDE, slots, LinearFilter)
  const ground = createArray(groundBytes, SIDE, slots, LinearFilter)
  const all = [heights, normals, ground]

  return {
    heights,
    normals,
    ground,
    slots,
    write({ slot, chunk }) {
      if (slot >= slots) return
      heightValues.set(chunk.heights.subarray(0, HEIGHT_SIDE * HEIGHT_SIDE), slot * HEIGHT_SIDE * HEIGHT_SIDE)
      // rock and grass share a byte on the way here, but filtering needs each in a channel of its own
      let to = slot * SIDE * SIDE * 4
      for (let from = 0; from < SIDE * SIDE; from++, to += 4) {
        const mixed = chunk.ground[from * 4 + 3]!
        normalBytes[to] = chunk.normals[from * 2]!
        normalBytes[to + 1] = chunk.normals[from * 2 + 1]!
        normalBytes[to + 2] = (mixed & 15) * 17
        groundBytes[to] = chunk.ground[from * 4]!
        groundBytes[to + 1] = chunk.ground[from * 4 + 1]!
        groundBytes[to + 2] = chunk.ground[from * 4 + 2]!
        groundBytes[to + 3] = (mixed >> 4) * 17
      }
      for (const texture of all) {
        texture.addLayerUpdate(slot)
        texture.needsUpdate = true
      }
    },
    restore() {
      for (const texture of all) {
        texture.clearLayerUpdates()
        texture.needsUpdate = true
      }
    },
    dispose() {
      for (const texture of all) texture.dispose()
    },
  }
}
