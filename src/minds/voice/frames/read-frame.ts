/** What a remark does that no field of questions covers: it tells luck or woe, claims, teases, bids, offers, supposes, makes one choose, or leans on the talk itself. Read from its clause and the fields its words belong to. */
import { wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import { peopleIn } from '../asked/names.ts'
import { givenOf } from '../people.ts'
import { clauseOf, isDeed, turned, type Clause } from './clause.ts'
import { firstOf, isOf, type Field } from './words.ts'

/** What may be done with words. */
export type FrameKind =
  | 'gesture-greet' | 'gesture-smile' | 'gesture-touch' | 'gesture-laugh' | 'gesture-threat' | 'gesture-sad' | 'gesture-rest' | 'gesture-look' | 'gesture-odd' | 'gesture-give' | 'gesture-leave'
  | 'bid-come' | 'bid-stay' | 'bid-hurry' | 'bid-hush' | 'bid-away' | 'bid-look' | 'bid-flee' | 'bid-cheer' | 'bid-tender' | 'bid-fight' | 'bid-teach' | 'bid-message' | 'bid-guess' | 'bid-say' | 'bid-careful' | 'bid-advice' | 'bid-silence' | 'bid-ask-me' | 'bid-walk' | 'bid-harm' | 'bid-praise'
  | 'offer-help' | 'offer-thing' | 'offer-tell' | 'offer-name' | 'invite' | 'lodging' | 'work-wanted'
  | 'luck' | 'woe' | 'ache' | 'crime' | 'claim' | 'claim-kin' | 'newcomer' | 'miss' | 'veiled-threat' | 'alarm' | 'concern' | 'how-long' | 'tease' | 'complaint' | 'deny-debt' | 'slander' | 'third-woe' | 'third-luck' | 'third-greets' | 'blame-place' | 'deny-place' | 'quiet-here' | 'tie' | 'bad-day' | 'good-news' | 'mine'
  | 'nod-yes' | 'unsaid' | 'startled' | 'away' | 'never-heard' | 'may' | 'bid-other' | 'how-often' | 'bid-find' | 'vow'
  | 'nod-good' | 'nod-sad' | 'nod-unsure' | 'nod-same' | 'nod-so' | 'nod-whatever' | 'nod-think' | 'praise-words' | 'praise-name' | 'guess-what' | 'calls'
  | 'work-going' | 'learn-trade' | 'work-alone' | 'work-for' | 'talked-today' | 'of-me-by' | 'miss-person' | 'older-than' | 'know-person' | 'keep-secret' | 'why-folk' | 'why-clause' | 'whom'
  | 'choice' | 'measure' | 'would' | 'would-money' | 'would-king' | 'would-where' | 'unheard' | 'anybody' | 'home' | 'empty-hands' | 'tongues' | 'own-land'
  | 'not-asked' | 'not-meant' | 'said-before' | 'topic-left' | 'so-what' | 'prove' | 'forgot'

/** A frame, with the words of the remark that its answer needs: `thing` as the listener says it, `choices` to choose from. */
export type Frame = { kind: FrameKind; thing: string; choices: string[] }

/** What the frame is read beside: what the listener is called, and whom it knows, by given names. */
export type Around = { given: string; names: readonly string[]; /** Who is spoken of, where somebody known is. */ named: string | null }

/** What is done, between stars or in brackets, and what is said with it. */
const GESTURES_SHOWN: readonly RegExp[] = [/^\s*[*~_]+\s*([^*~_]+?)\s*[*~_]+\s*(.*)$/, /^\s*\(([^)]+)\)\s*(.*)$/, /^\s*\/me (.+?)()$/, /^\s*\*\s*([^*]+)()$/]
const GESTURES: ReadonlyArray<readonly [FrameKind, RegExp]> = [
  ['gesture-leave', /\b(?:walks? away|leaves?|turns? (?:around|away)|runs? (?:away|off)|goes (?:away|off)|exits?|vanish\w*|disappears?)\b/],
  ['gesture-threat', /\b(?:draws?|pulls?|raises?|grabs?|points?|swings?|brandish\w*)\b.*\b(?:sword|knife|dagger|axe|weapon|fist|gun|bow|club)\b|\b(?:threaten|attack|hit|punch|slap|kick|push|shove|stab|spit|growl|glare|strangle|bite|shoot|rob|steal)\w*\b/],
  ['gesture-give', /\b(?:hand|give|offer|pass|present|throw|toss)s?\b.*\b(?:you|him|her|an?|some|the)\b/],
  ['gesture-touch', /\b(?:hug|kiss|embrace|pat|hold|stroke|touch|cuddle|squeeze|take|tap|poke)\w*\b/],
  ['gesture-laugh', /\b(?:laugh|giggle|chuckle|snort|grin)\w*\b/], ['gesture-sad', /\b(?:cr(?:y|ies)|weep|sob|sigh|sniff|tear|wail)\w*\b/], ['gesture-rest', /\b(?:yawn|stretch|sit|sits|lie|lies|rest|sleep|lean|kneel|collapse|nap)\w*\b/],
  ['gesture-greet', /\b(?:wave|nod|bow|curts|salute|tip|doff|greet|shake)\w*\b/], ['gesture-smile', /\b(?:smile|wink|beam|blush|smirk)\w*\b/], ['gesture-look', /\b(?:point|look|stare|gaze|squint|peer|watch|glance|listen)\w*\b/],
]

/** What is one word, or a few that stand for one. */
const CRIES: ReadonlyArray<readonly [FrameKind, RegExp]> = [
  ['nod-yes', /^(?:absolutely|definitely|for sure|certainly|totally|gladly|my pleasure|you are welcome|np|no problem|no worries|any time|anytime|do not mention it|with pleasure)$/],
  ['unsaid', /^(?:i take (?:it|that) back|just kidding|kidding|i am (?:just |only )?kidding|i was (?:just |only )?(?:joking|kidding|teasing)|only teasing|just teasing|only joking|forget i said (?:it|that)|(?:i am )?sorry for asking|(?:it is|that is) none of my business|do not mind me|i did not say anything)$/],
  ['startled', /^(?:wtf|omg|oh my (?:god|goodness)|what the (?:hell|heck)|holy (?:cow|smoke|moly)|good (?:heavens|grief|lord)|heavens|jesus|damn it|gosh|yikes|whoa|no kidding|unbelievable|incredible|you (?:must|have to|got to|have got to) be (?:joking|kidding)|are you (?:kidding|joking)(?: me)?|you are (?:kidding|joking)(?: me)?|what a (?:strange|weird|odd|funny) thing to say|that is (?:strange|weird|odd|crazy|insane|absurd)|seriously)$/],
  ['away', /^(?:brb|be right back|one (?:moment|second|minute)|(?:wait|hold on|hang on)(?: a (?:moment|second|minute|sec))|just a (?:moment|second|minute|sec)|give me a (?:moment|second|minute)|i will be right back|back in a minute|afk)$/],
  ['never-heard', /^(?:never heard of (?:it|that|him|her|them)|i have never heard of (?:it|that|him|her|them)|i do not know (?:it|that|him|her|them))$/],
  ['nod-unsure', /^(?:idk|no idea|i have no idea|dunno|maybe|perhaps|possibly|not sure|hard to say|(?:i )?do not know|i am not sure|no idea|who knows|it depends|could be|i guess|i guess so|i suppose|i suppose so|i think so|probably)$/],
  ['nod-same', /^(?:same|same here|me too|me neither|me as well|so (?:am|do|was|did|would) i|likewise|i am too|i do too|i too|ditto|neither (?:am|do) i|i feel the same|i would (?:like|love) that(?: too| as well)?|i would too|i agree|agreed|you and me both)$/],
  ['nod-sad', /^(?:oh no|ouch|oh dear|damn|too bad|that is (?:so |very |really )?(?:sad|bad|terrible|awful|horrible|a pity|a shame|unfortunate|too bad|rough|tough)|how (?:sad|terrible|awful|horrible)|(?:i am )?(?:so )?sorry to hear (?:that|it)|poor (?:you|thing)|what a (?:pity|shame)|my condolences|that (?:sucks|must (?:be|have been) (?:hard|tough|sad|awful|terrible|difficult)))$/],
  ['nod-good', /^(?:nice|cool|great|wow|amazing|awesome|sweet|neat|excellent|wonderful|brilliant|fantastic|lovely|perfect|good for you|congratulations|congrats|hooray|yay|how (?:nice|lovely|interesting|wonderful|fascinating)|(?:that is |it is |that sounds |sounds |this is )?(?:so |very |really |quite )?(?:not bad|interesting|fascinating|impressive|great|nice|cool|good|lovely|wonderful|amazing|beautiful|fun|funny|good to (?:hear|know))|good to (?:hear|know)|i like (?:that|it)|i am glad(?: to hear (?:that|it))?|glad to hear (?:that|it)|well done|cool cool)$/],
  ['nod-so', /^(?:i see|ok|okay|k|kk|right|alright|all right|got it|understood|fair enough|makes sense|that makes sense|of course|fine|good|i understand|noted|ah|oh|aha|so it is|true|that is true|very well|as you say|if you say so|i know)$/],
  ['nod-whatever', /^(?:whatever|whatever you (?:say|want|like|think)|thanks for nothing|meh|so what|who cares|i do not care|boring|not interested|big deal|blah(?: blah)*|yawn|as if|suit yourself)$/],
  ['nod-think', /^(?:hm+|hmm+|mm+|um+|er+|uh+|let me think|let me see|good question)$/],
  ['praise-name', /^(?:(?:that is |what )?an? )?(?:nice|lovely|beautiful|pretty|good|strange|funny|unusual|interesting|cool) name$|^i like (?:your|that) name$|^your name is (?:nice|lovely|beautiful|pretty|strange|funny)$/],
  ['praise-words', /^(?:well said|true words|good point|wise words|nicely put|well put|that is (?:wise|very wise|well said|a good (?:point|answer|one)|clever|deep)|good answer|good one|nice one|bravo|touche)$/],
  ['tease', /^(?:oh )?(?:not |it is )?you again$|^(?:what )?(?:has the )?cat got your tongue$/],
  ['offer-tell', /^(?:i (?:want|wanted|would like|need|needed|have) to ask (?:you )?(?:something|a (?:\w+ )?question|about something)|i have (?:a|one|another|some) (?:\w+ )?questions?(?: for you)?|(?:can|may|could|might) i ask (?:you )?(?:something|a (?:\w+ )?question|some questions))$/],
  ['vow', /^(?:you have my word(?: on it| on that)?|trust me(?: on this| on that)?|i (?:promise|swear|give you my word)(?: (?:not to|that i will not|i will not|i will never) (?:tell|say|talk).*)?|cross my heart|on my honou?r)$/],
  ['guess-what', /^(?:guess what|you know what|do you know what|you will not believe (?:it|this|what happened)|have you heard|did you hear|i have (?:some |a |any )?(?:news|message|letter|word|something to (?:tell|say|give))(?: you| for you)?(?: from .+)?|i (?:have|need|want) to tell you something|i bring (?:news|a message|word)(?: from .+)?|know what)$/],
  ['calls', /^(?:hey you|you there|hey you there|psst|pst|oi|hello there|anyone there|anybody there|are you (?:there|listening)|can you hear me|do you hear me|hello are you there|over here|excuse me|pardon me|sorry to (?:bother|disturb|interrupt|trouble) you|am i (?:disturbing|interrupting|bothering) you|is this a bad time|hey)(?: with the [a-z ]+| in the [a-z ]+)?$/],
  ['good-news', /^(?:i have (?:good|great|wonderful) news|good news|great news|it worked|we won|i did it|i made it|success)$/],
]

/** What leans on the talk itself. */
const OF_TALK: ReadonlyArray<readonly [FrameKind, RegExp]> = [
  ['not-asked', /\b(?:is not|was not|not) what i asked\b|\byou (?:did|do|have) not (?:really )?answer(?:ed)?\b|\bthat (?:is|was) no(?:t an)? answer\b|^i asked you (?:something|a question)$|\banswer (?:me|my question|the question)$|\byou (?:are )?(?:avoid|dodg)\w+ (?:the|my) question\b/],
  ['not-meant', /^(?:that|it) (?:is|was) not what i (?:meant|mean|said)$|\byou (?:misunderstand|misunderstood|got me wrong|do not understand)(?: me)?$|^(?:i did not mean that|not that|you misheard)$/],
  ['said-before', /\byou (?:have )?(?:already |just )+(?:said|told me)(?: (?:that|so|it|me))*$|\byou (?:have )?(?:said|told me) (?:that|it|so)(?: (?:already|before|twice|once))+$|\byou (?:are )?(?:keep )?repeat(?:ing)?(?: yourself)?\b|\byou (?:always )?say (?:the same|that every time)/],
  ['topic-left', /\b(?:stop changing|you (?:are|keep) chang\w+|do not change) the subject\b|\bstay on topic\b|\bthat has nothing to do with\b|\byou are (?:avoiding|dodging|evading)\b/],
  ['so-what', /^why should i (?:care|believe)\b|^(?:and )?(?:so what|what do i care|why does (?:that|it) matter|what does (?:that|it) matter|who asked)$/],
  ['prove', /^(?:prove|show) (?:it|that|me)?$|^can you prove (?:it|that)$|^(?:where is |what is |have you |do you have )?(?:the |your |any )?proof$/],
  ['forgot', /\b(?:did|have|do) you (?:already )?forg(?:et|ot|otten) (?:about )?(?:me|us|who i am)\b/],
]

/** What a remark of the player is read beside. */
export function aroundOf(view: PrivateView, heard: string): Around {
  const [person] = peopleIn(view, heard, true)
  return { given: view.given, names: view.knows.filter(({ id }) => id !== 'player').map(givenOf), named: person ? givenOf(person) : null }
}

/** Reads a remark; null where it asks or says something for other rules. */
export function readFrame(text: string, around: Around): Frame | null {
  const gesture = GESTURES_SHOWN.map((shown) => shown.exec(text)).find((found) => found !== null)
  if (gesture) {
    const deed = (gesture[1] ?? '').toLowerCase()
    const rest = (gesture[2] ?? '').trim()
    if (rest !== '' && wordsOf(rest).length > 1) return readFrame(rest, around)
    if (wordsOf(deed).length > 0) return frame(GESTURES.find(([, pattern]) => pattern.test(deed))?.[0] ?? 'gesture-odd', deed)
  }
  const c = clauseOf(text, around.given)
  if (c.words.length === 0) return null
  const bare = c.text
  const whole = wholeOf(text, around.given)
  const talk = OF_TALK.find(([, pattern]) => pattern.test(bare) || pattern.test(whole))
  if (talk) return frame(talk[0])
  const cry = CRIES.find(([, pattern]) => pattern.test(bare) || pattern.test(whole))
  if (cry) return frame(cry[0])
  if (/^(?:long time no see|been a while)$/.test(bare)) return frame('calls')
  if (c.mood !== 'asks' && c.subject !== 'i' && isAlarm(c)) return frame('alarm')
  const odd = /^what (?:an? \w+ (?:is|are)|(?:is|are) (?:an? |the )?\w+)$/.test(c.text) ? firstOf(c.words, 'unheard') : null
  if (odd !== null) return frame('unheard', odd)
  const supposed = ofSupposing(c)
  if (supposed) return supposed
  const chosen = ofChoice(c)
  if (chosen) return chosen
  switch (c.mood) {
    case 'bids': return ofBid(c)
    case 'asks': return ofQuestion(c, around)
    case 'tells': return c.subject === 'i' || c.subject === 'we' || /^(?:my|our)\b/.test(c.subject) ? ofTeller(c, around) : c.subject === 'you' || /^your\b/.test(c.subject) ? ofListener(c) : ofOthers(c, around)
    case 'cries': return ofCry(c, text)
  }
}

function frame(kind: FrameKind, thing = '', choices: string[] = []): Frame {
  return { kind, thing: turned(thing).replace(/[.!?]+$/, ''), choices }
}

/** All that was said in small letters, manners included. */
function wholeOf(text: string, given: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'").replace(/[^\p{L}\p{N}' ]+/gu, ' ').replace(new RegExp(`\\b${given.toLowerCase()}\\b`, 'u'), ' ').replace(/\bdon't\b/g, 'do not').replace(/\bi'm\b/g, 'i am').replace(/\b(that|it)'s\b/g, '$1 is').replace(/\s+/g, ' ').trim()
}

function has(c: Pick<Clause, 'words'>, field: Field): boolean {
  return firstOf(c.words, field) !== null
}

/** Words after the verb that name a thing: at most six, without what is tacked on. */
function thingIn(rest: string): string {
  return rest.replace(/\b(?:today|yesterday|now|just now|here|again|on the (?:road|way)|in the \w+|last (?:night|week|year)|this morning|because|and|but|for you|of mine)\b.*$/, '').trim().split(' ').slice(0, 6).join(' ')
}

/** “I …”, “my …”. */
function ofTeller(c: Clause, { names, named }: Around): Frame | null {
  const rest = c.rest.split(' ').filter((word) => word !== '')
  if (named !== null && /^(?:saw|heard|met|found|see|hear|seen)$/.test(c.verb) && !c.not && firstOf(rest, 'woe') !== null) return frame('third-woe', named)
  const first = rest.find((word) => !/^(?:an?|the|so|very|really|quite|too|a|bit|little|kind|rather|just|not|your|of|all|getting|feeling|been)$/.test(word)) ?? ''
  if (/^(?:my|our)\b/.test(c.subject)) {
    const noun = c.subject.replace(/^(?:my|our) /, '')
    if (has({ words: noun.split(' ') }, 'body') && (isOf(c.verb, 'ache') || has({ words: rest }, 'ache') || has({ words: rest }, 'woe'))) return frame('ache', c.subject)
    if (has({ words: rest }, 'luck') && !c.not) return frame('luck')
    return has({ words: [c.verb, ...rest] }, 'woe') ? frame('woe') : null
  }
  if (/\b(?:could|can|might|will|would)\b/.test(c.aux) && isOf(c.verb, 'harm') && /\b(?:you|your)\b/.test(c.rest)) return frame('veiled-threat')
  if ((c.verb === 'have' || c.verb === 'got' || c.verb === 'carry') && has({ words: rest }, 'weapon') && !/\b(?:sell|lost|broken|old|new)\b/.test(c.rest)) return frame('veiled-threat')
  if (/\b(?:extra|another|spare) (?:pair of )?hands?\b/.test(c.text)) return frame('work-wanted')
  if (c.verb === 'be') {
    if (c.not) return null
    if (/^(?:your|the) (?:long lost )?(?:father|mother|son|daughter|brother|sister|uncle|aunt|cousin|husband|wife|child|grand\w+)\b/.test(c.rest)) return frame('claim-kin', c.rest)
    const kin = names.find((name) => c.rest.startsWith(name.toLowerCase()) && /\b(?:father|mother|son|daughter|brother|sister|uncle|aunt|cousin|husband|wife|friend|child)\b/.test(c.rest))
    if (kin) return frame('claim', c.rest.replace(kin.toLowerCase(), kin))
    if (firstOf(rest.slice(0, 4), 'wonder') || /\b(?:from the (?:future|moon|stars|sky)|a ghost|immortal|dead|invisible)\b/.test(c.rest)) return frame('claim', c.rest)
    if (/^(?:lost)$/.test(c.rest)) return null
    if (/^(?:looking|searching) for (?:a |some )?(?:work|job)\b/.test(c.rest)) return frame('work-wanted')
    if (/\b(?:new|just passing|passing through|a (?:visitor|stranger|traveller|guest)|not from)\b/.test(c.rest)) return frame('newcomer')
    if (isOf(first, 'luck') && !/^(?:fine|good)$/.test(first)) return frame('luck')
    if (/^thinking (?:of|about) you\b/.test(c.rest)) return frame('tie')
    return null
  }
  if (/^(?:broke|broken|hurt|cut|burnt|burned|twisted|sprained|bruised)$/.test(c.verb) && /\bmy\b/.test(c.rest) && has({ words: rest }, 'body')) return frame('ache', c.rest)
  if (c.not && /^(?:like|trust|stand|need|want)$/.test(c.verb) && /^you(?: much| at all)?$/.test(c.rest)) return frame('complaint')
  if (/^enough of (?:you|this|your)\b/.test(c.rest)) return frame('complaint')
  if (c.verb === 'hope' && /\b(?:we|i|you)\b.*\b(?:meet|see)\b/.test(c.rest)) return frame('tie')
  if (isOf(c.verb, 'crime') && !c.not && c.aux !== 'will' && !/\b(?:time|show|heart|chicken for|fish|deer|rabbit|fly|spider|rat)\b/.test(c.rest)) return frame('crime')
  if (/^(?:find|found|win|won|inherited|married|got|am)$/.test(c.verb) && !c.not && c.aux !== 'will' && (/^(?:found|find)$/.test(c.verb) ? !/^(?:my|him|her|it|them|out|that|you|nothing|no)\b/.test(c.rest) : c.verb !== 'got' || has({ words: rest }, 'luck'))) return frame('luck', thingIn(c.rest))
  if (!isGrave(c) && /^(?:arrived|come|came|walked|travelled|traveled|got|rode|ran|sailed)$/.test(c.verb) && /\b(?:here|all (?:day|night|the way)|far|long|just|days?|hours|miles)\b/.test(`${c.text}`) && !/\bfrom\b/.test(c.rest)) return frame('newcomer')
  if (c.verb === 'miss' || c.verb === 'missed') return /\byou\b/.test(c.rest) ? frame('tie') : frame('miss', thingIn(c.rest))
  if (/^(?:had|have|having)$/.test(c.verb) && /\b(?:bad|terrible|awful|hard|rough|horrible|long|worst) (?:day|night|week|time|morning|journey|dream)\b/.test(c.rest)) return frame('bad-day')
  if (/^(?:had|have)$/.test(c.verb) && /\b(?:good|great|wonderful|lovely|best) (?:day|night|week|time|news)\b/.test(c.rest)) return frame('good-news')
  if (/\b(?:never |not )?(?:forget|thinking (?:of|about)|been thinking (?:of|about)|think (?:of|about)|dreamt? of|care about|care for)\b.*\byou\b/.test(c.text) || /^(?:missed|miss|need|want) you\b/.test(c.text.replace(/^i /, ''))) return frame('tie')
  if (/^(?:let|letting) you down\b/.test(`${c.verb} ${c.rest}`)) return frame('tie')
  if (/\b(?:do not|does not) know what to do\b/.test(c.text)) return frame('woe')
  if (/^(?:think|saw|heard|see|hear|believe|found|met|noticed|know)$/.test(c.verb) && isGrave(c)) return frame('concern')
  if (/^(?:need|want|could use|am looking for|look for) (?:a |some )?(?:job|work)\b/.test(`${c.verb} ${c.rest}`)) return frame('work-wanted')
  if (/\b(?:extra|another|second|spare) (?:pair of )?hands?\b|\bfor (?:a |some )?(?:bed|meal|food|supper|keep|board)\b|\byour chores\b|\bearn my keep\b|\btake me on\b/.test(c.text) && /\b(?:could|can|would|will|need|use|want|work)\b/.test(c.text)) return frame('work-wanted')
  if (/^(?:got|was|were|am|be|been)$/.test(c.verb) && isGrave(c)) return frame('concern')
  return has({ words: [c.verb, ...rest] }, 'woe') && c.verb !== 'have' && !c.not && !/\byou\b/.test(c.rest) && !/^(?:like|love|hate|want|know|think|heard|hear|see|saw|tell|believe)$/.test(c.verb) ? frame('woe') : null
}

/** “You …”, “your …”. */
function ofListener(c: Clause): Frame | null {
  const rest = c.rest.split(' ')
  if (/^(?:owe|owed)$/.test(c.verb) && /\bme\b/.test(c.rest)) return frame('deny-debt')
  if (c.verb === 'be' && /\b(?:an? )?(?:npc|ai|a\.i|robot|bot|program|character|simulation|puppet|code|computer|not real|fake)\b/.test(c.rest)) return frame('unheard')
  if (/\b(?:too much|too many|so many questions|too long|too fast|too slow|all the time|never (?:stop|shut up|listen|laugh|smile)|always)\b/.test(c.text) && c.verb !== 'be') return frame('complaint')
  if (/^(?:look|looks|smell|sound|dress|walk|talk|sing)$/.test(c.verb) && /\blike\b/.test(c.rest)) return frame('tease', c.rest.replace(/^.*?\blike /, ''))
  if (/^(?:remind|reminds)\b/.test(c.verb)) return frame('tie')
  if (/\bno (?:fun|help|use|good)\b/.test(c.rest) || (firstOf(rest, 'poor') !== null && firstOf(rest, 'good') === null && !c.not) || (c.not && firstOf(rest, 'good') !== null)) return /\b(?:village|house|home|place|town)\b/.test(c.subject) ? frame('blame-place') : frame('tease')
  return null
}

/** Of others, of things, of the place. */
function ofOthers(c: Clause, { named: name }: Around): Frame | null {
  const rest = c.rest.split(' ')
  const subject = name !== null && (c.words[0] === name.toLowerCase() || /^the\b/.test(c.subject))
  if (subject || /^(?:he|she|they|somebody|someone|people|everybody|everyone)$/.test(c.subject)) {
    if (/^(?:say|says|send|sends|sent)\b/.test(c.verb) && /\b(?:hello|hi|greetings|regards|good morning|his love|her love|love)\b/.test(c.rest)) return frame('third-greets', name ?? '')
    if (/^(?:tell|told|say|says|said|thinks?|claims?)$/.test(c.verb) && /\byou\b/.test(c.rest) && (/\b(?:thief|liar|stole|lie|cheat\w*|killed|murder\w*|hate|witch|crook|coward|fool|bad|drunk|lazy|stupid|mean)\b/.test(c.rest))) return frame('slander', name ?? 'Somebody')
    if (name !== null && !c.not && firstOf(c.words.slice(1), 'woe') !== null && !/\b(?:dead|died)\b/.test(c.text)) return frame('third-woe', name)
    if (name === null && isGrave(c)) return frame('concern')
    if (name !== null && !c.not && firstOf(c.words.slice(1), 'luck') !== null) return frame('third-luck', name)
    return null
  }
  if (/\b(?:birthday|wedding|anniversary)\b/.test(c.rest) && /\b(?:my|our)\b/.test(c.rest)) return frame('luck')
  if (/\bno such\b|\bdoes not exist\b|\bis not (?:on (?:any|the) map|real)\b/.test(c.text) && has(c, 'place')) return frame('deny-place')
  if (/\b(?:nothing|not much|not a lot|little) (?:to do|going on|happening|to see)\b|\b(?:quiet|dead|empty|sleepy|peaceful) (?:around |round )?here\b|\b(?:it|everything) (?:is|seems) (?:so |very |rather )?quiet\b/.test(c.text)) return frame('quiet-here')
  if (has({ words: `${c.subject} ${c.rest}`.split(' ') }, 'place') && firstOf(rest, 'poor') !== null && firstOf(rest, 'good') === null && !c.not) return frame('blame-place')
  if (isGrave(c)) return frame('concern')
  if (c.subject === 'mine') return frame('mine', c.rest)
  return null
}

/** News of something that is no small thing; not of what is one’s own loss. */
function isGrave(c: Clause): boolean {
  return !c.not && (firstOf(c.words, 'grave') !== null || /\b(?:bridge|road|gate|mill|well)\b.*\b(?:out|down|gone|closed|broken|dry)\b/.test(c.text) || /\b(?:strange|odd|weird) (?:lights?|noises?|sounds?|men|man|people|tracks|footprints)\b|\b(?:lights?|noises?) in the (?:forest|woods|fields?|hills?|dark)\b/.test(c.text))
}

function isAlarm(c: Clause): boolean {
  const danger = firstOf(c.words, 'danger')
  if (danger === null) return false
  return c.words.some((word) => word !== danger && isOf(word, 'near')) && !/\b(?:yesterday|last|ago|once|story|dream)\b/.test(c.text) && !/\b(?:i saw|i heard|i like|i love|light a|make a|by the fire|at the fire)\b/.test(c.text)
}

/** What has no verb. */
function ofCry(c: Clause, text: string): Frame | null {
  if (/^(?:help|fire|wolves|wolf|danger|run|bandits|robbers|thieves)$/.test(c.text) || (/^help\b/.test(c.text) && text.includes('!') && has(c, 'danger'))) return frame('alarm')
  if (/^you again$|^not you again$|^oh it is you$/.test(c.text)) return frame('tease')
  if (/^(?:caught you|bet you|cat got your tongue|what cat got your tongue|gotcha)/.test(c.text)) return frame('tease')
  if (/^what an? /.test(c.text) && has(c, 'poor') && (has(c, 'place') || has(c, 'dwelling'))) return frame('blame-place')
  if (/^(?:nothing|not much|not a lot) (?:to do|going on|happening|to see)\b|^quiet (?:around |round )?here\b|\bnot much to do\b/.test(c.text)) return frame('quiet-here')
  return null
}

/** What is bidden. */
function ofBid(c: Clause): Frame | null {
  const { verb, rest, not } = c
  const to = (field: Field): boolean => isOf(verb, field)
  if (c.aux === 'let-me') return /^(?:in|into|stay|sleep|come in)\b/.test(`${verb} ${rest}`) || /\b(?:in|inside|into) (?:your|the) (?:house|home|room)\b/.test(rest) ? frame('lodging') : /^(?:be|alone|go)\b/.test(verb) ? frame('bid-away') : /^(?:help|carry|do|hold|take|mend|fix)$/.test(verb) ? frame('offer-help') : null
  if (c.aux === 'let-us' && /^(?:be|become) friends\b/.test(`${verb} ${rest}`)) return frame('tie')
  if (c.aux === 'let-us' && verb === 'talk' && /\byou\b/.test(rest)) return null
  if (c.aux === 'let-us') return /^(?:go|walk|take|stroll|leave)$/.test(verb) ? frame('bid-walk') : /^(?:talk|chat|speak)$/.test(verb) ? frame('bid-ask-me') : /^(?:drink|eat|have|get|sit|celebrate|dance|share)$/.test(verb) ? frame('invite') : /^fight$/.test(verb) ? frame('bid-fight') : null
  if (verb === 'leave' && /^(?:me|us)\b/.test(rest)) return frame('bid-away')
  if (/^(?:back|buzz|piss) off$/.test(c.text) || (verb === 'go' && /^(?:away|home|to bed)$/.test(rest))) return frame('bid-away')
  if ((verb === 'mind' && !not) || (verb === 'be' && /\bcareful\b/.test(rest)) || /^(?:watch out|take care of yourself|beware)\b/.test(c.text)) return frame('bid-careful')
  if (not && (/^(?:worry|cry|be|fret|fear|lose)$/.test(verb) && (verb !== 'be' || has(c, 'cheer')))) return frame('bid-cheer')
  if (not && /^(?:tell|talk about|mention|say)\b/.test(`${verb} ${rest}`)) return frame('bid-silence')
  if (not && /^(?:make|anger|provoke|test|cross|mess|touch)$/.test(verb) && /\b(?:angry|mad|me)\b/.test(rest)) return frame('veiled-threat')
  if (not && /^(?:move|go|leave|run|stop)$/.test(verb)) return frame('bid-stay')
  if (not) return null
  if (verb === 'be') return /\b(?:quiet|silent|still)\b/.test(rest) ? frame('bid-hush') : /\b(?:afraid|scared|very afraid)\b/.test(rest) ? frame('veiled-threat') : /\b(?:happy|brave|calm|strong|glad)\b/.test(rest) ? frame('bid-cheer') : /^quick\b/.test(rest) ? frame('bid-hurry') : null
  if (to('come') && /^(?:here|closer|over|over here|near|nearer|on over|out|down)?$/.test(rest)) return frame('bid-come')
  if (/^(?:follow|join|accompany)$/.test(verb) || (verb === 'come' && /^(?:with|along|on)\b/.test(rest)) || (verb === 'walk' && /^with\b/.test(rest))) return frame('bid-walk')
  if (to('stay') && !/\b(?:talking|asking|lying|it)\b/.test(rest)) return frame('bid-stay')
  if (verb === 'stop' && /\b(?:talking|asking|that noise)\b/.test(rest)) return frame('bid-hush')
  if (to('hurry')) return frame('bid-hurry')
  if (to('hush')) return frame('bid-hush')
  if (to('flee')) return frame('bid-flee')
  if (/^(?:cheer|smile|relax|calm|chill)$/.test(verb) || /^take it easy$/.test(c.text)) return frame('bid-cheer')
  if (/^(?:look|listen|watch|see)$/.test(verb) && !/\bfor\b/.test(rest)) return frame('bid-look')
  if (/^(?:promise|swear)$/.test(verb)) return frame('bid-silence')
  if (to('prove') || (verb === 'show' && /^(?:it|that|me|proof|me proof)$/.test(rest))) return frame('prove')
  if (verb === 'show' && /^me your (?:hands?|pockets?|bag|basket)\b/.test(rest)) return frame('empty-hands')
  if (/^(?:kiss|hug|hold|touch|cuddle|marry)$/.test(verb) && /^(?:me|my)\b/.test(rest)) return frame('bid-tender')
  if (/^(?:fight|hit|punch)$/.test(verb)) return frame('bid-fight')
  if (/^(?:kill|rob|burn|steal|attack|beat)$/.test(verb)) return frame('bid-harm')
  if (verb === 'keep' && /^(?:the (?:change|rest|money|coin)|it|them)$/.test(rest)) return frame('gesture-give')
  if (verb === 'teach' || (verb === 'show' && /^me how\b/.test(rest)) || (verb === 'explain' && rest !== '')) return frame('bid-teach')
  if (/^(?:tell|ask|greet)$/.test(verb) && !/^(?:me|us)\b/.test(rest) && /\b(?:that|i|hi|hello|from|to|for)\b/.test(rest)) return frame('bid-message')
  if (verb === 'give' && /\badvice\b/.test(rest)) return frame('bid-advice')
  if (verb === 'ask' && /^(?:me|away)\b/.test(rest)) return frame('bid-ask-me')
  if (verb === 'guess' || (verb === 'try' && /\bguess\b/.test(rest))) return rest.startsWith('what') ? frame('guess-what') : frame('bid-guess')
  if (verb === 'take' && /^me (?:with|along|home|there|away)\b/.test(rest)) return frame('bid-walk')
  if (verb === 'help' && /^me (?:find|look for|search)\b/.test(rest)) return frame('bid-find', rest.replace(/^me (?:find|look for|search for|search) /, ''))
  if (verb === 'say' && /^(?:hello|hi|good \w+|goodbye|something|sorry|thanks) to\b/.test(rest)) return frame('bid-message')
  if (/^cut it out$|^knock it off$|^stop (?:it|that|this)$|^enough$/.test(c.text)) return frame('bid-stay')
  if (/^(?:open|close|load|save|press|click|type|select|equip|use|delete|restart|reload|print|run|execute|reset)$/.test(verb)) return frame('bid-other')
  if (verb === 'say' || verb === 'repeat') return /\b(?:again|that|it|something (?:else|new))\b/.test(rest) ? null : /\b(?:something|anything) (?:nice|kind|sweet|good)\b/.test(rest) ? frame('bid-praise') : rest === '' ? null : frame('bid-say', rest)
  return null
}

/** What is supposed. */
function ofSupposing(c: Clause): Frame | null {
  if (/^what would you do without\b/.test(c.text)) return null
  const isOpen = /^(?:if|suppose|imagine|what if|let us say|pretend|assume)\b|\bif (?:i|you|we|he|she|they|somebody|someone|the|your|my|a|there|it)\b|^what would you do with\b/.test(c.text)
  if (/^(?:would|do) you mind if i\b/.test(c.text)) return frame('may')
  const wouldYou = c.mood === 'asks' && c.aux === 'would' && c.subject === 'you' && c.wh === '' && !/^(?:mind|like|please|meet|come|follow|help|tell|give|show|teach|lend|sell|bring|take|rather|join|dance|sing|marry|know|say|recommend|do|be|call|prefer|kiss|go|sleep|care|want|forgive|promise|trust|lie|miss|believe|leave|carry|mend|fix|make|keep|ask)$/.test(c.verb)
  if (!isOpen && !wouldYou) return null
  if (/\b(?:rain|rains|snow|snows|storm|weather)\b/.test(c.text)) return null
  if (/\b(?:money|rich|gold|coins?|treasure|fortune|wealth\w*|lottery)\b/.test(c.text)) return frame('would-money')
  if (/\b(?:king|queen|chief|lord|mayor|rule|ruler|in charge|emperor|god)\b/.test(c.text)) return frame('would-king')
  if (/\b(?:anywhere|any place|whole world|where would you)\b/.test(c.text)) return frame('would-where')
  return /\b(?:would|could|do|will) you\b|^(?:imagine|suppose|what if|if)\b/.test(c.text) ? frame('would', c.text) : null
}

/** “Cats or dogs?”, “is … better than …?”, “who is nicer, … or …?”. */
function ofChoice(c: Clause): Frame | null {
  const pair = /(?:^|\b(?:prefer|rather|better|like more|like best|like better|choose|rather (?:be|have|eat|drink|see|live|do)|you (?:more )?(?:an?|like)|nicer|kinder|funnier|smarter|harder|older|taller|stronger|wiser|or) )?(?:who (?:is|works|do you like) \w+ |which (?:is|do you (?:like|prefer)|one is) (?:better |more |best |nicer )?|what (?:is better |do you prefer |would you rather (?:be|have|do|eat|drink) )|would you rather (?:be|have|live|eat|drink|see|do|go|stay|get)? ?|do you (?:prefer|like|love) )?((?:\w+ ){0,3}\w+) or ((?:\w+ ?){1,4})$/.exec(c.text)
  if (!pair || c.mood === 'tells' || /\bor (?:what|not|so|else|something|anything|no|are you|do you|is it)\b/.test(c.text)) return null
  if (/^(?:do you have|have you|are there|is there|did you have)\b/.test(c.text)) return null
  if (c.wh === 'where' || c.wh === 'when' || c.wh === 'why' || c.wh === 'how' || (c.mood === 'asks' && c.wh === '' && /^(?:that|it|this|he|she|they|there)$/.test(c.subject))) return null
  const tidy = (words: string): string => words.replace(/^(?:is|are|do|does|would|you|prefer|like|rather|better|be|it|the one|more|an?|a|who|which|nicer|harder|have|works|older|to)\s+/g, '').replace(/\b(?:more|better|best|most)$/, '').trim()
  let [one, two] = [pair[1] ?? '', pair[2] ?? '']
  for (let n = 0; n < 4; n++) one = tidy(one)
  two = tidy(two)
  // what one would do is weighed, not chosen by taste
  if (one === '' || two === '' || one.split(' ').length > 4 || isDeed(one.split(' ')[0]!) || isDeed(two.split(' ')[0]!)) return null
  if (c.mood === 'asks' && c.subject === 'you' && c.verb === 'be' && c.wh === '') return null
  return { kind: 'choice', thing: c.text, choices: [one, two] }
}

/** What is asked. */
function ofQuestion(c: Clause, { names, named }: Around): Frame | null {
  const { text, rest, verb, aux, subject, wh } = c
  const unheard = /\b(?:heard of|heard about|know what|know about|what (?:is|are)|is there|are there|do you (?:have|know|use|like|play)|have you (?:got|ever seen|seen)|where is|who is)\b/.test(text) ? firstOf(c.words, 'unheard') : null
  if (unheard !== null && !/\bare you\b/.test(text)) return frame('unheard', unheard)
  const heardOf = /\b(?:ever )?heard (?:of|about) (?:an? |the )?(.+)$/.exec(text)?.[1]
  if (heardOf !== undefined && !names.some((name) => heardOf.includes(name.toLowerCase()))) return frame('unheard', heardOf)
  if (/\b(?:save|load|quit|restart|pause|win|play) (?:the|this) (?:game|world)\b|\b(?:game|graphics|settings) (?:over|menu)\b/.test(text)) return frame('unheard', 'that')
  if (/\b(?:speak|understand|know) (?:any )?(?:german|french|spanish|italian|english|latin|russian|chinese|japanese|polish|dutch|another language|other languages|foreign)\b|\b(?:which|what|how many) languages?\b/.test(text)) return frame('tongues')
  if (wh === 'how' && /^how (?:tall|heavy|strong|fast|fat|big|short) (?:are|can|do) you\b/.test(text)) return frame('measure')
  if (wh === 'why' && /^(?:nobody|no one|noone|everybody|everyone|people|they|all|the people|somebody|some)\b/.test(subject)) return /\b(?:me|us|my)\b/.test(rest) ? frame('why-folk') : frame('why-clause')
  if (wh === 'why' && !/^(?:i|you|we|it|that|this|he|she|they|there|not|so|)$/.test(subject) && !/^your\b/.test(subject)) return frame('why-clause')
  if (/\b(?:he|she|him|his|her)\b/.test(text) && named === null && !/\byour?\b.*\b(?:mother|father|wife|husband|sister|brother|daughter|son)\b/.test(text)) return frame('whom')
  if (/^how is (?:your work|business|the work|trade|work)$/.test(text)) return frame('work-going')
  if (/^how (?:does one|do you|do i|can i|could i|would i|does somebody|do people) (?:become|learn to be) (?:an? )?\w+$|^how does one learn your trade$|^(?:could|can|may) i learn your trade$/.test(text)) return frame('learn-trade')
  if (/^(?:do|are) you (?:always )?(?:work|working) alone$|^who do you work with$/.test(text)) return frame('work-alone')
  if (/^who do you work for$|^do you have a (?:master|boss)$/.test(text)) return frame('work-for')
  if (/^who did you (?:talk|speak) (?:to|with) (?:today|yesterday|last)$/.test(text)) return frame('talked-today')
  if (/^can you keep a secret$/.test(text)) return frame('keep-secret')
  const name = names.find((each) => c.words.includes(each.toLowerCase()))
  if (name !== undefined) {
    if (/\b(?:describe|think of|thinks? (?:of|about)|say (?:of|about)|like|likes) you$/.test(text)) return frame('of-me-by', name)
    if (/\bwould you (?:miss|be sad without|do without)\b|^what would you do without\b/.test(text)) return frame('miss-person', name)
    if (/\b(?:are you|is) (?:older|younger|taller|stronger|richer|wiser)\b|\b(?:older|younger) than (?:you|me)\b/.test(text)) return frame('older-than', name)
    if (/^how (?:do you|did you get to) know\b|^(?:how long|since when) (?:do you know|have you known)\b|^(?:where|how) did you meet\b/.test(text)) return frame('know-person', name)
  }
  // offers and leave
  if (subject === 'you' && wh === '' && (aux === 'do' || aux === 'would' || aux === 'will' || aux === 'can' || aux === '')) {
    if (/^(?:want|like|need|care|fancy)$/.test(verb)) {
      if (/^(?:me to (?:help|carry|do|hold|mend|fix|fetch)|a hand|(?:any |some |my )?help|anything|something(?: from me)?$)/.test(rest)) return frame('offer-help')
      if (/^(?:to know|to hear|me to tell|to see)\b/.test(rest)) return /\b(?:my name|who i am)\b/.test(rest) ? frame('offer-name') : /\b(?:something|more|anything|things?) (?:about|of) me\b|\bwhere i\b/.test(rest) ? frame('bid-ask-me') : frame('offer-tell')
      if (/^to (?:play|be|know)\b/.test(rest)) return null
      if (/^(?:to (?:get|have|grab|drink|eat|share|sit|go|come|walk|take|join|see)|for a (?:drink|walk))\b/.test(rest)) return frame('invite')
      if (/^(?:an?|some|my|this|these|the|more)\b/.test(rest) && !/\b(?:friend|husband|wife|child|children)\b/.test(rest)) return frame('offer-thing', thingIn(rest.replace(/^some of my /, 'your ').replace(/^(?:my|some|this|the|these|more) /, '')))
    }
  }
  if (wh === 'what' && subject === 'you' && /^(?:want to know|like to know|wish to know)\b/.test(`${verb} ${rest}`)) return frame('bid-ask-me')
  if (/^(?:any|have you (?:any|got any)?|do you have(?: any)?|(?:is|are) there any)\s*questions?\b/.test(text)) return frame('bid-ask-me')
  if (wh === '' && /^(?:can|may|shall|should|could)$/.test(aux) && subject === 'i') {
    if (/^(?:help|carry|do|hold|mend|fix|fetch|be)$/.test(verb) && !/\b(?:friend|your|in)\b/.test(rest.replace(/\byour work\b/, ''))) return frame('offer-help')
    if (/^(?:stay|sleep|live|come|spend|rest)$/.test(verb) && /\b(?:your|you|here|tonight|inside|in|with)\b/.test(rest) && !/\b(?:tomorrow|later|back|again|along|friend)\b/.test(rest)) return frame('lodging')
    if (/^(?:work|find work|get (?:some )?work|get a job)\b/.test(`${verb} ${rest}`)) return frame('work-wanted')
    if (/^tell you\b/.test(`${verb} ${rest}`)) return frame('offer-tell')
  }
  if (wh === '' && subject === 'you' && /^(?:will|can|could|would)$/.test(aux) && /^(?:tell|ask|greet|warn|remind)$/.test(verb) && names.some((each) => rest.includes(each.toLowerCase()))) return frame('bid-message')
  if (wh === '' && /^(?:can|may|could|might)$/.test(aux) && subject === 'i' && /^(?:sit|look|watch|stand|walk|see|listen|pass|rest|wait|touch|pet|try|go|enter|use|write|draw|paint|borrow|keep)$/.test(verb) && !/\byour (?:money|purse)\b/.test(rest)) return frame('may')
  if (/^(?:how old|what age) do i look\b|^do i look\b|^where do you think i (?:come|am) from\b|^how old do you think i am\b|^what do you think my \w+ is\b/.test(text)) return frame('bid-guess')
  if (/^how long (?:does|do|did|will|would) (?:it|this|that|the \w+) (?:take|last)\b|^how long until\b/.test(text)) return frame('how-long')
  if (wh === 'how' && /^(?:often|many times|much time)$/.test(c.whRest)) return frame('how-often')
  if (wh === '' && subject === 'you' && /^(?:can|could|would|will)$/.test(aux) && /^show me (?:around|the (?:village|town|place))\b|^(?:come|go|walk|join) (?:with me|along|me|for a walk)\b(?!.*\b(?:at|tomorrow|tonight)\b)/.test(`${verb} ${rest}`)) return frame('bid-walk')
  if ((wh === 'how' && subject === 'i' && verb === 'help') || /\b(?:something|anything) (?:that )?i (?:can|could) (?:do|help|bring|fetch)\b/.test(text)) return frame('offer-help')
  if (/^(?:would|will|could|can) you (?:take me on|use (?:a|another|an extra) (?:hand|pair of hands)|need (?:a|another) (?:hand|helper|apprentice))\b/.test(text)) return frame('work-wanted')
  if (/\b(?:any|some) (?:work|job|jobs)\b.*\b(?:for me|here)\b/.test(text)) return frame('work-wanted')
  if (/^(?:is|are) (?:anyone|anybody|someone|somebody) (?:here |around )?(.+)$/.test(text) && firstOf(c.words, 'woe') !== null) return frame('anybody', firstOf(c.words, 'woe') ?? '')
  if (/\byour (?:house|home|place|cottage|room)\b/.test(text) && (verb === 'be' || /\b(?:have|fire|bed|garden)\b/.test(text)) && wh !== 'where') return frame('home')
  if (/\b(?:do you have|have you(?: got)?|is there) (?:a|an|any) (?:fire|hearth|stove|bed|garden|cellar|roof|window)\b.*\b(?:home|house|inside)?$/.test(text) && !/\bhere\b/.test(text)) return frame('home')
  if (wh === 'what' && /\b(?:in your (?:hand|hands|pocket|pockets|bag|basket|sack)|you (?:are )?(?:carrying|holding|wearing))\b/.test(text)) return frame('empty-hands')
  if (/^(?:do|does) (?:you|anybody|anyone) own\b|^who owns (?:this|the) (?:land|village|place|valley)\b|^is (?:this|it) your (?:land|field|village)\b/.test(text)) return frame('own-land')
  if (/^(?:are you flirting|do you fancy)\b/.test(text)) return frame('bid-tender')
  if (/^are you (?:always )?(?:this|so|that) (?:slow|boring|rude|stupid|quiet|loud|mean|grumpy|weird|strange|lazy|annoying|ugly|dull)\b|^is that (?:a|your) (?:nose|face|hat|beard|hair)\b|^what is wrong with (?:your|you)\b|^what is your problem$/.test(text)) return frame('tease')
  if (subject === 'you' && aux === 'be' && wh === '' && firstOf(rest.split(' '), 'wonder') !== null) return frame('tease')
  return null
}

