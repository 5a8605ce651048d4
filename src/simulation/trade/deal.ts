/** Dealing with the player in a talk: what the words ask for is done, or why not is noted, before anybody finds words for it. */
import { clamp } from '#core/scalar.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { Npc } from '../npc/npc.ts'
import { countOf, nourishmentOf, putIn, roomIn, takeOut } from '../player/satchel.ts'
import { feed } from '../player/feed.ts'
import { changeRelation } from '../relations/change-relation.ts'
import type { World } from '../world.ts'
import { seasonOf } from '../clock.ts'
import { bidOf, leastPriceOf, priceOf } from './bargain.ts'
import type { Deal, DealTrouble } from './deal-record.ts'
import { deliver, offerErrand, takeErrand } from './errand.ts'
import { goodIn, goodOf, type Good } from './goods.ts'
import { giftTopic, leaveMark } from './leave-mark.ts'
import { readTrade, type TradeWish } from './read-trade.ts'
import { asOne, eachOf } from './several.ts'
import { coinOf, goodsOf, isSelling, payOut, spare, stockOf, takeOff } from './wares.ts'

/** How disliked one must be to be sold nothing, and how dear to be sold something at night. */
const UNWELCOME = -0.35
const DEAR = 0.5
/** What is spared to somebody liked who cannot pay, pennies; how much they must be liked. */
const SPARED_PENNIES = 2
const LIKED = 0.2
/** An offer below this share of the price is an insult to the work. */
const INSULTING = 0.4
/** Turns of the player back in which what was named may be meant by “it”. */
const RECENT_TURNS = 4

/** What lies on the table, to be taken or haggled over. */
const ON_TABLE: ReadonlySet<Deal['kind']> = new Set(['asked', 'lowered', 'held', 'bid'])

/** Lets the player's words to a person deal; what came of it is kept with the talk. Null where they want no trade that this person has a part in. */
export function dealWithPlayer(world: World, npc: Npc, conversation: Conversation, text: string): Deal | null {
  const said = conversation.turns.filter(({ speakerId }) => speakerId === 'player')
  const last = conversation.deal
  const isFresh = last !== null && said.at(-1)?.worldSeconds === last.worldSeconds
  const named = said.slice(-RECENT_TURNS).toReversed().map((turn) => goodIn(turn.text)).find((good) => good !== null) ?? null
  const wish = readTrade(text, { last: isFresh ? last : null, good: (last?.goodId && goodOf(last.goodId)) || named })
  const deals = wish ? dealInEach(world, npc, wish, last) : []
  const deal = asOne(deals)
  if (!deal) return null
  conversation.deal = deal
  for (const each of deals) leaveMark(world, npc, each)
  return deal
}

/** What comes of each thing that is named, or lies on the table together with the first. Nothing where this person has no part in any. */
function dealInEach(world: World, npc: Npc, wish: TradeWish, last: Deal | null): Deal[] {
  const table = last && wish.more.length === 0 && (wish.kind === 'accept' || wish.kind === 'haggle') && (wish.good?.id ?? last.goodId) === last.goodId && ON_TABLE.has(last.kind) ? eachOf(last) : []
  if (table.length > 1) return wish.kind === 'haggle' ? haggleOver(world, npc, table, wish.pennies) : table.flatMap((each) => (each.goodId && carryOut(world, npc, { ...wish, good: goodOf(each.goodId), count: each.count }, each)) || [])
  const items = [{ good: wish.good, count: wish.count }, ...(wish.kind === 'haggle' ? [] : wish.more)]
  const deals = items.map((item) => carryOut(world, npc, { ...wish, ...item }, last))
  if (deals.every((deal) => deal === null)) return []
  return deals.map((deal, n) => deal ?? recordOf(world, 'refused', items[n]!.good, { count: items[n]!.count, trouble: 'not-sold' }))
}

/** Haggles over several things at once: an offer for all of them is taken where it reaches what each may go for, else each goes as low as it does. */
function haggleOver(world: World, npc: Npc, table: readonly Deal[], offered: number | null): Deal[] {
  const items = table.flatMap(({ goodId, count }) => (goodId === null ? [] : [{ good: goodOf(goodId), count }]))
  const least = items.map(({ good, count }) => leastPriceOf(npc, good, count, world.worldSeconds))
  const over = (offered ?? 0) - least.reduce((sum, pennies) => sum + pennies, 0)
  return items.flatMap(({ good, count }, n) => (over >= 0 ? buy(world, npc, { good, count, price: least[n]! + (n === 0 ? over : 0) }, null) : haggle(world, npc, { good, count, offered: null }, table[n]!)) ?? [])
}

function carryOut(world: World, npc: Npc, wish: TradeWish, last: Deal | null): Deal | null {
  switch (wish.kind) {
    case 'ask': return wish.good && ask(world, npc, wish.good, wish.count)
    case 'buy': return wish.good && buy(world, npc, { good: wish.good, count: wish.count }, last)
    case 'haggle': return wish.good && haggle(world, npc, { good: wish.good, count: wish.count, offered: wish.pennies }, last)
    case 'sell': return wish.good && sell(world, npc, { good: wish.good, count: wish.count, isAsking: wish.pennies !== null })
    case 'give': return wish.good && (deliver(world, npc, wish.good.id) ?? give(world, npc, wish.good, wish.count))
    case 'deliver': return deliver(world, npc, wish.good?.id ?? null)
    case 'coin': return giveCoin(world, npc, wish.pennies ?? 1)
    case 'work': return offerErrand(world, npc)
    case 'decline': return { ...recordOf(world, 'declined', last?.goodId ? goodOf(last.goodId) : null), otherId: last?.otherId ?? null }
    case 'accept':
      if (last?.kind === 'errand') return takeErrand(world, npc, last)
      if (last?.kind === 'bid' && last.goodId) return sell(world, npc, { good: goodOf(last.goodId), count: last.count, isAsking: false })
      return wish.good && buy(world, npc, { good: wish.good, count: wish.count }, last)
  }
}

function recordOf(world: World, kind: Deal['kind'], good: Good | null, parts: Partial<Deal> = {}): Deal {
  return { kind, goodId: good?.id ?? null, count: 1, pennies: 0, left: 0, trouble: null, otherId: null, worldSeconds: world.worldSeconds, ...parts }
}

function warmthOf(npc: Npc): number {
  return npc.relations.find(({ otherId }) => otherId === 'player')?.warmth ?? 0
}

/** Why somebody who sells a good does not sell so many of it now; null when they do. */
function troubleWith(world: World, npc: Npc, good: Good, count: number): DealTrouble | null {
  const left = stockOf(npc, good, world.worldSeconds)
  if (warmthOf(npc) < UNWELCOME) return 'disliked'
  if (good.fixed) return 'fixed'
  if (good.shelf === 0) return 'not-made-yet'
  if (!isSelling(npc, world.worldSeconds) && warmthOf(npc) < DEAR) return 'closed'
  if (left === 0) return good.seasons && !good.seasons.includes(seasonOf(world.worldSeconds)) ? 'out-of-season' : 'none-left'
  return count > left ? 'fewer-left' : null
}

function ask(world: World, npc: Npc, good: Good, count: number): Deal | null {
  if (!goodsOf(npc).includes(good)) return null
  const left = stockOf(npc, good, world.worldSeconds)
  const trouble = troubleWith(world, npc, good, count)
  const pieces = trouble === 'fewer-left' ? left : count
  return recordOf(world, trouble === null || trouble === 'fewer-left' ? 'asked' : 'refused', good, { count: pieces, pennies: priceOf(good, pieces), left, trouble })
}

/** Sells, at the price that was agreed on where one was. */
function buy(world: World, npc: Npc, { good, count, price }: { good: Good; count: number; price?: number }, last: Deal | null): Deal | null {
  if (!goodsOf(npc).includes(good)) return null
  const { player, worldSeconds } = world
  const left = stockOf(npc, good, worldSeconds)
  const agreed = last?.goodId === good.id && last.kind === 'lowered' ? Math.ceil((last.pennies * count) / last.count) : priceOf(good, count)
  const pennies = price ?? agreed
  const parts = { count, pennies, left }
  const trouble = troubleWith(world, npc, good, count)
  if (trouble === 'fewer-left') return ask(world, npc, good, count)
  if (trouble) return recordOf(world, 'refused', good, { ...parts, trouble })
  if (!good.served && count > roomIn(player)) return recordOf(world, 'refused', good, { ...parts, trouble: 'satchel-full' })
  const isSpared = player.purse < pennies && pennies <= SPARED_PENNIES && good.use !== undefined && good.use !== 'sleep' && warmthOf(npc) >= LIKED && npc.temperament.agreeableness > -0.2 && coinOf(npc, worldSeconds) >= pennies
  if (player.purse < pennies && !isSpared) return recordOf(world, 'refused', good, { ...parts, trouble: 'no-coin' })
  if (isSpared) spare(npc, pennies, worldSeconds)
  else {
    player.purse -= pennies
    payOut(npc, -pennies, worldSeconds)
  }
  takeOff(npc, good.id, count)
  if (good.served) feed(player, worldSeconds, nourishmentOf(good.id) * count)
  else putIn(player, good.id, count)
  changeRelation(npc, 'player', isSpared ? { warmth: 0.01, debt: -0.05, reason: `I gave them ${good.name} for nothing` } : { warmth: 0.01, respect: 0.01, familiarity: 0.01, reason: 'they bought of me' })
  return recordOf(world, isSpared ? 'spared' : 'bought', good, { ...parts, left: left - count })
}

/** Comes down once, as far as this person does; a fair offer is taken at once, a mean one taken amiss. */
function haggle(world: World, npc: Npc, { good, count, offered }: { good: Good; count: number; offered: number | null }, last: Deal | null): Deal | null {
  if (!goodsOf(npc).includes(good)) return null
  const trouble = troubleWith(world, npc, good, count)
  if (trouble && trouble !== 'fewer-left') return recordOf(world, 'refused', good, { count, pennies: priceOf(good, count), trouble })
  const full = priceOf(good, count)
  const before = last?.goodId === good.id && last.count === count && (last.kind === 'lowered' || last.kind === 'held') ? last : null
  const least = leastPriceOf(npc, good, count, world.worldSeconds)
  const left = stockOf(npc, good, world.worldSeconds)
  if (offered !== null && offered >= Math.min(least, before?.pennies ?? least)) return buy(world, npc, { good, count, price: offered }, last)
  if (offered !== null && offered < full * INSULTING) changeRelation(npc, 'player', { warmth: -0.02, respect: -0.02, reason: 'they offered next to nothing for my work' })
  else if (before) changeRelation(npc, 'player', { warmth: -0.01, reason: 'they would not stop haggling' })
  if (before || least >= full) return recordOf(world, 'held', good, { count, pennies: before?.pennies ?? full, left })
  changeRelation(npc, 'player', { familiarity: 0.01, reason: null })
  return recordOf(world, 'lowered', good, { count, pennies: least, left })
}

function sell(world: World, npc: Npc, { good, count, isAsking }: { good: Good; count: number; isAsking: boolean }): Deal {
  const { player, worldSeconds } = world
  const pennies = bidOf(npc, good.id, count)
  const parts = { count, pennies: pennies ?? 0 }
  if (countOf(player, good.id) < count) return recordOf(world, 'refused', good, { ...parts, trouble: 'not-there' })
  if (warmthOf(npc) < UNWELCOME) return recordOf(world, 'refused', good, { ...parts, trouble: 'disliked' })
  if (pennies === null || pennies === 0) return recordOf(world, 'refused', good, { ...parts, trouble: 'not-wanted' })
  if (pennies > coinOf(npc, worldSeconds)) return recordOf(world, 'refused', good, { ...parts, trouble: 'cannot-pay' })
  if (isAsking) return recordOf(world, 'bid', good, parts)
  takeOut(player, good.id, count)
  player.purse += pennies
  payOut(npc, pennies, worldSeconds)
  if (goodsOf(npc).includes(good)) takeOff(npc, good.id, -count)
  if (good.use === 'eat') npc.needs.food = clamp(npc.needs.food + 0.2, 0, 1)
  changeRelation(npc, 'player', { warmth: 0.01, familiarity: 0.01, reason: `I bought ${good.name} of them` })
  return recordOf(world, 'sold', good, parts)
}

/** A thing that is there is given; words alone are not. */
function give(world: World, npc: Npc, good: Good, count: number): Deal {
  const { player } = world
  if (countOf(player, good.id) < count) return recordOf(world, 'refused', good, { count, trouble: 'not-there' })
  takeOut(player, good.id, count)
  const worth = good.pennies * count
  const isNeeded = good.use === 'eat' && npc.needs.food < 0.5
  if (good.use === 'eat') npc.needs.food = clamp(npc.needs.food + 0.3, 0, 1)
  // the second gift of a day is half a surprise
  const share = npc.beliefs.some(({ topic }) => topic === giftTopic(world, npc)) ? 0.4 : 1
  changeRelation(npc, 'player', { warmth: share * clamp(0.02 + 0.02 * Math.sqrt(worth) + (isNeeded ? 0.06 : 0), 0, 0.16), trust: 0.02 * share, debt: share * clamp(worth / 60, 0.02, 0.2), reason: `they gave me ${good.name}` })
  return recordOf(world, 'given', good, { count, pennies: Math.ceil(worth) })
}

function giveCoin(world: World, npc: Npc, pennies: number): Deal {
  const { player, worldSeconds } = world
  if (player.purse < pennies) return recordOf(world, 'refused', null, { pennies, trouble: 'no-coin' })
  player.purse -= pennies
  payOut(npc, -pennies, worldSeconds)
  changeRelation(npc, 'player', { warmth: clamp(0.01 + 0.01 * pennies, 0, 0.08), debt: clamp(pennies / 60, 0, 0.15), reason: 'they gave me coin' })
  return recordOf(world, 'coin', null, { pennies })
}
