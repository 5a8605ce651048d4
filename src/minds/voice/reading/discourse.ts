/** What a talk has been about so far, as what words of the next remark can mean: people, places, goods, what the partner has and told of, what was told as news. Derived from the turns each time, so nothing of it is stored. */
import type { PrivateView } from '../../private-view.ts'
import { wasSaidIn } from '../answer-belief.ts'
import { termsOf } from '../../memory/tokens.ts'
import { isAsking, tidied } from '../asked/plain.ts'
import type { Scene } from '../scene.ts'
import { sentencesOf } from '../speak.ts'
import { refer } from './refer.ts'
import type { Discourse, Referent, Theirs } from './referents.ts'

/** Of what one asks and tells more is said than of what comes up beside it. */
const SUBJECT = 1.3
const BESIDE = 0.25
/** Whom one is sent to, who told one a thing, and what one is reminded of are not what is spoken of. */
const IN_PASSING = /\b(?:[Aa]sk \p{Lu}|may know|might know|could try|[Ii]f any(?:body|one) knows|told me|says? |reminds me|while I think)/u
/** Own lines back in which news is still what “it” can mean. */
const NEWS_TURNS = 3
/** Share of its words by which news is spoken of. */
const NAMED_NEWS = 0.55

/** Turns back to which a talk is followed. */
const TURNS_FOLLOWED = 24

/** Follows a talk up to the remark that is to be answered. */
export function followDiscourse(scene: Scene): Discourse {
  const { view, partnerId, ownTurns } = scene
  const talk: Discourse = { turn: 0, mentions: [], theirs: [], asked: null, named: [], belief: null }
  const turns = view.conversation?.turns ?? []
  // what was told long ago is told still; what was only spoken of is not meant any more
  const first = turns.length - 1 - TURNS_FOLLOWED
  for (const [at, { speakerId, text }] of turns.slice(0, -1).entries()) {
    if (at < first) continue
    talk.turn++
    if (speakerId === view.npcId) noteOwn(view, talk, text)
    else if (speakerId === partnerId) notePartner(view, talk, text)
  }
  talk.turn++
  talk.belief = view.beliefs.find((belief) => wasSaidIn(scene, belief, ownTurns.slice(-NEWS_TURNS)) || scene.partnerTurns.slice(-NEWS_TURNS).some((line) => sharedTerms(belief.text, line) > NAMED_NEWS)) ?? null
  return talk
}

/** Share of the words of `text` that `line` holds, 0..1. */
function sharedTerms(text: string, line: string): number {
  const terms = termsOf(text)
  const held = new Set(termsOf(line))
  return terms.length === 0 ? 0 : terms.filter((term) => held.has(term)).length / terms.length
}

/** Notes what the partner says: whom and what it names, what it asks, and what it tells of their own. */
export function notePartner(view: PrivateView, talk: Discourse, text: string): void {
  for (const part of sentencesOf(tidied(text))) {
    const asks = isAsking(part)
    const read = refer(view, part, talk)
    read.refs.forEach((ref, at) => note(talk, ref, at === 0 ? SUBJECT : 1))
    if (asks) talk.asked = read
    else for (const ref of read.refs) if (ref.kind === 'theirs') tell(ref.theirs, part)
  }
}

function noteOwn(view: PrivateView, talk: Discourse, text: string): void {
  talk.named = []
  for (const part of sentencesOf(text)) {
    const weight = IN_PASSING.test(part) ? BESIDE : 1
    const { refs } = refer(view, part, null)
    for (const ref of refs) note(talk, ref, ref.kind === 'good' || ref.kind === 'spot' ? weight * 0.8 : weight)
    const before = /\bthe \w+ before me\b|\b[Mm]y (?:old )?(?:master|teacher)\b|\b[Mm]y (father|mother|grandmother|grandfather)\b/.exec(part)
    if (before && !refs.some(({ kind }) => kind === 'person')) note(talk, { kind: 'kin', of: null, word: before[1] ?? 'master' }, 1)
    if (weight === 1 && talk.named.length === 0) talk.named = refs.flatMap((ref) => (ref.kind === 'person' ? [ref.person] : ref.kind === 'people' ? ref.people : []))
  }
  if (talk.named.length > 1) note(talk, { kind: 'people', people: talk.named }, 1)
}

function note(talk: Discourse, ref: Referent, weight: number): void {
  talk.mentions.push({ ref, turn: talk.turn, weight })
  if (ref.kind === 'theirs' && !talk.theirs.includes(ref.theirs)) talk.theirs.push(ref.theirs)
}

/** Keeps what is told of somebody or something, with its name and what it is by its pronoun. */
function tell(theirs: Theirs, part: string): void {
  theirs.told.push(part)
  theirs.name = /\b(?:name is|name's|name was|called|named|call (?:him|her|it)) (\p{Lu}[\p{L}'’-]+)/u.exec(part)?.[1] ?? theirs.name
  const pro = /\b(he|she)\b/i.exec(part)?.[1]?.toLowerCase()
  if (theirs.pro === 'they' && (pro === 'he' || pro === 'she')) theirs.pro = pro
}
