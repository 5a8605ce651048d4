/** What is said to something told that weighs less: oneself, a ware, a feeling for the listener, an apology, a story, an opinion. By what it tells, never by a nod alone. */
import { goodIn } from '#simulation/trade/goods.ts'
import { craftTalkOf } from '../discourse/craft-talk.ts'
import { isAsking } from '../asked/plain.ts'
import { mendSpelling } from '../asked/spelling.ts'
import { tasteFor } from '../asked/favourites.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { givenOf } from '../people.ts'
import { lastMet, partnerOf } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { LIKELY, MAYBE, told, type Context, type Found } from './context.ts'
import { whoFor, withTrade, type Need } from './whom-to-ask.ts'
import { headOf, nounPhrase, saidBack, type Sense } from './read.ts'
import { proOf, type Kind, type Told } from './tale.ts'
import { isNoun, nounOf } from './words.ts'

type Reply = (c: Context, t: Told) => Found | null

/** What one says of things for sale, by what they are. */
function needOf(words: string): Need {
  return goodIn(words)?.use ? 'buy-food' : /\b(?:ribbons?|needles?|thread|cloth|lace|silk|buttons?|furs?|wool|rugs?)\b/.test(words) ? 'buy-cloth' : 'buy'
}

/** The wares that somebody offers in this talk: as they were first named. */
export function waresOf(c: Context): string {
  const told = [...c.tale.told].reverse().find(({ kind }) => kind === 'wares' || kind === 'offer')
  const noun = told ? nounOf([...told.sense.words], 'wares') : null
  return noun ?? ''
}

/** Whether one’s trade has a use for a pedlar’s wares. */
function hasUse(c: Context, ware: string): boolean {
  const { view } = c.scene
  const needs: { readonly [trade: string]: RegExp } = { baker: /\b(?:honey|salt|spices|jars?)\b/, innkeeper: /\b(?:honey|salt|spices|cheese|candles|pots|pans|knives)\b/, weaver: /\b(?:needles?|thread|silk|wool)\b/, smith: /\b(?:tools|oil)\b/, herbalist: /\b(?:jars?|honey|seed)\b/, farmer: /\b(?:seed|rope|tools)\b/, shepherd: /\b(?:knives|needles?|rope)\b/, carpenter: /\b(?:tools)\b/ }
  return needs[view.trade]?.test(ware) ?? false
}

const REPLIES: { readonly [K in Kind]?: Reply } = {
  damage: (c, { sense }) => {
    const what = nounPhrase(sense.object).replace(/ of yours$/, '')
    const thing = what === '' || EMPTY.test(headOf(what)) ? '' : `${capitalise(saidBack(what))}? `
    return told(c, { gruff: [thing === '' ? 'Of mine? Out with it. What is it?' : `${thing}Then you mend it, or pay it. At least you come and say so.`], warm: [thing === '' ? 'Oh! What is it? No, don’t look so, {you}; things break.' : `${thing}Well, better that than your hand. Thank you for coming to tell me, {you}.`], shy: [thing === '' ? 'Oh… what is it? Not the blue bowl?' : `${thing}Oh. It’s… it’s all right. You told me; others would have hidden it.`], any: [thing === '' ? 'Something of mine? What is it, and can it be mended?' : `${thing}That’s a pity. It counts that you come and say so.`] }, {}, { final: true })
  },
  damaged: (c) => (c.tale.last('damage') ? told(c, { gruff: ['It always is. Help me sweep it up and we’re quits.'], warm: ['Of course it was, {you}. Nobody thinks otherwise.'], grave: ['I take your word for it. Then let us see what can be mended.'], any: ['I believe you. Sweep it up with me, and we will say no more of it.'] }, {}, { inner: 'on-pleased', final: true }) : null),
  sorry: (c, { text }) => {
    const { scene } = c
    const partner = partnerOf(scene)
    const wronged = (partner?.warmth ?? 0) < -0.05 || scene.memories.some(({ text: memory }) => /\b(?:insulted|threatened|shouted at) me\b/.test(memory))
    if (/\byesterday\b|\blast\b|\bto you\b|\bshouted\b/.test(text) && !wronged && lastMet(scene) === null && scene.ownTurns.length < 4) return told(c, { gruff: ['Was that you? I let it go by. Done with.'], any: ['I hold nothing against you; if a hard word fell, it is swept out with the crumbs.', 'You shouted? I have forgotten it, if I ever heard it. But it is good of you to come.'] }, {}, { inner: 'on-pleased' })
    if (!/\b(?:shouted|rude|say sorry|apologi[sz]e|yesterday)\b/.test(text) || scene.view.appointments.length > 0) return null
    return told(c, wronged ? { gruff: ['Hm. It stung. But you came, and that counts.'], any: ['It did hurt. That you come and say so takes most of it away.'] } : { gruff: ['No need. What was it?'], any: ['There is nothing I hold against you. What weighs on you?'] }, {}, { inner: 'on-pleased', confidence: LIKELY })
  },
  'love-you': (c) => {
    const { view } = c.scene
    const spouse = view.knows.find(({ kinship }) => kinship === 'spouse')
    if (spouse) return told(c, [`Then I must be plain with you: I am married to ${givenOf(spouse)}, and glad of it. Be my friend; that I can take.`], {}, { weighs: true })
    return told(c, { gruff: ['You don’t know me. Come back when you do, and say it again; or don’t.'], warm: ['Oh, {you}. You are in love with a voice and a smile; me you hardly know yet. Let us begin with knowing.'], dreamy: ['In love… perhaps with who I might be. I’d be sorry to take it from you, and I can’t say it back.'], shy: ['Oh… I… no. I can’t say that back. We have hardly met…'], merry: ['With me? Ha! Wait till you’ve seen me before breakfast! No: be my friend, and we’ll see.'], any: ['That is a large word for so short a talk. I cannot say it back, and I will not pretend to.'] }, {}, { weighs: true })
  },
  'look-you': (c, { sense }) => {
    const dreams = /\b(?:dreamt|dreamed|dream)\b/.test(sense.text)
    const part = /\b(eyes|hair|smile|hands|voice|face)\b/.exec(sense.text)?.[1]
    return told(c, { gruff: [dreams ? 'Then sleep deeper.' : `They’re ${part ?? 'eyes'}. One looks out of them. What do you want?`], warm: [dreams ? 'Of me? And was I good to you in it, {you}?' : `Somebody said it of my mother’s ${part ?? 'eyes'}; of mine, not often. Thank you, {you}.`], dreamy: [dreams ? 'Did I speak in it? In dreams I always say the clever things.' : `My ${part ?? 'eyes'}… they only borrow it from what they look at. But thank you.`], any: [dreams ? 'Of me? What did I do in it?' : `You are free with pretty words. Thank you; nobody has said that of my ${part ?? 'eyes'} for a while.`] }, {}, { inner: 'on-pleased' })
  },
  heartbreak: (c) => told(c, { gruff: ['You’ll live. Hearts are tougher than people say.'], any: ['I don’t do it gladly. Better a plain no today than a false yes that lasts a year.', 'I’m sorry for that. I would rather be honest with you than kind for an hour.'] }, {}, { weighs: true }),
  poor: (c) => told(c, { gruff: ['Then work for it, or wait. Nobody starves here who can carry a bucket.'], any: ['No shame in that. A day of carrying pays a bed and a bowl here.', 'Then pay with your hands: there is always wood to split, and nobody will count it too closely.'] }, {}, { inner: 'on-sorry-for' }),
  toil: (c) => {
    const who = /\b(dad|father|mother|mum|mom|uncle|master|parents)\b/.exec(c.scene.heard.toLowerCase())?.[1] ?? 'he'
    return told(c, { gruff: ['So did mine. What is it that takes all day?'], any: [`All day, and nobody asks whether you would rather do something else. Have you told your ${who} that?`, `That makes a long day. If your ${who} gave you one hour of it, what would you do with it?`] }, {}, {})
  },
  bored: (c, { text }) => {
    const { view } = c.scene
    const all = /\beverything\b|\bhere\b/.test(text)
    return told(c, { gruff: [all ? 'Then pick up a shovel. Bored goes away.' : 'Might be dull to look at. It feeds me.'], warm: [all ? 'Oh dear, everything? When did you last do something you were not told to do?' : `It may look so from outside, {you}. What would you call a good day?`], merry: [all ? 'Everything? You haven’t seen our geese race!' : 'Dull? You should see me drop things!'], dreamy: [all ? 'Bored… that is when one starts to see things. Lie on your back for an hour; something always comes.' : `It is, until one looks closer. What would not be dull, to you?`], any: [all ? `Nobody here says that in harvest time. What did you do before, that was not dull?` : `I like it, being a ${view.trade}; but it is not for everybody. What would you rather do?`] }, {}, {})
  },
  treasure: (c, { sense }) => {
    const what = nounOf([...sense.words], 'treasure') ?? 'gold'
    const greedy = c.scene.view.temperament.conscientiousness < 0
    return told(c, { gruff: [`${capitalise(what)}. Then keep your mouth shut about it. You told me; tell nobody else.`], any: [greedy ? `${capitalise(what)}, here? Show me the place and I’ll believe it! No: better you tell nobody.` : `${capitalise(what)}? Where there is one piece there will soon be forty people with shovels. Whom have you told?`] }, {}, {})
  },
  'looking-for': (c, { sense }) => {
    const what = /\b(?:looking|search|searching|seek|seeking|look) (?:for |into )?(.+)$/.exec(sense.text)?.[1] ?? ''
    if (/\b(?:sleep\w*|travell?ers|bed|inn|lodging|room|night)\b/.test(what)) { const inn = c.scene.view.landmarks.find(({ kind }) => kind === 'inn'); const host = whoFor(c.scene.view, 'bed'); return told(c, inn ? [`That is ${inn.name}: ${inn.direction} of here, ${inn.meters < 60 ? 'a few steps' : 'not far'}.${host && host.person.trade === 'innkeeper' ? ` Ask for ${withTrade(host.person)}.` : ''}`] : host ? [`We have no inn. Try ${withTrade(host.person)}.`] : ['There is no inn here; the barn is dry.']) }
    return null
  },
  wares: (c, { sense, text }) => {
    const what = saidBack(/\bhave (.+)$/.exec(sense.text)?.[1] ?? nounPhrase(sense.object)).replace(/ (?:here|from .*|fresh .*|for sale.*)$/, '').split(' ').slice(0, 5).join(' ')
    const use = hasUse(c, text.toLowerCase())
    const to = whoFor(c.scene.view, needOf(text.toLowerCase()))
    const whom = to ? ` Or try ${withTrade(to.person)}.` : ''
    return told(c, use ? { gruff: [`${capitalise(what)}? Might. What do you want for it?`], any: [`${capitalise(what)}! That I can use. What do you ask for it?`] } : { gruff: [`${capitalise(what)}. And what would I do with that?${whom}`], merry: [`${capitalise(what)}! My purse just ran under the table!${whom}`], any: [`${capitalise(what)}! Let me look, at least; looking costs nothing. What do you ask for it?${whom}`] }, {}, { inner: 'on-pleased' })
  },
  offer: (c, { sense, text }) => {
    const { view } = c.scene
    const seed = /\b(?:pay|buy)\b.*\b(seed|grain|horses?|wool|cheese|honey|iron|bread)\b/.exec(sense.text)?.[1]
    if (seed && sense.who === 'me') { const to = whoFor(view, seed === 'seed' || seed === 'grain' ? 'crops' : 'buy'); return told(c, to ? [`Good ${seed}? Then speak with ${withTrade(to.person)}: ${to.reason}.`] : [`For good ${seed} people will talk to you. I have none to sell.`]) }
    const price = /\b((?:one|two|three|four|five|six|an?|\d+) (?:eggs?|penn(?:y|ies)|pence|loa(?:f|ves)|shillings?|coins?))\b/.exec(sense.text)?.[1]
    const ware = waresOf(c)
    const again = c.tale.last('offer') !== null
    const use = hasUse(c, `${ware} ${text}`)
    const eggs = price ? /egg/.test(price) && !['farmer', 'merchant'].includes(view.trade) : false
    const asks = ware ? `your ${ware}` : 'it'
    const to = whoFor(view, needOf(`${ware} ${text}`))
    if (again) return told(c, use ? [`Now we are nearer. I have my own price still: less, or nothing today.`] : { gruff: ['You’re stubborn. So am I. No.'], any: [`You come down fast; that makes one careful! No, I have no use for ${asks}.${to ? ` ${capitalise(withTrade(to.person))} may.` : ''}`] })
    return told(c, eggs ? [`${capitalise(price ?? 'an egg')}? I keep no hens; eggs I have to buy myself. ${to ? `Try ${withTrade(to.person)}.` : 'Ask at the farm.'}`, `For ${price} it is fair enough, but I’ve none: mine come from others’ hens.`] : { gruff: [`${price ? `${capitalise(price)}? ` : ''}Too dear. And I don’t need it.`], any: [`${price ? `${capitalise(price)} is not much` : 'That may be fair'}, but what I have will do me yet. ${to ? `Show ${asks} to ${withTrade(to.person)}.` : ''}`] }, {}, {})
  },
  'was-trade': (c, { sense }) => ofTrade(c, /\b(?:be|once|was) an? ([a-z]+)\b/.exec(sense.text)?.[1] ?? '', true),
  'is-trade': (c, { sense }) => ofTrade(c, sense.words.filter((word) => !/^(?:i|am|a|an|we|are|work|as|only|just|old|poor|simple|young)$/.test(word))[0] ?? '', false),
  able: (c) => {
    const to = whoFor(c.scene.view, 'work')
    return told(c, to ? { gruff: [`Say that to ${withTrade(to.person)}. ${capitalise(to.reason)}.`], any: [`Strong hands are wanted. I would go to ${withTrade(to.person)}: ${to.reason}.`, `Then you will not be idle long: ${withTrade(to.person)}, for one; ${to.reason}.`] } : [`Strong hands are always wanted here.`], {}, { confidence: LIKELY })
  },
  foreign: (c) => told(c, ['You speak well enough; I understand every word. Take your time.', 'Better than I speak yours. What do you need?']),
  again: (c, { text }) => {
    const when = /\b(?:in |next )?(spring|summer|autumn|winter|week|month|year)\b/.exec(text.toLowerCase())
    return told(c, { gruff: ['Do that.'], any: [`Do${when ? `; ${when[0]}, then` : ''}. I’ll have a word for you.`, `I’d be glad of it.${when ? ` Till ${when[0].replace('in ', '')}, then.` : ''}`] }, {}, { inner: 'on-pleased', confidence: LIKELY })
  },
  jest: (c) => told(c, { gruff: ['Hm. Had me there.'], any: ['Ha. I nearly believed you.', 'Were you? There was a grain of it in earnest, I thought.'] }),
  hearsay: (c, { noun, sense }) => {
    if (/\byou\b/.test(sense.object)) return null
    const { pro } = proOf(noun)
    const forbids = /\b(?:must not|should not|cannot|not allowed|never|may not|do not)\b/.test(sense.text) || /mustn?'?t|shouldn?'?t|can'?t/.test(c.scene.heard.toLowerCase())
    return told(c, forbids ? { gruff: [`Then ${pro}’s right. I’m not one to run after, either.`], any: [`${capitalise(pro)} is right, as a rule. But you stand in the open here, and everybody sees us.`, `Then mind what ${pro} says; a word in passing does no harm.`] } : [`And is ${pro} right, do you think?`, `So ${pro} says. And you?`], {}, { confidence: LIKELY })
  },
  'from-wood': (c, { sense }) => {
    const from = /\bfrom (?:the )?(river|woods?|forest|moor|hills?|trees|marsh|road)\b/.exec(sense.text)?.[1]
    return from && c.scene.partnerTurns.some((turn) => /\blost\b/i.test(turn)) ? told(c, { gruff: [`From the ${from}? You’ve walked in a ring. You’re among houses now.`], any: [`From the ${from}, through the trees: that is how one gets here without meaning to. You are among houses now. Where did you want to go?`] }) : null
  },
  faith: (c, { text }) => (/\bbless you\b|\bgod bless\b/i.test(text) ? told(c, { gruff: ['And you. Now go, and see to yours.'], any: ['And you and yours. Come by and tell me how it went.'] }, {}, { inner: 'on-pleased' }) : null),
  'seen-person': (c) => told(c, { gruff: ['And what’s that one done?'], any: ['I would have noticed such a one. What is it about them?'] }, {}, { confidence: MAYBE }),
}

/** A trade that the partner has or had. */
function ofTrade(c: Context, trade: string, was: boolean): Found | null {
  const { view } = c.scene
  const one = trade.replace(/s$/, '')
  if (one === '') return null
  const an = /^[aeiou]/.test(one) ? 'an' : 'a'
  if (one === view.trade) return told(c, { gruff: [`${capitalise(an)} ${one}? Then you know what my back feels like.`], any: [`${capitalise(an)} ${one}, like me! Then tell me: what was hardest, where you come from?`, `Then I need not explain my hands to you. ${was ? 'What made you stop?' : 'How is the work where you come from?'}`] }, {}, { inner: 'on-pleased' })
  if (one === 'soldier' || one === 'mercenary') return told(c, { gruff: ['A soldier. You’ve been further than I’d care to. Are you done with it?'], any: [`A soldier… we see few here, and I’m glad of it. ${was ? 'When did you put it down?' : 'Where does it take you, or are you done with it?'}`] }, {}, { weighs: true })
  const other = view.knows.find((known) => known.id !== 'player' && known.trade === one)
  if (other) return told(c, [`${capitalise(an)} ${one}? ${capitalise(withTrade(other))} will want to talk shop with you.${was ? ' Why did you leave it?' : ''}`, `Then go and see ${withTrade(other)}; two of a trade find much to say.`])
  const known = tradeIdOf(one)
  return told(c, { gruff: [`${capitalise(an)} ${one}. ${known ? craftTalkOf(one).takes : 'We’ve none of those here.'}`], any: [was ? `${capitalise(an)} ${one}? And what made you leave it?` : `${capitalise(an)} ${one}! We have none of those here. What does such a day of yours look like?`] })
}

/** An answer to the first light thing that was told; null where nothing of the kind was. */
export function answerLight(c: Context): Found | null {
  for (const here of c.tale.here) {
    const reply = REPLIES[here.kind]?.(c, here)
    if (reply) return reply
  }
  return null
}

/** Nouns that say nothing by themselves. */
const EMPTY = /^(?:thing|things|way|time|bit|lot|day|something|nothing|anything|everything|it|that|this|one|stuff|okay|ok|kind|sort|morning|night|days?|years?|much|more|right|true|sure|fine|good|bad|back|home)$/

/** A side of a story that was not told yet, as a question. */
function asksOn(s: Sense, told: ReadonlySet<string>): string[] {
  const time = /\b(?:yesterday|today|last|ago|morning|evening|night|once|when|winter|summer|year|week)\b/.test([...told].join(' '))
  const ask: { readonly [cls: string]: readonly string[] } = {
    sense: ['And what did you make of it?'], find: ['What did you do with it?', 'And what did you do then?'], say: ['What did you answer?', 'And did you believe it?'], move: ['Alone?', 'What drew you there?', 'How far did you get?'], give: ['And was it taken well?'], take: ['And nobody stopped it?'], work: ['Was it worth it?'], make: ['Who taught you that?'], eat: ['And did it taste?'], live: ['For long?'], fight: ['What was it over?'], lose: ['How did it come to that?'], think: ['What brought you to that?'], want: ['What keeps you from it?'], like: ['What is it that you like in it?'], dislike: ['What did it do to you?'], have: ['How did you come by it?'], help: ['Was it thanked?'], happen: ['And what did you do?'], marry: ['When was that?'], trade: ['Was it a good bargain?'],
  }
  const lines = ask[s.cls] ?? (s.time === 'past' ? ['How did it end?', 'What came of it?'] : ['What makes you say it?', 'Tell me more of it.'])
  return [...lines, ...(s.time === 'past' ? ['How did it go on?', ...(time ? [] : ['When was that?']), 'What did you do then?'] : [])]
}

/** What is told of the listener where there is something to sell to them, and words that mean nothing. */
function answerPressed(c: Context): Found | null {
  const { s } = c
  const words = new Set(s.words)
  if (s.words.length > 2 && words.size === 1) return told(c, [`${capitalise(s.words[0]!)}, I heard you. And what do you want with it?`, 'Are you quite well?'], {}, { final: true })
  if ((s.who === 'you' || /^your\b/.test(s.subject)) && /^(?:must|should|could|will|need|surely)$/.test(s.modal) && (/^(?:have|want)$/.test(s.cls) || s.verb === 'use') && c.tale.last('wares', 'offer')) return told(c, { gruff: ['What’s torn stays torn till winter. I’ve said no.'], any: ['There is always something torn, and it waits till winter, when there is time for it.', 'You know your trade! But no: what I have will hold another year.'] })
  return null
}

/** An answer to what is told and has no kind: what it names is taken up, with a stance of one's own where there is one, and a question that goes on. */
export function answerStory(c: Context): Found | null {
  const { s, scene, tale } = c
  const pressed = answerPressed(c)
  if (pressed) return pressed
  if (s.mood === 'asks' || s.mood === 'bids' || s.words.length < 3) return null
  if (/\bi (?:meant|mean)\b/.test(s.text) || isAsking(mendSpelling(scene.heard, []))) return null
  const clause = tale.now.filter(({ mood }) => mood === 'tells').at(-1) ?? s
  if (clause.who === 'you' || clause.mood === 'asks' || (clause.cls === 'say' && /\byou\b/.test(clause.object)) || (clause.who === 'thing' && (clause.time === 'now' || /\b(?:is|are)\b/.test(clause.text)) && /^(?:be|make|other)$/.test(clause.cls))) return null
  const phrase = [nounPhrase(clause.object), clause.who === 'thing' || clause.who === 'mine' ? clause.subject : ''].map((words) => words.replace(/^(?:just|so|very|too|only|really|quite) /, '')).find((words) => words !== '' && !EMPTY.test(headOf(words)) && !/^(?:i|you|he|she|it|we|they)\b/.test(words)) ?? ''
  const back = phrase === '' ? '' : saidBack(phrase)
  const words = new Set(scene.heard.toLowerCase().split(/[^a-z]+/))
  const asks = asksOn(clause, words)
  const noun = headOf(phrase)
  const taste = clause.time !== 'past' && noun !== '' ? tasteFor(scene.view, noun) : null
  if ((clause.cls === 'dislike' || (clause.cls === 'like' && clause.not)) && clause.who === 'me' && noun !== '') return told(c, taste?.likes === 'cool' ? [`No ${noun} for me, either: ${taste.because}.`] : taste?.likes === 'fond' ? [`Not even a little? I like ${noun}: ${taste.because}.`, `Then more ${noun} for me: ${taste.because}. What do you like instead?`] : [`No ${noun}, then. What do you like instead?`, `What did ${noun} ever do to you?`], {}, { confidence: LIKELY })
  if (back !== '') {
    const stance = isNoun(noun, 'weather') ? 'not a thing to be out in' : isNoun(noun, 'omen') ? 'I’d not have liked that' : ''
    const start = stance ? `${capitalise(back)}; ${stance}.` : `${capitalise(back)}?`
    return told(c, { gruff: asks.map((ask) => `${capitalise(back)}. ${ask}`), any: asks.map((ask) => `${start} ${ask}`) }, {}, { confidence: MAYBE + 0.03 })
  }
  return told(c, asks, {}, { confidence: MAYBE })
}
