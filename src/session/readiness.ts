/** Whether the world can be looked at, and lived in. */
import type { Game } from './game.ts'

/** Whether all land in the picture is there, and the ground underfoot. */
export function isLandReady({ run, camera }: Game): boolean {
  return run.terrain.covered && run.terrain.isGroundReady(camera.x, camera.z)
}

/** Whether the land is there and the world goes on. */
export function isWorldReady(game: Game): boolean {
  return game.run.world.tick > 0 && isLandReady(game)
}

/** Whether nothing is waited for any more: the world has begun, or has failed to. */
export function isBegun({ hud }: Game): boolean {
  const { phase } = hud.getState()
  return phase !== 'starting' && phase !== 'swapping'
}

/** Resolves when the world has begun; when it has ended already, the one after it. */
export function untilReady(game: Game): Promise<void> {
  const isThere = (): boolean => isBegun(game) && !(game.run.ended && game.hud.getState().phase === 'ready')
  if (isThere()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = game.hud.subscribe(() => {
      if (!isThere()) return
      stop()
      resolve()
    })
  })
}
