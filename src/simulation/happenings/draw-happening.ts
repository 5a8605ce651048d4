/** Who gets to do or bear what: a happening of a kind for the people of a settlement, by given dice; null when nobody fits. */
import { nextFloat, nextInt, pick, type Rng } from '#core/rng.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createClaim, type Claim, type ClaimKind } from '../beliefs/claim.ts'
import { DAY_WORLD_SECONDS, SEASONS, seasonOf, type Season } from '../clock.ts'
import { drawGivenName } from '../npc/draw-names.ts'
import type { Npc } from '../npc/npc.ts'
import type { TradeId } from '../npc/trades.ts'
import { discomfortOf } from '../weather.ts'
import type { World } from '../world.ts'
import { companyOfBirth, companyOfDeath, companyOfHarvest, companyOfQuarrel, spouseOf } from './company.ts'
import type { Birth } from './happening.ts'
import { spotWords } from './reap.ts'
import { drawWeighted, partyOf } from './parties.ts'
import { drawStorm } from './storm.ts'

/** What a happening is before it has happened; `company` are those who come, by their parts. */
export type HappeningDraft = { claim: Claim; doer: Npc | null; sufferer: Npc | null; company: Npc[]; importance: number; good: number }

/** What a happening is drawn from: dice, people and place, the weather, when it is due (world seconds), and who was born before. */
export type Circle = { rng: Rng; people: readonly Npc[]; plan: SettlementPlan; /** Whether there is a storm, and whether it is too wet for what is done out of doors. */ isStormy: boolean; isWet: boolean; worldSeconds: number; births: readonly Birth[] }

/** What a happening among `people` that is due at `worldSeconds` is drawn from. */
export function createCircle({ weather, chronicle }: Pick<World, 'weather' | 'chronicle'>, drawn: Pick<Circle, 'rng' | 'people' | 'plan' | 'worldSeconds'>): Circle {
  const isStormy = weather.kind === 'storm'
  return { ...drawn, isStormy, isWet: isStormy || discomfortOf(weather) > WET, births: chronicle.births }
}

/** How often each kind comes, relative to the others. */
const WEIGHTS: ReadonlyArray<readonly [ClaimKind, number]> = [['birth', 6], ['death', 4], ['feast', 12], ['theft', 16], ['quarrel', 16], ['harvest', 16], ['rescue', 12], ['passer', 16]]
/** The same in a storm, where that is another: nobody feasts or quarrels out in it, and more people come to harm; and in any rain. */
const STORM_WEIGHTS: { readonly [K in ClaimKind]?: number } = { feast: 0, harvest: 0, quarrel: 8, rescue: 24 }
const WET_WEIGHTS: { readonly [K in ClaimKind]?: number } = { harvest: 0 }
/** From how much rain or snow on nothing is brought in, 0..1. */
const WET = 0.3
/** What is stolen, by count. */
const LOOT: ReadonlyArray<readonly [one: string, many: string]> = [['a hen', 'hens'], ['a goat', 'goats'], ['a cheese', 'cheeses'], ['a sack of flour', 'sacks of flour'], ['a ham', 'hams'], ['a silver spoon', 'silver spoons'], ['a good axe', 'axes'], ['a fleece', 'fleeces']]
const QUARRELS = ['over a boundary stone', 'over a debt', 'over a lame goat', 'over who may draw water first', 'over a borrowed saw', 'over an old insult', 'over a broken fence'] as const
const FEAST_CAUSES = ['for a good season', 'because a debt was paid at last', 'in memory of old times', 'for no reason but the ale'] as const
const DEATH_CAUSES = ['in their sleep', 'after a long winter cough', 'quietly, by the hearth'] as const
const MISHAPS: ReadonlyArray<readonly [place: string, what: string]> = [['the well', 'nearly fell in'], ['the shore', 'slipped into deep water'], ['the field', 'lay under an overturned cart'], ['the barn', 'fell from the ladder'], ['the mill', 'caught a sleeve in the wheel'], ['the square', 'lay with a twisted ankle']]
/** The same in a storm. */
const STORM_MISHAPS: typeof MISHAPS = [['the square', 'could not stand against the wind'], ['the well', 'was struck by the broken well beam'], ['the field', 'was lost in the storm'], ['the shore', 'was washed off the stones'], ['the barn', 'lay behind the door that the wind had slammed']]
/** What each trade brings in, where and when; grain and apples are reaped on days of their own (`reap.ts`). */
const YIELDS: ReadonlyArray<{ trade: TradeId; seasons: readonly Season[]; object: string; place: string }> = [
  { trade: 'farmer', seasons: ['spring'], object: 'cartloads of hay', place: 'the field' },
  { trade: 'shepherd', seasons: ['spring'], object: 'lambs', place: 'the pen' },
  { trade: 'shepherd', seasons: ['summer'], object: 'fleeces', place: 'the pen' },
  { trade: 'shepherd', seasons: ['summer', 'autumn'], object: 'cartloads of hay', place: 'the field' },
  { trade: 'fisher', seasons: SEASONS, object: 'baskets of fish', place: 'the shore' },
  { trade: 'herbalist', seasons: ['spring', 'summer', 'autumn'], object: 'bundles of herbs', place: 'the garden' },
  { trade: 'woodcutter', seasons: ['autumn', 'winter', 'spring'], object: 'loads of firewood', place: 'the woodpile' },
]
/** How long after one child there is another at the earliest, days. */
const BETWEEN_CHILDREN_DAYS = 300
const PASSERS = ['a pedlar', 'a tinker with a lame mule', 'a wandering singer', 'a soldier without a banner', 'a preacher on foot', 'a dealer in horses'] as const
const GROWN = 16
const OLD = 67

/** A happening by these dice. */
export function drawHappening(circle: Circle): HappeningDraft | null {
  const weightOf = ([kind, weight]: (typeof WEIGHTS)[number]): number => (circle.isStormy ? STORM_WEIGHTS[kind] : circle.isWet ? WET_WEIGHTS[kind] : undefined) ?? weight
  let left = nextFloat(circle.rng) * WEIGHTS.reduce((sum, entry) => sum + weightOf(entry), 0)
  const kind = WEIGHTS.find((entry) => (left -= weightOf(entry)) < 0)?.[0] ?? 'passer'
  return drawOfKind(kind, circle) ?? drawPasser(circle)
}

/** A happening of one kind; null when nobody fits. */
export function drawOfKind(kind: ClaimKind, circle: Circle): HappeningDraft | null {
  switch (kind) {
    case 'birth': return drawBirth(circle)
    case 'death': return drawDeath(circle)
    case 'feast': return drawFeast(circle)
    case 'theft': return drawTheft(circle)
    case 'quarrel': return drawQuarrel(circle)
    case 'harvest': return drawHarvest(circle)
    case 'rescue': return drawRescue(circle)
    case 'storm': return drawStorm(circle)
    case 'passer': return drawPasser(circle)
    // what people say and agree on, and what comes of something else, is drawn by nobody
    case 'burial':
    case 'gift':
    case 'bought':
    case 'mending':
    case 'shirked':
    case 'said':
    case 'ruin':
    case 'danger':
    case 'met':
    case 'stood-up':
    case 'amends': return null
  }
}

function drawBirth({ rng, people, plan, births, worldSeconds }: Circle): HappeningDraft | null {
  const recent = new Set(births.filter((birth) => worldSeconds - birth.worldSeconds < BETWEEN_CHILDREN_DAYS * DAY_WORLD_SECONDS).map(({ parentId }) => parentId))
  const mothers = people.filter((npc) => npc.sex === 'female' && npc.age >= 20 && npc.age <= 43 && spouseOf(people, npc) !== undefined && !recent.has(npc.id))
  if (mothers.length === 0) return null
  const mother = pick(rng, mothers)
  const sex = nextFloat(rng) < 0.5 ? 'female' : 'male'
  const given = drawGivenName(rng, plan.culture, sex, new Set([...people.map((npc) => npc.given), ...births.map((birth) => birth.given)]))
  return { claim: createClaim('birth', { subject: partyOf(mother), object: given, cause: sex === 'female' ? 'a girl' : 'a boy' }), doer: mother, sufferer: null, company: companyOfBirth(people, mother), importance: 0.8, good: 0.8 }
}

function drawDeath({ rng, people }: Circle): HappeningDraft | null {
  // nobody dies in the middle of a talk, or before they were ever at home
  const old = people.filter((npc) => npc.age >= OLD && npc.conversationId === null)
  if (old.length === 0) return null
  const npc = pick(rng, old)
  return { claim: createClaim('death', { subject: partyOf(npc), cause: drawDeathCause(rng, npc.sex) }), doer: null, sufferer: npc, company: companyOfDeath(people, npc), importance: 1, good: -1 }
}

/** How somebody old died. */
export function drawDeathCause(rng: Rng, sex: Npc['sex']): string {
  return pick(rng, DEATH_CAUSES).replace('their', sex === 'female' ? 'her' : 'his')
}

function drawFeast({ rng, people, plan }: Circle): HappeningDraft | null {
  const hosts = people.filter((npc) => npc.trade === 'innkeeper')
  const host = hosts[0] ?? pickGrown(rng, people)
  if (!host) return null
  const inn = plan.buildings.some(({ kind }) => kind === 'inn')
  return { claim: createClaim('feast', { subject: partyOf(host), place: inn ? 'the inn' : 'the square', cause: pick(rng, FEAST_CAUSES) }), doer: host, sufferer: null, company: [], importance: 0.55, good: 0.6 }
}

function drawTheft({ rng, people }: Circle): HappeningDraft | null {
  const grown = people.filter(({ age }) => age >= GROWN)
  // whoever is careless of duty and of others is the likelier thief
  const thief = drawWeighted(rng, grown, ({ temperament: t }) => Math.max(0.02, 0.6 - 0.5 * t.agreeableness - 0.5 * t.conscientiousness))
  const victims = grown.filter((npc) => npc.homeId !== thief?.homeId)
  if (!thief || victims.length === 0) return null
  const victim = pick(rng, victims)
  const [one, many] = pick(rng, LOOT)
  const count = nextFloat(rng) < 0.5 ? 1 : nextInt(rng, 2, 5)
  return { claim: createClaim('theft', { subject: partyOf(thief), target: partyOf(victim), object: count > 1 ? many : one, count }), doer: thief, sufferer: victim, company: [], importance: 0.75, good: -0.6 }
}

function drawQuarrel({ rng, people, plan, isWet }: Circle): HappeningDraft | null {
  const one = drawWeighted(rng, people.filter(({ age }) => age >= GROWN), ({ temperament: t }) => Math.max(0.05, 0.6 - 0.6 * t.agreeableness + 0.3 * t.neuroticism))
  if (!one) return null
  const others = people.filter((npc) => npc.age >= GROWN && npc.homeId !== one.homeId && npc !== one)
  const other = drawWeighted(rng, others, (npc) => Math.max(0.05, 0.6 - (one.relations.find(({ otherId }) => otherId === npc.id)?.warmth ?? 0)))
  if (!other) return null
  return { claim: createClaim('quarrel', { subject: partyOf(one), target: partyOf(other), place: isWet && plan.buildings.some(({ kind }) => kind === 'inn') ? 'the inn' : pick(rng, ['the well', 'the square', 'the inn'] as const), cause: pick(rng, QUARRELS) }), doer: one, sufferer: other, company: companyOfQuarrel(people, one, other), importance: 0.6, good: -0.5 }
}

function drawHarvest({ rng, people, plan, worldSeconds }: Circle): HappeningDraft | null {
  const season = seasonOf(worldSeconds)
  const here = YIELDS.filter(({ seasons, place }) => seasons.includes(season) && plan.spots.some(({ kind }) => place === `the ${kind}`))
  const workers = people.filter((npc) => npc.age >= GROWN && here.some(({ trade }) => trade === npc.trade))
  if (workers.length === 0) return null
  const npc = pick(rng, workers)
  const { object, place: kind } = pick(rng, here.filter(({ trade }) => trade === npc.trade))
  const place = spotWords(plan, pick(rng, plan.spots.filter((spot) => kind === `the ${spot.kind}`)))
  const isGood = nextFloat(rng) < 0.6
  const count = isGood ? nextInt(rng, 6, 12) : nextInt(rng, 2, 3)
  return { claim: createClaim('harvest', { subject: partyOf(npc), object, count, place, cause: isGood ? 'more than anyone remembers' : 'hardly worth the work' }), doer: npc, sufferer: null, company: companyOfHarvest(people, npc), importance: 0.4, good: isGood ? 0.5 : -0.4 }
}

function drawRescue({ rng, people, plan, isStormy }: Circle): HappeningDraft | null {
  const hurt = people.length > 0 ? pick(rng, people) : null
  const helpers = people.filter((npc) => npc.age >= GROWN && npc !== hurt)
  const helper = drawWeighted(rng, helpers, ({ temperament: t }) => Math.max(0.1, 0.6 + 0.4 * t.agreeableness))
  const here = (isStormy ? STORM_MISHAPS : MISHAPS).filter(([place]) => place === 'the square' || plan.buildings.some(({ kind }) => place === `the ${kind}`) || plan.spots.some(({ kind }) => place === `the ${kind}`))
  if (!hurt || !helper || here.length === 0) return null
  const [place, what] = pick(rng, here)
  return { claim: createClaim('rescue', { subject: partyOf(helper), target: partyOf(hurt), place, object: what }), doer: helper, sufferer: hurt, company: [], importance: 0.7, good: 0.3 }
}

function drawPasser({ rng, plan }: Circle): HappeningDraft | null {
  return { claim: createClaim('passer', { subject: { id: null, name: pick(rng, PASSERS) }, object: plan.name, cause: pick(rng, ['asking for work', 'with news of a war far off', 'on the way to the coast', 'and paid in old coins'] as const) }), doer: null, sufferer: null, company: [], importance: 0.45, good: 0.1 }
}

function pickGrown(rng: Rng, people: readonly Npc[]): Npc | null {
  const grown = people.filter(({ age }) => age >= GROWN)
  return grown.length > 0 ? pick(rng, grown) : null
}
