/** What kind of answer a question wants, and which memories hold that kind. */

const WHEN_WORDS = /\b(yesterday|today|tonight|tomorrow|ago|last|next|this (?:morning|week|month|year|weekend|evening)|since|recently|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|midsummer|harvest|weekend|birthday|day \d+|\d{4})\b/i
const NUMBER_WORDS = /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|dozen|once|twice|thrice|couple|several)\b/i
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Whether a text says when something was or will be. */
export function namesWhen(text: string): boolean {
  return WHEN_WORDS.test(text)
}

/** Whether a text tells a number. */
export function tellsNumber(text: string): boolean {
  return NUMBER_WORDS.test(text)
}

/** Share of a text, 0..1, that is questions: they seldom hold answers. */
export function askedShare(text: string): number {
  let asked = 0
  for (const sentence of text.match(/[^.!?]+[.!?]*/g) ?? []) if (sentence.endsWith('?')) asked += sentence.length
  return text.length === 0 ? 0 : asked / text.length
}

/** The kind of answer wanted. */
export function questionShape(text: string): 'when' | 'number' | 'other' {
  if (/\b(when|what (?:date|day|year|month|time)|which (?:year|month|day))\b/i.test(text)) return 'when'
  return /\bhow (?:many|much|long|old|often|far)\b/i.test(text) ? 'number' : 'other'
}

/** Month and year, in words, of a Unix time in seconds (from 10⁹) or milliseconds (from 10¹¹); null for other clocks. Days to date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function monthAndYear(time: number | undefined): string | null {
  if (time === undefined || time < 1e9) return null
  const days = Math.floor((time >= 1e11 ? time / 1000 : time) / 86_400) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 2 : shifted - 10
  return `${MONTHS[month]} ${yearOfEra + era * 400 + (month <= 1 ? 1 : 0)}`
}
