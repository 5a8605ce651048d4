/** The year of plants: gradual, back to its beginning, and only where there is a winter. */
import { describe, expect, it } from 'vitest'
import { yearShareOf } from '#simulation/clock.ts'
import { groundTintAt, leavesAt, turnOf, YEARS } from '#view/scene/scatter/season.ts'

const DAY = 1 / 48
const BYTES = Array.from({ length: 256 }, (_, byte) => byte)

describe('season', () => {
  it('[LIFE-10] deciduous plants are green in summer, turn in autumn, stand bare in winter and bud before spring', () => {
    expect(leavesAt(0)).toEqual({ leafed: 1, autumn: 0, fresh: 1, bloom: 1 })
    expect(leavesAt(0.4)).toEqual({ leafed: 1, autumn: 0, fresh: 0, bloom: 0 })
    expect(leavesAt(0.67)).toMatchObject({ leafed: 1, autumn: 1 })
    expect(leavesAt(0.85).leafed).toBe(0)
    expect(leavesAt(0.97).leafed).toBeGreaterThan(0.3)
  })

  it('[LIFE-11] nothing about leaves that can be seen changes by more than a quarter in a tenth of a day, around the turn of the year too', () => {
    for (let day = 0; day < 48; day += 0.1) {
      const before = leavesAt(day * DAY)
      const after = leavesAt((day + 0.1) * DAY)
      expect(Math.abs(after.leafed - before.leafed)).toBeLessThan(0.25)
      // without leaves their colour is not seen
      if (before.leafed === 0) continue
      expect(Math.abs(after.autumn - before.autumn)).toBeLessThan(0.25)
      expect(Math.abs(after.fresh - before.fresh)).toBeLessThan(0.25)
      expect(Math.abs(after.bloom - before.bloom)).toBeLessThan(0.25)
    }
  })

  it('[LIFE-12] evergreens never turn, nothing turns in the tropics, and where it is temperate all that can does, not all at once', () => {
    for (const byte of BYTES) {
      expect(turnOf('evergreen', byte, 0.3)).toBe(0)
      for (const kind of YEARS) expect(turnOf(kind, byte, 0.86)).toBe(0)
    }
    const turns = BYTES.map((byte) => turnOf('red', byte, 0.5))
    expect(turns.every((turn) => Math.floor(turn) % 8 === YEARS.indexOf('red'))).toBe(true)
    expect(new Set(turns.map((turn) => Math.floor((turn % 1) * 10))).size).toBe(10)
    const blooming = turns.filter((turn) => turn >= 8).length / BYTES.length
    expect(blooming).toBeGreaterThan(0.08)
    expect(blooming).toBeLessThan(0.16)
  })

  it('[LIFE-13] grassy ground follows the year without a step, and not at all in the tropics', () => {
    const at = (year: number, warmth: number): number[] => {
      let tint: number[] = []
      groundTintAt(year, warmth, { set: (...factors) => { tint = factors } })
      return tint
    }
    for (let day = 0; day < 48; day += 0.25) at(day * DAY, 0.5).forEach((factor, i) => expect(Math.abs(factor - at((day + 0.25) * DAY, 0.5)[i]!)).toBeLessThan(0.02))
    const [autumnRed, , autumnBlue] = at(0.625, 0.5)
    expect(autumnRed! / autumnBlue!).toBeGreaterThan(1.3)
    const [winterRed, winterGreen, winterBlue] = at(0.81, 0.5)
    expect(winterRed! / winterGreen!, 'brown').toBeGreaterThan(1.3)
    expect(winterRed! + winterGreen! + winterBlue!, 'pale').toBeGreaterThan(3.4)
    const [springRed, springGreen] = at(0.03, 0.5)
    expect(springGreen! / springRed!, 'fresh').toBeGreaterThan(1.2)
    expect(at(1.03, 0.5)).toEqual(at(0.03, 0.5).map((factor) => expect.closeTo(factor, 6)))
    expect(at(0.625, 0.86)).toEqual([1, 1, 1])
  })

  it('[LIFE-14] the year begins with spring and goes round', () => {
    expect(yearShareOf(0)).toBe(0)
    expect(yearShareOf(86_400 * 12)).toBe(0.25)
    expect(yearShareOf(86_400 * 48)).toBe(0)
  })
})
