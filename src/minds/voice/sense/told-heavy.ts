/** What is said to something told that weighs: death, illness, hurt, loss, danger, guilt. By content, in earnest, with what can be done about it or a question that helps to tell more. */
import { capitalise } from '../speak.ts'
import { givenOf } from '../people.ts'
import { numberWord } from '#simulation/trade/price-words.ts'
import { SURE, told, type Context, type Found } from './context.ts'
import { isMyTrade, whoFor, withTrade, type Need } from './whom-to-ask.ts'
import { lostOf } from './life.ts'
import { saidBack } from './read.ts'
import { proOf, type Kind, type Told } from './tale.ts'

type Reply = (c: Context, t: Told) => Found | null

/** “Ask Greta, the innkeeper; she has the beds.”; empty where there is nobody. */
function sentTo(c: Context, need: Need): string {
  const { view } = c.scene
  const found = whoFor(view, need)
  return found ? `Go to ${withTrade(found.person)}: ${found.reason}.` : ''
}

const NUMBER = /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|\d{1,2})\b/

/** A parallel of one's own to a death; empty where one has lost nobody. */
function ownLoss(c: Context): string {
  const lost = lostOf(c.scene.view)
  return lost && !c.scene.ownTurns.some((line) => line.includes(lost.whom)) ? `I lost ${lost.whom}; I know a little of it.` : ''
}

const spot = (c: Context, kind: string): string | null => c.scene.view.landmarks.find((mark) => mark.kind === kind)?.name ?? null

const REPLIES: { readonly [K in Kind]?: Reply } = {
  'weary-of-life': (c) => {
    const friend = whoFor(c.scene.view, 'talk')
    const who = friend ? `, or with ${givenOf(friend.person)}` : ''
    return told(c, { gruff: [`No. Not that. Sit down here. You eat something, and you tell me the rest.`], warm: [`Stay here with me, {you}. Such a night lies to you, and the morning says otherwise. Will you stay till then?`], any: [`Don’t stay alone with that tonight. Sit with me${who}, and say it aloud; it is lighter than when one carries it about. How long has it been so?`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  killed: (c, { sense }) => {
    const whom = saidBack(sense.object) || 'somebody'
    return told(c, { gruff: [`You killed ${whom}. Well. You said it, and not everybody does. Did you want to?`], warm: [`${capitalise(whom)}… I’m not your judge, {you}. But you carry it, I see that. How did it come to it?`], dreamy: [`${capitalise(whom)}… then there are two of you walking about, you and he. How did it happen?`], any: [`You killed ${whom}. That is not put down again, and it should not be. How did it come to it?`] }, {}, { weighs: true })
  },
  death: (c, { whom, noun, sense }) => {
    const { pro } = proOf(noun)
    const old = NUMBER.exec(sense.text)?.[1]
    const name = c.talk.theirs.find((own) => own.noun === noun)?.name
    const was = pro === 'they' ? 'were' : 'was'
    const ask = name ? `What was ${name} like?` : noun === '' ? 'Who was it to you?' : `What ${was} ${pro} called?`
    const Who = capitalise(whom || 'somebody of yours')
    return told(c, { gruff: [`${Who}. That’s the worst there is. ${ask}`], warm: [`${Who}… oh, {you}. I’m so sorry. ${ask}`, `${Who}. I’m so sorry. ${ownLoss(c)} ${ask}`], dreamy: [`${Who}… how quiet it gets when one says that. I’m sorry. ${ask}`], any: [`${Who}. I’m sorry. ${ownLoss(c)} ${ask}`, `I’m sorry for ${whom || 'your dead'}${old ? `, and so young` : ''}. ${ask}`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  ill: (c, { whom, noun, sense }) => {
    const { him, his, pro } = proOf(noun || 'child')
    const isMe = sense.who === 'me' || noun === ''
    const who = isMe ? 'you' : whom
    if (/\bnot (?:eaten|eat)\b/.test(sense.text)) return told(c, [`Not eaten? Then see that ${isMe ? 'you drink' : `${pro} drinks`}: water, a spoon at a time, or thin broth. That matters more than bread now.`, `Broth, then, by the spoon. And water before anything else.`], {}, { weighs: true })
    const help = isMyTrade(c.scene.view, 'heal') ? `Bring ${isMe ? 'yourself' : him} to me; I have leaves for that.` : sentTo(c, 'heal')
    return told(c, { gruff: [`Fever’s no joke. Water, cool cloths. ${help}`], any: [`That is nothing to wait with. Cool cloths on ${isMe ? 'your' : his} legs, and water by the spoon. ${help}`, `${capitalise(who)}, ill! Cool cloths, and something to drink before all. ${help}`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  hurt: (c, { whom, noun, sense }) => {
    const isMe = sense.who === 'me' || sense.who === 'mine' || noun === ''
    const part = /\b(foot|feet|legs?|arms?|hands?|head|back|knees?|fingers?|ankles?|shoulder)\b/.exec(sense.text)?.[1] ?? ''
    const many = /s$|feet/.test(part)
    const well = spot(c, 'well')
    if (!isMe) return told(c, [`${capitalise(whom || 'he')}, with ${part ? `a hurt ${part.replace(/s$/, '')}` : 'a hurt'}: then ${proOf(noun).pro === 'it' ? 'it' : proOf(noun).pro} must not be left alone for long. ${sentTo(c, 'search')}`], {}, { weighs: true, inner: 'on-sorry-for' })
    return told(c, { gruff: [`Sit. Boots off. ${part ? `Wash ${many ? 'them' : 'it'} at ${well ?? 'the water'}` : 'Wash it'} before it festers.`], any: [`Sit down before you say another word. ${part ? `${capitalise(part)} like that ${many ? 'want' : 'wants'} water and a clean rag` : 'That wants water and a clean rag'}${well ? `; ${well} is not far` : ''}. How long have you been walking on it?`, `${part ? `Your ${part}! ` : ''}Rest ${many ? 'them' : 'it'} a day, or you will limp for a month. ${sentTo(c, 'heal')}`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  missing: (c, { whom, noun }) => {
    const { him, pro } = proOf(noun || 'child')
    const hurt = c.tale.told.some(({ kind, ago }) => ago === 0 && kind === 'hurt')
    return told(c, { gruff: [`Out there? Then stop talking and fetch people. ${sentTo(c, 'search')}`], any: [`Then there is no time to lose${hurt ? `, with a hurt like that` : ''}. Where did you see ${him} last? ${sentTo(c, 'search')}`, `${capitalise(whom || 'gone')}, gone? I’ll keep my eyes open, and so should everybody. Where did you see ${him} last, and what ${pro === 'they' ? 'were they' : `was ${pro}`} wearing?`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  found: (c) => {
    const lost = c.tale.last('missing', 'loss', 'beast-gone', 'looking-for')
    if (!lost) return null
    return told(c, { gruff: ['There. All that fright for nothing. Good.'], warm: ['Oh, thank heaven! My knees are soft, {you}. Go, hold on to that!'], dreamy: ['There… and the whole day breathes out.'], any: ['Thank heaven! That is a stone off all our hearts. Is everything well?', 'There! I am as glad as if it were my own.'] }, {}, { weighs: true, inner: 'on-pleased' })
  },
  quarrel: (c, { whom, noun }) => {
    const { pro, him } = proOf(noun)
    const dead = c.tale.last('death')
    return told(c, { gruff: [dead ? `You each sit on your own side of it. Somebody has to knock. ${capitalise(pro)} won’t; so you.` : `Silence in a house. I know that. Who began it?`], any: [dead ? `${capitalise(whom)} grieves on ${pro === 'she' ? 'her' : 'his'} side of the wall, and you on yours. Have the two of you ever said the name aloud to each other?` : `To sit beside ${him} and hear nothing is worse than shouting. What was the last thing ${pro} said to you?`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  hunger: (c) => {
    const bread = isMyTrade(c.scene.view, 'bread') ? 'I have bread here; you will not fall over at my door.' : sentTo(c, 'bread')
    return told(c, { gruff: [`Then eat before you talk. ${bread}`], any: [`Then first of all you eat. ${bread}`, `Nobody should stand here empty. ${bread}`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  regret: (c, { noun }) => {
    const { him } = proOf(noun || 'child')
    return told(c, { gruff: ['“Should have” finds nobody. Look first, blame yourself later.'], warm: ['You could not know, {you}. You meant no harm by it; anybody could see that.'], any: [`One always knows it afterwards. You trusted ${him === 'it' ? 'that it would go well' : him}, and that is no crime.`, 'You could not know. Whoever has never let go of a hand may throw the first stone; I can’t.'] }, {}, { weighs: true })
  },
  unwanted: (c) => {
    const { view } = c.scene
    const t = view.temperament.agreeableness
    return told(c, { gruff: ['Could be. I’d want to know who, before I moved a foot.'], any: [t > 0.2 ? 'Not I. But somebody goes to a deal of trouble to frighten you. Have you crossed anybody since you came?' : 'It may be so; some here like no new face. Have you crossed anybody?'] }, {}, { weighs: true })
  },
  omen: (c, { sense }) => {
    const { temperament: t } = c.scene.view
    const what = /\bdead (?:crow|raven|rat|cat|bird|fox|dog|hare)\b/.exec(sense.text)?.[0]
    const follows = /\b(?:follow|watch)\w* me\b/.test(sense.text)
    if (follows) return told(c, [`Followed? How near did it come? Tonight you stay where people are.`, 'All that way, and you kept walking? I would have sung, to hear a voice. What was it after?'], {}, { weighs: true })
    return told(c, { gruff: [what ? `A ${what} doesn’t walk to a door. Somebody carried it. Who have you had words with?` : 'There’s always somebody behind such things. Who have you had words with?'], dreamy: [what ? `A ${what}… laid there, as one lays a letter. I would ask who wanted to be heard. Was there anything with it?` : 'That is how it begins in the old stories… What did you do?'], any: [t.neuroticism > 0 ? `${what ? `A ${what}` : 'That'} at one’s own door… I’d not sleep. Did anybody see who it was?` : `${what ? `A ${what}` : 'That'} does not come by itself: somebody meant it, or a cat did. Was there anything else with it?`] }, {}, { weighs: true })
  },
  theft: (c, { sense, text }) => {
    const what = /\b(?:a|an|the|my|our) (?:[a-z]+ )?(?:cup|ring|purse|horse|sheep|cow|money|gold|silver|coins?|chest|necklace|mule|cart|hens?|bread)\b/.exec(text.toLowerCase())?.[0] ?? /\b(?:stole|took) ((?:my|our|a|the) [a-z]+)/.exec(sense.text)?.[1] ?? ''
    const back = what === '' ? 'a theft' : saidBack(what)
    return told(c, { gruff: [`${capitalise(back)}? I haven’t got it. Who was about?`], warm: [`Stolen, here? ${capitalise(back)}! That makes me cold, {you}. Who was there last?`], dreamy: [`${capitalise(back)}, gone in the night… Somebody lies awake over it, I’d say. Who saw it last?`], any: [`${capitalise(back)}, stolen? That is a bad thing to hear in a place where doors stay open. Who saw it last?`] }, {}, { weighs: true })
  },
  danger: (c, { sense, noun }) => {
    const beast = /\b(wolf|wolves|bear|boar|robbers?|bandits?|outlaws?)\b/.exec(sense.text)?.[1] ?? (noun || 'beast')
    return told(c, { gruff: [`A ${beast}, and you’re here to tell it. What did you do?`], dreamy: [`A ${beast} behind one in the dark… every step has an echo then. How did you get away?`], any: [`A ${beast}! And you lived to tell it. How did you shake it off?`, `A ${beast}? I’d not have had your legs. What did you do?`].map((line) => line.replace(/\bA (wolves|robbers|bandits|outlaws)\b/, (_, many: string) => capitalise(many))) }, {}, { weighs: true })
  },
  war: (c, { sense }) => {
    const deeds = /\b(?:did|done)\b.*\b(?:things?)\b|\bcannot forget\b/.test(sense.text)
    return told(c, { gruff: [deeds ? 'Whoever comes back from that has done such things. Say it or don’t; I’ll not run off.' : 'War. We’ve had none here, and may it stay so. How far off is it?'], any: [deeds ? 'Things that don’t stay there when one comes home. You may say them here; I’ll not think less of you for the telling.' : 'War… we have only ever heard it as news from far off. Did you see it yourself, or get away before?'] }, {}, { weighs: true, inner: 'on-sorry-for' })
  },
  sleepless: (c) => told(c, { gruff: ['Work till you drop. It’s what I do. What comes, when you lie there?'], any: ['At three at night everything is larger than it is. What comes when you lie there?', 'A cup of lime blossom, and the door open a crack; that is what we do here. What keeps you awake, a picture or a voice?'] }, {}, { weighs: true, inner: 'on-sorry-for' }),
  'beast-hurt': (c, { noun, sense }) => {
    const beast = noun || 'beast'
    const isHoof = /\b(?:lame|trod|nail|hoof|limp|foot)\b/.test(sense.text)
    const mine = isMyTrade(c.scene.view, 'beast') || (isHoof && c.scene.view.trade === 'smith')
    return told(c, { gruff: [isHoof && mine ? `Bring the ${beast}. Is the nail out?` : `Your ${beast}? Stand it dry and let it be. ${sentTo(c, 'beast')}`], any: [isHoof ? `A nail goes deep in an ${beast === 'ox' ? 'ox' : 'animal'}. Is it out? Wash the place with salt water and stand ${proOf(beast).him} dry.${mine ? ' Then let me see it.' : ''}` : `Poor ${beast}. Dry straw, and away from the others till one knows what it is. ${sentTo(c, 'beast')}`] }, {}, { weighs: true })
  },
  'beast-gone': (c, { noun, sense }) => {
    const beast = noun || /\b(sheep|flock|cattle|herd|bees|goats|hens|mule|horse)\b/.exec(sense.text)?.[1] || 'beast'
    const half = /\b(?:half|all|most)\b/.exec(sense.text)?.[0]
    const rot = /\bfoot rot\b/.test(sense.text)
    const isDead = sense.cls === 'die' || /\bdead\b/.test(sense.text)
    if (isDead) return told(c, [`Your ${beast} dead? That is a companion and a year’s work in one. Was ${proOf(beast).pro} old?`, `I’m sorry for your ${beast}. One gets used to the sound of ${proOf(beast).him} in the yard.`], {}, { weighs: true, inner: 'on-sorry-for' })
    return told(c, { gruff: [half ? `${capitalise(half)} of them. ${rot ? 'Wet ground does that. Did you pare the hooves?' : 'That’s a winter’s bread. What was it?'}` : `Gone? Tracks don’t vanish. Did you look which way they went?`], any: [half ? `${capitalise(half)} of the flock! That is a year gone. ${rot ? 'It comes with wet ground; do you pare and lime the feet?' : 'What was it?'}` : `Your ${beast}, gone! Were there tracks, or had somebody cut the rope?`] }, {}, { weighs: true, inner: 'on-sorry-for', confidence: half ? SURE : 0.6 })
  },
  crop: (c, { sense }) => {
    const crop = /\b(barley|wheat|oats|rye|grain|corn|hay|beans|turnips|cabbages|apples|crops?|fields?)\b/.exec(sense.text)?.[1]
    const { view } = c.scene
    const dry = /\b(?:dry|rain|thin|drought)\b/.test(sense.text)
    const hail = /\bhail\b/.test(sense.text)
    const farms = view.trade === 'farmer'
    if (hail) return told(c, [`Hail takes in a quarter of an hour what took you since spring. Was there time to sow anything after it?`, 'And one stands behind the window and can only watch. Did you save any of it?'], {}, { weighs: true })
    const eye = farms ? 'I see it on my own rows.' : view.trade === 'baker' || view.trade === 'miller' ? 'I shall see it in the flour.' : view.trade === 'shepherd' ? 'The pasture is short as well; I walk further every week.' : 'Everybody here eats from it, so it worries me, too.'
    return told(c, { gruff: [`${capitalise(crop ?? 'It')}’s thin, aye. ${eye}`], any: [`${dry ? `It wants rain, the ${crop ?? 'field'}.` : `A bad look for the ${crop ?? 'field'}.`} ${eye} Is it the same where you come from?`] }, {}, { weighs: true })
  },
  loss: (c, { sense, text }) => {
    const road = /\bwashed (?:out|away)\b/.test(text)
    if (road) return told(c, [`Washed out? Somebody should lay stones there before a wheel breaks. Is anybody hurt?`, 'That road has been bad since the snow went. How did you get through?'], {}, { weighs: true })
    const what = saidBack(sense.cls === 'lose' ? sense.object : sense.subject).split(' ').slice(0, 4).join(' ')
    return told(c, { gruff: [`${capitalise(what)}. Where did you have it last?`], any: [`${capitalise(what)}? That’s a bad thing to be without. Where did you see it last?`, `${capitalise(what)}! How did it come to that?`] }, {}, { weighs: true, inner: 'on-sorry-for', confidence: 0.6 })
  },
}

/** An answer to the weightiest thing that was told; null where nothing of weight was. */
export function answerHeavy(c: Context): Found | null {
  for (const here of c.tale.here) {
    const reply = REPLIES[here.kind]?.(c, here)
    if (reply) return reply
  }
  return afterwards(c)
}

/** What is told further of somebody who died, is ill or is gone: an age, a habit, a place. */
function afterwards(c: Context): Found | null {
  const { tale, s, scene } = c
  const of = tale.last('death', 'killed', 'missing', 'ill')
  if (!of || of.ago > 6 || s.mood === 'asks' || !/^(?:he|she|they|it|mine)$/.test(s.who)) return null
  const aged = tale.now.find(({ who, text }) => /^(?:he|she|they)$/.test(who) && NUMBER.test(text)) ?? s
  const old = NUMBER.exec(aged.text)?.[1]
  const { pro, him, his } = of.kind === 'killed' ? { pro: 'he', him: 'him', his: 'his' } : proOf(of.noun || 'child')
  const age = old && /\b(?:year|years|old|older|only|was|is)\b/.test(aged.text) && !/\b(?:days|weeks|months)\b/.test(aged.text) ? (/^\d+$/.test(old) ? numberWord(Number(old)) : old) : null
  if (of.kind === 'killed') return age ? told(c, { gruff: [`${capitalise(age)}. Somebody put a blade in his hand, too. Remember that when you weigh it.`], any: [`${capitalise(age)}. At that age one is sent; one does not go. What do you see, when you see ${him}?`] }, {}, { weighs: true }) : null
  if (age && of.kind === 'death') return told(c, { gruff: [`${capitalise(age)}. That’s no age to go.`], any: [`${capitalise(age)}… one has hardly begun at ${age}. What made ${him} laugh?`, `Only ${age}. There is nothing to be said to that, and I won’t try.`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  if (age && of.kind === 'ill') return told(c, [`${capitalise(age)}, and all you have. Then we waste no time. Whoever is that small gets hot quickly and cool again as quickly; keep ${him} drinking.`], {}, { weighs: true, inner: 'on-sorry-for' })
  if (of.kind === 'death' && s.time !== 'ahead' && s.object !== '') {
    const habit = /\b(?:always|used to|liked to|never) [a-z ]+/.exec(scene.heard.toLowerCase())?.[0] ?? (/\bwould have\b/.test(s.text) ? undefined : /\bloved [a-z ]+/.exec(scene.heard.toLowerCase())?.[0])
    const back = habit ? saidBack(habit) : ''
    return told(c, { gruff: [back ? `So ${pro} ${back}. Keep that. It’s yours.` : `I’d have liked to know ${him}.`], any: [back ? `So ${pro} ${back}. I can see it as you say it; whoever is told of is not quite gone.` : `I would have liked to know ${him}. Tell me more of ${him}, if you want to.`, `That is ${his} own place now, the one you tell me of. Thank you for showing it to me.`] }, {}, { weighs: true, inner: 'on-sorry-for' })
  }
  return null
}
