/** A settlement as people use it: its plan with what is worked out from it once. Remembered beside the land, never in the world. */
import type { BuildingId, SettlementId } from '#core/ids.ts'
import { createLru, type Lru } from '#core/lru.ts'
import type { Land } from '#worldgen/land.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createWalkGrid, type WalkGrid } from './paths/walk-grid.ts'

/** How far from a person its settlement is looked for. */
const SEARCH_METERS = 3000
/** Settlements kept worked out for one land. */
const MOST_VILLAGES = 48

/** See the head of this file. */
export type Village = { readonly plan: SettlementPlan; readonly buildings: ReadonlyMap<BuildingId, BuildingPlan>; readonly grid: WalkGrid }

const villagesOf = new WeakMap<Land, Lru<SettlementId, Village>>()

/** The settlement of that id, looked for around a place; null when this land has none there. */
export function findVillage(land: Land, id: SettlementId, near: { x: number; z: number }): Village | null {
  const known = rememberedVillages(land)
  const found = known.get(id)
  if (found) return found
  const plan = land.findSettlements(near.x, near.z, SEARCH_METERS).find((candidate) => candidate.id === id)
  if (!plan) return null
  const village: Village = { plan, buildings: new Map(plan.buildings.map((building) => [building.id, building])), grid: createWalkGrid(plan, land) }
  known.set(id, village, 1)
  return village
}

function rememberedVillages(land: Land): Lru<SettlementId, Village> {
  let known = villagesOf.get(land)
  if (!known) {
    known = createLru<SettlementId, Village>(MOST_VILLAGES)
    villagesOf.set(land, known)
  }
  return known
}
