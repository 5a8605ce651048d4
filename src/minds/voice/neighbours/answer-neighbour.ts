/** What somebody says to what a neighbour has begun, told or owned to: of the thing itself, by what they know of it. */
import type { HeldBelief, KnownPerson } from '../../private-view.ts'
import { FEELING_WORDS, isBadKind } from '../answer-feelings.ts'
import { answer, type Answer } from '../answer.ts'
import { writtenOut } from '../asked/plain.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { sourceOf } from '../answer-belief.ts'
import { matterOf } from '../discourse/matters.ts'
import { CHIME } from '../lines-chime.ts'
import { SOCIAL } from '../lines-social.ts'
import { givenOf } from '../people.ts'
import { say, type Scene } from '../scene.ts'
import { isRepeat, roll, type Slots } from '../speak.ts'
import { coverageOfText } from '../tell.ts'
import { NEIGHBOURS } from './lines-neighbours.ts'
import { MOURNING_TALK, WEATHER, workOf, type Opener } from './openers.ts'
import { COOL, FOND, openersIn, personNamed, playerFact, playerName, weatherWords } from './topics.ts'

/** Share of a belief’s words at which it has just been told. */
const TOLD_SHARE = 0.7
/** Less sure than this of what went through several mouths, one asks who told it. */
const DOUBT_CONFIDENCE = 0.35
const DOUBT_SHARE = 0.5
/** From this on, of work done, what somebody waits for is ready. */
const READY_DUTY = 0.55
const LIKED = 0.15
const DISLIKED = -0.15
/** What the player told of themselves that neighbours pass on. */
const PUBLIC_FACTS: ReadonlyArray<readonly [key: string, words: (object: string) => string]> = [['seeks', (object) => `they’re looking for ${object}`], ['lost', (object) => `they’ve lost their ${object}`], ['origin', (object) => `they come from ${object}`], ['trade', (object) => `they’re ${/^[aeiou]/i.test(object) ? 'an' : 'a'} ${object} by trade`], ['goes-to', (object) => `they’re bound for ${object}`]]
const ASKS_WORK = /\bhow(?:’s| is| goes)(?: the| your)? work\b/i
const FEELS = new RegExp(`\\bI(?:’m| am| feel)\\b[^.!?]{0,30}?\\b(${Object.values(FEELING_WORDS).join('|')})\\b`, 'i')

/** The answer to what the partner has just begun or told; null where it was none of it. */
export function answerNeighbour(scene: Scene): Answer | null {
  const told = answerNews(scene)
  if (told) return told
  const [opener] = openersIn(scene.heard)
  const answered = opener ? answerOpener(scene, opener) : null
  if (answered) return answered
  if (ASKS_WORK.test(scene.heard)) {
    const work = answer(scene, { key: 'work' }, [{ any: workOf(tradeIdOf(scene.view.trade)).map((remark) => remark.say) }])
    if (work) return work
  }
  const feeling = FEELS.exec(scene.heard)?.[1]?.toLowerCase()
  const kind = (Object.keys(FEELING_WORDS) as Array<keyof typeof FEELING_WORDS>).find((each) => FEELING_WORDS[each] === feeling)
  return kind ? answer(scene, { key: isBadKind(kind) ? 'on-sorry-for' : 'on-pleased' }, [isBadKind(kind) ? NEIGHBOURS['feel-bad'] : NEIGHBOURS['feel-good']]) : null
}

function answerOpener(scene: Scene, opener: Opener): Answer | null {
  const name = scene.partnerName ?? 'neighbour'
  const person: Answer['inner'] = { key: 'person', slots: { person: name, name } }
  const { view, heard } = scene
  switch (opener.topic) {
    case 'ware': return answer(scene, { key: 'work' }, [NEIGHBOURS[view.needs.duty > READY_DUTY ? 'ware-ready' : 'ware-late'], { name }])
    case 'weather': return answerWeather(scene, heard)
    case 'third': return answerThird(scene, personNamed(scene, heard))
    case 'stranger': return answerStranger(scene)
    case 'infant': {
      const infant = view.infants.find((child) => heard.includes(givenOf(child)))
      return infant ? answer(scene, person, [NEIGHBOURS[infant.parents.some(({ id }) => id === view.npcId) ? 'infant-own' : 'infant-theirs'], { infant: givenOf(infant) }]) : null
    }
    case 'mourning': {
      const dead = view.dead.find(({ given }) => heard.includes(given))
      const words = MOURNING_TALK.both.includes(opener) ? 'mourn-both' : dead && dead.kinship !== null && MOURNING_TALK.theirs.includes(opener) ? 'mourn-own' : 'mourn-theirs'
      const said = dead && answer(scene, { key: 'mourning' }, [NEIGHBOURS[words], { dead: dead.given }])
      return said ? { ...said, plain: true } : null
    }
    case 'play': return answer(scene, person, [NEIGHBOURS.play])
    case 'country': return answer(scene, { key: 'on-curious', slots: { name } }, [NEIGHBOURS.country])
    default: return answer(scene, person, [NEIGHBOURS[opener.tone], { it: opener.it.replace(/^my\b/, 'your') }])
  }
}

/** The weather by one’s own work, after whether one sees it as the other does. */
function answerWeather(scene: Scene, heard: string): Answer | null {
  const mine = weatherWords(scene.view).filter(({ say: words }) => !isRepeat(words, heard))
  const word = mine[Math.floor(roll(scene.dice, 'weather word') * mine.length)]
  const theirs = openersIn(heard)[0]?.say
  const text = word ? say(scene, { any: [word.say] }) : null
  if (!word || text === null) return answer(scene, { key: 'content' }, [NEIGHBOURS['same-weather']])
  const isSame = isWelcome(theirs) === word.good
  const lead = say(scene, NEIGHBOURS[isSame ? 'same-weather' : 'other-weather'])
  return { text: lead === null ? text : `${lead} ${text}`, inner: { key: 'content' } }
}

function answerThird(scene: Scene, person: KnownPerson | null): Answer | null {
  if (!person) return answer(scene, { key: 'on-unknown' }, [NEIGHBOURS['third-about']])
  const slots = { person: givenOf(person) }
  const { doing, workplace } = person
  const where = doing ? `Over there, ${doing.replace(/[.]$/, '')}.` : say(scene, workplace !== '' && workplace !== 'out of doors' ? NEIGHBOURS['third-works'] : NEIGHBOURS['third-about'], { ...slots, workplace }) ?? 'Not since yesterday.'
  const word = person.warmth > FOND ? say(scene, NEIGHBOURS['third-fond'], slots) : person.warmth < COOL ? say(scene, NEIGHBOURS['third-cool'], slots) : null
  return { text: word === null ? where : `${where} ${word}`, inner: { key: 'person', slots } }
}

/** What one makes of the player, and what one has from their own mouth. */
function answerStranger(scene: Scene): Answer | null {
  const player = scene.view.knows.find(({ id }) => id === 'player')
  const inner: Answer['inner'] = { key: 'player', slots: { name: playerName(scene) } }
  if (!player) return answer(scene, inner, [NEIGHBOURS['stranger-unknown']])
  const opinion = answer(scene, inner, [NEIGHBOURS[player.warmth > LIKED ? 'stranger-liked' : player.warmth < DISLIKED ? 'stranger-disliked' : 'stranger-plain']])
  const facts = PUBLIC_FACTS.flatMap(([key, words]) => {
    const object = playerFact(scene, key)
    return object === null || scene.heard.includes(object) ? [] : [words(object)]
  })
  const fact = facts[Math.floor(roll(scene.dice, 'which fact') * facts.length)]
  const told = fact ? say(scene, NEIGHBOURS['told-me'], { fact }) : null
  return opinion && { ...opinion, text: told === null ? opinion.text : `${opinion.text} ${told}` }
}

/** A listener’s word to news: by whom it is about and how it stands with them; who has it already says from whom, who doubts it asks. */
function answerNews(scene: Scene): Answer | null {
  const { view, partnerId, heard } = scene
  const belief = view.beliefs.find(({ text, fromId, learntSeconds }) => (fromId === partnerId || learntSeconds < scene.talkBegan) && coverageOfText(text, heard) >= TOLD_SHARE)
  if (!belief) return null
  if (belief.learntSeconds < scene.talkBegan && belief.fromId !== partnerId) return answer(scene, { key: 'on-topic' }, belief.fromId === null ? [CHIME.agree] : [CHIME.same, { source: sourceOf(scene, belief) }])
  if (belief.about.some((id) => id === view.npcId)) return answer(scene, { key: 'on-topic' }, [SOCIAL['about-self']])
  if (belief.hops > 1 && belief.confidence < DOUBT_CONFIDENCE && roll(scene.dice, 'doubt') < DOUBT_SHARE) return answer(scene, { key: 'on-topic' }, [NEIGHBOURS.doubt, { name: scene.partnerName ?? 'neighbour' }])
  return answer(scene, { key: 'on-topic' }, [NEIGHBOURS[toneOf(belief)], slotsOf(scene, belief)])
}

function toneOf({ text }: HeldBelief): 'news-sad' | 'news-good' | 'news-odd' {
  const tone = matterOf(writtenOut(text))?.tone
  return tone === 'sad' ? 'news-sad' : tone === 'good' ? 'news-good' : 'news-odd'
}

function slotsOf({ view, partnerId }: Scene, { about }: HeldBelief): Slots {
  // whom something was done to is pitied before whoever did it
  const person = about.toReversed().flatMap((id) => view.knows.find((known) => known.id === id && id !== 'player' && id !== partnerId) ?? [])[0]
  return { person: person ? givenOf(person) : null }
}

/** Whether words on the weather welcome it; null for words that are none. */
function isWelcome(words: string | undefined): boolean | null {
  return Object.values(WEATHER).flatMap((kinds) => Object.values(kinds).flat()).find(({ say: each }) => each === words)?.good ?? null
}
