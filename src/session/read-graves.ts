/** Graves and births of settlements as they are read: the stone one stands before, and what a place tells of its dead and its newborn. Read with the tick. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { isWithin } from '#core/near.ts'
import type { SettlementId } from '#core/ids.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { deathDayWords, epitaphOf } from '#simulation/happenings/epitaph.ts'
import { findGraves, graveOf, settlementOf } from '#simulation/happenings/graves.ts'
import type { Land } from '#worldgen/land.ts'
import type { World } from '#simulation/world.ts'
import type { Game } from './game.ts'

/** How near one must stand to read a grave, metres, and how far settlements, and the middle of their burying grounds, are looked for. */
const READ_METERS = 2.4
const SETTLEMENT_METERS = 400
const GROUND_METERS = 14
const FAR = { x: 1e9, z: 1e9 }
/** Names of the dead and the newborn that a place tells, and for how many days a child is news. */
const MOST_NAMED = 6
const NEWBORN_DAYS = 24

/** The grave at a place in words: “Here lies Ada Reed, who lived 71 years and died on the 3rd day of spring. “Sleep well.””; null where there is none. */
export function graveAt({ world, land }: { world: DeepReadonly<Pick<World, 'chronicle'>>; land: Land }, place: { x: number; z: number }): string | null {
  const { deaths } = world.chronicle
  const plan = land.findSettlements(place.x, place.z, SETTLEMENT_METERS).find((each) => isWithin(findGraves(each) ?? FAR, place, GROUND_METERS))
  // a grave that was used again is the last one’s
  const death = plan && deaths.findLast((one) => one.isBuried && settlementOf(one.npcId) === plan.id && isWithin(graveOf(plan, deaths, one) ?? FAR, place, READ_METERS))
  if (!death) return null
  const [name, years, words] = epitaphOf(death)
  return `Here lies ${name}, who ${years === '' ? '' : `${years} and `}died ${deathDayWords(death.worldSeconds)}. “${words}.”`
}

/** What is told of the dead and the newborn of a settlement, a sentence for each; none where there are none. */
export function livesOf({ chronicle, worldSeconds, npcs }: DeepReadonly<Pick<World, 'chronicle' | 'worldSeconds' | 'npcs'>>, id: SettlementId): string[] {
  const dead = chronicle.deaths.filter(({ npcId }) => settlementOf(npcId) === id).slice(-MOST_NAMED).reverse()
  const born = chronicle.births.filter((birth) => settlementOf(birth.parentId) === id && worldSeconds - birth.worldSeconds < NEWBORN_DAYS * DAY_WORLD_SECONDS).slice(-MOST_NAMED).reverse()
  const parentOf = (parentId: string): string => npcs.find((npc) => npc.id === parentId)?.given ?? 'a mother who is gone'
  return [
    ...(dead.length > 0 ? [`Its dead: ${dead.map((death) => `${epitaphOf(death)[0]}${death.age === null ? '' : ` (${death.age})`}${death.isBuried ? '' : ', not buried yet'}`).join(', ')}.`] : []),
    ...(born.length > 0 ? [`Born of late: ${born.map((birth) => `${birth.given}, child of ${parentOf(birth.parentId)}`).join('; ')}.`] : []),
  ]
}

/** Tells the interface which grave one stands before. */
export function watchGraves({ run, hud }: Game): void {
  const isFree = hud.getState().near === null && run.world.chronicle.deaths.length > 0
  const grave = isFree ? graveAt(run, run.world.player.body) : null
  if (grave !== hud.getState().grave) hud.setState({ grave })
}
