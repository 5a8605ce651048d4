/** Every field and orchard of a settlement is reaped once a year, each on a day of its own, called by whose turn it is. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { hashCell, unitOf } from '#core/hash.ts'
import { nextFloat, nextInt } from '#core/rng.ts'
import { compassWord } from '#worldgen/directions.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createClaim } from '../beliefs/claim.ts'
import { DAY_WORLD_SECONDS, SEASON_DAYS, SEASONS } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import { companyOfHarvest } from './company.ts'
import type { Circle, HappeningDraft } from './draw-happening.ts'

type Spot = SettlementPlan['spots'][number]
type Plan = DeepReadonly<Pick<SettlementPlan, 'x' | 'z' | 'spots'>>

/** What is reaped where, and between which days of the year: grain from the end of summer on, apples in autumn. */
const CROPS: { readonly [kind in Spot['kind']]?: { object: string; fromDay: number; days: number } } = {
  field: { object: 'sacks of grain', fromDay: SEASON_DAYS + 7, days: 12 },
  orchard: { object: 'baskets of apples', fromDay: 2 * SEASON_DAYS + 3, days: 8 },
}
/** Sub-seed of the days, hours between which they go out, and days between one field and the next. */
const REAP_LAYER = 0x7265_6170
const EARLIEST_HOUR = 8.5
const LATEST_HOUR = 14
const APART_DAYS = 3
const YEAR_DAYS = SEASON_DAYS * SEASONS.length
const GROWN = 16
const GOOD_CHANCE = 0.7

/** Something to be reaped: which of the settlement's, and when, world seconds. */
export type Reaping = { spot: DeepReadonly<Spot>; number: number; due: number }

/** What people call a field, an orchard or any other spot outdoors: by its side where there are several. */
export function spotWords({ x, z, spots }: Plan, spot: DeepReadonly<Spot>): string {
  const alike = spots.filter(({ kind }) => kind === spot.kind)
  if (alike.length < 2 || (spot.kind !== 'field' && spot.kind !== 'orchard')) return `the ${spot.kind}`
  const side = (other: DeepReadonly<Spot>): string => compassWord(other.x - x, other.z - z)
  const before = alike.slice(0, alike.indexOf(spot)).filter((other) => side(other) === side(spot)).length
  return `the ${['', 'far ', 'farthest '][Math.min(2, before)]}${side(spot)} ${spot.kind}`
}

/** The spot that words name; the first of its kind where they say no more; undefined for none. */
export function findSpot(plan: Plan, words: string): DeepReadonly<Spot> | undefined {
  return plan.spots.find((spot) => spotWords(plan, spot) === words) ?? plan.spots.find(({ kind }) => words === `the ${kind}`)
}

/** Years since the world began; the first is 0. */
export function yearOf(worldSeconds: number): number {
  return Math.floor(worldSeconds / (YEAR_DAYS * DAY_WORLD_SECONDS))
}

/** The fields and orchards of a settlement, by their number. */
export function reapedSpots({ spots }: Plan): ReadonlyArray<DeepReadonly<Spot>> {
  return spots.filter(({ kind }) => CROPS[kind])
}

/** What is reaped in a settlement in a year; `word` is the settlement's. */
export function reapingsOf(plan: Plan, word: number, year: number): Reaping[] {
  return reapedSpots(plan).map((spot, number) => {
    const { fromDay, days } = CROPS[spot.kind]!
    const at = fromDay + ((Math.floor(unitOf(hashCell(word, REAP_LAYER, year)) * days) + number * APART_DAYS) % days)
    const hour = EARLIEST_HOUR + unitOf(hashCell(word, REAP_LAYER, year, number + 1)) * (LATEST_HOUR - EARLIEST_HOUR)
    return { spot, number, due: (year * YEAR_DAYS + at + hour / 24) * DAY_WORLD_SECONDS }
  })
}

/** The reaping as a happening: the farmers take turns to call the others; null where nobody is there to do it. */
export function draftReaping({ rng, people, plan }: Circle, { spot, number }: Pick<Reaping, 'spot' | 'number'>): HappeningDraft | null {
  const grown = people.filter(({ age }) => age >= GROWN && age < 70).sort((a, b) => (a.id < b.id ? -1 : 1))
  const farmers = grown.filter(({ trade }) => trade === 'farmer')
  const callers: readonly Npc[] = farmers.length > 0 ? farmers : grown
  const caller = callers[number % Math.max(1, callers.length)]
  if (!caller) return null
  const isGood = nextFloat(rng) < GOOD_CHANCE
  const count = isGood ? nextInt(rng, 6, 12) : nextInt(rng, 2, 3)
  return { claim: createClaim('harvest', { subject: { id: caller.id, name: caller.given }, object: CROPS[spot.kind]!.object, count, place: spotWords(plan, spot), cause: isGood ? 'more than anyone remembers' : 'hardly worth the work' }), doer: caller, sufferer: null, company: companyOfHarvest(people, caller), importance: 0.4, good: isGood ? 0.5 : -0.4 }
}
