/** Questions about the talks themselves: what was asked, told, given, promised and said, and when one met. */
import { wordsOf } from '../memory/tokens.ts'

/** What is asked for. `owed`: what the asker promised; `vowed`: what the person did; `appointed`: where and when the two are to meet. */
export type TalkQuestion = {
  kind: 'name' | 'asked' | 'topics' | 'told' | 'said' | 'gave' | 'owed' | 'vowed' | 'appointed' | 'met'
  /** What it is about, in the asker's words; empty when nothing is named. */
  about: string
  /** Which talks are meant: this one, those before it, or whichever. */
  span: 'now' | 'before' | 'any'
  /** Whether the first is meant, not the last. */
  isFirst: boolean
}

/** Questions and what follows “do you remember”; nothing else is read. */
const ASKS = /\?|^(?:(?:and|but|so|then|well|now|hey|please|come on|okay|ok)[, ]+)*(?:what|which|who|when|where|how|do|did|don't|didn't|have|haven't|had|was|were|can|could|tell me|remind me|say|repeat|remember|surely you)\b/i
const KINDS: ReadonlyArray<readonly [TalkQuestion['kind'], RegExp]> = [
  ['name', /\b(?:what(?:'s| is| was| did i say)|say|remember|recall|know|forget|forgot|forgotten|told you|tell me|remind me of|by) my (?:own )?name\b|\bwhat was my name\b|\bmy name again\b|\bwhat (?:am i|i am|i'm) called\b|\bwho (?:am i|i am|i'm)(?=\s*(?:again|to you)?\s*(?:[?.!,]|$))|\bwhat (?:do|did) you call me\b/i],
  ['vowed', /\b(?:what|which|that|did|didn't|have|haven't|had|thing|when|what's)\b[^.?!]*\byou(?:'d|'ve| have| had| did)? (?:once |just |ever |already )?(?:promise|promised|swore|swear|vowed|vow)\b|\bdid(?:n't)? you (?:not |once |just |ever |already )?(?:promise|swear|vow)\b|\byour (?:promise|word|vow)s?\b|\bwhat did you (?:say|tell me) (?:that )?you(?:'d| would|'ll| will| were going to)\b|\byou said (?:that )?you(?:'d| would|'ll| will)\b/i],
  ['owed', /\bi(?:'d|'ve| have| had| did)? (?:once |just |ever |already )?(?:promise|promised|swore|swear|vowed|vow)\b|\bmy (?:promise|word|vow)s?\b|\bwhat do i owe you\b|\bwhat did i (?:say|tell you) (?:that )?i(?:'d| would|'ll| will| was going to)\b/i],
  ['gave', /\b(?:did i|have i|i|i've|i have|i had)(?: \w+)? (?:give|gave|given|bring|brought)\b|\bmy (?:gift|present)s?\b/i],
  ['asked', /\b(?:did i|have i|had i|was i|i|i've|i have|i had|i just)(?: (?:just|last|first|already|ever|once|even))? (?:ask|asked|asking|want to know|wanted to know)\b|\bmy (?:\w+ )?questions?\b/i],
  ['topics', /\b(?:we|you and i|you and me|us)\b[^.?!]*\b(?:talk|talked|talking|speak|spoke|speaking|spoken|discuss|discussed|discussing|chat|chatted|chatting|say to each other|saying)\b(?! (?:again|later|tomorrow|more))|\b(?:our|the) (?:last |first |earlier |little |previous |whole )?(?:talks?|conversations?|chats?)\b|\bwhere (?:were we|did we (?:leave off|stop|end))\b|\bremember (?:us |me )?(?:talking|speaking) (?:to|with) me\b/i],
  ['told', /\b(?:did i|have i|had i|was i|i|i've|i have|i had|i just)(?: (?:just|last|first|already|ever|once|even|to))? (?:tell|told|say|said|saying|mention|mentioned|talk about|talked about)\b/i],
  ['said', /\bwhat (?:did|have|had|were|was it) you (?:just |last |already )?(?:say|said|saying|tell me|told me|answer|answered)\b|\bwhat you (?:just |last )?(?:said|told me|answered)\b|\b(?:say|repeat) (?:that|it)(?: again)?\b|\b(?:can|could|would|will) you (?:please )?repeat\b|\bwhat was that\?|\byour (?:last )?(?:answer|words)\b/i],
]
const MET = /\b(?:when|where|how (?:long ago|often|many times))\b[^.?!]*\b(?:we|us)\b[^.?!]*\b(?:meet|met|talk|talked|speak|spoke|spoken|see|saw|seen)\b|\bwhen did (?:i|you) (?:first |last )?(?:see|meet|speak|talk)\b(?=[^?]*\b(?:me|us|you|each other)\b|\W*$)|\bwhen was (?:the |our )?(?:last|first) (?:time|talk|meeting|conversation|chat)\b(?! (?:it|that it|you|the|anybody|anyone|somebody)\b)|\bhow long (?:has it been|is it|since)\b[^.?!]*\bwe\b|\b(?:have|had|haven't|hadn't|did|didn't) (?:we|you and i)(?: not)?(?: ever| already| just)? (?:met|meet|talked|talk|spoken|speak|seen|see)\b|\bhow long have we known\b|\b(?:remember|recogni[sz]e|recall|know|forget|forgot|forgotten) (?:me|us)(?=\s*(?:at all|still|then|now|again|from [\w ]+|or not)?\s*(?:[?.!,]|$))|\bdo we know each other\b|\bmet before\b/i
const APPOINTED = /\b(?:when|where|at what (?:hour|time))\b[^.?!]*\b(?:do|are|were|will|shall) we\b[^.?!]*\b(?:meet|meeting)\b|\b(?:did|have|had) we\b[^.?!]*\b(?:agree|agreed|appointment|arrange|arranged)\b|\bour (?:appointment|meeting)\b/i
/** What asks for something yet to come, or for others. */
const NOT_TALK = /\b(?:would|should|could|shall|can|must) i (?:say|tell|ask|give|bring)\b|\b(?:shall|let's|let us|should|may i|can i|could i|might|will) (?:we|i|us)?\b[^.?!]*\b(?:meet|talk|speak|ask|tell|say|give|bring)\b|\bcan you tell\b|\b(?:allowed|supposed|able|want|like) to (?:talk|speak|chat)\b/i
const ABOUT = /\b(?:about|regarding|concerning)\s+(?!(?:it|that|this|us|me|you|anything|what|last|then|today|yesterday|the other)\b)([^?!.,]+)/i

/** What a remark asks of the talks between the two; null when it asks nothing of them. */
export function talkAsked(text: string): TalkQuestion | null {
  const plain = text.replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim()
  if (!ASKS.test(plain)) return null
  // of several sentences the asking one counts
  const asking = plain.split(/(?<=[.!?])\s+/).findLast((sentence) => ASKS.test(sentence)) ?? plain
  const rest = { span: spanOf(asking), isFirst: /\bfirst\b/i.test(asking) }
  if (APPOINTED.test(asking)) return { kind: 'appointed', about: '', ...rest }
  if (NOT_TALK.test(asking)) return null
  // when and where come before what: “when did we talk?”
  if (/\b(?:when|where|how (?:long|often|many))\b/i.test(asking) && MET.test(asking) && !/\bwhere were we\b/i.test(asking)) return { kind: 'met', about: '', ...rest }
  const found = KINDS.find(([, pattern]) => pattern.test(asking))
  if (found) return isOfTalk(asking, found[0]) ? { kind: found[0], about: aboutOf(asking), ...rest } : null
  return MET.test(asking) ? { kind: 'met', about: '', ...rest } : null
}

/** Those kinds whose words also serve for other questions count only where something is called to mind. */
function isOfTalk(asking: string, kind: TalkQuestion['kind']): boolean {
  if (kind === 'topics') return /\b(?:what|which|remember|recall|forgot|forgotten|forget|remind|where (?:were|did) we|did we|have we)\b/i.test(asking)
  if (kind === 'told' || kind === 'asked' || kind === 'gave') return /\b(?:what|which|remember|recall|forgot|forgotten|forget|remind|did i|have i|do you know|how often|my)\b/i.test(asking) && !/\b(?:what|why|how) (?:if|should|can|could|must|shall|may)\b|\bwhat do i\b|\bwho(?:m)? (?:should|can|do) i\b/i.test(asking)
  if (kind === 'vowed' || kind === 'owed') return !/\b(?:do|will|would|can|could) you promise\b/i.test(asking)
  return true
}

function spanOf(asking: string): TalkQuestion['span'] {
  if (/\b(?:last time|the other day|yesterday|days ago|last night|last week|the first time|when we (?:first|last)|in our (?:last|first|earlier)|back then|earlier today|this morning|before today)\b|\b(?:our|the) (?:last|first|earlier|previous) (?:talk|conversation|chat|meeting)\b/i.test(asking)) return 'before'
  return /\b(?:just|a (?:moment|minute|second) ago|right now|now)\b/i.test(asking) ? 'now' : 'any'
}

function aboutOf(asking: string): string {
  const about = ABOUT.exec(asking)?.[1]?.replace(/\b(?:last time|yesterday|before|earlier|today|this morning|last night|the other day)\b.*$/i, '').trim() ?? ''
  return wordsOf(about).length === 0 ? '' : about
}
