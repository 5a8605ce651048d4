/** What a settlement lives by and remembers, in sentences that agree with the map. */
import { hashCell } from '#core/hash.ts'
import type { BiomeId } from '../biomes/index.ts'
import type { CompassWord } from '../directions.ts'
import type { Culture } from '../names/culture.ts'
import { personName } from '../names/person-name.ts'
import { itemFor } from '../names/words.ts'
import type { BuildingKind } from './settlement-plan.ts'
import { wallEvent } from './wall-lore.ts'

/** What the map says of a settlement's surroundings. */
type Surroundings = {
  readonly hash: number
  readonly name: string
  readonly founder: string
  readonly biome: BiomeId
  /** Way to the sea, if it is within 700 m. */
  readonly sea: CompassWord | null
  /** Way to ground at least 220 m higher, if there is any within 3 km. */
  readonly mountain: CompassWord | null
  /** Families that have lived here longest. */
  readonly families: readonly string[]
  readonly culture: Culture
  readonly kinds: ReadonlySet<BuildingKind>
  /** Whether a wall stands round it. */
  readonly isWalled: boolean
}

/** What its stories need beside that. */
export type Story = Surroundings & {
  /** Way to a river or lake within 130 m. */
  readonly water: CompassWord | null
  /** The landmark that counts as theirs. */
  readonly landmark: { readonly name: string; readonly story: string; readonly direction: CompassWord; /** How it is there: stones stand, water lies. */ readonly stands: 'stands' | 'lies' } | null
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
  oasis: ['dates and glass', 'dates and figs', 'camels', 'woven carpets'],
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

/** How the place came to be, what it lives by, two to four remembered events with their years, and the landmark that is theirs. */
export function loreFor(around: Story, trade: string): string[] {
  const { hash, name, founder, landmark } = around
  const age = 90 + (hashCell(hash, 310) % 260)
  const founding = [
    `${founder} founded ${name} some ${age} years ago, when a lame ox would go no further.`,
    `${name} grew round a well that ${founder} dug ${age} years ago.`,
    `Seven families under ${founder} settled at ${name} ${age} years ago and drew lots for the ground.`,
    `${name} began as a winter camp; ${founder} was the first to stay, ${age} years ago.`,
  ]
  const told = [itemFor(founding, hashCell(hash, 313)), itemFor([`The people live by ${trade}, and say so with pride.`, `There is ${trade} in every house of ${name}, one way or another.`], hashCell(hash, 314))]
  const events = eventsOf(around)
  const wanted = 2 + (hashCell(hash, 311) % 3)
  let years = age
  // From the oldest to the newest; every event finds somebody of a family that is still here.
  for (let n = 0; n < wanted && events.length > 0; n++) {
    // who has a wall remembers it being raised
    const event = n === 0 && around.isWalled ? wallEvent(around) : events.splice(hashCell(hash, 312, n) % events.length, 1)[0]
    years = Math.max(4, Math.floor(years * (0.35 + (hashCell(hash, 315, n) % 40) / 100)))
    const person = `${personName(around.culture.id, hashCell(hash, 316, n), (hashCell(hash, 317, n) & 1) === 0 ? 'female' : 'male')} ${around.families[n % around.families.length] ?? ''}`.trim()
    told.push(event!.replace('%', String(years)).replace('@', person))
  }
  if (landmark) told.push(`To the ${landmark.direction} ${landmark.stands} ${landmark.name}. ${landmark.story}`)
  return told
}

/** Events that could have happened on this ground; `%` stands for years ago, `@` for somebody of the place. */
function eventsOf({ name, sea, mountain, water, biome, kinds }: Story): string[] {
  const events = [
    `In the dry year, % years ago, the well of ${name} never failed, and @ gave water to every neighbour.`,
    `A hard winter took the roofs of three houses % years ago; @ had them raised again before the thaw.`,
    `% years ago two families did not speak over a strip of ground one stride wide, until @ ploughed it up at night.`,
    `Since @ began it % years ago, the whole place eats once a year at one table laid round the well.`,
  ]
  if (sea !== null) events.push(`A ship broke up on the shore to the ${sea} % years ago; @ brought its people in, and its timbers hold up half the roofs.`, `A storm drove the sea to the ${sea} over the boats % years ago, and @ built the first new one.`)
  if (water !== null) events.push(`% years ago the water to the ${water} rose to the sills in one night, and @ went from door to door in a trough.`)
  if (mountain !== null) events.push(`% years ago a great slide came down from the heights to the ${mountain} and stopped at the door of @.`, `Fires on the heights to the ${mountain} warned of raiders % years ago; it was @ who had lit them.`)
  if (biome === 'forest' || biome === 'taiga') events.push(`% years ago a fire ran through the woods for nine days, and @ turned it back at the lane.`)
  if (biome === 'desert' || biome === 'oasis' || biome === 'steppe') events.push(`% years ago a storm of dust hid the sun for three days, and @ walked out of it with a stranger's child.`)
  if (kinds.has('shrine')) events.push(`The shrine keeps a stone that fell from the sky % years ago; @ carried it here wrapped in a coat.`)
  if (kinds.has('mill')) events.push(`The mill burned down % years ago, and @ built it a little taller.`)
  if (kinds.has('inn')) events.push(`% years ago a queen slept one night at the inn and left without paying; @ kept the bill, and it still hangs there.`)
  if (kinds.has('tower')) events.push(`@ kept watch on the tower for nine nights, % years ago, and what was seen is not told to children.`)
  if (kinds.has('hall')) events.push(`The hall has a crack from the day, % years ago, when @ rang the bell to end a quarrel.`)
  return events
}
