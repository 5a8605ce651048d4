/** Answers about prices, goods and the work: what is made by whom, what it costs everywhere, how a trade is learnt and when it is done. */
import { GOODS, goodIn, type Good } from '#simulation/trade/goods.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import type { KnownPerson } from '../../private-view.ts'
import { answer, type Answer } from '../answer.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf, whereabouts } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { distanceWords } from '../../place-words.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { CRAFTS } from './crafts.ts'
import { TRADE } from './lines-trade.ts'
import { coreOf } from './plain.ts'
import type { Ask } from './read-ask.ts'
import { strip } from './state.ts'
import type { Thread } from './full-words.ts'
import { tradeIdOf } from './trade-id.ts'

const INNER = { key: 'work' } as const
const APPRENTICE_AGE = 14
const ELDER_AGE = 66

/** An answer about trade; null where something else is asked. */
export function answerTrade(scene: Scene, ask: Ask, thread: Thread): Answer | null {
  const { view } = scene
  const id = tradeIdOf(view.trade)
  const craft = id && CRAFTS[id]
  const good = goodIn(coreOf(scene.heard)) ?? ((ask.kind === 'cost' && !/\byour prices\b|\bprices\b/.test(coreOf(scene.heard))) || ask.kind === 'too-dear' || (['buy', 'who-makes'].includes(ask.kind) && /\b(?:it|them|some|that|this|any|those)\b/.test(coreOf(scene.heard))) ? thread.good : null)
  switch (ask.kind) {
    case 'cost': return answerCost(scene, good)
    case 'too-dear': return good || thread.last?.ask?.kind === 'cost' ? answer(scene, INNER, [TRADE.dear, { because: good?.because ?? 'nobody gets rich on it' }]) : null
    case 'sell': return good ? answerBuy(scene, good) : answerSell(scene)
    case 'buy': {
      const wanted = /\bi(?:'ll| will) (?:take|buy|have) (it|one|some|them|two|three)$/.exec(coreOf(scene.heard))?.[1]
      // who has nothing to sell is not bought from
      if (wanted && !(good && sellerOf(scene, good) === 'me') && !GOODS.some(({ trades }) => id !== null && trades.includes(id))) return answer(scene, INNER, [TRADE['take-none'], { thing: /^(?:it|them|some)$/.test(wanted) ? 'it' : wanted }])
      return good ? answerBuy(scene, good) : /\b(?:buy|sell|purchase)\b/.test(coreOf(scene.heard)) ? answerSell(scene) : null
    }
    case 'quality': return good && answerQuality(scene, good)
    case 'who-makes': return good ? answerMaker(scene, good) : null
    case 'make':
      if (!craft) return null
      if (good && good.trades[0] !== id) return answer(scene, INNER, [TRADE['make-not'], { thing: good.name, seller: sellerWords(scene, good) }])
      return answer(scene, INNER, good ? [TRADE['cost-mine'], slotsOf(good)] : [TRADE.make, { makes: craft.makes }], [TRADE.make, { makes: craft.makes }])
    case 'tools': return craft && answer(scene, INNER, [TRADE.tools, { tools: craft.tools }])
    case 'learnt': return craft && answerLearnt(scene, craft.start)
    case 'hard':
      if (/\blife\b/.test(coreOf(scene.heard))) return answer(scene, { key: 'on-topic' }, [TRADE.life])
      if (!craft) return null
      if (/\b(?:pay|feed|rich)\b/.test(coreOf(scene.heard))) return answer(scene, INNER, [TRADE.pays])
      if (/\b(?:best|nicest|most beautiful|good)\b/.test(coreOf(scene.heard))) return answer(scene, INNER, [TRADE.best, craft])
      return answer(scene, INNER, /\b(?:hardest|worst|most difficult)\b/.test(coreOf(scene.heard)) ? [TRADE.hardest, craft] : [TRADE.hard, craft])
    case 'hours': {
      if (!id || view.age < APPRENTICE_AGE || view.age >= ELDER_AGE) return answer(scene, INNER, [TRADE['hours-none']])
      return answer(scene, INNER, [TRADE.hours, { from: hourWords(TRADES[id].from), to: hourWords(TRADES[id].to) }])
    }
    default: return null
  }
}

/** An hour of the day in words: 7.5 is “half past seven”. */
export function hourWords(hour: number): string {
  const whole = Math.floor(hour)
  const names = ['midnight', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'noon']
  const name = whole === 24 ? 'midnight' : names[whole > 12 ? whole - 12 : whole] ?? String(whole)
  return hour - whole >= 0.5 ? `half past ${name}` : name
}

function slotsOf(good: Good): { thing: string; price: string; because: string } {
  return { thing: good.name, price: priceWords(good.pennies), because: good.because }
}

/** Whoever makes or sells a thing among those known, the maker first; null when nobody does. */
function sellerOf({ view }: Scene, good: Good): KnownPerson | 'me' | null {
  const own = tradeIdOf(view.trade)
  for (const trade of good.trades) {
    if (own === trade) return 'me'
    const found = view.knows.filter(({ id, trade: theirs, age }) => id !== 'player' && theirs === TRADES[trade].label && age >= APPRENTICE_AGE).sort((a, b) => b.age - a.age)[0]
    if (found) return found
  }
  return null
}

function nameOf(person: KnownPerson): string {
  return `${givenOf(person)} the ${person.trade}`
}

/** “Ask Ada, the baker.”, or that nobody has it. */
function sellerWords(scene: Scene, good: Good): string {
  const seller = sellerOf(scene, good)
  return seller === null || seller === 'me' ? `Nobody in ${scene.view.settlement.name} does.` : `Ask ${nameOf(seller)}.`
}

function answerCost(scene: Scene, good: Good | null): Answer | null {
  if (!good) {
    const id = tradeIdOf(scene.view.trade)
    const mine = GOODS.filter(({ trades }) => trades[0] === id)
    if (mine.length > 0 && /\b(?:your|prices|you (?:ask|charge|take))\b/.test(coreOf(scene.heard))) return answer(scene, INNER, [TRADE['cost-mine-all'], { list: mine.slice(0, 3).map(({ name, pennies }) => `${name} ${priceWords(pennies)}`).join(', ') }])
    return answer(scene, INNER, [TRADE['cost-what']])
  }
  const seller = sellerOf(scene, good)
  if (seller === 'me') return answer(scene, INNER, [TRADE['cost-mine'], slotsOf(good)])
  return answer(scene, INNER, seller ? [TRADE['cost-other'], { ...slotsOf(good), seller: nameOf(seller) }] : [TRADE['cost-none'], slotsOf(good)])
}

function answerSell(scene: Scene): Answer | null {
  const id = tradeIdOf(scene.view.trade)
  const mine = id ? GOODS.filter(({ trades }) => trades.includes(id)) : []
  if (mine.length > 0 && id && id !== 'elder') return answer(scene, INNER, [TRADE['sell-mine'], { makes: id === 'merchant' ? 'cloth, salt, candles, rope and what comes along' : CRAFTS[id].makes.replace(/^nothing[^;]*; /, '') }])
  const seller = scene.view.knows.find(({ trade }) => trade === 'trader') ?? scene.view.knows.find(({ trade }) => trade === 'innkeeper')
  return answer(scene, INNER, [TRADE['sell-none'], { seller: seller ? `Ask ${nameOf(seller)}.` : 'You must ask each at their own door.' }])
}

function answerBuy(scene: Scene, good: Good): Answer | null {
  const seller = sellerOf(scene, good)
  if (seller === 'me') return answer(scene, INNER, [TRADE['buy-mine'], slotsOf(good)])
  return answer(scene, INNER, seller ? [TRADE['buy-other'], { ...slotsOf(good), seller: nameOf(seller) }] : [TRADE['buy-nowhere'], { thing: good.name }])
}

function answerMaker(scene: Scene, good: Good): Answer | null {
  const seller = sellerOf(scene, good)
  const inn = good.trades[0] === 'innkeeper' && seller !== 'me' ? scene.view.landmarks.find(({ kind }) => kind === 'inn') : undefined
  if (inn && seller) return answer(scene, INNER, [TRADE['at-inn'], { seller: nameOf(seller as KnownPerson), direction: inn.direction, distance: distanceWords(inn.meters) }])
  if (seller === 'me') return answer(scene, INNER, [TRADE['who-makes-me']])
  if (seller === null) return answer(scene, INNER, [TRADE['buy-nowhere'], { thing: good.name }])
  return answer(scene, { key: 'person', slots: { person: givenOf(seller) } }, [TRADE['who-makes'], { seller: nameOf(seller), where: `${capitalise(strip(whereabouts(seller)))}.` }])
}

/** Whether what is sold is good: one’s own is, others’ by how one stands to them. */
function answerQuality(scene: Scene, good: Good): Answer | null {
  const seller = sellerOf(scene, good)
  if (seller === null) return null
  if (seller === 'me') return answer(scene, INNER, [TRADE['good-mine']])
  return answer(scene, { key: 'person', slots: { person: givenOf(seller) } }, [seller.warmth < -0.15 ? TRADE['good-hardly'] : TRADE['good-theirs'], { person: givenOf(seller) }])
}

function answerLearnt(scene: Scene, start: string): Answer | null {
  const { view } = scene
  const teacher = view.knows.find(({ kinship, trade }) => kinship === 'parent' && trade === view.trade)
  if (teacher) return answer(scene, { key: 'person', slots: { person: givenOf(teacher) } }, [TRADE['learnt-kin'], { person: givenOf(teacher), kin: kinWords(teacher) }])
  const years = view.age - APPRENTICE_AGE
  return answer(scene, INNER, [TRADE.learnt, { start, years: years > 0 ? String(years) : null }])
}
