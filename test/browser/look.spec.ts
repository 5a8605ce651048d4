/** Pictures as numbers: simple things that are true of a landscape in the sun, measured in what is drawn on every preset. */
import { expect, test, type Page } from '@playwright/test'
import { collectErrors, shareWorld } from './support.ts'

const PRESETS = ['low', 'medium', 'high', 'ultra'] as const
/** Where one stands: in the village, at whose houses one looks along the sun, which stands in +z at noon. Opened there, and as small as it is measured: enough to measure, and drawn in a fraction of the time. */
const world = shareWorld('seed=amber-heron&fresh=1&hud=0&hour=12&weather=clear&x=5993&z=1985&yaw=0.98&pitch=0.05', (page) => page.setViewportSize({ width: 320, height: 180 }), { painted: true })

/** Of a picture: mean light, 0..1, of its uppermost seventh and of its lowest quarter, the light that one hundredth of its pixels stay under and go beyond, shares of black pixels and of blue ones in the sky, and how many colours of 4,096 it has. */
type Measures = { sky: number; ground: number; low: number; high: number; black: number; blueSky: number; colours: number }

/** Measures what the page shows, once it has drawn a few pictures. */
async function measure(page: Page): Promise<Measures> {
  await page.evaluate(() => new Promise<void>((resolve) => {
    const step = (left: number): void => void (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)))
    step(4)
  }))
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height)
    const lights: number[] = []
    const seen = new Set<number>()
    let black = 0
    const sums = { sky: 0, skyBlue: 0, skyCount: 0, ground: 0, groundCount: 0 }
    for (let i = 0; i < bytes.length; i += 4) {
      const [red, green, blue] = [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!]
      const light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
      const row = Math.floor(i / 4 / image.width) / image.height
      lights.push(light)
      seen.add(((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4))
      if (red + green + blue < 6) black++
      if (row < 0.15) {
        sums.sky += light
        sums.skyBlue += blue >= red ? 1 : 0
        sums.skyCount++
      } else if (row > 0.75) {
        sums.ground += light
        sums.groundCount++
      }
    }
    lights.sort((a, b) => a - b)
    const at = (share: number): number => lights[Math.floor(share * (lights.length - 1))]!
    return { sky: sums.sky / sums.skyCount, blueSky: sums.skyBlue / sums.skyCount, ground: sums.ground / sums.groundCount, low: at(0.01), high: at(0.99), black: black / lights.length, colours: seen.size }
  }, picture)
}

test.describe('at noon', () => {
  test.beforeAll(async () => {
    await world().evaluate(() => window.percipi.pause())
  })
  for (const preset of PRESETS) {
    test(`[LOOK-2] on ${preset} the sky is bright and blue, the ground darker than it, light has its full range, and no pixel is left black`, async () => {
      const page = world()
      const errors = collectErrors(page)
      await page.evaluate((quality) => window.percipi.setQuality(quality), preset)
      const { sky, blueSky, ground, low, high, black, colours } = await measure(page)
      expect(errors).toEqual([])
      expect(black).toBeLessThan(0.002)
      expect(sky).toBeGreaterThan(0.5)
      expect(blueSky).toBeGreaterThan(0.8)
      expect(ground).toBeLessThan(sky)
      expect(ground).toBeGreaterThan(0.2)
      expect(high - low).toBeGreaterThan(0.55)
      expect(colours).toBeGreaterThan(60)
    })
  }
})
