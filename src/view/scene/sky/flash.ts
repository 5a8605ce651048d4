/** The flash of a strike: how bright it is by time and distance. */
import { WORLD_SECONDS_PER_SECOND } from '#simulation/clock.ts'
import type { Strike } from '#simulation/lightning.ts'

/** Seconds of play that a flash of lightning lasts, flickering. */
const FLASH_SECONDS = 0.5
/** Distance at which a flash is half as bright, metres. */
const FLASH_METERS = 1_500
/** Strokes follow each other down the same channel so many radians a second. */
const STROKES = 36

/** Brightness of a strike itself at a moment, 0..1: a few strokes, each weaker. */
export function strokeAt(strike: Strike | null, worldSeconds: number): number {
  if (!strike) return 0
  const since = (worldSeconds - strike.worldSeconds) / WORLD_SECONDS_PER_SECOND
  if (since < 0 || since >= FLASH_SECONDS) return 0
  const fade = 1 - since / FLASH_SECONDS
  return fade * fade * (0.6 + 0.4 * Math.cos(since * STROKES))
}

/** How bright a strike's flash is here, 0..1. */
export function flashAt(strike: Strike | null, worldSeconds: number): number {
  return strike ? strokeAt(strike, worldSeconds) / (1 + strike.meters / FLASH_METERS) : 0
}
