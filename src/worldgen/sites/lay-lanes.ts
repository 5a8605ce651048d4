/** Lanes of a settlement: out of a green, along a street, or crossing at a market with a ring of lanes round it. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS } from '../directions.ts'
import { shapeOf } from './settlement-kind.ts'
import type { Lane } from './settlement-plan.ts'
import type { Site } from './site.ts'

/** Radius in metres of the square. */
export const SQUARE_METERS = 10
/** Width in metres of a lane. */
export const LANE_WIDTH_METERS = 3

/** How far lanes lead out of the core, metres. */
const OUT_METERS = 42
/** Where the ring of a town's lanes runs, as a share of its core. */
const RING_SHARE = 0.56

/** The lanes of a site, those out of the settlement first. */
export function layLanes(site: Site): Lane[] {
  const shape = shapeOf(site)
  if (shape === 'street') return layStreet(site)
  const count = shape === 'market' ? 4 + (hashCell(site.hash, 50) & 1) : site.kind === 'village' ? 3 + (hashCell(site.hash, 50) % 3) : 2 + (hashCell(site.hash, 50) & 1)
  const first = hashCell(site.hash, 51) & 15
  const lanes: Lane[] = []
  for (let i = 0; i < count; i++) lanes.push(layOut(site, (first + Math.floor((16 * i) / count)) & 15, i))
  if (shape === 'market') lanes.push(layRing(site))
  return lanes
}

/** A street along the slope, both ways from the square, and in a village a short lane down from it. */
function layStreet(site: Site): Lane[] {
  let along = hashCell(site.hash, 51) & 15
  let least = Infinity
  for (let wind = 0; wind < 8; wind++) {
    const climb = Math.abs(site.riseX * SIXTEEN_WINDS[wind * 2]! + site.riseZ * SIXTEEN_WINDS[wind * 2 + 1]!)
    if (climb < least && site.riseX * site.riseX + site.riseZ * site.riseZ > 1e-8) {
      least = climb
      along = wind
    }
  }
  const lanes = [layOut(site, along, 0), layOut(site, (along + 8) & 15, 1)]
  if (site.kind === 'village') lanes.push(layOut(site, (along + 4 + 8 * (hashCell(site.hash, 53) & 1)) & 15, 2))
  return lanes
}

/** A lane from the square out of the settlement, with its own bends. */
function layOut(site: Site, wind: number, number: number): Lane {
  const dx = SIXTEEN_WINDS[wind * 2]!
  const dz = SIXTEEN_WINDS[wind * 2 + 1]!
  const points: number[] = []
  let aside = 0
  for (let step = 0; step < 7; step++) {
    const out = step === 0 ? 3 : step * ((site.core + OUT_METERS) / 6)
    if (step > 1) aside += (unitOf(hashCell(site.hash, 52, number, step)) - 0.5) * 7
    points.push(site.x + dx * out - dz * aside, site.z + dz * out + dx * aside)
  }
  return { points, width: LANE_WIDTH_METERS }
}

function layRing(site: Site): Lane {
  const points: number[] = []
  for (let i = 0; i <= 16; i++) {
    const wind = i & 15
    const out = site.core * (RING_SHARE + 0.1 * (unitOf(hashCell(site.hash, 54, wind)) - 0.5))
    points.push(site.x + SIXTEEN_WINDS[wind * 2]! * out, site.z + SIXTEEN_WINDS[wind * 2 + 1]! * out)
  }
  return { points, width: LANE_WIDTH_METERS }
}
