/** Keeps the world of each seed between visits. */
import { toSnapshot } from '#simulation/snapshot.ts'
import { flushObservations } from './flush-observations.ts'
import type { Game, GameRun } from './game.ts'
import { hearWorldKept } from './troubles.ts'

/** Keeps the world as it is now; resolves when it is on disk or cannot be. */
export async function saveWorld(game: Game, run: GameRun): Promise<void> {
  flushObservations(game, run)
  if (run.claim?.writes !== true) return
  const failure = await game.worlds.save(run.seed, toSnapshot(run.world))
  if (!run.ended) hearWorldKept(game, failure)
}

/** Keeps the world without waiting. */
export function saveSoon(game: Game): void {
  void saveWorld(game, game.run)
}
