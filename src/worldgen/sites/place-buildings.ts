/** Buildings along the lanes of a settlement: no overlaps, gaps one can walk through, every door on a lane. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS, yawOfFront } from '../directions.ts'
import { BUILDING_SIZES } from './building-sizes.ts'
import { LANE_WIDTH_METERS, SQUARE_METERS } from './lay-lanes.ts'
import { distanceToPolyline, distanceToRectangle, gapBetween } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'
import { planeHeight } from './site.ts'
import type { Site } from './site.ts'
import type { BuildingKind, BuildingPlan, Lane } from './settlement-plan.ts'
import { WATERMILL } from './waterside.ts'
import type { Mill } from './waterside.ts'

/** Least space in metres between two buildings. */
const WALKABLE_GAP_METERS = 2.6
const DOORSTEP_METERS = 0.9

/** Buildings with the rectangles they stand on, in the same order. */
export type Placed = { buildings: BuildingPlan[]; rectangles: Rectangle[] }

/** Puts up `kinds` in order, the first nearest the square; leaves out what finds no room. */
export function placeBuildings(site: Site, lanes: readonly Lane[], kinds: readonly BuildingKind[]): Placed {
  const placed: Placed = { buildings: [], rectangles: [] }
  addBuilding(site, placed, 'well', { x: site.x, z: site.z, frontX: 0, frontZ: 1, halfWidth: 1, halfDepth: 1 })
  const slots = slotsAlong(site, lanes)
  for (const kind of kinds) {
    if (kind === 'stall') placeStall(site, lanes, placed)
    else placeAlong({ site, lanes, slots, placed }, kind)
  }
  return placed
}

type Slot = { x: number; z: number; normalX: number; normalZ: number; taken: boolean }
type Ground = { site: Site; lanes: readonly Lane[]; slots: Slot[]; placed: Placed }

/** Places along every lane, both sides, nearest to the square first. */
function slotsAlong(site: Site, lanes: readonly Lane[]): Slot[] {
  const slots: Array<Slot & { order: number }> = []
  lanes.forEach((lane, l) => {
    const { points } = lane
    for (let i = 0; i + 3 < points.length; i += 2) {
      const ex = points[i + 2]! - points[i]!
      const ez = points[i + 3]! - points[i + 1]!
      const length = Math.sqrt(ex * ex + ez * ez)
      for (let t = 0.12; t < 1; t += 0.22) {
        const x = points[i]! + ex * t
        const z = points[i + 1]! + ez * t
        const out = Math.sqrt((x - site.x) * (x - site.x) + (z - site.z) * (z - site.z))
        if (out < SQUARE_METERS * 0.8 || out > site.core - 4) continue
        for (const side of [-1, 1]) {
          const order = out + 9 * unitOf(hashCell(site.hash, 60 + l, i * 64 + Math.round(t * 50), side))
          slots.push({ x, z, normalX: (-ez / length) * side, normalZ: (ex / length) * side, taken: false, order })
        }
      }
    }
  })
  return slots.sort((a, b) => a.order - b.order)
}

function placeAlong(ground: Ground, kind: BuildingKind): void {
  const { site, slots, placed } = ground
  const hash = hashCell(site.hash, 70, placed.buildings.length)
  const size = BUILDING_SIZES[kind]
  const grow = 0.92 + 0.18 * unitOf(hashCell(hash, 1))
  const halfWidth = (size.width * grow) / 2
  const halfDepth = (size.depth * (1.96 - grow)) / 2
  for (const slot of slots) {
    if (slot.taken) continue
    const hashHere = hashCell(hash, Math.round(slot.x * 8), Math.round(slot.z * 8))
    const yard = 1.9 + 2.2 * unitOf(hashCell(hashHere, 2))
    // A little crooked: the front leans a few degrees off the lane.
    const lean = (unitOf(hashCell(hashHere, 3)) - 0.5) * 0.22
    const fx = -slot.normalX - slot.normalZ * lean
    const fz = -slot.normalZ + slot.normalX * lean
    const length = Math.sqrt(fx * fx + fz * fz)
    const away = LANE_WIDTH_METERS / 2 + yard + halfDepth
    const rectangle = { x: slot.x + slot.normalX * away, z: slot.z + slot.normalZ * away, frontX: fx / length, frontZ: fz / length, halfWidth, halfDepth }
    if (!isFree(ground, rectangle)) continue
    slot.taken = true
    addBuilding(site, placed, kind, rectangle)
    return
  }
}

function placeStall(site: Site, lanes: readonly Lane[], placed: Placed): void {
  const from = hashCell(site.hash, 80, placed.buildings.length)
  for (let i = 0; i < 16; i++) {
    const wind = ((from + i * 5) & 15) * 2
    const dx = SIXTEEN_WINDS[wind]!
    const dz = SIXTEEN_WINDS[wind + 1]!
    const rectangle = { x: site.x + dx * 7.6, z: site.z + dz * 7.6, frontX: -dx, frontZ: -dz, halfWidth: 1.4, halfDepth: 0.95 }
    if (!isFree({ site, lanes, slots: [], placed }, rectangle)) continue
    addBuilding(site, placed, 'stall', rectangle)
    return
  }
}

/** Whether a rectangle keeps its distance from lanes, buildings, doors and the middle of the square. */
function isFree(ground: Ground, rectangle: Rectangle): boolean {
  const { site, lanes, placed } = ground
  const dx = rectangle.x - site.x
  const dz = rectangle.z - site.z
  if (Math.sqrt(dx * dx + dz * dz) + rectangle.halfDepth > site.core) return false
  if (distanceToRectangle(rectangle, site.x, site.z) < (rectangle.halfWidth < 2 ? 4 : SQUARE_METERS - 1)) return false
  const doorX = rectangle.x + rectangle.frontX * (rectangle.halfDepth + DOORSTEP_METERS)
  const doorZ = rectangle.z + rectangle.frontZ * (rectangle.halfDepth + DOORSTEP_METERS)
  for (let i = 0; i < placed.rectangles.length; i++) {
    if (gapBetween(rectangle, placed.rectangles[i]!) < WALKABLE_GAP_METERS) return false
    if (distanceToRectangle(placed.rectangles[i]!, doorX, doorZ) < 1.4) return false
    if (distanceToRectangle(rectangle, placed.buildings[i]!.doorX, placed.buildings[i]!.doorZ) < 1.4) return false
  }
  for (const lane of lanes) {
    for (let u = -1; u <= 1; u += 0.5) {
      for (let v = -1; v <= 1; v += 0.5) {
        const x = rectangle.x + rectangle.frontZ * rectangle.halfWidth * u + rectangle.frontX * rectangle.halfDepth * v
        const z = rectangle.z - rectangle.frontX * rectangle.halfWidth * u + rectangle.frontZ * rectangle.halfDepth * v
        if (distanceToPolyline(lane.points, x, z) < lane.width / 2 + 0.9) return false
      }
    }
  }
  return true
}

/** Adds the mill at the water or in the wind, beyond the rest. */
export function addMill(site: Site, placed: Placed, { rectangle, floor, wheel }: Mill): void {
  addBuilding(site, placed, 'mill', rectangle)
  Object.assign(placed.buildings.at(-1)!, { y: floor + 0.06 }, wheel ? { wallHeight: WATERMILL.wallHeight, wheel } : null)
}

function addBuilding(site: Site, placed: Placed, kind: BuildingKind, rectangle: Rectangle): void {
  const { x, z, frontX, frontZ, halfWidth, halfDepth } = rectangle
  const number = placed.buildings.length
  placed.rectangles.push(rectangle)
  placed.buildings.push({
    id: `building:${site.cellX},${site.cellZ}/${number}`,
    kind,
    x,
    z,
    y: planeHeight(site, x, z) + 0.06,
    yaw: yawOfFront(frontX, frontZ),
    width: halfWidth * 2,
    depth: halfDepth * 2,
    wallHeight: BUILDING_SIZES[kind].wallHeight * (0.95 + 0.1 * unitOf(hashCell(site.hash, 91, number))),
    doorX: x + frontX * (halfDepth + DOORSTEP_METERS),
    doorZ: z + frontZ * (halfDepth + DOORSTEP_METERS),
    variant: hashCell(site.hash, 90, number),
  })
}
