/** A model server without a model: speaks the OpenAI protocol on loopback with the built-in mind's words, at any speed and with any fault, and says so on its face. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createSharedPace, type SharedPace } from '#minds/rule-speaker/shared-pace.ts'
import { speakByRules } from '#minds/rule-speaker/speak-by-rules.ts'
import { tokensOfText } from '#minds/rule-speaker/tokens-of-text.ts'
import { drawFault, type Fault, type FaultShares } from './faults.ts'
import { readChatRequest, type ChatRequest } from './read-request.ts'

/** How the server behaves. */
export type ModelServerOptions = {
  /** Tokens a second of all answers together; 0 for as fast as can be. */
  tokensPerSecond: number
  /** Milliseconds before the first word, and how far that wanders to either side. */
  latencyMs: number
  jitterMs: number
  faults: FaultShares
  /** Numbers from 0 to 1, for faults and jitter. */
  random(): number
}

/** What the server calls itself: nobody should take its words for a model's. */
export const MODEL_NAME = 'percipi-rules-not-a-model'
/** The header that says the same of every answer. */
const WORDS_HEADER = { name: 'x-words-from', value: 'rules, not a model' } as const

const CORS = {
  'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, OPTIONS', 'access-control-expose-headers': `retry-after, ${WORDS_HEADER.name}`, 'access-control-max-age': '600',
  // asked for by browsers that let pages into the local network only where the server agrees
  'access-control-allow-private-network': 'true',
}
const RETRY_AFTER_SECONDS = '1'
const SLOW_START_MS = 10_000
const LONGEST_BODY = 4_000_000
/** Of how many tokens the circle is that a model falls into on purpose, and where it ends for whoever sets no limit. */
const CIRCLE_TOKENS = 12
const LONGEST_CIRCLE = 4_000

/** The server, not listening yet. */
export function createModelServer(options: ModelServerOptions): Server {
  const pace = createSharedPace(options.tokensPerSecond, { now: () => performance.now(), after: (ms, run) => void setTimeout(run, ms) })
  let answers = 0
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value)
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? 'authorization, content-type')
    response.setHeader(WORDS_HEADER.name, WORDS_HEADER.value)
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/+$/, '')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (request.method === 'GET' && path.endsWith('/models')) return sendJson(response, 200, { object: 'list', data: [{ id: MODEL_NAME, object: 'model', created: 0, owned_by: 'rules' }] })
    if (request.method === 'GET') return sendJson(response, 200, { what: `${MODEL_NAME}: the words of this server come from rules. Ask POST /v1/chat/completions.` })
    if (!path.endsWith('/chat/completions')) return sendError(response, 404, `There is nothing at ${path}. Ask POST /v1/chat/completions or GET /v1/models.`)
    void readBody(request).then((body) => {
      const asked = body === null ? 'The body is too long.' : readChatRequest(body)
      if (typeof asked === 'string') return sendError(response, 400, asked)
      answers++
      const wait = Math.max(0, options.latencyMs + (options.random() * 2 - 1) * options.jitterMs)
      const answer: Answer = { id: `chatcmpl-rules-${answers}`, asked, fault: drawFault(options.faults, options.random()), pace, response }
      setTimeout(() => begin(answer), answer.fault === 'slow-start' ? wait + SLOW_START_MS : wait)
    })
  })
}

type Answer = { id: string; asked: ChatRequest; fault: Fault | null; pace: SharedPace; response: ServerResponse }

function begin(answer: Answer): void {
  const { response, fault } = answer
  if (response.destroyed) return
  switch (fault) {
    case '429':
      response.setHeader('retry-after', RETRY_AFTER_SECONDS)
      return sendError(response, 429, 'Too many requests, as was asked for on the command line.')
    case '503':
      response.setHeader('retry-after', RETRY_AFTER_SECONDS)
      return sendError(response, 503, 'Overloaded, as was asked for on the command line.')
    case '500':
      return sendError(response, 500, 'Failed inside, as was asked for on the command line.')
    case 'garbage':
      return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 73 + 41) % 256)))
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><body><h1>Welcome</h1><p>This is not the page you are looking for.</p></body></html>')
    default:
      speak(answer)
  }
}

function speak(answer: Answer): void {
  const { asked, response, fault, pace } = answer
  const spoken = Array.from({ length: asked.choices }, () => wordsFor(asked, fault))
  const finish = fault === 'cut' ? 'stop' : spoken[0]!.finish
  // choices are woven, as servers do
  const said = spoken.map(({ tokens }) => (fault === 'cut' ? tokens.slice(0, Math.ceil(tokens.length / 2)) : tokens))
  const total = said.reduce((sum, tokens) => sum + tokens.length, 0)
  const usage = { prompt_tokens: asked.messages.reduce((sum, { content }) => sum + tokensOfText(content).length, 0), completion_tokens: total, total_tokens: 0 }
  usage.total_tokens = usage.prompt_tokens + usage.completion_tokens
  const stopsAt = fault === 'drop' || fault === 'stall' ? Math.ceil(total / 2) : Infinity
  const envelope = { id: answer.id, created: Math.floor(Date.now() / 1_000), model: MODEL_NAME }
  if (asked.stream) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(event({ ...envelope, object: 'chat.completion.chunk', choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] }, fault))
  }
  let sent = 0
  const nextPiece = (): string => {
    const choice = sent % said.length
    const index = Math.floor(sent / said.length)
    sent++
    return asked.stream ? event({ ...envelope, object: 'chat.completion.chunk', choices: [{ index: choice, delta: { content: said[choice]![index] ?? '' }, finish_reason: null }] }, fault) : ''
  }
  const longest = Math.max(...said.map((tokens) => tokens.length)) * said.length
  const leave = pace.join((count) => {
    if (response.destroyed) return false
    let text = ''
    for (let i = 0; i < count && sent < longest && sent < stopsAt; i++) text += nextPiece()
    if (text !== '') response.write(text)
    if (sent >= stopsAt) {
      if (fault === 'drop') response.destroy()
      return false
    }
    if (sent < longest) return true
    const ending = { choices: said.map((_, index) => ({ index, delta: {}, finish_reason: finish })) }
    if (!asked.stream) sendJson(response, 200, { ...envelope, object: 'chat.completion', choices: said.map((tokens, index) => ({ index, message: { role: 'assistant', content: tokens.join('') }, finish_reason: finish })), usage })
    else response.end(`${event({ ...envelope, object: 'chat.completion.chunk', ...ending }, fault)}${asked.wantsUsage ? event({ ...envelope, object: 'chat.completion.chunk', choices: [], usage }, fault) : ''}data: [DONE]\n\n`)
    return false
  })
  response.on('close', leave)
}

function wordsFor(asked: ChatRequest, fault: Fault | null): { tokens: string[]; finish: 'stop' | 'length' } {
  let text = speakByRules(asked.messages, { schema: asked.schema, json: asked.json })
  for (const stop of asked.stop) text = text.split(stop)[0] ?? text
  if (fault === 'think-blocks') text = `<think>They spoke to me; I look for fitting words. No model thinks here, this was asked for on the command line.</think>\n${text}`
  const tokens = tokensOfText(text)
  if (fault === 'circles') return { tokens: circling(tokens, Math.min(asked.maxTokens, LONGEST_CIRCLE)), finish: 'length' }
  return tokens.length > asked.maxTokens ? { tokens: tokens.slice(0, asked.maxTokens), finish: 'length' } : { tokens, finish: 'stop' }
}

/** Words that come to their end and fall into saying it over and over. */
function circling(tokens: readonly string[], most: number): string[] {
  const words = tokens.slice(0, Math.ceil(most / 2))
  const last = words.slice(-CIRCLE_TOKENS)
  return Array.from({ length: most }, (_, i) => words[i] ?? last[(i - words.length) % last.length]!)
}

function event(value: object, fault: Fault | null): string {
  const text = JSON.stringify(value)
  return `data: ${fault === 'wrong-json' ? text.replace(/^\{"id"/, "{id'").slice(0, -2) : text}\n\n`
}

function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => {
      if (body.length <= LONGEST_BODY) body += piece
    })
    request.on('end', () => resolve(body.length > LONGEST_BODY ? null : body))
    request.on('error', () => resolve(null))
  })
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { message, type: 'rules_error', code: status } })
}
