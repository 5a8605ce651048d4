/** Why one said what one said: the reason as it stands in feelings, needs, ties, work and choices, never a made-up one. */
import { goodIn } from '#simulation/trade/goods.ts'
import type { KnownPerson } from '../../private-view.ts'
import { givenOf } from '../people.ts'
import { partnerOf, type Scene } from '../scene.ts'
import { askedFor } from '../understand.ts'
import { favouriteOf, tasteFor } from './favourites.ts'
import { contentReason, lackReason, stateOf, strip, toYou } from './state.ts'
import { coreOf } from './plain.ts'
import type { Thread } from './full-words.ts'
import { isUnpleasant } from '#simulation/affect/dynamics.ts'

const FELT = 0.12
/** Why one asks what one asks. */
const ASKING: { readonly [key: string]: string } = {
  name: 'I like to know whom I am talking with', origin: 'few come this way, and I like to hear from where', seeks: 'people seldom come here without looking for something', trade: 'a trade tells much about people', 'goes-to': 'the ways here are long, and some are not safe after dark', likes: 'I was curious, no more', found: 'you told me that it was lost',
}
/** What speaks for doing each thing next. */
const NEXT: { readonly [skill: string]: string } = {
  eat: 'I am getting hungry', sleep: 'I am tired', sit: 'my legs ask for it', fetch: 'the buckets are empty', visit: 'I have been alone enough', talk: 'I have been alone enough', gather: 'everybody comes together there', wander: 'one should see what is going on', pray: 'it quiets me', 'flee-rain': 'I would get wet', play: 'one is young only once', withdraw: 'I need to be by myself a while', accompany: 'I said I would come along',
}

/** The reason for the last words, as a clause (“the field will not wait”) or, with a full stop, as a sentence; null where there is none. `refused`: what is asked for is why not. */
export function reasonOf(scene: Scene, thread: Thread, refused: boolean): string | null {
  const { view } = scene
  const { last } = thread
  if (!last) return null
  const kind = last.ask?.kind ?? null
  const person = thread.person
  if (refused) return namedInTheWay(last.main) ?? refusalReason(scene, last.heard)
  if (last.act === 'insult' || last.act === 'threat') return last.act === 'insult' ? 'you insulted me' : 'you threatened me'
  if (last.act === 'request') return grantReason(scene)
  switch (kind) {
    case 'favourite': return favouriteOf(view, last.ask?.about ?? '')?.because ?? null
    case 'like-thing': {
      const taste = person && (last.main + last.heard).includes(givenOf(person)) ? null : tasteFor(view, last.ask?.about ?? '')
      if (taste) return taste.because
      break
    }
    case 'cost': case 'too-dear': case 'buy': return goodIn(last.heard)?.because ?? 'that is what it has always cost here'
    case 'state': case 'looks': case 'why-state': return lower(stateOf(scene, last.ask?.about ?? '')?.reason ?? '') || feelingReason(scene)
    case 'like-me': case 'trust-me': case 'trust-you': return tieReason(scene)
    case 'foe': return person && last.main.includes(givenOf(person)) ? tie(person) : 'nobody here has given me cause'
    case 'love-kin': return person ? tie(person) : null
    case 'like-here': case 'nice-here': case 'born': case 'since-here': case 'travelled': return hereReason(scene)
    case 'day-plan': return planReason(scene)
    case 'real': return 'I see, I eat and I get tired; what else would I be'
    default: break
  }
  switch (last.act) {
    case 'ask-how': case 'ask-feelings': case 'ask-company': return feelingReason(scene)
    case 'ask-opinion': case 'ask-family': return person && (last.main + last.heard).includes(givenOf(person)) && /\b(?:friend|think|like|trust|get (?:along|on))\b/i.test(last.heard + last.main) ? tie(person) : null
    case 'ask-doing': case 'ask-trade': case 'ask-why': return whyNow(scene)
    case 'ask-plans': return planReason(scene)
    case 'ask-secret': return 'what is trusted to me stays with me'
    case 'ask-name': return 'my parents chose it and nobody asked me'
    case 'ask-fears': return view.badMemories[0] && (partnerOf(scene)?.trust ?? 0) > 0.5 ? `of ${view.badMemories[0].of}` : null
    default: break
  }
  const question = last.reply.split(/(?<=[.!?])\s+/).at(-1) ?? ''
  return question.endsWith('?') ? (ASKING[askedFor(question) ?? ''] ?? 'I wanted to know, no more') : null
}

/** Why one does what one does, to the partner; null where that is not known. */
function whyNow({ slots }: Scene): string | null {
  const why = slots['why'] ?? ''
  return why === '' ? null : /^(?:curious|hungry|tired|lonely|bored|afraid|cold|wet)\b/.test(why) ? `I was ${why}` : why
}

function lower(reason: string): string {
  const clause = strip(reason)
  return /^(?:I\b|I’)/.test(clause) ? clause : clause.charAt(0).toLowerCase() + clause.slice(1)
}

/** Why one feels as one does: the strongest feeling’s cause, else what is lacking, else what is well. */
function feelingReason(scene: Scene): string {
  const felt = scene.view.feelings.find(({ intensity }) => intensity > FELT)
  if (felt) return lower(toYou(scene, felt.cause))
  return lower(lackReason(scene.view) ?? contentReason(scene.view))
}

/** What a refusal named as in the way (“I would like to, but there is bread to bake”); null where it named nothing. */
function namedInTheWay(refusal: string): string | null {
  return /(?:,? but|: )\s*((?:there|the|my|I|I’m|somebody)\b[^.;!?]+)[.;!]/.exec(refusal)?.[1] ?? null
}

/** Why not: what is in the way, by what weighs most. */
function refusalReason(scene: Scene, heard: string): string {
  const { view } = scene
  const partner = partnerOf(scene)
  const bad = view.feelings.find(({ kind, intensity }) => intensity > FELT && isUnpleasant(kind))
  if (partner && partner.warmth < -0.05) return lower(toYou(scene, partner.lastReason.replace(/\bthey\b/g, 'you').replace(/\bthem\b/g, 'you').replace(/\btheir\b/g, 'your')))
  if (/\b(?:give|sell|lend|buy|bring)\b/.test(coreOf(heard))) return 'what I have is needed here, or is not mine to give'
  if (Math.min(view.needs.food, view.needs.rest) < 0.25) return lower(lackReason(view) ?? '')
  if (bad) return `I am not in the mood: ${lower(toYou(scene, bad.cause))}`
  const why = view.needs.duty < 0.6 ? whyNow(scene) : null
  if (why) return why
  return (partner?.familiarity ?? 0) < 0.3 ? 'I hardly know you' : view.temperament.agreeableness < 0 ? 'I do as I please, and it does not please me' : 'I have enough on my hands'
}

function grantReason(scene: Scene): string {
  const partner = partnerOf(scene)
  if (partner && partner.warmth > 0.2) return 'I like you'
  return scene.view.temperament.agreeableness > 0 ? 'one helps whoever asks; it was always so with us' : 'you asked, and I have the time'
}

function tieReason(scene: Scene): string {
  const partner = partnerOf(scene)
  if (!partner || partner.lastReason === '' || partner.lastReason === 'we talked') return partner && partner.familiarity > 0.3 ? 'we have talked more than once' : 'we have only just met'
  return lower(toYou(scene, partner.lastReason.replace(/\bthey\b/g, 'you').replace(/\bthem\b/g, 'you').replace(/\btheir\b/g, 'your')))
}

function tie(person: KnownPerson): string {
  const reason = strip(person.lastReason)
  return reason === '' || reason === 'we are neighbours' ? (person.warmth < 0 ? `${givenOf(person)} and I never took to each other; there is no more to it` : 'one grows together when one lives so near') : reason
}

/** What one person is to another and why, as a sentence. */
export function relationReason(person: KnownPerson): string {
  const reason = strip(person.lastReason)
  return reason === '' ? '' : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

/** Why one stays, by whom one has here. */
export function hereReason({ view }: Scene): string {
  const kin = view.knows.filter(({ kinship }) => kinship !== null)
  return kin.length > 0 ? `mine are here: ${kin.slice(0, 3).map(givenOf).join(', ')}` : 'I know every stone here, and the stones know me'
}

function planReason(scene: Scene): string | null {
  const { view } = scene
  const next = [...view.weighed].sort((a, b) => b.score - a.score).find(({ label }) => !view.activity.includes(strip(label)))
  return (next && NEXT[next.skillId]) ?? whyNow(scene)
}
