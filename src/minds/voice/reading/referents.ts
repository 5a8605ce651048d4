/** What words of a talk can mean, and what a talk so far has spoken of. */
import type { Good } from '#simulation/trade/goods.ts'
import type { HeldBelief, KnownPerson } from '../../private-view.ts'
import type { Spot } from '../asked/names.ts'
import { givenOf } from '../people.ts'

/** Somebody or something of the partner’s, with all that they said of it, a sentence each. `pro`: by which pronoun it goes; beasts go by any. */
export type Theirs = { noun: string; /** Whether it is theirs, or only somebody they met. */ isOwn: boolean; name: string | null; pro: 'he' | 'she' | 'they' | 'it' | 'any'; told: string[] }

/** What words can mean. `kin`: somebody of a known person’s of whom one knows nothing, or one’s own who lives no more; `thing`: what was only named. */
export type Referent =
  | { kind: 'person'; person: KnownPerson }
  | { kind: 'people'; people: readonly KnownPerson[] }
  | { kind: 'kin'; of: KnownPerson | null; word: string }
  | { kind: 'spot'; spot: Spot }
  | { kind: 'good'; good: Good }
  | { kind: 'theirs'; theirs: Theirs }
  | { kind: 'thing'; noun: string }

/** Something that was spoken of: in which turn, and how much it was what the talk was of, about 0..1.5. */
export type Mention = { ref: Referent; turn: number; weight: number }

/** A remark with its references resolved. */
export type Referred = {
  /** “how old is <p0>”: the first letter of a mark is that of its kind, the number its place in `refs`. */
  text: string
  refs: Referent[]
  /** Whether something was taken from the talk before. */
  leans: boolean
  /** A pronoun for which there is nothing; empty for none. */
  open: string
}

/** A talk so far. */
export type Discourse = {
  turn: number
  mentions: Mention[]
  theirs: Theirs[]
  /** The partner’s last question with its references resolved; null before the first. */
  asked: Referred | null
  /** Whom one’s last words named as their answer. */
  named: readonly KnownPerson[]
  /** What was told as news of late. */
  belief: HeldBelief | null
}

/** Turns back in which what was spoken of may be meant. */
const REACH = 7
/** The same for “he” and “she”, which mean nobody else. */
export const PERSON_REACH = 14

/** How much a mention is what is spoken of now. */
const standing = (talk: Discourse, { turn, weight }: Mention): number => weight * 2 - (talk.turn - turn) * 0.75

/** The referent that fits and stands highest among those of the last `reach` turns; null where none does. */
export function meantBy(talk: Discourse, fits: (ref: Referent) => boolean, reach = REACH): Referent | null {
  let best: Mention | null = null
  for (const mention of talk.mentions) if (talk.turn - mention.turn <= reach && fits(mention.ref) && (best === null || standing(talk, mention) >= standing(talk, best))) best = mention
  return best?.ref ?? null
}

/** A referent as one says it: “Boran”, “the mill”, “your cat”. */
export function wordsFor(ref: Referent): string {
  switch (ref.kind) {
    case 'person': return givenOf(ref.person)
    case 'people': return listed(ref.people.map(givenOf))
    case 'kin': return ref.of ? `${givenOf(ref.of)}’s ${ref.word}` : `my ${ref.word}`
    case 'spot': return ref.spot.name
    case 'good': return ref.good.name
    case 'theirs': return ref.theirs.name ?? `${ref.theirs.isOwn ? 'your' : 'the'} ${ref.theirs.noun}`
    case 'thing': return ref.noun
  }
}

/** “Ada, Bel and Cid”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
