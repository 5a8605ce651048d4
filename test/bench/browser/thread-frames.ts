/** CPU of the page's own thread, frame by frame, from a trace: time in which other processes had the core does not count. */
import type { Browser, Page } from '@playwright/test'

/** What a stretch of frames cost, milliseconds of CPU. */
export type ThreadFrames = {
  /** All that ran between two pictures: animation callbacks, messages, timers, layout, garbage. */
  frameMs: number[]
  /** Pieces of work that took more than 50 ms of CPU. */
  longTasks: number
}

type TraceEvent = { name: string; ph: string; tid: number; pid: number; ts: number; dur?: number; tdur?: number }

/** The event with which a picture's work on the page ends. */
const END_OF_FRAME = 'Layerize'
const LONG_MS = 50

/** Traces the page while `work` runs. */
export async function framesOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<ThreadFrames> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const main = traceEvents.find((event) => event.name === 'FireAnimationFrame')
  if (!main) throw new Error('no picture was made while the page was traced')
  const own = traceEvents.filter((event) => event.ph === 'X' && event.tid === main.tid && event.pid === main.pid).toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const frames: number[] = []
  let sum = 0
  let until = -Infinity
  let longTasks = 0
  for (const { name, ts, dur = 0, tdur = 0 } of own) {
    // what runs inside another piece of work is in that one already
    if (ts >= until) {
      until = ts + dur
      sum += tdur / 1_000
      if (tdur > LONG_MS * 1_000) longTasks++
    }
    if (name !== END_OF_FRAME) continue
    frames.push(sum)
    sum = 0
  }
  return { frameMs: frames, longTasks }
}
