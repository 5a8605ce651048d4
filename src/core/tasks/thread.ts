/** A thread as the pure floors see it, and the port to it. */
import type { Port } from './protocol.ts'

/** What is needed of a thread; a browser's Worker has it. */
export type Thread = {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: { readonly type: string; readonly data?: unknown; readonly message?: string }) => void): void
  terminate(): void
}

/** The port to a thread; `onDeath` hears, with a reason, of an error that nothing inside caught. */
export function openThread(thread: Thread, onDeath: (reason: string) => void): Port {
  const port: Port = { postMessage: (message, transfer) => thread.postMessage(message, transfer), onmessage: null }
  thread.addEventListener('message', (event) => port.onmessage?.({ data: event.data }))
  const die = (event: { readonly type: string; readonly message?: string }): void => onDeath(event.message ?? event.type)
  thread.addEventListener('error', die)
  thread.addEventListener('messageerror', die)
  return port
}
