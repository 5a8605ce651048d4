/** What can be asked of a place, of something that is made and sold, of what was told as news, of several people together, and of what the partner told of their own; each with its answer from what the speaker knows. */
import { priceWords, numberWord } from '#simulation/trade/price-words.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { agoWords, distanceWords } from '../../place-words.ts'
import type { HeldBelief, KnownPerson } from '../../private-view.ts'
import { answerTrue, sourceOf, tellBelief } from '../answer-belief.ts'
import { answer, type Answer } from '../answer.ts'
import { ownOf } from '../asked/favourites.ts'
import type { Spot } from '../asked/names.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { craftTalkOf } from '../discourse/craft-talk.ts'
import { turned } from '../frames/clause.ts'
import { termsOf } from '../../memory/tokens.ts'
import { givenOf, whereabouts } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { inManner } from './in-manner.ts'
import { plainly } from './of-person.ts'
import { listed, type Discourse, type Referred, type Theirs } from './referents.ts'
import type { Good } from '#simulation/trade/goods.ts'

type Found = { answer: Answer; confidence: number }
type Say<T> = (scene: Scene, of: T, words: RegExpExecArray) => readonly string[] | null
type Facets<T> = ReadonlyArray<readonly [pattern: RegExp, say: Say<T>]>

const SURE = 0.9
const INNER = { key: 'on-topic' } as const
const as = (mark: string, pattern: string): RegExp => new RegExp(`^(?:${pattern.replaceAll(mark, `<${mark.toLowerCase()}\\d+>`)})$`)

/** Who is at a place by their work. */
function workersAt({ view }: Scene, { kind }: Spot): KnownPerson[] {
  return view.knows.filter(({ id, workplace }) => id !== 'player' && workplace.includes(kind))
}

const FAR = 'how (?:far|long)(?: is it| is the (?:way|walk)| does it take| would it take)?(?: to(?: get| go| walk| reach)?)?(?: to| from here to)? ?S?(?: (?:take|away|from here|on foot|by cart|with a (?:horse|cart)))*|is S (?:very |so )?(?:far|near|close)(?: from here| away)?|on foot|by cart|(?:and )?with (?:a|<n\\d+>) ?(?:horse|cart)?'
const SPOT: Facets<Spot> = [
  [as('S', FAR), (scene, { name, meters, direction }) => (/\b(?:horse|cart|pony|mule)\b/.test(scene.heard.toLowerCase()) ? [`Half of that, if the beast is willing.`, `Less than half the time; but one has to find a horse first.`] : [`${capitalise(distanceWords(meters))}, ${direction} of here.`, `To ${name}? ${capitalise(distanceWords(meters))}.`])],
  [as('S', '(?:where|which (?:way|direction)|in which direction)(?: is| was| lies)?(?: it to)? S(?: again| from here| now)?|how do i (?:get|find|go)(?: my way)?(?: to)? S|is (?:this|that) the way to S'), (_, { name, direction, meters }) => [`${capitalise(direction)} of here, ${distanceWords(meters)}.`, `${capitalise(name)}: ${direction}, ${distanceWords(meters)}.`]],
  [as('S', 'who (?:else )?(?:works|lives|is|runs|owns|keeps|has)(?: (?:in|at|by))? ?S(?: now)?|whose is S|who is the boss of S|who (?:owns|runs|has) S'), (scene, spot) => {
    const people = workersAt(scene, spot)
    const isMine = scene.view.workplace.includes(spot.kind)
    return people.length === 0 ? (isMine ? ['I do. Nobody else.'] : spot.kind === 'settlement' ? ['People like us; no kin of mine.'] : ['Nobody. It belongs to all of us.']) : [`${listed(people.map((one) => `${givenOf(one)}, the ${one.trade}`))}${isMine ? '; and I' : ''}.`]
  }],
  [as('S', 'what is (?:there )?(?:to see|to do|there|good)(?: at| in| there)? ?S?|what can (?:i|one) (?:see|do|buy|get|find)(?: there)?(?: at| in)? S|what is S like|what do you know (?:about|of) S|tell me (?:more )?about S|is S worth (?:it|a visit|seeing)|is there anything (?:to see )?(?:at|in) S'), (scene, spot) => storyOf(scene, spot)],
  [as('S', '(?:have|were) you (?:been|gone)?(?: to| at| in)? ?S(?: before| often)?|do you (?:often )?go (?:to )?S(?: often)?|when were you last (?:at|in) S'), (scene, spot) => (hasBeen(scene, spot) ? [`I have; ${ownOf(scene.view.npcId, `last at ${spot.name}`, LAST)}, for the last time.`] : ['I never was. One means to, and then it is winter.'])],
  [as('S', 'what did you do(?: there)?(?: at| in)? ?S?|why did you go(?: there)?(?: to)? ?S?'), (scene, spot) => (hasBeen(scene, spot) ? [ownOf(scene.view.npcId, `errand at ${spot.name}`, ['Carried somebody’s sack there and my own feet back.', 'Bought salt, looked at the people, and went home.', 'Delivered what was owed and ate a bad pie.'])] : ['I was never there, so: nothing.'])],
  [as('S', 'who (?:built|made|founded|repairs|mends|looks after|takes care of) S(?: when it breaks)?|how old is S|is S (?:very |so )?(?:old|new)|when was S built'), (scene, { name }) => {
    const story = scene.view.country.find((each) => each.name === name)?.story ?? ''
    return /\bbuilt|years|old\b/.test(story) && !/\b(?:repairs|mends|looks after)\b/.test(scene.heard) ? [story] : /\b(?:repairs|mends|looks|takes)\b/.test(scene.heard) ? ['All of us, when it must be; the smith for the iron, the rest for the carrying.'] : [`Older than I am, and nobody wrote down who it was.`]
  }],
  [as('S', '(?:can|could|will|does) (?:S|i|one|a cart|<n\\d+>|<x\\d+>) (?:hold|carry|cross|bear|pass)(?: over| on)? ?(?:a cart|<x\\d+>|<n\\d+>|S)?|is S safe|is S (?:strong|passable|open|dry)'), () => ['It bears a cart and two horses; I have seen it.', 'By day, yes. I would not run on it.']],
  [as('S', '(?:would|can|could|will) i (?:find|get|have) (?:a bed|a room|food|something to eat|lodging|work|<x\\d+>|<n\\d+>)(?: there)?(?: at| in)? ?S|do they have (?:beds|rooms|food|<x\\d+>)(?: at| in)? ?S|is there (?:an? )?(?:inn|bed|room)(?: on the way to| at| in) S'), (_, { kind }) => (kind === 'inn' ? ['A bed, a bowl, and company if you want it.'] : kind === 'settlement' ? ['There is an inn there, as everywhere; I never slept in it.'] : ['There? No. The inn is the place for that.'])],
  [as('S', 'what (?:is|was) S called|what is the name of S|what do you call S|what is S’s name|how is S called'), (scene, { name }) => { const story = scene.view.country.find((each) => each.name === name)?.story; return [`We call it ${name}.${story ? ` ${story}` : ''}`] }],
  [as('S', 'is S (?:very |so )?(?:deep|cold|wide|fast|clean|warm|dangerous)|how (?:deep|cold|wide|fast) is S'), (_, { kind }) => (kind === 'river' || kind === 'sea' || kind === 'shore' ? ['To the waist in summer; in spring it is over your head, and cold all year.'] : kind === 'well' ? ['Deep, and cold enough to hurt the teeth.'] : null)],
  [as('S', '(?:does|do) (?:anyone|anybody|people|you|somebody) (?:fish|swim|bathe|wash)(?: there)?(?: in| at)? ?S?|who fishes(?: there)?(?: in| at)? ?S?'), () => ['The children, mostly, and they catch colds and nothing else.']],
  [as('S', 'why S|why (?:to |at )?S of all places|what draws you (?:to )?S'), (_, { kind }) => (kind === 'settlement' ? ['Because I know every stone here, and none there.', 'One hears of it all one’s life, and then one wants to see whether it is so.'] : ['Because it is quiet there, and it is not far.'])],
  [as('S', '(?:can|could|may) i (?:work|help|earn something|find work)(?: there)?(?: at| in)? ?S(?: for .+)?'), (scene, spot) => { const [master] = workersAt(scene, spot); return master ? [`Ask ${givenOf(master)}; there is always something to carry or to wash.`, `If ${givenOf(master)} says yes. Begin with the washing up, and don’t ask for much.`] : null }],
  [as('S', 'do you like S|what do you think of S'), (_, { name, kind }) => (kind === 'settlement' ? ['It is all right. I like the way back best.'] : [`${capitalise(name)}? I should miss it if it were not there.`])],
]
const LAST = ['last autumn', 'in spring, with a cart', 'two summers ago', 'the winter before last'] as const

const hasBeen = ({ view }: Scene, { name, meters }: Spot): boolean => meters < 1000 || ownOf(view.npcId, `been at ${name}`, [true, true, false])

function storyOf(scene: Scene, spot: Spot): string[] | null {
  const story = scene.view.country.find(({ name }) => name === spot.name)?.story
  if (story) return [story]
  if (spot.kind === 'settlement') return ['An inn, a well and people like us; and their dogs, which bark at me.', 'Much like here; only that they think so of us.']
  const people = workersAt(scene, spot)
  const news = scene.view.beliefs.find(({ text }) => new RegExp(`\\b${spot.kind}\\b`, 'i').test(text))
  if (news) return [capitalise(tellBelief(scene, news))]
  return people.length > 0 ? [`${listed(people.map((one) => `${givenOf(one)}, the ${one.trade}`))} is there; ${distanceWords(spot.meters)}, ${spot.direction} of here.`] : null
}

const COUNTS: { readonly [word: string]: number } = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 }
const MAKING = 'make|made|bake|baked|weave|forge|brew|grow|carve|build|cook|catch'

const GOOD: Facets<Good> = [
  [as('N', '(?:and |for |how much (?:is|are|for) |(?:what|how) about |what if i (?:take|buy) )*(two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,2})(?: of them| N)?'), (_, { pennies, many }, words) => { const n = COUNTS[words[1]!] ?? Number(words[1]); return n > 0 ? [`${capitalise(numberWord(n))} ${many}? ${capitalise(priceWords(pennies * n))}.`, `${capitalise(priceWords(pennies * n))} for ${numberWord(n)}.`] : null }],
  [as('N', `did you (?:${MAKING}) N(?: yourself)?|(?:is|are) N (?:your own work|from you|made by you)|do you (?:${MAKING}) N yourself`), (scene, { trades }) => { const own = tradeIdOf(scene.view.trade); return own && trades.includes(own) ? ['With these hands, this morning.', 'I did. Whose else would it be?'] : ['No; I only use it, like everybody.'] }],
  [as('N', 'N(?: here)?|(?:have you(?: got)?|do you have|you have|got|are there|is there|do you sell) N(?: here| for sale)?'), (scene, good) => { const own = tradeIdOf(scene.view.trade); return own && good.trades.includes(own) ? [`Yes: ${priceWords(good.pennies)} for ${good.name}.`, `${capitalise(good.many)}? ${capitalise(priceWords(good.pennies))} each.`] : sellers(scene, good) }],
  [as('N', 'where do you (?:get|buy) N(?: from)?|where does N come from|who brings N'), (scene, good) => { const own = tradeIdOf(scene.view.trade); return own && good.trades.includes(own) ? [`It comes out of my own hands; what goes into it comes by cart.`, `From here. What I need for it, the carts bring from ${scene.view.settlement.neighbours[0]?.name ?? 'over the hills'}.`] : null }],
  [as('N', '(?:is|are) N (?:fresh|good|warm|ready|sharp|strong|any good)'), (_, { use }) => (use === 'eat' || use === 'drink' ? ['Of this morning.', 'As fresh as it gets.'] : ['I would use it myself.'])],
  [as('N', 'how much (?:is|are|for|does|do|would|will|costs?)(?: it| they)?(?: cost)?(?: for)? ?N(?: cost| here| then)?|what (?:does|do|would|will|is|are) (?:the price of )?N (?:cost|worth)|what is the price of N|(?:is|are) N (?:expensive|dear|cheap)'), (_, { name, pennies, because }) => [`${capitalise(priceWords(pennies))} for ${name}; ${because}.`, `${capitalise(name)}: ${priceWords(pennies)}.`]],
  [as('N', 'what (?:is|are) (?:in N|N made (?:of|from|out of))|what is in (?:it|N)|how (?:is|are) N made|how do you make N'), (_, { trades }) => [craftTalkOf(TRADES[trades[0]!].label).how]],
  [as('N', 'who (?:else )?(?:makes|sells|has|baked|bakes|made|brews|weaves) N|where (?:can|could|do) i (?:get|buy|find) N(?: from)?|where do you (?:get|buy) N(?: from)?|who do i (?:ask|see|go to) for N'), (scene, good) => sellers(scene, good)],
  [as('N', 'how long (?:does|do|will|would) N (?:last|keep|hold)'), (_, { use, name }) => (use === 'eat' || use === 'drink' ? [`Until it is eaten; two or three days.`] : [`Looked after, ${name} outlives you.`])],
  [as('N', 'how long (?:does|do|will|would) (?:N|it|one) take(?: to make| you)?(?: N)?|how long (?:does it take|do you need)(?: to make| for)? N'), (_, { trades }) => [craftTalkOf(TRADES[trades[0]!].label).takes]],
]

function sellers(scene: Scene, good: Good): string[] {
  const { view } = scene
  const own = tradeIdOf(view.trade)
  const people = view.knows.filter(({ trade, id }) => id !== 'player' && good.trades.some((each) => TRADES[each].label === trade))
  if (own && good.trades.includes(own)) return [`I do.${people.length > 0 ? ` And ${listed(people.map((one) => `${givenOf(one)}, the ${one.trade}`))}.` : ' Nobody else here.'}`]
  return people.length === 0 ? [`Nobody here sells ${good.many}; you would have to ask in the next place.`] : [`${listed(people.map((one) => `${givenOf(one)}, the ${one.trade}`))}; ${whereabouts(people[0]!)}.`]
}

/** An answer about a place or a good that is meant; null where it is not asked of them. */
export function answerOfThing(scene: Scene, read: Referred): Found | null {
  const text = plainly(read.text)
  for (const ref of read.refs) {
    const lines = ref.kind === 'spot' ? among(SPOT, scene, ref.spot, text) : ref.kind === 'good' ? among(GOOD, scene, ref.good, text) : null
    const found = lines && told(scene, lines)
    if (found) return { answer: found, confidence: SURE }
  }
  return null
}

function among<T>(facets: Facets<T>, scene: Scene, of: T, text: string): readonly string[] | null {
  for (const [pattern, say] of facets) {
    const words = pattern.exec(text)
    const lines = words && say(scene, of, words)
    if (lines) return lines
  }
  return null
}

function told(scene: Scene, lines: readonly string[]): Answer | null {
  const said = [{ any: inManner(scene, lines) }] as const
  return answer(scene, INNER, said) ?? answer({ ...scene, recent: scene.ownTurns.slice(-1) }, INNER, said) ?? answer({ ...scene, recent: [] }, INNER, [{ any: lines.map((line) => `As I said: ${line}`) }])
}

const NEWS: Facets<HeldBelief> = [
  [/^(?:how (?:sure|certain) are you(?: of (?:it|that))?|are you sure(?: of (?:it|that)| about (?:it|that))?|do you (?:really )?believe (?:it|that|him|her|this|<p\d+>))$/, (scene, belief) => sure(scene, belief)],
  [/^(?:how (?:do|did) you (?:know|hear)(?: (?:of |about )?(?:it|that|this))?|who (?:told you|said)(?: (?:so|that|it|this|about it))?|where did you hear (?:it|that|this)|from whom|says who)$/, (scene, belief) => [belief.fromId === null ? 'I saw it myself.' : `From ${sourceOf(scene, belief) ?? 'somebody'}. I was not there.`]],
  [/^(?:who else (?:knows|was there|saw it)(?: (?:about|of) (?:it|that))?|does (?:everybody|everyone|anybody|anyone) know(?: (?:it|that|of it|about it))?|who knows(?: (?:about|of) (?:it|that))?)$/, (scene, belief) => { const source = sourceOf(scene, belief); return [source && source !== 'you yourself' ? `${source}, for certain. By now half the place, I should think.` : 'By now half the place, I should think.'] }],
  [/^(?:when (?:was|did) (?:that|it|this)(?: happen| be)?|when|how long ago(?: was (?:that|it))?)$/, (scene, belief) => [`${capitalise(agoWords(belief.happenedSeconds, scene.view.worldSeconds))}.`]],
  [/^(?:who was (?:there|it|with (?:him|her|them))|what did <p\d+> have to do with it)$/, (scene, belief) => { const about = scene.view.knows.filter(({ id }) => belief.about.some((other) => other === id)); return [about.length > 0 ? `${listed(about.map(givenOf))}, as I heard it. More I don’t know.` : 'That I was not told.'] }],
  [/^(?:what would convince you|what would (?:make you (?:sure|believe it)|it take))$/, () => ['To see it with my own eyes.', 'If a second one said so who had it from nobody else.']],
]

function sure(scene: Scene, belief: HeldBelief): string[] {
  if (belief.fromId === null) return ['I saw it. Surer one cannot be.']
  const source = sourceOf(scene, belief) ?? 'somebody'
  return belief.confidence > 0.5 ? [`As sure as one can be of what one is told. ${capitalise(source)} said so, and I believe it.`, `I think so. I have it from ${source}, not from my own eyes.`] : [`Not very. I have it from ${source}, and only from there.`]
}

/** An answer about what was told as news of late; null where it is not asked of that. */
export function answerOfNews(scene: Scene, read: Referred, { belief }: Discourse): Found | null {
  const text = plainly(read.text)
  const claimed = /^(?:is it true|is it so|have you heard|did you hear) that (.+)$/.exec(text)?.[1]
  const meant = claimed === undefined ? belief : (scene.view.beliefs.find((each) => shareOf(claimed.replace(/<[a-z]\d+>/g, (mark) => mark), each.text, read) > 0.6) ?? null)
  const truth = meant && (claimed !== undefined || /^is (?:it|that) (?:so|true)$/.test(text)) ? answerTrue(scene, meant.text) : null
  if (truth) return { answer: truth, confidence: SURE }
  const lines = meant && among(NEWS, scene, meant, text)
  const found = lines && told(scene, lines)
  return found ? { answer: { ...found, tells: meant.id }, confidence: SURE } : null
}

function shareOf(claim: string, text: string, { refs }: Referred): number {
  const terms = termsOf(claim.replace(/<[a-z](\d+)>/g, (_, at: string) => { const ref = refs[Number(at)]; return ref?.kind === 'person' ? givenOf(ref.person) : ref?.kind === 'spot' ? ref.spot.name : '' }))
  const held = new Set(termsOf(text))
  return terms.length === 0 ? 0 : terms.filter((term) => held.has(term)).length / terms.length
}

/** An answer about several who are meant together: how many, who, how old; null where it is not asked of them. */
export function answerOfSeveral(scene: Scene, read: Referred, { named }: Discourse): Found | null {
  const text = plainly(read.text)
  const ref = read.refs.find(({ kind }) => kind === 'people')
  const everybody = /^where (?:is|are) (?:everybody|everyone|all the people|all|the others|people|they all|the rest)(?: today| now| gone)?$|^where did (?:everybody|everyone) go$/.test(text)
  const people = everybody ? scene.view.knows.filter(({ id, age }) => id !== 'player' && age > 12).sort((a, b) => (a.doing === null ? 1 : 0) - (b.doing === null ? 1 : 0) || b.familiarity - a.familiarity).slice(0, 3) : ref?.kind === 'people' ? ref.people : named
  if (people.length === 0) return null
  const one = people.length === 1
  const lines = everybody
    ? [`At work, at this hour. ${people.map((each) => `${givenOf(each)}: ${whereabouts(each).replace(/, or at home in .*/, '')}`).join('; ')}.`]
    : /^how many(?: (?:of them|are there|do you have|are they|have you|is it))?$/.test(text)
    ? [`${capitalise(numberWord(people.length))}: ${listed(people.map(givenOf))}.`]
    : /^(?:what are )?(?:<[gp]\d+>’s|their) names?$|^what (?:is|are) <[gp]\d+>(?: all)? called$|^who are <g\d+>$/.test(text)
      ? [`${listed(people.map((each) => `${givenOf(each)}${one ? '' : `, ${each.age}`}`))}.`]
      : /^how old are <g\d+>$/.test(text) ? [`${listed(people.map((each) => `${givenOf(each)} is ${each.age}`))}.`] : /^where are <g\d+>(?: now)?$/.test(text) ? people.slice(0, 3).map((each) => `${givenOf(each)}: ${whereabouts(each)}.`) : null
  const found = lines && told(scene, lines)
  return found ? { answer: found, confidence: SURE } : null
}

/** What is remembered of one’s own who live no more, and of whoever taught one. */
const GONE: ReadonlyArray<readonly [pattern: RegExp, lines: (word: string) => readonly string[]]> = [
  [/\b(?:like|kind|strict|sort|good|nice|patient|funny|remember)\b/, (word) => (word === 'parents' ? ['She sang, he counted. Between the two of them one learnt most things.', 'Strict with the bread, and soft with us.'] : ['Short of words and long of patience.', 'Stricter than I am, and fairer than most.'])],
  [/\b(?:miss|think of|think about)\b/, () => ['Every day, at some small thing.', 'Less than I did; more than I show.']],
  [/\b(?:hit|beat|hurt|shout|angry|scold)\b/, () => ['Once, with the ladle. I had earned it.', 'Shouted, yes. Never more than that.']],
  [/\b(?:do|work|trade|job|live)\b/, () => ['What I do, only better, and with less talk.']],
  [/\b(?:alive|around|living|where|still|dead|now)\b/, () => ['Gone these many years, and lies behind the houses.', 'Dead, a good while now.']],
]

/** An answer about somebody of a known person’s of whom one knows nothing, or of one’s own who is gone. */
export function answerOfKin(scene: Scene, read: Referred): Found | null {
  const ref = read.refs.find(({ kind }) => kind === 'kin')
  if (ref?.kind !== 'kin') return null
  if (ref.of === null && /^<k\d+>$/.test(read.text)) { const said = told(scene, ['Gone, both of them. They lie behind the houses.', 'Dead these many years. One still lays a spoon too many.']); return said && { answer: said, confidence: SURE } }
  const found = told(scene, ref.of === null ? (GONE.find(([pattern]) => pattern.test(read.text))?.[1](ref.word) ?? ['That is long ago; one forgets more than one keeps.']) : [`${givenOf(ref.of)} has no ${ref.word} that I know of.`, `A ${ref.word}? I know of none of ${givenOf(ref.of)}’s.`])
  return found && read.leans ? { answer: found, confidence: SURE } : found && ref.of ? { answer: found, confidence: SURE } : null
}

/** How surely what is handed down is what is asked for. */
const LORE = 0.45

/** What is handed down of something that a question names; null where nothing is. */
export function answerOfLore(scene: Scene, read: Referred): Found | null {
  const { settlement, country } = scene.view
  const words = termsOf(read.text.replace(/<[a-z](\d+)>/g, (_, at: string) => { const ref = read.refs[Number(at)]; return ref?.kind === 'thing' ? ref.noun : '' })).filter((word) => word.length > 3)
  if (words.length === 0 || words.length > 4 || /\byou\b/.test(read.text.replace(/\b(?:do|have) you (?:know|heard|hear)\b/, ''))) return null
  const line = [...settlement.lore, ...country.map(({ name, story }) => `${capitalise(name)}: ${story}`)].find((each) => termsOf(each).includes(words[0]!) || (words.length > 1 && termsOf(each).includes(words.at(-1)!)))
  if (line === undefined) return null
  const found = told(scene, scene.ownTurns.some((own) => own.includes(line)) ? ['More than I told is not told of it.', 'That is all that has come down to us.'] : [line, `They say: ${line}`])
  return found && { answer: found, confidence: LORE }
}

/** Questions about what the partner told of their own, by what of it answers them. */
const OWN: ReadonlyArray<readonly [question: RegExp, told: RegExp]> = [
  [/\bhow old\b|\bage\b/, /\b(?:years?|old|young|about (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)|\d+)\b/i], [/\bwhat does .+ look like\b|\bdescribe\b/, /\b(?:hair|tall|small|short|blonde?|dark|beard|wears?|with|brown|black|white|grey|red)\b/i], [/^where\b/, /\b(?:in|at|on|near|by|from|to) (?:the |a )?\w+/i], [/^(?:when|how long ago)\b/, /\b(?:yesterday|today|last|ago|morning|night|week|year|winter|summer|hour|hours|days?)\b/i], [/\bwhat happened\b/, /\b(?:lost|died|drowned|ran|left|stole|killed|fell|broke|gone|went|taken)\b/i],
]

/** An answer from what the partner told of somebody or something of theirs; null where it is asked of none. */
export function answerOfOwn(scene: Scene, read: Referred): Found | null {
  const ref = read.refs.find(({ kind }) => kind === 'theirs')
  const between = ref?.kind === 'theirs' ? betweenUs(scene, ref.theirs, plainly(read.text)) : null
  if (between) return { answer: between, confidence: SURE }
  if (ref?.kind !== 'theirs' || /\b(?:you|your)\b/.test(read.text.replace(/\bdo you (?:think|know|remember)\b/g, ''))) return null
  const own = ref.theirs
  const text = plainly(read.text)
  const known = knownOf(own, text)
  if (known) {
    const found = answer(scene, INNER, [{ warm: ['{Item}, you told me, {you}.'], gruff: ['{Item}.', 'You said: {item}.'], any: ['{Item}; you said so yourself.', 'You told me: {item}.'] }, { item: known }])
    return found && { answer: found, confidence: SURE }
  }
  const him = own.pro === 'he' ? 'him' : own.pro === 'she' ? 'her' : own.pro === 'they' ? 'them' : 'it'
  const host = scene.view.knows.find(({ trade }) => trade === 'innkeeper')
  const lines = host && /^who (?:could|might|may|would|has|else|can)\b.*\b(?:seen|see|know|knows|met)\b/.test(text) ? [`${givenOf(host)} at the inn sees whoever comes through. ${capitalise(whereabouts(host))}.`, `Ask ${givenOf(host)}, the innkeeper: nobody passes unseen there.`] : /\bdo you think\b|\bwill\b/.test(read.text) ? [`I never knew ${him}, so I can only hope with you.`, `Who can say? I would not give up on it.`] : [`You have not told me that of ${own.name ?? `${own.isOwn ? 'your' : 'the'} ${own.noun}`}.`, `I never met ${him}; how should I know? What do you think yourself?`]
  const found = told(scene, lines)
  return found && { answer: found, confidence: 0.72 }
}

/** What is asked of the partner’s people and of the two here together: whether one would like to meet them, and what to do about them. */
function betweenUs(scene: Scene, { pro, name, noun, isOwn }: Theirs, text: string): Answer | null {
  const [he, him] = pro === 'she' ? ['she', 'her'] : pro === 'he' ? ['he', 'him'] : pro === 'they' ? ['they', 'them'] : ['it', 'it']
  const whom = name ?? `${isOwn ? 'your' : 'the'} ${noun}`
  if (/^(?:would|do) you (?:like|want) to (?:meet|see|know) <t\d+>$/.test(text)) return told(scene, scene.view.temperament.agreeableness > -0.4 ? [`Gladly, if ${he === 'they' ? 'they come' : `${he} comes`} by. What is ${him === 'it' ? 'it' : he} like?`, `I would. You speak well of ${him}.`] : [`${capitalise(whom)}? If it must be.`])
  if (/^(?:i )?should i\b|^should <t\d+>\b/.test(text.replace(/^do you think i should/, 'should i')) || /^i should\b/.test(text)) return told(scene, [`I would. Not knowing is worse than a no.`, `If it were mine to do, I would, and soon. One puts it off until one can’t any more.`])
  return /^what (?:would|should|could|shall|can|do) i (?:say|write|tell)\b/.test(text) ? told(scene, [`The truth, in few words. And that you thought of ${him}.`, `Begin with the weather; the rest comes by itself.`]) : null
}

function knownOf({ name, told: said, noun }: Theirs, text: string): string | null {
  const back = (part: string): string => turned(part.replace(/[.!]+$/, '').replace(/^(?:and|but|oh|so|well),? /i, '')).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  if (/\bname\b|\bcalled\b/.test(text)) return name && `the name is ${name}`
  const side = OWN.find(([question]) => question.test(text))
  const fit = side && said.findLast((part) => side[1].test(part))
  if (fit) return back(fit)
  if (side) return null
  const terms = termsOf(text.replace(/<[a-z]\d+>/g, ' ')).filter((term) => term !== noun)
  if (terms.length === 0) return null
  const best = said.map((part) => ({ part, share: terms.filter((term) => termsOf(part).includes(term)).length / terms.length })).sort((a, b) => b.share - a.share)[0]
  return best && best.share >= 0.5 ? back(best.part) : null
}
