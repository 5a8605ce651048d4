/** Words on their way to the page, a few times a second and no more: no model is so fast that its tokens cost the frame anything. */
import type { ThoughtProgress } from './minds-protocol.ts'

/** Milliseconds between two reports of one thought. */
const REPORT_MS = 90
/** The most characters that one report carries on; nobody reads faster, and the whole text comes with the result. */
const MOST_CHARACTERS = 600

/** Gathers what arrives and reports it at most every 90 ms; what is left at the end comes with the result. */
export function paceProgress(report: (progress: ThoughtProgress) => void, now: () => number): (progress: ThoughtProgress) => void {
  const waiting = { speech: '', thinking: '' }
  let lastMs = -Infinity
  return ({ type, text }) => {
    waiting[type] += text
    if (now() - lastMs < REPORT_MS) return
    lastMs = now()
    for (const channel of ['speech', 'thinking'] as const) {
      if (waiting[channel] === '') continue
      report({ type: channel, text: waiting[channel].slice(0, MOST_CHARACTERS) })
      waiting[channel] = ''
    }
  }
}
