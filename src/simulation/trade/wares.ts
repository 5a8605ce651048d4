/** What each person has to sell: a shelf that empties with every sale and fills again with work, and the coin for what is offered to them. */
import { dayOf, hourOf, seasonOf } from '../clock.ts'
import { tradeOf } from '../npc/trades.ts'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { NpcId } from '#core/ids.ts'
import type { Npc } from '../npc/npc.ts'
import { GOODS, goodOf, type Good, type GoodId } from './goods.ts'

/** What somebody is about to buy of a neighbour, and how far that has come. */
export type Buying = { ofId: NpcId; goodId: GoodId; count: number; step: 'ask' | 'hand' | 'carry' }

/** What is missing from somebody's shelf, the pennies they have paid the player on `day`, their purse in pennies, what they have bought and not used up, what they are buying, and the number of the last outing to buy that is over. */
export type Trading = { gone: Array<{ goodId: GoodId; count: number }>; day: number; paid: number; purse: number; held: Array<{ goodId: GoodId; count: number }>; buying: Buying | null; outing: number }

/** What everybody has in the purse at first: six shillings, in pennies. */
export const FIRST_PURSE = 72

/** Nobody younger sells. */
const SELLING_AGE = 14
/** How long before and after their hours people still sell something, hours. */
const BEFORE_HOURS = 0.5
const AFTER_HOURS = 1.5
/** Pennies' worth that one stretch of work brings back to the shelf, at least one piece. */
const WORK_PENNIES = 4
/** World hours of a stretch of work, where nobody saw it done. */
const STRETCH_HOURS = 1.5
const MOST_STRETCHES = 30
/** Pennies that people can spare a day for what is offered to them; whoever is not named, eight. */
const COIN: { readonly [trade: string]: number } = { merchant: 72, innkeeper: 36, miller: 24, child: 0 }
const PLAIN_COIN = 8

/** A full shelf and an untouched purse. */
export function createTrading(): Trading {
  return { gone: [], day: -1, paid: 0, purse: FIRST_PURSE, held: [], buying: null, outing: -1 }
}

/** What somebody sells; nothing for children. */
export function goodsOf({ trade, age }: Pick<Npc, 'trade' | 'age'>): Good[] {
  return age < SELLING_AGE ? [] : GOODS.filter(({ trades }) => trades.includes(trade))
}

/** How many of a good somebody has now; who only deals in it has half as many as its maker. */
export function stockOf({ trade, trading }: DeepReadonly<Pick<Npc, 'trade' | 'trading'>>, { id, shelf, seasons, trades }: Good, worldSeconds: number): number {
  if (seasons && !seasons.includes(seasonOf(worldSeconds))) return 0
  const full = trades[0] === trade ? shelf : Math.ceil(shelf / 2)
  return Math.max(0, full - (trading.gone.find(({ goodId }) => goodId === id)?.count ?? 0))
}

/** Takes pieces off the shelf; a negative number puts them there. */
export function takeOff({ trading }: Pick<Npc, 'trading'>, goodId: GoodId, count: number): void {
  const known = trading.gone.find((missing) => missing.goodId === goodId)
  if (known) known.count += count
  else trading.gone.push({ goodId, count })
  trading.gone = trading.gone.filter((missing) => missing.count !== 0)
}

/** A stretch of work is done: something of what is missing is there again, each good in its turn. */
export function restock({ trading }: Pick<Npc, 'trading'>): void {
  const at = trading.gone.findIndex(({ count }) => count > 0)
  const missing = trading.gone[at]
  if (!missing) return
  trading.gone.splice(at, 1)
  missing.count -= Math.min(missing.count, Math.max(1, Math.floor(WORK_PENNIES / goodOf(missing.goodId).pennies)))
  if (missing.count > 0) trading.gone.push(missing)
}

/** What was worked in `hours` that nobody lived through. */
export function restockOver(npc: Pick<Npc, 'trading'>, hours: number): void {
  for (let stretch = Math.min(MOST_STRETCHES, Math.floor(hours / STRETCH_HOURS)); stretch > 0 && npc.trading.gone.length > 0; stretch--) restock(npc)
}

/** Whether somebody sells at this hour; the old always do. */
export function isSelling({ trade }: Pick<Npc, 'trade'>, worldSeconds: number): boolean {
  const { from, to } = tradeOf(trade)
  const hour = hourOf(worldSeconds)
  return trade === 'elder' || (hour >= from - BEFORE_HOURS && hour < to + AFTER_HOURS)
}

/** Pennies that somebody can still spare the player today, and has. */
export function coinOf({ trade, trading }: Pick<Npc, 'trade' | 'trading'>, worldSeconds: number): number {
  const full = COIN[trade] ?? PLAIN_COIN
  return Math.max(0, Math.min(trading.purse, trading.day === dayOf(worldSeconds) ? full - trading.paid : full))
}

/** Gives coin to the player, out of the purse; a negative number is coin taken. */
export function payOut(npc: Pick<Npc, 'trading'>, pennies: number, worldSeconds: number): void {
  npc.trading.purse -= pennies
  spare(npc, pennies, worldSeconds)
}

/** Notes what was let go to the player today, in coin or for nothing, pennies. */
export function spare({ trading }: Pick<Npc, 'trading'>, pennies: number, worldSeconds: number): void {
  const day = dayOf(worldSeconds)
  trading.paid = (trading.day === day ? trading.paid : 0) + pennies
  trading.day = day
}

/** How many of a good somebody has bought and not used up. */
export function heldBy({ trading }: Pick<Npc, 'trading'>, goodId: GoodId): number {
  return trading.held.find((held) => held.goodId === goodId)?.count ?? 0
}

/** Takes pieces of a good from what somebody has; a negative number adds. */
export function takeHeld({ trading }: Pick<Npc, 'trading'>, goodId: GoodId, count: number): void {
  const known = trading.held.find((held) => held.goodId === goodId)
  if (known) known.count -= count
  else trading.held.push({ goodId, count: -count })
  trading.held = trading.held.filter((held) => held.count > 0)
}
