/** Air around the viewer: where mist gathers, and the light of a thunderstorm. */
import { describe, expect, it } from 'vitest'
import type { Color } from 'three'
import { createHourLight, lightAt } from '#view/scene/sky/light-by-hour.ts'
import { createLowGround } from '#view/scene/sky/low-ground.ts'

/** A slope that falls by a tenth towards +x. */
function slope(): { heightAt(x: number, z: number): number; asked: number } {
  return {
    asked: 0,
    heightAt(x) {
      this.asked++
      return 500 - x * 0.1
    },
  }
}

const brightness = ({ r, g, b }: Color): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

describe('air', () => {
  it('[LIFE-15] mist lies in the lowest ground around, which is known at once after an arrival and looked for one way at a time else', () => {
    const lowGround = createLowGround()
    const land = slope()
    // 704 m to the east is looked at where far levels look, on a lattice of 128 m: at 768 m, and from 1,000 m on at 1,664 m
    expect(lowGround(land, { x: 1, z: 0 }, true)).toBeCloseTo(423.2)
    land.asked = 0
    lowGround(land, { x: 1, z: 0 }, false)
    expect(land.asked).toBe(2)
    for (let picture = 0; picture < 16; picture++) lowGround(land, { x: 1_000, z: 0 }, false)
    expect(lowGround(land, { x: 1_000, z: 0 }, false)).toBeCloseTo(333.6)
  })

  it('[LIFE-16] a thunderstorm is darker than rain, and darker overhead than along the horizon', () => {
    const rain = createHourLight()
    const storm = createHourLight()
    lightAt(14, 3, { cloud: 1, rain: 0.9, mist: 0.2, gloom: 0 }, rain)
    lightAt(14, 3, { cloud: 1, rain: 0.9, mist: 0.2, gloom: 0.9 }, storm)
    for (const part of ['zenith', 'horizon', 'skyFill'] as const) expect(brightness(storm[part])).toBeLessThan(brightness(rain[part]))
    const lowShare = (light: typeof storm): number => brightness(light.horizon) / brightness(light.zenith)
    expect(lowShare(storm)).toBeGreaterThan(1.2 * lowShare(rain))
  })

  it('[LIFE-23] the land under a thunderstorm is not as dark as its sky: gaps light it, by day more than a closed sky does', () => {
    const rain = createHourLight()
    const storm = createHourLight()
    for (const hour of [9, 14, 17]) {
      lightAt(hour, 3, { cloud: 1, rain: 0.9, mist: 0.2, gloom: 0 }, rain)
      lightAt(hour, 3, { cloud: 1, rain: 0.9, mist: 0.2, gloom: 0.9 }, storm)
      expect(brightness(storm.sunColor)).toBeGreaterThan(1.5 * brightness(rain.sunColor))
      expect(brightness(storm.skyFill)).toBeGreaterThan(8 * brightness(storm.zenith))
      expect(brightness(storm.horizon)).toBeGreaterThan(6 * brightness(storm.zenith))
    }
  })
})
