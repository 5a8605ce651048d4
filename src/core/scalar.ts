/** Arithmetic on single numbers. */

/** `value` kept between `lowest` and `highest`. */
export function clamp(value: number, lowest: number, highest: number): number {
  return value < lowest ? lowest : value > highest ? highest : value
}

/** The number `t` of the way from `a` to `b`; `t` outside 0..1 extrapolates. */
export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

/** Where `value` lies between `a` (0) and `b` (1), kept inside 0..1. */
export function inverseLerp(a: number, b: number, value: number): number {
  return a === b ? 0 : clamp((value - a) / (b - a), 0, 1)
}

/** Hermite step from 0 at `a` to 1 at `b`, flat at both ends (3t² − 2t³). */
export function smoothstep(a: number, b: number, value: number): number {
  const t = inverseLerp(a, b, value)
  return t * t * (3 - 2 * t)
}

/** Moves `value` towards `target` at a rate that does not depend on the frame rate; `halfLife` and `seconds` in the same unit. */
export function damp(value: number, target: number, halfLife: number, seconds: number): number {
  return target + (value - target) * Math.pow(0.5, seconds / halfLife)
}

/** The angle brought into −π..π. */
export function wrapAngle(radians: number): number {
  const turns = Math.floor((radians + Math.PI) / (2 * Math.PI))
  return radians - turns * 2 * Math.PI
}
