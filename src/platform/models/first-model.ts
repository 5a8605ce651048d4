/** The model that is meant where none was named: the first that the server offers. */
import type { Dialect } from './dialect.ts'
import { openResponse, type ModelPorts } from './http-client.ts'
import { parseJson } from './loose.ts'
import { readModelNames } from './model-list.ts'
import { readSoon } from './read-soon.ts'

const LONGEST_LIST = 4_000_000
const QUIET_MS = 2_000
/** By base address, for as long as the thread lives. */
const found = new Map<string, string>()

/** The name found before; empty where none was. */
export function knownFirstModel(baseUrl: string): string {
  return found.get(baseUrl) ?? ''
}

/** Asks for the list; the name is kept. Null when there is no list, or nothing in it. Any failure is no name. */
export async function findFirstModel({ dialect, baseUrl, apiKey }: { dialect: Dialect; baseUrl: string; apiKey: string | null }, ports: ModelPorts, signal: AbortSignal): Promise<string | null> {
  const opened = await openResponse({ method: 'GET', url: dialect.listUrl(baseUrl), apiKey, headers: dialect.headers(apiKey, baseUrl), body: null, tellsPage: dialect.tellsPage === true }, ports, signal)
  if (!opened.ok) return null
  const text = await readSoon(opened.value, { most: LONGEST_LIST, quietMs: QUIET_MS })
  const name = opened.value.ok ? readModelNames(parseJson(text))?.[0] : undefined
  if (name !== undefined) found.set(baseUrl, name)
  return name ?? null
}
