/** What a turn of a talk said, as a record: its topic, whom and what it is of, and its words. Follow-up questions are resolved against the last records of both sides. Derived from the turns each time, so nothing of it is stored. */
import { goodIn, type Good } from '#simulation/trade/goods.ts'
import { clauseOf } from '../frames/clause.ts'
import { aroundOf, readFrame } from '../frames/read-frame.ts'
import { isOf } from '../frames/words.ts'
import type { KnownPerson, PrivateView } from '../../private-view.ts'
import { peopleIn, spotIn, type Spot } from '../asked/names.ts'
import { coreOf, isAsking } from '../asked/plain.ts'
import type { Ask } from '../asked/read-ask.ts'
import type { Act } from '../understand.ts'
import type { FollowUp, Side } from './follow-up.ts'
import { pastFieldIn, type PastField } from './past.ts'

/** What a turn may be about. `told`: something the partner told; `past`: something lived through. */
export type Topic = 'work' | 'tie' | 'place' | 'news' | 'opinion' | 'wish' | 'job' | 'price' | 'past' | 'day' | 'plan' | 'food' | 'told' | 'state' | 'way-of-life'

/** A record of one turn. */
export type SaidRecord = {
  isMine: boolean
  topic: Topic
  person: KnownPerson | null
  spot: Spot | null
  good: Good | null
  /** What an opinion, a wish or something told is of, in words; empty for none. */
  subject: string
  past: PastField | null
  /** Which side of it was asked for with a question that leant on an earlier record; null where it was asked afresh. */
  side: Side | null
  /** The words themselves. */
  text: string
}

const BY_ASK: { readonly [kind: string]: Topic } = {
  make: 'work', hard: 'work', tools: 'work', learnt: 'work', hours: 'work', cost: 'price', buy: 'price', sell: 'price', quality: 'price', 'too-dear': 'price', 'who-makes': 'price', foe: 'tie', third: 'tie', superlative: 'tie', admire: 'tie', 'who-near': 'tie', 'like-thing': 'opinion', 'want-most': 'wish', dream: 'past', eaten: 'food', crops: 'food', far: 'place', way: 'place', beyond: 'place', travelled: 'place',
  state: 'state', looks: 'state', 'love-what': 'opinion', 'nice-here': 'way-of-life', 'like-here': 'way-of-life', visitors: 'way-of-life',
}
const BY_ACT: { readonly [A in Act]?: Topic } = { 'ask-doing': 'work', 'ask-trade': 'work', 'ask-person': 'tie', 'ask-family': 'tie', 'ask-where': 'place', 'ask-news': 'news', 'ask-happened': 'news', 'ask-source': 'news', 'ask-plans': 'plan', 'ask-likes': 'wish', 'ask-feelings': 'state', 'ask-how': 'state' }

/** What is asked for an opinion of; null where none is. */
export function subjectAsked(text: string): string | null {
  const core = coreOf(text)
  const of = /^(?:and |so |but )*(?:what (?:do|would) you (?:\w+ )?(?:think|make|reckon|say) (?:of|about|to)|what(?:'s| is| are) your (?:\w+ )?(?:view|views|opinion|thoughts?|feelings?|take) (?:of|on|about)|how do you feel about|what are your (?:thoughts|feelings|views) (?:on|about)|do you (?:\w+ )?(?:like|love|hate|care for|approve of|respect|believe in|hold with)) (?!me$|him$|her$|them$|it$|that$|this$|you\b|your\b|my\b|being\b|it here|living\b)(.+)$/.exec(core)?.[1]
  return of?.replace(/ (?:then|really|at all|in general|anyway)$/, '') ?? null
}

/** What is asked that the listener may have lived through; null where nothing is. */
export function pastAsked(text: string): PastField | null {
  const rest = /^(?:and |so |but )*(?:have|had|did|were) you (?:(?:ever|yourself|never|also) |(?=been in love))(.+)$/.exec(coreOf(text))?.[1]
  return rest === undefined ? null : pastFieldIn(rest)
}

/** The thing that a question about oneself names: “a city”, “wolves”. */
function nounAsked(text: string): string {
  return /\b(?:an?|in|the|any|of) (\w+)$/.exec(coreOf(text))?.[1] ?? ''
}

/** The record of an answer to a question that leant on an earlier one. */
export function recordOfFollowUp({ side, record }: FollowUp, reply: string): SaidRecord {
  return { ...record, isMine: true, side, text: reply, ...(side === 'own' && record.topic === 'told' ? { topic: 'past' } : {}) }
}

/** The record of what the listener answered to a question in full words. `asked` as it was read; `spoken`: the thing with a price that was spoken of last. */
export function recordOfReply(view: PrivateView, heard: string, asked: { act: Act; ask: Ask | null; spoken: Good | null }, reply: string): SaidRecord | null {
  const { act, ask, spoken } = asked
  const people = peopleIn(view, heard, true)
  const named = people[0] ?? (BY_ASK[ask?.kind ?? ''] === 'tie' || act === 'ask-opinion' || act === 'ask-person' || act === 'ask-family' ? peopleIn(view, reply, false)[0] : undefined) ?? null
  const spot = spotIn(view, heard)
  const subject = subjectAsked(heard)
  const frame = readFrame(heard, aroundOf(view, heard))
  const past = ask?.kind === 'dream' ? 'dream' : pastAsked(heard)
  const base = { isMine: true, person: named, spot, good: goodIn(heard) ?? (BY_ASK[ask?.kind ?? ''] === 'price' ? spoken : null), subject: subject ?? '', past, side: null, text: reply }
  if (frame?.kind === 'work-wanted' || /\bwork for (?:it|you|that|a|my)\b/i.test(heard)) return { ...base, topic: 'job', person: peopleIn(view, reply, false)[0] ?? null }
  if (ask?.kind === 'day-plan') return { ...base, topic: /\byesterday\b/i.test(heard) ? 'day' : 'plan' }
  if (frame?.kind === 'know-person' || frame?.kind === 'work-alone') return { ...base, topic: frame.kind === 'know-person' ? 'tie' : 'work', person: named ?? peopleIn(view, reply, false)[0] ?? null }
  if (past !== null && (frame === null || ask?.kind === 'dream')) return { ...base, topic: 'past', subject: nounAsked(heard) }
  if (subject !== null && named === null) return { ...base, topic: spot === null ? 'opinion' : 'place' }
  const topic = named !== null && (act === 'ask-opinion' || act === 'ask-person' || act === 'ask-where') ? 'tie' : (BY_ASK[ask?.kind ?? ''] ?? BY_ACT[act])
  if (topic === undefined || (topic === 'tie' && named === null) || (topic === 'place' && spot === null)) return named !== null && isAsking(heard) ? { ...base, topic: 'tie' } : null
  return { ...base, topic, subject: subject ?? ask?.about ?? '' }
}

/** The record of something the partner told; null where they told nothing that could be asked about. */
export function recordOfTelling(view: PrivateView, heard: string): SaidRecord | null {
  if (isAsking(heard)) return null
  const c = clauseOf(heard, view.given)
  if (c.mood !== 'tells' || c.words.length < 3) return null
  return { isMine: false, topic: 'told', person: peopleIn(view, heard, true)[0] ?? null, spot: spotIn(view, heard), good: goodIn(heard) ?? null, subject: matterOf(c.words), past: pastFieldIn(c.text), side: null, text: heard }
}

/** What kind of thing was told: by the field that its words belong to. */
function matterOf(words: readonly string[]): string {
  if (words.some((word) => /^(?:stole|stolen|robbed|thief|thieves|rob)$/.test(word))) return 'theft'
  if (words.some((word) => /^(?:ill|sick|fever|cough|hurt|wound|wounded|injured|pain|broken|ache|aches)$/.test(word))) return 'illness'
  if (words.some((word) => /^(?:dream|dreamt|dreamed|nightmare)$/.test(word))) return 'dream'
  if (words.some((word) => /^loves?$/.test(word)) && words.includes('in')) return 'love'
  if (words.some((word) => /^(?:lost|lose|missing|gone)$/.test(word))) return 'loss'
  if (words.some((word) => /^(?:wolf|wolves|bear|bandits?|robbers|monster)$/.test(word))) return 'danger'
  return words.some((word) => isOf(word, 'woe')) ? 'woe' : ''
}
