/** What the player's words want of a trade: to ask a price, buy, haggle, sell, give, earn. Rules only; what is not plainly one of these is none. */
import { toneOf } from '../affect/tone.ts'
import type { Deal } from './deal-record.ts'
import { goodIn, type Good } from './goods.ts'
import { itemsIn, type Item } from './several.ts'

/** A wish read from words. `pennies`: a price that was named, or coin held out. */
export type TradeWish = { kind: 'ask' | 'buy' | 'haggle' | 'sell' | 'give' | 'coin' | 'deliver' | 'work' | 'accept' | 'decline'; good: Good | null; count: number; pennies: number | null; /** What else is named beside it. */ more: Item[] }

/** What was dealt with last in this talk, and what the player named last in it. */
export type TradeContext = { last: Deal | null; good: Good | null }

const NUMBERS: { readonly [word: string]: number } = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, 'a couple of': 2, 'a few': 3, 'a dozen': 12, 'half a dozen': 6, another: 1, some: 1, any: 1, the: 1, this: 1, that: 1, my: 1, your: 1, these: 1 }
const COUNT = '(?:a couple of|a few|half a dozen|a dozen|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|another|some|\\d{1,3})'
const COIN = '(?:penn(?:y|ies)|coins?|coppers?|shillings?)'
/** Words after which a thing is talked of, and not traded in. */
const TALKED_OF = /\b(?:know|hear|heard|tell|talk|told|ask you|learn|see|meet|visit|find|help|story|song|recipe|bake|make|made|think|like (?:my|the|your|his|her)|how to|why|who|where|when)\b/
const BUY = /\b(?:i(?:'d| would) (?:like|love|want)(?: to (?:buy|have|get|purchase|take))?|i(?:'ll| will) (?:take|have|buy|get)|i want(?: to (?:buy|have|purchase))?|i(?:'m| am) (?:here|looking) to buy|(?:can|could|may|might) i (?:have|buy|get|please have)|let me (?:have|buy|get)|(?:give|sell|hand|get|bring|pour) me|(?:would|will|could|can) you (?:please )?(?:give|sell|hand|get|bring|pour) me|(?:^|, ?)buy|here(?:'s| is| are) [\w ]{1,20} penn(?:y|ies) for)\b/
const ASK = /\bhow (?:much|many (?:pennies|coins|coppers|shillings))\b|\bwhat (?:do|does|would|will|is|are|'s)\b.*\b(?:cost|price|worth)\b|\bprices?\b|\bwhat do you (?:ask|want|take|charge) for\b|\b(?:do|would|will) you (?:have|sell)\b|\bhave you (?:got )?(?:any|some|an?)\b|\b(?:got|is there|are there) (?:any|some|an?)\b|\bcan i buy\b.*\bhere\b/
const LOWER = new RegExp(`\\btoo (?:much|dear|expensive|high|costly|steep)\\b|\\b(?:cheaper|for less|a bit less|discount|better price|lower (?:the|your) price|come down|half (?:the price|that|of that))\\b|\\b(?:how about|what about|would you take|will you take|i(?:'ll| will|'d| would) (?:give|pay|offer)(?: you)?|i offer(?: you)?|let's say|make it) (${COUNT}) ${COIN}`)
const SELL = /\b(?:(?:i(?:'d| would) like to|i want to|can i|could i|may i|let me|i(?:'ll| will)|i can|i could) sell|(?:would|will|do|could|can) you (?:like to |want to )?(?:buy|take)\b(?! (?:it|that|this) for)|(?:what|how much) (?:would|will|do|can|could) you (?:give|pay|offer)(?: me)? for|buy (?:my|this|these))\b/
const BID = /\b(?:what|how much) (?:would|will|do|can|could) you (?:give|pay|offer)\b/
const HOLD_OUT = /\b(?:here(?:'s| is| are)|(?:please )?(?:take|have|accept)|i(?:'ve| have)? (?:brought|got|bought) you|i brought|(?:i(?:'ll| will|'d like to)|let me) give you|i (?:want to )?give you|(?:this|these|the|my) [\w ]{1,30}? (?:is|are) for you|for you[:,])(?=\W|$)/
const DELIVER = /\b(?:sends? you|sent you|(?:this|that|it) is from|(?:for you|something|a parcel|[a-z]+) from (?!the (?:mill|field|wood|sea|river)\b)[a-z]+ ?(?:for you)?\W*$|i was asked to (?:bring|give)|i(?:'m| am) to (?:bring|give) you|on behalf of)/
const WORK = /\b(?:(?:any|some|have|got|is there|do you have|looking for|want|need|give me|find) (?:any |some |a )?(?:work|jobs?|errands?|tasks?|odd jobs?)\b(?! (?:do|are|did|is)\b)|earn (?:a|some|my|a few|any)?\s?(?:penn(?:y|ies)|coins?|money|keep|bread)|(?:how|where|what) (?:can|could|do|might) i (?:do to )?earn|(?:run|do) an errand|(?:can|could|may|shall) i (?:help|be of (?:help|use)|carry (?:something|anything)|do (?:something|anything) for you)|do you need (?:any |some )?(?:help|a hand)|need a hand)\b/
const YES = /^(?:(?:oh|well|all right|alright|ok|okay|then|hm+)[,. ]+)*(?:yes|yeah|yep|aye|sure|deal|done|agreed|ok(?:ay)?|fine|good|very well|gladly|all right|alright|of course|certainly|with pleasure|that's a deal|it's a deal|i(?:'ll| will) (?:do (?:it|that)|bring (?:it|that)))\b(?!.*\?)/
const TAKE_IT = new RegExp(`\\b(?:i(?:'ll| will) (?:take|have|buy)|i(?:'d| would) like|(?:give|sell) me|let me have|can i have) (?:it|that|this|one|them|those|some|both|all|everything|${COUNT})(?: of (?:it|them|those))?(?:,? (?:please|then|thank you|thanks))?\\W*$`)
const NO = /^(?:no|nope|nay|never mind|not (?:now|today)|forget it|another time|maybe later|then not|i(?:'ll| will) pass)\b/

/** The wish in a remark; null where there is none. */
export function readTrade(text: string, { last, good: named }: TradeContext): TradeWish | null {
  const words = text.replace(/[’`]/g, "'").toLowerCase().replace(/\s+/g, ' ').trim()
  const [first, ...more] = itemsIn(words, (phrase, one) => countIn(phrase, one) ?? 1)
  const good = first?.good ?? goodIn(words)
  const counted = first?.count ?? countIn(words, good)
  const wish = (kind: TradeWish['kind'], about: Good | null = good, count = counted ?? 1, pennies: number | null = null): TradeWish => ({ kind, good: about, count, pennies, more: about === good ? more : [] })
  const onTable = last && (last.kind === 'asked' || last.kind === 'lowered' || last.kind === 'held' || last.kind === 'bid' || last.kind === 'errand') ? last : null
  if (WORK.test(words) && !goodIn(words.replace(WORK, ' '))) return wish('work', null)
  const coin = new RegExp(`\\b(?:here(?:'s| is| are)|take|have|let me give you|i give you) (?:this |these )?(${COUNT})? ?${COIN}\\b`).exec(words)
  if (coin && !/\bfor (?:an?|the|this|that|some|two|three)\b/.test(words) && !good) return wish('coin', null, 1, penniesIn(coin[1] ?? 'a', words))
  const lower = LOWER.exec(words)
  if (lower?.[1] && (good ?? named ?? onTable?.goodId)) return wish('haggle', good ?? named, counted !== null && good ? counted : (onTable?.count ?? 1), penniesIn(lower[1], words))
  if (DELIVER.test(words) && !/\?/.test(words)) return wish('deliver')
  if (good && (HOLD_OUT.test(words) || toneOf(words) === 'gift') && !words.includes('?') && !BUY.test(words)) return wish('give')
  if (good && SELL.test(words) && !/\bsell me\b/.test(words)) return { ...wish('sell'), pennies: BID.test(words) ? -1 : null }
  if (lower && (good ?? named ?? onTable?.goodId)) return wish('haggle', good ?? named, counted ?? onTable?.count ?? 1)
  if (good) {
    const asks = ASK.exec(words)
    if (asks && !TALKED_OF.test(words)) return wish('ask')
    const buys = BUY.exec(words)
    if (buys && !TALKED_OF.test(words.slice(buys.index + buys[0].length)) && words.length < 110) return wish('buy')
    if (/\bplease\W*$/.test(words) && words.split(' ').length <= 7 + 4 * more.length && !/\b(?:tell|show|where|how|what|who)\b/.test(words)) return wish('buy')
  }
  if (!good && named && /^(?:and )?(?:how much|what (?:does|do|is|would) (?:it|that|they|one) cost|what(?:'s| is) the price|for how much)\b/.test(words)) return wish('ask', named)
  if (!good && (onTable ?? named) && TAKE_IT.test(words) && !words.includes('?')) return wish('accept', named, counted ?? onTable?.count ?? 1)
  if (onTable && YES.test(words)) return wish('accept', named, onTable.count)
  return onTable && NO.test(words) ? wish('decline', null) : null
}

/** How many are named, before the good or by itself; null where no number is. */
function countIn(words: string, good: Good | null): number | null {
  const near = good ? good.words.map((word) => new RegExp(`\\b(${COUNT})\\b(?: (?!penn|coin|copper|shilling)\\w+){0,3}? (?:${word.replace(/f$/, '(?:f|ves)').replace(/y$/, '(?:y|ies)')})(?:s|es)?\\b`).exec(words)).find((found) => found !== null) : new RegExp(`\\b(${COUNT})\\b(?! penn| coin| shilling)`).exec(words)
  const said = near?.[1]
  return said === undefined ? null : (NUMBERS[said] ?? Math.max(1, Number(said)))
}

function penniesIn(count: string, words: string): number {
  const n = NUMBERS[count] ?? Math.max(1, Number(count) || 1)
  return /shilling/.test(words) ? n * 12 : n
}
