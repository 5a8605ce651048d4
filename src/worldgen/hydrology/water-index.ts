/** Which rivers and lakes reach a place: courses by cell of the lattice, segments by tile, remembered within bounds. */
import { createRecentMap } from '#core/recent-map.ts'
import { MACRO_METERS, cellKey, createMacroNodes, isDrained } from './macro-nodes.ts'
import type { Lake, MacroNode, MacroNodes, WildGround } from './macro-nodes.ts'
import { joinCourses } from './confluence.ts'
import { boxOfFan, findDelta, isWithin } from './delta.ts'
import type { Delta, Fan } from './delta.ts'
import { createOases, soaked } from './oases.ts'
import type { Oases } from './oases.ts'
import { createSoakSurvey, soakShore } from './mires.ts'
import { createCourseFinder } from './river-course.ts'
import { packLakes } from './packed-lake.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'
import type { RiverCourse } from './river-course.ts'
import { createDesertSurvey } from '../desert-survey.ts'
import type { Box, TileSource } from '../recent-tiles.ts'

/** Farthest that a course may leave the straight line between its nodes, its reach and bends included, metres. */
const COURSE_ROOM_METERS = 440
/** The same for one that ends in the sea, its delta included. */
const DELTA_ROOM_METERS = 500
/** A node flows at most three cells away, and its valley reaches one more. */
const RING = 4
/** A course that passes another by begins no farther than this from where that one does, in cells. */
const PASSING_RING = 4

/** Share of an oasis's radius that counts as water where people keep off it: its palms may stand at their doors. */
const GREEN_SHARE = 0.75

/** What reaches a tile: packed segments (`SEGMENT_STRIDE` numbers each), packed lakes (`LAKE_STRIDE` each) and the land of deltas; whether any of them has a mire along it. */
export type WaterTile = { readonly segments: Float64Array; readonly isMiry: boolean; readonly lakes: Float64Array; readonly fans: readonly Fan[] }

/** Nothing. */
const DRY: WaterTile = { segments: new Float64Array(0), isMiry: false, lakes: new Float64Array(0), fans: [] }

type CellWater = { readonly courses: readonly RiverCourse[]; readonly lakes: readonly Lake[]; readonly fans: readonly Fan[] }
const DRY_CELL: CellWater = { courses: [], lakes: [], fans: [] }

/** The rivers and lakes of a seed by place. */
export type WaterIndex = {
  readonly seedWord: number
  readonly nodes: MacroNodes
  readonly oases: Oases
  /** Courses, lakes and the land of deltas that may reach a cell of the lattice. The arms of a delta are courses from and to the same nodes, after that of their river. */
  cellOf(cellX: number, cellZ: number): CellWater
}

/** The index over the bare ground of a seed; `remembered` scales what is kept. */
export function createWaterIndex(seedWord: number, ground: WildGround, remembered: number): WaterIndex {
  const nodes = createMacroNodes(seedWord, ground, remembered)
  const desertAt = createDesertSurvey(seedWord)
  const oases = createOases(seedWord, { nodes, ground, desertAt, remembered, waterWithin: (x, z, within) => distanceToWater({ cellOf: gather }, x, z, within) })
  const soakAt = createSoakSurvey(seedWord)
  const findCourse = createCourseFinder(nodes, ground, soakAt)
  const courses = createRecentMap<number, RiverCourse | null>(remembered * 4)
  const loneCourses = createRecentMap<number, RiverCourse | null>(remembered * 4)
  const deltas = createRecentMap<number, Delta | null>(remembered * 4)
  const cells = createRecentMap<number, CellWater>(remembered * 4)

  function courseOf(cellX: number, cellZ: number): RiverCourse | null {
    const key = cellKey(cellX, cellZ)
    const known = courses.get(key)
    if (known !== undefined) return known
    const lone = loneCourseOf(cellX, cellZ)
    const found = lone && (deltaOf(lone)?.course ?? joined(lone))
    courses.set(key, found)
    return found
  }

  function joined(lone: RiverCourse): RiverCourse {
    const { from, to } = lone
    const lower = lowerAt(lone)
    const passing = passingBy(lone)
    // The strongest passes into the river that goes on as one, but may run beside that on its way.
    const on = to.elevation > 0 ? loneCourseOf(to.cellX, to.cellZ) : null
    return lower.length === 0 && passing.length === 0 && on === null ? lone : joinCourses(lone, { lower, on, isOwn: isSame(nodes.inflowsOf(to)[0]!, from), passing, isSpring: lone.isSpring })
  }

  /** Stronger courses that come near a course and neither end where it does nor lead to it or on from it: as if there were no other, so that they are the same from every side. */
  function passingBy(lone: RiverCourse): RiverCourse[] {
    const { from, to, flow } = lone
    const found: RiverCourse[] = []
    for (let dz = -PASSING_RING; dz <= PASSING_RING; dz++) {
      for (let dx = -PASSING_RING; dx <= PASSING_RING; dx++) {
        const node = nodes.nodeOf(from.cellX + dx, from.cellZ + dz)
        const down = nodes.downstreamOf(node)
        if (down === null || isSame(node, from) || isSame(node, to) || isSame(down, from) || isSame(down, to)) continue
        if (Math.max(node.x, down.x) + COURSE_ROOM_METERS < lone.west || Math.min(node.x, down.x) - COURSE_ROOM_METERS > lone.east) continue
        if (Math.max(node.z, down.z) + COURSE_ROOM_METERS < lone.north || Math.min(node.z, down.z) - COURSE_ROOM_METERS > lone.south) continue
        const other = loneCourseOf(node.cellX, node.cellZ)
        if (other === null) continue
        if (other.flow < flow || (other.flow === flow && other.from.elevation > from.elevation)) continue
        if (other.west < lone.east && other.east > lone.west && other.north < lone.south && other.south > lone.north) found.push(other)
      }
    }
    return found
  }

  /** The delta of a course that ends in the sea. */
  function deltaOf(lone: RiverCourse | null): Delta | null {
    if (lone === null || lone.to.elevation > 0) return null
    const key = cellKey(lone.from.cellX, lone.from.cellZ)
    const known = deltas.get(key)
    if (known !== undefined) return known
    const found = findDelta(ground, lone, (fan) => isFree(fan, lone))
    deltas.set(key, found)
    return found
  }

  /** Whether no lake and no other river lies where a fan would: rivers as if there were no other, so that it is the same from every side. */
  function isFree(fan: Fan, own: RiverCourse): boolean {
    const box = boxOfFan(fan)
    const cellX = Math.floor(fan.x / MACRO_METERS)
    const cellZ = Math.floor(fan.z / MACRO_METERS)
    for (let dz = -RING; dz <= RING; dz++) {
      for (let dx = -RING; dx <= RING; dx++) {
        const node = nodes.nodeOf(cellX + dx, cellZ + dz)
        if (node.elevation <= 0) continue
        const lake = nodes.lakeOf(node)
        if (lake && lake.x + lake.radius > box.west && lake.x - lake.radius < box.east && lake.z + lake.radius > box.north && lake.z - lake.radius < box.south) return false
        const course = loneCourseOf(cellX + dx, cellZ + dz)
        if (course && (node.cellX !== own.from.cellX || node.cellZ !== own.from.cellZ) && isInFan(fan, course.segments)) return false
      }
    }
    return true
  }

  /** A course as if there were no other. */
  function loneCourseOf(cellX: number, cellZ: number): RiverCourse | null {
    const key = cellKey(cellX, cellZ)
    const known = loneCourses.get(key)
    if (known !== undefined) return known
    const found = findCourse(nodes.nodeOf(cellX, cellZ))
    loneCourses.set(key, found)
    return found
  }

  /** The courses that a course meets at its end and that it gives way to: those that begin lower, for it can always come down to them. */
  function lowerAt({ from, to }: RiverCourse): RiverCourse[] {
    const top = nodes.surfaceOf(from)
    return nodes.inflowsOf(to).flatMap((other) => {
      const level = nodes.surfaceOf(other)
      return level < top || (level === top && other.elevation < from.elevation) ? (courseOf(other.cellX, other.cellZ) ?? []) : []
    })
  }

  function cellOf(cellX: number, cellZ: number): CellWater {
    const key = cellKey(cellX, cellZ)
    const known = cells.get(key)
    if (known) return known
    const found = isDrained(cellX * MACRO_METERS, cellZ * MACRO_METERS) ? withOases(cellX, cellZ) : DRY_CELL
    cells.set(key, found)
    return found
  }

  /** With the pools of oases, which keep away from all other water and need to know it. */
  function withOases(cellX: number, cellZ: number): CellWater {
    const found = gather(cellX, cellZ)
    const pools = oases.poolsNear(cellX, cellZ)
    return pools.length === 0 ? found : { ...found, lakes: [...found.lakes, ...pools] }
  }

  function gather(cellX: number, cellZ: number): CellWater {
    const west = cellX * MACRO_METERS
    const north = cellZ * MACRO_METERS
    const east = west + MACRO_METERS
    const south = north + MACRO_METERS
    const near: RiverCourse[] = []
    const lakes: Lake[] = []
    const fans: Fan[] = []
    for (let dz = -RING; dz <= RING; dz++) {
      for (let dx = -RING; dx <= RING; dx++) {
        const node = nodes.nodeOf(cellX + dx, cellZ + dz)
        const down = nodes.downstreamOf(node)
        if (node.elevation > 0) {
          const lake = nodes.lakeOf(node)
          if (lake && lake.x + lake.radius > west && lake.x - lake.radius < east && lake.z + lake.radius > north && lake.z - lake.radius < south) lakes.push(soakShore(soaked(lake, desertAt), soakAt))
        }
        if (down === null) continue
        const room = down.elevation > 0 ? COURSE_ROOM_METERS : DELTA_ROOM_METERS
        if (Math.max(node.x, down.x) + room < west || Math.min(node.x, down.x) - room > east) continue
        if (Math.max(node.z, down.z) + room < north || Math.min(node.z, down.z) - room > south) continue
        const course = courseOf(cellX + dx, cellZ + dz)
        if (course === null) continue
        const delta = deltaOf(loneCourseOf(cellX + dx, cellZ + dz))
        for (const each of delta ? [course, ...delta.arms] : [course]) if (each.east > west && each.west < east && each.south > north && each.north < south) near.push(each)
        if (delta === null) continue
        const box = boxOfFan(delta.fan)
        if (box.east > west && box.west < east && box.south > north && box.north < south) fans.push(delta.fan)
      }
    }
    return near.length === 0 && lakes.length === 0 && fans.length === 0 ? DRY_CELL : { courses: near, lakes, fans }
  }

  return { seedWord, nodes, oases, cellOf }
}

function isSame(one: MacroNode, other: MacroNode): boolean {
  return one.cellX === other.cellX && one.cellZ === other.cellZ
}

/** Whether any segment of a river that stands above the sea begins in a fan. */
function isInFan(fan: Fan, segments: Float64Array): boolean {
  for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) if (segments[s + SEGMENT.level]! > 0.3 && isWithin(fan, segments[s]!, segments[s + 1]!)) return true
  return false
}

/** Metres from a place to the nearest water's edge, below 0 in it; Infinity if that is more than `within` (at most one cell). */
export function distanceToWater(index: Pick<WaterIndex, 'cellOf'>, x: number, z: number, within: number): number {
  let nearest = Infinity
  const cellX = Math.floor(x / MACRO_METERS)
  const cellZ = Math.floor(z / MACRO_METERS)
  for (let dz = -1; dz <= 1; dz++) {
    for (let dx = -1; dx <= 1; dx++) {
      const { courses, lakes } = index.cellOf(cellX + dx, cellZ + dz)
      for (const lake of lakes) nearest = Math.min(nearest, Math.sqrt((lake.x - x) * (lake.x - x) + (lake.z - z) * (lake.z - z)) - lake.radius * (lake.soak > 1 ? GREEN_SHARE : 1))
      for (const { segments, west, east, north, south } of courses) {
        if (x < west - within || x > east + within || z < north - within || z > south + within) continue
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          const ex = x - segments[s + SEGMENT.ax]!
          const ez = z - segments[s + SEGMENT.az]!
          const along = (ex * segments[s + SEGMENT.dx]! + ez * segments[s + SEGMENT.dz]!) * segments[s + SEGMENT.perSquare]!
          const t = along < 0 ? 0 : along > 1 ? 1 : along
          const ox = ex - segments[s + SEGMENT.dx]! * t
          const oz = ez - segments[s + SEGMENT.dz]! * t
          nearest = Math.min(nearest, Math.sqrt(ox * ox + oz * oz) - segments[s + SEGMENT.half]!)
        }
      }
    }
  }
  return nearest <= within ? nearest : Infinity
}

/** The water of an index by tile. */
export function waterTiles(index: WaterIndex): TileSource<CellWater, WaterTile> {
  return {
    cellMeters: MACRO_METERS,
    nothing: DRY,
    cellOf(cellX, cellZ) {
      const cell = index.cellOf(cellX, cellZ)
      return cell === DRY_CELL ? null : cell
    },
    cut,
  }
}

/** Segments met while a tile is cut, as offsets into those of their course. */
const cutFrom: Float64Array[] = []
const cutAt: number[] = []

/** The segments and lakes of a cell that reach a tile. */
function cut(cell: CellWater, { west, north, east, south }: Box): WaterTile {
  let count = 0
  let isMiry = false
  const midX = (west + east) / 2
  const midZ = (north + south) / 2
  const corner = (east - west) * 0.7072
  for (let c = 0; c < cell.courses.length; c++) {
    const course = cell.courses[c]!
    if (course.east < west || course.west > east || course.south < north || course.north > south) continue
    const { segments } = course
    for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
      const x = segments[s + SEGMENT.ax]!
      const z = segments[s + SEGMENT.az]!
      const dx = segments[s + SEGMENT.dx]!
      const dz = segments[s + SEGMENT.dz]!
      const reach = segments[s + SEGMENT.reach]!
      if ((dx > 0 ? x + dx : x) + reach < west || (dx > 0 ? x : x + dx) - reach > east) continue
      if ((dz > 0 ? z + dz : z) + reach < north || (dz > 0 ? z : z + dz) - reach > south) continue
      // Where it passes a corner by it reaches none of the tile's places.
      const ex = midX - x
      const ez = midZ - z
      const along = (ex * dx + ez * dz) * segments[s + SEGMENT.perSquare]!
      const t = along < 0 ? 0 : along > 1 ? 1 : along
      if ((ex - dx * t) * (ex - dx * t) + (ez - dz * t) * (ez - dz * t) > (reach + corner) * (reach + corner)) continue
      cutFrom[count] = segments
      cutAt[count++] = s
      if (segments[s + SEGMENT.mire]! > 0 || segments[s + SEGMENT.mireRise]! > 0) isMiry = true
    }
  }
  const lakes = cell.lakes.filter((lake) => lake.x + lake.radius > west && lake.x - lake.radius < east && lake.z + lake.radius > north && lake.z - lake.radius < south)
  const fans = cell.fans.filter((fan) => {
    const box = boxOfFan(fan)
    return box.east > west && box.west < east && box.south > north && box.north < south
  })
  if (count === 0 && lakes.length === 0 && fans.length === 0) return DRY
  const segments = new Float64Array(count * SEGMENT_STRIDE)
  for (let n = 0; n < count; n++) for (let m = 0; m < SEGMENT_STRIDE; m++) segments[n * SEGMENT_STRIDE + m] = cutFrom[n]![cutAt[n]! + m]!
  return { segments, isMiry: isMiry || lakes.some(({ softX, softZ }) => softX !== 0 || softZ !== 0), lakes: packLakes(lakes), fans }
}
