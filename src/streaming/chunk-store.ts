/** Where payloads are: in slots while resident, in a byte-bounded cache after that, and their buffers in a pool to be filled again. */
import { CHUNK_BYTES } from '#worldgen/chunk-arrays.ts'
import type { Chunk } from '#worldgen/chunk.ts'
import { createLru } from '#core/lru.ts'

/** See `createChunkStore`. */
export type ChunkStore = {
  /** A buffer to be lent to a worker: a used one if there is any. */
  lend(): ArrayBuffer
  /** The payload is of no use any more; its buffer goes back to the pool. */
  recycle(chunk: Chunk): void
  /** A free slot, or -1. */
  takeSlot(): number
  freeSlot(slot: number): void
  /** Keeps a finished payload for later. */
  keep(key: string, chunk: Chunk): void
  /** Takes a payload out of the cache. */
  recall(key: string): Chunk | null
  has(key: string): boolean
  /** Changes how many slots may be taken; those taken stay. */
  setSlots(slots: number): void
  clear(): void
  readonly slots: number
  readonly cachedBytes: number
  /** Buffers waiting to be filled, and how many were ever made. */
  readonly idleBuffers: number
  readonly madeBuffers: number
}

/** Bytes of finished payloads that are kept for when one looks back. */
export const CACHE_BYTES = 32 * 1024 * 1024
/** Buffers that wait to be filled; more are left to the garbage collector. */
const MOST_IDLE_BUFFERS = 256

/** An empty store. */
export function createChunkStore(options: { slots: number; cacheBytes: number }): ChunkStore {
  const idle: ArrayBuffer[] = []
  const free: number[] = []
  let slots = options.slots
  let taken = 0
  let known = 0
  let made = 0

  function recycle(chunk: Chunk): void {
    if (idle.length < MOST_IDLE_BUFFERS) idle.push(chunk.heights.buffer as ArrayBuffer)
  }
  const cache = createLru<string, Chunk>(options.cacheBytes, recycle)

  return {
    recycle,
    lend() {
      const used = idle.pop()
      if (used) return used
      made++
      return new ArrayBuffer(CHUNK_BYTES)
    },
    takeSlot() {
      if (taken >= slots) return -1
      taken++
      return free.pop() ?? known++
    },
    freeSlot(slot) {
      taken--
      free.push(slot)
    },
    keep(key, chunk) {
      const older = cache.take(key)
      if (older) recycle(older)
      cache.set(key, chunk, CHUNK_BYTES)
    },
    recall: (key) => cache.take(key) ?? null,
    has: (key) => cache.has(key),
    setSlots(count) {
      slots = count
    },
    clear() {
      cache.clear()
      idle.length = 0
    },
    get slots() {
      return slots
    },
    get cachedBytes() {
      return cache.bytes
    },
    get idleBuffers() {
      return idle.length
    },
    get madeBuffers() {
      return made
    },
  }
}
