/** The built-in mind in a talk: greets, answers, asks back, remembers unasked, ends. */
import type { ThoughtOutcome } from '#simulation/commands.ts'
import { capText } from '../memory/make-memory.ts'
import { termsOf } from '../memory/tokens.ts'
import type { Memory } from '../memory/memory.ts'
import type { Deliberation } from '../deliberation/deliberation.ts'
import { isFactKey, thingLost } from './tell.ts'
import { toSecondPerson } from '../memory/facts.ts'
import { answerSelf } from './answer-self.ts'
import { answerSocial, isBadFeeling } from './answer-social.ts'
import { newsOf, tellBelief, whileAway } from './answer-belief.ts'
import { afterTrade, answerDeal, answerTrades } from './answer-deal.ts'
import { answerLives } from './answer-lives.ts'
import { answerMeeting, proposeMeeting, wordGivenSince } from './answer-meeting.ts'
import { answerTalks } from './answer-talks.ts'
import { answerWould } from './answer-would.ts'
import { answerWorld, findPlace, ignorance } from './answer-world.ts'
import type { Answer } from './answer.ts'
import { answer } from './answer.ts'
import { flavour } from './idiolect/flavour.ts'
import { INNER } from './lines-inner.ts'
import { MEETING } from './lines-meeting.ts'
import { BELIEF } from './lines-belief.ts'
import { FOLLOW_UPS, SOCIAL } from './lines-social.ts'
import { WORLD } from './lines-world.ts'
import { ageOf, isOfThisTalk, lastMet, partnerOf, ponder, say, type Scene } from './scene.ts'
import { capitalise, isRepeat, roll, sentencesOf, trigramSimilarity } from './speak.ts'
import { askedFor, understand, type Act, type Understanding } from './understand.ts'
import { answerAsked, hearFocus, hearPlainly } from './asked/hear-out.ts'
import { allAsked, coreOf, isAsking, questionsIn, tidied, untagged, writtenOut } from './asked/plain.ts'
import { guessMeaning } from './asked/guess-meaning.ts'
import { readAsk } from './asked/read-ask.ts'
import type { Thread } from './asked/full-words.ts'
import { followTalk } from './asked/thread.ts'
import { answerSubject } from './discourse/answer-subject.ts'
import { matterOf } from './discourse/matters.ts'
import { isSurelyTold } from './discourse/react.ts'
import { answerLeaning } from './discourse/answer-leaning.ts'
import { subjectAsked } from './discourse/record.ts'
import { answerNeighbour } from './neighbours/answer-neighbour.ts'
import { NEIGHBOURS } from './neighbours/lines-neighbours.ts'
import { openTopic } from './neighbours/topics.ts'
import { followDiscourse } from './reading/discourse.ts'
import { fullOf } from './reading/refer.ts'
import { mended } from './sense/mend.ts'
import { clarify, LEAST, readingsOf, sureness, SURE_ENOUGH, type Reading } from './reading/readings.ts'

/** What is said, what is thought meanwhile, and why it was so. */
export type Spoken = { reply: string; thought: string | null; ends: boolean; decision?: ThoughtOutcome['decision']; tells?: number | null; agrees?: ThoughtOutcome['agrees']; deliberation?: Deliberation | null; understanding: Understanding | null; considered: Array<{ label: string; weight: number; chosen: boolean; note: string }> }

/** Turns of one's own after which a talk has been long. */
const LONG_TALK_TURNS = 24
/** Questions about oneself: there one is never ignorant, only tired of them. */
const OWN_ACTS: ReadonlySet<Act> = new Set(['ask-name', 'ask-how', 'ask-doing', 'ask-why', 'ask-trade', 'ask-family', 'ask-age', 'ask-home', 'ask-feelings', 'ask-likes', 'ask-fears', 'ask-plans', 'ask-self', 'ask-company', 'ask-weather', 'ask-time', 'ask-place', 'ask-neighbours', 'ask-news', 'ask-advice', 'ask-safe', 'ask-belief', 'ask-secret'])
/** Answers that tell what was seen, heard or handed down: those end as they were told. */
const TOLD_ACTS: ReadonlySet<Act> = new Set(['ask-news', 'ask-place', 'ask-happened', 'ask-remember', 'ask-about-me', 'ask-person', 'ask-source', 'ask-true', 'ask-other'])
/** Remarks after which the talk may go anywhere. */
const LIGHT_ACTS: ReadonlySet<Act> = new Set(['greeting', 'thanks', 'compliment', 'yes', 'no', 'laugh', 'tell-name', 'ask-name', 'ask-how', 'ask-weather', 'ask-time', 'ask-likes', 'ask-doing', 'ask-trade', 'ask-age', 'ask-home', 'ask-place', 'ask-neighbours', 'ask-company', 'ask-family', 'ask-where', 'ask-self', 'ask-fears', 'ask-safe', 'ask-advice', 'ask-remember', 'ask-belief', 'ask-plans', 'ask-news', 'request', 'statement', 'silence'])
/** After so long there is news: twenty hours. */
const AWAY_SECONDS = 20 * 3600
/** Neighbours speak of a word kept or broken for so long: half a day. */
const NEIGHBOUR_WORD_SECONDS = 12 * 3600
/** Own turns after which two neighbours have said it all; and where both have time. */
const NEIGHBOUR_TURNS = 3
const LONG_NEIGHBOUR_TURNS = 7
/** How often a neighbour comes to the point with the greeting, and how often an answer gets a listener’s word. */
const BEGIN_SHARE = 0.7
const HEARD_SHARE = 0.4
/** A question of fewer words only says something back. */
const LEAST_QUESTION_WORDS = 3
/** After this one waits for the answer. */
const DOUBTS = /\bwho told you\b/i
/** How much seldomer one asks something oneself who has just been asked. */
const BUSY_SHARE = 0.4
/** Pardon that is begged before something is asked or told. */
const PARDON = /^(?:(?:oh|ah),? )?(?:sorry|excuse me|pardon(?: me)?)[,.!]? (?=(?:i(?:['’]m| am) (?:a bit |a little |quite )?(?:lost|new|looking|not from|thirsty|hungry|tired)|i (?:need|want|wanted|search)|can|could|do|does|is|are|where|what|who|how|when|why)\b)/i
/** From this weight on what was said beside a question gets a word of its own. */
const EARNEST = 4
/** What is read so surely is not read again, and how much less sure what leaves a pronoun open is. */
const SURE_OF_ALL = 0.75
const OPEN_LOSS = 0.1
/** Own lines between two asides about the weather. */
const ASIDE_LINES = 10
/** Facts worth asking after, the most pressing first. */
const FOLLOW_ORDER = ['mourns', 'lost', 'seeks', 'promise', 'feels', 'goes-to', 'wish', 'kin', 'trade', 'origin', 'likes', 'did'] as const

/** The first words to somebody who comes up, or to whom one goes. */
export function greet(scene: Scene): Spoken {
  const { partnerName, view } = scene
  const partner = partnerOf(scene)
  const met = scene.facts.length > 0 || scene.ownTurns.length > 0 || lastMet(scene) !== null
  const cold = (partner?.warmth ?? 0) < -0.2
  const lines = scene.partnerId !== 'player' ? MEETING['greet-neighbour'] : cold ? MEETING['greet-cold'] : partnerName && met ? MEETING['greet-again'] : met ? MEETING['greet-known'] : ageOf(view) === 'child' ? MEETING['greet-child'] : MEETING['greet-first']
  const words = say(scene, lines, { name: partnerName ?? (scene.partnerId === 'player' ? 'this one' : 'neighbour') }) ?? say(scene, MEETING['greet-first']) ?? `Good day, ${scene.slots.you ?? 'stranger'}.`
  const last = lastMet(scene)
  const word = wordGivenSince(scene, scene.partnerId === 'player' ? (last ?? -1) : Math.max(last ?? -1, view.worldSeconds - NEIGHBOUR_WORD_SECONDS))
  const away = scene.partnerId === 'player' && !cold && last !== null && view.worldSeconds - last > AWAY_SECONDS ? whileAway(scene, last) : null
  const traded = !cold && !word && !away ? afterTrade(scene) : null
  const follow = scene.partnerId === 'player' && !cold && !word && !away && !traded ? followUp(scene) : null
  const begun = scene.partnerId === 'player' || word || words.includes('?') || roll(scene.dice, 'begin at once') >= BEGIN_SHARE ? null : openTopic(scene)
  const ask = !follow && !traded && !met && scene.partnerId === 'player' && roll(scene.dice, 'ask name at once') < 0.35 && !words.includes('?') ? say(scene, MEETING['ask-name']) : null
  return {
    reply: joinSentences(flavour(scene, words, { act: scene.partnerId === 'player' && !cold ? 'welcome' : 'neighbour', inner: '', isTold: true }).text, joinSentences(word ?? '', away?.text ?? traded ?? follow?.text ?? ask ?? begun ?? '')), tells: away?.belief.id ?? null, thought: inner(scene, met || scene.partnerId !== 'player' ? (cold ? 'on-hurt' : 'on-friend') : 'on-stranger', { name: partnerName ?? 'the stranger' }), ends: false, understanding: null,
    considered: [{ label: met ? 'greet as someone known' : 'greet as a stranger', weight: 1, chosen: true, note: partner?.lastReason ?? '' }, ...(follow ? [{ label: `ask after: ${follow.memory.text}`, weight: 0.8, chosen: true, note: 'remembered from before' }] : [])],
  }
}

/** Words of parting. */
export function partWith(scene: Scene): Spoken {
  const cold = (partnerOf(scene)?.warmth ?? 0) < -0.2
  const words = say(scene, cold ? MEETING['farewell-cold'] : scene.partnerId === 'player' ? MEETING.farewell : NEIGHBOURS.parting, { name: scene.partnerName ?? 'neighbour' }) ?? 'Goodbye.'
  return { reply: cold || scene.partnerId !== 'player' ? words : flavour(scene, words, { act: 'parting', inner: '', isTold: true }).text, thought: inner(scene, 'parting', { name: scene.partnerName ?? 'the stranger' }), ends: true, understanding: null, considered: [{ label: 'part', weight: 1, chosen: true, note: '' }] }
}

/** The answer to what was just said. */
export function converse(heardAll: Scene): Spoken {
  if (heardAll.partnerId !== 'player') return talkWithNeighbour(heardAll, understandIn(heardAll, heardAll.heard))
  const heardSo = { ...heardAll, heard: untagged(mended(heardAll.heard.replace(PARDON, ''))) }
  const thread = followTalk(heardSo)
  const focus = hearFocus(heardSo, thread)
  const leaning = (heardSo.view.conversation?.deal ? null : answerSubject(focus.scene, thread, false)) ?? answerLeaning(focus.scene, thread)
  const scene = leaning || isSurelyTold(focus.scene, thread) ? focus.scene : hearPlainly(focus.scene, thread)
  const understanding = understandIn(scene, scene.heard)
  // what changed hands is answered, whatever else the words may mean
  if (understanding.act === 'farewell' && !leaning && !scene.view.conversation?.deal) return { ...partWith(scene), understanding }
  if (understanding.act === 'greeting' && scene.ownTurns.length === 0 && !scene.view.conversation?.deal) return { ...greet(scene), understanding }

  const { core: answered, by } = answerAll(focus, thread, { scene, understanding, leaning })
  const core = besideName(scene, understanding) ?? answered
  const considered = [{ label: `answer as ${by}`, weight: 1, chosen: true, note: understanding.topic }]
  const flavoured = core.plain ? { text: core.text, isFull: true } : flavour(scene, core.text, { act: understanding.act, inner: core.inner.key, isTold: core.tells !== undefined || TOLD_ACTS.has(understanding.act) })
  let reply = flavoured.text
  let ends = core.ends ?? false
  let tells = core.tells ?? null
  if (!core.final && !ends && scene.ownTurns.length >= LONG_TALK_TURNS && roll(scene.dice, 'enough') < 0.3 * (1 - scene.voice.talkative)) {
    const busy = say(scene, MEETING.busy)
    if (busy) {
      reply = joinSentences(reply, busy)
      ends = true
    }
    considered.push({ label: 'end the talk', weight: 0.6, chosen: ends, note: 'it has been long' })
  } else if (!core.final && !ends) {
    const more = addition(scene, understanding, { text: reply, isFull: flavoured.isFull })
    considered.push(...more.considered)
    reply = joinSentences(reply, more.text)
    tells ??= more.tells
  }
  return { reply, thought: inner(scene, core.inner.key, { name: scene.partnerName ?? 'the stranger', ...core.inner.slots }), ends, understanding, considered, decision: core.decision ?? null, tells, agrees: core.agrees ?? null, deliberation: core.deliberation ?? null }
}

/** Whoever gives their name and something grave with it is met by that, and not by pleasure in the name; null where nothing weighs. */
function besideName(scene: Scene, { facts }: Understanding): Answer | null {
  const name = facts.find(({ key }) => key === 'name')?.object
  const matter = name === undefined ? null : matterOf(writtenOut(scene.heard))
  if (!matter || matter.tone !== 'sad' || matter.weight < EARNEST) return null
  const word = say(scene, { any: matter.say })
  return word === null ? null : { text: `${name}. ${joinSentences(word, say(scene, { any: matter.ask }) ?? '')}`, inner: { key: 'on-sorry-for' }, final: true, plain: true }
}

/** What a remark was heard as: without what was said beside it, in plain words. */
type Heard = { scene: Scene; understanding: Understanding; leaning: Answer | null }

/** All that a remark asks is answered, one question after the other; what was said beside it in earnest is not passed over. */
function answerAll(focus: { scene: Scene; before: string }, thread: Thread, heard: Heard): { core: Answer; by: string } {
  const asked = heard.scene.view.conversation?.deal ? [] : allAsked(focus.scene.heard)
  if (asked.length < 2) {
    const { core, by } = answerOne(focus.scene, thread, heard)
    return { core: withWord(focus, core), by }
  }
  const before = sentencesOf(tidied(focus.scene.heard)).filter((part) => !isAsking(part)).join(' ')
  const answers: Answer[] = []
  let first = ''
  for (const [at, question] of asked.entries()) {
    const one: Scene = { ...focus.scene, heard: at === 0 && before !== '' ? `${before} ${question}` : question, recent: [...focus.scene.recent, ...answers.map(({ text }) => text)] }
    const leaning = answerSubject(one, thread, false) ?? answerLeaning(one, thread)
    const scene = leaning ? one : hearPlainly(one, thread)
    const { core, by } = answerOne(one, thread, { scene, understanding: understandIn(scene, scene.heard), leaning }, asked.slice(0, at))
    first ||= by
    answers.push(core)
  }
  return { core: withWord(focus, answers.reduce((all, next) => ({ ...next, ...all, text: joinSentences(all.text, next.text) }))), by: first }
}

function answerOne(scene: Scene, thread: Thread, heard: Heard, said: readonly string[] = []): { core: Answer; by: string } {
  const { understanding } = heard
  const whole = heard.leaning ?? composeAll(heard.scene, understanding, thread)
  return surest(scene, { by: understanding.act, confidence: sureness(heard.scene, understanding, whole, heard.leaning !== null), answer: whole }, thread, { said, plain: heard.scene.heard })
}

/** The answer, after a word to what weighs and was said beside the question. */
function withWord({ scene, before }: { scene: Scene; before: string }, core: Answer): Answer {
  const matter = before === '' ? null : matterOf(writtenOut(before))
  const word = matter && matter.weight >= EARNEST && matter.tone !== 'plain' ? say(scene, { any: matter.say }) : null
  return word === null || core.text.includes(word) ? core : { ...core, text: `${word} ${core.text}` }
}

/** What is said by the surest reading of a remark; where none is sure, what was understood of it is named and the rest asked for. */
function surest(scene: Scene, whole: Reading, thread: Thread, { said, plain }: { said: readonly string[]; plain: string }): { core: Answer; by: string } {
  const { read, readings } = readingsOf(scene, followDiscourse(scene), said)
  const best = surer([whole, ...readings])
  // what was read with a pronoun still in it is read no further than that
  const isOpen = best === whole && best.confidence < SURE_OF_ALL && /\b(?:he|she|him|her|it|they|them|there|ones?)\b/i.test(plain)
  if ((best.confidence >= SURE_ENOUGH && !isOpen) || !read.leans) return { core: best.answer, by: best.by }
  // what leans on the talk is read again in full words
  const full = { ...scene, heard: `${capitalise(fullOf(read))}?` }
  const understanding = understandIn(full, full.heard)
  const core = compose(full, understanding, thread)
  const anew = surer([isOpen ? { ...best, confidence: best.confidence - OPEN_LOSS } : best, { by: `${understanding.act} in full`, confidence: sureness(full, understanding, core, false), answer: core }])
  const asked = anew.confidence < LEAST ? clarify(scene, read) : null
  return { core: asked ?? anew.answer, by: asked ? 'unsure' : anew.by }
}

function surer(readings: readonly Reading[]): Reading {
  return readings.reduce((best, other) => (other.confidence > best.confidence ? other : best))
}

function understandIn({ view, ownTurns }: Scene, heard: string): Understanding {
  const names = view.knows.filter(({ id }) => id !== 'player').map(({ name }) => name)
  return understand(heard, { lastOwn: ownTurns.at(-1) ?? '', people: names, places: [view.settlement.name, ...view.settlement.neighbours.map(({ name }) => name)] })
}

/** Whether two questions that look alike also ask the same: “today” is not “tomorrow”, and “why” is not “whether”. */
function isSameQuestion(a: string, b: string): boolean {
  const [left, right] = [coreOf(a), coreOf(b)]
  return left.split(' ')[0] === right.split(' ')[0] && [...new Set(termsOf(left))].sort().join(' ') === [...new Set(termsOf(right))].sort().join(' ')
}

/** Two questions in one remark are both answered. */
function composeAll(scene: Scene, understanding: Understanding, thread: Thread): Answer {
  const [one, two] = questionsIn(scene.heard)
  if (scene.view.conversation?.deal || one === undefined || two === undefined) return compose(scene, understanding, thread)
  const first = compose({ ...scene, heard: one }, understandIn(scene, one), thread)
  const second = compose({ ...scene, heard: two, recent: [...scene.recent, first.text] }, understandIn(scene, two), thread)
  return { ...second, ...first, text: joinSentences(first.text, second.text) }
}

function compose(scene: Scene, understanding: Understanding, thread: Thread | null = null, isGuessed = false): Answer {
  const ask = thread && readAsk(scene.heard)
  const ofDeal = scene.partnerId === 'player' ? (answerDeal(scene) ?? answerTrades(scene)) : null
  if (ofDeal) return ofDeal
  const ofTalks = scene.partnerId === 'player' && ask?.kind !== 'fault' && !(ask?.kind.startsWith('follow') && ask.kind !== 'follow-said') ? answerTalks(scene) : null
  if (ofTalks) return ofTalks
  const ofLives = answerLives(scene)
  if (ofLives) return ofLives
  const repeated = understanding.asks && scene.partnerTurns.slice(-6).some((turn) => trigramSimilarity(turn, scene.heard) > 0.75 && isSameQuestion(turn, scene.heard))
  if (repeated && subjectAsked(scene.heard) === null && !/^(?:follow|another|riddle|joke|song|story|emoji|greet)/.test(ask?.kind ?? '') && !['ask-news', 'ask-place', 'ask-happened', 'ask-neighbours'].includes(understanding.act)) {
    const before = answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [SOCIAL['asked-before']])
    if (before) return before
  }
  const found = (scene.partnerId === 'player' ? answerMeeting(scene) : null) ?? (thread ? answerAsked(scene, thread, understanding) : null) ?? answerWould(scene, understanding) ?? answerSocial(scene, understanding, thread) ?? answerSelf(scene, understanding) ?? answerWorld(scene, understanding)
  // before one says that one does not know: was it asked in an unusual way?
  const meant = thread && !isGuessed && found?.isIgnorant ? guessMeaning(scene.view, scene.heard) : null
  if (meant) return compose({ ...scene, heard: meant }, understandIn(scene, meant), thread, true)
  if (found) return found
  if (OWN_ACTS.has(understanding.act)) {
    // what was not asked in this talk is not held against who asks: it is answered as it was another day
    const wasAsked = scene.partnerTurns.some((turn) => understandIn(scene, turn).act === understanding.act)
    const anew = wasAsked ? null : (answerSelf({ ...scene, recent: scene.ownTurns }, understanding) ?? answerSelf({ ...scene, recent: [] }, understanding))
    if (anew) return anew
    const enough = wasAsked ? answer(scene, { key: 'on-tired-of-talk' }, [SOCIAL['asked-before']], [SOCIAL['change-subject']]) : null
    if (enough) return enough
  }
  const unknown = understanding.asks ? ignorance(scene) : null
  return unknown ?? answer(scene, { key: 'on-tired-of-talk' }, [SOCIAL.statement], [SOCIAL['change-subject']]) ?? { text: 'Mm.', inner: { key: 'on-tired-of-talk' } }
}

/** What is said beyond the answer: an answer to a second thing told, a question back, something remembered; often nothing. */
function addition(scene: Scene, understanding: Understanding, reply: { text: string; isFull: boolean }): { text: string; tells: number | null; considered: Spoken['considered'] } {
  const considered: Spoken['considered'] = []
  if (reply.text.includes('?') || understanding.act === 'ask-source') return { text: '', tells: null, considered }
  const { talkative } = scene.voice
  const turn = scene.ownTurns.length
  // what was asked in this talk and passed over is not asked again, however long the talk is
  const saidHere = scene.memories.flatMap((memory) => (memory.kind === 'said' && isOfThisTalk(scene, memory) ? [/“(.*)”/.exec(memory.text)?.[1] ?? ''] : []))
  const asked = new Set([...saidHere, ...scene.recent, ...scene.ownTurns].map(askedFor))
  const known = new Set([...scene.facts.map((memory) => memory.triple?.[1]), ...understanding.facts.map(({ key }) => key)])
  const gate = roll(scene.dice, 'say more')
  const offer = (label: string, weight: number, text: string | null): string | null => {
    if (text === null) return null
    const chosen = gate < weight
    considered.push({ label, weight, chosen, note: chosen ? '' : 'held back' })
    return chosen ? text : null
  }
  // a question of one’s own comes where there is a lull, and not upon another that was passed over
  const last = scene.ownTurns.at(-1) ?? ''
  if (last.endsWith('?') && scene.ownTurns.length > 1 && scene.facts.every((memory) => !isOfThisTalk(scene, memory) || memory.worldSeconds < (scene.view.conversation?.turns.at(-2)?.worldSeconds ?? 0))) return { text: '', tells: null, considered }
  // what is one’s own to ask comes between light words only
  const isLight = LIGHT_ACTS.has(understanding.act) && !scene.partnerTurns.slice(-3).some((line) => { const matter = matterOf(writtenOut(line)); return matter?.tone === 'sad' && matter.weight > 3 })
  const lull = !isLight ? 0 : !understanding.asks ? 1 : turn < 2 || understanding.act === 'ask-why' ? 0 : BUSY_SHARE
  const follow = followUp(scene)
  const told = turn >= 2 && turn % 3 === 2 && !reply.isFull ? remark(scene) : null
  const text =
    (follow ? offer(`ask after: ${follow.memory.text}`, 0.45, follow.text) : null) ??
    (scene.partnerName === null && !known.has('name') && !asked.has('name') && turn >= 1 ? offer('ask for a name', lull * (0.45 + 0.4 * talkative), say(scene, MEETING['ask-name'])) : null) ??
    (!known.has('origin') && !asked.has('origin') && turn >= 2 ? offer('ask where from', lull * (0.25 + 0.45 * talkative), say(scene, MEETING['ask-origin'])) : null) ??
    (!known.has('seeks') && !known.has('lost') && !asked.has('seeks') && turn >= 3 ? offer('ask what for', lull * (0.15 + 0.4 * talkative), say(scene, MEETING['ask-purpose'])) : null) ??
    offer('tell something', isLight ? 0.1 + 0.5 * talkative : 0, told?.text ?? null)
  return { text: text ?? '', tells: text !== null && text === told?.text ? told.tells : null, considered }
}

/** Something of one's own accord: news, else the weather. */
function remark(scene: Scene): { text: string; tells: number | null } | null {
  const belief = newsOf(scene)
  const news = belief && say(scene, BELIEF.tell, { item: tellBelief(scene, belief) })
  if (belief && news) return { text: news, tells: belief.id }
  const weather = WORLD[`aside-${scene.view.weather as 'clear'}`] ?? WORLD['aside-clear']
  // of the weather one speaks once in a while
  const spoken = [...scene.recent.slice(-ASIDE_LINES), ...scene.partnerTurns, scene.heard].some((line) => (weather.any ?? []).some((aside) => isRepeat(aside, line)))
  const aside = spoken ? null : say(scene, weather)
  return aside === null ? null : { text: aside, tells: null }
}

/** A question about something the partner told in an earlier talk and was not asked about in this one. */
function followUp(scene: Scene): { text: string; memory: Memory } | null {
  const earlier = scene.facts.filter((memory) => !isOfThisTalk(scene, memory))
  for (const key of FOLLOW_ORDER) {
    const memory = earlier.findLast((fact) => fact.triple?.[1] === key)
    const third = memory?.triple?.[2]
    if (!memory || !third || !isFactKey(key)) continue
    // what was done, or forgiven, is asked after no more
    if (key === 'promise' && scene.view.appointments.some(({ kind, state, withId, madeSeconds }) => kind === 'promise' && withId === scene.partnerId && state !== 'agreed' && Math.abs(madeSeconds - memory.worldSeconds) < 120)) continue
    const object = key === 'lost' ? thingLost(toSecondPerson(third)) : toSecondPerson(third)
    if (scene.ownTurns.some((said) => said.includes(object))) continue
    if (key === 'feels' && !isBadFeeling(object)) continue
    // nobody asks after what stands in the village
    if (key === 'seeks' && findPlace(scene, object)) continue
    const lines = FOLLOW_UPS[key === 'feels' ? 'feels-bad' : key]
    const text = say(scene, lines, { object, kin: key === 'kin' ? object.split(/ (?:is|was|are|has|had|lives|died|loves|works)\b/)[0] : null })
    if (text && !scene.ownTurns.some((said) => isRepeat(text, said))) return { text, memory }
  }
  return null
}

function talkWithNeighbour(scene: Scene, understanding: Understanding): Spoken {
  const { view } = scene
  const name = scene.partnerName ?? 'neighbour'
  const most = view.conversation?.hasTime ? LONG_NEIGHBOUR_TURNS : NEIGHBOUR_TURNS
  if (scene.ownTurns.length >= most || understanding.act === 'farewell') return { ...partWith(scene), understanding }
  const meeting = answerMeeting(scene)
  if (meeting) return { reply: meeting.text, thought: inner(scene, 'person', { person: name, name }), ends: false, understanding, agrees: meeting.agrees ?? null, considered: [{ label: meeting.agrees ? 'agree to meet' : 'decline to meet', weight: 1, chosen: true, note: name }] }
  const first = scene.ownTurns.length === 0
  const reaction = scene.heard === '' ? null : reactTo(scene, first)
  const proposal = scene.heard === '' ? null : proposeMeeting(scene)
  if (proposal) return { reply: joinSentences(reaction?.text.includes('?') ? '' : (reaction?.text ?? ''), proposal), thought: inner(scene, 'person', { person: name, name }), ends: false, understanding, considered: [{ label: 'propose to meet', weight: 1, chosen: true, note: view.conversation?.proposal?.purpose ?? '' }] }
  // what is to be told in this talk is told; else small talk
  const told = view.conversation?.telling ? remark(scene) : null
  const isLast = scene.ownTurns.length === most - 1
  const news = told?.text ?? (DOUBTS.test(reaction?.text ?? '') ? null : openTopic(scene))
  const returned = news === null && !reaction?.text.includes('?') ? say(scene, MEETING['ask-back'], { name }) : null
  const reply = joinSentences(reaction ? flavour(scene, reaction.text, { act: 'neighbour', inner: reaction.inner.key, isTold: reaction.tells !== undefined }).text : '', isLast ? (news ?? '') : (news ?? returned ?? ''))
  const tells = told && reply.includes(told.text) ? told.tells : (reaction?.tells ?? null)
  return reply === ''
    ? { ...partWith(scene), understanding }
    : { reply, thought: inner(scene, reaction?.inner.key ?? 'person', { person: name, name, ...reaction?.inner.slots }), ends: false, understanding, tells, considered: [{ label: 'chat', weight: 1, chosen: true, note: understanding.act }] }
}

/** What is said to a neighbour’s words: of what they began or told, to what they asked, and where it is none of it a listener’s word. */
function reactTo(scene: Scene, isFirst: boolean): Answer | null {
  const name = scene.partnerName ?? 'neighbour'
  const inner: Answer['inner'] = { key: 'person', slots: { person: name, name } }
  // what the other has just said is no answer to it
  const fresh: Scene = { ...scene, recent: [...scene.recent, ...scene.partnerTurns, scene.heard] }
  const found = answerNeighbour(fresh) ?? answerQuestion(fresh, inner)
  if (isFirst) {
    const greeting = say(fresh, found ? NEIGHBOURS.greeted : MEETING['greet-neighbour'], { name })
    return found ? { ...found, text: joinSentences(greeting ?? '', found.text) } : greeting === null ? null : { text: greeting, inner }
  }
  // an answer to one’s own words wants no answer, and not everything else a word
  return found ?? (roll(scene.dice, 'heard') < HEARD_SHARE ? answer(fresh, inner, [NEIGHBOURS.heard, { name }]) : null)
}

function answerQuestion(scene: Scene, inner: Answer['inner']): Answer | null {
  // a name or a thing said back with a question mark asks nothing
  const question = sentencesOf(scene.heard).findLast((sentence) => sentence.endsWith('?') && sentence.split(' ').length >= LEAST_QUESTION_WORDS)
  if (!question) return null
  const asked = understand(question, { lastOwn: '', people: scene.view.knows.map((known) => known.name), places: [] })
  if (asked.act === 'ask-family') return answer(scene, inner, [SOCIAL.yours, { name: scene.partnerName ?? 'neighbour' }])
  const found = compose({ ...scene, heard: question }, asked)
  return found.isIgnorant ? null : found
}

/** The inner line for a key; at most 120 characters. */
export function inner(scene: Scene, key: keyof typeof INNER, slots: Answer['inner']['slots'] = {}): string | null {
  const text = ponder(scene, INNER[key], slots, `inner ${key}`)
  return text === null ? null : capText(text, 120)
}

function joinSentences(first: string, second: string): string {
  if (first === '' || second === '') return first || second
  const have = sentencesOf(first)
  const fresh = sentencesOf(second).filter((sentence) => !have.some((other) => isRepeat(sentence, other)))
  return fresh.length === 0 ? first : `${first} ${capitalise(fresh.join(' '))}`
}
