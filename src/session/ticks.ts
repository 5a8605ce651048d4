/** Runs ticks of the world and hands their events on. What a tick does is read after the first picture: until then the world stands still. */
import { TICK_SECONDS } from '#simulation/clock.ts'
import type { Game } from './game.ts'

/** Reads what makes the world go on, once; rejects when it cannot be read. */
export async function readTick(game: Game): Promise<void> {
  if (game.tickWorld) return
  const [{ tickWorld }, talking, thinking] = await Promise.all([import('#simulation/tick.ts'), import('./talk.ts'), import('./thoughts.ts')])
  Object.assign(game, { talking, thinking })
  game.tickWorld ??= tickWorld
}

/** Runs one tick with the commands that wait, then lets talk and minds hear its events; nothing before the tick is read. */
export function runTick(game: Game): void {
  const { run, tickWorld } = game
  if (tickWorld === null) return
  const due = run.held.filter(({ tick }) => tick <= run.world.tick)
  if (due.length > 0) run.held = run.held.filter((each) => !due.includes(each))
  const commands = [...run.commands, ...due.map(({ command }) => command)]
  run.commands = []
  if (run.replay) {
    run.replay.tick()
    return
  }
  run.recorder?.beforeTick(commands)
  tickWorld(run.world, run, commands)
  run.recorder?.afterTick()
  const { events } = run.world
  if (events.length === 0) return
  game.talking?.followTalk(game, events)
  game.thinking?.carryThoughts(game, events)
}

/** Runs a tick before its time, so that talk does not wait for the next picture; the time is given back by the next frame. */
export function runLentTick(game: Game): void {
  if (game.paused || game.tickWorld === null) return
  game.step.restSeconds -= TICK_SECONDS
  runTick(game)
}
