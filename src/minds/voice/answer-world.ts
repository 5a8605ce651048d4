/** Answers about places, people, weather, news and what happened: from what this person knows, saw or heard, else honest ignorance. */
import { dayOf } from '#simulation/clock.ts'
import type { Memory } from '../memory/memory.ts'
import { wordsOf } from '../memory/tokens.ts'
import type { KnownPerson } from '../private-view.ts'
import { agoWords, distanceWords, partOfDay } from '../place-words.ts'
import { answerCountry } from './answer-country.ts'
import { answerSourceOfBelief, answerTrue, answerWith, beliefAbout, findBelief, newsOf, tellBelief, wasSaid } from './answer-belief.ts'
import { answer, type Answer } from './answer.ts'
import { BELIEF } from './lines-belief.ts'
import { SELF } from './lines-self.ts'
import type { Lines } from './manner.ts'
import { WORLD } from './lines-world.ts'
import { findPerson, givenOf, relationSentence, whereabouts } from './people.ts'
import { partnerOf, say, type Scene } from './scene.ts'
import { capitalise, roll } from './speak.ts'
import { findAnswer, tellMemory } from './tell.ts'
import { named, type Understanding } from './understand.ts'

/** What one goes to a kind of place for. */
const ERRANDS: ReadonlyArray<readonly [kind: string, words: RegExp]> = [
  ['inn', /\b(?:inn|tavern|pub|dry(?: out| off)?|warm up|ale|beer|drink|sleep|bed|room|lodging|stay|eat|food|meal|supper|rest|night)\b/i], ['bakery', /\b(?:bak\w+|bread|loaf|food|cake)\b/i], ['well', /\b(?:well|water)\b/i], ['shrine', /\b(?:shrine|pray\w*|temple|church|god|gods|priest|keeper)\b/i], ['mill', /\b(?:mill|flour|grain)\b/i],
  ['smithy', /\b(?:smith\w*|forge|iron|sword|horseshoe|nails?|blade)\b/i], ['stall', /\b(?:stall|market|shop|buy|trader|merchant|sell)\b/i], ['workshop', /\b(?:workshop|carpenter|weav\w+|cloth|plank)\b/i], ['shore', /\b(?:shore|sea|fish\w*|water|lake|beach|boat)\b/i],
  ['graves', /\b(?:graves?|graveyard|cemetery|churchyard|burying ground|burial ground|the dead)\b/i], ['field', /\b(?:fields?|crops?)\b/i], ['barn', /\b(?:barn|hay|sheep|cows?)\b/i], ['farmhouse', /\b(?:farm\w*)\b/i], ['bench', /\b(?:bench|sit)\b/i], ['fire', /\b(?:fire|warm)\b/i], ['woodpile', /\b(?:wood|firewood|logs?)\b/i], ['garden', /\b(?:gardens?|flowers?|herbs?)\b/i], ['square', /\b(?:square|centre|center|middle|people|everybody|everyone)\b/i],
]
/** To whom somebody is sent who asks in vain. */
const ASK_THERE: Lines = { any: ['Ask {one}, the {trade}.', '{one}, the {trade}, may know.', 'You could try {one}, the {trade}.', 'If anybody knows, it’s {one}, the {trade}.'] }
const HERE_METERS = 9
/** Importance from which something counts as news. */
const NEWS_IMPORTANCE = 0.18
/** News is older than this no more. */
const NEWS_SECONDS = 4 * 86_400
/** What happened so lately is no quiet day: a day and a half. */
const LATE_SECONDS = 1.5 * 86_400

/** An answer about the world; null when the act is about something else. */
export function answerWorld(scene: Scene, { act, topic }: Understanding): Answer | null {
  const { view } = scene
  const country = act.startsWith('ask') ? answerCountry(scene) : null
  if (country) return country
  switch (act) {
    case 'ask-where': return answerWhere(scene, topic || scene.heard)
    case 'ask-person': return answerPerson(scene, topic)
    case 'ask-opinion': return answerOpinion(scene, topic)
    case 'ask-weather': return answer(scene, { key: 'on-topic' }, [WORLD[`weather-${view.weather as 'clear'}`] ?? WORLD['weather-clear']])
    case 'ask-time': return answer(scene, { key: 'on-topic' }, [WORLD.time, { part: partOfDay(view.worldSeconds), day: ordinal(dayOf(view.worldSeconds) + 1) }])
    case 'ask-place': return answerPlace(scene)
    case 'ask-neighbours': return answerNeighbours(scene)
    case 'ask-news': return answerNews(scene)
    case 'ask-happened':
    case 'ask-other':
    case 'ask-remember':
      return answerFromMemory(scene, topic || scene.heard)
    case 'ask-source': return answerSource(scene, topic)
    case 'ask-true': return answerTrue(scene, topic)
    case 'ask-advice': {
      const sight = view.landmarks.find(({ kind, meters }) => meters > HERE_METERS && ['shrine', 'mill', 'inn', 'shore', 'fire', 'well'].includes(kind))
      const somebody = view.knows.find(({ id, warmth, trade: theirs }) => id !== 'player' && warmth > 0 && theirs !== 'child')
      return answer(scene, { key: 'on-topic' }, [WORLD.advice, { thing: (somebody && /\bwhom?\b/i.test(scene.heard) ? null : sight?.name) ?? null, person: somebody ? `${givenOf(somebody)}, the ${somebody.trade}` : null }])
    }
    case 'ask-safe': return answer(scene, { key: 'on-curious' }, [WORLD.safe])
    case 'ask-belief': return answer(scene, { key: 'on-topic' }, [WORLD.belief])
    case 'ask-secret': return answer(scene, { key: 'on-curious' }, [WORLD.secret])
    default: return null
  }
}

/** The best that memory holds for a question, told with its source; else honest ignorance. */
function answerFromMemory(scene: Scene, question: string): Answer | null {
  const belief = findBelief(scene, question)
  const believed = belief && answerWith(scene, belief)
  if (believed) return believed
  const memory = findAnswer(scene, question) ?? findAnswer(scene, scene.heard)
  if (!memory) return ignorance(scene)
  return answer(scene, { key: 'on-topic' }, [WORLD.recalled, { item: tellMemory(scene, memory) }], [WORLD['told-already']])
}

/** Not knowing, said as this person says it. */
export function ignorance(scene: Scene): Answer | null {
  return ignorant(answer(scene, { key: 'on-unknown' }, [WORLD.unknown, { ask: whoMightKnow(scene) }]))
}

function ignorant(words: Answer | null): Answer | null {
  return words && { ...words, isIgnorant: true }
}

function whoMightKnow(scene: Scene): string {
  const others = scene.view.knows.filter(({ id, trade, warmth, familiarity }) => id !== 'player' && id !== scene.partnerId && trade !== 'child' && warmth > -0.1 && familiarity > 0.2)
  const keeper = others.find(({ trade }) => trade === 'innkeeper') ?? others[Math.floor(roll(scene.dice, 'ask whom') * others.length)]
  return keeper && roll(scene.dice, 'name one who knows') < 0.6 ? (say(scene, ASK_THERE, { one: givenOf(keeper), trade: keeper.trade }, 'ask there') ?? `Ask ${givenOf(keeper)}, the ${keeper.trade}.`) : ''
}

function answerWhere(scene: Scene, words: string): Answer | null {
  if (/\b(?:am i|are we|is this)\b/i.test(scene.heard)) return answerPlace(scene)
  const found = findPlace(scene, words)
  if (found) return found
  const memory = findAnswer(scene, words, ({ kind }) => kind !== 'fact')
  if (memory) return answer(scene, { key: 'on-topic' }, [WORLD.recalled, { item: tellMemory(scene, memory) }], [WORLD['told-already']])
  return ignorant(answer(scene, { key: 'on-unknown' }, [WORLD['where-unknown'], { topic: wordsOf(words).length <= 4 && words !== scene.heard ? words : null, ask: whoMightKnow(scene) }]))
}

/** Where a known person, place or trade is to be found; null when none is meant. */
export function findPlace(scene: Scene, words: string): Answer | null {
  const { view } = scene
  if (named(words, [view.name]) !== '') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [WORLD['where-here']], [SELF['of-self']])
  if (wordsOf(view.trade).some((word) => word.length > 3 && wordsOf(words).includes(word))) return answer(scene, { key: 'work' }, [SELF.trade], [SELF['of-self']])
  const direct = named(words, view.knows.filter(({ id }) => id !== 'player').map(({ name }) => name)) !== ''
  const person = direct || /\b(?:your|the) (?:wife|husband|mother|father|son|daughter|brother|sister)\b/i.test(scene.heard) ? findPerson(view, words) : null
  if (person) return answer(scene, { key: 'person', slots: { person: givenOf(person) } }, [WORLD['where-person'], { person: givenOf(person), seen: `${capitalise(whereabouts(person))}.` }], [WORLD['told-already']])
  const neighbour = view.settlement.neighbours.find(({ name }) => named(words, [name]) !== '')
  if (neighbour) return answer(scene, { key: 'on-curious' }, [WORLD.where, { thing: neighbour.name, direction: neighbour.direction, distance: distanceWords(neighbour.meters) }], [WORLD['told-already']])
  const said = wordsOf(words)
  const mark = view.landmarks.find(({ kind }) => said.includes(kind)) ?? view.landmarks.find(({ kind }) => ERRANDS.some(([of, pattern]) => of === kind && pattern.test(words)))
  if (mark) return mark.meters < HERE_METERS ? answer(scene, { key: 'on-topic' }, [WORLD['where-here']]) : answer(scene, { key: 'on-topic' }, [WORLD.where, { thing: mark.name, direction: mark.direction, distance: distanceWords(mark.meters) }], [WORLD['told-already']])
  const trader = findPerson(view, words)
  if (trader) return answer(scene, { key: 'person', slots: { person: givenOf(trader) } }, [WORLD['where-person'], { person: `${givenOf(trader)}, the ${trader.trade}`, seen: `${capitalise(whereabouts(trader))}.` }], [WORLD['told-already']])
  return null
}

function answerPerson(scene: Scene, topic: string): Answer | null {
  const { view } = scene
  if (named(topic, [view.name]) !== '') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [SELF['of-self']])
  const person = findPerson(view, topic)
  if (person) {
    const slots = { person: givenOf(person), theirTrade: person.trade, theirHome: person.home || null, relation: relationSentence(person, scene.idiolect) }
    const told = answer(scene, { key: person.warmth < -0.2 ? 'person-bad' : 'person', slots: { person: givenOf(person) } }, [WORLD.person, slots], [WORLD['told-already']])
    const belief = beliefAbout(scene, person.id)
    if (told && belief) return { ...told, text: `${told.text} ${capitalise(tellBelief(scene, belief))}`, tells: belief.id }
    const memory = findAnswer(scene, person.name, (candidate) => candidate.about.includes(person.id) && candidate.importance >= NEWS_IMPORTANCE)
    return told && memory && roll(scene.dice, 'more of them') < scene.voice.talkative + 0.2 ? { ...told, text: `${told.text} ${capitalise(tellMemory(scene, memory))}` } : told
  }
  if (/^(?:i|me)$/i.test(topic)) return null
  if (named(topic, [view.settlement.name, view.place.region]) !== '') return answerPlace(scene)
  if (view.settlement.neighbours.some(({ name }) => named(topic, [name]) !== '')) return answerWhere(scene, topic)
  const belief = findBelief(scene, topic)
  const believed = belief && answerWith(scene, belief)
  if (believed) return believed
  const memory = findAnswer(scene, topic)
  if (memory) return answer(scene, { key: 'on-topic' }, [WORLD.recalled, { item: tellMemory(scene, memory) }])
  if (view.landmarks.some(({ kind }) => wordsOf(topic).includes(kind))) return answerWhere(scene, topic)
  return ignorant(answer(scene, { key: 'on-unknown' }, [/\p{Lu}/u.test(topic) || /^who/i.test(scene.heard) ? WORLD['person-unknown'] : WORLD.unknown, { topic: topic.split(' ').length <= 4 ? topic : null, ask: whoMightKnow(scene) }]))
}

function answerOpinion(scene: Scene, topic: string): Answer | null {
  if (named(topic, [scene.view.name]) !== '') return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [SELF['of-self']])
  const person = findPerson(scene.view, topic) ?? (/\b(?:neighbou?rs?|people|others|them|everybody|everyone|villagers?)\b/i.test(topic) ? strongestFeeling(scene) : null)
  if (person) {
    const lines = person.warmth > 0.2 ? WORLD['opinion-good'] : person.warmth < -0.15 ? WORLD['opinion-bad'] : WORLD['opinion-even']
    const lately = person.lastReason ? `${capitalise(person.lastReason.replace(/[.]$/, ''))}, you see.` : ''
    return answer(scene, { key: 'on-opinion', slots: { person: givenOf(person) } }, [lines, { person: givenOf(person), lately }], [WORLD['told-already']])
  }
  if (/\b(?:weather|rain|sun|mist|snow|storm|thunder)\b/i.test(topic)) return answer(scene, { key: 'on-topic' }, [WORLD[`weather-${scene.view.weather as 'clear'}`] ?? WORLD['weather-clear']])
  if (named(topic, [scene.view.settlement.name]) !== '' || /\b(?:here|village|place)\b/i.test(topic)) return answerPlace(scene)
  return answerFromMemory(scene, topic)
}

/** Somebody one has feelings about and did not speak of lately, kin apart. */
function strongestFeeling(scene: Scene): KnownPerson | null {
  const told = scene.recent.join(' ')
  return scene.view.knows.filter((other) => other.id !== 'player' && other.kinship === null && !told.includes(givenOf(other))).sort((a, b) => Math.abs(b.warmth) - Math.abs(a.warmth))[0] ?? null
}

function answerPlace(scene: Scene): Answer | null {
  const { lore } = scene.view.settlement
  const told = scene.recent.join(' ')
  const fresh = lore.filter((line) => !told.includes(line))
  const line = fresh[Math.floor(roll(scene.dice, 'which lore') * fresh.length)] ?? ''
  const wantsStory = /\b(?:stor(?:y|ies)|legends?|tales?|history|lore|past|founded|old)\b/i.test(scene.heard)
  if (wantsStory && line === '') return answer(scene, { key: 'on-topic' }, [WORLD['lore-none']])
  return answer(scene, { key: 'on-topic' }, [wantsStory ? WORLD.lore : WORLD.place, { lore: line }], [WORLD.place, { lore: line }], [WORLD['lore-none']])
}

function answerNeighbours(scene: Scene): Answer | null {
  const near = scene.view.settlement.neighbours
  const told = scene.recent.join(' ')
  const other = near.find(({ name }) => !told.includes(name)) ?? near[0]
  return other ? answer(scene, { key: 'on-curious' }, [WORLD.neighbours, { neighbour: other.name, direction: other.direction, distance: distanceWords(other.meters) }]) : answer(scene, { key: 'on-unknown' }, [WORLD['neighbours-none']])
}

/** What was seen of late and matters a little: told where there is no news. */
function seenOf(scene: Scene): Memory | null {
  const now = scene.view.worldSeconds
  const seen = scene.memories.filter((memory) => memory.kind === 'perceived' && memory.validTo === null && memory.importance >= NEWS_IMPORTANCE && now - memory.worldSeconds < NEWS_SECONDS && memory.about.length > 0 && !(scene.partnerId !== null && (memory.about.includes(scene.partnerId) || memory.present.includes(scene.partnerId))))
  return seen.filter(({ text }) => !scene.recent.some((line) => line.includes(text.slice(2, 40)))).sort((a, b) => b.importance - a.importance || b.worldSeconds - a.worldSeconds)[0] ?? null
}

/** After a harvest, a burial or a feast nobody speaks of quiet days: what everybody saw is told, and what the asker knows already is named. */
function lateNews(scene: Scene): Answer | null {
  const { view } = scene
  const seen = view.seenOfLate?.find(({ text }) => !scene.ownTurns.some((line) => line.toLowerCase().includes(text.toLowerCase())))
  if (seen) return answer(scene, { key: 'on-topic' }, [WORLD['news-seen'], { item: `${seen.text}; that was ${agoWords(seen.happenedSeconds, view.worldSeconds)}` }])
  const known = view.beliefs.find(({ happenedSeconds, confidence, text }) => view.worldSeconds - happenedSeconds < LATE_SECONDS && confidence > 0.5 && !/\bthe stranger\b/.test(text))
  return known ? answer(scene, { key: 'on-topic' }, [WORLD['news-known'], { item: known.text }]) : null
}

function answerNews(scene: Scene): Answer | null {
  const belief = newsOf(scene, true)
  const told = belief && answerWith(scene, belief)
  if (told) return told
  if (scene.partnerId === 'player' && scene.view.beliefs.some((belief) => wasSaid(scene, belief))) return answer(scene, { key: 'on-topic' }, [WORLD['news-told']])
  const late = scene.partnerId === 'player' ? lateNews(scene) : null
  if (late) return late
  const memory = scene.partnerId === 'player' ? seenOf(scene) : null
  return memory
    ? answer(scene, { key: 'on-topic' }, [WORLD.news, { item: tellMemory(scene, memory) }], [WORLD['news-none']])
    : answer(scene, { key: 'on-topic' }, [WORLD['news-none']])
}

/** "Who told you?": the source of what is named, or was last said. */
function answerSource(scene: Scene, topic: string): Answer | null {
  const believed = answerSourceOfBelief(scene, topic)
  if (believed) return believed
  const memory = findAnswer(scene, scene.ownTurns.at(-1) ?? '')
  if (!memory) return answer(scene, { key: 'on-topic' }, [WORLD['source-none']])
  if (!memory.source) return answer(scene, { key: 'on-topic' }, [BELIEF['source-saw']])
  const { fromId } = memory.source
  const known = scene.view.knows.find(({ id }) => id === fromId)
  const source = fromId === scene.partnerId ? 'you yourself' : fromId === 'player' ? (partnerOf(scene)?.name ?? 'the stranger') : known ? givenOf(known) : null
  return answer(scene, { key: 'on-topic' }, [source ? BELIEF['source-told'] : WORLD['source-none'], { source }])
}

function ordinal(n: number): string {
  const small = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'][n]
  return small ?? `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}
