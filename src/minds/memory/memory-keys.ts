/** By what memories hang together: the people and things that they share. */
import { isStopWord } from './tokens.ts'

/** The key of a name or an id. */
export const keyOf = (name: string): string => name.toLowerCase()

/** What of a memory leads to others. */
type Keyed = { text: string; about?: readonly string[]; names?: readonly string[]; triple?: readonly [subject: string, verb: string, object: string] | null }

/** By what a memory hangs together with others: those it is about, its subject and object, and the names in its text. */
export function keysOf(entry: Keyed): string[] {
  const found = new Set<string>()
  for (const who of entry.about ?? []) found.add(keyOf(who))
  for (const name of entry.names ?? []) found.add(keyOf(name))
  if (entry.triple) for (const end of [entry.triple[0], entry.triple[2]]) if (end.length > 1 && !isStopWord(end.toLowerCase())) found.add(keyOf(end))
  // names inside a sentence: capitals that no full stop explains
  for (const [, name = ''] of entry.text.matchAll(/[\p{Ll},;:] (\p{Lu}\p{Ll}{2,})/gu)) if (!isStopWord(name.toLowerCase())) found.add(keyOf(name))
  return [...found]
}
