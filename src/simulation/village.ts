/** A settlement as people use it: its plan with what is worked out from it once. Remembered beside the land, never in the world. */
import type { BuildingId, SettlementId } from '#core/ids.ts'
import { createLru, type Lru } from '#core/lru.ts'
import type { Land } from '#worldgen/land.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { createWalkGrid, type WalkGrid } from './paths/walk-grid.ts'

/** How far from a person its settlement is looked for. */
const SEARCH_METERS = 3000
/** Settlements, and walk grids of settlements, kept worked out for one land: the latter are large. */
const MOST_VILLAGES = 4096
const MOST_GRIDS = 24

/** See the head of this file. */
export type Village = {
  readonly plan: SettlementPlan
  readonly buildings: ReadonlyMap<BuildingId, BuildingPlan>
  /** Made when first asked for; only people near the player should ask. */
  readonly grid: WalkGrid
}

type Remembered = { villages: Lru<SettlementId, Village>; grids: Lru<SettlementId, WalkGrid> }

const rememberedOf = new WeakMap<Land, Remembered>()

/** The settlement of that id, looked for around a place; null when this land has none there. */
export function findVillage(land: Land, id: SettlementId, near: { x: number; z: number }): Village | null {
  const { villages, grids } = rememberedFor(land)
  const found = villages.get(id)
  if (found) return found
  const plan = land.findSettlements(near.x, near.z, SEARCH_METERS).find((candidate) => candidate.id === id)
  if (!plan) return null
  const village: Village = {
    plan,
    buildings: new Map(plan.buildings.map((building) => [building.id, building])),
    get grid() {
      let grid = grids.get(id)
      if (!grid) {
        grid = createWalkGrid(plan, land)
        grids.set(id, grid, 1)
      }
      return grid
    },
  }
  villages.set(id, village, 1)
  return village
}

function rememberedFor(land: Land): Remembered {
  let remembered = rememberedOf.get(land)
  if (!remembered) {
    remembered = { villages: createLru<SettlementId, Village>(MOST_VILLAGES), grids: createLru<SettlementId, WalkGrid>(MOST_GRIDS) }
    rememberedOf.set(land, remembered)
  }
  return remembered
}
