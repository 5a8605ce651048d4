/** Which chunks should exist for a gaze: the quadtree is split near the viewer and merged far away and out of sight. */
import { MAX_LEVEL } from '#worldgen/chunk.ts'
import { addRoot, BEHIND, BESIDE, findAt, IN_SIGHT, mergeNode, rootIndex, sizeOfLevel, splitNode, type ChunkNode, type ChunkTree } from './chunk-tree.ts'
import { distanceToBox, isBehind, isInGaze, pathDistanceToBox, type Gaze } from './gaze.ts'

/** How far and how fine the world is planned, and when. */
export type PlanWish = {
  /** Metres up to which there is land. */
  viewMeters: number
  /** A chunk is split when it is nearer than this times its size. */
  splitFactor: number
  /** Now. */
  seconds: number
  /** For how long land out of the gaze keeps its detail: `LINGER_SECONDS`, less when slots are scarce. */
  lingerSeconds: number
}

/** A chunk is merged, and a root forgotten, only this much farther than where it would be made. */
const HYSTERESIS = 1.2
/** Out of the gaze a chunk is split only when nearer than this share of the usual distance. */
const AWAY_FACTOR = 0.4
/** Land nearer than this many metres counts as seen, wherever one looks: for feet, shadows and neighbours. */
const RING_METERS = 150
/** Seconds for which land out of the gaze keeps its detail. */
export const LINGER_SECONDS = 3

/** The level of roots for a view distance: the smallest whose chunks reach it, so that few make the horizon. */
export function rootLevelFor(viewMeters: number): number {
  let level = 0
  while (level < MAX_LEVEL && sizeOfLevel(level) < viewMeters) level++
  return level
}

/** Brings the tree in line with the gaze; `onRemoved` sees every node that is not part of it any more. */
export function planChunks(tree: ChunkTree, gaze: Gaze, wish: PlanWish, onRemoved: (node: ChunkNode) => void): void {
  planRoots(tree, gaze, wish.viewMeters, onRemoved)
  const splits: ChunkNode[][] = Array.from({ length: tree.rootLevel + 1 }, () => [])
  const merges: ChunkNode[] = []

  const isAwake = (node: ChunkNode): boolean => wish.seconds - node.seenSeconds <= wish.lingerSeconds

  function visit(node: ChunkNode): void {
    const horizontal = distanceToBox(gaze.x, gaze.z, node)
    const above = Math.max(0, gaze.y - node.highest)
    const path = pathDistanceToBox(gaze, node)
    node.planDistance = horizontal
    node.planPathDistance = path
    node.distance = Math.sqrt(horizontal * horizontal + above * above)
    node.pathDistance = Math.sqrt(path * path + above * above)
    const seen = horizontal < RING_METERS || isInGaze(gaze, node)
    node.sight = seen ? IN_SIGHT : isBehind(gaze, node) ? BEHIND : BESIDE
    if (seen) node.seenSeconds = wish.seconds
    if (node.coordinate.level === 0) return
    const reach = wish.splitFactor * node.size * (isAwake(node) ? 1 : AWAY_FACTOR) * (node.children ? HYSTERESIS : 1)
    // what is underfoot, or soon will be, is always as fine as can be, however high one flies
    if (path === 0 || node.pathDistance < reach) {
      splits[node.coordinate.level]!.push(node)
      for (const child of splitNode(node)) visit(child)
    } else if (node.children) {
      merges.push(node)
      for (const child of node.children) visit(child)
    }
  }
  for (const root of tree.roots.values()) visit(root)
  const kept = balance(tree, splits, isAwake, (node) => {
    for (const child of splitNode(node)) visit(child)
  })
  for (const node of merges) if (node.alive && !kept.has(node)) mergeNode(node, onRemoved)
}

function planRoots(tree: ChunkTree, gaze: Gaze, viewMeters: number, onRemoved: (node: ChunkNode) => void): void {
  const size = sizeOfLevel(tree.rootLevel)
  for (const [index, root] of tree.roots) {
    if (pathDistanceToBox(gaze, root) <= viewMeters * HYSTERESIS) continue
    mergeNode(root, onRemoved)
    root.alive = false
    tree.roots.delete(index)
    onRemoved(root)
  }
  const lowX = Math.floor((Math.min(gaze.x, gaze.aheadX) - viewMeters) / size)
  const highX = Math.floor((Math.max(gaze.x, gaze.aheadX) + viewMeters) / size)
  const lowZ = Math.floor((Math.min(gaze.z, gaze.aheadZ) - viewMeters) / size)
  const highZ = Math.floor((Math.max(gaze.z, gaze.aheadZ) + viewMeters) / size)
  for (let z = lowZ; z <= highZ; z++) {
    for (let x = lowX; x <= highX; x++) {
      if (tree.roots.has(rootIndex(x, z))) continue
      const box = { lowX: x * size, lowZ: z * size, size, lowest: 0, highest: 0 }
      if (pathDistanceToBox(gaze, box) <= viewMeters) addRoot(tree, x, z)
    }
  }
}

/**
 * Splits more where neighbours would differ by more than one level: every split node needs, on each of its four sides,
 * a node of its own level, so the coarser one there has to be split. Forced splits are coarser and are looked at later.
 * Land out of the gaze is left as it is: its seams are not seen, and skirts close them.
 * Returns the nodes that stay split although distance alone would not ask for it.
 */
function balance(tree: ChunkTree, splits: ChunkNode[][], isAwake: (node: ChunkNode) => boolean, onSplit: (node: ChunkNode) => void): Set<ChunkNode> {
  const kept = new Set<ChunkNode>()
  for (let level = 1; level < tree.rootLevel; level++) {
    for (let i = 0; i < splits[level]!.length; i++) {
      const { x, z } = splits[level]![i]!.coordinate
      for (let side = 0; side < 4; side++) {
        const sideX = x + (side === 0 ? -1 : side === 1 ? 1 : 0)
        const sideZ = z + (side === 2 ? -1 : side === 3 ? 1 : 0)
        force(tree, { level, x: sideX, z: sideZ }, { splits, kept, isAwake, onSplit })
      }
    }
  }
  return kept
}

type Forcing = { splits: ChunkNode[][]; kept: Set<ChunkNode>; isAwake: (node: ChunkNode) => boolean; onSplit: (node: ChunkNode) => void }

/** Makes the node (level, x, z) exist, if it is looked at, by keeping all its ancestors split. */
function force(tree: ChunkTree, at: { level: number; x: number; z: number }, { splits, kept, isAwake, onSplit }: Forcing): void {
  for (;;) {
    const node = findAt(tree, at)
    if (!node || !isAwake(node)) return
    const ancestor = node.coordinate.level > at.level ? node : node.parent
    for (let up = ancestor; up && !kept.has(up); up = up.parent) {
      kept.add(up)
      splits[up.coordinate.level]!.push(up)
    }
    if (node.coordinate.level === at.level) return
    onSplit(node)
  }
}
