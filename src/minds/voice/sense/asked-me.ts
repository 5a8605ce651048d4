/** What is asked of the partner: help, advice, leave, judgement, what people say of them; by what they told in this talk and by the listener's temper and tie. */
import { isFactKey } from '../tell.ts'
import { relationReason } from '../asked/reasons.ts'
import { ownOf } from '../asked/favourites.ts'
import type { KnownPerson } from '../../private-view.ts'
import { isOfThisTalk, partnerOf } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { givenOf, whereabouts } from '../people.ts'
import { priceWords } from '#simulation/trade/price-words.ts'
import { goodIn } from '#simulation/trade/goods.ts'
import { LIKELY, told, type Context, type Found } from './context.ts'
import { isMyTrade, reasonFor, whoFor, withTrade, type Need } from './whom-to-ask.ts'
import { proOf, type Kind } from './tale.ts'
import { waresOf } from './told-light.ts'
import { lostOf } from './life.ts'

const NEED_OF: { readonly [K in Kind]?: Need } = { ill: 'heal', hurt: 'heal', 'beast-hurt': 'beast', 'beast-gone': 'search', missing: 'search', theft: 'law', hunger: 'bread', poor: 'work', able: 'work', 'was-trade': 'work', crop: 'crops', wares: 'buy', offer: 'buy', omen: 'law', unwanted: 'law', loss: 'seen' }

/** What the partner needs somebody for: by what the question says, else by what they told. */
function needOf(c: Context): Need {
  const text = `${c.s.text} ${c.scene.partnerTurns.slice(-2).join(' ').toLowerCase()}`
  const by: ReadonlyArray<readonly [RegExp, Need]> = [[/\b(?:doctor|healer|heal|medicine|midwife|physician|fever|ill|sick)\b/, 'heal'], [/\b(?:honey|cheese|bread)\b.*\b(?:buy|sell)\b|\b(?:buy|sell)\b.*\b(?:honey|cheese)\b/, 'buy-food'], [/\b(?:sews?|needles?|thread|ribbons?|cloth)\b/, 'buy-cloth'], [/\b(?:ox|horse|mule|sheep|cow|hoof|lame|beast)\b/, 'beast'], [/\b(?:work|job|hire|hands)\b/, 'work'], [/\b(?:legend|history|lore|old days|founded)\b/, 'lore'], [/\b(?:bed|sleep|lodging|night)\b/, 'bed'], [/\b(?:theft|stolen|thief|stole)\b/, 'law'], [/\b(?:lost|search|look for|missing|hurt)\b/, 'search'], [/\bbuy\b/, 'buy']]
  const asked = by.find(([words]) => words.test(c.s.text))
  if (asked) return asked[1]
  const last = c.tale.told.findLast(({ kind }) => NEED_OF[kind] !== undefined)
  return last ? (last.kind === 'wares' || last.kind === 'offer' ? (/\b(?:honey|cheese|salt|spices)\b/.test(waresOf(c)) ? 'buy-food' : /\b(?:ribbon|needle|thread|cloth|silk|lace)/.test(waresOf(c)) ? 'buy-cloth' : 'buy') : NEED_OF[last.kind]!) : (by.find(([words]) => words.test(text))?.[1] ?? 'talk')
}

/** Whom one's last words sent the partner to; null for nobody. */
export function recommended(c: Context): KnownPerson | null {
  const { ownTurns, view } = c.scene
  for (const line of ownTurns.slice(-3).reverse()) {
    const named = view.knows.filter((one) => one.id !== 'player' && new RegExp(`(?<![\\p{L}])${givenOf(one)}(?![\\p{L}])`, 'u').test(line))
    if (named.length > 0) return named.sort((a, b) => line.indexOf(givenOf(a)) - line.indexOf(givenOf(b)))[0]!
  }
  return null
}

/** Who can help, whom to talk to, and why just them. */
export function answerWhom(c: Context): Found | null {
  const { scene, s } = c
  const { view } = scene
  const need = needOf(c)
  const wantsOther = /\belse\b|\banother\b/.test(s.text)
  const before = recommended(c)
  const latest = recommended({ ...c, scene: { ...scene, ownTurns: scene.ownTurns.slice(-1) } })
  if (/^(?:and )?why (?:him|her|them|he|she|that one|just (?:him|her))$/.test(s.text)) {
    if (!latest) return told(c, ['I named nobody; I only said what I know.', 'Whom do you mean? I’d not point a finger at anybody.'])
    const suspected = /\bif i had to name\b/i.test(scene.ownTurns.at(-1) ?? '')
    if (suspected) return told(c, [`Because of what is between us: ${relationReason(latest) || 'we do not get on.'} That is a reason to think it, not to know it.`])
    const mixed = /\b(?:him|he)\b/.test(s.text) === (latest.sex === 'female') && latest.sex !== null && !/\bthem\b/.test(s.text) ? `${givenOf(latest)} is a ${latest.sex === 'female' ? 'she' : 'he'}, by the way. ` : ''
    return told(c, [`${mixed}Because ${reasonFor(latest, need)}.`, `${mixed}${capitalise(reasonFor(latest, need))}; that is why.`], {}, { again: true })
  }
  if (/^(?:and )?(?:what )?if (?:he|she|they) (?:says? no|refuses?|does not want|will not|do not want|are not there|is not there|does not help|cannot|can not)\b/.test(s.text)) {
    const next = whoFor(view, need, before ? [before.id] : [])
    return told(c, next && next.person.id !== before?.id ? [`Then ask ${withTrade(next.person)}; ${next.reason}.`, `Then you have lost nothing but the walk. After that, ${withTrade(next.person)}.`] : ['Then come back here, and we think of something else.'])
  }
  if (s.wh === 'who' && s.mood === 'asks' && /\b(?:sews?|bakes?|brews?|weaves?|mends?|shoes|heals?|makes?|knows?)\b/.test(s.text) && /\b(?:here|village|a lot|well|most)\b/.test(s.text) && !/\byou\b/.test(s.text)) {
    const found = whoFor(view, need)
    const craft = /\bsew/.test(s.text) ? found?.person.trade === 'weaver' : true
    if (found) return told(c, craft ? [`${capitalise(withTrade(found.person))}; ${found.reason}.`] : [`Everybody mends their own here. If you have something to sell for it, try ${withTrade(found.person)}: ${found.reason}.`], {}, { confidence: LIKELY })
  }
  const asksWhom = (s.wh === 'who' || s.wh === 'whom') && /\b(?:should|shall|can|could|do|must|might|would|will|may) (?:i|we) (?:\w+ )?(?:talk|speak|ask|go|turn|see|tell|trust|find)\b|\bwho (?:else )?(?:can|could|would|might|will|may) (?:else )?(?:help|buy|want|know|take|look|need)\b|^who (?:can|could) i trust\b|\bwho here can i trust\b/.test(s.text)
  const asksAny = s.wh === '' && s.mood === 'asks' && /\b(?:do you know|is there|you know)\b.*\b(?:somebody|someone|anybody|anyone|a man|a woman|a person|healer|doctor)\b/.test(s.text) && /\b(?:who|that|could|can|to|doctor|healer)\b/.test(s.text.replace(/^do you know /, ''))
  const whereIs = s.wh === 'where' && /\b(?:doctor|healer|physician|midwife)\b/.test(s.text)
  if (!asksWhom && !asksAny && !whereIs) return null
  if (/\btrust\b/.test(s.text)) {
    const best = view.knows.filter(({ id, age }) => id !== 'player' && age > 15).sort((a, b) => b.warmth + b.trust - a.warmth - a.trust)[0]
    return told(c, best ? { gruff: [`Yourself. And ${givenOf(best)}, if it must be somebody.`], any: [`${capitalise(withTrade(best))}. ${relationReason(best)} And me, I hope; but that you must find out.`, `If I were in a fix I’d go to ${withTrade(best)} first.`] } : ['Me, I hope. But that you must find out.'])
  }
  if (!wantsOther && need !== 'talk' && need !== 'work' && isMyTrade(view, need)) return told(c, whereIs ? ['You have found me: I know a little of that, and nobody here knows more.'] : ['You are talking to the right one. What is it, exactly?'], {}, { confidence: LIKELY })
  const found = whoFor(view, need, wantsOther && before ? [before.id] : [])
  if (!found) return null
  const none = whereIs || /\b(?:doctor|physician)\b/.test(s.text) ? 'A doctor we have not. ' : ''
  return told(c, { gruff: [`${none}${givenOf(found.person)}. ${capitalise(found.reason)}.`], any: [`${none}${none ? 'Go to' : 'I’d go to'} ${withTrade(found.person)}: ${found.reason}. ${capitalise(whereabouts(found.person))}.`, `${none}${capitalise(withTrade(found.person))}; ${found.reason}. ${capitalise(whereabouts(found.person))}.`] }, {}, { final: true })
}

/** Leave, judgement, forgiveness and advice for the partner. */
export function answerOfMe(c: Context): Found | null {
  const { scene, s, tale } = c
  const { view } = scene
  const { temperament: t } = view
  const partner = partnerOf(scene)
  const cold = (partner?.warmth ?? 0) < -0.05
  if (/\bif you (?:hear|see|learn|find|notice) (?:anything|something|him|her|it|them)\b/.test(s.text) && /\b(?:tell|let|call|send|come)\b/.test(s.text)) return told(c, { gruff: ['If I hear something, you’ll know.'], any: ['You would be the first to hear of it.', 'If I hear a word of it, it goes to you before it goes round.'] }, {}, { final: true })
  if (s.mood !== 'asks' && s.mood !== 'bids') return null
  if (/\b(?:do|can|could|will|would) you (?:ever )?forgive me\b|\bam i forgiven\b|\bare (?:we|you) (?:good|fine|still angry)(?: with me)?$/.test(s.text)) return told(c, cold && t.agreeableness < 0 ? ['Not today. Ask me again when you have done something about it.'] : cold ? ['Yes. It will take a day until I believe it myself, but yes.'] : { gruff: ['There’s nothing left of it. Yes.'], any: ['Yes. It was forgiven before you had done speaking.', 'I do. Who shouts in grief does not mean the one who stands before them.'] }, {}, { weighs: true, inner: 'on-pleased' })
  if (/\bwhat (?:can|could|should|shall|must) i do to make (?:it up|up for it|it good|it right|amends)\b|\bhow (?:can|could|do) i make (?:it up|it good|amends)\b/.test(s.text)) return told(c, { gruff: ['Don’t shout again. That’ll do.'], any: ['You have done it, by coming. If your hands want something to do, there is always wood.', 'Say good morning tomorrow as if nothing had been. That is all.'] }, {}, { final: true })
  if (/\b(?:am i|i am|think i am|makes? me) (?:a )?(?:\w+ )?(?:bad|evil|terrible|monster|guilty|wicked|coward|to blame|a murderer)\b/.test(s.text)) return told(c, tale.last('killed', 'war') ? { gruff: ['Bad men sleep well. You don’t.'], any: ['A bad man would not ask. You did something bad; what you are is what you do from here on.', 'I think you are one who has to live with it. That is not the same as bad.'] } : ['No. I think you are too hard on yourself.', 'A bad one would not ask me that.'], {}, { weighs: true })
  if (/\bwould you (?:help|come|go)\b.*\b(?:look|search|find|see)\b|\b(?:can|could|will|would) you (?:please )?(?:come with me|help me) to (?:see|find|look)\b|\b(?:can|could|will|would) you (?:please )?come (?:with me )?(?:to see|and see)\b|^(?:you can|can you) come with me to see\b/.test(s.text)) {
    const willing = t.agreeableness > -0.2
    const need = needOf(c)
    const other = whoFor(view, need)
    const whom = tale.last('missing', 'hurt', 'ill', 'beast-hurt', 'beast-gone')
    const { him } = proOf(whom?.noun || 'child')
    if (!willing) return told(c, [`I’m no use out there. ${other ? `Take ${withTrade(other.person)}: ${other.reason}.` : 'Ask the others.'}`], {}, { weighs: true })
    return told(c, [`I can’t leave here this minute, but I’ll send word to everybody I see. ${other ? `Take ${withTrade(other.person)} with you: ${other.reason}.` : ''}`, `${other ? `Quicker with two who know how: ${withTrade(other.person)}, ${other.reason}.` : ''} I’d only slow you down with ${him}; but I’ll have something warm ready.`], {}, { weighs: true })
  }
  if (/\b(?:ask|tell|warn) (?:the others|everybody|everyone|the people|around|your neighbours|them all)\b/.test(s.text)) return told(c, { gruff: ['I’ll say it to whoever comes by.'], any: ['I’ll say it to everybody who comes past here today. In this place that is everybody.', 'It is as good as done: by noon they all know.'] }, {}, { weighs: true, inner: 'on-sorry-for' })
  if (/\bdo you want me to (?:leave|go|stay|stop|disappear)\b|\b(?:should|shall|must) i (?:leave|go away|stay)(?: here| then)?$/.test(s.text)) return told(c, cold ? ['I’d not weep. But I do not drive anybody out.'] : { gruff: ['You’re not in my way. Much.'], warm: ['I? No, {you}. I like having you here. Don’t let one scare you off.'], any: ['No. One gets used to a face, and yours I have got used to.', 'Not I. Stay as long as it suits you.'] }, {}, { weighs: true })
  if (/\bwhat (?:do|did|does) (?:people|they|everybody|everyone|the others|folk|the village|one|anyone) (?:\w+ )?(?:say|think|tell|talk|believe)\b.*\b(?:of|about) me\b|\bwhy do (?:they|people) say that\b/.test(s.text)) {
    const heard = view.beliefs.find((belief) => belief.about.includes('player'))
    if (s.wh === 'why') return told(c, heard ? [`Because it was seen, or told as if it were. I have it from ${heard.fromName ?? 'my own eyes'}.`] : ['They say hardly anything yet; whoever says nothing can have no reason.', 'Of whom one knows little one makes up the rest. Give them something better to tell.'], {}, { final: true })
    return told(c, heard ? [`That ${heard.text}.`, `I heard that ${heard.text}. No more than that.`] : ['That you are new and ask a good deal. More I have not heard.', 'Not much, yet. They look at your boots and wait.'], {}, { final: true, ...(heard ? { tells: heard.id } : {}) })
  }
  if (/\bwhat would you have (?:done|said)\b|\bwould you have (?:done|given|gone|said|told)\b/.test(s.text)) return told(c, t.neuroticism > 0.1 ? ['Run, I am afraid, and told it better afterwards.', 'Nothing. I’d have stood there like a post until it was over.'] : t.agreeableness < -0.3 ? ['Asked what it wants of me, and not politely.'] : ['The same as you, I think; only with colder feet.', 'Asked for a name in return. One should get something for what one gives.'])
  if (/\bwould he lie\b|\bwould she lie\b|\bwould they lie\b/.test(s.text) && recommended(c) === null && !c.read.refs.some(({ kind }) => kind === 'person')) return told(c, ['Anybody lies who has something to lose. Look at the hands, not at the mouth.', 'I don’t know whom you mean to ask; but most people here lie badly.'], {}, { confidence: LIKELY })
  if (/\bwould you (?:run away|leave|go away) if you were me\b/.test(s.text)) return told(c, t.openness > 0.4 ? ['I’d be tempted. But I’d tell one person first, so that somebody waits for me.'] : ['No. I’d tell them to their face that it is too much, and see what comes.', 'One takes oneself along, wherever one runs. I’d speak first.'])
  if (/^where would (?:i|one|you) go\b/.test(s.text)) { const next = view.settlement.neighbours[0]; return told(c, next ? [`First to ${next.name}, ${next.direction} of here; from there one sees further.`, `As far as ${next.name}, I suppose, and be homesick by evening.`] : ['Wherever the road goes down. That is always the easiest.']) }
  if (/\b(?:walk|stroll|dance|sit|swim|come) (?:\w+ )?with me\b/.test(s.text) && /\b(?:tonight|evening|night|moon|stars|water|alone)\b/.test(s.text)) return told(c, { gruff: ['At night, with a stranger, by the water? No.'], any: ['Not tonight: people would talk, and I hardly know you. Ask me again by daylight.', 'That is a pretty question. No; but by day, with other people about, I’d not mind.'] }, {}, { final: true })
  if (s.wh === 'what' && /\b(?:should|shall|could|can|do|must) i (?:say|tell|ask)\b/.test(s.text) && /\b(?:him|her|them|he|she)\b|<p/.test(s.text)) return told(c, needOf(c) === 'work' ? ['What you can do, and that you would begin today. And say that I sent you.', 'Say plainly what your hands can do; fine words make people here careful.'] : ['The truth, in few words. Long stories make people here careful.', 'That I sent you; and then what you need, plainly.'])
  if (/\bhow much would you (?:give|pay|offer)\b|\bwhat (?:would|will) you (?:give|pay|offer)\b/.test(s.text)) {
    const good = goodIn(waresOf(c)) ?? goodIn(s.text)
    return told(c, good ? [`${capitalise(good.name)} goes for ${priceWords(good.pennies)} here. A little under that, since you carry it to my door.`, `Here it is ${priceWords(good.pennies)} for ${good.name}; more I could not give.`] : ['A penny, if I needed it. I don’t, that is the trouble.', 'What it is worth to me: a thank-you and a slice of something.'])
  }
  if (/^(?:would|do) you (?:like|want) to (?:taste|try|see|smell|touch|have a look)\b/.test(s.text)) return told(c, { gruff: ['Give here, then.'], any: ['If it costs nothing: gladly.', 'Gladly! A taste binds nobody, I hope.'] }, {}, { inner: 'on-pleased' })
  if (/^what do you (?:trade|pay|deal|barter) (?:with|in)\b/.test(s.text)) { const id = view.trade; return told(c, [`With pennies, when I have any, and with what a ${id} makes, when I have none.`, `Coin, or work of my hands. I am a ${id}; you can see what that comes to.`]) }
  if (/^(?:can|could) you keep a secret\b/.test(s.text)) return told(c, t.extraversion > 0.4 && t.conscientiousness < 0.3 ? ['For about a day. I am honest with you.'] : ['What is said here stays here. Go on.', `I can. Whom should I tell? ${view.trade === 'baker' ? 'The oven' : view.trade === 'smith' ? 'The anvil' : view.trade === 'shepherd' ? 'The sheep' : 'The wall'}?`], {}, { final: true })
  if (/^(?:you are|you're) hiding something|\bwhat are you hiding\b/.test(s.text)) return told(c, ['Less than you think. What is it you want to know?', 'Everybody keeps a little back. What I keep is dull.'])
  if (/\b(?:would you|do you) miss\b.*\bme\b/.test(s.text)) return null
  const lost = lostOf(view)
  if (/\bdo you (?:understand|know) (?:me|that|how (?:it|that) feels|what (?:it|that) is like)\b/.test(s.text) && tale.last('death')) return told(c, lost ? [`A little. I lost ${lost.whom}. ${lost.told}`] : ['No, and I won’t say I do. But I can listen.'], {}, { weighs: true })
  if (s.wh === '' && /^(?:is|are) (?:he|she|it|they|everything|all) (?:all right|alright|well|safe|ok|okay)$/.test(s.text)) return null
  return /\bwhat do you (?:know|remember) of me\b/.test(s.text) && scene.facts.some((fact) => !isOfThisTalk(scene, fact) && isFactKey(fact.triple?.[1] ?? '')) ? null : /\bshould i (?:tell|say|go|try|ask|wait|give|take|trust)\b/.test(s.text) && s.wh === '' && c.read.refs.length === 0 ? told(c, [ownOf(view.npcId, `advice ${s.text}`, ['If you ask, you have half decided. Yes.', 'I’d sleep on it once. Then yes, if it still itches.', 'What is the worst that can come of it? If you can bear that, do it.'])], {}, { confidence: 0.55 }) : null
}
