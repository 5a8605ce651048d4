/** What is asked of the place and of its people: its age and founding, dead and gods, soil and seasons, water and ways, who pays and who drinks; from what is told here, what the land is, and what one knows of the person. */
import { seasonOf } from '#simulation/clock.ts'
import { ownOf, shareOf } from '../asked/favourites.ts'
import { relationReason } from '../asked/reasons.ts'
import { kinWords } from '../../kin-words.ts'
import type { KnownPerson } from '../../private-view.ts'
import { givenOf, whereabouts } from '../people.ts'
import { capitalise } from '../speak.ts'
import { LIKELY, told, type Context, type Found } from './context.ts'
import { isMyTrade, whoFor, withTrade } from './whom-to-ask.ts'
import { recommended } from './asked-me.ts'

const loreOf = (c: Context, pattern: RegExp): string | undefined => c.scene.view.settlement.lore.find((line) => pattern.test(line))

/** The place: how old, by whom, why here; what is told; what is feared; what is believed. */
export function answerPlaceAsked(c: Context): Found | null {
  const { s, scene } = c
  const { view } = scene
  const { settlement } = view
  if (s.mood !== 'asks') return null
  const here = /\b(?:village|town|place|settlement|here|hamlet)\b/.test(s.text) || s.text.includes(settlement.name.toLowerCase())
  const founded = settlement.lore.find((line) => /\b(?:founded|began|built|first|settled)\b/i.test(line) && !scene.ownTurns.some((own) => own.includes(line)))
  if (/^(?:what|how) (?:do|does|did) (?:you|they|people|one) (?:call|name) (?:this|the|your) (?:place|village|town)\b|^what is (?:this|the|your) (?:place|village|town)(?:’s name| called)\b|^what (?:place|village|town) is (?:this|that|it)\b/.test(s.text)) return told(c, [`This is ${settlement.name}.`, `${settlement.name}, it is called.`])
  if (/^how old (?:is|are) (?:the|this|your)? ?(?:village|town|place|settlement|hamlet|houses)\b/.test(s.text)) return told(c, [`Older than anybody who could tell you.${founded ? ` ${founded}` : ' The oldest beams are black as iron.'}`, `Nobody has counted.${founded ? ` ${founded}` : ''} My grandmother’s grandmother was born here; that much I know.`])
  if (/^who founded\b/.test(s.text) || (/^who (?:built|started|settled)\b/.test(s.text) && here)) return told(c, [`A name has not come down to us.${founded ? ` ${founded}` : ''} ${capitalise(settlement.culture)}, like us, I suppose.`, `Nobody knows a name.${founded ? ` Only: ${founded}` : ' There were four or five families, they say.'}`])
  if (/^why did (?:they|people|anybody|anyone|the first \w+|your people|the founders) (?:come|settle|build|stay)\b/.test(s.text)) return told(c, [`For the ${settlement.trade}, and because there is water.${founded ? ` ${founded}` : ''}`, `Water, ${settlement.trade}, and tired feet. Most places begin like that.`])
  if (/\b(?:legend|tale|myth|old story|old stories|saga|secret of)\b/.test(s.text) && /\b(?:is there|are there|do you know|have you|what|any|tell)\b/.test(s.text) && !/\btell me a (?:story|tale)\b/.test(s.text)) {
    const fresh = [...settlement.lore, ...view.country.map(({ name, story }) => (story ? `${capitalise(name)}: ${story}` : ''))].filter((line) => line !== '' && !scene.ownTurns.some((own) => own.includes(line)))
    return told(c, fresh[0] ? fresh.slice(-1).concat(fresh.slice(0, 1)).map((line) => `There is one. ${line}`) : ['You have had all I know of that kind. The rest is neighbours.'])
  }
  if (/\b(?:war|battle|soldiers|army)\b/.test(s.text) && (here || /\bever\b/.test(s.text))) return told(c, ['Not here, in any time that is told of. We lie too far off for armies.', `No. Soldiers want towns; we have only ${settlement.trade}.`])
  if (/\b(?:after (?:death|we die|one dies|you die|people die)|when (?:we|you|one|people) die|afterlife|life after)\b/.test(s.text)) return told(c, [ownOf(view.npcId, 'after death', ['That one goes where the others are. The old people say it as if they had been there.', 'Some say one stays near, for a while, by the hearth. I set out a cup at harvest all the same.', 'I don’t know. One lies with one’s own, behind the houses, and is spoken of. That is something.'])])
  if (/\bnobody (?:dares?|goes|wants)\b|\b(?:haunted|cursed|forbidden|shun\w*)\b/.test(s.text) && /\b(?:place|where|spot|wood|anywhere|somewhere|is there|are there)\b/.test(s.text)) {
    const dark = [...view.country].find(({ story }) => /\b(?:ghost|dead|drown\w*|haunt\w*|lost|never|night|curse\w*|bones|vanish\w*)\b/i.test(story)) ?? null
    return told(c, dark ? [`${capitalise(dark.name)}, after dark. ${dark.story}`] : ['The burying ground at midnight, if you want to be one of the brave; but there is nothing there but grass.', 'Not that I know. There are places where one doesn’t linger, by the water when it rises; that is only sense.'])
  }
  if (/\b(?:anything|something) (?:strange|odd|weird|unusual|mysterious|suspicious)\b/.test(s.text)) {
    const news = view.beliefs.find(({ text }) => /\b(?:vanish|gone|stole|broke|strange|light|night|howl|wolf|thief|burn)/.test(text))
    return told(c, news ? [`I’d call this strange: ${news.text}.`] : ['Strange? The hens lay as always and the neighbours quarrel as always. Why, what have you noticed?', 'Not that I noticed. What makes you ask?'], {}, news ? { tells: news.id, final: true } : { final: true })
  }
  if (/\b(?:any|many|are there|do)\b.*\b(?:traders|merchants|pedlars|peddlers|travell?ers|strangers|visitors)\b.*\b(?:come|here|pass|visit|stop)\b/.test(s.text)) return told(c, ['Few. One in a good week, and half of them have lost their way.', 'A pedlar now and then, when the road is dry. That is why everybody looks at you.'])
  if (/\b(?:who is|who's|whos)\b.*\b(?:boss|in charge|chief|leader|mayor|headman|head of)\b/.test(s.text)) return null
  return answerLand(c)
}

/** Soil, seed, beasts, water and ways. */
function answerLand(c: Context): Found | null {
  const { s, scene } = c
  const { view } = scene
  const season = seasonOf(view.worldSeconds)
  const farmer = whoFor(view, 'crops')
  const ask = farmer && !isMyTrade(view, 'crops') ? ` ${capitalise(withTrade(farmer.person))} can tell you to the day.` : ''
  if (s.cls === 'make' && s.verb === 'sow' && s.wh === 'when') return told(c, [`Oats and barley when the ground no longer sticks to the boot, in early spring; rye before the first frost. ${season === 'spring' ? 'So now is the time.' : ''}${ask}`])
  if (/\bsoil\b|\bground like\b|\bearth like\b/.test(s.text)) return told(c, [ownOf(view.settlement.name, 'soil', ['Heavy below and good on top; it wants drying out in spring.', 'Light and quick to warm, and quick to thirst.', 'Stony, but it gives what one puts in.']) + ask])
  if (/\b(?:mice|rats|weevils|moths?)\b/.test(s.text) && s.wh === 'how') return told(c, [`With a cat, and with stone feet under the bin. Mice don’t climb round a flat stone.`, 'A cat, tansy between the sacks, and no crumbs. Then there is still one mouse left, every year.'])
  if (/\b(?:fever|cough|wound|burn|stomach|headache|toothache|cold)\b/.test(s.text) && /\b(?:give|do|help|helps|good|cure|for|against|treat)\b/.test(s.text) && /^(?:what|how)\b/.test(s.text)) {
    const healer = whoFor(view, 'heal')
    const what = /\bfever\b/.test(s.text) ? 'Lime blossom or willow bark in hot water, a little at a time, and cool cloths about the legs' : /\bcough\b/.test(s.text) ? 'Honey and thyme' : /\bwound\b|\bburn\b/.test(s.text) ? 'Clean water and a clean rag, and honey over it' : 'Rest, and something warm to drink'
    return told(c, [`${what}. ${healer && healer.person.trade === 'herbalist' ? `But ${withTrade(healer.person)} knows better: ask there.` : 'More we do not know here.'}`], {}, { weighs: true })
  }
  if (/\b(?:is|are)\b.*\bwater\b.*\b(?:clean|good|safe|fresh|drinkable|clear|poisoned)\b|\b(?:is|are) (?:it|that|this) (?:clean|drinkable|good to drink)\b|\bclean\b.*\bwater\b/.test(s.text)) return told(c, ['It is. We all drink it, and our children do.', 'Clear and cold; nobody here ever had harm of it.'], {}, { weighs: true })
  if (/^where (?:can|do|could|may) i (?:\w+ )?(?:find|get|have|fetch|drink)\b.*\bwater\b/.test(s.text)) { const well = view.landmarks.find(({ kind }) => kind === 'well'); return told(c, well ? [`At ${well.name}, ${well.direction} of here${well.meters < 30 ? ', a few steps' : ''}. The bucket is everybody’s.`] : ['From the brook; above the houses, not below.'], {}, { weighs: true }) }
  if (/^(?:how deep is|is) (?:the )?(?:river|stream|lake|water|ford|pond|it)\b.*\bdeep\b|^how deep\b/.test(s.text)) { const water = view.landmarks.find(({ kind }) => kind === 'shore') ?? view.country.find(({ kind }) => kind === 'river' || kind === 'sea'); return told(c, water || loreOf(c, /\b(?:river|ford|water)\b/i) ? ['In places over one’s head, and one doesn’t see them from the bank. A child should not be there alone.', 'At the shallow place to the knee; beside it, deep enough.'] : ['There is hardly water here that would be deep. To the knee, at most.'], {}, { weighs: true }) }
  if (/^which way (?:is|to) the (?:nearest|next|closest) (?:house|home|door|roof)\b|^where is the (?:nearest|next|closest) (?:house|home|roof)\b/.test(s.text)) { const house = [...view.landmarks].filter(({ kind }) => !['well', 'board', 'square', 'fire', 'bench', 'woodpile', 'field', 'graves', 'pen', 'shore', 'garden', 'orchard'].includes(kind)).sort((a, b) => a.meters - b.meters)[0]; return told(c, house ? [`You are standing among houses: ${house.name} is ${house.direction}, ${house.meters < 60 ? 'a few steps from here' : 'not two minutes'}.`] : ['You are among houses here; knock at any door.']) }
  if (/\bhow do you cook\b/.test(s.text)) return told(c, ['Slowly, in the big pot, with an onion and whatever the garden still has. The rest is waiting.', 'In the embers, or in the pot. Salt at the end, never before.'])
  if (/^what do (?:you|people|they) (?:usually |mostly )?eat in (?:the )?winter\b/.test(s.text)) return told(c, ['What keeps: beans, barley, cabbage from the barrel, an apple now and then. By spring one would give a shoe for something green.'])
  if (/^what (?:is|does|do)? ?(?:a|the|one)? ?(?:day'?s?|days?|week'?s?)? ?(?:work|labou?r|wage|wages|pay) (?:pay|worth|here|paid|bring)\b|^what does (?:a day'?s?|the|day) work pay\b|^how much (?:does|do) (?:a day'?s? work|work|it|they|you) pay\b/.test(s.text)) return told(c, ['A meal, a dry bed and a penny or two, if you did not break anything.', 'Two pennies a day and supper; three in harvest time.'])
  if (/\bwhat (?:work|jobs?|hands) (?:do|does|is|are)\b.*\b(?:need|needed|there|want|here)\b/.test(s.text)) { const work = whoFor(view, 'work'); return told(c, work ? [`Carrying, splitting, mucking out; there is no end of that. ${capitalise(withTrade(work.person))} would be the first I’d ask: ${work.reason}.`] : ['Carrying, splitting, mucking out; there is no end of that.']) }
  if (/\b(?:things?|there) to do here\b|\bwhat can (?:one|i|you) do here\b|\bwhat is there to (?:do|see)\b/.test(s.text)) { const sight = view.landmarks.find(({ kind, meters }) => meters > 9 && ['shrine', 'mill', 'inn', 'shore', 'fire', 'smithy'].includes(kind)); return told(c, { gruff: [`Work. Or look at ${sight?.name ?? 'the sky'}.`], any: [`By day you can look in at ${sight?.name ?? 'the square'}, ${sight?.direction ?? 'over there'}; in the evening we sit together and talk badly of those who stayed home.`] }) }
  return null
}

const PEOPLE_TALK = /\b(?:drinks?|drunk|drunkard|cheats?|steals?|lies?|beats?|debts?|pays?|owes?|lazy|mad|witch|sick|dying|poor|rich|in love|affair|secret|mean|crazy|hates?)\b/

/** What is said of people of the place: rumours about them, how they pay, who is at odds and who is in love. */
export function answerGossip(c: Context): Found | null {
  const { s, scene, read } = c
  const { view } = scene
  const ref = read.refs.find(({ kind }) => kind === 'person')
  const named: KnownPerson | null = ref?.kind === 'person' ? ref.person : /\b(?:he|she|him|her|his)\b/.test(s.text) ? recommended(c) : null
  const others = view.knows.filter(({ id, age }) => id !== 'player' && age > 14)
  if (s.mood === 'asks' && /^(?:who|which of you|are there)\b/.test(s.text) && /\b(?:cannot stand|can not stand|hates?|dislikes?|does not like|do not like|quarrels?|fights?|enem(?:y|ies)|at odds|argue)\b/.test(s.text) && !/\byou\b/.test(s.text)) {
    const foe = others.filter(({ warmth }) => warmth < -0.15).sort((a, b) => a.warmth - b.warmth)[0]
    return told(c, foe ? [`${givenOf(foe)} and I, if you must know. ${relationReason(foe)}`, `You are looking at one half: ${givenOf(foe)} is the other. ${relationReason(foe)}`] : ['There is a sour word now and then, but nobody who would cross the road.', 'If there is a quarrel, it is behind doors. I have one with nobody.'], {}, { final: true })
  }
  if (s.mood === 'asks' && /^(?:who|is anybody|is anyone|is somebody|are there)\b/.test(s.text) && /\bin love\b|\bsweethearts?\b|\bcourting\b|\bmarr(?:y|ied)\b/.test(s.text) && !/\byou\b/.test(s.text) && !named) {
    const pair = others.flatMap((one) => (one.kin ?? []).filter(({ kinship }) => kinship === 'spouse').flatMap(({ id }) => others.filter((other) => other.id === id && other.id > one.id).map((other) => [one, other] as const)))[0]
    return told(c, pair ? [`${givenOf(pair[0])} and ${givenOf(pair[1])} are married, if that counts. Of the rest I say nothing before they do.`] : ['Whoever it is has hidden it from me, and that is not easy in a place this size.', 'That one would have to ask at the well. I only see who carries whose bucket.'], {}, { final: true })
  }
  if (named && s.mood === 'asks' && /\bpays? (?:his|her|their)?\s?(?:debts?|well|on time|up)\b|\bpay (?:<p\d+>’s|his|her|their) debts?\b/.test(s.text)) return told(c, named.warmth < -0.15 ? [`${givenOf(named)}? Take the coin first.`] : [`${givenOf(named)} pays. Not gladly, but to the penny.`, `I never heard otherwise. ${capitalise(whereabouts(named))}, if you want to try.`])
  if (named && s.mood !== 'asks' && /\b(?:says?|said|told me|heard)\b/.test(s.text) && /\byou (?:are|were|do|did|have|cannot|never)\b/.test(s.text)) { const what = /\byou (?:are|were) (?:an? )?(.+)$/.exec(s.text)?.[1]; return told(c, named.kinship ? [`${givenOf(named)}? ${capitalise(kinWords(named))} may say so; I know it for what it is. ${what ? `${capitalise(what)}!` : ''}`] : { gruff: [`${givenOf(named)} said that? Let ${named.sex === 'female' ? 'her' : 'him'} come and say it here.`], any: [`${what ? `${capitalise(what)}! ` : ''}Did ${givenOf(named)} really say so? I’ll ask, one of these days, and not behind a back.`] }, {}, { final: true }) }
  if (named && s.mood !== 'asks' && /\b(?:heard|hear|they say|people say)\b/.test(s.text) && PEOPLE_TALK.test(s.text)) { const drinks = /\bdrinks?|drunk/.test(s.text); return told(c, named.warmth < -0.15 ? [`Of ${givenOf(named)} I’d not be surprised. But I have not seen it myself.`] : [drinks ? `${givenOf(named)}? A mug in the evening, like all of us. I never had to carry ${named.sex === 'female' ? 'her' : 'him'} home.` : `${givenOf(named)}? I never saw anything of the kind; and I see ${named.sex === 'female' ? 'her' : 'him'} every day.`], {}, { final: true }) }
  if (/^is it true what (?:they|people|everybody|everyone) says?\b/.test(s.text) && named) return told(c, [`That depends on what they say of ${givenOf(named)}. What have you heard?`, `What do they say? Of ${givenOf(named)} there is always something.`], {}, { final: true })
  if (named && s.mood === 'asks' && /\b(?:remember|recall)\b.*\b(?:old days|past|earlier|before|long ago|youth)\b/.test(s.text)) return told(c, [`More than ${named.sex === 'female' ? 'she' : 'he'} tells. Ask for the hard winters; then ${givenOf(named)} talks.`])
  const two = read.refs.filter(({ kind }) => kind === 'person' || kind === 'people')
  if (s.mood === 'asks' && /^are (?:the two(?: of them)?|those two|they|<g\d+>|<p\d+> and <p\d+>)(?: of them)? (?:friends|close|related|married|enemies)\b/.test(read.text.replace(/^and /, '')) ) {
    const pair = two.flatMap((one) => (one.kind === 'person' ? [one.person] : one.kind === 'people' ? [...one.people] : [])).slice(0, 2)
    const last = pair.length === 2 ? pair : others.filter((one) => scene.partnerTurns.slice(-5).some((line) => new RegExp(`\\b${givenOf(one)}\\b`, 'i').test(line))).slice(0, 2)
    if (last.length === 2) { const tie = last[0]!.kin?.find(({ id }) => id === last[1]!.id); const quarrel = view.beliefs.find(({ about, text }) => last.every((one) => about.includes(one.id)) && /quarrel/.test(text)); return told(c, tie ? [`They are family: ${givenOf(last[1]!)} is ${givenOf(last[0]!)}’s ${tie.kinship}.`] : quarrel ? [`Hardly: ${quarrel.text}.`] : [`${givenOf(last[0]!)} and ${givenOf(last[1]!)}? They greet each other. What there is beyond that they keep to themselves.`], {}, { final: true }) }
  }
  return named && s.mood === 'asks' && /^is <p\d+> (?:rich|poor|wealthy)$/.test(read.text) ? told(c, [shareOf(named.id, 'purse') < 0.5 ? `${givenOf(named)}? No more than the rest of us.` : `${givenOf(named)} does not starve; that is all one knows of other people’s chests.`], {}, { confidence: LIKELY }) : null
}
