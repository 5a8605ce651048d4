/** Worlds that are kept in this browser, to be forgotten when room is wanted. */
import { claimWriter } from '#platform/storage/writer-claim.ts'
import type { Game } from './game.ts'
import { forgetUnsaid } from './unsaid.ts'

/** Wipes what is kept of a world: as it was left, what its people remember, and what was typed to them and not said. */
export async function forgetKept(game: Game, seed: string): Promise<void> {
  await game.worlds.remove(seed)
  await game.minds.ask('world-forget', { seed })
  forgetUnsaid(seed)
}

/** Seeds of the worlds that are kept besides the one that is open. */
export async function findOtherWorlds({ worlds, run }: Game): Promise<string[]> {
  return (await worlds.list()).filter((seed) => seed !== run.seed)
}

/** Wipes what is kept of all other worlds, their people's memories included, but not of those that another tab keeps; returns how many were forgotten. */
export async function forgetOtherWorlds(game: Game): Promise<number> {
  let forgotten = 0
  for (const seed of await findOtherWorlds(game)) {
    const claim = await claimWriter(seed)
    if (!claim.writes) continue
    await forgetKept(game, seed)
    claim.release()
    forgotten++
  }
  return forgotten
}
