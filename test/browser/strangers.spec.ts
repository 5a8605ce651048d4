/** What strangers bring along: other screens, larger text, lost pictures, lost connections. */
import { expect, test, type Page } from '@playwright/test'
import { goTo, openWorld, pressMenu, say, someone, untilReady } from './support.ts'

/** Pairs of sheets that lie over each other, by the classes of those that are shown; the edges may touch. */
async function overlaps(page: Page, sheets: readonly string[]): Promise<string[]> {
  return page.evaluate((names) => {
    const boxes = names.flatMap((name) => {
      const sheet = document.querySelector(name)
      return sheet?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && sheet.getBoundingClientRect().height > 1 ? [{ name, box: sheet.getBoundingClientRect() }] : []
    })
    return boxes.flatMap((one, n) => boxes.slice(n + 1).flatMap((other) => (one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 && one.box.top < other.box.bottom - 1 && other.box.top < one.box.bottom - 1 ? [`${one.name} and ${other.name}`] : [])))
  }, sheets)
}

const SIGNS = ['.place-slip', '.corner-menu', '.start-card', '.perception-map', '.talk', '.panel', '.body-buttons', '.notices ul']

for (const [name, viewport, textSize] of [
  ['a phone', { width: 390, height: 844 }, 1],
  ['a phone on its side', { width: 844, height: 390 }, 1],
  ['a small window', { width: 640, height: 360 }, 1],
  ['a tablet', { width: 820, height: 1180 }, 1],
  ['the largest text', { width: 1280, height: 720 }, 1.5],
] as const) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch: name !== 'the largest text' && name !== 'a small window', isMobile: name !== 'the largest text' && name !== 'a small window' })
    test('[UI-126] nothing lies over anything else, and words over heads are whole', async ({ page }) => {
      await openWorld(page, 'seed=amber-heron&fresh=1&hour=99&weather=frogs&x=3&quality=best&yaw=north')
      if (textSize !== 1) {
        await pressMenu(page, 'Settings')
        await page.getByRole('tab', { name: 'Eye and hand' }).click()
        await page.getByLabel('Text size').fill(String(textSize))
        await page.keyboard.press('Escape')
      }
      // [UI-127] one notice, whole
      const notices = page.getByRole('log', { name: 'Notices' }).getByRole('listitem')
      await expect(notices.filter({ hasText: 'hour=99' }).filter({ hasText: 'weather=frogs' }).filter({ hasText: 'yaw=north' }).filter({ hasText: 'only one of x and z' })).toHaveCount(1)
      await page.getByRole('button', { name: 'Dismiss this notice' }).press('Enter')
      // a window that was wider has a map, which makes room for the card
      if (name === 'a small window') await page.keyboard.press('k')
      expect(await overlaps(page, SIGNS), 'at the start').toEqual([])
      await page.getByRole('button', { name: 'Walk on' }).press('Enter')
      expect(await overlaps(page, SIGNS), 'walking').toEqual([])
      if (name === 'a small window') {
        // [UI-156] a name is not broken
        const slip = page.locator('.place-slip')
        const folded = (await slip.boundingBox())!
        await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter')
        await expect(page.getByRole('button', { name: 'Settings', exact: true })).toBeVisible()
        expect((await slip.boundingBox())!.height).toBeLessThanOrEqual(folded.height)
        expect(await page.locator('.place-name').evaluate((words) => words.scrollWidth - words.clientWidth)).toBe(0)
        await page.getByRole('button', { name: 'Fold the menu' }).press('Enter')
      }
      await page.keyboard.press('Shift+K')
      const map = page.locator('.perception-map[data-large="true"]')
      await expect(map).toBeVisible()
      await page.waitForTimeout(400)
      const box = (await map.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height)
      await page.keyboard.press('Escape')
      const id = await someone(page)
      await say(page, id, 'What are you doing?')
      // words over heads last some seconds
      await expect(page.locator('.bubble[data-kind="speech"][data-shown="yes"]').first()).toBeVisible()
      expect(await overlaps(page, SIGNS), 'in a talk').toEqual([])
      await page.waitForTimeout(900)
      const cut = await page.evaluate(() => {
        const sheets = [...document.querySelectorAll('.talk, .place-slip')].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect())
        return [...document.querySelectorAll('.bubble[data-shown="yes"]')].flatMap((bubble) => {
          const at = bubble.getBoundingClientRect()
          const isOut = at.left < 0 || at.right > innerWidth || sheets.some((sheet) => at.left < sheet.right && sheet.left < at.right && at.top < sheet.bottom && sheet.top < at.bottom)
          return isOut ? [bubble.textContent] : []
        })
      })
      expect(cut).toEqual([])
      await page.getByRole('button', { name: /Why/ }).press('Enter')
      await expect(page.getByRole('heading', { name: 'Needs' })).toBeVisible()
      await page.waitForTimeout(400)
      expect(await overlaps(page, SIGNS), 'with an open mind').toEqual([])
    })
  })
}

test('[WAY-45] [WAY-50] a sheet that cannot be read says so, and everything else goes on; once it can be, one press reads it', async ({ page }) => {
  const part = /assets\/ladder-panel-[^/]*\.js/
  await page.route(part, (route) => route.abort())
  await openWorld(page, 'seed=amber-heron&fresh=1')
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: 'The ladder of speeds' })
  await expect(sheet).toContainText('could not be read')
  await sheet.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(sheet).toContainText('could not be read')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await pressMenu(page, 'Help')
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  await expect(sheet).toContainText('could not be read')
  await page.unroute(part)
  await sheet.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(sheet).toContainText('tokens a second')
})

test('[WAY-46] a picture that is lost comes back, and the words about it go', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron&fresh=1', { painted: true })
  await page.evaluate(() => {
    const extension = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    Object.assign(window, { giveBack: () => extension?.restoreContext() })
    extension?.loseContext()
  })
  await expect(page.getByText('let go of the picture')).toBeVisible()
  await expect(page.locator('.world canvas, canvas[aria-label="The world"]').first()).toBeHidden()
  await page.evaluate(() => (window as unknown as { giveBack(): void }).giveBack())
  await expect(page.getByText('The picture is back.')).toBeVisible()
  await expect(page.getByText('let go of the picture')).toBeHidden()
  await untilReady(page)
})

test('[WAY-47] Back leads to the country before, and Forward on again; a reload stays where one walked, not where a link led', async ({ page }) => {
  test.slow()
  await openWorld(page, 'seed=amber-heron&x=40&z=40&hour=9')
  expect(page.url()).not.toMatch(/[?&](x|z|hour)=/)
  const seed = (): Promise<string> => page.evaluate(() => window.percipi.state().seed)
  await page.evaluate(async () => {
    await window.percipi.teleport(90, -60)
    await window.percipi.setSeed('blue-orchard')
  })
  await page.goBack()
  await expect.poll(seed).toBe('amber-heron')
  await untilReady(page)
  await page.goForward()
  await expect.poll(seed).toBe('blue-orchard')
  await untilReady(page)
  await page.goBack()
  await expect.poll(seed).toBe('amber-heron')
  await untilReady(page)
  await page.reload()
  await untilReady(page)
  const { x, z } = await page.evaluate(() => window.percipi.state().player)
  expect(Math.hypot(x - 90, z + 60)).toBeLessThan(5)
})

test('[UI-134] the Back of a phone closes what is open', async ({ page }) => {
  await page.addInitScript(() => {
    class Watcher {
      onclose: (() => void) | null = null
      constructor() {
        Object.assign(globalThis, { watcher: this })
      }
      destroy(): void {}
    }
    Object.assign(globalThis, { CloseWatcher: Watcher })
  })
  await openWorld(page, 'seed=amber-heron&fresh=1')
  const back = (): Promise<void> => page.evaluate(() => (globalThis as unknown as { watcher?: { onclose: (() => void) | null } }).watcher?.onclose?.())
  await pressMenu(page, 'Help')
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
  await back()
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeHidden()
  await say(page, await someone(page), 'Good day.')
  await expect(page.getByRole('dialog', { name: /^Talk with/ })).toBeVisible()
  await back()
  await expect(page.getByRole('dialog', { name: /^Talk with/ })).toBeHidden()
})

test('[UI-135] a world dropped on the page is opened, and can be taken back', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  const content = await page.evaluate(() => window.percipi.exportWorld().then((file) => file.text()))
  await say(page, id, 'My name is Wendel.')
  const named = (): Promise<number> => page.evaluate(async (personId) => (await window.percipi.memories(personId)).filter(({ text }) => text.includes('Wendel')).length, id)
  expect(await named()).toBeGreaterThan(0)
  const drop = (name: string, text: string): Promise<void> =>
    page.evaluate(
      ([title, words]) => {
        const data = new DataTransfer()
        data.items.add(new File([words], title))
        document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      },
      [name, text] as const,
    )
  await drop('holiday.json', '{"a":1}')
  await expect(page.getByText('“holiday.json” is nothing that Percipi saved')).toBeVisible()
  await drop('world.json', content)
  const back = page.getByRole('button', { name: 'Take it back' })
  await expect(back).toBeVisible()
  await expect.poll(named).toBe(0)
  await back.press('Enter')
  await expect.poll(named).toBeGreaterThan(0)
})

test('[UI-133] a key is changed with two presses and works at once and after a reload', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron')
  await pressMenu(page, 'Settings')
  await page.getByRole('tab', { name: 'Eye and hand' }).click()
  const row = page.locator('.key-rows > div', { hasText: 'Another country' }).getByRole('button')
  await row.press('Enter')
  await expect(row).toContainText('Press a key')
  await page.keyboard.press('j')
  await expect(row).toHaveText('J')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  const panel = page.getByRole('dialog', { name: 'Another country' })
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await untilReady(page)
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await expect(panel).toBeVisible()
})

test('[UI-141] on the way to another country no land that was let go is drawn without its ground', async ({ page }) => {
  await openWorld(page, 'seed=amber-heron&fresh=1', { painted: true })
  const drawn = await page.evaluate(async () => {
    let drawings = 0
    let bare = 0
    const { drawElements } = WebGL2RenderingContext.prototype
    WebGL2RenderingContext.prototype.drawElements = function (this: WebGL2RenderingContext, ...args: Parameters<typeof drawElements>) {
      drawings++
      const { seed, terrain } = window.percipi.state()
      // the old country, let go, on the screen itself
      if (seed === 'amber-heron' && terrain.residentBytes === 0 && this.getParameter(this.FRAMEBUFFER_BINDING) === null) bare++
      drawElements.apply(this, args)
    }
    await window.percipi.setSeed('silver-fen')
    return { drawings, bare }
  })
  expect(drawn.drawings).toBeGreaterThan(0)
  expect(drawn.bare).toBe(0)
  expect(await page.evaluate(() => window.percipi.state().seed)).toBe('silver-fen')
})

test.describe('a tablet with the largest text', () => {
  test.use({ viewport: { width: 1024, height: 768 } })
  test('[UI-126] menu, map, talk, mind and offers leave each other free', async ({ page }) => {
    await openWorld(page, 'seed=amber-heron')
    await pressMenu(page, 'Settings')
    await page.getByRole('tab', { name: 'Eye and hand' }).click()
    await page.getByLabel('Text size').fill('1.5')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Walk on' }).press('Enter')
    await goTo(page, await someone(page))
    await page.keyboard.press('Shift+K')
    await expect(page.locator('.perception-map[data-large="true"]')).toBeVisible()
    await page.waitForTimeout(400)
    expect(await overlaps(page, [...SIGNS, '.talk-prompt']), 'the large map').toEqual([])
    await page.keyboard.press('Escape')
    await say(page, await someone(page), 'What are you doing?')
    await page.getByRole('button', { name: /Why/ }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Needs' })).toBeVisible()
    await page.waitForTimeout(400)
    expect(await overlaps(page, SIGNS), 'an open mind').toEqual([])
  })
})
