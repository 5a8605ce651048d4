/** What somebody needs of neighbours on an outing, and of whom they get it: for the trade in the morning, for the house in the afternoon. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { DAY_WORLD_SECONDS, dayOf, seasonOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import type { TradeId } from '../npc/trades.ts'
import type { World } from '../world.ts'
import { priceOf } from './bargain.ts'
import { GOODS, goodOf, type Good, type GoodId } from './goods.ts'
import { goodsOf, heldBy, isSelling, stockOf } from './wares.ts'

/** What each trade uses up at its work, what it needs most first. */
export const INPUTS: { readonly [T in TradeId]?: readonly GoodId[] } = {
  baker: ['flour', 'firewood', 'honey', 'egg'], miller: ['grain'], innkeeper: ['firewood', 'vegetables', 'fish', 'cheese', 'candle'], smith: ['firewood'], farmer: ['nails', 'horseshoe', 'rope'], shepherd: ['salt', 'rope'], carpenter: ['nails', 'rope'],
  weaver: ['fleece'], herbalist: ['honey'], fisher: ['rope', 'basket'], keeper: ['candle', 'flowers'], woodcutter: ['rope'],
}
/** What a house uses up, and what wears out now and then. */
const TABLE: readonly GoodId[] = ['loaf', 'egg', 'milk', 'vegetables', 'fish', 'cheese', 'apples', 'cake', 'honey', 'firewood', 'candle', 'herbs', 'salt']
const WORN: readonly GoodId[] = ['knife', 'pot', 'cloth', 'shawl', 'basket', 'chair', 'boots', 'cloak', 'axe', 'hoe', 'hen', 'table', 'door']
/** Share of afternoons on which something is worn out. */
const WORN_SHARE = 0.12
/** A house with so many pieces for the table needs no more, and a trade with so many of what it uses. */
const FULL_TABLE = 6
const FULL_WORK = 3
/** Nobody younger is sent, and what stays in the purse for bread, pennies. */
const SENT_AGE = 14
const KEPT_PENNIES = 6
/** Below this warmth nobody buys of somebody, or sells to them. */
const AT_ODDS = -0.35
/** When outings to buy begin, hours, how much later at most, and how long one can still set out. */
const OUTING_HOURS = [8.5, 13.5] as const
const SPREAD_HOURS = 3
const OPEN_HOURS = 2
/** Sub-seeds of outings and of what is wanted. */
const OUTING_LAYER = 0x6f75_7469
const WANT_LAYER = 0x7761_6e74

/** Something wanted, and of whom it is to be had. */
export type Purchase = { seller: Npc; goodId: GoodId; count: number }

/** When an outing of somebody begins, world seconds; two a day, numbered through. */
export function outingSeconds(npc: Pick<Npc, 'id'>, number: number): number {
  const [day, turn] = [Math.floor(number / 2), number % 2]
  const hour = OUTING_HOURS[turn]! + SPREAD_HOURS * unitOf(hashCell(hashString(npc.id), OUTING_LAYER, number))
  return day * DAY_WORLD_SECONDS + hour * 3600
}

/** The number of the outing that somebody may set out for now; null for none. */
export function outingNow(npc: Pick<Npc, 'id' | 'age' | 'trading'>, worldSeconds: number): number | null {
  if (npc.age < SENT_AGE) return null
  for (const number of [dayOf(worldSeconds) * 2, dayOf(worldSeconds) * 2 + 1]) {
    const since = worldSeconds - outingSeconds(npc, number)
    if (number > npc.trading.outing && since >= 0 && since < OPEN_HOURS * 3600) return number
  }
  return null
}

/** What somebody buys on an outing and of whom, among those for whom `isAtHand`; null for nothing. */
export function findPurchase(world: World, npc: Npc, { number, isAtHand }: { number: number; isAtHand: (seller: Npc) => boolean }): Purchase | null {
  for (const goodId of wantsOf(world, npc, number)) {
    const good = goodOf(goodId)
    const seller = findSeller(world, npc, { good, isAtHand })
    if (!seller) continue
    const count = Math.min(portionOf(good), stockOf(seller, good, world.worldSeconds))
    if (count > 0 && priceOf(good, count) <= npc.trading.purse - (good.use === 'eat' ? 0 : KEPT_PENNIES)) return { seller, goodId, count }
  }
  return null
}

/** What somebody wants on an outing, the most wanted first. */
function wantsOf(world: World, npc: Npc, number: number): GoodId[] {
  const chance = (part: number): number => unitOf(hashCell(hashString(npc.id), WANT_LAYER, number, part))
  if (number % 2 === 0) {
    // who deals in what others make fills the shelf again
    const sold = goodsOf(npc).filter(({ id, trades, served, fixed }) => trades[0] !== npc.trade && !served && !fixed && npc.trading.gone.some(({ goodId, count }) => goodId === id && count > 0))
    const trade = npc.trade === 'merchant' ? turned(GOODS.filter(({ trades }) => trades.includes('merchant') && trades[0] !== 'merchant').map(({ id }) => id), chance(2)).filter((id) => sold.some((good) => good.id === id)) : sold.map(({ id }) => id)
    return [...trade, ...(INPUTS[npc.trade] ?? []).filter((id) => heldBy(npc, id) < FULL_WORK)]
  }
  const worn = chance(0) < WORN_SHARE ? turned(WORN, chance(1)).slice(0, 4).filter((id) => !goodsOf(npc).some((good) => good.id === id)) : []
  const house = world.npcs.filter(({ homeId }) => homeId === npc.homeId)
  const laid = house.reduce((sum, { trading }) => sum + trading.held.reduce((pieces, { goodId, count }) => pieces + (TABLE.includes(goodId) ? count : 0), 0), 0)
  if (laid >= FULL_TABLE) return worn
  // nobody buys what is made in the house
  return [...worn, 'loaf' as const, ...turned(TABLE, chance(3))].filter((id) => !house.some((one) => goodsOf(one).some((good) => good.id === id)) && heldBy(npc, id) < FULL_WORK)
}

function turned<T>(list: readonly T[], share: number): T[] {
  const first = Math.floor(share * list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}

/** Cheap things are bought by several. */
function portionOf({ pennies }: Good): number {
  return pennies < 1 ? 4 : pennies === 1 ? 3 : pennies === 2 ? 2 : 1
}

/** Of whom somebody would buy a good now: who makes it before who only deals in it, then whom they like, then who is near; null for nobody. */
function findSeller(world: World, npc: Npc, { good, isAtHand }: { good: Good; isAtHand: (seller: Npc) => boolean }): Npc | null {
  if (good.seasons && !good.seasons.includes(seasonOf(world.worldSeconds))) return null
  let best: Npc | null = null
  let bestRank = Infinity
  for (const seller of world.npcs) {
    if (seller.settlementId !== npc.settlementId || seller.homeId === npc.homeId || seller.age < SENT_AGE || seller.frozen || !good.trades.includes(seller.trade)) continue
    if (!isSelling(seller, world.worldSeconds) || stockOf(seller, good, world.worldSeconds) === 0 || !isAtHand(seller)) continue
    const mine = npc.relations.find(({ otherId }) => otherId === seller.id)?.warmth ?? 0
    const theirs = seller.relations.find(({ otherId }) => otherId === npc.id)?.warmth ?? 0
    if (mine < AT_ODDS || theirs < AT_ODDS) continue
    const meters = Math.sqrt((seller.body.x - npc.body.x) ** 2 + (seller.body.z - npc.body.z) ** 2)
    const rank = (good.trades[0] === seller.trade ? 0 : 1) - mine + meters / 200
    if (rank >= bestRank) continue
    best = seller
    bestRank = rank
  }
  return best
}
