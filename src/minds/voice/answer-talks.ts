/** Answers about talks that were: what was asked, told and said in them, when they were, and what was promised. All of it from memories. */
import type { Memory } from '../memory/memory.ts'
import { capText } from '../memory/make-memory.ts'
import { dayOf } from '#simulation/clock.ts'
import { agoWords } from '../place-words.ts'
import { placeWords, whenWords } from './answer-meeting.ts'
import { answer, type Answer } from './answer.ts'
import type { Lines } from './manner.ts'
import { TALKS } from './lines-talks.ts'
import type { Scene } from './scene.ts'
import { capitalise, sentencesOf, type Slots } from './speak.ts'
import { isFactKey, secondPersonFact } from './tell.ts'

/** What one may want to know of a talk. */
type Wanted = 'asked' | 'told' | 'said' | 'about' | 'met' | 'often' | 'promised'

const LAST = '(?:just |last |first |once |ever |already |really |even )*'
/** In order; the first that fits counts. */
const WANTED: ReadonlyArray<readonly [Wanted, RegExp]> = [
  ['often', /\bhow (?:often|many times) (?:have|did|do) (?:we|i|you and i)\b/i],
  ['promised', new RegExp(`\\b(?:what|which|anything|something) (?:was it |is it |thing )?(?:that )?(?:did |have |had )?you ${LAST}(?:promised?|swore|swear|vow(?:ed)?|agreed?)\\b|\\bdid you (?:ever )?promise me\\b|\\b(?:your|a) promise to me\\b|\\bwhat are you (?:supposed|meant) to do for me\\b`, 'i')],
  ['asked', new RegExp(`\\b(?:what|which|everything|anything) (?:was it |is it |thing |question )?(?:that )?(?:did |have |had )?i ${LAST}(?:ask(?:ed)?|wanted? to know|wonder(?:ed)?)\\b|\\bmy (?:last |first |previous |earlier |other |old )*questions?\\b|\\bthat i ${LAST}asked\\b|\\bremember me asking\\b|\\bthe (?:very )?(?:first|last) thing (?:that )?i ${LAST}asked\\b|\\bdid i (?:already |just )?ask (?:you )?(?:anything|something)\\b`, 'i')],
  ['told', new RegExp(`\\b(?:what|everything|anything) (?:was it |is it |else )?(?:that )?(?:did |have |had )?i ${LAST}(?:said|say|told|tell|mention(?:ed)?)\\b|\\bmy (?:last |first |own )*words\\b|\\bremember me (?:saying|telling)\\b|\\bthe (?:very )?(?:first|last) thing (?:that )?i ${LAST}(?:said|told)\\b`, 'i')],
  ['said', new RegExp(`\\bwhat (?:was it |is it )?(?:that )?(?:(?:did|have|had) )?you ${LAST}(?:said|told|answered|replied)\\b|\\bwhat (?:did|have) you ${LAST}(?:say|tell|answer|reply)\\b|\\byour (?:last |first |own )*(?:answer|words|reply)\\b|\\bsay (?:that|it) (?:again|once more)\\b|\\brepeat (?:that|what you|it|yourself)\\b|\\bremember what you (?:said|told)\\b`, 'i')],
  ['met', /\bhave (?:we|you and i) (?:ever |already )?(?:met|spoken|talked)\b|\bwhen (?:did|have|was it that|was it) (?:we|i|you and i|you)\b.*\b(?:meet|met|speak|spoke|spoken|talk|talked|see me|seen me|come by)\b|\bwhen was (?:the |our )?(?:last|first) (?:time|talk|meeting|conversation|chat)\b|\bhow long (?:has it been|is it|ago)\b.*\b(?:we|i)\b|\bhow long since we\b/i],
  ['about', /\bwhat (?:was it |is it |all )?(?:that )?(?:did|were|have|had)? ?(?:we|you and i) (?:just |last |been |ever |already )*(?:talk|talked|talking|speak|speaking|spoke|spoken|chat|chatted|chatting|discuss|discussed|discussing|say|said|saying)\b|\b(?:our|the) (?:last |first |previous |earlier |other |little )*(?:talk|conversation|chat|meeting)\b|\bwhere were we\b|\bremember (?:us talking|talking (?:to|with) me|we (?:talked|spoke))\b|\blast time (?:we|i)\b|\bwhere did we (?:leave off|stop)\b/i],
]
/** What narrows the question down to a subject: that is answered by the facts about it. */
const ABOUT = /\b(?:about|of|regarding|concerning) (?!me\b|myself\b|us\b|you\b|it\b|that\b|this\b|last\b|earlier\b|what\b)([\p{L}][\p{L}' -]+)/iu
const EARLIER = /\b(?:last time|the other day|yesterday|last (?:talk|conversation|chat|meeting|night|week|evening)|previous(?:ly)?|days? ago|when we (?:first |last )?met)\b/i
const FIRST = /\bfirst\b/i
const QUOTE = /: “(.*)”\.?$/
const LONGEST_WORDS = 110
const COUNTS = ['Never', 'Once', 'Twice', 'Three times', 'Four times', 'Five times', 'Six times', 'Seven times', 'Eight times', 'Nine times', 'Ten times']

/** What one asks about oneself is no subject of a talk. */
const OF_ONESELF = /\b(?:remember|know|about|of) me\b|\bmy name\b|\bwho i am\b|\bwho am i\b|\bwhat (?:did|have) i\b/i

/** Words that fell. */
type Words = { text: string; memory: Memory; mine: boolean; asks: boolean }

/** What of a talk a remark asks for; null when it asks for none of it, or for one subject in it. */
export function talkWanted(text: string): Wanted | null {
  const plain = text.replace(/[’`]/g, "'")
  const wanted = WANTED.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
  return (wanted === 'asked' || wanted === 'told' || wanted === 'said') && ABOUT.test(plain) ? null : wanted
}

/** The answer to a question about talks between the two; null when none was asked. */
export function answerTalks(scene: Scene): Answer | null {
  const wanted = talkWanted(scene.heard)
  if (!wanted || scene.partnerId === null) return null
  return find(scene, wanted)
}

/** What is remembered of what was asked for, as words. */
function find(scene: Scene, wanted: Wanted): Answer {
  const talk = scene.view.conversation?.id ?? null
  const words = wordsWith(scene).filter(({ text, mine }) => (mine ? !text.includes('“') : talkWanted(text) === null))
  const earlier = words.filter(({ memory }) => memory.conversationId !== talk)
  if (wanted === 'promised') return answerPromised(scene)
  if (wanted === 'often') {
    const talks = new Set([...scene.memories.filter((memory) => memory.conversationId !== null && memory.about.includes(scene.partnerId ?? 'player')).map((memory) => memory.conversationId), talk])
    return tell(scene, [TALKS.often, { count: COUNTS[talks.size] ?? 'More often than I can count' }])
  }
  if (wanted === 'met') {
    const last = FIRST.test(scene.heard) ? earlier[0] : earlier.at(-1)
    return last ? tell(scene, [TALKS.met, { when: agoWords(last.memory.worldSeconds, scene.view.worldSeconds) }]) : tell(scene, [TALKS['first-talk']])
  }
  const before = EARLIER.test(scene.heard)
  const here = words.filter(({ memory }) => memory.conversationId === talk)
  const fits = (list: readonly Words[]): Words[] => list.filter(({ mine, asks }) => (wanted === 'asked' ? !mine && asks : wanted === 'told' ? !mine && !asks : mine))
  const pool = before ? earlier : fits(here).length > 0 ? here : earlier.length > 0 ? earlier : here
  if (wanted === 'about') return answerAbout(scene, before ? earlier : words)
  const fitting = fits(pool)
  const found = FIRST.test(scene.heard) ? fitting[0] : fitting.at(-1)
  if (found) return tell(scene, [TALKS[wanted], { words: capText(found.text, LONGEST_WORDS), when: agoWords(found.memory.worldSeconds, scene.view.worldSeconds) }])
  const last = before ? lastTalk(scene) : null
  if (last !== null) return tell(scene, [TALKS.faded, { when: agoWords(last, scene.view.worldSeconds) }])
  return tell(scene, [before && earlier.length === 0 ? TALKS['first-talk'] : TALKS[`not-${wanted}`]])
}

/** What fell between the two as far as it is remembered, oldest first; what was said just now is left out. */
function wordsWith({ memories, partnerId, heard }: Scene): Words[] {
  const words: Words[] = []
  for (const memory of memories) {
    if (memory.conversationId === null || !memory.about.includes(partnerId ?? 'player') || (memory.kind !== 'heard' && memory.kind !== 'said')) continue
    const text = QUOTE.exec(memory.text)?.[1]
    if (text === undefined || text === '' || (memory.kind === 'heard' && memory.about[0] !== partnerId)) continue
    words.push({ text, memory, mine: memory.kind === 'said', asks: isQuestion(text) })
  }
  const last = words.at(-1)
  if (last && !last.mine && last.text === heard) words.pop()
  return words
}

/** What a talk was about: what was learnt of the partner, what they asked, else what they said. */
function answerAbout(scene: Scene, pool: readonly Words[]): Answer {
  const content = pool.filter(({ mine, text }) => !mine && !OF_ONESELF.test(text))
  const last = FIRST.test(scene.heard) ? content[0] : content.at(-1)
  if (!last) {
    const seconds = lastTalk(scene)
    return seconds === null ? tell(scene, [TALKS['first-talk']]) : tell(scene, [TALKS.faded, { when: agoWords(seconds, scene.view.worldSeconds) }])
  }
  const { conversationId } = last.memory
  const of = content.filter(({ memory }) => memory.conversationId === conversationId)
  const facts = scene.facts.filter((memory) => memory.conversationId === conversationId && isFactKey(memory.triple?.[1] ?? '')).slice(-2).flatMap((memory) => secondPersonFact(scene, memory) ?? [])
  const told = facts.length > 0 ? [`I learnt that ${facts.join(' and that ')}`] : of.filter(({ asks }) => !asks).slice(-1).map(({ text }) => `you said “${capText(text, LONGEST_WORDS)}”`)
  const asked = of.filter(({ asks }) => asks).slice(-2).map(({ text }) => `“${capText(text, LONGEST_WORDS)}”`)
  const items = [...told, ...(asked.length > 0 ? [`you asked ${asked.join(' and ')}`] : [])]
  return tell(scene, [TALKS.about, { items: items.join(', and '), when: agoWords(last.memory.worldSeconds, scene.view.worldSeconds) }])
}

/** What the person gave its word for to the partner, and is still to do. */
function answerPromised(scene: Scene): Answer {
  const { appointments, worldSeconds } = scene.view
  const meeting = appointments.findLast(({ kind, withId, state }) => kind === 'meet' && withId === scene.partnerId && (state === 'agreed' || state === 'waiting'))
  if (!meeting) return tell(scene, [TALKS['no-promise']])
  return tell(scene, [TALKS['promised-meeting'], { place: placeWords(meeting.what.replace(/^the /, '')), when: dayOf(meeting.atSeconds) - dayOf(worldSeconds) > 1 ? 'in some days' : whenWords(meeting.atSeconds, worldSeconds) }])
}

/** When the two last had a talk before this one, world seconds; null when never. */
function lastTalk({ memories, partnerId, view }: Scene): number | null {
  return memories.findLast((memory) => memory.conversationId !== null && memory.conversationId !== view.conversation?.id && memory.about.includes(partnerId ?? 'player'))?.worldSeconds ?? null
}

/** A line, always: asked a second time for what it has just told, a person says the bare thing once more. */
function tell(scene: Scene, [lines, slots = {}]: readonly [Lines, Slots?]): Answer {
  const bare = slots.words ? `“${slots.words}”${slots.when ? ` That was ${slots.when}` : ''}` : (slots.items ?? slots.when ?? slots.count ?? lines.any?.[0] ?? '')
  return answer(scene, { key: lines === TALKS.faded ? 'on-unknown' : 'on-topic' }, [lines, slots]) ?? { text: capitalise(bare).replace(/(?<![.!?…”])$/, '.'), inner: { key: 'on-topic' } }
}

function isQuestion(text: string): boolean {
  return sentencesOf(text).some((sentence) => sentence.endsWith('?')) || /^(?:and |but |so |then )?(?:who|what|where|when|why|how|which|tell me)\b/i.test(text)
}
