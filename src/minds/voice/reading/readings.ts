/** Readings of a remark: what each reader makes of it, how surely, and what it would say. The surest is answered; every remark is resolved against the talk once, before any reader sees it. */
import { answer, type Answer } from '../answer.ts'
import { asksOfTrades } from '../answer-deal.ts'
import { asksOfLives } from '../answer-lives.ts'
import { meetingAsked } from '../answer-meeting.ts'
import { waiting } from '../asked/answer-amuse.ts'
import { isDoubtful } from '../asked/full-words.ts'
import { isAsking, tidied } from '../asked/plain.ts'
import { readAsk } from '../asked/read-ask.ts'
import { aroundOf, readFrame, type FrameKind } from '../frames/read-frame.ts'
import type { Scene } from '../scene.ts'
import { capitalise, sentencesOf } from '../speak.ts'
import { answerSense } from '../sense/answer-sense.ts'
import { talkAsked } from '../talk-question.ts'
import type { Understanding } from '../understand.ts'
import { notePartner } from './discourse.ts'
import { answerOfPerson } from './of-person.ts'
import { answerOfSelf } from './of-self.ts'
import { answerOfPartner, answerOfTold } from './of-told.ts'
import { answerOfKin, answerOfLore, answerOfNews, answerOfOwn, answerOfSeveral, answerOfThing } from './of-thing.ts'
import { refer } from './refer.ts'
import { meantBy, wordsFor, type Discourse, type Referred } from './referents.ts'

/** What one reader makes of a remark: by which of them, how surely (0..1), and the answer. */
export type Reading = { by: string; confidence: number; answer: Answer }

/** How surely what needs nothing from the talk is read by what it is of, beside the rules for whole questions: those are finer where they read all of it. */
const NAMED_OUTRIGHT = 0.69
/** How surely the rules for whole questions read what they see all of, what they see half of, what they only catch by its form, and nothing. */
const WHOLE = 0.7
const HALF = 0.4
const FORM = 0.3
const NOTHING = 0.15
const SAID_BACK = 0.2
/** Leaning on what was said. */
const LEANING = 0.75
/** What is told from outside, and cannot be meant otherwise. */
const CERTAIN = 0.97
/** From this on nothing better is looked for. */
export const SURE_ENOUGH = 0.5
/** Below this it is better to ask what is meant. */
export const LEAST = 0.28
/** Frames that only say that one does not know. */
const EMPTY_FRAMES: ReadonlySet<FrameKind> = new Set(['whom', 'why-clause', 'anybody'])

/** The readings of a question by what it is of, the surest first; none where it is of nothing that is known. What was said beside it in the same breath (`said`: questions that were answered already) is part of the talk by then. */
export function readingsOf(scene: Scene, talk: Discourse, said: readonly string[] = []): { read: Referred; readings: Reading[] } {
  const parts = sentencesOf(tidied(scene.heard))
  const last = Math.max(0, parts.findLastIndex(isAsking))
  for (const part of [...said, ...parts.slice(0, last)]) notePartner(scene.view, talk, part)
  const asking = parts[last] ?? scene.heard
  const read = refer(scene.view, asking, talk)
  if (!isAsking(asking) && !isElliptic(read)) {
    const told = answerOfTold(scene, read, talk)
    const meant = answerSense(scene, read, talk)
    return { read, readings: [...(told ? [{ by: 'told', ...told }] : []), ...(meant ? [{ by: 'sense', ...meant }] : [])] }
  }
  const whole = withSubject(read, talk, tidied(asking))
  const found = [
    ['sense', answerSense(scene, whole, talk)], ['news', answerOfNews(scene, whole, talk)], ['several', answerOfSeveral(scene, whole, talk)], ['kin', answerOfKin(scene, whole)], ['person', answerOfPerson(scene, whole)], ['thing', answerOfThing(scene, whole)], ['own', answerOfOwn(scene, whole)], ['partner', answerOfPartner(scene, whole)], ['self', answerOfSelf(scene, whole)], ['lore', answerOfLore(scene, whole)],
  ] as const
  const readings = found.flatMap(([by, each]) => (each === null ? [] : [{ by, answer: each.answer, confidence: whole.leans || OF_ITSELF.has(by) ? each.confidence : Math.min(each.confidence, NAMED_OUTRIGHT) }]))
  return { read: whole, readings: readings.sort((a, b) => b.confidence - a.confidence) }
}

/** Readers whose questions are whole by themselves. */
const OF_ITSELF: ReadonlySet<string> = new Set(['sense', 'news', 'several', 'kin', 'partner', 'self', 'lore'])

/** “And Boran?” and “married?”: what was left out is as it was asked last. */
function isElliptic({ text, refs }: Referred): boolean {
  return refs.length === 1 && /^(?:and )?<[pg]\d+>$/.test(text)
}

const ADJECTIVE = /^(?:is |are )?(?:(?:very|really|still|so) )?(?:married|single|old|young|nice|kind|friendly|honest|rich|poor|strict|good|any good|clever|far|safe|expensive|dear|alive|strong|trustworthy|open)$/

const COUNT = /^(?:(?:what|how) about |for |what if i (?:take|buy) )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})(?: of them)?$/

/** A question whose subject was left out, with what the talk is of. */
function withSubject(read: Referred, talk: Discourse, said: string): Referred {
  const { asked } = talk
  if (read.refs.length === 0 && ADJECTIVE.test(read.text)) {
    const wanted = /\b(?:far|open|safe)$/.test(read.text) ? ['spot'] : /\b(?:expensive|dear)$/.test(read.text) ? ['good', 'spot'] : /\bmarried|single|alive$/.test(read.text) ? ['person'] : ['person', 'spot', 'good']
    const ref = meantBy(talk, ({ kind }) => wanted.includes(kind))
    if (ref) return { ...read, text: `is <${ref.kind === 'person' ? 'p' : ref.kind === 'spot' ? 's' : 'n'}0> ${read.text.replace(/^(?:is|are) /, '')}`, refs: [ref], leans: true }
  }
  if (read.refs.length === 0 && COUNT.test(read.text)) {
    const ref = meantBy(talk, ({ kind }) => kind === 'good')
    if (ref) return { ...read, text: `${read.text} <n0>`, refs: [ref], leans: true }
  }
  const topic = asked && /^(?:what (?:drives you mad|annoys you|bothers you|do you dislike)|what do you (?:think|say))$/.test(read.text) ? asked.refs.find(({ kind }) => kind === 'person') : undefined
  if (topic) return { text: /\b(?:think|say)$/.test(read.text) ? 'what do you think of <p0>' : `${read.text} about <p0>`, refs: [topic], leans: true, open: '' }
  if (/^(?:more|less|better|worse|rather) than <p\d+>$/.test(read.text)) {
    const than = talk.asked?.refs.find((ref) => ref.kind === 'person' && !read.refs.some((other) => wordsFor(other) === wordsFor(ref)))
    return { ...read, refs: than ? [...read.refs, than] : read.refs, leans: true }
  }
  const tie = asked && /^what (?:happened|is|was it|went wrong|came) between you(?: two)?$/.test(read.text) ? asked.refs.find(({ kind }) => kind === 'person') : undefined
  if (tie) return { text: 'why do you not like <p0>', refs: [tie], leans: true, open: '' }
  const spoken = /^(?:and )?(?:now|today|these days)$/.test(read.text) ? asked?.refs.find(({ kind }) => kind === 'person') : undefined
  if (spoken) return { text: 'do you like <p0>', refs: [spoken], leans: true, open: '' }
  const two = asked && read.refs.length === 0 && /\b(?:you two|you both|did you meet|do you fight|do you quarrel|do you argue)\b/.test(read.text) ? meantBy(talk, ({ kind }) => kind === 'person') : null
  if (two) return { ...read, refs: [two], leans: true }
  // “and stones?” asks the same of those
  const noun = asked && read.refs.length === 0 && /^(?:(?:what|how) about )?((?:the |an? )?[a-z]{3,}s?)$/.exec(read.text)?.[1]
  const old = noun && /^(?:and|what about|how about)\b/i.test(said) ? asked.refs.findIndex(({ kind }) => kind === 'thing' || kind === 'good') : -1
  if (asked && noun && old >= 0) return { ...asked, text: asked.text.replaceAll(new RegExp(`(?:(?:an?|the|any|some) )?<[a-z]${old}>`, 'g'), noun), leans: true }
  // the same is asked of somebody else
  const [ref] = read.refs
  if (ref && asked && /^<[pgsnk]\d+>$/.test(read.text) && asked.refs.some(({ kind }) => kind === ref.kind || (kind === 'person' && ref.kind === 'kin'))) {
    const at = asked.refs.findIndex(({ kind }) => kind === ref.kind || (kind === 'person' && ref.kind === 'kin'))
    return { text: asked.text.replaceAll(new RegExp(`<[a-z]${at}>`, 'g'), read.text).replace(/<([a-z])0>/, '<$10>'), refs: [ref], leans: true, open: '' }
  }
  return read
}

/** How surely the rules for whole questions read a remark, by how much of it they see. `leaning`: by what was said before. */
export function sureness(scene: Scene, understanding: Understanding, said: Answer, leaning: boolean): number {
  const { view, heard } = scene
  if (view.conversation?.deal || waiting(scene) || asksOfTrades(heard) || asksOfLives(heard) || meetingAsked(heard, view.worldSeconds) !== null || talkAsked(heard) !== null) return CERTAIN
  if (said.isIgnorant) return NOTHING
  if (said.isVague) return SAID_BACK
  if (leaning) return LEANING
  if (!isAsking(heard)) return said.isListening ? HALF : WHOLE
  const ask = readAsk(heard)
  const frame = readFrame(heard, aroundOf(view, heard))
  if (frame !== null && EMPTY_FRAMES.has(frame.kind)) return NOTHING
  if (frame !== null) return WHOLE
  if (ask?.kind === 'third') return HALF
  // whom one has is asked of kin; what they are or do is asked of them
  if (understanding.act === 'ask-family' && !/\b(?:have|got|married|who|tell me|any|alone|how many|what about|how are)\b/i.test(heard)) return HALF
  if (ask === null && understanding.act === 'ask-other') return FORM
  return isDoubtful(view, heard, understanding) ? HALF : WHOLE
}

/** What is asked back where nothing is read surely: what was understood is named. */
export function clarify(scene: Scene, { refs, open }: Referred): Answer | null {
  const inner = { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } } as const
  if (open !== '' && refs.length === 0) return answer(scene, inner, [{ gruff: ['Who’s “{open}”?', '“{open}”? Say a name.'], any: ['Whom or what do you mean by “{open}”?', 'I have lost the thread: who is “{open}”?'] }, { open }])
  const known = refs.find(({ kind }) => kind !== 'thing')
  if (!known) return null
  const thing = wordsFor(known)
  return answer(scene, inner, [{ gruff: ['{Thing}, yes. What of it?'], any: ['{Thing} I know; but what of it do you want to know?', 'You ask of {thing}, that much I understood. What of it?'] }, { thing: tidied(capitalise(thing)) }])
}
