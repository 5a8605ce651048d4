/** What a storm breaks, and whom it hurts: once a storm at most, at one house of a settlement, shortly before it is over. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { hashCell, unitOf } from '#core/hash.ts'
import { pick } from '#core/rng.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createClaim } from '../beliefs/claim.ts'
import type { Npc } from '../npc/npc.ts'
import type { Weather } from '../weather.ts'
import { nearestFew } from './company.ts'
import type { Circle, HappeningDraft } from './draw-happening.ts'
import { drawWeighted, partyOf } from './parties.ts'
import type { Stop } from './scene.ts'

/** What a storm does to a house: as its claim says it, how one was hurt by it and where, how it is mended by two, and how by one. */
export type StormDeed = { kind: 'roof' | 'fence' | 'tree' | 'shed' | 'cart'; object: string; hurt: string; place: string; mend: string; mended: string }

const DEEDS: readonly StormDeed[] = [
  { kind: 'roof', object: 'took half the roof', hurt: 'lay under a fallen beam', place: 'the broken roof', mend: 'mend the roof', mended: 'mended the roof' },
  { kind: 'tree', object: 'broke the old tree in the garden', hurt: 'could not get free', place: 'the fallen tree', mend: 'clear away the fallen tree', mended: 'cleared away the fallen tree' },
  { kind: 'shed', object: 'blew the shed to pieces', hurt: 'was struck by a flying board', place: 'the broken shed', mend: 'build the shed anew', mended: 'built the shed anew' },
  { kind: 'fence', object: 'flattened the fence', hurt: 'was struck by a rail', place: 'the broken fence', mend: 'put up the fence again', mended: 'put up the fence again' },
  { kind: 'cart', object: 'overturned the cart', hurt: 'was caught by the leg', place: 'the overturned cart', mend: 'set the cart to rights', mended: 'set the cart to rights' },
]
/** Sub-seed of what storms break, the share of storms that break anything, and how long before its end it does, world seconds. */
const STORM_LAYER = 0x73746f72
const BREAKS_SHARE = 0.8
const BEFORE_END_SECONDS = 3000
const GROWN = 16
/** How far beside the corner of a house, and how far before the line of its doorstep, what is broken lies, metres. */
const CORNER_METERS = 0.7
const BEFORE_WALL_METERS = 0.5
/** How far from the door it lies at least, metres. */
const STEP_METERS = 1.9
/** How far before that whoever is hurt lies, metres, and at which share of its distance from the door. */
const CLEAR_METERS = 2.4
const HURT_SHARE = 0.6

/** What a storm did, by the words of its claim; undefined for none of them. */
export function stormDeed(object: string): StormDeed | undefined {
  return DEEDS.find((deed) => deed.object === object)
}

/** When the storm that blows now breaks something in the settlement of this word, and the word for its dice; null where it breaks nothing. World seconds. */
export function breakingOf(word: number, { kind, untilWorldSeconds }: Pick<Weather, 'kind' | 'untilWorldSeconds'>): { word: number; due: number } | null {
  if (kind !== 'storm') return null
  const dice = hashCell(word, STORM_LAYER, untilWorldSeconds)
  return unitOf(dice) < BREAKS_SHARE ? { word: hashCell(dice, 1), due: untilWorldSeconds - BEFORE_END_SECONDS } : null
}

/** What a storm breaks, by the dice of the circle; whoever helps comes first, then neighbours. Null where nobody has a house. */
export function drawStorm({ rng, people }: Circle): HappeningDraft | null {
  const owners = people.filter(({ age }) => age >= GROWN)
  if (owners.length === 0) return null
  const owner = pick(rng, owners)
  const { object } = pick(rng, DEEDS)
  const helper = drawWeighted(rng, people.filter((npc) => npc.age >= GROWN && npc.age < 70 && npc !== owner), ({ temperament: t }) => Math.max(0.1, 0.6 + 0.4 * t.agreeableness))
  const others = nearestFew(people, owner.id, 3).filter((npc) => npc !== helper && npc.age >= GROWN)
  return { claim: createClaim('storm', { target: partyOf(owner), object }), doer: null, sufferer: owner, company: helper ? [helper, ...others] : [], importance: 0.65, good: -0.6 }
}

/** Whoever was hurt by what the storm broke is helped by whoever came first; null where nobody came. */
export function draftStormRescue({ claim, sufferer, company }: HappeningDraft): HappeningDraft | null {
  const [helper] = company
  const deed = stormDeed(claim.object)
  if (!helper || !sufferer || !deed) return null
  return { claim: createClaim('rescue', { subject: partyOf(helper), target: partyOf(sufferer), place: deed.place, object: deed.hurt }), doer: helper, sufferer, company: [], importance: 0.7, good: 0.3 }
}

/** Where what is broken lies: beside the door, at a corner of the house by the house's own chance; it looks away from the wall. */
export function brokenPlace(building: DeepReadonly<Pick<BuildingPlan, 'doorX' | 'doorZ' | 'yaw' | 'width' | 'variant'>>): Stop {
  return before(building, cornerOf(building), BEFORE_WALL_METERS)
}

/** Where whoever the storm hurts stands and falls: clear of what is broken. */
export function hurtPlace(building: DeepReadonly<BuildingPlan>): Stop {
  return before(building, cornerOf(building) * HURT_SHARE, BEFORE_WALL_METERS + CLEAR_METERS)
}

/** How far to the right of its door, metres, the corner of a house is at which things break: clear of the doorstep. */
function cornerOf({ variant, width }: DeepReadonly<Pick<BuildingPlan, 'variant' | 'width'>>): number {
  return (variant & 1 ? 1 : -1) * Math.max(STEP_METERS, width / 2 - CORNER_METERS)
}

function before({ doorX, doorZ, yaw }: DeepReadonly<Pick<BuildingPlan, 'doorX' | 'doorZ' | 'yaw'>>, right: number, ahead: number): Stop {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  return { x: doorX + cos * right + sin * ahead, z: doorZ - sin * right + cos * ahead, yaw }
}

/** The house of a person in a plan; undefined where it is not known. */
export function houseOf({ buildings }: DeepReadonly<Pick<SettlementPlan, 'buildings'>>, { homeId }: DeepReadonly<Pick<Npc, 'homeId'>>): DeepReadonly<BuildingPlan> | undefined {
  return buildings.find(({ id }) => id === homeId)
}
