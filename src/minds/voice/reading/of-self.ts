/** Questions to the speaker about themselves and the two of them that no whole rule reads: the common ones from what is so, the others by one’s own temper, with the words of the question in the answer, so that it is that question which is answered. */
import { hourOf } from '#simulation/clock.ts'
import { TRADES, type TradeId } from '#simulation/npc/trades.ts'
import type { KnownPerson } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { answer, type Answer } from '../answer.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { hourWords } from '../asked/answer-trade.ts'
import { CRAFTS } from '../asked/crafts.ts'
import { hereReason } from '../asked/reasons.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { craftTalkOf } from '../discourse/craft-talk.ts'
import { clauseOf, indirect, turned } from '../frames/clause.ts'
import { stem, wordsOf } from '../../memory/tokens.ts'
import { distanceWords } from '../../place-words.ts'
import { givenOf, whereabouts } from '../people.ts'
import type { Lines } from '../manner.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { inManner } from './in-manner.ts'
import { plainly } from './of-person.ts'
import { fullOf } from './refer.ts'
import type { Referred } from './referents.ts'

/** Words that are said back, at most. */
const LONGEST = 7
/** How surely what is known of oneself is read, and what is only said back: somewhat surer than by its form alone. */
const KNOWN = 0.74
const ECHOED = 0.34

const YES: Lines = { warm: ['{Echo}? Yes, {you}, now and then.', 'Yes, {you}. {Because}'], gruff: ['Yes. {Because}', 'Happens.'], shy: ['{Echo}? Yes… a little.'], merry: ['{Echo}? And how!'], grave: ['Yes. {Because}'], dreamy: ['{Echo}… yes, on some days more than on others.'], any: ['{Echo}? Yes. {Because}', 'Yes, I would say so. {Because}'] }
const NO: Lines = { warm: ['{Echo}? No, {you}. {Because}'], gruff: ['No. {Because}', 'Not me.'], shy: ['{Echo}? No… not I.'], merry: ['{Echo}? Never in my life!'], grave: ['No. {Because}'], dreamy: ['{Echo}… no, that has passed me by.'], any: ['{Echo}? No. {Because}', 'No, not I. {Because}'] }
const BETWEEN: Lines = { warm: ['{Echo}? Sometimes, {you}. {Because}'], gruff: ['Depends.', 'Now and then.'], any: ['{Echo}? Half and half. {Because}', 'Sometimes yes, sometimes no. {Because}'] }
const THINK: { readonly [W in keyof typeof BECAUSE]: Lines } = {
  yes: { warm: ['I think so, {you}; most days I do.'], gruff: ['I’d say so.'], shy: ['I… think so, yes.'], merry: ['Of course! What else would one get up for?'], grave: ['I believe it. I have seen enough that speaks for it.'], dreamy: ['Yes… one feels it more than one knows it.'], any: ['I think so.', 'On the whole, yes.'] },
  no: { warm: ['I’d like to, {you}, but no.'], gruff: ['I doubt it.'], shy: ['I… don’t think so.'], merry: ['Not before supper I don’t!'], grave: ['No. I have seen too much that speaks against it.'], dreamy: ['No… though it would be a pretty thought.'], any: ['I doubt it.', 'No, I don’t think so.'] },
  between: { warm: ['Some days yes, {you}, and some days no.'], gruff: ['Half of it.'], any: ['Half of it, perhaps.', 'It depends on the day one asks me.'] },
}
/** The same for what others do, or what befalls one. */
const HAPPENED: { readonly [W in keyof typeof BECAUSE]: Lines } = { yes: { gruff: ['It happens.'], any: ['It has happened, yes.', 'Once or twice.'] }, no: { gruff: ['No.'], any: ['No; not that I know of.', 'No, never.'] }, between: { gruff: ['Hardly.'], any: ['Now and then, a little.', 'Seldom enough.'] } }
const BECAUSE = { yes: ['I’m made that way.', 'One has to, here.', 'It was so with my mother already.', ''], no: ['It isn’t in me.', 'Life is short enough.', 'I leave that to others.', ''], between: ['It depends on the day.', 'It depends on who asks.', ''] } as const
const OPEN: Lines = { gruff: ['{Clause}? I’ve no word for that.', '{Clause}. Can’t say.'], shy: ['{Clause}… I would have to think.'], dreamy: ['{Clause}… I only know it while nobody asks.'], any: ['{Clause}? I never put that into words.', '{Clause}: that I would have to think about.'] }

/** Verbs for the work of a trade. */
const WORK: { readonly [T in TradeId]?: RegExp } = { smith: /^(?:sharpen|forge|shoe|mend|fix|repair|make|straighten|weld)$/, carpenter: /^(?:build|mend|fix|repair|carve|make|saw|plane)$/, weaver: /^(?:weave|sew|knit|dye|darn|mend|make|patch)$/, baker: /^(?:bake|make)$/, innkeeper: /^(?:cook|brew|make)$/, herbalist: /^(?:heal|cure|bandage|make|mix|treat)$/, miller: /^(?:grind|mill)$/, shepherd: /^(?:shear)$/ }
const WORKING = 'sharpen|forge|shoe|mend|fix|repair|make|build|carve|weave|sew|knit|dye|patch|darn|bake|cook|brew|heal|cure|bandage|treat|grind|shear|straighten|look at|look after'

type Say = (scene: Scene, words: RegExpExecArray) => readonly string[] | null
const dearest = ({ view }: Scene): KnownPerson | undefined => view.knows.filter(({ id, age }) => id !== 'player' && age > 12).sort((a, b) => b.warmth - a.warmth)[0]
const called = (person: KnownPerson): string => (person.kinship ? `${givenOf(person)}, ${kinWords(person)}` : givenOf(person))
const of = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`)
const own = (scene: Scene, what: string, lines: readonly string[]): string[] => [ownOf(scene.view.npcId, what, lines), ...lines]

const FACETS: ReadonlyArray<readonly [RegExp, Say]> = [
  [of('what is (?:the )?(?:most )?(difficult|hard|hardest|worst|bad|boring|heavy|best|nice|nicest|beautiful|good|fun)(?: part| thing| bit| side)?(?: about it| of it| in it)?'), ({ view, partnerTurns, ownTurns }, words) => { const id = tradeIdOf(view.trade); const isWork = /\b(?:job|work|trade|craft)\b/i.test(partnerTurns.slice(-5).join(' ')) || ownTurns.slice(-4).join(' ').toLowerCase().includes(view.trade); return id && isWork ? (/^(?:best|nice|beautiful|good|fun)/.test(words[1]!) ? [`${capitalise(CRAFTS[id].best)}.`, `The best of it? ${capitalise(CRAFTS[id].best)}.`] : [`${capitalise(CRAFTS[id].hard)}.`, `The worst of it is ${CRAFTS[id].hard}.`]) : null }],
  [of('how many years (?:do|have|did) you.*|how long (?:have you been|are you) (?:doing|at) (?:it|this|that)'), ({ view }) => [view.age > 20 ? `For ${view.age - 14} years; I was fourteen when I began.` : 'Not long yet. Ask me again in ten years.']],
  [of('when (?:do|can|could|should|shall|would) i (?:start|begin)(?: .+)?'), ({ view }) => { const id = tradeIdOf(view.trade); return id ? [`Tomorrow at ${hourWords(TRADES[id].from)}, if you mean it.`] : ['Tomorrow, if you mean it.'] }],
  [of('(?:did|has) (?:someone|somebody|anyone|anybody) (?:hurt|harm|wrong|upset|insult|offend|anger)(?:ed)? you(?: .+)?|who (?:hurt|upset|wronged|offended) you'), ({ view }) => { const whom = view.feelings.find(({ aboutId, kind }) => aboutId !== null && aboutId !== 'player' && /anger|hurt|sad|fear|resent|hate/.test(kind))?.aboutId; const one = view.knows.find(({ id }) => id === whom); return one ? [`${givenOf(one)}, if you must know.`] : ['Nobody did. It comes by itself, and goes by itself.', 'No. Not today, and not of late.'] }],
  [of('do you want me to .+|shall i (?:talk|speak|help|go|ask|tell|come|do|carry|bring|fetch)\\b.*|should i (?:talk|speak) .+ for you'), ({ view }) => (view.temperament.agreeableness > -0.2 ? ['If you would. But gently.', 'You would do that? Then yes.'] : ['No. Leave it.', 'I manage my own affairs.'])],
  [of('how (?:can|could|do) you tell'), ({ partnerTurns }) => (partnerTurns.slice(-2).some((turn) => /\b(?:rain|snow|weather|storm|sun|dry|cold)\b/i.test(turn)) ? ['The swallows, and my left knee.', 'One looks up, and then one looks at the smoke.'] : ['One sees it, if one has lived here long enough.'])],
  [of('who (?:taught|showed) you (?:to .+|how .+)'), ({ view }) => [ownOf(view.npcId, 'taught me', ['My father. He did it before he had breakfast.', 'My grandmother. She knew it from hers.', 'My father, without a word; one had to watch.'])]],
  [of('who (?:wins|won|asked|began|started|kissed|proposed|said it|gives in|gave in)(?: whom| who| first| then)?'), ({ view }) => { const spouse = view.knows.find(({ kinship }) => kinship === 'spouse'); return spouse ? [`I did. ${givenOf(spouse)} will tell you otherwise.`, `Ask ${givenOf(spouse)}, and it was ${spouse.sex === 'male' ? 'he' : 'she'}. It was me.`] : ['Whoever has the longer breath.'] }],
  [of('did i (?:scare|frighten|startle|offend|hurt|upset|wake|disturb|surprise|insult) you|am i (?:scaring|frightening|offending|upsetting) you'), ({ view }) => (view.temperament.neuroticism > 0.1 ? ['A little. It has passed.', 'For a breath or two, yes.'] : ['No. I have seen worse before breakfast.', 'Not so that it matters.'])],
  [of('(?:do )?you understand(?: me| it| that| what i (?:say|mean)| my english)?|is my english (?:good|ok|okay|bad)'), () => ['Well enough. Go on.', 'Every word. You speak it better than some here.']],
  [of('why so (?:early|late|long|quiet|hard|much|many|often|far|few|serious|sad|dark|small|big)'), ({ view }) => { const id = tradeIdOf(view.trade); return [id ? `The work wants it so: ${CRAFTS[id].hard}.` : 'It has come to be so, and nobody changed it.', 'One gets used to it; and it can’t be otherwise.'] }],
  [of('why here(?: of all places)?|why in this place'), (scene) => { const line = scene.view.settlement.lore.find((each) => /\b(?:founded|where|because|built|settled)\b/.test(each)); return [line ?? `${capitalise(hereReason(scene))}.`] }],
  [of('where do you (?:sleep|lie|spend the night)|where is your bed'), ({ view }) => [`In ${view.home}, under the roof.`, `At home, in ${view.home}. Where else?`]],
  [of('what do you (?:two |all |usually )?talk about(?: together| then| all evening)?'), () => ['The weather, the work, and who was seen with whom.', 'Mostly of nothing. That is the best of it.']],
  [of('how long have you been (?:an? )?(\\w+ing|\\w+)(?: here| already)?'), ({ view }, words) => (new RegExp(`^(?:${view.trade}|bak|smith|forg|hammer|weav|farm|fish|herd|mill|shepherd|trad|work|cook|build|carpent)`).test(words[1]!) && view.age > 20 ? [`For ${view.age - 14} years; I was fourteen when I began.`] : null)],
  [of('who (?:eats|buys|needs|wants|uses|takes|drinks|wears|gets) (?:all )?(?:of )?(?:this|that|it|these|them|those|<n\\d+>)(?: all)?'), ({ view }) => [craftTalkOf(view.trade).whom]],
  [of('do you (?:get|grow|become) (?:tired|sick|bored|weary) of (?:.+)'), () => ['Of the thing itself, no. Of getting up for it, every morning.', 'On some days. By evening I have forgiven it.']],
  [of('who did you (?:play with|grow up with|run around with)(?: then| as a child)?|did you have (?:any )?friends(?: as a child| then)?'), ({ view }) => { const one = view.knows.filter(({ id, kinship }) => id !== 'player' && kinship === null).sort((a, b) => Math.abs(a.age - view.age) - Math.abs(b.age - view.age))[0]; return one && Math.abs(one.age - view.age) < 12 ? [`With ${givenOf(one)}, mostly.`, `${givenOf(one)}. We were never apart.`] : ['With whoever was there. One was not choosy.'] }],
  [of('(?:can|could|will|would) i (?:make it|get there|be there|reach (?:it|<s\\d+>)|do it)(?: there)? (?:before|by) (?:dark|night|nightfall|sunset|evening|noon|tonight|tomorrow)'), ({ view }) => [hourOf(view.worldSeconds) < 15 ? 'If you go now and don’t stop to pick flowers, yes.' : 'Hardly. I should sleep here and go in the morning.']],
  [of('is there (?:somewhere|anywhere|a place|an inn|a house|shelter|water) (?:to (?:rest|sleep|stay|drink|sit) )?(?:on the way|along the road|between here and there|there)'), () => ['A tree or two, and the ditch. No roof.', 'Nothing with a door. Take bread along.']],
  [of('(?:could|can|would|will|might) (?:someone|somebody|anyone|anybody) (?:here )?(?:take|bring|drive|guide|show|lead|accompany) me(?: .+)?'), (scene) => whoFor(scene, 'cart')],
  [of('where were you (?:last night|yesterday|this morning|last evening|then|at that time|when .+)|where have you been (?:all day|all night|today|since .+)'), ({ view }) => [`At home, in ${view.home}, like everybody with sense.`, `${view.workplace === 'out of doors' ? 'Out with my work' : `At ${view.workplace}`}, and then at home. Where else?`]],
  [of('(?:can|could|will|would) (?:anyone|anybody|someone|somebody) (?:confirm|vouch|swear to|prove|say)(?: .+)?|who (?:can|could|will) (?:confirm|vouch|prove) .+|(?:did|has) (?:anyone|anybody|somebody) see you|who saw you'), ({ view }) => { const one = view.knows.find(({ kinship }) => kinship !== null) ?? view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.familiarity - a.familiarity)[0]; return one ? [`Ask ${givenOf(one)}${one.kinship ? `, ${kinWords(one)}` : ''}; I was seen.`] : ['The walls. One sleeps alone here.'] }],
  [of('how many (?:sheep|hens|cows|goats|animals|of them|of these|beasts)?(?: ?(?:do|have) you (?:have|got|keep|own)| are (?:they|there|yours))?'), ({ view, partnerTurns, heard }) => { const asks = /\b(?:sheep|hens|cows|goats|flock|beasts|animals)\b/i.test([...partnerTurns.slice(-2), heard].join(' ')); return asks && (view.trade === 'shepherd' || view.trade === 'farmer') ? [`${18 + Math.floor(shareOf(view.npcId, 'flock') * 40)}, if none has strayed since morning.`, `${18 + Math.floor(shareOf(view.npcId, 'flock') * 40)} by last count.`] : null }],
  [of('what (?:was|is) the last (?:thing|one|piece) (?:that )?you (?:made|baked|sold|built|wove|forged|mended|did)|what did you (?:last )?(?:make|bake|build|forge|weave|mend)(?: last| today| yesterday)?'), ({ view }) => { const id = tradeIdOf(view.trade); return id && !CRAFTS[id].makes.startsWith('nothing') ? [`What I always make: ${CRAFTS[id].makes}. This morning the first of those.`] : null }],
  [of('who (?:was|is) (?:it|that|this|the <x\\d+>) for|who (?:ordered|wanted|asked for) (?:it|that|the <x\\d+>)'), ({ view }) => { const one = view.knows.filter(({ id, age }) => id !== 'player' && age > 16).sort((a, b) => shareOf(a.id, 'customer') - shareOf(b.id, 'customer'))[0]; return one ? [`For ${givenOf(one)}. It is not paid yet.`] : null }],
  [of('what would you (?:have )?(?:liked?|be|rather|rather be|rather do|want|wanted|become|done|do)(?: to (?:be|do|become|have))?(?: instead| otherwise| else)'), (scene) => own(scene, 'other trade', ['Build boats. I have no idea how.', 'Keep bees, and talk to nobody but them.', 'Drive a cart, and see where the road ends.', 'Sing, if anybody paid for it.'])],
  [of('what is (?:holding|keeping|stopping) you(?: back)?|what (?:holds|keeps|stops) you(?: back)?'), (scene) => own(scene, 'hindrance', ['The day has only so many hours.', 'Nothing, perhaps, but that I never begin.', 'The work; it does not wait until one is happy.'])],
  [of('(?:and )?what did you do(?: then| about it| after that)?'), (scene) => (scene.partnerTurns.slice(-3).some((turn) => /\b(?:fight|quarrel|hate|against|angry|fault|wrong)\b/i.test(turn)) || /\bquarrel/.test(scene.ownTurns.slice(-2).join(' ')) ? ['Shouted back. It did not help.', 'Nothing I am proud of. I said some things, too.'] : null)],
  [of('what (?:would|should|could|shall) i (?:say|write|tell (?:him|her|them))'), () => ['The truth, in few words.', 'Begin with the weather; the rest comes by itself.']],
  [of('do you like (?:the |my |this )?<[xnt]\\d+>'), ({ partnerTurns }) => (partnerTurns.slice(-3).some((turn) => /\b(?:brought|for you|gift|present|give you|gave you)\b/i.test(turn)) ? ['I do. Nobody has brought me anything in a long while.', 'It is a good one. Thank you.'] : null)],
  [of('(?:how|where) (?:will|can|do|would|could) i (?:find|see|meet|reach) you(?: again| then| tomorrow| when .+)?|where (?:will|would) you be(?: tomorrow| then| tonight)?'), ({ view }) => [view.workplace === 'out of doors' ? `Ask for ${view.given}; everybody knows where I am. Home is ${view.home}.` : `At ${view.workplace} by day; after that in ${view.home}.`]],
  [of('where (?:can|could|may|might) (?:i|one|we) (sit down|sit|rest|lie down|warm up|warm myself|dry off|dry my \\w+|wash(?: .+)?)(?: here| a while| for a moment)?'), ({ view }, words) => { const kinds = /^(?:wash)/.test(words[1]!) ? ['river', 'shore', 'well'] : /^(?:warm|dry)/.test(words[1]!) ? ['fire', 'inn'] : ['bench', 'inn', 'fire']; const mark = kinds.flatMap((kind) => [...view.landmarks, ...view.country].filter((each) => each.kind === kind))[0]; return mark ? [`${capitalise(mark.name)} is the place for that: ${mark.direction}, ${distanceWords(mark.meters)}.`, `By ${mark.name}; ${distanceWords(mark.meters)}, ${mark.direction} of here.`] : ['Here, if you don’t mind the ground.'] }],
  [of('do you have (?:someone|somebody|anyone|anybody) (?:to talk to|you trust|who listens|to lean on|close)|who do you (?:talk to|go to|turn to)(?: when .+| then| about .+)?|who (?:would|will|could) (?:help|miss|look for|defend|save) you(?: then)?|who (?:looks after|takes care of|stands by) you'), (scene) => { const dear = dearest(scene); return dear ? [`${capitalise(called(dear))}.`, `${capitalise(called(dear))}, before anybody else.`] : ['Nobody in particular. One manages.'] }],
  [of('(?:do|have) you (?:have |got )?(?:an? |any )?(?:boyfriend|girlfriend|sweetheart|lover|partner|man|someone special|somebody special)|are you (?:seeing|courting) (?:someone|somebody|anyone|anybody)'), ({ view }) => { const spouse = view.knows.find(({ kinship }) => kinship === 'spouse'); return spouse ? [`I am married; to ${givenOf(spouse)}.`] : view.age < 16 ? ['I am too young for that.'] : ['No. It has not come to that.'] }],
  [of('(?:do|have) you (?:have |got )?(?:an? |any )?(?:apprentices?|helpers?|assistants?|servants?|hands)|who helps you(?: with (?:it|that|the work|your work))?|does (?:anybody|anyone|somebody) help you'), ({ view }) => { const beside = view.knows.filter(({ id, workplace, age }) => id !== 'player' && workplace === view.workplace && view.workplace !== 'out of doors' && age > 10); return beside.length > 0 ? [`${beside.map(givenOf).join(' and ')} works beside me.`] : ['None. These two hands.', 'No. One would have to feed them.'] }],
  [of('(?:do|would) you (?:want|like|need|take) (?:an? |any )?(?:apprentice|helper|assistant|<x\\d+>)(?: on)?'), ({ view }) => [view.needs.duty < 0.6 ? 'I could use one. There is more work than hands.' : 'One who gets up early and asks little? Perhaps.']],
  [of(`(?:can|could|will|would) you (?:please )?(${WORKING}) (?!me\\b.*\\b(?:laugh|happy)|up\\b|love|peace|sure)(.+)`), (scene, words) => ofWork(scene, words[1]!, words[2]!)],
  [of('when (?:can|could|should|may|shall) i (?:pick|fetch|collect|have|get|come for) .+|when (?:will|would) (?:it|<[nxt]\\d+>) be (?:done|ready|finished)|how soon (?:can|could|will) .+'), (scene) => { const id = tradeIdOf(scene.view.trade); return id ? [`Tomorrow towards ${hourWords(TRADES[id].to)}, if nothing comes between.`, `Not before tomorrow. ${craftTalkOf(scene.view.trade).takes}`] : null }],
  [of('(?:do you have|have you(?: got)?|is there) (?:anything|something) (?:sweet|cheap|cheaper|warm|nice|good|small|bigger|else|special|for .+)|what (?:else )?(?:do|can) you (?:have|offer)'), ({ view }) => { const id = tradeIdOf(view.trade); return id && !CRAFTS[id].makes.startsWith('nothing') ? [`I have ${CRAFTS[id].makes}. Look and choose.`, `What I have is ${CRAFTS[id].makes}; more there is not.`] : null }],
  [of('how (?:can|could|do|shall|should) i (?:make it up to you|make up for (?:it|that)|repay you|thank you|make it good|pay you back)|what can i do (?:for you|to make it up)'), (scene) => own(scene, 'amends', ['Come back in a better temper, and we are even.', 'Carry something heavy for me once. Then nobody owes anybody.', 'You owe me nothing. A good word costs less.'])],
  [of('does (?:it|that) (?:help|work|do any good)(?: you)?|did (?:it|that) (?:help|work)'), () => ['Mostly it does.', 'A little. As far as such things do.']],
  [of('how was (?:the |your |last )?(winter|summer|spring|autumn|harvest|year)(?: here)?'), (_, words) => (words[1] === 'winter' ? ['Long, and the wood just lasted.', 'Hard till the thaw. Nobody starved.'] : words[1] === 'harvest' ? ['Enough, and a little over.'] : ['Much like the one before it.', 'Good enough that nobody complains, which is rare.'])],
  [of('what (?:happens|do you do|do people do|is there|goes on)(?: here)? in (?:the )?(winter|summer|spring|autumn)(?: here)?'), (_, words) => [{ winter: 'We mend what broke, and sit nearer to each other.', summer: 'Everybody is in the fields till the light goes.', spring: 'Everything is sown at once, and everybody is short of sleep.', autumn: 'The harvest comes in, and then we eat at one table for a night.' }[words[1] as 'winter']]],
  [of('who (?:organi[sz]es|arranges|decides|plans|leads|pays for) (?:it|that|this|all that)'), ({ view }) => { const elder = view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.age - a.age)[0]; return elder ? [`Nobody and everybody; in the end ${givenOf(elder)}, who is the oldest.`] : null }],
  [of('not even (?:.+)'), () => ['Not even then.', 'No, not even then.']],
  [of('do you know what (?:that|it|this|those|one) (?:is|are|means)'), () => ['Only roughly. Tell me.', 'I have heard the word, no more. What is it?']],
  [of('what (?:should|shall|would|could|do) (?:i|we|you) (?:call|name) .+'), (scene) => own(scene, 'names things', ['Pip. Everything small is called Pip here.', 'After my grandmother: Orla. She would laugh.', 'Something short. One shouts it more often than one thinks.'])],
  [of('(?:and )?what (?:do|will|would|did) i get(?: for (?:it|that|<\\w\\d+>)| in return)?|what is it worth to you|how much (?:do|will|would) you pay(?: me)?(?: for .+)?|what is my (?:pay|reward)'), () => ['Supper for certain, and a penny or two if it was heavy.', 'A full bowl and my thanks; coin when there is some.']],
  [of('who (?:should|can|could|shall|do|would|must) i (?:ask|talk to|speak to|speak with|see|go to|turn to|tell)(?: (?:for|about|if i (?:need|want)|when i need|to get) (.+))?(?: (?:here|then|there|now))?'), (scene, words) => whoFor(scene, words[1] ?? '')],
  [of('(?:what|whom) (?:was it |were you |did you (?:laugh|cry|talk|quarrel|fight|argue) )?about|about what|what was (?:so )?funny|what made you laugh'), (scene) => (scene.partnerTurns.slice(-2).some((turn) => /\blaugh|funny\b/i.test(turn)) ? own(scene, 'laughed at', ['Somebody sat down where no stool was. One had to be there.', 'At the goat, which had got into the shrine.', 'At myself. I had talked to a post for a while.']) : null)],
  [of('which (?:one|of (?:them|these|those))?(?: would you| do you| is| are)?(?: the)? ?(?:best|nicest|better|good|cheapest|recommend|take|like best|prefer|like|most fun)(?: one)?'), (scene) => { const id = tradeIdOf(scene.view.trade); return id && !CRAFTS[id].makes.startsWith('nothing') ? ['The plainest. One tires least of it.', 'The one I should take home myself: the simple one.'] : ['The first. The others only look like more.'] }],
  [of('(?:can|could|will|would) i (?:see|meet|visit|talk to) you(?: again)?(?: tomorrow| sometime| tonight| later)?|(?:can|may|could) i (?:come back|come again|visit)(?: tomorrow| sometime| later| you)*'), ({ view }) => (view.temperament.agreeableness > -0.4 ? ['Of course. I am not hard to find.', 'Come when you like.'] : ['If you must.', 'I can’t forbid it.'])],
]

/** What is only said where no rule knows better. */
const LOOSE: ReadonlyArray<readonly [RegExp, Say]> = [
  [of('who (?:here |else )?(?:here )?(?:wants?|likes?|loves?|hates?|knows?|can|could|plays?|sings?|dances?|dreams?|drinks?|fishes|reads?|writes?|keeps?|has|would|travels?|left|leaves)\\b.*'), (scene, words) => { const others = scene.view.knows.filter(({ id, age }) => id !== 'player' && age > 14); const one = others.sort((a, b) => shareOf(a.id, words[0]) - shareOf(b.id, words[0]))[0]; return one ? [`${givenOf(one)}, if anybody; ask there.`, `I’d say ${givenOf(one)}. But ask, before you take my word.`] : null }],
  [of('(?:do you know|have you seen|is there|have you met) (?:anyone|anybody|someone|somebody|a (?:man|woman|person|boy|girl)) like (?:that|him|her|this|them)(?: here)?'), ({ view }) => { const host = view.knows.find(({ trade }) => trade === 'innkeeper'); return [`No; a face like that one would remember.${host ? ` Ask ${givenOf(host)} at the inn.` : ''}`, `Not one of ours.${host ? ` ${givenOf(host)} sees more strangers than I do.` : ''}`] }],
  [of('is there (?:anywhere|anything|anybody|anyone|somewhere|someone|something|another (?:one|place|inn|way|smith|road|bridge))(?: else)?(?: (?:here|nearby|around|across|for that|to go|to stay))*'), ({ view }) => [`Not in ${view.settlement.name}.${view.settlement.neighbours[0] ? ` In ${view.settlement.neighbours[0].name}, perhaps.` : ''}`, `Not that I know of; we have one of most things here, and none of the rest.`]],
  [of('(?:do you have|have you(?: got)?) (?:a|an|any|some) <x\\d+>(?: for me| i could .+| here)?'), (_, words) => (/\b(?:question|moment|minute|idea|friend|plan|wish|dream|favou?rite|secret)/.test(words[0]) ? null : ['Not here. At home, perhaps.', 'No; one has what one needs, and that I never needed.'])],
]

/** Who is the one to see for something, by what it is. */
function whoFor({ view }: Scene, what: string): string[] | null {
  const trades: ReadonlyArray<readonly [RegExp, string]> = [[/\b(?:cart|horse|field|hay|eggs?|<n\d+>|wagon)\b/, 'farmer'], [/\b(?:sick|ill|fever|wound|medicine|herbs?|hurt|cough|pain)\b/, 'herbalist'], [/\b(?:bed|room|food|drink|sleep|news|stay)\b/, 'innkeeper'], [/\b(?:knife|iron|nails?|horseshoes?|tools?)\b/, 'smith'], [/\b(?:wood|door|table|roof|house|boat)\b/, 'carpenter'], [/\b(?:flour|grain|mill)\b/, 'miller'], [/\b(?:cloth|shirt|coat|wool)\b/, 'weaver'], [/\b(?:past|history|stories|old times|advice|law)\b/, 'elder']]
  const trade = trades.find(([words]) => words.test(what))?.[1]
  const others = view.knows.filter(({ id }) => id !== 'player')
  const person = others.find((other) => other.trade === trade) ?? others.find((other) => other.trade === 'innkeeper') ?? [...others].sort((a, b) => b.age - a.age)[0]
  return person ? [`${givenOf(person)}, the ${person.trade}: ${whereabouts(person)}.`, `I’d go to ${givenOf(person)}. ${capitalise(whereabouts(person))}.`] : null
}

/** Whether one takes on a piece of work: what is one’s trade, on terms; else whose it is. */
function ofWork({ view }: Scene, verb: string, what: string): string[] | null {
  const id = tradeIdOf(view.trade)
  if (verb.startsWith('look') || (id && WORK[id]?.test(verb))) {
    if (/^look after\b/.test(verb) || (verb === 'make' && !/<n\d+>|\b(?:an?|some|me)\b/.test(what))) return null
    return [`I can. Bring it to ${view.workplace === 'out of doors' ? 'me' : view.workplace}, and I will see what is to be done.`, 'That I can. Let me look at it first; then we speak of the price.']
  }
  const master = view.knows.find(({ id: other, trade }) => other !== 'player' && (WORK[tradeIdOf(trade) ?? 'elder']?.test(verb) ?? false))
  return master && verb !== 'make' ? [`That is ${givenOf(master)}’s trade, not mine: ${whereabouts(master)}.`, `I would only spoil it. Go to ${givenOf(master)}, the ${master.trade}.`] : null
}

/** An answer to a question about oneself, and how surely it is read; null where it is of something else, or could not be said back. */
export function answerOfSelf(scene: Scene, read: Referred): { answer: Answer; confidence: number } | null {
  const known = among(FACETS, scene, read)
  if (known) return { answer: known, confidence: KNOWN }
  const loose = among(LOOSE, scene, read)
  return loose ? { answer: loose, confidence: ECHOED } : saidBack(scene, read)
}

function among(facets: typeof FACETS, scene: Scene, read: Referred): Answer | null {
  const [text, full] = [plainly(read.text), plainly(fullOf(read))]
  for (const [pattern, say] of facets) {
    const words = pattern.exec(text) ?? pattern.exec(full)
    const lines = words && say(scene, words)
    const found = lines && answer(scene, { key: 'on-topic' }, [{ any: inManner(scene, lines) }])
    if (found) return found
  }
  return null
}

function saidBack(scene: Scene, read: Referred): { answer: Answer; confidence: number } | null {
  const c = clauseOf(`${fullOf(read)}?`, scene.view.given)
  const isDone = c.wh === '' && /^(?:anyone|anybody|someone|somebody|people|it|that|this)$/.test(c.subject) && /\byou\b/.test(c.rest)
  if (c.mood !== 'asks' || (c.subject !== 'you' && !isDone) || c.words.length > LONGEST + 3) return null
  if (c.wh === '') {
    const rest = c.verb === 'be' ? c.rest : `${c.verb} ${c.rest}`.trim()
    if (rest === '' || /^(?:can|could|will|shall|)$/.test(c.helper) || /\b(?:i|me|my)\b/.test(rest)) return null
    const share = shareOf(scene.view.npcId, `self ${[...new Set(wordsOf(rest).map(stem))].sort().join(' ')}`)
    const which = share < 0.4 ? 'no' : share < 0.7 ? 'between' : 'yes'
    const thinks = /^(?:think|believe|suppose|reckon|say|feel that)$/.test(c.verb)
    if (!thinks && rest.split(' ').length > LONGEST) return null
    const lines = isDone ? HAPPENED[which] : thinks ? THINK[which] : { yes: YES, no: NO, between: BETWEEN }[which]
    const found = answer(scene, { key: 'on-topic' }, [lines, { echo: capitalise(turned(rest)), because: ownOf(scene.view.npcId, `${which} ${rest}`, BECAUSE[which]) || ' ' }])
    return found && { answer: found, confidence: ECHOED }
  }
  if (!/^(?:do|did|would|have)$/.test(c.helper) || !new RegExp(`\\b${c.helper} you\\b`).test(c.text)) return null
  const clause = indirect(c)
  if (clause === null || clause.split(' ').length > LONGEST + 1) return null
  const found = answer(scene, { key: 'on-topic' }, [OPEN, { clause }])
  return found && { answer: found, confidence: ECHOED }
}
