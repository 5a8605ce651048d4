/** Model endpoints: connected, switched, failing; against a double that nobody here wrote. */
import { LLMock } from '@copilotkit/aimock'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { endTalk, pressMenu, say, shareWorld, someone } from './support.ts'

const KEY = 'sk-planted-4711-never-leaves'
const SAID = 'The heron flies low over the reeds tonight.'
let mock: LLMock
/** Everything that was asked of other origins than the endpoint's. */
const requests: string[] = []

test.beforeAll(async () => {
  mock = new LLMock({ port: 0 })
  await mock.start()
})
test.afterAll(() => mock.stop())

const world = shareWorld('seed=amber-heron', (page) => {
  page.on('request', (request) => {
    if (!request.url().startsWith(mock.url)) requests.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
  })
})
test.beforeEach(() => {
  mock.clearFixtures()
  mock.clearRequests()
  mock.onMessage(/[\s\S]*/, { content: `SAY: ${SAID}` }, { chunkSize: 6, latency: 5 })
})

test('[WAY-9] a key stays where it belongs', async () => {
  const page = world()
  const id = await someone(page)
  await page.evaluate(([url, key]) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: url, apiKey: key, model: 'gpt-4o' }), [mock.url, KEY] as const)
  await say(page, id, 'Good day.')
  const seen = await page.evaluate(async () => {
    const file = await window.percipi.exportWorld()
    const { percipi } = window
    return [document.documentElement.outerHTML, location.href, await file.text(), JSON.stringify(percipi.state()), JSON.stringify(localStorage)].join('\n')
  })
  expect(seen).not.toContain(KEY)
  expect(requests.join('\n')).not.toContain(KEY)
})

test('[WAY-7] connected in the settings, tested in words, spoken through, switched back', async () => {
  const page = world()
  await page.evaluate(() => window.percipi.setEndpoint({ kind: 'builtin' }))
  const id = await someone(page)
  await say(page, id, 'Good day. I am Ada.')
  await endTalk(page)
  await pressMenu(page, 'Settings')
  await page.getByRole('button', { name: /^(A model of yours|Another model)$/ }).click()
  await page.getByLabel('Address').fill(mock.url)
  await page.getByLabel('Key', { exact: true }).fill(KEY)
  await page.getByRole('combobox', { name: 'Model' }).fill('gpt-4o')
  await page.getByRole('combobox', { name: 'What finds memories' }).fill('text-embedding-3-small')
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText(/answers/i).first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText(/numbers a text/)).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Use this mind' }).click()
  await expect.poll(() => page.evaluate(() => window.percipi.state().model.provider)).not.toBe('builtin')
  const answer = await page.evaluate(async (personId) => window.percipi.say(personId, 'What do you see?'), id)
  expect(answer.source).toBe('model')
  await expect(page.getByText(/It knows what \d+ memor/)).toBeVisible({ timeout: 15_000 })
  expect(answer.reply).toContain('heron')
  const talkBefore = await page.locator('[role=log] li').count()
  await page.evaluate(() => window.percipi.setEndpoint({ kind: 'builtin' }))
  const back = await page.evaluate(async (personId) => window.percipi.say(personId, 'And how are you?'), id)
  expect(back.source).toBe('builtin')
  expect(await page.locator('[role=log] li').count()).toBeGreaterThan(talkBefore)
  const calls = mock.getRequests().length
  await say(page, id, 'What is your trade?')
  expect(mock.getRequests().length).toBe(calls)
})

test('[UI-92] minds under names are switched with one press, deleted and taken back, and carried away without keys', async () => {
  const page = world()
  await page.evaluate(([url, key]) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: url, apiKey: key, model: 'gpt-4o' }), [mock.url, KEY] as const)
  const provider = () => page.evaluate(() => window.percipi.state().model.provider)
  const settings = page.getByRole('dialog', { name: 'Settings' })
  if (!(await settings.isVisible())) await pressMenu(page, 'Settings')
  await settings.locator('.mind-row').getByText('Built-in mind', { exact: true }).click()
  await expect.poll(provider).toBe('builtin')
  await settings.locator('.mind-row').getByText(/^gpt-4o at 127/).first().click()
  await expect.poll(provider).toBe('openai-compatible')
  await settings.getByRole('button', { name: /^Change / }).first().click()
  await settings.getByLabel('Name', { exact: true }).fill('Heron')
  await settings.getByRole('button', { name: 'Use this mind' }).click()
  await expect(settings.getByRole('radio', { name: /^Heron/ })).toBeChecked()
  const written = page.waitForEvent('download')
  await settings.getByRole('button', { name: 'Save minds to a file' }).click()
  const text = await (await (await written).createReadStream()).toArray()
  expect(text.join('')).toContain('Heron')
  expect(text.join('')).not.toContain(KEY)
  await settings.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(provider).toBe('builtin')
  await expect(settings.getByRole('radio', { name: /^Heron/ })).toHaveCount(0)
  await settings.getByRole('button', { name: 'Take it back' }).click()
  await expect(settings.getByRole('radio', { name: /^Heron/ })).toBeChecked()
  await expect.poll(provider).toBe('openai-compatible')
  await settings.getByRole('button', { name: 'Close', exact: true }).first().click()
})

test.describe('[WAY-8] endpoints that fail', () => {
  let server: Server
  let behave: (url: string) => { status: number; body: string; type?: string } | 'hang' | 'drop'
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('access-control-allow-headers', '*')
      if (request.method === 'OPTIONS') return void response.end()
      const answer = behave(request.url ?? '')
      if (answer === 'hang') return
      if (answer === 'drop') return void request.socket.destroy()
      response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' })
      response.end(answer.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  test.afterAll(() => void server.closeAllConnections())

  for (const [name, answer] of [
    ['refuses the key', { status: 401, body: '{"error":{"message":"Incorrect API key"}}' }],
    ['drops the line', 'drop'],
    ['lies with a web page', { status: 200, body: '<html><body>Welcome to nginx</body></html>', type: 'text/html' }],
    ['breaks inside', { status: 500, body: '{"error":{"message":"CUDA out of memory"}}' }],
  ] as const) {
    test(`[WAY-8] one that ${name}`, async () => {
      behave = () => answer
      const page = world()
      const failures = () => page.evaluate(() => window.percipi.state().model.failures)
      const before = await failures()
      const id = await someone(page)
      const report = await page.evaluate((url) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: url, apiKey: 'sk-x', model: 'm' }), `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
      expect(report.ok).toBe(false)
      expect(report.steps.some((step) => step.ok === false && (step.cure ?? '').length > 10)).toBe(true)
      const answered = await page.evaluate(async (personId) => window.percipi.say(personId, 'What are you doing today?'), id)
      expect(answered.source).toBe('fallback')
      expect(answered.reply.length).toBeGreaterThan(2)
      expect(await failures()).toBeGreaterThan(before)
    })
  }
})
