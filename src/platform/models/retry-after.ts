/** How long to wait before asking again. */

/** Tries after the first. */
export const MOST_RETRIES = 2
const SHORTEST_MS = 250

/** What a server asks to wait, in milliseconds, from its headers (seconds, a date, or milliseconds); null when it says nothing that can be read. */
export function readRetryAfter(headers: Headers, nowDate: number): number | null {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(exact) && exact >= 0) return exact
  const text = headers.get('retry-after')?.trim() ?? ''
  if (text === '') return null
  const seconds = Number(text)
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1_000 : null
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - nowDate)
}

/** Milliseconds to wait before try number `retry` (1, 2): what the server asks and a little more, else growing; always with jitter, so that many callers do not return at once. */
export function backoffMs(retry: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.max(SHORTEST_MS / 2, retryAfterMs) + random() * SHORTEST_MS
  return SHORTEST_MS * 2 ** (retry - 1) * (1 + random())
}
