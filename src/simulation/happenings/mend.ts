/** What a storm broke is mended: by day, when it is dry, by whoever's house it is and those who come to help; one who was asked may not. */
import { nextFloat } from '#core/rng.ts'
import { clamp } from '#core/scalar.ts'
import { createClaim, type Claim } from '../beliefs/claim.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { discomfortOf } from '../weather.ts'
import type { World } from '../world.ts'
import { companyOfMending } from './company.ts'
import type { Circle, HappeningDraft } from './draw-happening.ts'
import type { Damage, Happening } from './happening.ts'
import { drawWeighted, partyOf } from './parties.ts'
import { stormDeed } from './storm.ts'

/** Between which hours of the day after it is begun. */
const HOURS = { from: 8.5, to: 11 } as const
/** How wet it may be, 0..1, and after how long it is done in any weather, world seconds. */
const DRY = 0.25
const LONGEST_SECONDS = 3 * DAY_WORLD_SECONDS
/** Damages the world keeps; what is older is forgotten. */
const MOST_KEPT = 24
/** Share of menders' mornings on which somebody who was asked does not come. */
const SHIRK_SHARE = 0.55
const GROWN = 16

/** What a storm broke is there from now on, and is to be mended the next day. */
export function breakAt(world: World, { rng, plan }: Circle, owner: Npc, { claim, worldSeconds }: Happening): void {
  const dueSeconds = (dayOf(worldSeconds) + 1 + (HOURS.from + nextFloat(rng) * (HOURS.to - HOURS.from)) / 24) * DAY_WORLD_SECONDS
  world.chronicle.damages.push({ settlementId: plan.id, homeId: owner.homeId, ownerId: owner.id, object: claim.object, worldSeconds, dueSeconds, mendedSeconds: null })
  if (world.chronicle.damages.length > MOST_KEPT) world.chronicle.damages.shift()
}

/** Whether it is time to mend something. */
export function isToBeMended({ worldSeconds, weather }: World, { dueSeconds, mendedSeconds }: Damage): boolean {
  return mendedSeconds === null && dueSeconds <= worldSeconds && (discomfortOf(weather) < DRY || worldSeconds - dueSeconds > LONGEST_SECONDS)
}

/** The mending as a happening: the owner, or whoever lives in the house, and those who help; null when nobody is left there. */
export function draftMending(people: readonly Npc[], { homeId, ownerId, object }: Damage): HappeningDraft | null {
  const deed = stormDeed(object)
  const owner = people.find(({ id }) => id === ownerId) ?? people.find((npc) => npc.homeId === homeId && npc.age >= GROWN)
  if (!deed || !owner) return null
  const [helper, ...others] = companyOfMending(people, owner)
  const claim = helper ? createClaim('mending', { subject: partyOf(helper), target: partyOf(owner), object: deed.mend }) : createClaim('mending', { subject: partyOf(owner), object: deed.mended, cause: 'with nobody to help' })
  return { claim, doer: owner, sufferer: null, company: helper ? [helper, ...others] : [], importance: 0.5, good: 0.4 }
}

/** Who was asked to a morning of mending and did not come, as a happening; null for nobody. */
export function draftShirker({ rng, people }: Circle, { claim, doer, company }: HappeningDraft): HappeningDraft | null {
  if (!doer || claim.target === null) return null
  const asked = people.filter((npc) => npc.age >= GROWN && npc.age < 66 && npc.homeId !== doer.homeId && !company.includes(npc))
  const shirker = nextFloat(rng) < SHIRK_SHARE ? drawWeighted(rng, asked, ({ temperament: t }) => clamp(0.35 - 0.4 * t.agreeableness - 0.3 * t.conscientiousness, 0.02, 1)) : null
  return shirker && { claim: createClaim('shirked', { subject: partyOf(shirker), target: partyOf(doer), object: claim.object }), doer: shirker, sufferer: doer, company: [], importance: 0.5, good: -0.3 }
}

/** It is mended, and whoever helped is thanked by the owner. */
export function mendWith(world: World, owner: Npc, helpers: readonly Npc[], { claim, worldSeconds }: Happening): void {
  const damage = world.chronicle.damages.find(({ ownerId, homeId, mendedSeconds, dueSeconds }) => mendedSeconds === null && dueSeconds <= worldSeconds && (ownerId === owner.id || homeId === owner.homeId))
  if (damage) damage.mendedSeconds = worldSeconds
  for (const helper of helpers) thank(owner, helper, claim)
}

function thank(owner: Npc, helper: Npc, claim: Claim): void {
  changeRelation(owner, helper.id, { warmth: 0.2, trust: 0.1, respect: 0.1, debt: 0.3, familiarity: 0.05, reason: `they helped me ${claim.object}` })
  changeRelation(helper, owner.id, { warmth: 0.06, debt: -0.3, familiarity: 0.05, reason: `I helped them ${claim.object}` })
}

/** Whoever was asked and did not come is not forgiven so soon. */
export function holdAgainst(owner: Npc, shirker: Npc, object: string): void {
  changeRelation(owner, shirker.id, { warmth: -0.2, trust: -0.12, respect: -0.1, reason: `they would not help me ${object}` })
  changeRelation(shirker, owner.id, { warmth: -0.03, reason: `I did not help them ${object}` })
}
