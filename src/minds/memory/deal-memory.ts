/** A trade with the player as the person who had a part in it remembers it. */
import type { Deal, DealKind } from '#simulation/trade/deal-record.ts'
import { amountOf } from '#simulation/trade/goods.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import type { Happening } from './importance.ts'

/** What is remembered of a trade: a sentence, and as verb and object what the player did. */
export type DealMemory = { happening: Happening; text: string; verb: DealVerb; thing: string }
/** What the player did, as the verb of a memory's triple. */
export type DealVerb = 'bought' | 'sold' | 'gave' | 'was given' | 'carried' | 'brought' | 'held out nothing of'

const VERBS: { readonly [K in DealKind]?: DealVerb } = { bought: 'bought', sold: 'sold', given: 'gave', coin: 'gave', spared: 'was given', taken: 'carried', delivered: 'brought', refused: 'held out nothing of' }

/** The memory of a trade; `who` is what one calls the player, `other` whom it also concerned. Null where nothing changed hands. */
export function dealMemory({ kind, goodId, count, pennies }: Deal, who: string, other: string): DealMemory | null {
  const verb = VERBS[kind]
  if (verb === undefined) return null
  const thing = goodId === null ? priceWords(pennies) : amountOf(goodId, count)
  const happening = kind === 'given' || kind === 'coin' ? 'gift' : kind === 'delivered' ? 'favour' : 'traded'
  const price = pennies > 0 ? ` for ${priceWords(pennies)}` : ''
  switch (kind) {
    case 'bought': return { happening, verb, thing, text: `${who} bought ${thing} of me${price}` }
    case 'sold': return { happening, verb, thing, text: `I bought ${thing} of ${who}${price}` }
    case 'spared': return { happening, verb, thing, text: `I gave ${who} ${thing} for nothing, as they had no coin` }
    case 'taken': return { happening, verb, thing, text: `${who} took ${thing} from me to bring to ${other}` }
    case 'delivered': return { happening, verb, thing, text: `${who} brought me ${thing} from ${other}` }
    case 'refused': return { happening, verb, thing, text: `${who} spoke of giving me ${thing}, and held out an empty hand` }
    default: return { happening, verb, thing, text: `${who} gave me ${thing}` }
  }
}
