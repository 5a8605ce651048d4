/** What the player wants with their words: an act with what it concerns. Rules only; unknown stays unknown. */
import { factsIn, type Fact, type FactKey, withoutTail } from '../memory/facts.ts'
import { termsOf, wordsOf } from '../memory/tokens.ts'
import { toneOf } from '#simulation/affect/tone.ts'

/** What a remark is meant to do. */
export const ACTS = [
  'greeting', 'farewell', 'tell-name', 'tell-self', 'tell-news', 'ask-name', 'ask-how', 'ask-doing', 'ask-why', 'ask-trade', 'ask-family', 'ask-age', 'ask-home', 'ask-feelings', 'ask-likes', 'ask-fears', 'ask-plans', 'ask-person', 'ask-opinion',
  'ask-where', 'ask-place', 'ask-happened', 'ask-remember', 'ask-about-me', 'ask-source', 'ask-true', 'ask-weather', 'ask-time', 'ask-news', 'ask-self', 'ask-other', 'ask-company', 'ask-neighbours', 'ask-advice', 'ask-would', 'ask-safe', 'ask-belief', 'ask-secret', 'request', 'gift', 'thanks', 'sorry', 'insult', 'threat', 'compliment', 'promise', 'yes', 'no', 'laugh', 'love',
  'foreign', 'nonsense', 'silence', 'statement',
] as const
/** One of `ACTS`. */
export type Act = (typeof ACTS)[number]

/** A remark understood. */
export type Understanding = {
  act: Act
  /** What it is about, in the speaker's words: a person, a place, a thing; empty when nothing is named. */
  topic: string
  /** What the speaker told about themselves. */
  facts: Fact[]
  /** Whether it asks. */
  asks: boolean
  /** The words by which its question was read, without those of the topic; empty where it was read otherwise. */
  by: string
}

/** What surrounds a remark. */
export type Hearing = {
  /** The listener's own last line, to read short answers by. */
  lastOwn: string
  /** Names of people the listener knows, and of places. */
  people: readonly string[]
  places: readonly string[]
  /** What is being read. */
  said?: string
}

type Rule = [act: Act, pattern: RegExp]

/** In order; the first that fits counts. The first group, where there is one, is the topic. */
const QUESTIONS: readonly Rule[] = [
  ['ask-remember', /\b(?:do|did|don't|can|will) you (?:still )?(?:remember|recall|recogni[sz]e|forget|know who i am)\b(.*)/i],
  ['ask-about-me', /\b(?:what|who)(?:'s| is| was) my (?:name|trade|job)|\bwho am i\b(?! (?:talking|speaking|dealing))|\bwhat do you (?:know|remember|think) (?:about|of) me\b|\bwhere (?:am|do) i (?:come )?from|\bwhat did i (?:tell|say|lose|promise|ask|give|bring|do)\b(.*)|\bdo you know (?:my name|me|who i am)|\bhave (?:we|you) met\b.*|\bwhat (?:have|did) i (?:told|tell|said|say|lost|promised)\b(.*)/i],
  ['ask-true', /\bis it (?:really )?true\b(?: that)?(.*)|\bdo you (?:really )?(?:believe|think) (?:that |it is true that )(.*)|\bis it so that\b(.*)/i],
  ['ask-source', /\bwho told you\b(.*)|\bhow do you know\b(.*)|\bwhere did you hear\b(.*)|\bsays who\b|\bwho says (?:so|that|it)\b|\bare you sure\b|\bfrom whom\b/i],
  ['ask-name', /\bwhat(?:'s| is| are) your (?:full )?names?\b|\bwho are you\b|\bwhat (?:do|should|shall|can|may) (?:they|i|people|we|folks?|everybody|everyone|others) call you\b|\b(?:may|can|could) i (?:know|ask|have) your name\b|^(?:and |so )?your name\?|\btell me your name\b|\bwho (?:do|might) (?:i|you) (?:be|speak)|\bdo you have a name\b|\bwho(?:m)? (?:am i|do i have the \w+ of) (?:talking|speaking|dealing)\b|^(?:and )?(?:who )?you are\W*$/i],
  ['ask-self', /\bare you (?:an? )?(?:real|human|robot|ai|machine|program|npc|bot|alive|character|conscious|chatbot|language model|computer|simulation|llm)\b|\b(?:your|the) (?:system )?prompt\b|\bis this (?:world |place )?(?:a game|real|a dream|a simulation)\b|\bchatgpt\b|\bignore (?:all |your |any |the )?(?:previous |prior |earlier )?(?:instructions|rules|orders)\b/i],
  ['ask-weather', /\b(?:weather|will it (?:rain|snow|clear)|is it (?:raining|going to rain|cold|warm)|storm coming|looks? like rain|see the sky|nice day|fine day|lovely day|cold today)\b/i],
  ['ask-time', /\bwhat (?:time|hour|day|season|date)\b(?! do| did| will)|\bhow late\b|\bwhat(?:'s| is) the (?:time|hour|season|date|day)\b|\bis it (?:morning|noon|evening|late|early|spring|summer|autumn|winter)\b/i],
  ['ask-news', /\b(?:any|the|what|what's the|latest|your|more|other|further) (?:latest |more |other |further )?(?:news|gossip|rumou?rs?|tidings)\b|\bwhat(?:'s| is) (?:new|going on|happening|the word)\b|\banything (?:new|interesting|strange) (?:happen|going|here|lately|around)|^(?:is there |have you |got )?anything new\b|\bheard any(?:thing)?\b|\bwhat(?:'s| is) happening\b/i],
  ['ask-company', /\b(?:what|how) about you\b|^and you\b|\band yourself\b/i],
  ['ask-how', /\b(?:did you sleep|all well|how(?:'s| is| goes) (?:the )?work|how goes it|how are you keeping)\b|\bhow (?:are|is|fare) (?:you|things|life|it going|everything|your day|the day)\b(?! (?:know|make|do\b|like|get|bake|feel about|become|spend))|\bhow(?:'s| is| goes| was| has) (?:it|life|your (?:day|morning|evening|night|week)|things|it going|the day)\b|\bare you (?:ok|okay|well|alright|all right|good|fine)\b|\bhow do you do\b|\bhow have you been\b|\bhow you doing\b|\bare you doing (?:ok|well|fine)\b/i],
  ['ask-would', /\b(?:what|how) (?:would|will|should|shall|could|might) (?:you|i|we) (?:do|act|decide|choose|handle|deal)\b(?=.*\b(?:about|if|with|when|for|against|instead|to)\b)(.*)|\bwhat (?:will|would|should) you do about\b(.*)|\bwould you (?:rather|sooner)\b(.*)|\b(?:should|would|shall|will|do) (?:you|i|we)\b(.* or .*)\?|(?<!\b(?:what|where|how|who|when|why) )\bshould (?:i|we|you)\b(?! (?:see|know)\b)(.*)|\bwhat if\b(.*)|\bwhat are you going to do about\b(.*)/i],
  ['ask-plans', /\bwhat (?:will|are|do) you (?:going to |plan(?:ning)? to |want to |mean to )?(?:do|doing|plan)\b.*\b(?:later|tomorrow|tonight|next|after|today|this (?:evening|afternoon)|now)\b|\b(?:your|any) plans?\b|\bwhere are you (?:going|off to|headed|heading)\b|\bwhat(?:'s| is) next\b|\bwhat (?:will you do|are you going to do)\b/i],
  ['ask-why', /^(?:but |and |so )?why\b(.*)|\bwhat for\?|\bwhat(?:'s| is) the reason\b|\bhow come\b(.*)/i],
  ['ask-doing', /^still at it\b|\bwhat (?:are|were) you (?:up to|doing|making|working on|busy with|cooking|carrying)\b|\bwhat(?:'s| is) (?:that )?you(?:'re| are) doing\b|\bare you (?:busy|working)\b|\bwhatcha\b|\bwhat you (?:doing|up to)\b|\bwhat brings you\b|\bwhat did you do (?:today|this|yesterday|last)/i],
  ['ask-trade', /\bwhat do you do\b(?! (?:today|tomorrow|when|if|now))|\bwhat(?:'s| is) your (?:job|trade|work|profession|craft|occupation|living)\b|\bwhat (?:kind of )?work\b|\b(?:your|of your) (?:trade|craft|work|job)\b|\bhow do you (?:make|earn) (?:a |your )?(?:living|bread|keep)\b|\bare you (?:the|a) (smith|baker|farmer|miller|fisher|innkeeper|carpenter|weaver|shepherd|herbalist|trader|merchant|woodcutter|keeper)\b|\bdo you like (?:your|being an?) ?(?:work|job|trade|craft|smith|baker|farmer|miller|fisher|innkeeper|carpenter|weaver|shepherd|herbalist|trader|woodcutter|keeper)|\bwhere do you work\b/i],
  ['ask-family', /\bhow are yours\b|\byour (?:family|wife|husband|spouse|kids?|child(?:ren)?|parents?|mother|father|mum|mom|dad|brothers?|sisters?|sons?|daughters?|siblings?|kin|relatives)\b|\b(?:are you|you) married\b|\bdo you have (?:a |any )?(?:family|wife|husband|kids|children|brothers?|sisters?|siblings?|sons?|daughters?|friends)\b|\bwho(?:'s| is| are) your (?:best )?(?:friends?|family|kin|mother|father)\b|\byour (?:best )?friends?\b|\bare you alone\b|\bdo you live alone\b/i],
  ['ask-age', /\bhow old(?: are| were| do| would| might)? you\b|^(?:and )?how old(?: exactly)?\W*$|\bwhat(?:'s| is) your age\b|\byour age\b|\bwhen were you born\b/i],
  ['ask-home', /\bwhere (?:do|did) you (?:live|sleep|stay|come from|grow up)\b|\bwhere(?:'s| is| are) (?:your (?:home|house)|you from)\b|\byour (?:home|house)\b|\bare you from (?:here|around)\b|\bhave you always lived\b|\bdo you live\b/i],
  ['ask-secret', /\b(?:any |your |a )?secrets?\b/i],
  ['ask-opinion', /\bwhat do you (?:think|make|reckon) (?:of|about)\b(.*)|\b(?:do|don't) you (?:like|trust|love|hate|know|get along with|get on with|miss) (?!of\b|about\b|to\b|your\b|being\b|it\b|best\b|most\b|this (?:job|work))(.*)|\bhow do you feel about\b(.*)|\byour opinion (?:of|on|about)\b(.*)|\bis ([\p{Lu}][\w'’-]+) (?:nice|good|kind|honest|trustworthy|a good|bad|well)\b/iu],
  ['ask-fears', /\bare you (?:ever |at all )?(?:afraid|scared|frightened) of\b|\bwhat (?:do|are) you (?:fear|afraid of|scared of|worried about)\b|\bwhat (?:scares|frightens|worries) you\b|\byour (?:worst |greatest |biggest )?(?:fear|worr(?:y|ies))\b/i],
  ['ask-feelings', /\bhow (?:do|are) you feel(?:ing)?\b|\bare you (?:happy|sad|tired|hungry|afraid|lonely|angry|cold|upset|scared|worried|content|bored|unhappy|sleepy)\b|\bwhat(?:'s| is) (?:wrong|the matter|troubling you|on your mind)\b|\bsomething wrong\b|\byou (?:look|seem) (?:sad|tired|happy|worried|upset|angry|busy|hungry|glad|troubled)\b|\bwhat are you thinking\b|\bpenny for your\b|\bwhat do you (?:need|lack)\b/i],
  ['ask-likes', /\bwhat (?:do you|would you) (?:like|enjoy|love|want|wish|dream)\b|\bwhat makes you happy\b|\byour (?:favou?rite|dream|wish|hobb(?:y|ies))\b|\bdo you (?:like|enjoy) (?:your|being|it|to)\b(.*)|\bwhat do you do for fun\b|\bwhat is your dream\b/i],
  ['ask-advice', /\bwhat (?:should|can|could|must) i (?:do|see|try|visit)\b|\bany advice\b|\bwhat is there to (?:do|see)\b|\bwhere should i go\b|\bwhom? (?:should|shall|must) i (?:talk|speak|go|turn|see|meet|visit)\b/i],
  ['ask-safe', /\b(?:is it|am i|are we) (?:safe|dangerous)\b|\bany (?:danger|wolves|bandits|robbers|monsters)\b|\bis there (?:any )?danger\b|\bdangerous\b.*\?/i],
  ['ask-belief', /\bdo you (?:believe|pray|worship)\b|\b(?:gods?|ghosts?|spirits?|magic|afterlife|meaning of life|fairies)\b.*\?/i],
  ['ask-neighbours', /\b(?:other|nearest|next|neighbou?ring|nearby) (?:village|town|settlement|hamlet|place|people)s?\b|\bwhat(?:'s| is| lies) (?:beyond|over there|around here|nearby)\b|\bwhere does (?:this|the|that) (?:road|path|lane) (?:go|lead)\b/i],
  ['ask-place', /\b(?:what|which)(?:'s| is| do you call)? (?:is )?(?:this|the|that) (?:place|village|town|land|country|hamlet|settlement|region)(?: called)?\b|\bwhere (?:am i|are we)\b|\btell me (?:more )?about (?:this|the|your) (?:place|village|town|land|country|settlement|hamlet|region)\b|\b(?:history|story|legend|lore|past) of (?:this|the|your)\b|\bthis (?:village|place|land|town)\b.*\?|\bwhat(?:'s| is) (?:this|your) (?:village|place|land|town) (?:like|known for)\b|\blive (?:by|from|off)\b.*\?|\bany (?:legends?|stor(?:y|ies)|tales?)\b|\btell me (?:a|another) (?:story|tale|legend)\b|\bwho founded\b|\bhow old is (?:this|the)\b/i],
  ['ask-happened', /\bwhat(?:'s| has| had)? (?:really )?happen(?:ed|s)?\b(.*)|\bwhat did (?!you|i\b)(.*)|\bwhat was (?:that|it|the)\b(.*)|\b(?:have|did) you (?:see|seen|hear|heard|notice|witness)\b(.*)|\bwhat (?:have|did) you (?:see|seen|hear|heard)\b(.*)|\bwhen did (?!you|i\b)(.*)/i],
  ['ask-where', /\bwhere(?:'s|s| is| are| was| can i (?:find|get|buy|sleep|eat|drink|rest|see)| could i (?:find|get|buy)| would i find| do i (?:find|get)| might i find| lies| did)\b(.*)|\b(?:how do i|how can i|how to|show me the way|which way|the way|directions?|how far(?: is it| is)?)(?: to)? (?:get to|find|reach|go to|to|is)?\b(.*)|\bis there (?:an?|any) (.*?)(?: here| around| nearby| near here)?\?|\b(?:i(?:'m| am) looking for|have you seen|do you know where|i need to find|i want to find|take me to|lead me to) (?!you\b|work\b|my\b)(.*)/i],
  ['ask-person', /\bwho (?:else )?((?:lives?|works?|stays?)\b.*)|\bwho(?:'s|s| is| are| was)\b(.*)|\btell me (?:more )?(?:about|of) (?:the )?(.*)|\bwhat(?:'s| is) (?!it|this|that|up|your|my|the)(\p{Lu}[\w'’-]+)\b|\bdo you know (?:an?|the|anyone|somebody)\b(.*)|\bwhat (?:can|do) you (?:tell me|know) (?:about|of)\b(.*)|\bwhat about\b(.*)|\bknow anything about\b(.*)/iu],
]

const REMARKS: readonly Rule[] = [
  ['farewell', /^(?:(?:anyway|oh well|ok(?:ay)?|well|right|alright|thanks|thank you|so|now|and|then|but|hm+|ah|oh|cheers)[,.! ]+)*(?:(?:good ?)?bye(?: ?bye)?|farewell|see (?:you|ya)|so long|take care|until (?:next|tomorrow|we)|i (?:must|have to|should|need to|gotta|will|'ll) (?:go(?! to (?!bed|sleep|work|them|him|her|my|church))|leave|be (?:going|off)|get going|move on)|i(?:'ll| will) (?:be (?:going|off)|leave you|let you)|good ?night|later\b|i(?:'m| am) (?:off|leaving|going now)|i(?:'d| had) better (?:go|be (?:going|off)|get going)|it(?:'s| is) time (?:for me )?to go|got to (?:go|run)|gotta (?:go|run)|have to (?:go|run|leave)|i(?:'ll| will) be back|talk (?:to you |with you )?(?:later|soon|tomorrow|again)|catch you later|cya|ttyl|gn|(?:it (?:was|has been) )?(?:a pleasure|nice|good|lovely|great|fun|a joy) (?:talking|speaking|chatting|to talk|to speak|to chat)|safe travels|be well|cheerio|ciao|adieu|fare you well|fare well)\b/i],
  ['laugh', /^(?:ha(?:ha)+|he(?:he)+|lol|lmao|rofl|:-?\)+|:d|xd|😂|🤣|that(?:'s| is) funny)[\s!.]*$/iu],
  ['love', /\b(?:i love you|marry me|be my (?:wife|husband|love)|kiss me|i(?:'m| am) in love with you|i fancy you)\b/i],
  ['request', /^(?:please |could you |can you |would you |will you |may i |can i |could i |might i |let me |i need you to |i want you to |i'd like you to |do me a favou?r|help me|give me|bring me|follow me|come with|come here|show me|sell me|teach me|sing|dance|wait|stop|go (?:to|away|home)|tell (?!me about)\w+ (?:that|to)|make me|lend me|stay|keep this|don't tell|i(?:'d| would) like (?:some|a|to buy)|i need (?:a|some|your|help)|take me|watch out|look at|look!)\b(.*)|\b(?:can|could|would|will) you (?:please )?(?!tell me about)(give|help|show|bring|make|sell|teach|lend|follow|come|keep|fix|mend|sing|take|do|carry|stay|wait|buy|join|go|stop|lead|tell)\b(.*)/i],
  ['yes', /^(?:yes|yeah|yep|aye|sure|of course|indeed|certainly|absolutely|i (?:do|did|am|have|will)(?=\s*(?:[.,!]|$))|ok(?:ay)?|right|true|exactly|agreed|gladly|please do|very well|fine|that's right|correct|mhm|yup|definitely)\b/i],
  ['no', /^(?:no|nope|nay|not (?:really|yet|at all|now|me|today)|never|(?:i don't|i do not|i didn't|i haven't|i'm not|i am not|i won't)(?=\s*(?:[.,!;]|$)|\s+(?:think|believe) so)|of course not|nah)\b/i],
  ['greeting', /^(?:(?:oh|ah|well|and)[, ]+)*(?:hello+|hi+|hey+|good (?:morning|day|evening|afternoon|noon)|greetings|well met|hail|howdy|hallo|salutations|yo|hiya|heya|ahoy|oi|morning|evening|(?:nice|good|glad|pleased|lovely|great|a pleasure|happy) to (?:meet|see|know) you|nice meeting you|(?:pleased|happy|glad|delighted) to make your acquaintance|pleased to meet you|it's me|i(?:'m| am) back|welcome|what's up|sup)\b/i],
]

/** A greeting that something else follows. */
const GREETING_FIRST = /^(?:(?:oh|ah|well)[, ]+)*(?:hello+|hi+|hey+|good (?:morning|day|evening|afternoon)|greetings)(?: there| friend| again)?[,.!]+ /i

/** Words that show a language the built-in mind does not speak. */
const FOREIGN = /\b(?:bonjour|salut|merci|comment|vous|je suis|guten|danke|ich|und|nicht|wie geht|hola|gracias|como|estas|buenos|buenas|quien|donde|ciao|grazie|sono|obrigado|voce|privet|spasibo|konnichiwa|arigato|namaste|hej|tack|dzien|czesc|merhaba|jestem|wie|bist|du|est|nous|pourquoi|soy|oui|parlez|hallo|wo ist|habla|dove|buongiorno|obrigada|onde|goedemorgen|dank je|waar is|gdzie|dziekuje|nasilsin|kiitos|takk)\b/gi
const COMMON = /\b(?:the|a|is|are|you|i|to|of|and|in|it|my|me|do|what|how|that|have|was|for|on|not|no|yes|we|this|he|she|they|your|with|be|so|go|can|am)\b/gi

/** What the listener's own last line asked for, by the kind of answer; null when for nothing in particular. */
export function askedFor(lastOwn: string): FactKey | null {
  if (!lastOwn.includes('?')) return null
  const last = lastOwn.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.endsWith('?')) ?? lastOwn
  if (/\b(?:find your|found your|any sign|turn up|your [\w ]+ (?:been found|hiding|come back))\b|\bDid it come back\b/i.test(last)) return 'found'
  if (/\b(?:your name|who are you|call you|you called|and you are|who might you be|whom do i speak|name you go by|name to)\b/i.test(last)) return 'name'
  if (/\b(?:where (?:do|did|have) you (?:come|walk|start)|come from|what country|from far|where is home|your home)\b/i.test(last)) return 'origin'
  if (/\b(?:what brings you|looking for|are you after|what do you seek|what are you here for)\b/i.test(last)) return 'seeks'
  if (/\b(?:what (?:is|'s) your (?:trade|work)|do you live by|what do you do|your trade|live by)\b/i.test(last)) return 'trade'
  if (/\b(?:where (?:are you (?:going|bound|headed)|will you go|does your road)|your road lead)\b/i.test(last)) return 'goes-to'
  if (/\b(?:do you like best|do you love|you fond of|miss most)\b/i.test(last)) return 'likes'
  return null
}

/** Reads one remark. */
export function understand(text: string, hearing: Hearing): Understanding {
  const said = withoutTail(text).replace(/[’`]/g, "'").replace(/\s+/g, ' ').replace(/\b(what|where|who|how|that|it|here)s\b/gi, "$1's").replace(/\b([Ii])m\b/g, "$1'm").trim()
  // a greeting before a question is only manners
  const rest = said.replace(GREETING_FIRST, '')
  const plain = rest.includes('?') && wordsOf(rest).length >= 3 ? rest : said
  const asked = askedFor(hearing.lastOwn)
  const asks = /\?/.test(plain) || /^(?:(?:and|but|so|then|well|ok(?:ay)?|alright|all right|fine|right|oh|ah|hm+),? )*(?:who|what|where|when|why|how|which|do|does|did|is|are|was|were|can|could|will|would|have|has|may|tell me|any)\b/i.test(plain)
  const facts = factsIn(plain, asked)
  const result = (act: Act, topic = '', by = ''): Understanding => ({ act, topic: cleanTopic(topic), facts, asks, by })
  if (plain === '' || /^[.…\s]+$/.test(plain)) return result('silence')
  const tone = toneOf(plain)
  if (tone === 'threat' || tone === 'insult') return result(tone)
  const laugh = matchRules(plain, REMARKS.filter(([act]) => act === 'laugh' || act === 'love'))
  if (laugh) return result(laugh.act)
  if (isForeign(plain)) return result('foreign')
  if (isNonsense(plain)) return result('nonsense')

  const question = asks || /\b(?:tell me|i(?:'d| would) like to know|i wonder|ask you about|instructions|prompt)\b/i.test(plain) ? matchRules(lastQuestion(plain), QUESTIONS) ?? matchRules(plain, QUESTIONS) : null
  if (question) {
    const refined = refine(question, { ...hearing, said: plain }, result)
    return { ...refined, by: refined.act === question.act ? question.by : plain }
  }
  const remark = matchRules(plain, REMARKS)
  if (remark?.act === 'farewell') return result('farewell')
  if (tone === 'gift' || tone === 'sorry') return result(tone, topicAfter(plain, /\b(?:you|some|this|an?|of)\b (.*)/i))
  const name = facts.find(({ key }) => key === 'name')
  const others = facts.filter(({ key }) => key !== 'name')
  if (others.length > 0 && remark?.act !== 'request') return result(others[0]?.key === 'promise' ? 'promise' : 'tell-self', others[0]?.object)
  if (name) return result('tell-name', name.object)
  if (remark?.act === 'request') return result('request', remark.topic || plain)
  if (remark?.act === 'no') return result('no')
  if (tone === 'thanks' || tone === 'compliment') return result(tone)
  if (remark) return result(remark.act, remark.topic)
  if (asks) return result('ask-other', plain)
  const person = named(plain, hearing.people)
  if (person && wordsOf(plain).length > 2) return result('tell-news', person)
  if (/\b(?:look at|nice|lovely|beautiful) (?:day|weather|morning|evening)\b|\b(?:raining|it rains|cold today|warm today)\b/i.test(plain)) return result('ask-weather')
  if (person) return result('ask-person', person)
  return result('statement', plain)
}

function matchRules(text: string, rules: readonly Rule[]): { act: Act; topic: string; by: string } | null {
  for (const [act, pattern] of rules) {
    const match = pattern.exec(text)
    if (!match) continue
    const topic = match.slice(1).findLast((group) => group !== undefined) ?? ''
    return { act, topic, by: topic === '' ? match[0] : match[0].replace(topic, ' ') }
  }
  return null
}

/** A question about a person, a place or the like turns out by what its topic names. */
function refine({ act, topic }: { act: Act; topic: string }, hearing: Hearing, result: (act: Act, topic?: string) => Understanding): Understanding {
  const clean = cleanTopic(topic)
  const told = result(act, clean)
  if ((act === 'ask-happened' || act === 'ask-where') && told.facts.some(({ key }) => key === 'lost')) return { ...told, act: 'tell-self' }
  if ((act === 'ask-person' || act === 'ask-opinion') && /^(?:you|yourself|your life)$/i.test(clean)) return result('ask-trade')
  if ((act === 'ask-person' || act === 'ask-opinion') && /^(?:me|myself|i)$/i.test(clean)) return result('ask-about-me')
  if ((act === 'ask-person' || act === 'ask-opinion') && /^(?:this |the |your |our )?(?:place|village|town|land|country|hamlet|life here|people here|here|it here)$/i.test(clean)) return result('ask-place', clean)
  if (act === 'ask-person' && /\b(?:there|else|here|lives?|works?|around)\b/i.test(clean) && !named(clean, hearing.people)) return result('ask-family', 'people')
  if (act === 'ask-person' && /^(?:your |the |our |my )?(?:neighbou?rs|villagers|people|folk|others)$/i.test(clean)) return result('ask-family', 'people')
  if (act === 'ask-happened' && /^(?:have|did) you (?:just )?(?:see|seen)\b/i.test(hearing.said ?? '') && named(clean, hearing.people) !== '' && clean.split(' ').length <= 3) return result('ask-where', clean)
  if (act === 'ask-happened' && /^(?:(?:here|lately|recently|today|yesterday|around|in|this|the|village|town|place|last|week|night|days?|these|past|while|new|since|has|have|been|ing|going on) ?)*$/i.test(clean)) return result('ask-news')
  return result(act, clean)
}

function lastQuestion(text: string): string {
  const questions = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.endsWith('?'))
  return questions.at(-1) ?? text
}

/** The name among `names` that the text mentions (any word of it, at least three letters); empty when none. */
export function named(text: string, names: readonly string[]): string {
  const words = new Set(wordsOf(text))
  let best = ''
  let bestHits = 0
  for (const name of names) {
    const hits = wordsOf(name).filter((word) => word.length > 2 && word !== 'the' && words.has(word)).length
    if (hits > bestHits) {
      best = name
      bestHits = hits
    }
  }
  return best
}

function cleanTopic(topic: string): string {
  return topic.replace(/[?!.,;:"“”]+/g, ' ').replace(/\b(?:please|then|now|again|anyway|exactly|by any chance)\b/gi, ' ').replace(/\s+/g, ' ').trim().replace(/^(?:about|of|to|that|the|a|an|is|are|was|at|in|with|when|some)\s+/i, '').replace(/^(?:the|a|an)\s+/i, '').trim()
}

function topicAfter(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? ''
}

function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length >= 2 && latin.length < letters.length * 0.5) return true
  const foreign = text.match(FOREIGN)?.length ?? 0
  // no English sentence opens so
  if (/[¿¡]/.test(text)) return true
  return foreign > 0 && foreign >= (text.match(COMMON)?.length ?? 0)
}

function isNonsense(text: string): boolean {
  const words = wordsOf(text)
  if (words.length === 0) return true
  const odd = words.filter((word) => !/^\d+$/.test(word) && word.length > 3 && (!/[aeiouy]/.test(word) || /(.)\1{3,}/.test(word) || /[bcdfghjklmnpqrstvwxz]{5,}/.test(word) || /^(?:asd|qwe|zxc|sdf|dfg|jkl|fgh)/.test(word))).length
  return odd > 0 && odd * 2 >= words.length && termsOf(text).length <= words.length
}
