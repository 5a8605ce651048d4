/** A function of one text that remembers what it made of the last few: a talk is read again with every answer, and most of it was read before. */

/** Texts that are kept; when there are more, all go. */
const MOST = 600

/** The same function; what it gives for a text is made once and must not be changed. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { made: T }>()
  return (text) => {
    const before = known.get(text)
    if (before) return before.made
    const made = of(text)
    if (known.size >= MOST) known.clear()
    known.set(text, { made })
    return made
  }
}
