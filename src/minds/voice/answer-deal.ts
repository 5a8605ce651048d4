/** Words for a trade with the player, which has come about or not before they are sought; and what is remembered of trades. */
import { amountsOf, goodOf } from '#simulation/trade/goods.ts'
import { partsOf } from '#simulation/trade/several.ts'
import type { Memory } from '../memory/memory.ts'
import { DAY_WORLD_SECONDS, dayOf } from '#simulation/clock.ts'
import { dealWords } from '../prompts/deal-words.ts'
import { agoWords } from '../place-words.ts'
import type { DealView } from '../private-view.ts'
import { answer, type Answer } from './answer.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { DEAL } from './lines-deal.ts'
import { say, type Scene } from './scene.ts'

/** How long after a trade it is spoken of unasked, world seconds, and how long it must be past. */
const LATELY_SECONDS = 4 * DAY_WORLD_SECONDS
const PAST_SECONDS = 3 * 3600
const HUNGRY = 0.8
/** Questions about trades between the two. */
const ASKS = /\bwhat\b.*\b(?:did|have) (?:i|you|we)\b.*\b(?:buy|bought|sell|sold|trade|traded)\b|\bwhat (?:i|you) (?:bought|sold)\b|\b(?:do you|you) (?:still )?(?:remember|recall)\b.*\b(?:bought|buying|sold|selling|loaf|loaves|trade|purchase)\b|\b(?:did|have) i (?:ever )?(?:buy|bought|sell|sold)\b/i

/** What is said to a trade that the player's last words brought about or asked for; null where they did not. */
export function answerDeal(scene: Scene): Answer | null {
  const deal = scene.view.conversation?.deal
  if (!deal) return null
  const good = deal.goodId === null ? null : goodOf(deal.goodId)
  const { alike, pennies, others } = partsOf(deal)
  const slots = { thing: alike.length === 0 ? null : amountsOf(alike), price: pennies > 0 ? priceWords(pennies) : null, because: good?.because ?? null, person: deal.otherName === '' ? null : deal.otherName, home: deal.otherHome === '' ? null : deal.otherHome }
  const lines = DEAL[keyOf(scene, deal)]
  const text = say(scene, lines, slots) ?? say({ ...scene, recent: [] }, lines, slots)
  // a line for everything: what came of it is never passed over
  const rest = text === null ? [] : others.flatMap((other) => say({ ...scene, recent: [] }, DEAL[butKeyOf(other)], { thing: amountsOf([other]), many: goodOf(other.goodId).many }) ?? [])
  return { text: [text ?? dealWords(deal), ...rest].join(' '), inner: { key: deal.kind === 'given' || deal.kind === 'coin' || deal.kind === 'delivered' ? 'on-pleased' : 'work' }, final: true }
}

/** Why something named beside the rest did not come about, as it is said. */
function butKeyOf({ kind, trouble }: Pick<DealView, 'kind' | 'trouble'>): 'but-none' | 'but-fewer' | `but-${'not-sold' | 'no-coin' | 'not-there' | 'satchel-full' | 'not-wanted'}` {
  if (trouble === 'not-sold' || trouble === 'no-coin' || trouble === 'not-there' || trouble === 'satchel-full' || trouble === 'not-wanted') return `but-${trouble}`
  return kind === 'asked' ? 'but-fewer' : 'but-none'
}

function keyOf({ view }: Scene, { kind, trouble, goodId, left }: DealView): keyof typeof DEAL {
  if (kind === 'refused') return trouble === null || trouble === 'not-theirs' || trouble === 'not-sold' || trouble === 'fewer-left' ? 'none-left' : trouble
  if (kind === 'asked') return trouble === 'fewer-left' ? 'asked-fewer' : 'asked'
  const good = goodId === null ? null : goodOf(goodId)
  if (kind === 'bought') return goodId === 'bed' ? 'bed' : good?.served ? 'served' : left === 0 ? 'bought-last' : 'bought'
  return kind === 'given' && good?.use === 'eat' && view.needs.food < HUNGRY ? 'given-food' : kind
}

/** What is remembered of trades with the partner, oldest first, with verb and thing as the player did it. */
function tradesOf({ memories, partnerId }: Scene): Array<{ verb: string; thing: string; memory: Memory }> {
  return memories.flatMap((memory) => {
    const [, verb, thing] = memory.triple ?? []
    return verb !== undefined && thing !== undefined && memory.about.includes(partnerId ?? 'player') && memory.kind !== 'heard' && ['bought', 'sold', 'gave', 'brought'].includes(verb) ? [{ verb, thing, memory }] : []
  })
}

/** Whether words ask what was traded between the two. */
export function asksOfTrades(heard: string): boolean {
  return ASKS.test(heard)
}

/** Asked what was bought, sold or given, one says the last of it; null where that is not asked. */
export function answerTrades(scene: Scene): Answer | null {
  if (scene.partnerId !== 'player' || !asksOfTrades(scene.heard)) return null
  const wantsSold = /\b(?:i|we) (?:sold|sell)\b|\byou (?:bought|buy)\b/i.test(scene.heard)
  const last = tradesOf(scene).findLast(({ verb }) => verb === (wantsSold ? 'sold' : 'bought'))
  if (!last) return answer(scene, { key: 'on-unknown' }, [DEAL['you-did-nothing']])
  return answer({ ...scene, recent: [] }, { key: 'on-topic' }, [DEAL['you-did'], { verb: last.verb, thing: last.thing, of: last.verb === 'bought' ? ' of me' : ' to me', when: agoWords(last.memory.worldSeconds, scene.view.worldSeconds) }])
}

/** The last thing that was given, where any was: what it was, and when. */
export function lastGiven(scene: Scene): { thing: string; worldSeconds: number } | null {
  const last = tradesOf(scene).findLast(({ verb }) => verb === 'gave')
  return last ? { thing: last.thing, worldSeconds: last.memory.worldSeconds } : null
}

/** Said unasked at a greeting: of what was bought or given in the days before; null where nothing was, or it was spoken of. */
export function afterTrade(scene: Scene): string | null {
  const last = scene.partnerId === 'player' ? tradesOf(scene).at(-1) : undefined
  const since = last ? scene.view.worldSeconds - last.memory.worldSeconds : 0
  if (!last || since < PAST_SECONDS || since > LATELY_SECONDS || (last.verb !== 'bought' && last.verb !== 'gave')) return null
  // it is spoken of once
  if (scene.memories.some(({ kind, text, worldSeconds }) => kind === 'said' && worldSeconds > last.memory.worldSeconds + PAST_SECONDS && text.includes(last.thing))) return null
  const when = dayOf(last.memory.worldSeconds) === dayOf(scene.view.worldSeconds) ? 'earlier' : agoWords(last.memory.worldSeconds, scene.view.worldSeconds)
  return say(scene, last.verb === 'bought' ? DEAL['after-bought'] : DEAL['after-gave'], { thing: last.thing, when })
}
