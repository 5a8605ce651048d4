/** What neighbours say to each other when something changes hands. */
import { hashCell, hashString } from '#core/hash.ts'
import type { Npc } from '../npc/npc.ts'
import { fillLine } from '../fill-line.ts'
import { amountOf, goodOf, type GoodId } from './goods.ts'
import { priceWords } from './price-words.ts'

const ASKS = ['Good day, {name}. {Amount}, if you can spare it.', '{Name}! Have you {amount} for me?', 'I need {amount}, {name}.', '{Amount}, please, {name}.', 'We are out again, {name}. {Amount}?']
const PRICES = ['{Price}, as ever.', '{Price}. {Because}.', '{Price}, {name}, and I wish you joy of it.', 'For you, {price}.', '{Price}. Mind how you carry it.']
const LOWERED = ['{Price}, then, because it is you.', '{Price}, and not a farthing less.', 'You drive a hard bargain, {name}. {Price}.']

/** Asking for so many of a good; the same for the same two at the same tick. */
export function askLine(buyer: Npc, seller: Npc, { goodId, count, tick }: { goodId: GoodId; count: number; tick: number }): string {
  return fillLine(ASKS[hashCell(hashString(buyer.id), tick, 1) % ASKS.length]!, { name: seller.given, amount: amountOf(goodId, count) })
}

/** Handing it over for `pennies`; `isLowered`: less than it costs. */
export function handLine(seller: Npc, buyer: Npc, { goodId, pennies, isLowered, tick }: { goodId: GoodId; pennies: number; isLowered: boolean; tick: number }): string {
  const lines = isLowered ? LOWERED : PRICES
  return fillLine(lines[hashCell(hashString(seller.id), tick, 2) % lines.length]!, { name: buyer.given, price: priceWords(pennies), because: goodOf(goodId).because })
}
