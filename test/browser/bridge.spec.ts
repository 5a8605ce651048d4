/** A bridge under the player's feet, and the river's name on it. */
import { expect, test } from '@playwright/test'
import { collectErrors, openWorld } from './support.ts'

test('[WAY-22] a road leads over a bridge, dry, and one is told over which river', async ({ page }) => {
  const errors = collectErrors(page)
  await openWorld(page, 'seed=first-light&x=-2683.5&z=989.9&hour=10', { painted: true })
  await page.locator('canvas').focus()
  const told = await page.evaluate(() => window.percipi.describe(-2674.5, 986.2))
  expect(told.waterDepth).toBeGreaterThan(0)
  expect(told.lore.join(' ')).toMatch(/^.*The bridge here carries .+ over .+\./)
  await page.evaluate(() => window.percipi.look(-1.19, -0.1))
  const place = () => page.evaluate(() => window.percipi.state().player)
  const before = await place()
  await page.keyboard.down('KeyW')
  await expect.poll(async () => (await place()).x - before.x, { timeout: 60_000 }).toBeGreaterThan(10)
  const over = await place()
  await page.keyboard.up('KeyW')
  // Level with where one came from, not down in the bed.
  expect(Math.abs(over.y - before.y)).toBeLessThan(1.2)
  expect(errors).toEqual([])
})
