/** A clock that stands still until it is told to go on, with the timers of a scheduler. */

/** See `createSimulatedTime`. */
export type SimulatedTime = {
  now(): number
  after(ms: number, callback: () => void): () => void
  /** Resolves when so much time has passed. */
  wait(ms: number): Promise<void>
  /** Lets time pass: whatever is due happens in its order, with all that it leads to. */
  advance(ms: number): Promise<void>
}

/** Time that begins at `start`, milliseconds since 1970. */
export function createSimulatedTime(start = 1_000_000): SimulatedTime {
  let now = start
  let next = 0
  const timers = new Map<number, { at: number; callback: () => void }>()
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) await Promise.resolve()
  }
  const time: SimulatedTime = {
    now: () => now,
    after(ms, callback) {
      const id = next++
      timers.set(id, { at: now + Math.max(0, ms), callback })
      return () => timers.delete(id)
    },
    wait: (ms) => new Promise((resolve) => time.after(ms, resolve)),
    async advance(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        let first: [number, { at: number; callback: () => void }] | null = null
        for (const timer of timers) if (timer[1].at <= end && (first === null || timer[1].at < first[1].at)) first = timer
        if (first === null) break
        timers.delete(first[0])
        now = Math.max(now, first[1].at)
        first[1].callback()
        await settle()
      }
      now = end
      await settle()
    },
  }
  return time
}

/** Time in which whatever is waited for has come by the next turn of the loop: nobody waits, and everything has its order. */
export function createHastyTime(start = 1_000_000): Pick<SimulatedTime, 'now' | 'after'> {
  let now = start
  return {
    now: () => now,
    after(ms, callback) {
      const timer = setTimeout(() => {
        now += ms
        callback()
      })
      return () => clearTimeout(timer)
    },
  }
}
