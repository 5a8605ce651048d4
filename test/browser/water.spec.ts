/** What shaders of water compute, asked of the shaders themselves. */
import { expect, test } from '@playwright/test'
import { fieldFunctions } from '../../src/view/scene/scatter/ground-field.ts'
import { rainRings } from '../../src/view/scene/water/rain-rings.ts'
import { along } from './shader-row.ts'

test('[LOOK-6] outward from the eye what is known of the depth of water changes without a step', async ({ page }) => {
  // squares that know quite different depths, as a coarse one does of a shore; the way out is followed evenly in its logarithm, from 30 m to 8 km
  const way = { functions: fieldFunctions, count: 800, textures: { uFieldDepth0: -10, uFieldDepth1: -30, uFieldDepth2: -50 }, numbers: { uField0: [0, 0, 1 / 2, 122], uField1: [0, 0, 1 / 12, 732], uField2: [0, 0, 1 / 96, 5856], uFieldMiddle: [0, 0] } }
  const depths = await along(page, { ...way, value: 'mix(25.0, -fieldDepth(vec2(30.0 * exp(at * 5.586), 0.0)).x, fieldDepth(vec2(30.0 * exp(at * 5.586), 0.0)).y)' })
  expect(depths[0]).toBeCloseTo(10, 1)
  expect(Math.max(...depths)).toBeCloseTo(50, 1)
  expect(depths.at(-1)).toBeCloseTo(25, 1)
  expect(Math.max(...depths.slice(1).map((depth, i) => Math.abs(depth - depths[i]!)))).toBeLessThan(1)
})

test('[LOOK-7] rain makes rings on water, more the harder it falls, none while it is dry and none far off', async ({ page }) => {
  const crests = async (rain: number, meters: number): Promise<number> => {
    const row = await along(page, { functions: rainRings, value: `rainRings(vec2(at * 60.0, 3.0), ${meters.toFixed(1)}).z`, count: 2048, numbers: { uSeconds: [12.3], uRain: [rain] } })
    return row.reduce((sum, crest) => sum + crest, 0) / row.length
  }
  const [dry, drizzle, pouring, far] = [await crests(0, 4), await crests(0.25, 4), await crests(1, 4), await crests(1, 60)]
  expect(dry).toBe(0)
  expect(far).toBe(0)
  expect(drizzle).toBeGreaterThan(0)
  expect(pouring).toBeGreaterThan(drizzle * 1.5)
})
