/** How long to wait before asking again. */

/** Tries after the first. */
export const MOST_RETRIES = 2
const SHORTEST_MS = 250

/** Headers that tell when a limit is over, as a time span or a moment; read only where the usual ones are missing. */
const RESETS = [
  'x-ratelimit-reset-requests', 'x-ratelimit-reset-tokens', 'x-ratelimit-reset-requests-minute', 'x-ratelimit-reset-tokens-minute', 'x-ratelimit-reset-after', 'ratelimit-reset', 'x-ratelimit-reset',
  'anthropic-ratelimit-requests-reset', 'anthropic-ratelimit-tokens-reset',
] as const
/** The same within a header of the draft for all services, in both its forms. */
const IN_DRAFT = /(?:^|[;,\s])(?:t|reset)=(\d+)/
/** Numbers larger than this are moments: seconds or milliseconds since 1970. */
const A_MOMENT = 1e9
/** Nothing here waits longer. */
const LONGEST_MS = 86_400_000
const UNITS: { readonly [unit: string]: number } = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** What a server asks to wait, in milliseconds, from its headers (seconds, a date, milliseconds, a span, a moment); null when it says nothing that can be read. */
export function readRetryAfter(headers: Headers, nowDate: number): number | null {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(exact) && exact >= 0) return exact
  const asked = readSpan(headers.get('retry-after')?.trim() ?? '', nowDate)
  if (asked !== null) return asked
  // requests and tokens have limits of their own: the one that matters is the one that lasts
  const drafted = IN_DRAFT.exec(headers.get('ratelimit') ?? '')?.[1] ?? ''
  const resets = [...RESETS.map((name) => headers.get(name)?.trim() ?? ''), drafted].map((text) => readSpan(text, nowDate)).filter((ms) => ms !== null)
  return resets.length === 0 ? null : Math.max(...resets)
}

/** What a server asks to wait in its own words, in milliseconds: “try again in 1.2s”, “retryDelay": "34s”; null when it does not say. For pages these are often all there is, since headers are hidden from them. */
export function readWaitInWords(words: string, nowDate = Date.now()): number | null {
  const found = /(?:try again|retry|retry[_-]?after|retry[_-]?delay|wait|resets?|available)[^\d]{0,24}?((?:\d+(?:\.\d+)?\s*(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)(?![a-z])\s*,?\s*(?:and\s*)?)+)/i.exec(words)
  if (found !== null) return readUnits(found[1]!)
  const moment = /x-ratelimit-reset"?\s*[:=]\s*"?(\d{10,13})\b/i.exec(words)
  if (moment !== null) return readSpan(moment[1]!, nowDate)
  const exact = /retry[-_]?after[-_]?ms"?\s*[:=]\s*"?(\d+)/i.exec(words)
  if (exact !== null) return Math.min(LONGEST_MS, Number(exact[1]))
  const seconds = /(?:"?(?:estimated_time|retry_?after(?:_seconds)?)"?\s*[:=]\s*"?|retry[ -]after:? )(\d+(?:\.\d+)?)(?![\d.]*\s*[a-z])/i.exec(words)
  return seconds === null ? null : Math.min(LONGEST_MS, Number(seconds[1]) * 1_000)
}

function readSpan(text: string, nowDate: number): number | null {
  if (text === '') return null
  const number = Number(text)
  if (Number.isFinite(number)) {
    if (number < 0) return null
    if (number < A_MOMENT) return number * 1_000
    return Math.max(0, (number > A_MOMENT * 1_000 ? number : number * 1_000) - nowDate)
  }
  const span = /^[\d.]+\s*[a-z]/i.test(text) ? readUnits(text) : null
  if (span !== null) return span
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - nowDate)
}

/** “6m0.5s”, “1 hour and 20 minutes”, “340ms”. */
function readUnits(text: string): number | null {
  let ms = 0
  let any = false
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[a-z]+)/gi)) {
    const name = unit!.toLowerCase()
    const size = UNITS[name.startsWith('ms') || name.startsWith('milli') ? 'ms' : name.charAt(0)]
    if (size === undefined) continue
    ms += Number(number) * size
    any = true
  }
  return any ? Math.min(LONGEST_MS, Math.round(ms)) : null
}

/** Milliseconds to wait before try number `retry` (1, 2): what the server asks and a little more, else growing; always with jitter, so that many callers do not return at once. */
export function backoffMs(retry: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.max(SHORTEST_MS / 2, retryAfterMs) + random() * SHORTEST_MS
  return SHORTEST_MS * 2 ** (retry - 1) * (1 + random())
}
