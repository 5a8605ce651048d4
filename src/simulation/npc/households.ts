/** Who lives with whom: families of a settlement, with ages, names, trades and a roof. */
import type { BuildingId } from '#core/ids.ts'
import { nextFloat, nextInt, type Rng } from '#core/rng.ts'
import type { BuildingKind, BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { drawFamilyName, drawGivenName } from './draw-names.ts'
import { tradeOf, type TradeId } from './trades.ts'

/** A person before it has a body. `parents` and `spouse` are places in the list of all. */
export type Resident = { given: string; family: string; sex: 'female' | 'male'; age: number; trade: TradeId; homeId: BuildingId; workplaceId: BuildingId | null; parents: number[]; spouse: number | null; siblings: number[] }

type Member = { sex: 'female' | 'male'; age: number; role: 'head' | 'spouse' | 'child' | 'grandparent' }

/** Trades that a building calls for, in the order they are filled. */
const CALLINGS: ReadonlyArray<[BuildingKind, TradeId]> = [['inn', 'innkeeper'], ['smithy', 'smith'], ['bakery', 'baker'], ['farmhouse', 'farmer'], ['mill', 'miller'], ['shrine', 'keeper'], ['workshop', 'carpenter'], ['stall', 'merchant'], ['barn', 'shepherd']]
const FREE_TRADES: readonly TradeId[] = ['weaver', 'herbalist', 'woodcutter', 'farmer']
const CHILD_UNTIL = 14
const ELDER_FROM = 66
/** Kinds one can live in, the likeliest first. */
const HOMES: readonly BuildingKind[] = ['cottage', 'farmhouse', 'inn', 'mill', 'bakery', 'workshop', 'barn']

/** How many people a settlement of each kind has, fewest and most. */
const HEADS: { readonly [K in SettlementPlan['kind']]: readonly [number, number] } = { hamlet: [5, 8], village: [9, 14], town: [16, 22] }

/** Everybody who lives in a settlement, the same for a seed. */
export function drawResidents(rng: Rng, plan: SettlementPlan): Resident[] {
  const [fewest, most] = HEADS[plan.kind]
  const count = nextInt(rng, fewest, most)
  const residents: Resident[] = []
  const families = new Set<string>()
  const givens = new Set<string>()
  const callings = listCallings(plan, rng)
  const homes = listHomes(plan)
  for (let household = 0; residents.length < count; household++) {
    const members = drawMembers(rng, household, count - residents.length)
    // The old families of the place come first.
    const old = plan.families[household]
    const family = old !== undefined && !families.has(old) ? old : drawFamilyName(rng, plan.culture, families)
    families.add(family)
    const first = residents.length
    for (const member of members) {
      const given = drawGivenName(rng, plan.culture, member.sex, givens)
      givens.add(given)
      const trade = member.age < CHILD_UNTIL ? 'child' : member.role === 'child' ? residents[first]!.trade : member.age >= ELDER_FROM ? 'elder' : (callings.shift() ?? 'farmer')
      residents.push({ given, family, sex: member.sex, age: member.age, trade, homeId: homes[0]!.id, workplaceId: null, parents: [], spouse: null, siblings: [] })
    }
    joinFamily(residents, first, members)
    const home = takeHome(homes, residents[first]!.trade)
    for (let i = first; i < residents.length; i++) {
      residents[i]!.homeId = home.id
      residents[i]!.workplaceId = findWorkplace(plan, residents[i]!)
    }
  }
  joinSiblings(rng, residents)
  return residents
}

function drawMembers(rng: Rng, household: number, room: number): Member[] {
  const age = nextInt(rng, 26, 52)
  const sex = nextFloat(rng) < 0.5 ? 'female' : 'male'
  const other = sex === 'female' ? 'male' : 'female'
  const members: Member[] = [{ sex, age, role: 'head' }]
  const chance = nextFloat(rng)
  // the first house is always full of life, the later ones as it comes
  const children = household === 0 ? 2 : chance < 0.5 ? nextInt(rng, 1, 2) : 0
  if (household === 0 || chance < 0.72) members.push({ sex: other, age: Math.max(23, age + nextInt(rng, -5, 5)), role: 'spouse' })
  const youngest = Math.min(...members.map((member) => member.age))
  for (let c = 0; c < children; c++) members.push({ sex: nextFloat(rng) < 0.5 ? 'female' : 'male', age: Math.max(5, Math.min(c > 0 ? CHILD_UNTIL - 2 : 17, youngest - 20 - c * 3 - nextInt(rng, 0, 3))), role: 'child' })
  if (household === 0 || chance > 0.85 || (chance < 0.2 && children > 0)) members.push({ sex: nextFloat(rng) < 0.6 ? 'female' : 'male', age: Math.max(ELDER_FROM, Math.min(86, age + nextInt(rng, 22, 34))), role: 'grandparent' })
  return members.slice(0, room)
}

function joinFamily(residents: Resident[], first: number, members: readonly Member[]): void {
  const all = members.map((member, i) => ({ ...member, at: first + i }))
  const grown = all.filter((member) => member.role === 'head' || member.role === 'spouse')
  const children = all.filter((member) => member.role === 'child')
  if (grown.length === 2) {
    residents[grown[0]!.at]!.spouse = grown[1]!.at
    residents[grown[1]!.at]!.spouse = grown[0]!.at
  }
  for (const child of children) {
    residents[child.at]!.parents.push(...grown.map((parent) => parent.at))
    residents[child.at]!.siblings.push(...children.filter((other) => other !== child).map((other) => other.at))
  }
  for (const elder of all) if (elder.role === 'grandparent') residents[first]!.parents.push(elder.at)
}

/** Now and then two heads of houses are brother and sister: the younger takes the family name along. */
function joinSiblings(rng: Rng, residents: Resident[]): void {
  const heads = residents.map((person, at) => ({ person, at })).filter(({ person, at }) => person.age >= 24 && person.age < ELDER_FROM && residents.findIndex((other) => other.homeId === person.homeId) === at)
  const [one, two] = [heads[0], heads[heads.length > 2 ? nextInt(rng, 1, heads.length - 1) : 1]]
  if (!one || !two || one === two || Math.abs(one.person.age - two.person.age) > 14) return
  one.person.siblings.push(two.at)
  two.person.siblings.push(one.at)
  for (const parent of one.person.parents) if (residents[parent]!.age - two.person.age >= 17) two.person.parents.push(parent)
}

function listCallings(plan: SettlementPlan, rng: Rng): TradeId[] {
  const has = (kind: BuildingKind): boolean => plan.buildings.some((building) => building.kind === kind)
  const callings = CALLINGS.filter(([kind]) => has(kind)).map(([, trade]) => trade)
  if (plan.spots.some((spot) => spot.kind === 'shore')) callings.splice(1, 0, 'fisher')
  const free = [...FREE_TRADES]
  while (free.length > 0) callings.push(...free.splice(nextInt(rng, 0, free.length - 1), 1))
  return callings
}

function listHomes(plan: SettlementPlan): BuildingPlan[] {
  const homes = HOMES.flatMap((kind) => plan.buildings.filter((building) => building.kind === kind))
  return homes.length > 0 ? homes : [...plan.buildings]
}

/** A home that suits the trade, taken off the list while there are others. */
function takeHome(homes: BuildingPlan[], trade: TradeId): BuildingPlan {
  const suits: readonly BuildingKind[] = trade === 'innkeeper' ? ['inn'] : trade === 'miller' ? ['mill', 'cottage'] : trade === 'farmer' || trade === 'shepherd' ? ['farmhouse', 'cottage'] : trade === 'baker' ? ['bakery', 'cottage'] : ['cottage']
  const found = suits.map((kind) => homes.find((home) => home.kind === kind)).find((home) => home !== undefined) ?? homes[0]!
  if (homes.length > 1) homes.splice(homes.indexOf(found), 1)
  return found
}

function findWorkplace(plan: SettlementPlan, person: Resident): BuildingId | null {
  if (person.age < CHILD_UNTIL) return null
  const kinds = tradeOf(person.trade).workplaces
  const home = plan.buildings.find((building) => building.id === person.homeId)
  if (home && kinds.includes(home.kind)) return home.id
  for (const kind of kinds) {
    if (kind === 'cottage') return person.homeId
    const found = plan.buildings.find((building) => building.kind === kind)
    if (found) return found.id
  }
  return null
}
