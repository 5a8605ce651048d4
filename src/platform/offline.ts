/** Keeps the files of the page in this browser, so that it opens without a connection, too, and tells when a newer version of it is there. */

/** Milliseconds between two looks for a newer version. */
const LOOK_AGAIN_MS = 3_600_000
/** Milliseconds that a newer version may take to come into its own before the page is read anew all the same. */
const TAKE_OVER_MS = 2_000

/**
 * Starts keeping them, where the browser can and the page was built; a browser that refuses is left alone, and nothing is said, for nothing is lost.
 * Calls `onNewer` once when a newer version is kept, with what reads the page anew.
 */
export async function keepReadable(onNewer: (reload: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register(new URL('./offline.js', document.baseURI), { updateViaCache: 'none' })
    let told = false
    const meet = async (worker: ServiceWorker | null): Promise<void> => {
      // the first of all comes into its own by itself
      if (!worker || !registration.active) return
      await untilWaiting(worker)
      if (worker.state !== 'installed' || (await isOfThisPage(worker)) || told) return
      told = true
      onNewer(() => reload(worker))
    }
    registration.addEventListener('updatefound', () => void meet(registration.installing))
    registration.active?.postMessage({ kind: 'begun' })
    setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN_MS)
    await meet(registration.waiting ?? registration.installing)
  } catch {
    // private windows and some settings refuse it: the page is then read from its server, as ever
  }
}

function untilWaiting(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== 'installing') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/** Whether the worker keeps the very build that this page is of; it then takes over by itself. */
function isOfThisPage(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ kind: 'whose', script: document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src }, [port2])
  })
}

function reload(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage({ kind: 'take-over' })
  setTimeout(() => location.reload(), TAKE_OVER_MS)
}
