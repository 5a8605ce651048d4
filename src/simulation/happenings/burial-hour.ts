/** When the dead are buried. */
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '../clock.ts'

/** How long after a death they are buried at the earliest, world seconds, and between which hours of a day; else the next day, at such an hour. */
const WAKE_SECONDS = 4 * 3600
const HOURS = { from: 9, to: 16.5, next: 10 } as const

/** When somebody is buried who died at `worldSeconds`: after a wake, by day. World seconds. */
export function burialAfter(worldSeconds: number): number {
  const after = worldSeconds + WAKE_SECONDS
  const hour = hourOf(after)
  if (hour >= HOURS.from && hour <= HOURS.to) return after
  return (dayOf(after) + (hour > HOURS.to ? 1 : 0)) * DAY_WORLD_SECONDS + HOURS.next * 3600
}
