/** A map that forgets what was used longest ago, within a budget of bytes. */

/** See `createLru`. */
export type Lru<Key, Value> = {
  get(key: Key): Value | undefined
  has(key: Key): boolean
  set(key: Key, value: Value, bytes: number): void
  take(key: Key): Value | undefined
  clear(): void
  readonly bytes: number
  readonly size: number
}

/** A least-recently-used map holding at most `budgetBytes`; `onEvict` sees each value that had to go. */
export function createLru<Key, Value>(budgetBytes: number, onEvict?: (value: Value, key: Key) => void): Lru<Key, Value> {
  const entries = new Map<Key, { value: Value; bytes: number }>()
  let total = 0

  function take(key: Key): Value | undefined {
    const entry = entries.get(key)
    if (!entry) return undefined
    entries.delete(key)
    total -= entry.bytes
    return entry.value
  }

  return {
    take,
    has: (key) => entries.has(key),
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      take(key)
      entries.set(key, { value, bytes })
      total += bytes
      for (const [oldest, entry] of entries) {
        if (total <= budgetBytes || entries.size === 1) break
        entries.delete(oldest)
        total -= entry.bytes
        onEvict?.(entry.value, oldest)
      }
    },
    clear() {
      if (onEvict) for (const [key, entry] of entries) onEvict(entry.value, key)
      entries.clear()
      total = 0
    },
    get bytes() {
      return total
    },
    get size() {
      return entries.size
    },
  }
}
