/** What the player carries, as it is shown and used, and the lines of a trade that a talk offers. Read with the tick. */
import { priceWords } from '#simulation/trade/price-words.ts'
import { partOfDay } from '#simulation/words.ts'
import { hourOf } from '#simulation/clock.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { isAtInn } from '#simulation/player/consume-good.ts'
import { amountOf, goodOf, type GoodId } from '#simulation/trade/goods.ts'
import { goodsOf, isSelling, stockOf } from '#simulation/trade/wares.ts'
import type { Game, GameRun } from './game.ts'
import type { SatchelState } from './hud-state.ts'
import { notify } from './panels.ts'

const USES = { eat: 'Eat', drink: 'Drink', sleep: 'Sleep' } as const
/** What is thought of while somebody may be asked for work, by turns of a talk. */
const WORK_TURN = 3

/** Tells the interface what is carried, where that has changed. */
export function watchSatchel({ run, hud }: Game): void {
  const { purse, satchel, fedUntil } = run.world.player
  const next: SatchelState = {
    pennies: purse, purse: purse === 0 ? 'no coin' : priceWords(purse), isFed: run.world.worldSeconds < fedUntil,
    items: satchel.map(({ goodId, count, parcel }) => {
      const { use } = goodOf(goodId)
      return { goodId, words: amountOf(goodId, count), use: parcel === null && use ? USES[use] : null, parcelFor: parcel && { id: parcel.toId, name: parcel.toName } }
    }),
  }
  if (JSON.stringify(next) !== JSON.stringify(hud.getState().satchel)) hud.setState({ satchel: next })
}

/** Eats, drinks or sleeps, if that can be done here. */
export function consumeCarried(game: Game, goodId: GoodId): void {
  const { run } = game
  if (goodOf(goodId).use === 'sleep' && !isAtInn(run.land, run.world.player.body)) {
    notify(game, 'quiet', 'The bed stands in the inn: go there to lie down.')
    return
  }
  if (goodOf(goodId).use === 'drink') game.hearing?.splash()
  run.commands.push({ type: 'player-use', goodId })
}

/** Says what eating and drinking was like. */
export function tellOfUse(game: Game, events: readonly WorldEvent[]): void {
  for (const event of events) {
    if (event.type !== 'player-use') continue
    const { name, use } = goodOf(event.goodId)
    notify(game, 'quiet', use === 'sleep' ? `You sleep soundly and wake in the ${partOfDay(hourOf(game.run.world.worldSeconds))}.` : use === 'drink' ? `You drink ${name}. It warms you.` : `You eat ${name}. Your legs feel lighter: you run faster for a while.`)
  }
}

/** What one could say of a trade now: an answer to what lies on the table, what was to be brought, or one thing to buy, give or ask for. At most two. */
export function tradeLines({ world }: GameRun, npc: Npc, turns: number): string[] {
  const { player, worldSeconds } = world
  const talk = world.conversations.find(({ id }) => id === player.conversationId)
  const deal = talk?.deal
  const isFresh = deal && talk.turns.findLast(({ speakerId }) => speakerId === 'player')?.worldSeconds === deal.worldSeconds
  const parcel = player.satchel.find((carried) => carried.parcel?.toId === npc.id)?.parcel
  if (parcel) return [`${world.npcs.find(({ id }) => id === parcel.fromId)?.given ?? 'Somebody'} sends you this.`]
  if (isFresh && (deal.kind === 'asked' || deal.kind === 'lowered' || deal.kind === 'held')) return ['Yes, please.', ...(deal.kind === 'asked' && deal.pennies > 1 ? ['That’s too dear.'] : [])]
  if (isFresh && (deal.kind === 'errand' || deal.kind === 'bid')) return ['Yes, please.', 'No, thank you.']
  const wares = isSelling(npc, worldSeconds) ? goodsOf(npc).filter((good) => !good.fixed && good.pennies <= Math.max(1, player.purse) && stockOf(npc, good, worldSeconds) > 0) : []
  const ware = wares[Math.floor(turns / 2) % Math.max(1, wares.length)]
  const own = player.satchel.findLast((carried) => carried.parcel === null && goodOf(carried.goodId).use !== 'sleep')
  const lines = [...(ware ? [`I’d like ${ware.name}.`] : []), ...(own && turns > 1 ? [`Here is ${goodOf(own.goodId).name} for you.`] : []), ...(turns >= WORK_TURN && npc.age >= 14 ? ['Do you have any work for me?'] : [])]
  return lines.length === 0 ? [] : [lines[Math.floor(turns / 2) % lines.length]!]
}
