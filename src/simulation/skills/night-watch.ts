/** Whose night it is to keep watch: the grown take turns, by their number in the settlement; most nights somebody is about. */
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'

/** Every so many nights it is somebody's turn. */
const TURN_NIGHTS = 5
/** Who is too young, too old, or up too early for it. */
const YOUNGEST = 18
const OLDEST = 62
const EARLY_TRADES: ReadonlyArray<Npc['trade']> = ['baker', 'fisher']
/** From which hour to which the watch lasts; the second one is of the next day. */
export const WATCH_HOURS = { from: 21.6, to: 2.4 } as const

/** Whether this night, from noon to noon, is a person's turn. */
export function isWatchNight({ worldSeconds }: Pick<World, 'worldSeconds'>, { id, age, trade }: Pick<Npc, 'id' | 'age' | 'trade'>): boolean {
  if (age < YOUNGEST || age > OLDEST || EARLY_TRADES.includes(trade)) return false
  const night = dayOf(worldSeconds - DAY_WORLD_SECONDS / 2)
  return (((Number(id.slice(id.indexOf('/') + 1)) + night) % TURN_NIGHTS) + TURN_NIGHTS) % TURN_NIGHTS === 0
}

/** Whether somebody is to be up and about now, for the others’ sake. */
export function isOnWatch(world: Pick<World, 'worldSeconds'>, npc: Pick<Npc, 'id' | 'age' | 'trade'>): boolean {
  const hour = hourOf(world.worldSeconds)
  return (hour >= WATCH_HOURS.from || hour < WATCH_HOURS.to) && isWatchNight(world, npc)
}
