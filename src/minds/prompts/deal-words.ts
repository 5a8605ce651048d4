/** A trade as a model is told of it: what came of what the player said, as a sentence to the person. */
import { amountsOf, goodOf } from '#simulation/trade/goods.ts'
import { partsOf } from '#simulation/trade/several.ts'
import type { DealTrouble } from '#simulation/trade/deal-record.ts'
import type { DealView } from '../private-view.ts'
import { priceWords } from '#simulation/trade/price-words.ts'

const TROUBLES: { readonly [T in DealTrouble]: string } = {
  'no-coin': 'they have not enough coin', 'none-left': 'you have none left; there will be more when you have worked', 'fewer-left': 'you have not so many', 'out-of-season': 'it is not the season for it', closed: 'it is too late or too early to sell', fixed: 'it cannot be carried away',
  'not-made-yet': 'you would have to make it first, which takes long', 'not-wanted': 'you have no use for it', 'not-theirs': 'it is not theirs', 'cannot-pay': 'you have not so much coin to spare', 'not-there': 'their hands are empty: they have no such thing', 'satchel-full': 'their satchel is full', disliked: 'you do not deal with them', 'no-errand': 'you have nothing for them to do today', 'not-sold': 'you sell no such thing',
}

/** What came of it, and of whatever else was named. */
export function dealWords(deal: DealView): string {
  const { alike, pennies, others } = partsOf(deal)
  const first = oneDeal({ ...deal, pennies }, alike.length === 0 ? 'it' : amountsOf(alike))
  return [first, ...others.map((other) => oneDeal({ ...deal, ...other }, amountsOf([other])))].join(' ')
}

function oneDeal({ kind, goodId, pennies, left, trouble, otherName }: DealView, thing: string): string {
  const price = pennies > 0 ? priceWords(pennies) : 'nothing'
  switch (kind) {
    case 'asked': return `${trouble === 'fewer-left' ? 'You have only' : 'They ask for'} ${thing}; you ask ${price} for it, and have ${left}.`
    case 'bought': return `You have sold them ${thing} for ${price}; you have ${left} left.`
    case 'lowered': return `They haggle; you come down to ${price} for ${thing}, and no further.`
    case 'held': return `They haggle; you stay at ${price} for ${thing}.`
    case 'bid': return `They offer you ${thing}; you would pay ${price} for it.`
    case 'sold': return `You have bought ${thing} of them for ${price}.`
    case 'given': return `They have given you ${thing}; you have it in your hands.`
    case 'spared': return `They have no coin; you have given them ${thing} for nothing.`
    case 'coin': return `They have given you ${price}.`
    case 'errand': return `They look for work; you offer ${price} for bringing ${thing} to ${otherName}, to be paid there.`
    case 'taken': return `They will bring ${thing} to ${otherName} for you; you have handed it over.`
    case 'delivered': return `They have brought you ${thing} from ${otherName}; you have paid them ${price}.`
    case 'declined': return 'They do not want it after all.'
    case 'refused': return `Nothing comes of it${goodId === null ? '' : ` (${goodOf(goodId).name})`}: ${trouble === null ? 'no' : TROUBLES[trouble]}.`
  }
}
