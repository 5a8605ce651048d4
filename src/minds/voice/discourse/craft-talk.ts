/** What is said of each trade when one asks further: how long a piece takes, how it is done, for whom, what a helper would do, and by what its people judge everything else. */
import type { TradeId } from '#simulation/npc/trades.ts'
import { tradeIdOf } from '../asked/trade-id.ts'

/** Clauses and sentences; `takes`, `how` and `whom` are sentences, `task` completes “you would …”, `test` completes “I ask of it …”. */
export type CraftTalk = { takes: string; how: string; whom: string; task: string; test: string }

/** By trade. */
const CRAFT_TALK: { readonly [T in TradeId]: CraftTalk } = {
  smith: { takes: 'A knife is half a day, nails an hour, a scythe a day.', how: 'Heat it, hit it, look at it; then heat it again.', whom: 'For whoever ploughs, mows or cuts.', task: 'work the bellows, carry charcoal and keep your sleeves out of the fire', test: 'whether it holds when it gets hot' },
  baker: { takes: 'A batch is four hours, with the rising; the baking itself is less than one.', how: 'Flour, water and salt; it rises while I sleep, and the oven does the rest.', whom: 'For whoever comes to the door; half of it goes to the inn.', task: 'carry wood, knead, and sweep up after both', test: 'whether it feeds anybody' },
  innkeeper: { takes: 'A stew is an afternoon; the washing up takes the evening.', how: 'Everything into one pot, and do not let it boil.', whom: 'For whoever is hungry or cold, and for some who are only thirsty.', task: 'carry mugs, wash mugs and count mugs', test: 'whether people stay for a second one' },
  miller: { takes: 'A sack is a quarter of an hour, when the stones run true.', how: 'The stones do it; I listen that they do it well.', whom: 'For the fields that sent it, and then for the baker.', task: 'lift sacks, sweep, and lift sacks', test: 'what is left when the chaff is blown off' },
  farmer: { takes: 'A field is three days to hoe, and half a year to wait for.', how: 'One row after the other, and one eye on the sky.', whom: 'For us, for the miller, and for the crows.', task: 'hoe, weed and carry stones off the field', test: 'whether it would come up again in spring' },
  shepherd: { takes: 'A fleece is a few minutes to shear and a week to spin; watching takes all day.', how: 'One walks slowly, counts, and lets them think that it was their idea.', whom: 'The wool is for the loom, the cheese for the whole place.', task: 'walk, count, mend the hurdles and carry the lame one', test: 'whether I would leave the flock with it' },
  carpenter: { takes: 'A chair is two days, a door three, a roof a month.', how: 'Measure twice, saw once, and swear in between.', whom: 'For whoever has a wall with a hole in it.', task: 'hold the other end of the saw and sweep the shavings', test: 'whether it stands level' },
  weaver: { takes: 'A shawl is four days; a blanket is ten.', how: 'Over, under, beat; and a pattern in the head that one must not lose.', whom: 'For whoever will be cold next winter.', task: 'wind yarn, card wool and fetch what falls down', test: 'whether a thread comes loose when one pulls' },
  herbalist: { takes: 'A salve is an evening; the leaves want three weeks to dry.', how: 'Pick it dry, hang it dark, boil it briefly.', whom: 'For whoever has a cough, a cut or a worry.', task: 'dig roots, tie bundles and learn what not to touch', test: 'how much of it heals and how much of it harms' },
  fisher: { takes: 'A net is a week to knot; the catch takes as long as the fish like.', how: 'Go out before light, keep quiet, and haul together.', whom: 'For every table here, on the days when there is enough.', task: 'haul, gut and mend nets with cold hands', test: 'what is still in the net when one lifts it' },
  keeper: { takes: 'The lamps are an hour, morning and evening; the rest takes no time that one counts.', how: 'Oil, wick, and no haste.', whom: 'For those who come, and for those who cannot any more.', task: 'sweep, trim wicks and cut flowers', test: 'whether one could say it aloud in a quiet room' },
  merchant: { takes: 'A deal is a minute or a morning; it depends on who needs it more.', how: 'Buy where there is too much, carry it to where there is too little.', whom: 'For whoever has a penny and a wish.', task: 'carry bales, set them out, and keep an eye on children’s fingers', test: 'what somebody would give for it' },
  woodcutter: { takes: 'A cord of wood is two days, with the splitting.', how: 'Look where it wants to fall, and be somewhere else.', whom: 'For every hearth here, and the oven first.', task: 'stack, split and drag the sled', test: 'whether it burns or only smokes' },
  child: { takes: 'Until I am called in.', how: 'One just does it.', whom: 'For me!', task: 'run with me', test: 'whether one can play with it' },
  elder: { takes: 'A spoon is an evening; a basket is two. Nobody hurries me.', how: 'Slowly, with a sharp knife and the grain.', whom: 'For whoever breaks the last one.', task: 'sit with me and shell peas', test: 'whether it will still matter in ten years' },
}

/** The talk of a trade, by what people call it; an elder’s for one that has no name here. */
export function craftTalkOf(label: string): CraftTalk {
  return CRAFT_TALK[tradeIdOf(label) ?? 'elder']
}
