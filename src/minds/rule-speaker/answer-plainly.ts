/** What rules say to a prompt that is none of ours: they count, fill a schema, echo a word when asked for one, and else say what they are. */

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const
/** How deep a schema is filled. */
const DEEPEST = 6
const LONGEST_ECHO = 160

/** An answer in plain words, or in JSON where that is asked for. */
export function answerPlainly(text: string, { schema, json }: { schema: unknown; json: boolean }): string {
  if (schema !== null && schema !== undefined) return JSON.stringify(fillSchema(schema, 0))
  const counting = /count\b[^.]*?\b(?:from (\w+) )?(?:up )?to ([\w-]+)/i.exec(text)
  const words = counting ? countAloud(numberOf(counting[1] ?? 'one') ?? 1, numberOf(counting[2] ?? '') ?? 10) : null
  if (json || /\bJSON\b/.test(text)) return JSON.stringify({ answer: words ?? 'yes', ok: true })
  if (words !== null) return words
  const wanted = /\b(?:say|answer|reply|respond)(?: with)?(?: only)?(?: the)?(?: word)?:? ["“']([^"”']{1,60})["”']/i.exec(text)
  if (wanted?.[1]) return wanted[1]
  const said = text.replace(/\s+/g, ' ').trim()
  return `These words come from rules, not from a model: they can speak for the people of Percipi, count, and fill a form.${said === '' ? '' : ` You said: “${said.length > LONGEST_ECHO ? `${said.slice(0, LONGEST_ECHO)}…` : said}”`}`
}

function countAloud(from: number, to: number): string {
  const last = Math.min(to, from + 999)
  return Array.from({ length: Math.max(1, last - from + 1) }, (_, n) => numberWords(from + n)).join(', ')
}

function numberWords(number: number): string {
  if (number < 20) return UNITS[number] ?? String(number)
  if (number > 99) return String(number)
  const unit = number % 10
  return `${TENS[Math.floor(number / 10)]}${unit === 0 ? '' : `-${UNITS[unit]}`}`
}

function numberOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word)
  for (let number = 0; number < 100; number++) if (numberWords(number) === word.toLowerCase()) return number
  return null
}

/** The plainest value that fits a JSON schema. */
function fillSchema(schema: unknown, depth: number): unknown {
  if (typeof schema !== 'object' || schema === null || depth > DEEPEST) return null
  const of = schema as { [key: string]: unknown }
  if ('const' in of) return of['const']
  if (Array.isArray(of['enum'])) return (of['enum'] as unknown[])[0]
  const options = of['anyOf'] ?? of['oneOf']
  if (Array.isArray(options)) return fillSchema((options as unknown[])[0], depth + 1)
  const type = Array.isArray(of['type']) ? (of['type'] as unknown[])[0] : of['type']
  const { minimum, items, minItems } = of
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries((of['properties'] ?? {}) as { [name: string]: unknown }).map(([name, part]) => [name, fillSchema(part, depth + 1)]))
    case 'array':
      return Array.from({ length: Math.min(50, Math.max(1, typeof minItems === 'number' ? minItems : 1)) }, () => fillSchema(items, depth + 1))
    case 'integer':
    case 'number':
      return typeof minimum === 'number' ? minimum : 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'yes'
  }
}
