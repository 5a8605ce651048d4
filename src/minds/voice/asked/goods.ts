/** What is made, sold and paid in this country: the same prices everywhere, each thing from the trade that makes it. */
import type { TradeId } from '#simulation/npc/trades.ts'
import { wordsOf } from '../../memory/tokens.ts'

/** A thing that is sold. */
export type Good = {
  /** As it is asked for: “a loaf of bread”. */
  name: string
  /** Words that mean it, in small letters. */
  words: readonly string[]
  /** Pennies; twelve are a shilling. */
  pennies: number
  /** Trades that make or sell it, the first makes it. */
  trades: readonly TradeId[]
  /** Why it costs that. */
  because: string
}

/** Pennies of a shilling. */
const SHILLING = 12

/** All that has a price. */
export const GOODS: readonly Good[] = [
  { name: 'a loaf of bread', words: ['bread', 'loaf'], pennies: 1, trades: ['baker', 'innkeeper'], because: 'flour, wood for the oven and half a night’s sleep are in it' },
  { name: 'a honey cake', words: ['cake', 'pastry', 'pie', 'bun'], pennies: 2, trades: ['baker'], because: 'honey is dear' },
  { name: 'a sack of flour', words: ['flour'], pennies: 10, trades: ['miller'], because: 'a sack is a morning of grinding' },
  { name: 'a sack of grain', words: ['grain', 'wheat', 'barley', 'corn', 'oats'], pennies: 7, trades: ['farmer', 'miller'], because: 'it takes a summer to grow' },
  { name: 'a mug of ale', words: ['ale', 'beer', 'drink', 'mug', 'wine', 'cider', 'mead'], pennies: 1, trades: ['innkeeper'], because: 'that is what a barrel comes to by the mug' },
  { name: 'a hot meal', words: ['meal', 'supper', 'dinner', 'breakfast', 'stew', 'soup', 'food', 'lunch'], pennies: 2, trades: ['innkeeper'], because: 'there is meat in it when there is meat' },
  { name: 'a bed for the night', words: ['bed', 'room', 'night', 'lodging', 'sleep', 'stay'], pennies: 3, trades: ['innkeeper'], because: 'the straw is fresh and the fire burns till morning' },
  { name: 'a knife', words: ['knife', 'blade', 'dagger'], pennies: 8, trades: ['smith', 'merchant'], because: 'good iron comes a long way' },
  { name: 'a horseshoe', words: ['horseshoe'], pennies: 2, trades: ['smith'], because: 'four nails go with it' },
  { name: 'a handful of nails', words: ['nail'], pennies: 1, trades: ['smith'], because: 'each one is struck by hand' },
  { name: 'an axe', words: ['axe', 'hatchet'], pennies: 18, trades: ['smith'], because: 'the edge alone is a day’s work' },
  { name: 'a sword', words: ['sword', 'weapon', 'spear', 'armour', 'armor', 'shield'], pennies: 240, trades: ['smith'], because: 'nobody here has asked for one, so it would be a month’s work' },
  { name: 'a pot', words: ['pot', 'pan', 'kettle'], pennies: 9, trades: ['smith', 'merchant'], because: 'iron is iron' },
  { name: 'an egg', words: ['egg'], pennies: 0.25, trades: ['farmer', 'merchant'], because: 'the hens do the work' },
  { name: 'a hen', words: ['hen', 'chicken'], pennies: 4, trades: ['farmer'], because: 'she will pay it back in eggs' },
  { name: 'a cheese', words: ['cheese'], pennies: 5, trades: ['shepherd', 'farmer'], because: 'it has to lie for a season' },
  { name: 'a jug of milk', words: ['milk', 'butter', 'cream'], pennies: 1, trades: ['farmer', 'shepherd'], because: 'it does not keep' },
  { name: 'a basket of apples', words: ['apple', 'pear', 'fruit', 'plum', 'cherry', 'berry'], pennies: 2, trades: ['farmer', 'merchant'], because: 'the trees do most of it' },
  { name: 'a basket of vegetables', words: ['vegetable', 'cabbage', 'turnip', 'bean', 'onion', 'carrot', 'pea'], pennies: 2, trades: ['farmer', 'merchant'], because: 'somebody’s back is in it' },
  { name: 'a jar of honey', words: ['honey'], pennies: 4, trades: ['farmer', 'merchant'], because: 'the bees do not give it gladly' },
  { name: 'a sheep', words: ['sheep', 'lamb'], pennies: 36, trades: ['shepherd'], because: 'it is three fleeces and a winter of hay' },
  { name: 'a fleece', words: ['fleece', 'wool', 'yarn'], pennies: 6, trades: ['shepherd', 'weaver'], because: 'there is one a year on each back' },
  { name: 'a cow', words: ['cow', 'ox', 'cattle'], pennies: 120, trades: ['farmer'], because: 'she feeds a house for years' },
  { name: 'a horse', words: ['horse', 'pony', 'donkey', 'mule'], pennies: 360, trades: ['farmer'], because: 'few here can feed one' },
  { name: 'a goat', words: ['goat'], pennies: 24, trades: ['shepherd', 'farmer'], because: 'it gives milk and trouble in equal parts' },
  { name: 'a fish', words: ['fish', 'eel', 'trout', 'herring'], pennies: 1, trades: ['fisher', 'merchant'], because: 'it was swimming this morning' },
  { name: 'a net', words: ['net'], pennies: 14, trades: ['fisher'], because: 'it is a winter of knots' },
  { name: 'a chair', words: ['chair', 'stool', 'bench'], pennies: 6, trades: ['carpenter'], because: 'the joints take longer than the seat' },
  { name: 'a table', words: ['table', 'chest', 'cupboard'], pennies: 16, trades: ['carpenter'], because: 'a good board is years of drying' },
  { name: 'a door', words: ['door', 'window', 'plank', 'board', 'beam'], pennies: 12, trades: ['carpenter'], because: 'a door that shuts is worth it' },
  { name: 'an ell of cloth', words: ['cloth', 'linen', 'fabric', 'dress', 'shirt', 'trousers', 'clothes', 'clothing'], pennies: 7, trades: ['weaver', 'merchant'], because: 'it is two days at the loom' },
  { name: 'a shawl', words: ['shawl', 'scarf', 'blanket'], pennies: 9, trades: ['weaver', 'merchant'], because: 'the dye is half of it' },
  { name: 'a cloak', words: ['cloak', 'coat', 'hat', 'jacket'], pennies: 20, trades: ['weaver', 'merchant'], because: 'it has to last a life' },
  { name: 'a pair of boots', words: ['boot', 'shoe', 'sandal'], pennies: 22, trades: ['merchant'], because: 'leather comes from far, and it has to last' },
  { name: 'a bundle of herbs', words: ['herb', 'medicine', 'salve', 'tea', 'remedy', 'potion', 'ointment'], pennies: 2, trades: ['herbalist'], because: 'you pay for knowing which leaf' },
  { name: 'a bundle of firewood', words: ['firewood', 'wood', 'kindling', 'log'], pennies: 1, trades: ['woodcutter'], because: 'it warms twice, me first' },
  { name: 'a candle', words: ['candle', 'lamp', 'oil', 'wax'], pennies: 1, trades: ['merchant', 'keeper'], because: 'tallow comes by the pot' },
  { name: 'a pound of salt', words: ['salt', 'spice', 'pepper', 'sugar'], pennies: 3, trades: ['merchant'], because: 'it comes from far' },
  { name: 'a rope', words: ['rope', 'string', 'cord'], pennies: 4, trades: ['merchant', 'fisher'], because: 'it is sold by the fathom' },
  { name: 'a basket', words: ['basket', 'spoon', 'bowl', 'broom'], pennies: 2, trades: ['elder', 'merchant'], because: 'it is an evening’s work' },
  { name: 'a map', words: ['map', 'book', 'paper', 'ink', 'lantern'], pennies: 30, trades: ['merchant'], because: 'few can make one' },
]

/** What each trade makes, its hardest and its best part, and what it works with. */
export const CRAFTS: { readonly [T in TradeId]: { makes: string; hard: string; best: string; tools: string; start: string } } = {
  smith: { makes: 'knives, nails, hinges and horseshoes', hard: 'the heat in summer, and sparks in the sleeve', best: 'the moment the iron does what I want', tools: 'hammer, tongs and bellows', start: 'I blew the bellows for the smith before me until I was let near the anvil' },
  baker: { makes: 'bread, and honey cakes on feast days', hard: 'getting up while the stars are out', best: 'the first loaf, when I break it alone', tools: 'a trough, a peel and a hot oven', start: 'I carried wood to this oven as a child and never got far from it' },
  innkeeper: { makes: 'beds, stew and a place by the fire', hard: 'being friendly when my feet ache', best: 'a full room in winter', tools: 'a ladle, a broom and patience', start: 'I washed mugs here before I could see over the table' },
  miller: { makes: 'flour, fine and coarse', hard: 'the dust, and lifting sacks', best: 'the sound when the stones run true', tools: 'two stones, a hopper and a good ear', start: 'I swept the mill until I could tell by the sound what the stones needed' },
  farmer: { makes: 'grain, beans, eggs, and whatever the year allows', hard: 'that the weather has the last word', best: 'the first green after winter', tools: 'a hoe, a scythe and two hands', start: 'one is put into a furrow as a child and grows up in it' },
  shepherd: { makes: 'wool and cheese', hard: 'lambing in the rain', best: 'evening, when they all come by themselves', tools: 'a crook, shears and a whistle', start: 'I was given one lamb to look after, and then there were more' },
  carpenter: { makes: 'doors, tables, chests and now and then a roof', hard: 'a board that warps when all is done', best: 'a joint that needs no nail', tools: 'a saw, a plane and a chisel', start: 'I held the other end of the saw for years' },
  weaver: { makes: 'cloth, shawls and blankets', hard: 'the eyes, by evening', best: 'when the pattern shows for the first time', tools: 'a loom and a shuttle', start: 'I wound yarn for others until somebody left me a loom' },
  herbalist: { makes: 'salves, teas and dried leaves for most ills', hard: 'those whom no leaf helps', best: 'when a fever goes down in the night', tools: 'a knife, a mortar and a good memory', start: 'an old woman showed me every leaf twice, and died, and then they came to me' },
  fisher: { makes: 'nothing; I catch fish and mend nets', hard: 'cold hands and empty nets', best: 'the water before anybody is up', tools: 'nets, lines and a boat that leaks', start: 'I was taken out in the boat before I could swim' },
  keeper: { makes: 'nothing you could carry; I keep the lamps, the bell and the flowers', hard: 'finding words when somebody has died', best: 'the quiet before the first one comes', tools: 'a broom, a lamp and a bell', start: 'the keeper before me asked who would sweep, and I said I would' },
  merchant: { makes: 'nothing; I sell what others make', hard: 'people who finger everything and buy nothing', best: 'a fair deal, when both go away pleased', tools: 'scales, a cart and a good memory', start: 'I swapped one thing for another as a child, and could not stop' },
  woodcutter: { makes: 'firewood, posts and kindling', hard: 'the back, and winter', best: 'the smell when a log opens', tools: 'an axe, a wedge and a sled', start: 'I followed the sound of axes into the wood once, and they gave me one' },
  child: { makes: 'mud cakes, mostly', hard: 'sitting still', best: 'being first at the well', tools: 'a stick', start: 'I just began' },
  elder: { makes: 'spoons and baskets', hard: 'the knees', best: 'that nobody hurries me', tools: 'a small knife', start: 'one looks at one’s hands one day and they are old' },
}

/** The thing that words mean; null when none has a price. */
export function goodIn(words: string): Good | null {
  const said = new Set(wordsOf(words).flatMap((word) => [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y'), word.replace(/ves$/, 'f'), word.replace(/ves$/, 'fe')]))
  return GOODS.find((good) => good.words.some((word) => said.has(word))) ?? null
}

/** A price as people say it: “a penny”, “three pennies”, “a shilling and sixpence” as “one shilling and six pennies”. */
export function priceWords(pennies: number): string {
  if (pennies < 0.5) return 'four for a penny'
  const shillings = Math.floor(pennies / SHILLING)
  const rest = pennies % SHILLING
  const parts = [shillings > 0 ? (shillings === 1 ? 'a shilling' : `${numberWord(shillings)} shillings`) : '', rest > 0 ? (rest === 1 ? 'a penny' : `${numberWord(rest)} pennies`) : '']
  return parts.filter((part) => part !== '').join(' and ')
}

/** A whole number in words up to twelve, else in digits. */
export function numberWord(n: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][n] ?? String(n)
}
