/** What is drawn: the finest resident chunks that cover the land without overlap, and how they meet at their edges. */
import { findAt, type ChunkNode, type ChunkTree } from './chunk-tree.ts'
import { isInPicture, type Gaze } from './gaze.ts'

const SIDES_X = [-1, 1, 0, 0] as const
const SIDES_Z = [0, 0, -1, 1] as const
/** The neighbour across an edge is of the same level. */
const EDGE_SAME = 0
/** The neighbour across an edge is coarser: the edge takes the coarser shape. */
const EDGE_COARSER = 1
/** The neighbour across an edge is finer: the edge keeps its own shape, and the neighbour takes it. */
const EDGE_FINER = 2

/** A cover, filled again whenever the tree or what is resident changes. */
export type ChunkCover = { readonly leaves: ChunkNode[]; /** Roots with nothing to draw. */ readonly bare: ChunkNode[] }

/** An empty cover. */
export function createChunkCover(): ChunkCover {
  return { leaves: [], bare: [] }
}

/** In whole numbers: the difference of two distances would cost memory at each comparison. */
const nearestFirst = (a: ChunkNode, b: ChunkNode): number => (a.distance < b.distance ? -1 : a.distance > b.distance ? 1 : 0)

/**
 * Chooses what is drawn. A node's children take its place only when all four are resident.
 * `seconds` is noted on children that take their parent's place now, so that they can fade in.
 */
export function coverTree(tree: ChunkTree, cover: ChunkCover, seconds: number): void {
  cover.leaves.length = 0
  cover.bare.length = 0
  for (const root of tree.roots.values()) coverBelow(root, cover, seconds)
  cover.leaves.sort(nearestFirst)
  for (const leaf of cover.leaves) {
    leaf.resident!.edges = edgesOf(tree, leaf)
    leaf.resident!.parentSlot = leaf.parent?.resident?.slot ?? -1
  }
}

function coverBelow(node: ChunkNode, cover: ChunkCover, seconds: number): void {
  const expanded = node.children !== null && node.children.every(isResident)
  if (expanded && node.children) {
    for (const child of node.children) {
      if (!node.expanded && node.resident) child.resident!.bornSeconds = seconds
      coverBelow(child, cover, seconds)
    }
  } else if (node.resident) {
    cover.leaves.push(node)
    forgetBelow(node)
  } else cover.bare.push(node)
  node.expanded = expanded
}

function forgetBelow(node: ChunkNode): void {
  if (!node.children) return
  for (const child of node.children) {
    child.expanded = false
    forgetBelow(child)
  }
}

const isResident = (node: ChunkNode): boolean => node.resident !== null

function edgesOf(tree: ChunkTree, leaf: ChunkNode): number {
  const { x, z, level } = leaf.coordinate
  let edges = 0
  beside.level = level
  for (let side = 0; side < 4; side++) {
    beside.x = x + SIDES_X[side]!
    beside.z = z + SIDES_Z[side]!
    edges |= edgeTo(tree) << (2 * side)
  }
  return edges
}

/** The place beside a leaf that is looked at, written anew for each. */
const beside = { level: 0, x: 0, z: 0 }

function edgeTo(tree: ChunkTree): number {
  const other = findAt(tree, beside, true)
  if (!other) return EDGE_SAME
  if (other.coordinate.level > beside.level) return EDGE_COARSER
  return other.expanded ? EDGE_FINER : EDGE_SAME
}

/** Fills `drawn` with those leaves that may be in the picture, nearest first; returns the number of bare places in it within `viewMeters`. */
export function cullCover(cover: ChunkCover, gaze: Gaze, viewMeters: number, drawn: unknown[]): number {
  let count = 0
  for (const leaf of cover.leaves) if (isInPicture(gaze, leaf)) drawn[count++] = leaf.resident
  drawn.length = count
  let holes = 0
  for (const root of cover.bare) if (root.distance < viewMeters && isInPicture(gaze, root)) holes++
  return holes
}
