/** Where landmarks stand: a few hashed places a cell, away from settlements, each kind only on ground that fits it. */
import { hashCell, unitOf } from '#core/hash.ts'
import { createRecentMap } from '#core/recent-map.ts'
import { SIXTEEN_WINDS, yawOfFront } from '../directions.ts'
import { cellKey, isDrained } from '../hydrology/macro-nodes.ts'
import { nearestNode } from '../noise/coarse-lattice.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Sites } from '../sites/find-sites.ts'
import { SITE_FADE_METERS } from '../sites/site.ts'
import type { Oases } from '../hydrology/oases.ts'
import type { LandmarkKind, LandmarkSite } from './landmark.ts'
import { createWellFinder, squaresAbout } from './oasis-mark.ts'
import type { ShoreGround } from './oasis-mark.ts'
import { LANDMARK_RADIUS, solidsFor } from './landmark-solids.ts'

/** Side in metres of the cells with one landmark each at most. */
export const LANDMARK_CELL_METERS = 800
/** Landmarks stay this share of a cell from its border, so that none reaches into another. */
const MARGIN = 0.08
const TRIES = 4
/** Share of the cells that may have one. */
const SHARE = 0.72
/** Rings round a place, metres: its own ground, and the country it looks over. */
const NEAR_METERS = 11
const AROUND_METERS = 130
/** How near to a settlement its pier is, metres. */
const PIER_METERS = 700
/** Rivers and their valleys stay this far away, metres. */
const BANK_METERS = 110

/** The landmarks of one seed, remembered as they are found. */
export type Landmarks = {
  /** The landmark of a cell, or null. */
  landmarkOfCell(cellX: number, cellZ: number): LandmarkSite | null
}

/** What else lies there: settled places, metres to the nearest water if that is at most `within`, else Infinity, oases, and the ground as water left it. */
type Around = { sites: Sites; waterWithin(x: number, z: number, within: number): number; oases: Oases; shores: ShoreGround; /** Cells kept. */ remembered: number }
type Ground = { fill(samples: Samples, out: Float64Array): void }

/** The finder of landmarks for a seed. */
export function createLandmarks(seedWord: number, ground: Ground, around: Around): Landmarks {
  const { sites, waterWithin, oases, shores } = around
  const wellOf = createWellFinder(shores, LANDMARK_CELL_METERS)
  const samples: Samples = { x: new Float64Array(17), z: new Float64Array(17), count: 17 }
  const heights = new Float64Array(17)
  const known = createRecentMap<number, LandmarkSite | null>(around.remembered)

  /** The well of an oasis in this cell: before all else that might stand there. */
  function findWell(cellX: number, cellZ: number): LandmarkSite | null {
    const [west, east] = squaresAbout(cellX, LANDMARK_CELL_METERS)
    const [north, south] = squaresAbout(cellZ, LANDMARK_CELL_METERS)
    for (let squareZ = north; squareZ <= south; squareZ++) {
      for (let squareX = west; squareX <= east; squareX++) {
        const oasis = oases.oasisOfSquare(squareX, squareZ)
        const well = oasis && wellOf(oasis)
        if (well && Math.floor(well.x / LANDMARK_CELL_METERS) === cellX && Math.floor(well.z / LANDMARK_CELL_METERS) === cellZ) return { id: `landmark:${cellX},${cellZ}`, ...well }
      }
    }
    return null
  }

  function find(cellX: number, cellZ: number): LandmarkSite | null {
    const well = isDrained(cellX * LANDMARK_CELL_METERS, cellZ * LANDMARK_CELL_METERS) ? findWell(cellX, cellZ) : null
    if (well) return well
    const cell = hashCell(seedWord, cellX, cellZ, 0x1a4d)
    if (unitOf(cell) > SHARE) return null
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const hash = hashCell(cell, attempt, 1)
      const x = Math.round((cellX + MARGIN + (1 - 2 * MARGIN) * unitOf(hashCell(hash, 1))) * LANDMARK_CELL_METERS)
      const z = Math.round((cellZ + MARGIN + (1 - 2 * MARGIN) * unitOf(hashCell(hash, 2))) * LANDMARK_CELL_METERS)
      const settled = metersToSite(x, z)
      if (settled < SITE_FADE_METERS + 40) continue
      if (isDrained(x, z) && waterWithin(x, z, BANK_METERS) < Infinity) continue
      const found = judge(hash, x, z, settled)
      if (found) return { id: `landmark:${cellX},${cellZ}`, hash, x, z, y: heights[16]!, ...found }
    }
    return null
  }

  /** Metres from the levelled core of the settlement of this cell; levelled ground never leaves its cell. */
  function metersToSite(x: number, z: number): number {
    const side = PARAMETERS.settlementCell.value
    const site = sites.siteOfCell(Math.floor(x / side), Math.floor(z / side))
    if (site === null) return Infinity
    return Math.sqrt((site.x - x) * (site.x - x) + (site.z - z) * (site.z - z)) - site.core
  }

  function judge(hash: number, x: number, z: number, settled: number): Pick<LandmarkSite, 'kind' | 'yaw' | 'radius' | 'solids'> | null {
    for (let i = 0; i < 8; i++) {
      for (const [from, meters] of [[0, NEAR_METERS], [8, AROUND_METERS]] as const) {
        const atX = x + SIXTEEN_WINDS[i * 4]! * meters
        const atZ = z + SIXTEEN_WINDS[i * 4 + 1]! * meters
        // Far heights are asked where the long waves are known exactly: four times cheaper.
        samples.x[from + i] = from === 0 ? atX : nearestNode(atX)
        samples.z[from + i] = from === 0 ? atZ : nearestNode(atZ)
      }
    }
    samples.x[16] = x
    samples.z[16] = z
    ground.fill(samples, heights)
    const kind = kindFor(hash, settled)
    if (kind === null) return null
    const front = frontOf(hash, kind)
    const yaw = yawOfFront(SIXTEEN_WINDS[front * 2]!, SIXTEEN_WINDS[front * 2 + 1]!)
    return { kind, yaw, radius: LANDMARK_RADIUS[kind], solids: solidsFor({ kind, hash, x, z, y: heights[16]!, front }) }
  }

  /** What the ground at hand is fit for; null when for nothing. */
  function kindFor(hash: number, settled: number): LandmarkKind | null {
    const centre = heights[16]!
    let lowest = Infinity
    let highest = -Infinity
    let below = 0
    let wet = 0
    for (let i = 0; i < 8; i++) {
      lowest = Math.min(lowest, heights[i]!)
      highest = Math.max(highest, heights[i]!)
      if (heights[8 + i]! < centre - 3) below++
      if (heights[8 + i]! < -0.5) wet++
    }
    const chance = unitOf(hashCell(hash, 3))
    if (centre > 0.7 && centre < 2.4 && wet >= 2 && lowest > -0.6 && highest < 4.5) return settled < PIER_METERS ? 'pier' : 'wreck'
    if (lowest < 1.6) return null
    const relief = highest - lowest
    if (relief > 11 && relief < 26 && centre > 8) return chance < 0.3 ? 'cave' : null
    // On a summit the ground falls away on all sides.
    if (below === 8 && relief < 7) return chance < 0.5 ? 'cairn' : relief < 3.6 ? (chance < 0.75 ? 'stones' : 'ruin') : 'cairn'
    if (relief > 3) return relief < 4.2 && chance < 0.2 ? 'shrine' : null
    if (centre > 420) return chance < 0.5 ? 'hut' : 'cairn'
    return chance < 0.26 ? 'ruin' : chance < 0.5 ? 'stones' : chance < 0.68 ? 'tree' : chance < 0.86 ? 'hut' : 'shrine'
  }

  /** The wind, 0..15, its front looks to: down the steepest way, for ships and piers towards the water. */
  function frontOf(hash: number, kind: LandmarkKind): number {
    if (kind !== 'cave' && kind !== 'wreck' && kind !== 'pier') return hashCell(hash, 4) & 15
    const from = kind === 'cave' ? 0 : 8
    let down = 0
    for (let i = 1; i < 8; i++) if (heights[from + i]! < heights[from + down]!) down = i
    return down * 2
  }

  return {
    landmarkOfCell(cellX, cellZ) {
      const key = cellKey(cellX, cellZ)
      let found = known.get(key)
      if (found === undefined) {
        found = find(cellX, cellZ)
        known.set(key, found)
      }
      return found
    },
  }
}
