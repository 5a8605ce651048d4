/** Every screen and sheet, read by a machine and walked through with the keyboard alone. */
import { expect, test, type Page } from '@playwright/test'
import { endTalk, openWorld, pressMenu, refuseWebGL2, say, shareWorld, someone, violations } from './support.ts'

const SHEETS = ['Where you have been', 'Your satchel', 'People nearby', 'Another country', 'Settings', 'Help']

/** Axe on every sheet of the menu, on all of the settings, on a talk and on an open mind with a question weighed. */
async function readEverything(page: Page, air: string): Promise<void> {
  expect(await violations(page), `${air}: the world`).toEqual([])
  for (const name of SHEETS) {
    await pressMenu(page, name)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    expect(await violations(page), `${air}: ${name}`).toEqual([])
    if (name === 'Settings') {
      for (const tab of ['Eye and hand', 'World']) {
        await page.getByRole('tab', { name: tab }).press('Enter')
        expect(await violations(page), `${air}: ${tab}`).toEqual([])
      }
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name })).toBeHidden()
  }
  await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'The ladder of speeds' })).toContainText('tokens a second')
  expect(await violations(page), `${air}: ladder`).toEqual([])
  await page.keyboard.press('Escape')
  await say(page, await someone(page), 'I’d like to buy something. What do you sell?')
  expect(await violations(page), `${air}: talk`).toEqual([])
  await page.getByRole('button', { name: /Why/ }).press('Enter')
  const mind = page.locator('.panel')
  await expect(mind.getByRole('heading', { name: 'Needs' })).toBeVisible()
  await mind.getByText(/^Ask what .* would do/).click()
  await mind.getByLabel(/^What would .* do\?/).fill('What would you do if a wolf came?', { timeout: 5_000 })
  await mind.getByRole('button', { name: 'Weigh', exact: true }).press('Enter')
  await expect(mind.locator('.branch-tree').first()).toBeVisible()
  expect(await violations(page), `${air}: mind`).toEqual([])
  await page.keyboard.press('Escape')
  await endTalk(page)
}

test.describe('a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 720 } })
  const world = shareWorld('seed=amber-heron&fresh=1')

  test('[WAY-15] by night and with the largest text every screen passes axe', async () => {
    test.slow()
    const page = world()
    await page.getByRole('button', { name: 'Walk on' }).press('Enter')
    await page.evaluate(() => window.percipi.setTime(22.5))
    await expect(page.locator('main.percipi')).toHaveAttribute('data-air', 'night')
    await pressMenu(page, 'Settings')
    await page.getByRole('tab', { name: 'Eye and hand' }).press('Enter')
    await page.getByLabel('Text size').fill('1.5')
    await page.keyboard.press('Escape')
    await readEverything(page, 'night, large')
    await page.keyboard.press('p')
    await expect(page.getByRole('dialog', { name: 'The world holds its breath' })).toBeVisible()
    expect(await violations(page), 'pause by night').toEqual([])
    await page.getByRole('button', { name: 'Go on' }).press('Enter')
  })

  test('[UI-140] with the keyboard alone every sheet opens, is gone through and closes, and the focus is where it was', async () => {
    test.slow()
    const page = world()
    const shown = (): Promise<string | null> =>
      page.evaluate(async () => {
        const at = document.activeElement
        if (!at || at === document.body) return 'nowhere'
        if (!at.closest('[role="dialog"]')) return null
        const isSeen = (): boolean => {
          const { left, top, right, bottom } = at.getBoundingClientRect()
          return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
        }
        // what is scrolled to comes within some pictures
        for (let n = 0; n < 40 && !isSeen(); n++) await new Promise((resolve) => setTimeout(resolve, 25))
        const style = getComputedStyle(at)
        const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (at.parentElement !== null && getComputedStyle(at.parentElement).outlineStyle !== 'none') || (at.nextElementSibling !== null && getComputedStyle(at.nextElementSibling).outlineStyle !== 'none')
        return `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40) ?? ''}${isSeen() ? '' : ' out of sight'}${marked ? '' : ' unmarked'}`
      })
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const wrong: string[] = []
    for (const [key, name] of [['m', 'Where you have been'], ['b', 'Your satchel'], ['l', 'People nearby'], ['g', 'Another country'], ['o', 'Settings'], ['h', 'Help']] as const) {
      await page.keyboard.press(key)
      const sheet = page.getByRole('dialog', { name })
      await expect(sheet).toBeVisible()
      const met = new Set<string>()
      for (let n = 0; n < 60; n++) {
        await page.keyboard.press('Tab')
        const at = await shown()
        if (at === null || at === 'nowhere' || met.has(at)) break
        met.add(at)
        if (/out of sight|unmarked/.test(at)) wrong.push(`${name}: ${at}`)
      }
      if (met.size === 0) wrong.push(`${name}: nothing is reached`)
      await page.keyboard.press('Shift+Tab')
      await sheet.evaluate((each: HTMLElement) => each.focus())
      await page.keyboard.press('Escape')
      await expect(sheet).toBeHidden()
      if (await page.evaluate(() => document.activeElement !== document.body && document.activeElement?.tagName !== 'CANVAS')) wrong.push(`${name}: the focus stayed at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))}`)
    }
    expect(wrong).toEqual([])
  })
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('[WAY-15] every screen passes axe on a phone', async ({ page }) => {
    await openWorld(page, 'seed=amber-heron&fresh=1')
    expect(await violations(page), 'the start card').toEqual([])
    await page.getByRole('button', { name: 'Walk on' }).tap()
    await page.getByRole('button', { name: 'Menu', exact: true }).tap()
    expect(await violations(page), 'the menu').toEqual([])
    await page.getByRole('button', { name: 'Fold the menu' }).tap()
    await readEverything(page, 'phone')
  })
})

test('[WAY-15] a page that cannot show its world, or its interface, passes axe', async ({ page, browser }) => {
  await refuseWebGL2(page)
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('WebGL2')
  expect(await violations(page), 'without WebGL2').toEqual([])
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.route(/assets\/app-[^/]*\.js/, (route) => route.abort())
  await other.goto('./?quality=low&seed=amber-heron')
  await expect(other.getByRole('alert')).toContainText('load the page again')
  expect(await violations(other), 'without its interface').toEqual([])
  await context.close()
})
