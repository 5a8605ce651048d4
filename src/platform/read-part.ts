/** Reads parts of the page that are wanted later. A browser remembers for good that a part could not be read; it is asked for under another address then. */

/** Milliseconds after which a part that did not come is asked for once more by itself. */
const ONCE_MORE_MS = 600

/**
 * Reads parts by their path, each once. One that fails is tried again after a moment, and anew whenever it is wanted; `load` is the browser's own import.
 * Rejects with what the browser says. What such a part needs in turn keeps its address: where that failed, too, only loading the page again helps.
 */
export function createPartReader(load: (address: string) => Promise<unknown>, wait: () => Promise<void>): (path: string) => Promise<unknown> {
  const reads = new Map<string, Promise<unknown>>()
  const tries = new Map<string, number>()
  const attempt = (path: string): Promise<unknown> => {
    const tried = tries.get(path) ?? 0
    tries.set(path, tried + 1)
    return load(tried === 0 ? path : `${path}?again=${tried}`)
  }
  return (path) => {
    const begun = reads.get(path)
    if (begun) return begun
    const reading = attempt(path).catch(() => wait().then(() => attempt(path)))
    reads.set(path, reading)
    reading.catch(() => reads.delete(path))
    return reading
  }
}

declare global {
  /** What the build writes in place of `import()` in the parts of the page, which all lie in one folder. */
  var readPart: (path: string) => Promise<unknown>
}

globalThis.readPart = createPartReader(
  (address) => import(/* @vite-ignore */ address),
  () => new Promise((resolve) => setTimeout(resolve, ONCE_MORE_MS)),
)
