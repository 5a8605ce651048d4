/** Plains: where a river hardly falls it has had the time to wear its valley wide: flat beside it, rising late and gently; gorges are left to what is steep. */
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'

/** Fall of a river, rise over run, below which its valley is as wide as it can be, and from which on it is a gorge, measured over so many segments either way. */
const SLOW = 0.004
const SWIFT = 0.016
const WINDOW = 3
/** Ground that stands so high over a river, metres, begins to hold its valley narrow, and does. */
const HIGH_METERS = [45, 110] as const
/** Ground less high over the river than this, metres, needs no wider valley; above it the valley is wider by so many metres for each, up to so many. */
const LOW_METERS = 3
const WIDER_SHARE = 5
/** See `WIDER_SHARE`. */
export const PLAIN_REACH_METERS = 45

/** Writes into the segments of a course, which hold how high the ground stands over them, how much of a plain their valley is, and lets those valleys reach farther. */
export function widenValleys(segments: Float64Array): void {
  const count = segments.length / SEGMENT_STRIDE
  const plains = new Float64Array(count)
  for (let n = 0; n < count; n++) {
    const at = n * SEGMENT_STRIDE
    const above = segments[at + SEGMENT.plain]!
    if (segments[at + SEGMENT.levee]! < 0 || above <= LOW_METERS) continue
    const first = Math.max(0, n - WINDOW)
    const last = Math.min(count - 1, n + WINDOW)
    let way = 0
    for (let m = first; m <= last; m++) way += Math.sqrt(segments[m * SEGMENT_STRIDE + SEGMENT.dx]! * segments[m * SEGMENT_STRIDE + SEGMENT.dx]! + segments[m * SEGMENT_STRIDE + SEGMENT.dz]! * segments[m * SEGMENT_STRIDE + SEGMENT.dz]!)
    const drop = segments[first * SEGMENT_STRIDE + SEGMENT.level]! - segments[last * SEGMENT_STRIDE + SEGMENT.level]! - segments[last * SEGMENT_STRIDE + SEGMENT.fall]!
    plains[n] = (1 - ramp(drop, SLOW * way, SWIFT * way)) * (1 - ramp(above, HIGH_METERS[0], HIGH_METERS[1])) * Math.min(1, ((above - LOW_METERS) * WIDER_SHARE) / PLAIN_REACH_METERS)
  }
  for (let n = 0; n < count; n++) {
    const at = n * SEGMENT_STRIDE
    segments[at + SEGMENT.plain] = plains[n]!
    segments[at + SEGMENT.reach] = segments[at + SEGMENT.reach]! + PLAIN_REACH_METERS * plains[n]!
  }
}

function ramp(value: number, from: number, to: number): number {
  const t = (value - from) / (to - from)
  return t < 0 ? 0 : t > 1 ? 1 : t
}
