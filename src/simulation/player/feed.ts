/** Being well fed: who has eaten runs faster for some hours. */
import type { Player } from './player.ts'

/** Nobody is well fed for longer ahead than this, hours. */
const MOST_HOURS = 8
/** How much faster who is well fed runs. */
export const FED_PACE = 1.15

/** Eats or drinks what feeds for so many hours. */
export function feed(player: Pick<Player, 'fedUntil'>, worldSeconds: number, hours: number): void {
  player.fedUntil = Math.min(worldSeconds + MOST_HOURS * 3600, Math.max(worldSeconds, player.fedUntil) + hours * 3600)
}
