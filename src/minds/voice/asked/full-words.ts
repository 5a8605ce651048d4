/** A remark put into full words: what was left out is taken from the talk, what was mistyped is put right, a bare word becomes its question, and what no rule reads is read by its likeness to what people ask. */
import { goodIn, type Good } from '#simulation/trade/goods.ts'
import { wordsOf } from '../../memory/tokens.ts'
import type { KnownPerson, PrivateView } from '../../private-view.ts'
import { findPerson, givenOf } from '../people.ts'
import { capitalise } from '../speak.ts'
import { talkAsked } from '../talk-question.ts'
import { meetingAsked } from '../answer-meeting.ts'
import { clauseOf } from '../frames/clause.ts'
import { aroundOf, readFrame } from '../frames/read-frame.ts'
import { askedFor, understand, type Act, type Understanding } from '../understand.ts'
import { isOfTheirs } from './account.ts'
import { askedBack, completed, corrected } from './complete.ts'
import { facetOf } from './facets.ts'
import { tasteFor } from './favourites.ts'
import { guessMeaning, matterOf } from './guess-meaning.ts'
import { namesOf, peopleIn, spotIn, type Spot } from './names.ts'
import { coreOf, isAsking, questionsIn, tidied, unslanged } from './plain.ts'
import { readAsk, type Ask } from './read-ask.ts'
import { mendSpelling } from './spelling.ts'
import type { SaidRecord } from '../discourse/record.ts'
import type { Who } from '../discourse/matters.ts'

/** A remark of the partner in full words, how it was read, and what was said to it. */
export type Exchange = {
  heard: string
  act: Act
  ask: Ask | null
  /** The last words. */
  reply: string
  /** The words that answered it, before follow-ups. */
  main: string
}

/** The thread of a talk. */
export type Thread = {
  /** The last exchange that was more than manners; null at the beginning. */
  last: Exchange | null
  /** The last thing that was asked in full words; empty when nothing was. */
  asked: string
  person: KnownPerson | null
  woman: KnownPerson | null
  man: KnownPerson | null
  /** Several that were named together last. */
  group: KnownPerson[]
  spot: Spot | null
  /** The thing with a price that was spoken of last. */
  good: Good | null
  /** Which of those was named later. */
  latest: 'person' | 'group' | 'spot' | 'owned' | null
  /** Whom of their own, or whom they met, the asker told of last; null where somebody of the village was named since. */
  who: Who | null
  /** What of the asker’s own they told of last. */
  owned: string | null
  /** The last thing that was asked of in general: “a cat”, “any wolves”. */
  noun: string | null
  /** What both sides said, oldest first. */
  records: SaidRecord[]
}

const TIME = /\b(?:(?:in )?(?:winter|summer|spring|autumn)|today|tomorrow|tonight|yesterday|now|later|this (?:morning|afternoon|evening|week)|next (?:week|year)|in the (?:morning|evening|winter|summer)|at night|the day after(?: tomorrow)?|after that)\b/
/** “it” that stands for no place. */
const EMPTY_IT = /\b(?:is it (?:raining|snowing|true|late|early|cold|warm|going|so|safe here|always|ok|okay|possible|really|like|dangerous here)|like it (?:here|there)|how(?:'s| is) it going|what time is it|was it you|it (?:going to )?(?:rain|snow)|what is it like (?:here|to)|what(?:'s| is) it (?:like|you)|who is it|is it you|will it)\b/

/** Words up to which a remark without a verb is a topic thrown in. */
const TOPIC_WORDS = 3
/** Acts under which a remark falls that no rule reads closely, and how alike it must be to what people ask to be read as that. */
const WEAK: { readonly [A in Act]?: number } = { 'ask-other': 0.6, nonsense: 0.7, statement: 0.8, foreign: 0.8, 'ask-how': 0.8, request: 0.84, 'tell-self': 0.9 }
/** The same for a question that a rule reads by some of its words only; what is read by all of them is read. */
const READ_PARTLY = 0.74
/** What one says who wants something. */
const WISHING = /^(?:want|need|like|love|look|looking|must|wish|search|use|get|have to|be|bet|wonder|heard)$/
/** The same for what was put right. */
const MENDED = 0.72
/** Words that make no other question of one. */
const LIGHT: ReadonlySet<string> = new Set(['person', 'people', 'man', 'woman', 'know', 'think', 'tell', 'talk', 'see', 'anywhere', 'everything', 'ones', 'god', '#people', '#know', '#talk', '#today', '#yesterday', 'since', 'sinc'])
/** Single words that stand for a question. */
const FOR_QUESTION: { readonly [word: string]: string } = {
  name: 'what is your name?', names: 'what is your name?', news: 'what is the news?', gossip: 'what is the news?', rumours: 'what is the news?', rumors: 'what is the news?', weather: 'what is the weather like?', time: 'what time is it?', day: 'what day is it?', season: 'what season is it?', work: 'what is your work?', trade: 'what is your trade?', job: 'what is your trade?', family: 'do you have a family?', parents: 'who are your parents?', children: 'do you have children?',
  kids: 'do you have children?', wife: 'are you married?', husband: 'are you married?', age: 'how old are you?', home: 'where do you live?', house: 'where do you live?', story: 'tell me a story', stories: 'tell me a story', joke: 'tell me a joke', riddle: 'tell me a riddle', song: 'sing a song', music: 'do you like music?', prices: 'what are your prices?', price: 'what are your prices?', village: 'tell me about this village', town: 'which way to the nearest town?', history: 'tell me the history of this village',
  sea: 'which way to the sea?', food: 'where can i eat?', bed: 'where can i sleep?', sleep: 'where can i sleep?', danger: 'is it dangerous here?', wolves: 'are there wolves?', animals: 'what animals live here?', people: 'who lives here?', friends: 'who is your best friend?', enemies: 'do you have enemies?', love: 'what is love?', death: 'what happens when we die?', dreams: 'what do you dream of?', secrets: 'do you have a secret?', happy: 'are you happy?', tired: 'are you tired?', hungry: 'are you hungry?', lonely: 'are you lonely?', afraid: 'are you afraid?', scared: 'are you afraid?', king: 'is there a king?', leader: 'who leads this village?', road: 'where does the road lead?', roads: 'where do the roads lead?', river: 'what is the river called?', forest: 'what animals live here?',
}

/** A remark as one that needs nothing before it and says plainly what it asks. `lastOwn` is what the listener said last. */
export function inPlainWords(view: PrivateView, text: string, thread: Thread, lastOwn: string): string {
  const full = (words: string): string => inFullWords(view, words, thread)
  const actOf = (words: string): Act => understand(words, { lastOwn, people: view.knows.map(({ name }) => name), places: [] }).act
  const makesSense = (words: string): boolean => readAsk(words) !== null || talkAsked(words) !== null || !['ask-other', 'statement', 'nonsense', 'foreign'].includes(actOf(words))
  const said = withoutGreeting(unslanged(text))
  const heard = full(said)
  if (readFrame(heard, aroundOf(view, heard)) !== null) return heard
  // a few words without a verb after a question are its answer
  if (lastOwn.endsWith('?') && !isAsking(heard) && clauseOf(heard, view.given).mood === 'cries' && /^(?:next|last|in|on|at|by|before|after|since|about|for|from|to|with|because|only|just|every|once|twice)\b/.test(coreOf(heard))) return heard
  const alike = leastLikeness(view, heard, understand(heard, { lastOwn, people: view.knows.map(({ name }) => name), places: [] }))
  if (!makesSense(heard) || (!isAsking(heard) && actOf(heard) === 'tell-self' && readAsk(heard) === null)) {
    const plain = tidied(said)
    const mended = mendSpelling(plain, [...view.knows.map(({ name }) => name), view.settlement.name, ...view.settlement.neighbours.map(({ name }) => name), ...view.landmarks.map(({ kind }) => kind)])
    if (mended !== plain && makesSense(full(mended)) && (isAsking(full(mended)) || !makesSense(heard))) return withoutGreeting(full(mended))
    const meant = mended === plain ? null : guessMeaning(view, mended, MENDED)
    if (meant) return capitalise(meant)
  }
  const tells = !isAsking(heard) && understand(heard, { lastOwn, people: [], places: [] }).facts.length > 0
  const ofPeople = facetOf(coreOf(heard)) !== null && !/\byour?\b/i.test(heard) && peopleIn(view, heard, true).length > 0
  const plainly = topicOf(view, heard) ?? (alike !== undefined && !tells && !ofPeople ? guessMeaning(view, heard, alike) : null)
  return plainly ?? (heard === text ? text : capitalise(heard))
}

/** How alike a remark must be to what people ask to be read as that; undefined where it is read as it is. */
function leastLikeness(view: PrivateView, heard: string, { act, by }: Understanding): number | undefined {
  if (talkAsked(heard) !== null || isOfTheirs(heard) || meetingAsked(heard, view.worldSeconds) !== null || questionsIn(heard).length > 1) return undefined
  const ask = readAsk(heard)
  if (ask?.kind.startsWith('follow')) return undefined
  // what tells of others, or of what was, asks nothing
  if (!isAsking(heard)) { const { mood, subject, verb } = clauseOf(heard, view.given); if (mood === 'tells' && !(subject === 'i' && WISHING.test(verb)) && !(/^(?:you|your\b.*)$/.test(subject) && /^(?:be|look|seem|sound)$/.test(verb))) return undefined; if (mood === 'cries' && /^(?:about|to|for|in|with|at|from|over|by|on|like|because)\b/.test(coreOf(heard))) return undefined }
  if (!isAsking(heard) || act === 'ask-other') return ask === null ? WEAK[act] : undefined
  const words = ask?.by ?? by
  if (words === '') return WEAK[act]
  // a word that the rule did not look at may make another question of it
  const seen = new Set(matterOf(coreOf(words)))
  const named = peopleIn(view, heard, true).flatMap(({ name }) => matterOf(name))
  const spot = spotIn(view, heard)
  return matterOf(coreOf(heard)).every((word) => seen.has(word) || LIGHT.has(word) || named.includes(word) || (spot !== null && matterOf(`${spot.name} ${spot.kind}`).includes(word)) || (ask !== null && tasteFor(view, ask.about) !== null && matterOf(ask.about).includes(word)))
    ? undefined
    : READ_PARTLY
}

/** Whether a rule that reads a question sees less than half of what it is about, or no rule reads it. */
export function isDoubtful(view: PrivateView, heard: string, { act, by }: Understanding): boolean {
  const ask = readAsk(heard)
  if (!isAsking(heard) || ask?.kind.startsWith('follow') || talkAsked(heard) !== null || meetingAsked(heard, view.worldSeconds) !== null) return false
  const words = ask?.by ?? by
  if (words === '') return ask === null && act === 'ask-other'
  const seen = new Set(matterOf(coreOf(words)))
  // the thing that is priced is seen, too
  const good = ask === null ? null : goodIn(heard)
  const priced = good === null ? [] : matterOf(`${good.name} ${good.words.join(' ')}`)
  const matter = matterOf(coreOf(heard)).filter((word) => !LIGHT.has(word) && !priced.includes(word))
  return matter.length > 0 && matter.filter((word) => !seen.has(word)).length * 2 > matter.length
}

/** Without a greeting before a question. */
function withoutGreeting(text: string): string {
  const rest = /^(?:hello|hi|hey|good (?:morning|day|evening|afternoon)|greetings)(?: there| friend)?[,.! ]+(.{8,})$/i.exec(text)?.[1]
  return rest !== undefined && isAsking(rest) ? rest : text
}

/** A question that a bare topic stands for (“bread”, “the mill”, “Boran”); null where the remark is more, or answers something. */
function topicOf(view: PrivateView, heard: string): string | null {
  const core = coreOf(heard)
  const words = wordsOf(core)
  if (words.length === 0 || words.length > TOPIC_WORDS || readAsk(heard) !== null) return null
  const word = core.replace(/^(?:the|a|an|some|your|this|about) /, '')
  const spot = spotIn(view, word)
  const isWhole = (name: string): boolean => wordsOf(name).filter((part) => part !== 'the').join(' ') === wordsOf(word).join(' ')
  if (FOR_QUESTION[word] && !(word === 'river' && !spot)) return FOR_QUESTION[word] ?? null
  if (spot && (spot.kind === word || isWhole(spot.name) || `${spot.kind}s` === word)) return `where is ${spot.name}?`
  const person = findPerson(view, word)
  if (person && (wordsOf(person.name).some((part) => part === wordsOf(word)[0]) || person.trade === word)) return `who is ${word}?`
  const good = goodIn(word)
  return good && words.length <= 2 && good.words.some((each) => word.startsWith(each)) ? `who sells ${word}?` : null
}

/** What was heard as a remark that needs nothing before it: “And tomorrow?” after “What are you doing today?” is “what are you doing tomorrow?”. Unchanged where nothing is left out. */
function inFullWords(view: PrivateView, text: string, thread: Thread): string {
  // the best part is that of what was spoken of
  if (/^(?:and |but )?what(?:'s| is) the (?:\w+est|best|worst|most \w+) (?:part|thing|bit)(?: about it| of it)?$/.test(coreOf(text)) && (thread.last?.act === 'ask-trade' || thread.last?.ask?.kind === 'hard')) return `${coreOf(text).replace(/^(?:and|but) | (?:about|of) it$/g, '')} of your work?`
  const liked = /^(?:why (?:do not|don't|do) you (?:like|hate|trust|love|dislike)|what(?:'s| is) your (?:take|view|opinion) (?:on|of|about)|what do you (?:make of|reckon about)) (.+)$/.exec(coreOf(text))?.[1]
  const [dear] = liked === undefined ? [] : peopleIn(view, liked, true)
  if (dear) return `what do you think of ${givenOf(dear)}?`
  const back = askedBack(text, thread)
  if (back) return back
  const meant = corrected(text)
  if (meant !== null && /\b(?:they|them|it|he|she|those|these)\b/.test(coreOf(thread.asked)) && !isAsking(meant) && meant.split(' ').length < 4) return `${coreOf(thread.asked).replace(/\b(?:they|them|it|he|she|those|these)\b/, meant)}?`
  if (meant !== null && thread.asked !== '') return ellipsis(view, `and ${meant}`, thread) ?? (isAsking(meant) ? `${meant}?` : `tell me about ${meant}`)
  const named = thread.latest === 'person' && thread.person ? givenOf(thread.person) : null
  if (named !== null && /^(?:and )?how old$/.test(coreOf(text))) return `how old is ${named}?`
  const whole = completed(text)
  const core = coreOf(whole)
  const ask = readAsk(whole)?.kind
  if (core === '' || (ask?.startsWith('follow') && !(ask === 'follow-like' && (thread.latest === 'person' || thread.latest === 'group') && /\b(?:they|he|she)\b/.test(core)))) return whole
  return ellipsis(view, core, thread) ?? pronouns(view, whole, core, thread) ?? whole
}

function ellipsis(view: PrivateView, core: string, thread: Thread): string | null {
  const cut = /^(?:and|but|or|so|what about|how about|and what about|and how about|what of|same for|and also)[, ]+(?:what about |how about |in |for |with |of |on |about )?(.+)$/.exec(core)
  const rest = cut?.[1]?.trim() ?? (new RegExp(`^(?:on |for )?${TIME.source}$`).test(core) && thread.asked !== '' ? core : null)
  if (!rest || rest.split(' ').length > 6) return null
  // a whole question has its own verb
  if (/^(?:who|what|where|when|why|how|which|do|does|did|is|are|was|were|can|could|will|would|have|has|may|should|then|if|i|you|we|he|she|they|it|that|this)\b/.test(rest)) {
    return /^(?:you|yourself|yours)\b/.test(rest) ? yours(thread) : null
  }
  const last = coreOf(thread.asked)
  const kind = readAsk(thread.asked)?.kind ?? null
  if (TIME.test(rest) && last !== '') return TIME.test(last) ? `${last.replace(TIME, rest)}?` : `${last} ${rest}?`
  const [person] = peopleIn(view, rest.replace(/^(?:my|his|her) /, 'your '), true)
  // “and the youngest?”, “and the best?”
  const most = /\b(?:\w{3,}est|best|worst|least)\b/
  if (most.test(rest) && most.test(last) && rest.split(' ').length <= 3) return `${last.replace(most, most.exec(rest)?.[0] ?? '')}?`
  const who = person ? (peopleIn(view, rest, true).length > 1 ? rest : givenOf(person)) : null
  if (who) {
    if (/\bwhere\b.*\b(?:live|home|house)\b/.test(last)) return `where does ${who} live?`
    if (/^where\b/.test(last)) return `where is ${who}?`
    if (/\bhow old\b|\bage\b/.test(last)) return `how old is ${who}?`
    if (/\b(?:trade|work|job|living|do you do|does .+ do)\b/.test(last) && !/doing/.test(last)) return `what does ${who} do?`
    if (/\bdoing\b/.test(last)) return `what is ${who} doing?`
    if (/^how\b/.test(last)) return `how is ${who}?`
    if (/\b(?:think of|like|trust|opinion)\b/.test(last)) return `what do you think of ${who}?`
    return `tell me about ${who}`
  }
  if (/^(?:the |this |that )?(?:road|path|lane|track)s?$/.test(rest)) return 'where does the road lead?'
  const bare = rest.replace(/^(?:the|a|an|some|your|my) /, '')
  if (kind === 'cost') return `what does ${rest} cost?`
  if (kind === 'sell' || kind === 'buy') return `do you sell ${bare}?`
  if (kind === 'who-makes') return `who makes ${bare}?`
  if (kind === 'make') return `do you make ${bare}?`
  if (kind === 'like-thing') return `do you like ${rest}?`
  if (kind === 'favourite') return `what is your favourite ${bare}?`
  if (kind === 'superlative') return `who is the ${bare}?`
  if (kind === 'state' || kind === 'looks') return `are you ${bare}?`
  if (kind === 'far') return `how far is ${rest}?`
  if (kind === 'way') return `which way to ${rest}?`
  if (kind === 'creatures') return `are there any ${bare}?`
  if (kind === 'purpose-of') return `what is the ${bare} for?`
  if (/^(?:where|who|what) (?:is|are|was)\b/.test(last)) return `${last.split(' ').slice(0, 2).join(' ')} ${rest}?`
  if (/\bwhat do you (?:think|know)\b|\bhappened\b/.test(last)) return last.includes('happened') ? `what happened at ${rest}?` : `what do you think of ${rest}?`
  return goodIn(rest) ? `what does ${rest} cost?` : spotIn(view, rest) ? `tell me about ${rest}` : null
}

/** “And you?” asks back what one was just asked oneself. */
function yours({ last, asked }: Thread): string | null {
  // what is asked of everybody is asked of one
  const ofAll = /\b(?:people|folk|everybody|everyone|they)\b/.test(coreOf(asked)) ? coreOf(asked).replace(/\b(?:people|folk|everybody|everyone|they)(?: here)?\b/, 'you').replace(/ (?:around )?here$/, '').replace(/\bis you\b/, 'are you') : null
  if (ofAll !== null) return `${ofAll}?`
  switch (last ? askedFor(last.reply) : null) {
    case 'name': return 'what is your name?'
    case 'origin': return 'where were you born?'
    case 'trade': return 'what is your trade?'
    case 'likes': return 'what do you like?'
    case 'seeks':
    case 'goes-to': return 'what are you doing today?'
    default: return null
  }
}

function pronouns(view: PrivateView, text: string, core: string, thread: Thread): string | null {
  const said = tidied(text)
  if (thread.owned !== null && /\b(?:any ?one|any ?body|some ?one|some ?body|an?y? \w+|one) like (?:that|him|her|it|this|them)\b/.test(core)) return `have you seen my ${thread.owned}?`
  // what one wants to get, and one’s own children
  if (thread.noun !== null && isAsking(text) && /\b(?:get|buy|find|sell|sells|make|makes|need|have) (?:them|it|some|those)\b/.test(core)) return said.replace(/\b(?:them|it|some|those)\b/i, thread.noun)
  if (thread.latest !== 'person' && thread.latest !== 'group' && thread.last?.ask?.kind !== 'parents' && /\bchildren\b/.test(thread.asked) && /\b(?:they|them|their)\b/.test(core)) return said.replace(/\b(?:they|them)\b/i, 'your children').replace(/\btheir\b/i, 'your children’s')
  if (thread.noun !== null && isAsking(text) && /\b(?:seen|have|had|got|met|like|want|need|own|caught|eaten|heard|ever) one\b/.test(core)) return said.replace(/\bone\b/i, `a ${thread.noun.replace(/(?<=[^s])s$/, '')}`)
  let full = said
  // who is dead is spoken of, too
  const parent = thread.last?.ask?.kind === 'parents' ? /\byour (?:mother|father|mum|mom|dad|parents)\b/i.exec(thread.last.heard)?.[0] : undefined
  if (parent && /\b(?:he|she|they)\b/i.test(said)) return said.replace(/\b(?:he|she|they)\b/i, parent)
  // somebody of the asker’s own is nobody of the village
  if (thread.who !== null && /\b(?:he|she|him|her|his)\b/i.test(said)) return isAsking(text) ? said.replace(/\b(?:he|she|him|her)\b(?! \w+ (?:hat|hair))/i, thread.who.who.replace(/^your\b/, 'my')) : null
  if (thread.latest === 'owned' && thread.owned !== null && isAsking(text) && /\b(?:he|she|him|her|his|it|its|they|them|their)\b/i.test(said) && !EMPTY_IT.test(core)) return said.replace(/\b(?:his|her|its|their)(?= [a-z])/i, `my ${thread.owned}’s`).replace(/\b(?:he|she|him|her|it|they|them)\b/i, `my ${thread.owned}`)
  // who is named in the same breath is meant
  const [here] = isAsking(text) ? [] : peopleIn(view, said, true)
  if (here) return null
  // whoever takes a man for a woman means the one who was named
  const named = thread.latest === 'person' ? thread.person : null
  const woman = thread.woman ?? named
  const man = thread.man ?? named
  const she = woman ? givenOf(woman) : null
  const he = man ? givenOf(man) : null
  if (she) full = full.replace(/\bshe(?='s\b)/gi, she).replace(/\bshe\b/gi, she).replace(/\bher (?=[a-z])(?!(?:a|an|the|too|now|then|well|here|there|if|about|and|or|to|very|at|in|on|often|today|much|so)\b)/gi, `${she}'s `).replace(/\bhers?\b/gi, she)
  if (he) full = full.replace(/\bhe\b/gi, he).replace(/\bhis\b/gi, `${he}'s`).replace(/\bhim\b/gi, he)
  if (thread.latest === 'group' && thread.group.length > 1) full = full.replace(/\b(?:they|them)\b/gi, namesOf(thread.group)).replace(/\btheir\b/gi, `${namesOf(thread.group)}'s`)
  else if (thread.latest === 'person' && thread.person) full = full.replace(/\b(?:they|them)\b/gi, givenOf(thread.person))
  if (full !== said) return full
  const from = /\bfrom (\p{Lu}[\p{L}'-]+)/u.exec(thread.last?.heard ?? '')?.[1]
  if (from !== undefined && /\b(?:know|heard of|been to|been|seen) (?:it|there|that place)\b/.test(core)) return `have you ever heard of ${from}?`
  if (thread.spot && /^what(?:'s| is)(?: it like)? there$/.test(core)) return `tell me about ${thread.spot.name}`
  if (thread.last?.act === 'ask-home' && /\bit\b/.test(core) && !EMPTY_IT.test(core)) return said.replace(/\bit\b/i, 'your home')
  if (!thread.spot || thread.latest !== 'spot' || EMPTY_IT.test(core) || !/\b(?:it|there|that place)\b/.test(core) || wordsOf(core).length < 3 || /\bis there\b|\bthere (?:is|are)\b|\bare there\b/.test(core)) return null
  const spot = thread.spot.name
  if (/\b(?:it|that place)\b/.test(core) && /\b(?:far|flow|deep|old|big|swim|drink|cross|reach|find|get to|go to|for$|built|belong|dangerous|used|called|lead|open|owns?|run|rise)\b/.test(core)) return said.replace(/\b(?:it|that place)\b/i, thread.spot.kind === 'river' ? 'the river' : spot)
  return /\b(?:get|go|come|far|walk|lives?|works?|reach|been)\b.*\bthere\b/.test(core) ? said.replace(/\bthere\b/i, `to ${spot}`).replace(/\bto to\b/, 'to') : null
}
