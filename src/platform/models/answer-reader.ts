/** Reads the body of an answer, piece by piece: events, lines of JSON, one JSON object, or something that is no answer at all. */
import { addSpeech, createHeard, type Heard } from './heard.ts'
import type { Dialect } from './dialect.ts'
import { createDoubleFilter } from './doubled-events.ts'
import { echoIn } from './echo.ts'
import { hearAny } from './hear-any.ts'
import { isRecord, parseJson, textOf } from './loose.ts'
import { parseAlmostJson, splitTogether } from './mend-json.ts'
import { hearPart } from './other-shapes.ts'
import { createPlainWords, errorInLine, keepsOpen, wordsIn, type PlainWords } from './plain-words.ts'
import { createSpeechTemplate } from './speech-template.ts'
import { createSseReader } from './sse.ts'
import { createTemplateFilter } from './template-tokens.ts'
import { createThinkSplitter } from './think-splitter.ts'
import { readServerError } from './failure.ts'

/** Longest body that is not a stream of events, in characters. */
const LONGEST_BODY = 4_000_000
/** That the answer is complete, as servers write it. */
const DONE = /^\s*"?(?:\[?DONE\]?|[[<](?:END|EOF|EOS)[\]>])"?\s*$/i
/** What stands for bytes that are no character: a letter cut between two tokens. */
const UNREADABLE = '\ufffd'
/** Spaces and line breaks as they stand in the vocabulary of a model, and what steers terminals. */
// oxlint-disable-next-line no-control-regex
const ODD = /[▁ĠĊ\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** Names of events that carry nothing. */
const KEEP_ALIVE = /^(ping|heartbeat|keep-?alive)$/i
/** Names of events that tell the end. */
const ENDED = /^(done|end|close|complete|finish(ed)?)$/i
/** Names of events that tell the whole once more. */
const AT_LAST = /(?:completed?|done|final|finish(?:ed)?|end)$/i
/** An event that says of itself that it is an error, and nothing else: parsers hear no event where there is no data. */
const MUTE_ERROR = /(?:^|[\r\n])event:\s*error\s*[\r\n]+(?:(?!data)[a-z]+:[^\r\n]*[\r\n]*)*$/i
/** Before JSON that no page shall read as a script. */
const GUARD = /^\)\]\}',?\s*\n/
/** How much of a strange body is kept to tell what it was. */
const KEPT = 4_000
/** How much of a stream is kept until it is known that it is no stream of plain words, and so many words prove that it is one; fewer where it is over. */
const KEPT_RAW = 64_000
const PROVE_PLAIN = { now: 3, atEnd: 2 }

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
  let form: 'unknown' | 'events' | 'plain' | 'lines' | 'whole' = 'unknown'
  let body = ''
  let strange = ''
  /** Lines that belong to no event, since the last. */
  let stray = ''
  /** The stream as it came, while nothing in it was an answer; what of it may be words; and its last letters. */
  let raw = ''
  const loose = { text: 0, plain: 0 }
  let plain: PlainWords | null = null
  let hasChunks = false
  let tail = ''
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
    // a chunk that was written as text once more
    if (typeof value === 'string' && value.startsWith('{')) value = chunkIn(value) ?? value
    if (typeof value === 'object') {
      if (type !== undefined && AT_LAST.test(type) && isSaid(value)) {
        heard.finish ??= 'stop'
        return
      }
      const had = heard.speech.length
      const spoke = heard.spoke
      hear(heard, value)
      if (spoke && type === undefined && heard.speech.length > had) template.learn(payload, heard.speech.slice(had))
      if (type === 'error') heard.error ??= readServerError({ error: value })
      if (type !== undefined && ENDED.test(type) && payload.length < 8) done = true
    } else if (value === undefined) hearOdd(payload, type)
    else hearLoose(payload, value)
    stray = ''
  }

  /** Whether an object holds all that was said, once more. */
  function isSaid(value: unknown): boolean {
    return isRecord(value) && heard.whole !== '' && textOf(value['content'] ?? value['text'] ?? value['answer']) === heard.whole
  }

  /** What is no object: words, where there are no objects; an error, where it says so; else nothing. */
  function hearLoose(payload: string, value: unknown): void {
    const error = value === undefined ? errorInLine(payload) : null
    if (error !== null) {
      heard.error ??= { words: error, code: '' }
      return
    }
    if (value === undefined && !keepsOpen(payload)) strange = (strange + payload).slice(0, KEPT)
    const kind = wordsIn(payload, value)
    if (kind === null || heard.recognised || form !== 'events') return
    loose[kind]++
    if (Math.max(loose.text, loose.plain) >= PROVE_PLAIN.now) hearPlainly()
  }

  /** A chunk after words that were none: how the waiting went, and no part of the answer. */
  function hearAmongWords(value: { [key: string]: unknown }): boolean {
    if (!['choices', 'candidates', 'error'].some((name) => name in value)) return false
    if (!hasChunks && value['error'] === undefined) {
      heard.reasoning += heard.speech
      Object.assign(heard, { speech: '', whole: '', pieces: 0, spoke: false })
      onAllWasReasoning()
    }
    hasChunks = true
    hear(heard, value)
    return true
  }

  /** From its beginning the stream is read as the words themselves. */
  function hearPlainly(): void {
    form = 'plain'
    heard.recognised = true
    strange = ''
    plain = createPlainWords(loose.plain === 0, {
      say: (words) => addSpeech(heard, words, true),
      fail: (words) => (heard.error ??= { words, code: '' }),
      end: () => (done = true),
      object: hearAmongWords,
    })
    plain.feed(raw)
    raw = ''
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
    else hearLoose(payload, undefined)
  }

  /** A line of no event: the end, or JSON that lacks its `data:`, over one line or several. */
  function hearStray(line: string): void {
    if (DONE.test(line)) return hearPayload(line, undefined)
    if (hearPart(heard, line)) return
    const own = line.replace(/^\u001e/, '').trim()
    stray = (stray + own + '\n').slice(0, KEPT)
    const text = [own, stray.trim()].find((each) => /^[{[]/.test(each) && /[}\]]$/.test(each) && parseJson(each) !== undefined)
    if (text !== undefined) hearPayload(text, undefined)
  }
  const template = createSpeechTemplate(hear)
  const doubles = createDoubleFilter<{ payload: string; type: string | undefined }>(({ payload, type }) => hearPayload(payload, type))
  const events = createSseReader(hearEvent, hearStray)
  const doubledLines = createDoubleFilter<unknown>(hearLine)

  function hearEvent(payload: string, type: string | undefined, number: string | undefined): void {
    if (form !== 'events') return
    if (payload.length < 12 && DONE.test(payload)) doubles.end(true)
    if (doubles.isIdle && number === undefined) return hearPayload(payload, type)
    if (type === undefined || !KEEP_ALIVE.test(type)) doubles.take(`${type ?? ''} ${payload}`, { payload, type }, number)
  }

  /** A body that is not made of events: lines of JSON as long as each line is some, else one object. */
  function readBody(last: boolean): void {
    if (form === 'lines') {
      for (let end = body.indexOf('\n'); end !== -1; end = body.indexOf('\n')) {
        const line = body.slice(0, end).trim()
        if (/^(?:data|event|id)?:/.test(line)) {
          // what went before the events was no part of them
          form = 'events'
          const all = body
          body = ''
          return takeEvents(all)
        }
        const value = line === '' ? null : parseJson(line)
        if (value === undefined) {
          form = 'whole'
          break
        }
        body = body.slice(end + 1)
        if (line !== '') doubledLines.take(line, value)
      }
    }
    const rest = body.trimEnd()
    if (!last && !/[}\]]$/.test(rest)) return
    let value = rest === '' ? undefined : parseJson(rest)
    if (value === undefined && last) value = parseAlmostJson(rest) ?? (rest.startsWith('[') ? parseJson(`${rest.replace(/,$/, '')}]`) : undefined)
    if (value !== undefined) {
      body = ''
      doubledLines.take(rest.trim(), value)
    } else if (last) {
      const values = splitTogether(rest).map(parseJson)
      if (values.length > 0 && !values.includes(undefined)) for (const each of values) hear(heard, each)
      else strange = (strange + rest).slice(0, KEPT)
    }
  }
  function hearLine(value: unknown): void {
    if (done) return
    hear(heard, value)
    if (heard.finish !== null || heard.error !== null) done = true
  }

  function take(text: string): void {
    if (form === 'unknown') {
      body = (body + text).replace(GUARD, '')
      const first = body.trimStart()
      if (first === '') return
      form = /^[{[<"]/.test(first) ? 'lines' : 'events'
      if (form === 'lines') return readBody(false)
      strange = ''
      const all = body
      body = first.slice(0, KEPT)
      return takeEvents(all)
    }
    if (form === 'events') return takeEvents(text)
    if (plain !== null) return plain.feed(text)
    body += text
    if (body.length > LONGEST_BODY) overlong = true
    else readBody(false)
  }

  function takeEvents(text: string): void {
    if (!heard.recognised && raw.length < KEPT_RAW) raw += text
    tail = text.length < KEPT ? (tail + text).slice(-KEPT) : text.slice(-KEPT)
    events.feed(text)
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
        doubles.end(false)
        if (!done && heard.finish === null && MUTE_ERROR.test(tail)) heard.error ??= { words: 'an error without words', code: '' }
        // few events that are all, or one that is said to be
        if (!heard.recognised && heard.error === null && loose.text + loose.plain >= (done ? 1 : PROVE_PLAIN.atEnd)) hearPlainly()
        // words that were no events at all: a plain sentence of a proxy
        if (!done && !heard.recognised && heard.error === null && strange === '') strange = body
      } else if (form === 'lines' || form === 'whole') readBody(true)
      doubledLines.end(false)
      plain?.end()
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
      return events.broken || overlong || plain?.broken === true
    },
  }
}

/** The chunk that a text holds; undefined where it is a text like any other. */
function chunkIn(text: string): unknown {
  const value = parseJson(text)
  return isRecord(value) && ('choices' in value || 'candidates' in value) ? value : undefined
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
