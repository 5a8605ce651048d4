/** Panels and notices: at most one panel, and words that stay until they are read. */
import type { NpcId } from '#core/ids.ts'
import { nowMs } from '#platform/clock.ts'
import type { Game } from './game.ts'
import type { Notice, PanelId } from './hud-state.ts'

const QUIET_MS = 8000
const MOST_NOTICES = 4
let nextNoticeId = 1

/** Opens a panel in place of the one that is open, or closes it. */
export function openPanel(game: Pick<Game, 'hud'>, panel: PanelId | null, inspectedId: NpcId | null = null): void {
  game.hud.setState({ panel, inspectedId: panel === 'person' ? inspectedId : null })
}

/** Says something to the player; the same words are not said twice at once. */
export function notify(game: Pick<Game, 'hud'>, tone: Notice['tone'], text: string, action: Notice['action'] = null): void {
  const { notices } = game.hud.getState()
  if (notices.some((notice) => notice.text === text)) return
  const notice: Notice = { id: nextNoticeId++, tone, text, untilMs: tone === 'quiet' && action === null ? nowMs() + QUIET_MS : null, action }
  game.hud.setState({ notices: [...notices, notice].slice(-MOST_NOTICES) })
}

/** Takes a notice away. */
export function dismissNotice(game: Pick<Game, 'hud'>, id: number): void {
  game.hud.setState({ notices: game.hud.getState().notices.filter((notice) => notice.id !== id) })
}

/** Takes away what offers to keep the world here: it is kept here, or the world is another. */
export function dropOffers(game: Pick<Game, 'hud'>): void {
  game.hud.setState({ notices: game.hud.getState().notices.filter(({ action }) => action !== 'keep-here') })
}

/** Takes away quiet notices whose time is over. */
export function expireNotices(game: Pick<Game, 'hud'>): void {
  const { notices } = game.hud.getState()
  const now = nowMs()
  if (notices.some((notice) => notice.untilMs !== null && notice.untilMs < now)) {
    game.hud.setState({ notices: notices.filter((notice) => notice.untilMs === null || notice.untilMs >= now) })
  }
}
