/** What is made, sold and paid in this country: the same prices everywhere, each thing from the trade that makes it. */
import type { Season } from '../clock.ts'
import type { TradeId } from '../npc/trades.ts'

/** A thing that is sold. */
export type Good = {
  id: GoodId
  /** As it is asked for: “a loaf of bread”. */
  name: string
  /** Several of it: “loaves of bread”. */
  many: string
  /** How many somebody has of it when all is on the shelf. */
  shelf: number
  /** What one can do with it alone. */
  use?: 'eat' | 'drink' | 'sleep'
  /** Whether it is eaten or drunk where it is sold, and not carried away. */
  served?: boolean
  /** Whether it cannot be carried away in a satchel. */
  fixed?: boolean
  /** When there is any; all year where nothing is said. */
  seasons?: readonly Season[]
  /** Words that mean it, in small letters. */
  words: readonly string[]
  /** Pennies; twelve are a shilling. */
  pennies: number
  /** Trades that make or sell it, the first makes it. */
  trades: readonly TradeId[]
  /** Why it costs that. */
  because: string
}

/** Ids of all goods; kept with the world, append only. */
export const GOOD_IDS = ['loaf', 'cake', 'flour', 'grain', 'ale', 'meal', 'bed', 'knife', 'horseshoe', 'nails', 'axe', 'sword', 'pot', 'egg', 'hen', 'cheese', 'milk', 'apples', 'vegetables', 'honey', 'sheep', 'fleece', 'cow', 'horse', 'goat', 'fish', 'net', 'chair', 'table', 'door', 'cloth', 'shawl', 'cloak', 'boots', 'herbs', 'firewood', 'candle', 'salt', 'rope', 'basket', 'map', 'flowers', 'hoe'] as const
/** One of `GOOD_IDS`. */
export type GoodId = (typeof GOOD_IDS)[number]

/** All that has a price. */
export const GOODS: readonly Good[] = [
  { id: 'loaf', name: 'a loaf of bread', many: 'loaves of bread', shelf: 8, use: 'eat', words: ['bread', 'loaf'], pennies: 1, trades: ['baker', 'innkeeper'], because: 'flour, wood for the oven and half a night’s sleep are in it' },
  { id: 'cake', name: 'a honey cake', many: 'honey cakes', shelf: 4, use: 'eat', words: ['cake', 'pastry', 'pie', 'bun'], pennies: 2, trades: ['baker'], because: 'honey is dear' },
  { id: 'flour', name: 'a sack of flour', many: 'sacks of flour', shelf: 4, words: ['flour'], pennies: 10, trades: ['miller'], because: 'a sack is a morning of grinding' },
  { id: 'grain', name: 'a sack of grain', many: 'sacks of grain', shelf: 5, words: ['grain', 'wheat', 'barley', 'corn', 'oats'], pennies: 7, trades: ['farmer', 'miller'], because: 'it takes a summer to grow' },
  { id: 'ale', name: 'a mug of ale', many: 'mugs of ale', shelf: 24, use: 'drink', served: true, words: ['ale', 'beer', 'drink', 'mug', 'wine', 'cider', 'mead'], pennies: 1, trades: ['innkeeper'], because: 'that is what a barrel comes to by the mug' },
  { id: 'meal', name: 'a hot meal', many: 'hot meals', shelf: 8, use: 'eat', served: true, words: ['meal', 'supper', 'dinner', 'breakfast', 'stew', 'soup', 'food', 'lunch'], pennies: 2, trades: ['innkeeper'], because: 'there is meat in it when there is meat' },
  { id: 'bed', name: 'a bed for the night', many: 'beds for the night', shelf: 3, use: 'sleep', words: ['bed', 'room', 'night', 'lodging', 'sleep', 'stay'], pennies: 3, trades: ['innkeeper'], because: 'the straw is fresh and the fire burns till morning' },
  { id: 'knife', name: 'a knife', many: 'knives', shelf: 3, words: ['knife', 'blade', 'dagger'], pennies: 8, trades: ['smith', 'merchant'], because: 'good iron comes a long way' },
  { id: 'horseshoe', name: 'a horseshoe', many: 'horseshoes', shelf: 6, words: ['horseshoe'], pennies: 2, trades: ['smith'], because: 'four nails go with it' },
  { id: 'nails', name: 'a handful of nails', many: 'handfuls of nails', shelf: 10, words: ['nail'], pennies: 1, trades: ['smith'], because: 'each one is struck by hand' },
  { id: 'axe', name: 'an axe', many: 'axes', shelf: 2, words: ['axe', 'hatchet'], pennies: 18, trades: ['smith'], because: 'the edge alone is a day’s work' },
  { id: 'sword', name: 'a sword', many: 'swords', shelf: 0, words: ['sword', 'weapon', 'spear', 'armour', 'armor', 'shield'], pennies: 240, trades: ['smith'], because: 'nobody here has asked for one, so it would be a month’s work' },
  { id: 'pot', name: 'a pot', many: 'pots', shelf: 3, words: ['pot', 'pan', 'kettle'], pennies: 9, trades: ['smith', 'merchant'], because: 'iron is iron' },
  { id: 'egg', name: 'an egg', many: 'eggs', shelf: 16, use: 'eat', words: ['egg'], pennies: 0.25, trades: ['farmer', 'merchant'], because: 'the hens do the work' },
  { id: 'hen', name: 'a hen', many: 'hens', shelf: 2, fixed: true, words: ['hen', 'chicken'], pennies: 4, trades: ['farmer'], because: 'she will pay it back in eggs' },
  { id: 'cheese', name: 'a cheese', many: 'cheeses', shelf: 3, use: 'eat', words: ['cheese'], pennies: 5, trades: ['shepherd', 'farmer'], because: 'it has to lie for a season' },
  { id: 'milk', name: 'a jug of milk', many: 'jugs of milk', shelf: 5, use: 'drink', words: ['milk', 'butter', 'cream'], pennies: 1, trades: ['farmer', 'shepherd'], because: 'it does not keep' },
  { id: 'apples', name: 'a basket of apples', many: 'baskets of apples', shelf: 5, use: 'eat', seasons: ['summer', 'autumn', 'winter'], words: ['apple', 'pear', 'fruit', 'plum', 'cherry', 'berry'], pennies: 2, trades: ['farmer', 'merchant'], because: 'the trees do most of it' },
  { id: 'vegetables', name: 'a basket of vegetables', many: 'baskets of vegetables', shelf: 5, use: 'eat', seasons: ['summer', 'autumn', 'winter'], words: ['vegetable', 'cabbage', 'turnip', 'bean', 'onion', 'carrot', 'pea'], pennies: 2, trades: ['farmer', 'merchant'], because: 'somebody’s back is in it' },
  { id: 'honey', name: 'a jar of honey', many: 'jars of honey', shelf: 3, use: 'eat', words: ['honey'], pennies: 4, trades: ['farmer', 'merchant'], because: 'the bees do not give it gladly' },
  { id: 'sheep', name: 'a sheep', many: 'sheep', shelf: 2, fixed: true, words: ['sheep', 'lamb'], pennies: 36, trades: ['shepherd'], because: 'it is three fleeces and a winter of hay' },
  { id: 'fleece', name: 'a fleece', many: 'fleeces', shelf: 4, words: ['fleece', 'wool', 'yarn'], pennies: 6, trades: ['shepherd', 'weaver'], because: 'there is one a year on each back' },
  { id: 'cow', name: 'a cow', many: 'cows', shelf: 1, fixed: true, words: ['cow', 'ox', 'cattle'], pennies: 120, trades: ['farmer'], because: 'she feeds a house for years' },
  { id: 'horse', name: 'a horse', many: 'horses', shelf: 1, fixed: true, words: ['horse', 'pony', 'donkey', 'mule'], pennies: 360, trades: ['farmer'], because: 'few here can feed one' },
  { id: 'goat', name: 'a goat', many: 'goats', shelf: 2, fixed: true, words: ['goat'], pennies: 24, trades: ['shepherd', 'farmer'], because: 'it gives milk and trouble in equal parts' },
  { id: 'fish', name: 'a fish', many: 'fish', shelf: 6, use: 'eat', words: ['fish', 'eel', 'trout', 'herring'], pennies: 1, trades: ['fisher', 'merchant'], because: 'it was swimming this morning' },
  { id: 'net', name: 'a net', many: 'nets', shelf: 1, words: ['net'], pennies: 14, trades: ['fisher'], because: 'it is a winter of knots' },
  { id: 'chair', name: 'a chair', many: 'chairs', shelf: 2, fixed: true, words: ['chair', 'stool', 'bench'], pennies: 6, trades: ['carpenter'], because: 'the joints take longer than the seat' },
  { id: 'table', name: 'a table', many: 'tables', shelf: 1, fixed: true, words: ['table', 'chest', 'cupboard'], pennies: 16, trades: ['carpenter'], because: 'a good board is years of drying' },
  { id: 'door', name: 'a door', many: 'doors', shelf: 1, fixed: true, words: ['door', 'window', 'plank', 'board', 'beam'], pennies: 12, trades: ['carpenter'], because: 'a door that shuts is worth it' },
  { id: 'cloth', name: 'an ell of cloth', many: 'ells of cloth', shelf: 5, words: ['cloth', 'linen', 'fabric', 'dress', 'shirt', 'trousers', 'clothes', 'clothing'], pennies: 7, trades: ['weaver', 'merchant'], because: 'it is two days at the loom' },
  { id: 'shawl', name: 'a shawl', many: 'shawls', shelf: 2, words: ['shawl', 'scarf', 'blanket'], pennies: 9, trades: ['weaver', 'merchant'], because: 'the dye is half of it' },
  { id: 'cloak', name: 'a cloak', many: 'cloaks', shelf: 1, words: ['cloak', 'coat', 'hat', 'jacket'], pennies: 20, trades: ['weaver', 'merchant'], because: 'it has to last a life' },
  { id: 'boots', name: 'a pair of boots', many: 'pairs of boots', shelf: 1, words: ['boot', 'shoe', 'sandal'], pennies: 22, trades: ['merchant'], because: 'leather comes from far, and it has to last' },
  { id: 'herbs', name: 'a bundle of herbs', many: 'bundles of herbs', shelf: 5, words: ['herb', 'medicine', 'salve', 'tea', 'remedy', 'potion', 'ointment'], pennies: 2, trades: ['herbalist'], because: 'you pay for knowing which leaf' },
  { id: 'firewood', name: 'a bundle of firewood', many: 'bundles of firewood', shelf: 6, words: ['firewood', 'wood', 'kindling', 'log'], pennies: 1, trades: ['woodcutter'], because: 'it warms twice, me first' },
  { id: 'candle', name: 'a candle', many: 'candles', shelf: 8, words: ['candle', 'lamp', 'oil', 'wax'], pennies: 1, trades: ['merchant', 'keeper'], because: 'tallow comes by the pot' },
  { id: 'salt', name: 'a pound of salt', many: 'pounds of salt', shelf: 4, words: ['salt', 'spice', 'pepper', 'sugar'], pennies: 3, trades: ['merchant'], because: 'it comes from far' },
  { id: 'rope', name: 'a rope', many: 'ropes', shelf: 2, words: ['rope', 'string', 'cord'], pennies: 4, trades: ['merchant', 'fisher'], because: 'it is sold by the fathom' },
  { id: 'basket', name: 'a basket', many: 'baskets', shelf: 2, words: ['basket', 'spoon', 'bowl', 'broom'], pennies: 2, trades: ['elder', 'merchant'], because: 'it is an evening’s work' },
  { id: 'map', name: 'a map', many: 'maps', shelf: 1, words: ['map', 'book', 'paper', 'ink', 'lantern'], pennies: 30, trades: ['merchant'], because: 'few can make one' },
  { id: 'flowers', name: 'a bunch of flowers', many: 'bunches of flowers', shelf: 4, seasons: ['spring', 'summer'], words: ['flower', 'posy', 'bouquet'], pennies: 1, trades: ['keeper', 'herbalist'], because: 'they were picked this morning' },
  { id: 'hoe', name: 'a hoe', many: 'hoes', shelf: 2, words: ['hoe', 'spade', 'scythe', 'sickle', 'tool'], pennies: 11, trades: ['smith'], because: 'the iron alone is half of it' },
]

const BY_ID = new Map(GOODS.map((good) => [good.id, good]))

/** The good of an id. */
export function goodOf(id: GoodId): Good {
  return BY_ID.get(id)!
}

/** The good that words mean, the first that is named; null when none of them is one. */
export function goodIn(words: string): Good | null {
  const said = new Set(words.toLowerCase().split(/[^\p{L}]+/u).flatMap((word) => [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y'), word.replace(/ves$/, 'f'), word.replace(/ves$/, 'fe')]))
  return GOODS.find((good) => good.words.some((word) => said.has(word))) ?? null
}

/** So many of a good as one says it: “a loaf of bread”, “two loaves of bread”. */
export function amountOf(id: GoodId, count: number): string {
  const { name, many } = goodOf(id)
  return count === 1 ? name : `${COUNTS[count] ?? String(count)} ${many}`
}

/** Several things as one says them: “two loaves of bread, an egg and a cheese”. */
export function amountsOf(things: ReadonlyArray<{ goodId: GoodId; count: number }>): string {
  const words = things.map(({ goodId, count }) => amountOf(goodId, count))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
