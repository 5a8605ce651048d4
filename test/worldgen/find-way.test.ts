/** The search for ways over a made-up country, against the slowest search there is. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRng, nextFloat } from '#core/rng.ts'
import { findWay, type WaySurvey } from '#worldgen/roads/find-way.ts'

const STEP = 64
const BLOCK = 8
/** To the eight neighbours, and the eight knight's moves between them. */
const MOVES = [[1, 0], [0, 1], [-1, 0], [0, -1], [1, 1], [-1, 1], [-1, -1], [1, -1], [2, 1], [1, 2], [-1, 2], [-2, 1], [-2, -1], [-1, -2], [1, -2], [2, -1]] as const

type Country = { height(i: number, j: number): number; hindrance(i: number, j: number): number }

/** Hills and hindrances by dice. */
function createCountry(seed: number): Country {
  const dice = (i: number, j: number, layer: number): number => nextFloat(createRng(seed * 7919 + i * 1_000_003 + j * 101 + layer * 13))
  return { height: (i, j) => 20 + dice(i, j, 1) * 12, hindrance: (i, j) => (dice(i, j, 2) < 0.2 ? 90 : 0) }
}

function surveyOf({ height, hindrance }: Country): WaySurvey {
  return {
    blockOf(blockX, blockZ) {
      const at = (k: number): [number, number] => [blockX * BLOCK + (k % BLOCK), blockZ * BLOCK + Math.floor(k / BLOCK)]
      return { heights: Float64Array.from({ length: BLOCK * BLOCK }, (_, k) => height(...at(k))), hindrances: Float64Array.from({ length: BLOCK * BLOCK }, (_, k) => hindrance(...at(k))) }
    },
  }
}

/** Effort of one move, what the place it leads to costs included. */
function effortOf({ height, hindrance }: Country, from: readonly [number, number], to: readonly [number, number]): number {
  const run = STEP * Math.hypot(to[0] - from[0], to[1] - from[1])
  const grade = Math.abs(height(...to) - height(...from)) / run / 0.05
  return run * (1 + grade * grade) + hindrance(...to)
}

it('[WG-85] a way is one of least effort, keeps to its room and off the places that roads leave free', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 6, max: 16 }), fc.integer({ min: -8, max: 8 }), (seed, acrossX, acrossZ) => {
      const country = createCountry(seed)
      const ends = { fromX: 64, fromZ: -64, toX: 64 + acrossX * STEP, toZ: -64 + acrossZ * STEP }
      const start = [1, -1] as const
      const goal = [1 + acrossX, -1 + acrossZ] as const
      const length = Math.hypot(acrossX, acrossZ) * STEP
      const room = length * 0.22 + 220
      const isOpen = (i: number, j: number): boolean => {
        if (i === goal[0] && j === goal[1]) return true
        const ax = i * STEP - ends.fromX
        const az = j * STEP - ends.fromZ
        const along = (ax * acrossX + az * acrossZ) * STEP / length
        const across = (ax * acrossZ - az * acrossX) * STEP / length
        return (i % 2 !== 0 || j % 2 !== 0) && Math.abs(across) <= room && along >= -room && along <= length + room
      }
      // every place again and again until nothing gets better (Bellman and Ford)
      const least = new Map<string, { at: readonly [number, number]; effort: number }>([[start.join(), { at: start, effort: 0 }]])
      for (let isBetter = true; isBetter; ) {
        isBetter = false
        for (const { at, effort } of least.values()) {
          for (const [di, dj] of MOVES) {
            const next = [at[0] + di, at[1] + dj] as const
            if (!isOpen(...next)) continue
            const total = effort + effortOf(country, at, next)
            if (total >= (least.get(next.join())?.effort ?? Infinity) - 1e-9) continue
            least.set(next.join(), { at: next, effort: total })
            isBetter = true
          }
        }
      }
      const way = findWay(surveyOf(country), ends, [])
      const places: Array<readonly [number, number]> = [start]
      for (let p = 0; p < way.length; p += 3) {
        places.push([way[p]! / STEP, way[p + 1]! / STEP])
        expect(isOpen(way[p]! / STEP, way[p + 1]! / STEP)).toBe(true)
        expect(way[p + 2]).toBe(country.height(way[p]! / STEP, way[p + 1]! / STEP))
      }
      places.push(goal)
      const effort = places.slice(1).reduce((sum, place, n) => sum + effortOf(country, places[n]!, place), 0)
      expect(effort).toBeCloseTo(least.get(goal.join())!.effort, 6)
    }),
    { numRuns: 15 },
  )
})

it('[WG-85] a way passes by what it is to shun, where it can', () => {
  const flat: Country = { height: () => 20, hindrance: () => 0 }
  const ends = { fromX: 64, fromZ: 64, toX: 64 + 20 * STEP, toZ: 64 }
  const straight = findWay(surveyOf(flat), ends, [])
  const middle = Math.floor(straight.length / 6) * 3
  const shunned = [straight[middle]!, straight[middle + 1]!]
  const round = findWay(surveyOf(flat), ends, shunned)
  for (let p = 0; p < round.length; p += 3) expect(Math.hypot(round[p]! - shunned[0]!, round[p + 1]! - shunned[1]!)).toBeGreaterThan(84)
})
