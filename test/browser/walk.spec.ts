/** Opening the world, moving in it, and land that comes and goes. */
import { expect, test } from '@playwright/test'
import { collectErrors, openWorld, pressMenu, shareWorld } from './support.ts'

test.describe('one world', () => {
  let errors: string[] = []
  const world = shareWorld('seed=amber-heron&dev=1', (page) => {
    errors = collectErrors(page)
  }, { painted: true })

  test('[WAY-1] a stranger stands on dry ground near a peopled village', async () => {
    const page = world()
    const found = await page.evaluate(() => {
      const { player, people, terrain } = window.percipi.state()
      const [nearest] = window.percipi.settlements(player.x, player.z, 300)
      return { y: player.y, ground: window.percipi.heightAt(player.x, player.z), nearest: nearest?.meters ?? Infinity, people: people.filter((person) => person.settlement === nearest?.name).length, holes: terrain.holes, drawn: terrain.drawn }
    })
    expect(found.y).toBeGreaterThan(0)
    expect(Math.abs(found.y - found.ground)).toBeLessThan(1.5)
    expect(found.nearest).toBeLessThan(300)
    expect(found.people).toBeGreaterThanOrEqual(8)
    expect(found.people).toBeLessThanOrEqual(14)
    expect(found.holes).toBe(0)
    expect(found.drawn).toBeGreaterThan(4)
    await expect(page.getByRole('heading', { name: 'A country nobody has drawn' })).toBeVisible()
    expect(errors).toEqual([])
  })

  test('[UI-67] developers see counts', async () => {
    const counts = world().locator('.dev-counts')
    await expect(counts).toContainText('chunks drawn')
    await expect.poll(async () => /calls; triangles([1-9]\d*);/.test((await counts.textContent()) ?? '')).toBe(true)
  })

  test('[WAY-19] pausing stops the world, resuming goes on', async () => {
    const page = world()
    const worldSeconds = () => page.evaluate(() => window.percipi.state().time.worldSeconds)
    await page.evaluate(() => window.percipi.pause())
    const paused = await worldSeconds()
    await page.waitForTimeout(500)
    expect(await worldSeconds()).toBe(paused)
    await page.evaluate(() => window.percipi.resume())
    await expect.poll(worldSeconds).toBeGreaterThan(paused)
  })

  test('[WAY-2] keys walk, run, jump; the sea carries', async () => {
    const page = world()
    await page.locator('canvas').focus()
    const place = () => page.evaluate(() => window.percipi.state().player)
    const worldSeconds = () => page.evaluate(() => window.percipi.state().time.worldSeconds)
    // away from the village, over open ground
    const { yaw } = await place()
    await page.evaluate((turned) => window.percipi.look(turned, 0), yaw + Math.PI)
    const speedOf = async (keys: string[]): Promise<number> => {
      const before = await place()
      const from = await worldSeconds()
      for (const key of keys) await page.keyboard.down(key)
      await page.waitForTimeout(2000)
      for (const key of keys.toReversed()) await page.keyboard.up(key)
      const after = await place()
      return Math.hypot(after.x - before.x, after.z - before.z) / (((await worldSeconds()) - from) / 30)
    }
    const walking = await speedOf(['KeyW'])
    expect(walking).toBeGreaterThan(1)
    const running = await speedOf(['ShiftLeft', 'KeyW'])
    expect(running).toBeGreaterThan(walking * 1.3)
    await page.keyboard.down('Space')
    await expect.poll(async () => (await place()).grounded, { intervals: [30] }).toBe(false)
    await page.keyboard.up('Space')
    await expect.poll(async () => (await place()).grounded).toBe(true)

    const sea = await page.evaluate(() => {
      for (let reach = 200; reach < 40_000; reach += 200) {
        for (let turn = 0; turn < 16; turn++) {
          const x = Math.cos((turn / 8) * Math.PI) * reach
          const z = Math.sin((turn / 8) * Math.PI) * reach
          if (window.percipi.describe(x, z).waterDepth > 6) return { x, z }
        }
      }
      return null
    })
    expect(sea).not.toBeNull()
    await page.evaluate(({ x, z }) => window.percipi.teleport(x, z), sea ?? { x: 0, z: 0 })
    await expect.poll(async () => (await place()).swimming).toBe(true)
  })

  test('[WAY-3] land is born ahead, dropped behind, and the same on return', async () => {
    const page = world()
    const print = () =>
      page.evaluate(() => {
        const { x, z } = { x: 5120, z: 2048 }
        const heights: number[] = []
        for (let i = 0; i < 400; i++) heights.push(window.percipi.heightAt(x + (i % 20) * 7.3, z + Math.floor(i / 20) * 5.1))
        return heights.join()
      })
    const before = await print()
    const report = await page.evaluate(async () => {
      const { x, z } = window.percipi.state().player
      return window.percipi.fly({ x: x + 1500, z: z + 400 }, { metersPerSecond: 300, height: 80 })
    })
    expect(report.built).toBeGreaterThan(20)
    expect(report.dropped).toBeGreaterThan(10)
    expect(report.holes).toBe(0)
    expect(report.distance).toBeGreaterThan(1400)
    const { resident, drawn } = await page.evaluate(() => window.percipi.state().terrain)
    expect(drawn).toBeLessThanOrEqual(220)
    expect(resident).toBeLessThanOrEqual(256)
    expect(await print()).toBe(before)
  })
})

test('[WAY-20] the share link opens the same place', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openWorld(page, 'seed=two%20rivers')
  const there = await page.evaluate(() => window.percipi.state().player)
  await pressMenu(page, 'Copy a link to this place')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).searchParams.get('seed')).toBe('two rivers')
  const other = await context.newPage()
  // two worlds drawn at once take four times as long
  await page.close()
  await other.goto(`${link}&quality=low&fresh=1`)
  await other.waitForFunction(() => 'percipi' in window)
  await other.evaluate(() => window.percipi.ready)
  const here = await other.evaluate(() => ({ ...window.percipi.state().player, seed: window.percipi.state().seed }))
  expect(here.seed).toBe('two rivers')
  expect(Math.hypot(here.x - there.x, here.z - there.z)).toBeLessThan(2)
})
