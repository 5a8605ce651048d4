/** Warmth and moisture of places, and where groves stand: low octaves of noise bent by latitude, height and coast. */
import { hashCell, unitOf } from '#core/hash.ts'
import type { WaterSamples } from './hydrology/carve.ts'
import { createCoarseLattice } from './noise/coarse-lattice.ts'
import { BLOCK_SIZE, addNoise, createOctave } from './noise/octave.ts'
import type { Samples } from './noise/octave.ts'
import { PARAMETERS } from './parameters.ts'

/** The climate of one seed; results lie in its arrays until the next call. */
export type ClimateField = {
  /** Fills `warmth`, `moisture` and `grove`. Takes the heights, how far inland (−1..1) and the water of the same places. */
  fill(samples: Samples, heights: Float64Array, inland: Float64Array, water: WaterSamples): void
  /** 0 polar .. 1 hot. */
  readonly warmth: Float64Array
  /** 0 dry .. 1 wet. */
  readonly moisture: Float64Array
  /** About −1 open .. 1 in the heart of a grove. */
  readonly grove: Float64Array
  /** How many times as thick as usual trees stand where they gather fully: 0.05 in glades .. 2.65 in the heart of a grove. */
  readonly gathering: Float64Array
}

/** What rain brings beyond this moisture mostly runs off: so much of it stays, up to so much rain. */
const DRAINED_MOISTURE = 0.66
const DRAINED_SHARE = 0.3
const MOST_DRAINED = 1.02
const KEPT_MOISTURE = DRAINED_MOISTURE * (1 - DRAINED_SHARE)

/** How wet a place would be if nothing of its rain ran off, 0..1, by its moisture (without what rivers and marshes add). */
export function rainOf(moisture: number): number {
  return moisture > DRAINED_MOISTURE ? Math.min(1, (moisture - KEPT_MOISTURE) / DRAINED_SHARE) : moisture
}

/** A field of long waves: its mean, and of each wave the layer of its dice, its wavelength in metres and its share. */
type WaveTable = { readonly mean: number; readonly waves: ReadonlyArray<readonly [layer: number, wavelength: number, share: number]> }

/** Warmth before height and latitude. */
export const WARMTH_WAVES: WaveTable = { mean: 0.55, waves: [[100, PARAMETERS.warmthWavelength.value, 0.3], [101, 2300, 0.07]] }
/** Moisture before coast and rivers. */
export const MOISTURE_WAVES: WaveTable = { mean: 0.53, waves: [[110, PARAMETERS.moistureWavelength.value, 0.34], [111, 3300, 0.15], [112, 520, 0.035]] }

/** Writes such a field at every place. */
export type Waves = (samples: Samples, out: Float64Array) => void

/** The field of a seed, of its first `count` waves. */
export function createWaves(seedWord: number, { mean, waves }: WaveTable, count: number = waves.length): Waves {
  const octaves = waves.slice(0, count).map(([layer, wavelength, share]) => ({ octave: createOctave(seedWord, layer, wavelength), share: { amplitude: share } }))
  return (samples, out) => {
    out.fill(mean, 0, samples.count)
    for (const { octave, share } of octaves) addNoise(octave, samples, share, out)
  }
}

/** Warmth by latitude of a seed, −1..1 by metres south: a smooth wave of parabolas, cold in the north of each belt and hot in its south. */
export function beltOf(seedWord: number): (z: number) => number {
  const offset = unitOf(hashCell(seedWord, 130))
  return (z) => {
    const turns = z / PARAMETERS.latitudeWavelength.value + offset
    const t = (turns - Math.floor(turns)) * 2
    return t < 1 ? 4 * t * (1 - t) : -4 * (t - 1) * (2 - t)
  }
}

/** The climate of a seed. Holds scratch arrays: use one per thread. */
export function createClimateField(seedWord: number): ClimateField {
  const warm = createWaves(seedWord, WARMTH_WAVES)
  const wet = createWaves(seedWord, MOISTURE_WAVES)
  const groves = [createOctave(seedWord, 120, PARAMETERS.groveWavelength.value), createOctave(seedWord, 121, 77)] as const
  const groveShares = [{ amplitude: 0.72 }, { amplitude: 0.34 }] as const
  const beltAt = beltOf(seedWord)
  const warmth = new Float64Array(BLOCK_SIZE)
  const moisture = new Float64Array(BLOCK_SIZE)
  const grove = new Float64Array(BLOCK_SIZE)
  const gathering = new Float64Array(BLOCK_SIZE)
  const broad = createCoarseLattice({
    fields: 2,
    places: BLOCK_SIZE,
    evaluate(samples, outs) {
      warm(samples, outs[0]!)
      wet(samples, outs[1]!)
    },
  })
  const broadFields = [warmth, moisture]

  return {
    warmth,
    moisture,
    grove,
    gathering,
    fill(samples, heights, inland, water) {
      const { count, z } = samples
      const lapse = PARAMETERS.warmthLapse.value
      const reach = PARAMETERS.latitudeReach.value
      const soak = PARAMETERS.riverSoak.value
      const sodden = PARAMETERS.deltaSoak.value
      // What a module holds may be anything to the engine: chosen between as it is, it would cost memory at each place.
      const most = MOST_DRAINED * DRAINED_SHARE
      broad.fill(samples, broadFields)
      grove.fill(0, 0, count)
      addNoise(groves[0], samples, groveShares[0], grove)
      addNoise(groves[1], samples, groveShares[1], grove)
      const { near: isWatery } = water
      let line = NaN
      let belt = 0
      for (let k = 0; k < count; k++) {
        if (z[k]! !== line) {
          line = z[k]!
          belt = beltAt(line)
        }
        const height = heights[k]! > 0 ? heights[k]! : 0
        const w = warmth[k]! + belt * reach - height / lapse
        warmth[k] = w < 0 ? 0 : w > 1 ? 1 : w
        const coast = inland[k]! < 0 ? 0.1 : inland[k]! < 0.35 ? 0.1 * (1 - inland[k]! / 0.35) : 0
        let m = moisture[k]! + coast
        if (isWatery) m += water.moist[k]! * soak
        // Rain alone makes no marsh: that takes water that stands in the ground.
        if (m > DRAINED_MOISTURE) m = (m < MOST_DRAINED ? m * DRAINED_SHARE : most) + KEPT_MOISTURE
        if (isWatery) m += water.marsh[k]! * sodden
        moisture[k] = m < 0 ? 0 : m > 1 ? 1 : m
        let thick = (grove[k]! + 0.02) * 2.4
        thick = thick < 0 ? 0 : thick > 1 ? 1 : thick
        gathering[k] = thick * thick * (3 - 2 * thick) * 2.6 + 0.05
      }
    },
  }
}
