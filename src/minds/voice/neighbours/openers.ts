/** What neighbours begin to speak of with each other: their work, what they wait for from each other, the weather, the season, children, years, and what the two know of others. */
import type { TradeId } from '#simulation/npc/trades.ts'

/** What an opener is about. */
export type Topic = 'work' | 'ware' | 'weather' | 'season' | 'child' | 'spouse' | 'play' | 'old' | 'third' | 'stranger' | 'infant' | 'mourning' | 'country'

/** How an opener wants to be met. */
export type Tone = 'trouble' | 'joy' | 'odd'

/** A first remark on something. `it` names the thing, in words that stand in `say` too, so that an answer can take it up. */
export type Opener = { readonly topic: Topic; readonly say: string; readonly it: string; readonly tone: Tone }

type Remark = readonly [tone: Tone, it: string, say: string]

const WORK: { readonly [T in Exclude<TradeId, 'child'>]: readonly Remark[] } = {
  smith: [['trouble', 'the bellows', 'The bellows have split again, and leather’s dear.'], ['joy', 'that blade', 'I got a blade out of an old plough that rings like a bell.'], ['trouble', 'damp charcoal', 'I’ve nothing but damp charcoal; it spits more than it burns.'], ['odd', 'all those hinges', 'Everybody wants hinges this week. Have all the doors quarrelled?'], ['joy', 'the new anvil block', 'The new anvil block sits so firm that the whole house hears me work.']],
  baker: [['trouble', 'the oven', 'The oven draws badly since the wind turned; one side burns and the other sulks.'], ['odd', 'the dough', 'The dough rose over the rim in the night and was halfway to the door.'], ['joy', 'that flour', 'The last flour was so fine that the loaves nearly shaped themselves.'], ['odd', 'that loaf', 'Somebody took a loaf off the sill and left two eggs for it.'], ['trouble', 'mice', 'There are mice behind the flour bins again, and they’ve grown choosy.']],
  innkeeper: [['trouble', 'the barrel', 'A barrel sprang in the cellar, and I mopped till midnight.'], ['joy', 'last night’s singing', 'Last night’s singing went on so long that I ran out of candles.'], ['odd', 'the boots', 'A guest went off and forgot his boots. How does one forget boots?'], ['trouble', 'the chimney', 'The chimney smokes into the guests’ room whenever it blows from the hill.'], ['joy', 'the stew', 'Three people asked me for the stew yesterday who never finish a plate.']],
  miller: [['trouble', 'the millstone', 'The millstone wants dressing; it warms the flour instead of cutting it.'], ['joy', 'a full hopper', 'I had a full hopper by breakfast, and the stones ran true all morning.'], ['trouble', 'the sacks', 'Half the sacks have holes, and I find it out on the stairs.'], ['odd', 'the sound of the wheel', 'The sound of the wheel was different today, as if it had something on its mind.'], ['odd', 'a cat', 'A cat has moved into the mill and looks at me as if I were late.']],
  farmer: [['trouble', 'slugs', 'The slugs have had the whole first row of beans.'], ['joy', 'the barley', 'The barley stands so thick that I can’t see my boots in it.'], ['trouble', 'the plough', 'I hit a stone with the plough as big as a sheep.'], ['odd', 'a blue egg', 'One of the hens laid a blue egg, and now the others stare at her.'], ['joy', 'the calf', 'The calf got up by itself before I’d even shut the door.']],
  shepherd: [['trouble', 'a lame ewe', 'I’ve a lame ewe who will be carried and then kicks me for it.'], ['joy', 'the fleeces', 'The fleeces are heavy this year, and clean for once.'], ['trouble', 'the gap in the hurdles', 'There’s a gap in the hurdles, and every one of them knows it.'], ['odd', 'the bellwether', 'The bellwether stood still today and looked at the hill for an hour.'], ['joy', 'twin lambs', 'I’ve twin lambs out of the old grey one, and both of them drink.']],
  carpenter: [['trouble', 'a warped board', 'I’ve a warped board for the best table I ever made.'], ['joy', 'that joint', 'I cut a joint yesterday that one can’t get a hair into.'], ['trouble', 'the saw', 'I hit a nail with the saw, and now it wanders.'], ['odd', 'a cradle and a coffin', 'Somebody asked me for a cradle and a coffin on the same day; there’s life for you.'], ['joy', 'the oak', 'The oak has dried without a crack, three years and not one.']],
  weaver: [['trouble', 'the yellow', 'The yellow came out of the dye as green as a pond.'], ['joy', 'the new pattern', 'The new pattern came right at the fourth try, and I only wept at the third.'], ['trouble', 'knots', 'There are so many knots in this yarn that I talk to it.'], ['odd', 'a red thread', 'I found a red thread in a cloth where I never wove one.'], ['joy', 'the blanket', 'I finished the blanket, and it’s so warm that I fell asleep under it at noon.']],
  herbalist: [['trouble', 'the mould', 'The mould got into what I hung up to dry, a whole summer of mint.'], ['joy', 'the arnica', 'The arnica has come back by the wall, where I’d given it up.'], ['odd', 'my garlic', 'Somebody pulls up my garlic and plants it again the other way up.'], ['trouble', 'coughs', 'Everybody has coughs, and nobody will stay in bed with them.'], ['joy', 'the salve', 'The salve worked on a burn that I’d have sworn would scar.']],
  fisher: [['trouble', 'the boat', 'The boat leaks faster than I can bail, and it looks at me so.'], ['joy', 'the catch', 'The catch was so good that I gave the small ones back out of kindness.'], ['trouble', 'the net', 'Something tore the net from end to end, and I’d like to meet it and I wouldn’t.'], ['odd', 'a ring', 'I cut open a pike and found a ring, and not a soul has lost one.'], ['odd', 'that silence', 'There was not a bird over the water at dawn; I never heard such silence, that silence was like a wall.']],
  keeper: [['trouble', 'the lamp oil', 'The lamp oil is short, and the evenings aren’t.'], ['odd', 'the flowers', 'Somebody lays flowers before I’m up, and never says who.'], ['joy', 'the bell', 'I oiled the bell, and now it sounds as it did when I was small.'], ['trouble', 'the swallows', 'The swallows nest over the very lamp, and I haven’t the heart.'], ['odd', 'a coin', 'There was a coin in the bowl with a king on it that nobody knows.']],
  merchant: [['trouble', 'the scales', 'The scales stick, and now everybody thinks it’s on purpose.'], ['joy', 'the ribbon', 'I sold the ribbon that I’d carried about for two years.'], ['trouble', 'the road', 'The road is so deep in ruts that half my jugs come as gravel.'], ['odd', 'one left shoe', 'Somebody bought one left shoe from me and was very glad of it.'], ['joy', 'the cinnamon', 'I got the cinnamon at last; stand near the stall and you’ll know.']],
  woodcutter: [['trouble', 'the axe', 'The axe came off its handle and went past my ear.'], ['joy', 'the ash tree', 'The ash tree by the bend fell just where I’d pointed.'], ['trouble', 'my back', 'I’ve split six cords this week, and my back counts every one.'], ['odd', 'the owl', 'An owl sat in the tree I’d marked, so I unmarked it.'], ['joy', 'dry wood', 'I’ve dry wood under the roof for two winters, and sleep better for it.']],
  elder: [['trouble', 'my knees', 'My knees have known since yesterday that it’ll rain, and they won’t let it rest.'], ['joy', 'the spoon', 'I carved a spoon that I’d almost be too proud to eat with.'], ['odd', 'my spectacles', 'I looked for my spectacles for an hour, and a child told me where they were. Don’t ask.'], ['joy', 'the bench', 'I had the bench to myself all morning, and the sun on it.'], ['trouble', 'the stairs', 'They’ve made the stairs steeper overnight, I’m sure of it.']],
}

const WARE: { readonly [T in Exclude<TradeId, 'child' | 'merchant'>]: string } = { smith: 'Is my knife ready, {name}?', baker: 'Have you still got a dark loaf, {name}?', innkeeper: 'Will there be soup tonight, {name}?', miller: 'Is my flour ground yet, {name}?', farmer: 'Have you eggs to spare, {name}?', shepherd: 'Have you a cheese that’s ripe, {name}?', carpenter: 'Is my stool mended, {name}?', weaver: 'Is my shawl off the loom yet, {name}?', herbalist: 'Have you something for a sore throat, {name}?', fisher: 'Was there any perch this morning, {name}?', keeper: 'Does my candle still burn at the shrine, {name}?', woodcutter: 'Can you spare some kindling, {name}?', elder: 'Is my basket finished, {name}?' }

const SEASON: { readonly [season: string]: readonly Remark[] } = {
  spring: [['joy', 'the first cuckoo', 'I heard the first cuckoo this morning, and I had a coin in my pocket.'], ['odd', 'the mud', 'The mud took my left shoe in the lane and gave back a better one.'], ['trouble', 'the frost', 'One more frost, and the blossom’s gone.'], ['joy', 'the woodruff', 'The woodruff is out under the beeches; I smelt it before I saw it.'], ['trouble', 'the ditch', 'The ditch has run over again, straight through my parsley.'], ['odd', 'the storks', 'Two storks stood on our roof and looked as if they’d come about the rent.']],
  summer: [['trouble', 'the flies', 'The flies are so bold that they wait for one to cut the bread.'], ['joy', 'the evenings', 'The evenings are so long now that one gets a second day for nothing.'], ['odd', 'the well', 'The well tastes of iron when it’s low, have you noticed?'], ['joy', 'the linden', 'The linden hums so with bees that one can’t hear the bell under it.'], ['trouble', 'the dust', 'The dust lies on everything; I could write my name on the bread.'], ['odd', 'the wasps', 'The wasps have built in the scarecrow’s hat, and he’s never been so useful.']],
  autumn: [['joy', 'the apples', 'The apples come down by themselves; one only has to hold out a basket.'], ['trouble', 'the leaves', 'I sweep the leaves from the step and turn round, and there they are.'], ['odd', 'the geese', 'The geese went over in the night, and I lay awake and counted.'], ['joy', 'the new cider', 'The new cider is so good that I went back to be sure.'], ['trouble', 'the fog in the lane', 'There’s such fog in the lane of a morning that I greet the gateposts.'], ['odd', 'the mushrooms', 'The mushrooms stand in a ring behind the barn, and none of the dogs will cross it.']],
  winter: [['trouble', 'the wood', 'We burn more wood than we stacked; I dare not look at what’s left.'], ['joy', 'the stars', 'One sees the stars so clearly in this cold that one forgets one’s feet.'], ['trouble', 'the ice', 'There’s ice on the water bucket every morning, and every morning I’m surprised.'], ['joy', 'the baked apples', 'We had baked apples last night and nobody spoke till the bowl was empty.'], ['odd', 'the tracks', 'There were tracks round the house this morning that began nowhere.'], ['trouble', 'chilblains', 'I’ve chilblains on both heels, and everybody knows better what to do for them.']],
}

const PLAY: readonly Remark[] = [['odd', 'your frog', 'Did you take my frog? It was under the bucket.'], ['joy', 'thirty', 'I can hold my breath till thirty!'], ['joy', 'a secret way', 'I know a secret way behind the barn, but you have to crawl.'], ['odd', 'a ghost', 'There’s a ghost in the mill, and it has flour in its hair.'], ['trouble', 'my tooth', 'My tooth wobbles! Look! You may push it once.'], ['joy', 'the biggest snail', 'I’ve got the biggest snail in the world, and it’s called King.'], ['trouble', 'the gander', 'The gander bit me, and everybody laughed.'], ['odd', 'the clouds', 'Do you think one could walk on the clouds if one was very quick?']]

const OLD: readonly Remark[] = [['odd', 'the old lane', 'When I was small the old lane went the other side of the well, and nobody remembers it but me.'], ['joy', 'the fiddler', 'I hummed the tune of the fiddler who played at my wedding, and the birds stopped for it.'], ['trouble', 'names', 'I lose names these days, and find them again in the soup.'], ['odd', 'that winter', 'I dreamt of that winter when we walked over the river; you won’t remember that winter.']]

const of = (topic: Topic, remarks: readonly Remark[]): Opener[] => remarks.map(([tone, it, say]) => ({ topic, tone, it, say }))

/** Remarks on one’s own work; children have none. */
export function workOf(trade: TradeId | null): readonly Opener[] {
  return trade === null || trade === 'child' ? [] : of('work', WORK[trade])
}

/** What one waits for from somebody of a trade; null where nothing is. */
export function wareOf(trade: TradeId | null): Opener | null {
  return trade === null || trade === 'child' || trade === 'merchant' ? null : { topic: 'ware', tone: 'odd', it: 'it', say: WARE[trade] }
}

/** Remarks on a season; none for a word that is none. */
export function seasonTalk(season: string): readonly Opener[] {
  return of('season', SEASON[season] ?? [])
}

/** What children speak of. */
export const PLAY_TALK: readonly Opener[] = of('play', PLAY)
/** What the old speak of. */
export const OLD_TALK: readonly Opener[] = of('old', OLD)
/** Of one’s own child, `{person}`. */
export const CHILD_TALK: readonly Opener[] = of('child', [['joy', 'shoes', '{Person} has grown out of the shoes again, and they were new at harvest.'], ['odd', 'questions', '{Person} asks questions from morning to night; yesterday it was where the dark goes.'], ['trouble', 'the roof', 'I found {person} on the roof this morning, looking for a star.']])
/** Of one’s own spouse, `{person}`. */
export const SPOUSE_TALK: readonly Opener[] = of('spouse', [['trouble', 'that snoring', '{Person} snores so that the hens get up; that snoring will be the end of me.'], ['joy', 'the breakfast', '{Person} got up first and made the breakfast, and I’ve been suspicious ever since.'], ['odd', 'that whistling', '{Person} has begun to whistle at night, always the same tune; that whistling follows me about.']])
/** Of somebody both know, `{person}`, by how one stands to them. */
export const THIRD_TALK: { readonly fond: readonly Opener[]; readonly cool: readonly Opener[]; readonly plain: readonly Opener[] } = {
  fond: of('third', [['joy', '', 'Have you seen {person} today? I’ve something to give back.'], ['joy', '', 'I was on my way to {person} with a bit of soup. Is {person} at home, do you know?'], ['joy', '', '{Person} looked tired to me yesterday. Have you had a word with {person} since?']]),
  cool: of('third', [['trouble', '', 'Is {person} about? Then I’ll take the other way round.'], ['trouble', '', 'I’d rather not run into {person} today. Do you know where {person} is?']]),
  plain: of('third', [['odd', '', 'Have you seen {person} today?'], ['odd', '', 'Do you know where {person} has got to?']]),
}
/** Of a player, `{player}`: in sight, out of sight, and by where they come from, `{origin}`. */
export const STRANGER_TALK: { readonly near: Opener; readonly far: Opener; readonly from: Opener } = { near: { topic: 'stranger', tone: 'odd', it: '', say: 'Don’t look round: {player} is standing over there. What do you make of that one?' }, far: { topic: 'stranger', tone: 'odd', it: '', say: 'What do you make of {player}, now that we’ve had a look?' }, from: { topic: 'stranger', tone: 'odd', it: '', say: '{Player} comes from {origin}, I’m told. What do you make of that one?' } }
/** Of a newborn, `{infant}`: one’s own, and the partner’s. */
export const INFANT_TALK: { readonly own: readonly Opener[]; readonly theirs: readonly Opener[] } = { own: of('infant', [['joy', 'that smile', 'Little {infant} smiled at me this morning, and don’t tell me it was wind; that smile was meant.'], ['trouble', 'sleep', 'Little {infant} thinks sleep is for other people.']]), theirs: of('infant', [['joy', 'the nights', 'Does little {infant} let you sleep?'], ['joy', 'the little one', 'And how is little {infant}? May I come and look at the little one?']]) }
/** Of somebody dead, `{dead}`: one’s own, the partner’s, and somebody dear to both. */
export const MOURNING_TALK: { readonly own: readonly Opener[]; readonly theirs: readonly Opener[]; readonly both: readonly Opener[] } = { own: of('mourning', [['trouble', 'the quiet', 'The house is so quiet without {dead} that I leave the door open.'], ['trouble', 'the table', 'I laid the table for {dead} again this morning.']]), theirs: of('mourning', [['trouble', 'that', 'How do you bear it, without {dead}?'], ['trouble', 'that', 'I think of {dead} whenever I pass your door.']]), both: of('mourning', [['trouble', 'that', 'I keep looking for {dead} where {dead} used to stand.']]) }
/** Of what is told of a place, `{mark}` and `{story}`. */
export const COUNTRY_TALK: readonly Opener[] = of('country', [['odd', '', 'I went by {mark} the other day and thought of what they tell of it: {story}']])

/** How a weather is for those who work in the fields, on the water, by a fire, or with their hands at a window. */
export type Exposure = 'field' | 'water' | 'fire' | 'window'
/** Whether a weather is welcome, and what one says of it. */
export type WeatherWord = { readonly good: boolean; readonly say: string }

const EXPOSED: { readonly [T in TradeId]: Exposure } = { smith: 'fire', baker: 'fire', innkeeper: 'fire', miller: 'window', farmer: 'field', shepherd: 'field', carpenter: 'window', weaver: 'window', herbalist: 'field', fisher: 'water', keeper: 'window', merchant: 'window', woodcutter: 'field', child: 'field', elder: 'window' }

/** By what the weather meets somebody of a trade; null for no trade known here: at the window. */
export function exposureOf(trade: TradeId | null): Exposure {
  return trade === null ? 'window' : EXPOSED[trade]
}

const good = (say: string): WeatherWord => ({ good: true, say })
const bad = (say: string): WeatherWord => ({ good: false, say })
/** Words on each kind of weather. */
export const WEATHER: { readonly [weather: string]: { readonly [E in Exposure]: readonly WeatherWord[] } } = {
  clear: { field: [good('With this sun the hay is dry by evening.'), bad('Another clear day, and the ground is as hard as a loaf from last week.')], water: [bad('In such light the fish see me coming from the far bank.'), good('On a clear day like this one sees the stones at the bottom.')], fire: [bad('By my fire one melts on a bright day like this.'), bad('In such sunshine nobody wants anything hot, and hot is all I have.')], window: [good('With this light I can work without a lamp till supper.'), good('I’ve opened both windows, and the whole house smells of outside.')] },
  cloudy: { field: [good('A little cloud is kind to the neck when one hoes.')], water: [good('Under clouds like these the fish come up.')], fire: [good('It’s cool enough today to stand near one’s own work.')], window: [bad('The light comes and goes; I’ve begun the same seam three times.')] },
  overcast: { field: [bad('If it won’t rain it should at least let the sun through.')], water: [good('Grey sky, grey water, good catch, my father said.')], fire: [good('On a grey day people find their way to a fire.')], window: [bad('It’s so grey that I can’t tell blue from black.')] },
  rain: { field: [good('The fields drink it, and I’m glad of every drop.'), bad('One can’t set foot in the rows, they’re all water.')], water: [good('In the rain the fish bite; it’s only I who get cold.')], fire: [good('On a wet day everybody finds a reason to stand by my fire.')], window: [bad('In the wet my fingers are stiff and nothing dries.'), bad('It drips through in the same place as last year.')] },
  storm: { field: [bad('If this lies on the fields till night I needn’t reap.')], water: [bad('I pulled the boat up as far as it would go, and then further.')], fire: [bad('The wind presses the smoke back down the chimney.')], window: [bad('The shutters bang so that one can’t hear oneself count.')] },
  snow: { field: [good('Under snow the seed sleeps warm, that’s something.')], water: [bad('My hands stick to the line in this snow.')], fire: [good('In snow I’ve the warmest place here, and everybody knows it.')], window: [good('With snow outside the room is as bright as in May.')] },
  mist: { field: [bad('In this mist I talked to a post for a while.')], water: [good('Mist on the water, and not a soul sees how little I catch.')], fire: [good('One keeps the door shut in a mist and thinks of nothing.')], window: [bad('Everything I touch is damp from this mist.')] },
}
