/** Answers to questions that lean on what was just said, each side of each topic from what the speaker knows, makes, has lived through or thinks. */
import { hourOf } from '#simulation/clock.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { agoWords, distanceWords } from '../../place-words.ts'
import type { KnownPerson } from '../../private-view.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { answer, type Answer } from '../answer.ts'
import { CRAFTS } from '../asked/crafts.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { hourWords } from '../asked/answer-trade.ts'
import { coreOf, writtenOut } from '../asked/plain.ts'
import { hereReason, relationReason } from '../asked/reasons.ts'
import { strip } from '../asked/state.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { answerWalk } from '../frames/answer-frame.ts'
import { isOf } from '../frames/words.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf, relationSentence, whereabouts } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { craftTalkOf } from './craft-talk.ts'
import type { FollowUp, Side } from './follow-up.ts'
import { answerJobSide } from './job.ts'
import { opinionOf } from './opinion.ts'
import { answerOpinionOf, opinionWords } from './answer-opinion.ts'
import { pastOf, type Past } from './past.ts'
import type { SaidRecord } from './record.ts'

const APPRENTICE_AGE = 14
/** A wish that somebody holds off is held off by one of these. */
const HINDRANCES = ['The day has only so many hours.', 'Nothing, perhaps, but that I never begin.', 'What would the others say.', 'The work; it does not wait until one is happy.'] as const
const WISH_WAYS = ['A little luck, and somebody who takes half the load for a day.', 'By asking for it, I suppose. I never learnt to ask.', 'Not by wishing. By getting up an hour sooner.'] as const

/** An answer to a question that leans on a record; null where nothing is known. */
export function answerFollowUp(scene: Scene, { side, record }: FollowUp): Answer | null {
  if (record.topic === 'job') return answerJobSide(scene, side, record)
  if (side === 'think') return answerOpinionOf(scene, record.subject)
  if (record.topic === 'opinion' || (record.past === 'lost-way' && (side === 'visit' || side === 'else'))) return answerOpinionSide(scene, side, record)
  if (side === 'join' && record.topic === 'place') return answerWalk(scene)
  const words = wordsFor(scene, side, record)
  return words === null ? null : answer(scene, { key: record.topic === 'work' ? 'work' : 'on-topic' }, [{ any: words }], [{ any: words.map((line) => `As I say: ${line}`) }]) ?? answer({ ...scene, recent: scene.ownTurns.slice(-1) }, { key: 'on-topic' }, [{ any: words }], [{ any: ['It is as I said.', 'I have told you what I know of it.'] }])
}

function wordsFor(scene: Scene, side: Side, record: SaidRecord): string[] | null {
  switch (record.topic) {
    case 'work': case 'food': return ofWork(scene, side, record)
    case 'tie': return record.person && ofTie(scene, side, record.person)
    case 'place': return record.spot && ofPlace(scene, side, record.spot)
    case 'news': return ofNews(scene, side, record)
    case 'wish': case 'state': return ofWish(scene, side)
    case 'price': return side === 'when' ? ofDay(scene, 'at', 'day') : record.good && ofGood(scene, side, record.good)
    case 'past': return record.past && ofPast(scene, side, pastOf(scene.view, record.past))
    case 'day': case 'plan': return ofDay(scene, side, record.topic)
    case 'told': return ofTold(scene, side, record)
    case 'way-of-life': return side === 'why' ? [`${capitalise(hereReason(scene))}.`] : ['It has always been so, as long as I can think.', 'Always; only on feast days it is another place.']
    default: return null
  }
}

/** Whether words praise or blame; null for neither. */
function judged(scene: Scene): 'good' | 'bad' | null {
  const word = coreOf(scene.heard).split(' ').at(-1) ?? ''
  if (/^(?:hard|heavy|tiring|difficult|dangerous|steep|expensive|loud|boring|cold|long|bad|sad)$/.test(word) || isOf(word, 'poor')) return 'bad'
  return isOf(word, 'good') || /^(?:easy|safe|cheap|quiet|worth|true)$/.test(word) ? 'good' : null
}

function ofWork(scene: Scene, side: Side, { topic, good }: SaidRecord): string[] | null {
  const { view } = scene
  const id = tradeIdOf(view.trade)
  // what others make is theirs to tell of
  const maker = topic === 'food' ? view.knows.find(({ trade }) => trade === 'innkeeper') ?? view.knows.find(({ trade }) => trade === 'baker') : undefined
  const isMine = topic === 'work' || (id === 'baker' || id === 'innkeeper')
  if (topic === 'food' && side === 'quality') return ['It fills one, and it tastes of home.', 'Good enough that nobody leaves any.']
  if (!isMine && maker) return side === 'who' || side === 'where' || side === 'show' || side === 'how' ? [`${givenOf(maker)}, the ${maker.trade}, makes most of it; ${whereabouts(maker)}.`] : null
  if (topic === 'food' && side === 'who') return isMine ? ['A good deal of it comes from my own hands.', 'I do, as far as it comes out of an oven or a pot.'] : ['Everybody at their own hearth.', 'Whoever is nearest the pot.']
  if (!id) return null
  const { from, to } = TRADES[id]
  const talk = craftTalkOf(view.trade)
  const craft = CRAFTS[id]
  const hour = hourOf(view.worldSeconds)
  switch (side) {
    case 'span': {
      if (/\b(?:take|takes|need|needs|bake|bakes|last|lasts|until|till)\b/.test(coreOf(scene.heard)) || good) return [talk.takes]
      const years = view.age - APPRENTICE_AGE
      return hour > from && hour < to && /\bat it\b|\balready\b|\btoday\b/.test(coreOf(scene.heard)) ? [`Since ${hourWords(from)} this morning. In life, for ${Math.max(1, years)} years.`] : [years > 2 ? `For ${years} years; I was ${APPRENTICE_AGE} when I began.` : 'Not long yet. Ask me again in ten years.']
    }
    case 'at': case 'when': return /\b(?:tomorrow|later|come|time)\b/.test(coreOf(scene.heard)) ? [`Any time between ${hourWords(from)} and ${hourWords(to)}; I am there.`] : hour < to ? [`By ${hourWords(to)} I am through for today.`, `Not before ${hourWords(to)}.`] : ['For today it is done.']
    case 'for-whom': return [talk.whom]
    case 'who-else': case 'with-whom': {
      const beside = view.knows.filter(({ id: other, workplace, age }) => other !== 'player' && workplace === view.workplace && view.workplace !== 'out of doors' && age > 10)[0]
      const kin = view.knows.find(({ kinship }) => kinship !== null)
      return beside ? [`${givenOf(beside)} works beside me.`] : kin ? [`Alone, most days. When it gets too much, ${kinWords(kin)} ${givenOf(kin)} lends a hand.`] : ['Alone. One gets used to it.']
    }
    case 'how': return [talk.how]
    case 'show': case 'join': return view.temperament.agreeableness > -0.3 ? [`Come by ${placeOf(scene)} between ${hourWords(from)} and ${hourWords(to)}. You would ${talk.task}.`] : [`Watching costs nothing. But then you ${talk.task}.`]
    case 'deed': return [`There is always something: ${talk.task}.`]
    case 'leave': return view.temperament.openness - view.temperament.conscientiousness > 0.6 ? ['More than once. My bundle has been packed twice.', 'On some mornings, yes. By noon it is forgotten.'] : ['Never in earnest. It is what my hands know.', `No. I should miss it: ${craft.best}.`]
    case 'why': return [ownOf(view.npcId, 'why other trade', ['One would be outside, and nobody would call.', 'Because nobody here does it, and I should like to be asked once.', 'I watched somebody do it when I was small, and have not forgotten it.'])]
    case 'else': return [ownOf(view.npcId, 'other trade', ['I should build boats. I have no idea how.', 'Keep bees, and talk to nobody but them.', 'Drive a cart, and see where the road ends.', 'Sing, if anybody paid for it.', 'Grow apples on a slope that looks south.'])]
    case 'late': return view.age < 40 ? ['Not too late. Only late enough to be afraid of it.', 'No; but every year there is one more reason to stay.'] : [`At ${view.age}? One can still begin, only not finish.`]
    case 'stops': return [HINDRANCES[Math.floor(shareOf(view.npcId, 'hindrance') * HINDRANCES.length)]!]
    case 'quality': return judged(scene) === 'bad' ? [`${capitalise(craft.hard)}, that is hard. The rest is habit.`] : [`It is, when it goes well: ${craft.best}.`]
    case 'worth': return ['It is enough, and nothing over.', 'Enough for the winter. More one does not need.']
    case 'where': return [`At ${placeOf(scene)}.`]
    default: return null
  }
}

/** Where one works, as it is said. */
function placeOf({ view }: Scene): string {
  return view.workplace === 'out of doors' ? 'the edge of the village; I am out of doors all day' : view.workplace
}

function ofTie(scene: Scene, side: Side, person: KnownPerson): string[] | null {
  const { view } = scene
  const name = givenOf(person)
  const isFoe = person.warmth < -0.15
  const mild = view.temperament.agreeableness > 0
  const memory = scene.memories.findLast(({ about, kind, text }) => about.includes(person.id) && (kind === 'perceived' || kind === 'did') && (!isFoe || /quarrel|argu|fought|insult|shout/.test(text)))
  switch (side) {
    case 'matter': case 'why': return isFoe || side === 'why' ? [`${relationReason(person) || 'Nothing that one could name.'}`, `About nothing much, as always; but ${strip(person.lastReason) || 'it has stayed'}.`] : ['About the day, the weather and who was seen with whom.', 'Mostly about nothing. That is the best of it.']
    case 'when': return memory ? [`That was ${agoWords(memory.worldSeconds, view.worldSeconds)}.`] : isFoe ? ['Long enough ago that we should both have forgotten it.', 'I don’t count the years. The fence of it still stands, so to speak.'] : ['I couldn’t name a day; it grew.']
    case 'span': return [knownFor(view.age, person)]
    case 'started': return mild ? ['It takes two. I had my share in it.', 'Ask each of us, and it was the other.'] : [`${name} did.`, `${name}. Who else.`]
    case 'mend': return isFoe ? (mild ? [`I would, if ${name} took the first step. Perhaps even if not.`, 'One day, perhaps. It would be easier if we were both less proud.'] : [`Only if ${name} comes to me. Not the other way round.`, 'I see no reason.']) : ['There is nothing to make up; we get on.']
    case 'need': return isFoe ? ['One word, from the right mouth: sorry.', `That ${name} says out loud that there were two sides to it.`] : ['Nothing. It is good as it is.']
    case 'quality': return qualityOf(scene, person)
    case 'where': return [`${capitalise(strip(whereabouts(person)))}.`]
    case 'far': return view.landmarks.some(({ kind }) => person.workplace.includes(kind)) ? [`${capitalise(distanceWords(view.landmarks.find(({ kind }) => person.workplace.includes(kind))!.meters))}, no more.`] : ['Nothing is far here.', 'A few minutes. The place is small.']
    case 'together': return isFoe ? ['Together? We pass each other, and that is all.'] : [`We sit, mostly, and complain of the weather.`, `Whatever there is: a bench, a mug, and ${name} talks.`]
    case 'with-whom': return ['That you would have to ask there.']
    case 'how': return person.kinship ? [`One doesn’t choose kin; ${name} was simply there.`] : [`One grows up here and knows everybody. ${name} was always three doors on.`]
    case 'join': return [`Go and say good day to ${name}; ${whereabouts(person)}.`]
    case 'like': return person.warmth > 0.15 ? [`I do. ${relationReason(person)}`] : isFoe ? [`No. ${relationReason(person)}`] : ['Neither much nor little.']
    case 'own': return [`${name} comes to mind. ${relationSentence(person, scene.idiolect)}`]
    default: return null
  }
}

/** For how long somebody of the same place is known. */
function knownFor(age: number, person: KnownPerson): string {
  const years = Math.min(age, person.age)
  return years === age ? 'As long as I can think back; one grows up side by side here.' : `Since ${givenOf(person)} was born: ${years} years.`
}

function qualityOf(scene: Scene, person: KnownPerson): string[] {
  const name = givenOf(person)
  const core = coreOf(scene.heard)
  const share = shareOf(person.id, 'like to meet')
  if (/\bvisitors|guests|company|strangers\b/.test(core)) return person.warmth < -0.15 ? ['Not mine.', 'I would not know. I don’t call there.'] : share < 0.5 ? [`${name} likes a visitor, if one knocks first.`] : [`If one brings news, yes.`]
  if (/\bmarried|husband|wife\b/.test(core)) return [`Not that I know of. Ask ${name}, but kindly.`]
  const trait = share < 0.25 ? 'quiet until you get to the work, and then there is no stopping it' : share < 0.5 ? 'quick to laugh, and quicker to be cross' : share < 0.75 ? 'slow to speak, and mostly right' : 'always busy, and never too busy to look up'
  return person.warmth < -0.15 ? [`Stubborn. ${relationReason(person)} But a good ${person.trade}, I give you that.`] : [`${capitalise(trait)}. ${relationSentence(person, scene.idiolect)}`]
}

function ofPlace(scene: Scene, side: Side, spot: NonNullable<SaidRecord['spot']>): string[] | null {
  const { view } = scene
  const isTown = spot.kind === 'settlement'
  const last = ownOf(view.npcId, `last at ${spot.name}`, ['last autumn', 'in spring, with a cart', 'two summers ago', 'the winter before last'])
  const hasBeen = spot.meters < 1500 || view.trade === 'trader' || shareOf(view.npcId, 'travelled') < 0.4 + 0.2 * view.temperament.openness
  switch (side) {
    case 'span': return [spot.meters < 110 ? 'Not worth counting; you are there at once.' : `${capitalise(distanceWords(spot.meters))}, if one doesn’t stop to look.`, `One is there in ${distanceWords(spot.meters).replace(' on foot', ', walking')}.`.replace('in a fair walk', 'after a fair walk').replace(/in a (few minutes’|short) walk/, 'after a $1 walk')]
    case 'far': return spot.meters < 300 ? [`No: ${distanceWords(spot.meters)}, ${spot.direction} of here.`] : [`${capitalise(distanceWords(spot.meters))}, ${spot.direction} of here.`]
    case 'where': return [`${capitalise(spot.direction)} of here; ${distanceWords(spot.meters)}.`]
    case 'lives': return isTown ? ['People like us. I know some faces there, and no family of mine.', 'No kin of mine. They have their own bakers and their own quarrels.'] : ['Nobody, as far as I know.']
    case 'visit': return hasBeen ? [/\bwould\b/.test(coreOf(scene.heard)) ? 'I would, on a dry day and with a reason.' : `I have; ${last} for the last time.`] : ['I never was. It is always another day.', 'No. One means to, and then it is winter.']
    case 'when': return hasBeen ? [`${capitalise(last)}, that was the last time.`] : ['Never, to be honest.']
    case 'quality': return /\b(?:way|road|path|steep|safe|dangerous)\b/.test(coreOf(scene.heard)) ? ['By day I would send a child along it. After dark I would not go myself.', 'It goes up and down, but no worse than the legs can bear.'] : isTown ? [hasBeen ? 'Much like here, only that the dogs bark at me there.' : 'They say it is much like here. I have it only from others.'] : [storyOf(scene, spot.name)]
    case 'else': return ['The inn, if there is a good one; and then home.', 'Whatever they have there that we have not.']
    case 'like': return hasBeen ? ['It is all right. I like the way back best.'] : ['I can’t say; I have not seen it.']
    default: return null
  }
}

function storyOf({ view }: Scene, name: string): string {
  return view.country.find((mark) => mark.name === name)?.story || 'It is what it is; one goes there when one needs to.'
}

/** Of what was told the general; of a day on which nothing happened, that it is so. */
function ofNews({ view }: Scene, side: Side, { text }: SaidRecord): string[] | null {
  const said = writtenOut(text)
  if (!view.beliefs.some((belief) => said.includes(writtenOut(strip(belief.text)))) && /\b(?:nothing|no news|quiet|not a thing)\b/i.test(text)) return ['There was nothing, so there is no more to it.', 'As nothing happened, there is nothing to tell of it.']
  switch (side) {
    case 'again': return ['Not in my time.', 'Once, before me, the old people say.']
    case 'who-else': return ['By now everybody, I should think. The place is small.', 'Whoever was at the well this morning.']
    default: return null
  }
}

function ofWish(scene: Scene, side: Side): string[] | null {
  const { npcId, age } = scene.view
  switch (side) {
    case 'need': case 'how': return [ownOf(npcId, 'way to the wish', WISH_WAYS)]
    case 'stops': return [ownOf(npcId, 'hindrance', HINDRANCES)]
    case 'late': return age < 45 ? ['No. I tell myself so every evening.'] : ['For some of it. Not for all.']
    case 'when': return ['Not today. Perhaps after the harvest.', 'When the work is done. So, never.']
    case 'span': return ['As long as I can think.', 'For years; it comes and goes.']
    case 'else': return ['More than that would be greedy.', 'Good boots. The rest I have.']
    case 'why': return ['Because it is the one thing that I can’t make myself.']
    default: return null
  }
}

function ofGood(scene: Scene, side: Side, good: NonNullable<SaidRecord['good']>): string[] | null {
  switch (side) {
    case 'span': return good.use === 'eat' ? ['Until it is eaten. Three days, if nobody is hungry.'] : ['Looked after, it outlives you.', 'Years, if you keep it dry.']
    case 'why': return [`${capitalise(good.because)}.`]
    case 'who-else': {
      const sellers = scene.view.knows.filter(({ trade }) => good.trades.some((id) => TRADES[id].label === trade))
      return sellers.length > 1 ? [`${sellers.map((one) => `${givenOf(one)} the ${one.trade}`).join(' and ')}.`] : ['Nobody else here. It would cost the same.', `No one; and the price is the same everywhere: ${priceWords(good.pennies)}.`]
    }
    default: return null
  }
}

/** Sides of something lived through. */
function ofPast(scene: Scene, side: Side, past: Past): string[] | null {
  if (!past.has) return side === 'why' ? null : [past.what]
  switch (side) {
    case 'when': return [past.age >= scene.view.age - 2 ? 'Not two years ago.' : `I was ${past.age}; that is ${scene.view.age - past.age} years ago.`]
    case 'span': return [past.span]
    case 'felt': return [past.felt]
    case 'outcome': case 'like': return [past.ended]
    case 'matter': case 'how': case 'where': return [past.what]
    case 'quality': return [past.felt, past.span]
    case 'with-whom': case 'who': return [past.who]
    case 'again': return ['Now and then it comes back to me, that is all.', 'No. Once was enough.']
    default: return null
  }
}

function ofDay(scene: Scene, side: Side, topic: 'day' | 'plan'): string[] | null {
  const { view } = scene
  const id = tradeIdOf(view.trade)
  const beside = view.knows.filter(({ id: other, warmth, age }) => other !== 'player' && warmth > 0 && age > 10).sort((a, b) => b.familiarity - a.familiarity)[0]
  switch (side) {
    case 'quality': case 'felt': return judged(scene) === 'bad' ? [id ? `No harder than others. ${capitalise(CRAFTS[id].hard)}, as every day.` : 'No harder than others.'] : ['A day like bread: nothing to boast of, and one is glad of it.']
    case 'with-whom': case 'who': return topic === 'day' ? (beside ? [`${givenOf(beside)} came by, as always.`, `I saw ${givenOf(beside)}, and not many others.`] : ['Nobody. It was quiet.']) : ['Nobody, unless somebody comes along.']
    case 'together': case 'matter': return ['About the weather, and who owes whom what.', 'Of the work, and a little of you strangers.']
    case 'at': case 'when': case 'span': return id ? [`From ${hourWords(TRADES[id].from)} to ${hourWords(TRADES[id].to)}, as every day.`] : ['From when I am up till I am tired.']
    case 'where': return [`At ${placeOf(scene)}.`]
    case 'join': case 'show': return view.temperament.agreeableness > -0.3 ? [`Come, if you don’t mind work. I am at ${placeOf(scene)} from ${id ? hourWords(TRADES[id].from) : 'nine'} on.`] : ['If you keep out of the way. And don’t talk so much.']
    case 'bring': return ['Two hands and old clothes.', 'Something to eat. Work makes hungry.']
    case 'else': return ['That was all. Supper, and bed.']
    default: return null
  }
}

/** What is advised and supposed where the partner has told something. */
function ofTold(scene: Scene, side: Side, record: SaidRecord): string[] | null {
  const { view } = scene
  const of = (trade: string): KnownPerson | undefined => view.knows.find((other) => other.trade === trade && other.id !== 'player')
  const healer = view.trade === 'herbalist' ? 'me' : of('herbalist')
  const host = of('innkeeper')
  const oldest = view.knows.filter(({ id, warmth }) => id !== 'player' && warmth > -0.1).sort((a, b) => b.age - a.age)[0]
  switch (side) {
    case 'helps': return record.subject === 'illness' || record.past === 'ill' ? [healer === 'me' ? 'Willow bark, boiled, three times a day; I have some.' : `Willow bark, boiled, and warm feet.${healer ? ` ${givenOf(healer)}, the herbalist, has some.` : ' We have no herbalist; the bark grows by the water.'}`] : ['Time, mostly, and somebody who sits with one.']
    case 'where': return record.subject === 'illness' || record.past === 'ill' ? [healer && healer !== 'me' ? `From ${givenOf(healer)}; ${whereabouts(healer)}.` : 'By the water, where the willows stand. Take the young bark.'] : null
    case 'should': return record.subject === 'love' ? ['Yes. Say it while you still have the courage.', 'I would. Not knowing is worse than a no.'] : ['I would. Better said than carried about.', 'If it were mine, I would. Choose a quiet hour.']
    case 'how': case 'advice': return adviceOf(record.subject, host, oldest, healer)
    case 'who': return record.subject === 'theft' ? [`I saw nobody, and I name nobody without having seen.${host ? ` Ask ${givenOf(host)}, the innkeeper; nobody comes or goes unseen there.` : ' Ask who was about at that hour.'}`] : ['I can’t know that. I was not there.', 'You were there, not I. Whom do you think of?']
    case 'why': return ['I only guess. I would not swear to it.', 'It was a thought, no more.']
    case 'meaning': return record.subject === 'dream' || record.past === 'dream' ? [ownOf(view.npcId, 'reads dreams', ['That you want something back, I should say. Water is time, my people say.', 'That you ate too late. I don’t believe in more.', 'That something in you goes another way than your feet.'])] : ['What it says, I suppose. I look for nothing behind it.']
    case 'agree': return agreeWords(scene, record)
    case 'own': {
      const past = record.past && pastOf(view, record.past)
      return past ? [past.has ? `I have. ${past.what}` : past.what] : null
    }
    default: return null
  }
}

function adviceOf(kind: string, host: KnownPerson | undefined, oldest: KnownPerson | undefined, healer: KnownPerson | 'me' | undefined): string[] {
  const elder = oldest ? givenOf(oldest) : 'the oldest here'
  switch (kind) {
    case 'theft': return [`Tell ${host ? `${givenOf(host)} at the inn` : elder} before the day is over. What many know is hard to sell.`, `Go to ${elder}, and say it loudly enough that others hear.`]
    case 'illness': return [healer && healer !== 'me' ? `Go to ${givenOf(healer)}, the herbalist, and don’t wait.` : 'Keep warm, drink, and let somebody sit there at night.']
    case 'love': return ['Say it plainly, when nobody else is by. The worst is the waiting.', 'Bring something small, and stay when it has been handed over. The rest says itself.']
    case 'loss': return ['Go the way back, slowly, and ask at every door.', `Begin where you had it last. And tell ${elder}; people talk to ${elder}.`]
    case 'danger': return ['Stay near a roof till morning, and tell the others.', 'Make a noise, and don’t run. They like it when one runs.']
    default: return ['Sleep on it. In the morning half of it is gone.', `I’d talk it over with somebody who is not in it. ${elder}, say.`]
  }
}

/** Whether one agrees with what was claimed. */
function agreeWords(scene: Scene, record: SaidRecord): string[] {
  const of = /\b(?:like|love|prefer|hate|about|think|find) (?:the |a |an )?(\w+)/i.exec(record.text)?.[1] ?? record.text
  const { stance, because } = opinionOf(scene.view, of)
  return stance === 'against' ? [`Not quite: ${because}.`] : stance === 'for' ? [`I do: ${because}.`] : [`Half and half. But ${because}.`]
}

/** Sides of an opinion: its reason, that it stands, and what one would do there. */
function answerOpinionSide(scene: Scene, side: Side, record: SaidRecord): Answer | null {
  const opinion = opinionOf(scene.view, record.subject)
  const inner = { key: 'on-topic' } as const
  switch (side) {
    case 'why': return answer({ ...scene, recent: scene.ownTurns.slice(-1) }, inner, [{ any: [`${capitalise(opinion.more)}.`, `And besides: ${opinion.more}.`] }], [{ any: ['I have given you my reasons.'] }])
    case 'still': case 'repeat': return answer({ ...scene, recent: [] }, inner, [{ any: [`I think as I did: ${opinionWords(opinion)}`] }])
    case 'visit': return answer(scene, inner, [{ any: opinion.stance !== 'against' ? ['To look at, gladly. To stay, no.'] : ['To visit? A day, perhaps, with somebody who knows the way out.'] }])
    case 'else': return answer(scene, inner, [{ any: ['The biggest thing they have, whatever it is; and the smallest inn.', 'The water, if there is any. One knows where one is, by water.'] }])
    default: return null
  }
}
