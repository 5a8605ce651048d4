/** A serving cluster small enough for a test: several model servers that keep prefixes warm, behind one address, by turns or by affinity. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hashCell, hashString } from '#core/hash.ts'
import type { GenerateOptions } from '#minds/language-model.ts'
import { buildPrompt } from '#minds/prompts/prompt.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { makeView, MIRA } from '../minds/support/make-view.ts'
import { askModel } from './ask-model.ts'
import { createModelServer } from '../../scripts/model/serve-model.ts'

/** How the proxy chooses: by turns, or the same server for the same beginning of a prompt, as long as it is not refused. */
export type Routing = 'turns' | 'affinity'

/** What a cluster counted: answers by server, prefixes that were warm where they arrived, refusals that were passed on. */
export type ClusterCounts = { answers: number[]; warm: number; cold: number; refused: number }

/** A running cluster. */
export type Cluster = { url: string; counts: ClusterCounts; stop(): void }

/** How many prefixes a server keeps, and how many characters of a prompt make one. */
const KEPT_PREFIXES = 12
const PREFIX_CHARACTERS = 1_200

/** Starts `servers` model servers of `tokensPerSecond` each behind one proxy; `mostOpen` calls at once before one refuses with 503 and Retry-After. */
export async function startCluster({ servers, tokensPerSecond, routing, mostOpen = Infinity }: { servers: number; tokensPerSecond: number; routing: Routing; mostOpen?: number }): Promise<Cluster> {
  const counts: ClusterCounts = { answers: Array.from({ length: servers }, () => 0), warm: 0, cold: 0, refused: 0 }
  const backends = await Promise.all(counts.answers.map(() => listen(createModelServer({ tokensPerSecond, latencyMs: 0, jitterMs: 0, faults: {}, random: () => 0.5 }))))
  const kept = backends.map(() => new Set<string>())
  const open = backends.map(() => 0)
  let turn = 0
  const proxy = await listen(
    createServer((incoming, response) => {
      void bodyOf(incoming).then((body) => {
        const prefix = body.slice(0, PREFIX_CHARACTERS)
        const home = hashCell(hashString(prefix), 1) % backends.length
        const index = routing === 'turns' ? turn++ % backends.length : (open[home] ?? 0) < mostOpen ? home : open.indexOf(Math.min(...open))
        if ((open[index] ?? 0) >= mostOpen) {
          counts.refused++
          return void response.writeHead(503, { 'retry-after': '0.05', 'content-type': 'application/json' }).end('{"error":{"message":"all servers are busy"}}')
        }
        if (body !== '') note(kept[index]!, prefix, counts)
        open[index]!++
        response.on('close', () => open[index]!--)
        counts.answers[index]!++
        pass({ incoming, body, response, port: backends[index]!.port })
      })
    }),
  )
  return {
    url: `http://127.0.0.1:${proxy.port}`,
    counts,
    stop() {
      for (const { server } of [proxy, ...backends]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** What person `n` is asked in a round: its own rules, world and person first, what changes last. */
function ask(n: number, round: number): Pick<GenerateOptions, 'messages' | 'maxTokens'> {
  const view = makeView(MIRA, { name: `Person${n} Tanner`, age: 20 + n, turns: [{ speakerId: 'player', text: ['Good day.', 'What is your trade?', 'Any news?'][round % 3]!, source: 'player', worldSeconds: 0 }] })
  return { messages: buildPrompt({ kind: 'converse', view, cause: 'asked' }, [], { facts: [], weighed: null }).messages, maxTokens: 160 }
}

/** As many people as `people` are asked side by side, one thing after another; answers that came, and their tokens. */
export async function talkRounds(cluster: Cluster, people: number, rounds: number): Promise<{ answered: number; tokens: number }> {
  const model = createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: cluster.url, model: 'cluster' }, { random: () => 0 })
  let answered = 0
  let tokens = 0
  for (let round = 0; round < rounds; round++) {
    const all = await Promise.all(Array.from({ length: people }, (_, n) => askModel(model, { ...ask(n, round), limits: { firstTokenMs: 30_000, idleMs: 30_000, totalMs: 60_000 } })))
    answered += all.filter(({ generation }) => generation.ok).length
    tokens += all.reduce((sum, { generation }) => sum + generation.tokensOut, 0)
  }
  return { answered, tokens }
}

function note(prefixes: Set<string>, prefix: string, counts: ClusterCounts): void {
  if (prefixes.delete(prefix)) counts.warm++
  else counts.cold++
  prefixes.add(prefix)
  for (const oldest of prefixes) {
    if (prefixes.size <= KEPT_PREFIXES) break
    prefixes.delete(oldest)
  }
}

function pass({ incoming, body, response, port }: { incoming: IncomingMessage; body: string; response: ServerResponse; port: number }): void {
  const outgoing = request({ port, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers: { 'content-type': 'application/json' } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  outgoing.on('error', () => response.destroy())
  response.on('close', () => outgoing.destroy())
  outgoing.end(body)
}

async function listen(server: Server): Promise<{ server: Server; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

function bodyOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (piece: string) => (body += piece))
    incoming.on('end', () => resolve(body))
  })
}
