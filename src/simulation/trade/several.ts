/** Several things in one remark: “two loaves and a cheese”. */
import type { AlsoDealt, Deal } from './deal-record.ts'
import { goodIn, type Good, type GoodId } from './goods.ts'

/** So many of a good. */
export type Item = { good: Good; count: number }

/** More things than these in one remark are not listened to. */
const MOST_THINGS = 6
const MOST_WORDS = 6
const AND = /,? (?:and|plus|as well as|along with|with)(?: also)? |, ?| & /
/** What may stand behind the last thing. */
const AFTER = /(?: (?:please|too|as well|then|for you|for me|of you|here|cost|costs?|worth|be|today|thank you|thanks|together|all together|from you|to you|if you (?:have|please)(?: (?:it|them|any))?))+$/

/** The things named side by side in words (small letters), in order, each with what `countOf` makes of its own words; empty where fewer than two are. */
export function itemsIn(words: string, countOf: (words: string, good: Good) => number): Item[] {
  const items: Item[] = []
  for (const part of words.replace(/[.!?]+/g, ' ').trim().split(AND)) {
    const phrase = part.replace(AFTER, '').trim()
    const good = goodIn(phrase)
    // only the first may stand in a sentence; another one ends with its name
    if (!good || (items.length > 0 && (phrase.split(' ').length > MOST_WORDS || goodIn(phrase.split(' ').at(-1)!) !== good))) continue
    if (!items.some((item) => item.good === good)) items.push({ good, count: countOf(phrase, good) })
  }
  return items.length < 2 ? [] : items.slice(0, MOST_THINGS)
}

/** What fared as the first thing of a deal did, and for how much in all; and what fared otherwise. */
export function partsOf({ kind, goodId, count, pennies, also = [] }: Pick<Deal, 'kind' | 'goodId' | 'count' | 'pennies' | 'also'>): { alike: Array<{ goodId: GoodId; count: number }>; pennies: number; others: Array<Readonly<AlsoDealt>> } {
  const like = also.filter((other) => other.kind === kind)
  return { alike: goodId === null ? [] : [{ goodId, count }, ...like.map((other) => ({ goodId: other.goodId, count: other.count }))], pennies: like.reduce((sum, other) => sum + other.pennies, pennies), others: also.filter((other) => other.kind !== kind) }
}

/** The deals over things named together as one: the first that came about, with the others beside it; null for none. */
export function asOne(deals: readonly Deal[]): Deal | null {
  const first = deals.find(({ kind }) => kind !== 'refused') ?? deals[0]
  if (!first) return null
  const also = deals.flatMap(({ kind, goodId, count, pennies, left, trouble }, n) => (deals[n] === first || goodId === null ? [] : [{ kind, goodId, count, pennies, left, trouble }]))
  return also.length === 0 ? first : { ...first, also }
}

/** A deal over several things taken apart, as if each had been dealt in by itself. */
export function eachOf(deal: Deal): Deal[] {
  const { also = [], ...first } = deal
  return [first, ...also.filter(({ kind }) => kind === first.kind).map((other) => ({ ...first, ...other }))]
}
