/** Land over long ways and sudden turns, and water that is waded; nothing is painted, for only what exists is counted. */
import { expect, test, type Page } from '@playwright/test'
import { collectErrors, shareWorld } from './support.ts'

const LEG_METERS = 10_000
const LEGS = 5
/** What a leg may leave behind, bytes: half a megabyte a kilometre would be a leak that nobody could overlook, and noise stays far below. */
const LEFT_BEHIND_BYTES = 3_000_000

/** Flies one leg; then what the page holds, in bytes after collection and in counts. */
async function flyLeg(page: Page): Promise<{ heap: number; objects: number; resident: number; drawn: number }> {
  await page.evaluate((meters) => {
    const { x, z } = window.percipi.state().player
    return window.percipi.fly({ x: x + meters * 0.8, z: z - meters * 0.6 }, { metersPerSecond: 2_500, height: 80 })
  }, LEG_METERS)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.detach()
  const { render, terrain } = await page.evaluate(() => window.percipi.state())
  return { heap: usedSize, objects: render.geometries + render.textures + render.programs, resident: terrain.resident, drawn: terrain.drawn }
}

test.describe('a land without painting', () => {
  let errors: string[] = []
  const world = shareWorld('seed=first-light&hour=11', (page) => {
    errors = collectErrors(page)
  })

  test('[WAY-24] who turns round at once sees land everywhere', async () => {
    const holes = await world().evaluate(async () => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      const seen: number[] = []
      for (let turn = 0; turn < 8; turn++) {
        const { player } = window.percipi.state()
        window.percipi.look(player.yaw + (turn % 2 === 0 ? Math.PI : 2.1), player.pitch)
        await frame()
        await frame()
        seen.push(window.percipi.state().terrain.holes)
      }
      return seen
    })
    expect(holes).toEqual(holes.map(() => 0))
  })

  test('[WAY-25] a ford is stood in, not swum, and drunk from', async () => {
    const page = world()
    const ford = await page.evaluate(() => {
      const { player } = window.percipi.state()
      for (const road of window.percipi.roads(player.x, player.z, 6_000)) for (const crossing of road.crossings) if (crossing.kind === 'ford') return crossing
      return null
    })
    expect(ford).not.toBeNull()
    await page.evaluate(async ({ x, z, alongX, alongZ }) => {
      await window.percipi.teleport(x, z)
      window.percipi.look(Math.atan2(-alongX, -alongZ), 0)
    }, ford!)
    const { player, water } = await page.evaluate(() => {
      const { player: body } = window.percipi.state()
      return { player: body, water: window.percipi.describe(body.x, body.z) }
    })
    expect(water.waterDepth).toBeGreaterThan(0.05)
    expect(player.swimming).toBe(false)
    expect(player.y).toBeLessThan(water.height + 0.5)
    await page.locator('canvas').focus()
    await expect(page.getByText(/Press E to drink from/)).toBeVisible()
    await page.keyboard.press('KeyE')
    await expect(page.getByText(/You drink from .+\. The water is .+\./)).toBeVisible()
  })

  test('[WAY-24] fifty kilometres leave nothing behind', async () => {
    test.setTimeout(180_000)
    const page = world()
    await flyLeg(page)
    const first = await flyLeg(page)
    let last = first
    for (let leg = 2; leg < LEGS; leg++) {
      last = await flyLeg(page)
      expect(last.resident).toBeLessThanOrEqual(256)
      expect(last.drawn).toBeLessThanOrEqual(220)
    }
    expect(last.heap - first.heap).toBeLessThan(LEFT_BEHIND_BYTES * (LEGS - 2))
    expect(last.objects - first.objects).toBeLessThan(60)
    expect(errors).toEqual([])
  })
})
