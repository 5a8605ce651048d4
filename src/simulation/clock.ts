/** Time: ticks of bodies, seconds of the world, hours, days and seasons. */

/** Ticks in a second of play. */
export const TICKS_PER_SECOND = 20
/** Seconds of play that one tick lasts: what bodies move by. */
export const TICK_SECONDS = 1 / TICKS_PER_SECOND
/** World seconds that pass in one second of play: a day lasts 48 minutes. */
export const WORLD_SECONDS_PER_SECOND = 30
/** World seconds of one tick. */
export const TICK_WORLD_SECONDS = WORLD_SECONDS_PER_SECOND / TICKS_PER_SECOND
/** World seconds of a day. */
export const DAY_WORLD_SECONDS = 86_400
/** Days of a season. */
export const SEASON_DAYS = 12
/** The seasons in order; a world begins in spring. */
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
/** One of `SEASONS`. */
export type Season = (typeof SEASONS)[number]

/** Hour of the day, 0 ≤ hour < 24, with its fraction. */
export function hourOf(worldSeconds: number): number {
  return ((worldSeconds % DAY_WORLD_SECONDS) / DAY_WORLD_SECONDS) * 24
}

/** Days since the world began; the first is 0. */
export function dayOf(worldSeconds: number): number {
  return Math.floor(worldSeconds / DAY_WORLD_SECONDS)
}

/** The season of a moment. */
export function seasonOf(worldSeconds: number): Season {
  return SEASONS[Math.floor(dayOf(worldSeconds) / SEASON_DAYS) % SEASONS.length] ?? 'spring'
}

/** How much of the year has passed, 0 ≤ share < 1, from the first day of spring; with its fraction of a day. */
export function yearShareOf(worldSeconds: number): number {
  const years = worldSeconds / (DAY_WORLD_SECONDS * SEASON_DAYS * SEASONS.length)
  return years - Math.floor(years)
}

/** The next moment at which the clock shows `hour` (0..24): time never runs back. */
export function nextTimeAt(worldSeconds: number, hour: number): number {
  const dayStart = dayOf(worldSeconds) * DAY_WORLD_SECONDS
  const wanted = dayStart + Math.round((((hour % 24) + 24) % 24) * 3600)
  return wanted >= worldSeconds ? wanted : wanted + DAY_WORLD_SECONDS
}
