/** Where a road cannot be walked: too steep, or in water that it neither fords nor spans. */
import { surfaceAt } from '../hydrology/carve.ts'
import { BLOCK_SIZE } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import type { WayGround } from './find-way.ts'
import { leftToRoads } from './left-to-roads.ts'
import type { Crossing, Road } from './road.ts'

/** Steeper than this a road is not accepted, rise over run. */
const STEEPEST_ACCEPTED = 0.3
/** Deeper water, in metres, is no way but at a ford. */
const WADE_METERS = 0.3
/** A ford counts so far beyond its ends, and a crossing so far to its sides, metres. */
const OVER_METERS = 1.5
const BESIDE_CROSSING_METERS = 8
/** Where the ground stays this far above or below the road, because water or the lattice of far levels keeps it, there is a step, metres. */
const STEP_METERS = 0.9
/** The ground is looked at so often along a road, metres. */
const LOOK_METERS = 4
/** A road keeps so far from walls, metres. */
const WALL_METERS = 1.2
/** Limbs of a bend nearer to each other than this may differ in height by `PINCH_SLOPE` of their distance (of `BESIDE_METERS` at least), metres. */
const APART_METERS = 16
const BESIDE_METERS = 3
/** Somewhat more than `APART_METERS`, so that no rounding counts. */
const FAR_METERS = 17
const PINCH_SLOPE = 0.4
/** So many looks further on a road may have come back. */
const LIMB_LOOKS = 90

const samples: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const heights = new Float64Array(BLOCK_SIZE)

/** Places (x, z, …) of a road that cannot be walked, where the sea may be `causeway` metres deep under it. */
export function findFaults(ground: WayGround, { points, levels, crossings }: Pick<Road, 'points' | 'levels' | 'crossings'>, causeway: number): number[] {
  const faults: number[] = []
  // x, z and height of the road at every look.
  const looked: number[] = []
  for (let i = 0; i + 1 < levels.length; i++) {
    const x = points[i * 2]!
    const z = points[i * 2 + 1]!
    const dx = points[i * 2 + 2]! - x
    const dz = points[i * 2 + 3]! - z
    const rise = levels[i + 1]! - levels[i]!
    const length = Math.sqrt(dx * dx + dz * dz)
    if (Math.abs(rise) > length * STEEPEST_ACCEPTED + 0.01) add(faults, x + dx / 2, z + dz / 2)
    const looks = Math.max(1, Math.ceil(length / LOOK_METERS))
    for (let n = 0; n < looks; n++) looked.push(x + (dx * n) / looks, z + (dz * n) / looks, levels[i]! + (rise * n) / looks)
  }
  // A bridge that found no room for its deck ends in the air.
  for (const { kind, deckAt, x, z } of crossings) if (kind === 'bridge' && deckAt < 0) add(faults, x, z)
  for (let a = 0; a < looked.length; a += 3) if (ground.isWalled(looked[a]!, looked[a + 1]!, WALL_METERS)) add(faults, looked[a]!, looked[a + 1]!)
  findPinches(looked, faults)
  findWet({ ground, causeway }, looked, crossings, faults)
  return faults
}

/** Where two limbs of a bend lie side by side at different heights. */
function findPinches(looked: readonly number[], faults: number[]): void {
  for (let a = 0; a < looked.length; a += 3) {
    for (let b = a + 3; b < looked.length && b <= a + LIMB_LOOKS * 3; b += 3) {
      const dx = looked[b]! - looked[a]!
      const dz = looked[b + 1]! - looked[a + 1]!
      const square = dx * dx + dz * dz
      // A road that has gone so far takes as many looks to come back.
      if (square > FAR_METERS * FAR_METERS) b += 3 * Math.floor((Math.sqrt(square) - FAR_METERS) / LOOK_METERS)
      else if (square < APART_METERS * APART_METERS && Math.abs(looked[b + 2]! - looked[a + 2]!) > Math.max(BESIDE_METERS, Math.sqrt(square)) * PINCH_SLOPE) add(faults, looked[a]!, looked[a + 1]!)
    }
  }
}

/** Where the road lies in water: deep sea, lakes, and rivers that it neither fords nor spans. */
function findWet({ ground, causeway }: { ground: WayGround; causeway: number }, looked: readonly number[], crossings: readonly Crossing[], faults: number[]): void {
  const levels: number[] = []
  samples.count = 0
  for (let a = 0; a < looked.length; a += 3) {
    if (!crossings.some((crossing) => isOver(crossing, looked[a]!, looked[a + 1]!))) {
      levels[samples.count] = looked[a + 2]!
      samples.x[samples.count] = looked[a]!
      samples.z[samples.count++] = looked[a + 1]!
    }
    if (samples.count === 0 || (samples.count < BLOCK_SIZE && a + 3 < looked.length)) continue
    ground.fill(samples, heights)
    for (let k = 0; k < samples.count; k++) {
      const isWet = ground.water.near && surfaceAt(ground.water, k, heights[k]!) > Math.max(0, heights[k]! + WADE_METERS)
      const left = leftToRoads(samples.x[k]!, samples.z[k]!, heights[k]!, ground.water.near ? ground.water.gap[k]! : Infinity)
      const step = Math.abs(levels[k]! - heights[k]!) * (1 - left * left * (3 - 2 * left))
      if (heights[k]! < -causeway || isWet || step > STEP_METERS) add(faults, samples.x[k]!, samples.z[k]!)
    }
    samples.count = 0
  }
}

/** On a deck, and between the banks at a ford, one is dry. */
function isOver({ x, z, alongX, alongZ, start, end, kind }: Crossing, px: number, pz: number): boolean {
  const along = (px - x) * alongX + (pz - z) * alongZ
  const over = kind === 'ford' ? OVER_METERS : 0
  return along > start - over && along < end + over && Math.abs((px - x) * alongZ - (pz - z) * alongX) < BESIDE_CROSSING_METERS
}

/** Adds a place unless one near it is there. */
function add(faults: number[], x: number, z: number): void {
  for (let f = 0; f < faults.length; f += 2) if (Math.abs(faults[f]! - x) < 60 && Math.abs(faults[f + 1]! - z) < 60) return
  faults.push(x, z)
}
