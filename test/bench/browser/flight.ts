/** Flying, turning and streaming: what it costs the page, and whether the land keeps up. */
import type { Page } from '@playwright/test'
import type { BenchOptions, Figure } from '../bench.ts'
import { digits, median, percentile } from '../support/measure.ts'
import { heapBytes, untilSettled, weighHeap, type App } from './open-app.ts'
import { framesOf, type ThreadFrames } from './thread-frames.ts'

const TURNS = 5
const SETTLE_MS = 3_000
const SWAPS = 20
/** Metres a second of the flight that fills what is bounded. */
const FILLING_SPEED = 2_500

function fly(page: Page, metersPerSecond: number, seconds: number, heading: { x: number; z: number }): ReturnType<typeof window.percipi.fly> {
  return page.evaluate(
    ([speed, length, dx, dz]) => {
      const { player } = window.percipi.state()
      return window.percipi.fly({ x: player.x + dx * speed * length, z: player.z + dz * speed * length }, { metersPerSecond: speed, height: 60 })
    },
    [metersPerSecond, seconds, heading.x, heading.z] as const,
  )
}

/** L6 and L7: flights at 100 and 300 m/s. */
export async function measureFlights(app: App, options: BenchOptions): Promise<Figure[]> {
  const { page } = await app.open(true)
  await untilSettled(page, 20_000)
  // the renderer's programs and the workers are warm before anything counts
  await fly(page, 100, 3, { x: 1, z: 0 })
  const figures: Figure[] = []
  for (const speed of [100, 300]) {
    let report = null as unknown as Awaited<ReturnType<typeof fly>>
    const thread: ThreadFrames = await framesOf(app.browser, page, async () => {
      report = await fly(page, speed, options.flightSeconds, { x: 0.6, z: -0.8 })
    })
    const length = `${digits(report.seconds, 0)} s, ${report.frames} frames, ${report.built} built, ${report.dropped} dropped`
    const { streaming, cpu } = report
    figures.push({ id: 'L6', what: `streaming a frame at ${speed} m/s: p50; p99; most`, figure: `${digits(streaming.p50)}; ${digits(streaming.p99)}; ${digits(streaming.max)} ms`, bar: '<= 1.0; <= 2.5; <= 6 ms', ok: streaming.p50 <= 1 && streaming.p99 <= 2.5 && streaming.max <= 6, note: `${length}; the middle stands for the mean; by the clock, so other processes count; pixels not filled` })
    const p99 = percentile(thread.frameMs, 0.99)
    figures.push({ id: 'L7', what: `flight at ${speed} m/s: frame CPU p99; tasks over 50 ms; holes; ground missing`, figure: `${digits(p99)} ms; ${thread.longTasks}; ${report.holes}; ${digits(report.groundMissingSeconds)} s`, bar: '<= 8 ms; 0; 0; 0', ok: p99 <= 8 && thread.longTasks === 0 && report.holes === 0 && report.groundMissingSeconds === 0, note: `${length}; CPU of the page's thread from the trace; by the clock p99 ${digits(cpu.p99)} ms, ${report.longTasks} tasks over 50 ms; frame p50 ${digits(median(thread.frameMs))}, most ${digits(Math.max(...thread.frameMs))} ms; pixels not filled` })
  }
  await page.close()
  return figures
}

/** L8: turning round at once. */
export async function measureTurn(app: App): Promise<Figure> {
  const { page } = await app.open(true)
  await untilSettled(page, 20_000)
  const holes: number[] = []
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const found = await page.evaluate(async (limit) => {
      const { percipi } = window
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      const { player } = percipi.state()
      const started = performance.now()
      percipi.look(player.yaw + Math.PI, player.pitch)
      await frame()
      await frame()
      const first = percipi.state().terrain.holes
      while (performance.now() - started < limit && percipi.state().terrain.pending > 0) await frame()
      return { first, ms: performance.now() - started }
    }, SETTLE_MS)
    holes.push(found.first)
    times.push(found.ms)
    await page.waitForTimeout(500)
  }
  await page.close()
  const most = Math.max(...holes)
  const ms = median(times)
  return { id: 'L8', what: 'turning round: holes in the first frame; time to full detail', figure: `${most}; ${digits(ms, 0)} ms`, bar: '0; <= 250 ms', ok: most === 0 && ms <= 250, note: `${TURNS} turns; two frames at least are in the time` }
}

/** L9: a long flight: heap, GPU objects, drawn chunks; after a quick one of the same length, which fills what is bounded (caches, pools) to its bound. */
export async function measureLongFlight(app: App, options: BenchOptions): Promise<Figure> {
  const { page, cdp } = await app.open(true)
  await untilSettled(page, 20_000)
  const meters = options.kilometers * 1_000
  await fly(page, FILLING_SPEED, meters / FILLING_SPEED, { x: -0.6, z: -0.8 })
  const points: Array<{ km: number; heap: number; objects: number; drawn: number }> = []
  const before = await weighHeap(cdp)
  const legs = 10
  for (let leg = 0; leg <= legs; leg++) {
    if (leg > 0) await fly(page, 300, meters / legs / 300, { x: 0.8, z: -0.6 })
    const { render, terrain } = await page.evaluate(() => window.percipi.state())
    points.push({ km: (options.kilometers / legs) * leg, heap: (await heapBytes(cdp)) / 1e6, objects: render.geometries + render.textures, drawn: terrain.drawn })
  }
  const after = await weighHeap(cdp)
  await page.close()
  const slope = slopeOf(points.map(({ km, heap }) => [km, heap] as const))
  const objects = points.map((point) => point.objects)
  const gained = slopeOf(points.map((point) => [point.km, point.objects] as const)) * options.kilometers
  const drawn = Math.max(...points.map((point) => point.drawn))
  return { id: 'L9', what: 'long flight: heap slope; GPU objects gained; drawn chunks', figure: `${digits(slope, 3)} MB/km; ${digits(gained, 0)}; ${drawn}`, bar: '<= 0.05; 0; <= 220', ok: slope <= 0.05 && gained <= 2 && drawn <= 220, note: `${options.kilometers} km at 300 m/s after as many at ${FILLING_SPEED} m/s, heap ${digits(points[0]!.heap, 1)} → ${digits(points.at(-1)!.heap, 1)} MB, of it code that the engine compiled meanwhile ${digits((after.code - before.code) / 1e6)} and values ${digits((after.values - before.values) / 1e6)} MB; between ${Math.min(...objects)} and ${Math.max(...objects)} objects by what stands in sight` }
}

function slopeOf(points: ReadonlyArray<readonly [x: number, y: number]>): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return over / Math.max(1e-9, points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0))
}

/** L11: other seeds one after another, and what stays behind. */
export async function measureSwaps(app: App): Promise<Figure> {
  const { page, cdp } = await app.open(true)
  await untilSettled(page, 20_000)
  const swap = async (seed: string): Promise<number> => {
    const ms = await page.evaluate(async (name) => {
      const started = performance.now()
      await window.percipi.setSeed(name)
      return performance.now() - started
    }, seed)
    return ms
  }
  // the first fills what is filled once: caches, pools, the minds
  await swap('warm')
  await swap('bench')
  await untilSettled(page, 10_000)
  const before = await weighHeap(cdp)
  const times: number[] = []
  for (let n = 0; n < SWAPS; n++) times.push(await swap(n === SWAPS - 1 ? 'bench' : `swap-${n}`))
  await untilSettled(page, 10_000)
  const after = await weighHeap(cdp)
  await page.close()
  const grown = (after.values - before.values) / 1e6
  const most = Math.max(...times)
  return { id: 'L11', what: 'swapping seeds: longest; heap gained after all but compiled code', figure: `${digits(most, 0)} ms; ${digits(grown)} MB`, bar: '<= 1,500 ms; <= 1 MB', ok: most <= 1_500 && grown <= 1, note: `${SWAPS} swaps, median ${digits(median(times), 0)} ms; begins and ends with the same seed; code that the engine compiled meanwhile ${digits((after.code - before.code) / 1e6)} MB` }
}
