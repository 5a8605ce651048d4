/** One frame, as a list: what the player wants, ticks, the eye, the land around it, the minds, the interface, keeping. */
import { pushNumber } from '#core/ring-buffer.ts'
import { nowMs } from '#platform/clock.ts'
import { logWarning } from '#platform/log.ts'
import { actOnInput } from './act-on-input.ts'
import { saveSoon } from './autosave.ts'
import { placeCamera } from './camera.ts'
import { alphaOf, takeTicks } from './fixed-step.ts'
import type { Game } from './game.ts'
import { publishHud } from './publish-hud.ts'
import { isBegun, isWorldReady } from './readiness.ts'
import { flushObservations } from './flush-observations.ts'
import { runTick } from './ticks.ts'
import { createViewpoint } from './viewpoint.ts'

/** The most ticks that one frame runs at normal speed; at other speeds, as many times more. */
const MOST_TICKS = 6
/** The longest frame that counts in full, seconds: after a sleep the world goes on where it was. */
const LONGEST_FRAME_SECONDS = 0.3
/** The drawn origin moves when the eye is this far from it, in steps of ORIGIN_STEP_METERS. */
const ORIGIN_REACH_METERS = 3072
const ORIGIN_STEP_METERS = 1024
const HUD_SECONDS = 0.2
const SAVE_SECONDS = 15

const viewpointOf = createViewpoint()

/** Asks for the land around the eye before there are frames, so that it grows while the rest is being read. */
export function askForLand(game: Game): void {
  placeCamera(game, 0)
  game.run.terrain.update(viewpointOf(game, 0), 0)
}

/** Runs one frame; `seconds` of real time since the last one. */
export function runFrame(game: Game, seconds: number): void {
  const startMs = nowMs()
  const { run } = game
  const frameSeconds = Math.min(seconds, LONGEST_FRAME_SECONDS)
  actOnInput(game, frameSeconds)
  if (!game.paused && game.tickWorld) {
    run.seconds += frameSeconds
    const ticks = takeTicks(game.step, frameSeconds * game.timeScale, Math.ceil(MOST_TICKS * Math.max(1, game.timeScale)))
    for (let i = 0; i < ticks; i++) runTick(game)
    game.flight?.update(seconds)
  }
  run.alpha = Math.min(1, Math.max(0, alphaOf(game.step)))
  placeCamera(game, frameSeconds)
  moveOrigin(game)

  const streamingMs = nowMs()
  run.terrain.update(viewpointOf(game, frameSeconds), run.seconds)
  if (isBegun(game)) run.roads.update(game.camera.x, game.camera.z)
  const mindsMs = nowMs()
  game.sinceHud += frameSeconds
  game.sinceSave += frameSeconds
  if (game.sinceHud >= HUD_SECONDS || (!isBegun(game) && isWorldReady(game))) {
    game.sinceHud = 0
    flushObservations(game, run)
    publishHud(game)
    // the faster minds are, the livelier they may be, and what may be said soon is thought ahead
    if (game.hud.getState().model.tier > 0 || run.world.liveliness > 0) {
      import('./watch-minds.ts').then(({ watchMinds }) => watchMinds(game), (error: unknown) => logWarning(`what watches the minds could not be read: ${String(error)}`))
    }
  }
  game.hearing?.update(frameSeconds)
  const hudMs = nowMs()
  if (game.sinceSave >= SAVE_SECONDS) {
    game.sinceSave = 0
    saveSoon(game)
  }
  governQuality(game, seconds)
  const costs = { frame: nowMs() - startMs + game.lastRender.renderMs, streaming: mindsMs - streamingMs, minds: hudMs - mindsMs, render: game.lastRender.renderMs }
  pushNumber(game.costs.frame, costs.frame)
  pushNumber(game.costs.streaming, costs.streaming)
  pushNumber(game.costs.minds, costs.minds)
  pushNumber(game.costs.render, costs.render)
  game.flight?.count(costs)
  game.frameCount++
}

/** Goes over to another preset when the machine bears more, or less. */
function governQuality({ governor, settings, hud, flight, paused }: Game, seconds: number): void {
  const { autoQuality, quality } = settings.getState()
  if (!autoQuality || paused || flight || hud.getState().phase !== 'ready') return
  const next = governor.frame(seconds, quality)
  if (next) settings.setState({ quality: next })
}

function moveOrigin(game: Game): void {
  const { camera, run } = game
  if (Math.abs(camera.x - run.origin.x) < ORIGIN_REACH_METERS && Math.abs(camera.z - run.origin.z) < ORIGIN_REACH_METERS) return
  run.origin = { x: Math.round(camera.x / ORIGIN_STEP_METERS) * ORIGIN_STEP_METERS, z: Math.round(camera.z / ORIGIN_STEP_METERS) * ORIGIN_STEP_METERS }
}
