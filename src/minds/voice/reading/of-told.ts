/** What is told and asks nothing, where it is of somebody or something that the talk knows: of the speaker behind their back, of people of the place, of the partner’s own; and doubt, of whatever was said. */
import type { KnownPerson } from '../../private-view.ts'
import { answer, type Answer } from '../answer.ts'
import { relationReason } from '../asked/reasons.ts'
import { firstOf } from '../frames/words.ts'
import { turned } from '../frames/clause.ts'
import type { Lines } from '../manner.ts'
import { givenOf } from '../people.ts'
import type { Scene } from '../scene.ts'
import { isStopWord, wordsOf } from '../../memory/tokens.ts'
import { isAsking, tidied, writtenOut } from '../asked/plain.ts'
import { matterOf } from '../discourse/matters.ts'
import { capitalise, sentencesOf } from '../speak.ts'
import { fullOf } from './refer.ts'
import { wordsFor, type Discourse, type Referred } from './referents.ts'

type Found = { answer: Answer; confidence: number }

const SAYS = '(?:<[ptgkx]\\d+>(?: (?:at|from|in|by|near|of) (?:the )?(?:<[sx]\\d+>|\\w+))?|he|she|they|somebody|someone|people|everybody|one|a \\w+|i) (?:just |also )?(?:says?|said|told me|tells me|claims?|claimed|thinks?|heard|hear|believes?|saw|was told|swears?|swore)(?: me)?(?: that)?,? '
const OF_ME = new RegExp(`^${SAYS}(you (?!are (?:nice|kind|good|right)|and i\\b).+|with you|you with it)$`)
const OF_THEM = new RegExp(`^${SAYS}(<p\\d+>) (.+)$`)
/** Deeds that are held against somebody. */
const BLAMES = /\b(?:cheat\w*|steal\w*|stole\w*|lie[ds]?|lied|lying|beat\w*|hit|hits|kill\w*|hate\w*|owe\w*|rob\w*|drink\w*|drunk|hurt\w*|betray\w*|burn\w*|broke|poison\w*|debts?|thief|liar|coward|witch|with it|mean|rude|lazy|stingy|mad|crazy|ran away|sold|took)\b/
const POINTED = /^(?:(?:i (?:think|guess|believe|bet|suspect|fear|am (?:quite )?sure)|maybe|perhaps|surely|probably)(?: that)? )?(?:it|that) (?:was|must have been|can only have been|could only have been) (.+)$/
const DOUBTS = /^(?:i (?:really )?doubt (?:it|that)|i (?:do not|cannot) (?:quite |really )?believe (?:you|it|that|a word)(?: of it)?|i find that hard to believe|hard to believe|i am not (?:so )?sure(?: about (?:that|it))?|(?:that|it) (?:does not|cannot) (?:sound|be) (?:right|true))$/
const SENT = /^(?:then )?(?:go (?:and )?)?(?:ask|tell|try|talk to|speak to|speak with|forgive|thank|help) (<[pg]\d+>)(?: (?:then|yourself|sometime|about it|tonight|today))*$/
const AGREED = /^(?:deal|agreed|it is a deal|done|done deal|all right then|fair enough, deal)$/

const ACCUSED: Lines = { warm: ['I, {you}? {Deed}? No. Whoever says so has mixed me up with somebody.', 'That isn’t so, {you}. Ask anybody here.'], gruff: ['Lie.', 'Who says so? Let them come here and say it.'], shy: ['I… no. I never did. Who says that?'], merry: ['I? {Deed}? I haven’t the time!', 'Me! And I was asleep at the time, as always!'], grave: ['That is not true. I would hear who says it.', 'I did nothing of the kind, and I can look anybody in the eye.'], dreamy: ['I… {deed}? That must have been somebody else’s dream.'], any: ['I? {Deed}? That is not so.', 'Whoever says that was not there.'] }
const HELD: Lines = { warm: ['{Person}? I can’t believe that, {you}.'], gruff: ['{Person}? Rubbish.', 'Don’t believe it.'], shy: ['{Person}? I never saw it…'], merry: ['{Person}! Never in a hundred years!'], grave: ['Of {person} I have seen nothing of the kind.'], dreamy: ['{Person}… no, that does not go with the face.'], any: ['{Person}? I never saw anything of the kind.', 'Of {person} I’d have to see that myself.'] }
const BELIEVED: Lines = { gruff: ['{Person}. Wouldn’t surprise me.'], any: ['Of {person} it would not surprise me. {Why}', '{Person}? I would not put it past {person}. {Why}'] }
const DOUBTED: Lines = { warm: ['Doubt it in peace, {you}; I’d do the same.'], gruff: ['Then doubt it.', 'Suit yourself.'], shy: ['I only say what I know…'], merry: ['Quite right! I’d not believe me, either!'], grave: ['You may doubt it. It stays as I said.'], dreamy: ['Doubt is a good dog; it barks at everything.'], any: ['Doubt it, then. I can only say what I know.', 'I would doubt it too, in your place. It is so all the same.'] }
const KEPT: Lines = { warm: ['So {told}. I’ll remember that, {you}.'], gruff: ['{Told}. Noted.'], shy: ['Oh… {told}. I’ll remember.'], merry: ['{Told}! Well, well!'], grave: ['{Told}. I will keep it in mind.'], dreamy: ['{Told}… now I can see {him} better.'], any: ['{Told}; good to know.', 'So {told}. I’ll keep that in mind.'] }
const WILL_ASK: Lines = { gruff: ['When I get round to it.'], any: ['I might, when the moment is right.', 'Perhaps I will; not before others, though.'] }
const SETTLED: Lines = { warm: ['Agreed, {you}.'], gruff: ['Agreed.'], merry: ['A deal! Before you think better of it!'], any: ['Agreed, then.', 'Good; it’s settled.'] }

const BORNE: Lines = { warm: ['{Told}. That’s hard, {you}.'], gruff: ['Hard.', '{Told}. I’m sorry.'], shy: ['{Told}… I’m sorry.'], merry: ['{Told}. There’s no joke for that.'], grave: ['{Told}. It weighs, I hear it.'], dreamy: ['{Told}… it stays in the room when one says it.'], any: ['{Told}. I’m sorry.', '{Told}. One doesn’t put that down again.'] }
const SORRY_FOR: Lines = { gruff: ['{Whom}. I’m sorry.'], any: ['{Whom}… I’m sorry. How did it come to that?', '{Whom}. That is near. I’m sorry.'] }
const GO_ON: Lines = { gruff: ['{Whom}. What of {whom}?'], any: ['{Whom}? What about {whom}?', '{Whom}; go on.'] }

/** From this weight on a matter is met in earnest. */
const EARNEST = 6
/** From which length on a sentence is too long to be said back. */
const LONGEST = 9
const SURE = 0.8
/** Beside the usual word of a listener, and not beside a reader who knows what is told. */
const KEPT_SURE = 0.5
const TOLD_SURE = 0.72

/** An answer to a question about the partner, from what they said of themselves in this talk; null where they said nothing of the kind. */
export function answerOfPartner(scene: Scene, read: Referred): Found | null {
  const full = fullOf(read)
  if (!/^(?:what|where|when|who|how|why|which|do|did|am|was|have)\b/.test(full) || !/\b(?:i|my|me)\b/.test(full) || /\b(?:you|your|should|could|can|would|will|shall|may|must|need|find|get|buy)\b/.test(full)) return null
  const terms = wordsOf(full).filter((word) => word.length > 2 && !isStopWord(word))
  if (terms.length === 0) return null
  const told = scene.partnerTurns.flatMap((turn) => sentencesOf(tidied(turn))).filter((part) => !isAsking(part))
  const share = (part: string): number => { const held = new Set(wordsOf(part)); return terms.filter((term) => held.has(term)).length / terms.length }
  const best = told.reduce<string | null>((most, part) => (share(part) > (most === null ? 0.5 : share(most)) ? part : most), null)
  const said = best && answer(scene, { key: 'on-topic' }, [{ gruff: ['{Item}.', 'You said: {item}.'], any: ['{Item}; you said so.', 'You told me: {item}.'] }, { item: turned(writtenOut(best).replace(/[.!]+$/, '').replace(/^(?:and|but|so|well|oh),? /, '')) }])
  return said ? { answer: said, confidence: SURE } : null
}

/** An answer to something told, and how surely it is that; null where others know better. */
export function answerOfTold(scene: Scene, read: Referred, { belief }: Discourse): Found | null {
  const { text, refs } = read
  const full = fullOf(read)
  const found = (lines: Lines, slots: Record<string, string> = {}, confidence = SURE, isFinal = true): Found | null => {
    const said = answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [lines, slots])
    return said && { answer: { ...said, ...(isFinal ? { final: true } : {}) }, confidence }
  }
  const blamed = (whom: KnownPerson): Found | null => found(whom.warmth < -0.15 ? BELIEVED : HELD, { person: givenOf(whom), why: relationReason(whom) || ' ' })
  const ofMe = OF_ME.exec(text)?.[1]
  if (ofMe !== undefined && BLAMES.test(ofMe)) return found(ACCUSED, { deed: deedOf(fullOf({ ...read, text: ofMe })) })
  const pointed = POINTED.exec(text)?.[1]
  const misdeed = pointed === undefined ? null : misdeedIn(scene.partnerTurns)
  if (pointed !== undefined && misdeed !== null) {
    if (isMe(scene, fullOf({ ...read, text: pointed }))) return found(ACCUSED, { deed: misdeed })
    const suspect = refs[Number(/^<p(\d+)>$/.exec(pointed)?.[1] ?? NaN)]
    if (suspect?.kind === 'person') return blamed(suspect.person)
  }
  const ofThem = OF_THEM.exec(text)
  const person = ofThem && refs[Number(/\d+/.exec(ofThem[1]!)![0])]
  if (person?.kind === 'person' && (BLAMES.test(ofThem![2]!) || firstOf(ofThem![2]!.split(' '), 'crime') !== null)) return blamed(person.person)
  if (DOUBTS.test(full) && belief === null && scene.ownTurns.length > 1) return found(DOUBTED)
  if (SENT.test(text)) return found(WILL_ASK)
  if (AGREED.test(full) && scene.ownTurns.length > 1) return found(SETTLED)
  const isSad = scene.partnerTurns.slice(-3).some((line) => { const matter = matterOf(writtenOut(line)); return matter?.tone === 'sad' && matter.weight >= EARNEST })
  const own = refs.find(({ kind }) => kind === 'theirs')
  if (own?.kind === 'theirs' && own.theirs.isOwn && /^<t\d+>$/.test(text)) return found(isSad ? SORRY_FOR : GO_ON, { whom: wordsFor(own) })
  if (own?.kind !== 'theirs' || !read.leans || /\b(?:name|called|named)\b/.test(text) || refs.filter(({ kind }) => kind === 'theirs').length > 1 || (text.match(/<t/g)?.length ?? 0) > 1) return null
  const told = turned(text.replace(/<[a-z](\d+)>/g, (_, at: string) => { const ref = refs[Number(at)]; return ref ? wordsFor(ref).replace(/^your /, 'my ') : '' })).replace(/\bI\b(?=’s)/g, 'you')
  return told.split(' ').length > LONGEST ? null : found(isSad ? BORNE : KEPT, { told, him: { he: 'him', she: 'her', they: 'them', it: 'it', any: 'it' }[own.theirs.pro] }, isSad ? TOLD_SURE : KEPT_SURE)
}

/** What the partner said last that somebody did to them, turned round (“stole your purse”); null where they said nothing of the kind. */
function misdeedIn(partnerTurns: readonly string[]): string | null {
  const blamed = partnerTurns.flatMap((turn) => sentencesOf(tidied(turn))).map((part) => writtenOut(part).toLowerCase().replace(/[.!]+$/, '')).findLast((part) => !POINTED.test(part) && BLAMES.test(part))
  return blamed === undefined ? null : turned(blamed.slice(BLAMES.exec(blamed)!.index))
}

/** Whether words mean the speaker: as “you”, by name, or by the trade. */
function isMe({ view }: Scene, words: string): boolean {
  const who = words.toLowerCase().trim()
  return who === 'you' || who === `the ${view.trade}` || view.given.toLowerCase() === who
}

/** “cheated him” of “you cheated him”. */
function deedOf(told: string): string {
  const deed = turned(told.replace(/^you (?:have |had |are |were )?/, '').replace(/^with (?:you|it)$/, 'had it'))
  return capitalise(deed).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
}
