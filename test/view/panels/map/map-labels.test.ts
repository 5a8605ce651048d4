/** Names on the map stand clear of signs and of each other. */
import { describe, expect, it } from 'vitest'
import { isOver, placeName } from '#view/panels/map/map-labels.ts'

describe('names on the map', () => {
  const village = { x: 300, y: 200, words: 50, size: 16 }
  const sign = (x: number, y: number) => ({ x: x - 8, y: y - 8, width: 16, height: 16 })

  it('[UI-125] stand under their sign, over it or beside it, wherever nothing else is', () => {
    const under = placeName(village, [], false)!
    expect(under.y).toBeGreaterThan(village.y)
    const below = sign(300, 218)
    const over = placeName(village, [below], false)!
    expect(over.y + over.height).toBeLessThan(village.y)
    const player = sign(292, 182)
    const beside = placeName(village, [below, player], false)!
    expect(beside.x).toBeGreaterThan(village.x)
    for (const box of [over, beside]) expect(isOver(box, below)).toBe(false)
    expect(isOver(beside, player)).toBe(false)
    const walls = [below, player, sign(320, 200), sign(280, 200)]
    expect(placeName(village, walls, false)).toBeNull()
    expect(placeName(village, walls, true)).toEqual(under)
  })
})
