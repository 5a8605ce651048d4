/** Roads that come close to each other lie at one height there: the lesser takes that of the greater. */
import { limitPitch } from './ease-levels.ts'
import { LONGEST_METERS, STEEPEST_PITCH } from './road.ts'
import type { LaidRoad } from './road.ts'

/** Within this distance a road lies as high as the other, and less and less so up to `APART_METERS`. */
const CLOSE_METERS = 9
const APART_METERS = 18
/** Stretches farther away than this need not be measured: somewhat more than `APART_METERS`, so that no rounding counts. */
const GLANCE_METERS = 19

/** The road with its heights brought in line with those of `others`; the same object where it meets none. */
export function joinLevels(road: LaidRoad, others: readonly LaidRoad[]): LaidRoad {
  const { points, crossings } = road
  const levels = Float64Array.from(road.levels)
  const held = new Uint8Array(levels.length)
  held[0] = held[levels.length - 1] = 1
  let isMet = false
  for (let i = 0; i < levels.length; i++) {
    if (isAtCrossing(crossings, i, points)) {
      held[i] = 1
      continue
    }
    let nearest = APART_METERS
    for (const other of others) {
      const found = nearestOn(other, points[i * 2]!, points[i * 2 + 1]!)
      if (found.distance >= nearest) continue
      nearest = found.distance
      const share = nearest < CLOSE_METERS ? 1 : (APART_METERS - nearest) / (APART_METERS - CLOSE_METERS)
      levels[i] = road.levels[i]! + (found.level - road.levels[i]!) * share
    }
    if (nearest === APART_METERS) continue
    isMet = true
    if (nearest < CLOSE_METERS) held[i] = 1
  }
  if (!isMet) return road
  limitPitch(points, levels, held, STEEPEST_PITCH)
  return { ...road, levels }
}

/** Decks with their landings and fords stay as they are. */
function isAtCrossing(crossings: LaidRoad['crossings'], i: number, points: Float64Array): boolean {
  return crossings.some(({ deckAt, x, z, span }) => {
    if (deckAt >= 0) return i >= deckAt - 1 && i <= deckAt + 2
    const dx = points[i * 2]! - x
    const dz = points[i * 2 + 1]! - z
    return dx * dx + dz * dz < (span / 2 + 6) * (span / 2 + 6)
  })
}

const nearest = { distance: 0, level: 0 }

/** How far a road is from a place, and its height there; `APART_METERS` where it is no nearer, and on a deck it is no neighbour. */
function nearestOn({ points, levels, crossings }: LaidRoad, x: number, z: number): { distance: number; level: number } {
  nearest.distance = APART_METERS
  for (let i = 0; i + 1 < levels.length; i++) {
    const ax = points[i * 2]!
    const az = points[i * 2 + 1]!
    const dx = points[i * 2 + 2]! - ax
    const dz = points[i * 2 + 3]! - az
    // Most stretches lie far away: as many are passed over as the way to here is long, or a glance at the box round them is enough.
    const apart = Math.max(Math.abs(ax - x), Math.abs(az - z)) - GLANCE_METERS
    if (apart > 2 * LONGEST_METERS) {
      i += Math.floor(apart / LONGEST_METERS) - 1
      continue
    }
    if ((dx > 0 ? ax + dx : ax) < x - GLANCE_METERS || (dx > 0 ? ax : ax + dx) > x + GLANCE_METERS || (dz > 0 ? az + dz : az) < z - GLANCE_METERS || (dz > 0 ? az : az + dz) > z + GLANCE_METERS) continue
    const square = dx * dx + dz * dz
    const share = square === 0 ? 0 : ((x - ax) * dx + (z - az) * dz) / square
    const t = share < 0 ? 0 : share > 1 ? 1 : share
    const ox = x - ax - dx * t
    const oz = z - az - dz * t
    const distance = Math.sqrt(ox * ox + oz * oz)
    if (distance >= nearest.distance || crossings.some(({ deckAt }) => deckAt === i)) continue
    nearest.distance = distance
    nearest.level = levels[i]! + (levels[i + 1]! - levels[i]!) * t
  }
  return nearest
}
