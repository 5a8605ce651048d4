/** Real seconds into whole ticks and a remainder (Glenn Fiedler, "Fix Your Timestep!", 2004). */
import { TICK_SECONDS } from '#simulation/clock.ts'

/** Time not yet spent on ticks. */
export type FixedStep = { restSeconds: number }

/** How many ticks `seconds` are worth; time beyond `mostTicks` is forgotten, so that a slow frame never breeds a slower one. */
export function takeTicks(step: FixedStep, seconds: number, mostTicks: number): number {
  step.restSeconds += seconds
  const ticks = Math.floor(step.restSeconds / TICK_SECONDS)
  step.restSeconds -= ticks * TICK_SECONDS
  return Math.min(ticks, mostTicks)
}

/** Share of a tick that has passed since the last one, 0..1. */
export function alphaOf(step: FixedStep): number {
  return step.restSeconds / TICK_SECONDS
}
