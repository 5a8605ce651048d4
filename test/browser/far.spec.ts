/** What is far, asked of its shaders: where the land ends in rain, and woods beyond the last single trees. */
import { expect, test, type Page } from '@playwright/test'
import { airDeclarations, lightFunctions } from '../../src/view/materials/air.ts'
import { lowSkyFunctions } from '../../src/view/scene/sky/sky-shader.ts'
import { farWoods } from '../../src/view/scene/terrain/ground-paint.ts'
import { along } from './shader-row.ts'

/** Asks over elevations from the horizon to straight above, `at` as their sine, under a fall of so much (uMist.z) and a thunderstorm of so much. */
async function upwards(page: Page, value: string, fall: number, gloom = 0): Promise<number[]> {
  const numbers = { uHorizon: [0.5, 0.52, 0.54], uZenith: [0.3, 0.33, 0.38], uSkyFill: [0.45, 0.47, 0.5], uGlow: [1, 0.9, 0.8, 0], uMist: [0, 0, fall, gloom], uFogMeters: [1200], uSunDirection: [0, 1, 0] }
  return along(page, { uniforms: airDeclarations, functions: `${lightFunctions}${lowSkyFunctions} vec3 way(float up) { return vec3(sqrt(1.0 - up * up), up, 0.0); }`, value, count: 100, numbers })
}

test('[LOOK-8] what falls closes the low sky as it closes the land: no clouds are left behind mountains, which end in the colour of the sky there', async ({ page }) => {
  const clouds = 'closeLowSky(vec3(1.0), way(at)).g - closeLowSky(vec3(0.0), way(at)).g'
  const land = 'closeLowSky(vec3(1.0), way(at)).g - airBefore(way(at) * 9000.0, vec3(0.0)).g'
  expect(Math.min(...(await upwards(page, clouds, 0)))).toBeCloseTo(1)
  for (const gloom of [0, 1]) {
    const rain = await upwards(page, clouds, gloom > 0 ? 0.05 : 0.12, gloom)
    expect(Math.max(...rain.slice(0, 8))).toBeLessThan(0.35 * gloom + 0.1)
    // overhead it is as it was
    expect(Math.min(...rain.slice(70))).toBeGreaterThan(0.8)
  }
  expect(Math.max(...(await upwards(page, land, 0.12)).slice(0, 9).map(Math.abs))).toBeLessThan(0.06)
})

test('[LOOK-9] beyond the last single trees the land wears crowns, closed on the floor of woods and scattered on open green; none on sand, and none nearby', async ({ page }) => {
  /** Share of a row of ground, of whose dabs every lightness is met once, that is darker than its soil by a quarter, at so many metres. */
  const darkened = async (soil: string, meters: number): Promise<number> => {
    const functions = `float seen(float dabs) { float meters = ${meters.toFixed(1)}; float uFogMeters = 1900.0; float grass = 1.0; float snow = 0.0; vec4 broad = vec4(dabs); vec3 soil = ${soil}; ${farWoods} return soil.g; }`
    const row = await along(page, { functions, value: `seen(at) / ${soil}.g`, count: 200 })
    return row.filter((left) => left < 0.75).length / row.length
  }
  const [floor, meadow, sand] = ['vec3(0.08, 0.16, 0.06)', 'vec3(0.23, 0.33, 0.08)', 'vec3(0.7, 0.55, 0.3)']
  expect(await darkened(floor, 400)).toBe(0)
  expect(await darkened(floor, 2_000)).toBeGreaterThan(0.4)
  expect(await darkened(meadow, 400)).toBe(0)
  const scattered = await darkened(meadow, 2_000)
  expect(scattered).toBeGreaterThan(0.05)
  expect(scattered).toBeLessThan(0.35)
  expect(await darkened(sand, 2_000)).toBe(0)
})
