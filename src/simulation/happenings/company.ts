/** Who comes when a child is born, somebody is carried to the grave or the fields are brought in: those nearest to whom it concerns. */
import type { ActorId } from '#core/ids.ts'
import type { Npc } from '../npc/npc.ts'

/** Younger ones stay away. */
const LEAST_AGE = 8
const GROWN = 16
/** What kinship counts beside warmth. */
const KIN_BOND = 1
/** Most who come, the first two counted. */
const MOST_COME = 9
const MOST_WORK = 6
const MOST_MEND = 3
const MOST_STAND_BY = 4
const MOST_VISIT = 4

/** How near somebody is to `id`, −1..2: kin first, then by warmth. */
function bondOf(npc: Npc, id: ActorId): number {
  const relation = npc.relations.find(({ otherId }) => otherId === id)
  return relation ? relation.warmth + (relation.kinship ? KIN_BOND : 0) : 0
}

/** Those of `people` who are old enough and not at odds with `id`, the nearest first. */
function nearestTo(people: readonly Npc[], id: ActorId): Npc[] {
  return people.filter((npc) => npc.age >= LEAST_AGE && npc.id !== id && bondOf(npc, id) > -0.2).sort((a, b) => bondOf(b, id) - bondOf(a, id) || (a.id < b.id ? -1 : 1))
}

/** The first by `rank` (least first), with ties by id; null for none. */
function firstBy(people: readonly Npc[], rank: (npc: Npc) => number): Npc | null {
  return people.reduce<Npc | null>((best, npc) => (best === null || rank(npc) < rank(best) || (rank(npc) === rank(best) && npc.id < best.id) ? npc : best), null)
}

/** At a birth: whoever knows of births, the father or whoever is nearest, the others; empty when nobody could help. */
export function companyOfBirth(people: readonly Npc[], mother: Npc): Npc[] {
  const midwife = firstBy(people.filter(({ id, age, sex }) => id !== mother.id && sex === 'female' && age >= 25), ({ trade, age }) => (trade === 'herbalist' ? 0 : 1) - age / 200)
  const others = nearestTo(people, mother.id).filter((npc) => npc !== midwife)
  const father = spouseOf(people, mother) ?? others[0]
  return midwife && father ? [midwife, father, ...others.filter((npc) => npc !== father).slice(0, MOST_COME - 2)] : []
}

/** At a burial: the chief mourner apart, whoever speaks, whoever draws the bier, the others; empty when nobody could speak. */
export function companyOfBurial(people: readonly Npc[], mourner: Npc, deadId: ActorId): Npc[] {
  const others = nearestTo(people, deadId).filter((npc) => npc !== mourner)
  const speaker = firstBy(others.filter(({ age }) => age >= GROWN), ({ trade, age }) => (trade === 'keeper' ? 0 : trade === 'elder' ? 1 : 2) - age / 200)
  // not the nearest: they walk behind it
  const bearer = firstBy(others.filter((npc) => npc !== speaker && npc.age >= GROWN && npc.age < 66), (npc) => bondOf(npc, deadId))
  return speaker && bearer ? [speaker, bearer, ...others.filter((npc) => npc !== speaker && npc !== bearer).slice(0, MOST_COME - 2)] : []
}

/** Whoever is nearest to the dead among the grown, kin first; null when nobody is left. */
export function mournerOf(people: readonly Npc[], deadId: ActorId): Npc | null {
  return nearestTo(people, deadId).find(({ age }) => age >= GROWN) ?? null
}

/** At work in the field: the house of whoever calls, then those of their trade, then friends. */
export function companyOfHarvest(people: readonly Npc[], caller: Npc): Npc[] {
  const rank = (npc: Npc): number => (npc.homeId === caller.homeId ? 2 : 0) + (npc.trade === caller.trade ? 1 : 0)
  return nearestTo(people, caller.id).filter(({ age }) => age >= 12 && age < 70).sort((a, b) => rank(b) - rank(a)).slice(0, MOST_WORK - 1)
}

/** Those who come when a storm broke something at somebody's house, or to mend it: the nearest few of other houses. */
export function nearestFew(people: readonly Npc[], id: ActorId, most: number): Npc[] {
  return nearestTo(people, id).slice(0, most)
}

/** At mending: those who know how, then friends, of other houses; at most three. */
export function companyOfMending(people: readonly Npc[], owner: Npc): Npc[] {
  const skilled = ({ trade }: Npc): number => (trade === 'carpenter' ? 0.5 : trade === 'woodcutter' ? 0.3 : 0)
  return nearestTo(people, owner.id).filter(({ age, homeId }) => age >= GROWN && age < 66 && homeId !== owner.homeId).sort((a, b) => skilled(b) + bondOf(b, owner.id) - skilled(a) - bondOf(a, owner.id)).slice(0, MOST_MEND)
}

/** At a death: somebody of the house, else whoever is nearest, then those who come to see the dying; empty when nobody is. */
export function companyOfDeath(people: readonly Npc[], dying: Npc): Npc[] {
  const near = nearestTo(people, dying.id).filter(({ age }) => age >= GROWN)
  return [...near.filter(({ homeId }) => homeId === dying.homeId), ...near.filter(({ homeId }) => homeId !== dying.homeId)].slice(0, MOST_VISIT)
}

/** At a quarrel: whoever would part them, by temper and by what both are to them, then those who stand by. */
export function companyOfQuarrel(people: readonly Npc[], one: Npc, other: Npc): Npc[] {
  const others = people.filter((npc) => npc !== one && npc !== other && npc.age >= LEAST_AGE)
  const maker = firstBy(others.filter(({ age }) => age >= GROWN), (npc) => -npc.temperament.agreeableness - bondOf(npc, one.id) - bondOf(npc, other.id))
  return maker ? [maker, ...others.filter((npc) => npc !== maker)].slice(0, MOST_STAND_BY) : []
}

/** The husband or wife of somebody among `people`; undefined for none. */
export function spouseOf(people: readonly Npc[], npc: Npc): Npc | undefined {
  const id = npc.relations.find(({ kinship }) => kinship === 'spouse')?.otherId
  return people.find((other) => other.id === id)
}
