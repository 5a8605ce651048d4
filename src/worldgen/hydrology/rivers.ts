/** Rivers as people speak of them: which one runs near a place, and where it goes. A river is one from its spring to where it meets a stronger one, a lake or the sea. */
import { MACRO_METERS } from './macro-nodes.ts'
import type { MacroNode, MacroNodes } from './macro-nodes.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'
import type { RiverCourse } from './river-course.ts'
import type { WaterIndex } from './water-index.ts'

/** Longest way down a river that is followed to know it, in nodes. */
const MOST_HOPS = 240

/** Where a bed falls at least this much over its length, its water is white. */
const CASCADE_SLOPE = 0.2

/** A stretch of river that falls steeply: from its top to (x + dx, z + dz), half its width and height of the surface in metres, and how much it falls. */
export type Cascade = { x: number; z: number; dx: number; dz: number; half: number; level: number; fall: number }

/** The nearest river to a place: its stretch, the nearest place of its middle, and how far its bank is, metres; below 0 in it. */
export type NearRiver = { course: RiverCourse; x: number; z: number; gap: number }

/** The last node that a river has to itself, and how it ends: in the sea, in a lake without outlet, or in the river of `into`. */
export type Mouth = { node: MacroNode; into: MacroNode | null; end: 'sea' | 'lake' | 'river' }

/** The river whose bank is nearest to a place, within so many metres (at most one cell); null where there is none. */
export function findRiver(index: WaterIndex, x: number, z: number, within: number): NearRiver | null {
  let best: NearRiver | null = null
  const cellX = Math.floor(x / MACRO_METERS)
  const cellZ = Math.floor(z / MACRO_METERS)
  for (let dz = -1; dz <= 1; dz++) {
    for (let dx = -1; dx <= 1; dx++) {
      for (const course of index.cellOf(cellX + dx, cellZ + dz).courses) {
        if (x < course.west - within || x > course.east + within || z < course.north - within || z > course.south + within) continue
        const { segments } = course
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          const ex = x - segments[s]!
          const ez = z - segments[s + 1]!
          const share = (ex * segments[s + SEGMENT.dx]! + ez * segments[s + SEGMENT.dz]!) * segments[s + SEGMENT.perSquare]!
          const t = share < 0 ? 0 : share > 1 ? 1 : share
          const ox = ex - segments[s + SEGMENT.dx]! * t
          const oz = ez - segments[s + SEGMENT.dz]! * t
          const gap = Math.sqrt(ox * ox + oz * oz) - segments[s + SEGMENT.half]! - segments[s + SEGMENT.widening]! * t
          if (gap <= within && (best === null || gap < best.gap)) best = { course, x: x - ox, z: z - oz, gap }
        }
      }
    }
  }
  return best
}

/** Follows a river down from a node to its mouth. */
export function mouthOf(nodes: MacroNodes, from: MacroNode): Mouth {
  let node = from
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const next = nodes.downstreamOf(node)
    if (next === null) return { node, into: null, end: node.elevation > 0 ? 'lake' : 'sea' }
    // The lesser of two rivers that meet ends there; the greater goes on under its name.
    if (next.elevation > 0 && nodes.inflowsOf(next)[0] !== node) return { node, into: next, end: 'river' }
    node = next
  }
  return { node, into: null, end: 'sea' }
}

/** Whether a segment falls so steeply that its water is white. In lakes and the sea nothing falls. */
export function isSteep(segments: Float64Array, at: number): boolean {
  const fall = segments[at + SEGMENT.fall]!
  return fall * fall * segments[at + SEGMENT.perSquare]! >= CASCADE_SLOPE * CASCADE_SLOPE && segments[at + SEGMENT.levee]! >= 0
}

/** The cascades whose top lies within `radius` metres, in no order of importance but always in the same one. */
export function findCascades(index: WaterIndex, x: number, z: number, radius: number): Cascade[] {
  const found = new Map<string, Cascade>()
  for (let cellZ = Math.floor((z - radius) / MACRO_METERS); cellZ * MACRO_METERS <= z + radius; cellZ++) {
    for (let cellX = Math.floor((x - radius) / MACRO_METERS); cellX * MACRO_METERS <= x + radius; cellX++) {
      for (const { segments } of index.cellOf(cellX, cellZ).courses) {
        for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
          if (!isSteep(segments, s)) continue
          const fall = -segments[s + SEGMENT.fall]!
          const top = { x: segments[s]!, z: segments[s + 1]! }
          if ((top.x - x) * (top.x - x) + (top.z - z) * (top.z - z) > radius * radius) continue
          found.set(`${top.x},${top.z}`, { ...top, dx: segments[s + SEGMENT.dx]!, dz: segments[s + SEGMENT.dz]!, half: segments[s + SEGMENT.half]!, level: segments[s + SEGMENT.level]!, fall })
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.x - b.x || a.z - b.z)
}
