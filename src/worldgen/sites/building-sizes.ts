/** How large buildings are, by kind. */
import type { BuildingKind } from './settlement-plan.ts'

/** Width along the front, depth, height of the walls, in metres, before each house's own small difference. */
export const BUILDING_SIZES: { readonly [K in BuildingKind]: { readonly width: number; readonly depth: number; readonly wallHeight: number } } = {
  cottage: { width: 7, depth: 5.6, wallHeight: 2.5 },
  farmhouse: { width: 9.4, depth: 6.2, wallHeight: 2.8 },
  barn: { width: 10.5, depth: 7.2, wallHeight: 3.5 },
  smithy: { width: 7.4, depth: 6, wallHeight: 2.7 },
  inn: { width: 11.6, depth: 8, wallHeight: 4.8 },
  bakery: { width: 7.2, depth: 6.2, wallHeight: 2.7 },
  mill: { width: 6.4, depth: 6.4, wallHeight: 6.2 },
  shrine: { width: 4.8, depth: 6.4, wallHeight: 3.8 },
  workshop: { width: 8, depth: 6, wallHeight: 2.8 },
  well: { width: 2, depth: 2, wallHeight: 0.9 },
  hall: { width: 13.6, depth: 8.8, wallHeight: 4.2 },
  tower: { width: 4.6, depth: 4.6, wallHeight: 10.5 },
  stall: { width: 2.8, depth: 1.9, wallHeight: 2.2 },
}
