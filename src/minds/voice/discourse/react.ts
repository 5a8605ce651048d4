/** A word to what the partner tells: to a taste with one’s own, to a plan with a wish, to a lot with feeling, and to a story with a question after the side of it that was left out. */
import { withNames } from '../frames/answer-frame.ts'
import { clauseOf, isDeed, turned, type Clause } from '../frames/clause.ts'
import { firstOf, isOf } from '../frames/words.ts'
import { answer, type Answer } from '../answer.ts'
import type { Scene } from '../scene.ts'
import { coreOf, isAsking } from '../asked/plain.ts'
import { REACT } from './lines-react.ts'
import { isKnownSubject, opinionOf } from './opinion.ts'

/** Words up to which something without a verb answers a question. */
const FRAGMENT_WORDS = 6
const TIME = /\b(?:yesterday|today|tonight|last|ago|morning|evening|night|once|when|always|now|year|years|week|winter|summer|spring|autumn|days?)\b/
const PLACE = /\b(?:at|in|near|by|from|on|behind|under|over) (?:the|a|my|our|that|this|here)\b|\bthere\b|\bhere\b/
const PAST = /(?:ed|t|d|n|ew|aw|ame|ent|ook|old|ode|oke|ave|an|ut|ell|at)$/
const MODAL = /^(?:can|could|will|would|might|may|shall|should|must)$/
const LIKES = /^(?:like|love|enjoy|prefer|miss)$/
const HATES = /^(?:hate|dislike|fear|despise|distrust)$/

/** Kinds of telling that say plainly what they want to be met with. */
const PLAIN_KINDS: ReadonlySet<keyof typeof REACT> = new Set(['taste-same', 'taste-other', 'for-me', 'hope', 'encouraged', 'lucky', 'judged'])

/** What is said to a remark that tells something; null where it tells nothing that one could take up. `plainly`: only where its kind leaves no doubt. */
export function answerTold(scene: Scene, plainly = false): Answer | null {
  if (isAsking(scene.heard)) return null
  const c = clauseOf(scene.heard, scene.view.given)
  const key = reactionTo(scene, c)
  if (key === null || (plainly && !PLAIN_KINDS.has(key))) return null
  const subject = tasteOf(c)
  const slots = key === 'noted' || key === 'claimed' ? { thing: withNames(scene, turned(key === 'noted' ? c.text : (claimOf(c) ?? ''))) } : subject === null ? {} : { because: opinionOf(scene.view, subject).because }
  const isSad = key === 'hard'
  return answer(scene, { key: isSad ? 'on-sorry-for' : 'on-curious', slots: { object: 'that', name: scene.partnerName ?? 'the stranger' } }, [REACT[key], slots], ...(key.startsWith('ask-') || key === 'noted' ? [[REACT.heard] as const] : []))
}

function reactionTo(scene: Scene, c: Clause): keyof typeof REACT | null {
  const last = scene.ownTurns.at(-1) ?? ''
  const asked = last.endsWith('?')
  const isJudged = c.verb === 'be' && /^(?:it|that|this|he|she|they)\b/.test(c.subject)
  const bad = firstOf(c.words, 'woe') !== null || (isJudged && c.words.some((word) => isOf(word, 'poor') && !/^(?:strange|odd|weird|small|quiet)$/.test(word)))
  const good = firstOf(c.words, 'good') !== null || firstOf(c.words, 'luck') !== null
  if (/^(?:lucky|happy) (?:you|thing)$|^you are (?:a )?lucky\b/.test(c.text)) return 'lucky'
  if (asked && c.words.length <= FRAGMENT_WORDS && c.words.length > 1 && c.mood === 'cries' && (TIME.test(c.text) || PLACE.test(c.text))) return 'noted'
  if (c.mood !== 'tells') return c.mood === 'cries' && bad && !good ? 'hard' : null
  const isOwn = c.subject === 'i' || c.subject === 'we' || /^(?:my|our)\b/.test(c.subject)
  if (c.subject === 'you') return /^(?:can|could|will|would)$/.test(c.aux) && !c.not ? 'encouraged' : null
  const subject = tasteOf(c)
  if (subject !== null) {
    const { stance } = opinionOf(scene.view, subject)
    const likes = LIKES.test(c.verb) !== c.not
    return stance === 'torn' ? 'heard' : (stance === 'for') === likes ? 'taste-same' : 'taste-other'
  }
  if (c.subject === 'i' && /^(?:hope|wish|pray)$/.test(c.verb)) return 'hope'
  if (isOwn && MODAL.test(c.aux)) return c.not ? 'heard' : (/\byou\b/.test(c.rest) && /^(?:could|can|would)$/.test(c.aux)) || /^(?:help|lend)$/.test(c.verb) ? 'for-me' : 'plan'
  if (bad !== good && (isOwn || /^(?:it|that|this)$/.test(c.subject))) return (bad && !c.not) || (good && c.not) ? 'hard' : 'fine'
  if (/^(?:he|she|they|people|somebody|someone)$/.test(c.subject) && c.verb === 'be' && c.rest.split(' ').length <= 2) return bad || good || /\b(?:wrong|right)\b/.test(c.rest) ? 'judged' : 'heard'
  if (bad && !good) return 'hard'
  if (/\bthere\b|\bin (?:the|my|our) (?:city|town|village|country|land)\b|\bat home\b|\bwhere i\b/.test(c.text) || (/^(?:we|people|they)$/.test(c.subject) && !PAST.test(c.verb))) return 'elsewhere'
  if (claimOf(c) !== null) return 'claimed'
  return storySide(scene, c, asked)
}

/** Which side of a story is asked after: when, where, why or how it ended, whichever it does not hold and was not asked in this talk. */
function storySide({ partnerTurns, heard, ownTurns }: Scene, c: Clause, asked: boolean): keyof typeof REACT | null {
  const isStory = !c.not && (c.verb === 'be' ? /\b(?:was|were)\b/.test(coreOf(heard)) : PAST.test(c.verb) && !isDeed(c.verb) && (c.aux === '' || c.aux === 'have')) && c.words.length > 3
  // nobody is questioned twice in a row
  if (!isStory || asked) return 'heard'
  const told = [...partnerTurns.slice(-3), heard].join(' ').toLowerCase()
  const open = ([['ask-when', TIME.test(told)], ['ask-where', PLACE.test(told)], ['ask-why', /\b(?:because|so that|since)\b/.test(told)], ['ask-end', /\b(?:then|in the end|finally|at last)\b/.test(told)]] as const).filter(([key, isTold]) => !isTold && !Object.values(REACT[key]).flat().some((line) => ownTurns.some((own) => own.includes(line.replace(/, \{you\}/, '').replace(/^.*[….:] /, '')))))
  return open[0]?.[0] ?? 'heard'
}

/** The thing of which something is claimed; null where it is of people, or of what was. */
function claimOf(c: Clause): string | null {
  return c.verb === 'be' && !c.not && /^(?:the|an?|your|all|some) \w+(?: \w+)?$/.test(c.subject) ? c.subject : null
}

/** What somebody likes or hates, where that is said; null for what nobody here has an opinion of. */
function tasteOf(c: Clause): string | null {
  if (c.subject !== 'i' || c.aux === 'would' || (!LIKES.test(c.verb) && !HATES.test(c.verb))) return null
  const thing = c.rest.replace(/^(?:to \w+ )?(?:the|a|an|my|your|all|some|more|when it) /, '').replace(/ (?:more|better|most|very|so|too) .*$| (?:a lot|very much|too)$/, '')
  return thing !== '' && isKnownSubject(thing) ? thing : null
}
