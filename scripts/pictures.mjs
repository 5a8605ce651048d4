/** `npm run pictures`: takes the views of picture-views.mjs on the production build, as a graphics card would draw them, as PNG files in test-results/pictures. Flags: --only NAME[,NAME], --quality PRESET, --size WxH. */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureBuilt } from './steps/build.mjs'
import { findChromium } from './steps/find-chromium.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { findPeopleView } from './steps/people-view.mjs'
import { nextStrike } from './steps/next-strike.mjs'
import { findView, VIEWS } from './steps/picture-views.mjs'
import { requireNode } from './steps/require-node.mjs'
import { ROOT } from './steps/run.mjs'
import { serveFolder } from './steps/static-server.mjs'

/** World seconds that a weather is given to ease in; snow also has to come to lie. */
const EASE_WORLD_SECONDS = { snow: 6_600 }
const EASE_ALL_WORLD_SECONDS = 2_400
const SLOWEST_MS = 120_000
/** A view of people waits, in steps of this many world seconds, until so many are out of doors before the eye. */
const WAIT_WORLD_SECONDS = 300
const MOST_WAITS = 16

const read = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? otherwise : (process.argv[at + 1] ?? otherwise)
}

requireNode()
await ensureInstalled()
await ensureBuilt()
const only = read('--only', '').split(',').filter(Boolean)
const [width, height] = read('--size', '1280x720').split('x').map(Number)
const folder = join(ROOT, 'test-results', 'pictures')
mkdirSync(folder, { recursive: true })
const { server, url } = await serveFolder(join(ROOT, 'dist'), { port: 4181 })
const { chromium } = createRequire(join(ROOT, 'package.json'))('@playwright/test')
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--enable-unsafe-swiftshader'] })
let missed = 0
for (const view of VIEWS) {
  if (only.length > 0 && !only.includes(view.name)) continue
  const words = await take(view)
  console.log(`${view.name.padEnd(24)} ${words}`)
}
await browser.close()
server.closeAllConnections()
server.close()
process.exitCode = missed === 0 ? 0 : 1

/** Takes one view; says where it was taken, or why not. */
async function take({ name, seed, hour, weather, want, days = 0, tilt = 0, turn = 0, clears = false, hud = false, people = 0, strike = false }) {
  // drawn finer than it is kept
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2 })
  page.setDefaultTimeout(SLOWEST_MS)
  try {
    // seen with the eyes of whoever stands there, not from behind their back
    await page.addInitScript(() => {
      localStorage.setItem('percipi.settings', JSON.stringify({ camera: 'first' }))
      // whatever draws here is in no hurry: it counts as a graphics card, for all pixels and smooth edges
      const { getParameter } = WebGL2RenderingContext.prototype
      const RENDERER = 0x9246
      WebGL2RenderingContext.prototype.getParameter = function (name) { return name === RENDERER ? 'a graphics card' : getParameter.call(this, name) }
    })
    await page.goto(`${url}?seed=${seed}${hud ? '' : '&hud=0'}&fresh=1&quality=${read('--quality', 'medium')}`)
    await page.waitForFunction(() => 'percipi' in window)
    await page.evaluate(() => window.percipi.ready)
    const place = await page.evaluate(`(${findView.toString()})(${JSON.stringify({ want, hour })})`)
    if (place === null) {
      missed++
      return `no such place was found in ${seed}`
    }
    place.pitch += tilt
    place.yaw += turn
    await page.evaluate(
      async ({ place: to, hour: clock, weather: kind, ease, days: passed, clears: clearing }) => {
        const { percipi } = window
        const frames = (count) => new Promise((resolve) => { const step = (left) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1))); step(count) })
        await percipi.teleport(to.x, to.z)
        percipi.look(to.yaw, to.pitch)
        if (passed > 0) await percipi.advance(passed * 86_400)
        // time never runs back: the weather eases in before the hour that is wanted
        percipi.setTime((clock - ease / 3600 + 24) % 24)
        await frames(2)
        percipi.setWeather(kind)
        await frames(2)
        await percipi.advance(ease)
        if (clearing) {
          percipi.setWeather('clear')
          await percipi.advance(2_400)
        }
        percipi.look(to.yaw, to.pitch)
      },
      { place, hour, weather, days, clears, ease: EASE_WORLD_SECONDS[weather] ?? EASE_ALL_WORLD_SECONDS },
    )
    if (people > 0) Object.assign(place, await goWherePeopleAre(page, { place, hour, people }))
    await page.evaluate(
      async ({ hud: shown }) => {
        const { percipi } = window
        const frames = (count) => new Promise((resolve) => { const step = (left) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1))); step(count) })
        const until = performance.now() + 20_000
        do await frames(2)
        while (percipi.state().terrain.pending > 0 && performance.now() < until)
        // houses are built in full one after another: wait until nothing more has come for a while
        for (let still = 0, count = -1; still < 10 && performance.now() < until; still++) {
          await frames(1)
          const { geometries } = percipi.state().render
          if (geometries !== count) still = 0
          count = geometries
        }
        if (!shown) percipi.pause()
        await frames(2)
      },
      { hud },
    )
    if (strike) await goToStrike(page, seed, { yaw: place.yaw, weather })
    if (hud) {
      // land comes and goes while one looks around
      await page.evaluate(() => window.percipi.resume())
      await page.getByRole('button', { name: 'Walk on' }).click()
      await page.keyboard.press('Shift+K')
      // at last a little to the right, for the map covers that side
      for (const turn of [2.4, 1, -0.26]) {
        await page.evaluate(({ yaw, pitch }) => window.percipi.look(yaw, pitch), { yaw: place.yaw + turn, pitch: place.pitch })
        await page.waitForTimeout(turn < 0 ? 1_200 : 5_000)
      }
    }
    await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css', timeout: SLOWEST_MS })
    return `?seed=${seed}&x=${place.x.toFixed(0)}&z=${place.z.toFixed(0)}&yaw=${place.yaw.toFixed(2)}&hour=${hour}&weather=${weather}`
  } catch (error) {
    missed++
    return error instanceof Error ? error.message.split('\n')[0] : String(error)
  } finally {
    await page.close()
  }
}

/** Waits until people are about, and goes where they are seen best. */
async function goWherePeopleAre(page, { place, hour, people }) {
  let best = null
  for (let wait = 0; wait <= MOST_WAITS; wait++) {
    best = await page.evaluate(`(${findPeopleView.toString()})(${JSON.stringify({ around: place, hour, lowSun: hour > 17 })})`)
    if ((best?.seen ?? 0) >= people || wait === MOST_WAITS) break
    await page.evaluate((seconds) => window.percipi.advance(seconds), WAIT_WORLD_SECONDS)
  }
  if (!best) return {}
  // from there on time stands still, or they would have walked on by the time the picture is taken
  await page.evaluate(async (to) => {
    await window.percipi.teleport(to.x, to.z)
    window.percipi.look(to.yaw, to.pitch)
    // they come into the picture softly
    await new Promise((resolve) => setTimeout(resolve, 12_000))
    window.percipi.pause()
  }, best)
  return best
}

/** Lets days pass, stopped as they are, until lightning strikes before the eye. */
async function goToStrike(page, seed, { yaw, weather }) {
  const from = await page.evaluate(() => window.percipi.state().time.worldSeconds)
  const strike = await nextStrike(seed, { yaw, from, earliest: EASE_ALL_WORLD_SECONDS * 2 })
  if (!strike) return
  await page.evaluate(
    async ({ before, after, kind }) => {
      const { percipi } = window
      const frames = async () => { for (let left = 3; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve)) }
      await percipi.advance(before)
      percipi.resume()
      percipi.setWeather(kind)
      await frames()
      percipi.pause()
      const { worldSeconds } = percipi.state().time
      await percipi.advance(after - worldSeconds)
      await frames()
    },
    { before: strike.at - from - EASE_ALL_WORLD_SECONDS, after: strike.at, kind: weather },
  )
}
