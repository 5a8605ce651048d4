/** Reads the body of an answer, piece by piece: events, lines of JSON, one JSON object, or something that is no answer at all. */
import { createHeard, type Heard } from './chat-chunk.ts'
import type { Dialect } from './dialect.ts'
import { parseJson } from './loose.ts'
import { createSseReader } from './sse.ts'
import { createThinkSplitter } from './think-splitter.ts'

/** Longest body that is not a stream of events, in characters. */
const LONGEST_BODY = 4_000_000
/** How much of a strange body is kept to tell what it was. */
const KEPT = 4_000

/** See `createAnswerReader`. */
export type AnswerReader = {
  /** Takes text as it comes from the wire, cut anywhere. */
  feed(text: string): void
  /** Nothing more will come. */
  end(): void
  /** The server said that it has finished: what follows need not be awaited. */
  readonly done: boolean
  readonly heard: Heard
  /** All speech so far, without what turned out to be thinking; no white space before the first word. */
  readonly speech: string
  readonly reasoning: string
  /** The beginning of a body that was no answer. */
  readonly strange: string
  readonly broken: boolean
}

/** Reads one answer by what `hear` makes of each chunk; `onDelta` hears what each piece added, once for each channel, however many events the piece held. */
export function createAnswerReader(onDelta: (text: string, channel: 'speech' | 'reasoning') => void, hear: Dialect['hear']): AnswerReader {
  const heard = createHeard()
  let form: 'unknown' | 'events' | 'lines' | 'whole' = 'unknown'
  let body = ''
  let strange = ''
  let speech = ''
  let reasoning = ''
  let newSpeech = ''
  let newReasoning = ''
  let done = false
  let overlong = false

  const splitter = createThinkSplitter({
    onSpeech: (text) => (newSpeech += text),
    onReasoning: (text) => (newReasoning += text),
    onAllWasReasoning() {
      newReasoning = speech + newSpeech + newReasoning
      speech = ''
      newSpeech = ''
    },
  })

  function hearPayload(payload: string, type: string | undefined): void {
    if (done) return
    if (payload.charCodeAt(0) === 91 && payload.trim() === '[DONE]') {
      done = true
      return
    }
    const value = parseJson(payload)
    if (value !== undefined) hear(heard, value)
    // events without a blank line between them arrive as one
    else if (payload.includes('\n')) for (const line of payload.split('\n')) hearPayload(line, type)
    else if (type === 'error') heard.error ??= { words: payload, code: '' }
    else if (payload.trim() !== '') strange = (strange + payload).slice(0, KEPT)
  }
  const events = createSseReader(hearPayload)

  /** A body that is not made of events: lines of JSON as long as each line is some, else one object. */
  function readBody(last: boolean): void {
    if (form === 'lines') {
      for (let end = body.indexOf('\n'); end !== -1; end = body.indexOf('\n')) {
        const line = body.slice(0, end).trim()
        const value = line === '' ? null : parseJson(line)
        if (value === undefined) {
          form = 'whole'
          break
        }
        body = body.slice(end + 1)
        hearLine(value)
      }
    }
    const rest = body.trimEnd()
    if (!last && !/[}\]]$/.test(rest)) return
    const value = rest === '' ? undefined : parseJson(rest)
    if (value !== undefined) {
      body = ''
      hearLine(value)
    } else if (last) strange = (strange + rest).slice(0, KEPT)
  }
  function hearLine(value: unknown): void {
    hear(heard, value)
    if (heard.finish !== null || heard.error !== null) done = true
  }

  function take(text: string): void {
    if (form === 'unknown') {
      body += text
      const first = body.trimStart()
      if (first === '') return
      form = /^[{[<"]/.test(first) ? 'lines' : 'events'
      if (form === 'lines') return readBody(false)
      strange = ''
      const all = body
      body = first.slice(0, KEPT)
      return events.feed(all)
    }
    if (form === 'events') return events.feed(text)
    body += text
    if (body.length > LONGEST_BODY) overlong = true
    else readBody(false)
  }

  function flush(last: boolean): void {
    if (heard.reasoning !== '') newReasoning += heard.reasoning
    if (heard.speech !== '') splitter.feed(heard.speech)
    heard.reasoning = heard.speech = ''
    if (last) splitter.end()
    if (newReasoning !== '') {
      reasoning += newReasoning
      const piece = newReasoning
      newReasoning = ''
      onDelta(piece, 'reasoning')
    }
    if (speech === '') newSpeech = newSpeech.trimStart()
    if (newSpeech !== '') {
      speech += newSpeech
      const piece = newSpeech
      newSpeech = ''
      onDelta(piece, 'speech')
    }
  }

  return {
    feed(text) {
      take(text)
      flush(done)
    },
    end() {
      if (form === 'events') {
        events.end()
        // words that were no events at all: a plain sentence of a proxy
        if (!done && !heard.recognised && heard.error === null && strange === '') strange = body
      } else if (form !== 'unknown') readBody(true)
      if (!heard.spoke && heard.otherSpeech !== '') heard.speech = heard.otherSpeech
      flush(true)
    },
    get done() {
      return done
    },
    heard,
    get speech() {
      return speech
    },
    get reasoning() {
      return reasoning
    },
    get strange() {
      return strange
    },
    get broken() {
      return events.broken || overlong
    },
  }
}

