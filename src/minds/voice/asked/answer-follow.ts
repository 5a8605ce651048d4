/** Answers that lean on what one said last: its true reason, its time and place, whether it is really so, what was meant, and what is left of it when it is doubted. */
import { dayOf } from '#simulation/clock.ts'
import { wordsOf } from '../../memory/tokens.ts'
import { agoWords, distanceWords } from '../../place-words.ts'
import type { HeldBelief, PrivateView } from '../../private-view.ts'
import { asTold, tellBelief, wasSaid } from '../answer-belief.ts'
import { whenWords } from '../answer-meeting.ts'
import { answer, type Answer } from '../answer.ts'
import { answerPlaceAsked } from './answer-place.ts'
import { findPerson, givenOf, relationSentence, whereabouts } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise, sentencesOf } from '../speak.ts'
import { coverageOfText } from '../tell.ts'
import { FOLLOW } from './lines-follow.ts'
import { LIFE } from './lines-life.ts'
import type { Ask } from './read-ask.ts'
import { reasonOf, relationReason } from './reasons.ts'
import { sentence, strip } from './state.ts'
import type { Exchange, Thread } from './full-words.ts'
import { namesOf } from './names.ts'
import { tasteFor } from './favourites.ts'
import { numberWord, priceWords } from '#simulation/trade/price-words.ts'
import { isIgnorance, isRefusal } from './kinds-of-reply.ts'
import { coreOf, writtenOut } from './plain.ts'

const INNER = { key: 'on-topic' } as const
/** From when on people learn a trade, years. */
const APPRENTICE_AGE = 14

/** An answer to a follow-up; null where nothing went before that it could follow. */
export function answerFollow(scene: Scene, ask: Ask, thread: Thread): Answer | null {
  const { last } = thread
  switch (ask.kind) {
    case 'follow-why':
    case 'follow-why-not': return answerWhy(scene, thread)
    case 'follow-when':
    case 'follow-since': return last && answerWhen(scene, ask, last)
    case 'follow-where': return answerWhere(scene, thread)
    case 'follow-who': return answerWho(scene, thread)
    case 'follow-really': return last && answerReally(scene, last)
    case 'follow-promise': return answerSwear(scene, last)
    case 'follow-how': return last && answerHow(scene, last)
    case 'follow-mean': return last && answerMean(scene, last)
    case 'follow-more': return last && answerMore(scene, thread, last)
    case 'follow-wrong': return answerWrong(scene, last)
    case 'follow-number': return answerNumber(scene, thread)
    case 'follow-like': return last && answerLike(scene, last)
    case 'follow-said': return answerSaidSo(scene, ask.about)
    default: return null
  }
}

/** For quotes: what was said is said again on purpose. */
function anew(scene: Scene): Scene {
  return { ...scene, recent: [] }
}

/** The belief that was told with a reply. */
function toldIn(scene: Scene, reply: string): HeldBelief | null {
  const said = writtenOut(reply)
  return scene.view.beliefs.find((belief) => [belief.text, asTold(scene, belief)].some((text) => said.includes(writtenOut(strip(text))))) ?? null
}

function answerWhy(scene: Scene, thread: Thread): Answer | null {
  const { last } = thread
  if (!last || last.heard === '') {
    const asked = last && last.reply.includes('?') ? reasonOf(scene, thread, false) : null
    return asked ? said(scene, asked) : answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [FOLLOW['why-what']])
  }
  const belief = toldIn(scene, last.main)
  if (belief) return answer(scene, INNER, [FOLLOW.whole, { whole: belief.fromId === null ? 'I saw that it was so; why, I can’t see into people.' : `I was only told that it was so; the why I didn’t hear.` }], [FOLLOW['no-why']])
  const refused = last.act === 'request' && (isRefusal(last.main) || /\bwhy not\b/i.test(scene.heard))
  if (!refused && isIgnorance(scene, last.main)) return answer(scene, INNER, [FOLLOW.because, { reason: 'nobody ever told me, and I won’t make it up' }], [FOLLOW['no-why']])
  const reason = reasonOf(scene, thread, refused)
  if (reason && writtenOut(last.main).includes(writtenOut(strip(reason)))) return answer(scene, INNER, [FOLLOW['told-why']], [FOLLOW['no-why']])
  return reason ? said(scene, reason) : answer(scene, INNER, [FOLLOW['no-why']])
}

function said(scene: Scene, reason: string): Answer | null {
  // what is a sentence of its own is said as one
  return answer(scene, INNER, /[.!?]$/.test(reason) ? [FOLLOW.whole, { whole: reason }] : [FOLLOW.because, { reason }], [FOLLOW['no-why']])
}

function answerWhen(scene: Scene, ask: Ask, last: Exchange): Answer | null {
  const { view } = scene
  const belief = toldIn(scene, last.main)
  if (belief) return answer(scene, INNER, [FOLLOW.when, { when: agoWords(belief.happenedSeconds, view.worldSeconds) }])
  const word = view.appointments.findLast((given) => given.withId === scene.partnerId && given.state === 'agreed')
  if (word && (last.act === 'request' || last.act === 'promise' || last.ask?.kind === 'follow-promise')) return answer(scene, INNER, [FOLLOW['when-will'], { when: capitalise(word.kind === 'meet' ? whenWords(word.atSeconds, view.worldSeconds) : dueWords(word.atSeconds, view.worldSeconds)) }])
  if (last.act === 'request') return isRefusal(last.main) ? answer(scene, INNER, [FOLLOW['no-when']]) : answer(scene, INNER, [FOLLOW['when-will'], { when: /\btomorrow\b/i.test(last.heard) ? 'Tomorrow, as soon as I can get away' : 'When this is done' }])
  const since = sinceOf(view, last)
  if (since) return answer(scene, INNER, [FOLLOW.since, { since }])
  const ago = /\b(?:just now|this morning|earlier today|yesterday|last night|this evening|a little while ago|\w+ days ago|\d+ years ago|a week ago|some weeks ago)\b/.exec(last.reply)?.[0]
  if (ago) return answer(scene, INNER, [FOLLOW.when, { when: ago }])
  return answer(scene, INNER, [ask.kind === 'follow-since' && /\b(?:always|never)\b/.test(last.reply) ? FOLLOW.since : FOLLOW['no-when'], { since: 'As long as I can think back' }], [FOLLOW['no-when']])
}

/** By when something promised is due. */
function dueWords(atSeconds: number, now: number): string {
  const days = dayOf(atSeconds) - dayOf(now)
  return days <= 0 ? 'before the day is over' : days === 1 ? 'by tomorrow' : `within ${numberWord(days)} days`
}

/** Since when what was said of oneself is so. */
function sinceOf(view: PrivateView, { act, ask }: Exchange): string | null {
  const kind = ask?.kind
  const working = view.age - APPRENTICE_AGE
  if (kind === 'born' || kind === 'since-here' || kind === 'like-here' || act === 'ask-home' || act === 'ask-age' || act === 'ask-place') return `Since I was born, ${view.age} years ago`
  if (act === 'ask-trade' || kind === 'learnt' || kind === 'make' || kind === 'sell' || kind === 'hard' || kind === 'cost' || (act === 'ask-name' && /\b(?:the|a|an) \w+/.test(view.trade))) return working > 2 && view.age < 66 ? `Since I was ${APPRENTICE_AGE}; that makes ${working} years` : 'As long as I can think back'
  if (act === 'ask-name') return `For ${view.age} years, as long as I have been about`
  if (act === 'ask-doing') return 'Since it was time for it'
  if (act === 'ask-family' || act === 'ask-opinion' || act === 'ask-person' || kind === 'foe' || kind === 'love-kin') return 'As long as we have known each other'
  if (kind === 'favourite' || kind === 'like-thing' || act === 'ask-likes') return 'Since I was small'
  return null
}

function answerWhere(scene: Scene, thread: Thread): Answer | null {
  const { last } = thread
  const belief = last && toldIn(scene, last.main)
  if (belief) {
    const place = / at (the [a-z]+|[\p{Lu}][\p{L}' ]+)/u.exec(belief.text)?.[1]
    return place ? answer(scene, INNER, [FOLLOW.where, { where: `At ${place}` }]) : answer(scene, INNER, [FOLLOW['no-where']])
  }
  if (thread.latest === 'person' && thread.person) return answer(scene, INNER, [FOLLOW.where, { where: capitalise(strip(whereabouts(thread.person))) }])
  if (thread.latest === 'spot' && thread.spot) return answer(anew(scene), INNER, [FOLLOW.where, { where: `${capitalise(thread.spot.direction)}; ${distanceWords(thread.spot.meters)}` }])
  if (last && ['ask-trade', 'ask-doing'].includes(last.act)) return answer(scene, INNER, [FOLLOW.where, { where: scene.view.workplace === 'out of doors' ? 'Out here, under the sky' : `At ${scene.view.workplace}` }])
  if (last && last.act === 'ask-home') return answer(scene, INNER, [FOLLOW.where, { where: capitalise(scene.view.home) }])
  return last && last.heard !== '' ? answer(scene, INNER, [FOLLOW['no-where']]) : null
}

function answerWho(scene: Scene, thread: Thread): Answer | null {
  const { last } = thread
  if (!last || last.heard === '') return null
  if (thread.latest === 'group' && thread.group.length > 1) return answer(scene, INNER, [FOLLOW.whole, { whole: sentence(thread.group.slice(0, 4).map((person) => `${givenOf(person)}, the ${person.trade}`).join('; ')) }])
  const person = thread.person && (last.main.includes(givenOf(thread.person)) || last.heard.includes(givenOf(thread.person))) ? thread.person : null
  if (person) return answer(scene, { key: 'person', slots: { person: givenOf(person) } }, [FOLLOW.whole, { whole: `${givenOf(person)}, the ${person.trade}. ${relationSentence(person, scene.idiolect)}` }])
  const belief = toldIn(scene, last.main)
  if (belief) return answer(scene, INNER, [FOLLOW.whole, { whole: 'Who it was, I wasn’t told.' }])
  return answer(scene, INNER, [FOLLOW['no-who']])
}

function answerReally(scene: Scene, last: Exchange): Answer | null {
  const belief = toldIn(scene, last.main)
  if (belief) {
    const fact = belief.fromId === null ? 'I was there.' : belief.confidence > 0.5 ? `${whoTold(scene, belief)} told me, and I believe it.` : `${whoTold(scene, belief)} told me; I wouldn’t swear to it.`
    return answer(scene, INNER, [FOLLOW.whole, { whole: fact }], [FOLLOW.really, { fact }])
  }
  if (isIgnorance(scene, last.main)) return answer(scene, INNER, [FOLLOW['really-not']])
  if (last.act === 'request') return answer(scene, INNER, [isRefusal(last.main) ? FOLLOW['really-no'] : FOLLOW['really-yes']])
  const fact = groundOf(scene, last)
  return answer(scene, INNER, fact === '' ? [FOLLOW['really-plain']] : [FOLLOW.really, { fact }], [FOLLOW['really-plain']])
}

/** Who told a belief, as they are called. */
function whoTold(scene: Scene, { fromId, fromName }: HeldBelief): string {
  if (fromId === scene.partnerId) return 'You yourself'
  return scene.view.knows.find(({ id }) => id === fromId)?.name.split(' ')[0] ?? fromName ?? 'Somebody'
}

/** What vouches for something said of oneself, of people or of the place; a sentence, empty where nothing does. */
function groundOf({ view }: Scene, { act, ask }: Exchange): string {
  const kind = ask?.kind
  if (act === 'ask-age' || act === 'ask-name' || kind === 'born') return 'One knows that of oneself.'
  if (act === 'ask-trade' || kind === 'make' || kind === 'sell' || kind === 'learnt') return 'Look at my hands.'
  if (kind === 'cost' || kind === 'who-makes') return 'Ask anybody; it is the same everywhere.'
  if (act === 'ask-weather' || kind === 'forecast') return 'Look up: it is all there.'
  if (act === 'ask-where' || kind === 'far' || kind === 'way' || act === 'ask-neighbours' || act === 'ask-place') return `I have lived here for ${view.age} years.`
  if (act === 'ask-family' || kind === 'parents' || kind === 'third') return 'I should know my own people.'
  return ''
}

function answerSwear(scene: Scene, last: Exchange | null): Answer | null {
  const word = scene.view.appointments.findLast((given) => given.withId === scene.partnerId && given.state === 'agreed' && given.kind !== 'promise')
  const granted = last?.act === 'request' && !isRefusal(last.main)
  return answer(scene, INNER, [word ? FOLLOW.swear : granted ? FOLLOW['really-yes'] : FOLLOW['swear-not']])
}

function answerHow(scene: Scene, last: Exchange): Answer | null {
  if (last.act === 'request' && !isRefusal(last.main)) return answer(scene, INNER, [FOLLOW.how, { how: 'I begin when this is done, and I ask those who may know more' }])
  if (last.heard === '') return null
  return answer(scene, INNER, [FOLLOW['no-how']])
}

/** “How many?”, “how much?”: of those named last, or what the thing costs. */
function answerNumber(scene: Scene, thread: Thread): Answer | null {
  const { good } = thread
  if (/\bmuch\b/.test(coreOf(scene.heard)) && good) return answer(scene, INNER, [FOLLOW.whole, { whole: `${capitalise(priceWords(good.pennies))} for ${good.name}.` }])
  return thread.latest === 'group' && thread.group.length > 1 ? answer(scene, INNER, [FOLLOW.whole, { whole: sentence(`${numberWord(thread.group.length)}: ${namesOf(thread.group)}`) }]) : null
}

/** “Do you like it?”: what was given, told or spoken of. */
function answerLike(scene: Scene, last: Exchange): Answer | null {
  if (last.act === 'gift' || (/^(?:is|are)\b/.test(coreOf(scene.heard)) && last.act === 'ask-other')) return answer(scene, { key: 'on-pleased' }, [FOLLOW['like-gift']])
  const taste = tasteFor(scene.view, coreOf(last.heard))
  return taste && answer(scene, INNER, [FOLLOW.whole, { whole: taste.likes === 'cool' ? `Not much; ${taste.because}.` : taste.likes === 'fond' ? `I do; ${taste.because}.` : 'It is all one to me.' }])
}

/** What was said without what was asked along with it. */
function mainOf(reply: string): string {
  const told = sentencesOf(reply).filter((part) => !part.endsWith('?'))
  return told.join(' ')
}

function answerMean(scene: Scene, last: Exchange): Answer | null {
  const belief = toldIn(scene, last.main)
  if (belief) return answer(scene, INNER, [FOLLOW.whole, { whole: capitalise(tellBelief(scene, belief)) }], [FOLLOW.mean, { fact: `${strip(belief.text)}.` }], [FOLLOW['mean-none']])
  const main = mainOf(last.reply)
  if (isIgnorance(scene, last.reply)) return answer(scene, INNER, [FOLLOW.mean, { fact: 'I do not know it.' }])
  if (main === '' && last.reply.includes('?')) return answer(scene, INNER, [FOLLOW.mean, { fact: `I asked you something: ${sentencesOf(last.reply).at(-1) ?? ''}` }])
  return wordsOf(main).length < 3 ? answer(scene, INNER, [FOLLOW['mean-none']]) : answer(anew(scene), INNER, [FOLLOW.mean, { fact: `“${main.replaceAll('“', '‘').replaceAll('”', '’')}”` }], [FOLLOW['mean-none']])
}

function answerMore(scene: Scene, thread: Thread, last: Exchange): Answer | null {
  const { view } = scene
  const told = toldIn(scene, last.main)
  if (told) {
    const other = view.beliefs.find((belief) => belief.id !== told.id && belief.about.some((id) => told.about.includes(id)) && !wasSaid(scene, belief))
    return other ? withTold(answer(scene, INNER, [FOLLOW.more, { fact: capitalise(tellBelief(scene, other)) }]), other) : answer(scene, INNER, [FOLLOW['no-more']])
  }
  const person = thread.latest === 'person' ? thread.person : null
  if (person) return answer(scene, { key: 'person', slots: { person: givenOf(person) } }, [FOLLOW.more, { fact: `${givenOf(person)} lives in ${person.home}. ${relationReason(person)}` }], [FOLLOW['no-more']])
  if (last.ask && ['hours', 'day-plan'].includes(last.ask.kind)) return answer(scene, { key: 'work' }, [LIFE.evening])
  if (last.ask?.kind === 'season') return answerPlaceAsked({ ...scene, heard: 'how long until the next season?' }, { kind: 'season', about: '' })
  const lore = view.settlement.lore.find((line) => !scene.recent.some((own) => own.includes(line)))
  if (lore && ['ask-place', 'ask-neighbours', 'ask-where'].includes(last.act)) return answer(scene, INNER, [FOLLOW.more, { fact: lore }])
  return last.heard === '' ? null : answer(scene, INNER, [FOLLOW['no-more']])
}

function withTold(words: Answer | null, belief: HeldBelief): Answer | null {
  return words && { ...words, tells: belief.id }
}

function answerWrong(scene: Scene, last: Exchange | null): Answer | null {
  if (!last || last.heard === '') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [FOLLOW['wrong-what']])
  const belief = toldIn(scene, last.main)
  if (belief) {
    if (belief.fromId === null) return answer(scene, INNER, [FOLLOW.stands, { ground: 'I saw it with my own eyes' }])
    return answer(scene, INNER, [FOLLOW['stands-doubt'], { ground: `${whoTold(scene, belief)} told it to me so` }])
  }
  const ground = strip(groundOf(scene, last))
  if (ground !== '') return answer(scene, INNER, [FOLLOW.stands, { ground: ground.charAt(0).toLowerCase() === 'i' && ground.startsWith('I ') ? ground : ground.charAt(0).toLowerCase() + ground.slice(1) }])
  if (['ask-how', 'ask-feelings', 'ask-opinion', 'ask-likes', 'ask-doing'].includes(last.act) || ['state', 'looks', 'favourite', 'like-thing', 'like-here', 'foe'].includes(last.ask?.kind ?? '')) return answer(scene, INNER, [FOLLOW.stands, { ground: 'nobody else can know that of me' }])
  return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [FOLLOW['wrong-what']])
}

/** “You said that …”: held against what was said. */
function answerSaidSo(scene: Scene, about: string): Answer | null {
  const claim = about.replace(/\b(?:before|earlier|yesterday|just now|last time)\b/gi, ' ')
  const kept = scene.memories.filter(({ kind, about: of }) => kind === 'said' && of[0] === scene.partnerId).map(({ text }) => /“(.*)”/.exec(text)?.[1] ?? '')
  const mine = [...kept, ...scene.ownTurns].reverse().find((line) => line !== '' && coverageOfText(claim, line) >= 0.67)
  if (mine) {
    const part = sentencesOf(mine).find((each) => coverageOfText(claim, each) >= 0.5) ?? mine
    return answer(anew(scene), INNER, [FOLLOW['said-so'], { quote: `“${part.replaceAll('“', '‘').replaceAll('”', '’')}”` }])
  }
  if (scene.partnerTurns.some((line) => !/\byou (?:said|told)\b/i.test(line) && coverageOfText(claim, line) >= 0.8)) return answer(scene, INNER, [FOLLOW['you-said-it']], [FOLLOW['said-not']])
  const person = findPerson(scene.view, claim)
  return answer(scene, { key: 'on-opinion', slots: { person: person ? givenOf(person) : 'this one' } }, [FOLLOW['said-not']])
}

