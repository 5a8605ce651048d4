/** The browser's own model, from the settings to a talk; against a double planted in the page. */
import { expect, test } from '@playwright/test'
import { openWorld, pressMenu, say, someone } from './support.ts'

test('[UI-97] the browser’s own model is fetched with its progress shown, tested, and spoken through', async ({ page }) => {
  await page.addInitScript(() => {
    const model = {
      state: 'downloadable', open: 0, asked: [] as string[],
      availability: async () => model.state,
      async create({ monitor, initialPrompts }: { monitor?(to: EventTarget): void; initialPrompts?: unknown[] }) {
        const events = new EventTarget()
        monitor?.(events)
        if (model.state === 'downloadable') {
          for (const loaded of [0.25, 0.5]) events.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }))
          await new Promise<void>((resolve) => Object.assign(window, { endFetching: resolve }))
          model.state = 'available'
        }
        model.open++
        return {
          promptStreaming(input: string) {
            model.asked.push(JSON.stringify(initialPrompts ?? []) + input)
            return new ReadableStream<string>({
              start(controller) {
                for (const piece of ['SAY: The heron ', 'flies low ', 'over the reeds.']) controller.enqueue(piece)
                controller.close()
              },
            })
          },
          destroy: () => model.open--,
        }
      },
    }
    Object.defineProperty(window, 'LanguageModel', { value: model, configurable: true })
  })
  await openWorld(page, 'seed=amber-heron')
  const id = await someone(page)
  await pressMenu(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'A model of yours' }).click()
  await settings.getByLabel('Server').selectOption({ label: 'This browser’s own model' })
  await expect(settings.getByText('has not fetched its model yet', { exact: false })).toBeVisible()
  await expect(settings.getByLabel('Address')).toHaveCount(0)
  await settings.getByRole('button', { name: 'Have it fetched' }).click()
  await expect(settings.getByRole('meter', { name: 'Fetching' })).toHaveAttribute('aria-valuetext', '50 %')
  await page.evaluate(() => (window as unknown as { endFetching(): void }).endFetching())
  await expect(settings.getByText('It is here and ready.', { exact: false })).toBeVisible()
  await settings.getByRole('button', { name: 'Test connection' }).click()
  await expect(settings.locator('.verdict')).toContainText('own model answers')
  await settings.getByRole('button', { name: 'Use this mind' }).click()
  await expect(settings.getByRole('radio', { name: /This browser’s own/ })).toBeChecked()
  await settings.getByRole('button', { name: 'Close', exact: true }).first().click()
  expect(await say(page, id, 'What do you see?')).toContain('heron flies low')
  const model = await page.evaluate(() => (window as unknown as { LanguageModel: { open: number; asked: string[] } }).LanguageModel)
  expect(model.open).toBe(0)
  expect(model.asked.at(-1)).toContain('What do you see?')
})
