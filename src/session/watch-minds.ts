/** Looked at a few times a second while a model thinks: how lively the village may be, and what may be said soon. */
import { livelinessFor } from '#minds/tiers.ts'
import { watchApproach } from './approach.ts'
import type { Game, GameRun } from './game.ts'
import { watchTalkAhead } from './talk-ahead.ts'

/** Seconds of play before the village is livelier again after it was made calmer. */
const CALM_SECONDS = 8

const calmed = new WeakMap<GameRun, number>()

/** Watches one moment. */
export function watchMinds(game: Game): void {
  watchLiveliness(game)
  if (game.hud.getState().model.tier === 0) return
  watchApproach(game)
  watchTalkAhead(game)
}

/** Lets the village be as lively as what thinks allows; as a command, so that a recording holds it. */
function watchLiveliness({ run, hud, settings }: Game): void {
  // a recording says itself how lively it was
  if (run.replay || run.ended) return
  const before = run.world.liveliness
  const level = livelinessFor(hud.getState().model, settings.getState().limits, before)
  if (level === before || run.commands.some(({ type }) => type === 'liveliness-set')) return
  if (level > before && run.seconds - (calmed.get(run) ?? -Infinity) < CALM_SECONDS) return
  if (level < before) calmed.set(run, run.seconds)
  run.commands.push({ type: 'liveliness-set', level })
}
