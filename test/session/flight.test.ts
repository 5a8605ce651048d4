/** Flights of the eye: where they end. */
import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { placeCamera } from '#session/camera.ts'
import { fly } from '#session/flight.ts'
import type { Game } from '#session/game.ts'
import { createTalkStore } from '#session/talk-store.ts'
import { runLentTick } from '#session/ticks.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

/** As much of a game as a flight needs. */
function createFlyingGame(): Game {
  const { world, env } = createTestWorld()
  const game = {
    run: { world, ...env, alpha: 1, settlementNames: new Map(), commands: [], held: [], recorder: null, replay: null, terrain: { counts: { holes: 0, built: 0, dropped: 0 }, isGroundReady: () => true } },
    camera: { x: world.player.body.x, y: world.player.body.y, z: world.player.body.z, yaw: 0, pitch: 0, fieldOfView: 60, aspect: 16 / 9, mode: 'first' },
    framing: { aside: 0, turn: 0, partnerId: null },
    look: { yaw: 0, pitch: 0 },
    step: { restSeconds: 0 },
    settings: createStore(() => ({ camera: 'first', fieldOfView: 60, reducedMotion: false })),
    talk: createTalkStore(),
    paused: false, tickWorld, talking: null, thinking: null, flight: null, afterFrame: [] as (() => void)[],
    lendTick: () => runLentTick(game),
  } as unknown as Game
  return game
}

it('[ST-65] the frame in which a flight ends is seen from where it ended, and the player is there', async () => {
  const game = createFlyingGame()
  const from = { ...game.run.world.player.body }
  const to = { x: from.x + 900, z: from.z - 300 }
  const report = fly(game, to, { metersPerSecond: 300, height: 40 }, { count: 0 })
  placeCamera(game, 0.05)
  for (let frame = 0; frame < 200 && game.flight; frame++) {
    game.flight.update(0.05)
    placeCamera(game, 0.05)
    for (const callback of game.afterFrame.splice(0)) callback()
    if (game.flight) continue
    expect(Math.hypot(game.camera.x - to.x, game.camera.z - to.z)).toBeLessThan(2)
  }
  expect((await report).distance).toBeCloseTo(Math.hypot(900, 300), 3)
  expect(Math.hypot(game.run.world.player.body.x - to.x, game.run.world.player.body.z - to.z)).toBeLessThan(2)
})
