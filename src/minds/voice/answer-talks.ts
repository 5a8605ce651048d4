/** Answers about the talks themselves, from what the person remembers of them: what was asked, told, given, promised and said. */
import { dayOf } from '#simulation/clock.ts'
import { toneOf } from '#simulation/affect/tone.ts'
import type { FactKey } from '../memory/facts.ts'
import type { Memory } from '../memory/memory.ts'
import { agoWords } from '../place-words.ts'
import type { GivenWord } from '../private-view.ts'
import { goodIn } from '#simulation/trade/goods.ts'
import { answer, type Answer } from './answer.ts'
import { lastGiven } from './answer-deal.ts'
import { whenWords } from './answer-meeting.ts'
import { TALKS } from './lines-talks.ts'
import type { Lines } from './manner.ts'
import { isOfThisTalk, partnerOf, say, type Scene } from './scene.ts'
import type { Slots } from './speak.ts'
import { talkAsked, type TalkQuestion } from './talk-question.ts'
import { coverageOf, coverageOfText, secondPersonFact } from './tell.ts'
import { named, understand, type Act } from './understand.ts'

/** Something said between the two. */
type Line = { text: string; worldSeconds: number; talkId: number | null; mine: boolean }

/** Share of the words of a matter that a line must hold to be about it. */
const COVERAGE = 0.5
/** What a talk was about, by what was wanted. */
const MATTERS: { readonly [A in Act]?: string } = {
  'ask-trade': 'my work', 'ask-doing': 'my work', 'ask-family': 'my people', 'ask-weather': 'the weather', 'ask-news': 'the news', 'ask-how': 'how I was', 'ask-feelings': 'how I felt', 'ask-age': 'my age', 'ask-home': 'where I live', 'ask-likes': 'what I like', 'ask-fears': 'what I am afraid of', 'ask-plans': 'my plans', 'ask-advice': 'what there is to see here',
  'ask-safe': 'whether it is safe here', 'ask-belief': 'what one may believe', 'ask-secret': 'secrets, and I told none', 'ask-neighbours': 'the places around', 'ask-time': 'the hour', 'ask-self': 'what I am', insult: 'things I would rather forget', threat: 'things I would rather forget', love: 'love, of all things', gift: 'your gift', promise: 'your promise', request: 'something you wanted of me',
}
/** Facts as matters of talk. */
const FACT_MATTERS: { readonly [K in FactKey]?: (object: string) => string } = {
  lost: (object) => `your lost ${object}`, found: () => 'what you found again', seeks: (object) => object, origin: (object) => object, trade: () => 'your trade', kin: () => 'your people', has: (object) => `your ${object}`, 'goes-to': (object) => `the way to ${object}`, likes: (object) => object, dislikes: (object) => object, wish: () => 'what you wish for', promise: () => 'your promise', feels: () => 'how you were', did: () => 'what you had done', age: () => 'your age', name: () => 'your name',
}

/** The answer to a question about the talks between the two; null when it is none. */
export function answerTalks(scene: Scene): Answer | null {
  const asked = talkAsked(scene.heard)
  if (!asked) return null
  switch (asked.kind) {
    case 'name': return answerName(scene)
    case 'asked': return answerAsked(scene, asked)
    case 'topics': return answerTopics(scene, asked)
    case 'told': return answerTold(scene, asked)
    case 'said': return answerSaid(scene, asked)
    case 'gave': return answerGave(scene)
    case 'owed':
    case 'vowed': return answerPromised(scene, asked.kind)
    case 'appointed': return answerAppointed(scene)
    case 'met': return answerMet(scene)
  }
}

/** What is remembered is said even where it was said before: whoever asks again is told again. */
function tell(scene: Scene, lines: Lines, slots: Slots = {}): Answer | null {
  const again = (): string | null => say({ ...scene, recent: scene.ownTurns.slice(-1) }, lines, slots) ?? say({ ...scene, recent: [] }, lines, slots)
  const text = say(scene, lines, slots) ?? again()
  return text === null ? null : { text, inner: { key: scene.partnerName ? 'on-friend' : 'on-topic', slots: { name: scene.partnerName ?? 'this one' } } }
}

/** All that is remembered of what the two said to each other, oldest first, but for the words that ask. */
function linesOf(scene: Scene): Line[] {
  const talkId = scene.view.conversation?.id ?? null
  const kept = scene.memories.flatMap((memory): Line[] => {
    const mine = memory.kind === 'said'
    if ((!mine && memory.kind !== 'heard') || memory.about[0] !== scene.partnerId || (!mine && !/ said to me[:,]/.test(memory.text))) return []
    const text = /“(.*)”/.exec(memory.text)?.[1]
    return text ? [{ text, worldSeconds: memory.worldSeconds, talkId: talkOf(scene, memory), mine }] : []
  })
  // what was said a moment ago is in mind, whether or not it will be kept
  const now = scene.view.worldSeconds
  for (const [turns, mine] of [[scene.partnerTurns, false], [scene.ownTurns, true]] as const) for (const text of turns) if (!kept.some((line) => line.mine === mine && line.talkId === talkId && line.text.slice(0, 60) === text.slice(0, 60))) kept.push({ text, worldSeconds: now, talkId, mine })
  const last = kept.findLastIndex((line) => !line.mine && line.talkId === talkId && line.text.slice(0, 60) === scene.heard.slice(0, 60))
  return kept.filter((_, at) => at !== last)
}

/** The number of the talk that a memory is of; one of an earlier country that bears this talk’s number has one of its own. */
function talkOf(scene: Scene, memory: Memory): number | null {
  const { conversationId } = memory
  return conversationId !== null && conversationId === scene.view.conversation?.id && !isOfThisTalk(scene, memory) ? -1 - conversationId : conversationId
}

/** Lines of the talks that are meant: those of this one, of the last before it that fits, or of whichever is nearest. */
function linesMeant(scene: Scene, { span, about }: TalkQuestion, accept: (line: Line) => boolean): Line[] {
  const talkId = scene.view.conversation?.id ?? null
  const fitting = linesOf(scene).filter((line) => accept(line) && (about === '' || coverageOfText(about, line.text) >= COVERAGE))
  if (about !== '' && span === 'any') return fitting
  const here = fitting.filter((line) => line.talkId === talkId)
  const past = fitting.filter((line) => line.talkId !== talkId)
  const yesterday = /\byesterday\b/i.test(scene.heard) ? past.filter((line) => dayOf(line.worldSeconds) === dayOf(scene.view.worldSeconds) - 1) : []
  // whoever is wrong about the day is told of the talk that was, and when
  const before = yesterday.length > 0 ? yesterday : past
  const last = before.at(-1)
  const earlier = last ? before.filter(({ talkId: other }) => other === last.talkId) : []
  // whoever asks at the start of a talk means the last one
  return span === 'before' ? earlier : here.length > 0 ? here : earlier
}

/** Words about the talk itself are not what it was about. */
function isMatter(line: Line): boolean {
  return !line.mine && talkAsked(line.text) === null
}

function answerName(scene: Scene): Answer | null {
  const told = scene.facts.findLast((memory) => memory.triple?.[1] === 'name')
  if (!told || !scene.partnerName) return tell(scene, TALKS['name-none'])
  return tell(scene, TALKS.name, { name: scene.partnerName, when: ago(scene, told.worldSeconds) })
}

function answerAsked(scene: Scene, asked: TalkQuestion): Answer | null {
  const questions = linesMeant(scene, asked, (line) => (asked.span === 'now' ? !line.mine : isMatter(line)) && hear(scene, line.text).asks)
  const last = asked.isFirst ? questions[0] : questions.at(-1)
  if (!last) return notInMind(scene, asked)
  const both = asked.isFirst ? questions.slice(0, 1) : questions.slice(asked.span === 'now' ? -1 : -2)
  return tell(scene, TALKS.asked, { item: both.map(({ text }) => quoted(text)).join(' and '), when: ago(scene, last.worldSeconds) })
}

function answerTopics(scene: Scene, asked: TalkQuestion): Answer | null {
  const lines = linesMeant(scene, asked, (line) => isMatter(line) && !isManners(scene, line.text))
  const matters = [...new Set(lines.flatMap(({ text }) => mattersIn(scene, text)))].slice(-4)
  const last = lines.at(-1)
  if (!last || matters.length === 0) {
    if (last) return tell(scene, TALKS['told-words'], { item: quoted(last.text), when: ago(scene, last.worldSeconds) })
    return notInMind(scene, asked)
  }
  return tell(scene, TALKS.topics, { item: listed(matters), when: ago(scene, last.worldSeconds) })
}

function answerTold(scene: Scene, asked: TalkQuestion): Answer | null {
  const facts = scene.facts.filter((memory) => {
    if (asked.span === 'before' && isOfThisTalk(scene, memory)) return false
    if (asked.span === 'now' && !isOfThisTalk(scene, memory)) return false
    return asked.about === '' ? true : coverageOf(asked.about, memory) >= COVERAGE || coverageOfText(asked.about, secondPersonFact(scene, memory) ?? '') >= COVERAGE
  })
  const key = keyAsked(scene.heard)
  const fitting = key ? facts.filter((memory) => key.includes(memory.triple?.[1] as FactKey)) : facts
  const clauses = fitting.slice(-2).flatMap((memory) => secondPersonFact(scene, memory) ?? [])
  const told = linesMeant(scene, asked, (line) => isMatter(line) && (asked.about !== '' || !hear(scene, line.text).asks) && !isManners(scene, line.text))
  const last = asked.isFirst ? told[0] : told.at(-1)
  const fact = fitting.at(-1)
  // the words themselves, where they are nearer to what is asked than any fact
  if (last && (!fact || (asked.span === 'now' && last.worldSeconds > fact.worldSeconds))) return tell(scene, TALKS['told-words'], { item: quoted(last.text), when: ago(scene, last.worldSeconds) })
  // what no rule reads as a fact is said beside those
  if (last && fact && asked.about === '' && !key && last.worldSeconds > fact.worldSeconds && hear(scene, last.text).facts.length === 0) clauses.push(`you said ${quoted(last.text)}`)
  if (fact && clauses.length > 0) return tell(scene, TALKS.told, { item: listed(clauses.map((clause) => clause.replace(/[.]$/, ''))), when: ago(scene, fact.worldSeconds) })
  return notInMind(scene, asked)
}

/** Which facts a question about what was told wants, by its own words. */
function keyAsked(heard: string): readonly FactKey[] | null {
  if (/\b(?:come|came|am|was) from\b|\bmy home\b/i.test(heard)) return ['origin']
  if (/\b(?:lost|lose|missing)\b/i.test(heard)) return ['lost', 'found', 'mourns']
  if (/\b(?:looking for|seek|search)/i.test(heard)) return ['seeks', 'lost']
  if (/\bmy (?:trade|job|work)\b/i.test(heard)) return ['trade']
  return /\b(?:going|headed|bound)\b/i.test(heard) ? ['goes-to'] : null
}

function answerSaid(scene: Scene, asked: TalkQuestion): Answer | null {
  const mine = linesMeant(scene, asked, ({ mine, text }) => mine && (asked.about === '' || !text.includes('“')))
  const last = mine.at(-1)
  if (!last) return notInMind(scene, asked)
  return tell(scene, TALKS.said, { item: quoted(last.text) })
}

function answerGave(scene: Scene): Answer | null {
  const given = lastGiven(scene)
  if (given) return tell(scene, TALKS.gave, { item: given.thing, when: ago(scene, given.worldSeconds) })
  const gift = linesOf(scene).findLast(({ text, mine }) => !mine && toneOf(text) === 'gift' && !isEmptyHanded(scene, text))
  if (!gift) return tell(scene, TALKS['gave-none'])
  const thing = /\b(?:here(?:'s| is| are)|(?:brought|got|bought|made|give|gave)(?: you)?|take|have|for you[:,]?)\s+((?:an?|some|the|this|these|two|three|my)\s[\p{L}' -]{2,40}?)(?=\s+(?:for you|as an?|from)\b|[.,;!?]|$)/iu.exec(gift.text.replace(/[’`]/g, "'"))?.[1]
  return tell(scene, TALKS.gave, { item: thing ? thing.replace(/^my\b/i, 'your').replace(/^(?:this|these|the)\b/i, 'your') : 'something', when: ago(scene, gift.worldSeconds) })
}

/** Whether what was spoken of as given was not there. */
function isEmptyHanded({ memories }: Scene, text: string): boolean {
  return memories.some(({ triple, kind }) => kind === 'perceived' && triple?.[1] === 'held out nothing of' && goodIn(text)?.id === goodIn(triple[2])?.id)
}

function answerPromised(scene: Scene, kind: 'owed' | 'vowed'): Answer | null {
  const { appointments } = scene.view
  const word = appointments.findLast((given) => given.kind === (kind === 'owed' ? 'promise' : 'vow') && given.withId === scene.partnerId)
  if (word) return tell(scene, TALKS[kind], { item: word.what, stands: standing(scene, word, kind) })
  const fact = kind === 'owed' ? scene.facts.findLast((memory) => memory.triple?.[1] === 'promise') : undefined
  if (fact?.triple) return tell(scene, TALKS.owed, { item: fact.triple[2].replace(/\btheir\b/g, 'your').replace(/\bthem\b/g, 'me'), stands: 'I have not forgotten.' })
  const meeting = appointments.findLast((given) => given.kind === 'meet' && given.withId === scene.partnerId && given.state === 'agreed')
  if (meeting) return tell(scene, TALKS[kind], { item: `be at ${meeting.what} ${whenWords(meeting.atSeconds, scene.view.worldSeconds)}`, stands: 'It stands.' })
  return tell(scene, TALKS[kind === 'owed' ? 'owed-none' : 'vowed-none'])
}

/** How a promise stands, in a sentence. */
function standing(scene: Scene, { state, atSeconds, madeSeconds }: GivenWord, kind: 'owed' | 'vowed'): string {
  const [whose, who] = kind === 'owed' ? ['You', 'you'] : ['I', 'I']
  if (state === 'kept') return `${whose} kept it.`
  if (state === 'missed' || state === 'broken') return `And ${who} did not.`
  const days = dayOf(atSeconds) - dayOf(scene.view.worldSeconds)
  const due = days <= 0 ? 'It is for today.' : days === 1 ? 'It is for tomorrow.' : 'There is time yet.'
  return scene.view.worldSeconds - madeSeconds < 3600 ? due : `That was ${agoWords(madeSeconds, scene.view.worldSeconds)}. ${due}`
}

function answerAppointed(scene: Scene): Answer | null {
  const meeting = scene.view.appointments.findLast((given) => given.kind === 'meet' && given.withId === scene.partnerId && (given.state === 'agreed' || given.state === 'waiting'))
  return meeting ? tell(scene, TALKS.appointed, { item: meeting.what, when: whenWords(meeting.atSeconds, scene.view.worldSeconds) }) : tell(scene, TALKS['appointed-none'])
}

function answerMet(scene: Scene): Answer | null {
  const earlier = scene.memories.filter((memory) => memory.conversationId !== null && !isOfThisTalk(scene, memory) && memory.about[0] === scene.partnerId && memory.kind !== 'fact')
  const first = earlier[0]
  const last = earlier.at(-1)
  if (!first || !last) return (partnerOf(scene)?.familiarity ?? 0) > 0.1 && scene.ownTurns.length === 0 ? tell(scene, TALKS.forgotten, { when: 'some time ago' }) : tell(scene, TALKS['met-now'])
  const talks = new Set(earlier.map((memory) => talkOf(scene, memory))).size
  const often = talks === 1 ? 'once' : talks === 2 ? 'twice' : talks < 6 ? `${['', '', '', 'three', 'four', 'five'][talks]} times` : 'many times'
  const lastAgo = agoWords(last.worldSeconds, scene.view.worldSeconds)
  const firstAgo = agoWords(first.worldSeconds, scene.view.worldSeconds)
  const where = first.place.name === '' ? '' : `, at ${first.place.name}`
  const item = talks === 1 ? `We talked ${often} before, ${lastAgo}${where}.` : firstAgo === lastAgo ? `We have talked ${often} before, ${lastAgo}.` : `We first spoke ${firstAgo}${where}, and last ${lastAgo}; ${often} in all.`
  return tell(scene, TALKS.met, { item })
}

/** Nothing is in mind of it: forgotten, where there was such a talk, else it was never so. */
function notInMind(scene: Scene, { span, about }: TalkQuestion): Answer | null {
  const last = scene.memories.findLast((memory) => memory.conversationId !== null && !isOfThisTalk(scene, memory) && memory.about[0] === scene.partnerId)
  if (last && about === '' && span !== 'now') return tell(scene, TALKS.forgotten, { when: ago(scene, last.worldSeconds) })
  if (!last && span === 'before') return tell(scene, TALKS['met-now'])
  return last || scene.ownTurns.length > 1 || about !== '' ? tell(scene, TALKS['not-so']) : answer(scene, { key: 'on-unknown' }, [TALKS['met-now']], [TALKS['not-so']])
}

/** What a remark was about, in the words of the one who heard it; nothing for manners. */
function mattersIn(scene: Scene, text: string): string[] {
  const { act, topic, facts } = hear(scene, text)
  const fact = facts.find(({ key }) => key !== 'name') ?? facts[0]
  const ofFact = fact && FACT_MATTERS[fact.key]?.(fact.object.replace(/\btheir\b/g, 'your').replace(/\bthem\b/g, 'you'))
  if (ofFact) return [ofFact]
  const person = scene.view.knows.find(({ id, name }) => id !== 'player' && named(text, [name]) !== '')
  if (person) return [person.name.split(' ')[0] ?? person.name]
  if (act === 'ask-place') return [scene.view.settlement.name]
  if (act === 'ask-where' && topic !== '' && topic.split(' ').length < 5) return [`the way to ${/^\p{Lu}/u.test(topic) ? topic : `the ${topic.replace(/^(?:the|an?|some) /i, '')}`}`]
  if ((act === 'ask-happened' || act === 'ask-opinion' || act === 'ask-person') && topic !== '' && topic.split(' ').length < 6) return [/^(?:the|an?|my|your|this|that) |^\p{Lu}/u.test(topic) ? topic : /\s/.test(topic) ? `“${topic}”` : topic]
  const matter = MATTERS[act]
  return matter ? [matter] : []
}

function isManners(scene: Scene, text: string): boolean {
  return ['greeting', 'farewell', 'yes', 'no', 'thanks', 'sorry', 'laugh', 'silence', 'nonsense', 'foreign'].includes(hear(scene, text).act)
}

function hear(scene: Scene, text: string): ReturnType<typeof understand> {
  return understand(text, { lastOwn: '', people: scene.view.knows.filter(({ id }) => id !== 'player').map(({ name }) => name), places: [] })
}

function quoted(text: string): string {
  const words = text.replaceAll('“', '‘').replaceAll('”', '’')
  return `“${/[.!?…’]$/.test(words) ? words : `${words}.`}”`
}

function ago(scene: Scene, then: Memory['worldSeconds']): string {
  const words = agoWords(then, scene.view.worldSeconds)
  return words === 'just now' ? 'a moment ago' : words
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
