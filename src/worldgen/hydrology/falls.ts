/** Waterfalls: where a bed would drop steeply, most of the drop is gathered into one step of near-vertical rock with a pool at its foot. */

/** Least drop of half a stretch that becomes a fall, metres; the share of it that the step takes, and the highest step, metres. */
const LEAST_DROP_METERS = 8
const STEP_SHARE = 0.72
const HIGHEST_METERS = 14
/** Way along the river of the face of a fall, and of the pool at its foot, metres. */
export const FACE_METERS = 1.5
/** See `FACE_METERS`. */
export const POOL_METERS = 9
/** How fast the ground rises from the foot of a fall to its lip, rise over run; the valley below ends there. */
export const FACE_SLOPE = 10

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
