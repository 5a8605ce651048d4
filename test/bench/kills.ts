/** M7: a tab, and at times the whole browser, killed at random moments while memories are written to a real database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { createRng, nextFloat } from '#core/rng.ts'
import type { Bench, BenchOptions, Figure } from './bench.ts'
import type { FoundMemories } from './browser/kill-page.ts'
import { serve } from './browser/open-app.ts'

const KILLS = 200
/** Every so many kills the whole browser is killed, not the tab. */
const BROWSER_EVERY = 10
/** Kills after which another world begins, so that looking stays quick. */
const KILLS_A_WORLD = 10
/** How long a tab writes before it is killed, milliseconds. */
const SHORTEST_MS = 15
const LONGEST_MS = 350
const ARGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

declare global {
  interface Window {
    killPage: { read(seed: string): Promise<FoundMemories>; write(seed: string, dice: number): Promise<void> }
  }
}

type Count = { kills: number; browsers: number; acknowledged: number; lost: number; corrupt: number; extra: number; examples: string[] }

/** Kills while memories are written. */
export const killsBench: Bench = {
  ids: ['M7'],
  async run(options) {
    return [await measureKills(options)]
  },
}

async function measureKills(options: BenchOptions): Promise<Figure> {
  writeFileSync(join(options.bundle, 'kill.html'), '<!doctype html><title>kill</title><script type="module" src="/kill-page.js"></script>')
  const server = await serve(options.bundle)
  const { port } = server.address() as { port: number }
  const url = `http://localhost:${port}/kill.html`
  const profile = mkdtempSync(join(tmpdir(), 'percipi-kills-'))
  const open = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, { args: ARGS, ...(options.chromium === null ? {} : { executablePath: options.chromium }) })
  const rng = createRng(7)
  const count: Count = { kills: 0, browsers: 0, acknowledged: 0, lost: 0, corrupt: 0, extra: 0, examples: [] }
  let context = await open()
  let acked = new Map<string, string>()
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const seed = `kills-${Math.floor(kill / KILLS_A_WORLD)}`
      if (kill % KILLS_A_WORLD === 0) acked = new Map()
      const page = await context.newPage()
      page.on('console', (message) => {
        const text = message.text()
        if (!text.startsWith('ack ')) return
        for (const [id, hash] of JSON.parse(text.slice(4)) as Array<[string, string]>) acked.set(id, hash)
      })
      await begin(page, url)
      void page.evaluate(([name, dice]) => window.killPage.write(name, dice), [seed, kill + 1] as const).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_MS + nextFloat(rng) * (LONGEST_MS - SHORTEST_MS)))
      if (kill % BROWSER_EVERY === BROWSER_EVERY - 1) {
        await killBrowser(context)
        count.browsers++
        context = await open()
      } else await killTab(context, page)
      count.kills++
      await look(context, { url, seed }, acked, count)
    }
  } finally {
    await context.close().catch(() => undefined)
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true })
  }
  const { kills, browsers, acknowledged, lost, corrupt, extra, examples } = count
  return { id: 'M7', what: `acknowledged memories lost; corrupt loads, in ${kills} kills`, figure: `${lost}; ${corrupt}`, bar: '0; 0', ok: kills === KILLS && acknowledged > 0 && lost === 0 && corrupt === 0, note: `${browsers} of the whole browser, ${acknowledged} acknowledged, ${extra} found that were not${examples.length > 0 ? `; ${examples.join('; ')}` : ''}` }
}

/** Opens the store anew, and counts what was acknowledged and is not there, or not as it was. */
async function look(context: BrowserContext, { url, seed }: { url: string; seed: string }, acked: ReadonlyMap<string, string>, count: Count): Promise<void> {
  const page = await context.newPage()
  await begin(page, url)
  const { hashes, problem } = await page.evaluate((name) => window.killPage.read(name), seed)
  await page.close()
  const lost = [...acked].filter(([id, hash]) => hashes[id] !== hash)
  count.lost += lost.length
  if (count.kills % KILLS_A_WORLD === 0) {
    count.acknowledged += acked.size
    count.extra += Object.keys(hashes).length - acked.size
  }
  if (problem !== null) count.corrupt++
  if ((lost.length > 0 || problem !== null) && count.examples.length < 3) count.examples.push(problem ?? `kill ${count.kills}: ${lost[0]?.[0]}`)
}

async function begin(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => 'killPage' in window)
}

/** The process behind a tab crashes. */
async function killTab(context: BrowserContext, page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const cdp = await context.newCDPSession(page)
  void cdp.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close().catch(() => undefined)
}

/** The browser is killed from outside, with all that it had in hand. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser()
  const page = context.pages()[0] ?? (await context.newPage())
  const cdp = await context.newCDPSession(page)
  const gone = new Promise((resolve) => context.once('close', resolve))
  void cdp.send('Browser.crash').catch(() => undefined)
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000))])
  await browser?.close().catch(() => undefined)
}
