/** A remark without its wrapping: manners, indirect openings and capitals off, several questions taken apart. */
import { isFinite } from '../sense/words.ts'
import { withoutTail } from '../../memory/facts.ts'
import { remembered } from '../remembered.ts'
import { sentencesOf } from '../speak.ts'

/** What stands before the matter and adds nothing to it. */
const WRAPPING: readonly RegExp[] = [
  /^(?:please|so|well|oh|ah|hey|hm+|aw+|ooh+|ugh|er|um|uh|ok(?:ay)?|right|now|then|tell me then|sorry|pardon|by the way|anyway|also|actually|friend|sir|madam|good (?:morning|day|evening|afternoon)|hello|hi|hey there|excuse me|thanks?(?: you)?|i see|just|listen up|honestly|to be honest|believe it or not|did you know that)[,.!;: ]+(?=\S)/,
  /^i (?:said|asked|just asked),? (?=(?:what|who|where|when|why|how|do you|are you|can you)\b)/,
  /^(?:yes|no|yeah|nah|say|look|listen|wait|come on|oh come on|i mean|you know|guess what|you know what)[,.!;:]+ (?=\S)/,
  /^(?:(?:may|can|could|might) i (?:just )?ask(?: you)?(?: (?:something|a question))?|let me ask(?: you)?(?: something)?|i (?:have|had) (?:a|one|another) question|one (?:more )?question|i(?:'d| would) (?:like|love) to ask(?: you)?|i(?:'m| am) curious|just curious)[,.:; ]+(?=\S)/,
  /^(?:can|could|would|will) you (?:please |kindly )?(?:tell|say to|explain to|let) (?:me|us)(?: know)?,? (?=(?:who|what|where|when|why|how|which|if|whether)\b)/,
  /^(?:please )?(?:tell|say to|explain to) (?:me|us),? (?=(?:who|what|where|when|why|how|which|if|whether)\b)/,
  /^(?:do|would|might|wouldn't|don't|you wouldn't|you don't|you) (?:you )?(?:happen to |perhaps |by chance )?(?:know|remember) (?=(?:who|what|where|when|why|how|which|if|whether)\b(?! i\b| my\b))/,
  /^(?:i(?:'d| would) (?:like|love|want) to know|i(?:'ve| have)? (?:always )?wonder(?:ed)?|i want to know|i need to know|any idea|do you have any idea|i(?:'m| am) (?:wondering|asking(?: myself)?)),? (?=(?:who|what|where|when|why|how|which|if|whether)\b)/,
]
const ASKING = /^(?:and |but |or )?(?:who|what|where|when|why|how|which|whose|whom|do|does|did|is|are|was|were|can|could|will|would|have|has|had|may|should|shall|am|isn't|aren't|don't (?=you|we|they|i|the|people|your|any)|doesn't|didn't|haven't|won't|can't|tell me|any)\b/

/** What is written short, and what it is short for. */
const SHORT: ReadonlyArray<readonly [RegExp, string]> = [[/\bur (?=(?:so |very |really |such )?(?:nice|funny|cute|cool|pretty|kind|sweet|ugly|weird|strange|welcome|right|wrong|good|great|awesome|boring|smart|a|an|the|my|not)\b)/gi, 'you are '], [/\bur\b/gi, 'your'], [/^gm\b/gi, 'good morning'], [/^gn\b/gi, 'good night'], [/\bfav(?:e|s)?\b/gi, 'favourite'], [/\btbh\b,?/gi, ''], [/\brly\b/gi, 'really'], [/\bu\b/gi, 'you'], [/\br(?= (?:you|u)\b)/gi, 'are'], [/\b(?:wat|wot|wut)\b/gi, 'what'], [/\b(?:pls|plz)\b/gi, 'please'], [/\b(?:thx|ty)\b/gi, 'thanks'], [/\bgonna\b/gi, 'going to'], [/\bwanna\b/gi, 'want to'], [/\bdunno\b/gi, 'don’t know'], [/\blemme\b/gi, 'let me'], [/\bgimme\b/gi, 'give me'], [/\b(?:gotta)\b/gi, 'have to'], [/\bwhatcha\b/gi, 'what are you'], [/\bcya\b/gi, 'see you'], [/\b(?:bc|cuz|coz)\b/gi, 'because'], [/\bim\b/g, 'I’m'], [/\b(are|do|does|is|was|were|have|has|did|could|would|should|had)nt\b/gi, '$1n’t'], [/\b(?:wont)\b/gi, 'won’t'], [/\bcant\b/gi, 'can’t'], [/\b(when|why)s\b/gi, '$1’s'], [/\bya\b/gi, 'you'], [/\bya(?=ll\b)/gi, 'you'], [/\bdo (?:you|u) no\b/gi, 'do you know'], [/\bkinda\b/gi, 'kind of'], [/\b(?:outta)\b/gi, 'out of'], [/^were (?=(?:do|can|is|are|did|could)\b)/gi, 'where '], [/(?<=\bknow )were\b/gi, 'where'], [/\bbtw\b,?/gi, ''], [/\b(?:tho)\b/gi, 'though'], [/\b(?:rn)\b/gi, 'now'], [/\b(?:pubs?|taverns?|alehouses?|bars?|hostels?|hotels?)(?=\W|$)/gi, 'inn'], [/^y$/i, 'yes'], [/\bi search (?:for )?/gi, 'I am looking for '], [/\bi have hunger\b/gi, 'I am hungry'], [/\bi have thirst\b/gi, 'I am thirsty'], [/^n$/i, 'no'], [/^sup\b/i, 'what’s up'], [/^wyd\b/i, 'what are you doing'], [/^hru\b/i, 'how are you'], [/^(?:wbu|hbu)\b/i, 'and you'], [/\b(?:gtg|g2g)\b/gi, 'I have to go'], [/\by’?all\b/gi, 'you'], [/\byou (?:lot|folk|folks|guys|people)\b/gi, 'you'], [/\bwho[’']d\b/gi, 'who would'], [/\bwhat[’']d\b/gi, 'what would'], [/\bwhat (?:do|would|did) you make of\b(?! me\b)/gi, 'what do you think of'], [/\bhave you lost (?=(?:any|some)(?:body|one)\b)/gi, 'have you ever lost '], [/\b(?:in these parts|around these parts|hereabouts|round here)\b/gi, 'here']]

/** The remark with what is written short written out. */
export const unslanged = remembered(unslang)

function unslang(text: string): string {
  const plain = text.replace(/(\p{L})\1{2,}/gu, '$1')
  return SHORT.reduce((words, [short, long]) => words.replace(short, long), plain)
}

/** A remark without the question that only asks for a nod: “I should go, shouldn't I?” is “maybe I should go”. */
export function untagged(text: string): string {
  const [, told] = /^(.+?),? (?:(?:isn|aren|wasn|weren|don|doesn|didn|won|wouldn|shouldn|couldn|can|haven|hasn)['’]t (?:i|you|it|he|she|they|we|there)|alright|all right|right|okay|eh|you know|is it|are you)\s*\?$/i.exec(text) ?? []
  return told === undefined || isAsking(told) || told.split(' ').length < 3 ? text : /^(?:well,? )?i (?:should|ought to|could|must)\b/i.test(told) ? `Maybe ${told}.` : /\b(?:here|quiet|day|weather)\b/i.test(told) ? text : `${told}.`
}

/** Straight quotes, single spaces, no empty tail, no shouting. */
export const tidied = remembered(tidy)

function tidy(text: string): string {
  const plain = withoutTail(text).replace(/[’`´]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
  const letters = plain.match(/\p{L}/gu) ?? []
  return letters.length > 3 && plain === plain.toUpperCase() && plain !== plain.toLowerCase() ? plain.toLowerCase() : plain
}

/** The matter of a remark in small letters, without what wraps it and without marks at its end: “Excuse me, can you tell me where the mill is?” is “where the mill is”. */
export const coreOf = remembered(unwrapped)

function unwrapped(text: string): string {
  let core = unslanged(tidied(text)).toLowerCase().replace(/\b(what|where|who|how|that|it|here|when|why)s\b/g, "$1's")
  for (let round = 0; round < 4; round++) {
    const before = core
    for (const wrapping of WRAPPING) core = core.replace(wrapping, '')
    if (core === before) break
  }
  return straight(core.replace(/[\s?!.,;:…]+$/, '').replace(/(?:,? (?:please|then|exactly|by any chance|anyway|again|at all|though|actually|if i may ask)|, (?:my )?(?:friend|sir|dear|lady|man|mate|buddy|pal|stranger)|(?<!\b(?:your|my|a|the|best|good|old|an|any|no|be|as|close|dear|of|is)) (?:sir|mate|buddy|pal))+$/, '').trim())
}

/** A question that was put behind “tell me” as it is asked by itself: “what you did” is “what did you do”. */
function straight(core: string): string {
  const open = /^((?:what|who|whom|where|when|how|which(?: \w+)?)) to (\w+)\b(.*)$/.exec(core)
  if (open) return `${open[1]} should i ${open[2]}${open[3]}`
  const asked = /^((?:what|where|when|how|who|whom|why)(?: \w+)?) i (must|can|should|could|may|would|have to|need to) (.*)$/.exec(core)
  if (asked && !/^(?:have|need) to$/.test(asked[2]!) && !/ (?:do|does|did|if|that)$/.test(asked[1]!)) return `${asked[1]} ${asked[2]} i ${asked[3]}`
  const ofOne = /^((?:where|how|when|who|what)) (?:a person|a man|a body|one|somebody|someone|we|i) (could|can|might|should) (.*)$/.exec(core)
  if (ofOne) return `${ofOne[1]} ${ofOne[2]} i ${ofOne[3]}`
  const anywhere = /^(?:is there|do you know) (?:any|some)(?:where|place|thing|body|one)?(?: here| nearby)? (?:where )?(?:a person|a man|a body|a woman|one|somebody|someone|we|i) (?:could|can|might) (?!do\b|help\b)(.*)$/.exec(core)?.[1]
  if (anywhere !== undefined) return `where can i ${anywhere}`
  const [, start = '', verb = '', rest = ''] = /^((?:what|where|when|how|why|who|which)(?: \w+)?) you (\w+)\b(.*)$/.exec(core) ?? []
  // “who taught you that” has its verb
  if (isFinite(start.split(' ')[1] ?? '')) return core
  if (start === '' || /^(?:what|how) about$|^who are$/.test(start) || /\b(?:do|did|does|are|were|have|had|can|could|will|would|shall|should|may|might|is|was)$/.test(start)) return core
  if (/^(?:are|were|have|had|can|could|will|would|should|must)$/.test(verb)) return `${start} ${verb} you${rest}`
  return verb === 'did' ? `${start} did you do${rest}` : `${start} do you ${verb}${rest}`
}

/** Words in small letters with what is drawn together written out, so that every way of speaking reads the same. */
export function writtenOut(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/\bwon't\b/g, 'will not').replace(/\bcan't\b/g, 'cannot').replace(/n't\b/g, ' not').replace(/\bi'm\b/g, 'i am').replace(/'re\b/g, ' are').replace(/'ve\b/g, ' have').replace(/'ll\b/g, ' will').replace(/\b(it|that|there|here|what|nobody|he|she|who)'s\b/g, '$1 is')
}

/** Whether a remark asks, by its mark or its first word. */
export function isAsking(text: string): boolean {
  const core = coreOf(text)
  return /\?\s*$/.test(text) || (ASKING.test(core) && !/^(?:what an? \w+|how (?:sad|nice|lovely|kind|strange|odd|interesting|wonderful|terrible|awful|cute|funny)$)/.test(core))
}

/** Most questions of one remark that are answered. */
const MOST_QUESTIONS = 3
const NEXT_QUESTION = /,? (?:and|or)(?: also)?[, ]+(?=(?:who|what|where|when|why|how|which|do you|did you|are you|have you|can you|could you|would you|will you|is there|are there|is it|does|did|is (?:he|she|your|the))\b)/i

/** All that a remark asks, a question each: the first, and the last where there are more than can be answered. */
export function allAsked(text: string): string[] {
  const asked = sentencesOf(tidied(text)).filter(isAsking).flatMap((part) => {
    const cut = part.split(NEXT_QUESTION).map((one) => one.trim())
    return cut.length > 1 && cut.every((one) => coreOf(one).split(' ').length >= 2 && ASKING.test(coreOf(one))) ? cut.map((one) => (/[?]$/.test(one) ? one : `${one}?`)) : [part]
  })
  return asked.length <= MOST_QUESTIONS ? asked : [asked[0]!, ...asked.slice(1 - MOST_QUESTIONS)]
}

/** The questions of one remark, at most two, where nothing but questions follows what is said first; otherwise the remark as it is. What is said first stays with the first question. */
export function questionsIn(text: string): string[] {
  const plain = tidied(text)
  const first = /^(?:[^?.!]*[.!]\s+)+/.exec(plain)?.[0] ?? ''
  const parts = plain.slice(first.length).split(/(?<=\?)\s+|,? (?:and|and also|also)[, ]+(?=(?:who|what|where|when|why|how|which|do you|are you|is there|can you|did you|have you|does|is (?:he|she|it))\b)/i).map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length < 2 || !parts.slice(0, 2).every((part) => coreOf(part).split(' ').length >= 2 && ASKING.test(coreOf(part)))) return [text]
  return parts.slice(0, 2).map((part, n) => `${n === 0 ? first : ''}${part}${/[?!.]$/.test(part) ? '' : '?'}`)
}
