/** Colours of the ground: climate, height, slope and two scales of noise mixed into soil, rock and grass. */
import { BLEND, BLEND_STEPS, BLEND_STRIDE, GROUND_BLEND } from './biomes/blend-table.ts'
import { shore } from './biomes/shore.ts'
import { sea } from './biomes/sea.ts'
import { fillOctave } from './fields.ts'
import type { LandFields } from './fields.ts'
import { BLOCK_SIZE } from './noise/octave.ts'
import type { Samples } from './noise/octave.ts'
import { isSettledNear, standingShare } from './sites/built-upon.ts'
import { cropAt, treadAt } from './sites/trodden.ts'
import { treeCover } from './scatter/scatter.ts'

const SIDE = BLEND_STEPS + 1
const shade = new Float64Array(BLOCK_SIZE)
const grain = new Float64Array(BLOCK_SIZE)
const covers = new Float64Array(BLOCK_SIZE)
const mixed = new Float64Array(BLEND_STRIDE)

const SNOW = [241, 243, 244] as const
const TRODDEN = [150, 131, 98] as const
const GRAIN = [200, 176, 100] as const

/** Where `fillGround` writes: four bytes a place from `offset` on. */
type GroundOut = { bytes: Uint8Array; offset: number }

/** Writes soil colour, rock and grass of `samples.count` places. `slopes` is rise over run; `spacing` the distance of neighbours in metres. */
export function fillGround(fields: LandFields, samples: Samples, ground: { heights: Float64Array; slopes: Float64Array; spacing: number }, out: GroundOut): void {
  const { count } = samples
  const { heights, slopes, spacing } = ground
  const { climate } = fields
  // Noise finer than the lattice would only flicker: it fades where vertices stand far apart.
  const far = spacing <= 12 ? 1 : 12 / spacing
  fillOctave(fields.shades[0], samples, 0.1 * far, shade)
  fillOctave(fields.shades[1], samples, spacing > 4 ? 0 : 0.05, grain)
  const isSettled = spacing <= 8 && isSettledNear(fields, samples)
  const { bytes } = out
  for (let k = 0; k < count; k++) {
    const height = heights[k]!
    const slope = slopes[k]!
    const warmth = climate.warmth[k]!
    const moisture = climate.moisture[k]!
    blendAt(warmth, moisture)
    fillCover(k, climate.grove[k]!, spacing <= 48 ? 1 : 48 / spacing)
    if (isSettled) covers[k] = covers[k]! * standingShare(fields, samples.x[k]!, samples.z[k]!)
    const patch = shade[k]! * 5 + grain[k]! * 3
    // Fresh in hollows of moisture, dry on slopes and where the patches say so.
    const dry = clamp01(0.42 + patch * 0.6 + slope * 0.5 - (moisture - 0.5) * 0.5)
    const cover = covers[k]!
    const bare = clamp01((slope - 0.42) * 2.2 + patch * 0.25)
    const wet = clamp01((moisture - 0.8) * 3 - slope * 2 + patch * 0.3)
    let r = mixed[BLEND.lush]! + (mixed[BLEND.dry]! - mixed[BLEND.lush]!) * dry
    let g = mixed[BLEND.lush + 1]! + (mixed[BLEND.dry + 1]! - mixed[BLEND.lush + 1]!) * dry
    let b = mixed[BLEND.lush + 2]! + (mixed[BLEND.dry + 2]! - mixed[BLEND.lush + 2]!) * dry
    r += (mixed[BLEND.floor]! - r) * cover
    g += (mixed[BLEND.floor + 1]! - g) * cover
    b += (mixed[BLEND.floor + 2]! - b) * cover
    r += (mixed[BLEND.wet]! - r) * wet
    g += (mixed[BLEND.wet + 1]! - g) * wet
    b += (mixed[BLEND.wet + 2]! - b) * wet
    r += (mixed[BLEND.bare]! - r) * bare
    g += (mixed[BLEND.bare + 1]! - g) * bare
    b += (mixed[BLEND.bare + 2]! - b) * bare
    let grass = mixed[BLEND.grass]! * (1 - bare) * (1 - cover * 0.35)
    // Shore: wet-dark at the waterline, then sand, then turf creeping in at a wavering line.
    const line = 2.1 + patch * 2 + slope * 3
    const sandy = clamp01((line + 0.9 - height) / 1.5)
    if (sandy > 0) {
      const below = clamp01(-height / 9)
      const damp = clamp01((0.55 - height) / 0.7) * 0.75
      r += (strand(16, damp, below) - r) * sandy
      g += (strand(8, damp, below) - g) * sandy
      b += (strand(0, damp, below) - b) * sandy
      grass *= 1 - sandy
    }
    // Snow where it is cold enough, off the steep; its line wavers.
    const snow = clamp01((0.09 - warmth + climate.grove[k]! * 0.025 + patch * 0.015) * 18) * clamp01((1.05 - slope) * 3) * (1 - sandy)
    const light = 1 + shade[k]! + grain[k]!
    r *= light
    g *= light
    b *= light
    r += (SNOW[0] - r) * snow
    g += (SNOW[1] - g) * snow
    b += (SNOW[2] - b) * snow
    grass *= 1 - snow
    if (isSettled) {
      const crop = cropAt(fields, samples.x[k]!, samples.z[k]!) * (1 - sandy) * (1 - snow)
      r += (GRAIN[0] * light - r) * crop
      g += (GRAIN[1] * light - g) * crop
      b += (GRAIN[2] * light - b) * crop
      grass += (1 - grass) * crop
      const tread = treadAt(fields, samples.x[k]!, samples.z[k]!, spacing)
      r += (TRODDEN[0] * light - r) * tread
      g += (TRODDEN[1] * light - g) * tread
      b += (TRODDEN[2] * light - b) * tread
      grass *= 1 - tread
    }
    const rock = clamp01((slope - 0.62 + patch * 0.18) * 2.6) * (1 - snow * 0.65) * (height < -4 ? 0.4 : 1)
    const at = out.offset + k * 4
    bytes[at] = byteOf(r)
    bytes[at + 1] = byteOf(g)
    bytes[at + 2] = byteOf(b)
    bytes[at + 3] = (Math.round(rock * 15) << 4) | Math.round(clamp01(grass * (1 - rock)) * 15)
  }
}

function strand(shift: number, damp: number, below: number): number {
  const dry = (shore.ground.bare >> shift) & 255
  const wet = (shore.ground.wet >> shift) & 255
  const deep = (sea.ground.wet >> shift) & 255
  const near = dry + (wet - dry) * damp
  return near + (deep - near) * below
}

/** How much of the ground lies under crowns, 0..1: stored, because a number handed back from here would cost memory. */
function fillCover(k: number, grove: number, near: number): void {
  covers[k] = clamp01(mixed[BLEND.trees]! * (1 + (treeCover(grove, mixed[BLEND.clumping]!) - 1) * near) * 1.5)
}

/** Fills `mixed` with the bilinear mix of the four nodes round a climate. */
function blendAt(warmth: number, moisture: number): void {
  const u = warmth * BLEND_STEPS
  const v = moisture * BLEND_STEPS
  const i = u >= BLEND_STEPS ? BLEND_STEPS - 1 : Math.floor(u)
  const j = v >= BLEND_STEPS ? BLEND_STEPS - 1 : Math.floor(v)
  const s = u - i
  const t = v - j
  const a = (i * SIDE + j) * BLEND_STRIDE
  const c = a + SIDE * BLEND_STRIDE
  const w00 = (1 - s) * (1 - t)
  const w01 = (1 - s) * t
  const w10 = s * (1 - t)
  const w11 = s * t
  for (let n = 0; n < BLEND_STRIDE; n++) {
    mixed[n] = GROUND_BLEND[a + n]! * w00 + GROUND_BLEND[a + BLEND_STRIDE + n]! * w01 + GROUND_BLEND[c + n]! * w10 + GROUND_BLEND[c + BLEND_STRIDE + n]! * w11
  }
}

function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}

function byteOf(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value)
}
