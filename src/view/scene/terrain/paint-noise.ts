/** Two small tiling textures of brush strokes and relief, made by arithmetic: the grain of all painted ground. */
import { createRng, nextFloat, type Rng } from '#core/rng.ts'
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat, UnsignedByteType } from 'three'

const SIDE = 256

/** A tiling field of `SIDE`² numbers around 0: octaves of smoothed dice, the first with `cells` cells along a side. */
function createField(rng: Rng, cells: number, octaves: number, fall = 0.5): Float32Array {
  const field = new Float32Array(SIDE * SIDE)
  let strength = 1
  for (let octave = 0; octave < octaves; octave++, cells *= 2, strength *= fall) addOctave(field, rng, cells, strength)
  return field
}

function addOctave(field: Float32Array, rng: Rng, cells: number, strength: number): void {
  const dice = Float32Array.from({ length: cells * cells }, () => (nextFloat(rng) * 2 - 1) * strength)
  const step = SIDE / cells
  const weights = Float32Array.from({ length: step }, (_, i) => {
    const t = i / step
    return t * t * t * (t * (t * 6 - 15) + 10)
  })
  for (let row = 0; row < SIDE; row++) {
    const cellRow = Math.floor(row / step)
    const wz = weights[row % step]!
    const upper = cellRow * cells
    const lower = ((cellRow + 1) % cells) * cells
    for (let cell = 0; cell < cells; cell++) {
      const next = (cell + 1) % cells
      const a = dice[upper + cell]! + (dice[lower + cell]! - dice[upper + cell]!) * wz
      const b = dice[upper + next]! + (dice[lower + next]! - dice[upper + next]!) * wz
      const start = row * SIDE + cell * step
      for (let i = 0; i < step; i++) field[start + i]! += a + (b - a) * weights[i]!
    }
  }
}

/** Spreads a field evenly over 0..1, so that thresholds in the shader mean shares of the ground. */
function level(field: Float32Array): Float32Array {
  let mean = 0
  for (const value of field) mean += value
  mean /= field.length
  let variance = 0
  for (const value of field) variance += (value - mean) * (value - mean)
  const spread = Math.sqrt(variance / field.length) * 1.7
  return field.map((value) => 0.5 + (0.5 * (value - mean)) / (spread + Math.abs(value - mean) * 0.6))
}

function toBytes(channels: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SIDE * SIDE * 4)
  for (let c = 0; c < 4; c++) {
    const channel = channels[c]!
    for (let i = 0; i < SIDE * SIDE; i++) bytes[i * 4 + c] = Math.max(0, Math.min(255, Math.round(channel[i]! * 255)))
  }
  return bytes
}

function toTexture(bytes: Uint8Array<ArrayBuffer>): DataTexture {
  const texture = new DataTexture(bytes, SIDE, SIDE, RGBAFormat, UnsignedByteType)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}

function paintStrokes(): Uint8Array<ArrayBuffer> {
  const rng = createRng(0x70a1)
  return toBytes([level(createField(rng, 8, 5)), level(createField(rng, 8, 4, 0.6)), level(createField(rng, 32, 3, 0.7)), level(createField(rng, 128, 2, 0.8))])
}

function paintRelief(): Uint8Array<ArrayBuffer> {
  const rng = createRng(0x51ab)
  const height = level(createField(rng, 16, 4, 0.55))
  const slopeX = new Float32Array(SIDE * SIDE)
  const slopeZ = new Float32Array(SIDE * SIDE)
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const at = row * SIDE + column
      slopeX[at] = 0.5 + 4 * (height[row * SIDE + ((column + 1) % SIDE)]! - height[row * SIDE + ((column + SIDE - 1) % SIDE)]!)
      slopeZ[at] = 0.5 + 4 * (height[((row + 1) % SIDE) * SIDE + column]! - height[((row + SIDE - 1) % SIDE) * SIDE + column]!)
    }
  }
  const ridges = createField(rng, 8, 4, 0.6).map((value) => Math.min(1, Math.abs(value) * 1.8))
  return toBytes([slopeX, slopeZ, height, ridges])
}

// Made once, while the land is still awaited.
const STROKES = paintStrokes()
const RELIEF = paintRelief()

/** Strokes: two soft fields (8 blots along a side), one of dabs (24 or so), one of specks; each channel spread over 0..1. */
export function createStrokeTexture(): DataTexture {
  return toTexture(STROKES)
}

/** Relief: slope along x and z (0.5 is flat), height, and a ridged field for cracks. */
export function createReliefTexture(): DataTexture {
  return toTexture(RELIEF)
}
