/** While the player reads a reply, what would be answered to the lines that are offered next is thought ahead; what is not said is never heard of. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { TIERS } from '#minds/tiers.ts'
import { attentionTo } from './attention.ts'
import type { Game, GameRun } from './game.ts'

/** How many lines are answered ahead by tier. */
const LINES = [0, 0, 0, 2, 3] as const
/** Lines that end the talk, are for somebody who stands by, or are a trade, of which nobody knows what comes of it. */
const NOT_FOR_THEM = /^(?:goodbye\b|and you,|i’d like|how much|here is|yes, please|that’s too|do you have any work)|sends you this/i

const expecting = new WeakMap<GameRun, { moment: string; source: CancelSource }>()

/** Looks at the talk; called a few times a second while a model thinks. */
export function watchTalkAhead(game: Game): void {
  const { run } = game
  const { npcId, ended, waiting, partial, suggestions, turns } = game.talk.getState()
  const { tier } = game.hud.getState().model
  const isOpen = npcId !== null && ended === null && !waiting && partial === null && suggestions.length > 0 && !run.replay && TIERS[tier]?.ahead === true
  const moment = isOpen ? JSON.stringify([npcId, turns.length, suggestions]) : ''
  const now = expecting.get(run)
  if ((now?.moment ?? '') === moment) return
  // the moment has passed: what is not ready by now would come too late
  now?.source.cancel()
  expecting.delete(run)
  if (npcId === null || !isOpen) return
  const view = buildPrivateView(run.world, run.land, npcId)
  const lines = suggestions.filter((line) => !NOT_FOR_THEM.test(line)).slice(0, LINES[tier] ?? 0)
  if (!view || lines.length === 0) return
  const source = createCancelSource()
  expecting.set(run, { moment, source })
  game.minds.ask('replies-expect', { view, lines, attention: attentionTo(game, npcId) }, { signal: source.signal }).then((ready) => void (run.tally.ahead += ready), () => undefined)
}
