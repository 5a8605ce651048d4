/** The plan of a settlement: buildings by trade, lanes, paths to the doors, and things to do outdoors. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS, yawOfFront, yawTowards } from '../directions.ts'
import { SQUARE_METERS, layLanes } from './lay-lanes.ts'
import { WALL_OUT_METERS, WALL_REACH_METERS, layWall, leavingAt, wallRectangles } from './town-wall.ts'
import { addMill, placeBuildings } from './place-buildings.ts'
import type { Placed } from './place-buildings.ts'
import { distanceToPolyline, distanceToRectangle } from './rectangle.ts'
import type { Rectangle } from './rectangle.ts'
import type { BuildingKind, Lane, Pier, SettlementPlan, SpotKind, TownWall } from './settlement-plan.ts'
import type { Site } from './site.ts'
import type { Waterside } from './waterside.ts'

/** Width in metres of the path from a door to its lane. */
const PATH_WIDTH_METERS = 1.3

/** Half the width and depth of a field of grain, in metres. */
const FIELD_HALF_WIDTH = 13
const FIELD_HALF_DEPTH = 9

/** How far beyond the houses the burying ground may lie, the nearest first, metres. */
const GRAVES_METERS = [9, 13, 18, 24] as const

/** The built part of a plan, with the rectangles its buildings stand on. */
export type BuiltPlan = Pick<SettlementPlan, 'buildings' | 'lanes' | 'pier' | 'wall' | 'spots' | 'radius' | 'reach'> & {
  rectangles: Rectangle[]
  /** The ground under its wall. */
  walled: readonly Rectangle[]
  /** Fields of grain. */
  crops: Rectangle[]
  /** What lies beyond `radius` metres of the centre: paths to the water, and the mill at it. */
  outlying: { lanes: readonly Lane[]; rectangles: readonly Rectangle[]; /** Whether the mill stands at a bank. */ isAtWater: boolean }
}

/** What a plan asks of the country around: what the settlement has at the water, beyond `keep` metres of its middle, and whether a place is dry enough for a wall. */
export type PlanCountry = { findWaterside(lanes: readonly Lane[], keep: number): Waterside; isDry(x: number, z: number): boolean }

/** Lays out lanes, wall, buildings and spots of a site of that culture (its id). */
export function buildPlan(site: Site, culture: string, country: PlanCountry): BuiltPlan {
  const lanes = layLanes(site)
  const wall = layWall(site, culture, lanes, country.isDry)
  const walled = wall ? wallRectangles(wall) : []
  const { mill, pier, paths: out } = country.findWaterside(lanes, site.core + (wall ? WALL_REACH_METERS : 0))
  // One mill is enough.
  const placed = placeBuildings(site, lanes, kindsFor(site).filter((kind) => mill === null || kind !== 'mill'))
  const paths = layPaths(placed, lanes)
  const spots = findSpots(site, { ...placed, wall, walled }, [...lanes, ...paths, ...out])
  const radius = reachOf(site, [...lanes, ...paths], spots)
  if (mill) addMill(site, placed, mill)
  if (pier) spots.push(...shoreAt(pier))
  const { buildings, rectangles } = placed
  const millReach = mill ? distance(site, mill.rectangle.x, mill.rectangle.z) + mill.rectangle.halfWidth : 0
  const pierReach = pier ? distance(site, pier.x, pier.z) + pier.end : 0
  const reach = Math.ceil(Math.max(radius, reachOf(site, out, spots), millReach, pierReach))
  return {
    buildings, rectangles, lanes: [...lanes, ...paths, ...out], pier, wall, walled, spots, radius: Math.ceil(radius), reach,
    crops: spots.filter(({ kind }) => kind === 'field').map((spot) => cropOf(site, spot)),
    outlying: { lanes: out, rectangles: mill ? [mill.rectangle] : [], isAtWater: mill !== null && mill.wheel !== null },
  }
}

/** How far lanes and spots reach from the middle of a site, at least its core, metres. */
function reachOf(site: Site, lanes: readonly Lane[], spots: SettlementPlan['spots']): number {
  let reach = site.core
  for (const { points } of lanes) for (let i = 0; i < points.length; i += 2) reach = Math.max(reach, distance(site, points[i]!, points[i + 1]!))
  for (const spot of spots) reach = Math.max(reach, distance(site, spot.x, spot.z))
  return reach
}

/** Where one mends nets: on the shore beside the root of a pier, looking out. */
function shoreAt({ x, z, alongX, alongZ, start }: Pier): SettlementPlan['spots'] {
  return [{ kind: 'shore', x: x + alongX * (start - 2) - alongZ * 4, z: z + alongZ * (start - 2) + alongX * 4, yaw: yawOfFront(alongX, alongZ) }]
}

/** The grain of a field, its front towards the square. */
function cropOf(site: Site, { x, z }: { x: number; z: number }): Rectangle {
  const length = distance(site, x, z)
  return { x, z, frontX: (site.x - x) / length, frontZ: (site.z - z) / length, halfWidth: FIELD_HALF_WIDTH, halfDepth: FIELD_HALF_DEPTH }
}

function distance(site: Site, x: number, z: number): number {
  return Math.sqrt((x - site.x) * (x - site.x) + (z - site.z) * (z - site.z))
}

/** What stands in a settlement, public houses first: they get the places at the square. */
function kindsFor(site: Site): BuildingKind[] {
  const chance = (n: number): number => unitOf(hashCell(site.hash, 40, n))
  if (site.kind === 'hamlet') {
    const kinds: BuildingKind[] = ['farmhouse', 'cottage', 'cottage']
    if (chance(4) < 0.6) kinds.push('cottage')
    if (chance(5) < 0.35) kinds.push('farmhouse')
    kinds.push('barn')
    if (chance(1) < 0.3) kinds.push('shrine')
    if (chance(2) < 0.35) kinds.push(chance(3) < 0.5 ? 'smithy' : 'mill')
    return kinds
  }
  if (site.kind === 'town') {
    const kinds: BuildingKind[] = ['stall', 'stall', 'stall', 'hall', 'inn', 'shrine', 'bakery', 'smithy', 'workshop']
    for (let n = 0; n < 9 + Math.floor(chance(1) * 5); n++) kinds.push(n % 5 === 3 ? 'farmhouse' : 'cottage')
    kinds.push('tower', 'barn', 'mill', 'workshop')
    return kinds
  }
  const kinds: BuildingKind[] = ['inn', 'shrine', 'stall', 'bakery', 'smithy', 'cottage', 'farmhouse', 'cottage', 'workshop', 'cottage', 'barn', 'cottage']
  if (chance(1) < 0.6) kinds.push('mill')
  if (chance(2) < 0.7) kinds.push('farmhouse')
  if (chance(3) < 0.3) kinds.push('stall')
  if (chance(4) < 0.25) kinds.push('tower')
  return kinds
}

/** A short path from every door to the nearest point of the nearest lane, or to the square. */
function layPaths(placed: Placed, lanes: readonly Lane[]): Lane[] {
  const paths: Lane[] = []
  for (const building of placed.buildings) {
    if (building.kind === 'well' || building.kind === 'stall') continue
    const { doorX, doorZ } = building
    let best: [number, number] = [doorX, doorZ]
    let bestDistance = Infinity
    for (const lane of lanes) {
      for (let i = 0; i + 3 < lane.points.length; i += 2) {
        for (let t = 0; t <= 1; t += 0.125) {
          const x = lane.points[i]! + (lane.points[i + 2]! - lane.points[i]!) * t
          const z = lane.points[i + 1]! + (lane.points[i + 3]! - lane.points[i + 1]!) * t
          const apart = (x - doorX) * (x - doorX) + (z - doorZ) * (z - doorZ)
          if (apart < bestDistance) {
            best = [x, z]
            bestDistance = apart
          }
        }
      }
    }
    paths.push({ points: [doorX, doorZ, best[0], best[1]], width: PATH_WIDTH_METERS })
  }
  return paths
}

/** How much farther out fields and the like lie where a wall takes their room, metres. */
const BEYOND_WALL_METERS = 12

function findSpots(site: Site, placed: Placed & Pick<BuiltPlan, 'wall' | 'walled'>, lanes: readonly Lane[]): SettlementPlan['spots'] {
  const { wall, walled } = placed
  const edge = site.core + (wall ? BEYOND_WALL_METERS : 0)
  const spots: SettlementPlan['spots'] = []
  const isOpen = (x: number, z: number, room: number): boolean =>
    placed.rectangles.every((rectangle) => distanceToRectangle(rectangle, x, z) > room) &&
    walled.every((rectangle) => distanceToRectangle(rectangle, x, z) > room + 0.8) &&
    // In the square one may sit beside the way; outside of it lanes stay free.
    (distance(site, x, z) < SQUARE_METERS * 0.5 || lanes.every((lane) => distanceToPolyline(lane.points, x, z) > lane.width / 2 + room * 0.5)) &&
    spots.every((spot) => {
      const apart = Math.max(3, room + roomOf(spot.kind))
      return (spot.x - x) * (spot.x - x) + (spot.z - z) * (spot.z - z) > apart * apart
    })
  const onRing = (kind: 'bench' | 'fire' | 'field' | 'orchard' | 'pen' | 'graves', meters: number, wanted: number, room: number): void => {
    const from = hashCell(site.hash, 45, kind.length + kind.charCodeAt(0))
    let found = 0
    for (let i = 0; i < 16 && found < wanted; i++) {
      const wind = ((from + i * 5) & 15) * 2
      const x = site.x + SIXTEEN_WINDS[wind]! * meters
      const z = site.z + SIXTEEN_WINDS[wind + 1]! * meters
      if (!isOpen(x, z, room)) continue
      spots.push({ kind, x, z, yaw: yawTowards(site.x - x, site.z - z) })
      found++
    }
  }
  onRing('fire', 4.4, 1, 0.8)
  onRing('bench', 6.4, 3, 0.5)
  spots.push(...standGates(site, lanes, wall))
  onRing('field', edge + 16, site.kind === 'town' ? 4 : 2, roomOf('field'))
  onRing('orchard', edge + 12, site.kind === 'hamlet' ? 1 : 2, roomOf('orchard'))
  onRing('pen', edge + 10, site.kind === 'hamlet' ? 1 : 2, roomOf('pen'))
  for (let i = 0; i < placed.buildings.length; i++) {
    const { kind, variant } = placed.buildings[i]!
    if (kind === 'well' || kind === 'stall') continue
    const rectangle = placed.rectangles[i]!
    const { frontX, frontZ } = rectangle
    const side = (variant & 1) === 0 ? 1 : -1
    if (kind === 'cottage' || kind === 'inn' || kind === 'bakery') {
      const x = rectangle.x + frontZ * side * (rectangle.halfWidth + 0.9)
      const z = rectangle.z - frontX * side * (rectangle.halfWidth + 0.9)
      if (isOpen(x, z, 0.6)) spots.push({ kind: 'woodpile', x, z, yaw: yawTowards(rectangle.x - x, rectangle.z - z) })
    }
    if (kind === 'cottage' || kind === 'farmhouse') {
      const x = rectangle.x - frontX * (rectangle.halfDepth + 3.4)
      const z = rectangle.z - frontZ * (rectangle.halfDepth + 3.4)
      if (isOpen(x, z, 2)) spots.push({ kind: 'garden', x, z, yaw: yawTowards(-frontX, -frontZ) })
    }
  }
  // the dead lie a little way off, wherever there is room
  for (const meters of GRAVES_METERS) if (!spots.some(({ kind }) => kind === 'graves')) onRing('graves', edge + meters, 1, roomOf('graves'))
  return spots
}

/** Half of what a spot takes up, metres, where it is large. */
function roomOf(kind: SpotKind): number {
  return kind === 'field' ? 12 : kind === 'orchard' ? 9 : kind === 'pen' ? 7 : kind === 'graves' ? 6 : 0
}

/** Where lanes leave the settlement: a gate across each in a town, a board with the name beside the others. */
function standGates(site: Site, lanes: readonly Lane[], wall: TownWall | null): SettlementPlan['spots'] {
  const spots: SettlementPlan['spots'] = []
  for (const lane of lanes) {
    const leaving = leavingAt(site, lane, site.core + (wall ? WALL_OUT_METERS : 5))
    if (leaving === null) continue
    const { x, z, outX, outZ } = leaving
    if (site.kind === 'town') spots.push({ kind: 'gate', x, z, yaw: yawOfFront(outX, outZ) })
    const aside = lane.width / 2 + 1.5
    const on = wall ? 7 : 5
    spots.push({ kind: 'board', x: x + outX * on - outZ * aside, z: z + outZ * on + outX * aside, yaw: yawOfFront(outX, outZ) })
  }
  return spots
}
