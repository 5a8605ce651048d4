/** Dunes: sand that the wind of a region heaps up in the heart of deserts, rising gently before it and falling steeply behind the crest. */
import { hashCell } from '#core/hash.ts'
import { SURVEY_METERS, createDesertSurvey } from './desert-survey.ts'
import type { HeightField } from './height.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { BLOCK_SIZE, addNoise, createOctave, unitVector } from './noise/octave.ts'
import type { Samples, Share } from './noise/octave.ts'

/** Side in metres of the regions of one wind, and over how many metres dunes fade at their borders: bare corridors lie there. */
const WIND_METERS = 5200
const CORRIDOR_METERS = 240
/** How far those borders wander, metres. */
const WANDER_METERS = 420
/** Shares of the four waves that shape them. */
const WANDERING: Share = { amplitude: WANDER_METERS }
const BENDING: Share = { amplitude: 0.46 }
const RIPPLING: Share = { amplitude: 0.06 }
const SWELLING: Share = { amplitude: 0.75 }
/** From crest to crest, metres; height of the highest; share of the length that lies behind the crest. */
const LENGTH_METERS = 165
const HEIGHT_METERS = 20
const LEE_SHARE = 0.29
/** Dunes begin over this height above the sea and stand in full so much higher, metres. */
const SHORE_METERS = 4
const SHORE_FADE_METERS = 10

/** How much sooner than the dunes their sand covers the ground. */
const COVER_SHARE = 1.7

const STILL = { x: 0, z: 0 }

/** Loose sand of places: whether there is any, and how much of the ground it covers, 0..1; `cover` means nothing where there is none near. */
export type SandSamples = { near: boolean; readonly cover: Float64Array }

/** Room for the sand of a block. */
export function createSandSamples(): SandSamples {
  return { near: false, cover: new Float64Array(BLOCK_SIZE) }
}

/** See `createDunes`. */
export type Dunes = {
  /** Sand of the places that `lift` was asked of last. */
  readonly sand: SandSamples
  /** Heaps sand onto heights, in place: nothing in water and on its banks, in mountains and at the coast. Takes the field that made the heights and the water of the same places. */
  lift(samples: Samples, heights: Float64Array, field: Pick<HeightField, 'inland' | 'ruggedness'>, water: Pick<WaterSamples, 'near' | 'firm'>): void
}

/** The dunes of a seed: a function of place alone. Holds scratch arrays: use one per thread. */
export function createDunes(seedWord: number): Dunes {
  const desertAt = createDesertSurvey(seedWord)
  const [wander, bend, ripple, swell] = [createOctave(seedWord, 150, 1700), createOctave(seedWord, 151, 390), createOctave(seedWord, 152, 125), createOctave(seedWord, 153, 230)]
  const sandy: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
  const array = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const [share, wandering, bending, swelling] = [array(), array(), array(), array()]
  const placeOf = new Int32Array(BLOCK_SIZE)
  const corners = new Float64Array(4)
  const sand = createSandSamples()

  /** Gathers the places that have sand, with how much of it, into `sandy` and `share`. */
  function gather(samples: Samples, heights: Float64Array, { inland, ruggedness }: Pick<HeightField, 'inland' | 'ruggedness'>, water: Pick<WaterSamples, 'near' | 'firm'>): void {
    sandy.count = 0
    let cellX = NaN
    let cellZ = NaN
    let isDry = false
    let west = NaN
    let east = NaN
    let north = NaN
    let south = NaN
    const { x: xs, z: zs, count } = samples
    for (let k = 0; k < count; k++) {
      const px = xs[k]!
      const pz = zs[k]!
      // The side of a cell is a power of two, so that asking for its bounds is as exact as dividing, and quicker.
      if (!isDry && px >= west && px < east && pz >= north && pz < south) continue
      const x = px / SURVEY_METERS
      const z = pz / SURVEY_METERS
      const cx = Math.floor(x)
      const cz = Math.floor(z)
      if (cx !== cellX || cz !== cellZ) {
        cellX = cx
        cellZ = cz
        for (let n = 0; n < 4; n++) corners[n] = desertAt(cx + (n & 1), cz + (n >> 1))
        isDry = corners[0]! + corners[1]! + corners[2]! + corners[3]! > 0
        west = cx * SURVEY_METERS
        east = west + SURVEY_METERS
        north = cz * SURVEY_METERS
        south = north + SURVEY_METERS
      }
      if (!isDry) continue
      let u = x - cx
      let v = z - cz
      u = u * u * (3 - 2 * u)
      v = v * v * (3 - 2 * v)
      let much = (corners[0]! * (1 - u) + corners[1]! * u) * (1 - v) + (corners[2]! * (1 - u) + corners[3]! * u) * v
      const high = (heights[k]! - SHORE_METERS) / SHORE_FADE_METERS
      much *= high < 0 ? 0 : high > 1 ? 1 : high * high * (3 - 2 * high)
      const low = 1 - ruggedness[k]! * 6
      much *= inland[k]! <= 0 || low <= 0 ? 0 : low
      if (water.near) much *= water.firm[k]! * water.firm[k]!
      if (!(much > 0)) continue
      sandy.x[sandy.count] = px
      sandy.z[sandy.count] = pz
      share[sandy.count] = much
      placeOf[sandy.count++] = k
    }
  }

  return {
    sand,
    lift(samples, heights, field, water) {
      gather(samples, heights, field, water)
      const { count } = sandy
      sand.near = count > 0
      if (count === 0) return
      sand.cover.fill(0, 0, samples.count)
      wandering.fill(0, 0, count)
      addNoise(wander, sandy, WANDERING, wandering)
      bending.fill(0, 0, count)
      addNoise(bend, sandy, BENDING, bending)
      addNoise(ripple, sandy, RIPPLING, bending)
      swelling.fill(0, 0, count)
      addNoise(swell, sandy, SWELLING, swelling)
      // one wind for a region: a vector made for each place would cost memory
      let windX = NaN
      let windZ = NaN
      let wind = STILL
      for (let n = 0; n < count; n++) {
        const x = (sandy.x[n]! + wandering[n]!) / WIND_METERS
        const z = (sandy.z[n]! - wandering[n]!) / WIND_METERS
        const cx = Math.floor(x)
        const cz = Math.floor(z)
        const inner = Math.min(x - cx, cx + 1 - x, z - cz, cz + 1 - z) * (WIND_METERS / CORRIDOR_METERS)
        const open = inner > 1 ? 1 : inner * inner * (3 - 2 * inner)
        if (cx !== windX || cz !== windZ) {
          windX = cx
          windZ = cz
          wind = unitVector(hashCell(seedWord, cx, cz, 0xd0e5))
        }
        const phase = (sandy.x[n]! * wind.x + sandy.z[n]! * wind.z) / LENGTH_METERS + bending[n]!
        const t = phase - Math.floor(phase)
        // Before the crest a long swell that steepens, behind it one face down to the next foot.
        const up = t / (1 - LEE_SHARE)
        const down = (1 - t) / LEE_SHARE
        const form = up < 1 ? up * up * (1.6 - 0.6 * up) : down * (0.55 + down * (1.35 - 0.9 * down))
        let tall = 0.62 + swelling[n]!
        tall = tall < 0.12 ? 0.12 : tall > 1 ? 1 : tall
        const k = placeOf[n]!
        heights[k] = heights[k]! + HEIGHT_METERS * share[n]! * open * tall * form
        const covered = COVER_SHARE * share[n]! * open
        sand.cover[k] = covered > 1 ? 1 : covered
      }
    },
  }
}
