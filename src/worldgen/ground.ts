/** Colours of the ground: climate, height, slope and two scales of noise mixed into soil, rock and grass. */
import { BLEND, BLEND_STEPS, BLEND_STRIDE, GROUND_BLEND } from './biomes/blend-table.ts'
import { shore } from './biomes/shore.ts'
import { sea } from './biomes/sea.ts'
import type { SandSamples } from './dunes.ts'
import { fillOctave } from './fields.ts'
import type { LandFields } from './fields.ts'
import { paintBanks } from './hydrology/banks.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { BLOCK_SIZE } from './noise/octave.ts'
import type { Samples } from './noise/octave.ts'
import type { Box } from './recent-tiles.ts'
import type { RoadSamples } from './roads/grade-roads.ts'
import { paintRoads } from './roads/paint-roads.ts'
import { isSettledNear, standingShare } from './sites/built-upon.ts'
import { cropAt, treadAt } from './sites/trodden.ts'

const SIDE = BLEND_STEPS + 1
const shade = new Float64Array(BLOCK_SIZE)
const grain = new Float64Array(BLOCK_SIZE)
const shadeShare = { amplitude: 0.1 }
const GRAIN_SHARE = { amplitude: 0.05 }

const SNOW = Float64Array.of(241, 243, 244)
const TRODDEN = Float64Array.of(150, 131, 98)
const GRAIN = Float64Array.of(200, 176, 100)
const DUNE = Float64Array.of(236, 204, 148)
const STRAND_DRY = channelsOf(shore.ground.bare)
const STRAND_WET = channelsOf(shore.ground.wet)
const STRAND_DEEP = channelsOf(sea.ground.wet)

/** What `fillGround` knows of its places. */
export type GroundIn = { heights: Float64Array; slopes: Float64Array; spacing: number; water: WaterSamples; road: RoadSamples; sand: SandSamples; /** Round all places, and no matter if a little more. */ box: Box }

/** Where `fillGround` writes: four bytes a place from `offset` on. */
export type GroundOut = { bytes: Uint8Array; offset: number }

/** Writes soil colour, rock and grass of `samples.count` places. `slopes` is rise over run; `spacing` the distance of neighbours in metres. */
export function fillGround(fields: LandFields, samples: Samples, ground: GroundIn, out: GroundOut): void {
  const { count } = samples
  const { heights, slopes, spacing } = ground
  const { warmth: warmths, moisture: moistures, grove, gathering } = fields.climate
  // Noise finer than the lattice would only flicker: it fades where vertices stand far apart.
  const far = spacing <= 12 ? 1 : 12 / spacing
  shadeShare.amplitude = 0.1 * far
  fillOctave(fields.shades[0], samples, shadeShare, shade)
  if (spacing > 4) grain.fill(0, 0, count)
  else fillOctave(fields.shades[1], samples, GRAIN_SHARE, grain)
  const isSettled = spacing <= 8 && isSettledNear(fields, ground.box)
  const isWatery = ground.water.near
  const { bytes } = out
  const table = GROUND_BLEND
  const near = spacing <= 48 ? 1 : 48 / spacing
  for (let k = 0; k < count; k++) {
    const height = heights[k]!
    const slope = slopes[k]!
    const warmth = warmths[k]!
    const moisture = moistures[k]!
    // The four nodes of the table round this climate, and their shares. All stays in this loop: a number handed to or from a function may cost memory.
    const u = warmth * BLEND_STEPS
    const v = moisture * BLEND_STEPS
    const i = u >= BLEND_STEPS ? BLEND_STEPS - 1 : Math.floor(u)
    const j = v >= BLEND_STEPS ? BLEND_STEPS - 1 : Math.floor(v)
    const n00 = (i * SIDE + j) * BLEND_STRIDE
    const n01 = n00 + BLEND_STRIDE
    const n10 = n00 + SIDE * BLEND_STRIDE
    const n11 = n10 + BLEND_STRIDE
    const w11 = (u - i) * (v - j)
    const w10 = u - i - w11
    const w01 = v - j - w11
    const w00 = 1 - (u - i) - w01
    const clumping = table[n00 + BLEND.clumping]! * w00 + table[n01 + BLEND.clumping]! * w01 + table[n10 + BLEND.clumping]! * w10 + table[n11 + BLEND.clumping]! * w11
    const trees = table[n00 + BLEND.trees]! * w00 + table[n01 + BLEND.trees]! * w01 + table[n10 + BLEND.trees]! * w10 + table[n11 + BLEND.trees]! * w11
    let cover = clamp01(trees * (1 + (gathering[k]! - 1) * clumping * near) * 1.5)
    if (isSettled) cover *= standingShare(fields, samples, k)
    const patch = shade[k]! * 5 + grain[k]! * 3
    // Fresh in hollows of moisture, dry on slopes and where the patches say so.
    const dry = clamp01(0.42 + patch * 0.6 + slope * 0.5 - (moisture - 0.5) * 0.5)
    const bare = clamp01((slope - 0.42) * 2.2 + patch * 0.25)
    const wet = clamp01((moisture - 0.8) * 3 - slope * 2 + patch * 0.3)
    const fresh = table[n00 + BLEND.grass]! * w00 + table[n01 + BLEND.grass]! * w01 + table[n10 + BLEND.grass]! * w10 + table[n11 + BLEND.grass]! * w11
    // Shore: wet-dark at the waterline, then sand, then turf creeping in at a wavering line.
    const sandy = clamp01((3 + patch * 2 + slope * 3 - height) / 1.5) * (isWatery && height > 0 ? 1 - ground.water.marsh[k]! : 1)
    const below = clamp01(-height / 9)
    const damp = clamp01((0.55 - height) / 0.7) * 0.75
    // Snow where it is cold enough, off the steep; its line wavers.
    const snow = clamp01((0.09 - warmth + grove[k]! * 0.025 + patch * 0.015) * 18) * clamp01((1.05 - slope) * 3) * (1 - sandy)
    const light = 1 + shade[k]! + grain[k]!
    let grass = fresh * (1 - bare) * (1 - cover * 0.35) * (1 - sandy) * (1 - snow)
    // Where the wind has heaped up sand there is nothing else.
    const loose = ground.sand.near ? ground.sand.cover[k]! : 0
    grass *= 1 - loose
    let crop = 0
    let tread = 0
    if (isSettled) {
      crop = cropAt(fields, samples.x[k]!, samples.z[k]!) * (1 - sandy) * (1 - snow)
      tread = treadAt(fields, samples.x[k]!, samples.z[k]!, spacing)
      grass = (grass + (1 - grass) * crop) * (1 - tread)
    }
    const at = out.offset + k * 4
    for (let c = 0; c < 3; c++) {
      const lush = table[n00 + c]! * w00 + table[n01 + c]! * w01 + table[n10 + c]! * w10 + table[n11 + c]! * w11
      const d = c + BLEND.dry
      let value = lush
      if (dry > 0) value += (table[n00 + d]! * w00 + table[n01 + d]! * w01 + table[n10 + d]! * w10 + table[n11 + d]! * w11 - lush) * dry
      const f = c + BLEND.floor
      if (cover > 0) value += (table[n00 + f]! * w00 + table[n01 + f]! * w01 + table[n10 + f]! * w10 + table[n11 + f]! * w11 - value) * cover
      const w = c + BLEND.wet
      if (wet > 0) value += (table[n00 + w]! * w00 + table[n01 + w]! * w01 + table[n10 + w]! * w10 + table[n11 + w]! * w11 - value) * wet
      const b = c + BLEND.bare
      if (bare > 0) value += (table[n00 + b]! * w00 + table[n01 + b]! * w01 + table[n10 + b]! * w10 + table[n11 + b]! * w11 - value) * bare
      if (sandy > 0) {
        const strand = STRAND_DRY[c]! + (STRAND_WET[c]! - STRAND_DRY[c]!) * damp
        value += (strand + (STRAND_DEEP[c]! - strand) * below - value) * sandy
      }
      if (loose > 0) value += (DUNE[c]! - value) * loose
      value *= light
      if (snow > 0) value += (SNOW[c]! - value) * snow
      if (crop > 0) value += (GRAIN[c]! * light - value) * crop
      if (tread > 0) value += (TRODDEN[c]! * light - value) * tread
      bytes[at + c] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5
    }
    const rock = clamp01((slope - 0.62 + patch * 0.18) * 2.6) * (1 - snow * 0.65) * (1 - loose) * (height < -4 ? 0.4 : 1)
    bytes[at + 3] = (Math.floor(rock * 15 + 0.5) << 4) | Math.floor(clamp01(grass * (1 - rock)) * 15 + 0.5)
  }
  if (ground.water.near) paintBanks(fields, count, ground, out)
  if (ground.road.near) paintRoads(count, ground, out)
}

function channelsOf(colour: number): Float64Array {
  return Float64Array.of((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
}

function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}
