/** A screen that is wide and low, as phones on their side are. */
import { expect, test } from '@playwright/test'
import { openWorld, pressMenu } from './support.ts'

test('[UI-111] the menu of minds is within reach of a low screen', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await openWorld(page, 'seed=amber-heron&fresh=1')
  await page.evaluate(() => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1', model: 'nobody' }))
  await page.locator('.signs > button').click()
  const menu = page.getByRole('dialog', { name: 'Who thinks' })
  await expect(menu.getByRole('radio')).toHaveCount(2)
  const box = (await menu.boundingBox())!
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.y + box.height).toBeLessThanOrEqual(390)
  await menu.getByRole('button', { name: 'Change minds' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await pressMenu(page, 'Settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})
