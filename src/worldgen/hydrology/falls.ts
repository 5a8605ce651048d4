/** Waterfalls and what is steep: where a bed would drop steeply, most of the drop is gathered into one step of near-vertical rock with a pool at its foot. */
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'

/** Least drop of half a stretch that becomes a fall, metres; the share of it that the step takes, and the highest step, metres. */
const LEAST_DROP_METERS = 8
const STEP_SHARE = 0.72
const HIGHEST_METERS = 14
/** Way along the river straight to the lip of a fall, of its face, and of the pool at its foot, metres. */
export const LEAD_METERS = 4
/** See `LEAD_METERS`. */
export const FACE_METERS = 1.5
/** See `LEAD_METERS`. */
export const POOL_METERS = 9
/** How fast the ground rises from the foot of a fall to its lip, rise over run; the valley below ends there. */
export const FACE_SLOPE = 10

/** Below a stretch that falls this steeply (rise over run) valleys end at its foot too, for so many metres of the way on; they rise there this much more steeply than it does. */
const STEEP_SLOPE = 0.2
const BELOW_METERS = 130
const RISE_SHARE = 1.1

/** Metres that a river falls at guide point `g` of a course; 0 where it does not. Falls keep clear of the ends of a course, where others join, of bends that turn back on themselves, and of lakes and the sea. */
export function fallAt(guides: { readonly x: Float64Array; readonly z: Float64Array; readonly levels: Float64Array; readonly drowned: Uint8Array }, g: number, last: number): number {
  const { x, z, levels, drowned } = guides
  const drop = levels[g]! - levels[g + 1]!
  if (g < 3 || g > last - 2 || drop < LEAST_DROP_METERS || drowned[g] === 1 || drowned[g + 1] === 1 || drowned[g - 1] === 1) return 0
  const dx = x[g + 1]! - x[g]!
  const dz = z[g + 1]! - z[g]!
  const ahead = (other: number): number => (x[other]! - x[g]!) * dx + (z[other]! - z[g]!) * dz
  if (ahead(g - 1) >= 0 || ahead(g - 2) >= 0 || ahead(g + 2) <= 0) return 0
  return Math.min(HIGHEST_METERS, drop * STEP_SHARE)
}

/** How much deeper the pool of a fall is than the bed, metres. */
export function poolDepth(fall: number): number {
  return Math.min(2.2, 0.4 + 0.15 * fall)
}

/**
 * Lets the valleys below steep stretches end at their feet: or they would cut away the ground under the water that comes down there. Those of falls keep
 * the ends they have. A segment that turns back behind the foot, and what follows it, has none.
 */
export function endValleys(segments: Float64Array): void {
  let along = Infinity
  let steepest = 0
  let x = 0
  let z = 0
  let foot = 0
  // The height of the last fall's lip, and how far down the river from there.
  let lip = 0
  let since = Infinity
  for (let at = SEGMENT_STRIDE; at < segments.length; at += SEGMENT_STRIDE) {
    const above = at - SEGMENT_STRIDE
    const length = Math.sqrt(segments[above + SEGMENT.dx]! * segments[above + SEGMENT.dx]! + segments[above + SEGMENT.dz]! * segments[above + SEGMENT.dz]!)
    const slope = length > 0 && segments[above + SEGMENT.levee]! >= 0 ? -segments[above + SEGMENT.fall]! / length : 0
    along += length
    const isFallsFoot = segments[at + SEGMENT.lipX]! * segments[at + SEGMENT.lipX]! + segments[at + SEGMENT.lipZ]! * segments[at + SEGMENT.lipZ]! > 0.5 && segments[above + SEGMENT.lipX] === 0 && segments[above + SEGMENT.lipZ] === 0
    since += length
    if (isFallsFoot) {
      along = Infinity
      since = length
      lip = segments[above + SEGMENT.level]!
    } else if (slope >= STEEP_SLOPE) {
      steepest = along === length && slope < steepest ? steepest : slope
      along = 0
      // What ended at a fall not far above ends here now, and has to reach up to its lip.
      if (since < BELOW_METERS) steepest = Math.max(steepest, (lip - segments[at + SEGMENT.level]!) / since)
      // How far behind the foot, times how fast the ground rises there over how fast it does at a fall.
      const rise = Math.min(1, (steepest * RISE_SHARE) / FACE_SLOPE)
      x = (segments[above + SEGMENT.dx]! / length) * rise
      z = (segments[above + SEGMENT.dz]! / length) * rise
      foot = segments[at]! * x + segments[at + 1]! * z
    }
    if (along > BELOW_METERS) continue
    const end = (segments[at]! + segments[at + SEGMENT.dx]!) * x + (segments[at + 1]! + segments[at + SEGMENT.dz]!) * z
    if (end < foot || segments[at]! * x + segments[at + 1]! * z < foot - 1e-6) {
      along = Infinity
      continue
    }
    segments[at + SEGMENT.lipX] = x
    segments[at + SEGMENT.lipZ] = z
    segments[at + SEGMENT.lipAt] = foot
  }
}
