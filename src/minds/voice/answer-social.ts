/** Answers to what somebody does with words: tells, thanks, insults, gives, asks a favour. */
import type { FactKey } from '../memory/facts.ts'
import { toSecondPerson } from '../memory/facts.ts'
import { wordsOf } from '../memory/tokens.ts'
import { answer, type Answer } from './answer.ts'
import { clauseOf, turned } from './frames/clause.ts'
import { answerWalk } from './frames/answer-frame.ts'
import { answerTold } from './discourse/react.ts'
import type { Thread } from './asked/full-words.ts'
import { WORDS_GIVEN } from './lines-belief.ts'
import { SOCIAL } from './lines-social.ts'
import { WORLD } from './lines-world.ts'
import { MEETING } from './lines-meeting.ts'
import type { Lines } from './manner.ts'
import { findPerson, givenOf } from './people.ts'
import { findPlace } from './answer-world.ts'
import { isOfThisTalk, partnerOf, type Scene } from './scene.ts'
import { roll } from './speak.ts'
import { coverageOf, coverageOfText, factList, findAnswer, tellMemory, thingLost, withArticle } from './tell.ts'
import { named, type Understanding } from './understand.ts'
import { toneOf } from '#simulation/affect/tone.ts'

const BAD_FEELING = /^(?:tired|hungry|thirsty|sad|lonely|cold|afraid|scared|frightened|worried|ill|sick|angry|lost|hurt|wounded|bored|nervous|homesick|exhausted|weary|wet|miserable|unhappy|unwell|heartbroken|grieving|anxious|confused|upset)$/i

/** Whether a feeling is one to be sorry for. */
export function isBadFeeling(feeling: string): boolean {
  return BAD_FEELING.test(feeling)
}

/** Which words of a question about oneself ask for which kinds of fact. */
const ASKED_KEYS: ReadonlyArray<readonly [RegExp, readonly FactKey[]]> = [
  [/\bname\b|\bwho am i\b/i, ['name']], [/\b(?:from|home|origin)\b/i, ['origin']], [/\b(?:lose|lost|missing)\b/i, ['lost', 'found', 'mourns']], [/\b(?:died|dead|mourn|buried)\b/i, ['mourns']], [/\b(?:promise|promised)\b/i, ['promise']], [/\b(?:looking for|seek|search)/i, ['seeks']], [/\b(?:trade|job|work)\b/i, ['trade']], [/\blike\b/i, ['likes']], [/\b(?:going|headed|bound)\b/i, ['goes-to']],
]

/** Facts that are met as what they are; the others as what is told. */
const KEPT_AS_TOLD: ReadonlySet<FactKey> = new Set(['name', 'origin', 'lost', 'found', 'mourns', 'seeks', 'feels', 'likes', 'dislikes', 'goes-to', 'age'])

/** An answer to an act; null when the act asks for knowledge. */
export function answerSocial(scene: Scene, understanding: Understanding, thread: Thread | null): Answer | null {
  const { act, topic, facts } = understanding
  // “it” is what was lost
  const lost = /\b(?:seen|see|found|find) (?:it|him|her|them)\b/i.test(scene.heard) && scene.heard.includes('?') ? scene.facts.findLast((memory) => memory.triple?.[1] === 'lost') : undefined
  if (lost?.triple) return answer(scene, { key: 'on-sorry-for', slots: { object: toSecondPerson(lost.triple[2]), name: scene.partnerName ?? 'this one' } }, [SOCIAL['not-seen'], { object: thingLost(toSecondPerson(lost.triple[2])) }])
  switch (act) {
    case 'tell-name': {
      const name = facts.find(({ key }) => key === 'name')?.object ?? topic
      const known = scene.facts.some((memory) => memory.triple?.[1] === 'name' && memory.triple[2] === name && !isOfThisTalk(scene, memory))
      return answer(scene, { key: 'on-name', slots: { name } }, [known ? SOCIAL['tell-name-known'] : SOCIAL['tell-name'], { name, you: name }])
    }
    case 'tell-self': return answerKept(scene) ?? (facts.some(({ key }) => KEPT_AS_TOLD.has(key)) ? answerFact(scene, understanding) : null) ?? answerTold(scene, thread) ?? answerFact(scene, understanding)
    case 'promise': return (/\bpay\b|\bi swear (?:it|that|this|he|she)\b/i.test(scene.heard) ? answerTold(scene, thread, true) : null) ?? answer(scene, { key: 'on-pleased' }, [SOCIAL.promise])
    case 'tell-news': {
      const told = answerTold(scene, thread, true)
      if (told) return told
      const person = findPerson(scene.view, topic)
      return answer(scene, { key: 'on-opinion', slots: { person: person ? givenOf(person) : topic } }, [SOCIAL['tell-news'], { person: person ? givenOf(person) : topic }], [SOCIAL.statement])
    }
    case 'ask-about-me': return answerAboutPartner(scene)
    case 'ask-remember': return answerRemember(scene, topic)
    case 'thanks': return answer(scene, { key: 'on-pleased' }, [SOCIAL.thanks])
    case 'sorry': {
      const forgiven = scene.view.appointments.findLast((word) => word.kind === 'promise' && word.withId === scene.partnerId && word.state === 'forgiven')
      const letBe = forgiven && answer(scene, { key: 'on-pleased' }, [WORDS_GIVEN.forgiven, { what: forgiven.what }])
      if (letBe) return letBe
      const wronged = (partnerOf(scene)?.warmth ?? 0) < -0.05 || scene.partnerTurns.some((turn) => ['insult', 'threat'].includes(toneOf(turn) ?? ''))
      return answer(scene, { key: wronged ? 'on-pleased' : 'on-curious' }, [wronged ? SOCIAL.sorry : SOCIAL['sorry-nothing']], [SOCIAL.sorry])
    }
    case 'insult': {
      const again = scene.partnerTurns.some((turn) => toneOf(turn) === 'insult')
      const words = answer(scene, { key: 'on-hurt' }, [again ? SOCIAL['insult-again'] : SOCIAL.insult], [SOCIAL['insult-again']])
      return words && { ...words, final: true, ends: again }
    }
    case 'threat': {
      const words = answer(scene, { key: 'on-afraid' }, [SOCIAL.threat])
      return words && { ...words, final: true, ends: true }
    }
    case 'compliment': return answer(scene, { key: 'on-pleased' }, [SOCIAL.compliment])
    case 'gift': return answerKept(scene) ?? answer(scene, { key: 'on-pleased' }, [SOCIAL.gift])
    case 'request': return answerRequest(scene)
    case 'yes':
    case 'no': return (wordsOf(scene.heard).length > 3 ? answerTold(scene, thread) : null) ?? answer(scene, { key: 'on-topic' }, [SOCIAL[act]])
    case 'laugh':
    case 'love':
    case 'silence': return answer(scene, { key: 'on-topic' }, [SOCIAL[act]])
    case 'foreign':
    case 'nonsense': {
      // another tongue is met as one however often it comes
      const words = answer(scene, { key: 'on-unknown' }, [SOCIAL[act]]) ?? answer({ ...scene, recent: scene.ownTurns.slice(-1) }, { key: 'on-unknown' }, [SOCIAL[act]]) ?? answer({ ...scene, recent: [] }, { key: 'on-unknown' }, [SOCIAL[act]])
      return words && { ...words, final: true }
    }
    case 'greeting': {
      // an hour that is not now is put right, kindly
      const wrong = /^\W*(?:oh |ah |well )?(?:good )?(morning|afternoon|evening)\b/i.exec(scene.heard)?.[1]?.toLowerCase()
      const part = scene.slots['part']
      if (wrong && part && !scene.heard.toLowerCase().includes(part) && (wrong === 'evening' || part === 'evening')) return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [MEETING['greet-wrong-hour'], { wrong, part }])
      // who answers a greeting has not greeted twice
      const again = scene.partnerTurns.some((turn) => toneOf(turn) === 'greeting')
      return answer(scene, { key: scene.partnerName ? 'on-friend' : 'on-stranger', slots: { name: scene.partnerName } }, [again ? MEETING['greet-in-talk'] : MEETING['greet-back']], [SOCIAL.silence])
    }
    case 'statement': return answerKept(scene) ?? answerStatement(scene, thread)
    default: return null
  }
}

/** Thanks for a promise that is made good with these words; null when none is. */
function answerKept(scene: Scene): Answer | null {
  const kept = scene.view.appointments.findLast((word) => word.kind === 'promise' && word.withId === scene.partnerId && word.state === 'kept' && coverageOfText(word.what.replace(/^(?:bring|give|get|fetch)\b/, ''), scene.heard) >= 0.5)
  return kept ? answer(scene, { key: 'on-pleased' }, [WORDS_GIVEN['promise-kept'], { what: kept.what, name: scene.partnerName ?? scene.idiolect.address.stranger }]) : null
}

function answerFact(scene: Scene, { facts }: Understanding): Answer | null {
  const fact = facts.find(({ key }) => key !== 'name') ?? facts[0]
  if (!fact) return null
  const object = fact.key === 'lost' ? thingLost(toSecondPerson(fact.object)) : toSecondPerson(fact.object)
  const lines: { readonly [K in FactKey]?: Lines } = {
    name: SOCIAL['tell-name'], origin: SOCIAL['fact-origin'], age: SOCIAL['fact-age'], mourns: SOCIAL['fact-mourns'], lost: SOCIAL['fact-lost'], found: SOCIAL['fact-found'], seeks: SOCIAL['fact-seeks'], feels: isBadFeeling(object) ? SOCIAL['fact-feels-bad'] : SOCIAL['fact-feels-good'], likes: SOCIAL['fact-likes'], dislikes: SOCIAL['fact-dislikes'], 'goes-to': SOCIAL['fact-goes-to'], promise: SOCIAL.promise,
  }
  const sorry = fact.key === 'lost' || fact.key === 'mourns'
  // what is sought may be known: "I am looking for the mill"
  const there = fact.key === 'seeks' && !/\byour\b/.test(object) ? findPlace(scene, object) : null
  if (there) return there
  if (fact.key === 'seeks' || fact.key === 'lost') {
    const memory = findAnswer(scene, object, (candidate) => candidate.kind === 'perceived' && !candidate.about.includes('player'))
    if (memory && coverageOf(object, memory) > 0.9) return answer(scene, { key: 'on-curious' }, [WORLD.recalled, { item: tellMemory(scene, memory) }])
  }
  const name = facts.find(({ key }) => key === 'name')?.object
  const words = answer(scene, { key: sorry ? 'on-sorry-for' : 'on-curious', slots: { object, name: name ?? scene.partnerName ?? 'this one' } }, [lines[fact.key] ?? SOCIAL.statement, { object, thing: withArticle(object), ...(name ? { you: name, name } : {}) }], [SOCIAL.statement])
  if (words && fact.key === 'lost' && /\b(?:brother|sister|son|daughter|mother|father|wife|husband|child|friend)\b/i.test(object)) return { ...words, plain: true, final: true }
  if (words && fact.key === 'mourns') return { ...words, plain: true, final: true }
  return words && name && !words.text.includes(name) ? { ...words, text: `${name}, is it? ${words.text}` } : words
}

function answerAboutPartner(scene: Scene): Answer | null {
  const wanted = ASKED_KEYS.find(([pattern]) => pattern.test(scene.heard))?.[1] ?? null
  const name = scene.partnerName
  const fitting = wanted ? scene.facts.filter((memory) => wanted.includes(memory.triple?.[1] as FactKey)) : scene.facts.filter((memory) => memory.triple?.[1] !== 'name')
  if (wanted) {
    if (fitting.length > 0) return { text: factList(scene, fitting, 2), inner: { key: 'on-friend', slots: { name: name ?? 'this one' } } }
    if (wanted[0] === 'name' && name) return { text: `You’re ${name}.`, inner: { key: 'on-friend', slots: { name } } }
    return answer(scene, { key: 'on-unknown' }, [SOCIAL['remember-you-not']], [SOCIAL['remember-not']])
  }
  const about = /\b(?:about|of) (?!me\b|myself\b|us\b)(.+?)\??$/i.exec(scene.heard)?.[1]
  if (about) {
    const told = findAnswer(scene, about, (memory) => memory.about[0] === scene.partnerId && (memory.kind === 'heard' || memory.kind === 'fact'), true)
    return told ? answer(scene, { key: 'on-topic' }, [SOCIAL.remember, { item: tellMemory(scene, told) }], [WORLD['told-already']]) : answer(scene, { key: 'on-unknown' }, [SOCIAL['remember-not']])
  }
  const knows = factList(scene, fitting, 3)
  if (name) return answer(scene, { key: 'on-friend', slots: { name } }, [SOCIAL['remember-you'], { knows }], [WORLD['told-already']])
  if (knows !== '') return answer(scene, { key: 'on-topic', slots: { name: 'this one' } }, [SOCIAL['remember-you-unnamed'], { knows }], [WORLD['told-already']])
  return answer(scene, { key: 'on-unknown' }, [SOCIAL['remember-you-not']], [SOCIAL['remember-not']])
}

function answerRemember(scene: Scene, topic: string): Answer | null {
  if (topic === '' || /^(?:me|us|who i am|my name|what my name is)\b/i.test(topic)) return answerAboutPartner(scene)
  const words = topic.replace(/\b(?:what|that|which|when|how|i|you|we|my|told|said|me|about)\b/gi, ' ')
  const fact = [...scene.facts].sort((a, b) => coverageOf(words, b) - coverageOf(words, a))[0]
  if (fact && coverageOf(words, fact) >= 0.5) return answer(scene, { key: 'on-friend', slots: { name: scene.partnerName ?? 'this one' } }, [SOCIAL.remember, { item: factList(scene, [fact], 1).replace(/^You\b/, 'you') }])
  const memory = findAnswer(scene, words)
  return memory ? answer(scene, { key: 'on-topic' }, [SOCIAL.remember, { item: tellMemory(scene, memory) }]) : answer(scene, { key: 'on-unknown' }, [SOCIAL['remember-not']])
}

function answerRequest(scene: Scene): Answer | null {
  const { heard, view } = scene
  if (/\b(?:follow|come|go with|lead|take me|accompany|join|walk with)\b/i.test(heard)) return answerWalk(scene)
  if (/\b(?:give|sell|lend|buy|bring me|need (?:a|some)|would like (?:some|a))\b/i.test(heard) && !/\b(?:hand|help|advice)\b/i.test(heard)) return answer(scene, { key: 'on-curious' }, [SOCIAL['request-thing']], [SOCIAL['request-refuse']])
  if (/^(?:please )?(?:can you |could you |will you |would you )?(?:i need (?:your |some )?help|help me|help)\b[ ,.!?]*(?:please)?[!?.]*$/i.test(heard)) return answer(scene, { key: 'on-curious' }, [SOCIAL['request-help']], [SOCIAL['request-refuse']])
  const willing = view.temperament.agreeableness + (partnerOf(scene)?.warmth ?? 0) + (view.mood.pleasure > 0 ? 0.1 : -0.1) + (roll(scene.dice, 'willing') - 0.5) * 0.4
  const task = willing > 0 ? taskIn(heard) : null
  const vow = task && answer(scene, { key: 'on-pleased' }, [SOCIAL['request-vow'], { task }])
  if (vow) return { ...vow, final: true }
  return answer(scene, { key: willing > 0 ? 'on-pleased' : 'on-curious' }, [willing > 0 ? SOCIAL['request-agree'] : SOCIAL['request-refuse']], [SOCIAL['request-refuse']])
}

/** What a favour asked for is, as the one who grants it says it: “ask Boran about your dog tomorrow”; null where it names no deed. */
function taskIn(heard: string): string | null {
  const asked = /\b(?:can|could|would|will) you (?:please )?((?:ask|look for|look after|find|help me|mend|fix|build|speak to|speak with|talk to|show me|teach me|visit|guard|water|feed|carry|have a look|look at|sharpen|repair|hold|watch|wake|write|deliver|pass on|lend)\b[^?.!,]{3,60})/i.exec(heard)?.[1]
  return asked ? turned(asked.replace(/\bplease\b/gi, '').replace(/\s+/g, ' ').trim()) : null
}

/** A remark that asks nothing: something of one's own that touches it, else a listener's word. */
function answerStatement(scene: Scene, thread: Thread | null): Answer | null {
  if (named(scene.heard, [scene.view.name]) !== '') return answer(scene, { key: 'on-opinion', slots: { person: 'this one' } }, [SOCIAL['about-self']], [SOCIAL.statement])
  // what bids is asked for, by whatever verb
  if (clauseOf(scene.heard, scene.view.given).mood === 'bids') return answerRequest(scene)
  const memory = findAnswer(scene, scene.heard, (candidate) => candidate.about[0] !== scene.partnerId)
  if (memory && coverageOf(scene.heard, memory) >= 0.6) return answer(scene, { key: 'on-topic' }, [WORLD.recalled, { item: tellMemory(scene, memory) }], [SOCIAL.statement])
  return answerTold(scene, thread) ?? answer(scene, { key: 'on-topic' }, [SOCIAL.statement])
}
