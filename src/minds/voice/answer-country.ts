/** Answers about the country around: what that ruin is, what the river is called, where the roads lead, what lies to the north. From what people of the place know: their neighbours, their river, landmarks and roads. */
import { distanceWords } from '../place-words.ts'
import { answer, type Answer } from './answer.ts'
import { WORLD } from './lines-world.ts'
import type { Lines } from './manner.ts'
import type { Scene } from './scene.ts'
import { named } from './understand.ts'

/** Words by which people mean a kind of landmark. */
const MEANT: ReadonlyArray<readonly [kind: string, words: RegExp]> = [
  ['ruin', /\b(?:ruins?|castle|keep|old walls?|broken (?:walls?|tower)|arch)\b/i], ['stones', /\b(?:stone circle|(?:standing )?stones?|ring)\b/i], ['cairn', /\b(?:cairn|heap|pile of stones)\b/i], ['tree', /\b(?:(?:great|big|huge|lone|old) tree)\b/i],
  ['cave', /\b(?:cave|hole|cavern)\b/i], ['hut', /\b(?:abandoned )?huts?\b/i], ['wreck', /\b(?:wreck|shipwreck|ship)\b/i], ['pier', /\b(?:pier|jetty|landing)\b/i], ['oasis', /\b(?:oasis|springs?|wells|palms?|pool)\b/i], ['shrine', /\bwayside\b/i], ['river', /\b(?:river|stream|brook|beck|creek|this water|the water)\b/i], ['road', /\b(?:roads?|highway|(?:this|that|the) (?:path|lane|track))\b/i],
]
const ASKS_WHAT = /\b(?:what(?:'s| is| are| was| were)|tell me (?:more )?(?:about|of)|who built|why is there|what do (?:you|they|people) call|which (?:river|stream|brook)|(?:river|stream|brook|water)\b.*\bcalled|where (?:is|does|do)\b.*\b(?:river|stream|brook)|(?:road|path|lane|track)s?\b.*\bcalled|where (?:is|does|do)\b.*\b(?:road|path|lane|track)s?|know (?:anything )?(?:about|of)|story of)\b/i
const ASKS_WAY = /\b(?:what|which|anything|who)\b.*\b(?:lies?|is|are|live|beyond|there|find)\b.*\b(north|south|east|west)(?:[- ]?(east|west))?(?:wards?)?\b/i

const COUNTRY = {
  landmark: { warm: ['That would be {thing}, {you}, {distance} to the {direction}. {story}', 'You mean {thing}! {story} It’s {direction} of here, {distance}.'], gruff: ['{Thing}. {Direction}, {distance}. {story}', '{Thing}, {direction}. {story}'], shy: ['I think you mean {thing}… {story} It’s {direction} of here.', '{Thing}, {distance} to the {direction}… {story}'], merry: ['Ah, {thing}! {story} Go {direction}, {distance}, and see for yourself.', '{Thing}! {Direction}, {distance}, and not to be missed! {story}'], grave: ['That is {thing}, {direction} of here. {story}', '{Thing}, {distance} to the {direction}. It is told so: {story}'], dreamy: ['{Thing}… {story} It is {direction} of here.', '{Direction}, {distance}, there is {thing}. {story}'], any: ['That is {thing}, {distance} to the {direction}. {story}', 'You mean {thing}, to the {direction}. {story}'] },
  river: { warm: ['We call it {thing}, {you}. {story}'], gruff: ['{Thing}. {story}', '{Thing}. Wet. {story}'], shy: ['{Thing}, they call it… {story}'], grave: ['It bears the name of {thing}. {story}'], merry: ['{Thing}, and may it never come to visit! {story}'], dreamy: ['{Thing}… {story} I have never followed it to the end.'], any: ['We call it {thing}. {story}', 'That is {thing}, {distance} to the {direction}. {story}'] },
  road: { warm: ['That’s {thing}, {you}. {story}'], gruff: ['{Thing}. {story}'], shy: ['It’s called {thing}… {story}'], grave: ['It is known as {thing}. {story}'], merry: ['{Thing}, and many good feet have gone it! {story}'], dreamy: ['{Thing}… {story} Roads never say when they are tired.'], any: ['We call it {thing}. {story}', 'That is {thing}. {story}'] },
  roads: { gruff: ['{list}.'], any: ['There is more than one. {list}.', 'That depends on which you take. {list}.'] },
  way: { warm: ['If you go {direction}, {you}, there’s {list}.'], gruff: ['{Direction}? {list}.'], shy: ['To the {direction}… {list}, I think.'], merry: ['{Direction}! There you’ll find {list}!'], grave: ['{Direction} of here lies {list}.'], dreamy: ['{Direction}… there is {list}, and then the sky.'], any: ['To the {direction}? {list}.', 'Go {direction} and you come to {list}.'] },
  'way-none': { any: ['To the {direction} I know of nothing but {region}.', 'Nothing that has a name lies {direction} of here, as far as I know.'] },
} as const satisfies { readonly [key: string]: Lines }

/** An answer about a landmark or about what lies in a direction; null when neither is asked for. */
export function answerCountry(scene: Scene): Answer | null {
  const { heard, view } = scene
  const way = ASKS_WAY.exec(heard.replace(/’/g, "'"))
  if (way) return answerWay(scene, [way[1], way[2]].filter(Boolean).join('-').toLowerCase())
  if (!ASKS_WHAT.test(heard.replace(/’/g, "'"))) return null
  const kind = MEANT.find(([, words]) => words.test(heard))?.[0]
  if (kind === 'road') return answerRoads(scene)
  // A name that is also somebody's or some settlement's is theirs first.
  const people = named(heard, [...view.knows.map(({ name }) => name), view.settlement.name, ...view.settlement.neighbours.map(({ name }) => name)])
  // Words for a river are never those of a name that only sounds like them.
  const name = people === '' && kind !== 'river' ? named(heard, view.country.map((mark) => mark.name)) : ''
  const mark = view.country.find((each) => each.name === name) ?? (kind === undefined ? undefined : view.country.find((each) => each.kind === kind))
  if (!mark) return null
  return answer(scene, { key: 'on-topic' }, [mark.kind === 'river' ? COUNTRY.river : COUNTRY.landmark, { thing: mark.name, direction: mark.direction, distance: distanceWords(mark.meters), story: mark.story }], [WORLD['told-already']])
}

/** About the road that is named, or about all that leave the settlement; null where none does. */
function answerRoads(scene: Scene): Answer | null {
  const roads = scene.view.country.filter((each) => each.kind === 'road')
  const heard = scene.heard.toLowerCase()
  const meant = roads.find(({ name }) => heard.includes(name.toLowerCase().replace(/^the /, ''))) ?? (roads.length === 1 ? roads[0] : undefined)
  if (meant) return answer(scene, { key: 'on-topic' }, [COUNTRY.road, { thing: meant.name, story: meant.story }], [WORLD['told-already']])
  if (roads.length === 0) return null
  // Each with the first sentence of what is told of it: where it leads.
  const list = roads.map(({ name, story, direction }) => `${name.replace(/^./, (letter) => letter.toUpperCase())}, ${direction} of here: ${story.replace(/^It/, 'it').split('. ')[0]}`).join('. ')
  return answer(scene, { key: 'on-topic' }, [COUNTRY.roads, { list }], [WORLD['told-already']])
}

function answerWay(scene: Scene, direction: string): Answer | null {
  const { view } = scene
  const there = [...view.settlement.neighbours, ...view.country.filter(({ kind }) => kind !== 'road')].filter((each) => each.direction === direction || each.direction.split('-').includes(direction)).sort((a, b) => a.meters - b.meters).slice(0, 3)
  if (there.length === 0) return answer(scene, { key: 'on-unknown' }, [COUNTRY['way-none'], { direction }])
  const list = there.map(({ name, meters }, n) => `${n === 0 ? '' : n === there.length - 1 ? ' and then ' : ', '}${name}, ${distanceWords(meters)}`).join('')
  return answer(scene, { key: 'on-topic' }, [COUNTRY.way, { direction, list }], [WORLD['told-already']])
}
