/** What was bought of neighbours is used up: at work, at table, and by whoever comes after. */
import { nextFloat } from '#core/rng.ts'
import type { BuildingId } from '#core/ids.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { goodOf } from './goods.ts'
import { dealBetween } from './neighbours.ts'
import { INPUTS } from './wants.ts'
import { heldBy, restock, stockOf, takeHeld } from './wares.ts'

/** Pennies' worth of what was bought for it that go into one stretch of work, on the average. */
const STRETCH_PENNIES = 4

/** A stretch of work is done: something is on the shelf again, and more of it where there was what the trade needs. */
export function workUp(npc: Npc): void {
  restock(npc)
  const goodId = INPUTS[npc.trade]?.find((id) => heldBy(npc, id) > 0)
  if (!goodId || npc.trading.gone.length === 0) return
  if (nextFloat(npc.rng) < STRETCH_PENNIES / goodOf(goodId).pennies) takeHeld(npc, goodId, 1)
  restock(npc)
}

/** A meal is over: at home something of what the house has bought is gone, at the inn the host is paid. */
export function eatUp(world: World, npc: Npc, insideId: BuildingId | null): void {
  if (insideId === npc.homeId) {
    for (const other of world.npcs) {
      const food = other.homeId === npc.homeId ? other.trading.held.find(({ goodId }) => goodOf(goodId).use === 'eat' && !INPUTS[other.trade]?.includes(goodId)) : undefined
      if (!food) continue
      takeHeld(other, food.goodId, 1)
      return
    }
  } else if (insideId !== null) {
    const host = world.npcs.find(({ trade, workplaceId }) => trade === 'innkeeper' && workplaceId === insideId)
    const meal = goodOf('meal')
    if (host && host !== npc && !host.frozen && npc.trading.purse >= meal.pennies && stockOf(host, meal, world.worldSeconds) > 0) dealBetween(world, npc, host, { goodId: meal.id, count: 1 })
  }
}

/** What somebody leaves goes to whoever is nearest to them; lost where nobody is. */
export function inherit({ trading }: Npc, heir: Npc | null): void {
  if (!heir) return
  heir.trading.purse += trading.purse
  for (const { goodId, count } of trading.held) takeHeld(heir, goodId, -count)
  trading.purse = 0
  trading.held = []
}
