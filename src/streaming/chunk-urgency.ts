/** How soon a chunk is needed. */
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { IN_SIGHT, type ChunkNode } from './chunk-tree.ts'

/** Urgency of what will be underfoot: after roots, before all other land. */
const ON_PATH = -20
/** Farther along the path than this all is equally soon, metres. */
const FARTHEST_PATH_METERS = 5000

/** The smaller the sooner, null = not any more: what is underfoot, roots in sight and the quarters shown with what is underfoot, other roots, what will be underfoot; then by distance over size and by sight, coarse before fine. */
export function urgencyOf(node: ChunkNode): number | null {
  if (!node.alive || node.resident) return null
  const { level } = node.coordinate
  if (node.planDistance === 0) return -300 - level
  if (!node.parent) return (node.sight === IN_SIGHT ? -200 : -50) + (node.pathDistance / node.size) * node.sight
  // four quarters take their parent's place together
  if (node.parent.planDistance === 0) return -100 - level
  // soonest first, and parents before their quarters, for they are never farther away
  if (node.parent.planPathDistance === 0) return ON_PATH + Math.min(node.parent.planDistance, FARTHEST_PATH_METERS) / FARTHEST_PATH_METERS - level
  const own = (node.pathDistance / node.size + 0.3) * node.sight + (MAX_LEVEL - level) * 0.05
  // a chunk cannot be shown before its ancestors
  const before = urgencyOf(node.parent)
  return before === null ? own : Math.max(own, before + 0.05)
}
