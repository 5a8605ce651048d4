/** What a deliberation is about: read from the question asked, or from what presses. */
import type { ActorId } from '#core/ids.ts'
import type { PrivateView } from '../private-view.ts'
import { wordsOf } from '../memory/tokens.ts'

/** What a deliberation can be about. */
export type MatterKind = 'day' | 'danger' | 'quarrel' | 'request' | 'loss' | 'promise' | 'open'

/** A matter to be settled. */
export type Matter = {
  kind: MatterKind
  /** How heavy it is, 0..1. */
  weight: number
  /** Whom it concerns, most first. */
  whoms: ActorId[]
  /** In words that stand after "of": "the wolf", "what Anna said". */
  words: string
  /** Acts that the question itself offers ("help Anna or go home?"), as the words for each. */
  offered: string[]
}

const KINDS: ReadonlyArray<readonly [kind: MatterKind, weight: number, words: RegExp]> = [
  ['danger', 0.8, /\b(?:wol(?:f|ves)|bandits?|raiders?|fire|flood|storm|danger(?:ous)?|attack(?:ed|s)?|threat(?:en(?:ed|s)?)?|kill|murder(?:er)?|bears?|beast|burn(?:s|ing)?|robbers?|plague|drown(?:ing)?)\b/i],
  ['promise', 0.6, /\b(?:promis(?:e|ed)|swore|sworn|your word|appointment|agreed to)\b/i],
  ['quarrel', 0.6, /\b(?:quarrel(?:led)?|insult(?:ed)?|hates?|feud|angry (?:at|with)|lied|liar|stole (?:from )?(?:you|your)|cheat(?:ed)?|enem(?:y|ies)|revenge|forgive|argu(?:ed|ment)|wronged|betray(?:ed)?|fight with|make peace)\b/i],
  ['loss', 0.55, /\b(?:lost|missing|gone|stolen|disappeared|died|dead|ruined|broken|broke|starv(?:e|ing)|hungry|no (?:food|money|work|home))\b/i],
  ['request', 0.5, /\b(?:come (?:with|along)|help|join|follow|lend|give|accompany|show me|go with|need(?:s)? you|would you (?:come|go)|will you (?:come|go))\b/i],
]
/** Words before "what is it about" in a question. */
const ABOUT = /\b(?:about|of|with|because of|against|for)\s+((?:the |a |an |my |your |his |her |their |this |that )?[\p{L}’' -]{3,40})/iu

/** The matter of a question; `null` words mean what presses now. */
export function readMatter(question: string, view: PrivateView): Matter {
  const words = wordsOf(question)
  const named = view.knows.filter(({ name }) => name.split(' ').some((part) => part.length > 2 && words.includes(part.toLowerCase()))).map(({ id }) => id)
  const partner = view.conversation?.partnerId
  const found = KINDS.find(([, , pattern]) => pattern.test(question))
  const kind = found?.[0] ?? 'open'
  const speaksOfPartner = (kind === 'request' && named.length === 0) || /\b(?:me|i)\b/i.test(question)
  const whoms = [...named, ...(partner && speaksOfPartner && !named.includes(partner) ? [partner] : [])]
  const noun = kind === 'danger' ? found?.[2].exec(question)?.[0].toLowerCase() : undefined
  const about = noun ? (/(?:ed|ing|kill|burn)$/.test(noun) ? 'the danger' : `the ${noun}`) : (ABOUT.exec(question)?.[1]?.trim() ?? '')
  return { kind, weight: found?.[1] ?? 0.4, whoms, words: about === '' ? 'what was asked' : about.replace(/\bmy\b/gi, 'their').replace(/\byour\b/gi, 'my'), offered: choicesIn(question) }
}

/** What presses when nobody asks: the sharpest need, a quarrel, or the day as such. */
export function pressingMatter(view: PrivateView): Matter {
  const foe = [...view.knows].filter(({ warmth, doing }) => warmth < -0.3 && doing !== null).sort((a, b) => a.warmth - b.warmth)[0]
  if (view.needs.safety < 0.35 || view.weather === 'storm') return { kind: 'danger', weight: 0.7, whoms: [], words: view.weather === 'storm' ? 'the storm' : 'what frightens me', offered: [] }
  if (foe) return { kind: 'quarrel', weight: 0.5, whoms: [foe.id], words: `what stands between ${foe.name.split(' ')[0]} and me`, offered: [] }
  return { kind: 'day', weight: 0.45, whoms: [], words: 'the day', offered: [] }
}

/** The alternatives of "A or B?". */
function choicesIn(question: string): string[] {
  const asked = /(?:^|[,:]\s*|\b(?:should|would|will|shall|could|can|do|to|rather|better)\b)\s*(?:you |i |we |rather |better )*([^,.?!]{3,60}?)\s+or\s+(?:rather |else |to )?([^,.?!]{3,60})\?/i.exec(question)
  return asked ? [asked[1] ?? '', asked[2] ?? ''].map((part) => part.trim()).filter((part) => part !== '') : []
}
