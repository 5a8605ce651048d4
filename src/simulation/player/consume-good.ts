/** The player eats, drinks or puts down what is in the satchel, or sleeps in the bed that was paid for. */
import type { Land } from '#worldgen/land.ts'
import type { WorldEnv } from '../env.ts'
import { emit } from '../events.ts'
import { findWatchers } from '../npc/perceive.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { goodOf, type GoodId } from '../trade/goods.ts'
import type { World } from '../world.ts'
import { feed } from './feed.ts'
import { countOf, nourishmentOf, takeOut } from './satchel.ts'

/** How near the inn one must be to go to bed, metres. */
const INN_METERS = 30
/** How far an inn is looked for, by the settlements around, metres. */
const SETTLEMENT_METERS = 260

/** What the use of a good comes to: it is eaten or drunk, one sleeps, one would have to be at the inn, or there is none. */
export type UseOutcome = 'taken' | 'slept' | 'not-at-inn' | 'nothing'

/** Uses one piece of a good. */
export function consumeGood(world: World, env: WorldEnv, goodId: GoodId): UseOutcome {
  const { player, worldSeconds } = world
  const good = goodOf(goodId)
  if (good.use === undefined || countOf(player, goodId) < 1) return 'nothing'
  if (good.use === 'sleep' && !isAtInn(env.land, player.body)) return 'not-at-inn'
  takeOut(player, goodId, 1)
  feed(player, worldSeconds, nourishmentOf(goodId))
  const witnessIds = findWatchers(world, player.body)
  // to see one's own work enjoyed is worth more than a penny
  const makers = good.use === 'sleep' ? [] : world.npcs.filter((npc) => witnessIds.includes(npc.id) && good.trades[0] === npc.trade)
  for (const npc of makers) changeRelation(npc, 'player', { warmth: 0.02, reason: 'they enjoyed what I made before my eyes' })
  emit(world, { type: 'player-use', goodId, makerIds: makers.map(({ id }) => id), witnessIds })
  return good.use === 'sleep' ? 'slept' : 'taken'
}

/** Puts everything of a kind down for good; `parcelFor`: the parcel for that person instead. */
export function putDown(world: World, goodId: GoodId, parcelFor: string | null): void {
  const { player } = world
  player.satchel = player.satchel.filter(({ goodId: carried, parcel }) => carried !== goodId || (parcel?.toId ?? null) !== parcelFor)
}

/** Whether an inn is near enough to go to bed in it. */
export function isAtInn(land: Land, { x, z }: { x: number; z: number }): boolean {
  return land.findSettlements(x, z, SETTLEMENT_METERS).some(({ buildings }) => buildings.some(({ kind, doorX, doorZ }) => kind === 'inn' && (doorX - x) ** 2 + (doorZ - z) ** 2 < INN_METERS * INN_METERS))
}
