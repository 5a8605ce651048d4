/** What is said to a remark that tells something: to the weightiest matter in it, to whom it is about, and to how it is told; with a question that takes it up where none was just asked. */
import { withNames } from '../frames/answer-frame.ts'
import { clauseOf, isDeed, turned, type Clause } from '../frames/clause.ts'
import { firstOf, isOf } from '../frames/words.ts'
import { wordsOf } from '../../memory/tokens.ts'
import { answer, type Answer } from '../answer.ts'
import { coreOf, isAsking, tidied, writtenOut } from '../asked/plain.ts'
import type { Thread } from '../asked/full-words.ts'
import { peopleIn } from '../asked/names.ts'
import { givenOf } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise, roll, sentencesOf, type Slots } from '../speak.ts'
import type { Manner } from '../manner.ts'
import { REACT } from './lines-react.ts'
import { matterOf, whoIn, type Matter, type Tone, type Who } from './matters.ts'
import { isKnownSubject, opinionOf } from './opinion.ts'

/** Words up to which something without a verb answers a question, or adds to what was said. */
const FRAGMENT_WORDS = 8
/** From this weight on a matter is met in earnest: nothing is added to it. */
const EARNEST = 4
/** From this weight on a story is met by its matter; below, by the side of it that was left out. */
const STORY_YIELDS = 3
/** Own lines back in which nobody is questioned again. */
const QUESTIONS_APART = 1
const TIME = /\b(?:yesterday|today|tonight|last|ago|morning|evening|night|once|when|always|now|year|years|week|winter|summer|spring|autumn|days?)\b/
const PLACE = /\b(?:at|in|near|by|from|on|behind|under|over) (?:the|a|my|our|that|this|here)\b|\bthere\b|\bhere\b/
const IRREGULAR = 'was were had did went came saw took got gave made said told thought knew found left lost felt met ran sat stood slept spoke heard held kept read rode rose sang sold sent shot swam swore taught tore threw understood woke wore won wrote ate began bit blew broke brought built bought caught chose drank drew drove fell fed fought flew forgot grew hid hit hurt laid led lent paid put shook sank stole swept'
const PAST_FORMS: ReadonlySet<string> = new Set(IRREGULAR.split(' '))
const MODAL = /^(?:can|could|will|would|might|may|shall|should|must)$/
const LIKES = /^(?:like|love|enjoy|prefer|miss)$/
/** What one can, rather than means to. */
const SENSES = /^(?:see|hear|feel|smell|taste|remember|recall|imagine|understand|picture|believe|lift|swim|read|sing|dance|run|be)$/
/** What one does, or does not, as a habit. */
const HABITS = /^(?:drink|eat|dance|sing|believe|pray|work|sleep|talk|speak|read|write|smoke|travel|dream|play|gamble|swim|ride|cook|fight|marry)$/
/** Matters that end. */
const NOW_ONLY: ReadonlySet<string> = new Set(['illness', 'hunger', 'weary'])
const HATES = /^(?:hate|dislike|fear|despise|distrust)$/
const SAID_FIRST = /^(?:(?:yes|yeah|yep|aye|no|nope|nah|well|oh|fine|true|sure|right|good|alright|okay|ok|indeed|exactly|of course)[,.! ]+)+(?=\S+ \S)/i

/** How people begin to what is sad or good. */
const OPENERS: { readonly [T in Exclude<Tone, 'plain'>]: { readonly [M in Manner]: readonly string[] } } = {
  sad: { warm: ['Oh, {you}.', 'I’m sorry, {you}.', 'Ah, no.'], gruff: ['Hm.', 'I’m sorry.', 'That’s bad.'], shy: ['Oh…', 'I’m so sorry…', 'Oh no…'], merry: ['Ah, {you}. No jokes now.', 'Oh. I’m sorry.', 'No joke, that.'], grave: ['I am sorry.', 'That weighs.', 'I hear you.'], dreamy: ['Oh…', 'I’m sorry… truly.', 'Ah… I can hear it.'] },
  good: { warm: ['Oh, how lovely!', 'I’m so glad, {you}!'], gruff: ['Good.', 'Well, then.'], shy: ['Oh, how nice…', 'Really? I’m glad…'], merry: ['Ha! Splendid!', 'Hurrah for you!'], grave: ['I am glad of it.', 'That is good to hear.'], dreamy: ['Ah, it shines when you say it.', 'How lovely…'] },
}

/** What is told: the clause that weighs most, its matter, and whom it is about. */
type Telling = { c: Clause; matter: Matter | null; who: Who | null; /** Somebody of the village. */ villager: string | null }

/** The clauses of a remark that tell, each by itself. */
function clausesIn(text: string, given: string): Clause[] {
  const parts = sentencesOf(text).filter((part) => !isAsking(part)).flatMap((part) => part.split(/;|,? (?:but|because|so that|and then)\s|, (?=(?:and|so|that is|that's|i|he|she|they|we|my|it)\b)/i))
  return parts.map((part) => clauseOf(part.trim(), given)).filter(({ words }) => words.length > 0)
}

function tellingOf(scene: Scene, thread: Thread | null): Telling | null {
  const clauses = clausesIn(scene.heard.replace(SAID_FIRST, ''), scene.view.given)
  const weighed = clauses.map((c) => ({ c, matter: matterIn(c) })).sort((a, b) => (b.matter?.weight ?? 0) - (a.matter?.weight ?? 0))
  const first = weighed[0]
  if (!first) return null
  const [villager] = peopleIn(scene.view, scene.heard, false)
  const of = /\b(?:he|she|they|him|her|his|them)\b/.test(first.c.text) && !whoIn(first.c.text) ? (thread?.who ?? null) : whoIn(first.c.text)
  const said = /\b(he|she)\b/.exec(first.c.text)?.[1] as 'he' | 'she' | undefined
  return { ...first, who: of && said ? { ...of, pro: said, him: said === 'he' ? 'him' : 'her' } : of, villager: villager ? givenOf(villager) : null }
}

/** The matter of a clause; none where it tells of the listener. */
function matterIn(c: Clause): Matter | null {
  return c.subject === 'you' ? null : matterOf(c.text)
}

/** What is said where a sad matter has been met with all there is to say to it. */
const SAD_STILL: readonly string[] = ['It’s no small thing, what you carry there.', 'I’d not have guessed it, looking at you.', 'It’s good that you say it aloud.', 'I listen; there’s no hurry.']
const SAD_NEXT: readonly string[] = ['And how are you now?', 'What will you do?', 'Who stands by you?', 'What would help you most?']

/** What is said to a remark that tells something; null where it tells nothing that one could take up. `plainly`: only where what it tells leaves no doubt. */
export function answerTold(scene: Scene, thread: Thread | null, plainly = false): Answer | null {
  if (isAsking(scene.heard) && !sentencesOf(scene.heard).some((part) => !isAsking(part))) return null
  const told = tellingOf(scene, thread)
  if (!told) return null
  const { c, matter } = told
  const kind = kindOf(scene, told)
  const isOfMatter = matter !== null && kind !== 'for-me' && kind !== 'hope' && !(kind === 'hearsay' && !/\b(?:my|our)\b/.test(c.text)) && (matter.weight >= EARNEST || (!plainly && (kind === null || kind === 'heard' || (kind === 'story' && matter.weight >= STORY_YIELDS) || (kind === 'habit' && matter.weight > 1))))
  const ofMatter = isOfMatter ? answerMatter(scene, told, matter) : null
  if (ofMatter) return ofMatter
  if (kind === null || (plainly && !PLAIN_KINDS.has(kind))) return null
  const subject = subjectOf(c)
  const slots: Slots = { name: NAMED.exec(scene.heard)?.[1] ?? null, thing: kind === 'noted' || kind === 'added' ? withNames(scene, turned(fragmentOf(scene))) : claimOf(c), because: subject === null ? null : opinionOf(scene.view, subject).because, subject, back: backOf(c, told.who), who: told.villager ?? told.who?.who ?? null, pro: told.who?.pro ?? null }
  const asks = kind === 'story' ? REACT[storySide(scene, c)] : REACT[kind]
  const words = answer(scene, { key: kind === 'hard' ? 'on-sorry-for' : 'on-curious', slots: { object: 'that', name: scene.partnerName ?? 'the stranger' } }, [asks, slots], [REACT.heard, slots])
  return words && { ...words, final: true, ...(LISTENS.has(kind) ? { isListening: true } : {}) }
}

/** Kinds of telling that are met with a listener’s word. */
const LISTENS: ReadonlySet<Kind> = new Set(['heard', 'story', 'claimed', 'judged', 'says-so', 'hearsay', 'added'])

/** A word to the matter, in one’s own manner, and a question where there is room for one. */
function answerMatter(scene: Scene, { c, who, villager }: Telling, matter: Matter): Answer | null {
  const { manner, talkative } = scene.voice
  const mayAsk = !scene.ownTurns.slice(-QUESTIONS_APART).some((line) => line.endsWith('?')) || roll(scene.dice, 'asks again') < talkative * 0.5
  const back = backOf(c, who)
  const openers = matter.tone === 'plain' ? (back === null || c.subject === 'you' ? [''] : [back, '']) : OPENERS[matter.tone][manner]
  const short = manner === 'gruff'
  // what was just told is not asked
  const told = new Set(wordsOf(c.text))
  // and what is over is not asked after as if it went on
  const isOver = NOW_ONLY.has(matter.name) && isPast(c) && c.aux !== 'have'
  const says = isOver ? SAD_STILL : matter.say
  const asks = isOver ? [] : matter.ask.filter((ask) => !wordsOf(ask).some((word) => word.length > 4 && told.has(word)))
  const lines = openers.flatMap((opener) => says.flatMap((say) => (mayAsk && asks.length > 0 ? asks.flatMap((ask) => (short ? [`${opener} ${ask}`, `${opener} ${say}`] : [`${opener} ${say} ${ask}`])) : [`${opener} ${say}`])))
  const slots: Slots = villager !== null && who === null ? { who: villager, pro: null, him: villager } : { who: who?.who ?? null, pro: who?.pro ?? null, him: who?.him ?? null }
  const words = answer(scene, { key: matter.tone === 'sad' ? 'on-sorry-for' : 'on-curious', slots: { object: who?.noun ?? 'trouble', name: scene.partnerName ?? 'this one' } }, [{ any: lines.map((line) => line.trim()) }, slots], [{ any: matter.tone === 'sad' ? SAD_STILL.flatMap((say) => (mayAsk ? SAD_NEXT.map((ask) => `${say} ${ask}`) : [say])) : matter.say }, slots])
  return words && { ...words, final: true, ...(matter.weight >= EARNEST - 1 ? { plain: true } : {}) }
}

type Kind = keyof typeof REACT | 'story'
/** Kinds of telling that say plainly what they want to be met with. */
const PLAIN_KINDS: ReadonlySet<Kind> = new Set(['taste-same', 'taste-other', 'for-me', 'hope', 'encouraged', 'lucky', 'judged', 'sensed', 'conceded', 'maybe', 'somebody-should', 'hearsay', 'you-should', 'you-have', 'judged-dull', 'pays', 'meant', 'says-so', 'denied', 'given', 'reassure', 'will-tell', 'think', 'not-wanted', 'beyond', 'named'])

/** How somebody, or some beast, of the player’s is called. */
const NAMED = /\b(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y \w+['’]s) name (?:is|was)|(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Mm]y \w+) (?:is|was|were|are) (?:called|named)|(?:I|[Ww]e) (?:called|named) (?:him|her|it|them)) (\p{Lu}[\p{L}'’-]+)/u

/** Kinds that nothing else may be read into. */
const SURE_KINDS: ReadonlySet<Kind> = new Set(['for-me', 'given', 'reassure', 'will-tell', 'meant', 'denied', 'conceded', 'named'])

/** Whether a remark offers, gives, bids not to, denies or concedes: it is taken as it is said. */
export function isSurelyTold(scene: Scene, thread: Thread): boolean {
  const told = isAsking(scene.heard) ? null : tellingOf(scene, thread)
  const kind = told && kindOf(scene, told)
  return kind !== null && SURE_KINDS.has(kind)
}

function kindOf(scene: Scene, { c, who }: Telling): Kind | null {
  const asked = (scene.ownTurns.at(-1) ?? '').endsWith('?')
  const text = c.text
  if (NAMED.test(scene.heard) && !isAsking(scene.heard)) return 'named'
  const isJudged = c.verb === 'be' && /^(?:it|that|this)\b/.test(c.subject)
  const bad = firstOf(c.words, 'woe') !== null || (isJudged && c.words.some((word) => isOf(word, 'poor') && !/^(?:strange|odd|weird|small|quiet|dull|boring)$/.test(word)))
  const good = firstOf(c.words, 'good') !== null || firstOf(c.words, 'luck') !== null
  if (/^(?:lucky|happy) (?:you|thing)$|^you are (?:a )?lucky\b/.test(text)) return 'lucky'
  if (/^i swear\b|^i (?:really |do )?mean (?:it|that)$|^i am (?:serious|not (?!sure|from|well|married|in|at|good|able|allowed|used|hungry|tired)\w+)/.test(text)) return 'meant'
  if (/\btell (?:him|her|them)\b/.test(text) && c.subject !== 'i' && !c.not && c.mood !== 'asks') return 'will-tell'
  if (c.mood === 'bids' && c.not && !/^(?:be|worry|mind|cry|forget|fear|move|go|leave|stop|look|laugh|talk|speak)$/.test(c.verb)) return 'reassure'
  if (c.aux === 'let-me' && /^(?:buy|help|carry|do|get|bring|pay|show|fetch|hold|take|lend|make|cook|mend|fix)$/.test(c.verb) && /\b(?:you|your|it|that)\b/.test(c.rest)) return 'for-me'
  if (/^(?:here )?you (?:can|may) (?:have|keep|take) (?:it|this|that|them|one|these)\b/.test(text)) return 'given'
  if (/^(?:it|that|he|she|they) (?:was|were) not\b/.test(text) && c.words.length < 8) return 'denied'
  if (/^(?:you are|you were|perhaps you are|maybe you are) (?:quite |probably |of course )?right\b|^fair (?:point|enough)\b|^i (?:see|take) your point|^i was (?:too|rather|wrong|rude)\b/.test(text)) return 'conceded'
  if (/^leave (?:it|that|him|her|them) to me\b/.test(text) || /^i will (?:take care of|see to|handle|do|manage) (?:it|that|this)\b/.test(text)) return 'for-me'
  if (/^(?:(?:it|that|this) )?(?:sounds?|seems?|looks?|feels?) (?:so |very |rather |a bit |quite |pretty )*(?:dull|boring|hard|little|strange|lonely|tiring|awful|bad|poor|dangerous|sad)\b/.test(text) || (isJudged && /\b(?:dull|boring|too (?:bad|little|much))\b/.test(text))) return 'judged-dull'
  if (/^(?:(?:it|that|this) (?:sounds?|seems?|looks?|feels?|smells?|tastes?|suits?)|sounds|seems|looks|feels|smells|tastes|suits) |^(?:it|that|this) (?:is|takes|must be|would be|would) (?:a )?(?:comfort|relief|courage|good|nice|fair|kind|lovely|great|strong|heart)/.test(text) && !bad) return 'sensed'
  if (/\b(?:in|from) my (?:country|city|town|village|land)\b|\bwhere i (?:come from|live)\b/.test(text)) return 'elsewhere'
  if (/^(?:maybe|perhaps) (?:i|we)\b/.test(text)) return 'maybe'
  if (c.mood !== 'tells') {
    if (/^(?:maybe|perhaps) /.test(text)) return 'maybe'
    if (c.words.length <= FRAGMENT_WORDS && c.words.length > 1 && c.mood === 'cries' && !/^(?:help|hello|what|how|thanks|sorry|please)\b/.test(text)) return asked ? 'noted' : scene.partnerTurns.length > 0 && /^(?:about|to|for|in|with|at|from|just|only|the|a|my|not|like|because|and|or|over|by|on)\b/.test(text) ? 'added' : bad && !good ? 'hard' : null
    return bad && !good && c.mood === 'cries' ? 'hard' : null
  }
  const isOwn = c.subject === 'i' || c.subject === 'we' || /^(?:my|our)\b/.test(c.subject)
  if (c.subject === 'you') {
    if (c.not && /^(?:will|would|can|could)$/.test(c.aux) && /^(?:believe|know|guess|think|imagine|understand)$/.test(c.verb)) return 'beyond'
    if (c.not && /^(?:will|would|can|may|shall|should|must)$/.test(c.aux)) return 'reassure'
    if ((/^(?:should|could|might|must|ought)$/.test(c.aux) && c.rest.split(' ').length > (c.aux === 'could' ? 1 : 0)) || /^(?:have|need|ought)$/.test(c.verb) && /^to\b/.test(c.rest)) return /^(?:come|join|visit)\b/.test(c.verb) ? 'invited' : 'you-should'
    if (/^(?:can|could|will|would)$/.test(c.aux) && !c.not) return 'encouraged'
    if (/^(?:have|got)$/.test(c.verb) || c.aux === 'have') return 'you-have'
    return 'you-other'
  }
  const subject = tasteOf(c)
  if (subject !== null) {
    const { stance } = opinionOf(scene.view, subject)
    return stance === 'torn' ? 'heard' : (stance === 'for') === (LIKES.test(c.verb) !== c.not) ? 'taste-same' : 'taste-other'
  }
  if (c.subject === 'i' && c.not && /^(?:want|need|take|ask|expect)$/.test(c.verb)) return 'not-wanted'
  if (c.subject === 'i' && /^(?:hope|wish|pray)$/.test(c.verb)) return 'hope'
  if (c.subject === 'i' && /^(?:will|can|could|would)$/.test(c.aux) && /^(?:pay|give)$/.test(c.verb)) return 'pays'
  if (/^(?:somebody|someone|one|people|they|we|he|she|everybody|nobody)$/.test(c.subject) && /^(?:should|ought|must)$/.test(c.aux)) return 'somebody-should'
  if (/^(?:some|they|people|everybody|everyone|folk|many|somebody|someone)$/.test(c.subject.split(' ')[0] ?? '') && /^(?:say|says|said|tell|told|think|claim|believe)$/.test(c.verb) && who === null) return 'hearsay'
  if (c.subject === 'i' && /^(?:hear|heard|read|was told|told)$/.test(c.verb)) return 'hearsay'
  if (/^(?:says?|said|thinks?|claims?|believes?|told)$/.test(c.verb) && !/^(?:i|we)$/.test(c.subject)) return 'says-so'
  if (/^i (?:think|believe|guess|suppose|reckon|bet)\b/.test(writtenOut(coreOf(scene.heard))) && !/\b(?:i|my|me)\b/.test(text.replace(/^i \w+/, ''))) return 'think'
  if (isOwn && MODAL.test(c.aux)) return c.not ? 'own-not' : ((/(?<!\b(?:like|than|as|rather be .*)\s)\b(?:you|your)\b/.test(c.rest) && c.verb !== 'be' && !/\brather\b/.test(text) && !SENSES.test(c.verb) || /^(?:help|lend|carry|sweep|mend|do|fetch|work|clean|cook)$/.test(c.verb)) && /^(?:could|can|will|would)$/.test(c.aux)) ? 'for-me' : /^(?:should|might|may)$/.test(c.aux) || /\b(?:maybe|perhaps)\b/.test(text) ? 'maybe' : SENSES.test(c.verb) || /\brather\b/.test(text) ? 'habit' : 'plan'
  if (c.subject === 'i' && /^(?:think|believe|guess|suppose|find|reckon)$/.test(c.verb) && !c.not) return 'think'
  if (c.subject === 'i' && c.not && /^(?:blame|mind|believe|care|understand|think|know)$/.test(c.verb)) return 'think'
  if (c.subject === 'i' && c.verb === 'be' && good && !bad && !c.not) return 'habit'
  if (bad !== good && (isOwn || /^(?:it|that|this)$/.test(c.subject))) return (bad && !c.not) || (good && c.not) ? 'hard' : 'fine'
  if (/^(?:he|she|they|people|somebody|someone)$/.test(c.subject) && c.verb === 'be' && c.rest.split(' ').length <= 2 && who === null) return bad || good || /\b(?:wrong|right)\b/.test(c.rest) ? 'judged' : 'heard'
  if (bad && !good && (who !== null || /\b(?:i|me|my|we|us|our)\b/.test(text))) return 'hard'
  if (/^(?:over )?there\b(?! (?:was|were|is|are)\b)|\bback home\b|\bin (?:the|my|our) (?:city|town|village|country|land)\b|\bat home\b|\bwhere i\b/.test(text) || (/^(?:we|people|they)$/.test(c.subject) && !isPast(c) && who === null)) return 'elsewhere'
  if (claimOf(c) !== null) return 'claimed'
  if (isPast(c) && c.words.length > 3) return asked ? 'heard' : 'story'
  if (c.subject === 'i' && c.not && HABITS.test(c.verb)) return 'own-not'
  if (isOwn && c.not) return 'heard'
  return isOwn ? 'habit' : 'heard'
}

function isPast(c: Clause): boolean {
  return c.aux === 'did' || c.aux === 'have' || PAST_FORMS.has(c.verb) || (c.verb.endsWith('ed') && c.verb.length > 3) || (c.verb === 'be' && /\b(?:was|were)\b/.test(c.text))
}

/** What one wonders with: “Do you?”, “Were you?”; null where nobody would say it. */
function backOf(c: Clause, who: Who | null): string | null {
  const subject = who !== null && c.subject.includes(who.noun) ? who.pro : c.subject
  if (c.mood !== 'tells' || c.not || !/^(?:i|you|we|he|she|they)$/.test(subject)) return null
  const whom = subject === 'you' ? 'I' : /^(?:i|we)$/.test(subject) ? 'you' : subject
  const many = whom === 'you' || whom === 'they'
  const past = /\b(?:was|were)\b/.test(c.text)
  const helper = c.verb === 'be' && c.aux === 'be' ? (past ? (many ? 'were' : 'was') : many ? 'are' : whom === 'I' ? 'am' : 'is') : MODAL.test(c.aux) ? (whom === 'I' || c.aux !== 'shall' ? c.aux : 'will') : c.aux === 'have' ? (many || whom === 'I' ? 'have' : 'has') : isPast(c) ? 'did' : many || whom === 'I' ? 'do' : 'does'
  return `${capitalise(helper)} ${whom}?`
}

/** What a remark without a verb adds. */
function fragmentOf({ heard }: Scene): string {
  return writtenOut(coreOf(tidied(heard).replace(SAID_FIRST, ''))).replace(/^(?:i mean|just|only) |,? i mean$|,? nothing else$/g, '').trim()
}

/** Which side of a story is asked after: when, where, why or how it ended, whichever it does not hold and was not asked in this talk. */
function storySide({ partnerTurns, heard, ownTurns }: Scene, c: Clause): keyof typeof REACT {
  const isStory = !c.not && (c.verb === 'be' || !isDeed(c.verb))
  const told = [...partnerTurns.slice(-3), heard].join(' ').toLowerCase()
  const open = isStory ? ([['ask-when', TIME.test(told)], ['ask-where', PLACE.test(told)], ['ask-why', /\b(?:because|so that|since)\b/.test(told)], ['ask-end', /\b(?:then|in the end|finally|at last)\b/.test(told)]] as const).filter(([key, isTold]) => !isTold && !Object.values(REACT[key]).flat().some((line) => ownTurns.some((own) => own.includes(line.replace(/, \{you\}/, '').replace(/^.*[….:?] /, ''))))) : []
  return open[0]?.[0] ?? 'heard'
}

/** The thing of which something is claimed; null where it is of people, or of what was. */
function claimOf(c: Clause): string | null {
  return c.verb === 'be' && !c.not && /^(?:the|an?|your|all|some) \w+(?: \w+)?$/.test(c.subject) ? turned(c.subject) : null
}

/** What somebody likes or hates, where that is said; null for what nobody here has an opinion of. */
function tasteOf(c: Clause): string | null {
  if (c.subject !== 'i' || c.aux === 'would' || (!LIKES.test(c.verb) && !HATES.test(c.verb))) return null
  return subjectOf(c)
}

/** What a clause is about that somebody here has an opinion of; null where nobody has. */
function subjectOf(c: Clause): string | null {
  const rest = c.rest.replace(/^(?:to \w+ |i |should |get |have |be )*(?:the|a|an|my|your|all|some|more|when it) /, '').replace(/ (?:more|better|most|very|so|too) .*$| (?:a lot|very much|too)$/, '')
  const thing = rest.split(' ').slice(0, 2).join(' ')
  return thing !== '' && isKnownSubject(thing) ? thing.split(' ').findLast((word) => isKnownSubject(word)) ?? null : null
}
