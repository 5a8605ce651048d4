/** Sound in the built app: heard through a tap on whatever reaches the speakers. */
import { expect, test, type Page } from '@playwright/test'
import { openWorld } from './support.ts'

declare global {
  interface Window {
    /** Taps of everything that was connected to the speakers. */
    taps: AnalyserNode[]
  }
}

/** Loudness (root mean square) of what reaches the speakers over some 300 ms. */
async function loudness(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0
    let count = 0
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      for (const tap of window.taps) {
        const samples = new Float32Array(tap.fftSize)
        tap.getFloatTimeDomainData(samples)
        for (const sample of samples) sum += sample * sample
        count += samples.length
      }
    }
    return count === 0 ? 0 : Math.sqrt(sum / count)
  })
}

test('[SND-4] the world sounds after the first press, is silenced by a key, and stops in pause', async ({ page }) => {
  await page.addInitScript(() => {
    window.taps = []
    const { connect } = AudioNode.prototype
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AudioDestinationNode) {
        const tap = this.context.createAnalyser()
        window.taps.push(tap)
        ;(connect as (to: AudioNode) => AudioNode).call(this, tap)
      }
      return (connect as (...all: unknown[]) => AudioNode).apply(this, args)
    } as typeof connect
  })
  await openWorld(page, 'seed=amber-heron&hour=12&weather=rain')
  expect(await page.evaluate(() => window.taps.length)).toBe(0)
  await page.locator('canvas').first().click({ position: { x: 320, y: 60 } })
  await expect.poll(() => loudness(page), { timeout: 20_000 }).toBeGreaterThan(0.0008)
  expect(await loudness(page)).toBeLessThan(0.5)
  await page.keyboard.press('n')
  await expect.poll(() => loudness(page)).toBeLessThan(0.0001)
  await page.keyboard.press('n')
  await expect.poll(() => loudness(page)).toBeGreaterThan(0.0008)
  await page.evaluate(() => window.percipi.pause())
  await expect.poll(() => page.evaluate(() => window.taps.map((tap) => tap.context.state))).toEqual(['suspended'])
  await page.evaluate(() => window.percipi.resume())
  await expect.poll(() => page.evaluate(() => window.taps.map((tap) => tap.context.state))).toEqual(['running'])
  // [UI-139] as a phone does for a call, and a browser that found the first press too little
  await page.evaluate(() => Promise.all(window.taps.map((tap) => (tap.context as AudioContext).suspend())))
  await page.keyboard.press('Shift')
  await expect.poll(() => page.evaluate(() => window.taps.map((tap) => tap.context.state))).toEqual(['running'])
})
