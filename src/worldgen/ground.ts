/** Colours of the ground: climate, height, slope and two scales of noise mixed into soil, rock and grass. */
import { BARE_AT, BLEND_STEPS, BLEND_STRIDE, CLUMPING_AT, DRY_AT, FLOOR_AT, GRASS_AT, GROUND_BLEND, TREES_AT, WET_AT } from './biomes/blend-table.ts'
import { shore } from './biomes/shore.ts'
import { oasis } from './biomes/oasis.ts'
import { sea } from './biomes/sea.ts'
import type { SandSamples } from './dunes.ts'
import { fillOctave } from './fields.ts'
import type { LandFields } from './fields.ts'
import { paintBanks } from './hydrology/banks.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { OASIS_MOIST } from './hydrology/oases.ts'
import { BLOCK_SIZE } from './noise/octave.ts'
import type { Samples } from './noise/octave.ts'
import type { Box } from './recent-tiles.ts'
import type { RoadSamples } from './roads/grade-roads.ts'
import { paintRoads } from './roads/paint-roads.ts'
import { isSettledNear, standingShare } from './sites/built-upon.ts'
import { cropAt, treadAt } from './sites/trodden.ts'

const SIDE = BLEND_STEPS + 1
/** What the table holds at the four nodes round the climate of the place before, for neighbours mostly share them: of each number that of node (0, 0), then (0, 1), (1, 0) and (1, 1). */
const nodes = new Float64Array(4 * BLEND_STRIDE)
const mixed = new Float64Array(3)
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
const OASIS_LUSH = channelsOf(oasis.ground.lush)
const OASIS_DRY = channelsOf(oasis.ground.dry)
const STRAND_DEEP = channelsOf(sea.ground.wet)

/** What `fillGround` knows of its places. */
export type GroundIn = { heights: Float64Array; slopes: Float64Array; spacing: number; water: WaterSamples; road: RoadSamples; sand: SandSamples; /** Round all places, and no matter if a little more. */ box: Box }

/** Where `fillGround` writes: four bytes a place from `offset` on. */
export type GroundOut = { bytes: Uint8Array; offset: number }

/** Writes soil colour, rock and grass of `samples.count` places. `slopes` is rise over run; `spacing` the distance of neighbours in metres. */
export function fillGround(fields: LandFields, samples: Samples, ground: GroundIn, out: GroundOut): void {
  const { count } = samples
  const { heights, slopes, spacing, water, road, sand } = ground
  const { warmth: warmths, moisture: moistures, grove, gathering } = fields.climate
  // Noise finer than the lattice would only flicker: it fades where vertices stand far apart.
  const far = spacing <= 12 ? 1 : 12 / spacing
  shadeShare.amplitude = 0.1 * far
  fillOctave(fields.shades[0], samples, shadeShare, shade)
  if (spacing > 4) grain.fill(0, 0, count)
  else fillOctave(fields.shades[1], samples, GRAIN_SHARE, grain)
  const isSettled = spacing <= 8 && isSettledNear(fields, ground.box)
  const isWatery = water.near
  const isLoose = sand.near
  const { bytes } = out
  const table = GROUND_BLEND
  const cell = nodes
  const colour = mixed
  let cellI = NaN
  let cellJ = NaN
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
    if (i !== cellI || j !== cellJ) {
      cellI = i
      cellJ = j
      const from = (i * SIDE + j) * BLEND_STRIDE
      for (let n = 0; n < BLEND_STRIDE; n++) {
        cell[4 * n] = table[from + n]!
        cell[4 * n + 1] = table[from + BLEND_STRIDE + n]!
        cell[4 * n + 2] = table[from + SIDE * BLEND_STRIDE + n]!
        cell[4 * n + 3] = table[from + (SIDE + 1) * BLEND_STRIDE + n]!
      }
    }
    const w11 = (u - i) * (v - j)
    const w10 = u - i - w11
    const w01 = v - j - w11
    const w00 = 1 - (u - i) - w01
    const clumping = cell[4 * CLUMPING_AT]! * w00 + cell[4 * CLUMPING_AT + 1]! * w01 + cell[4 * CLUMPING_AT + 2]! * w10 + cell[4 * CLUMPING_AT + 3]! * w11
    const trees = cell[4 * TREES_AT]! * w00 + cell[4 * TREES_AT + 1]! * w01 + cell[4 * TREES_AT + 2]! * w10 + cell[4 * TREES_AT + 3]! * w11
    let cover = clamp01(trees * (1 + (gathering[k]! - 1) * clumping * near) * 1.5)
    if (isSettled) cover *= standingShare(fields, samples, k)
    const patch = shade[k]! * 5 + grain[k]! * 3
    // Fresh in hollows of moisture, dry on slopes and where the patches say so.
    const dry = clamp01(0.42 + patch * 0.6 + slope * 0.5 - (moisture - 0.5) * 0.5)
    const bare = clamp01((slope - 0.42) * 2.2 + patch * 0.25)
    const wet = clamp01((moisture - 0.8) * 3 - slope * 2 + patch * 0.3)
    const fresh = cell[4 * GRASS_AT]! * w00 + cell[4 * GRASS_AT + 1]! * w01 + cell[4 * GRASS_AT + 2]! * w10 + cell[4 * GRASS_AT + 3]! * w11
    // Shore: wet-dark at the waterline, then sand, then turf creeping in at a wavering line.
    const strandHeight = 3 + patch * 2 + slope * 3
    let sandy = 0
    let below = 0
    let damp = 0
    if (height < strandHeight) {
      sandy = clamp01((strandHeight - height) / 1.5) * (isWatery && height > 0 ? 1 - water.marsh[k]! : 1)
      below = clamp01(-height / 9)
      damp = clamp01((0.55 - height) / 0.7) * 0.75
    }
    // Snow where it is cold enough, off the steep; its line wavers.
    const cold = 0.09 - warmth + grove[k]! * 0.025 + patch * 0.015
    const snow = cold > 0 ? clamp01(cold * 18) * clamp01((1.05 - slope) * 3) * (1 - sandy) : 0
    const light = 1 + shade[k]! + grain[k]!
    let grass = fresh * (1 - bare) * (1 - cover * 0.35) * (1 - sandy) * (1 - snow)
    // Where the wind has heaped up sand there is nothing else.
    const loose = isLoose ? sand.cover[k]! : 0
    grass *= 1 - loose
    let crop = 0
    let tread = 0
    if (isSettled) {
      crop = cropAt(fields, samples.x[k]!, samples.z[k]!) * (1 - sandy) * (1 - snow)
      tread = treadAt(fields, samples.x[k]!, samples.z[k]!, spacing)
      grass = (grass + (1 - grass) * crop) * (1 - tread)
    }
    // The grounds of the climate, written out for each channel: the places in `cell` are known beforehand, and a ground that is not there is passed over once.
    let red = cell[0]! * w00 + cell[1]! * w01 + cell[2]! * w10 + cell[3]! * w11
    let green = cell[4]! * w00 + cell[5]! * w01 + cell[6]! * w10 + cell[7]! * w11
    let blue = cell[8]! * w00 + cell[9]! * w01 + cell[10]! * w10 + cell[11]! * w11
    if (dry > 0) {
      red += (cell[4 * DRY_AT]! * w00 + cell[4 * DRY_AT + 1]! * w01 + cell[4 * DRY_AT + 2]! * w10 + cell[4 * DRY_AT + 3]! * w11 - red) * dry
      green += (cell[4 * DRY_AT + 4]! * w00 + cell[4 * DRY_AT + 5]! * w01 + cell[4 * DRY_AT + 6]! * w10 + cell[4 * DRY_AT + 7]! * w11 - green) * dry
      blue += (cell[4 * DRY_AT + 8]! * w00 + cell[4 * DRY_AT + 9]! * w01 + cell[4 * DRY_AT + 10]! * w10 + cell[4 * DRY_AT + 11]! * w11 - blue) * dry
    }
    if (cover > 0) {
      red += (cell[4 * FLOOR_AT]! * w00 + cell[4 * FLOOR_AT + 1]! * w01 + cell[4 * FLOOR_AT + 2]! * w10 + cell[4 * FLOOR_AT + 3]! * w11 - red) * cover
      green += (cell[4 * FLOOR_AT + 4]! * w00 + cell[4 * FLOOR_AT + 5]! * w01 + cell[4 * FLOOR_AT + 6]! * w10 + cell[4 * FLOOR_AT + 7]! * w11 - green) * cover
      blue += (cell[4 * FLOOR_AT + 8]! * w00 + cell[4 * FLOOR_AT + 9]! * w01 + cell[4 * FLOOR_AT + 10]! * w10 + cell[4 * FLOOR_AT + 11]! * w11 - blue) * cover
    }
    if (wet > 0) {
      red += (cell[4 * WET_AT]! * w00 + cell[4 * WET_AT + 1]! * w01 + cell[4 * WET_AT + 2]! * w10 + cell[4 * WET_AT + 3]! * w11 - red) * wet
      green += (cell[4 * WET_AT + 4]! * w00 + cell[4 * WET_AT + 5]! * w01 + cell[4 * WET_AT + 6]! * w10 + cell[4 * WET_AT + 7]! * w11 - green) * wet
      blue += (cell[4 * WET_AT + 8]! * w00 + cell[4 * WET_AT + 9]! * w01 + cell[4 * WET_AT + 10]! * w10 + cell[4 * WET_AT + 11]! * w11 - blue) * wet
    }
    if (bare > 0) {
      red += (cell[4 * BARE_AT]! * w00 + cell[4 * BARE_AT + 1]! * w01 + cell[4 * BARE_AT + 2]! * w10 + cell[4 * BARE_AT + 3]! * w11 - red) * bare
      green += (cell[4 * BARE_AT + 4]! * w00 + cell[4 * BARE_AT + 5]! * w01 + cell[4 * BARE_AT + 6]! * w10 + cell[4 * BARE_AT + 7]! * w11 - green) * bare
      blue += (cell[4 * BARE_AT + 8]! * w00 + cell[4 * BARE_AT + 9]! * w01 + cell[4 * BARE_AT + 10]! * w10 + cell[4 * BARE_AT + 11]! * w11 - blue) * bare
    }
    // Round the pool of an oasis its own green, over that of the woods of such a climate.
    const oozing = isWatery ? (water.moist[k]! - OASIS_MOIST) * 1.6 : 0
    if (oozing > 0) {
      const greened = oozing > 1 ? 1 : oozing
      const dusty = dry * 0.8
      red += (OASIS_LUSH[0]! + (OASIS_DRY[0]! - OASIS_LUSH[0]!) * dusty - red) * greened
      green += (OASIS_LUSH[1]! + (OASIS_DRY[1]! - OASIS_LUSH[1]!) * dusty - green) * greened
      blue += (OASIS_LUSH[2]! + (OASIS_DRY[2]! - OASIS_LUSH[2]!) * dusty - blue) * greened
    }
    colour[0] = red
    colour[1] = green
    colour[2] = blue
    const at = out.offset + k * 4
    for (let c = 0; c < 3; c++) {
      let value = colour[c]!
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
    const steep = slope - 0.62 + patch * 0.18
    const rock = steep > 0 ? clamp01(steep * 2.6) * (1 - snow * 0.65) * (1 - loose) * (height < -4 ? 0.4 : 1) : 0
    // Never negative, so that cutting off rounds.
    bytes[at + 3] = ((rock * 15 + 0.5) << 4) | (clamp01(grass * (1 - rock)) * 15 + 0.5)
  }
  if (isWatery) paintBanks(fields, count, ground, out)
  if (road.near) paintRoads(count, ground, out)
}

function channelsOf(colour: number): Float64Array {
  return Float64Array.of((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
}

function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}
