/** Opens the stream of one world: wires plan, workers, store and cover, once a frame. */
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import { CHUNK_METERS, type Chunk } from '#worldgen/chunk.ts'
import type { Job, Pool } from '#core/tasks/pool.ts'
import { coverTree, createChunkCover, cullCover } from './chunk-cover.ts'
import { LINGER_SECONDS, planChunks, rootLevelFor } from './chunk-plan.ts'
import { CACHE_BYTES, createChunkStore } from './chunk-store.ts'
import { createChunkTree, findAt, mergeNode, visitTree, type ChunkNode } from './chunk-tree.ts'
import { urgencyOf } from './chunk-urgency.ts'
import { aimGaze, createGaze } from './gaze.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'
import type { ChunkListener, ResidentChunk, StreamDetail, TerrainCounts, TerrainStream, Viewpoint } from './terrain-stream.ts'

/** The workers that build land. */
export type TerrainPool = Pool<TerrainProtocol>

/** How a stream is made. */
export type TerrainStreamOptions = {
  readonly pool: TerrainPool
  readonly seed: string
  /** Default: a middling view of 8 km. */
  readonly detail?: StreamDetail
  /** Bytes of finished payloads kept for when one looks back; default `CACHE_BYTES`. */
  readonly cacheBytes?: number
  /** Told when a chunk could not be built; it is asked again after two seconds. */
  readonly onFailure?: (reason: string) => void
}

const DEFAULT_DETAIL: StreamDetail = { viewMeters: 8192, splitFactor: 1.3, slots: 256 }
const PLAN_SECONDS = 0.1
const PLAN_METERS = 8
/** However fast one flies, a plan stands for so long: about three frames. */
const LEAST_PLAN_SECONDS = 0.045
const PLAN_RADIANS = (10 * Math.PI) / 180
/** Chunks that may become resident in one frame: each is copied to the graphics card. While land is bare the most, later so many a second. */
const MOST_PLACED_PER_FRAME = 24
const LEAST_PLACED_PER_FRAME = 4
const PLACED_PER_SECOND = 400
const RETRY_SECONDS = 2
/** When a plan asks for more chunks than there are slots it is made again with less detail; with room to spare detail grows back slowly. */
const MOST_ATTEMPTS = 12
const SHRINK = 0.9
const GROW = 1.03
const LEAST_SCALE = 0.1
const ROOMY = 0.8

type Arrival = { node: ChunkNode; chunk: Chunk }

/** Opens the stream of one world. */
export function createTerrainStream(options: TerrainStreamOptions): TerrainStream {
  const { pool, seed, onFailure, detail: firstDetail = DEFAULT_DETAIL } = options
  const store = createChunkStore({ slots: firstDetail.slots, cacheBytes: options.cacheBytes ?? CACHE_BYTES })
  const gaze = createGaze()
  const cover = createChunkCover()
  const resident = new Map<string, ResidentChunk>()
  const drawn: ResidentChunk[] = []
  const listeners = new Set<ChunkListener>()
  const arrivals: Arrival[] = []
  const missing: ChunkNode[] = []
  const counts: TerrainCounts = { drawn: 0, resident: 0, pending: 0, cachedBytes: 0, residentBytes: 0, built: 0, dropped: 0, holes: 0 }
  const planned = { seconds: -Infinity, x: 0, z: 0, yaw: 0, pitch: 0 }
  let tree = createChunkTree(rootLevelFor(firstDetail.viewMeters))
  let detail = firstDetail
  let scale = 1
  let nodes = 0
  let seconds = 0
  let coverStale = true
  let missingInGaze = 0
  let mostSlots = Infinity
  let disposed = false

  function drop(node: ChunkNode): void {
    const { resident: gone } = node
    if (!gone) return
    node.resident = null
    resident.delete(node.key)
    store.freeSlot(gone.slot)
    counts.dropped++
    counts.residentBytes -= CHUNK_BYTES
    for (const listener of listeners) listener.chunkDropped(gone)
    store.keep(node.key, gone.chunk)
    coverStale = true
  }

  function place(node: ChunkNode, chunk: Chunk): boolean {
    const slot = store.takeSlot()
    if (slot < 0) return false
    const placed: ResidentChunk = { key: node.key, coordinate: node.coordinate, slot, chunk, bornSeconds: -Infinity, parentSlot: -1, edges: 0 }
    node.resident = placed
    resident.set(node.key, placed)
    tightenBounds(node, chunk.lowest, chunk.highest)
    counts.residentBytes += CHUNK_BYTES
    for (const listener of listeners) listener.chunkReady(placed)
    coverStale = true
    return true
  }

  function ask(node: ChunkNode): void {
    node.asked = true
    const job: Job<TerrainProtocol, 'chunk-build'> = {
      name: 'chunk-build',
      urgency: () => (disposed ? null : urgencyOf(node)),
      prepare() {
        const buffer = store.lend()
        return { request: { seed, coordinate: node.coordinate, buffer }, transfer: [buffer] }
      },
      done(chunk) {
        if (disposed) return
        counts.built++
        arrivals.push({ node, chunk })
      },
      failed(reason) {
        node.asked = false
        node.retrySeconds = seconds + RETRY_SECONDS
        if (!disposed) onFailure?.(reason)
      },
      dropped() {
        node.asked = false
      },
    }
    pool.submit(job)
  }

  function countNode(node: ChunkNode): void {
    nodes++
    if (!node.resident) missing.push(node)
  }

  function plan(viewpoint: Viewpoint): void {
    planned.seconds = seconds
    planned.x = viewpoint.x
    planned.z = viewpoint.z
    planned.yaw = viewpoint.yaw
    planned.pitch = viewpoint.pitch
    if (nodes < store.slots * ROOMY) scale = Math.min(1, scale * GROW)
    let lingerSeconds = scale < 1 ? LINGER_SECONDS / 6 : LINGER_SECONDS
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      planChunks(tree, gaze, { viewMeters: detail.viewMeters, splitFactor: detail.splitFactor * scale, seconds, lingerSeconds }, drop)
      missing.length = 0
      nodes = 0
      visitTree(tree, countNode)
      if (nodes <= store.slots) break
      // first what is out of sight gives way, then detail
      if (lingerSeconds > 0) lingerSeconds = 0
      else scale = Math.max(LEAST_SCALE, scale * SHRINK)
    }
    // coarse before fine, for the cache as for the workers
    missing.sort(coarseFirst)
    // sent when the frame is done: a worker that wakes may take the core from the thread that makes the picture
    for (const node of missing) if (!node.asked && seconds >= node.retrySeconds && !store.has(node.key)) ask(node)
    coverStale = true
  }

  /** Gives slots to what has arrived and to what rests in the cache. */
  function placeSome(frameSeconds: number): void {
    const calm = tree.roots.size > 0 && cover.bare.length === 0
    let left = calm ? Math.min(MOST_PLACED_PER_FRAME, Math.max(LEAST_PLACED_PER_FRAME, Math.ceil(PLACED_PER_SECOND * frameSeconds))) : MOST_PLACED_PER_FRAME
    let taken = 0
    while (taken < arrivals.length && left > 0) {
      const { node, chunk } = arrivals[taken++]!
      left--
      node.asked = false
      if (!node.alive || node.resident || !place(node, chunk)) store.keep(node.key, chunk)
    }
    arrivals.splice(0, taken)
    missingInGaze = 0
    let kept = 0
    for (const node of missing) {
      if (node.resident || !node.alive) continue
      if (left > 0 && store.has(node.key)) {
        const chunk = store.recall(node.key)
        if (chunk && place(node, chunk)) {
          left--
          continue
        }
        if (chunk) store.keep(node.key, chunk)
        left = 0
      }
      missing[kept++] = node
      if (node.sight === 1) missingInGaze++
    }
    missing.length = kept
  }

  function isPlanDue({ x, z, yaw, pitch }: Viewpoint): boolean {
    if (seconds - planned.seconds >= PLAN_SECONDS || seconds < planned.seconds) return true
    const dx = x - planned.x
    const dz = z - planned.z
    return (dx * dx + dz * dz >= PLAN_METERS * PLAN_METERS && seconds - planned.seconds >= LEAST_PLAN_SECONDS) || Math.abs(yaw - planned.yaw) >= PLAN_RADIANS || Math.abs(pitch - planned.pitch) >= PLAN_RADIANS
  }

  function clear(): void {
    for (const root of tree.roots.values()) {
      mergeNode(root, drop)
      root.alive = false
      drop(root)
    }
    tree.roots.clear()
  }

  return {
    update(viewpoint, now) {
      if (disposed) return
      const frameSeconds = now - seconds
      seconds = now
      aimGaze(gaze, viewpoint)
      if (isPlanDue(viewpoint)) plan(viewpoint)
      placeSome(frameSeconds)
      if (coverStale) {
        coverTree(tree, cover, seconds)
        coverStale = false
      }
      counts.holes = cullCover(cover, gaze, detail.viewMeters, drawn)
      counts.drawn = drawn.length
      counts.resident = resident.size
      counts.pending = missing.length
      counts.cachedBytes = store.cachedBytes
    },
    drawn,
    resident,
    counts,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isGroundReady(x, z) {
      const node = findAt(tree, { level: 0, x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS) }, true)
      return node?.coordinate.level === 0 && node.resident !== null
    },
    get seconds() {
      return seconds
    },
    get splitFactor() {
      return detail.splitFactor * scale
    },
    get settled() {
      return planned.seconds > -Infinity && missingInGaze === 0
    },
    get covered() {
      return tree.roots.size > 0 && counts.holes === 0
    },
    setDetail(next) {
      if (next.viewMeters === detail.viewMeters && next.splitFactor === detail.splitFactor && next.slots === detail.slots) return
      detail = next
      store.setSlots(Math.min(next.slots, mostSlots))
      scale = 1
      planned.seconds = -Infinity
      const rootLevel = rootLevelFor(next.viewMeters)
      if (rootLevel === tree.rootLevel) return
      clear()
      tree = createChunkTree(rootLevel)
    },
    limitSlots(slots) {
      mostSlots = slots
      store.setSlots(Math.min(detail.slots, slots))
    },
    dispose() {
      if (disposed) return
      disposed = true
      clear()
      store.clear()
      drawn.length = 0
      arrivals.length = 0
      listeners.clear()
      pool.pump()
    },
  }
}

const coarseFirst = (a: ChunkNode, b: ChunkNode): number => b.coordinate.level - a.coordinate.level || a.pathDistance * a.sight - b.pathDistance * b.sight

/** Sets the bounds of a chunk that is now known, and better guesses for its children that are not. */
function tightenBounds(node: ChunkNode, lowest: number, highest: number): void {
  node.lowest = lowest
  node.highest = highest
  if (!node.children) return
  const slack = node.size * 0.08
  for (const child of node.children) if (!child.resident) tightenBounds(child, lowest - slack, highest + slack)
}
