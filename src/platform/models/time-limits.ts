/** The time limits of one call: to the first token, between pieces, and in all; and its cancelling. */
import type { CancelSignal } from '#core/tasks/protocol.ts'

/** Why a call was stopped. */
export type StopCause = 'cancelled' | 'first-token' | 'idle' | 'total'

/** See `createTimeLimits`. */
export type TimeLimits = {
  readonly cause: StopCause | null
  /** Whether the call is to be stopped now. */
  readonly stopped: boolean
  /** Something came from the wire; `isToken` when it carried the first words. */
  heard(isToken: boolean): void
  /** From now on silence of `ms` ends the call: the server has said that it finished. */
  allowSilence(ms: number): void
  /** Milliseconds until the nearest limit that holds before the first token. */
  remaining(): number
  /** Waits; resolves early, with false, when the call is stopped. */
  wait(ms: number): Promise<boolean>
  /** Calls back when the call is stopped, at once when it is; returns a function that stops listening. */
  onStop(callback: () => void): () => void
  /** Releases timers and listeners. */
  end(): void
}

/** Starts the clocks; milliseconds. */
export function createTimeLimits(limits: { firstTokenMs: number; idleMs: number; totalMs: number }, signal: CancelSignal, now: () => number): TimeLimits {
  const started = now()
  const listeners = new Set<() => void>()
  let cause: StopCause | null = null
  let lastHeard = started
  let hasToken = false
  let idleMs = Math.max(1, limits.idleMs)
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  function stop(why: StopCause): void {
    if (cause !== null) return
    cause = why
    for (const listener of listeners) listener()
    listeners.clear()
  }
  // re-armed for what is left instead of at every piece: pieces come thousands a second
  function watchSilence(): void {
    const left = lastHeard + idleMs - now()
    if (left <= 0) stop('idle')
    else idleTimer = setTimeout(watchSilence, left + 1)
  }
  const totalTimer = setTimeout(() => stop('total'), Math.max(1, limits.totalMs))
  const firstTimer = setTimeout(() => stop('first-token'), Math.max(1, limits.firstTokenMs))
  const unlisten = signal.onCancel(() => stop('cancelled'))

  return {
    get cause() {
      return cause
    },
    get stopped() {
      return cause !== null
    },
    heard(isToken) {
      lastHeard = now()
      if (!isToken || hasToken) return
      hasToken = true
      clearTimeout(firstTimer)
      watchSilence()
    },
    allowSilence(ms) {
      idleMs = Math.min(limits.idleMs, ms)
      clearTimeout(firstTimer)
      clearTimeout(idleTimer)
      watchSilence()
    },
    remaining: () => Math.min(limits.firstTokenMs, limits.totalMs) - (now() - started),
    wait: (ms) =>
      new Promise((resolve) => {
        if (cause !== null) return resolve(false)
        const stopped = (): void => {
          clearTimeout(timer)
          resolve(false)
        }
        const timer = setTimeout(() => {
          listeners.delete(stopped)
          resolve(true)
        }, ms)
        listeners.add(stopped)
      }),
    onStop(callback) {
      if (cause !== null) callback()
      else listeners.add(callback)
      return () => listeners.delete(callback)
    },
    end() {
      clearTimeout(totalTimer)
      clearTimeout(firstTimer)
      clearTimeout(idleTimer)
      unlisten()
      listeners.clear()
    },
  }
}
