/** A tiling texture of small waves: their slope, their height and a grain, from a few dozen straight waves that all fit the tile. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from 'three'
import { hashCell, unitOf } from '#core/hash.ts'

/** Texels along a side of the ripple texture. */
const RIPPLE_TEXELS = 128
const WAVES = 26

/** Red, green: slope along x and z around 128; blue: height around 128; alpha: chance by texel. */
function rippleBytes(size: number, seed: number): Uint8Array<ArrayBuffer> {
  const slopeX = new Float32Array(size * size)
  const slopeZ = new Float32Array(size * size)
  const height = new Float32Array(size * size)
  const rises = new Float32Array(size)
  const heights = new Float32Array(size)
  for (let wave = 0; wave < WAVES; wave++) {
    // whole numbers of crests across the tile, mostly along one direction, shorter waves lower
    const length = 2 + Math.floor(unitOf(hashCell(seed, wave, 1)) * unitOf(hashCell(seed, wave, 4)) * 17)
    const angle = (unitOf(hashCell(seed, wave, 2)) - 0.5) * 2.4 + 0.6
    const kx = Math.round(Math.cos(angle) * length)
    const kz = Math.round(Math.sin(angle) * length)
    const long = Math.hypot(kx, kz) || 1
    const amplitude = 1 / Math.pow(long, 1.15)
    const phase = unitOf(hashCell(seed, wave, 3)) * Math.PI * 2
    // the wave repeats with the tile, so that every texel's angle is one of `size`
    for (let i = 0; i < size; i++) {
      rises[i] = Math.cos((i / size) * Math.PI * 2 + phase) * amplitude
      heights[i] = Math.sin((i / size) * Math.PI * 2 + phase) * amplitude
    }
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const at = row * size + column
        const turn = (((kx * column + kz * row) % size) + size) % size
        const rise = rises[turn]!
        slopeX[at] = slopeX[at]! + rise * kx
        slopeZ[at] = slopeZ[at]! + rise * kz
        height[at] = height[at]! + heights[turn]!
      }
    }
  }
  let steepest = 0
  let highest = 0
  for (let i = 0; i < height.length; i++) {
    steepest = Math.max(steepest, Math.abs(slopeX[i]!), Math.abs(slopeZ[i]!))
    highest = Math.max(highest, Math.abs(height[i]!))
  }
  const bytes = new Uint8Array(size * size * 4)
  for (let i = 0; i < height.length; i++) {
    bytes[i * 4] = 127.5 + (slopeX[i]! / steepest) * 127
    bytes[i * 4 + 1] = 127.5 + (slopeZ[i]! / steepest) * 127
    bytes[i * 4 + 2] = 127.5 + (height[i]! / highest) * 127
    bytes[i * 4 + 3] = hashCell(seed, i, 9) & 255
  }
  return bytes
}

/** Made once, while the land is still awaited. */
const RIPPLES = rippleBytes(RIPPLE_TEXELS, 0x77a7e5)

/** The ripples as a texture that repeats. */
export function createRippleTexture(): DataTexture {
  const texture = new DataTexture(RIPPLES, RIPPLE_TEXELS, RIPPLE_TEXELS, RGBAFormat)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}
