/** What the partner has told in this talk, read by its meaning: who they are, what weighs on them, whom and what they spoke of. Derived from the turns each time. */
import { remembered } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { mended } from './mend.ts'
import { nounPhrase, sensesOf, type Sense } from './read.ts'
import { isNoun, nounOf } from './words.ts'

/** What kind of thing was told. */
export type Kind = 'death' | 'killed' | 'ill' | 'hurt' | 'beast-hurt' | 'beast-gone' | 'missing' | 'theft' | 'loss' | 'danger' | 'omen' | 'hunger' | 'war' | 'unwanted' | 'quarrel' | 'crop' | 'love-you' | 'look-you' | 'heartbreak' | 'regret' | 'sorry' | 'damage' | 'damaged' | 'sleepless' | 'weary-of-life' | 'bored' | 'toil' | 'able' | 'was-trade' | 'is-trade' | 'wares' | 'offer' | 'treasure' | 'seen-person' | 'looking-for' | 'found' | 'poor' | 'faith' | 'foreign' | 'again' | 'jest' | 'hearsay' | 'from-wood'

/** Something told: its kind, its clause, whom or what it is of in words to the partner's face, and how many turns ago. */
export type Told = { kind: Kind; sense: Sense; whom: string; noun: string; ago: number; text: string }

/** What a talk has told. */
export type Tale = { now: readonly Sense[]; told: readonly Told[]; /** The kinds told in this remark, the weightiest first. */ here: readonly Told[]; last(...kinds: readonly Kind[]): Told | null }

const FEMALE = /^(?:daughter|mother|mum|mom|mama|wife|sister|grandmother|grandma|aunt|niece|girl|woman|ewe|mare|cow|hen|queen|lady)$/
const MALE = /^(?:son|father|papa|dad|husband|brother|grandfather|grandpa|uncle|nephew|boy|man|ox|bull|king|lord|mule)$/

/** “he”, “she” or “it” by a noun, and “they” where it cannot be told. */
export function proOf(noun: string): { pro: string; him: string; his: string } {
  if (FEMALE.test(noun)) return { pro: 'she', him: 'her', his: 'her' }
  if (MALE.test(noun)) return { pro: 'he', him: 'him', his: 'his' }
  return isNoun(noun, 'kin') || isNoun(noun, 'friend') || noun === 'child' ? { pro: 'they', him: 'them', his: 'their' } : { pro: 'it', him: 'it', his: 'its' }
}

/** Whom of the partner’s a clause names: as noun and to their face. */
function whomIn(s: Sense, text: string): { noun: string; whom: string } {
  const own = /\b(?:my|our) (?:(?:little|old|young|big|dear|own|only|elder|poor|whole|half) )*([a-z]+)/.exec(s.text) ?? /\b(?:my|our) (?:(?:little|old|young|big|dear|own|only|elder|poor) )*([a-z]+)/i.exec(text)
  if (own) return { noun: own[1]!.toLowerCase(), whom: `your ${own[1]!.toLowerCase()}` }
  const noun = nounOf(s.words, 'child') ?? nounOf(s.words, 'kin') ?? nounOf(s.words, 'friend') ?? nounOf(s.words, 'beast')
  return noun ? { noun, whom: `the ${noun}` } : { noun: '', whom: '' }
}

const isBody = (s: Sense): boolean => nounOf(s.words, 'body') !== null
const about = (s: Sense, pattern: RegExp): boolean => pattern.test(s.text)
const isKin = (noun: string): boolean => isNoun(noun, 'kin') || isNoun(noun, 'child') || isNoun(noun, 'friend')

/** What a clause tells of, by who does what; null for nothing that has a name. */
function kindOf(s: Sense, noun: string): Kind | null {
  if (s.mood === 'asks') return null
  const isOwn = s.who === 'me' || s.who === 'mine'
  const beast = isNoun(noun, 'beast') || nounOf(s.words, 'beast') !== null
  if (s.who === 'me' && s.cls === 'kill' && s.modal === '' && s.time === 'past') return /\b(?:myself)\b/.test(s.text) ? 'weary-of-life' : isNoun(noun, 'beast') ? null : 'killed'
  if (s.who === 'me' && ((s.cls === 'want' && s.inner === 'die') || about(s, /\b(?:want to die|end it all|no reason to live|tired of living|be dead)\b/))) return 'weary-of-life'
  if ((s.cls === 'die' || about(s, /\bpassed away\b|\b(?:is|are|was) dead\b/) || (s.cls === 'kill' && (s.passive || s.who !== 'me')) || (s.cls === 'lose' && s.who === 'me' && s.not === false && isKin(noun) && !about(s, /\bin the\b|\bfrom sight\b/))) && s.who !== 'you' && !s.modal && !s.not && (isKin(noun) || isNoun(noun, 'beast'))) return isNoun(noun, 'beast') && !isKin(noun) ? 'beast-gone' : 'death'
  if (s.who === 'me' && s.time === 'past' && /^(?:break|spill|tear|drop|ruin|crack|smash|damage|scratch)$/.test(s.verb) && about(s, /\b(?:your|yours)\b/)) return 'damage'
  if (about(s, /\bit was (?:all |only |just )?(?:an accident|my fault)\b|\bdid not (?:mean to|do it on purpose)\b/)) return 'damaged'
  if (s.who === 'me' && about(s, /\b(?:should never have|should not have|should have|could have)\b/)) return 'regret'
  if (about(s, /\b(?:sorry|apologi[sz]e|rude to you|forgive me|shouted at you)\b/) && s.who !== 'you' && !about(s, /\bsorry (?:to hear|for you|about that)\b/)) return 'sorry'
  if (s.who === 'me' && (about(s, /\bin love with you\b/) || (s.cls === 'love' && about(s, /\byou\b/)))) return 'love-you'
  if (about(s, /\byou (?:break|broke) my heart\b/)) return 'heartbreak'
  if (about(s, /\b(?:dreamt|dreamed|dream|thinking) (?:of|about) you\b/) || (s.who === 'you' && s.cls === 'have' && about(s, /\b(?:eyes|hair|smile|hands|voice|face)\b/))) return 'look-you'
  if (about(s, /\bthere (?:he|she|it|they) (?:is|are|was|were)\b|\bfound (?:him|her|them|it)\b|\b(?:he|she|it|they) (?:is|are) (?:back|safe|found|alive)\b/)) return 'found'
  if (about(s, /\b(?:want|wants|wish|try|tries|trying)\b.*\bme (?:to leave|gone|away|out)\b|\bdrive me (?:out|away)\b/)) return 'unwanted'
  if (about(s, /\bcannot sleep\b|\bnot (?:slept|sleep)\b|\bdo not sleep\b/) && isOwn) return 'sleepless'
  if (about(s, /\b(?:have not|not|had nothing to|nothing to) eat(?:en)?\b|\bhungry\b|\bstarving\b|\bthirsty\b/) && s.who === 'me') return 'hunger'
  if (isOwn && s.cls !== 'say' && about(s, /\b(?:no money|cannot pay|not (?:have )?(?:any )?money|penniless|nothing to pay)\b/)) return 'poor'
  if (about(s, /\b(?:fever|ill|sick|cough|coughs|vomit\w*|pale|poorly|dying|not eaten|not eat)\b/) && !about(s, /\b(?:you are|sick of)\b/)) return beast && !isKin(noun) ? 'beast-hurt' : 'ill'
  if (s.cls === 'take' && /^(?:steal|rob|grab|cheat|take)$/.test(s.verb) && (s.verb !== 'take' || about(s, /\bfrom me\b|\bmy (?:purse|money)\b/)) && s.who !== 'me' && s.who !== 'you') return 'theft'
  if (nounOf(s.words, 'crime') && !/^(?:kill|killing)$/.test(s.verb)) return 'theft'
  if (beast && (about(s, /\b(?:lame|trod on|limps?|broke|rot|sick|ill|bloated|hoof)\b/) || s.cls === 'hurt') && !isKin(noun)) return about(s, /\blost\b/) || s.cls === 'lose' ? 'beast-gone' : 'beast-hurt'
  if (isOwn && s.cls === 'lose' && (beast || about(s, /\b(?:flock|herd|hives|bees)\b/))) return 'beast-gone'
  if (beast && about(s, /\b(?:gone|vanished|ran away|run away|disappeared|missing)\b/) && !isKin(noun)) return 'beast-gone'
  if (s.cls === 'hurt' && (isBody(s) || isOwn || s.who === 'he' || s.who === 'she') && s.who !== 'you' && !beast && !/^(?:cut|burn|fall|bite)$/.test(s.verb) || (isBody(s) && about(s, /\b(?:bleeding|broken|swollen|sore|sprained|twisted|blisters?)\b/))) return 'hurt'
  if ((about(s, /\bran (?:off|away)\b|\b(?:is|are|went|gone) missing\b|\bdid not come (?:home|back)\b|\bnot come (?:home|back)\b|\bstill out there\b|\bvanished\b|\bdisappeared\b|\bwandered off\b/)) && s.who !== 'me' && s.who !== 'you') return 'missing'
  if (nounOf(s.words, 'crop') && about(s, /\b(?:thin|dry|poor|rot\w*|broke|broken|flat|fail\w*|ruin\w*|late|weak|bad|mice|hail|yellow|trampled|burnt|short)\b/)) return 'crop'
  if (about(s, /\b(?:hail|drought|flood|blight)\b/) && s.who !== 'you' && about(s, /\b(?:we|our|my|us|crops?|fields?|everything)\b/)) return 'crop'
  if (about(s, /\b(?:wolf|wolves|bear|boar|robbers?|bandits?|outlaws?)\b/) && s.time === 'past') return 'danger'
  if (isOwn && s.cls === 'lose' && !about(s, /\bmy (?:mind|way|temper|heart)\b|\blost in\b/) && s.object !== '') return 'loss'
  if (about(s, /\b(?:washed out|washed away|burnt down|burned down)\b/) || (isOwn && about(s, /\b(?:broke|ruined|destroyed|gone|burnt)\b/) && s.cls !== 'move' && nounPhrase(s.object || s.subject) !== '' && s.who === 'mine' && !about(s, /\bmy (?:mind|heart)\b/))) return 'loss'
  if (about(s, /\bwar\b|\bbattle\b/) && !about(s, /\byou\b/)) return 'war'
  if (about(s, /\bdead (?:crow|raven|rat|cat|bird|fox|dog|hare)\b|\bknock\w* at night\b|\bstrange (?:lights?|noises?|voices?|signs?)\b|\bghosts?\b|\bfollow(?:s|ed|ing) me\b|\bwatch(?:es|ed|ing) me\b/)) return 'omen'
  if (about(s, /\b(?:does not|do not|will not|did not|not) (?:talk|speak|look|come) (?:to|at|with) (?:me|us)\b/) && isKin(noun || nounOf(s.words, 'kin') || '')) return 'quarrel'
  if (s.who === 'me' && s.cls === 'find' && nounOf(s.words, 'treasure')) return 'treasure'
  if (about(s, /\b(?:boring|bored|dull|lame|sucks)\b/) && !beast && s.who !== 'you') return 'bored'
  if (about(s, /\bmakes? me (?:work|do|help|clean|carry)\b|\bwork all day\b/)) return 'toil'
  if (s.who === 'me' && about(s, /\b(?:looking (?:for|into)|search(?:ing)? for|seek(?:ing)?)\b/)) return 'looking-for'
  if (s.who === 'me' && /\b(?:used to be|was once) an? [a-z]+\b|^i was an? [a-z]+$/.test(s.text)) return 'was-trade'
  if (s.who === 'me' && /^(?:i am|i work as|we are) (?:an? )?(?:\w+ )?(?:soldier|pedlar|peddler|tinker|smith|baker|farmer|fisher|fisherman|carpenter|weaver|miller|shepherd|minstrel|bard|monk|priest|doctor|healer|merchant|trader|hunter|tailor|cook|sailor|mason|potter|cobbler|scholar|knight|guard|woodcutter|innkeeper|midwife|beekeeper|student|thief|mercenary|singer|musician|painter|teacher|messenger)s?\b/.test(s.text)) return 'is-trade'
  if (s.who === 'me' && (s.modal === 'can' || s.cls === 'be') && !s.not && about(s, /\b(?:strong|carry|lift|cook|sew|chop|dig|mow|plough|hardworking|work hard|good with|mend|work)\b/) && !about(s, /\bfor you\b|\bat work\b/)) return 'able'
  if (s.who === 'me' && (s.cls === 'have' || s.verb === 'sell') && nounOf(s.words, 'wares')) return 'wares'
  if (about(s, /\b(?:costs?|for (?:one|two|three|four|five|an?|\d+) (?:eggs?|penn(?:y|ies)|loa(?:f|ves)|coins?|shillings?)|my last (?:word|price|offer)|(?:too|very) (?:little|cheap)|mouths to feed|i pay|how much would you give)\b/) && !about(s, /\bcosts? (?:me|us)\b/)) return 'offer'
  if (s.who === 'me' && about(s, /\bnot (?:speak|understand|know) (?:\w+ )?(?:good|well|much|language|english)\b/)) return 'foreign'
  if (s.who === 'me' && s.time === 'ahead' && s.cls === 'move' && about(s, /\b(?:again|back)\b/)) return 'again'
  if (about(s, /\b(?:just |only )?(?:kidding|joking|a joke|teasing)\b/)) return 'jest'
  if (s.who === 'mine' && s.cls === 'say' && isKin(noun)) return 'hearsay'
  if (s.who === 'me' && s.cls === 'move' && about(s, /\bfrom\b.*\b(?:river|wood|woods|forest|moor|hills?|trees|marsh|road)\b/)) return 'from-wood'
  if (about(s, /\b(?:thank god|god bless|bless you|praise be)\b/)) return 'faith'
  if (about(s, /\b(?:was|were|is) (?:seen|spotted)\b|\b(?:saw|seen|noticed) an? \w+/) && about(s, /\b(?:man|woman|girl|boy|stranger|rider|child)\b/)) return 'seen-person'
  return null
}

const WEIGHT: readonly Kind[] = ['weary-of-life', 'killed', 'death', 'missing', 'ill', 'found', 'quarrel', 'hurt', 'hunger', 'regret', 'unwanted', 'omen', 'theft', 'danger', 'war', 'sleepless', 'beast-hurt', 'beast-gone', 'crop', 'loss', 'damage', 'damaged', 'sorry', 'heartbreak', 'love-you', 'look-you', 'poor', 'toil', 'treasure', 'looking-for', 'offer', 'wares', 'was-trade', 'is-trade', 'able', 'bored', 'seen-person', 'faith', 'foreign', 'again', 'jest', 'hearsay', 'from-wood']

const read = remembered((text: string) => sensesOf(mended(text)))

/** What the partner has told up to the remark that is answered. */
export function taleOf(scene: Scene): Tale {
  const known = tales.get(scene.partnerTurns) ?? new Map<string, Tale>()
  tales.set(scene.partnerTurns, known)
  const tale = known.get(scene.heard) ?? follow(scene)
  known.set(scene.heard, tale)
  return tale
}

/** One remark is read by several readers: what was told is gathered once for all of them. */
const tales = new WeakMap<readonly string[], Map<string, Tale>>()

/** The kind of a clause, with whom it is of; the same for as long as the page is open. */
const kinds = new WeakMap<Sense, Map<string, Kind | null>>()

function kindIn(sense: Sense, noun: string): Kind | null {
  const known = kinds.get(sense) ?? new Map<string, Kind | null>()
  kinds.set(sense, known)
  const before = known.get(noun)
  if (before !== undefined) return before
  const kind = kindOf(sense, noun)
  known.set(noun, kind)
  return kind
}

function follow({ partnerTurns, heard, view }: Scene): Tale {
  const told: Told[] = []
  const turns = [...partnerTurns.slice(-24), heard]
  let carried = { noun: '', whom: '' }
  for (const [at, text] of turns.entries()) {
    for (const sense of at === turns.length - 1 ? sensesOf(text, view.given) : read(text)) {
      const named = whomIn(sense, text)
      const isPronoun = sense.who === 'he' || sense.who === 'she' || sense.who === 'they'
      const whom = named.noun !== '' && (!isPronoun || /\b(?:my|our)\b/.test(sense.text)) ? named : isPronoun || sense.who === 'it' ? carried : named
      const kind = kindIn(sense, whom.noun)
      if (named.noun !== '' && !isNoun(named.noun, 'body')) carried = named
      if (kind) told.push({ kind, sense, whom: whom.whom, noun: whom.noun, ago: turns.length - 1 - at, text })
    }
  }
  const here = told.filter(({ ago }) => ago === 0).sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))
  return { now: sensesOf(heard, view.given), told, here, last: (...kinds) => told.findLast(({ kind, ago }) => ago > 0 && kinds.includes(kind)) ?? null }
}
