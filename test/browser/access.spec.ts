/** Reading by machines, words on a wrong address, and small screens under fingers. */
import { expect, test } from '@playwright/test'
import { goTo, openWorld, pressMenu, say, shareWorld, someone, tooWide, violations } from './support.ts'

test.describe('a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 720 } })
  const world = shareWorld('seed=amber-heron&hour=99&weather=frogs&x=3')

  test('[WAY-10] a wrong address is explained and the world begins', async () => {
    const page = world()
    await expect(page.getByText(/hour=99/)).toBeVisible()
    await expect(page.getByText(/weather=frogs/)).toBeVisible()
    await expect(page.getByText(/only one of x and z/)).toBeVisible()
  })

  test('[WAY-15] the world and every panel pass axe', async () => {
    const page = world()
    expect(await violations(page)).toEqual([])
    for (const name of ['Where you have been', 'People nearby', 'Another country', 'Settings', 'Help']) {
      await pressMenu(page, name)
      expect(await violations(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
    await pressMenu(page, 'Settings')
    await page.getByText('A model of yours').click()
    expect(await violations(page), 'endpoint').toEqual([])
    for (const tab of ['Eye and hand', 'World']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await violations(page), tab).toEqual([])
    }
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'How fast they think' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'The ladder of speeds' })).toContainText('tokens a second')
    expect(await violations(page), 'ladder').toEqual([])
    await page.keyboard.press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('p')
    await expect(page.getByRole('dialog', { name: 'The world holds its breath' })).toBeVisible()
    expect(await violations(page), 'pause').toEqual([])
    await page.getByRole('button', { name: 'Go on' }).press('Enter')
  })

  test('[UI-70] the perception map opens large, passes axe, leaves the body its keys and folds with Escape', async () => {
    const page = world()
    const map = page.getByRole('complementary', { name: 'Perception map' })
    await expect(map).toBeVisible()
    await page.keyboard.press('Shift+K')
    await expect(map).toHaveAttribute('data-large', 'true')
    await expect(map.getByText(/pieces of land exist/)).toBeVisible()
    await map.getByRole('button', { name: 'Nearer' }).click()
    expect(await violations(page)).toEqual([])
    const before = await page.evaluate(() => window.percipi.state().player)
    await page.keyboard.down('s')
    await expect.poll(() => page.evaluate(({ x, z }) => Math.hypot(window.percipi.state().player.x - x, window.percipi.state().player.z - z), before)).toBeGreaterThan(0.2)
    await page.keyboard.up('s')
    await page.keyboard.press('Escape')
    await expect(map).toHaveAttribute('data-large', 'false')
    await expect(page.getByText('The world holds its breath')).toBeHidden()
    await map.getByRole('button', { name: /Make the map large/ }).press('Enter')
    await expect(map).toHaveAttribute('data-large', 'true')
    await map.getByRole('button', { name: /Make the map small/ }).click({ position: { x: 200, y: 200 } })
    await expect(map).toHaveAttribute('data-large', 'false')
  })

  test('[WAY-15] talk and inspector pass axe', async () => {
    const page = world()
    const id = await someone(page)
    await say(page, id, 'What are you doing?')
    expect(await violations(page), 'talk').toEqual([])
    await page.getByRole('button', { name: /Why/ }).click()
    await expect(page.getByRole('heading', { name: 'Needs' })).toBeVisible()
    expect(await violations(page), 'inspector').toEqual([])
  })
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('[WAY-16] walk, look, talk and open every panel by touch', async ({ page }) => {
    await openWorld(page, 'seed=amber-heron', { painted: true })
    expect(await tooWide(page), 'the start card').toEqual([])
    await page.getByRole('button', { name: 'Walk on' }).tap()
    expect(await tooWide(page), 'the world').toEqual([])
    const client = await page.context().newCDPSession(page)
    const place = () => page.evaluate(() => window.percipi.state().player)
    const before = await place()
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 90, y: 600, id: 1 }] })
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 90, y: 520, id: 1 }] })
    await page.waitForTimeout(1500)
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    const walked = await place()
    expect(Math.hypot(walked.x - before.x, walked.z - before.z)).toBeGreaterThan(0.5)
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 300, y: 400, id: 2 }] })
    for (let x = 290; x > 200; x -= 10) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: 400, id: 2 }] })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(async () => Math.abs((await place()).yaw - walked.yaw)).toBeGreaterThan(0.05)

    const id = await someone(page)
    const talk = page.getByRole('dialog', { name: /^Talk with/ })
    // people have somewhere to be: who walks off before the finger comes down is gone up to once more
    await expect(async () => {
      await goTo(page, id)
      await page.locator('.talk-prompt').tap({ timeout: 3_000 })
      await expect(talk).toBeVisible({ timeout: 4_000 })
    }).toPass({ timeout: 30_000 })
    const chips = talk.getByRole('list', { name: 'Things you could say' }).getByRole('button')
    await chips.first().tap()
    await expect.poll(() => talk.getByRole('log').getByRole('listitem').count()).toBeGreaterThanOrEqual(3)
    expect(await tooWide(page), 'the talk').toEqual([])
    await talk.getByRole('button', { name: 'End the talk' }).tap()
    for (const name of ['People nearby', 'Another country', 'Settings', 'Help']) {
      await page.getByRole('button', { name: 'Menu', exact: true }).tap()
      await page.getByRole('button', { name, exact: true }).tap()
      const panel = page.getByRole('dialog').or(page.getByRole('complementary')).last()
      await expect(panel).toBeVisible()
      expect(await tooWide(page), name).toEqual([])
      expect(await violations(page), name).toEqual([])
      await panel.getByRole('button', { name: /close/i }).first().tap()
    }
  })

  test('[WAY-16] an interface that cannot be read is explained within the screen', async ({ page }) => {
    await page.route(/assets\/app-[^/]*\.js/, (route) => route.abort())
    await page.goto('./?quality=low&seed=amber-heron')
    await expect(page.getByRole('alert')).toContainText('load the page again')
    expect(await tooWide(page)).toEqual([])
  })
})
