/** A remark read by its meaning: clause by clause who does what to whom, when, whether it is so, and what is asked of it. */
import { isAsking, tidied } from '../asked/plain.ts'
import { clauseOf, turned, type Mood } from '../frames/clause.ts'
import { sentencesOf } from '../speak.ts'
import { classOf, isFinite, isPastForm, lemma, type Cls } from './words.ts'

/** Of whom a clause tells or asks: the partner, the listener, somebody of the partner’s, whom or what a pronoun means, somebody or everybody, or what is named. */
export type Party = 'me' | 'you' | 'mine' | 'he' | 'she' | 'they' | 'it' | 'one' | 'there' | 'thing' | ''

/** A clause by its meaning, in small letters. */
export type Sense = {
  mood: Mood
  wh: string
  whRest: string
  who: Party
  /** The subject as it stands. */
  subject: string
  /** The verb that carries the meaning, in its plain form, and its class; in “was stolen” that is “steal”. */
  verb: string
  cls: Cls
  /** What one wants or has to do, in its plain form; empty for none. */
  inner: string
  /** What follows the verb. */
  object: string
  not: boolean
  time: 'past' | 'now' | 'ahead'
  modal: string
  /** Whether it is done to the subject. */
  passive: boolean
  words: readonly string[]
  text: string
}

const PRONOUNS: { readonly [word: string]: Party } = { i: 'me', we: 'me', me: 'me', you: 'you', he: 'he', she: 'she', they: 'they', it: 'it', this: 'it', that: 'it', there: 'there', somebody: 'one', someone: 'one', nobody: 'one', everybody: 'one', everyone: 'one', anybody: 'one', anyone: 'one', people: 'one', something: 'it', nothing: 'it', everything: 'it', who: 'one', what: 'it' }
const AUX: ReadonlySet<string> = new Set('am is are was were be been do does did have has had can could will would shall should may might must not never just only also really always still ever already now so very'.split(' '))
const TIMES = /\b(?:yesterday|last (?:night|week|year|winter|summer|spring|autumn|month)|ago|once|this morning|used to|back then|before)\b/
/** Where one clause of what is told ends and the next begins. */
const BREAKS = /;|, (?:but|because|and then|and|so|when|then) |,? (?:but|because|so that|and then|when|while|until|since then) (?=(?:i|he|she|it|we|they|my|our|the|a|an|there|you|somebody|someone|nobody)\b)| and (?=(?:i|he|she|we|they|it|you)\b)|, (?=(?:i|he|she|they|we|my|it|there|you)\b)/i

/** Where a question that only asks for a nod is hung on to what is told. */
const TAG = /,? (?=(?:what do you (?:say|think)|did any(?:one|body) ever tell you|(?:would|will|can|could) you like to \w+)\W*$)/i

/** The clauses of a remark; a question is one clause. `called`: how the listener is called. */
export function sensesOf(remark: string, called = ''): Sense[] {
  return sentencesOf(tidied(remark)).flatMap((part) => part.split(TAG)).flatMap((part) => (isAsking(part) ? [part] : part.split(BREAKS))).map((part) => part.trim()).filter((part) => /\p{L}/u.test(part)).map((part) => senseOf(part, called))
}

/** When, and how often, where it stands before the clause. */
const BEFORE = /^(?:sometimes|suddenly|often|lately|then|now|today|yesterday|last night|this morning|one day|the (?:next|other) (?:morning|day|night)|please|in the end|at night),? (?=\S+ \S)/i

/** One clause. */
export function senseOf(part: string, called = ''): Sense {
  const c = clauseOf(part.replace(BEFORE, ''), called)
  const { words } = c
  let { subject, verb: form, rest } = c
  let mood = c.mood
  // a longer subject whose verb is no helper
  if (mood === 'cries' && !isAsking(part)) {
    const at = words.findIndex((word, i) => i > 0 && i < 7 && isFinite(word))
    if (at > 0 && !/^(?:to|of|in|at|for|with|too|very|so|how|what)$/.test(words[at - 1]!)) {
      subject = words.slice(0, at).join(' ')
      form = words[at]!
      rest = words.slice(at + 1).join(' ')
      mood = 'tells'
    }
  }
  let modal = /^(?:can|could|will|would|shall|should|may|might|must|cannot)$/.test(c.aux) ? c.aux : ''
  let passive = false
  let progressive = false
  let after = rest.split(' ').filter((word) => word !== '')
  if (form === 'used' && after[0] === 'to') {
    form = after[1] ?? ''
    after = after.slice(2)
  }
  if (form === 'be') {
    const at = after.findIndex((word) => !AUX.has(word))
    const word = after[at] ?? ''
    if (word.endsWith('ing') && classOf(lemma(word)) !== 'other') {
      progressive = true
      form = word
      after = after.slice(at + 1)
    } else if (isPastForm(word) && classOf(lemma(word)) !== 'other' && !/^(?:lost|hurt|married|tired|scared|worried|bored|dead|gone)$/.test(word)) {
      passive = true
      form = word
      after = after.slice(at + 1)
    }
  }
  let verb = lemma(form)
  let inner = ''
  if (/^(?:want|need|wish|hope|have|like|try|plan|mean|love|decide|begin|start)$/.test(verb) && after[0] === 'to') {
    inner = lemma(after[1] ?? '')
    if (verb === 'have' || verb === 'need') modal ||= 'must'
  }
  // “my feet hurt”, “what hurts”
  if (verb === '' && mood === 'bids') verb = lemma(words[0] ?? '')
  const past = c.helper === 'did' || c.helper === 'was' || c.helper === 'were' || c.helper === 'had' || c.aux === 'did' || c.aux === 'have' || (!progressive && !modal && isPastForm(form)) || TIMES.test(c.text) || /\b(?:was|were|had)\b/.test(words.slice(0, 6).join(' '))
  const first = subject.split(' ')[0] ?? ''
  return {
    mood, wh: c.wh, whRest: c.whRest, who: PRONOUNS[subject] ?? (/^(?:my|our)$/.test(first) ? 'mine' : subject === '' ? '' : (PRONOUNS[first] === 'one' ? 'one' : 'thing')),
    subject, verb, cls: classOf(verb), inner, object: after.join(' '), not: c.not || /\b(?:never|nobody|nothing|no longer)\b/.test(c.text), time: modal === 'will' || modal === 'shall' || /\b(?:tomorrow|tonight|next|soon|going to)\b/.test(c.text) ? 'ahead' : past ? 'past' : 'now', modal, passive, words, text: c.text,
  }
}

const LEADING = /^(?:the|a|an|my|our|your|his|her|their|some|any|this|that|these|those|just|so|very|all)$/
const ENDING = /^(?:to|of|in|at|on|by|for|with|from|into|onto|over|under|near|behind|who|that|which|when|where|while|because|and|but|or|if|so|than|as|for|about|after|before|until|since|through|across|like|last|this|yesterday|today|tomorrow|tonight|here|there|again|away|off|out|up|down|very|too|now|then|ago|once|always|never|home|back)$/

/** The first thing that words name, with its article: “a dead crow” of “a dead crow at my door”; empty where they name none. */
export function nounPhrase(words: string): string {
  const all = words.split(' ').filter((word) => word !== '')
  const start = all.findIndex((word) => !ENDING.test(word))
  if (start < 0) return ''
  const tail = all.slice(start)
  const end = tail.findIndex((word, at) => at > 0 && (ENDING.test(word) || isFinite(word) || AUX.has(word)))
  const phrase = tail.slice(0, end < 0 ? 4 : end)
  return phrase.length === 0 || (phrase.length === 1 && (LEADING.test(phrase[0]!) || PRONOUNS[phrase[0]!] !== undefined || /^(?:him|her|them|us|it)$/.test(phrase[0]!))) ? '' : phrase.join(' ')
}

/** The noun that a phrase ends with. */
export function headOf(phrase: string): string {
  return phrase.split(' ').at(-1) ?? ''
}

/** Words said back to who said them: “my mule” is “your mule”. */
export function saidBack(words: string): string {
  return turned(words.trim()).replace(/\bi\b/g, 'I')
}
