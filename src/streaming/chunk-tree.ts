/** The quadtree of chunks around the viewer: nodes, their places, and finding one. */
import { CHUNK_METERS, type ChunkCoordinate } from '#worldgen/chunk.ts'
import type { ResidentChunk } from './terrain-stream.ts'

/** Where a chunk lies as seen from the eye: the factor by which it is less urgent. */
export type Sight = typeof IN_SIGHT | typeof BESIDE | typeof BEHIND
/** Inside the widened frustum, or close by. */
export const IN_SIGHT = 1
/** Outside it, but not behind the eye. */
export const BESIDE = 2
/** Wholly behind the eye. */
export const BEHIND = 4

/** A place in the tree. It exists while its parent is split (or, a root, while it is within the view distance). */
export type ChunkNode = {
  readonly key: string
  readonly coordinate: ChunkCoordinate
  readonly parent: ChunkNode | null
  /** Metres. */
  readonly size: number
  readonly lowX: number
  readonly lowZ: number
  /** Quarters in the order (0,0) (1,0) (0,1) (1,1) of (x, z); null while not split. */
  children: readonly ChunkNode[] | null
  /** False once it is not part of the tree any more. */
  alive: boolean
  resident: ResidentChunk | null
  /** Whether a worker has been asked for it. */
  asked: boolean
  /** Not asked again before this second (after a failure). */
  retrySeconds: number
  /** Bounds of the ground in metres, its own or, until it is built, guessed from its parent's. */
  lowest: number
  highest: number
  /** Metres from the viewer, and from the path that the viewer will take, as of the last plan. */
  distance: number
  pathDistance: number
  /** The same on the ground plan, however high one flies: 0 underfoot, and on the path. */
  planDistance: number
  planPathDistance: number
  sight: Sight
  /** When it was last in the gaze; -Infinity if never. */
  seenSeconds: number
  /** Whether its four children are drawn in its place. */
  expanded: boolean
}

/** All roots, by a number made of their coordinates. */
export type ChunkTree = { readonly rootLevel: number; readonly roots: Map<number, ChunkNode> }

/** Bounds for a root that is not built yet: wide enough for any land. */
const GUESSED_LOWEST_METERS = -120
const GUESSED_HIGHEST_METERS = 900

/** The name of a chunk: `level:x,z`. */
function chunkKey(coordinate: ChunkCoordinate): string {
  return `${coordinate.level}:${coordinate.x},${coordinate.z}`
}

/** Side of a chunk of `level` in metres. */
export function sizeOfLevel(level: number): number {
  return CHUNK_METERS * 2 ** level
}

/** An empty tree whose roots have `rootLevel`. */
export function createChunkTree(rootLevel: number): ChunkTree {
  return { rootLevel, roots: new Map() }
}

/** The number under which a root is kept; roots lie within ±2²⁵ of zero. */
export function rootIndex(x: number, z: number): number {
  return (x + 33554432) * 67108864 + (z + 33554432)
}

function createNode(coordinate: ChunkCoordinate, parent: ChunkNode | null): ChunkNode {
  const size = sizeOfLevel(coordinate.level)
  const slack = size * 0.15
  return {
    key: chunkKey(coordinate),
    coordinate,
    parent,
    size,
    lowX: coordinate.x * size,
    lowZ: coordinate.z * size,
    children: null,
    alive: true,
    resident: null,
    asked: false,
    retrySeconds: -Infinity,
    lowest: parent ? parent.lowest - slack : GUESSED_LOWEST_METERS,
    highest: parent ? parent.highest + slack : GUESSED_HIGHEST_METERS,
    distance: Infinity,
    pathDistance: Infinity,
    planDistance: Infinity,
    planPathDistance: Infinity,
    sight: BEHIND,
    seenSeconds: -Infinity,
    expanded: false,
  }
}

/** Adds the root at integer coordinates (x, z) of the root level. */
export function addRoot(tree: ChunkTree, x: number, z: number): ChunkNode {
  const node = createNode({ x, z, level: tree.rootLevel }, null)
  tree.roots.set(rootIndex(x, z), node)
  return node
}

/** Gives a node its four children; returns them. */
export function splitNode(node: ChunkNode): readonly ChunkNode[] {
  if (node.children) return node.children
  const { x, z, level } = node.coordinate
  const children: ChunkNode[] = []
  for (let i = 0; i < 4; i++) children.push(createNode({ x: 2 * x + (i & 1), z: 2 * z + (i >> 1), level: level - 1 }, node))
  node.children = children
  return children
}

/** Takes everything below a node out of the tree; `onRemove` sees each node that goes. */
export function mergeNode(node: ChunkNode, onRemove: (node: ChunkNode) => void): void {
  if (!node.children) return
  for (const child of node.children) {
    mergeNode(child, onRemove)
    child.alive = false
    onRemove(child)
  }
  node.children = null
  node.expanded = false
}

/**
 * The smallest node that covers the chunk and is not smaller than it; null outside the roots.
 * With `drawnOnly` the descent stops where children are not drawn.
 */
export function findAt({ roots, rootLevel }: ChunkTree, { level, x, z }: ChunkCoordinate, drawnOnly = false): ChunkNode | null {
  const steps = rootLevel - level
  let node = roots.get(rootIndex(x >> steps, z >> steps)) ?? null
  for (let step = steps - 1; node && step >= 0; step--) {
    if (!node.children || (drawnOnly && !node.expanded)) break
    node = node.children[((x >> step) & 1) + 2 * ((z >> step) & 1)] ?? null
  }
  return node
}

/** Calls `visit` for every node, parents before children. */
export function visitTree(tree: ChunkTree, visit: (node: ChunkNode) => void): void {
  for (const root of tree.roots.values()) visitBelow(root, visit)
}

function visitBelow(node: ChunkNode, visit: (node: ChunkNode) => void): void {
  visit(node)
  if (node.children) for (const child of node.children) visitBelow(child, visit)
}
