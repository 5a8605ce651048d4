/** Tests of where payloads rest. */
import { describe, expect, it } from 'vitest'
import { createChunkStore } from '#streaming/chunk-store.ts'
import { CHUNK_BYTES, chunkArrays } from '#worldgen/chunk-arrays.ts'
import type { Chunk } from '#worldgen/chunk.ts'

function chunkFrom(buffer: ArrayBuffer): Chunk {
  return { coordinate: { x: 0, z: 0, level: 0 }, ...chunkArrays(buffer), scatterCount: 0, lowest: 0, highest: 0, geometricError: 0, hasWater: false, hasInlandWater: false }
}

describe('chunk store', () => {
  it('[ST-21] keeps finished payloads within its bytes and fills their buffers again', () => {
    const bytes = CHUNK_BYTES
    const store = createChunkStore({ slots: 4, cacheBytes: bytes * 3 })
    for (let i = 0; i < 10; i++) store.keep(`0:${i},0`, chunkFrom(store.lend()))
    expect(store.cachedBytes).toBe(bytes * 3)
    expect(store.has('0:9,0')).toBe(true)
    expect(store.has('0:0,0')).toBe(false)
    expect(store.idleBuffers + 3).toBe(store.madeBuffers)
    expect(store.madeBuffers).toBeLessThanOrEqual(5)
    expect(store.recall('0:9,0')).not.toBeNull()
    expect(store.recall('0:9,0')).toBeNull()
  })

  it('[ST-21] stays within 20 KB a payload', () => {
    expect(CHUNK_BYTES).toBeLessThanOrEqual(20 * 1024)
  })

  it('[ST-17] lends each slot once', () => {
    const store = createChunkStore({ slots: 3, cacheBytes: 1 })
    const slots = [store.takeSlot(), store.takeSlot(), store.takeSlot()]
    expect(new Set(slots).size).toBe(3)
    expect(store.takeSlot()).toBe(-1)
    store.freeSlot(slots[1]!)
    expect(store.takeSlot()).toBe(slots[1])
  })
})
