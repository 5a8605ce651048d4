/** Signing in at a service from the settings, there and back; against a double of the service. */
import { expect, test } from '@playwright/test'
import { openWorld, pressMenu, untilReady } from './support.ts'

test('[UI-98] signing in leaves for the service and comes back to the world with a key that nobody sees', async ({ page }) => {
  const exchanged: string[] = []
  await page.route('https://openrouter.ai/auth?**', async (route) => {
    const back = new URL(new URL(route.request().url()).searchParams.get('callback_url') ?? '')
    back.searchParams.set('code', 'planted-code')
    await route.fulfill({ status: 302, headers: { location: back.href } })
  })
  await page.route('https://openrouter.ai/api/v1/auth/keys', async (route) => {
    exchanged.push(route.request().postData() ?? '')
    await route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }, body: JSON.stringify({ key: 'sk-or-planted-key' }) })
  })
  await openWorld(page, 'seed=amber-heron')
  await pressMenu(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'A model of yours' }).click()
  await settings.getByLabel('Server').selectOption({ label: 'OpenRouter' })
  await settings.getByRole('combobox', { name: 'Model' }).fill('some/model')
  await settings.getByRole('button', { name: 'Sign in at OpenRouter' }).click()
  // the page that was left has such an address, too
  await expect.poll(() => exchanged.length).toBe(1)
  await page.waitForURL((url) => url.hostname === 'localhost' && !url.searchParams.has('code'))
  await untilReady(page)
  await expect(settings.getByRole('radio', { name: /^OpenRouter/ })).toBeChecked({ timeout: 30_000 })
  await expect(page.getByText('You are signed in at OpenRouter.', { exact: false })).toHaveCount(1)
  expect(new URL(page.url()).search).toBe('?quality=low&seed=amber-heron')
  expect(exchanged).toHaveLength(1)
  expect(exchanged[0]).toMatch(/"code":"planted-code","code_verifier":"[\w-]{43}"/)
  const seen = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage }) + location.href)
  expect(seen).not.toMatch(/sk-or-planted-key|planted-code/)
  expect(await page.evaluate(() => sessionStorage.getItem('percipi.sign-in'))).toBeNull()
})
