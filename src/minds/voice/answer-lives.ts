/** Answers about births and deaths of the place, and about what happened while the player was away: who died, where they lie, who was born, what one has missed. */
import { DAY_WORLD_SECONDS, dayOf } from '#simulation/clock.ts'
import { wordsOf } from '../memory/tokens.ts'
import { agoWords, distanceWords, partOfDay } from '../place-words.ts'
import type { HeldBelief, PrivateView } from '../private-view.ts'
import { answer, type Answer } from './answer.ts'
import { asTold, sourceOf, wasSaid } from './answer-belief.ts'
import { LIVES } from './lines-lives.ts'
import { WORLD } from './lines-world.ts'
import { kinWords } from '../kin-words.ts'
import { findPerson, givenOf } from './people.ts'
import { lastMet, type Scene } from './scene.ts'
import { capitalise } from './speak.ts'

type Dead = PrivateView['dead'][number]
type Infant = PrivateView['infants'][number]

const ASKS_DEATHS = /\bwho(?:'s| has| have)?(?: all)?(?: just| recently)? (?:died|passed away|dead\b)|\b(?:has|have|did) (?:anybody|anyone|somebody|someone)\b.*\b(?:die|died|passed? away)\b|\bany (?:deaths|burials|funerals)\b|\bwho (?:did|have) you (?:lose|lost|bury|buried)\b|\bwho (?:is|lies|are) (?:buried|lying)\b|\bwhose (?:grave|burial|funeral)\b|\bwho (?:is|was) (?:being )?buried\b/i
const ASKS_GRAVE = /\bwhere\b.*\b(?:buried|grave|lies?|laid|rests?)\b|\bgrave of\b|'s grave\b/i
const ASKS_ALIVE = /\b(?:dead|alive|died|buried)\b/i
const ASKS_BIRTHS = /\b(?:who|anybody|anyone|somebody|someone)\b.*\b(?:born|(?:had|have|has) (?:a |any )?(?:baby|babies|child)|gave birth)\b|\bany (?:new )?(?:babies|births|newborns?)\b|\b(?:is|are) there (?:a |any )?(?:new )?(?:baby|babies|newborn)\b/i
const ASKS_BABY = /\b(?:the|your|their|her|his|little) (?:baby|newborn|infant)\b/i
const ASKS_AWAY = /\b(?:while|when|since|whilst) (?:i|we) (?:was|were|have been|'ve been|had been|left|went|am|'m)?\s*(?:away|gone|left|out|off|last (?:here|came))\b|\bwhat (?:did|have) (?:i|we) miss(?:ed)?\b|\b(?:happened|new|changed) (?:here )?since (?:i|we|my|our|last)\b|\bin my absence\b/i
const ASKS_AGE = /\bhow old\b|\bwhat age\b|\bwhen was\b.*\bborn\b/i
const ASKS = /\?|^(?:who|what|where|when|how|is|was|are|did|has|have|tell me)\b/i
/** Kin by the words for them. */
const KIN: ReadonlyArray<readonly [words: RegExp, kinship: Dead['kinship'], sex: Dead['sex']]> = [[/\byour (?:mother|mum|mom)\b/i, 'parent', 'female'], [/\byour (?:father|dad)\b/i, 'parent', 'male'], [/\byour wife\b/i, 'spouse', 'female'], [/\byour husband\b/i, 'spouse', 'male'], [/\byour brother\b/i, 'sibling', 'male'], [/\byour sister\b/i, 'sibling', 'female']]
/** How long the dead are news, days; how much is told at once. */
const LATELY_DAYS = 40
const MOST_TOLD = 3
/** What one would have been told of is at least so much worth a word. */
const LEAST_WISH = 0.02
/** Since when whoever was never here before has been away, days. */
const NEVER_DAYS = 6
/** A grave nearer than this is here, metres. */
const HERE_METERS = 4

/** Whether a remark plainly asks about births, deaths, graves or what was missed. */
export function asksOfLives(heard: string): boolean {
  const plain = heard.replace(/[’`]/g, "'")
  return ASKS.test(plain) && [ASKS_AWAY, ASKS_DEATHS, ASKS_GRAVE, ASKS_BIRTHS, ASKS_BABY].some((asked) => asked.test(plain))
}

/** An answer about births, deaths and what was missed; null when none of them is asked about. */
export function answerLives(scene: Scene): Answer | null {
  const { view } = scene
  const heard = scene.heard.replace(/[’`]/g, "'")
  if (!ASKS.test(heard)) return null
  if (ASKS_AWAY.test(heard)) return answerAway(scene)
  const dead = findDead(scene, heard)
  if (dead) return gravely(ASKS_GRAVE.test(heard) ? answerGrave(scene, dead) : answerDead(scene, dead))
  if (ASKS_DEATHS.test(heard)) return gravely(answerDeaths(scene))
  const person = ASKS_GRAVE.test(heard) || ASKS_ALIVE.test(heard) ? findNamed(scene, heard) : null
  if (person) return answer(scene, { key: 'on-curious' }, [LIVES.alive, { person }])
  const infant = view.infants.find(({ name }) => isNamed(heard, name) && !view.knows.some((other) => givenOf(other) === name)) ?? (ASKS_BABY.test(heard) ? view.infants[0] : undefined)
  if (infant) return ASKS_AGE.test(heard) ? answer(scene, { key: 'on-topic' }, [LIVES.age, { child: infant.name, age: ageWords(infant, view.worldSeconds) }], [WORLD['told-already']]) : answer(scene, { key: 'on-topic' }, [LIVES.child, { child: infant.name, whose: whoseWords(infant, view), age: ageWords(infant, view.worldSeconds) }], [WORLD['told-already']])
  return ASKS_BIRTHS.test(heard) ? answerBirths(scene) : null
}

function gravely(words: Answer | null): Answer | null {
  return words && { ...words, final: true, plain: true }
}

/** Whether the words hold a given name. */
function isNamed(heard: string, given: string): boolean {
  return wordsOf(heard).includes(wordsOf(given)[0] ?? '')
}

/** Somebody living whom the words name. */
function findNamed(scene: Scene, heard: string): string | null {
  const person = findPerson(scene.view, heard)
  return person && isNamed(heard, givenOf(person)) ? givenOf(person) : null
}

/** The dead one whom the words mean, by given name or as kin; a living one of that name, or such kin, comes first. */
function findDead({ view }: Scene, heard: string): Dead | undefined {
  const named = view.dead.find(({ given }) => isNamed(heard, given))
  if (named && !view.knows.some((other) => givenOf(other) === named.given)) return named
  const kin = KIN.find(([pattern]) => pattern.test(heard))
  return kin && !view.knows.some(({ kinship, sex }) => kinship === kin[1] && sex === kin[2]) ? view.dead.find(({ kinship, sex }) => kinship === kin[1] && sex === kin[2]) : undefined
}

function answerDeaths(scene: Scene): Answer | null {
  const { dead, worldSeconds } = scene.view
  const late = dead.filter(({ diedSeconds }) => worldSeconds - diedSeconds < LATELY_DAYS * DAY_WORLD_SECONDS).slice(0, MOST_TOLD)
  if (late.length === 0) return answer(scene, { key: 'on-topic' }, [LIVES['died-none']])
  const list = late.map((one) => `${one.name}${one.kinship ? `, ${kinWords({ ...one, kinship: one.kinship })},` : ''} died ${agoWords(one.diedSeconds, worldSeconds)}`).join('; ')
  return answer(scene, { key: 'on-topic' }, [LIVES.died, { list: capitalise(list) }], [WORLD['told-already']])
}

function answerGrave(scene: Scene, dead: Dead): Answer | null {
  const { grave, given, isBuried, burialSeconds } = dead
  const slots = { dead: given, direction: grave?.direction ?? null, distance: grave ? distanceWords(grave.meters) : null, when: dayWords(burialSeconds, scene.view.worldSeconds) }
  const lines = !isBuried ? LIVES['not-buried'] : !grave ? LIVES['buried-somewhere'] : grave.meters < HERE_METERS ? LIVES['buried-here'] : LIVES.buried
  return answer(scene, { key: 'on-topic' }, [lines, slots], [WORLD['told-already']])
}

/** “this afternoon”, “tomorrow morning”. */
function dayWords(atSeconds: number, now: number): string {
  const part = partOfDay(atSeconds).replace('early ', '').replace(/^noon$/, 'afternoon')
  return atSeconds < now ? 'any moment now' : `${dayOf(atSeconds) > dayOf(now) ? 'tomorrow' : 'this'} ${part}`
}

function answerDead(scene: Scene, dead: Dead): Answer | null {
  const kin = dead.kinship ? `${capitalise(dead.sex === null ? 'one of my own' : kinWords({ kinship: dead.kinship, sex: dead.sex }))}.` : dead.warmth > 0.4 ? 'A friend of mine.' : ''
  return answer(scene, { key: 'on-topic' }, [LIVES['is-dead'], { dead: dead.given, kin, ago: agoWords(dead.diedSeconds, scene.view.worldSeconds) }], [WORLD['told-already']])
}

function answerBirths(scene: Scene): Answer | null {
  const { view } = scene
  if (view.infants.length === 0) return answer(scene, { key: 'on-topic' }, [LIVES['born-none']])
  return answer(scene, { key: 'on-topic' }, [LIVES.born, { list: view.infants.slice(0, MOST_TOLD).map((infant) => bornWords(infant, view)).join('; ') }], [WORLD['told-already']])
}

/** “my son”, “the son of Anna and Bert”. */
function whoseWords({ sex, parents }: Infant, { npcId }: PrivateView): string {
  const what = sex === 'female' ? 'daughter' : 'son'
  return parents.some(({ id }) => id === npcId) ? `my ${what}` : `the ${what} of ${parents.map(({ name }) => name).join(' and ')}`
}

/** “Tom, the son of Anna and Bert, was born yesterday”. */
function bornWords(infant: Infant, view: PrivateView): string {
  return `${infant.name}, ${whoseWords(infant, view)}, was born ${agoWords(infant.bornSeconds, view.worldSeconds)}`
}

function ageWords({ bornSeconds }: Infant, now: number): string {
  const days = dayOf(now) - dayOf(bornSeconds)
  return days < 1 ? 'not a day old' : days === 1 ? 'a day old' : days < 14 ? `${days} days old` : `${Math.floor(days / 7)} weeks old`
}

/** What has come to be known since the player was last talked with: the weightiest of it, each with its source. */
function answerAway(scene: Scene): Answer | null {
  const { view } = scene
  const since = lastMet(scene) ?? view.worldSeconds - NEVER_DAYS * DAY_WORLD_SECONDS
  const news = view.beliefs.filter(({ learntSeconds, happenedSeconds, wish }) => learntSeconds > since && happenedSeconds > since - DAY_WORLD_SECONDS && wish >= LEAST_WISH).toSorted((a, b) => b.wish - a.wish)
  const told = news.filter((belief) => !wasSaid(scene, belief)).slice(0, MOST_TOLD)
  const [first] = told
  if (!first) return answer(scene, { key: 'on-topic' }, [news.length > 0 ? WORLD['told-already'] : LIVES['away-none']], [WORLD['told-already']])
  const list = told.map((belief) => `${capitalise(sentenceOf(scene, belief))}.`).join(' ')
  const words = answer(scene, { key: 'on-topic' }, [LIVES.away, { list }])
  return words && { ...words, tells: first.id, final: true }
}

function sentenceOf(scene: Scene, belief: HeldBelief): string {
  const source = sourceOf(scene, belief)
  return source === null ? belief.text : `${source} ${source.startsWith('you') ? 'say' : 'says'} that ${asTold(scene, belief)}`
}
