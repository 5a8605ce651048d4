/** Everything that can be wrong around the app, and what it says then. */
import { expect, test, type Page } from '@playwright/test'
import { collectErrors, openWorld, refuseWebGL2, say, shareWorld, someone, untilReady } from './support.ts'

test('[WAY-11] without IndexedDB people remember while the tab lives', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  // workers have globals of their own: the database is taken from them at the door
  await page.route('**/*minds*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n${await response.text()}` })
  })
  await openWorld(page, 'seed=amber-heron')
  await expect(page.getByText(/as long as this tab|while this tab|until (this|the) tab|only in this tab/i).filter({ visible: true }).first()).toBeVisible()
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
})

test.describe('a database that suffers', () => {
  const world = shareWorld('seed=amber-heron')

  test('[WAY-12] storage wiped while running: the world goes on and is kept again', async () => {
    const page = world()
    const id = await someone(page)
    await say(page, id, 'My name is Ada.')
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.deleteDatabase('percipi')
          request.onsuccess = resolve
          request.onerror = resolve
          request.onblocked = () => setTimeout(resolve, 500)
        }),
    )
    await expect(page.getByText(/deleted while it was open\. Nothing is lost: it was written again/)).toBeVisible()
    expect(await say(page, id, 'Do you remember my name?')).toContain('Ada')
    await say(page, id, 'I come from the coast.')
    await page.reload()
    await untilReady(page)
    expect(await page.evaluate(() => window.percipi.state().people.length)).toBeGreaterThan(0)
  })

  test('[WAY-12] damaged and future records are left alone and the rest is read', async () => {
    const page = world()
    const id = await someone(page, 1)
    await say(page, id, 'My name is Ada.')
    await page.goto('./icon.svg')
    const planted = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('percipi')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const transaction = database.transaction('memories', 'readwrite')
      const store = transaction.objectStore('memories')
      const records = await new Promise<Array<Record<string, unknown>>>((resolve) => {
        const request = store.getAll()
        request.onsuccess = () => resolve(request.result as Array<Record<string, unknown>>)
      })
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        const request = store.getAllKeys()
        request.onsuccess = () => resolve(request.result)
      })
      const [sample] = records
      const [seed, npcId] = keys[0] as [string, string, number]
      if (!sample) return 0
      store.put({ ...structuredClone(sample), sequence: 900_001, text: 42 }, [seed, npcId, 900_001])
      store.put({ ...structuredClone(sample), sequence: 900_002, version: 99 }, [seed, npcId, 900_002])
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
      database.close()
      return records.length
    })
    expect(planted).toBeGreaterThan(0)
    await openWorld(page, 'seed=amber-heron')
    expect(await say(page, id, 'Do you remember my name?')).toContain('Ada')
  })
})

test('[WAY-13] a worker that dies is replaced and the world goes on', async ({ page }) => {
  // every worker may be killed from the page by a message of its own
  await page.route(/(terrain|minds)[^/]*worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const trap = `const once = new BroadcastChannel('kill'); once.onmessage = () => { once.close(); setTimeout(() => { throw new Error('planted death') }, 0) };\n`
    await route.fulfill({ response, body: trap + (await response.text()) })
  })
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  await page.evaluate(() => new BroadcastChannel('kill').postMessage('now'))
  await expect(page.getByText(/a new one has taken over/)).toBeVisible()
  expect(await say(page, id, 'Do you remember my name?')).toContain('Ada')
  await page.evaluate(async () => {
    const { x, z } = window.percipi.state().player
    await window.percipi.teleport(x + 3000, z)
  })
  expect(await page.evaluate(() => window.percipi.state().terrain.holes)).toBe(0)
})

test('[WAY-14] without WebGL2 a sentence says what to do', async ({ page }) => {
  await refuseWebGL2(page)
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('WebGL2')
})

test('[UI-142] where the graphics card gives no picture after all, a sentence says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    let asked = 0
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind === 'webgl2' && ++asked > 1 ? null : (real.call(this, kind as '2d', ...(rest as [])) as never)
    } as never
  })
  await page.clock.install()
  await page.goto('./?quality=low&seed=amber-heron')
  await expect(page.getByRole('alert')).toContainText('The graphics card gave no picture')
  // beyond what waits for a first picture however long that takes
  await page.clock.fastForward(20_000)
  await page.waitForTimeout(500)
  await expect(page.getByRole('alert')).toBeVisible()
})

test('[UI-143] a browser that refuses every kind of storage at once is told so in one notice, and nothing else goes wrong', async ({ page }) => {
  const errors = collectErrors(page)
  const refuse = (): void => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  }
  await page.addInitScript(refuse)
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
  })
  await page.route('**/*minds*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `(${refuse.toString()})();\n${await response.text()}` })
  })
  // nothing to sound with, neither
  await page.addInitScript(() => {
    globalThis.AudioContext = class {
      constructor() {
        throw new DOMException('no device', 'NotSupportedError')
      }
    } as unknown as typeof AudioContext
  })
  await openWorld(page, 'seed=amber-heron')
  await page.keyboard.press('Shift')
  await expect(page.getByRole('log', { name: 'Notices' }).getByText('does not let the page keep anything')).toHaveCount(1)
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
  // an opening that is given up would be told after four seconds
  await page.waitForTimeout(4_500)
  expect(errors).toEqual([])
})

test('[UI-144] when the disk is full that is told with what to do, and that there is room again is told, too', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron')
  const client = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  const notices = page.getByRole('log', { name: 'Notices' })
  await expect(notices.getByText(/no room left|cannot write to this device/)).toBeVisible({ timeout: 40_000 })
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
  await client.send('Storage.overrideQuotaForOrigin', { origin })
  await expect(notices.getByText('There is room again')).toBeVisible({ timeout: 60_000 })
  await page.reload()
  await untilReady(page)
  expect(await say(page, id, 'What is my name?')).toContain('Ada')
})

test('[WAY-21] a second tab says that the first keeps the world, takes it over and gives it back, and undoes nothing', async ({ page, context }) => {
  // two worlds are drawn at once, and each is begun anew when it takes over
  test.slow()
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  await say(page, id, 'My name is Ada.')
  const second = await context.newPage()
  await openWorld(second, 'seed=amber-heron')
  await expect(second.getByText(/open in another tab, which keeps it/).filter({ visible: true }).first()).toBeVisible()
  const offer = (tab: Page) => tab.getByRole('log', { name: 'Notices' }).getByRole('button', { name: 'Keep here instead' })
  const walkAway = (tab: Page, meters: number) =>
    tab.evaluate(async (step) => {
      const { x, z } = window.percipi.state().player
      await window.percipi.teleport(x + step, z)
      return window.percipi.state().player.x
    }, meters)
  const east = await walkAway(page, 30)

  await offer(second).press('Enter')
  await expect(page.getByText(/Another tab keeps this world now/)).toBeVisible()
  // the offer goes when it is taken; this is told when the world goes on as it was in the first tab
  await expect(second.getByText('This tab keeps the world now')).toBeVisible()
  await expect.poll(() => second.evaluate((x) => Math.abs(window.percipi.state().player.x - x), east)).toBeLessThan(2)
  expect(await say(second, id, 'What is my name?')).toContain('Ada')
  await say(second, id, 'I lost my dog in the hills.')

  await offer(page).press('Enter')
  await expect(second.getByText(/Another tab keeps this world now/)).toBeVisible()
  await expect(page.getByText('This tab keeps the world now')).toBeVisible()
  expect((await say(page, id, 'Do you remember what I lost?')).toLowerCase()).toContain('dog')
  expect(await page.evaluate(() => window.percipi.exportWorld().then((file) => file.text()))).toContain('Ada')

  // the first tab walks away and is left; the second, still where it began, is closed after it
  const there = await page.evaluate(async () => {
    const { x, z } = window.percipi.state().player
    await window.percipi.teleport(x + 40, z + 25)
    window.percipi.pause()
    const { player } = window.percipi.state()
    return { x: player.x, z: player.z }
  })
  await page.close()
  await second.evaluate(() => window.percipi.pause())
  await second.close()
  const third = await context.newPage()
  await openWorld(third, 'seed=amber-heron')
  const { x, z } = await third.evaluate(() => window.percipi.state().player)
  expect(Math.hypot(x - there.x, z - there.z)).toBeLessThan(5)
  await expect(third.getByText(/open in another tab/).filter({ visible: true })).toHaveCount(0)
})
