/** What each trade makes of itself. */
import type { TradeId } from '#simulation/npc/trades.ts'

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
