/** Hears a remark out: puts it into full words, takes it apart, and answers what is asked finer than by acts. */
import { wordsOf } from '../../memory/tokens.ts'
import { answerWith } from '../answer-belief.ts'
import { answerFrame, answerUnknown } from '../frames/answer-frame.ts'
import { clauseOf } from '../frames/clause.ts'
import { aroundOf, readFrame } from '../frames/read-frame.ts'
import { answer, type Answer } from '../answer.ts'
import { asksOfTrades } from '../answer-deal.ts'
import { asksOfLives } from '../answer-lives.ts'
import type { PrivateView } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf } from '../people.ts'
import type { Scene } from '../scene.ts'
import { SELF } from '../lines-self.ts'
import { capitalise, trigramSimilarity } from '../speak.ts'
import { named, type Understanding } from '../understand.ts'
import { answerAmuse, answerPraise, judgeRiddle, waiting } from './answer-amuse.ts'
import { answerFollow } from './answer-follow.ts'
import { answerLife } from './answer-life.ts'
import { answerPeople } from './answer-people.ts'
import { answerPlaceAsked } from './answer-place.ts'
import { answerTrade } from './answer-trade.ts'
import { answerAccount } from './account.ts'
import { answerView } from './views.ts'
import { answerTold } from '../discourse/react.ts'
import { answerOfTheirs, answerSubject } from '../discourse/answer-subject.ts'
import { focusOf } from './focus.ts'
import { inPlainWords, isDoubtful, type Thread } from './full-words.ts'
import { AMUSE } from './lines-amuse.ts'
import { ASIDE } from './lines-aside.ts'
import { peopleIn } from './names.ts'
import { coreOf, isAsking } from './plain.ts'
import { relationReason } from './reasons.ts'
import { readAsk, type Ask, type AskKind } from './read-ask.ts'

/** Acts that are told more surely than what is asked with them. */
const LEFT_TO_ACTS: ReadonlySet<Understanding['act']> = new Set(['insult', 'threat', 'gift', 'farewell', 'promise', 'love', 'ask-would', 'tell-name', 'ask-remember', 'ask-about-me', 'ask-true', 'ask-news', 'ask-secret', 'sorry', 'thanks'])
/** Acts that no frame tells better. */
const TOLD_BY_ACT: ReadonlySet<Understanding['act']> = new Set(['insult', 'threat', 'gift', 'farewell', 'thanks', 'sorry', 'greeting', 'tell-name', 'love', 'foreign', 'silence'])
/** What is asked of the tie between the two is no question about what is remembered. */
const OF_THE_TIE: ReadonlySet<AskKind> = new Set(['like-me', 'trust-me', 'trust-you', 'fault', 'want-most'])

/** The scene with what was heard put into plain words; a guess at a riddle is taken as it is said, and so is what plainly asks who died or was born, or what was traded. */
export function hearPlainly(scene: Scene, thread: Thread): Scene {
  if (/^\W*(?:many |well,? |oh,? )?(?:thanks|thank you)\b/i.test(scene.heard) || (waiting(scene) && readAsk(scene.heard) === null) || asksOfLives(scene.heard) || asksOfTrades(scene.heard)) return scene
  return { ...scene, heard: inPlainWords(scene.view, scene.heard, thread, scene.ownTurns.at(-1) ?? '') }
}

/** The remark without what was only said beside it; whom that names is who “he” is. What the question leans on stays with it. */
export function hearFocus(scene: Scene, thread: Thread): { scene: Scene; before: string } {
  const { before, main } = focusOf(scene.heard)
  if (before === '') return { scene, before }
  const [person] = peopleIn(scene.view, before, false)
  if (!person && /\b(?:it|that|this|them|they|him|her|he|she|so)\b/i.test(main)) return { scene, before: '' }
  if (person) Object.assign(thread, { person, latest: 'person', ...(person.sex === 'female' ? { woman: person } : { man: person }) })
  return { scene: { ...scene, heard: main }, before }
}

/** The answer to what is asked finer than by acts; null where the act tells enough. */
export function answerAsked(scene: Scene, thread: Thread, understanding: Understanding): Answer | null {
  const { act } = understanding
  const ask = readAsk(scene.heard)
  const riddle = judgeRiddle(scene, ask)
  if (riddle) return riddle
  const isFact = understanding.facts.some(({ key, object }) => TOLD_AS_FACT.has(key) && object !== 'lost')
  const ofTheirs = answerAccount(scene) ?? answerOfTheirs(scene, thread) ?? (!isFact && (act === 'statement' || act === 'tell-self' || act === 'tell-news' || act === 'request' || (act === 'promise' && /^(?:maybe|perhaps)\b/i.test(scene.heard))) ? answerTold(scene, thread, true) : null)
  if (ofTheirs) return ofTheirs
  // what is supposed is no question of a craft
  const isOpen = isDoubtful(scene.view, scene.heard, understanding) && !/\bif (?:i|you|we|he|she|they|somebody|someone|a|the)\b/i.test(scene.heard)
  const ofSubject = LEFT_TO_ACTS.has(act) && !isOpen ? null : answerSubject(scene, thread, isOpen)
  if (ofSubject) return ofSubject
  const framed = TOLD_BY_ACT.has(act) ? null : answerByFrame(scene, understanding)
  if (framed) return framed
  const held = answerView(scene)
  if (held) return held
  if (LEFT_TO_ACTS.has(act) && !ask?.kind.startsWith('follow') && !(ask && OF_THE_TIE.has(ask.kind))) return null
  return answerOf(scene, thread, ask) ?? sayAgain(scene, thread, ask) ?? answerLeft(scene, act)
}

/** From this likeness on something was said before. */
const SAID_ALREADY = 0.5
/** Facts that have answers of their own. */
const TOLD_AS_FACT: ReadonlySet<string> = new Set(['mourns', 'lost', 'found', 'feels', 'seeks', 'promise'])
const OF_FACTS: ReadonlySet<string> = new Set(['woe', 'luck', 'ache', 'newcomer', 'miss', 'tie'])

function answerByFrame(scene: Scene, { act, facts }: Understanding): Answer | null {
  const { view, heard } = scene
  const frame = readFrame(heard, aroundOf(view, heard))
  if (frame === null || (OF_FACTS.has(frame.kind) && facts.some(({ key }) => TOLD_AS_FACT.has(key)))) return null
  // what one would do is weighed
  if (frame.kind === 'would' && act === 'ask-would') return null
  return answerFrame(scene, frame)
}

/** What was said before is said again as such, rather than denied; null where there is no such thing, or it was just said again. */
function sayAgain(scene: Scene, thread: Thread, ask: Ask | null): Answer | null {
  if (!ask || ask.kind.startsWith('follow')) return null
  const before = answerOf({ ...scene, recent: scene.ownTurns.slice(-1) }, thread, ask) ?? answerOf({ ...scene, recent: [] }, thread, ask)
  // what only sounds like something said is no repetition
  if (before && !scene.ownTurns.some((line) => trigramSimilarity(line, before.text) > SAID_ALREADY || line.includes(before.text)) && !scene.recent.some((line) => line.includes(before.text))) return before
  const again = before && answer({ ...scene, recent: [] }, before.inner, [ASIDE.again, { item: before.text }])
  return again === null || scene.recent.some((line) => line.startsWith(again.text.slice(0, 50))) ? null : { ...before, ...again }
}

function answerOf(scene: Scene, thread: Thread, ask: Ask | null): Answer | null {
  if (/[.!?…] +(?:do|can|would|could) you (?:believe|imagine) (?:that|it|this|me)\W*$/i.test(scene.heard)) return answer(scene, { key: 'on-topic' }, [ASIDE.believe])
  if (ask?.kind === 'of-yourself') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [ASIDE.yourself, { kin: kinSentence(scene.view) }])
  if (ask?.kind === 'ask-leave') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [ASIDE.leave])
  if (ask) {
    const said = answerAside(scene, ask)
    if (said) return said
  }
  if (ask) return answerFollow(scene, ask, thread) ?? answerAmuse(scene, ask, thread) ?? answerTrade(scene, ask, thread) ?? answerPeople(scene, ask) ?? answerLife(scene, ask) ?? answerPlaceAsked(scene, ask)
  const asking = isAsking(scene.heard) && peopleIn(scene.view, scene.heard, false).length > 0 && !/\byour?\b/i.test(scene.heard)
  return (asking ? answerPeople(scene, { kind: 'third', about: '' }) : null) ?? answerPraise(scene)
}

/** Answers to small kinds of questions that need a line each. */
function answerAside(scene: Scene, { kind, about }: Ask): Answer | null {
  const { view } = scene
  switch (kind) {
    case 'able': {
      const learnt = /^(?:read|write)/.test(about) ? ['trader', 'innkeeper', 'keeper of the shrine'].includes(view.trade) : /^(?:swim|fish)/.test(about) ? view.trade === 'fisher' || view.temperament.openness > 0.2 : !/^(?:fly|drive|speak|juggle|use)/.test(about)
      return answer(scene, { key: 'on-topic' }, [learnt ? ASIDE.able : ASIDE.unable])
    }
    case 'real': return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [SELF.self])
    case 'visitors': return answer(scene, { key: 'on-topic' }, [ASIDE.visitors])
    case 'harvest': {
      const told = view.beliefs.find(({ text }) => / brought in /.test(text))
      return told ? answerWith(scene, told) : answer(scene, { key: 'on-topic' }, [ASIDE.harvest])
    }
    case 'admire': {
      const dear = view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.warmth + b.trust - a.warmth - a.trust)[0]
      return dear ? answer(scene, { key: 'person', slots: { person: givenOf(dear) } }, [ASIDE.admire, { person: givenOf(dear), reason: relationReason(dear) }]) : null
    }
    case 'claimed': return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [ASIDE.claimed])
    case 'their-turn': return coreOf(scene.heard).startsWith('knock') ? answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [ASIDE.knock]) : null
    default: return null
  }
}

/** “My wife is Ada and my son is Bel.”; that there is nobody, where there is nobody. */
function kinSentence({ knows }: PrivateView): string {
  const kin = knows.filter(({ kinship }) => kinship !== null).slice(0, 3).map((person) => `${kinWords(person)} is ${givenOf(person)}`)
  return kin.length === 0 ? 'I live by myself.' : `${capitalise(kin.length === 1 ? (kin[0] ?? '') : `${kin.slice(0, -1).join(', ')} and ${kin.at(-1)}`)}.`
}

/** A word or two that nothing else makes sense of, and questions that no field covers, are met by what they hold. */
function answerLeft(scene: Scene, act: Understanding['act']): Answer | null {
  const core = coreOf(scene.heard)
  const words = wordsOf(core)
  if (act === 'statement' && words.length <= 2 && words.length > 0 && clauseOf(scene.heard).mood === 'cries' && !scene.ownTurns.at(-1)?.includes('?') && !/^(?:ok|okay|hm+|mm+|ah|oh|well|so|good|fine|nice|great|cool|interesting|wow|right|indeed|true|sure|understood|agreed|i see|got it|alright|maybe|perhaps|amazing|strange|funny|sad|pity)\b/.test(core) && named(core, [scene.view.name]) === '') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [AMUSE.topic, { thing: core }])
  if (act === 'statement' && /^(?:ok|okay|hm+|mm+|ah|oh|well|good|fine|nice|great|cool|interesting|wow|right|understood|agreed|i see|got it|alright)$/.test(core)) return answer(scene, { key: 'on-topic' }, [ASIDE.nod])
  if (act !== 'ask-other' || !isAsking(scene.heard)) return null
  const ofMe = /\b(?:you|your|yours)\b/.test(core) ? (/^(?:and |so )?(who|when|what|which|where|how)\b/.exec(core)?.[1] ?? null) : null
  const dear = scene.view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.warmth - a.warmth)[0]
  if (ofMe === 'who') return dear ? answer(scene, { key: 'person', slots: { person: givenOf(dear) } }, [ASIDE['of-me-who'], { person: givenOf(dear) }]) : null
  if (ofMe) return answer(scene, { key: 'on-topic' }, [ofMe === 'when' ? ASIDE['of-me-when'] : ofMe === 'where' ? ASIDE['of-me-where'] : ofMe === 'how' ? ASIDE['of-me-how'] : ASIDE['of-me-what']])
  const unknown = /\b(?:you|your)\b/.test(core) ? null : answerUnknown(scene)
  if (unknown) return unknown
  if (/^(?:can|could|may|might|shall|should) i\b/.test(core)) return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [ASIDE.may])
  if (/^(?:do|did|have|are|were|can|could|would|will) you\b/.test(core)) return answer(scene, { key: 'on-topic' }, [ASIDE['of-me']])
  return null
}
