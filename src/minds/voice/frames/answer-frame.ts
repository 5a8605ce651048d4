/** Answers to what is told, bidden, offered, supposed and left to choose: by the frame of the remark, from what the speaker needs, does, has and is like. */
import { dayOf } from '#simulation/clock.ts'
import type { KnownPerson } from '../../private-view.ts'
import { wordsOf } from '../../memory/tokens.ts'
import { answer, type Answer } from '../answer.ts'
import { numberWord } from '#simulation/trade/price-words.ts'
import { shareOf, tasteFor } from '../asked/favourites.ts'
import { namesOf, spotIn } from '../asked/names.ts'
import { hereReason, relationReason } from '../asked/reasons.ts'
import { sentence, strip } from '../asked/state.ts'
import { findPlace } from '../answer-world.ts'
import { MEETING } from '../lines-meeting.ts'
import { SOCIAL } from '../lines-social.ts'
import type { Lines } from '../manner.ts'
import { kinWords } from '../../kin-words.ts'
import { findPerson, givenOf } from '../people.ts'
import { lastMet, partnerOf, say, type Scene } from '../scene.ts'
import { capitalise, roll } from '../speak.ts'
import { askedFor } from '../understand.ts'
import { clauseOf, indirect } from './clause.ts'
import { ASKED } from './lines-asked.ts'
import { DEEDS } from './lines-deeds.ts'
import { answerWorkWanted } from '../discourse/job.ts'
import { TOLD } from './lines-told.ts'
import type { Frame, FrameKind } from './read-frame.ts'
import { isOf } from './words.ts'

/** How much one must lack to say that there is something to help with, or to eat. */
const LACKS_DUTY = 0.6
const HUNGRY = 0.6
/** From when on one would be missed. */
const MISSED_WARMTH = 0.2
/** How good somebody must be to coming along. */
const COMES_ALONG = 0.45
/** Words of a question that is said back, at most. */
const LONGEST_CLAUSE = 6
const INNER = { key: 'content' } as const
const LINES = { ...DEEDS, ...TOLD, ...ASKED }

/** What ends here: nothing is added to it. */
const FINAL: ReadonlySet<FrameKind> = new Set(['gesture-threat', 'gesture-sad', 'bid-away', 'bid-hush', 'bid-flee', 'bid-harm', 'bid-fight', 'bid-tender', 'bid-stay', 'bid-come', 'bid-hurry', 'crime', 'veiled-threat', 'alarm', 'concern', 'slander', 'third-woe', 'woe', 'bad-day', 'miss', 'guess-what', 'calls', 'not-asked', 'not-meant', 'topic-left', 'offer-tell', 'bid-ask-me', 'offer-name', 'nod-think', 'good-news', 'complaint', 'tease'])
/** What is said with none of the speaker's habits. */
const PLAIN: ReadonlySet<FrameKind> = new Set(['gesture-threat', 'gesture-sad', 'crime', 'veiled-threat', 'alarm', 'woe', 'third-woe', 'slander', 'bid-hush', 'guess-what', 'bid-flee', 'calls'])
/** What keeps one thinking. */
const THOUGHTS: { readonly [K in FrameKind]?: Answer['inner']['key'] } = { 'gesture-threat': 'on-afraid', 'veiled-threat': 'on-afraid', crime: 'on-afraid', alarm: 'on-afraid', tease: 'on-hurt', complaint: 'on-hurt', slander: 'on-hurt', 'blame-place': 'on-hurt', luck: 'on-pleased', tie: 'on-pleased', 'offer-thing': 'on-pleased', 'offer-help': 'on-pleased', 'gesture-give': 'on-pleased', 'praise-words': 'on-pleased' }

/** An answer to a frame; null where there is nothing new to say to it. */
export function answerFrame(scene: Scene, frame: Frame): Answer | null {
  const { kind } = frame
  const said = answerOf(scene, frame)
  return said && { ...said, ...(THOUGHTS[kind] ? { inner: { key: THOUGHTS[kind] } } : {}), ...(FINAL.has(kind) ? { final: true } : {}), ...(PLAIN.has(kind) ? { plain: true } : {}) }
}

function answerOf(scene: Scene, frame: Frame): Answer | null {
  const { view } = scene
  const { kind, thing } = frame
  const slots = { thing: thing === '' ? null : thing }
  switch (kind) {
    case 'bid-away': {
      const words = answer(scene, { key: 'on-hurt' }, [DEEDS['bid-away']], [MEETING['farewell-cold']])
      return words && { ...words, ends: true }
    }
    case 'gesture-leave': {
      const words = answer(scene, INNER, [DEEDS['gesture-leave']])
      return words && { ...words, ends: true, final: true }
    }
    case 'vow': return answer(scene, { key: 'on-pleased' }, [SOCIAL.promise])
    case 'bid-walk': return answerWalk(scene)
    case 'bid-message': {
      const person = findPerson(view, scene.heard)
      return answer(scene, { key: 'person', slots: { person: person ? givenOf(person) : 'them' } }, [DEEDS['bid-message']])
    }
    case 'bid-ask-me': return askThem(scene, true)
    case 'offer-name': return answer(scene, INNER, [MEETING['ask-name']])
    case 'offer-help': return answer(scene, INNER, [view.needs.duty < LACKS_DUTY ? DEEDS['offer-help-yes'] : DEEDS['offer-help-no']])
    case 'offer-thing': return answer(scene, INNER, [isFood(thing) && view.needs.food < HUNGRY ? DEEDS['offer-food'] : DEEDS['offer-thing'], slots])
    case 'work-wanted': {
      const own = answerWorkWanted(scene)
      if (own) return own
      const master = view.knows.filter(({ id, age, trade }) => id !== 'player' && age > 20 && trade !== 'elder').sort((a, b) => b.familiarity - a.familiarity)[0]
      return master ? answer(scene, { key: 'work' }, [DEEDS['work-wanted'], { one: givenOf(master), theirTrade: master.trade }]) : null
    }
    case 'luck': return answer(scene, INNER, thing === '' ? [TOLD.luck] : [TOLD['luck-thing'], slots], [TOLD.luck])
    case 'nod-unsure': case 'nod-same': case 'nod-good': case 'nod-sad': case 'nod-so': return answer(scene, INNER, [TOLD[kind]], [SOCIAL.yes])
    case 'tease': return answer(scene, INNER, [TOLD.tease], [SOCIAL.insult])
    case 'calls': {
      const words = answer(scene, INNER, [TOLD.calls])
      return words && /\blong time\b/i.test(scene.heard) ? answer(scene, INNER, [lastMet(scene) === null ? ASKED['forgot-new'] : ASKED['forgot-known']]) : words
    }
    case 'forgot': return answer(scene, INNER, [lastMet(scene) === null && scene.ownTurns.length < 3 ? ASKED['forgot-new'] : ASKED['forgot-known']])
    case 'choice': return answerChoice(scene, frame.choices)
    case 'would': return answerSupposed(scene, thing)
    case 'would-where': return answer(scene, INNER, [ASKED['would-where'], { thing: placeLongedFor(scene) }])
    case 'unheard': {
      const spot = thing === '' ? null : (findPlace(scene, thing) ?? null)
      if (spot && spotIn(view, thing)) return spot
      return thing === '' || isOf(thing, 'unheard') && /\byou(?:'re| are)?\b.*\b(?:npc|ai|bot|program|character|simulation|puppet|code|fake)\b/i.test(scene.heard) ? answer(scene, INNER, [ASKED['not-real']]) : answer(scene, { key: 'on-unknown' }, [ASKED.unheard, slots])
    }
    case 'home': return answerHome(scene)
    case 'work-going': return answer(scene, { key: 'work' }, [view.needs.duty < LACKS_DUTY ? ASKED['work-behind'] : ASKED['work-good']])
    case 'learn-trade': return answer(scene, { key: 'work' }, [DEEDS['bid-teach']])
    case 'work-alone': {
      const beside = view.workplace === 'out of doors' ? [] : view.knows.filter(({ id, workplace, age }) => id !== 'player' && workplace === view.workplace && age > 10)
      return answer(scene, { key: 'work' }, beside.length > 0 ? [ASKED['work-with'], { who: namesOf(beside.slice(0, 3)) }] : [ASKED['work-lone']])
    }
    case 'why-clause': return answerUnknown(scene)
    case 'work-for': return answer(scene, { key: 'work' }, [ASKED['own-master']])
    case 'talked-today': return answerTalked(scene)
    case 'keep-secret': return answer(scene, INNER, [DEEDS['bid-silence']])
    case 'of-me-by': case 'miss-person': case 'older-than': case 'know-person': return answerOfTwo(scene, kind)
    default: {
      return answer(scene, INNER, [LINES[kind], slots])
    }
  }
}

function isFood(thing: string): boolean {
  return wordsOf(thing).some((word) => /^(?:bread|loaf|apple|cheese|soup|stew|food|meal|pie|cake|egg|eggs|fish|meat|honey|berries|milk|ale|beer|wine|water|nuts|dinner|supper|lunch|breakfast|porridge|onion)s?$/.test(word))
}

/** Coming along is for those one likes, by those who have the time. */
export function answerWalk(scene: Scene): Answer | null {
  const { view } = scene
  const willing = 0.5 * view.temperament.agreeableness + 0.3 * view.temperament.openness + 2 * (partnerOf(scene)?.warmth ?? 0) + 0.5 * (view.needs.duty - 0.6)
  if (willing < COMES_ALONG || Math.min(view.needs.food, view.needs.rest) < 0.25) return answer(scene, { key: 'on-curious' }, [SOCIAL['request-follow']], [DEEDS['bid-walk']], [SOCIAL['request-refuse']])
  const words = answer(scene, { key: 'on-pleased' }, [SOCIAL['request-follow-yes']])
  return words && { ...words, decision: { skillId: 'accompany', targetId: scene.partnerId, reason: `${scene.partnerName ?? 'the stranger'} asked me to come along` } }
}

/** A question of one's own to the partner: who they are, whence and why they come, else what they are like. `bidden`: they asked for it. */
function askThem(scene: Scene, bidden: boolean): Answer | null {
  const known = new Set<string | null | undefined>([...scene.facts.map(({ triple }) => triple?.[1]), ...scene.ownTurns.map(askedFor)])
  const open: ReadonlyArray<readonly [string, Lines]> = [['name', MEETING['ask-name']], ['origin', MEETING['ask-origin']], ['seeks', MEETING['ask-purpose']]]
  const next = open.find(([key]) => !known.has(key) && (key !== 'name' || scene.partnerName === null))?.[1] ?? ASKED['ask-you']
  const question = say(scene, next) ?? say(scene, ASKED['ask-you'])
  const start = bidden ? say(scene, ASKED['ask-first']) : ''
  return question === null || start === null ? null : { text: `${start} ${start.endsWith(':') ? question.charAt(0).toLowerCase() + question.slice(1) : question}`.trim(), inner: { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, final: true }
}

/** Of two things the one that one likes better, of two people the one who is dearer; the same for life. */
function answerChoice(scene: Scene, choices: readonly string[]): Answer | null {
  const { view, heard } = scene
  const people = choices.map((choice) => (/^(?:you|me|yourself)$/.test(choice) ? null : findPerson(view, choice)))
  const [one, two] = people
  if (one && two) {
    const [better, other] = weighs(heard, one) >= weighs(heard, two) ? [one, two] : [two, one]
    return answer(scene, { key: 'person', slots: { person: givenOf(better) } }, [ASKED.choice, { pick: givenOf(better), because: /\b(?:older|younger)\b/i.test(heard) ? `${givenOf(better)} is ${better.age}, ${givenOf(other)} ${other.age}.` : relationReason(better) || 'But don’t tell the other.' }])
  }
  if ((one ?? two) && choices.some((choice) => /^(?:you|yourself)$/.test(choice))) {
    const other = one ?? two!
    return answer(scene, { key: 'person', slots: { person: givenOf(other) } }, [ASKED.choice, view.temperament.conscientiousness > 0.1 ? { pick: 'I', because: `But ${givenOf(other)} is no idler, either.` } : { pick: givenOf(other), because: 'I am not one to boast.' }])
  }
  const tastes = choices.map((choice) => ({ choice, taste: tasteFor(view, choice), share: shareOf(view.npcId, `choice ${choice}`) }))
  const rank = ({ taste, share }: (typeof tastes)[number]): number => (taste?.likes === 'fond' ? 2 : taste?.likes === 'cool' ? 0 : 1) + share
  const [best] = tastes.sort((a, b) => rank(b) - rank(a))
  if (!best) return null
  const because = best.taste?.likes === 'fond' ? sentence(best.taste.because) : (['That’s how I am.', 'I couldn’t tell you why.', 'Most of the time, at least.', 'The other I leave to others.'][Math.floor(roll(scene.dice, 'why this') * 4)] ?? '')
  return answer(scene, INNER, [ASKED.choice, { pick: best.choice, because }])
}

/** How much somebody has of what is asked for. */
function weighs(heard: string, person: KnownPerson): number {
  if (/\b(?:older|oldest)\b/i.test(heard)) return person.age
  return /\b(?:younger|youngest)\b/i.test(heard) ? -person.age : person.warmth + person.trust
}

/** Whether one would: by temper, and by what would be left behind or broken. */
function answerSupposed(scene: Scene, clause: string): Answer | null {
  const { temperament: t } = scene.view
  const stands = (is: boolean, yes: string, no: string): Answer | null => answer(scene, INNER, [is ? ASKED['would-yes'] : ASKED['would-no'], { reason: is ? yes : no }], [ASKED['would-then']])
  if (/\b(?:leave|go away|move|travel|run away|come with)\b/.test(clause)) return stands(t.openness - t.conscientiousness > 0.9, 'There is more of the world than this.', sentence(hereReason(scene)))
  if (/\b(?:tell|report|betray|give me away)\b/.test(clause)) return stands(t.conscientiousness > 0, 'What is not yours is not yours.', 'I mind my own affairs.')
  if (/\b(?:fight|bear|wolf|wolves|dragon|die for|risk|climb|jump|dare)\b/.test(clause)) return stands(t.neuroticism < -0.3, 'One can only run so often.', 'I have people who would miss me.')
  if (/\b(?:steal|lie|cheat|kill|hurt|rob|burn|betray|kill|eat)\b/.test(clause) && !/\bif i\b|\bi (?:stole|killed|lied)\b/.test(clause)) return stands(false, '', 'I have to live with myself.')
  if (/\b(?:help|save|forgive|share|rescue|wait|miss|cry|be sad)\b/.test(clause)) return stands(t.agreeableness > -0.4, 'One does that for people.', 'Everybody looks after themselves.')
  return answer(scene, INNER, [ASKED['would-then']])
}

/** The sea where it is known, else the next place of a name. */
function placeLongedFor({ view }: Scene): string {
  const marks = view.country.filter(({ kind }) => kind !== 'road')
  const sea = marks.find(({ kind }) => kind === 'sea')
  return sea ? 'the sea' : (view.settlement.neighbours[Math.floor(shareOf(view.npcId, 'longs for') * view.settlement.neighbours.length)]?.name ?? marks[0]?.name ?? 'the sea')
}

/** With whom one spoke today, as far as one remembers. */
function answerTalked(scene: Scene): Answer | null {
  const { view, memories, partnerId } = scene
  const today = new Set(memories.filter(({ kind, worldSeconds }) => (kind === 'said' || kind === 'heard') && dayOf(worldSeconds) === dayOf(view.worldSeconds)).flatMap(({ about }) => about))
  const others = view.knows.filter(({ id }) => id !== partnerId && id !== 'player' && today.has(id))
  return answer(scene, INNER, others.length > 0 ? [ASKED['talked-with'], { who: namesOf(others.slice(0, 3)) }] : [ASKED['talked-none']])
}

/** How two stand to each other: whom one would miss, since when one knows whom, who is older, what the other would say. */
function answerOfTwo(scene: Scene, kind: 'of-me-by' | 'miss-person' | 'older-than' | 'know-person'): Answer | null {
  const person = findPerson(scene.view, scene.heard)
  if (!person) return null
  const slots = { person: givenOf(person), theirAge: String(person.age), reason: relationReason(person), relation: person.kinship ? kinWords(person) : null }
  const lines = kind === 'of-me-by' ? ASKED['of-me-by'] : kind === 'older-than' ? ASKED['ages-two'] : kind === 'know-person' ? (person.kinship ? ASKED['know-kin'] : ASKED['know-long']) : person.kinship !== null || person.warmth > MISSED_WARMTH ? ASKED['miss-yes'] : ASKED['miss-no']
  return answer(scene, { key: 'person', slots: { person: givenOf(person) } }, [lines, slots])
}

/** A question that nothing is known for, said back as what one does not know; null where it cannot be said back. */
export function answerUnknown(scene: Scene): Answer | null {
  const clause = indirect(clauseOf(scene.heard, scene.view.given))
  if (clause === null || !clause.includes(' ') || clause.split(' ').length > LONGEST_CLAUSE) return null
  const words = answer(scene, { key: 'on-unknown' }, [ASKED.clause, { clause: withNames(scene, clause) }])
  return words && { ...words, isVague: true }
}

/** Words with the capitals of names. */
export function withNames({ view }: Scene, words: string): string {
  const names = [...view.knows.map(givenOf), view.settlement.name, ...view.settlement.neighbours.map(({ name }) => name)]
  return names.reduce((text, name) => text.replace(new RegExp(`(?<![\\p{L}])${name.toLowerCase().replace(/[^\p{L} ]/gu, '.')}(?![\\p{L}])`, 'gu'), name), words).replace(/\bi\b/g, 'I')
}

/** One's home: what it is, and how many sleep there. */
function answerHome(scene: Scene): Answer | null {
  const { view } = scene
  const others = view.knows.filter(({ id, home }) => id !== 'player' && home === view.home).length
  return answer(scene, INNER, others === 0 ? [ASKED['home-alone'], { home: strip(view.home) }] : [ASKED['home-some'], { home: capitalise(strip(view.home)), who: `${numberWord(others + 1)} of us` }])
}
