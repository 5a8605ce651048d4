/** What somebody thinks of a subject that no rule covers: out of their temper, their trade and the field the subject belongs to; the same whenever it is asked. */
import { stem, wordsOf } from '../../memory/tokens.ts'
import type { PrivateView } from '../../private-view.ts'
import type { Temperament } from '#simulation/npc/npc.ts'
import { CRAFTS } from '../asked/crafts.ts'
import { shareOf } from '../asked/favourites.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { craftTalkOf } from './craft-talk.ts'

/** An opinion: for or against, and why, as clauses. */
export type Opinion = { subject: string; stance: 'for' | 'against' | 'torn'; because: string; /** A second reason. */ more: string }

type Field = {
  words: string
  /** How much a temper is given to it, about −1..1. */
  leaning(t: Temperament): number
  pro: readonly string[]
  con: readonly string[]
}

/** Fields of subjects, each with what speaks for and against it here. */
const FIELDS: readonly Field[] = [
  { words: 'king queen lord lady law tax duke soldier guard government ruler rule emperor prince princess noble mayor judge power crown army court master order', leaning: (t) => t.conscientiousness - t.openness, pro: ['somebody must have the last word', 'a good one keeps the roads safe', 'order is worth a little bread'], con: ['they never carried a bucket', 'we manage without, neighbour to neighbour', 'whoever is far away decides badly'] },
  { words: 'priest god prayer temple church religion monk heaven faith blessing saint holy shrine belief superstition', leaning: (t) => t.conscientiousness, pro: ['it holds one up when nothing else does', 'one needs somebody to say the words at a grave', 'my people kept it, and so do I'], con: ['I would rather be helped than prayed for', 'the quiet ones are all right; the loud ones I avoid', 'I never got an answer'] },
  { words: 'city town crowd capital castle street palace tower', leaning: (t) => t.extraversion + t.openness - 0.6, pro: ['so much to see that one never gets to the end', 'nobody asks whose child one is', 'there is music somewhere every night'], con: ['nobody greets one there, they say', 'one pays even for water', 'so many people, and none who would miss one'] },
  { words: 'travel journey sea ship sailor adventure voyage abroad ocean road wandering exploring boat', leaning: (t) => t.openness, pro: ['one comes home and sees it for the first time', 'beyond the hill there is always another', 'those who went have better stories'], con: ['the best of it is the coming home, and I have that already', 'one sleeps badly in strange straw', 'I have all I need within a shout'] },
  { words: 'love marriage kiss romance wedding sweetheart heart flirting husband wife bride', leaning: (t) => t.agreeableness, pro: ['it makes the soup taste', 'one is warm at night, and somebody knows where one is', 'it is the only thing that grows when one gives it away'], con: ['it makes clever people stupid', 'it comes like weather and leaves like weather', 'I have seen what is left of it after ten winters'] },
  { words: 'family friend friendship mother father parent brother sister neighbour neighbourhood home company people guest', leaning: (t) => t.agreeableness + 0.3, pro: ['nobody gets through a winter alone', 'it is they who come when the roof is off', 'what else would one get up for'], con: ['they know best how to hurt one', 'one at a time, please', 'near is good; too near is a quarrel'] },
  { words: 'dog cat wolf horse bird sheep animal hen bear fox rat snake goat cow pig bee insect spider mouse crow', leaning: (t) => 0.3 - t.neuroticism, pro: ['it does not lie', 'one can be silent with it', 'it takes the day as it is'], con: ['it bites, or it eats what is ours', 'I keep my distance, and so does it', 'one never knows what it thinks'] },
  { words: 'bread food ale beer wine cheese soup cake meat fish honey cooking meal supper breakfast apple milk porridge drink', leaning: () => 0.5, pro: ['a day that ends with it was no bad day', 'it is better shared', 'I grew up on it'], con: ['I had too much of it as a child', 'others make more of it than it is', 'it lies heavy on me'] },
  { words: 'work trade labour craft money rest holiday idleness wealth poverty gold coin business job duty', leaning: (t) => t.conscientiousness, pro: ['one knows in the evening what one was there for', 'it is what others can rely on', 'without it the days run together'], con: ['it eats the day and is hungry again tomorrow', 'one should not love what does not love one back', 'there is more to a life'] },
  { words: 'weather rain snow winter summer spring autumn night morning evening moon star storm sun sky wind fog cold heat river forest mountain nature flower tree', leaning: (t) => t.openness, pro: ['it costs nothing and belongs to everybody', 'one feels small beside it, and that is restful', 'it does something to the light'], con: ['it is fine to look at and hard to work in', 'it does as it likes, and we pay for it', 'one is glad of a door'] },
  { words: 'music song dance story poem book painting game art poetry play singing laughter joke party festival feast', leaning: (t) => t.extraversion + t.openness, pro: ['the work goes lighter on the day after', 'people forget for an hour that they are cross', 'it says what I cannot'], con: ['it keeps one up, and the morning comes all the same', 'it is for those who have nothing to do', 'I never know where to put my hands'] },
  { words: 'death war violence illness disease grave ghost killing pain grief suffering plague fight fighting revenge weapon sword', leaning: (t) => -0.8 - t.agreeableness, pro: ['one must look at it once, and then one is less afraid', 'it sorts what matters from what does not', 'it belongs to the rest'], con: ['it takes the wrong ones', 'nobody has come back from it the same', 'one hears of it soon enough without speaking of it'] },
  { words: 'thief lie stealing gossip quarrel liar murderer crime beggar traitor cheat greed envy hate pride rudeness bandit', leaning: (t) => -0.6 - t.conscientiousness, pro: ['hunger makes one do a good deal', 'there is a reason behind most of it', 'I have done something of the kind, as a child'], con: ['it poisons a small place', 'one has to live with oneself afterwards', 'whoever begins with it does not stop'] },
  { words: 'school reading learning science magic knowledge wisdom writing truth dream future past time age youth change progress machine', leaning: (t) => t.openness, pro: ['a day on which one learns nothing is half lost', 'one sees further with it', 'somebody had to be the first to try everything'], con: ['it has filled no bowl yet', 'hands know more than heads', 'the old ways have held so far'] },
]
const fieldOf = new Map<string, Field>()
for (const field of FIELDS) for (const word of field.words.split(' ')) for (const form of [word, stem(word)]) if (!fieldOf.has(form)) fieldOf.set(form, field)

/** Within so much of the middle one is torn. */
const TORN = 0.12
/** What weighs how much: temper, and what is one’s own. */
const TEMPER_SHARE = 0.45

/** Above this a trait speaks; what it says for a thing, and against. */
const TRAIT = 0.25
const BY_TRAIT: ReadonlyArray<readonly [keyof Temperament, pro: string, con: string]> = [
  ['agreeableness', 'whatever brings people to one table is good', 'somebody is always hurt by it'], ['openness', 'I should like to know more of it', 'it is the same again in another coat'], ['conscientiousness', 'it wants doing properly, like everything', 'it makes people careless'], ['extraversion', 'it is something to talk about', 'one is alone with it in the end'], ['neuroticism', 'it is one worry less', 'I lie awake over less than that'],
]

/** The opinion of a subject, as the asker named it. */
export function opinionOf(view: PrivateView, asked: string): Opinion {
  const subject = asked.replace(/^(?:the|a|an|some|all|these|those|having|being|to) /, '').trim()
  const key = [...new Set(wordsOf(subject).map(stem))].sort().join(' ')
  const field = wordsOf(subject).flatMap((word) => fieldOf.get(word) ?? fieldOf.get(stem(word)) ?? [])[0] ?? null
  const own = shareOf(view.npcId, `opinion ${key}`)
  const score = (own - 0.5) * 1.4 + TEMPER_SHARE * (field?.leaning(view.temperament) ?? 0)
  const stance = Math.abs(score) < TORN ? 'torn' : score > 0 ? 'for' : 'against'
  const isMany = /[^s]s$/.test(subject) || /\b(?:people|children|folk|men|women|sheep|mice)$/.test(subject)
  const reasons = reasonsFor(view, field, stance === 'for' || (stance === 'torn' && own > 0.5)).map((reason) => (isMany ? ofMany(reason) : reason))
  const at = Math.floor(shareOf(view.npcId, `why ${key}`) * reasons.length)
  return { subject, stance, because: reasons[at]!, more: reasons[(at + 1) % reasons.length]! }
}

/** A reason as it is given for several: “it does not lie” is “they do not lie”. */
function ofMany(reason: string): string {
  return reason.replace(/\bit (can|could|may|might|must|should|will|would)\b/g, 'they $1').replace(/\bit (is|does|has|was)\b/g, (_, verb: string) => `they ${{ is: 'are', does: 'do', has: 'have', was: 'were' }[verb]}`).replace(/\bit ([a-z]+?)(?:(?<=ss|sh|ch)es|s)\b/g, 'they $1').replace(/\bit\b/g, 'them').replace(/\b(and|or) ([a-z]+?)s (?=to|like|what|the morning)/g, '$1 $2 ')
}

function reasonsFor(view: PrivateView, field: Field | null, isPro: boolean): string[] {
  const trade = tradeIdOf(view.trade)
  const { test } = craftTalkOf(view.trade)
  const article = /^[aeiou]/.test(view.trade) ? 'an' : 'a'
  const ofTrade = trade === null || trade === 'child' ? [] : [isPro ? `the first thing ${article} ${view.trade} asks is ${test}, and I should say yes` : `the first thing ${article} ${view.trade} asks is ${test}, and I have my doubts`]
  if (field) return [...(isPro ? field.pro : field.con), ...ofTrade]
  const traits = BY_TRAIT.filter(([trait]) => Math.abs(view.temperament[trait]) > TRAIT).map(([, pro, con]) => (isPro ? pro : con))
  return [...ofTrade, ...traits, ...(trade && isPro ? [`it reminds me of ${CRAFTS[trade].best}`] : []), ...(trade && !isPro ? [`it is like ${CRAFTS[trade].hard}`] : [])]
}

/** Whether the subject belongs to a field of which people here know something. */
export function isKnownSubject(subject: string): boolean {
  return wordsOf(subject).some((word) => fieldOf.has(word) || fieldOf.has(stem(word)))
}
