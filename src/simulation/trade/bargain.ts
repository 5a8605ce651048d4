/** Prices: what is asked, how far somebody comes down, and what they pay for what is offered to them. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { dayOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import { goodOf, type Good, type GoodId } from './goods.ts'

/** Sub-seed of how somebody is minded on a day. */
const MIND_LAYER = 0x6861_6767
/** The furthest anybody comes down, and the share of its price that is paid for what can be sold on, or used. */
const LEAST_SHARE = 0.7
const TO_SELL_ON = 0.5
const TO_USE = 0.75
/** Trades that buy anything, and what the inn can use. */
const DEALS_IN_ALL = 'merchant'
const FOR_THE_INN: readonly GoodId[] = ['fish', 'egg', 'apples', 'vegetables', 'herbs', 'firewood', 'cheese', 'milk', 'honey', 'flour', 'candle', 'hen']

/** Pennies for so many of a good; nothing is less than a penny. */
export function priceOf({ pennies }: Good, count: number): number {
  return Math.max(1, Math.ceil(pennies * count))
}

/** The least that somebody lets so many go for to the player. */
export function leastPriceOf(npc: Pick<Npc, 'id' | 'temperament' | 'relations'>, good: Good, count: number, worldSeconds: number): number {
  return leastPriceFor('player', npc, { good, count, worldSeconds })
}

/** The least that somebody lets so many go for to `buyerId`: the kind, the fond and the talkative come down further, each as the day finds them. */
export function leastPriceFor(buyerId: ActorId, npc: Pick<Npc, 'id' | 'temperament' | 'relations'>, { good, count, worldSeconds }: { good: Good; count: number; worldSeconds: number }): number {
  const warmth = npc.relations.find(({ otherId }) => otherId === buyerId)?.warmth ?? 0
  const { agreeableness, extraversion, conscientiousness } = npc.temperament
  const whim = unitOf(hashCell(hashString(npc.id), MIND_LAYER, dayOf(worldSeconds), hashString(good.id)))
  const down = clamp(0.06 + 0.08 * agreeableness + 0.04 * extraversion - 0.05 * conscientiousness + 0.2 * warmth + 0.12 * whim, 0, 1 - LEAST_SHARE)
  return Math.max(1, Math.ceil(good.pennies * count * (1 - down)))
}

/** What somebody would pay for a good that is offered: traders half of its price, whoever can use it more; null where it is not wanted. */
export function bidOf(npc: Pick<Npc, 'trade' | 'age' | 'needs'>, goodId: GoodId, count: number): number | null {
  const good = goodOf(goodId)
  if (npc.age < 14) return null
  const share = npc.trade === DEALS_IN_ALL || good.trades.includes(npc.trade) ? TO_SELL_ON : npc.trade === 'innkeeper' && FOR_THE_INN.includes(goodId) ? TO_USE : good.use === 'eat' && npc.needs.food < 0.6 ? TO_USE : null
  return share === null ? null : Math.max(good.pennies * count >= 1 ? 1 : 0, Math.floor(good.pennies * count * share))
}
