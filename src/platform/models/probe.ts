/** Tests an endpoint step by step from where calls are made, and says of each step what was found and what to do. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { EndpointSettings, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { failureOfStatus } from './failure-of-status.ts'
import { cleanWords, looksLikeHtml, readServerError, type Failure } from './failure.ts'
import { readKey } from './api-key.ts'
import { createModelPorts, openResponse, type ModelPorts } from './http-client.ts'
import { parseJson } from './loose.ts'
import { findModelName, readModelNames, similarNames } from './model-list.ts'
import { readSoon } from './read-soon.ts'
import { describeExtras, probeExtras } from './probe-extras.ts'
import { createChatModel } from './chat-model.ts'
import { createEmbeddingModel } from './embeddings.ts'
import type { Dialect } from './dialect.ts'
import { dialectOf } from './dialects.ts'
import { describeTier, tierOf } from '#minds/tiers.ts'

/** Milliseconds the list of models may take. */
const LIST_MS = 4_000
/** Milliseconds a model may take to begin: it may have to be loaded. */
const FIRST_TOKEN_MS = 30_000
/** Milliseconds and tokens the answer is listened to. */
const LISTEN_MS = 900
const LISTEN_TOKENS = 48
const QUESTION = 'Count aloud from one to thirty in words, separated by commas. Nothing else.'
const LONGEST_LIST = 4_000_000
const QUIET_MS = 2_000

const LABELS: { readonly [id in ProbeStep['id']]: string } = {
  address: 'Address',
  reachable: 'Server answers',
  allowed: 'Browser may read it',
  key: 'Key accepted',
  models: 'List of models',
  model: 'Model present',
  answers: 'Model answers',
  streams: 'Words stream',
  speed: 'Speed',
  extras: 'What else it can',
  finder: 'Finds memories',
}

type Found = { ok: boolean | null; detail: string; cure?: string | null }
type Tell = (id: ProbeStep['id'], found: Found) => void

/** Tests what the player typed; `onStep` hears every step once, in order, as it is decided. A working endpoint costs about two seconds and a hundred tokens; never throws. */
export async function testEndpoint(settings: EndpointSettings, onStep: (step: ProbeStep) => void, given: Partial<ModelPorts> = {}): Promise<ProbeReport> {
  const report: ProbeReport = { ok: false, verdict: '', provider: settings.kind, model: settings.model?.trim() ?? '', baseUrl: settings.baseUrl ?? '', models: [], steps: [], tokensPerSecond: 0, firstTokenMs: null, tier: 0, extras: null }
  const tell: Tell = (id, found) => {
    const step: ProbeStep = { id, ok: found.ok, label: LABELS[id], detail: found.detail, cure: found.cure ?? null }
    report.steps.push(step)
    onStep(step)
  }
  if (settings.kind === 'builtin') {
    return { ...report, ok: true, baseUrl: '', model: 'built-in', verdict: 'The built-in mind needs no connection: it always works.' }
  }
  const ports = createModelPorts(given)
  try {
    await probe(settings, report, tell, ports)
  } catch (error) {
    const words = cleanWords(error instanceof Error ? error.message : String(error), readKey(settings.apiKey))
    report.verdict = `The test itself failed (${words}). Try again.`
  }
  // what was not reached is said, too, so that the list is always whole
  for (const id of Object.keys(LABELS) as Array<ProbeStep['id']>) {
    if (id === 'finder' && (settings.embedding ?? '').trim() === '') continue
    if (!report.steps.some((step) => step.id === id)) tell(id, { ok: null, detail: 'Not tested, because an earlier step failed.' })
  }
  return report
}

async function probe(settings: EndpointSettings, report: ProbeReport, tell: Tell, ports: ModelPorts): Promise<void> {
  const dialect = dialectOf(settings.kind)
  const address = dialect.readAddress(settings.baseUrl ?? '')
  if (!address.ok) {
    report.verdict = address.reason
    return tell('address', { ok: false, detail: address.reason, cure: 'Correct the address.' })
  }
  report.baseUrl = address.value
  tell('address', { ok: true, detail: address.value })
  const apiKey = readKey(settings.apiKey)
  const goesOn = await probeList({ apiKey, dialect }, report, tell, ports)
  if (!goesOn) return
  await probeAnswer(settings, report, tell, ports)
  await probeFinder({ ...settings, baseUrl: report.baseUrl }, tell, ports)
}

/** Asks for the list of models: tells whether the server is there, may be read and takes the key. */
async function probeList({ apiKey, dialect }: { apiKey: string | null; dialect: Dialect }, report: ProbeReport, tell: Tell, ports: ModelPorts): Promise<boolean> {
  const host = new URL(report.baseUrl).origin
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), LIST_MS)
  try {
    const opened = await openResponse({ method: 'GET', url: dialect.listUrl(report.baseUrl), apiKey, headers: dialect.headers(apiKey, report.baseUrl), body: null, tellsPage: dialect.tellsPage === true }, ports, controller.signal)
    if (!opened.ok) {
      const failure: Failure = opened.reason
      const [message, cure] = failure.reason === 'cancelled' ? [`${host} takes connections but does not answer.`, 'Look at the log of the model server, or restart it.'] : splitCure(failure.message)
      report.verdict = `${message} ${cure}`
      if (failure.reason === 'unauthorized') {
        tell('reachable', { ok: null, detail: 'Not tested: the key cannot be sent.' })
        tell('allowed', { ok: null, detail: 'Not tested: the key cannot be sent.' })
        tell('key', { ok: false, detail: message, cure })
      } else if (failure.reason === 'blocked') {
        tell('reachable', { ok: /is running|sends callers/.test(message) ? true : null, detail: /is running/.test(message) ? `${host} is running.` : 'Cannot be told: the browser stops the call.' })
        tell('allowed', { ok: false, detail: message, cure })
      } else tell('reachable', { ok: false, detail: message, cure })
      return false
    }
    const response = opened.value
    const text = await readSoon(response, { most: LONGEST_LIST, quietMs: QUIET_MS })
    tell('reachable', { ok: true, detail: `${host} answers.` })
    tell('allowed', { ok: true, detail: ports.surroundings.origin === null ? 'Nothing stands between.' : `The browser lets ${ports.surroundings.origin} read its answers.` })
    return judgeList({ status: response.status, text, apiKey }, report, tell)
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}

function judgeList(answer: { status: number; text: string; apiKey: string | null }, report: ProbeReport, tell: Tell): boolean {
  const { status, text, apiKey } = answer
  const host = new URL(report.baseUrl).origin
  const body = parseJson(text)
  const error = readServerError(body)
  if (status === 401 || status === 402) {
    const [message, cure] = splitCure(failureOfStatus(status, error?.words ?? '', error?.code ?? '', { host, model: report.model, secret: apiKey }).message)
    report.verdict = `${message} ${cure}`
    tell('key', { ok: false, detail: message, cure })
    return false
  }
  const names = status >= 200 && status < 300 ? readModelNames(body) : null
  tell('key', { ok: names === null ? null : true, detail: apiKey === null ? 'The server asks for none.' : names === null ? 'Not known yet.' : 'The server takes the key.' })
  if (names === null && status < 300 && looksLikeHtml(text)) {
    tell('models', { ok: false, detail: `${host} sent a web page, not a list of models.`, cure: 'Check the address: it usually ends in /v1. Some networks show a sign-in page first.' })
  } else if (names === null) {
    tell('models', { ok: null, detail: status === 403 ? 'The key may not read the list of models (403); it may do to speak.' : `The server offers no list of models${status >= 300 ? ` (${status})` : ''}.`, cure: report.model === '' ? 'Type the name of the model.' : null })
  } else {
    report.models = names
    tell('models', { ok: names.length > 0, detail: names.length === 0 ? 'The list is empty.' : `${names.length} ${names.length === 1 ? 'model' : 'models'}.`, cure: names.length > 0 ? null : 'Load a model in the server first (in Ollama: ollama pull NAME).' })
  }
  judgeModel(names, report, tell)
  return true
}

function judgeModel(names: string[] | null, report: ProbeReport, tell: Tell): void {
  if (report.model === '') {
    const first = names?.[0]
    if (first !== undefined) {
      report.model = first
      return tell('model', { ok: true, detail: `None was named: “${first}” is the first that is offered.` })
    }
    return tell('model', { ok: null, detail: 'None was named; the server decides.' })
  }
  if (names === null || names.length === 0) return tell('model', { ok: null, detail: `“${report.model}” cannot be looked up; it is tried.` })
  const found = findModelName(names, report.model)
  if (found !== null) {
    report.model = found
    return tell('model', { ok: true, detail: `“${found}” is offered.` })
  }
  tell('model', { ok: false, detail: `“${report.model}” is not in the list; it is tried all the same.`, cure: `Did you mean ${similarNames(names, report.model).map((name) => `“${name}”`).join(' or ')}?` })
}

/** Has the model speak for a moment: tells whether it answers, streams, and how fast. */
async function probeAnswer(settings: EndpointSettings, report: ProbeReport, tell: Tell, ports: ModelPorts): Promise<void> {
  const model = createChatModel(dialectOf(settings.kind), { ...settings, baseUrl: report.baseUrl, model: report.model }, ports)
  const stop = createCancelSource()
  const arrivals: Array<{ at: number; characters: number }> = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const answer = await model.generate({
    messages: [{ role: 'user', content: QUESTION }],
    maxTokens: LISTEN_TOKENS,
    temperature: 0,
    signal: stop.signal,
    limits: { firstTokenMs: FIRST_TOKEN_MS, idleMs: 10_000, totalMs: FIRST_TOKEN_MS + 10_000 },
    onDelta(text) {
      arrivals.push({ at: ports.now(), characters: text.length })
      timer ??= setTimeout(() => stop.cancel(), LISTEN_MS)
    },
  })
  clearTimeout(timer)
  const heardEnough = !answer.ok && answer.reason === 'cancelled' && arrivals.length > 0
  const onlyThought = answer.text.trim() === '' && (answer.reasoning.trim() !== '' || answer.hidThoughts === true) && (heardEnough || (!answer.ok && answer.reason === 'empty'))
  report.firstTokenMs = answer.firstTokenMs
  if (!answer.ok && !heardEnough && !onlyThought) {
    const [message, cure] = splitCure(answer.message)
    report.verdict = answer.message
    const id = answer.reason === 'unauthorized' || answer.reason === 'payment' || answer.reason === 'forbidden' ? 'key' : answer.reason === 'model-missing' ? 'model' : null
    const earlier = report.steps.find((step) => step.id === id)
    if (earlier && earlier.ok !== false) Object.assign(earlier, { ok: false, detail: message, cure })
    return tell('answers', { ok: false, detail: message, cure })
  }
  report.ok = true
  // what is not listed and speaks all the same lacks nothing
  const listed = report.steps.find(({ id }) => id === 'models')
  if (listed?.ok === false) Object.assign(listed, { ok: null, detail: 'The list is empty, but the model answers: its name is enough.', cure: null })
  tell('answers', onlyThought ? { ok: true, detail: 'It thinks aloud before it speaks; the test ended before its first word.', cure: 'A model that thinks less answers sooner.' } : { ok: true, detail: `It says “${cleanWords(answer.text.slice(0, 60), readKey(settings.apiKey))}”, first word after ${Math.round(answer.firstTokenMs ?? answer.totalMs)} ms.` })
  const first = arrivals[0]
  const last = arrivals.at(-1)
  const spread = first && last ? last.at - first.at : 0
  const streams = arrivals.length > 1
  tell('streams', streams ? { ok: true, detail: `Words came in ${arrivals.length} pieces.` } : { ok: false, detail: 'The whole answer came in one piece.', cure: 'It works, but replies appear all at once. A proxy may hold them back, or the server does not stream.' })
  judgeSpeed({ tokens: answer.tokensOut, ms: streams && spread >= 1 ? spread * (answer.tokensOut / Math.max(1, answer.tokensOut - 1)) : answer.totalMs }, report, tell)
  report.extras = await probeExtras(model, { firstTokenMs: answer.firstTokenMs, reasons: answer.reasoning !== '' || answer.hidThoughts === true, now: ports.now })
  tell('extras', { ok: true, detail: describeExtras(report.extras) })
}

/** Two sentences that mean the same in other words, and one that does not. */
const LIKENESS = ['The miller has lost his dog.', 'A hound ran away from the mill.', 'Bread is dear this year.']

/** Has the model for memories tell whether two sentences are alike. */
async function probeFinder(settings: EndpointSettings, tell: Tell, ports: ModelPorts): Promise<void> {
  const name = settings.embedding?.trim() ?? ''
  if (name === '') return
  const model = createEmbeddingModel(settings, ports)
  if (model === null) return tell('finder', { ok: false, detail: 'This protocol has no way to ask for the meaning of texts.', cure: 'Leave the field empty, or choose a server that speaks OpenAI’s or Ollama’s protocol.' })
  const started = ports.now()
  const found = await model.embed(LIKENESS, 'memory', createCancelSource().signal)
  if (!found.ok) {
    const [message, cure] = splitCure(found.message)
    return tell('finder', { ok: false, detail: message, cure: `${cure} Until then memories are found by words, as without it.` })
  }
  const [dog, hound, bread] = found.vectors as [Float32Array, Float32Array, Float32Array]
  const like = (a: Float32Array, b: Float32Array): number => a.reduce((sum, number, n) => sum + number * b[n]!, 0)
  const tells = like(dog, hound) > Math.max(like(dog, bread), like(hound, bread))
  tell('finder', { ok: tells, detail: `“${name}” gives ${dog.length.toLocaleString('en')} numbers a text; three took ${Math.round(ports.now() - started)} ms.${tells ? '' : ' It does not tell a lost dog from dear bread.'}`, cure: tells ? null : 'Choose a model made for embeddings, in the language of this game.' })
}

function judgeSpeed(measured: { tokens: number; ms: number }, report: ProbeReport, tell: Tell): void {
  report.tokensPerSecond = Math.round((measured.tokens / Math.max(1, measured.ms)) * 1_000 * 10) / 10
  report.tier = tierOf(report.tokensPerSecond)
  const speed = report.tokensPerSecond >= 10 ? Math.round(report.tokensPerSecond).toLocaleString('en') : String(report.tokensPerSecond)
  tell('speed', { ok: true, detail: `${speed} tokens a second: ${describeTier(report.tier)}.`, cure: report.tokensPerSecond < 5 ? 'Replies will come slowly. A smaller model is faster.' : null })
  report.verdict = `${report.model === '' ? 'The model' : `“${report.model}”`} answers at ${speed} tokens a second: ${describeTier(report.tier)}.`
}

/** A failure's sentence as what was found and what to do: the first sentence, and the rest. */
function splitCure(message: string): [found: string, cure: string] {
  const end = message.search(/[.?!]”?\s/)
  if (end === -1) return [message, 'Look at the log of the model server.']
  const cut = message.indexOf(' ', end)
  return [message.slice(0, cut), message.slice(cut + 1)]
}
