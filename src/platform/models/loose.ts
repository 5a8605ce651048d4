/** Reading values of unknown shape without trusting any of them; by hand, because deltas arrive hundreds of thousands a second. */

/** Whether `value` is an object with string keys. */
export function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `value` if it is text, a number as text, else the empty string. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

/** `value` if it is a whole number of at least zero, also when written as text; else null. */
export function countOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.round(number) : null
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A value whose fields are named `InCapitals`, with `in_capitals` instead. */
export function withSmallNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSmallNames)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase(), withSmallNames(inner)]))
}

/** Characters that cannot be seen, which come along from web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g

/** A text that was pasted, without the characters in it that cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}
