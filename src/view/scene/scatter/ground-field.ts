/** The ground around the viewer as small wrapping textures that water and grass read: three squares, each wider and coarser. */
import { DataTexture, DataUtils, FloatType, HalfFloatType, LinearFilter, NearestFilter, RedFormat, RepeatWrapping, RGBAFormat, RGFormat, SRGBColorSpace, Vector2, Vector4 } from 'three'
import type { ChunkIndex } from './chunk-index.ts'
import { groundIndexInChunk, heightInChunk } from './chunk-index.ts'
import type { ResidentChunk } from '#streaming/terrain-stream.ts'

/** Texels along a side of every square; a texel (i, j) holds the lattice point with the same remainders. */
const FIELD_TEXELS = 128
/** Metres between texels, finest square first; the finest equals the lattice of level-0 chunks. */
const FIELD_SPACINGS = [2, 12, 96] as const
/** Rows rewritten when it is a square's turn: the finest has its turn every frame, the wide ones one of every `TURNS`, since what is far changes slowly. */
const ROWS_AT_A_TURN = 8
const TURNS = 4
/** Ground beyond this many metres from the sea's level counts as this far, to keep half floats fine near zero. */
const DEPTH_LIMIT = 60

/** One square. */
type FieldSquare = {
  spacing: number
  /** Lattice coordinates of the middle. */
  middleX: number
  middleZ: number
  nextRow: number
  depth: DataTexture
  height: DataTexture | null
  ground: DataTexture | null
}

/** Uniforms of the field; names as in `fieldDeclarations`. */
export type FieldUniforms = {
  uFieldDepth0: { value: DataTexture }
  uFieldDepth1: { value: DataTexture }
  uFieldDepth2: { value: DataTexture }
  uFieldHeight: { value: DataTexture | null }
  uFieldGround: { value: DataTexture | null }
  /** Per square: remainder of the drawn origin in texels (x, y), texels a metre (z), reach in metres (w). */
  uField0: { value: Vector4 }
  uField1: { value: Vector4 }
  uField2: { value: Vector4 }
  /** Where the squares' middle is, drawn metres. */
  uFieldMiddle: { value: Vector2 }
}

/** The ground around the viewer. */
export type GroundField = {
  readonly uniforms: FieldUniforms
  /** Moves to the eye at (x, z) and rewrites some rows; all of them after a leap. */
  update(index: ChunkIndex, x: number, z: number): void
  /** Tells the shaders where the drawn origin is, every frame. */
  place(x: number, z: number, origin: { readonly x: number; readonly z: number }): void
  /** Rewrites everything at the next update: the land is another one. */
  forget(): void
}

/** GLSL: `vec2 fieldDepth(position)`: ground in metres from the sea's level, within ±60, and how surely it is known, 0..1; `fieldHeight`, `fieldGround` for the near square. */
export const fieldFunctions = /* glsl */ `
uniform sampler2D uFieldDepth0; uniform sampler2D uFieldDepth1; uniform sampler2D uFieldDepth2; uniform sampler2D uFieldHeight; uniform sampler2D uFieldGround;
uniform vec4 uField0; uniform vec4 uField1; uniform vec4 uField2; uniform vec2 uFieldMiddle;
vec2 depthOf(sampler2D square, vec4 place, vec2 position) { return texture2D(square, (position * place.z + place.xy + 0.5) / ${FIELD_TEXELS}.0).rg; }
vec2 fieldDepth(vec2 position) {
  float away = max(abs(position.x - uFieldMiddle.x), abs(position.y - uFieldMiddle.y));
  // each square passes into the next, and the last into what nobody knows, or their borders would be seen in the water from a height
  if (away < 0.8 * uField0.w) return depthOf(uFieldDepth0, uField0, position);
  if (away < uField0.w) return mix(depthOf(uFieldDepth0, uField0, position), depthOf(uFieldDepth1, uField1, position), away / uField0.w * 5.0 - 4.0);
  if (away < 0.6 * uField1.w) return depthOf(uFieldDepth1, uField1, position);
  vec2 far = depthOf(uFieldDepth2, uField2, position);
  if (away < uField1.w) return mix(depthOf(uFieldDepth1, uField1, position), far, away / uField1.w * 2.5 - 1.5);
  return vec2(far.x, far.y * (1.0 - smoothstep(0.35, 0.95, away / uField2.w)));
}
float fieldTexel(ivec2 at) { return texelFetch(uFieldHeight, at & ${FIELD_TEXELS - 1}, 0).r; }
float fieldHeight(vec2 position) {
  vec2 at = position * uField0.z + uField0.xy;
  vec2 corner = floor(at);
  vec2 part = at - corner;
  ivec2 cell = ivec2(corner);
  float right = fieldTexel(cell + ivec2(1, 0));
  float below = fieldTexel(cell + ivec2(0, 1));
  if (part.x + part.y <= 1.0) {
    float here = fieldTexel(cell);
    return here + part.x * (right - here) + part.y * (below - here);
  }
  float across = fieldTexel(cell + ivec2(1, 1));
  return across + (1.0 - part.x) * (below - across) + (1.0 - part.y) * (right - across);
}
vec4 fieldGround(vec2 position) { return texture2D(uFieldGround, (position * uField0.z + uField0.xy + 0.5) / ${FIELD_TEXELS}.0); }
`

/** GLSL `float aboveGround(position)`: metres over the ground within the shade, 0 outside it; after airDeclarations and fieldFunctions. */
export const aboveGroundFunction = /* glsl */ `
float aboveGround(vec3 position) {
  vec2 away = abs(position.xz - uShadeArea.xy) * uShadeArea.z;
  return max(away.x, away.y) < 0.5 ? max(0.0, position.y - fieldHeight(position.xz)) : 0.0;
}
`

function floorMod(value: number, size: number): number {
  return value - Math.floor(value / size) * size
}

function createSquare(spacing: number, near: boolean): FieldSquare {
  const texels = FIELD_TEXELS * FIELD_TEXELS
  const depth = new DataTexture(new Uint16Array(texels * 2), FIELD_TEXELS, FIELD_TEXELS, RGFormat, HalfFloatType)
  depth.magFilter = depth.minFilter = LinearFilter
  depth.wrapS = depth.wrapT = RepeatWrapping
  let height: DataTexture | null = null
  let ground: DataTexture | null = null
  if (near) {
    height = new DataTexture(new Float32Array(texels), FIELD_TEXELS, FIELD_TEXELS, RedFormat, FloatType)
    height.magFilter = height.minFilter = NearestFilter
    ground = new DataTexture(new Uint8Array(texels * 4), FIELD_TEXELS, FIELD_TEXELS, RGBAFormat)
    ground.colorSpace = SRGBColorSpace
    ground.magFilter = ground.minFilter = LinearFilter
    ground.wrapS = ground.wrapT = RepeatWrapping
  }
  return { spacing, middleX: NaN, middleZ: NaN, nextRow: 0, depth, height, ground }
}

function bytesOf(texture: DataTexture): Uint8Array {
  return texture.image.data as Uint8Array
}

/** Rewrites one row of lattice points; returns whether anything changed. */
function writeRow(square: FieldSquare, index: ChunkIndex, latticeZ: number): boolean {
  const depth = square.depth.image.data as unknown as Uint16Array
  const height = square.height ? (square.height.image.data as unknown as Float32Array) : null
  const ground = square.ground ? bytesOf(square.ground) : null
  const z = latticeZ * square.spacing
  const rowStart = floorMod(latticeZ, FIELD_TEXELS) * FIELD_TEXELS
  const first = square.middleX - FIELD_TEXELS / 2
  let changed = false
  let resident: ResidentChunk | null = null
  let until = -Infinity
  for (let i = 0; i < FIELD_TEXELS; i++) {
    const latticeX = first + i
    const x = latticeX * square.spacing
    if (x >= until) {
      resident = index.find(x, z)
      const step = resident ? 64 * 2 ** resident.coordinate.level : 64
      until = (Math.floor(x / step) + 1) * step
      // a finer neighbour may begin inside a coarse chunk only at a multiple of 64 m
      if (resident && resident.coordinate.level > 0) until = Math.min(until, (Math.floor(x / 64) + 1) * 64)
    }
    const at = rowStart + floorMod(latticeX, FIELD_TEXELS)
    if (!resident) {
      if (depth[at * 2 + 1] !== 0) {
        depth[at * 2 + 1] = 0
        changed = true
      }
      continue
    }
    const y = heightInChunk(resident.chunk, x, z)
    const half = DataUtils.toHalfFloat(y < -DEPTH_LIMIT ? -DEPTH_LIMIT : y > DEPTH_LIMIT ? DEPTH_LIMIT : y)
    if (depth[at * 2] !== half || depth[at * 2 + 1] === 0) {
      depth[at * 2] = half
      depth[at * 2 + 1] = 0x3c00
      changed = true
    }
    if (height && ground) {
      const from = groundIndexInChunk(resident.chunk, x, z)
      const bytes = resident.chunk.ground
      const mixed = bytes[from + 3]!
      // grass cover, less where rock shows
      const cover = Math.min(255, (mixed & 15) * 17 * (1 - (mixed >> 4) / 18))
      if (height[at] !== y || ground[at * 4] !== bytes[from] || ground[at * 4 + 3] !== (cover | 0)) {
        height[at] = y
        ground[at * 4] = bytes[from]!
        ground[at * 4 + 1] = bytes[from + 1]!
        ground[at * 4 + 2] = bytes[from + 2]!
        ground[at * 4 + 3] = cover
        changed = true
      }
    }
  }
  return changed
}

function updateSquare(square: FieldSquare, index: ChunkIndex, { x, z, isTurn }: { x: number; z: number; isTurn: boolean }): void {
  const middleX = Math.round(x / square.spacing)
  const middleZ = Math.round(z / square.spacing)
  const leap = !(Math.abs(middleX - square.middleX) < 24 && Math.abs(middleZ - square.middleZ) < 24)
  if (!leap && !isTurn) return
  square.middleX = middleX
  square.middleZ = middleZ
  const rows = leap ? FIELD_TEXELS : ROWS_AT_A_TURN
  let changed = leap
  for (let n = 0; n < rows; n++) {
    const latticeZ = middleZ - FIELD_TEXELS / 2 + square.nextRow
    square.nextRow = (square.nextRow + 1) % FIELD_TEXELS
    if (writeRow(square, index, latticeZ)) changed = true
  }
  if (!changed) return
  square.depth.needsUpdate = true
  if (square.height) square.height.needsUpdate = true
  if (square.ground) square.ground.needsUpdate = true
}

/** A field with nothing known yet. */
export function createGroundField(): GroundField {
  const squares = FIELD_SPACINGS.map((spacing, i) => createSquare(spacing, i === 0)) as [FieldSquare, FieldSquare, FieldSquare]
  const uniforms: FieldUniforms = {
    uFieldDepth0: { value: squares[0].depth }, uFieldDepth1: { value: squares[1].depth }, uFieldDepth2: { value: squares[2].depth },
    uFieldHeight: { value: squares[0].height }, uFieldGround: { value: squares[0].ground },
    uField0: { value: new Vector4() }, uField1: { value: new Vector4() }, uField2: { value: new Vector4() }, uFieldMiddle: { value: new Vector2() },
  }
  let frame = 0
  const placements = [uniforms.uField0, uniforms.uField1, uniforms.uField2]
  return {
    uniforms,
    update(index, x, z) {
      frame = (frame + 1) % TURNS
      squares.forEach((square, i) => updateSquare(square, index, { x, z, isTurn: i === 0 || frame === 2 * i - 1 }))
    },
    place(x, z, origin) {
      uniforms.uFieldMiddle.value.set(x - origin.x, z - origin.z)
      squares.forEach((square, i) => {
        placements[i]!.value.set(floorMod(origin.x / square.spacing, FIELD_TEXELS), floorMod(origin.z / square.spacing, FIELD_TEXELS), 1 / square.spacing, (FIELD_TEXELS / 2 - 3) * square.spacing)
      })
    },
    forget() {
      for (const square of squares) square.middleX = NaN
    },
  }
}
