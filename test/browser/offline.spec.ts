/** A page that was open once, without a connection, and after it was renewed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { serveFolder } from '../../scripts/steps/static-server.mjs'
import { discardPixels } from '../support/discard-pixels.ts'
import { collectErrors, endTalk, openWorld, say, someone, untilReady } from './support.ts'

const KEPT_MS = 40_000

/** Longer than the page waits after its first picture before it keeps itself. */
const AFTER_BEGINNING_MS = 11_000

/** Waits until everything is kept; the time until that begins is passed over, in a page whose clock can be. */
async function untilKept(page: Page): Promise<void> {
  await page.clock.fastForward(AFTER_BEGINNING_MS)
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'), { timeout: KEPT_MS }).toBe(true)
}

/** The page with every part under another name, as a build of another day has them; the old names are gone. */
function renew(folder: string): void {
  const assets = join(folder, 'assets')
  const names = readdirSync(assets)
  const renamed = new Map(names.map((name) => [name, name.replace(/-([\w-]{8})\./, (_, hash: string) => `-${[...hash].reverse().join('')}.`)]))
  const told = (text: string): string => text.replace(/[\w.-]+-[\w-]{8}\.\w+/g, (name) => renamed.get(name) ?? name)
  for (const name of names) {
    const path = join(assets, name)
    const content = /\.(?:js|css)$/.test(name) ? told(readFileSync(path, 'utf8')) : readFileSync(path)
    rmSync(path)
    writeFileSync(join(assets, renamed.get(name)!), content)
  }
  for (const name of ['index.html', 'offline.js']) writeFileSync(join(folder, name), told(readFileSync(join(folder, name), 'utf8')).replace(/'percipi-\w+'/, "'percipi-renewed'"))
}

test('[UI-137] without a connection the page opens again, people talk and every sheet is there', async ({ browser }) => {
  test.slow()
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  const page = await context.newPage()
  await page.clock.install()
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  await untilKept(page)
  await context.setOffline(true)
  await page.reload()
  await untilReady(page)
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
  await endTalk(page)
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'The ladder of speeds' })).toContainText('tokens a second')
  await context.close()
})

test('[UI-137] a newer version is told; the tab that was open keeps its parts, and one press reads the new one with the world as it was', async ({ browser }) => {
  test.slow()
  const folder = mkdtempSync(join(tmpdir(), 'percipi-'))
  cpSync('dist', folder, { recursive: true })
  const { server, url } = await serveFolder(folder, { port: 4790, base: '/world/' })
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  try {
    const page = await context.newPage()
    await page.clock.install()
    const scriptOf = (): Promise<string> => page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')!.src)
    await page.addInitScript(discardPixels)
    await page.goto(`${url}?quality=low&seed=amber-heron`)
    await untilReady(page)
    const id = await someone(page)
    await say(page, id, 'My name is Ada.')
    await untilKept(page)
    const before = await scriptOf()
    // while the page is read anew nothing can be asked of it
    const scriptNow = (): Promise<string> => scriptOf().catch(() => before)
    renew(folder)
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const notice = page.getByRole('log', { name: 'Notices' }).getByRole('listitem').filter({ hasText: 'A newer version of Percipi is ready' })
    await expect(notice).toBeVisible()
    // never read before, and gone from the server
    await endTalk(page)
    await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'The ladder of speeds' })).toContainText('tokens a second')
    await page.keyboard.press('Escape')
    await notice.getByRole('button', { name: 'Reload' }).press('Enter')
    await expect.poll(scriptNow).not.toBe(before)
    await untilReady(page)
    expect(await say(page, id, 'What is my name?')).toContain('Ada')
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: KEPT_MS }).toEqual(['percipi-renewed'])
    await context.setOffline(true)
    await page.reload()
    await untilReady(page)
    expect(await scriptOf()).not.toBe(before)
  } finally {
    await context.close()
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  }
})

test('[SES-42] a browser that keeps no pages says nothing and loses nothing', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  await context.addInitScript(() => {
    const attempts: string[] = []
    Object.assign(globalThis, { attempts })
    ServiceWorkerContainer.prototype.register = (script) => {
      attempts.push(String(script))
      return Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
    }
  })
  const page = await context.newPage()
  const errors = collectErrors(page)
  await page.clock.install()
  await openWorld(page, 'seed=amber-heron')
  await page.clock.fastForward(AFTER_BEGINNING_MS)
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { attempts: string[] }).attempts.length), { timeout: KEPT_MS }).toBe(1)
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
  await expect(page.getByRole('log', { name: 'Notices' }).getByRole('listitem')).toHaveCount(0)
  expect(errors).toEqual([])
  await context.close()
})
