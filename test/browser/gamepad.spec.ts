/** The whole game with nothing but a gamepad in one's hands. */
import { expect, test, type Page } from '@playwright/test'
import { goTo, openWorld, someone } from './support.ts'

/** Lets the page have one gamepad of the standard mapping, which `hold` and `lean` move. */
async function plugIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pad = { axes: [0, 0, 0, 0], buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })), connected: true, mapping: 'standard', id: 'pad', index: 0, timestamp: 0 }
    Object.assign(globalThis, { pad, opened: 0 })
    const Real = AudioContext
    globalThis.AudioContext = class extends Real {
      constructor(options?: AudioContextOptions) {
        super(options)
        ;(globalThis as unknown as { opened: number }).opened++
      }
    }
    navigator.getGamepads = () => [pad as unknown as Gamepad, null, null, null]
  })
}

type Held = { pad: { axes: number[]; buttons: Array<{ pressed: boolean; value: number }> } }

/** Presses a button, by number, for two pictures. */
async function press(page: Page, button: number): Promise<void> {
  for (const pressed of [true, false]) {
    await page.evaluate(
      async ([number, down]) => {
        Object.assign((globalThis as unknown as Held).pad.buttons[number]!, { pressed: down, value: Number(down) })
        const { count } = window.percipi.state().frame
        while (window.percipi.state().frame.count < count + 2) await new Promise((resolve) => setTimeout(resolve, 20))
      },
      [button, pressed] as const,
    )
  }
}

const lean = (page: Page, axes: number[]): Promise<void> => page.evaluate((values) => void ((globalThis as unknown as Held).pad.axes = values), axes)
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

test('[UI-138] one walks, talks, reads sheets and changes settings with a gamepad alone', async ({ page }) => {
  await plugIn(page)
  await openWorld(page, 'seed=amber-heron&fresh=1')
  const place = () => page.evaluate(() => window.percipi.state().player)
  const before = await place()
  await lean(page, [0, -1, 0, 0])
  await expect.poll(async () => Math.hypot((await place()).x - before.x, (await place()).z - before.z)).toBeGreaterThan(0.5)
  await expect(page.getByText('Walk with the left stick, look with the right.')).toBeVisible()
  await lean(page, [0, 0, 1, 0])
  await expect.poll(async () => Math.abs((await place()).yaw - before.yaw)).toBeGreaterThan(0.1)
  await lean(page, [0, 0, 0, 0])
  // [UI-139]
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { opened: number }).opened)).toBe(1)

  const id = await someone(page)
  const talk = page.getByRole('dialog', { name: /^Talk with/ })
  // people have somewhere to be: who walks off meanwhile is gone up to once more
  await expect(async () => {
    await goTo(page, id)
    await expect(page.locator('.talk-prompt')).toContainText('Press the left button to talk', { timeout: 2_000 })
    await press(page, 2)
    await expect(talk).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  const turns = talk.getByRole('log').getByRole('listitem')
  await expect(talk.getByRole('list', { name: 'Things you could say' }).getByRole('button').first()).toBeVisible()
  const said = await turns.count()
  // up from the field stand the things one could say
  await press(page, 12)
  expect((await focused(page)).length).toBeGreaterThan(3)
  await press(page, 0)
  await expect.poll(() => turns.count()).toBeGreaterThan(said + 1)
  const standing = await place()
  await press(page, 1)
  await expect(talk).toBeHidden()

  await press(page, 9)
  const pause = page.getByRole('dialog', { name: 'The world holds its breath' })
  await expect(pause).toBeVisible()
  await press(page, 13)
  expect(await focused(page)).toBe('Settings')
  await press(page, 0)
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings).toBeVisible()
  await expect(async () => {
    await press(page, 13)
    expect(await focused(page)).toBe('Eye and hand')
  }).toPass()
  await press(page, 0)
  const size = page.getByLabel('Text size')
  await expect(async () => {
    await press(page, 13)
    await expect(size).toBeFocused({ timeout: 50 })
  }).toPass({ timeout: 30_000 })
  const small = Number(await size.inputValue())
  await press(page, 15)
  await expect.poll(async () => Number(await size.inputValue())).toBeGreaterThan(small)
  await press(page, 1)
  await expect(settings).toBeHidden()
  // nothing of all this moved the body
  const after = await place()
  expect(Math.hypot(after.x - standing.x, after.z - standing.z)).toBeLessThan(0.5)

  await press(page, 8)
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help).toBeVisible()
  const reader = help.locator('.panel-body')
  for (let n = 0; n < 6; n++) await press(page, 13)
  await expect.poll(() => reader.evaluate((each) => each.scrollTop)).toBeGreaterThan(100)
  await press(page, 1)
  await expect(help).toBeHidden()
})
