/** What a settlement lives by and remembers, in sentences that agree with the map. */
import { hashCell } from '#core/hash.ts'
import type { BiomeId } from '../biomes/index.ts'
import type { CompassWord } from '../directions.ts'
import { itemFor } from '../names/words.ts'
import type { BuildingKind } from './settlement-plan.ts'

/** What the map says of a settlement's surroundings. */
export type Surroundings = {
  readonly hash: number
  readonly name: string
  readonly founder: string
  readonly biome: BiomeId
  /** Way to the sea, if it is within 700 m. */
  readonly sea: CompassWord | null
  /** Way to ground at least 220 m higher, if there is any within 3 km. */
  readonly mountain: CompassWord | null
  readonly kinds: ReadonlySet<BuildingKind>
}

const TRADES: { readonly [B in BiomeId]: readonly string[] } = {
  meadow: ['wool and cheese', 'barley and honey', 'cattle', 'linen'],
  forest: ['timber', 'charcoal', 'cider and mushrooms', 'carved wood'],
  taiga: ['furs and tar', 'timber', 'smoked meat', 'resin'],
  heath: ['peat and honey', 'sheep', 'brooms and dye'],
  steppe: ['horses', 'felt and leather', 'grain'],
  savanna: ['cattle', 'millet and pottery', 'gourds and red dye'],
  jungle: ['fruit and spice', 'dyewood', 'baskets'],
  desert: ['dates and glass', 'salt', 'woven carpets'],
  marsh: ['reeds and eels', 'wildfowl', 'baskets and medicine'],
  tundra: ['reindeer', 'bone and horn', 'dried fish'],
  alpine: ['quarry stone', 'goat cheese'],
  shore: ['fishing', 'salt and shellfish'],
  sea: ['fishing'],
}

const SEA_TRADES = ['fishing', 'salt', 'fishing and rope', 'boats'] as const
const MOUNTAIN_TRADES = ['quarry stone', 'iron', 'slate and goats', 'copper'] as const

/** What the settlement lives by. */
export function tradeFor(around: Surroundings): string {
  const turn = hashCell(around.hash, 300) % 3
  if (around.sea !== null && turn !== 0) return itemFor(SEA_TRADES, hashCell(around.hash, 301))
  if (around.mountain !== null && turn === 1) return itemFor(MOUNTAIN_TRADES, hashCell(around.hash, 302))
  return itemFor(TRADES[around.biome], hashCell(around.hash, 303))
}

/** How the place came to be, and two or three things remembered of it. */
export function loreFor(around: Surroundings, trade: string): string[] {
  const { hash, name, founder, sea, mountain, kinds } = around
  const years = 40 + (hashCell(hash, 310) % 260)
  const founding = [
    `${founder} founded ${name} some ${years} years ago, when a lame ox would go no further.`,
    `${name} grew round a well that ${founder} dug ${years} years ago.`,
    `Seven families under ${founder} settled at ${name} ${years} years ago and drew lots for the ground.`,
    `${name} began as a winter camp; ${founder} was the first to stay, ${years} years ago.`,
  ]
  const memories = [
    `The people live by ${trade}, and say so with pride.`,
    `In the dry year the well of ${name} never failed, and every neighbour drank from it.`,
    `A hard winter took the roofs of three houses; they were raised again before the thaw.`,
    `Two families of ${name} did not speak for a generation over a strip of ground one stride wide.`,
    `Once a year the whole place eats at one table laid round the well.`,
  ]
  if (sea !== null) memories.push(`A ship broke up on the shore to the ${sea}, and its timbers hold up half the roofs.`, `On still nights the sea to the ${sea} can be heard from every bed.`)
  if (mountain !== null) memories.push(`A great slide came down from the heights to the ${mountain} and stopped short of the first house.`, `Fires on the heights to the ${mountain} once warned of raiders in time.`)
  if (around.biome === 'forest' || around.biome === 'taiga') memories.push(`A fire ran through the woods for nine days and turned back at the lane.`)
  if (around.biome === 'desert' || around.biome === 'steppe') memories.push(`A storm of dust once hid the sun for three days, and a stranger walked out of it.`)
  if (kinds.has('shrine')) memories.push(`The shrine keeps a stone that fell from the sky, and nobody may count its colours aloud.`)
  if (kinds.has('mill')) memories.push(`The mill has burned down twice and been built a little taller each time.`)
  if (kinds.has('inn')) memories.push(`A queen slept one night at the inn and left without paying; the bill still hangs there.`)
  const first = hashCell(hash, 311) % memories.length
  const second = (first + 1 + (hashCell(hash, 312) % (memories.length - 1))) % memories.length
  const told = [itemFor(founding, hashCell(hash, 313)), memories[first]!, memories[second]!]
  return told.includes(memories[0]!) ? told : [told[0]!, memories[0]!, ...told.slice(1)]
}
