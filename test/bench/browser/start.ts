/** Starting: time to the first playable frame, bytes of JavaScript before it, draw calls once it is there. */
import { gzipSync } from 'node:zlib'
import type { Figure } from '../bench.ts'
import { digits, median } from '../support/measure.ts'
import { untilReady, untilSettled, type App } from './open-app.ts'

const ROUNDS = 3

/** L5: navigation to the first playable frame with a warm cache, and to the full near field. */
export async function measureStart(app: App): Promise<Figure> {
  const context = await app.browser.newContext({ viewport: { width: 640, height: 360 } })
  const page = await context.newPage()
  const browserWide = await app.browser.newBrowserCDPSession()
  // what the clock tells depends on who else has the cores
  const cpuSeconds = async (): Promise<number> => (await browserWide.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' || type === 'GPU' ? cpuTime : 0), 0)
  const firsts: number[] = []
  const spent: number[] = []
  const fulls: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const cpu = await cpuSeconds()
    await page.goto(`${app.url}?quality=low&seed=bench&fresh=1&hour=11`)
    await untilReady(page)
    const cpuUntilReady = (await cpuSeconds()) - cpu
    const ready = await page.evaluate(() => performance.now())
    const rest = await untilSettled(page, 30_000)
    if (round === 0) continue
    firsts.push(ready)
    spent.push(cpuUntilReady)
    fulls.push(rest === null ? Number.POSITIVE_INFINITY : ready + rest)
  }
  await context.close()
  const first = median(firsts) / 1_000
  const full = median(fulls) / 1_000
  return { id: 'L5', what: 'first playable frame; full near field, warm cache', figure: `${digits(first)} s; ${digits(full)} s`, bar: '<= 1.5 s; <= 4 s', ok: first <= 1.5 && full <= 4, note: `low preset, 640×360, software rasteriser; ${digits(median(spent))} s of CPU (page, workers, graphics) until it is playable` }
}

/** L16: JavaScript asked for before the first picture, gzip; workers told apart. */
export async function measureScripts(app: App): Promise<Figure> {
  const context = await app.browser.newContext({ viewport: { width: 640, height: 360 } })
  const page = await context.newPage()
  const bodies = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.set(response.url(), response.body().then((body) => gzipSync(body, { level: 9 }).length, () => 0))
  })
  await page.goto(`${app.url}?quality=low&seed=bench&fresh=1`)
  await untilReady(page)
  const before = await page.evaluate(async () => {
    while (performance.getEntriesByName('first-picture').length === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
    const drawn = performance.getEntriesByName('first-picture')[0]!.startTime
    return performance.getEntriesByType('resource').filter((entry) => entry.startTime < drawn && /\.js(\?|$)/.test(entry.name)).map((entry) => entry.name)
  })
  const sum = async (ofWorkers: boolean): Promise<number> => {
    const sizes = await Promise.all(before.filter((name) => name.includes('worker') === ofWorkers).map((name) => bodies.get(name) ?? Promise.resolve(0)))
    return sizes.reduce((total, bytes) => total + bytes, 0) / 1_000
  }
  const [pages, workers] = [await sum(false), await sum(true)]
  await context.close()
  return { id: 'L16', what: 'JavaScript before the first picture, gzip', figure: `${digits(pages + workers, 0)} KB`, bar: '<= 330 KB', ok: pages > 0 && workers > 0 && pages + workers <= 330, note: `page ${digits(pages, 0)} KB, workers ${digits(workers, 0)} KB` }
}

/** L10: draw calls in the village one starts in. */
export async function measureCalls(app: App): Promise<Figure> {
  const { page } = await app.open()
  await untilSettled(page, 20_000)
  await page.waitForTimeout(1_000)
  const { calls, triangles } = await page.evaluate(() => window.percipi.state().render)
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2')
    const extension = gl?.getExtension('WEBGL_debug_renderer_info')
    return gl && extension ? String(gl.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : 'no WebGL2'
  })
  await page.close()
  return { id: 'L10', what: 'draw calls of the whole scene in a village', figure: String(calls), bar: '<= 60', ok: calls > 0 && calls <= 60, note: `${digits(triangles)} triangles; ${renderer}` }
}
