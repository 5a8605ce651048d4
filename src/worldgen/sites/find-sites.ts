/** Where settlements lie: one hashed candidate a cell, scored by the ground and the country around it; the best of its surroundings is settled. */
import { hashCell, unitOf } from '#core/hash.ts'
import { createRecentMap } from '#core/recent-map.ts'
import { clamp } from '#core/scalar.ts'
import { SIXTEEN_WINDS } from '../directions.ts'
import { cellKey, isDrained } from '../hydrology/macro-nodes.ts'
import { nearestNode } from '../noise/coarse-lattice.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Samples } from '../noise/octave.ts'
import type { Oases } from '../hydrology/oases.ts'
import { CORE_METERS, kindForWorth } from './settlement-kind.ts'
import { luredInto } from './lures.ts'
import type { Site } from './site.ts'

/** What site-finding asks of the wild ground: heights of up to 64 places at once. */
type WildGround = { fill(samples: Samples, out: Float64Array): void }

/** The water that draws people: metres to the nearest, Infinity where it is farther than `within`, and oases. */
type Waters = { distanceToWater(x: number, z: number, within: number): number; oases: Oases }

/** The settled places of one seed, remembered as they are found. */
export type Sites = {
  /** The settled place of a cell, or null. */
  siteOfCell(cellX: number, cellZ: number): Site | null
}

const RINGS_METERS = [42, 88, 380, 2600] as const
/** Candidates keep this share of a cell from its border, so that levelled ground never leaves its cell. */
const MARGIN = 0.18
/** Water within this distance draws people, metres. */
const RIVERSIDE_METERS = 380
/** Least way from a settlement's core to the water's edge, metres. */
const BANK_METERS = 50

type Candidate = { score: number; site: Site }

/** The finder of settled places for a seed, of which `remembered` cells are kept. */
export function createSites(seedWord: number, ground: WildGround, { distanceToWater, oases, remembered }: Waters & { remembered: number }): Sites {
  const side = PARAMETERS.settlementCell.value
  const candidates = createRecentMap<number, Candidate | null>(remembered)
  const settled = createRecentMap<number, Site | null>(remembered)
  const samples: Samples = { x: new Float64Array(33), z: new Float64Array(33), count: 0 }
  const heights = new Float64Array(33)

  function candidateOf(cellX: number, cellZ: number): Candidate | null {
    const key = cellKey(cellX, cellZ)
    const known = candidates.get(key)
    if (known !== undefined) return known
    const found = score(cellX, cellZ)
    candidates.set(key, found)
    return found
  }

  function hashOf(cellX: number, cellZ: number): number {
    return hashCell(seedWord, cellX, cellZ, 0x517e)
  }

  /** Where the candidate of a cell lies, metres: known before anything is asked of its ground. */
  function placeOf(hash: number, cellX: number, cellZ: number): { x: number; z: number } {
    const along = (cell: number, axis: 1 | 2): number => Math.round((cell + MARGIN + (1 - 2 * MARGIN) * unitOf(hashCell(hash, axis))) * side)
    return luredInto(oases, { west: cellX * side, north: cellZ * side, side, margin: MARGIN * side }) ?? { x: along(cellX, 1), z: along(cellZ, 2) }
  }

  function score(cellX: number, cellZ: number): Candidate | null {
    const hash = hashOf(cellX, cellZ)
    const { x, z } = placeOf(hash, cellX, cellZ)
    samples.count = 33
    samples.x[32] = x
    samples.z[32] = z
    for (let ring = 0; ring < 4; ring++) {
      for (let i = 0; i < 8; i++) {
        const atX = x + SIXTEEN_WINDS[i * 4]! * RINGS_METERS[ring]!
        const atZ = z + SIXTEEN_WINDS[i * 4 + 1]! * RINGS_METERS[ring]!
        samples.x[ring * 8 + i] = ring < 2 ? atX : nearestNode(atX)
        samples.z[ring * 8 + i] = ring < 2 ? atZ : nearestNode(atZ)
      }
    }
    ground.fill(samples, heights)
    const near = spread(heights, 0)
    const around = spread(heights, 8)
    const centre = heights[32]!
    if (near.lowest < 1.6 || centre < 2.5 || centre > 300) return null
    if (near.highest - near.lowest > 12 || around.highest - around.lowest > 34) return null
    const water = isDrained(x, z) ? distanceToWater(x, z, RIVERSIDE_METERS) : Infinity
    let coast = 0
    let peaks = 0
    for (let i = 0; i < 8; i++) {
      if (heights[16 + i]! < 0) coast++
      peaks = Math.max(peaks, heights[24 + i]!)
    }
    const worth =
      1 -
      (near.highest - near.lowest) * 0.035 -
      (around.highest - around.lowest) * 0.011 +
      (water < Infinity ? 0.45 : 0) +
      (coast > 0 && coast < 6 ? 0.22 : 0) +
      clamp((peaks - centre) / 900, 0, 0.35) +
      0.3 * unitOf(hashCell(hash, 3))
    const kind = kindForWorth(worth)
    const core = CORE_METERS[kind]
    // Near a river, but never in it: the last houses and lanes keep off its banks.
    if (water < core + BANK_METERS) return null
    let riseX = 0
    let riseZ = 0
    for (let i = 0; i < 8; i++) {
      riseX += (heights[i]! * SIXTEEN_WINDS[i * 4]!) / (4 * RINGS_METERS[0])
      riseZ += (heights[i]! * SIXTEEN_WINDS[i * 4 + 1]!) / (4 * RINGS_METERS[0])
    }
    const rise = Math.sqrt(riseX * riseX + riseZ * riseZ)
    const lean = rise > 0.03 ? 0.03 / rise : 1
    const y = Math.max(2.2 + core * 0.03, (near.mean * 2 + centre) / 3)
    return { score: worth, site: { cellX, cellZ, hash, x, z, y, riseX: riseX * lean, riseZ: riseZ * lean, core, kind } }
  }

  function settle(cellX: number, cellZ: number): Site | null {
    const own = candidateOf(cellX, cellZ)
    if (!own) return null
    const reach = PARAMETERS.settlementReach.value
    for (let dz = -1; dz <= 1; dz++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (dx === 0 && dz === 0) continue
        const hash = hashOf(cellX + dx, cellZ + dz)
        const place = placeOf(hash, cellX + dx, cellZ + dz)
        const ex = place.x - own.site.x
        const ez = place.z - own.site.z
        if (ex * ex + ez * ez > reach * reach) continue
        const other = candidateOf(cellX + dx, cellZ + dz)
        if (!other) continue
        if (other.score > own.score || (other.score === own.score && (dz > 0 || (dz === 0 && dx > 0)))) return null
      }
    }
    return own.site
  }

  // Places are asked about one after another in the same cell.
  let lastX = NaN
  let lastZ = NaN
  let lastSite: Site | null = null

  function recall(cellX: number, cellZ: number): Site | null {
    const key = cellKey(cellX, cellZ)
    const known = settled.get(key)
    if (known !== undefined) return known
    const site = settle(cellX, cellZ)
    settled.set(key, site)
    return site
  }

  return {
    siteOfCell(cellX, cellZ) {
      if (cellX !== lastX || cellZ !== lastZ) {
        lastSite = recall(cellX, cellZ)
        lastX = cellX
        lastZ = cellZ
      }
      return lastSite
    },
  }
}

function spread(heights: Float64Array, from: number): { lowest: number; highest: number; mean: number } {
  let lowest = Infinity
  let highest = -Infinity
  let sum = 0
  for (let i = from; i < from + 8; i++) {
    lowest = Math.min(lowest, heights[i]!)
    highest = Math.max(highest, heights[i]!)
    sum += heights[i]!
  }
  return { lowest, highest, mean: sum / 8 }
}
