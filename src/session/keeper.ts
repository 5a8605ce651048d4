/** Which tab keeps a world: the right is claimed when a world begins, and handed over when another tab takes it. */
import { claimWriter, type WriterClaim } from '#platform/storage/writer-claim.ts'
import { saveWorld } from './autosave.ts'
import type { Game } from './game.ts'
import { notify } from './panels.ts'

const NOT_KEPT_HERE = 'Another tab keeps this world now, as it was here. What happens here from now on lasts only as long as this tab. Go on in the other tab, or keep the world here instead, as it is there.'

/** Claims the right to keep a world; `take` takes it from the tab that has it. Two tabs that keep one world would undo each other's days. */
export function claimWorld(game: Game, seed: string, take = false): Promise<WriterClaim> {
  return claimWriter(seed, {
    take,
    async beforeHandOver() {
      // the claim is older than the first run
      const run = game.run as Game['run'] | undefined
      if (run?.seed !== seed || run.ended) return
      await saveWorld(game, run)
      await game.minds.letGo(true)
    },
    lost() {
      const run = game.run as Game['run'] | undefined
      if (run?.seed !== seed || run.ended) return
      game.hud.setState({ keeper: 'other-tab' })
      notify(game, 'warning', NOT_KEPT_HERE, 'keep-here')
      game.minds.letGo(false).then((memory) => game.hud.setState({ memory }), () => undefined)
    },
  })
}

/** Throws with a sentence where another tab keeps this world: what is stored is not to be changed under it. */
export function refuseForReader({ run }: Pick<Game, 'run'>): void {
  if (run.claim?.reason === 'other-tab') throw new Error('Another tab keeps this world. Keep it here instead, then try again. Nothing was changed.')
}
