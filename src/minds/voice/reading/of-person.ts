/** What can be asked of somebody who is known, each with its answer from what the speaker knows of them: where and what they are, how one stands to them, whose kin they are, what they can; what one cannot know is left to them, by name. */
import { agoWords } from '../../place-words.ts'
import type { KnownPerson } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { goodIn, GOODS } from '#simulation/trade/goods.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { answer, type Answer } from '../answer.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { hourWords } from '../asked/answer-trade.ts'
import { relationReason } from '../asked/reasons.ts'
import { strip } from '../asked/state.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { givenOf, relationSentence, whereabouts } from '../people.ts'
import { isOf } from '../frames/words.ts'
import type { Scene } from '../scene.ts'
import { inManner } from './in-manner.ts'
import { capitalise } from '../speak.ts'
import { kinOfPerson } from './refer.ts'
import { listed, type Referred } from './referents.ts'

/** A question about somebody: whom, in what words, and whom else it names. */
type Asked = { scene: Scene; person: KnownPerson; he: Pronouns; words: RegExpExecArray; other: KnownPerson | null }
type Pronouns = { he: string; him: string; his: string }
type Facet = readonly [pattern: RegExp, say: (asked: Asked) => readonly string[] | null]

const CHILD_AGE = 14
/** How warm one must be to somebody to speak well of them, and how cool to speak ill. */
const WARM = 0.15
const COOL = -0.15
const KIN = 'wife|husband|spouse|mother|father|mum|mom|dad|parents?|sisters?|brothers?|siblings?|sons?|daughters?|child|children|kids?|family'
const GOOD = '(?:nice|kind|good|friendly|honest|trustworthy|pleasant|decent) (?:person|people|man|woman)|nice|kind|good|friendly|honest|trustworthy|pleasant|decent|fair|generous|polite|reliable|helpful|a good (?:man|woman|person|one)|a (?:nice|kind|friendly) (?:man|woman|person|one)'
const BAD = 'bad|mean|rude|dangerous|strict|grumpy|unfriendly|lazy|stingy|a bad (?:man|woman|person)|difficult|hard|cruel|a liar|a thief|dishonest'

const of = (pattern: string): RegExp => new RegExp(`^(?:${pattern.replaceAll('P', '<p\\d+>')})$`)
const isKinOf = (person: KnownPerson): string[] => [person.kinship ? `Yes: ${kinWords(person)}.` : `No. ${givenOf(person)} is the ${person.trade}, and no kin of mine.`]
const isWarm = ({ warmth, kinship }: KnownPerson): boolean => warmth > WARM || (kinship !== null && warmth >= 0)

const FACETS: readonly Facet[] = [
  [of('is P (?:your|a) (?:good |best |close )?friend(?: of yours)?'), ({ person, he }) => (isWarm(person) ? [`Yes. ${relationReason(person)}`, `I count ${he.him} among them.`] : person.warmth < COOL ? [`No. ${relationReason(person)}`] : ['Friend is much said. We nod.'])],
  [of('how old is P|what is P’s age|what age is P'), ({ person }) => [`${givenOf(person)} is ${person.age}.`, `${person.age}, unless I have miscounted.`]],
  [of('(?:is|who is) (?:P|you|the) ?(?:older|younger)(?: than (?:you|P))?|are you (?:older|younger) than P'), ({ scene, person, other }) => [other ? `${givenOf(person)} is ${person.age}, ${givenOf(other)} ${other.age}.` : `I am ${scene.view.age}, and ${givenOf(person)} is ${person.age}.`]],
  [of('what is P’s name|what is P called|what do you call P'), ({ person, he }) => [`${person.name}.`, `${capitalise(he.he)} is called ${person.name}.`]],
  [of('where (?:is|are|could|can|might|would|do|does|else could)(?: i| one)?(?: find| meet)? ?P(?: be| now| today| then| right now| at)*|where would i find P|where does P work|have you seen P|do you know where P is'), ({ scene, person }) => placed(scene, person)],
  [of('(?:is|will|would|could) P (?:be )?(?:at )?(?:home|there|here|in|around|free|awake)(?: now| tonight| today| tomorrow| then)?|when (?:is|does|will|can|could) (?:i find )?P (?:usually |be |come |get |go )*(?:home|back|there|here|free|in)?(?: come home)?'), ({ person, he }) => hours(person, he)],
  [of('where does P live|where is P’s (?:house|home)|in which house does P live|which (?:house|cottage) is P’s'), ({ person, he }) => [`${capitalise(he.his)} home is ${person.home}.`, `In ${person.home}.`]],
  [of('what does P do(?: for a living| here| all day| all day long)?|what is P’s (?:job|trade|work|craft)|is P an? \\w+'), ({ person, he }) => (person.age < CHILD_AGE ? [`${capitalise(he.he)} is ${person.age}: ${he.he} plays, runs errands and gets underfoot.`] : tradeIdOf(person.trade) === 'elder' ? [`${capitalise(he.he)} is old and sits, and knows more than the rest of us.`] : [`${capitalise(he.he)} is the ${person.trade} here.`, `${givenOf(person)} is our ${person.trade}; you will find ${he.him} at ${person.workplace === 'out of doors' ? 'it out of doors' : person.workplace}.`])],
  [of('what is P doing(?: now| there)?|what is P up to'), ({ person, he }) => (person.doing ? [`I see ${he.him} from here: ${strip(person.doing)}.`] : [`At this hour? ${capitalise(he.his)} work, I should think: ${he.he} is the ${person.trade}.`])],
  [of(`(?:is|was) P (?:any |so |very |really |a )*(?:${GOOD})(?: to (?:people|strangers|others|you|work with))?`), (asked) => character(asked, true)],
  [of(`(?:is|was) P (?:any |so |very |really |a )*(?:${BAD})(?: to (?:people|strangers|others|you|work with))?`), (asked) => character(asked, false)],
  [of('(?:is P |any )good at (?:it|his work|her work|that|P’s (?:work|trade|job))|is P a good \\w+|does P do good work|are P’s better'), ({ person, he }) => [isWarm(person) ? `As a ${person.trade}? Yes; people come back.` : `As a ${person.trade} there is nothing to say against ${he.him}; that much I grant.`]],
  [of('what (?:is|was) P like|what (?:sort|kind) of (?:a )?(?:man|woman|person|one|child) is P|(?:can you )?(?:describe P|tell me (?:more |something )?about P)|how is P as a \\w+'), ({ scene, person }) => likeness(scene, person)],
  [of('who is P|P'), ({ scene, person }) => likeness(scene, person).map((line) => `${givenOf(person)}, ${person.kinship ? `${kinWords(person)}, the ${person.trade}` : `the ${person.trade}`}. ${line}`)],
  [of('do you (?:tell|show|talk to|talk with|speak to|speak with|ask|listen to|obey|help|write to) P(?: .+)?'), ({ person }) => (person.warmth < COOL ? ['We don’t speak.', 'No further than good day.'] : isWarm(person) ? ['Most things. Not all.', 'I do, in the evening, when it is quiet.'] : ['Now and then; of the weather.'])],
  [of('(?:would|could|can|will|did|have) you (?:forgive|forgiven|make up with|made up with|apologi[sz]e to|talk to|speak to|make peace with) P(?: .+)?'), ({ scene, person, he }) => (person.warmth >= COOL ? ['There is nothing to forgive; we get on.'] : scene.view.temperament.agreeableness > 0 ? [`If ${he.he} took the first step. Perhaps even if not.`, 'One day, perhaps. We are both too proud.'] : [`Only if ${he.he} comes to me. Not the other way round.`])],
  [of('what (?:would|does|should|could) P (?:have to |need to )?(?:do|say)(?: for that| about it| first| then)?'), ({ person, he }) => (person.warmth < COOL ? ['Say sorry, out loud, and mean it.'] : [`That you would have to ask ${he.him}.`])],
  [of('what (?:should|shall|could|can|do|must) i (?:tell|say to|ask|give|bring) P'), ({ he }) => [`The truth. ${capitalise(he.he)} hears it when it is none.`, `That I sent you; and then what you need, plainly.`]],
  [of('(?:will|would|can|could|does) P (?:help|believe|see|forgive|like|hear|trust|take|receive|talk to|listen to|let|lend) (?:me|us|people|strangers)(?: .+)?'), ({ person, he }) => (person.warmth < COOL ? ['Hardly.', `Don’t count on it.`] : [`If you are honest with ${he.him}, yes.`, `I should think so. Say that you come from me.`])],
  [of('(?:how much|what) (?:would|will|does) P want(?: for .+)?'), ({ he }) => [`A penny or two, or a day of your help; ask ${he.him}.`]],
  [of('what is P like when .+|how is P when .+'), ({ he }) => [`Quiet. One hears it by the doors.`, `Louder than ${he.he} means to be, and sorry an hour later.`]],
  [of('(?:has|did|does|would) P (?:hit|beat|hurt|shout at|yell at|lie to|cheat|rob|insult|threaten) (?:you|anybody|anyone|people|others|children)(?: .+)?'), ({ person, he }) => (person.warmth < COOL ? [`Not me. But I have seen ${he.him} angry.`] : [`No. Never.`, `${givenOf(person)}? No; and I should know.`])],
  [of('what (?:is|are) P’s (?:best|good|strongest|finest|better) (?:quality|side|thing|trait|habit|point|part|qualities)|P’s (?:best|good)(?: one| side)?'), ({ scene, person, he }) => [ownOf(scene.view.npcId, `dear ${person.id}`, [`That ${he.he} says what ${he.he} thinks, and says it to one’s face.`, `That one can lean on ${he.him} like on a wall.`, `The patience. I have not half of it.`])]],
  [of('what (?:is|are) P’s (?:worst|bad|weakest|worse) (?:quality|side|thing|trait|habit|point|part|fault|qualities)|P’s (?:worst|bad|faults?)(?: one| side)?|what are P’s faults'), ({ scene, person, he }) => [ownOf(scene.view.npcId, `cross ${person.id}`, [`That ${he.he} is never on time.`, `${capitalise(he.he)} has to have the last word.`, `How ${he.he} hums. All day, and always the same.`])]],
  [of('what did you think of P(?: at first| then| when .+| the first time.*| before)?'), ({ scene, person, he }) => [ownOf(scene.view.npcId, `first of ${person.id}`, [`That ${he.he} talked too much. I was half wrong.`, `That ${he.he} would not stay long. One is wrong now and then.`, `Nothing at all. It took its time.`])]],
  [of('what does P look like|how (?:does|do|will|would|can) (?:i|P) (?:know|recogni[sz]e|tell|look)(?: P| like)?'), ({ person, he }) => [`${looks(person)} You will know ${he.him} by ${he.his} trade: ${person.age < CHILD_AGE ? 'noise' : person.trade}.`]],
  [of('what do you (?:think|make|say)(?: of| about| to) P|what is your opinion of P|what do you (?:think|say) of P|how do you (?:like|find) P|do you (?:like|love|hate|respect|admire|mind|envy|miss|pity) P|(?:do|did) you (?:get along|get on) with P|are you (?:and P )?(?:friends|close)(?: with P)?'), ({ person, he }) => stands(person, he)],
  [of('(?:do|can|would) (?:you|i|one) (?:trust|believe|rely on) P|is P to be trusted|can P be trusted'), ({ person, he }) => (person.trust > 0.6 || isWarm(person) ? [`${givenOf(person)}? Yes. ${relationReason(person)}`] : person.warmth < COOL ? [`${givenOf(person)}? Not further than the door. ${relationReason(person)}`] : [`I have had no cause not to trust ${he.him}.`])],
  [of('(?:more|less|better|worse|rather) than P|or P|(?:do you (?:like|trust|love) )?P or P|(?:do you (?:like|trust) )?P more than P'), ({ scene, person, other }) => compared(scene, person, other)],
  [of('why P|why (?:do|do not|can) you (?:not )?(?:like|trust|hate|love|say|think|avoid|admire|respect|get on with|get along with) P(?: so much| most)?|what have you (?:got )?against P|what is wrong with P|what did P do(?: to you)?|what has P done(?: to you)?'), ({ person, he }) => [relationReason(person) || (isWarm(person) ? `${capitalise(he.he)} never let me down.` : `Nothing that I could name of ${he.him}.`)]],
  [of('what do you (?:like|love|value)(?: best| most)? (?:about|in|of) P|what is (?:so )?(?:good|special|nice|best) about P'), ({ scene, person, he }) => [isWarm(person) ? ownOf(scene.view.npcId, `dear ${person.id}`, [`That ${he.he} says what ${he.he} thinks, and says it to one’s face.`, `${capitalise(he.he)} can laugh at ${he.him === 'her' ? 'herself' : he.him === 'him' ? 'himself' : 'themselves'}. Few can.`, `With ${he.him} one need not talk.`]) : 'To be honest, I should have to think for long.']],
  [of('what (?:do you dislike|annoys you|bothers you|drives you mad)(?: most)? ?(?:about|in|of)? ?P?|what drives you mad'), ({ scene, person, he }) => [ownOf(scene.view.npcId, `cross ${person.id}`, [`That ${he.he} is never on time.`, `${capitalise(he.he)} has to have the last word.`, `How ${he.he} hums. All day, and always the same.`])]],
  [of(`is P married|(?:does|has) P (?:have |got )?(?:an? |any )?(${KIN})|married|who is P married to`), ({ scene, person, he, words }) => kinAnswer(scene, person, he, words[1] ?? 'spouse')],
  [of('are (?:the two of )?you (?:related|kin|family)(?: to P)?|is P (?:your|a relative|related to you).*|is P P'), ({ person, other, scene }) => ((other || !person.kinship) && / your /.test(scene.heard) ? [`No. ${givenOf(person)} is the ${person.trade}, and no such kin of mine.`] : isKinOf(person))],
  [of('(?:since when|how long)(?: have| do)? you know(?:n)? P|how (?:do|did) you (?:two )?(?:know|meet|get to know) P|how did you (?:two |and P )?meet|where did you (?:two )?meet(?: P)?'), ({ scene, person, he }) => (person.kinship && person.kinship !== 'spouse' ? [`One does not get to know one’s own; ${he.he} was simply there.`] : person.kinship === 'spouse' ? [ownOf(scene.view.npcId, 'met spouse', ['At a harvest supper. Neither of us wanted to go.', `${capitalise(he.he)} came for a word and stayed for the soup.`, 'We had thrown mud at each other as children. One thing led to another.'])] : [`Since ${he.he} was born, or I was; the place is small.`])],
  [of('(?:do|how often do) you (?:see|meet|visit|talk to|speak to|hear from) P(?: often| much| a lot)?'), ({ person, he, scene }) => (person.home === scene.view.home ? ['Every day; we live under one roof.'] : person.warmth < COOL ? [`No oftener than I must.`] : [`Every day or two; the place is small.`, `Whenever ${he.he} comes by.`])],
  [of('(?:how much|what) (?:does|will|would) P (?:charge|ask|take|cost|pay)(?: for .+| then)?|how much is it(?: there)?(?: at P)?'), ({ person }) => prices(person)],
  [of('(?:what time|when|at what hour|how late|until when) (?:does|is|will) P (?:close|open|start|stop|finish|begin|get up|go to bed|work)(?: at)?'), ({ person, he }) => hours(person, he)],
  [of('(?:is|are) P’s (?:<[a-z]\\d+>|\\w+)(?: any| really| so)? (?:good|nice|fresh|better|clean|sharp|strong|expensive)|is P’s any good'), ({ person, he }) => (person.warmth < COOL ? [`I don’t buy of ${he.him}, so I can’t say.`] : ['People come back for it, so it can’t be bad.', 'It is. I have had worse, and paid more.'])],
  [of('whose side is P on|which side is P on'), ({ he }) => [`Nobody’s, and that is wise of ${he.him}.`]],
  [of('why should P .+'), ({ person, he }) => (person.warmth < COOL ? [`Because I was not the one who began. ${relationReason(person)}`] : [`Because ${he.he} can, and I can’t.`])],
  [of('when (?:was|is) the last time you (?:saw|met|spoke to|talked to|heard from) P|when did you (?:last )?(?:see|speak to|talk to|meet|hear from) P(?: last)?|when was P last (?:here|seen)'), (asked) => lastSeen(asked)],
  [of('what did P (?:say|tell you|want|talk about)(?: to you| then| last| about (?:it|that|this))?|what did you (?:two )?talk about(?: with P)?|have you (?:spoken|talked) (?:to|with) P(?: about (?:it|that|this))?|have you asked P'), (asked) => lastSaid(asked)],
  [of('what does P (?:think|say) (?:of|about) (?:you|me|it|that|this)|does P like (?:you|me)'), ({ person, he, scene }) => (/\bme\b/.test(scene.heard) ? [`You will have to ask ${he.him}; ${he.he} said nothing to me of you.`] : isWarm(person) ? [`That I mean well, I hope. ${capitalise(he.he)} does not say such things aloud.`] : [`Nothing that ${he.he} would say to my face.`])],
  [of('does P know(?: about)?(?: it| that| of it| this)?'), ({ person, he }) => [`Whether ${givenOf(person)} knows of it? Not from me. Ask ${he.him}.`]],
  [of(`does P (?:get along|get on)(?: well)? with (?:everybody|everyone|people|others|P|the others)`), ({ person, he }) => (isWarm(person) ? [`With most. ${capitalise(he.he)} takes people as they come.`] : person.warmth < COOL ? [`With some. Not with me.`] : [`As far as one sees, yes; I have heard of no quarrel with ${he.him}.`])],
  [of('(?:can|could|will|would) P (?:\\w+ )?(?:make|mend|fix|repair|sharpen|build|bake|sew|weave|forge|do|help|dye|grind|shoe|brew|heal|cook|sell)\\b.*'), (asked) => able(asked)],
  [of('(?:can|could|will|would) you (?:give|bring|take|pass|hand) (?:P .+|.+ to P)'), ({ scene, person, he }) => (scene.view.temperament.agreeableness > -0.5 ? [`I will put it into ${he.his} hand when I see ${he.him}.`, `Leave it with me; I see ${he.him} before evening.`] : [`Carry it yourself. ${capitalise(whereabouts(person))}.`])],
  [of('(?:can|could|will|would) you (?:tell|ask|greet|remind|warn|show) P\\b.*'), () => null],
  [of('does P (?:dance|sing|drink|play|swim|cook|read|write|laugh|snore|tell stories|like (?:music|children|animals|strangers|visitors)|have a dog|have dogs).*'), ({ person, he, words }) => habit(person, he, words[0])],
  [of('does P (?:go|have to go) to school|can P read(?: and write)?'), ({ person, he }) => (person.age < CHILD_AGE ? [`There is no school here. ${capitalise(he.he)} learns what we know, and the rest from the old.`] : ['There was never a school here. Who reads has it from somebody.'])],
  [of('(?:is|are) P (?:rich|richer than you|poor|poorer than you|wealthy|expensive|dear|cheap).*'), ({ person, he }) => [/^(?:trader|innkeeper|miller)$/.test(person.trade) ? `Richer than most here, which is not saying much.` : `No. ${capitalise(he.he)} has what ${he.he} needs, as a ${person.trade} has.`]],
  [of('is P (?:alive|dead|around|living)'), ({ he }) => [`Alive, and well as far as I know.`, `${capitalise(he.he)} is not dead, if that is what you ask. Alive and well.`]],
  [of('is P (?:well|ill|sick|all right|ok|okay|happy|sad)|how is P'), ({ he }) => [`${capitalise(he.he)} is well, as far as I know.`, `I have heard nothing bad of ${he.him}.`]],
]

/** An answer about somebody known, and how surely it is what was asked, 0..1; null where nobody is meant, or it is not asked of them. */
export function answerOfPerson(scene: Scene, read: Referred): { answer: Answer; confidence: number } | null {
  const people = read.refs.flatMap((ref) => (ref.kind === 'person' ? [ref.person] : []))
  const [person, other = null] = people
  if (!person) return null
  const text = plainly(read.text)
  const he = pronounsOf(person)
  for (const [pattern, say] of FACETS) {
    const words = pattern.exec(text)
    if (!words) continue
    const lines = say({ scene, person, he, words, other })
    const found = lines && said(scene, person, lines)
    return found ? { answer: found, confidence: SURE } : null
  }
  const unknown = ofUnknown(scene, person, he, text)
  return unknown && { answer: unknown, confidence: UNSURE }
}

const SURE = 0.9
const UNSURE = 0.5

/** Without words that make no other question of it. */
export function plainly(text: string): string {
  return text.replace(/\b(?:really|actually|usually|even|ever|still|also|just|exactly|probably|normally|anyway|at all|by the way|these days|nowadays|too|do you think|you think|do you know|do you reckon)\b/g, ' ').replace(/\bwhere <p(\d+)> is\b/g, 'where is <p$1>').replace(/^(does|is|did|has|was|would|will|can|could) not (?=<)/, '$1 ').replace(/^what is (<p\d+>) do\b/, 'what does $1 do').replace(/^(<[a-z]\d+>) (is|was|can|will|does|has|would|could) (?=\S)/, '$2 $1 ').replace(/\s+/g, ' ').trim()
}

function pronounsOf({ sex }: KnownPerson): Pronouns {
  return sex === 'female' ? { he: 'she', him: 'her', his: 'her' } : sex === 'male' ? { he: 'he', him: 'him', his: 'his' } : { he: 'they', him: 'them', his: 'their' }
}

/** The lines said; what was said of them in this talk is said again rather than something else. */
function said(scene: Scene, person: KnownPerson, lines: readonly string[]): Answer | null {
  const inner = { key: person.warmth < -0.2 ? 'person-bad' : 'person', slots: { person: givenOf(person) } } as const
  return answer(scene, inner, [{ any: inManner(scene, lines) }]) ?? answer({ ...scene, recent: [] }, inner, [{ any: lines.map((line) => `As I said: ${line.replace(/^(?:In|At|Since|As|Over|Most|Out|Nobody|Richer|That|Yes|No|Because|With|When|Whether|More|There|Not)\b/, (word) => word.toLowerCase())}`) }])
}

function placed(scene: Scene, person: KnownPerson): string[] {
  const { he, him } = pronounsOf(person)
  const denied = scene.partnerTurns.slice(-2).some((turn) => /\b(?:not (?:there|at)|was(?:n't| not)|isn't|is not there|already (?:looked|been|asked))\b/i.test(turn))
  if (person.doing) return [`Over there: ${strip(person.doing)}.`, `I can see ${him} from here, ${strip(person.doing)}.`]
  const at = person.workplace === 'out of doors' ? null : person.workplace
  if (denied) return [`Then at home, in ${person.home}; or on the way between the two.`, `If ${he} is not at ${at ?? 'work'}, try ${person.home}, or ask at the inn.`]
  return at ? [`${givenOf(person)}? Most likely at ${at}, or at home in ${person.home}.`, `At ${at}, I should think; else at home, in ${person.home}.`] : [`${givenOf(person)}? Out and about; home is ${person.home}.`]
}

function hours({ trade, home }: KnownPerson, { he }: Pronouns): string[] {
  const id = tradeIdOf(trade)
  return id && TRADES[id].to > TRADES[id].from ? [`${capitalise(he)} works till about ${hourWords(TRADES[id].to)}; after that ${he} is at home, in ${home}.`] : [`By dark at the latest; ${he} sleeps in ${home}.`]
}

function character({ person, he, other }: Asked, isGood: boolean): string[] {
  if (other) return [isWarm(person) ? `${givenOf(person)} means well with everybody.` : `Ask ${givenOf(other)} that.`]
  if (isWarm(person)) return isGood ? [`Yes. ${relationReason(person)}`, `To me ${he.he} is. ${relationReason(person)}`] : [`No; one only has to know how to take ${he.him}.`, `${givenOf(person)}? No. Not to me, at least.`]
  if (person.warmth < COOL) return isGood ? [`I am the wrong one to ask. ${relationReason(person)}`] : [`I would not say no. ${relationReason(person)}`]
  return isGood ? [`Decent enough, as far as I know ${he.him}.`] : [`I have not found so.`, 'Not that I know of.']
}

function likeness(scene: Scene, person: KnownPerson): string[] {
  const share = shareOf(person.id, 'like to meet')
  const { he } = pronounsOf(person)
  const trait = person.age < CHILD_AGE ? `${he} is ${person.age}, curious, and never where one looks` : share < 0.25 ? `quiet until you get to the work, and then there is no stopping ${pronounsOf(person).him}` : share < 0.5 ? 'quick to laugh, and quicker to be cross' : share < 0.75 ? 'slow to speak, and mostly right' : 'always busy, and never too busy to look up'
  return person.warmth < COOL ? [`Stubborn. ${relationReason(person)} But a good ${person.trade}, I give you that.`, `Hard to like. ${relationReason(person)}`] : [`${capitalise(trait)}. ${relationSentence(person, scene.idiolect)}`, `${capitalise(relationSentence(person, scene.idiolect))} ${capitalise(trait)}.`]
}

function looks({ id, sex, age }: KnownPerson): string {
  const build = ownOf(id, 'build', ['Tall, a little bent', 'Short and broad', 'Lean, with long arms', 'Neither tall nor short'])
  const hair = age > 58 ? 'grey hair' : ownOf(id, 'hair', ['dark hair', 'fair hair', 'hair like straw', 'brown hair, mostly under a cap'])
  return `${age < CHILD_AGE ? 'Small, scraped knees' : build}, ${hair}, ${age < CHILD_AGE ? `${age} years old` : `${sex === 'female' ? 'a woman' : sex === 'male' ? 'a man' : 'somebody'} of ${age}`}.`
}

function stands(person: KnownPerson, { he, him }: Pronouns): string[] {
  const why = relationReason(person)
  if (person.warmth > 0.45) return [`I am fond of ${him}. ${why}`, `${givenOf(person)}? Very much. ${why}`]
  if (person.warmth > WARM) return [`I like ${him} well enough. ${why}`, `We get on, ${he} and I. ${why}`]
  return person.warmth < COOL ? [`No. ${why}`, `${givenOf(person)} and I don’t get on. ${why}`] : [`Neither much nor little. ${why}`, `${capitalise(he)} does ${he === 'they' ? 'their' : him === 'her' ? 'her' : 'his'} work and I do mine.`]
}

function compared(scene: Scene, person: KnownPerson, other: KnownPerson | null): string[] {
  const two = other ?? scene.view.knows.filter(({ id }) => id !== 'player' && id !== person.id && scene.ownTurns.slice(-3).some((line) => line.includes(givenOf(scene.view.knows.find((each) => each.id === id)!))))[0]
  if (!two) return [`More than ${givenOf(person)}? ${person.warmth < COOL ? 'Anybody.' : 'I don’t weigh people.'}`]
  const [better, less] = person.warmth + person.trust > two.warmth + two.trust ? [person, two] : [two, person]
  return [`${givenOf(better)}, of the two. ${relationReason(better)}`, `More than ${givenOf(less)}? ${givenOf(better)}, yes. ${relationReason(less)}`]
}

function kinAnswer(scene: Scene, person: KnownPerson, { he }: Pronouns, word: string): string[] {
  const kin = word === 'family' ? (person.kin ?? []).flatMap(({ id }) => scene.view.knows.filter((other) => other.id === id)) : kinOfPerson(scene.view, person, word)
  const isMine = person.kinship !== null && scene.view.knows.length > 0 && (person.kinship === 'spouse' && /^(?:wife|husband|spouse)$/.test(word) || (person.kinship === 'child' && /^(?:mother|father|parents?|mum|mom|dad)$/.test(word)))
  if (isMine) return [`Yes: me.`, `${givenOf(person)}? ${capitalise(he)} has me.`]
  if (kin.length > 0) return [`Yes: ${listed(kin.map((each) => `${givenOf(each)}, the ${each.trade}`))}.`, `${capitalise(he)} has ${listed(kin.map(givenOf))}.`]
  return [`None that I know of.`, person.age < 16 ? `At ${person.age}? No.` : `No; not that I know of.`]
}

function lastSeen({ scene, person, he }: Asked): string[] {
  if (person.doing) return [`This very moment: ${strip(person.doing)}.`]
  const memory = scene.memories.findLast(({ kind, about }) => (kind === 'perceived' || kind === 'heard') && about.includes(person.id))
  if (memory) return [`I saw ${he.him} ${agoWords(memory.worldSeconds, scene.view.worldSeconds)}.`]
  return person.home === scene.view.home ? [`This morning, at home.`] : ['Yesterday, in passing. One sees everybody here once a day.', `A day ago or so; we nodded.`]
}

function lastSaid({ scene, person, he }: Asked): string[] {
  const belief = scene.view.beliefs.find(({ fromId }) => fromId === person.id)
  if (belief) return [`That ${belief.text}. More ${he.he} did not say.`]
  const memory = scene.memories.findLast(({ kind, about, text }) => kind === 'heard' && about[0] === person.id && !/\?”\.?$/.test(text))
  const words = memory && /“(.*)”/.exec(memory.text)?.[1]
  return words ? [`“${words}” That was ${agoWords(memory.worldSeconds, scene.view.worldSeconds)}.`] : [`Nothing that stayed with me; the weather, and good day.`, `Not much. ${givenOf(person)} and I talk of the day, and that is all.`]
}

/** Whether somebody can do a piece of work: by their trade. */
function able({ scene, person, he, words }: Asked): string[] {
  const id = tradeIdOf(person.trade)
  const good = goodIn(words[0].replace(/<n(\d+)>/g, '')) ?? goodIn(scene.heard)
  const verbs: { readonly [trade: string]: RegExp } = { smith: /mend|fix|repair|sharpen|forge|shoe/, carpenter: /mend|fix|repair|build/, baker: /bake/, weaver: /sew|weave|dye|mend/, innkeeper: /cook|brew/, herbalist: /heal|help/, miller: /grind/ }
  const can = (good && id && good.trades.includes(id)) || (id !== null && (verbs[id]?.test(words[0]) ?? false))
  if (can) return [`Yes, that is ${he.his} trade. ${capitalise(whereabouts(person))}.`, `${givenOf(person)} can; ask ${he.him}. ${capitalise(whereabouts(person))}.`]
  return [`${givenOf(person)} is the ${person.trade}; I don’t think so, but asking costs nothing.`]
}

function habit(person: KnownPerson, { he }: Pronouns, words: string): string[] {
  const what = words.replace(/^does <p\d+> /, '').replace(/<[a-z]\d+>/g, 'it')
  const share = shareOf(person.id, `habit ${what.split(' ')[0]}`)
  return share < 0.4 ? [`Now and then, when somebody starts ${he === 'they' ? 'them' : he === 'she' ? 'her' : 'him'} off.`] : share < 0.7 ? [`Not that I ever saw.`] : [`${capitalise(he)} does, and is not ashamed of it.`]
}

/** What somebody asks for what they sell. */
function prices({ trade }: KnownPerson): string[] | null {
  const id = tradeIdOf(trade)
  const goods = GOODS.filter(({ trades, fixed }) => id !== null && trades[0] === id && !fixed).slice(0, 2)
  return goods.length === 0 ? null : [`${capitalise(goods.map(({ name, pennies }) => `${priceWords(pennies)} for ${name}`).join(', '))}.`]
}

/** What only they can tell: said with whom one may ask, and where. */
function ofUnknown(scene: Scene, person: KnownPerson, he: Pronouns, text: string): Answer | null {
  const name = givenOf(person)
  const back = backOf(text, name)
  const seen = capitalise(whereabouts(person))
  const adjective = /^(?:is|was) <p\d+> (?:very |so |a )?(\w+)$/.exec(text)?.[1]
  if (adjective && (isOf(adjective, 'good') || isOf(adjective, 'poor'))) return said(scene, person, [isWarm(person) === isOf(adjective, 'good') ? `${capitalise(adjective)}? I should say so.` : `${capitalise(adjective)}? I have not found ${he.him} so.`])
  if (back === null) return null
  return answer(scene, { key: 'person', slots: { person: name } }, [{ gruff: [`${capitalise(back)}? Ask ${he.him}.`, `Ask ${name}, not me.`], any: [`${capitalise(back)}? That only ${name} could tell you. ${seen}.`, `I don’t know ${back}. Ask ${he.him}: ${whereabouts(person)}.`, `${capitalise(back)}… I never asked ${he.him}.`] }])
}

/** A question said back: “whether Boran dances”, “why Boran left”; null where it would not be English. */
function backOf(text: string, name: string): string | null {
  const plain = text.replace(/<p0>/g, name)
  if (/<|\b(?:i|you|me|my|your|we|us|our)\b/.test(plain) || plain.split(' ').length > 9) return null
  const [, wh = '', helper = '', verb = '', rest = ''] = new RegExp(`^(?:(what|why|when|how|where|whom|how (?:long|many|much|often)(?: \\w+)?) )?(is|was|does|did|has|can|could|will|would) ${name} (\\w+)(.*)$`).exec(plain) ?? []
  if (helper === '') return null
  const start = wh === '' ? 'whether' : wh
  return helper === 'does' ? `${start} ${name} ${verb.replace(/([^aeiou])y$/, '$1ie').replace(/(sh|ch|x|ss|o)$/, '$1e')}s${rest}` : helper === 'did' ? null : `${start} ${name} ${helper} ${verb}${rest}`
}
