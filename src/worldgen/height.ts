/** Height of the bare ground in metres, before people level any of it: sea, plains, hills and mountains from octaves of noise. */
import { createOctaves } from './broad-shape.ts'
import type { CoarseLattice } from './noise/coarse-lattice.ts'
import { BLOCK_SIZE, addDamped, addFolded } from './noise/octave.ts'
import type { Damping, Folding, Octave, Samples } from './noise/octave.ts'
import { PARAMETERS } from './parameters.ts'

/** The bare ground of one seed. `fill` writes heights; beside them it leaves how far inland and how mountainous each place is. */
export type HeightField = {
  /** Writes the height in metres at every place; `samples.count` at most `BLOCK_SIZE`. Same bits for a place in any company. */
  fill(samples: Samples, out: Float64Array): void
  /** After `fill`: below 0 at sea, about 1 far inland. */
  readonly inland: Float64Array
  /** After `fill`: 0 in low country, 1 in the heart of a range. */
  readonly ruggedness: Float64Array
}

const HILL_OCTAVES = 6
/** How each octave of hills joins the sum. Made once, for a record made in a block would cost memory. */
const HILL_DAMPINGS = hillDampings()
/** Octaves of ridges, evaluated only where `ruggedness` is above 0. */
const RIDGE_OCTAVES = 7
/** Share of the broadest ridges in a crest. */
const RIDGE_AMPLITUDE = 0.6
/** How each octave of ridges joins the crest. */
const RIDGE_FOLDINGS = ridgeFoldings()

/** The octaves of a seed's hills and mountains; they never change, so that several height fields may share them. */
type Relief = { readonly hills: readonly Octave[]; readonly ridges: readonly Octave[] }

function hillDampings(): Damping[] {
  const dampings: Damping[] = []
  let amplitude = 1
  for (let o = 0; o < HILL_OCTAVES; o++) {
    dampings.push({ amplitude, damping: PARAMETERS.hillDamping.value, share: 0.35 })
    amplitude *= 0.43
  }
  return dampings
}

function ridgeFoldings(): Folding[] {
  const foldings: Folding[] = []
  const reach = PARAMETERS.mountainWarp.value * PARAMETERS.mountainWavelength.value
  let amplitude = RIDGE_AMPLITUDE
  for (let o = 0; o < RIDGE_OCTAVES; o++) {
    // The broadest ridges count in full, the others where there is some height already.
    foldings.push({ amplitude, least: o === 0 ? 1 : 0.16, reach })
    amplitude *= 0.45
  }
  return foldings
}

/** The relief of a seed. */
export function createRelief(seedWord: number): Relief {
  return {
    hills: createOctaves({ seedWord, layer: 40, wavelength: PARAMETERS.hillWavelength.value, count: HILL_OCTAVES }),
    ridges: createOctaves({ seedWord, layer: 60, wavelength: PARAMETERS.mountainWavelength.value, count: RIDGE_OCTAVES }),
  }
}

/** The bare ground of a relief over its `broad` shape. Holds scratch arrays: use one per thread. */
export function createHeightField({ hills, ridges }: Relief, broad: CoarseLattice): HeightField {
  const array = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const inland = array()
  const ruggedness = array()
  const warped: Samples = { x: array(), z: array(), count: 0 }
  /** The places of the block with ruggedness, one after the other: which they are, and where. */
  const ridged = new Int32Array(BLOCK_SIZE)
  const rugged: Samples = { x: array(), z: array(), count: 0 }
  const bendX = array()
  const bendZ = array()
  const roll = array()
  const sum = array()
  const crest = array()
  const steepX = array()
  const steepZ = array()
  const hilly = { value: sum, slopeX: steepX, slopeZ: steepZ }
  const ridgy = { value: array(), slopeX: steepX, slopeZ: steepZ }

  const broadFields = [inland, bendX, bendZ, roll, ruggedness]

  function fillBroad(samples: Samples): void {
    const { count } = samples
    broad.fill(samples, broadFields)
    warped.count = count
    for (let k = 0; k < count; k++) {
      warped.x[k] = samples.x[k]! + bendX[k]!
      warped.z[k] = samples.z[k]! + bendZ[k]!
      let t = ruggedness[k]! * 1.55
      t = t < 0 ? 0 : t > 1 ? 1 : t
      let shore = (inland[k]! - 0.03) * 5
      shore = shore < 0 ? 0 : shore > 1 ? 1 : shore
      ruggedness[k] = t * t * (3 - 2 * t) * shore * shore * (3 - 2 * shore)
    }
  }

  /** Hills whose smaller octaves fade where the sum is already steep (derivative damping after Inigo Quilez, "More Noise", 2008). */
  function fillHills(count: number): void {
    sum.fill(0, 0, count)
    steepX.fill(0, 0, count)
    steepZ.fill(0, 0, count)
    for (let o = 0; o < HILL_OCTAVES; o++) addDamped(hills[o]!, warped, HILL_DAMPINGS[o]!, hilly)
  }

  /** Leaves in `crest`, where there is ruggedness, ridges that bend away from the slopes above them and roughen only on high ground. */
  function fillRidges(count: number): void {
    let found = 0
    for (let k = 0; k < count; k++) {
      if (!(ruggedness[k]! > 0)) continue
      ridged[found] = k
      rugged.x[found] = warped.x[k]!
      rugged.z[found] = warped.z[k]!
      found++
    }
    if (found === 0) return
    rugged.count = found
    const { value } = ridgy
    value.fill(0, 0, found)
    steepX.fill(0, 0, found)
    steepZ.fill(0, 0, found)
    for (let o = 0; o < RIDGE_OCTAVES; o++) addFolded(ridges[o]!, rugged, RIDGE_FOLDINGS[o]!, ridgy)
    for (let k = 0; k < found; k++) crest[ridged[k]!] = value[k]!
  }

  return {
    inland,
    ruggedness,
    fill(samples, out) {
      const { count } = samples
      const inlandRise = PARAMETERS.inlandRise.value
      const seaFall = PARAMETERS.seaFall.value
      const hillHeight = PARAMETERS.hillHeight.value
      const mountainHeight = PARAMETERS.mountainHeight.value
      fillBroad(samples)
      fillHills(count)
      fillRidges(count)
      for (let k = 0; k < count; k++) {
        const e = inland[k]!
        const swell = roll[k]! < 0.12 ? 0.12 : roll[k]!
        const range = ruggedness[k]!
        // Beaches and sea floor stay gentle: hills need some ground between them and the water.
        let shore = (e + 0.015) * 6.5
        shore = shore < 0 ? 0 : shore > 1 ? 1 : shore
        const hillShare = 0.05 + 0.95 * shore * shore * (3 - 2 * shore)
        const base = e >= 0 ? inlandRise * e * (0.35 + 0.65 * e) + 60 * e * shore : seaFall * e * (0.55 - 0.9 * e)
        const hill = sum[k]! * hillHeight * swell * hillShare
        const peak = range > 0 ? mountainHeight * range * crest[k]! * (0.25 + 0.75 * crest[k]!) : 0
        out[k] = base + hill + peak
      }
    },
  }
}
