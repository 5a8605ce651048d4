/** What sheets leave of the screen. */
import { describe, expect, it } from 'vitest'
import { freeMiddle } from '#view/hud/covers.ts'

describe('covers', () => {
  it('[UI-124] the middle of what a talk and a panel leave free is found on wide and on tall screens', () => {
    const wide = { width: 1280, height: 720 }
    const talk = { left: 16, top: 210, right: 416, bottom: 704 }
    const panel = { left: 854, top: 76, right: 1264, bottom: 704 }
    expect(freeMiddle(wide, talk, null)).toEqual({ x: 848 / 1280, y: 0.5 })
    expect(freeMiddle(wide, talk, panel)).toEqual({ x: 635 / 1280, y: 0.5 })
    // where the talk gives way to the panel
    expect(freeMiddle({ width: 820, height: 1180 }, null, { left: 394, top: 76, right: 804, bottom: 1164 }).x).toBeCloseTo(197 / 820)
    const tall = { width: 390, height: 844 }
    const sheet = { left: 0, top: 390, right: 390, bottom: 844 }
    expect(freeMiddle(tall, sheet, null)).toEqual({ x: 0.5, y: (0.72 * 390) / 844 })
    // an on-screen keyboard leaves little
    expect(freeMiddle(tall, { ...sheet, top: 90 }, null).y).toBe(0.28)
  })
})
