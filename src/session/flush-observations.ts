/** Tells the minds what was noticed so far. */
import { logWarning } from '#platform/log.ts'
import type { Game, GameRun } from './game.ts'

/** Hands on what waits; nothing when nothing does. */
export function flushObservations(game: Game, run: GameRun): void {
  if (run.observations.length === 0) return
  const observations = run.observations
  run.observations = []
  game.minds.ask('events-observe', { observations }).catch((error: unknown) => {
    // a worker that died is replaced; what it had not taken in is told to the next one
    if (!run.ended) run.observations.unshift(...observations.slice(-200))
    logWarning(`observations wait for the minds: ${String(error)}`)
  })
}
