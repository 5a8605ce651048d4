/** Server-sent events from pieces of text, as real servers write them. */
import { createParser } from 'eventsource-parser'

/** Longest event in characters before the stream counts as broken. */
const LONGEST_EVENT = 8_000_000

/** See `createSseReader`. */
export type SseReader = {
  /** Takes the next piece of text, cut anywhere. */
  feed(text: string): void
  /** The stream is over: an event without its closing blank line still counts. */
  end(): void
  /** Whether an event grew beyond all measure. */
  readonly broken: boolean
}

/** `data:` and `error:` as no parser expects them: indented, in capitals, or as a field of its own. */
const ODD_FIELD = /^[\s\u001e]*(data|error)\s*: ?(.*)$/is

/**
 * Calls `onEvent` with the payload of each event, its type and its number, if it has any, and `onStray` with each line that belongs to none: some servers write
 * JSON without its `data:`. A carriage return alone, with a line feed, or cut between two pieces ends a line at once.
 */
export function createSseReader(onEvent: (payload: string, type: string | undefined, number: string | undefined) => void, onStray: (line: string) => void = () => undefined): SseReader {
  let broken = false
  let endedWithReturn = false
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onEvent: (event) => onEvent(event.data, event.event, event.id),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') broken = true
      else if (error.line !== undefined) {
        const odd = ODD_FIELD.exec(error.line)
        if (odd === null) onStray(error.line)
        else onEvent(odd[2]!, odd[1]!.toLowerCase() === 'error' ? 'error' : undefined, undefined)
      }
    },
  })
  function feed(text: string): void {
    if (broken || text === '') return
    let piece = endedWithReturn && text.charCodeAt(0) === 10 ? text.slice(1) : text
    endedWithReturn = text.charCodeAt(text.length - 1) === 13
    // the parser would wait for what follows a return at the end of a piece; a server that goes silent after it must not hold its last event back
    if (endedWithReturn) piece += '\n'
    if (piece !== '') parser.feed(piece)
  }
  return {
    feed,
    end: () => feed('\n\n'),
    get broken() {
      return broken
    },
  }
}
