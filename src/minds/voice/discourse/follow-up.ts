/** Reads a question that leans on what was just said: which side of the matter it asks for, and which record it is about. */
import { craftTalkOf } from './craft-talk.ts'
import { isOf } from '../frames/words.ts'
import { stem, wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { CRAFTS } from '../asked/crafts.ts'
import { peopleIn, spotIn } from '../asked/names.ts'
import { coreOf, isAsking } from '../asked/plain.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { talkAsked } from '../talk-question.ts'
import type { Thread } from '../asked/full-words.ts'
import type { SaidRecord, Topic } from './record.ts'

/** A side of a matter that may be asked for. */
export type Side = 'why' | 'source' | 'at' | 'should' | 'think' | 'span' | 'when' | 'where' | 'who' | 'who-else' | 'for-whom' | 'with-whom' | 'started' | 'far' | 'pay' | 'matter' | 'outcome' | 'felt' | 'quality' | 'need' | 'mend' | 'join' | 'show' | 'again' | 'still' | 'else' | 'own' | 'deed' | 'agree' | 'how' | 'stops' | 'visit' | 'late' | 'leave' | 'lives' | 'bring' | 'repeat' | 'meaning' | 'advice' | 'helps' | 'worth' | 'together' | 'like'

/** A question resolved: the side asked for, of which record. */
export type FollowUp = { side: Side; record: SaidRecord }

/** In order; the first that fits counts. Content words are checked against the record, so these only look at the frame of the question. */
const SIDES: ReadonlyArray<readonly [Side, RegExp]> = [
  ['source', /^who told you(?: (?:so|that|it|about (?:it|that)))?$/],
  ['think', /^what do you think (?:of|about) (?:it|them|that|those|these)$/],
  ['should', /^should i (?:tell|say|ask|go|give|do|wait|leave|try|speak|talk|write|keep|forget)\b(?: (?:it|that|him|her|them|so|to (?:him|her|them)))*$/],
  ['stops', /^what(?:'s| is)? (?:stops|stopping|keeps|hinders|holds) (?:you|it)\b/],
  ['repeat', /^what (?:did you say|do you think|was your opinion|was that) (?:about|of) .+ again$|^what did you say about \w+$/],
  ['still', /^(?:do you |so you |you )?still (?:think|feel|believe|mean|say) (?:so|that|it)$|^still$|^(?:and )?(?:have you )?changed your mind$/],
  ['agree', /^(?:do|don't|would|wouldn't) you (?:agree|think so(?: too)?)(?: with (?:me|that))?$|^(?:am i|are they|is (?:he|she)) (?:right|wrong)$|^don't you (?:think|find|agree)$|^right$/],
  ['meaning', /^what (?:could|does|might|can|do you think) (?:it|that|this)(?: \w+)? (?:mean|be)s?$|^what does it mean$/],
  ['helps', /^what (?:helps|is good|does one (?:do|take)|can one do|could help|would help)(?: against| for| with)?(?: it| that| this| her| him)?$|^(?:is there|do you know|have you) (?:anything|something|a cure|a remedy)(?: against| for)?(?: it| that)?$/],
  ['advice', /^what (?:should|shall|can|could|must) i do(?: now| then| about it| about that)?$|^(?:and )?what now$|^who(?:m)? (?:should|could|can|shall) i (?:ask|tell|go to|talk to|see)$|^how (?:should|do|could|can) i (?:tell (?:her|him|them)|do (?:it|that)|say (?:it|that))$/],
  ['late', /^is(?:n't)? it (?:too )?late(?: for (?:it|that))?(?: now)?$|^is it (?:ever )?too late\b/],
  ['started', /^who (?:started|began|was (?:at fault|right|wrong|to blame)|did start)\b|^whose fault (?:was|is) (?:it|that)$/],
  ['for-whom', /^(?:and )?(?:who(?:m)?|what) (?:is|are|was|do you (?:make|do)) (?:it|that|this|them|they|all that|all this)(?: all)? for$|^for who(?:m)?(?: is (?:it|that))?$|^who (?:gets|buys|eats|needs|wants) (?:it|that|them|all that)$/],
  ['with-whom', /^(?:and )?(?:who(?:m)? (?:was|is|were|are|did you|do you) .*with|with whom|who (?:was|is|were) (?:with you|there|it with)|who(?:m)? with)(?: you)?(?: then)?$/],
  ['who-else', /^(?:and )?(?:who|anybody|anyone|somebody) else\b/],
  ['span', /^(?:and |but |so )*(?:(?:for )?how long\b(?! ago)(?!.*\b(?:live|lived|here)\b)|since when\b)/],
  ['when', /^(?:and |but |so |at )*(?:when\b(?! (?:are|were) you (?:born|free))|what time\b(?! is it$)|how long ago\b|how soon\b|by when\b)/],
  ['at', /^(?:(?:right )?now|today|tomorrow|tonight|at once)$/],
  ['far', /^(?:and |but )?(?:how far\b|is (?:it|that|there) (?:very |so |too )?(?:far|near|close)\b)/],
  ['bring', /^what (?:should|shall|must|do|can|would) i (?:bring|need|take|wear|have to bring)\b/],
  ['pay', /^(?:and )?what (?:do|would|will|did) (?:i|you|they|one) (?:get|earn|pay|give)(?: me| you)?(?: for (?:it|that))?$|^how much (?:do|would|will) (?:i|you) (?:get|pay|earn)\b|^what does it pay$|^is there (?:any )?pay$/],
  ['deed', /^(?:and )?what (?:would|do|will|should|must) i (?:have to |need to )?do(?: there| then)?$|^what (?:needs|wants|has to be|must be|is (?:there )?to be) (?:doing|done)$|^what is there to (?:do|be done)$|^what(?:'s| is) (?:the work|the job|it)$|^doing what$|^what (?:kind|sort) of work$|^what work$/],
  ['together', /^what (?:do|did|does|are|were) (?:you|they) (?:two |both )?(?:usually )?(?:do|talk|doing|talking|speak|speaking)\b.*\b(?:together|about)$|^what(?:'s| has| did| does) (?:he|she|\w+) (?:ever )?(?:done|do) for you$/],
  ['matter', /^(?:and )?what (?:did|do|was|were|is|are) (?:you|it|they|that|the \w+)(?: two| both)? ?\w* ?(?:about|over)$|^(?:about|over) what$|^what was in (?:it|them)$|^what (?:happens|is) in (?:it|them)$/],
  ['outcome', /^(?:(?:and|but) )?(?:then|what then|what happened(?: then| next| after(?: that)?| to (?:him|her|it|them|that))?|how did (?:it|that|this) (?:end|go|turn out)|what (?:became|came|has become|happened) of (?:it|that|him|her|them)|how does it end|did (?:it|you|he|she|they) (?:get better|recover|heal|work out))$/],
  ['lives', /^who (?:lives|is|are) there\b|^(?:does|do) (?:anybody|anyone|somebody|people|you know anybody) live there$|^(?:have you(?: got)?|do you have|do you know) (?:\w+ )?(?:family|kin|friends|anybody|anyone|people|someone|somebody) there$/],
  ['visit', /^(?:have you (?:ever )?been there|when (?:were|have) you (?:been )?(?:last )?there(?: last)?|were you (?:ever )?there|do you (?:often |ever )?go there|how often (?:are|do) you (?:there|go there))(?: last| often| before)?$|^would you (?:like to )?(?:go|be) there(?: again)?$|^would you go (?:there|back)(?: again)?$|^not even to visit$/],
  ['felt', /^(?:and )?(?:were|was|are|did) (?:you|it|he|she|that) (?:not |very |really |so |at all |ever )*(?:afraid|scared|frightened|sad|happy|angry|worried|proud|ashamed|hurt|lonely|nervous|cry|sorry)\b|^how did (?:it|that) feel$|^how did you feel$|^did (?:it|that) hurt\b|^what did it feel like$/],
  ['mend', /^(?:could|can|will|would|have|did|do|might|should|are|is) (?:you(?: two| both)?|they|it|that) (?:ever |not |never |still |going to )*(?:make (?:it )?up|made (?:it )?up|be friends|forgive\w*|settle\w*|mend\w*|talk\w*|speak\w*|reconcile\w*|get along|change\w*|sort\w*)\b/],
  ['need', /^what would (?:it take|have to happen|help|be needed|you need|change (?:that|it|your mind))\b|^how (?:would|could|can|do|will) you (?:get|do|reach|manage|come by|achieve) (?:that|it|there)$|^what do you need for (?:it|that)$/],
  ['quality', /^(?:and )?(?:(?:is|was|are|were|isn't|wasn't) (?:it|that|this|they|he|she|the (?:way|road|path|walk|work|journey))(?: there)?(?: there| very| so| really| too| any| always| all| a)* \w+(?: \w+)?|what(?:'s| is| was| are| were) (?:it|that|he|she|they) like(?: there)?|how (?:was|is) (?:it|that|he|she)(?: there)?|any good|(?:does|do) (?:he|she|they|it) \w+(?: \w+)?)$/],
  ['show', /^(?:could|can|would|will|might) you (?:show|teach) (?:me|it|us)(?: (?:how|that|it|how it is done|how to do it))*$|^(?:can|could|may|might) i (?:watch|see|see it|learn (?:it|that)|try|try it|look)(?: sometime| too| once)?$/],
  ['join', /^(?:can|could|may|might|shall|should) i (?:join|come|come along|help|lend a hand|go with you|be there)(?: you| too| with you| there| along)*$/],
  ['leave', /^(?:have|did) you (?:ever |never )?(?:think|thought|consider|considered) (?:of|about) (?:giving (?:it|that) up|leaving(?: it)?|stopping|doing something else|something else)$|^would you (?:ever )?(?:give (?:it|that) up|leave it|stop)$/],
  ['again', /^(?:has|had|did|does|do|will|would) (?:it|that|this|you|he|she|they)(?: \w+)? (?:ever )?(?:happen(?:ed|s)?|do it|do that|come back|felt|feel)(?: often| before| again| a lot)*$|^(?:is it|was it|are they|is that|does it) (?:always|often|usually)(?: so| like that| that| this)?(?: \w+)?$|^how often(?: (?:is|does|do|did) \w+(?: \w+)?)?$|^was (?:he|she|it) always (?:that|so|like that)$/],
  ['own', /^(?:have|had|did|do|are|were) you (?:ever |also |sometimes |often )*(?:been|had|have|seen|felt|known|done|lost|met|got)? ?(?:that|this|so|such|one)(?: \w+){0,3}(?: like (?:that|him|her|it|this))?(?: yourself| too| before)?$/],
  ['else', /^(?:and )?what else\b(?!.*\b(?:sell|new|happened|know)\b)|^anything else$|^what would you (?:do|be|want|like)(?: to (?:do|see|be|have))?(?: there| else| instead| then)+$/],
  ['worth', /^(?:is|are) (?:that|it|this) (?:really )?enough$|^does (?:it|that) (?:pay|feed you|suffice)$/],
  ['why', /^(?:and |but |so )*why (?:that|this|him|her|it|them|there|so)$|^why$|^why (?:so|are they|is it|was it) \w+$/],
  ['where', /^(?:and |but )*(?:where (?:is|was|are|were|can i find|do i find|could i find|does|do|did) (?:it|that|he|she|they|him|her|them|this)(?: now| live| exactly| be| happen)*|where(?: exactly| then| to)?|at which place|where do i get (?:it|that|some))$/],
  ['who', /^(?:and )?(?:who|which (?:one|of them))(?: (?:was|is|would|could|did|has|had|will|might|makes|bakes|cooks|does) .+)?$/],
  ['how', /^(?:and |but )*how (?:do|does|did|is|was|would|could|can) (?:you|one|it|they|that|he|she) (?:\w+ )?(?:make|made|do|done|meet|met|happen|know|get|it|that|come)?(?: it| that| them| about| there)*$|^how(?: so| exactly)?$/],
  ['like', /^(?:and )?do you (?:\w+ )?(?:like|love|miss|trust|hate|mind|want|enjoy) (?:it|that|them|him|her)(?: still| much)?$/],
]

/** Which sides of which topics there is an answer to. */
const SIDES_OF: { readonly [T in Topic]: ReadonlySet<Side> } = {
  work: new Set<Side>(['span', 'when', 'for-whom', 'with-whom', 'how', 'show', 'join', 'leave', 'else', 'late', 'quality', 'worth', 'where', 'stops', 'who-else', 'deed', 'why', 'at']),
  tie: new Set<Side>(['span', 'when', 'started', 'matter', 'mend', 'need', 'quality', 'where', 'together', 'how', 'far', 'join', 'like', 'own', 'why', 'with-whom']),
  place: new Set<Side>(['span', 'far', 'lives', 'visit', 'quality', 'where', 'when', 'else', 'like']),
  news: new Set<Side>(['again', 'who-else', 'outcome', 'when', 'where', 'span', 'source']),
  opinion: new Set<Side>(['why', 'still', 'repeat', 'else', 'visit', 'think']),
  wish: new Set<Side>(['need', 'stops', 'late', 'when', 'else', 'how', 'why', 'span']),
  job: new Set<Side>(['deed', 'pay', 'when', 'where', 'bring', 'span', 'who', 'quality', 'how', 'with-whom']),
  price: new Set<Side>(['span', 'when', 'who-else', 'why']),
  past: new Set<Side>(['when', 'span', 'felt', 'outcome', 'matter', 'quality', 'with-whom', 'again', 'like', 'where', 'how', 'who', 'think', 'visit', 'else']),
  day: new Set<Side>(['quality', 'with-whom', 'matter', 'together', 'when', 'span', 'felt', 'where']),
  plan: new Set<Side>(['join', 'when', 'where', 'span', 'with-whom', 'bring', 'quality', 'show', 'at']),
  food: new Set<Side>(['who', 'quality', 'how', 'span', 'worth', 'for-whom', 'show', 'where', 'when', 'like', 'at']),
  told: new Set<Side>(['advice', 'helps', 'meaning', 'own', 'who', 'agree', 'why', 'where', 'should', 'how']),
  state: new Set<Side>(['need', 'stops', 'span', 'else']),
  'way-of-life': new Set<Side>(['again', 'span', 'quality', 'why']),
}

/** Whether a record has that side; `core`: the question. */
function hasSide(record: SaidRecord, side: Side, core: string): boolean {
  if (!SIDES_OF[record.topic].has(side)) return false
  const isIll = record.subject === 'illness' || record.past === 'ill'
  // when it happened is no matter of work
  if (side === 'when' && (record.topic === 'work' || record.topic === 'plan' || record.topic === 'job') && /\b(?:did|was|happen)\b/.test(core)) return false
  if (side === 'at') return record.side === 'show' || record.side === 'join'
  if (record.topic === 'work' && side === 'why') return record.side === 'else' || record.side === 'leave'
  if (record.topic === 'tie' && side === 'why') return record.person !== null && (record.person.warmth < 0 || record.side === 'own')
  if (record.topic === 'price') return side === 'when' || record.good !== null
  if (record.topic === 'opinion') return record.subject !== '' && (side !== 'else' && side !== 'visit' || record.side !== null || /^(?:cit|town|sea|coast|capital|castle|court)/.test(record.subject))
  if (record.topic === 'past') return record.past !== null && (side !== 'think' || record.subject !== '') && (side !== 'visit' && side !== 'else' || record.past === 'lost-way')
  if (record.topic !== 'told') return true
  switch (side) {
    case 'helps': case 'where': return isIll
    case 'meaning': return record.subject === 'dream'
    case 'own': return record.past !== null
    case 'how': return record.side === 'advice' || record.side === 'should'
    case 'why': return record.side !== null
    default: return true
  }
}

/** Words by which a topic is meant where its record is not the last. */
const VOCABULARY: { readonly [T in Topic]?: string } = {
  work: 'work job trade craft make making bake baking forge finish finished done ready start begin use need take takes last alone all hard difficult heavy tiring helped help oven', tie: 'fight fought fighting quarrel quarrelled argue argued argument fall fell out start started began begin fault wrong right make made up peace forgive settle mend known know talk speak meet met friends two both husband wife visitors company home like',
  place: 'walk foot go been get reach live lives family kin friends people nice big safe way road path steep dangerous last visit take far', news: 'happened happen happens know knows told end ended before', opinion: 'think say like visit see', wish: 'get reach do late too want happier better', job: 'work do job start begin get pay bring need take come earn', price: 'last lasts sell sells make makes cheaper dear expensive',
  past: 'last lasted afraid scared hurt happen happened feel felt end ended bad hard long', day: 'hard talk talked do did work', plan: 'come join time start', food: 'make makes bake bakes cook cooks good take takes need show eat', told: 'tell ask do mean sick been steal stolen done help helps', state: 'take change happy happier help', 'way-of-life': 'quiet always',
}
/** Words that say nothing of a matter. */
const FORM: ReadonlySet<string> = new Set('a an the and but so or oh ok then now there here it that this these those he she him her his they them their you your yours i me my we us one ones is are was were be been am do does did have has had can could will would shall should may might must not to of for in on at with about by from over what who whom whose which where when why how long ago far soon much many often since till until else again still too very really ever just all only time exactly go get got take takes like such so any anyone anybody somebody someone together two both some else more better up out as if into no yes never happened happen happens because'.split(' '))
/** The words by which each side was read: they are no matter of their own. */
const CUES: ReadonlyMap<Side, ReadonlySet<string>> = new Map(SIDES.map(([side, pattern]) => [side, new Set(pattern.source.match(/[a-z]{3,}/g) ?? [])]))
/** How many topics have a side: what only one of them has may lie further back. */
const topicsWith = (side: Side): number => Object.values(SIDES_OF).filter((sides) => sides.has(side)).length
/** Whoever is asked for as somebody of one’s own. */
const SOMEBODY_LIKE = /^do you have (?:a friend|somebody|someone|anybody|anyone) like (?:that|him|her|this)$/
/** Records back in which a matter may still be meant. */
const RECORDS_BACK = 5

/** The question resolved; null where it stands by itself, or nothing was said that it could lean on. */
export function readFollowUp(view: PrivateView, text: string, thread: Thread): FollowUp | null {
  if (thread.records.length === 0) return null
  const core = coreOf(text).replace(/,/g, '')
  if (!isAsking(text) && !/^(?:and then|and|now|later|still think so|why|really)$/.test(core)) return null
  const side = SOMEBODY_LIKE.test(core) ? 'own' : SIDES.find(([, pattern]) => pattern.test(core))?.[0]
  if (side === undefined || talkAsked(text) !== null) return null
  const named = peopleIn(view, text, false)[0] ?? null
  const spot = spotIn(view, text)
  const recent = thread.records.slice(-RECORDS_BACK).toReversed()
  const matter = wordsOf(core).filter((word) => !FORM.has(word) && !CUES.get(side)?.has(word))
  if (side === 'own' && SOMEBODY_LIKE.test(core)) {
    const dear = view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.warmth - a.warmth)[0]
    return dear ? { side, record: ofPerson(dear) } : null
  }
  const pronoun = /\b(?:he|him|his)\b/.test(core) ? thread.man : /\b(?:she|her|hers)\b/.test(core) ? thread.woman : null
  const isPerson = /\b(?:he|him|his|she|her|hers)\b/.test(core)
  const isThere = /\bthere\b/.test(core) && !/\b(?:is|are|was) there\b/.test(core)
  const reach = matter.length > 0 || topicsWith(side) === 1 ? RECORDS_BACK : 2
  for (const [at, record] of recent.entries()) {
    if (at >= reach || !hasSide(record, side, core)) continue
    if (named !== null && record.person?.id !== named.id) continue
    if (spot !== null && record.spot?.name !== spot.name && record.topic !== 'told') continue
    if (isPerson && record.isMine && record.topic !== 'told' && (record.person === null || record.person.id !== pronoun?.id)) continue
    if (isThere && record.spot === null && record.topic !== 'job' && record.topic !== 'opinion' && record.past !== 'lost-way') continue
    if (!fits(view, record, matter)) continue
    return { side, record }
  }
  // somebody who was named is spoken of, whatever it was that was said of them
  return pronoun !== null && SIDES_OF.tie.has(side) && matter.every((word) => isIn(VOCABULARY.tie ?? '', word)) ? { side, record: ofPerson(pronoun) } : null
}

/** The record of somebody of whom nothing else was said. */
function ofPerson(person: NonNullable<SaidRecord['person']>): SaidRecord {
  return { isMine: true, topic: 'tie', person, spot: null, good: null, subject: '', past: null, side: null, text: '' }
}

/** Whether all words of a question belong to what a record is about. */
function fits(view: PrivateView, { topic, subject, text, good }: SaidRecord, words: readonly string[]): boolean {
  const trade = topic === 'work' || topic === 'food' || topic === 'job' ? tradeIdOf(view.trade) : null
  const own = trade ? Object.values({ ...CRAFTS[trade], ...craftTalkOf(view.trade) }).join(' ') : ''
  return words.every((word) => isIn(VOCABULARY[topic] ?? '', word) || isIn(`${subject} ${good?.words.join(' ') ?? ''}`, word) || isIn(own, word) || ((topic === 'told' || topic === 'news' || topic === 'past') && isIn(text, word)) || isJudgement(word))
}

/** Whether a word only judges: “hard”, “nice”, “dangerous”. */
function isJudgement(word: string): boolean {
  return isOf(word, 'good') || isOf(word, 'poor') || isOf(word, 'woe') || /^(?:hard|easy|difficult|dangerous|safe|steep|expensive|cheap|dear|cheaper|big|small|old|new|nice|heavy|fair|quiet|loud|strange|different|true)$/.test(word)
}

function isIn(words: string, word: string): boolean {
  return wordsOf(words).some((other) => other === word || stem(other) === stem(word))
}
