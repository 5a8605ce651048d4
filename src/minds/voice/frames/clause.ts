/** A remark as a clause: whether it tells, asks or bids, who is its subject, its verb, and what is said of it. A shallow reading, by the closed words of English. */
import { coreOf, isAsking, tidied, writtenOut } from '../asked/plain.ts'

/** What a clause does. `cries`: it has no verb that can be told. */
export type Mood = 'tells' | 'asks' | 'bids' | 'cries'

/** A clause in small letters, with everything written out. */
export type Clause = {
  mood: Mood
  /** “why”, “how” and the like; empty for none. */
  wh: string
  /** Who or what it is said of: “i”, “you”, “it” or the words themselves; empty where it bids. */
  subject: string
  /** “would”, “can”, “do”, “be”; empty for none. */
  aux: string
  /** What stands before the subject of a question: “is”, “did”, “would”; empty for none. */
  helper: string
  /** What stands between a question word and that: “long” of “how long”. */
  whRest: string
  /** As it stands; “be” for all its forms; empty for none. */
  verb: string
  not: boolean
  /** What follows the verb. */
  rest: string
  /** All words of it. */
  words: string[]
  /** All of it. */
  text: string
}

const WH: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'what', 'where', 'when', 'why', 'how', 'which'])
const BE: ReadonlySet<string> = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been'])
const MODAL: ReadonlySet<string> = new Set(['can', 'could', 'will', 'would', 'shall', 'should', 'may', 'might', 'must', 'cannot'])
const DO: ReadonlySet<string> = new Set(['do', 'does', 'did'])
const HAVE: ReadonlySet<string> = new Set(['have', 'has', 'had'])
const PRONOUN: ReadonlySet<string> = new Set(['i', 'you', 'we', 'he', 'she', 'it', 'they', 'this', 'that', 'these', 'those', 'there', 'here', 'nobody', 'somebody', 'someone', 'everybody', 'everyone', 'anybody', 'anyone', 'nothing', 'something', 'today', 'tomorrow', 'mine'])
const DETERMINER: ReadonlySet<string> = new Set(['my', 'your', 'our', 'his', 'her', 'their', 'the', 'a', 'an', 'this', 'that', 'these', 'those', 'some', 'all', 'no', 'every'])
const ADVERB: ReadonlySet<string> = new Set('just really also always still ever only truly already even so simply actually probably maybe perhaps surely often sometimes now then quite very rather almost nearly finally recently first once'.split(' '))
/** What stands between an article and its noun. */
const QUALITY: ReadonlySet<string> = new Set('next last first old new big little young good best worst nearest other whole great small long oldest youngest only right wrong same real'.split(' '))
/** What stands before a clause and adds nothing. */
const LEAD: ReadonlySet<string> = new Set('and but or so well oh ah hey hi hello please just ok okay right hm hmm um er now then because wow yeah sorry honestly actually also anyway haha lol'.split(' '))
/** What bids where it stands first. */
const BIDDING: ReadonlySet<string> = new Set('hush shush load press click type select equip delete restart reload print execute reset cut knock come go stop wait stay hold halt freeze follow join walk run flee hide duck hurry look listen watch see hear try guess imagine suppose think give lend hand pass sell share show teach tell say sing dance kiss hug touch fight hit help bring take carry fetch make build fix mend cook open close shut leave let get put move sit stand kneel jump lie sleep wake smile relax calm cheer forget forgive remember promise swear prove ask answer talk speak repeat keep eat drink be call meet marry trust believe admit confess beware mind feel use wear throw drop pick read write play turn quit describe explain introduce surprise entertain amuse ignore enjoy spare save finish begin start send buy pay work'.split(' '))
/** Whether a word is a verb by which one may be bidden to do something. */
export function isDeed(word: string): boolean {
  return BIDDING.has(word)
}

/** Verbs by which the end of a longer subject is known. */
const FINITE: ReadonlySet<string> = new Set('hurt ache itch burn says said told tells wants wanted thinks thought likes liked loves loved hates hated hurts ached aches died collapsed broke burned burnt fell came comes went goes lives lived left stole ran looks looked seems seemed smells tastes sounds owes owed means meant needs sleep rises sets shines works worked saw sees knows knew cried cries gave gives took takes asked asks sends sent hit killed sleeps stopped started happened barked bit ate'.split(' '))

/** The clause that a remark is; without names by which the listener is called, if `called` is given. */
export function clauseOf(text: string, called = ''): Clause {
  const plain = writtenOut(coreOf(text)).replace(/\b(i|you|he|she|we|they|it)'d\b/g, '$1 would').replace(/\b(\w+)'s (?=(?:a|an|the|not|so|very|dead|gone|here|there|no|\w+ing)\b)/g, '$1 is ')
  let words: string[] = plain.match(/[\p{L}\p{N}'+-]+/gu) ?? []
  const name = called.toLowerCase()
  while (words.length > 1 && (LEAD.has(words[0]!) || words[0] === name)) words = words.slice(1)
  // what one only thinks is said all the same
  if (words[0] === 'i' && /^(?:think|believe|guess|suppose|fear|feel)$/.test(words[1] ?? '') && (PRONOUN.has(words[2] ?? '') || DETERMINER.has(words[2] ?? '')) && words.length > 3) words = words.slice(2)
  while (words.length > 1 && words.at(-1) === name && !/^(?:about|of|is|like|to|for|with|than|know|meet|see|and|or|be|called)$/.test(words.at(-2) ?? '')) words = words.slice(0, -1)
  return { ...parse(words, isAsking(tidied(text))), words, text: words.join(' ') }
}

type Parsed = Omit<Clause, 'words' | 'text'>

function parse(words: readonly string[], asks: boolean): Parsed {
  const none: Parsed = { mood: 'cries', wh: '', whRest: '', subject: '', aux: '', helper: '', verb: '', not: false, rest: words.join(' ') }
  const [first = '', second = ''] = words
  if (first === 'what' && (second === 'a' || second === 'an') && !asks) return none
  if (WH.has(first)) return inverted(words, 1, first)
  if (first === 'do' && (second === 'not' || (BIDDING.has(second) && !PRONOUN.has(second)))) return { ...none, mood: 'bids', not: second === 'not', verb: words[second === 'not' ? 2 : 1] ?? '', rest: words.slice(second === 'not' ? 3 : 2).join(' ') }
  if (first === 'never' && BIDDING.has(second)) return { ...none, mood: 'bids', not: true, verb: second, rest: words.slice(2).join(' ') }
  if (first === 'let' || first === "let's") return { ...none, mood: 'bids', aux: second === 'me' ? 'let-me' : 'let-us', verb: words[first === 'let' ? 2 : 1] ?? '', rest: words.slice(first === 'let' ? 3 : 2).join(' ') }
  if (first === 'be' && second !== '') return { ...none, mood: 'bids', verb: 'be', rest: words.slice(1).join(' ') }
  // “must be nice …”
  if (MODAL.has(first) && second === 'be') return { ...none, rest: words.join(' ') }
  if ((BE.has(first) || MODAL.has(first) || DO.has(first) || HAVE.has(first)) && (first !== 'have' || second !== 'a')) return inverted(words, 0, '')
  if (PRONOUN.has(first) && !(DETERMINER.has(first) && !(BE.has(second) || MODAL.has(second) || second === ''))) return predicate(words, 1, first, asks)
  const verbAt = words.findIndex((word, at) => at > (DETERMINER.has(first) ? 1 : 0) && at < 7 && (BE.has(word) || MODAL.has(word) || HAVE.has(word) || DO.has(word) || FINITE.has(word)))
  if (DETERMINER.has(first) || (verbAt === 1 && !BIDDING.has(first))) return verbAt > 0 ? predicate(words, verbAt, words.slice(0, verbAt).join(' '), asks) : none
  if (BIDDING.has(first) && !asks) return { ...none, mood: 'bids', verb: first, rest: words.slice(1).join(' ') }
  return { ...none, mood: asks ? 'asks' : 'cries' }
}

/** A question with its verb before its subject. */
function inverted(words: readonly string[], from: number, wh: string): Parsed {
  let at = from
  // “how long”, “which way”, “what kind of”
  while (at < words.length && at < from + 4 && !BE.has(words[at]!) && !MODAL.has(words[at]!) && !DO.has(words[at]!) && !HAVE.has(words[at]!) && wh !== '' && !PRONOUN.has(words[at]!)) at++
  const helper = words[at] ?? ''
  if (!(BE.has(helper) || MODAL.has(helper) || DO.has(helper) || HAVE.has(helper))) return { ...predicate(words, from, wh, true), wh }
  let next = at + 1
  let not = helper === 'cannot'
  if (words[next] === 'not') {
    not = true
    next++
  }
  const isNoun = DETERMINER.has(words[next] ?? '') && (!PRONOUN.has(words[next] ?? '') || (next + 2 < words.length && !DETERMINER.has(words[next + 1] ?? '')))
  const subjectEnd = isNoun ? Math.min(next + (QUALITY.has(words[next + 1] ?? '') ? 3 : 2), words.length) : next + 1
  const subject = words.slice(next, subjectEnd).join(' ')
  const read = predicate(words, subjectEnd, subject, true)
  const whRest = words.slice(from, at).join(' ')
  if (BE.has(helper)) return { ...read, mood: 'asks', wh, whRest, aux: 'be', helper, verb: 'be', not: not || read.not, rest: words.slice(subjectEnd).join(' ') }
  return { ...read, mood: 'asks', wh, whRest, aux: helper, helper, not: not || read.not }
}

/** What is said of a subject, from its verb on. */
function predicate(words: readonly string[], from: number, subject: string, asks: boolean): Parsed {
  let at = from
  let not = false
  let aux = ''
  const skip = (): void => {
    while (at < words.length && (ADVERB.has(words[at]!) || words[at] === 'not' || words[at] === 'never')) {
      not ||= words[at] === 'not' || words[at] === 'never'
      at++
    }
  }
  skip()
  const helper = words[at] ?? ''
  if (MODAL.has(helper) || DO.has(helper)) {
    aux = helper === 'cannot' ? 'can' : helper
    not ||= helper === 'cannot'
    at++
    skip()
  } else if (BE.has(helper) && words[at + 1] === 'going' && words[at + 2] === 'to') {
    aux = 'will'
    at += 3
  }
  const verb = words[at] ?? ''
  if (BE.has(verb)) {
    at++
    skip()
    return { mood: asks ? 'asks' : 'tells', wh: '', whRest: '', helper: '', subject, aux: aux || 'be', verb: 'be', not, rest: words.slice(at).join(' ') }
  }
  let next = at + 1
  while (ADVERB.has(words[next] ?? '') || words[next] === 'never' || words[next] === 'not') next++
  if (HAVE.has(verb) && /(?:ed|en|n|t|d|me|it|ade)$/.test(words[next] ?? '') && !DETERMINER.has(words[next] ?? '')) {
    at++
    skip()
    return { mood: asks ? 'asks' : 'tells', wh: '', whRest: '', helper: '', subject, aux: 'have', verb: words[at] ?? '', not, rest: words.slice(at + 1).join(' ') }
  }
  return { mood: asks ? 'asks' : 'tells', wh: '', whRest: '', helper: '', subject, aux, verb, not, rest: words.slice(at + 1).join(' ') }
}

/** A question as the listener speaks of it: “is the road dry?” is “whether the road is dry”; null where it would not be English. */
export function indirect(c: Clause): string | null {
  if (c.mood !== 'asks' || c.words.length > 14 || c.not) return null
  const start = c.wh === '' ? 'whether' : `${c.wh}${c.whRest === '' ? '' : ` ${c.whRest}`}`
  // “who built it”, “which family has been here longest” and “what would need doing” stand as they are
  if (c.helper === '') return c.wh === '' ? null : turned(c.text)
  const tail = c.text.slice([c.wh, c.whRest, c.helper, c.subject].filter((part) => part !== '').join(' ').length).trim()
  const [verb = ''] = tail.split(' ')
  if (c.wh !== '' && c.aux !== 'be' && (BE.has(c.subject) || PRONOUN.has(verb) || /^(?:me|him|her|us|them)$/.test(verb) || DETERMINER.has(verb) || (MODAL.has(c.helper) && verb.endsWith('ing')))) return turned(c.text)
  if (c.helper === 'did') return null
  if (DO.has(c.helper)) return turned(`${start} ${c.subject} ${c.helper === 'does' ? third(c.verb) : c.verb} ${c.rest}`).replace(/\s+/g, ' ').trim()
  if (c.aux === 'be' && (c.wh === 'when' || c.wh === 'where') && c.whRest === '' && c.helper !== 'has' && c.helper !== 'have') return turned(`${start} ${c.subject} ${c.rest} ${c.helper}`.replace(/\s+/g, ' '))
  if (c.aux === 'be' && c.rest === '') return turned(c.text)
  return turned(`${start} ${c.subject} ${c.helper} ${tail}`).replace(/\s+/g, ' ').trim()
}

function third(verb: string): string {
  return verb === 'have' ? 'has' : verb === 'do' ? 'does' : verb === 'go' ? 'goes' : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

/** Words of the asker turned so that the listener can say them back: “why nobody talks to me” is “why nobody talks to you”. */
export function turned(words: string): string {
  const said = words.split(' ')
  return said.map((word, at) => {
    switch (word.toLowerCase()) {
      case 'i': case 'me': case 'we': case 'us': return 'you'
      case 'my': case 'our': return 'your'
      case 'mine': return 'yours'
      case 'myself': return 'yourself'
      case 'am': return 'are'
      case 'your': return 'my'
      case 'yours': return 'mine'
      case 'yourself': return 'myself'
      // after a verb or a preposition “you” is whom it is done to
      case 'you': return at > 0 && (at === said.length - 1 || /^(?:to|for|with|of|about|at|from|by|than|like|see|meet|give|tell|ask|love|hate|trust|help|know|kill|hurt|make)$/.test(said[at - 1]!)) ? 'me' : 'I'
      case 'was': return /^(?:i|we)$/i.test(said[at - 1] ?? '') ? 'were' : word
      case 'are': return said[at - 1] === 'you' || said[at + 1] === 'you' ? 'am' : 'are'
      case 'were': return said[at - 1] === 'you' || said[at + 1] === 'you' ? 'was' : 'were'
      default: return word
    }
  }).join(' ')
}
