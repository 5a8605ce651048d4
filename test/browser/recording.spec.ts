/** A run is put on record, saved, checked, and lived again on the screen. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openWorld, pressMenu, say, someone, untilReady } from './support.ts'

test('[WAY-40] a run is recorded, saved, and lived again to the same state; one’s own world waits as it was', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron')
  await pressMenu(page, 'Settings')
  await page.getByRole('tab', { name: 'World' }).press('Enter')
  await page.getByRole('button', { name: 'Begin to record' }).press('Enter')
  await expect(page.getByText('Recording. Settings, World, saves it.')).toHaveCount(1)
  const id = await someone(page)
  const reply = await say(page, id, 'I am Ada. What would you do if a wolf came?')
  await page.evaluate(() => window.percipi.setTimeScale(40))
  await expect.poll(() => page.evaluate(() => window.percipi.state().time.hour), { timeout: 30_000 }).toBeGreaterThan(8.5)
  await page.evaluate(() => window.percipi.setTimeScale(1))
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Stop and save' }).press('Enter')
  const path = await (await saving).path()
  const file = await readFile(path, 'utf8')
  expect(JSON.parse(file)).toMatchObject({ format: 'percipi-recording', seed: 'amber-heron' })
  expect(file).toContain(reply)

  // out of sight: the whole state, every thousand ticks
  const report = await page.evaluate((text) => window.percipi.checkRecording(new Blob([text])), file)
  expect(report).toMatchObject({ equal: true, firstDifference: null })
  expect(report.fingerprints).toBeGreaterThanOrEqual(1)

  // on the screen
  const before = await page.evaluate(() => window.percipi.state().time.worldSeconds)
  await page.locator('input[aria-label="A recording"]').setInputFiles({ name: 'recording.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(page.getByText('A recording, lived again')).toHaveCount(1)
  expect(await page.evaluate(() => window.percipi.state().time.worldSeconds)).toBeLessThan(before)
  await page.evaluate(() => window.percipi.setTimeScale(40))
  await expect(page.getByText('The recording is over.', { exact: false })).toBeVisible({ timeout: 40_000 })
  expect(await page.getByText('is not what was recorded', { exact: false }).count()).toBe(0)

  // a file that is none changes nothing
  await page.locator('input[aria-label="A recording"]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"percipi-recor') })
  await expect(page.getByText('cannot be read as a recording', { exact: false })).toBeVisible()

  await page.reload()
  await untilReady(page)
  expect(await page.evaluate(() => window.percipi.state().time.worldSeconds)).toBeGreaterThanOrEqual(before - 1)
})
