/** One speed shared by all who speak at once, as a model's server shares its machine. */

/** A clock and its timer, in milliseconds. */
export type PaceTimers = { now(): number; after(ms: number, run: () => void): void }

/** Somebody who speaks: takes at most `count` tokens now and returns whether there is more to say. */
export type Speaker = (count: number) => boolean

/** See `createSharedPace`. */
export type SharedPace = {
  /** Lets somebody speak from now on, until it has said all or the function that is returned is called. */
  join(speaker: Speaker): () => void
}

/** Milliseconds between two helpings. */
const SLICE_MS = 5
/** What was not used for want of speakers or by a late timer is made up for as far as this, milliseconds. */
const MOST_BEHIND_MS = 60
/** A token that is owed but for the rounding of the clock is owed. */
const ROUNDING = 1e-6

/** Hands out `tokensPerSecond` (0: as fast as can be) among speakers in turn; each gets whole tokens. */
export function createSharedPace(tokensPerSecond: number, timers: PaceTimers): SharedPace {
  const speakers = new Set<Speaker>()
  let owed = 0
  let last = 0
  let running = false

  function slice(): void {
    const now = timers.now()
    owed = tokensPerSecond <= 0 ? Infinity : Math.min(owed + ((now - last) * tokensPerSecond) / 1_000, Math.max(1, (MOST_BEHIND_MS * tokensPerSecond) / 1_000))
    last = now
    for (let left = speakers.size; left > 0 && owed >= 1 - ROUNDING; left--) {
      const [speaker] = speakers
      if (!speaker) break
      // first of the ring, then last of it: when there are fewer tokens than speakers all have their turn
      speakers.delete(speaker)
      const count = owed === Infinity ? 1_000 : Math.max(1, Math.floor(owed / left))
      owed = Math.max(0, owed - count)
      if (speaker(count)) speakers.add(speaker)
    }
    running = speakers.size > 0
    if (running) timers.after(SLICE_MS, slice)
  }

  return {
    join(speaker) {
      speakers.add(speaker)
      if (!running) {
        running = true
        owed = 0
        last = timers.now()
        timers.after(Math.min(SLICE_MS, tokensPerSecond > 0 ? 1_000 / tokensPerSecond : 1), slice)
      }
      return () => void speakers.delete(speaker)
    },
  }
}
