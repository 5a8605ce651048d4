/** A model server on loopback that answers byte for byte what a test wants: odd framing, faults, silence. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** One answer. */
export type Quirk = {
  /** 200 when absent. */
  status?: number
  /** `text/event-stream` when absent. */
  type?: string
  headers?: { [name: string]: string }
  /** Written one by one, so that the client reads them apart. */
  pieces: ReadonlyArray<string | Uint8Array>
  /** Milliseconds between pieces; 2 when absent. */
  gapMs?: number
  /** Milliseconds before the head of the answer. */
  delayMs?: number
  /** How it ends: properly, left open, or broken off. */
  ending?: 'end' | 'open' | 'destroy'
}

/** A request as it was heard. */
export type HeardRequest = { number: number; method: string; path: string; headers: IncomingHttpHeaders; body: string; json: { [key: string]: unknown } }

/** A running server. */
export type QuirkServer = {
  /** Base address, without `/v1`. */
  url: string
  requests: HeardRequest[]
  /** Resolves when the client has closed the connection of an answer that was left open. */
  closed: Promise<void>
  stop(): Promise<void>
}

/** Starts a server on a free port. */
export async function startQuirkServer(answer: (request: HeardRequest) => Quirk): Promise<QuirkServer> {
  const requests: HeardRequest[] = []
  let tellClosed = (): void => undefined
  const closed = new Promise<void>((resolve) => (tellClosed = resolve))
  const server = createServer((incoming, response) => {
    let body = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (piece: string) => (body += piece))
    incoming.on('end', () => {
      const request = { number: requests.length + 1, method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body, json: parse(body) }
      requests.push(request)
      response.on('close', () => {
        if (!response.writableFinished) tellClosed()
      })
      void write(response, answer(request))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    closed,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function write(response: ServerResponse, quirk: Quirk): Promise<void> {
  if (quirk.delayMs !== undefined) await sleep(quirk.delayMs)
  response.socket?.setNoDelay(true)
  response.writeHead(quirk.status ?? 200, { 'content-type': quirk.type ?? 'text/event-stream', ...quirk.headers })
  response.flushHeaders()
  for (const piece of quirk.pieces) {
    if (response.destroyed) return
    response.write(piece)
    await sleep(quirk.gapMs ?? 2)
  }
  if (quirk.ending === 'destroy') response.destroy()
  else if (quirk.ending !== 'open') response.end()
}

function parse(text: string): { [key: string]: unknown } {
  try {
    return JSON.parse(text) as { [key: string]: unknown }
  } catch {
    return {}
  }
}

/** One chunk of a chat answer as an event. */
export function eventOf(delta: unknown, rest: { [key: string]: unknown } = {}): string {
  return `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: null, ...rest }] })}\n\n`
}

/** The usual stream that says `text` word by word. */
export function streamOf(text: string): string[] {
  const words = text.match(/\s*\S+/g) ?? []
  return [eventOf({ role: 'assistant', content: '' }), ...words.map((word) => eventOf({ content: word })), eventOf({}, { finish_reason: 'stop' }), 'data: [DONE]\n\n']
}
