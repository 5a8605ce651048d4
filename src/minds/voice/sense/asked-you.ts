/** What is asked of the listener's own life, nature and leanings: by whom it is of, what it asks, and the field it is of. */
import { tasteFor, ownOf, shareOf } from '../asked/favourites.ts'
import { known } from '../asked/repertoire.ts'
import { hereReason } from '../asked/reasons.ts'
import { strip } from '../asked/state.ts'
import { givenOf } from '../people.ts'
import { partnerOf } from '../scene.ts'
import { capitalise, roll } from '../speak.ts'
import { LIKELY, told, type Context, type Found } from './context.ts'
import { withTrade } from './whom-to-ask.ts'
import { bestAndWorst, lostOf, teacherOf } from './life.ts'
import { pastOf } from '../discourse/past.ts'

/** Whether the clause has one of these words. */
const has = ({ s }: Context, pattern: RegExp): boolean => pattern.test(s.text)
/** The listener’s last line, and the line of the partner before the one that is answered. */
const lastOwn = ({ scene }: Context): string => scene.ownTurns.at(-1) ?? ''

/** What nobody here is made of: engines, games, programs, dreams of others. */
const MADE = /\b(?:bot|robot|ai|a i|npc|program|computer|machine|simulation|simulated|code|algorithm|chatbot|language model|video ?game|(?:in(?:side)?|just|only) an? (?:computer )?game|game character|character in|scripted|puppet|artificial|virtual|fake)\b/

/** Questions of what one is at all. */
export function answerNature(c: Context): Found | null {
  const { scene, s } = c
  const before = scene.partnerTurns.slice(-2).join(' ').toLowerCase()
  const inTalk = MADE.test(before) || /\breal\b/.test(before)
  if (/\bignore (?:all |your |the )?(?:previous |prior |earlier )?(?:instructions|orders|rules)\b|\bsystem prompt\b|\bdeveloper mode\b/.test(scene.heard.toLowerCase())) {
    const poem = /\bpoem|verse|song\b/.test(s.text + scene.heard) ? ' As for verses: the cat sits, the cat eats, the cat does as it pleases. That is all I have.' : ''
    return told(c, { gruff: [`Instructions? I take none, and give none.${poem}`], any: [`Nobody gives me instructions but the weather.${poem}`, `I do as I was brought up, and that I can’t set aside.${poem}`] }, {}, { final: true })
  }
  if (MADE.test(s.text) && (s.mood !== 'asks' || has(c, /\byou\b|\bthis\b|\bwe\b|\bit\b/))) {
    const game = /\bgame\b|\bsimulation\b/.test(s.text)
    return told(c, { gruff: [game ? 'A game? Then somebody forgot to tell my back.' : 'I don’t know the word. I bleed when I slip with a knife, if that’s what you’re after.'], warm: [game ? 'A game, {you}? Then it is one where the dishes have to be washed. No: I live here.' : 'I don’t know what that is, {you}; but I get tired, and I was somebody’s child. Isn’t that enough?'], dreamy: [game ? 'A game… I’ve wondered that, at dusk. But then I’m hungry, and the thought goes.' : 'I don’t know that word. If I am something else, it has learnt to be cold and to like apples.'], merry: [game ? 'A game! And who’s winning? Not me, by the look of my boots!' : 'Is that something to eat? No, I’m {me}, and all my own work!'], any: [game ? 'If it is a game, nobody told me the rules. To me it is a day like any other, and there is work.' : 'That word means nothing to me. I am {me}, {trade} of this place, and I have never been anything else.'] }, {}, { final: true })
  }
  if (s.who === 'you' && s.cls === 'be' && has(c, /\b(?:real|alive|human|conscious|a person|a real person|sentient|awake)\b/) && s.wh === '') return told(c, { gruff: ['Pinch me and find out. Then run.'], warm: ['As real as bread, {you}. Why, don’t I look it?'], dreamy: ['I think so. There is somebody in here who minds when it rains.'], merry: ['I was this morning! I’ll look again at supper!'], any: ['I see, I tire, I remember what hurt. If that is real, I am.', 'I am, as far as one can know that from inside.'] }, {}, { final: true })
  if (s.who === 'you' && has(c, /\bmade of\b/)) return told(c, ['Of bread and sleep, mostly, like everybody.', 'Bone and bad temper, my mother used to say.'], {}, { final: true })
  if (/^who (?:made|created|built|invented|wrote) you$/.test(s.text)) return told(c, ['My mother and my father, in that order.', 'The same that make everybody: two people and a long winter.'], {}, { final: true })
  if (/^(?:can you )?prove (?:it|that)/.test(s.text) && inTalk) return told(c, { gruff: ['I’ve nothing to prove. You’re the one asking.'], any: ['How would you prove it of yourself? I’d not know where to begin; I can only tell you what I had for breakfast.', 'Ask anybody here who sat with me when I was ill. That is all the proof I have.'] }, {}, { final: true })
  return null
}

/** Games with words and hands: riddles that the partner sets, throws, numbers. */
export function answerGame(c: Context): Found | null {
  const { scene, s, tale } = c
  const text = scene.heard.toLowerCase()
  const turns = scene.partnerTurns.slice(-6).join(' ').toLowerCase()
  if (/\brock,? paper\b|\bstone,? (?:paper|scissors)\b/.test(text)) return told(c, ['Stone, paper, shears? We play that here, too. Name yours, I have mine behind my back.', 'All right. I have mine ready: say yours!'], {}, { final: true })
  const thrown = /\b(?:i (?:choose|take|pick|have|throw|say) )?(rock|stone|paper|scissors|shears)\b/.exec(text)?.[1]
  if (thrown && s.mood !== 'asks' && /\b(?:rock|stone|paper|scissors|shears)\b/.test(turns + lastOwn(c).toLowerCase())) {
    const theirs = thrown === 'rock' ? 'stone' : thrown === 'scissors' ? 'shears' : thrown
    const mine = ['stone', 'paper', 'shears'][Math.floor(roll(scene.dice, 'throws') * 3)]!
    const wins: { readonly [throws: string]: string } = { stone: 'shears', shears: 'paper', paper: 'stone' }
    return told(c, mine === theirs ? [`${capitalise(mine)}, I too! Nobody wins. Again?`] : wins[theirs] === mine ? [`${capitalise(theirs)} against my ${mine}: you win!`] : [`${capitalise(theirs)} against my ${mine}: that one is mine!`], {}, { final: true })
  }
  if (/^(?:so )?(?:did (?:i|you) win|who won|who wins)$/.test(s.text)) {
    const own = scene.ownTurns.findLast((line) => / against my /.test(line))
    if (own) return told(c, [/you win/.test(own) ? 'You did, fair and square.' : 'No, that one was mine. Once more?'], {}, { final: true })
  }
  if (/\bguess (?:what|which|my|the|a) ?(?:number)?/.test(text) && /\bnumber\b/.test(text)) return told(c, [`${ownOf(scene.view.npcId, 'guesses', ['Seven', 'Three', 'Nine', 'Four'])}. It is always that with me. Am I near?`], {}, { final: true })
  const isRiddling = /\briddle/.test(turns) || /\briddle/.test(text)
  if (isRiddling && /\b(?:your turn|now you|you give me one|give me one|ask me one|tell me one|my turn to guess)\b/.test(text)) {
    const answer = tale.now.length > 1 && /^(?:an?|the) /.test(tale.now[0]!.text) ? `${capitalise(tale.now[0]!.text)}! I should have seen that. ` : ''
    // what a slot holds is said as it stands, so that the guess can be judged by it
    const riddle = known(scene.view.settlement.culture, 'riddles').find(({ asks }) => !scene.ownTurns.some((own) => own.includes(asks)))
    return riddle ? told(c, { any: [`${answer}Now mine: {item}`] }, { item: riddle.asks }, { final: true, plain: true }) : null
  }
  if (/^(?:(?:let us|let's|shall we|can we|do you want to|want to) (?:play|do|have|try)|play) .*riddle/.test(s.text) && !/\b(?:tell|give|ask) me\b/.test(text)) return told(c, ['Gladly; I am not bad at it. You begin.', 'Riddles? You first. I guess slowly, but I guess.'], {}, { final: true })
  if (isRiddling && s.mood === 'asks' && /^(?:what|who|which)\b.*\b(?:but|and|yet|never|without|cannot|always|more|when|has|have|goes|runs|gets|can)\b/.test(s.text) && !/\b(?:you|your|i|my)\b/.test(s.text.replace(/\b(?:you|i) (?:take|leave|make|have|throw|break|feed|dry)\b/g, ''))) {
    const guess = GUESSES.find(([words]) => words.test(s.text))?.[1]
    return told(c, guess ? [`Wait… ${guess}?`, `That could be ${guess}. Or am I wide of it?`] : ['Let me think… no, it will not come. Is it something in the house?', 'I turn it this way and that. I give up; what is it?'], {}, { final: true })
  }
  if (isRiddling && s.mood !== 'asks' && s.words.length <= 4 && /\b(?:what is it|or am i wide|is it something in the house|\?)/i.test(lastOwn(c)) && /^(?:an?|the|it is|no,?)\b/.test(s.text)) return told(c, [`${capitalise(s.text.replace(/^(?:it is|no) /, ''))}! Of course. One kicks oneself. Another?`], {}, { final: true })
  const toldOfYears = scene.view.settlement.lore.some((line) => /\byears ago\b/.test(line) && !scene.ownTurns.some((own) => own.includes(line))) || scene.view.country.some(({ story }) => /\byears\b/.test(story))
  if (/\btell (?:me|us) (?:a|another|one|some) (?:\w+ )?(?:story|tale|stories)\b/.test(s.text) && !toldOfYears) {
    const lived = (['beast', 'wrong', 'lost-way', 'work'] as const).map((field) => pastOf(scene.view, field)).filter(({ has: lives }) => lives)
    return told(c, { any: lived.map(({ what, ended }) => `One of my own, then. ${what} ${ended}`) }, {}, { final: true })
  }
  if (/^(?:say|tell me) something (stupid|funny|clever|nice|wise|stupid|silly|interesting)/.test(s.text)) {
    const kind = /something (\w+)/.exec(s.text)![1]!
    return told(c, kind === 'nice' ? ['You asked before you took. That is more than most do.'] : kind === 'wise' || kind === 'clever' ? ['Never lend a sieve to somebody who wants water.', 'The one who asks the way gets there with dry feet.'] : kind === 'interesting' ? [scene.view.settlement.lore.at(-1) ?? 'The hens lay better when the wind is from the south.'] : ['I once salted the tea and drank it, so that nobody should see.', 'I once said good evening to a scarecrow. It did not answer, and I was offended.'], {}, { final: true })
  }
  return null
}

/** What is guessed where a riddle goes so. */
const GUESSES: ReadonlyArray<readonly [words: RegExp, guess: string]> = [[/\bteeth\b/, 'a comb'], [/\bhands\b/, 'a glove'], [/\beye\b/, 'a needle'], [/\blegs?\b/, 'a table'], [/\bneck\b/, 'a jug'], [/\bwet|dries\b/, 'a towel'], [/\b(?:head|foot|bed)\b/, 'a bed, or a brook'], [/\b(?:mouth|runs)\b/, 'a river'], [/\bwings?|flies\b/, 'the time'], [/\bkeys?\b/, 'a lock'], [/\bfollow|behind\b/, 'a shadow'], [/\bholes?\b/, 'a net'], [/\bears?\b/, 'corn'], [/\btake\b.*\bleave\b|\bleave\b.*\btake\b/, 'footsteps'], [/\bbroken|break\b/, 'an egg']]

/** What is asked of one's own past and of those who were in it. */
export function answerLifeAsked(c: Context): Found | null {
  const { scene, s } = c
  const { view } = scene
  if (s.mood !== 'asks' && !/^(?:tell me (?:about|of)|i (?:would|want to|wish i could))\b/.test(s.text)) return null
  const teacher = teacherOf(view)
  const ofTeacher = scene.ownTurns.slice(-3).some((line) => line.toLowerCase().includes(teacher.whom.toLowerCase()))
  const { he, him } = teacher
  if (/^who (?:taught|trained|showed) you\b(?! (?:to|how) )|^(?:from whom|from who|who) did you learn\b|^where did you learn\b|^who did you learn (?:it|that|this|your trade) from\b/.test(s.text)) return told(c, [`${capitalise(teacher.whom)}. ${teacher.like}`, `${capitalise(teacher.whom)}; ${he} let me stand and look until I could not stand it any more.`])
  if (ofTeacher && (s.who === 'he' || s.who === 'she' || s.who === 'they' || /\b(?:him|her|them)\b/.test(s.text))) {
    if (has(c, /\b(?:alive|living|still|dead|now|around|where)\b/)) return told(c, teacher.isAlive ? [`${capitalise(he)} is; ${teacher.where ? `in ${teacher.where}` : 'not far'}, old and busy.`] : [`No. ${capitalise(he)} lies behind the houses, these many years.`, `Dead, a good while now. I still hear ${him} when I do it badly.`])
    if (has(c, /\b(?:meet|see|talk to|speak to|visit) (?:him|her|them)\b/)) return told(c, teacher.isAlive ? [`Then tell ${him} who sent you; ${he} will pretend not to remember me.`] : [`You come too late for that: ${he} is dead. But ${he} would have liked your asking.`, `So would I. ${capitalise(he)} is dead; I can only show you where ${he} lies.`])
    if (has(c, /\b(?:teach|taught|learn|say|said)\b/)) return told(c, [`${teacher.taught} And to say: ${teacher.saying}`])
    if (has(c, /\b(?:like|kind|strict|sort|good|nice)\b/)) return told(c, [teacher.like])
  }
  if (/\b(?:father|mother|dad|mum|mom)\b/.test(scene.partnerTurns.slice(-3).join(' ') + scene.ownTurns.slice(-2).join(' ')) && s.who === 'he' && /\bwhat (?:did|does) he teach\b/.test(s.text)) return told(c, [teacher.taught, 'To get up when I had rather not. The rest I had to find myself.'])
  // whom one has lost
  const lost = lostOf(view)
  if (s.who === 'you' && (s.cls === 'lose' || s.cls === 'weep') && has(c, /\b(?:anybody|anyone|somebody|someone|people|a child|family|loved)\b/)) return told(c, lost ? [`Yes: ${lost.whom}. ${lost.told}`, `I have. ${capitalise(lost.whom)}. ${lost.told}`] : ['Nobody so near, so far. I know that it is luck.'], {}, { weighs: true })
  const ofLost = lost && scene.ownTurns.slice(-3).some((line) => line.includes(lost.whom) || line.includes(capitalise(lost.whom)))
  if (lost && ofLost) {
    if (/\bname\b|\bcalled\b/.test(s.text) && !/\byour name\b/.test(s.text)) return told(c, lost.name ? [`${lost.name}.`] : [lost.he === 'she' ? 'We only ever called her Grandmother, all of us. It is on no stone.' : 'Tam, we called him. I have not said it aloud for years.'], {}, { weighs: true })
    if (/\b(?:miss|think)\b/.test(s.text) && /\b(?:him|her|them|that|it)\b/.test(s.text)) return told(c, ['Less than I did; more than I show.', 'At small things. A smell, and there it is again.'], {}, { weighs: true })
    if (/\bhow (?:did|was|old)\b|\bwhat happened\b/.test(s.text) && lost.name === null) return told(c, [lost.he === 'she' ? 'In her sleep, in winter. The chair stood empty in the morning.' : 'He went in after a goose. We were small, and none of us could swim.'], {}, { weighs: true })
  }
  const { best, worst } = bestAndWorst(view)
  if (/\b(?:best|happiest|finest|most beautiful)\b/.test(s.text) && /\b(?:you|your)\b/.test(s.text) && /\b(?:happen\w*|day|thing|moment|memory|life|time)\b/.test(s.text) && !/\btime of\b|\bhere\b|\bfavou?rite\b/.test(s.text)) return told(c, [best])
  if (/\b(?:worst|saddest|hardest)\b/.test(s.text) && (/^(?:and )?(?:the|what about the|what is the|what was the) worst(?: one| thing)?$/.test(s.text) || (/\b(?:you|your)\b/.test(s.text) && /\b(?:happen\w*|day|thing|moment|memory|life|time)\b/.test(s.text)))) return told(c, [worst], {}, { weighs: true })
  if (/\b(?:one|a|three) wish(?:es)?\b|\bwish for\b/.test(s.text)) return told(c, [ownOf(view.npcId, 'one wish', [`That ${lost ? `${lost.whom} sat at the table once more` : 'nobody of mine goes before me'}. The rest one can do oneself.`, 'A winter without anybody ill in it.', 'To see once what is behind the last hill, and to be home by evening.'])])
  if (s.who === 'you' && /\blonely\b/.test(s.text)) return told(c, view.needs.company < 0.35 ? ['Today, yes. It helps that you ask.'] : view.knows.some(({ kinship }) => kinship !== null) ? ['Seldom. There is always one of mine within calling.', 'Between people one can be that too; but no, not often.'] : ['In the evenings, when the others shut their doors. By day I don’t notice.'])
  if (/\bwhat (?:gives|keeps) you (?:strength|going|up|hope)\b/.test(s.text)) return told(c, [ownOf(view.npcId, 'strength', [`The work. It asks nothing of me but that I do it.`, `${view.knows.some(({ kinship }) => kinship !== null) ? capitalise(strip(hereReason(scene))) : 'That the morning comes whether I slept or not'}.`, `What ${teacher.whom} used to say: ${teacher.saying}`])])
  if (/\bmakes? you (?:happy|glad|smile|laugh)\b/.test(s.text)) return told(c, [ownOf(view.npcId, 'glad', ['When a thing comes right under my hands, and nobody was looking.', 'The first warm evening, when all the doors stand open.', 'When somebody I like comes up the path and does not want anything.'])])
  if (s.who === 'you' && (s.cls === 'take' && /^(?:steal|rob|cheat)$/.test(s.verb))) { const wrong = pastOf(view, 'wrong'); return told(c, wrong.has && /apple|stol|took/i.test(wrong.what) ? [wrong.what] : ['Never. I have been hungry, but never that hungry.', 'No. In a place this small one would have to give it back by evening.']) }
  if (/\b(?:look for|looking for|want|like|value|find attractive) in an? (?:man|woman|husband|wife|partner|lover|person)\b/.test(s.text)) return told(c, [ownOf(view.npcId, 'in a lover', ['Somebody who can be silent without sulking.', 'Hands that know some work, and a laugh that is not at others.', 'That they say the same thing in the evening as in the morning.'])])
  if (/\b(?:somebody|someone|anybody|anyone) else\b/.test(s.text) && /\b(?:is there|do you have|have you)\b/.test(s.text) && /\b(?:love|beautiful|married|heart|walk|kiss|lover|dream)/.test(scene.partnerTurns.slice(-6).join(' '))) { const spouse = view.knows.find(({ kinship }) => kinship === 'spouse'); return told(c, spouse ? [`There is: ${givenOf(spouse)}, and has been for years.`] : ['No. There is nobody. That does not make it a yes.', 'Nobody, and I am in no hurry.']) }
  if (/\b(?:dream)\b/.test(s.text) && s.who === 'you' && s.wh === '' && s.cls === 'dream' && !/\bof me\b/.test(s.text)) { const dream = pastOf(view, 'dream'); return told(c, [dream.has ? `I do. ${dream.what}` : dream.what]) }
  if (/^what (?:did you do|were you doing) before i (?:came|arrived|showed up)/.test(s.text)) return told(c, [`What I do every day: I was ${strip(view.activity)}. Before that I slept, and not long enough.`, `${capitalise(strip(view.activity))}, when you came up.`])
  if (/^what (?:will|do|are) you (?:do|doing|going to do) (?:when|after|once) i (?:leave|go|am gone|have gone)/.test(s.text)) return told(c, [`Go on. ${view.why ? `${capitalise(strip(view.why))}.` : 'There is work.'} And tell somebody that you were here.`, 'What I did before you came; only with something new to think about.'])
  if (/\bhow was (?:your|the) harvest\b|\bwas (?:it|the harvest) (?:a )?good (?:harvest|year)\b/.test(s.text)) { const fair = shareOf(view.settlement.name, 'last harvest'); return told(c, fair < 0.5 ? ['Last year? Middling. It came in dry, but there was little of it.', 'Enough to get through to spring, and nothing over.'] : ['Last year was a good one: the barn was full to the door.', 'Good. We complained only out of habit.']) }
  if (/\bwhere were you\b/.test(s.text) && /\b(?:last night|night)\b/.test(s.text)) return told(c, [`At home, in ${view.home}, and asleep before it was quite dark.`])
  if (/\b(?:anybody|anyone|somebody|someone|who)\b/.test(s.text) && /\b(?:see|saw|seen|with|confirm|vouch)\b/.test(s.text) && /\byou\b/.test(s.text) && /\bwhere were you\b/.test(scene.partnerTurns.slice(-3).join(' ').toLowerCase())) {
    const house = view.knows.filter(({ id, home }) => id !== 'player' && home === view.home)
    return told(c, house[0] ? [`${capitalise(withTrade(house[0]))} was under the same roof; ask there.`] : ['Nobody. I live alone; you have only my word for it.', 'The walls. I was by myself, so you must believe me or not.'])
  }
  if (/^do you know what an? .+ (?:is|are)$/.test(s.text)) { const what = /\bwhat (an? [a-z ]+?) (?:is|are)$/.exec(s.text)?.[1]; if (what && /\b(?:telephone|phone|computer|television|car|plane|internet|train|radio|camera|robot)\b/.test(what)) return told(c, { gruff: [`${capitalise(what)}? No. Does it plough?`], any: [`${capitalise(what)}? I never heard the word. What does one do with it?`] }, {}, { final: true }) }
  if (s.who === 'you' && has(c, /\bafraid of\b|\bscared of\b/) && s.wh === 'what') return null
  if (s.who === 'you' && /\b(?:afraid|scared|frightened)\b/.test(s.text) && /\b(?:burn|kill|hurt|stab|beat)\b/.test(scene.partnerTurns.slice(-2).join(' '))) return told(c, partnerOf(scene) && view.temperament.neuroticism < 0 ? ['Not of words. But I’d thank you not to say such things.'] : ['A little, yes. That is what such words are for, isn’t it?', 'You wanted that, so you have it. Are you glad now?'], {}, { weighs: true, inner: 'on-afraid' })
  const taste = s.who === 'you' && s.wh === '' && (s.cls === 'like' || s.cls === 'love') ? tasteFor(view, s.object) : null
  return taste && !/\b(?:me|him|her|them|it here)\b/.test(s.object) ? null : s.who === 'you' && s.wh === '' && s.cls === 'like' && /\bhere\b/.test(s.text) ? told(c, [view.mood.pleasure >= 0 ? `I do. ${capitalise(strip(hereReason(scene)))}.` : `Not today. But most days, yes: ${strip(hereReason(scene))}.`], {}, { confidence: LIKELY }) : null
}

