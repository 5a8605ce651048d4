/** Tests of finding resident chunks by place. */
import { describe, expect, it } from 'vitest'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { createChunkIndex } from '../../../../src/view/scene/scatter/chunk-index.ts'
import { createSimulatedStream, lookFrom } from '../../../streaming/simulated-workers.ts'

/** A place whose chunk has the low bits of the chunk at `meters`, on every level. */
const likeness = (meters: number): number => meters + CHUNK_METERS * 2 ** 14 * 2 ** 10

describe('chunk index', () => {
  it('[ST-71] finds the finest resident chunk at each place, on both sides of zero', async () => {
    const world = createSimulatedStream()
    await world.finish(lookFrom({ x: 10, z: -10 }))
    const index = createChunkIndex(world.stream)
    let found = 0
    for (let n = 0; n < 400; n++) {
      const x = ((n % 20) - 10) * 97.3
      const z = (Math.floor(n / 20) - 10) * 97.3
      const covering = [...world.stream.resident.values()].filter(({ coordinate: { level, ...at } }) => Math.floor(x / (CHUNK_METERS * 2 ** level)) === at.x && Math.floor(z / (CHUNK_METERS * 2 ** level)) === at.z)
      const finest = covering.toSorted((a, b) => a.coordinate.level - b.coordinate.level)[0] ?? null
      expect(index.find(x, z)).toBe(finest)
      if (finest) found++
    }
    expect(found).toBeGreaterThan(100)
    index.dispose()
  })

  it('[ST-71] finds nothing where another chunk lies whose place has the same low bits', async () => {
    const world = createSimulatedStream()
    await world.finish(lookFrom())
    const index = createChunkIndex(world.stream)
    expect(index.find(5, -5)).not.toBeNull()
    expect(index.find(likeness(5), -5)).toBeNull()
    expect(index.find(5, likeness(-5))).toBeNull()
    index.dispose()
  })
})
