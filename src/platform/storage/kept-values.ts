/** Small values kept by this browser or by this tab, as JSON; a browser that refuses storage keeps them while the page lives. */

/** Where a value is kept: `device` outlives the tab, `tab` ends with it. */
export type Keeping = 'device' | 'tab'

const fallback = new Map<string, string>()

function storageOf(keeping: Keeping): Storage | null {
  try {
    return keeping === 'device' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

/** The value kept under `key`, as parsed JSON; null where there is none or it cannot be read. The caller checks its shape. */
export function readKept(keeping: Keeping, key: string): unknown {
  try {
    const text = storageOf(keeping)?.getItem(`percipi.${key}`) ?? fallback.get(`${keeping}.${key}`)
    return text === undefined || text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** Keeps `value` under `key`, or removes it when null; false when only the page's own memory holds it. */
export function keep(keeping: Keeping, key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  if (value === null) fallback.delete(`${keeping}.${key}`)
  else fallback.set(`${keeping}.${key}`, text)
  try {
    const storage = storageOf(keeping)
    if (!storage) return false
    if (value === null) storage.removeItem(`percipi.${key}`)
    else storage.setItem(`percipi.${key}`, text)
    return true
  } catch {
    return false
  }
}

/** Hears when another tab keeps a value under `key` on this device; gives what stops that. */
export function listenToKept(key: string, changed: () => void): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === `percipi.${key}`) changed()
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
