/** Kept worlds, one for each seed; a store that fails says so in words and never throws. */
import { openDatabase, type PercipiDatabase } from './database.ts'
import { describeFailure } from './memory-problems.ts'

/** Where worlds are kept. */
export type WorldStore = {
  /** What is kept of a seed, unchecked; null when nothing is. */
  load(seed: string): Promise<{ snapshot: unknown; problem: string | null }>
  /** Keeps a world; resolves with a sentence when it could not be kept. */
  save(seed: string, snapshot: unknown): Promise<string | null>
  /** Moves what is kept of a seed out of the way, so that it is neither read nor overwritten. */
  setAside(seed: string): Promise<void>
  /** Removes what is kept of a seed, and what was set aside of it. */
  remove(seed: string): Promise<void>
  /** Seeds of which something is kept, set aside or not. */
  list(): Promise<string[]>
}

const ASIDE = 'kept aside: '

/** Opens the store at its first use, and again when the browser closed it. */
export function createWorldStore(open: () => Promise<PercipiDatabase> = openDatabase): WorldStore {
  async function within<T>(work: (database: PercipiDatabase) => Promise<T>): Promise<T> {
    return work(await open())
  }
  return {
    async load(seed) {
      try {
        return { snapshot: (await within((database) => database.get('worlds', seed))) ?? null, problem: null }
      } catch (error) {
        return { snapshot: null, problem: describeFailure(error) }
      }
    },
    async save(seed, snapshot) {
      try {
        await within((database) => {
          const transaction = database.transaction('worlds', 'readwrite')
          const written = Promise.all([transaction.store.put(snapshot, seed), transaction.done])
          // said outright: a page that is left does not live to hear that its write has come to an end
          transaction.commit()
          return written
        })
        return null
      } catch (error) {
        return describeFailure(error)
      }
    },
    async setAside(seed) {
      try {
        await within(async (database) => {
          const transaction = database.transaction('worlds', 'readwrite')
          const kept: unknown = await transaction.store.get(seed)
          if (kept !== undefined) {
            await transaction.store.put(kept, `${ASIDE}${seed}`)
            await transaction.store.delete(seed)
          }
          await transaction.done
        })
      } catch {
        // a store that cannot be read was already explained by load
      }
    },
    async list() {
      try {
        return await within(async (database) => {
          const seeds = new Set((await database.getAllKeys('worlds')).map((key) => (key.startsWith(ASIDE) ? key.slice(ASIDE.length) : key)))
          // people can remember a world that was left before it was kept itself
          let cursor = await database.transaction('memories').store.openKeyCursor()
          while (cursor) {
            const [seed] = cursor.key
            seeds.add(seed)
            cursor = await cursor.continue([seed, []] as never)
          }
          return [...seeds]
        })
      } catch {
        return []
      }
    },
    async remove(seed) {
      try {
        await within((database) => database.delete('worlds', seed))
        await within((database) => database.delete('worlds', `${ASIDE}${seed}`))
      } catch {
        // nothing is kept where nothing can be
      }
    },
  }
}
