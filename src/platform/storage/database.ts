/** The one database of this game in this browser: its stores, its versions, and what happens when another tab wants it changed. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Name of the database. */
const DATABASE_NAME = 'percipi'
/** Version of its stores. */
const DATABASE_VERSION = 1
/** How long an upgrade waits for other tabs. */
const BLOCKED_MS = 4_000

/** What is in the database. `memories` are keyed by seed, person and number; `worlds` by seed; `settings` by name. Values are checked by whoever reads them. */
export interface PercipiSchema extends DBSchema {
  memories: { key: [seed: string, npcId: string, sequence: number]; value: unknown }
  worlds: { key: string; value: unknown }
  settings: { key: string; value: unknown }
}
/** The open database. */
export type PercipiDatabase = IDBPDatabase<PercipiSchema>

let opening: Promise<PercipiDatabase> | null = null
const losers = new Set<() => void>()

/** Calls back whenever the database was closed under us: deleted, taken over by a newer version, or lost by the browser. */
export function onDatabaseLost(callback: () => void): void {
  losers.add(callback)
}

/** Opens the database, or gives the one already open; rejects where the browser has none to give. A database that was closed under us is opened anew by the next call. */
export function openDatabase(): Promise<PercipiDatabase> {
  opening ??= open().catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

/** Closes the database, so that it can be deleted or upgraded. */
export async function closeDatabase(): Promise<void> {
  const database = await opening?.catch(() => null)
  opening = null
  database?.close()
}

async function open(): Promise<PercipiDatabase> {
  if (typeof indexedDB === 'undefined') throw new Error('database: this browser gives the page no storage')
  const lose = (): void => {
    opening = null
    for (const callback of losers) callback()
  }
  const opened = openDB<PercipiSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      // each version adds its step; steps are never edited once released
      if (oldVersion < 1) {
        database.createObjectStore('memories')
        database.createObjectStore('worlds')
        database.createObjectStore('settings')
      }
    },
    // another tab brings a newer version or wipes: let it, and open anew when needed
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      lose()
    },
    terminated: lose,
  })
  // only now: where the browser refuses at once nobody would wait for it
  let giveUp: ReturnType<typeof setTimeout> | undefined
  const blocked = new Promise<never>((_, reject) => {
    giveUp = setTimeout(() => reject(new Error('database: another tab holds an older version open')), BLOCKED_MS)
  })
  try {
    return await Promise.race([opened, blocked])
  } finally {
    clearTimeout(giveUp)
    // a late opening nobody waits for any more must not hold the database
    void opened.then((database) => {
      if (opening === null) database.close()
    }, () => undefined)
  }
}
