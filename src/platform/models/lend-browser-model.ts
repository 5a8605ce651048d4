/** Lends the browser's own model, which only pages have, to a worker; what serves it is read when it is first asked. */
import { logWarning } from '../log.ts'
import { LENT } from './browser-model-protocol.ts'

/** Hands one end of a channel to the worker, where this browser has a model at all. */
export function lendBrowserModel(worker: { postMessage(message: unknown, transfer: MessagePort[]): void }): void {
  if (!('LanguageModel' in globalThis)) return
  const { port1, port2 } = new MessageChannel()
  const early: MessageEvent[] = []
  port1.onmessage = (event) => {
    if (early.push(event) > 1) return
    import('./serve-browser-model.ts').then(
      ({ serveBrowserModel }) => serveBrowserModel(port1, early),
      (error: unknown) => {
        logWarning(`what lends the browser's own model could not be read, and is read again when it is asked next: ${String(error)}`)
        // whoever asked runs into its limit of time; nobody is answered twice
        early.length = 0
      },
    )
  }
  worker.postMessage({ type: LENT }, [port2])
}
