/** Trade among neighbours: goods one way, pennies the other, nothing made and nothing lost; and what of it is talked of. */
import { createClaim } from '../beliefs/claim.ts'
import { learn, noteKnownBy } from '../beliefs/learn.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import { emit } from '../events.ts'
import { findHearers } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import type { World } from '../world.ts'
import { leastPriceFor, priceOf } from './bargain.ts'
import { goodOf, type GoodId } from './goods.ts'
import { findPurchase, outingSeconds } from './wants.ts'
import { goodsOf, stockOf, takeHeld, takeOff } from './wares.ts'

/** A purchase of so many pennies is talked of; so is buying all there is of something, if it is more than a few. */
const DEAR = 9
const MANY = 4
/** How much, 0..1: of a dear thing, of a very dear one. */
const UNUSUAL = 0.3
const VERY_UNUSUAL = 0.42
const VERY_DEAR = 18
/** Below this many pennies in the purse, or this agreeableness, one haggles. */
const SHORT_PENNIES = 24
const HAGGLES = -0.1

/** What two neighbours agree on for so many of a good, pennies: its price, or what the one comes down to for the other who haggles. */
export function priceBetween(world: World, buyer: Npc, seller: Npc, { goodId, count }: { goodId: GoodId; count: number }): number {
  const good = goodOf(goodId)
  const haggles = buyer.trading.purse < SHORT_PENNIES || buyer.temperament.agreeableness < HAGGLES
  return haggles ? leastPriceFor(buyer.id, seller, { good, count, worldSeconds: world.worldSeconds }) : priceOf(good, count)
}

/** Goods and pennies change hands between neighbours; what is eaten where it is sold is gone. Null, and nothing changed, where one of them has not enough. */
export function dealBetween(world: World, buyer: Npc, seller: Npc, { goodId, count }: { goodId: GoodId; count: number }): number | null {
  const good = goodOf(goodId)
  const pennies = priceBetween(world, buyer, seller, { goodId, count })
  const left = stockOf(seller, good, world.worldSeconds) - count
  if (left < 0 || pennies > buyer.trading.purse || count < 1) return null
  takeOff(seller, goodId, count)
  buyer.trading.purse -= pennies
  seller.trading.purse += pennies
  if (!good.served) receive(buyer, goodId, count)
  changeRelation(buyer, seller.id, { warmth: 0.005, familiarity: 0.01, reason: null })
  changeRelation(seller, buyer.id, { warmth: 0.005, respect: 0.005, familiarity: 0.01, reason: null })
  emit(world, { type: 'neighbours-deal', buyerId: buyer.id, sellerId: seller.id, goodId, count, pennies, witnessIds: [buyer.id, seller.id] })
  spreadWord(world, buyer, seller, { goodId, count, pennies, left })
  return pennies
}

/** What is bought by somebody who deals in it goes onto the shelf, else into the house. */
function receive(buyer: Npc, goodId: GoodId, count: number): void {
  if (goodsOf(buyer).some(({ id }) => id === goodId)) takeOff(buyer, goodId, -count)
  else takeHeld(buyer, goodId, -count)
}

/** What is dear, or was all there was, is known to both and to those who stand by. */
function spreadWord(world: World, buyer: Npc, seller: Npc, { goodId, count, pennies, left }: { goodId: GoodId; count: number; pennies: number; left: number }): void {
  const isAll = left === 0 && count >= MANY
  if (pennies < DEAR && !isAll) return
  const { name, many } = goodOf(goodId)
  const claim = createClaim('bought', { subject: { id: buyer.id, name: buyer.given }, target: { id: seller.id, name: seller.given }, object: count === 1 ? name : many, count, cause: isAll ? 'all there was' : '' })
  const now = world.worldSeconds
  const witnessIds = findHearers(world, buyer.body, [buyer.id, seller.id])
  for (const npc of world.npcs) {
    if (!witnessIds.includes(npc.id)) continue
    const belief = learn(npc, { topic: `bought:${seller.id}:${buyer.id}:${goodId}:${dayOf(now)}`, claim, confidence: 1, importance: pennies >= VERY_DEAR ? VERY_UNUSUAL : UNUSUAL, secrecy: 0, source: null, root: { happeningId: null, firstId: npc.id }, hops: 0, mutations: [], happenedSeconds: now }, now)
    for (const id of witnessIds) if (id !== npc.id) noteKnownBy(belief, id)
  }
}

/** What neighbours bought of each other since `beforeSeconds`, in hours that nobody lived through. */
export function tradeOver(world: World, beforeSeconds: number): void {
  const last = Math.floor(world.worldSeconds / DAY_WORLD_SECONDS) * 2 + 1
  for (const npc of world.npcs) {
    for (let number = Math.max(npc.trading.outing + 1, dayOf(beforeSeconds) * 2); number <= last; number++) {
      const at = outingSeconds(npc, number)
      if (at < beforeSeconds || at > world.worldSeconds || npc.frozen) continue
      npc.trading.outing = number
      const purchase = findPurchase(world, npc, { number, isAtHand: () => true })
      if (purchase) dealBetween(world, npc, purchase.seller, purchase)
    }
  }
}
