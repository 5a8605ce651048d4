/** How soon a chunk is needed. */
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { IN_SIGHT, type ChunkNode } from './chunk-tree.ts'

/** The smaller the sooner, null = not any more: what is underfoot and the quarters shown with it, then roots, those in sight before others; then by distance over size and by sight, coarse before fine. */
export function urgencyOf(node: ChunkNode): number | null {
  if (!node.alive || node.resident) return null
  const { level } = node.coordinate
  if (node.distance === 0) return -300 - level
  if (!node.parent) return (node.sight === IN_SIGHT ? -200 : -50) + (node.pathDistance / node.size) * node.sight
  // four quarters take their parent's place together
  if (node.parent.distance === 0) return -100 - level
  const own = (node.pathDistance / node.size + 0.3) * node.sight + (MAX_LEVEL - level) * 0.05
  // a chunk cannot be shown before its ancestors
  const before = urgencyOf(node.parent)
  return before === null ? own : Math.max(own, before + 0.05)
}
