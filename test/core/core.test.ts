/** The words of the language: dice, hashes, maps, logs, scalars, ids, neighbours. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint, hashCell, hashString, unitOf } from '#core/hash.ts'
import { isNpcId } from '#core/ids.ts'
import { createLru } from '#core/lru.ts'
import { createRecentMap } from '#core/recent-map.ts'
import { createRingBuffer, pushNumber, spreadOf } from '#core/ring-buffer.ts'
import { createRng, nextFloat, nextInt, nextWord, pick } from '#core/rng.ts'
import { clamp, damp, inverseLerp, lerp, smoothstep, wrapAngle } from '#core/scalar.ts'
import { addPoint, clearPoints, createSpatialHash, findNear } from '#core/spatial-hash.ts'

describe('dice', () => {
  it('[CORE-1] repeat themselves, also from the middle', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), (seed, throws) => {
        const one = createRng(seed)
        const two = createRng(seed)
        for (let i = 0; i < throws; i++) expect(nextWord(one)).toBe(nextWord(two))
        const clone = structuredClone(one)
        expect([nextWord(clone), nextWord(clone)]).toEqual([nextWord(one), nextWord(one)])
      }),
    )
  })

  it('[CORE-2] keep to their range and use all of it', () => {
    const rng = createRng(7)
    const seen = new Set<number>()
    let sum = 0
    for (let i = 0; i < 4000; i++) {
      seen.add(nextInt(rng, -2, 3))
      const float = nextFloat(rng)
      expect(float >= 0 && float < 1).toBe(true)
      sum += float
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
    expect(sum / 4000).toBeCloseTo(0.5, 1)
    expect(['a', 'b']).toContain(pick(rng, ['a', 'b']))
    expect(() => pick(rng, [])).toThrow('rng')
  })
})

describe('hashes', () => {
  it('[CORE-3] spread neighbouring cells and far ones', () => {
    const words = new Set<number>()
    let high = 0
    for (let x = -20; x < 20; x++) for (let z = -20; z < 20; z++) words.add(hashCell(5, x, z))
    for (const word of words) if (unitOf(word) >= 0.5) high++
    expect(words.size).toBeGreaterThan(1598)
    expect(high / words.size).toBeCloseTo(0.5, 1)
    expect(hashCell(5, 1)).not.toBe(hashCell(6, 1))
    expect(hashCell(5, 4294967296 + 9)).not.toBe(hashCell(5, 9))
    expect(hashString('alder')).not.toBe(hashString('aldes'))
  })

  it('[CORE-4] take every byte into the fingerprint', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, at) => {
        const changed = bytes.slice()
        changed[at % bytes.length]! ^= 1
        expect(fingerprint(changed)).not.toBe(fingerprint(bytes))
        expect(fingerprint(bytes.slice())).toBe(fingerprint(bytes))
      }),
    )
  })
})

describe('memory of things', () => {
  it('[CORE-5] forgets what was used longest ago and keeps its budget', () => {
    const gone: string[] = []
    const lru = createLru<string, number>(10, (_value, key) => gone.push(key))
    lru.set('a', 1, 4)
    lru.set('b', 2, 4)
    expect(lru.get('a')).toBe(1)
    lru.set('c', 3, 4)
    expect(gone).toEqual(['b'])
    expect([lru.has('a'), lru.has('b'), lru.bytes, lru.size]).toEqual([true, false, 8, 2])
    expect(lru.take('a')).toBe(1)
    expect(lru.bytes).toBe(4)
    lru.clear()
    expect([gone, lru.size, lru.bytes]).toEqual([['b', 'c'], 0, 0])
  })

  it('[CORE-10] remembers the entries used last, and twice as many at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(40), { minLength: 1, maxLength: 200 }), fc.nat(11), (kept, uses, back) => {
        const map = createRecentMap<number, number>(kept)
        for (const key of uses) if (map.get(key) === undefined) map.set(key, key * 2)
        const lately = [...new Set(uses.toReversed())].slice(0, kept)
        const asked = lately[back % lately.length]!
        expect(map.get(asked)).toBe(asked * 2)
        const remembered = [...new Set(uses)].filter((key) => map.get(key) !== undefined)
        expect(remembered.length).toBeLessThanOrEqual(2 * kept)
      }),
    )
  })

  it('[CORE-6] keeps the last numbers and their percentiles', () => {
    const log = createRingBuffer(100)
    expect(spreadOf(log)).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 })
    for (let i = 1; i <= 250; i++) pushNumber(log, i)
    expect(spreadOf(log)).toEqual({ p50: 200, p95: 245, p99: 249, max: 250 })
  })
})

describe('numbers', () => {
  it('[CORE-7] ease the same at any frame rate and wrap their angles', () => {
    let slow = 0
    let fast = 0
    for (let i = 0; i < 10; i++) slow = damp(slow, 1, 0.3, 0.1)
    for (let i = 0; i < 100; i++) fast = damp(fast, 1, 0.3, 0.01)
    expect(slow).toBeCloseTo(fast, 9)
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (angle) => {
        const wrapped = wrapAngle(angle)
        expect(Math.abs(wrapped)).toBeLessThanOrEqual(Math.PI + 1e-9)
        expect(Math.sin(wrapped)).toBeCloseTo(Math.sin(angle), 6)
      }),
    )
    expect([clamp(5, 0, 1), lerp(2, 4, 0.5), inverseLerp(2, 4, 3), inverseLerp(2, 2, 3), smoothstep(0, 1, 0.5)]).toEqual([1, 3, 0.5, 0, 0.5])
  })
})

describe('ids', () => {
  it('[CORE-8] of people are told from other text', () => {
    expect(['npc:1,-2/3', 'npc:0,0/12'].every(isNpcId)).toBe(true)
    expect(['player', 'npc:', 'npc:1,2', 'npc:1,2/x', ' npc:1,2/3', 'npc:1,2/3 '].some(isNpcId)).toBe(false)
  })
})

describe('neighbours', () => {
  it('[CORE-9] are exactly those within the radius', () => {
    const place = fc.record({ x: fc.double({ min: -90, max: 90, noNaN: true }), z: fc.double({ min: -90, max: 90, noNaN: true }) })
    const hash = createSpatialHash(7)
    const found: number[] = []
    fc.assert(
      fc.property(fc.array(place, { maxLength: 120 }), place, fc.double({ min: 0.1, max: 40, noNaN: true }), (points, middle, radius) => {
        clearPoints(hash)
        for (const { x, z } of points) addPoint(hash, x, z)
        const expected = points.flatMap(({ x, z }, i) => ((x - middle.x) ** 2 + (z - middle.z) ** 2 <= radius * radius ? [i] : []))
        expect(findNear(hash, middle, radius, found)).toBe(expected.length)
        expect(found).toEqual(expected)
      }),
    )
  })
})
