/** What roads are called and why: for what goes along them, what they cross or pass, and the place where they begin. */
import { hashCell, hashString } from '#core/hash.ts'
import type { Landmark } from '../landmarks/landmark.ts'
import type { Culture } from '../names/culture.ts'
import { roadName } from '../names/road-words.ts'
import type { RoadReason } from '../names/road-words.ts'
import { itemFor } from '../names/words.ts'
import type { SettlementPlan } from '../sites/settlement-plan.ts'
import type { Road } from './road.ts'

/** A road as people know it. */
export type RoadTold = {
  name: string
  /** One sentence on why it is called so, which agrees with the map. */
  story: string
}

/** What of the map a road may be named for. */
export type RoadSurroundings = {
  readonly road: Road
  /** Whose tongue names it. */
  readonly culture: Culture
  readonly from: SettlementPlan
  readonly to: SettlementPlan
  /** Landmarks that it passes. */
  readonly landmarks: readonly Landmark[]
  /** Name of the river under a crossing. */
  riverAt(x: number, z: number): string | null
}

/** Goods that roads are named for, by a word in what a settlement lives by. */
const GOODS: ReadonlyArray<readonly [word: string, reason: RoadReason]> = [
  ['salt', 'salt'], ['fish', 'fish'], ['eels', 'fish'], ['wool', 'wool'], ['sheep', 'wool'], ['barley', 'grain'], ['grain', 'grain'], ['millet', 'grain'], ['timber', 'timber'], ['wood', 'timber'],
  ['stone', 'stone'], ['slate', 'stone'], ['iron', 'metal'], ['copper', 'metal'], ['cattle', 'cattle'], ['horses', 'cattle'], ['reindeer', 'cattle'], ['goat', 'cattle'], ['peat', 'peat'],
]
const MARKS: { readonly [kind: string]: RoadReason } = { ruin: 'ruin', stones: 'stones', cairn: 'stones', tree: 'tree', shrine: 'shrine' }
/** A road that climbs so far over both its ends goes over a height, metres. */
const CLIMB_METERS = 45

/** A reason, or null for none but where it begins. */
type Reason = { readonly reason: RoadReason | null; readonly story: string }

/** Names a road; the same from both ends, because its order of ends is. */
export function tellRoad(around: RoadSurroundings): RoadTold {
  const { road, from, culture } = around
  const { reason, story } = itemFor(reasonsFor(around), hashCell(hashString(road.id), 1))
  return { name: roadName(culture, { hash: hashString(from.id), place: from.name, nth: road.nth }, reason), story }
}

function reasonsFor({ road, from, to, landmarks, riverAt }: RoadSurroundings): Reason[] {
  const found: Reason[] = []
  const add = (reason: RoadReason, story: string): void => void (found.some((other) => other.reason === reason) || found.push({ reason, story }))
  for (const [here, there] of [[from, to], [to, from]] as const) {
    const goods = GOODS.find(([word]) => here.trade.includes(word))
    if (goods) add(goods[1], `By it the ${here.trade.replace('fishing', 'catch')} of ${here.name} go${isOne(here.trade) ? 'es' : ''} to ${there.name}.`)
    const has = (kind: string): boolean => here.buildings.some((building) => building.kind === kind)
    if (has('mill') && !there.buildings.some(({ kind }) => kind === 'mill')) add('mill', `By it ${there.name} takes its grain to the mill of ${here.name}.`)
    if (here.kind === 'town' && there.kind !== 'town') add('market', `By it ${there.name} goes to the market of ${here.name}.`)
  }
  for (const { kind, x, z } of road.crossings) {
    const river = riverAt(x, z)
    if (river !== null) add(kind, kind === 'bridge' ? `It goes over ${river} by a bridge.` : `It goes through ${river} by a ford.`)
  }
  for (const mark of landmarks) {
    const reason = MARKS[mark.kind]
    if (reason) add(reason, `It passes ${mark.name}.`)
  }
  const { levels } = road
  let top = -Infinity
  for (let i = 0; i < levels.length; i++) top = Math.max(top, levels[i]!)
  if (top > Math.max(levels[0]!, levels[levels.length - 1]!) + CLIMB_METERS) add('height', `It climbs to ${Math.round(top / 10) * 10} m between ${from.name} and ${to.name}.`)
  found.push({ reason: null, story: `It leads from ${from.name} to ${to.name}.` })
  return found
}

/** Whether a trade is one thing: `salt` goes, `wool and cheese` go. */
function isOne(trade: string): boolean {
  return !/ and |horses|carpets|baskets|cattle|boats|furs/.test(trade)
}
