/** What the browser says of the room it gives this page, and its promise not to clear it of itself. */

/** The storage of this page's origin; null where the browser does not tell. */
export type BrowserStorage = {
  /** Whether the browser promised to keep it until the player clears it. */
  promised: boolean | null
  usedBytes: number | null
  /** The most it may come to. */
  roomBytes: number | null
}

/** The part of `StorageManager` that is used; each method is missing in some browsers. */
type Manager = Partial<Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>>

/** What the browser says now; never rejects. */
export async function readBrowserStorage(manager: Manager | null = storageManager()): Promise<BrowserStorage> {
  const [promised, estimate] = await Promise.all([answerOf(() => manager?.persisted?.()), answerOf(() => manager?.estimate?.())])
  return { promised: manager?.persist ? promised : null, usedBytes: estimate?.usage ?? null, roomBytes: estimate?.quota ?? null }
}

/** Asks the browser to promise; some ask the player in turn. Resolves with whether it does; null where it cannot be asked. */
export async function askToPersist(manager: Manager | null = storageManager()): Promise<boolean | null> {
  return answerOf(() => manager?.persist?.())
}

function storageManager(): Manager | null {
  // missing in older browsers, and on pages that did not come over a secure line
  return (navigator as { storage?: StorageManager }).storage ?? null
}

async function answerOf<T>(ask: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await ask()) ?? null
  } catch {
    return null
  }
}
