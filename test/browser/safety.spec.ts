/** What the page may do, and what never leaves it: the policy holds everywhere, and a planted key is found in nothing that goes out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { endTalk, pressMenu, say, shareWorld, someone } from './support.ts'

const KEY = 'sk-planted-0815-never-leaves'
type Heard = { origin: string; text: string }

let own: Server
let foreign: Server
/** What both servers were asked, with everything that came along. */
const heard: Heard[] = []
/** What the page asked for, wherever. */
const asked: Heard[] = []
const told: string[] = []
let manner: 'answers' | 'repeats the key' | 'sends on' = 'answers'

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const stream = (words: string): string => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: `SAY: ${words}` }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`

async function startServer(respond: () => { status: number; body: string; location?: string }): Promise<Server> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      heard.push({ origin: addressOf(server), text: `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}` })
      const { status, body: text, location } = respond()
      response.writeHead(request.method === 'OPTIONS' ? 204 : status, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization', 'access-control-expose-headers': '*', 'content-type': 'text/event-stream', ...(location === undefined || request.method === 'OPTIONS' ? {} : { location }) })
      response.end(request.method === 'OPTIONS' ? '' : text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

test.beforeAll(async () => {
  foreign = await startServer(() => ({ status: 200, body: stream('I am from elsewhere.') }))
  own = await startServer(() => (manner === 'answers' ? { status: 200, body: stream('The heron flies low.') } : manner === 'sends on' ? { status: 307, body: '', location: `${addressOf(foreign)}/v1/chat/completions` } : { status: 401, body: JSON.stringify({ error: { message: `Incorrect API key ${KEY}` } }) }))
})
test.afterAll(() => {
  for (const server of [own, foreign]) {
    server.closeAllConnections()
    server.close()
  }
})

const world = shareWorld('seed=amber-heron', async (page) => {
  page.on('request', (request) => asked.push({ origin: new URL(request.url()).origin, text: `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}` }))
  page.on('console', (message) => told.push(message.text()))
  await page.addInitScript(() => {
    Object.assign(window, { breaches: [] })
    document.addEventListener('securitypolicyviolation', (event) => breaches().push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))
    function breaches(): string[] {
      return (window as unknown as { breaches: string[] }).breaches
    }
  })
})
const breachesOf = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { breaches: string[] }).breaches)

test('[UI-96] a planted key is in nothing that leaves: files, records, markup, addresses, logs, other storage, other origins', async () => {
  const page = world()
  const id = await someone(page)
  await page.evaluate(() => window.percipi.record())
  await pressMenu(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'A model of yours' }).click()
  await settings.getByLabel('Address').fill(`${addressOf(own)}/v1`)
  await settings.getByLabel('Key', { exact: true }).fill(KEY)
  await settings.getByRole('combobox', { name: 'Model' }).fill('m')
  await settings.getByLabel('Name', { exact: true }).fill('Own')
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.locator('.verdict')).toBeVisible({ timeout: 15_000 })
  await settings.getByRole('button', { name: 'Use this mind' }).click()
  await expect(settings.getByPlaceholder('a key is set')).toHaveValue('')
  const written = page.waitForEvent('download')
  await settings.getByRole('button', { name: 'Save minds to a file' }).click()
  const minds = (await (await (await written).createReadStream()).toArray()).join('')
  await settings.getByRole('button', { name: 'Close', exact: true }).first().click()
  for (const next of ['answers', 'repeats the key', 'sends on'] as const) {
    manner = next
    await page.evaluate((model) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: model.url, apiKey: model.key, model: 'm' }), { url: `${addressOf(own)}/v1`, key: KEY })
    await say(page, id, 'Good day.')
  }
  await page.evaluate((url) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: `${url}/v1`, model: 'm' }), addressOf(foreign))
  await say(page, id, 'Who are you?')
  await endTalk(page)

  const out = await page.evaluate(async () => {
    const dump = async (): Promise<string> => {
      const found: string[] = []
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => Object.assign(indexedDB.open(name ?? ''), { onsuccess: (event: Event) => resolve((event.target as IDBOpenDBRequest).result), onerror: reject }))
        for (const store of database.objectStoreNames) {
          const all = await new Promise<unknown[]>((resolve, reject) => Object.assign(database.transaction(store).objectStore(store).getAll(), { onsuccess: (event: Event) => resolve((event.target as IDBRequest<unknown[]>).result), onerror: reject }))
          found.push(JSON.stringify(all, (_, value: unknown) => (ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value)))
        }
        database.close()
      }
      return found.join('\n')
    }
    const { percipi } = window
    const tab = { ...sessionStorage }
    const keys = Object.keys(tab).filter((name) => tab[name]?.includes('planted'))
    return {
      world: await (await percipi.exportWorld()).text(), recording: await (await percipi.stopRecording()).text(), markup: document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((input) => input.value).join(),
      state: JSON.stringify(percipi.state()), device: JSON.stringify({ ...localStorage }), databases: await dump(), caches: (await caches.keys()).join(), cookies: document.cookie, address: location.href + window.name + JSON.stringify(history.state), keys,
    }
  })
  // it is kept where it should be, and the search would find it
  expect(out.keys).toEqual(['percipi.endpoint-keys'])
  expect(heard.filter(({ origin, text }) => origin === addressOf(own) && text.includes(`Bearer ${KEY}`)).length).toBeGreaterThan(3)
  expect(out.databases).toContain('Good day')
  for (const [place, text] of Object.entries({ ...out, keys: '', minds, logs: told.join('\n') })) expect(text.includes(KEY), place).toBe(false)
  const away = [...heard, ...asked].filter(({ origin }) => origin !== addressOf(own))
  expect(away.some(({ origin }) => origin === addressOf(foreign))).toBe(true)
  expect(away.filter(({ text }) => text.includes(KEY))).toEqual([])
  // and to its own origin only as what it is
  for (const { text } of heard) expect(text.replaceAll(`"authorization":"Bearer ${KEY}"`, '')).not.toContain(KEY)
})

test('[UI-95] the page runs under its policy without a breach, and what the policy forbids does not happen', async () => {
  const page = world()
  for (const name of ['Settings', 'Help', 'People nearby', 'Another country']) {
    await pressMenu(page, name)
    await page.keyboard.press('Escape')
  }
  expect(await breachesOf(page)).toEqual([])
  const done = await page.evaluate(async (url) => {
    const inline = document.createElement('script')
    inline.textContent = 'window.intruded = true'
    document.head.append(inline)
    const remote = Object.assign(document.createElement('script'), { src: `${url}/x.js` })
    const picture = Object.assign(new Image(), { src: `${url}/x.png` })
    const refused = [remote, picture].map((element) => new Promise((resolve) => Object.assign(element, { onerror: () => resolve(true), onload: () => resolve(false) })))
    document.head.append(remote)
    const button = document.createElement('div')
    button.setAttribute('onclick', 'window.intruded = true')
    button.click()
    // from a timer, since what a test evaluates may do more than the page
    const made = await new Promise((resolve) => setTimeout(() => {
      try {
        resolve((Reflect.construct(Function, ['return true']) as () => boolean)())
      } catch {
        resolve(false)
      }
    }))
    return { intruded: 'intruded' in window, made, refused: await Promise.all(refused) }
  }, addressOf(foreign))
  expect(done).toEqual({ intruded: false, made: false, refused: [true, true] })
  const breaches = (await breachesOf(page)).join('\n')
  for (const directive of ['script-src-elem', 'img-src', 'script-src-attr']) expect(breaches).toContain(directive)
})
