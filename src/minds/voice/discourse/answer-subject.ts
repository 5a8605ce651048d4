/** Answers about what a question is really of, where no rule knows it by name: people here, one's own craft, the road, what grows, how one bears things, somebody of the asker's; never about something else. */
import { goodIn } from '#simulation/trade/goods.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import type { TradeId } from '#simulation/npc/trades.ts'
import { wordsOf } from '../../memory/tokens.ts'
import { answer, type Answer } from '../answer.ts'
import { CRAFTS } from '../asked/crafts.ts'
import { ownOf } from '../asked/favourites.ts'
import type { Thread } from '../asked/full-words.ts'
import { coreOf, isAsking, writtenOut } from '../asked/plain.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { findPlace } from '../answer-world.ts'
import { peopleIn } from '../asked/names.ts'
import { partnerOf, type Scene } from '../scene.ts'
import { capitalise, sentencesOf } from '../speak.ts'
import { craftTalkOf } from './craft-talk.ts'
import { matterOf } from './matters.ts'

const INNER = { key: 'on-topic' } as const

/** Words of a craft: what it handles, and what is done to it. */
const CRAFT_WORDS: { readonly [T in TradeId]: RegExp } = {
  smith: /\b(?:iron|steel|forge|anvil|hammer|hot|glow\w*|horses?|horseshoes?|nails?|blades?|kni(?:fe|ves)|swords?|plou?ghs?|scythes?|axles?|hinges?|metal|bellows)\b/, baker: /\b(?:bread|dough|oven|loaf|loaves|flour|crust|cakes?|dark|bake\w*|rise|yeast|buns?)\b/, innkeeper: /\b(?:guests?|rooms?|ale|stew|mugs?|cellar|drunks?)\b/, miller: /\b(?:mill\w*|flour|grind\w*|stones?|wheel|sacks?|grain)\b/,
  farmer: /\b(?:fields?|crops?|grain|beans?|plou?gh\w*|sow\w*|reap\w*|harvest|weeds?|hens?|eggs?)\b/, shepherd: /\b(?:sheep|lambs?|ewes?|rams?|flock|wool|fleeces?|shear\w*|pasture|graz\w*|crook)\b/, carpenter: /\b(?:wood|planks?|doors?|tables?|chairs?|roofs?|saw|joints?|boards?)\b/, weaver: /\b(?:cloth|looms?|threads?|yarn|shawls?|blankets?|patterns?|weav\w*|dye\w*)\b/,
  herbalist: /\b(?:herbs?|leaves|leaf|salves?|teas?|roots?|heal\w*|cures?|fever|plants?)\b/, fisher: /\b(?:fish\w*|nets?|boats?|catch\w*|hooks?|tides?)\b/, keeper: /\b(?:shrine|lamps?|bells?|candles?|flowers?|pray\w*)\b/, merchant: /\b(?:goods|wares|trade|scales?|customers?|profit|cart)\b/, woodcutter: /\b(?:trees?|axe|logs?|wood|fell\w*|timber|kindling)\b/, child: /\b(?:play\w*|toys?|games?)\b/, elder: /\b(?:spoons?|baskets?|carv\w*)\b/,
}
/** What the beasts of a craft eat. */
const FEED: { readonly [T in TradeId]?: readonly string[] } = { shepherd: ['Hay, when the snow lies; and what they scrape free by themselves.', 'What we mowed in summer. By March we count the armfuls.'], farmer: ['Hay, peelings, and whatever is left of our own table.'], smith: ['Horses? Hay and oats, and my patience.'] }

type Field = { on: RegExp; lines: readonly string[] }

/** What people here fear, want, quarrel over. */
const OF_PEOPLE: readonly Field[] = [
  { on: /\b(?:afraid|fear|scare[sd]?|worr(?:y|ied|ies))\b/, lines: ['Of a bad harvest and of fever; the children of the well.', 'Of fire, mostly. It has only to begin once.', 'Of winters that come too early. And some of what comes down the road at night.'] },
  { on: /\b(?:quarrel|argue|fight|disagree|cross)\b/, lines: ['Over fences, water, and who said what at which wedding.', 'Over small things. The big ones we bear together.'] },
  { on: /\b(?:mind|object|care|bothered|angry)\b/, lines: ['They would look twice, and then make room.', 'Some would grumble. Nobody would send anybody away.'] },
  { on: /\b(?:want|wish|dream|hope|need)\b/, lines: ['A dry harvest, a child well married, and quiet neighbours.', 'That nothing changes, mostly; and that it gets a little better all the same.'] },
  { on: /\b(?:say|think|talk|feel)\b.*\b(?:me|us|strangers?|travellers?|outsiders?|foreigners?|tax|king|you)\b/, lines: ['That depends on the day. To your face they will be civil.', 'They talk, as people do; and forget it over supper.', 'Nothing bad that I have heard. They wait and see.'] },
  { on: /\b(?:laugh|funny|fun)\b/, lines: ['At whoever fell into the trough last.', 'At each other, and at the goat.'] },
  { on: /\b(?:believe|pray|worship)\b/, lines: ['In what their grandmothers believed in, and in the weather.', 'Everybody a little otherwise; at the shrine we stand side by side all the same.'] },
  { on: /\b(?:buys?|bulk|trades?|deals?)\b/, lines: ['Nobody here buys much at once; the inn takes most, and whoever sells at the stall.', 'You’d have to ask at the stall and at the inn; the rest buy what they can carry.'] },
]
const ROAD_WET = ['Soft, after this. On foot yes; with a cart I’d wait a day.', 'Muddy. One gets through, but one sees it on one’s boots.']
const ROAD_DRY = ['Dry and firm, as far as I know; a cart gets through.', 'Good enough at this time of the year. I’ve heard nothing else.']
const ROAD_DANGER = ['By day I’ve heard of nothing. After dark I’d not go alone.', 'Nobody has come to harm on it lately. A stick and good company do no harm, either.', 'Holes, mostly, and now and then a fox. At night I’d stay under a roof.']
const GETS_EASIER = ['It does, slowly. Not less; only quieter.', 'One day one notices that one has laughed. It comes like that.', 'It changes. One learns where to set one’s foot.']
const HELPED = ['A little. As far as such things do.', 'Not at once; looking back, I think it did.', 'It did no harm, and I slept better.']
const COMPASS = ['Where the sun stands at noon is south; turn your back on it, and you look north.', 'The sun comes up in the east and goes down in the west; from there one finds the rest.']
const COPING = ['I get up and do something with my hands. It helps, a little.', 'I go where others are and say nothing. That’s enough, mostly.', 'I wait for the morning. It’s never so bad in the morning.', 'I think of those who bore more, and then I’m ashamed, and then it’s better.']
const OF_THEIRS = ['I never met {him}; you know {him} better than I.', 'That only you can tell, or {who}.', 'How should I know? I have never seen {who}. What do you think yourself?']
const OF_IT = ['I’d want to hear the other half of it before I judge.', 'There’s something in it, I think, or nobody would speak of it.', 'I make of it what I can: a little less than is said, and a little more than is meant.']
const YES_TO_IT = ['Yes, let’s try it.', 'I say yes; we’ll see how it goes.']
const NO_TO_IT = ['I’ve said what I had to say. Not today.', 'Ask me again when I know you better.']
const FELT_TOO = ['I do, now and then. Everybody does who has somebody to lose.', 'Yes. Perhaps not as you do, but yes.', 'At night, sometimes. By day there’s too much to do.']
const SEEN_SO = ['I’ve seen it so, once or twice; I’d not swear to it.', 'Something of it is true, I think.', 'Not that I’ve noticed. But then, I never looked for it.']
const NOTHING_WRONG = ['Nothing, in itself. I only have to think before I say yes.', 'Nothing wrong with it. I’m careful, that’s all.', 'Perhaps nothing. It came a bit suddenly, that’s all.']
const GROWS: readonly Field[] = [
  { on: /\b(?:plants?|herbs?|weeds?|grass(?:es)?)\b/, lines: ['Clover, yarrow, plantain and thistle, mostly; sorrel where it’s wet.', 'Yarrow and ribwort, camomile by the paths, and more nettles than one needs.'] },
  { on: /\b(?:flowers?|blossoms?)\b/, lines: ['Daisies and cornflowers, and poppies at the edge of the field.', 'Cowslips early, then poppies; the children bring them in.'] },
  { on: /\btrees?\b/, lines: ['Oak and alder, and an old apple or two behind the houses.', 'Willows by the water, oak and ash further out.'] },
  { on: /\bbirds?\b/, lines: ['Swallows, crows and a great many sparrows; an owl at night.', 'Larks over the fields, and storks in a good year.'] },
  { on: /\bstars?\b/, lines: ['On clear nights more than one can count. I know the plough and the herdsman.', 'Enough to walk home by.'] },
]
const SMELLS: { readonly [T in TradeId]?: string } = { baker: 'That’s the bread. It has just come out.', smith: 'Hot iron and charcoal. One gets used to it.', shepherd: 'Sheep. And a little of me, by now.', innkeeper: 'The stew. It has been on since morning.', fisher: 'Fish. Yesterday’s, I’m afraid.', herbalist: 'Wormwood and mint; they hang there to dry.' }
const INN_IS = ['Clean straw and an honest count, as far as I know.', 'Plain but decent. Nobody has been cheated there that I heard of.', 'A good roof and a fair hand. More one can’t ask for that money.']
const INN_HAS = ['The stew, and the ale if it’s fresh.', 'Stew on most days; and ask for the bread.']

/** An answer to a question about somebody of the asker’s, of whom they have told nothing that answers it; null where it asks of nobody of theirs. */
export function answerOfTheirs(scene: Scene, { who, person }: Thread): Answer | null {
  const core = coreOf(scene.heard)
  if (who === null || person !== null || !isAsking(scene.heard) || /\byou\b/.test(core)) return null
  return new RegExp(`\\b(?:my|the) (?:\\w+ )?${who.noun}\\b`).test(core) ? answer(scene, INNER, [{ any: OF_THEIRS }, { who: who.who, him: who.him }]) : null
}

/** What is said of the subject of a question; null where it is of none of these. `isOpen`: whether no rule reads the question well. */
export function answerSubject(scene: Scene, thread: Thread, isOpen: boolean): Answer | null {
  const { view, heard, ownTurns, partnerTurns } = scene
  if (!isAsking(heard)) return null
  const core = writtenOut(coreOf(sentencesOf(heard).findLast(isAsking) ?? heard))
  const say = (lines: readonly string[], slots = {}): Answer | null => answer(scene, INNER, [{ any: lines }, slots])
  const id = tradeIdOf(view.trade)
  const whole = view.conversation?.turns.at(-1)?.text.toLowerCase() ?? heard.toLowerCase()
  const told = matterOf(writtenOut(partnerTurns.at(-1) ?? ''))
  if (/^(?:so |well |and )*(?:what do you say|is it a deal|deal|do we have a deal|how about it|what about it|agreed)$/.test(core) && partnerTurns.length > 1) return say(view.temperament.agreeableness + (partnerOf(scene)?.warmth ?? 0) > 0 ? YES_TO_IT : NO_TO_IT)
  if (/^(?:do|did|have) you (?:ever |sometimes |also |not )*(?:feel|felt|had|have|know|known|think) (?:like )?(?:that|this|so|the same|it)(?: (?:too|yourself|sometimes|before|way|feeling))*$/.test(core) && told?.tone === 'sad') return say(FELT_TOO)
  if (/^(?:is (?:that|it) (?:so|true|right)\b.*|(?:would|do) you say so|have you (?:noticed|found|seen) (?:that|it|this)(?: too| yourself)?)$/.test(core) && /\b(?:read|heard|say|says|told|believe|think)\b/.test((partnerTurns.at(-1) ?? '').toLowerCase())) return say(SEEN_SO)
  const challenged = /^(?:do )?you call (?:that|this) (an? .+)$/.exec(core)?.[1]
  if (challenged !== undefined) return say(['It does what {thing} is for. Have you a better one?', 'I call it {thing}, and it answers to it.', '{Thing}, yes. What else would you call it?'], { thing: challenged })
  if (/^what (?:would|do|should|must|shall) i (?:have to |need to )?(?:bring|wear|take along)\b(?! (?:you|for you)$)/.test(core)) return say(['Two hands, and something old to wear.', 'Nothing but yourself, rested.'])
  const side = /\b(worst|hardest|best|nicest|most beautiful) (?:thing|part|side)? ?(?:about|of|in) (?:living |life |being |this )?(?:here|village|place|town)\b/.exec(core)?.[1]
  if (side !== undefined) return say(/worst|hardest/.test(side) ? ['The winters; and that everybody knows what one had for supper.', 'That one can’t quarrel with anybody without meeting them at the well next day.'] : ['That somebody notices when one’s chimney doesn’t smoke.', 'The evenings, when everybody sits outside and nobody is in a hurry.'])
  if (/\b(?:recommend|suggest)\b/.test(core)) return say(/\b(?:eat|food|hungry|hunger|drink)\b/.test(whole) ? INN_HAS : ['A good night’s sleep at the inn, and then a walk to the mill.', 'I’d begin small and see how it goes.', 'What is plain and lasts; the rest one is sorry for later.'])
  if (/^(?:does|will|did|would) (?:it|this|that) (?:ever |really |also )?(?:get|become|grow|stop|pass|end|heal|fade|go away)\b/.test(core) && partnerTurns.slice(-3).some((line) => matterOf(writtenOut(coreOf(line)))?.tone === 'sad')) return say(GETS_EASIER)
  if (/^(?:and |so |but )*did (?:it|that|they) (?:ever |really )?(?:help|work|last|succeed|do any good)(?: you| then)?$/.test(core) && partnerTurns.length > 0) return say(HELPED)
  if (/^(?:so |then |well )*(?:what|how) about (?:an? |some |we |if |\w+ing\b)/.test(core) && isOpen) return say(view.temperament.agreeableness + (partnerOf(scene)?.warmth ?? 0) > 0 ? YES_TO_IT : NO_TO_IT)
  if (/^(?:in )?(?:where|which (?:way|direction))(?: is|'s) (?:the )?(?:north|south|east|west)$/.test(core)) return say(COMPASS)
  if (id !== null && /\b(?:biggest|largest|finest|best|greatest|hardest|strangest) (?:thing|piece|one|\w+) (?:that )?you (?:have )?(?:ever )?(?:made|make|built|forged|baked|woven|carved|caught|grown|raised)\b/.test(core)) return say(bestOf(scene, id))
  const two = peopleIn(view, heard, true)
  if (/\bbetween\b|\b(?:the two|both) of them\b/.test(core) && (two.length > 1 || (two.length === 1 && /\b(?:him|her)\b/.test(core)))) return say(['That you’d have to ask the two of them; I stay out of it.', 'There was something. Whose fault it was depends on whom one asks.'])
  if (/^where (?:can|could|might|should) i\b/.test(core)) {
    const place = findPlace(scene, core)
    if (place) return place
  }
  if (/^do you (?:really )?like (?:it|that|doing (?:it|that))$/.test(core) && id !== null && (thread.last?.act === 'ask-doing' || thread.last?.act === 'ask-trade')) return say([`Most days I do: ${CRAFTS[id].best}.`, `I do, for the sake of one thing: ${CRAFTS[id].best}.`])
  if (/^(?:so |and |but )*what(?:'s| is) (?:so )?wrong with (?:it|that|this)$/.test(core)) return say(NOTHING_WRONG)
  if (/\bwhat do you (?:make|think|hold|reckon|say) (?:of|about|to) (?:it|that|this|all that|all this)(?: all)?(?: yourself)?$/.test(core) && thread.records.length === 0) return say(OF_IT)
  if (/^(?:hm |and )*what(?:'s| is)? (?:that|this|the) (?:nice |good |strange |lovely |awful )?smell$|^what smells\b|^what do i smell$/.test(core)) return say([(id && SMELLS[id]) ?? 'Smoke, hay and somebody’s supper.'])
  if (/^(?:what|how) do you (?:do|manage|bear|stand|cope|get through|live)\b.*\b(?:when (?:it|things|that|nobody|you are (?:sad|low|alone|afraid))|with (?:it|that|all that))\b/.test(core)) return say(COPING)
  if (/\b(?:road|roads|way|path|track|bridge|ford|pass)\b/.test(core) && /\b(?:passable|open|dry|muddy|firm|cart|wagon)\b/.test(core)) return say(/rain|snow|storm/.test(view.weather) ? ROAD_WET : ROAD_DRY)
  if (/\b(?:road|roads|way|path|track|there|river|water|woods?|forest)\b/.test(core) && /\b(?:danger|dangers|dangerous|safe|wolf|wolves|robbers?|bandits?|thieves|beasts?)\b/.test(core) && !/\bis it (?:safe|dangerous) here\b|\bare there (?:any )?(?:wolves|bandits)$/.test(core)) return say(ROAD_DANGER)
  if (/^(?:(?:what|do|does|did|are|is|would|will|how|why) )?(?:\w+ )*?(?:people|folk|folks|villagers|everybody|everyone|anyone|anybody|they all|the others)\b/.test(core) || /\bwho\b.*\bin bulk\b/.test(core)) {
    const of = OF_PEOPLE.find(({ on }) => on.test(core))
    if (of && (isOpen || /\bpeople\b/.test(core))) return say(of.lines)
  }
  const innSpoken = thread.spot?.kind === 'inn' || /\b(?:inn|bed for the night)\b/.test([...ownTurns.slice(-2), ...partnerTurns.slice(-2)].join(' ').toLowerCase())
  if ((/\binn\b|\bkeeper\b/.test(core) || (innSpoken && /\b(?:it|there|place|bed|room)\b/.test(core))) && /\b(?:clean|decent|good|honest|cheap|comfortable|safe|nice|any good|friendly|quiet|expensive)\b/.test(core)) return say(/^what(?:'s| is) good\b|\beat|drink\b/.test(core) ? INN_HAS : INN_IS)
  if (innSpoken && /^what(?:'s| is| do they have| can one)?\b.*\b(?:good|eat|drink|recommend|serve)\b/.test(core)) return say(INN_HAS)
  if (/^(?:can|could|may) i (?:please )?(?:have|try|take|get|taste) (?:one|some|it|a bit|a piece|a bite|that)$/.test(core)) {
    const good = goodIn(ownTurns.at(-1) ?? '') ?? thread.good ?? (id === 'baker' ? goodIn('bread') : null)
    if (good && (id === null || good.trades.includes(id))) return say([`Of course; it’s ${priceWords(good.pennies)}.`, `Gladly. ${capitalise(priceWords(good.pennies))}, then.`])
  }
  if (id !== null && FEED[id] && /\b(?:eat|feed|fed)\b/.test(core) && !/\b(?:you|i|we|people)\b/.test(core) && (CRAFT_WORDS[id].test(core) || /\bthey\b/.test(core))) return answer(scene, { key: 'work' }, [{ any: FEED[id] }])
  const grows = /\b(?:what|which|any|are there)\b/.test(core) && !/\byour? (?:favou?rite|like)\b/.test(core) ? GROWS.find(({ on }) => on.test(core) || (/^which ones? grow/.test(core) && on.test(whole))) : undefined
  if (grows && isOpen) return say(grows.lines)
  return isOpen && id !== null ? ofCraft(scene, thread, core, id) : null
}

/** The best that one made. */
function bestOf({ view }: Scene, id: TradeId): string[] {
  const { best, makes } = CRAFTS[id]
  const list = [`The one I did last, I always think: ${best}, that’s why.`, `That’s long ago, and it’s still in use somewhere. Mostly I make ${makes.replace(/^nothing; /, '')}.`]
  return [ownOf(view.npcId, 'masterpiece', list), ...list]
}

/** A question about one's own craft and what belongs to it: who, how, how long, what they eat, whether it happens. */
function ofCraft(scene: Scene, thread: Thread, core: string, id: TradeId): Answer | null {
  const { view, partnerTurns, heard } = scene
  if (/^(?:and |but )?(?:could|can|would|will|may|shall) (?:you|i|we)\b/.test(core)) return null
  const words = CRAFT_WORDS[id]
  const leans = /\b(?:they|them|it|one|these|those)\b/.test(core) && thread.who === null && thread.person === null && words.test(partnerTurns.slice(-3).join(' ').toLowerCase())
  if (!(words.test(`${core} ${heard.toLowerCase()}`) || leans) || wordsOf(core).length < 3) return null
  const talk = craftTalkOf(view.trade)
  const { hard, makes } = CRAFTS[id]
  const own = (what: string, list: readonly string[]): string[] => [ownOf(view.npcId, what, list), ...list]
  const say = (lines: readonly string[]): Answer | null => answer(scene, { key: 'work' }, [{ any: lines }])
  if (/^(?:and )?how long\b/.test(core)) return say([talk.takes])
  if (/^(?:and )?how (?:many|much|often)\b/.test(core)) return say(own('how many', ['As many as the year allows; I count them in autumn.', 'More than I can carry, and fewer than we need.', 'It changes. This year rather more than last.']))
  if (/^(?:and )?how (?:do|does|is|are|did|can)\b(?!.* know)/.test(core)) return say([talk.how, `That’s the art of it. ${talk.how}`])
  if (/^(?:and )?who (?:buys|takes|wants|needs|gets)\b|^(?:and )?who(?:m)? .*\bfor$/.test(core)) return say([talk.whom])
  if (/^(?:and )?who (?:\w+s|do|does|else)\b(?<!\b(?:is|was|has))/.test(core)) return say(['I do, mostly; who else.', 'That’s my work, and whoever is here lends a hand.'])
  if (/\b(?:names?|called)\b/.test(core)) return say(['Some of them. Those that give trouble get a name first.', 'A few, in secret. One mustn’t get too fond.'])
  if (/\b(?:biggest|best|greatest|finest|favou?rite|hardest|worst|strangest|largest)\b/.test(core)) return say(bestOf(scene, id))
  if (/^(?:and )?when\b/.test(core)) return say(['In its season; one sees when it’s time.', 'When it’s ready, and not a day before.'])
  if (/^(?:and )?why\b/.test(core)) return say(['Because it doesn’t work otherwise; I’ve tried.', 'One has always done it so, and it holds.'])
  if (/^(?:and )?(?:what|which)\b/.test(core)) return say([`${capitalise(makes.replace(/^nothing; /, ''))}, that’s what comes of it. The rest is patience.`, talk.how])
  if (!/^(?:and |but )?(?:(?:do|does|did|are|is|have|has) (?:they|it|these|those|the \w+|your \w+|any|one)\b(?! like\b)|do you (?:ever|sometimes|often|also)\b)/.test(core)) return null
  return say([`Now and then; it belongs to the work. The hard part is ${hard}.`, 'It happens. One learns to see it coming.', 'That depends on the day, and on who is doing it.'])
}
