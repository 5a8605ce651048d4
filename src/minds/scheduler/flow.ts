/** How many tokens arrive a second just now, over all calls; whoever counts a token pays nothing for it. */

const WINDOW_MS = 2_000
const CHARACTERS_A_TOKEN = 4

/** See `createFlow`. */
export type Flow = { add(characters: number): void; readonly perSecond: number }

/** A meter of the last two seconds; exact to how often it is read. */
export function createFlow(now: () => number): Flow {
  let total = 0
  let marks: Array<{ at: number; total: number }> = []
  return {
    add(characters) {
      total += characters
    },
    get perSecond() {
      const time = now()
      marks = marks.filter(({ at }) => time - at <= WINDOW_MS)
      const [oldest] = marks
      if (marks.at(-1)?.at !== time) marks.push({ at: time, total })
      if (!oldest || oldest.total === total) return 0
      return ((total - oldest.total) / CHARACTERS_A_TOKEN / Math.max(1, time - oldest.at)) * 1000
    },
  }
}
