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
  const firsts: number[] = []
  const fulls: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    await page.goto(`${app.url}?quality=low&seed=bench&fresh=1&hour=11`)
    await untilReady(page)
    const ready = await page.evaluate(() => performance.now())
    const rest = await untilSettled(page, 30_000)
    if (round === 0) continue
    firsts.push(ready)
    fulls.push(rest === null ? Number.POSITIVE_INFINITY : ready + rest)
  }
  await context.close()
  const first = median(firsts) / 1_000
  const full = median(fulls) / 1_000
  return { id: 'L5', what: 'first playable frame; full near field, warm cache', figure: `${digits(first)} s; ${digits(full)} s`, bar: '<= 1.5 s; <= 4 s', ok: first <= 1.5 && full <= 4, note: 'low preset, 640×360, software rasteriser' }
}

/** L16: JavaScript asked for before the world was ready, gzip; workers told apart. */
export async function measureScripts(app: App): Promise<Figure> {
  const context = await app.browser.newContext({ viewport: { width: 640, height: 360 } })
  const page = await context.newPage()
  const bodies: Array<Promise<{ name: string; bytes: number }>> = []
  let ready = false
  context.on('response', (response) => {
    if (ready || !/\.js(\?|$)/.test(response.url())) return
    bodies.push(response.body().then((body) => ({ name: response.url().split('/').at(-1) ?? '', bytes: gzipSync(body, { level: 9 }).length }), () => ({ name: '', bytes: 0 })))
  })
  await page.goto(`${app.url}?quality=low&seed=bench&fresh=1`)
  await untilReady(page)
  ready = true
  const scripts = await Promise.all(bodies)
  await context.close()
  const sum = (workers: boolean): number => scripts.filter(({ name }) => name.includes('worker') === workers).reduce((total, { bytes }) => total + bytes, 0) / 1_000
  const all = sum(false) + sum(true)
  return { id: 'L16', what: 'JavaScript before the first frame, gzip', figure: `${digits(all, 0)} KB`, bar: '<= 330 KB', ok: all > 0 && all <= 330, note: `page ${digits(sum(false), 0)} KB, workers ${digits(sum(true), 0)} KB` }
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
