/** Runs the world ahead in slices, so that the page stays alive. */
import { advanceWorld } from '#simulation/advance.ts'
import { nowMs } from '#platform/clock.ts'
import { saveSoon } from './autosave.ts'
import type { Game } from './game.ts'
import { carryThoughts } from './thoughts.ts'

const SLICE_MS = 12

/** Resolves when `worldSeconds` have passed in the world. */
export async function advance(game: Game, worldSeconds: number): Promise<void> {
  const { run } = game
  if (run.replay) throw new Error('A recording is being replayed: it decides what time it is.')
  // what was asked for before comes before
  game.lendTick()
  run.recorder?.beforeAdvance(worldSeconds)
  const steps = advanceWorld(run.world, run, worldSeconds)
  let sliceStart = nowMs()
  for (let step = steps.next(); !step.done && !run.ended; step = steps.next()) {
    carryThoughts(game, step.value)
    if (nowMs() - sliceStart < SLICE_MS) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    sliceStart = nowMs()
  }
  saveSoon(game)
}
