/** A chunk of land as it travels from a worker: heights, normals, ground, scatter, in a few tight arrays. */

/** Side of a chunk of level 0 in metres; level n is 2ⁿ times as wide. */
export const CHUNK_METERS = 64
/** Quads along a chunk's side, at every level. */
export const CHUNK_QUADS = 32
/** Highest level: 16,384 m. */
export const MAX_LEVEL = 8

/** Which chunk: integers; it covers x·size..(x+1)·size, z·size..(z+1)·size metres with size = CHUNK_METERS · 2^level. */
export type ChunkCoordinate = { readonly x: number; readonly z: number; readonly level: number }

/** Bytes of one scatter record: u16 x, u16 z (65536ths of the chunk's side), u8 species, u8 scale (0.4..1.8), u8 yaw, u8 tint. */
export const SCATTER_BYTES = 8

/** Nodes along a side of a chunk's water: every second vertex. */
export const WATER_NODES = CHUNK_QUADS / 2 + 1
/** Bytes of one node of water: u16 = 32768 + centimetres that the surface stands above the ground there (below: it runs under ground), 0 = no water near; then u8 velocity along x and z, as (byte − 128) / 16 metres a second. */
export const WATER_BYTES = 4

/** What a chunk is made of. With n = quads: */
export type Chunk = {
  coordinate: ChunkCoordinate
  /** (n+3)² metres, rows of z; one vertex of border on every side; the vertex (i, j) stands at x = (x·n + i − 1)·spacing. */
  heights: Float32Array
  /** (n+1)² × 2 bytes: normal x and z, as (byte − 127) / 127. */
  normals: Uint8Array
  /** (n+1)² × 4 bytes: soil colour r, g, b (sRGB) without rock; then rock (high four bits) and grass cover (low four bits). */
  ground: Uint8Array
  /** Records of SCATTER_BYTES; sorted by species; at far levels only what is large. */
  scatter: Uint8Array
  /** How many records of `scatter` are filled (the buffer may be longer: it comes from a pool). */
  scatterCount: number
  /** WATER_NODES² records of WATER_BYTES, rows of z: rivers and lakes; where they have come down to the sea they lie a little under it. Of meaning only if `hasInlandWater`. The surface between nodes is what lies between; it reaches a little under the banks. */
  water: Uint8Array
  /** Lowest and highest ground in metres, border included. */
  lowest: number
  highest: number
  /** Largest vertical distance in metres between this chunk and its parent's surface: what skirts must hide. */
  geometricError: number
  /** Whether any of it lies under the sea. */
  hasWater: boolean
  /** Whether any node of `water` has water. */
  hasInlandWater: boolean
}

/** The arrays of a chunk. They lie in one buffer, for a worker is sent one buffer much sooner than five. */
export type ChunkArrays = Pick<Chunk, 'heights' | 'normals' | 'ground' | 'scatter' | 'water'>
