/** Answers about the place: hour, day, season and sky, ways and distances, what a building is for, beasts and fields; all from the world as it is. */
import { dayOf, hourOf, seasonOf, SEASON_DAYS, SEASONS } from '#simulation/clock.ts'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'
import { distanceWords } from '../../place-words.ts'
import { findBelief, tellBelief } from '../answer-belief.ts'
import { answer, type Answer } from '../answer.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { hourWords } from './answer-trade.ts'
import { numberWord } from '#simulation/trade/price-words.ts'
import { PLACE } from './lines-place.ts'
import { coreOf } from './plain.ts'
import type { Ask } from './read-ask.ts'
import { spotIn, type Spot } from './names.ts'

const INNER = { key: 'on-topic' } as const
/** What is done where. */
const USES: { readonly [kind: string]: string } = {
  mill: 'Grain is ground to flour there.', inn: 'There one eats, drinks and sleeps, and hears everything twice.', smithy: 'Iron is worked there: knives, nails, horseshoes.', bakery: 'The bread comes from there.', shrine: 'People go there to be quiet, and to light a lamp for somebody.', barn: 'Hay and sheep are kept there.',
  farmhouse: 'A farmer lives there, over the stores.', workshop: 'Boards, cloth, whatever wants hands and a roof, is made there.', stall: 'Things are sold there by day.', well: 'Everybody draws water there, and nobody hurries away.', square: 'People meet there.', fire: 'We sit there in the evening.', bench: 'One sits there and watches.', garden: 'Cabbages, beans and a few flowers.',
  orchard: 'Apples and pears, when the frost allows.', pen: 'The sheep are kept in there at night.', hall: 'We come together there when it rains, or when something has to be settled.', tower: 'One kept watch from there, in worse times.', field: 'Grain grows there.', woodpile: 'It is next winter’s warmth.', shore: 'The boats lie there.', board: 'It tells strangers where they are.', gate: 'One goes in and out by it.',
}
const BUILDINGS: ReadonlySet<string> = new Set(['mill', 'inn', 'smithy', 'bakery', 'shrine', 'barn', 'farmhouse', 'workshop', 'stall', 'hall', 'tower', 'well'])
const GROWN: ReadonlyArray<readonly [string, string]> = [['field', 'fields of grain'], ['orchard', 'apple trees'], ['garden', 'a garden of cabbages and beans'], ['pen', 'sheep']]
/** Kinds of weather by what one would guess from them. */
const GUESS: { readonly [weather: string]: 'sky-good' | 'sky-turning' | 'sky-falling' } = { clear: 'sky-good', cloudy: 'sky-good', mist: 'sky-good', overcast: 'sky-turning', rain: 'sky-falling', storm: 'sky-falling', snow: 'sky-falling' }
/** Animals as they are called when there are several. */
const HERDS: { readonly [id: string]: string } = { sheep: 'sheep', deer: 'deer', 'gull aloft': 'gulls' }
/** How the founding of a place is told. */
const FOUNDING = /\b(?:founded|grew round|settled at|began as)\b/
const NEAR_BUILDING_METERS = 60

/** An answer about the place; null where something else is asked. */
export function answerPlaceAsked(scene: Scene, ask: Ask): Answer | null {
  const { view } = scene
  const core = coreOf(scene.heard)
  switch (ask.kind) {
    case 'hour': {
      const hour = hourWords(Math.round(hourOf(view.worldSeconds) * 2) / 2)
      return answer(scene, INNER, /\b(?:dark|sunset|sundown|dusk|set|down)\b/.test(core) ? [PLACE['dark-soon'], { hour }] : [PLACE.hour, { hour }])
    }
    case 'day': case 'season': case 'year': return answerCalendar(scene, ask.kind)
    case 'forecast': return answer(scene, INNER, [PLACE[GUESS[view.weather] ?? 'sky-good']])
    case 'far': return answerFar(scene, ask.about)
    case 'way': return answerWay(scene, ask.about)
    case 'founding': {
      const line = view.settlement.lore.find((each) => FOUNDING.test(each))
      return line ? answer(scene, INNER, [{ any: ['{Line}', 'It is told like this: {line}'] }, { line }]) : null
    }
    case 'flows': {
      const water = spotIn(view, scene.heard)
      const story = view.country.find(({ name, kind }) => name === water?.name && kind !== 'sea')?.story
      return story ? answer(scene, INNER, [{ any: ['{Story}', '{Thing}? {Story}'] }, { story, thing: water?.name ?? null }]) : null
    }
    case 'way-out': return answerRoads(scene)
    case 'beyond': return answerBeyond(scene)
    case 'building-near': {
      const [near] = view.landmarks.filter(({ kind, meters }) => BUILDINGS.has(kind) && meters < NEAR_BUILDING_METERS)
      return near ? answer(scene, INNER, [PLACE.building, { thing: near.name, use: USES[near.kind] ?? '' }]) : null
    }
    case 'purpose-of': return answer(scene, INNER, [PLACE.use, { use: USES[ask.about.replace(/^forge$/, 'smithy').replace(/^farm$/, 'farmhouse').replace(/^pier$/, 'shore').replace(/^market$/, 'stall')] ?? null }])
    case 'creatures': return answerCreatures(scene)
    case 'beasts-kept': return answer(scene, INNER, [PLACE.kept])
    case 'crops': {
      const grown = GROWN.filter(([kind]) => view.landmarks.some((mark) => mark.kind === kind)).map(([, words]) => words)
      return answer(scene, INNER, [PLACE.crops, { grown: grown.length > 0 ? listed(grown) : 'what a garden gives' }])
    }
    case 'swim': case 'drink': {
      const water = spotIn(view, scene.heard) ?? view.country.find(({ kind }) => kind === 'river' || kind === 'sea') ?? view.landmarks.find(({ kind }) => kind === 'shore') ?? null
      if (ask.kind === 'drink') return answer(scene, INNER, [PLACE.drink])
      return water && ['river', 'sea', 'shore'].includes(water.kind) ? answer(scene, INNER, [PLACE.swim, { thing: water.name }]) : answer(scene, INNER, [PLACE['swim-none']])
    }
    case 'nice-here': return answer(scene, INNER, [PLACE.nice, { lore: '' }])
    case 'death': return answer(scene, INNER, [PLACE.death])
    case 'love-what': return /\bwhat\b|\bbelieve\b/.test(core) ? answer(scene, INNER, [PLACE.love]) : null
    case 'life': return answer(scene, INNER, [PLACE.life])
    default: return null
  }
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** A number as the day of a month is said: “third”, “21st”. */
function ordinalWord(n: number): string {
  const small = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'][n]
  return small ?? `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}

function answerCalendar(scene: Scene, kind: 'day' | 'season' | 'year'): Answer | null {
  const { worldSeconds, settlement } = scene.view
  if (kind === 'year') {
    const years = settlement.lore.map((line) => /\b(?:founded|grew round|settled at|began as)\b.*?\b(\d+) years ago/.exec(line)?.[1]).find((found) => found !== undefined)
    return answer(scene, INNER, years ? [PLACE.year, { years }] : [PLACE['year-none']])
  }
  const season = seasonOf(worldSeconds)
  const at = dayOf(worldSeconds) % SEASON_DAYS
  const next = SEASONS[(SEASONS.indexOf(season) + 1) % SEASONS.length] ?? season
  const slots = { nth: ordinalWord(at + 1), season, next, left: numberWord(SEASON_DAYS - at) }
  if (kind === 'day') return answer(scene, INNER, [PLACE.day, slots])
  return answer(scene, INNER, /\b(?:when|how (?:long|many|soon))\b/.test(coreOf(scene.heard)) ? [PLACE['season-next'], slots] : [PLACE.season, slots])
}

/** The place that words mean: one with a name, the nearest of what is named by its kind, else null. */
function meant(scene: Scene, about: string): Spot | null {
  const { view } = scene
  if (/\b(?:sea|ocean|coast)\b/.test(about)) return view.country.find(({ kind }) => kind === 'sea') ?? null
  if (/\b(?:nearest|next|closest|another|other)\b.*\b(?:town|village|city|place|settlement|hamlet|people)\b|^(?:the )?(?:town|village|city)$/.test(about)) {
    const next = [...view.settlement.neighbours].sort((a, b) => a.meters - b.meters)[0]
    return next ? { ...next, kind: 'settlement' } : null
  }
  return spotIn(view, about) ?? spotIn(view, scene.heard)
}

function slotsOf({ name, direction, meters }: Spot): { thing: string; direction: string; distance: string } {
  return { thing: name, direction, distance: distanceWords(meters) }
}

function answerFar(scene: Scene, about: string): Answer | null {
  const spot = meant(scene, about)
  if (spot) return answer(scene, INNER, [PLACE.far, slotsOf(spot)])
  if (/\b(?:sea|ocean|coast)\b/.test(scene.heard)) return answer(scene, INNER, [PLACE['sea-none']])
  return /\p{Lu}/u.test(about) || about === '' || /^(?:it|that|this|there)$/.test(about) ? answer(scene, INNER, [PLACE['far-none']]) : null
}

function answerWay(scene: Scene, about: string): Answer | null {
  const spot = meant(scene, about)
  if (/\b(?:sea|ocean|coast)\b/.test(about) && !spot) return answer(scene, INNER, [PLACE['sea-none']])
  if (!spot) return null
  return answer(scene, INNER, [/\b(?:nearest|next|closest)\b/.test(about) && spot.kind === 'settlement' ? PLACE['town-next'] : PLACE.way, slotsOf(spot)], [PLACE.far, slotsOf(spot)])
}

function answerRoads(scene: Scene): Answer | null {
  const roads = scene.view.country.filter(({ kind }) => kind === 'road')
  const next = [...scene.view.settlement.neighbours].sort((a, b) => a.meters - b.meters)[0]
  if (roads.length > 0) return answer(scene, INNER, [PLACE.roads, { list: listed(roads.map(({ name, direction, story }) => `${name}, ${direction} to ${/^It leads to ([^.]+)\./.exec(story)?.[1] ?? 'wherever it ends'}`)) }])
  return next ? answer(scene, INNER, [PLACE['roads-none'], slotsOf({ ...next, kind: 'settlement' })]) : null
}

function answerBeyond(scene: Scene): Answer | null {
  const { view } = scene
  const way = /\b(north|south|east|west)(?:[- ]?(east|west))?\b/.exec(coreOf(scene.heard))
  const toward = way ? [way[1], way[2]].filter(Boolean).join('-') : null
  const far = view.settlement.neighbours.filter(({ direction }) => toward === null || direction.includes(toward)).sort((a, b) => a.meters - b.meters).slice(0, 3)
  if (far.length === 0) return answer(scene, INNER, [PLACE['beyond-none']])
  return answer(scene, INNER, [PLACE.beyond, { list: listed(far.map(({ name, direction, meters }) => `${name} to the ${direction}, ${distanceWords(meters)}`)) }])
}

function answerCreatures(scene: Scene): Answer | null {
  const { view } = scene
  const core = coreOf(scene.heard)
  const wild = ANIMAL_KINDS.filter(({ biomes }) => biomes.some((biome) => biome === view.place.biome)).map(({ id }) => HERDS[id] ?? `${id}s`)
  const named = /\b(wolf|wolves|bears?|monsters?|dragons?|deer|snakes?|lions?|fox(?:es)?|boars?|rabbits?|goblins?|trolls?|giants?|bandits?|robbers?|birds?|frogs?|lizards?|crows?|gulls?|ducks?|swallows?|goats?)\b/.exec(core)?.[1]
  if (!named || named.startsWith('bird')) return answer(scene, INNER, wild.length > 0 ? [PLACE.creatures, { list: listed([...new Set(wild)].slice(0, 4)) }] : [PLACE.kept])
  const plural = named === 'wolf' ? 'wolves' : named === 'deer' || named.endsWith('s') ? named : named === 'fox' ? 'foxes' : `${named}s`
  // what people say of a danger is believed before anything else
  const told = findBelief(scene, named)
  if (told) return answer(scene, INNER, [PLACE['creature-told'], { item: capitalise(tellBelief(scene, told)) }])
  return answer(scene, INNER, [wild.includes(plural) ? PLACE['creature-yes'] : PLACE['creature-no'], { thing: plural }])
}
