/** Cancelling, without the browser's AbortController. */
import type { CancelSignal } from './protocol.ts'

/** A signal and the function that fires it. */
export type CancelSource = { readonly signal: CancelSignal; cancel(): void }

/** A new signal, not fired yet. */
export function createCancelSource(): CancelSource {
  const listeners = new Set<() => void>()
  let cancelled = false
  return {
    signal: {
      get cancelled() {
        return cancelled
      },
      onCancel(callback) {
        if (cancelled) callback()
        else listeners.add(callback)
        return () => listeners.delete(callback)
      },
    },
    cancel() {
      if (cancelled) return
      cancelled = true
      for (const listener of listeners) listener()
      listeners.clear()
    },
  }
}

/** A signal that fires when either does. */
export function eitherOf(a: CancelSignal, b: CancelSignal): CancelSignal {
  return {
    get cancelled() {
      return a.cancelled || b.cancelled
    },
    onCancel(callback) {
      let called = false
      const once = (): void => {
        if (called) return
        called = true
        callback()
      }
      const stops = [a.onCancel(once), b.onCancel(once)]
      return () => stops.forEach((stop) => stop())
    },
  }
}
