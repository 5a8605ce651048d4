/** How much of a desert the country is, asked every 512 m: what dunes and oases go by. */
import { BIOMES, fitOf } from './biomes/index.ts'
import { desert } from './biomes/desert.ts'
import { MOISTURE_WAVES, WARMTH_WAVES, beltOf, createWaves } from './climate.ts'
import type { Waves } from './climate.ts'
import type { Samples } from './noise/octave.ts'
import { PARAMETERS } from './parameters.ts'

/** Metres between the places where the country is asked; a cell of the lattice of rivers is as wide. */
export const SURVEY_METERS = 512
/** Answers kept, each way; a power of two. */
const KEPT_SIDE = 64
/** Shares of the desert among the biomes where it begins and where it counts in full. */
const FIRST_SHARE = 0.16
const FULL_SHARE = 0.34

/** How much of a desert the country is at a node of the survey, 0..1. */
export type DesertSurvey = (nodeX: number, nodeZ: number) => number

/** The survey of a seed. Holds scratch arrays: use one per thread. */
export function createDesertSurvey(seedWord: number): DesertSurvey {
  const warm = createWaves(seedWord, WARMTH_WAVES)
  // the shortest waves of moisture are of no account between nodes so far apart
  const wet = createWaves(seedWord, MOISTURE_WAVES, 2)
  const belt = beltOf(seedWord)
  const node: Samples = { x: new Float64Array(1), z: new Float64Array(1), count: 1 }
  const answer = new Float64Array(1)
  const keptX = new Float64Array(KEPT_SIDE * KEPT_SIDE).fill(NaN)
  const keptZ = new Float64Array(KEPT_SIDE * KEPT_SIDE)
  const kept = new Float64Array(KEPT_SIDE * KEPT_SIDE)

  function valueAt(fill: Waves): number {
    fill(node, answer)
    return answer[0]!
  }

  return (nodeX, nodeZ) => {
    const slot = (nodeX & (KEPT_SIDE - 1)) + (nodeZ & (KEPT_SIDE - 1)) * KEPT_SIDE
    if (keptX[slot] === nodeX && keptZ[slot] === nodeZ) return kept[slot]!
    keptX[slot] = nodeX
    keptZ[slot] = nodeZ
    node.x[0] = nodeX * SURVEY_METERS
    node.z[0] = nodeZ * SURVEY_METERS
    const moisture = valueAt(wet)
    let found = 0
    if (moisture < 0.42) {
      const warmth = valueAt(warm) + belt(node.z[0]!) * PARAMETERS.latitudeReach.value
      let sum = 0
      for (const biome of BIOMES) sum += fitOf(biome, warmth, moisture > 0 ? moisture : 0)
      const t = (fitOf(desert, warmth, moisture > 0 ? moisture : 0) / sum - FIRST_SHARE) / (FULL_SHARE - FIRST_SHARE)
      found = t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t)
    }
    kept[slot] = found
    return found
  }
}
