/** One small tiling noise texture that clouds, cloud shadows, waves and wind all read: cheaper than noise in shaders, and seamless. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat, UnsignedByteType } from 'three'
import { hashCell, unitOf } from '#core/hash.ts'

/** Texels along a side of the noise texture. */
const NOISE_TEXELS = 256

/** How one channel is summed: cells across the tile in the first octave (each next doubles), octaves, and the share of amplitude each next keeps. */
type Channel = { cells: number; octaves: number; keep: number }

/** Red and green: broad clouds; blue: middling, for wind and drifts; alpha: fine, for ripples. */
const CHANNELS: readonly Channel[] = [
  { cells: 4, octaves: 5, keep: 0.55 },
  { cells: 6, octaves: 4, keep: 0.5 },
  { cells: 12, octaves: 3, keep: 0.5 },
  { cells: 32, octaves: 2, keep: 0.5 },
]

/** Adds one octave of tiling value noise to `sums`. */
function addOctave(sums: Float32Array, size: number, cells: number, amplitude: number, seed: number): void {
  const lattice = new Float32Array(cells * cells)
  for (let i = 0; i < lattice.length; i++) lattice[i] = unitOf(hashCell(seed, i))
  const step = cells / size
  for (let row = 0; row < size; row++) {
    const v = row * step
    const z0 = Math.floor(v)
    const tz = v - z0
    const sz = tz * tz * (3 - 2 * tz)
    const upper = (z0 % cells) * cells
    const lower = ((z0 + 1) % cells) * cells
    for (let column = 0; column < size; column++) {
      const u = column * step
      const x0 = Math.floor(u)
      const tx = u - x0
      const sx = tx * tx * (3 - 2 * tx)
      const left = x0 % cells
      const right = (x0 + 1) % cells
      const top = lattice[upper + left]! * (1 - sx) + lattice[upper + right]! * sx
      const bottom = lattice[lower + left]! * (1 - sx) + lattice[lower + right]! * sx
      const at = row * size + column
      sums[at] = sums[at]! + amplitude * (top * (1 - sz) + bottom * sz)
    }
  }
}

/** The bytes of the noise: `size`² texels of four channels, each stretched to use 0..255; the left edge continues the right one. */
function noiseBytes(size: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size * size * 4)
  const sums = new Float32Array(size * size)
  CHANNELS.forEach((channel, index) => {
    sums.fill(0)
    let amplitude = 1
    let cells = channel.cells
    for (let octave = 0; octave < channel.octaves; octave++) {
      addOctave(sums, size, cells, amplitude, hashCell(seed, index, octave))
      amplitude *= channel.keep
      cells *= 2
    }
    let lowest = Infinity
    let highest = -Infinity
    for (const sum of sums) {
      if (sum < lowest) lowest = sum
      if (sum > highest) highest = sum
    }
    for (let i = 0; i < sums.length; i++) bytes[i * 4 + index] = Math.round(((sums[i]! - lowest) / (highest - lowest)) * 255)
  })
  return bytes
}

/** The noise as a texture that repeats; lives as long as the page. */
export function createNoiseTexture(): DataTexture {
  const texture = new DataTexture(noiseBytes(NOISE_TEXELS, 0x51ed), NOISE_TEXELS, NOISE_TEXELS, RGBAFormat, UnsignedByteType)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}
