/** The course of a river from one node of the lattice to the next: through the hollows between them, in bends, never rising. */
import { hashCell, unitOf } from '#core/hash.ts'
import { nearestNode } from '../noise/coarse-lattice.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import { FACE_METERS, LEAD_METERS, POOL_METERS, endValleys, fallAt, poolDepth } from './falls.ts'
import { findMouth, widenedBy } from './estuary.ts'
import { lowness, soakBanks } from './mires.ts'
import type { SoakSurvey } from './mires.ts'
import { widenValleys } from './plains.ts'
import type { Lake, MacroNode, MacroNodes, WildGround } from './macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'

/** Metres of a course between the places where the ground is asked. */
const STRETCH_METERS = 128
/** Pieces that each half of a stretch is drawn in. */
const PIECES = 3
/** How far a course may leave the straight line, metres. */
const ASIDE_METERS = 110
const OFFSETS = [0, -1, 1, -2, 2] as const
const MOST_STRETCHES = 18
const MOST_PIECES = 2 * MOST_STRETCHES * PIECES
/** Rivers lie at least so far below the ground they run through, metres. */
const INCISION_METERS = 0.8
/** How far a river's valley reaches beyond its banks at least, metres. */
const LEAST_REACH_METERS = 45
const LEVEE_METERS = 0.3
/** The levee of a stretch that runs within a lake or the sea: none. */
const NO_LEVEE_METERS = -60
/** Shares of a lake's radius within which a river has its level, and within which there is open water, where none has banks. */
const BASIN_SHARE = 0.894
const OPEN_SHARE = 0.72
/** About as long is a piece: so far off a river has come down to its lake, and has not yet begun to fall. */
const PIECE_METERS = 22
/** What stands so high over a lake does not run in it, wherever it is, metres. */
const OVER_LAKE_METERS = 2
/** How much a river that joins another is turned down that one: share of its own way. */
const DOWN_SHARE = 0.4
/** A river that stands no higher is the sea, metres. */
const SEA_METERS = 0.05

/** A river between two nodes. */
export type RiverCourse = {
  readonly from: MacroNode
  readonly to: MacroNode
  readonly flow: number
  /** Whether no other river leads to it, and no lake. */
  readonly isSpring: boolean
  /** Segments one after the other, `SEGMENT_STRIDE` numbers each. */
  readonly segments: Float64Array
  /** Bounding box in metres, reach included. */
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

/** A bed narrower than two cells of the finest lattice would fall between its vertices: a row of puddles. */
const LEAST_WIDTH_METERS = 4.6

/** Width in metres of a river that drains `flow` nodes. */
export function widthOf(flow: number): number {
  return Math.max(LEAST_WIDTH_METERS, PARAMETERS.riverWidth.value * Math.sqrt(flow))
}

/** Depth in metres of a river that drains `flow` nodes. */
export function depthOf(flow: number): number {
  return 0.3 + PARAMETERS.riverDepth.value * Math.sqrt(flow)
}

/** Metres a second of a river so deep that falls so far over a stretch of that length, squared: faster where it falls and where it is deep (the roots of Manning's formula, 1891). */
export function speedOf(depth: number, fall: number, square: number): number {
  return Math.min(4, 0.25 + 5 * Math.sqrt(depth) * Math.sqrt(Math.max(0, fall) / Math.sqrt(square + 1e-9)))
}

/** The bounding box of segments, reach included. */
export function boxOf(segments: Float64Array): { west: number; east: number; north: number; south: number } {
  const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity }
  for (let at = 0; at < segments.length; at += SEGMENT_STRIDE) {
    const x = segments[at + SEGMENT.ax]!
    const z = segments[at + SEGMENT.az]!
    const nextX = x + segments[at + SEGMENT.dx]!
    const nextZ = z + segments[at + SEGMENT.dz]!
    const reach = segments[at + SEGMENT.reach]!
    box.west = Math.min(box.west, x - reach, nextX - reach)
    box.east = Math.max(box.east, x + reach, nextX + reach)
    box.north = Math.min(box.north, z - reach, nextZ - reach)
    box.south = Math.max(box.south, z + reach, nextZ + reach)
  }
  return box
}

/** Finds courses; `ground` is asked for as many heights at once as the longest has pieces, `soakAt` how readily the country soaks. */
export function createCourseFinder(nodes: MacroNodes, ground: WildGround, soakAt: SoakSurvey): (from: MacroNode) => RiverCourse | null {
  const samples: Samples = { x: new Float64Array(MOST_PIECES), z: new Float64Array(MOST_PIECES), count: 0 }
  const heights = new Float64Array(MOST_PIECES)
  // Guide points of the curve: x, z, surface.
  const guideX = new Float64Array(2 * MOST_STRETCHES + 3)
  const guideZ = new Float64Array(2 * MOST_STRETCHES + 3)
  const levels = new Float64Array(2 * MOST_STRETCHES + 3)
  /** 1 where a guide point lies in or by a lake or the sea. */
  const drowned = new Uint8Array(2 * MOST_STRETCHES + 3)
  /** How many pieces of the course there are: fewer than lead to its node where it comes to the sea before. */
  let pieces = 0

  function isRiver(node: MacroNode): boolean {
    if (node.elevation <= 0) return false
    const flow = nodes.flowOf(node)
    return flow >= PARAMETERS.riverFirstFlow.value || (flow > 1 && nodes.lakeOf(node) !== null)
  }

  /** Direction in which water passes through a node: from its strongest inflow to where it flows. */
  function fillTangent(node: MacroNode, out: { x: number; z: number }): void {
    const before = nodes.inflowsOf(node)[0] ?? node
    const after = nodes.downstreamOf(node) ?? node
    const dx = after.x - before.x
    const dz = after.z - before.z
    const length = Math.sqrt(dx * dx + dz * dz)
    out.x = length > 0 ? dx / length : 0
    out.z = length > 0 ? dz / length : 0
  }

  const tangent = { x: 0, z: 0 }

  function isStrongest(from: MacroNode, to: MacroNode): boolean {
    const first = nodes.inflowsOf(to)[0]
    return first?.cellX === from.cellX && first.cellZ === from.cellZ
  }

  /** Lets the lesser of two rivers come in from its own side, only a little turned down the greater one, instead of along its bank. */
  function turnAside(dx: number, dz: number): void {
    const length = Math.sqrt(dx * dx + dz * dz)
    if (length === 0) return
    const x = dx / length + tangent.x * DOWN_SHARE
    const z = dz / length + tangent.z * DOWN_SHARE
    const turned = Math.sqrt(x * x + z * z)
    tangent.x = x / turned
    tangent.z = z / turned
  }

  /** Lays the guide points into the hollows between two nodes; returns how many. */
  function layGuides(from: MacroNode, to: MacroNode): number {
    const dx = to.x - from.x
    const dz = to.z - from.z
    const length = Math.sqrt(dx * dx + dz * dz)
    const stretches = Math.max(2, Math.min(MOST_STRETCHES, Math.round(length / STRETCH_METERS)))
    const aside = Math.min(ASIDE_METERS, length * 0.2) / 2
    const nx = -dz / length
    const nz = dx / length
    let count = 0
    for (let i = 1; i < stretches; i++) {
      for (const offset of OFFSETS) {
        samples.x[count] = nearestNode(from.x + (dx * i) / stretches + nx * offset * aside)
        samples.z[count] = nearestNode(from.z + (dz * i) / stretches + nz * offset * aside)
        count++
      }
    }
    samples.count = count
    ground.fill(samples, heights)
    const steepness = (from.elevation - to.elevation) / length
    const bend = (PARAMETERS.riverMeander.value * Math.min(1, length / 400)) / (1 + steepness * 40)
    const last = stretches * 2
    const top = nodes.surfaceOf(from)
    const bottom = nodes.surfaceOf(to)
    const source = nodes.lakeOf(from)
    const basin = nodes.lakeOf(to)
    guideX[1] = from.x
    guideZ[1] = from.z
    levels[1] = top
    let aheadOffset = 0
    for (let i = 1; i <= stretches; i++) {
      const at = 1 + i * 2
      let level = bottom
      if (i < stretches) {
        let best = 0
        let bestCost = Infinity
        for (let o = 0; o < OFFSETS.length; o++) {
          const height = heights[(i - 1) * OFFSETS.length + o]!
          // What lies lower than where it goes would have to be dammed.
          const dammed = to.elevation > 0 ? Math.max(0, bottom + INCISION_METERS - height) : 0
          const cost = height + 2 * dammed + Math.abs(OFFSETS[o]! - aheadOffset) * 0.8
          if (cost < bestCost) {
            best = o
            bestCost = cost
          }
        }
        aheadOffset = OFFSETS[best]!
        const k = (i - 1) * OFFSETS.length + best
        guideX[at] = samples.x[k]!
        guideZ[at] = samples.z[k]!
        level = Math.max(bottom, Math.min(levels[at - 2]!, heights[k]! - INCISION_METERS))
      } else {
        guideX[at] = to.x
        guideZ[at] = to.z
      }
      if (source && isIn(source, guideX[at]!, guideZ[at]!, BASIN_SHARE)) level = Math.max(level, source.level)
      if (isIn(basin, guideX[at]!, guideZ[at]!, BASIN_SHARE)) level = bottom
      levels[at] = Math.min(level, levels[at - 2]!)
      // Half way: a bend to one side, the other side next.
      const sway = bend * (0.35 + 0.65 * unitOf(hashCell(from.hash, 11, i))) * (((hashCell(from.hash, 12) + i) & 1) === 0 ? 1 : -1)
      guideX[at - 1] = (guideX[at]! + guideX[at - 2]!) / 2 + nx * sway
      guideZ[at - 1] = (guideZ[at]! + guideZ[at - 2]!) / 2 + nz * sway
      levels[at - 1] = (levels[at]! + levels[at - 2]!) / 2
    }
    // Beyond both ends, so that the curve passes through each node the way its water does.
    fillTangent(from, tangent)
    guideX[0] = guideX[2]! - tangent.x * 120
    guideZ[0] = guideZ[2]! - tangent.z * 120
    fillTangent(to, tangent)
    if (!isStrongest(from, to)) turnAside(guideX[last + 1]! - guideX[last - 1]!, guideZ[last + 1]! - guideZ[last - 1]!)
    guideX[last + 2] = guideX[last]! + tangent.x * 120
    guideZ[last + 2] = guideZ[last]! + tangent.z * 120
    followGround(last, from, to)
    for (let g = 1; g <= last + 1; g++) drowned[g] = levels[g]! <= SEA_METERS || isIn(source, guideX[g]!, guideZ[g]!, BASIN_SHARE) || isIn(basin, guideX[g]!, guideZ[g]!, BASIN_SHARE) ? 1 : 0
    return last
  }

  /** Leaves in `heights` how high the water may stand at the end of each piece, and lets no guide point stand higher than the ground between it and the one before. A river that comes to an inlet of the sea ends in it. */
  function followGround(last: number, from: MacroNode, to: MacroNode): void {
    const source = nodes.lakeOf(from)
    const basin = nodes.lakeOf(to)
    samples.count = last * PIECES
    for (let n = 0; n < samples.count; n++) {
      const g = 1 + Math.floor(n / PIECES)
      const t = ((n % PIECES) + 1) / PIECES
      samples.x[n] = curveAt(guideX, g, t)
      samples.z[n] = curveAt(guideZ, g, t)
    }
    ground.fill(samples, heights)
    pieces = samples.count
    for (let n = PIECES; n < samples.count - PIECES && to.elevation > 0 && pieces === samples.count; n++) {
      const isInLake = isIn(source, samples.x[n]!, samples.z[n]!, 1) || isIn(basin, samples.x[n]!, samples.z[n]!, 1)
      if (heights[n]! < 0 && !isInLake) pieces = n + 1
    }
    const bottom = pieces < samples.count ? 0 : nodes.surfaceOf(to)
    for (let n = 0; n < samples.count; n++) {
      const isHeld = isIn(source, samples.x[n]!, samples.z[n]!, BASIN_SHARE)
      // It comes down to the sea before the coast, not over its edge.
      const isCoast = heights[n]! < 0 || (n + 1 < samples.count && heights[n + 1]! < 0)
      heights[n] = Math.max(bottom, isCoast ? 0 : heights[n]! - INCISION_METERS, isHeld ? source!.level : -Infinity)
      const g = 2 + Math.floor(n / PIECES)
      levels[g] = Math.min(levels[g]!, heights[n]!)
      if (n % PIECES === PIECES - 1) levels[g] = Math.min(levels[g]!, levels[g - 1]!)
    }
  }

  return (from) => {
    if (!isRiver(from)) return null
    const to = nodes.downstreamOf(from)
    if (to === null) return null
    const last = layGuides(from, to)
    const flow = nodes.flowOf(from)
    const feeder = nodes.inflowsOf(from).find((inflow) => isRiver(inflow))
    const halfTo = widthOf(flow) / 2
    const halfFrom = feeder || nodes.lakeOf(from) ? (feeder ? Math.min(halfTo, widthOf(nodes.flowOf(feeder)) / 2) : halfTo) : LEAST_WIDTH_METERS * 0.4
    const depthTo = depthOf(flow)
    const depthFrom = feeder ? Math.min(depthTo, depthOf(nodes.flowOf(feeder))) : Math.min(depthTo, 0.3)
    const count = last * PIECES
    const guides = { x: guideX, z: guideZ, levels, drowned }
    let falls = 0
    for (let g = 1; (g - 1) * PIECES < pieces; g++) if (fallAt(guides, g, last) > 0) falls++
    // A fall cuts its piece in four: lip, face, pool and rest.
    const segments = new Float64Array((pieces + 3 * falls) * SEGMENT_STRIDE)
    let at = 0
    const source = nodes.lakeOf(from)
    const basin = nodes.lakeOf(to)
    /** Banks are heaped up where they must hold the water: not within a lake or the sea, but already at a lake's rim, and where it stands high over a lake. */
    function leveeAt(atX: number, atZ: number, height: number): number {
      const isOpen = (lake: Lake | null): boolean => isIn(lake, atX, atZ, OPEN_SHARE) && height < lake!.level + OVER_LAKE_METERS
      return height <= SEA_METERS || isOpen(source) || isOpen(basin) ? NO_LEVEE_METERS : LEVEE_METERS
    }
    let x = from.x
    let z = from.z
    let level = levels[1]!
    let levee = leveeAt(x, z, level)
    let share = 0
    let pool = 0
    // The foot of the fall last come down: unit vector down the river and how far along it the foot lies; none yet.
    let lipX = 0
    let lipZ = 0
    let lipAt = 0

    const mouth = nodes.downstreamOf(to) === null && to.elevation <= 0 ? findMouth(levels, last, halfTo) : null
    function halfAt(along: number): number {
      return halfFrom + (halfTo - halfFrom) * along + (mouth ? widenedBy(mouth, along) : 0)
    }

    /** Lays one segment from where the last one ended. */
    function lay(next: { x: number; z: number; level: number; levee: number; share: number; pool: number }, above: number): void {
      const dx = next.x - x
      const dz = next.z - z
      const square = dx * dx + dz * dz
      const half = halfAt(share)
      const half1 = halfAt(next.share)
      const depth = depthFrom + (depthTo - depthFrom) * share + pool
      const reach = half1 + LEAST_REACH_METERS + 4 * Math.min(half, halfTo)
      segments[at + SEGMENT.ax] = x
      segments[at + SEGMENT.az] = z
      segments[at + SEGMENT.dx] = dx
      segments[at + SEGMENT.dz] = dz
      segments[at + SEGMENT.perSquare] = square > 0 ? 1 / square : 0
      segments[at + SEGMENT.level] = level
      segments[at + SEGMENT.fall] = next.level - level
      segments[at + SEGMENT.half] = half
      segments[at + SEGMENT.widening] = half1 - half
      segments[at + SEGMENT.depth] = depth
      segments[at + SEGMENT.deepening] = (depthTo - depthFrom) * (next.share - share) + next.pool - pool
      // Whoever comes from open water, or comes to it, has banks up to its edge.
      segments[at + SEGMENT.levee] = Math.max(levee, next.levee)
      segments[at + SEGMENT.reach] = reach
      segments[at + SEGMENT.speed] = speedOf(depth, level - next.level, square)
      segments[at + SEGMENT.lipX] = lipX
      segments[at + SEGMENT.lipZ] = lipZ
      segments[at + SEGMENT.lipAt] = lipAt
      segments[at + SEGMENT.mire] = lowness(above)
      segments[at + SEGMENT.plain] = above
      at += SEGMENT_STRIDE
      ;({ x, z, level, levee, share, pool } = next)
    }

    let dropped = 0
    let fallen = 0
    for (let n = 0; n < pieces; n++) {
      const g = 1 + Math.floor(n / PIECES)
      const t = ((n % PIECES) + 1) / PIECES
      const isEnd = n === count - 1
      const nextX = isEnd ? to.x : curveAt(guideX, g, t)
      const nextZ = isEnd ? to.z : curveAt(guideZ, g, t)
      if (n % PIECES === 0) {
        // So far on, no valley reaches back to it.
        if (g >= fallen + 2) lipX = lipZ = lipAt = 0
        dropped = fallAt(guides, g, last)
        if (dropped > 0) {
          fallen = g
          const length = Math.sqrt((nextX - x) * (nextX - x) + (nextZ - z) * (nextZ - z))
          const ux = (nextX - x) / length
          const uz = (nextZ - z) / length
          const foot = levels[g]! - dropped
          const deep = poolDepth(dropped)
          // The face belongs to the river above: only what lies below it ends at its foot.
          lipX = lipZ = lipAt = 0
          // It comes to the lip straight on: beside a bend its bank would stand over the pool.
          const lead = Math.min(LEAD_METERS, length * 0.2)
          lay({ x: x + ux * lead, z: z + uz * lead, level, levee, share, pool: 0 }, Infinity)
          lay({ x: x + ux * FACE_METERS, z: z + uz * FACE_METERS, level: foot, levee, share, pool: deep }, Infinity)
          lipX = ux
          lipZ = uz
          lipAt = x * ux + z * uz
          lay({ x: x + ux * Math.min(POOL_METERS, length * 0.5), z: z + uz * Math.min(POOL_METERS, length * 0.5), level: foot, levee, share, pool: 0 }, Infinity)
        }
      }
      const top = levels[g]! - dropped
      const between = isEnd ? levels[last + 1]! : top + (levels[g + 1]! - top) * t
      // It leaves a lake at that one's height, and has come down to it where it enters one.
      const nextLevel = isBy(basin, nextX, nextZ) ? Math.min(level, levels[last + 1]!) : source && isBy(source, nextX, nextZ) ? Math.min(level, Math.max(between, source.level)) : Math.min(level, Math.max(levels[g + 1]!, Math.min(between, heights[n]!)))
      lay({ x: nextX, z: nextZ, level: nextLevel, levee: leveeAt(nextX, nextZ, nextLevel), share: (n + 1) / count, pool: 0 }, heights[n]! + INCISION_METERS - nextLevel)
    }
    endValleys(segments)
    widenValleys(segments)
    soakBanks(segments, { flow, soakFrom: soakAt(from.x, from.z, levels[1]!), soakTo: soakAt(to.x, to.z, level) })
    return { from, to, flow, isSpring: !feeder && !source, segments, ...boxOf(segments) }
  }
}

function isIn(lake: Lake | null, x: number, z: number, share: number): boolean {
  return lake !== null && (lake.x - x) * (lake.x - x) + (lake.z - z) * (lake.z - z) < lake.radius * lake.radius * share * share
}

/** Whether a river has its lake's level at a place, or the next piece of it may have to. */
function isBy(lake: Lake | null, x: number, z: number): boolean {
  return lake !== null && isIn(lake, x, z, BASIN_SHARE + PIECE_METERS / lake.radius)
}

/** The curve from guide point g to the next at t (Catmull and Rom, 1974). */
function curveAt(points: Float64Array, g: number, t: number): number {
  const a = points[g - 1]!
  const b = points[g]!
  const c = points[g + 1]!
  const d = points[g + 2]!
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}
