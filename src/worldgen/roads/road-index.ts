/** Which settlements are joined by roads, and which roads reach a place; remembered within bounds. */
import { createRecentMap } from '#core/recent-map.ts'
import { cellKey, isDrained } from '../hydrology/macro-nodes.ts'
import type { WaterIndex } from '../hydrology/water-index.ts'
import type { LandMemory } from '../memory.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Box, TileSource } from '../recent-tiles.ts'
import type { Sites } from '../sites/find-sites.ts'
import { distanceToPolyline } from '../sites/rectangle.ts'
import type { Site } from '../sites/site.ts'
import { createWaySurvey, roomOf } from './find-way.ts'
import type { WayGround } from './find-way.ts'
import { joinLevels } from './join-levels.ts'
import { LONGEST_METERS, layRoad, roadId } from './road.ts'
import type { Crossing, LaidRoad, Road } from './road.ts'

/** Settlements farther apart than this are not joined, metres. */
const FARTHEST_METERS = 4800
/** How far a road changes the ground on either side of its middle, metres. */
export const ROAD_REACH_METERS = 18
/** Numbers of one packed stretch of road: start, way, 1 / length², height at the start (NaN on a bridge) and its rise. */
export const STRETCH_STRIDE = 7
/** Cells away in which both ends of a road through a cell lie. */
const RING = 4

/** The roads of a seed by place. */
export type RoadIndex = {
  /** Roads that may pass through a settlement cell. */
  cellOf(cellX: number, cellZ: number): readonly Road[]
  /** Whether they are known already, so that `cellOf` costs nothing. */
  has(cellX: number, cellZ: number): boolean
  /** Takes the roads of a cell as another thread has laid them for the same seed. */
  adopt(cellX: number, cellZ: number, laid: readonly Road[]): void
}

const NONE = new Float64Array(0)

/** The roads over the sites of a seed, remembered as `memory` says. */
export function createRoadIndex({ sites, waters, ground }: { sites: Sites; waters: WaterIndex; ground: WayGround }, memory: LandMemory): RoadIndex {
  const side = PARAMETERS.settlementCell.value
  const country = { ground, waters, survey: createWaySurvey(ground) }
  const roads = createRecentMap<string, LaidRoad | null>(memory.roads)
  const built = createRecentMap<string, Road>(memory.roads)
  const cells = createRecentMap<number, readonly Road[]>(memory.roadCells)

  /** The relative neighbourhood graph (Toussaint, 1980): joined unless a third place is nearer to both. */
  function areJoined(a: Site, b: Site, square: number): boolean {
    const reach = Math.sqrt(square)
    for (let cz = Math.floor((Math.max(a.z, b.z) - reach) / side); cz * side <= Math.min(a.z, b.z) + reach; cz++) {
      for (let cx = Math.floor((Math.max(a.x, b.x) - reach) / side); cx * side <= Math.min(a.x, b.x) + reach; cx++) {
        if (!isWithin(a, cx, cz, square) || !isWithin(b, cx, cz, square)) continue
        const c = sites.siteOfCell(cx, cz)
        if (c !== null && c !== a && c !== b && squareBetween(a, c) < square && squareBetween(b, c) < square) return false
      }
    }
    return true
  }

  /** Whether any of a cell lies nearer to a place than the root of `square`. */
  function isWithin(place: Site, cx: number, cz: number, square: number): boolean {
    const dx = Math.max(0, cx * side - place.x, place.x - (cx + 1) * side)
    const dz = Math.max(0, cz * side - place.z, place.z - (cz + 1) * side)
    return dx * dx + dz * dz < square
  }

  function roadBetween(a: Site, b: Site, square: number): LaidRoad | null {
    const key = `${a.cellX},${a.cellZ}/${b.cellX},${b.cellZ}`
    const known = roads.get(key)
    if (known !== undefined) return known
    const road = areJoined(a, b, square) ? layRoad(country, a, b) : null
    roads.set(key, road)
    return road
  }

  /** A road as it is built: where it comes close to another of its two settlements that goes before it, it takes that one's height. */
  function builtBetween(a: Site, b: Site, square: number): Road | null {
    let road = built.get(roadId(a, b))
    if (road === undefined) {
      const raw = roadBetween(a, b, square)
      if (raw === null) return null
      const seniors = seniorsAt(a, raw.id)
      const isFromHere = ({ from }: LaidRoad): boolean => from.cellX === a.cellX && from.cellZ === a.cellZ
      road = { ...joinLevels(raw, [...seniors, ...seniorsAt(b, raw.id)]), nth: seniors.filter(isFromHere).length }
      built.set(raw.id, road)
    }
    return road
  }

  /** The roads of a settlement whose names come before `id`, as they were laid. */
  function seniorsAt(site: Site, id: string): LaidRoad[] {
    const found: LaidRoad[] = []
    const ring = Math.ceil(FARTHEST_METERS / side)
    for (let dz = -ring; dz <= ring; dz++) {
      for (let dx = -ring; dx <= ring; dx++) {
        if (dx === 0 && dz === 0) continue
        const other = sites.siteOfCell(site.cellX + dx, site.cellZ + dz)
        if (other === null) continue
        const square = squareBetween(site, other)
        if (square >= FARTHEST_METERS * FARTHEST_METERS) continue
        const [first, second] = dz > 0 || (dz === 0 && dx > 0) ? [site, other] : [other, site]
        if (roadId(first, second) >= id) continue
        const road = roadBetween(first, second, square)
        if (road !== null) found.push(road)
      }
    }
    return found
  }

  function gather(cellX: number, cellZ: number): Road[] {
    const found: Road[] = []
    const near: Site[] = []
    for (let dz = -RING; dz <= RING; dz++) {
      for (let dx = -RING; dx <= RING; dx++) {
        const site = sites.siteOfCell(cellX + dx, cellZ + dz)
        if (site !== null) near.push(site)
      }
    }
    // `near` runs by rows of cells, so the first of a pair is always the same one.
    for (let n = 0; n < near.length; n++) {
      for (let m = n + 1; m < near.length; m++) {
        const a = near[n]!
        const b = near[m]!
        const square = squareBetween(a, b)
        if (square >= FARTHEST_METERS * FARTHEST_METERS) continue
        const room = roomOf(Math.sqrt(square)) + ROAD_REACH_METERS
        if (!passes(a, b, { x: (cellX + 0.5) * side, z: (cellZ + 0.5) * side }, room + side * 0.7072)) continue
        const road = builtBetween(a, b, square)
        if (road !== null) found.push(road)
      }
    }
    return found
  }

  function cellOf(cellX: number, cellZ: number): readonly Road[] {
    const key = cellKey(cellX, cellZ)
    const known = cells.get(key)
    if (known) return known
    const found = isDrained(cellX * side, cellZ * side) ? gather(cellX, cellZ) : []
    cells.set(key, found)
    return found
  }

  return {
    cellOf,
    has: (cellX, cellZ) => cells.get(cellKey(cellX, cellZ)) !== undefined || !isDrained(cellX * side, cellZ * side),
    adopt(cellX, cellZ, laid) {
      // one road is one value, by whichever cell it was met first
      const found = laid.map((road) => {
        const known = built.get(road.id)
        if (known === undefined) built.set(road.id, road)
        return known ?? road
      })
      if (cells.get(cellKey(cellX, cellZ)) === undefined) cells.set(cellKey(cellX, cellZ), found)
    },
  }
}

/** The roads of an index by tile: the packed stretches that reach it, `STRETCH_STRIDE` numbers each. */
export function roadTiles(index: RoadIndex): TileSource<readonly Road[], Float64Array> {
  return {
    cellMeters: PARAMETERS.settlementCell.value,
    nothing: NONE,
    cellOf(cellX, cellZ) {
      const through = index.cellOf(cellX, cellZ)
      return through.length === 0 ? null : through
    },
    cut,
  }
}

/** Roads with a point within `radius` metres of a place. */
export function findRoads(index: RoadIndex, x: number, z: number, radius: number): Road[] {
  if (!isDrained(x, z)) return []
  const side = PARAMETERS.settlementCell.value
  const found = new Map<string, Road>()
  for (let cellZ = Math.floor((z - radius) / side); cellZ * side <= z + radius; cellZ++) {
    for (let cellX = Math.floor((x - radius) / side); cellX * side <= x + radius; cellX++) {
      for (const road of index.cellOf(cellX, cellZ)) if (!found.has(road.id) && distanceToRoad(road, x, z) <= radius) found.set(road.id, road)
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The road of a list that passes nearest to a place. */
export function nearestRoad(roads: readonly Road[], x: number, z: number): Road | null {
  return roads.reduce<Road | null>((best, road) => (best === null || distanceToRoad(road, x, z) < distanceToRoad(best, x, z) ? road : best), null)
}

function distanceToRoad(road: Road, x: number, z: number): number {
  return distanceToPolyline(road.points, x, z)
}

function squareBetween(a: Site, b: Site): number {
  return (a.x - b.x) * (a.x - b.x) + (a.z - b.z) * (a.z - b.z)
}

/** Whether the straight line from a to b comes within `reach` metres of a place. */
function passes(a: Site, b: Site, place: { x: number; z: number }, reach: number): boolean {
  const dx = b.x - a.x
  const dz = b.z - a.z
  const along = ((place.x - a.x) * dx + (place.z - a.z) * dz) / (dx * dx + dz * dz)
  const t = along < 0 ? 0 : along > 1 ? 1 : along
  const ox = place.x - a.x - dx * t
  const oz = place.z - a.z - dz * t
  return ox * ox + oz * oz < reach * reach
}

/** Stretches met while a tile is cut, one after the other. */
let cutting = new Float64Array(64 * STRETCH_STRIDE)

/** The stretches of roads that reach a tile. */
function cut(roads: readonly Road[], { west, north, east, south }: Box): Float64Array {
  let count = 0
  for (const { points, levels, crossings } of roads) {
    for (let i = 0; i + 1 < levels.length; i++) {
      const ax = points[i * 2]!
      const az = points[i * 2 + 1]!
      const bx = points[i * 2 + 2]!
      const bz = points[i * 2 + 3]!
      // No stretch is longer than `LONGEST_METERS`, so that as many can be passed over as fit between here and the tile.
      const apart = Math.max(west - ax, ax - east, north - az, az - south) - ROAD_REACH_METERS
      if (apart > 2 * LONGEST_METERS) {
        i += Math.floor(apart / LONGEST_METERS) - 1
        continue
      }
      if ((ax > bx ? ax : bx) + ROAD_REACH_METERS < west || (ax < bx ? ax : bx) - ROAD_REACH_METERS > east) continue
      if ((az > bz ? az : bz) + ROAD_REACH_METERS < north || (az < bz ? az : bz) - ROAD_REACH_METERS > south) continue
      const square = (bx - ax) * (bx - ax) + (bz - az) * (bz - az)
      if (count + STRETCH_STRIDE > cutting.length) {
        const larger = new Float64Array(cutting.length * 2)
        larger.set(cutting)
        cutting = larger
      }
      cutting[count] = ax
      cutting[count + 1] = az
      cutting[count + 2] = bx - ax
      cutting[count + 3] = bz - az
      cutting[count + 4] = square > 0 ? 1 / square : 0
      // Under a deck the ground stays as it is.
      cutting[count + 5] = isDeck(crossings, i) ? NaN : levels[i]!
      cutting[count + 6] = levels[i + 1]! - levels[i]!
      count += STRETCH_STRIDE
    }
  }
  return count === 0 ? NONE : cutting.slice(0, count)
}

function isDeck(crossings: readonly Crossing[], index: number): boolean {
  for (let c = 0; c < crossings.length; c++) if (crossings[c]!.deckAt === index) return true
  return false
}
