/** Directions without trigonometry: compass words, angles of vectors and a ring of sixteen unit vectors. */

const C1 = 0.9238795325112867
const C2 = 0.7071067811865476
const C3 = 0.3826834323650898

/** Sixteen unit vectors round the compass, (x, z) pairs: north, then clockwise by 22.5 degrees. */
export const SIXTEEN_WINDS: readonly number[] = [0, -1, C3, -C1, C2, -C2, C1, -C3, 1, 0, C1, C3, C2, C2, C3, C1, 0, 1, -C3, C1, -C2, C2, -C1, C3, -1, 0, -C1, -C3, -C2, -C2, -C3, -C1]

const COMPASS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const

/** One of the eight compass words, e.g. `north-east`. */
export type CompassWord = (typeof COMPASS)[number]

/** The compass word for the way (dx, dz) in metres; `north` for no way at all. */
export function compassWord(dx: number, dz: number): CompassWord {
  let best = 0
  let bestDot = -Infinity
  for (let i = 0; i < 8; i++) {
    const dot = dx * SIXTEEN_WINDS[i * 4]! + dz * SIXTEEN_WINDS[i * 4 + 1]!
    if (dot > bestDot) {
      best = i
      bestDot = dot
    }
  }
  return COMPASS[best]!
}

/** Arc tangent of t in 0..1 to 1e-12: the argument is halved twice (atan t = 2 atan(t / (1 + sqrt(1 + t²)))), then the power series. */
function arcTangent(t: number): number {
  const half = t / (1 + Math.sqrt(1 + t * t))
  const quarter = half / (1 + Math.sqrt(1 + half * half))
  const square = quarter * quarter
  let sum = 0
  let power = quarter
  for (let n = 1; n <= 17; n += 2) {
    sum += n % 4 === 1 ? power / n : -power / n
    power *= square
  }
  return 4 * sum
}

/** The angle of (y, x) in −π..π, as Math.atan2 would say, but with the same bits on every engine. 0 for (0, 0). */
export function angleOf(y: number, x: number): number {
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  if (ax === 0 && ay === 0) return 0
  let angle = ay <= ax ? arcTangent(ay / ax) : Math.PI / 2 - arcTangent(ax / ay)
  if (x < 0) angle = Math.PI - angle
  return y < 0 ? -angle : angle
}

/** The yaw, as bodies have it (0 looks along −z, positive turns left), that looks along (dx, dz). */
export function yawTowards(dx: number, dz: number): number {
  return angleOf(-dx, -dz)
}

/** The yaw of a building whose door's side looks along (dx, dz): (sin yaw, cos yaw) = (dx, dz) normalised. */
export function yawOfFront(dx: number, dz: number): number {
  return angleOf(dx, dz)
}
