/** What someone tells about themselves in plain words, as facts that can be kept, superseded and asked about later. */

import { isEverydayWord } from './common-words.ts'
import { isStopWord } from './tokens.ts'

/** What a fact is about. */
export const FACT_KEYS = ['name', 'origin', 'trade', 'age', 'mourns', 'lost', 'found', 'seeks', 'kin', 'has', 'feels', 'likes', 'dislikes', 'goes-to', 'promise', 'wish', 'did'] as const
/** One of `FACT_KEYS`. */
export type FactKey = (typeof FACT_KEYS)[number]

/** A fact somebody told about themselves. `object` is in the third person: "their dog", "the sea". */
export type Fact = { key: FactKey; object: string }

/** Keys of which only the latest holds. */
const SINGLE: ReadonlySet<FactKey> = new Set(['name', 'origin', 'trade', 'age', 'feels', 'seeks', 'goes-to'])

const FEELINGS =
  'tired|hungry|thirsty|sad|happy|lonely|cold|afraid|scared|frightened|worried|ill|sick|angry|lost|hurt|wounded|bored|nervous|excited|homesick|exhausted|weary|wet|glad|miserable|unhappy|well|fine|better|unwell|heartbroken|grieving|anxious|confused|curious|proud|upset'
const KIN = 'brother|sister|mother|father|son|daughter|wife|husband|child|children|uncle|aunt|cousin|grandmother|grandfather|friend|family|parents|dog|cat|horse|donkey|ship|boat|house|farm|master|baby|twin|mule|bird'
/** Words after "I am" that are no name, beside feelings. */
const NO_NAME: ReadonlySet<string> = new Set(
  'here there back sorry sure not new just going looking from in on at a an the your very so really quite too ready busy done afraid alone free good bad okay ok old young rich poor strong weak blind deaf dead alive human real serious joking kidding leaving coming trying only also still never always about one nobody nothing someone somebody no yes well grateful thankful late early dry warm hot drunk sober married single pregnant strange stranger lucky honest innocent guilty hoping thinking wondering like him her it that this what who you me he she they we interested impressed amazed surprised delighted pleased'.split(' ').concat(FEELINGS.split('|')),
)

/** Beginnings that show that a question was not answered but passed over. */
const NO_ANSWER = /^(?:now|then|but|so|it|that|this|is|are|there|if|no|yes|why|none|nothing|nowhere|never|i don't|i do not|not your|guess|maybe|who|what|where|when|how|which|tell|show|give|can|could|do|does|are|is|will|would|sing|follow|come|go|help|please|let|hello|hi|hey|thank|thanks|good|goodbye|bye|you|your|stop|wait|sorry|ok|okay|have|any|look|haha|never mind|nice|cool|great|lovely|interesting|really|think|perhaps|right|fine|true|indeed|well|oh|ah|hm+|mm+|wow|in spring|in summer|in autumn|in winter)\b/i

/** A sentence of its own, with somebody who does something: whoever says that has not answered with a place or a thing. */
const OWN_SENTENCE = /^(?:i|i'(?:m|ve|d|ll)|we|we'(?:re|ve|d|ll)|he|she|they|there(?:'s)?|that's|it's)\b/i

/** Those whom one can lose for good; of an animal one says that it died. */
const LOVED = '(?:(?:little|older|younger|elder|big|old|poor|dear|late|only|own|best|first|twin|dearest|beloved) )*(?:brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|child|children|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|grandma|grandpa|friend|parents|baby|twin|sons|daughters|brothers|sisters|family|love|betrothed|master)'
const PETS = '(?:(?:old|poor|dear|little|big|good|faithful) )*(?:dog|hound|cat|horse|donkey|mule|bird|cow|goat)'
/** Where one misses somebody who is alive: “I lost my sister in the market”. */
const MISLAID = '(?! (?:somewhere|here|there|again|on the (?:road|way|path)|(?:in|at|near|by|among) (?:the |a |this |that |your )?(?:crowd|market|fair|wood|woods|forest|fog|mist|town|village|street|streets|dark|square|inn|hills?|field|fields|mill|ford|bridge)))\\b'
type Rule = { key: FactKey; pattern: RegExp }
const RULES: readonly Rule[] = [
  { key: 'mourns', pattern: new RegExp(`\\bi(?:'ve| have| had)? (?:just |also |recently )?(?:lost|buried) my (${LOVED})\\b${MISLAID}`, 'i') },
  { key: 'mourns', pattern: new RegExp(`\\bmy (${LOVED}|${PETS}) (?:(?:has|have|had|is|are|was|were|just|recently|also) )*(?:died|dead|passed away|passed on|killed|drowned|slain|buried|perished|no longer with us|no more)\\b`, 'i') },
  { key: 'lost', pattern: /\bi(?:'ve| have)? (?:just |also )?lost (?:my |our |all my |(?:an? |the |some )(?!(?:way|path|track|count|game|bet|day|moment|time|hope|interest)\b))([\w' -]{2,40})/i },
  { key: 'lost', pattern: /\bi (?:can't|cannot|can not) find (?:my |our )([\w' -]{2,40})/i },
  { key: 'lost', pattern: new RegExp(`\\bmy ([\\w' -]{2,30}?) (?:is|has|was|ran|went|got)(?: been| gone)? (?:lost|missing|gone|stolen|away|run away|disappeared)`, 'i') },
  { key: 'found', pattern: /\bi(?:'ve| have)? (?:just |finally )?found (?:my |our |him|her|it|them)\b ?([\w' -]{0,40})/i },
  { key: 'seeks', pattern: /\bi(?:'m| am)(?: here)? (?:looking|searching|hunting) for ([\w' -]{2,60})/i },
  { key: 'seeks', pattern: /\bi (?:seek|must find|need to find|want to find|came to find) ([\w' -]{2,60})/i },
  { key: 'origin', pattern: /\bi(?:'m| am| come| came| hail|'ve come| have come| travelled| traveled| just came| arrived| walked)?(?: here| over| down| up| just)? (?:all the way )?from ([\w' -]{2,50})/i },
  { key: 'origin', pattern: /\bi was (?:born|raised) (?:in|at|on|near|by) ([\w' -]{2,50})/i },
  { key: 'origin', pattern: /\bmy (?:home|homeland|village|town) is (?:in |at |near )?([\w' -]{2,50})/i },
  { key: 'goes-to', pattern: /\bi(?:'m| am) (?:going|heading|headed|travell?ing|on my way|walking|bound)(?: on| up| down| over| out| back)? (?:to|for|towards?) ([\w' -]{2,50})/i },
  { key: 'age', pattern: /\bi(?:'m| am) (\d{1,3}|[a-z]+(?:teen|ty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?) years? old/i },
  { key: 'trade', pattern: /\bi(?:'m| am| work as| was| used to be) (?:an?|the) ((?!friend|bit|little|long|stranger|lot|few|man\b|woman\b|person|fan\b|good|bad|fool)[a-z][\w' -]{2,40})/i },
  { key: 'kin', pattern: new RegExp(`\\bmy ((?:little |older |younger |big |old |poor |dear |late )?(?:${KIN})(?:'s)? (?:is|was|are|were|has|had|died|lives|lived|loves|likes|went|works|left|came|got|always|never|used|name)[\\w' ,-]{0,60})`, 'i') },
  { key: 'has', pattern: new RegExp(`\\bi(?:'ve got| have| had| own|'ve) (?:an? |two |three |four |five |no |many |some )?((?:\\w+ )?(?:${KIN})s?(?: (?:called|named|who|at|in|back)[\\w' -]{0,40})?)`, 'i') },
  { key: 'feels', pattern: new RegExp(`\\bi(?:'m| am| feel|'m feeling| am feeling) (?:so |very |a bit |a little |rather |really |quite |too |still |not )*(${FEELINGS})\\b`, 'i') },
  { key: 'promise', pattern: /\bi(?:'ll| will| shall) ((?:bring|give|come back|return|help|find|pay|fix|get|fetch|make|look for|visit|show|carry|repay|tell (?!me)|keep|mend|buy|teach|come|protect|ask|speak|talk)[\w' -]{0,70})/i },
  { key: 'promise', pattern: /\bi (?:promise|swear|vow)(?: you)?(?: that)?(?: i(?:'ll| will)| to)? (?!(?:i(?:'ll| will) |to )?(?:never|not|you)\b)([\w' -]{4,70})/i },
  { key: 'dislikes', pattern: /\bi (?:hate|dislike|can't stand|fear|detest|do not like|don't like|am afraid of|am scared of) (?!you\b)([\w' -]{2,50})/i },
  { key: 'likes', pattern: /\bi (?:really |truly |do )?(?:love|like|enjoy|adore|am fond of) (?!you\b|it\b|that\b|this\b|your\b|to know|him\b|her\b|them\b)([\w' -]{2,50})/i },
  { key: 'wish', pattern: /\bi (?:want|wish|hope|would like|'d like|dream|plan|mean) (?:to |of )(?!know\b|ask\b|talk\b|speak\b|see you|hear\b|find\b|say\b)([\w' -]{3,60})/i },
  { key: 'did', pattern: /\bi(?:'ve| have)? (?:just )?((?:saw|seen|met|caught|built|made|bought|sold|broke|won|learnt|learned|dreamt|dreamed|killed|burned|burnt|sailed|walked|climbed|slept|fell|swam|fought|stole|planted|baked|buried|crossed|escaped|left|married|lived|grew up|survived)[\w' -]{2,70})/i },
]

const DIED = /\b(?:he|she|it|they) (?:has |have |had |just |recently |then )*(?:died|passed away|passed on|is dead|was killed|are dead|drowned)\b/i

/** A tail that makes a question of a statement and asks nothing. */
const EMPTY_TAIL = /,\s*(?:do you (?:hear|see|understand)|you (?:know|see|understand)|right|ok(?:ay)?|eh|(?:is|was|are|does|did)n['’]t (?:it|he|she|they)|don['’]t you (?:think|see|know)|can you (?:imagine|believe it)|would you believe it)\?\s*$/i

/** What is said without “do you hear?” and the like after it. */
export function withoutTail(text: string): string {
  return text.replace(EMPTY_TAIL, '.')
}

/** Everything a speaker tells of themselves in `text`. `asked`: what they were just asked for, so that a bare answer counts. */
export function factsIn(text: string, asked: FactKey | null = null): Fact[] {
  const facts: Fact[] = []
  const have = new Set<string>()
  const add = (key: FactKey, raw: string): void => {
    const object = tidy(raw)
    if (object.length < 2 && key !== 'found') return
    if (have.has(`${key} ${object}`) || (SINGLE.has(key) && have.has(key))) return
    have.add(key).add(`${key} ${object}`)
    facts.push({ key, object })
  }
  const plain = withoutTail(text).replace(/[’`]/g, "'")
  const name = nameIn(plain, asked === 'name')
  if (name) add('name', name)
  for (const clause of clausesOf(plain)) {
    const question = clause.endsWith('?')
    const missed = question ? /\b(?:have you|did you|has (?:anyone|anybody)|anyone) (?:seen|see|found|find) (?:my|our) ([\w' -]{2,40})/i.exec(clause)?.[1] : undefined
    if (missed) add('lost', missed)
    if (question) continue
    for (const { key, pattern } of RULES) {
      const found = pattern.exec(clause)?.[1]
      if (found === undefined) continue
      if ((key === 'kin' || key === 'did') && (have.has('lost') || have.has('mourns'))) continue
      if (key === 'lost' && have.has('mourns')) continue
      if (key === 'has' && /\b(?:no|not)\b/.test(clause)) continue
      // “I had a cat. She died.”
      if (key === 'has' && /\bi (?:once )?had\b/i.test(clause) && DIED.test(plain)) {
        add('mourns', found)
        continue
      }
      if (key === 'feels' && /\bnot\b/.test(clause)) continue
      add(key, key === 'found' && found.trim() === '' ? 'it' : found)
    }
  }
  if (asked === 'found' && facts.length === 0 && /^(?:yes|yeah|yep|i did|we did|indeed|found|finally)\b/i.test(plain)) add('found', 'it')
  else if (asked && asked !== 'name' && asked !== 'found' && facts.length === 0) {
    const answer = plain.replace(/^(?:oh|well|just|from|to|i think|a|an|the)[, ]+/i, (start) => (/^(?:the|an?) /i.test(start) ? start : '')).replace(/[.!]+$/, '')
    if (!answer.includes('?') && answer.split(' ').length <= 8 && !NO_ANSWER.test(answer) && !OWN_SENTENCE.test(answer)) add(asked, asked === 'origin' ? answer.replace(/^from /i, '') : answer)
  }
  return facts
}

/** The name somebody gives themselves in `text`, or null. `asked` lets a bare name count. */
export function nameIn(text: string, asked = false): string | null {
  const plain = text.replace(/[’`]/g, "'")
  const told = /\b(?:my name is|my name's|call me|they call me|people call me|i'm called|i am called|i am named|the name's|name's|the name is)\s+(?:is\s+)?([\p{L}][\p{L}'-]{1,23})(?: ([\p{L}'-]{2,24}))?/iu.exec(plain)
  if (told?.[1] && !/^(?:not|a|the|no|none|secret|of|is)$/i.test(told[1])) return wholeName(told[1], told[2])
  const am = /(?:^|[.,!?;:-]\s*|\band |\bhello |\bhi |\bgreetings )(?:i am|i'm|it's me|it is me|this is|it is i),? ([\p{L}][\p{L}'-]{1,23})(?: (\p{Lu}[\p{L}'-]{1,23}))?(?=\s*(?:$|[.,!?;]|\b(?:from|and|of|the|but|again)\b))/iu.exec(plain)
  if (am?.[1]) {
    const word = am[1].toLowerCase()
    const capital = am[1] !== word
    if (!NO_NAME.has(word) && (capital ? !/ing$|ed$/.test(word) : asked && !/ing$|ed$/.test(word))) return wholeName(am[1], am[2])
  }
  if (!asked) return null
  // a second word only where it is written with a capital, as names are
  const bare = /^(?:(?:[Oo]h|[Ww]ell|[Mm]e\?),? |[Ii]t(?:'s|s) |[Jj]ust |I'm |[Ii] am |i'm )?([\p{L}][\p{L}'-]{1,23})(?: (\p{Lu}[\p{L}'-]{1,23}))?[.!]*$/u.exec(plain.trim())
  const word = bare?.[1]?.toLowerCase() ?? ''
  if (!bare?.[1] || NO_NAME.has(word) || isEverydayWord(word) || /'(?:m|re|ve|ll|d|t|s)$|(?:ing|ed)$/.test(word) || (bare[2] !== undefined && isEverydayWord(bare[2].toLowerCase())) || (bare[1] === word && isStopWord(word)) || /^(?:nevermind|smithy|bakery|shrine|ale|servus|salut|bonjour|hola|ciao|hallo|namaste|aloha|moin|merhaba|shalom|salve|ahoj|hej|hei)$/.test(word)) return null
  return wholeName(bare[1], bare[2])
}

/** A second word is part of a name only when it is written with a capital. */
function wholeName(first: string, second: string | undefined): string {
  return capitalise(second && /^\p{Lu}/u.test(second) ? `${first} ${second}` : first)
}

/** Whether a new fact of this key ends the older ones. */
export function isSingle(key: FactKey): boolean {
  return SINGLE.has(key)
}

/** The fact as a sentence with its owner's name. */
export function factSentence(who: string, { key, object }: Fact): string {
  switch (key) {
    case 'name': return `${who} told me their name: ${object}.`
    case 'origin': return `${who} comes from ${object}.`
    case 'trade': return `${who} is ${/^[aeiou]/i.test(object) ? 'an' : 'a'} ${object}.`
    case 'age': return `${who} is ${object} years old.`
    case 'mourns': return `${who} mourns for their ${object}.`
    case 'lost': return `${who} lost their ${object}.`
    case 'found': return object === 'it' ? `${who} found what was lost.` : `${who} found their ${object}.`
    case 'seeks': return `${who} is looking for ${object}.`
    case 'kin': return `${who} told me of their ${object}.`
    case 'has': return `${who} has a ${object}.`
    case 'feels': return `${who} felt ${object}.`
    case 'likes': return `${who} likes ${object}.`
    case 'dislikes': return `${who} does not like ${object}.`
    case 'goes-to': return `${who} is on the way to ${object}.`
    case 'promise': return `${who} promised to ${object}.`
    case 'wish': return `${who} wishes to ${object}.`
    case 'did': return `${who} ${object}, so I was told.`
  }
}

/** Words said by the speaker turned so that the listener can say them to the speaker: "their dog" → "your dog". */
export function toSecondPerson(text: string): string {
  return text.replace(/\btheir\b/g, 'your').replace(/\bthemselves\b/g, 'yourself').replace(/\bthem\b/g, 'you')
}

function tidy(raw: string): string {
  return raw
    .replace(/\b(?:and|but|because|so|which|when|if|can you|could you|have you|do you|please|i am|i'm|i was|then) .*$/i, '')
    .replace(/\b(?:my|our)\b/gi, 'their').replace(/\bmyself\b/gi, 'themselves').replace(/\bme\b/gi, 'them').replace(/\byour\b/gi, 'my').replace(/\byou\b/gi, 'me')
    .replace(/\s+(?:here|today|now|too|again|yesterday|tomorrow|tonight|soon|later|next (?:week|time|month|year)|and|but|so|of|to|the|a|in|for)$/i, '')
    .replace(/^(?:a|an) (?=.*\b(?:sailor|farmer)\b)/i, '').replace(/[\s',-]+$/, '').trim()
}

function clausesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|,\s*(?:and|but)?\s*(?=(?:i|my|i'm|i've)\b)|\s+(?:and|but|because)\s+(?=(?:i|my|i'm|i've)\b)/i).filter((clause) => clause.trim() !== '')
}

function capitalise(name: string): string {
  return name.replace(/(^|[ -])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
