/** The well of an oasis: where it stands on the shore of the pool. It bears the oasis's name. */
import { hashCell } from '#core/hash.ts'
import { SIXTEEN_WINDS, yawOfFront } from '../directions.ts'
import type { WaterSamples } from '../hydrology/carve.ts'
import { surfaceAt } from '../hydrology/carve.ts'
import type { Oasis } from '../hydrology/oases.ts'
import { OASIS_SQUARE_METERS } from '../hydrology/oases.ts'
import type { Samples } from '../noise/octave.ts'
import type { LandmarkSite } from './landmark.ts'
import { LANDMARK_RADIUS, solidsFor } from './landmark-solids.ts'

/** So high over the water the ground of the well lies, least and most, metres. */
const LEAST_METERS = 0.5
const MOST_METERS = 2.6
/** From the water's usual edge outward to where its ground is looked for, metres. */
const OUT_METERS = [7, 13, 20, 28] as const
/** No well stands farther from the middle of its oasis, metres: where its cell ends it is not looked for. */
const WELL_REACH_METERS = 250

/** The ground as water left it, asked for up to 64 places at once. */
export type ShoreGround = { fill(samples: Samples, out: Float64Array): void; readonly water: WaterSamples }

/** Finds wells on `ground`; each keeps within its own cell of landmarks, whose side is `cellMeters`. */
export function createWellFinder(ground: ShoreGround, cellMeters: number): (oasis: Oasis) => Omit<LandmarkSite, 'id'> | null {
  const samples: Samples = { x: new Float64Array(64), z: new Float64Array(64), count: 64 }
  const heights = new Float64Array(64)
  const known = new WeakMap<Oasis, Omit<LandmarkSite, 'id'> | null>()

  function find({ lake, hash }: Oasis): Omit<LandmarkSite, 'id'> | null {
    const first = hashCell(hash, 30) & 15
    for (let n = 0; n < 64; n++) {
      const wind = (first + n * 5) & 15
      const meters = lake.radius / lake.basin + OUT_METERS[n >> 4]!
      samples.x[n] = Math.round(lake.x + SIXTEEN_WINDS[wind * 2]! * meters)
      samples.z[n] = Math.round(lake.z + SIXTEEN_WINDS[wind * 2 + 1]! * meters)
    }
    ground.fill(samples, heights)
    const margin = LANDMARK_RADIUS.oasis + 3
    for (let n = 0; n < 64; n++) {
      const x = samples.x[n]!
      const z = samples.z[n]!
      const y = heights[n]!
      const over = y - lake.level
      if (over < LEAST_METERS || over > MOST_METERS || surfaceAt(ground.water, n, y) > -Infinity) continue
      const [inX, inZ] = [x - Math.floor(x / cellMeters) * cellMeters, z - Math.floor(z / cellMeters) * cellMeters]
      if (Math.min(inX, inZ) < margin || Math.max(inX, inZ) > cellMeters - margin) continue
      // It looks to the water.
      const front = (((first + n * 5) & 15) + 8) & 15
      return { kind: 'oasis', hash, x, z, y, yaw: yawOfFront(SIXTEEN_WINDS[front * 2]!, SIXTEEN_WINDS[front * 2 + 1]!), radius: LANDMARK_RADIUS.oasis, solids: solidsFor({ kind: 'oasis', hash, x, z, y, front }) }
    }
    return null
  }

  return (oasis) => {
    let well = known.get(oasis)
    if (well === undefined) {
      well = find(oasis)
      known.set(oasis, well)
    }
    return well
  }
}

/** Squares of oases whose wells may stand in a cell. */
export function squaresAbout(cell: number, cellMeters: number): readonly [first: number, last: number] {
  return [Math.floor((cell * cellMeters - WELL_REACH_METERS) / OASIS_SQUARE_METERS), Math.floor(((cell + 1) * cellMeters + WELL_REACH_METERS) / OASIS_SQUARE_METERS)]
}
