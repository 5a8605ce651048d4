/** The ladder of speeds: opened with the keyboard, a rung tried while people talk, and given back. */
import { expect, test } from '@playwright/test'
import { endTalk, openWorld, pressMenu, someone, tooWide, violations } from './support.ts'

test('[WAY-41] a rung is tried from the ladder while people talk, says whose words it has, and one press gives back what was before', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openWorld(page, 'seed=amber-heron&fresh=1')
  const id = await someone(page)
  const answer = (words: string) => page.evaluate(([who, said]) => window.percipi.say(who, said), [id, words] as const)
  expect((await answer('Good day. What is your trade?')).source).toBe('builtin')
  await endTalk(page)
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'The ladder of speeds' })
  await expect(panel.getByRole('listitem').filter({ hasText: 'tokens a second' })).toHaveCount(4)
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Try 20,000 tokens a second' }).press('Enter')
  await expect(panel.getByText('no model thinks here', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'words by rules' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  // the picture follows with its next frame
  await expect.poll(() => tooWide(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 720 })
  const tried = await answer('What are you doing today?')
  expect(tried.source).toBe('model')
  expect(await page.evaluate(() => window.percipi.state().model)).toMatchObject({ provider: 'rules at speed', failures: 0 })
  expect(await page.evaluate(() => localStorage.getItem('percipi.settings') ?? JSON.stringify(localStorage))).not.toContain('rules-at-speed')
  await endTalk(page)
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'words by rules' }).press('Enter')
  await panel.getByRole('button', { name: 'Back to the built-in mind' }).press('Enter')
  await expect(page.getByRole('button', { name: 'words by rules' })).toHaveCount(0)
  expect((await answer('And tomorrow?')).source).toBe('builtin')
})

test('[WAY-42] chaos on purpose is seen, people go on answering, and turned off it is gone', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openWorld(page, 'seed=amber-heron&fresh=1')
  const id = await someone(page)
  await pressMenu(page, 'Settings')
  await page.getByRole('checkbox', { name: 'Chaos' }).press('Space')
  await expect(page.getByRole('button', { name: /Chaos on purpose: 30 %/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.percipi.setChaos({ share: 1, kinds: ['refuse', 'drop', 'garbage'] }))
  await expect(page.getByRole('button', { name: /Chaos on purpose: 100 %/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  await page.getByRole('button', { name: 'Try 1,000 tokens a second' }).press('Enter')
  for (const words of ['Good day.', 'What is your trade?', 'Any news?']) {
    const { reply, source } = await page.evaluate(([who, said]) => window.percipi.say(who, said), [id, words] as const)
    expect(reply.length).toBeGreaterThan(2)
    expect(source).not.toBe('model')
  }
  await page.evaluate(() => window.percipi.setChaos(null))
  await expect(page.getByRole('button', { name: /Chaos on purpose/ })).toHaveCount(0)
})
