/** A model behind a streaming protocol as the port wants it: asks, streams, tries again where that is safe, and never throws. What differs between protocols is a dialect. */
import { estimateTokenCount } from 'tokenx'
import type { EndpointSettings, GenerateOptions, Generation, LanguageModel } from '#minds/language-model.ts'
import { withoutVersion } from './address.ts'
import { affinityOf } from './affinity.ts'
import { createKeyGuard, readKey, withoutKey } from './api-key.ts'
import { createAnswerReader, type AnswerReader } from './answer-reader.ts'
import { findRefusals, refusalsOf, type Droppable } from './chat-request.ts'
import type { Dialect } from './dialect.ts'
import { echoesOf } from './echo.ts'
import { failureOfServerError, failureOfStatus } from './failure-of-status.ts'
import { cleanWords, failureOf, looksLikeHtml, readServerError, titleOf, type Failure, type FailureContext } from './failure.ts'
import { findFirstModel, knownFirstModel } from './first-model.ts'
import { createModelPorts, openResponse, type ModelPorts } from './http-client.ts'
import { isRecord, parseJson } from './loose.ts'
import { readSoon } from './read-soon.ts'
import { backoffMs, MOST_RETRIES, readRetryAfter, readWaitInWords } from './retry-after.ts'
import { createTimeLimits, type TimeLimits } from './time-limits.ts'

/** Milliseconds a server may stay silent after it has said that the answer is complete. */
const GRACE_MS = 400
/** The same where it said so and went on speaking, or has not yet begun. */
const LATE_GRACE_MS = 2_500
/** A server that ignores the limit of tokens is stopped after this many characters of speech. */
const LONGEST_SPEECH = 8_000_000
/** Longest error body that is read, in characters, and how long it may be silent. */
const LONGEST_ERROR = 20_000
const QUIET_ERROR_MS = 1_000

/** A model behind the protocol of a dialect. A wrong address is told by the first answer. */
export function createChatModel(dialect: Dialect, settings: EndpointSettings, given: Partial<ModelPorts> = {}): LanguageModel {
  const ports = createModelPorts(given)
  const model = (settings.model ?? '').trim().replace(/^["'`“]+|["'`”,;]+$/g, '')
  return {
    provider: dialect.id,
    model,
    async generate(options) {
      const started = ports.now()
      const apiKey = readKey(settings.apiKey)
      const address = dialect.readAddress(settings.baseUrl ?? '')
      const baseUrl = address.ok ? address.value : ''
      const call: Call = { dialect, baseUrl, model: model || knownFirstModel(baseUrl), apiKey, options, ports, started }
      if (!address.ok) return conclude(call, failedBefore(failureOf('unreachable', address.reason)))
      const limits = createTimeLimits(options.limits, options.signal, ports.now)
      try {
        return await ask(call, limits)
      } catch (error) {
        const words = cleanWords(error instanceof Error ? error.message : String(error), apiKey)
        return conclude(call, failedBefore(failureOf('malformed', `The answer could not be read (${words}). Try again or choose another model.`)))
      } finally {
        limits.end()
      }
    },
  }
}

type Call = { dialect: Dialect; baseUrl: string; model: string; apiKey: string | null; options: GenerateOptions; ports: ModelPorts; started: number }
type Outcome = { kind: 'answered'; /** The answer, where it is not what was spoken. */ text?: string } | { kind: 'failed'; failure: Failure }
type Attempt = { outcome: Outcome; reader: AnswerReader | null; firstTokenAt: number | null; body: string; /** What was left out; calls beside this one may have found out more since. */ without: ReadonlySet<Droppable> }

/** An attempt that failed before any answer could be read. */
function failedBefore(failure: Failure): Attempt {
  return { outcome: { kind: 'failed', failure }, reader: null, firstTokenAt: null, body: '', without: new Set() }
}

/** Addresses whose version was left out in vain. */
const hasOneDoor = new Set<string>()

/** Asks until there is an answer or a reason to give up. */
async function ask(call: Call, limits: TimeLimits): Promise<Generation> {
  const refused = refusalsOf(call.baseUrl, call.model)
  let retries = 0
  let atFirstDoor: Attempt | null = null
  for (;;) {
    const attempt = await attemptOnce(call, limits, refused)
    const { outcome } = attempt
    if (outcome.kind === 'answered' || limits.stopped || attempt.firstTokenAt !== null) return conclude(call, attempt)
    const { failure } = outcome
    if (failure.isNoDoor === true && withoutVersion(call.baseUrl) !== null) {
      // the version may have been added for want of one: the door without it is tried once
      if (!refused.has('version') && !hasOneDoor.has(call.baseUrl)) {
        atFirstDoor = attempt
        refused.add('version')
        continue
      }
      if (atFirstDoor !== null) {
        refused.delete('version')
        hasOneDoor.add(call.baseUrl)
        return conclude(call, atFirstDoor)
      }
    }
    if (call.model === '' && MAY_WANT_A_NAME.has(failure.reason)) {
      if (await nameModel(call, limits)) return ask(call, limits)
      if (limits.stopped) return conclude(call, failedBefore(failureOfStop(limits, call) ?? failure))
    }
    if (failure.refusal !== null) {
      const dropped = findRefusals(failure.refusal, attempt.body, attempt.without)
      if (dropped.length === 0) return conclude(call, attempt)
      for (const each of dropped) refused.add(each)
      continue
    }
    if (!failure.retry || retries >= MOST_RETRIES) return conclude(call, attempt)
    const wait = backoffMs(++retries, failure.retryAfterMs, call.ports.random)
    if (wait >= limits.remaining()) {
      if (failure.retryAfterMs !== null) failure.message = `${failure.message} It asks to wait ${Math.ceil(failure.retryAfterMs / 1_000)} seconds.`
      return conclude(call, attempt)
    }
    if (!(await limits.wait(wait))) return conclude(call, failedBefore(failureOfStop(limits, call) ?? failure))
  }
}

/** Failures of those who want to be told which model. */
const MAY_WANT_A_NAME: ReadonlySet<Failure['reason']> = new Set(['model-missing', 'refused-parameter', 'unreachable'])

/** Gives the call the name of the first model that the server offers; false when there is none. */
async function nameModel(call: Call, limits: TimeLimits): Promise<boolean> {
  const controller = new AbortController()
  const unlisten = limits.onStop(() => controller.abort())
  const name = await findFirstModel(call, call.ports, controller.signal)
  unlisten()
  controller.abort()
  call.model = name ?? ''
  return name !== null
}

/** `refused` is what this call has learnt, also where others have pushed it out of what is remembered meanwhile. */
async function attemptOnce(call: Call, limits: TimeLimits, refused: ReadonlySet<Droppable>): Promise<Attempt> {
  const context: FailureContext = { host: new URL(call.baseUrl).origin, model: call.model, secret: call.apiKey }
  const { dialect } = call
  const without = new Set(refused)
  const body = dialect.write(call.model, call.options, without, affinityOf(call.baseUrl, call.options.messages, call.ports.random))
  const controller = new AbortController()
  const unlisten = limits.onStop(() => controller.abort())
  const failed = (failure: Failure, reader: AnswerReader | null = null, firstTokenAt: number | null = null): Attempt => ({ outcome: { kind: 'failed', failure: failureOfStop(limits, call) ?? failure }, reader, firstTokenAt, body, without })
  try {
    const opened = await openResponse({ method: 'POST', url: dialect.chatUrl((without.has('version') ? withoutVersion(call.baseUrl) : null) ?? call.baseUrl, call.model), apiKey: call.apiKey, headers: dialect.headers(call.apiKey, call.baseUrl), body, tellsPage: dialect.tellsPage === true }, call.ports, controller.signal)
    if (!opened.ok) return failed(opened.reason)
    const response = opened.value
    if (!response.ok) return failed(await readErrorResponse(response, context))
    return await readAnswer(response, { call, limits, context, body, without })
  } finally {
    unlisten()
    // whatever came or did not: the socket is closed, not left to the collector
    controller.abort()
  }
}

async function readErrorResponse(response: Response, context: FailureContext): Promise<Failure> {
  const text = await readSoon(response, { most: LONGEST_ERROR, quietMs: QUIET_ERROR_MS })
  const error = readServerError(parseJson(text))
  const failure = failureOfStatus(response.status, error?.words ?? (looksLikeHtml(text) ? titleOf(text) : text), error?.code ?? '', context)
  failure.retryAfterMs = readRetryAfter(response.headers, Date.now()) ?? readWaitInWords(text)
  if (response.headers.get('x-should-retry') === 'false') failure.retry = false
  return failure
}

async function readAnswer(response: Response, scope: { call: Call; limits: TimeLimits; context: FailureContext; body: string; without: ReadonlySet<Droppable> }): Promise<Attempt> {
  const { call, limits, context, body, without } = scope
  let firstTokenAt: number | null = null
  const tell = (channel: 'speech' | 'reasoning') => createKeyGuard(call.apiKey, (text) => call.options.onDelta?.(text, channel))
  const guards = { speech: tell('speech'), reasoning: tell('reasoning') }
  const reader = createAnswerReader((text, channel) => {
    firstTokenAt ??= call.ports.now()
    guards[channel].feed(text)
  }, call.dialect.hear, echoesOf(call.options.messages))
  const stream = response.body?.getReader()
  const decoder = new TextDecoder()
  let broken = false
  try {
    for (;;) {
      const read = await stream?.read()
      if (read === undefined || read.done) break
      const { finish, wordChunks } = reader.heard
      reader.feed(decoder.decode(read.value, { stream: true }))
      // the arguments of a call may be the answer: a long one is no silence
      if (reader.heard.toolWords !== '') firstTokenAt ??= call.ports.now()
      // what comes after the end without words, pings above all, is no reason to go on listening
      if (finish === null || reader.heard.wordChunks > wordChunks) limits.heard(firstTokenAt !== null)
      if (reader.done || reader.broken || limits.stopped || reader.speech.length > LONGEST_SPEECH) break
      if (reader.heard.counted && reader.heard.finish === null) limits.allowSilence(LATE_GRACE_MS)
      if (reader.heard.finish !== null) limits.allowSilence(reader.heard.spokeLate || reader.heard.wordChunks === 0 ? LATE_GRACE_MS : GRACE_MS)
    }
  } catch {
    broken = true
  }
  void stream?.cancel().catch(() => undefined)
  if (!broken) reader.feed(decoder.decode())
  reader.end()
  for (const guard of Object.values(guards)) guard.end()
  const outcome = judge(reader, { broken, limits, call, context, response })
  // what was not spoken, but is the answer, is told as speech after all
  if (outcome.kind === 'answered' && outcome.text !== undefined) call.options.onDelta?.(withoutKey(outcome.text, call.apiKey), 'speech')
  return { outcome, reader, firstTokenAt, body, without }
}

/** What the body that was read amounts to. */
function judge(reader: AnswerReader, scope: { broken: boolean; limits: TimeLimits; call: Call; context: FailureContext; response: Response }): Outcome {
  const { heard } = reader
  const { context, limits, call } = scope
  const fail = (failure: Failure): Outcome => ({ kind: 'failed', failure })
  const hasWords = reader.speech.trim() !== ''
  // what fails after an answer was complete concerns the server, not the answer
  const wasComplete = hasWords && (heard.finish === 'stop' || heard.finish === 'length')
  if (heard.error !== null && !wasComplete) {
    const failure = failureOfServerError(heard.error, context)
    failure.retryAfterMs = readRetryAfter(scope.response.headers, Date.now()) ?? readWaitInWords(heard.error.words)
    return fail(failure)
  }
  if (heard.finish === 'error') return fail(failureOf('server-error', `The model server at ${context.host} gave up in the middle of the answer. Look at its log or try again.`))
  if (heard.finish === 'filtered') return fail(failureOf('filtered', `${context.host} stopped the answer by its content rules. Say it differently or choose another model.`))
  const isComplete = heard.finish !== null || heard.counted || reader.done
  if (hasWords && isComplete) return { kind: 'answered' }
  // with some servers all that a model says that does not think counts as thinking; what has the shape that was asked for is the answer
  // and some models call a tool that nobody offered to say their words
  if (!hasWords && heard.calledTool && isAnswer(parseJson(heard.toolWords))) return { kind: 'answered', text: heard.toolWords }
  const isShaped = call.options.schema !== undefined || call.options.json === true
  if (!hasWords && isShaped && heard.finish === 'stop' && isRecord(parseJson(reader.reasoning))) return { kind: 'answered', text: reader.reasoning }
  const stopped = failureOfStop(limits, call)
  // silence after the server has said that it finished is no fault
  if (stopped !== null && (limits.cause === 'cancelled' || !isComplete)) return fail(stopped)
  if (scope.broken && !isComplete) return fail({ ...failureOf('unreachable', `The connection to ${context.host} broke while the answer came. Check that the model server did not crash.`), retry: true })
  if (hasWords) return { kind: 'answered' }
  if (reader.broken) return fail(failureOf('malformed', `${context.host} sent something without end that is no answer. Check the address and the server.`))
  return fail(failureOfSilence(reader, context))
}

/** Names under which an answer stands in the arguments of a call. */
const ANSWERS = /^(say|speech|text|message|reply|response|answer|words|think|do|choice|option)$/i

function isAnswer(value: unknown): boolean {
  return isRecord(value) && Object.entries(value).some(([name, words]) => ANSWERS.test(name) && (typeof words === 'string' || typeof words === 'number') && words !== '')
}

function failureOfSilence(reader: AnswerReader, context: FailureContext): Failure {
  const { heard, strange } = reader
  const who = context.model === '' ? 'The model' : `“${context.model}”`
  if (heard.calledTool) return failureOf('empty', `${who} wanted to call a tool instead of speaking. Try again or choose a model for talking.`)
  // what took up tokens and was not said was thought, also where a server keeps its thinking to itself
  if (reader.reasoning !== '' || heard.tokensThought > 0 || heard.finish === 'length') {
    return failureOf('empty', heard.finish === 'length' ? `${who} used up all its words thinking and said nothing. Choose a model that thinks less, or turn its thinking off in the server.` : `${who} thought but said nothing. Try again or choose another model.`)
  }
  if (looksLikeHtml(strange)) return failureOf('malformed', `${context.host} sent a web page instead of an answer. Check the address (it usually ends in /v1), or sign in to the network first.`)
  if (strange.trim() !== '') return failureOf('malformed', `${context.host} sent something that is no chat answer: “${cleanWords(strange, context.secret)}” Check the address and the server.`)
  return failureOf('empty', heard.recognised ? `${who} answered with no words. Try again or choose another model.` : `${context.host} sent an empty answer. Look at the log of the model server.`)
}

function failureOfStop(limits: TimeLimits, call: Call): Failure | null {
  const host = new URL(call.baseUrl).origin
  const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1_000))} s`
  switch (limits.cause) {
    case null:
      return null
    case 'cancelled':
      return failureOf('cancelled', 'The call was cancelled.')
    case 'first-token':
      return failureOf('timeout', `${host} did not begin to answer within ${seconds(call.options.limits.firstTokenMs)}. The model may still be loading, or be too large for its machine.`)
    case 'idle':
      return failureOf('timeout', `${host} fell silent in the middle of the answer for ${seconds(call.options.limits.idleMs)}. Look at its log or try again.`)
    case 'total':
      return failureOf('timeout', `${host} did not finish its answer within ${seconds(call.options.limits.totalMs)}. Choose a faster model or server.`)
  }
}

function conclude(call: Call, attempt: Attempt): Generation {
  const { outcome, reader, firstTokenAt } = attempt
  const { options, ports, started } = call
  const thoughtOnly = outcome.kind === 'answered' ? outcome.text : undefined
  const text = withoutKey(thoughtOnly ?? reader?.speech ?? '', call.apiKey)
  const reasoning = thoughtOnly === undefined ? withoutKey(reader?.reasoning ?? '', call.apiKey) : ''
  const heard = reader?.heard
  const hidThoughts = heard !== undefined && (heard.tokensThought > 0 || (heard.finish === 'length' && text === ''))
  const others = [...(heard?.others.values() ?? [])].filter((each) => each.trim() !== '').map((each) => withoutKey(each, call.apiKey))
  const base = {
    text,
    reasoning,
    ...(others.length > 0 ? { others } : {}),
    ...(hidThoughts ? { hidThoughts } : {}),
    tokensIn: heard?.tokensIn ?? (reader === null ? 0 : estimateTokenCount(options.messages.map((message) => message.content).join('\n'))),
    tokensOut: heard?.tokensOut ?? Math.max(heard?.wordChunks ?? 0, estimateTokenCount((text + reasoning + others.join('')).slice(0, 20_000))),
    firstTokenMs: firstTokenAt === null ? null : firstTokenAt - started,
    totalMs: ports.now() - started,
  }
  if (outcome.kind === 'failed') return { ...base, ok: false, reason: outcome.failure.reason, message: outcome.failure.message }
  return { ...base, ok: true, finish: heard?.finish === 'stop' || heard?.finish === 'length' ? heard.finish : 'other' }
}
