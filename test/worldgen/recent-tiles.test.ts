/** Blocks of places asked about as a whole. */
import { describe, expect, it } from 'vitest'
import { createRng, nextFloat } from '#core/rng.ts'
import { fillBox, isBlockFree, type OpenBox } from '#worldgen/recent-tiles.ts'

const SIDE = 64

function boxOf(x: Float64Array, z: Float64Array): OpenBox {
  const box = { west: 0, north: 0, east: 0, south: 0 }
  fillBox({ x, z, count: x.length }, box)
  return box
}

describe('blocks of places', () => {
  it('[WG-100] are free of something only where no place of theirs lies in a square that holds it, whatever lies round them', () => {
    const rng = createRng(23)
    let free = 0
    let taken = 0
    for (let n = 0; n < 400; n++) {
      const firstX = (nextFloat(rng) - 0.5) * 2000
      const firstZ = (nextFloat(rng) - 0.5) * 2000
      const x = Float64Array.from({ length: 512 }, (_, k) => firstX + (k % 67))
      const z = Float64Array.from({ length: 512 }, (_, k) => firstZ + Math.floor(k / 67))
      const holds = (squareX: number, squareZ: number): boolean => (squareX * 7 + squareZ * 3) % 11 === 0
      const isFree = isBlockFree(512, boxOf(x, z), SIDE, (squareX, squareZ) => !holds(squareX, squareZ))
      if (isFree) free++
      else taken++
      if (isFree) expect(x.some((each, k) => holds(Math.floor(each / SIDE), Math.floor(z[k]! / SIDE)))).toBe(false)
    }
    expect(free).toBeGreaterThan(50)
    expect(taken).toBeGreaterThan(50)
  })

  it('[WG-100] are asked about place by place where they are few, far apart, or no numbers', () => {
    let asked = 0
    const isFree = (): boolean => {
      asked++
      return true
    }
    const line = (length: number, step: number): Float64Array => Float64Array.from({ length }, (_, k) => k * step)
    expect(isBlockFree(8, boxOf(line(8, 1), line(8, 1)), SIDE, isFree)).toBe(false)
    expect(isBlockFree(512, boxOf(line(512, 40), line(512, 40)), SIDE, isFree)).toBe(false)
    expect(isBlockFree(512, boxOf(line(512, 1).fill(NaN, 7), line(512, 0)), SIDE, isFree)).toBe(false)
    expect(isBlockFree(512, boxOf(line(512, 1).fill(Infinity, 7, 8), line(512, 0)), SIDE, isFree)).toBe(false)
    expect(asked).toBe(0)
    // So far out that squares cannot be counted any more, it still comes to an end.
    expect(isBlockFree(512, boxOf(line(512, 0).fill(1e30), line(512, 0).fill(1e30)), SIDE, isFree)).toBe(true)
    expect(asked).toBe(1)
  })
})
