/** Somebody who died before the player ever came: nobody who is drawn with the settlement, but an old one of a house of it, gone from it and missed. */
import type { NpcId } from '#core/ids.ts'
import { hashString } from '#core/hash.ts'
import { createRng, nextFloat, nextInt, pick } from '#core/rng.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createClaim } from '../beliefs/claim.ts'
import { drawGivenName } from '../npc/draw-names.ts'
import type { Npc } from '../npc/npc.ts'
import { createRelation } from '../relations/change-relation.ts'
import { drawDeathCause, type Circle, type HappeningDraft } from './draw-happening.ts'
import { burialAfter } from './burial-hour.ts'
import { settlementOf } from './graves.ts'
import type { Death } from './happening.ts'

/** Numbers of people who were never drawn begin here. */
const FIRST_NUMBER = 1000
const AGES = [69, 88] as const
/** Ages between which somebody may have lost a father or mother of late. */
const HEIR_AGES = [24, 62] as const

/** Whether the dead were never among those drawn with their settlement. */
function isOfOldDays({ npcId }: Death): boolean {
  return Number(npcId.slice(npcId.indexOf('/') + 1)) >= FIRST_NUMBER
}

/** Whoever could have lost a father or a mother: no parent of theirs is known. */
function heirsAmong(people: readonly Npc[]): Npc[] {
  return people.filter(({ age, relations }) => age >= HEIR_AGES[0] && age <= HEIR_AGES[1] && relations.every(({ kinship }) => kinship !== 'parent'))
}

/** A death of the days before, by the dice of the circle: entered among `deaths`, and missed by those who are left. Null where no house could have lost anybody. */
export function dieBefore({ rng, people, plan, worldSeconds, births }: Circle, deaths: Death[]): HappeningDraft | null {
  const heirs = heirsAmong(people)
  if (heirs.length === 0) return null
  const heir = pick(rng, heirs)
  const sex = nextFloat(rng) < 0.5 ? 'female' : 'male'
  const given = drawGivenName(rng, plan.culture, sex, new Set([...people, ...births, ...deaths].map((one) => one.given)))
  const npcId = nextId(plan, deaths)
  const death: Death = { npcId, given, family: heir.family, worldSeconds, age: nextInt(rng, AGES[0], AGES[1]), sex, homeId: heir.homeId, burialSeconds: burialAfter(worldSeconds), isBuried: false }
  deaths.push(death)
  missDead(people, death)
  return {
    claim: createClaim('death', { subject: { id: npcId, name: given }, cause: drawDeathCause(rng, sex) }), doer: null, sufferer: null, company: people.filter(({ homeId }) => homeId === heir.homeId), importance: 1, good: -1,
  }
}

/** Those of old days are missed by whoever is drawn with their settlement, again and again the same. */
export function missDeadOfOld(people: readonly Npc[], deaths: readonly Death[]): void {
  for (const death of deaths) if (isOfOldDays(death) && people[0]?.settlementId === settlementOf(death.npcId)) missDead(people, death)
}

/** Lets people know whom they lost: the house a father or mother, the others a neighbour. */
function missDead(people: readonly Npc[], death: Death): void {
  const rng = createRng(hashString(death.npcId))
  const heirs = new Set(heirsAmong(people).filter(({ homeId, family }) => homeId === death.homeId && family === death.family))
  for (const npc of people) {
    const share = nextFloat(rng)
    if (npc.relations.some(({ otherId }) => otherId === death.npcId)) continue
    const isOfHouse = npc.homeId === death.homeId
    npc.relations.push(
      heirs.has(npc)
        ? createRelation(death.npcId, { kinship: 'parent', warmth: 0.6 + share * 0.3, trust: 0.8, respect: 0.4, familiarity: 1, lastReason: 'we are family' })
        : createRelation(death.npcId, { warmth: isOfHouse ? 0.5 : share * 0.45, trust: 0.5, familiarity: isOfHouse ? 0.95 : 0.5, lastReason: isOfHouse ? 'we lived under one roof' : 'we were neighbours' }),
    )
  }
}

function nextId({ id }: SettlementPlan, deaths: readonly Death[]): NpcId {
  return `npc:${id.slice('settlement:'.length)}/${FIRST_NUMBER + deaths.filter((death) => isOfOldDays(death) && settlementOf(death.npcId) === id).length}`
}
