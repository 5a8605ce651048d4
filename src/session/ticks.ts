/** Runs ticks of the world and hands their events on. */
import { TICK_SECONDS } from '#simulation/clock.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { Game } from './game.ts'
import { followTalk } from './talk.ts'
import { carryThoughts } from './thoughts.ts'

/** Runs one tick with the commands that wait, then lets talk and minds hear its events. */
export function runTick(game: Game): void {
  const { run } = game
  const commands = run.commands
  run.commands = []
  tickWorld(run.world, run, commands)
  const { events } = run.world
  if (events.length === 0) return
  followTalk(game, events)
  carryThoughts(game, events)
}

/** Runs a tick before its time, so that talk does not wait for the next picture; the time is given back by the next frame. */
export function runLentTick(game: Game): void {
  if (game.paused) return
  game.step.restSeconds -= TICK_SECONDS
  runTick(game)
}
