/** Takes the keeping of this world over from another tab. */
import type { Game } from './game.ts'
import { claimWorld } from './keeper.ts'
import { notify } from './panels.ts'
import { untilReady } from './readiness.ts'
import { beginRun, endRun } from './swap-seed.ts'

const taking = new WeakSet<Game>()

/** Keeps the world in this tab from where the other one is; what happened here meanwhile was never kept and is not. */
export async function keepHere(game: Game): Promise<void> {
  const { run } = game
  if (run.claim?.reason !== 'other-tab' || taking.has(game)) return
  taking.add(game)
  try {
    const claim = await claimWorld(game, run.seed, true)
    if (game.run !== run || !claim.writes) {
      claim.release()
      return
    }
    await endRun(game, false)
    await beginRun(game, run.seed, { taken: claim })
    notify(game, 'quiet', 'This tab keeps the world now, as it was in the other.')
    await untilReady(game)
  } finally {
    taking.delete(game)
  }
}
