/** What somebody begins to speak of with a neighbour, from what is so: and which of it a neighbour has begun. */
import { DAY_WORLD_SECONDS, hourOf, seasonOf } from '#simulation/clock.ts'
import { wordsOf } from '../../memory/tokens.ts'
import type { KnownPerson } from '../../private-view.ts'
import { tradeIdOf } from '../asked/trade-id.ts'
import { givenOf } from '../people.ts'
import { ageOf, partnerOf, say, type Scene } from '../scene.ts'
import { roll, type Slots } from '../speak.ts'
import { CHILD_TALK, COUNTRY_TALK, exposureOf, INFANT_TALK, MOURNING_TALK, OLD_TALK, PLAY_TALK, seasonTalk, SPOUSE_TALK, STRANGER_TALK, THIRD_TALK, wareOf, WEATHER, workOf, type Opener, type WeatherWord } from './openers.ts'

/** Share of an opener’s words that must have been said for it to have been said. */
const SAID_SHARE = 0.72
/** Fewer words than this are no sign of anything. */
const LEAST_WORDS = 3
/** So long somebody is newborn, and so long the dead are spoken of, world seconds. */
const NEWBORN_SECONDS = 20 * DAY_WORLD_SECONDS
const MOURNED_SECONDS = 12 * DAY_WORLD_SECONDS
/** How much somebody must be liked to be asked after, and spoken of, as a friend. */
export const FOND = 0.3
/** How much disliked, to be kept out of one's way. */
export const COOL = -0.25
/** A story longer than this is no remark between two doors. */
const STORY_CHARACTERS = 110
/** How much each kind of thing is on people’s minds. */
const WEIGHTS = { mourning: 3, infant: 2.5, stranger: 1.6, work: 1.3, play: 1.5, old: 0.9, ware: 0.7, third: 0.55, child: 0.6, spouse: 0.4, weather: 0.5, season: 0.5, country: 0.3 } as const

/** Hours at which one sees the sky well in every season. */
const DAYLIGHT = { from: 8, to: 17 } as const

type Offer = { opener: Opener; slots: Slots }

/** A remark or a question of one’s own, on something that was not spoken of in this talk; null where there is nothing. */
export function openTopic(scene: Scene): string | null {
  const said = [...scene.ownTurns, ...scene.partnerTurns, scene.heard]
  const spoken = new Set(said.flatMap((line) => openersIn(line).map(({ topic }) => topic)))
  const offers = offersOf(scene).filter(({ opener }) => !spoken.has(opener.topic))
  // first of what, then what of it: much to say of one thing does not make it likelier
  const topics = [...new Set(offers.map(({ opener }) => opener.topic))].map((topic) => ({ topic, weight: WEIGHTS[topic] * (0.25 + roll(scene.dice, `topic ${topic}`)) })).sort((a, b) => b.weight - a.weight)
  for (const { topic } of topics) {
    const ranked = offers.filter(({ opener }) => opener.topic === topic).map((offer, at) => ({ ...offer, order: roll(scene.dice, `opener ${at}`) })).sort((a, b) => a.order - b.order)
    for (const { opener, slots } of ranked) {
      const text = say(scene, { any: [opener.say] }, slots)
      if (text !== null) return text
    }
  }
  return null
}

/** Everything there would be to begin with. */
function offersOf(scene: Scene): Offer[] {
  const { view } = scene
  const partner = partnerOf(scene)
  const isChild = ageOf(view) === 'child'
  const bare = (openers: readonly Opener[], slots: Slots = {}): Offer[] => openers.map((opener) => ({ opener, slots: { name: scene.partnerName ?? 'neighbour', ...slots } }))
  if (isChild) return [...bare(PLAY_TALK), ...aboutStranger(scene)]
  return [
    ...bare(ageOf(view) === 'old' ? [...workOf('elder'), ...OLD_TALK] : workOf(tradeIdOf(view.trade))), ...bare(seasonTalk(seasonOf(view.worldSeconds))), ...bare(weatherOpeners(scene)),
    ...(partner && partner.age >= 13 && tradeIdOf(partner.trade) !== tradeIdOf(view.trade) ? bare([wareOf(tradeIdOf(partner.trade))].flatMap((ware) => ware ?? [])) : []),
    ...aboutKin(scene), ...aboutThird(scene), ...aboutStranger(scene), ...aboutInfants(scene), ...aboutDead(scene), ...aboutCountry(scene),
  ]
}

function weatherOpeners({ view }: Scene): Opener[] {
  return weatherWords(view).map(({ say: words }) => ({ topic: 'weather', tone: 'odd', it: '', say: words }))
}

/** What one’s own work makes of the weather; of a sky one speaks by daylight. */
export function weatherWords({ weather, trade, worldSeconds }: Pick<Scene['view'], 'weather' | 'trade' | 'worldSeconds'>): readonly WeatherWord[] {
  const hour = hourOf(worldSeconds)
  return hour < DAYLIGHT.from || hour > DAYLIGHT.to ? [] : (WEATHER[weather]?.[exposureOf(tradeIdOf(trade))] ?? [])
}

function aboutKin({ view, partnerId }: Scene): Offer[] {
  const kin = view.knows.filter(({ id, kinship }) => kinship !== null && id !== partnerId)
  return [...kin.filter(({ kinship, age }) => kinship === 'child' && age >= 3 && age < 13).flatMap((child) => CHILD_TALK.map((opener) => ({ opener, slots: { person: givenOf(child) } }))), ...kin.filter(({ kinship }) => kinship === 'spouse').flatMap((spouse) => SPOUSE_TALK.map((opener) => ({ opener, slots: { person: givenOf(spouse) } })))]
}

function aboutThird({ view, partnerId }: Scene): Offer[] {
  const inTalk = new Set<string>([partnerId ?? '', ...view.present.map(({ id }) => id)])
  return view.knows.filter(({ id, age, familiarity }) => id !== 'player' && !inTalk.has(id) && age >= 13 && familiarity > 0.15).flatMap((person) => (person.kinship !== null || person.warmth > FOND ? THIRD_TALK.fond : person.warmth < COOL ? THIRD_TALK.cool : THIRD_TALK.plain).map((opener) => ({ opener, slots: { person: givenOf(person) } })))
}

function aboutStranger(scene: Scene): Offer[] {
  if (!scene.view.knows.some(({ id }) => id === 'player')) return []
  const isNear = scene.view.present.some(({ id }) => id === 'player')
  const slots = { player: playerName(scene), origin: playerFact(scene, 'origin') }
  return [{ opener: isNear ? STRANGER_TALK.near : STRANGER_TALK.far, slots }, ...(isNear || slots.origin === null ? [] : [{ opener: STRANGER_TALK.from, slots }])]
}

/** What the player is called by this person. */
export function playerName(scene: Scene): string {
  return playerFact(scene, 'name') ?? 'the stranger'
}

/** The latest of what the player told this person of themselves; null when they told nothing of the kind. */
export function playerFact({ memories }: Scene, key: string): string | null {
  return memories.findLast(({ kind, validTo, triple }) => kind === 'fact' && validTo === null && triple?.[0] === 'player' && triple[1] === key)?.triple?.[2] ?? null
}

function aboutInfants({ view, partnerId }: Scene): Offer[] {
  return view.infants.filter(({ bornSeconds }) => view.worldSeconds - bornSeconds < NEWBORN_SECONDS).flatMap(({ name, parents }) => {
    const openers = parents.some(({ id }) => id === view.npcId) ? INFANT_TALK.own : parents.some(({ id }) => id === partnerId) ? INFANT_TALK.theirs : []
    return openers.map((opener) => ({ opener, slots: { infant: givenOf({ name }) } }))
  })
}

function aboutDead(scene: Scene): Offer[] {
  const { view, partnerId } = scene
  const [dead] = view.dead.filter(({ diedSeconds }) => view.worldSeconds - diedSeconds < MOURNED_SECONDS)
  if (!dead) return []
  const theirs = view.knows.find(({ id }) => id === partnerId)?.kin?.some(({ id }) => id === dead.id) ?? false
  const openers = dead.kinship !== null ? (theirs ? MOURNING_TALK.both : MOURNING_TALK.own) : theirs ? MOURNING_TALK.theirs : dead.warmth > FOND ? MOURNING_TALK.both : []
  return openers.map((opener) => ({ opener, slots: { dead: dead.given } }))
}

function aboutCountry({ view }: Scene): Offer[] {
  return view.country.filter(({ story }) => story !== '' && story.length <= STORY_CHARACTERS).flatMap(({ name, story }) => COUNTRY_TALK.map((opener) => ({ opener, slots: { mark: name, story } })))
}

const OPENERS: ReadonlyArray<{ opener: Opener; words: readonly string[] }> = everyOpener().map((opener) => ({ opener, words: wordsOf(opener.say.replace(/\{\w+\}/g, ' ').replace(/[’']\w+/g, '')) }))

function everyOpener(): Opener[] {
  const trades = ['smith', 'baker', 'innkeeper', 'miller', 'farmer', 'shepherd', 'carpenter', 'weaver', 'herbalist', 'fisher', 'keeper', 'merchant', 'woodcutter', 'elder'] as const
  const weather = Object.values(WEATHER).flatMap((kinds) => Object.values(kinds).flat()).map(({ say: words }): Opener => ({ topic: 'weather', tone: 'odd', it: '', say: words }))
  return [
    ...trades.flatMap((trade) => [...workOf(trade), ...[wareOf(trade)].flatMap((ware) => ware ?? [])]), ...['spring', 'summer', 'autumn', 'winter'].flatMap(seasonTalk), ...weather, ...PLAY_TALK, ...OLD_TALK, ...CHILD_TALK, ...SPOUSE_TALK,
    ...Object.values(THIRD_TALK).flat(), ...Object.values(STRANGER_TALK), ...INFANT_TALK.own, ...INFANT_TALK.theirs, ...MOURNING_TALK.own, ...MOURNING_TALK.theirs, ...MOURNING_TALK.both, ...COUNTRY_TALK,
  ]
}

/** What is begun in a line, what is asked before what is only remarked, then the surest first; nothing where it begins with none of it. */
export function openersIn(line: string): Opener[] {
  const said = new Set(wordsOf(line.replace(/[’']\w+/g, '')))
  if (said.size < LEAST_WORDS) return []
  return OPENERS.map(({ opener, words }) => ({ opener, share: words.filter((word) => said.has(word)).length / words.length, count: words.length })).filter(({ share, count }) => count >= LEAST_WORDS && share >= SAID_SHARE).sort((a, b) => Number(asks(b.opener)) - Number(asks(a.opener)) || b.share - a.share || b.count - a.count).map(({ opener }) => opener)
}

function asks({ topic, say: words }: Opener): boolean {
  return words.includes('?') && topic !== 'work' && topic !== 'season'
}

/** Somebody known whom a line names by their given name, beside those who speak; null when nobody. */
export function personNamed({ view, partnerId }: Scene, line: string): KnownPerson | null {
  const said = new Set(wordsOf(line))
  return view.knows.find((person) => person.id !== 'player' && person.id !== partnerId && said.has(wordsOf(givenOf(person))[0] ?? '')) ?? null
}
