/** The room that roofs take up. Bodies meet walls alone; an eye that follows somebody from above must also keep out of what lies on them. */
import type { Solid } from '#worldgen/landmarks/landmark.ts'
import type { BuildingKind, BuildingPlan } from '#worldgen/sites/settlement-plan.ts'

/** Rise over run of the steepest roof, and of the one that hangs down lowest before its walls. */
const STEEPEST = 1.34
const LOWEST_EAVES = 1.12
/** How far any roof stands out beyond its walls, and how thick it is at most, parapets included, metres. */
const OVERHANG_METERS = 0.82
const THICK_METERS = 0.9
/** What stands on the walls of those that are not roofed as houses are, metres: guard room and cap, cap of a windmill, cover of a well, awning. */
const TOPS: { readonly [K in BuildingKind]?: { readonly height: number; readonly out: number } } = {
  tower: { height: 7.2, out: 1.1 }, well: { height: 4.4, out: 0.9 }, stall: { height: 0.4, out: 0.6 },
}
/** Height of a windmill and of its cap, for its walls as planned and for its radius. */
const WINDMILL = { walls: 1.9, cap: 3.6 } as const
/** The belfry on a hall's ridge: half its width and its height above that, metres. */
const BELFRY = { half: 1.1, height: 3.4 } as const

/**
 * Whether a place lies in the roof of a block, `margin` metres added all around. The roof is taken as large as any culture
 * builds it, whichever way its ridge runs. False for blocks that are no buildings, and below the eaves.
 */
export function isInRoof(solid: Solid, { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }, margin: number): boolean {
  if (!isBuilding(solid)) return false
  const { kind, width, depth, wallHeight, yaw } = solid
  const [dx, dz] = [x - solid.x, z - solid.z]
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  // how far within the walls, from the sides and from the ends; below 0 outside of them
  const sides = width / 2 - Math.abs(dx * cos - dz * sin)
  const ends = depth / 2 - Math.abs(dx * sin + dz * cos)
  const outside = -Math.min(sides, ends)
  const up = y - solid.y - wallHeight
  const top = TOPS[kind]
  if (top) return outside < top.out + margin && up > -margin - top.out && up < top.height + margin
  if (outside > OVERHANG_METERS + margin) return false
  if (up < -margin - 0.1 - LOWEST_EAVES * Math.max(0, outside)) return false
  let ridge = STEEPEST * Math.max(sides, ends, 0) + THICK_METERS
  if (kind === 'mill' && !solid.wheel) ridge = Math.max(ridge, wallHeight * (WINDMILL.walls - 1) + WINDMILL.cap * (Math.min(width, depth) / 2))
  if (kind === 'hall' && width / 2 - sides < BELFRY.half && depth / 2 - ends < BELFRY.half) ridge += BELFRY.height
  return up < ridge + margin
}

function isBuilding(solid: Solid): solid is BuildingPlan {
  return 'kind' in solid
}
