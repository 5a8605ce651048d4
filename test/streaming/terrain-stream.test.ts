/** Tests of the stream: what is drawn while chunks come and go. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '#core/hash.ts'
import type { ResidentChunk, TerrainStream, Viewpoint } from '#streaming/terrain-stream.ts'
import { createSimulatedStream, lookFrom, settle, sizeOf } from './simulated-workers.ts'

type Square = { x: number; z: number; size: number }
const squareOf = ({ coordinate: { x, z, level } }: ResidentChunk): Square => ({ x: x * sizeOf(level), z: z * sizeOf(level), size: sizeOf(level) })

function expectNoOverlap(drawn: readonly ResidentChunk[]): void {
  const squares = drawn.map(squareOf)
  squares.forEach((a, i) => {
    for (const b of squares.slice(i + 1)) expect(a.x < b.x + b.size && b.x < a.x + a.size && a.z < b.z + b.size && b.z < a.z + a.size).toBe(false)
  })
}

const isDrawnAt = (stream: TerrainStream, x: number, z: number): boolean =>
  stream.drawn.some((chunk) => {
    const square = squareOf(chunk)
    return x >= square.x && x < square.x + square.size && z >= square.z && z < square.z + square.size
  })

/** Places in front of the eye, inside the picture. */
function placesAhead(yaw: number): { x: number; z: number }[] {
  return [40, 200, 900, 1900].flatMap((meters) => [-0.5, 0, 0.5].map((aside) => ({ x: -Math.sin(yaw + aside) * meters, z: -Math.cos(yaw + aside) * meters })))
}

describe('terrain stream', () => {
  it('[ST-9] draws without overlap while chunks arrive, and has no hole once roots are there', async () => {
    const { stream, frame } = createSimulatedStream()
    await frame(lookFrom())
    expect(stream.counts.holes).toBeGreaterThan(0)
    expect(stream.covered).toBe(false)
    let coveredAt = -1
    for (let i = 0; i < 80; i++) {
      await frame(lookFrom(), 1)
      expectNoOverlap(stream.drawn)
      if (stream.covered && coveredAt < 0) coveredAt = i
      if (coveredAt < 0) continue
      expect(stream.counts.holes).toBe(0)
      for (const { x, z } of placesAhead(0)) expect(isDrawnAt(stream, x, z)).toBe(true)
    }
    expect(coveredAt).toBeGreaterThanOrEqual(0)
    expect(coveredAt).toBeLessThan(40)
  })

  it('[ST-10] draws a parent until all four children are resident', async () => {
    const { stream, frame } = createSimulatedStream()
    for (let i = 0; i < 60; i++) {
      await frame(lookFrom(), 1)
      const keys = new Set(stream.resident.keys())
      for (const { coordinate } of stream.drawn) {
        const siblings = [0, 1, 2, 3].map((n) => `${coordinate.level}:${(coordinate.x & ~1) + (n & 1)},${(coordinate.z & ~1) + (n >> 1)}`)
        const isRoot = !stream.resident.has(`${coordinate.level + 1}:${coordinate.x >> 1},${coordinate.z >> 1}`)
        if (!isRoot) for (const sibling of siblings) expect(keys.has(sibling)).toBe(true)
      }
    }
  })

  it('[ST-11] shows no hole when one turns round at once, and brings fine land back from the cache without building', async () => {
    const simulated = createSimulatedStream()
    const { stream } = simulated
    const north = lookFrom()
    const south = lookFrom({ yaw: Math.PI })
    await simulated.finish(north)
    await simulated.finish(south)
    for (let i = 0; i < 90; i++) await simulated.frame(south)
    const { built, resident } = stream.counts
    expect(stream.settled).toBe(true)
    await simulated.frame(north, 0)
    expect(stream.counts.holes).toBe(0)
    for (const { x, z } of placesAhead(0)) expect(isDrawnAt(stream, x, z)).toBe(true)
    for (let i = 0; i < 5; i++) await simulated.frame(north, 0)
    expect(stream.settled).toBe(true)
    expect(stream.counts.resident).toBeGreaterThan(resident)
    expect(stream.counts.built).toBe(built)
  })

  it('[ST-12] drops fine land that is not looked at, and tells who draws', async () => {
    const simulated = createSimulatedStream()
    const { stream } = simulated
    await simulated.finish(lookFrom())
    const dropped: string[] = []
    const ready = new Set<string>()
    stream.listen({ chunkReady: ({ key }) => ready.add(key), chunkDropped: ({ key }) => dropped.push(key) })
    const before = stream.counts.dropped
    for (let i = 0; i < 80; i++) await simulated.frame(lookFrom({ yaw: Math.PI }))
    expect(dropped.length).toBeGreaterThan(10)
    expect(stream.counts.dropped - before).toBe(dropped.length)
    expect(ready.size).toBeGreaterThan(10)
    for (const key of dropped) expect(stream.resident.has(key)).toBe(false)
  })

  it('[ST-13] gives every resident chunk a slot of its own, and the same bits when it is built again', async () => {
    const simulated = createSimulatedStream({ cacheBytes: 1 })
    const { stream } = simulated
    const prints = (): Map<string, string> => new Map([...stream.resident].map(([key, { chunk }]) => [key, fingerprint(new Uint8Array(chunk.heights.buffer))]))
    await simulated.finish(lookFrom())
    const first = prints()
    await simulated.finish(lookFrom({ x: 9000 }))
    await simulated.finish(lookFrom())
    const again = prints()
    let compared = 0
    for (const [key, print] of again) {
      if (!first.has(key)) continue
      expect(print).toBe(first.get(key))
      compared++
    }
    expect(compared).toBeGreaterThan(50)
    expect(new Set([...stream.resident.values()].map(({ slot }) => slot)).size).toBe(stream.resident.size)
  })

  it('[ST-14] does not ask for what is no longer wanted', async () => {
    const { stream, frame, ports, pool } = createSimulatedStream()
    await frame(lookFrom(), 0)
    expect(pool.queued).toBeGreaterThan(8)
    await frame(lookFrom({ x: 60_000 }), 0)
    const asked = ports.map((port) => port.asked.length)
    for (let i = 0; i < 20; i++) await frame(lookFrom({ x: 60_000 }), 1)
    ports.forEach((port, i) => {
      for (const { coordinate } of port.asked.slice(asked[i])) expect(coordinate.x * sizeOf(coordinate.level)).toBeGreaterThan(50_000)
    })
    expect(stream.counts.built).toBeGreaterThan(10)
  })

  it('[ST-15] ignores results that come after its end', async () => {
    const { stream, frame, ports, pool } = createSimulatedStream()
    await frame(lookFrom(), 1)
    const { built } = stream.counts
    stream.dispose()
    for (const port of ports) port.answer(10)
    await settle()
    stream.update(lookFrom(), 100)
    expect(stream.counts.built).toBe(built)
    expect(stream.resident.size).toBe(0)
    expect(stream.drawn).toHaveLength(0)
    expect(pool.queued).toBe(0)
  })

  it('[ST-16] asks again for a chunk that could not be built, after a while', async () => {
    const reasons: string[] = []
    const { stream, frame, ports } = createSimulatedStream({ onFailure: (reason) => reasons.push(reason) })
    await frame(lookFrom(), 0)
    for (const port of ports) port.refuse()
    await settle()
    expect(reasons).toContain('no land here')
    for (let i = 0; i < 120; i++) await frame(lookFrom(), 4)
    expect(stream.counts.pending).toBe(0)
  })

  it('[ST-17] never holds more chunks than slots, and gives up detail instead of land', async () => {
    const simulated = createSimulatedStream({ detail: { viewMeters: 4096, splitFactor: 1.6, slots: 110 } })
    const { stream } = simulated
    for (let i = 0; i < 150; i++) {
      await simulated.frame(lookFrom({ x: i * 15, yaw: i * 0.05 }), 4)
      expect(stream.resident.size).toBeLessThanOrEqual(110)
      if (i > 40) expect(stream.counts.holes).toBe(0)
    }
    expect(stream.splitFactor).toBeLessThan(1.6)
    stream.limitSlots(90)
    for (let i = 0; i < 80; i++) await simulated.frame(lookFrom({ x: 2250 }), 4)
    expect(stream.resident.size).toBeLessThanOrEqual(90)
    expect(stream.isGroundReady(2250, 0)).toBe(true)
  })

  it('[ST-18] flies 50 km at 300 m/s with ground underfoot, no holes, and memory that does not grow', async () => {
    const simulated = createSimulatedStream({ cacheBytes: 2_000_000 })
    const { stream } = simulated
    await simulated.finish(lookFrom({ yaw: -Math.PI / 2 }))
    const buffers = new Set<ArrayBuffer>()
    let halfway = 0
    let mostResident = 0
    for (let i = 0; i < 2500; i++) {
      const x = i * 20
      await simulated.frame(lookFrom({ x, velocityX: 300, yaw: -Math.PI / 2 }), 4, 20 / 300)
      expect(stream.counts.holes).toBe(0)
      expect(stream.isGroundReady(x, 0)).toBe(true)
      expect(stream.counts.cachedBytes).toBeLessThanOrEqual(2_000_000)
      mostResident = Math.max(mostResident, stream.counts.resident)
      for (const { chunk } of stream.resident.values()) buffers.add(chunk.heights.buffer as ArrayBuffer)
      if (i === 1250) halfway = buffers.size
    }
    expect(mostResident).toBeLessThanOrEqual(256)
    // the buffers that travel in the second half have travelled before
    expect(buffers.size).toBeLessThanOrEqual(halfway + 8)
    expect(stream.counts.built).toBeGreaterThan(5000)
  })

  it('[ST-64] has ground underfoot in every frame of a flight high above the land', async () => {
    const simulated = createSimulatedStream({ detail: { viewMeters: 2048, splitFactor: 0.75, slots: 256 } })
    await simulated.finish(lookFrom({ y: 400 }))
    for (let i = 0; i < 200; i++) {
      const seconds = i / 20
      const at = { x: 180 * seconds, z: -240 * seconds }
      // a flight looks whether there is ground before the land is planned for where it has come to
      if (i > 4) expect(simulated.stream.isGroundReady(at.x, at.z)).toBe(true)
      await simulated.frame(lookFrom({ ...at, y: 400, velocityX: 180, velocityZ: -240 }))
    }
  })

  it('[ST-19] lets edges know their neighbours: what is coarser on one side is finer on the other', async () => {
    const simulated = createSimulatedStream()
    const { stream } = simulated
    await simulated.finish(lookFrom())
    const sides = [[-1, 0], [1, 0], [0, -1], [0, 1]] as const
    const drawn = new Map(stream.drawn.map((chunk) => [chunk.key, chunk]))
    let coarser = 0
    for (const { coordinate: { x, z, level }, edges } of stream.drawn) {
      sides.forEach(([dx, dz], side) => {
        const same = drawn.get(`${level}:${x + dx},${z + dz}`)
        const above = drawn.get(`${level + 1}:${(x + dx) >> 1},${(z + dz) >> 1}`)
        const edge = (edges >> (2 * side)) & 3
        if (same) expect(edge).toBe(0)
        if (!above) return
        coarser++
        expect(edge).toBe(1)
        expect((above.edges >> (2 * (side ^ 1))) & 3).toBe(2)
      })
    }
    expect(coarser).toBeGreaterThan(5)
  })

  it('[ST-68] sends nothing to the workers before the frame is done', async () => {
    const { stream, ports } = createSimulatedStream()
    stream.update(lookFrom(), 0)
    expect(ports.flatMap(({ asked }) => asked)).toHaveLength(0)
    await settle()
    expect(ports.flatMap(({ asked }) => asked).length).toBeGreaterThan(0)
  })

  it('[ST-68] plans every third frame at most for speed alone, and in every frame of a quick turn', async () => {
    /** In how many of sixty frames what is wanted changed, which only a plan can do while nothing arrives. */
    const plansOf = async (turnPerFrame: number): Promise<number> => {
      const simulated = createSimulatedStream()
      const { stream } = simulated
      // so fast that every plan wants other land
      const at = (i: number): Viewpoint => lookFrom({ x: i * 64, y: 60, yaw: i * turnPerFrame, velocityX: 300 })
      await simulated.finish(at(0))
      let plans = 0
      for (let i = 1; i <= 60; i++) {
        const before = `${stream.counts.pending} ${stream.counts.dropped} ${stream.counts.resident}`
        await simulated.frame(at(i), 0, 1 / 60)
        if (`${stream.counts.pending} ${stream.counts.dropped} ${stream.counts.resident}` !== before) plans++
      }
      return plans
    }
    const straight = await plansOf(0)
    expect(straight).toBeLessThanOrEqual(20)
    expect(straight).toBeGreaterThan(9)
    expect(await plansOf(0.2)).toBeGreaterThan(40)
  })

  it('[ST-20] draws all that is in the picture, from any height and in any direction', async () => {
    const simulated = createSimulatedStream()
    const { stream } = simulated
    await simulated.finish(lookFrom({ y: 50 }))
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -1.4, max: 0.2, noNaN: true }), fc.double({ min: -0.95, max: 0.95, noNaN: true }), fc.double({ min: -0.95, max: 0.95, noNaN: true }), async (yaw, pitch, across, upright) => {
        await simulated.frame(lookFrom({ y: 50, yaw, pitch }), 0)
        // a ray through the picture down to the ground, which lies between 0 and 4.3 m here
        const up = upright * Math.tan(Math.PI / 6)
        const right = across * Math.tan(Math.PI / 6) * (16 / 9)
        const dy = Math.sin(pitch) + up * Math.cos(pitch)
        const forward = Math.cos(pitch) - up * Math.sin(pitch)
        if (dy > -0.03) return
        const reach = 50 / -dy
        const x = (-Math.sin(yaw) * forward + Math.cos(yaw) * right) * reach
        const z = (-Math.cos(yaw) * forward - Math.sin(yaw) * right) * reach
        if (Math.hypot(x, z) < 1900) expect(isDrawnAt(stream, x, z)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
