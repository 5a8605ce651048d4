/** A device without room. */
import type { PercipiDatabase } from '#platform/storage/database.ts'

/** How a browser refuses: before anything is written, or when all of it was, at the end. */
export type Refusal = 'none' | 'at once' | 'at the end'

/** A database that refuses to write as long, and in the way, that `refusal` says; reading goes on. */
export function refusingDatabase(database: PercipiDatabase, refusal: () => Refusal): PercipiDatabase {
  const full = (): DOMException => new DOMException('no room', 'QuotaExceededError')
  return new Proxy(database, {
    get(target, name) {
      if (name === 'put' && refusal() !== 'none') return () => Promise.reject(full())
      if (name === 'transaction') {
        return (stores: 'memories', mode: 'readonly' | 'readwrite') => {
          const how = mode === 'readwrite' ? refusal() : 'none'
          if (how === 'at once') throw full()
          const transaction = target.transaction(stores, mode)
          if (how === 'none') return transaction
          void transaction.done.catch(() => undefined)
          const done = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
            transaction.abort()
            throw full()
          })
          return { store: transaction.store, done, commit: () => undefined }
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
