/** Jokes, riddles (told, judged, given away), songs, stories, dances and games, and answers to the smallest things: a sign, a number, a single word. */
import { goodIn } from '#simulation/trade/goods.ts'
import { WORLD } from '../lines-world.ts'
import { answer, type Answer } from '../answer.ts'
import { givenOf } from '../people.ts'
import { ageOf, partnerOf, type Scene } from '../scene.ts'
import { capitalise, roll } from '../speak.ts'
import { AMUSE } from './lines-amuse.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { numberWord } from '#simulation/trade/price-words.ts'
import { coreOf } from './plain.ts'
import type { Ask } from './read-ask.ts'
import { known, type Riddle } from './repertoire.ts'
import { sentence, toYou } from './state.ts'
import type { Thread } from './full-words.ts'

const INNER = { key: 'on-pleased' } as const
/** Own turns back in which a riddle still waits for its answer. */
const RIDDLE_TURNS = 4
/** Words up to which a remark may be a guess. */
const GUESS_WORDS = 7
const GIVES_UP = /\b(?:give up|no idea|don't know|do not know|dunno|tell me|what is it|what's it|what is the answer|what's the answer|the answer|the solution|no clue|can't guess|too hard)\b/
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']
/** Greatest number that is reckoned in the head. */
const MOST_RECKONED = 1000

/** An answer; null where something else is asked. */
export function answerAmuse(scene: Scene, ask: Ask, thread: Thread): Answer | null {
  const { view } = scene
  switch (ask.kind) {
    case 'their-turn': return answer(scene, INNER, [ask.about.split(' ').length > 5 ? AMUSE['their-told'] : AMUSE['their-turn']])
    case 'joke': return tellNew(scene, known(view.settlement.culture, 'jokes'), 'joke')
    case 'song': return /\b(?:sing|song|songs|verse|rhyme|hum|lullaby|poem|poetry|ballad|tune)\b/.test(coreOf(scene.heard)) ? tellNew(scene, known(view.settlement.culture, 'songs'), 'song') : answer(scene, INNER, [AMUSE.music])
    case 'riddle': return tellNew(scene, known(view.settlement.culture, 'riddles').map(({ asks }) => asks), 'riddle')
    case 'story': return tellStory(scene)
    case 'dance': return answer(scene, INNER, [AMUSE.dance])
    case 'game': return answer(scene, INNER, [ageOf(view) === 'child' ? AMUSE['game-child'] : AMUSE.game])
    case 'another': return answerAnother(scene, thread)
    case 'emoji': return answerSign(scene, ask.about)
    case 'number': return answer(scene, INNER, [AMUSE.number, { item: numberSaid(coreOf(scene.heard)) }])
    case 'sum': return answerSum(scene, coreOf(scene.heard))
    case 'greet-foreign': return answer(scene, { key: 'on-stranger', slots: { name: scene.partnerName } }, [AMUSE['greet-foreign'], { thing: capitalise(ask.about.toLowerCase()) }])
    case 'abilities': return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [AMUSE.abilities])
    case 'jest': return answer(scene, INNER, [AMUSE.jest])
    case 'never-mind': return answer(scene, INNER, [AMUSE['never-mind']])
    case 'fault': {
      const partner = partnerOf(scene)
      const wronged = (partner?.warmth ?? 0) < -0.08
      return answer(scene, { key: wronged ? 'on-hurt' : 'on-pleased' }, wronged ? [AMUSE['fault-yes'], { reason: sentence(toYou(scene, partner?.lastReason ?? '').replace(/\bthey\b/g, 'you').replace(/\bthem\b/g, 'you')) }] : [AMUSE.fault])
    }
    default: return null
  }
}

/** One that was not told lately, the culture’s own first. */
function tellNew(scene: Scene, items: readonly string[], kind: 'joke' | 'song' | 'riddle'): Answer | null {
  const told = [...scene.recent, ...scene.ownTurns].join(' ')
  const fresh = items.filter((item) => !told.includes(item.slice(0, 30)))
  const item = fresh[Math.floor(roll(scene.dice, kind) * Math.min(3, fresh.length))]
  return item === undefined ? answer(scene, INNER, [AMUSE[`${kind}-none`]]) : unaltered(answer(scene, INNER, [AMUSE[kind], { item }]))
}

function unaltered(words: Answer | null): Answer | null {
  return words && { ...words, final: true }
}

/** What is remembered of the place, else what one heard of the country around. */
function tellStory(scene: Scene): Answer | null {
  const { view } = scene
  const told = scene.recent.join(' ')
  const lore = view.settlement.lore.filter((line) => !told.includes(line) && /\byears ago\b/.test(line))
  const marks = view.country.filter(({ story, kind }) => kind !== 'road' && /\byears\b/.test(story) && !told.includes(story)).map(({ name, story }) => `There is ${name}. ${story}`)
  const stories = [...lore, ...marks]
  const line = stories[Math.floor(roll(scene.dice, 'story') * stories.length)]
  return unaltered(answer(scene, INNER, line ? [WORLD.lore, { lore: line }] : [WORLD['lore-none']]))
}

/** Another of what was told last. */
function answerAnother(scene: Scene, thread: Thread): Answer | null {
  const kind = thread.last?.ask?.kind
  if (kind === 'joke' || kind === 'song' || kind === 'riddle' || kind === 'story') return answerAmuse(scene, { kind, about: '' }, { ...thread, last: null })
  return null
}

/** A guess at the riddle that waits for an answer; null where none waits or something else was said. */
export function judgeRiddle(scene: Scene, ask: Ask | null): Answer | null {
  const riddle = waiting(scene)
  if (!riddle) return null
  const core = coreOf(scene.heard)
  if (riddle.solves.test(scene.heard)) return unaltered(answer(scene, INNER, [AMUSE.right, { item: riddle.answer }]))
  if (GIVES_UP.test(core) || ask?.kind === 'follow-mean') return unaltered(answer(scene, INNER, [AMUSE['give-up'], { item: riddle.answer }]))
  const guess = core.replace(/^(?:is it|it is|it's|could it be|maybe|perhaps|i think|i guess|i say|i'd say|that must be|it must be|you are|that is)\b ?(?:it's|it is|that)? ?/, '')
  if (guess.split(' ').length > GUESS_WORDS || (ask !== null && ask.kind !== 'emoji' && ask.kind !== 'number') || (guess === core && /^(?:who|what|where|when|why|how|which|do|does|are|can|could|will|would|tell|i|my|you|bye|goodbye|thanks?|thank|hello|never)\b/.test(core))) return null
  return unaltered(answer(scene, INNER, [AMUSE.wrong]))
}

/** The riddle asked in one’s last lines and neither solved nor given away since. */
export function waiting(scene: Scene): Riddle | null {
  const riddles = known(scene.view.settlement.culture, 'riddles')
  for (const line of scene.ownTurns.slice(-RIDDLE_TURNS).reverse()) {
    const asked = riddles.find(({ asks }) => line.includes(asks))
    if (asked) return asked
    if (riddles.some(({ answer: solution }) => new RegExp(`\\b${solution}\\b`, 'i').test(line))) return null
  }
  return null
}

function answerSign(scene: Scene, sign: string): Answer | null {
  const kind = /[😂🤣😆😹]|xd/iu.test(sign) ? 'sign-laugh' : /[❤🧡💛💚💙💜😍🥰😘💕💖💗🤗]|<3/u.test(sign) ? 'sign-love' : /[😢😭😞😔☹🙁😿💔]|:-?\(/u.test(sign) ? 'sign-sad' : /[😠😡🤬👿]/u.test(sign) ? 'sign-angry' : /[👋🙋]/u.test(sign) ? 'sign-wave' : /[👍👌🙏✅]/u.test(sign) ? 'sign-yes' : /[🙂😀😃😄😁😊☺😉😎😇🙃]|:-?[)D]|;-?\)/u.test(sign) ? 'sign-smile' : 'sign-other'
  return answer(scene, INNER, [AMUSE[kind]], [AMUSE['sign-other']])
}

function numberSaid(text: string): string {
  const n = Number(text.replace(/[ ,]/g, ''))
  return Number.isInteger(n) && n > 0 && n <= 12 ? numberWord(n) : text
}

function answerSum(scene: Scene, core: string): Answer | null {
  const [, a = '', sign = '', b = ''] = /(-?\w+) ?(\+|plus|and|-|minus|less|times|x|\*|divided by|\/) ?(-?\w+)(?: make)?$/.exec(core) ?? []
  const [x, y] = [a, b].map((word) => (NUMBERS.includes(word) ? NUMBERS.indexOf(word) : /^-?\d+$/.test(word) ? Number(word) : Number.NaN))
  if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return null
  const sum = sign === '+' || sign === 'plus' || sign === 'and' ? x + y : sign === '-' || sign === 'minus' || sign === 'less' ? x - y : sign === 'divided by' || sign === '/' ? x / y : x * y
  return Number.isInteger(sum) && Math.abs(sum) <= MOST_RECKONED ? answer(scene, INNER, [AMUSE.sum, { item: sum > 0 && sum <= 12 ? numberWord(sum) : String(sum) }]) : answer(scene, INNER, [AMUSE['sum-none']])
}

/** Praise of something in particular: eyes, the house, the work, the place, a child; null where it is of none. */
export function answerPraise(scene: Scene): Answer | null {
  const core = coreOf(scene.heard)
  if (scene.heard.includes('?') || !PRAISING.test(core)) return null
  const [child] = scene.view.knows.filter(({ kinship }) => kinship === 'child')
  if (/\byour (?:\w+ )?(?:wife|husband|son|daughter|children|child|kids|mother|family)\b/.test(core)) return answer(scene, { key: 'on-pleased' }, [AMUSE['praise-kin'], { person: child ? givenOf(child) : null }])
  if (/\byour (?:\w+ )?(?:house|home|cottage|roof|door|garden|hearth|room)\b|\b(?:house|home|cottage|garden|place) you (?:have|got|live in)\b/.test(core)) return answer(scene, { key: 'on-pleased' }, [AMUSE['praise-house']])
  if (/\b(?:eyes?|hair|smile|face|voice|hands?|beard|dress|coat|clothes|hat|shawl|laugh|look|looks|beautiful|pretty|handsome)\b/.test(core) && /\byou(?:r|'re)?\b/.test(core)) return answer(scene, { key: 'on-pleased' }, [AMUSE['praise-look']])
  const good = goodIn(core)
  const maker = good && !good.trades.some((trade) => TRADES[trade].label === scene.view.trade) ? scene.view.knows.find(({ trade }) => TRADES[good.trades[0]!].label === trade) : undefined
  if (maker) return answer(scene, { key: 'person', slots: { person: givenOf(maker) } }, [AMUSE['praise-other'], { person: givenOf(maker) }])
  if (/\byou (?:sing|work|cook|bake|tell|dance|do that|make)\b|\b(?:work|bread|ale|stew|food|cloth|knife|cheese|craft|soup|cooking|song|story|joke|riddle)\b/.test(core)) return answer(scene, { key: 'on-pleased' }, [AMUSE['praise-work']])
  if (/\b(?:village|town|place|here|country|land|view|river|square)\b/.test(core)) return answer(scene, { key: 'on-pleased' }, [AMUSE['praise-place']])
  return null
}

const PRAISING = /\b(?:beautiful|lovely|nice|pretty|wonderful|great|good|handsome|splendid|amazing|delicious|beautifully|wonderfully|well|nicely|fine|excellent|gorgeous|charming|impressive|clean|cosy|cozy|perfect|marvellous|strong|magnificent|funny|kind|sweet|nicest|loveliest|prettiest|finest|best|most beautiful|cosiest|peaceful|charming)\b|\bi (?:really |do |just )?(?:like|love|admire|enjoy)\b/
