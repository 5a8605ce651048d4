/** Streams of events whose data is no JSON object but the words themselves, plain or as JSON texts. */
import { isRecord, parseJson } from './loose.ts'

/** Events that only keep the line open, or tell how the waiting goes. */
const KEEPS_OPEN = /^\s*[[(<]?(?:(?:ping|pong|heartbeat|keep-?alive|connected|open(?:ed)?|start(?:ed)?|ok|ready|hello)?|(?:ping|heartbeat|keep-?alive|processing|queued?|waiting|loading|working|pending|in progress)\b.{0,40})[\])>]?\s*$/i
/** Words of whatever stands between us and a model. */
const TROUBLE = /^\s*(?:<|upstream|internal server|bad gateway|service (?:temporarily )?unavailable|gateway time|unauthori[sz]ed|forbidden|not found|too many requests|no healthy)/i
/** A line that says itself that it is an error. */
const ERROR_LINE = /^\s*(?:\[(?:error|exception)\]|(?:error|exception)\s*:)\s*(?=\S)/i
/** A chunk that is no JSON only for a fault. */
const CHUNK = /^\s*\{.*"(?:choices|delta|object|message|created)"/s
const END = /^\s*[[<](?:DONE|END|EOF|EOS)[\]>]\s*$/i
const ENDED = /^(?:done|end|close|complete|finish(?:ed)?)$/i
const KEEP_ALIVE = /^(?:ping|heartbeat|keep-?alive)$/i
const LONGEST_LINE = 1_000_000

/** The words of a plain line that says that it is an error; null for any other. */
export function errorInLine(line: string): string | null {
  const found = ERROR_LINE.exec(line)
  return found === null ? null : line.slice(found[0].length)
}

/** Whether a payload that is no object may be words of the answer: `text` a JSON text, `plain` anything else; null where it is neither, as numbers, pings and the troubles of proxies. */
export function wordsIn(payload: string, value: unknown): 'text' | 'plain' | null {
  if (typeof value === 'string') return 'text'
  return value !== undefined || KEEPS_OPEN.test(payload) || TROUBLE.test(payload) || CHUNK.test(payload) ? null : 'plain'
}

/** Whether a payload is nothing but a sign of life. */
export function keepsOpen(payload: string): boolean {
  return KEEPS_OPEN.test(payload)
}

/** What is heard. */
export type PlainListener = { say(words: string): void; fail(words: string): void; end(): void; /** An object came all the same; whether it is one of an answer. */ object(value: { [key: string]: unknown }): boolean }

/** See `createPlainWords`. */
export type PlainWords = {
  feed(text: string): void
  /** Nothing more comes: an event without its closing blank line still counts. */
  end(): void
  readonly broken: boolean
}

/**
 * Reads such a stream from its beginning. A parser of events takes one space after the colon away; servers that write none would lose those
 * between their words, so lines are read here as they came. `areTexts`: the data are JSON texts.
 */
export function createPlainWords(areTexts: boolean, { say, fail, end, object }: PlainListener): PlainWords {
  let rest = ''
  let type = ''
  let data: string[] = []
  let spaced: boolean | null = null
  let ended = false

  function dispatch(): void {
    const [name, lines] = [type, data]
    type = ''
    data = []
    if (KEEP_ALIVE.test(name) || lines.length === 0) return
    const words = lines.map((line) => (spaced === true && line.startsWith(' ') ? line.slice(1) : line)).join('\n')
    const value = words.startsWith('{') ? parseJson(words) : undefined
    if (isRecord(value) && object(value)) return
    const error = name === 'error' ? words : errorInLine(words)
    if (END.test(words) || ENDED.test(name)) {
      ended = true
      end()
    } else if (error !== null) fail(error)
    else if (areTexts) sayText(words)
    // a line break that was written as it is leaves nothing of itself
    else if (lines.length === 1 && words === '') say('\n')
    else if (words !== 'ping') say(words)
  }

  function sayText(payload: string): void {
    const value = parseJson(payload)
    if (typeof value === 'string') say(value)
  }

  function hearLine(line: string): void {
    if (line === '') return dispatch()
    const field = /^(data|event)\s?:(.*)$/s.exec(line)
    if (field === null) return
    if (field[1] === 'data') data.push(field[2]!)
    else type = field[2]!.trim()
  }

  return {
    feed(text) {
      if (ended) return
      rest += text
      spaced ??= !/^data:[^\s]/m.test(rest)
      // a return at the end may be half of a line break
      const whole = rest.endsWith('\r') ? rest.length - 1 : rest.length
      const lines = rest.slice(0, whole).split(/\r\n|\n|\r/)
      rest = (lines.pop() ?? '') + rest.slice(whole)
      for (const line of lines) if (!ended) hearLine(line)
    },
    end() {
      if (ended) return
      if (rest !== '') hearLine(rest.replace(/\r$/, ''))
      rest = ''
      dispatch()
    },
    get broken() {
      return rest.length > LONGEST_LINE
    },
  }
}
