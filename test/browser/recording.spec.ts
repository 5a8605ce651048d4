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

test('[WAY-43] a recording answers in place of the model that was recorded', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openWorld(page, 'seed=amber-heron&fresh=1')
  const id = await someone(page)
  await page.evaluate(() => window.percipi.record())
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  await page.getByRole('button', { name: 'Try 20,000 tokens a second' }).press('Enter')
  expect(await say(page, id, 'What is your trade?')).not.toBe('')
  const file = await page.evaluate(async () => (await window.percipi.stopRecording()).text())
  const { modelCalls } = JSON.parse(file) as { modelCalls: Array<{ text: string; appliedTick: number | null }> }
  expect(modelCalls.some(({ appliedTick }) => appliedTick !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /words by rules/ }).press('Enter')
  await page.getByRole('button', { name: /Back to/ }).press('Enter')
  expect(await page.evaluate((text) => window.percipi.answerFrom(new Blob([text])), file)).toBe(modelCalls.length)
  await expect(page.getByRole('button', { name: 'A recording answers' })).toHaveCount(1)
  expect(await page.evaluate(() => window.percipi.state().model.provider)).toBe('recorded')
  const { reply, source } = await page.evaluate((who) => window.percipi.say(who, 'And what is your trade?'), id)
  expect(source).toBe('model')
  expect(modelCalls.some(({ text }) => text.includes(reply))).toBe(true)
  await expect(page.evaluate(() => window.percipi.answerFrom(new Blob(['{']))).then(() => '', (error: unknown) => String(error))).resolves.toContain('cannot be read as a recording')
  await page.evaluate(() => window.percipi.answerFrom(null))
  await expect(page.getByRole('button', { name: 'A recording answers' })).toHaveCount(0)
})
