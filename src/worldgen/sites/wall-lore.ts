/** What is told of a town's wall: why it was raised, and what it is called where one stands at it. */
import { hashCell } from '#core/hash.ts'
import type { CompassWord } from '../directions.ts'
import { itemFor } from '../names/words.ts'
import type { SettlementPlan } from './settlement-plan.ts'
import { wallAt } from './town-wall.ts'

/** How near to a wall one is told of it, metres. */
const AT_WALL_METERS = 7

/** What it is built of, by culture. */
const BUILT: { readonly [culture: string]: string } = { harrow: 'fieldstone under hoardings of oak', skeld: 'trunks set upright and sharpened', velmar: 'brick with notched battlements', oshen: 'clay, smoothed by hand every spring', tirin: 'dressed stone, course upon course' }

/** What the map says of whoever raised a wall. */
type Raised = { readonly hash: number; readonly name: string; readonly culture: { readonly id: string }; readonly sea: CompassWord | null; readonly mountain: CompassWord | null }

/** The event of the wall being raised, one that could have happened on this ground; `%` stands for years ago, `@` for somebody of the place. */
export function wallEvent({ hash, name, culture, sea, mountain }: Raised): string {
  const first = culture.id === 'skeld' ? 'set the first trunk' : culture.id === 'oshen' ? 'trod the first clay' : 'laid the first stone'
  const events = [
    `The wall was raised after the winter of the wolves, % years ago; every house owed it nine days of work, and @ ${first}.`,
    `The wall was raised after two lords had fought over ${name} without asking anybody in it, % years ago; @ ${first}.`,
    `The wall was raised after the market had been robbed three autumns running, % years ago; @ ${first}, and the gates have been counted shut every night since.`,
  ]
  if (sea !== null) events.push(`The wall was raised after ships without lights had come in from the sea to the ${sea}, % years ago; @ ${first}.`)
  if (mountain !== null) events.push(`The wall was raised after raiders had come down from the heights to the ${mountain}, % years ago; @ ${first}.`)
  return itemFor(events, hashCell(hash, 318))
}

/** What is told to somebody who stands at the wall or in a gate of a settlement; empty elsewhere. */
export function tellWall({ name, culture, wall, lore }: SettlementPlan, x: number, z: number): string[] {
  const at = wall && wallAt(wall, x, z, AT_WALL_METERS)
  if (!at) return []
  const story = lore.find((line) => line.startsWith('The wall was raised'))
  const what = at === 'wall' ? `Here runs the wall of ${name}, of ${BUILT[culture] ?? 'stone'}.` : `This is the ${at.direction} gate of ${name}.`
  return story ? [what, story] : [what]
}
