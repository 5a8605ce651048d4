/** "Meet me at the mill at dusk": where and when is meant, whether one is willing, and what is said of meetings afterwards. */
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '#simulation/clock.ts'
import type { GivenWord } from '../private-view.ts'
import { answer, type Answer } from './answer.ts'
import { WORDS_GIVEN } from './lines-belief.ts'
import { partnerOf, say, type Scene } from './scene.ts'
import { sentencesOf } from './speak.ts'
import { willingness } from '#simulation/appointments/willing.ts'
import type { Purpose } from '#simulation/appointments/appointment.ts'

/** A meeting asked for. */
const ASKS = /\b(?:(?:let(?:'s| us)|can we|could we|shall we|will you|would you|can you|please|i(?:'d| would) like to)? ?(?:meet|see) (?:me|you|up|again|each other)?|(?:come|be|wait for me)) ?(?:here )?(?:at|to|by|in|near|here|again|with|me)\b|\bmeet me\b/i
/** Being shown something at an hour that is named: one meets for it. */
const SHOWN = /\b(?:show|take|lead|guide|walk|bring) (?:me|us) (?:the way |around |about |along |down |up |over |out )*(?:to |by )?(?!how\b|what\b|your (?:work|trade)\b)\w/i
const TIMES: ReadonlyArray<readonly [RegExp, hour: number, words: string]> = [
  [/\b(?:at )?(?:dawn|sunrise|daybreak|first light)\b/i, 6, 'at dawn'], [/\b(?:in the |this |tomorrow )?morning\b/i, 9, 'in the morning'], [/\b(?:at )?(?:noon|midday)\b/i, 12, 'at noon'], [/\bafternoon\b/i, 15, 'in the afternoon'],
  [/\b(?:at )?(?:dusk|sunset|sundown|nightfall)\b/i, 19, 'at dusk'], [/\bevening|tonight\b/i, 20, 'in the evening'], [/\b(?:at )?midnight\b/i, 24, 'at midnight'],
]
const CLOCK = /\bat (\d{1,2})(?::(\d\d))?(?: o'?clock)? ?(am|pm|in the (?:morning|afternoon|evening))?/i
/** Kinds of place, as they are called. */
const PLACES: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:inn|tavern)\b/i, 'inn'], [/\bmill\b/i, 'mill'], [/\bsmithy|forge\b/i, 'smithy'], [/\bbakery\b/i, 'bakery'], [/\bshrine\b/i, 'shrine'], [/\bbarn\b/i, 'barn'], [/\bfarmhouse|farm\b/i, 'farmhouse'], [/\bworkshop\b/i, 'workshop'], [/\b(?:stall|market)\b/i, 'stall'],
  [/\bwell\b/i, 'well'], [/\bfire\b/i, 'fire'], [/\b(?:shore|lake|beach|water|river|stream)\b/i, 'shore'], [/\bfields?\b/i, 'field'], [/\bgarden\b/i, 'garden'], [/\bbench\b/i, 'bench'], [/\bwoodpile\b/i, 'woodpile'], [/\borchard\b/i, 'orchard'], [/\bsquare|village\b/i, 'square'], [/\bhere\b/i, 'here'],
]
/** Words by which one hears what a meeting is for. */
const FOR: ReadonlyArray<readonly [RegExp, Purpose]> = [[/\b(?:make (?:it|this) up|make up|make peace|at odds|quarrel)\b/i, 'amends'], [/\b(?:hands?|help|alone)\b/i, 'help']]
const GONE_STALE_SECONDS = 6 * DAY_WORLD_SECONDS

/** Where and when a remark asks one to be; null when it asks for no meeting. */
export function meetingAsked(text: string, now: number): { place: string | null; atSeconds: number; when: string } | null {
  const plain = text.replace(/[’`]/g, "'")
  const isShown = SHOWN.test(plain)
  if (!isShown && !ASKS.test(plain)) return null
  // what else was said of places and hours is not meant, unless the asking names none
  const asking = sentencesOf(plain).find((sentence) => ASKS.test(sentence) || SHOWN.test(sentence)) ?? plain
  const time = timeIn(asking, now) ?? timeIn(plain, now)
  if (!time) return null
  const place = [asking, plain].map((words) => PLACES.find(([pattern]) => pattern.test(words))?.[1]).find((found) => found !== undefined)
  return { place: place ?? null, ...time }
}

function timeIn(text: string, now: number): { atSeconds: number; when: string } | null {
  const clock = CLOCK.exec(text)
  const part = TIMES.find(([pattern]) => pattern.test(text))
  const tomorrow = /\btomorrow\b/i.test(text)
  if (!clock && !part && !tomorrow) return null
  let hour = part?.[1] ?? hourOf(now)
  let when: string = part?.[2] ?? 'at this hour'
  if (clock?.[1]) {
    hour = Math.min(24, Number(clock[1])) + Number(clock[2] ?? 0) / 60
    if (hour < 12 && /pm|afternoon|evening/i.test(clock[3] ?? '')) hour += 12
    when = `at ${clock[1]}${clock[2] ? `:${clock[2]}` : ' o’clock'}`
  }
  const atSeconds = (dayOf(now) + (tomorrow ? 1 : 0)) * DAY_WORLD_SECONDS + hour * 3600
  // an hour that has passed is tomorrow's
  const later = atSeconds <= now ? atSeconds + DAY_WORLD_SECONDS : atSeconds
  return { atSeconds: later, when: dayOf(later - 1) > dayOf(now) ? `tomorrow ${when}` : when }
}

/** The answer to being asked to meet; null when that was not asked. */
export function answerMeeting(scene: Scene): Answer | null {
  const asked = meetingAsked(scene.heard, scene.view.worldSeconds)
  if (!asked) return null
  const { landmarks } = scene.view
  const isKnown = asked.place === 'square' || landmarks.some(({ kind }) => kind === asked.place)
  // whoever wants to be shown something is fetched where both stand, unless it is a place to meet at
  const isHere = asked.place === null || asked.place === 'here' || (!isKnown && SHOWN.test(scene.heard))
  const place = isHere ? 'here' : asked.place
  if (!isHere && !isKnown) return answer(scene, { key: 'on-unknown' }, [WORDS_GIVEN['no-place']])
  if (!isWilling(scene, asked.atSeconds)) return answer(scene, { key: 'on-curious' }, scene.partnerId === 'player' ? [WORDS_GIVEN.refuse] : purposeIn(scene.heard) === 'help' ? [WORDS_GIVEN['refuse-help']] : [WORDS_GIVEN['refuse-neighbour']])
  const words = answer(scene, { key: 'on-pleased' }, [WORDS_GIVEN.agree, { place: placeWords(place ?? 'here'), when: asked.when }])
  return words && { ...words, agrees: { place: place ?? 'here', atSeconds: asked.atSeconds }, final: true }
}

/** Those who are friendly, or like the one who asks, and are not called out at night. */
function isWilling(scene: Scene, atSeconds: number): boolean {
  const partner = partnerOf(scene)
  return willingness({ temperament: scene.view.temperament, warmth: partner?.warmth ?? 0, trust: partner?.trust ?? 0.3, hour: hourOf(atSeconds), purpose: purposeIn(scene.heard) }) > 0
}

/** What a meeting that is asked for is for, by its words. */
function purposeIn(heard: string): Purpose {
  return FOR.find(([pattern]) => pattern.test(heard))?.[1] ?? 'company'
}

/** The words by which a person proposes the meeting it has in mind; null when there is none, or it was asked already. */
export function proposeMeeting(scene: Scene): string | null {
  const { conversation, worldSeconds } = scene.view
  const proposal = conversation?.proposal
  if (!proposal || scene.ownTurns.some((line) => meetingAsked(line, worldSeconds) !== null)) return null
  return say(scene, WORDS_GIVEN[`propose-${proposal.purpose}`], { place: placeWords(proposal.place), when: whenWords(proposal.atSeconds, worldSeconds), name: scene.partnerName })
}

/** A kind of place as one says it. */
function placeWords(place: string): string {
  return place === 'here' ? 'this very place' : `the ${place}`
}

/** A coming hour as people say it: "at dusk", "tomorrow at noon". */
export function whenWords(atSeconds: number, now: number): string {
  const hour = hourOf(atSeconds)
  const words = TIMES.find(([, at]) => Math.abs(at - hour) < 0.25)?.[2] ?? `at ${Math.round(hour)} o’clock`
  return dayOf(atSeconds) > dayOf(now) ? `tomorrow ${words}` : words
}

/** What is to be said of words given since the last talk with this partner; null when there is nothing. */
export function wordGivenSince(scene: Scene, lastSeconds: number): string | null {
  const { view } = scene
  const word = view.appointments.findLast((given) => given.withId === scene.partnerId && given.state !== 'agreed' && given.state !== 'waiting' && given.state !== 'forgiven' && given.atSeconds > lastSeconds && view.worldSeconds - given.atSeconds < GONE_STALE_SECONDS)
  if (!word) return null
  return say(scene, linesOf(word, view.worldSeconds), { what: word.what, name: scene.partnerName ?? 'friend' })
}

function linesOf({ kind, purpose, state, atSeconds }: GivenWord, now: number): (typeof WORDS_GIVEN)[keyof typeof WORDS_GIVEN] {
  if (kind === 'vow') return state === 'kept' ? WORDS_GIVEN['vow-kept'] : WORDS_GIVEN['vow-broken']
  if (kind === 'promise' && state === 'kept') return WORDS_GIVEN['promise-kept']
  if (kind === 'promise') return state === 'missed' ? WORDS_GIVEN.owed : state === 'broken' ? WORDS_GIVEN['promise-broken'] : WORDS_GIVEN.kept
  if (state === 'kept' && purpose === 'amends') return WORDS_GIVEN.reconciled
  if (state === 'kept') return Math.abs(now - atSeconds) < 3600 ? WORDS_GIVEN.here : WORDS_GIVEN.kept
  return state === 'missed' ? WORDS_GIVEN.missed : WORDS_GIVEN.broken
}
