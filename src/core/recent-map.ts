/** A map that remembers what was used lately: two generations, of which the older is forgotten whole. Cheap, bounded, and never empty at once. */

/** See `createRecentMap`. */
export type RecentMap<Key, Value> = {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** A map of at least the `kept` entries used last, and of twice as many at most. */
export function createRecentMap<Key, Value>(kept: number): RecentMap<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()

  function set(key: Key, value: Value): void {
    if (young.size >= kept) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  return {
    get(key) {
      const found = young.get(key)
      if (found !== undefined) return found
      const aged = old.get(key)
      if (aged !== undefined) set(key, aged)
      return aged
    },
    set,
  }
}
