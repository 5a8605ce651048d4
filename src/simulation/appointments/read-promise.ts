/** Promises in free words: what somebody says that they will do, and by when; threats, refusals and mere futures are none. */
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '../clock.ts'
import { toneOf } from '../affect/tone.ts'

/** A promise read: what, said back by whoever hears it ("bring me a fish"), and by when, world seconds. */
export type ReadPromise = { what: string; atSeconds: number }

const DEEDS = 'bring|give|find|pay|fix|get|fetch|make|carry|repay|mend|buy|build|return|come|be back|help|visit|show|teach|protect|guard|ask|speak (?:to|with)|talk (?:to|with)|tell|look for|search for|look after|keep (?:it|this|that) (?:a )?secret|sing|write|send|share|cook|bake|save|free|warn|work|plant|feed|water|chop|cut (?:wood|the|some)|lend|sell|take'
/** “I will …” is a promise where something is to be done; with the word itself whatever is promised is. */
const PLAIN = new RegExp(`\\bi(?:'ll| will| shall)(?: surely| certainly| gladly| also| then)? ((?:${DEEDS})\\b[\\w' ,-]{0,70})`, 'i')
const SOLEMN = /\bi (?:promise|swear|vow|give you my word)(?: to)?(?: you)?(?:,)?(?: that)?(?: (?:i'll|i will|i shall|to))? ((?!never\b|not\b|no\b|nothing\b|anything\b|you\b|on\b|by\b|it\b|that\b)[a-z][\w' ,-]{2,70})|\bi(?:'ll| will) ((?!never\b|not\b)[a-z][\w' -]{2,60}?),? i promise\b/i
/** What is refused, left open, or only thought of binds nobody. */
const UNBOUND = /\b(?:never|won't|will not|shall not|can't|cannot|not|maybe|perhaps|if|unless|would|could|might|try to think|rather)\b/i
/** Futures that are no deed for the one who hears them. */
const IDLE = /^(?:come to that|be back to|take (?:my leave|care|a look around|your word)|make (?:do|sure|a move|you (?:pay|regret|sorry|suffer))|get (?:going|you|even|away|out|over)|tell you (?:what|something|this|that|a secret|a story)|keep (?:my|an) eyes?|show you what|find (?:out|my|it|another)|ask you\b|pay (?:attention|you back for this)|give (?:up|it (?:a )?(?:thought|try))|work (?:today|now)|help myself|return to my)/i
const WHEN = /\b(?:(?:the day after )?tomorrow(?: (?:morning|noon|afternoon|evening|night|at (?:dawn|noon|dusk)))?|tonight|today|this (?:morning|afternoon|evening)|(?:at|by|before) (?:dawn|sunrise|noon|dusk|sunset|nightfall|midnight)|in the (?:morning|evening)|in (?:an|one|two|three|four|five|a few) (?:hours?|days?)|next week|soon|later|right away|at once|again)\b/gi
const NUMBERS: { readonly [word: string]: number } = { an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, 'a few': 3 }

/** The first promise in what somebody says; null where there is none. */
export function readPromise(text: string, now: number): ReadPromise | null {
  const words = text.replace(/[’`]/g, "'")
  const tone = toneOf(words)
  if (tone === 'threat' || tone === 'insult') return null
  for (const sentence of words.split(/(?<=[.!?;])\s+/)) {
    if (sentence.includes('?')) continue
    const solemn = SOLEMN.exec(sentence)
    const promised = solemn?.[1] ?? solemn?.[2] ?? PLAIN.exec(sentence)?.[1]
    if (promised === undefined || IDLE.test(promised) || UNBOUND.test(sentence)) continue
    const what = promised.split(/,| but | because | so that | and (?=i\b)|\bi promise\b/i)[0]!.replace(WHEN, ' ').replace(/\byou\b/gi, 'me').replace(/\byours\b/gi, 'mine').replace(/\byour\b/gi, 'my').replace(/\byourself\b/gi, 'myself').replace(/\s+/g, ' ').replace(/[\s,]+$/, '').trim()
    if (what.length >= 3) return { what, atSeconds: dueBy(sentence, now) }
  }
  return null
}

/** By when it is to be done: the hour named, else the end of the day named, else the day after tomorrow. */
function dueBy(sentence: string, now: number): number {
  const text = sentence.toLowerCase()
  const inHours = /\bin (an|one|two|three|four|five|a few) hours?\b/.exec(text)?.[1]
  if (inHours) return now + (NUMBERS[inHours]! + 1) * 3600
  const inDays = /\bin (one|two|three|four|five|a few) days?\b/.exec(text)?.[1]
  const days = inDays ? NUMBERS[inDays]! : /\bday after tomorrow\b/.test(text) ? 2 : /\btomorrow\b/.test(text) ? 1 : /\bnext week\b/.test(text) ? 7 : /\b(?:tonight|today|this |right away|at once|(?:at|by|before) |in the )/.test(text) && WHEN_SAID.test(text) ? 0 : 2
  const hour = /\b(?:dawn|sunrise)\b/.test(text) ? 8 : /\bmorning\b/.test(text) ? 12 : /\bnoon\b/.test(text) ? 14 : /\bafternoon\b/.test(text) ? 18 : /\b(?:dusk|sunset|nightfall|evening)\b/.test(text) ? 21 : 23
  const at = (dayOf(now) + days) * DAY_WORLD_SECONDS + hour * 3600
  // an hour that has passed is tomorrow's
  return at <= now || (days === 0 && hourOf(now) >= hour) ? at + DAY_WORLD_SECONDS : at
}
const WHEN_SAID = /\b(?:tonight|today|this (?:morning|afternoon|evening)|dawn|sunrise|noon|dusk|sunset|nightfall|midnight|right away|at once|morning|evening)\b/
