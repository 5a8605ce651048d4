/** Chromium with the production build, for benches: one browser, pages opened as needed. */
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { discardPixels } from '../../support/discard-pixels.ts'
import type { BenchOptions } from '../bench.ts'

const ARGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--enable-unsafe-swiftshader', '--js-flags=--expose-gc', '--enable-precise-memory-info']
const TYPES: { readonly [ending: string]: string } = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' }
const OPEN_MS = 60_000

/** The app in a browser. */
export type App = {
  browser: Browser
  url: string
  /** A page with the world ready, on the low preset at 640×360, nothing stored. `blind`: everything is done but the filling of pixels, which on a machine without a graphics card would drown all else. */
  open(blind?: boolean): Promise<{ page: Page; cdp: CDPSession }>
  close(): Promise<void>
}

/** Serves dist/ and starts Chromium. */
export async function openApp(options: BenchOptions): Promise<App> {
  const server = await serve(options.dist)
  const { port } = server.address() as { port: number }
  const url = `http://localhost:${port}/`
  const browser = await chromium.launch({ args: ARGS, ...(options.chromium === null ? {} : { executablePath: options.chromium }) })
  return {
    browser,
    url,
    async open(blind = false) {
      const page = await browser.newPage({ viewport: { width: 640, height: 360 } })
      if (blind) await page.addInitScript(discardPixels)
      await page.goto(`${url}?quality=low&seed=bench&fresh=1&hour=11`)
      await untilReady(page)
      return { page, cdp: await page.context().newCDPSession(page) }
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Waits until the console interface says that the world is there. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'percipi' in window, undefined, { timeout: OPEN_MS })
  await page.evaluate(() => window.percipi.ready)
}

/** Waits until nothing of the land is awaited any more; milliseconds it took, or null after `limitMs`. */
export async function untilSettled(page: Page, limitMs: number): Promise<number | null> {
  return page.evaluate(async (limit) => {
    const started = performance.now()
    while (performance.now() - started < limit) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      if (window.percipi.state().terrain.pending === 0) return performance.now() - started
    }
    return null
  }, limitMs)
}

/** Somebody who is willing to talk: each person is asked in turn. */
export async function findTalker(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { people, player } = window.percipi.state()
    const nearest = people.toSorted((a, b) => Math.hypot(a.x - player.x, a.z - player.z) - Math.hypot(b.x - player.x, b.z - player.z))
    for (const { id } of nearest) {
      try {
        await window.percipi.say(id, 'Good day to you.')
        return id
      } catch {
        // asleep, at work or unwilling: ask the next
      }
    }
    throw new Error('nobody wants to talk')
  })
}

/** Bytes of JavaScript heap in use after a collection. */
export async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize
}

/** Bytes of the JavaScript heap after a collection, apart: values, and code that the engine compiled for functions that run often, which comes of time and not of what is held. */
export async function weighHeap(cdp: CDPSession): Promise<{ values: number; code: number }> {
  const parts: string[] = []
  const hear = ({ chunk }: { chunk: string }): void => void parts.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', hear)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', hear)
  const { snapshot, nodes } = JSON.parse(parts.join('')) as { snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }; nodes: number[] }
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')]
  const sums = { values: 0, code: 0 }
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt]!]
    // native: the browser's own memory, buffers among it, which no figure of the heap counts
    if (type !== 'native') sums[type === 'code' ? 'code' : 'values'] += nodes[at + sizeAt]!
  }
  return sums
}

/** CPU seconds that the main thread has spent in tasks so far. */
export async function mainThreadSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN
}

/** Serves the files of a folder on this machine. */
export function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    readFile(join(folder, path === '/' ? 'index.html' : path)).then(
      (bytes) => {
        response.writeHead(200, { 'content-type': TYPES[extname(path === '/' ? '.html' : path)] ?? 'text/html', 'cache-control': /-[\w-]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache' })
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
