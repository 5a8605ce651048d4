/** Reads the body of an answer, piece by piece: events, lines of JSON, one JSON object, or something that is no answer at all. */
import { addSpeech, createHeard, type Heard } from './heard.ts'
import type { Dialect } from './dialect.ts'
import { echoIn } from './echo.ts'
import { hearAny } from './hear-any.ts'
import { parseJson } from './loose.ts'
import { parseAlmostJson, splitTogether } from './mend-json.ts'
import { createSpeechTemplate } from './speech-template.ts'
import { createSseReader } from './sse.ts'
import { createTemplateFilter } from './template-tokens.ts'
import { createThinkSplitter } from './think-splitter.ts'
import { readServerError } from './failure.ts'

/** Longest body that is not a stream of events, in characters. */
const LONGEST_BODY = 4_000_000
/** That the answer is complete, as servers write it. */
const DONE = /^\s*"?\[?DONE\]?"?\s*$/i
/** What stands for bytes that are no character: a letter cut between two tokens. */
const UNREADABLE = '\ufffd'
/** Spaces and line breaks as they stand in the vocabulary of a model, and what steers terminals. */
// oxlint-disable-next-line no-control-regex
const ODD = /[▁ĠĊ\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** Names of events that carry nothing. */
const KEEP_ALIVE = /^(ping|heartbeat|keep-?alive)$/i
/** Names of events that tell the end. */
const ENDED = /^(done|end|close|complete|finish(ed)?)$/i
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

/**
 * Reads one answer by what `own` makes of each chunk; `onDelta` hears what each piece added, once for each channel, however many events the piece held.
 * `echoes` are texts that are no answer when it begins with them.
 */
export function createAnswerReader(onDelta: (text: string, channel: 'speech' | 'reasoning') => void, own: Dialect['hear'], echoes: readonly string[] = []): AnswerReader {
  const hear = hearAny(own)
  const heard = createHeard()
  let form: 'unknown' | 'events' | 'lines' | 'whole' = 'unknown'
  let body = ''
  let strange = ''
  /** Lines that belong to no event, since the last. */
  let stray = ''
  let speech = ''
  let reasoning = ''
  let newSpeech = ''
  let newReasoning = ''
  let mayEcho = echoes.length > 0
  let done = false
  let overlong = false

  const onAllWasReasoning = (): void => {
    newReasoning = speech + newSpeech + newReasoning
    speech = ''
    newSpeech = ''
  }
  const splitter = createThinkSplitter({ onSpeech: (text) => (newSpeech += text), onReasoning: (text) => (newReasoning += text), onAllWasReasoning })
  const filter = createTemplateFilter({
    onText: (text) => splitter.feed(ODD.test(text) ? withoutOddities(text) : text),
    onReasoning: (text) => (newReasoning += text),
    onAllWasReasoning,
    onEnd() {
      // the model goes on in other roles: that is not asked for, nor waited for
      heard.finish ??= 'stop'
      done = true
    },
  })

  function hearPayload(payload: string, type: string | undefined): void {
    if (done) return
    if (payload.length < 12 && DONE.test(payload)) {
      done = true
      return
    }
    if (type !== undefined && KEEP_ALIVE.test(type)) return
    const words = type === undefined ? template.wordsOf(payload) : null
    if (words !== null) return addSpeech(heard, words, true)
    let value = parseJson(payload)
    if (value === undefined) value = parseAlmostJson(payload)
    if (value !== undefined) {
      const had = heard.speech.length
      const spoke = heard.spoke
      hear(heard, value)
      if (spoke && type === undefined && heard.speech.length > had) template.learn(payload, heard.speech.slice(had))
      if (type === 'error') heard.error ??= readServerError({ error: value })
      if (type !== undefined && ENDED.test(type) && payload.length < 8) done = true
    } else hearOdd(payload, type)
    stray = ''
  }

  /** What is no JSON by itself. */
  function hearOdd(payload: string, type: string | undefined): void {
    const together = stray === '' ? undefined : parseJson(payload + stray)
    const parts = splitTogether(payload)
    if (together !== undefined) hear(heard, together)
    // some proxies wrap an event into another
    else if (payload.startsWith('data:')) hearPayload(payload.slice(5), type)
    else if (parts.length > 0) for (const part of parts) hearPayload(part, type)
    // events without a blank line between them arrive as one
    else if (payload.includes('\n')) for (const line of payload.split('\n')) hearPayload(line, type)
    else if (type === 'error') heard.error ??= { words: payload, code: '' }
    else if (payload.trim() !== '') strange = (strange + payload).slice(0, KEPT)
  }

  /** A line of no event: the end, or JSON that lacks its `data:`, over one line or several. */
  function hearStray(line: string): void {
    if (DONE.test(line)) return hearPayload(line, undefined)
    const own = line.replace(/^\u001e/, '').trim()
    stray = (stray + own + '\n').slice(0, KEPT)
    const text = [own, stray.trim()].find((each) => /^[{[]/.test(each) && /[}\]]$/.test(each) && parseJson(each) !== undefined)
    if (text !== undefined) hearPayload(text, undefined)
  }
  const template = createSpeechTemplate(hear)
  const events = createSseReader(hearPayload, hearStray)

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
    let value = rest === '' ? undefined : parseJson(rest)
    if (value === undefined && last) value = parseAlmostJson(rest) ?? (rest.startsWith('[') ? parseJson(`${rest.replace(/,$/, '')}]`) : undefined)
    if (value !== undefined) {
      body = ''
      hearLine(value)
    } else if (last) {
      const values = splitTogether(rest).map(parseJson)
      if (values.length > 0 && !values.includes(undefined)) for (const each of values) hear(heard, each)
      else strange = (strange + rest).slice(0, KEPT)
    }
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
    if (heard.speech !== '') filter.feed(heard.speech.includes(UNREADABLE) ? heard.speech.replaceAll(UNREADABLE, '') : heard.speech)
    heard.reasoning = heard.speech = ''
    if (last) {
      filter.end()
      splitter.end()
    }
    if (newReasoning !== '') {
      reasoning += newReasoning
      const piece = newReasoning
      newReasoning = ''
      onDelta(piece, 'reasoning')
    }
    if (mayEcho && newSpeech.trim() !== '') {
      const echoed = echoIn(newSpeech, echoes, last)
      if (echoed === null) return
      mayEcho = false
      newSpeech = newSpeech.slice(echoed)
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

function withoutOddities(text: string): string {
  return (
    text
      .replace(/[▁Ġ]/g, ' ')
      .replaceAll('Ċ', '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/\u001b\[[\d;]*[a-z]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gi, '')
  )
}
