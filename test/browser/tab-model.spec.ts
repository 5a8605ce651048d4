/** A model file run in this tab: kept from a file or an address, loaded, spoken through, deleted; a real one with random weights that the test writes itself. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { tinyGguf } from '#test/support/tiny-gguf.ts'
import { collectErrors, endTalk, openWorld, pressMenu, say, someone } from './support.ts'

const MODEL = Buffer.from(tinyGguf())
let server: Server
let url = ''
/** Sends the rest of a file that stopped half way. */
let goOn = (): void => undefined

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/closed.gguf') response.setHeader('access-control-allow-origin', '*')
    if (path === '/page.gguf') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>')
    if (path === '/missing.gguf') return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': MODEL.length })
    if (request.method === 'HEAD') return void response.end()
    if (path === '/slow.gguf') return sendHalf(response)
    response.end(MODEL)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => void server.closeAllConnections())

function sendHalf(response: ServerResponse): void {
  response.write(MODEL.subarray(0, MODEL.length / 2))
  goOn = () => response.end(MODEL.subarray(MODEL.length / 2))
}

async function openFiles(page: Page) {
  await pressMenu(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: /^(A model of yours|Another model)$/ }).click()
  await settings.getByLabel('Server').selectOption({ label: 'A model file, run in this tab' })
  await expect(settings.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  return settings
}

test('[UI-114] a model file is weighed, kept, tested, spoken through, kept over a reload and deleted, without a call to anywhere', async ({ page }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('http://localhost') && !/^(blob|data):/.test(request.url())) foreign.push(request.url())
  })
  const errors = collectErrors(page)
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  let settings = await openFiles(page)
  await settings.getByLabel('A model file').setInputFiles({ name: 'notes.gguf', mimeType: 'application/octet-stream', buffer: Buffer.from('these are my notes') })
  await expect(settings.getByRole('alert')).toContainText('not a GGUF file')
  await settings.getByLabel('A model file').setInputFiles({ name: 'tiny-00001-of-00002.gguf', mimeType: 'application/octet-stream', buffer: MODEL })
  await expect(settings.getByRole('alert')).toContainText('one of 2 parts')
  await settings.getByLabel('A model file').setInputFiles({ name: 'tiny.gguf', mimeType: 'application/octet-stream', buffer: MODEL })
  const offer = settings.getByRole('group', { name: 'The file you chose' })
  await expect(offer).toContainText(/tiny\.gguf · \d+ kB, Tiny random, trained for 4,096 tokens in view/)
  await expect(offer).toContainText('of memory while it thinks')
  await offer.getByRole('button', { name: 'Keep it in this browser' }).click()
  await expect(settings.getByRole('radio', { name: /tiny\.gguf/ })).toBeChecked()
  await settings.getByRole('button', { name: 'Load it now' }).click()
  await expect(settings.getByText(/“tiny\.gguf” is in memory/)).toBeVisible({ timeout: 40_000 })
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.locator('.verdict')).toContainText('in this tab answers', { timeout: 40_000 })
  for (const step of ['File is in this browser', 'It loads', 'Model answers', 'Words stream', 'Speed', 'What else it can']) await expect(settings.locator('.profile-editor').getByText(step, { exact: true })).toBeVisible()
  await expect(settings.getByText(/keeps to a given JSON shape/)).toBeVisible()
  await settings.getByRole('button', { name: 'Use this mind' }).click()
  await settings.getByRole('button', { name: 'Close', exact: true }).first().click()
  // random words are no answer: in time somebody says something all the same
  expect((await say(page, id, 'What do you see?')).length).toBeGreaterThan(2)
  await expect.poll(() => page.evaluate(() => window.percipi.state().model.calls)).toBeGreaterThan(0)
  const model = await page.evaluate(() => window.percipi.state().model)
  expect(model.provider).toBe('tab')
  await endTalk(page)

  await page.reload()
  await page.waitForFunction(() => 'percipi' in window)
  await page.evaluate(() => window.percipi.ready)
  expect(page.workers().some((worker) => worker.url().includes('tab-model'))).toBe(false)
  await expect.poll(() => page.evaluate(() => window.percipi.state().model.provider)).toBe('tab')
  expect((await say(page, await someone(page), 'Good day.')).length).toBeGreaterThan(2)
  await expect.poll(() => page.evaluate(() => window.percipi.state().model.tokensOut)).toBeGreaterThan(0)
  await endTalk(page)

  settings = page.getByRole('dialog', { name: 'Settings' })
  await pressMenu(page, 'Settings')
  await settings.getByRole('button', { name: 'Change tiny' }).click()
  await settings.getByRole('button', { name: 'Delete file' }).click()
  await settings.getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(settings.getByRole('radio', { name: /tiny\.gguf/ })).toHaveCount(1)
  await settings.getByRole('button', { name: 'Discard' }).click()
  await settings.getByRole('button', { name: 'Change tiny' }).click()
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.locator('.verdict')).toContainText('is not in this browser any more')
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
})

test('[UI-115] a model at an address shows its size first, its progress while it comes, and can be stopped; what goes wrong is told', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron')
  const settings = await openFiles(page)
  const address = settings.getByLabel('Address of a file')
  const problem = settings.getByRole('alert')
  for (const [path, words] of [['/missing.gguf', 'no such file'], ['/page.gguf', 'a web page, not a model'], ['/closed.gguf', 'does not let pages read'], ['/part-00002-of-00003.gguf', 'one of 3 parts']] as const) {
    await address.fill(`${url}${path}`)
    await settings.getByRole('button', { name: 'Look at it' }).click()
    await expect(problem).toContainText(words)
  }
  await address.fill(`${url}/slow.gguf`)
  await settings.getByRole('button', { name: 'Look at it' }).click()
  const offer = settings.getByRole('group', { name: 'The file you chose' })
  await expect(offer).toContainText(/slow\.gguf · \d+ kB/)
  await offer.getByRole('button', { name: 'Fetch it' }).click()
  await expect(settings.getByRole('meter', { name: 'Being kept' })).toHaveAttribute('aria-valuenow', '0.5')
  await settings.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(settings.getByRole('meter')).toHaveCount(0)
  await expect(settings.getByRole('radio', { name: /slow\.gguf/ })).toHaveCount(0)
  await offer.getByRole('button', { name: 'Fetch it' }).click()
  await expect(settings.getByRole('meter', { name: 'Being kept' })).toHaveAttribute('aria-valuenow', '0.5')
  goOn()
  await expect(settings.getByRole('radio', { name: /slow\.gguf/ })).toBeChecked()
})

test('[MOD-190] where what shows model files cannot be read, that is said, and what was typed stays', async ({ page }) => {
  await page.route(/assets\/tab-model-part-[^/]*\.js/, (route) => route.abort())
  await openWorld(page, 'seed=amber-heron&fresh=1')
  await pressMenu(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: /^(A model of yours|Another model)$/ }).click()
  await settings.getByLabel('Name', { exact: true }).fill('Otter')
  await settings.getByLabel('Server').selectOption({ label: 'A model file, run in this tab' })
  await expect(settings.getByRole('alert')).toContainText('The model files could not be shown')
  await expect(settings.getByRole('button', { name: 'Load the page again' })).toBeVisible()
  await settings.getByLabel('Server').selectOption({ label: 'Another address' })
  await expect(settings.getByLabel('Address')).toBeVisible()
  await expect(settings.getByLabel('Name', { exact: true })).toHaveValue('Otter')
})
