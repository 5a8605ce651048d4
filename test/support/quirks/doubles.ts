/** What a double that nobody here wrote can be asked to do wrong, in each protocol. */
import { LLMock } from '@copilotkit/aimock'
import type { WireKind } from '#minds/language-model.ts'
import { createModel } from '#platform/models/index.ts'
import { askModel } from '../ask-model.ts'
import { KEY } from './pieces.ts'
import { judge, type Heard, type Told } from './quirk.ts'

/** One manner of the double; `tries`: requests that have to be made. */
export type DoubleQuirk = { name: string; kind: WireKind; sets(mock: LLMock): void; tries: number; expects: Heard | Told }

/** What it says. */
export const SAID = 'The river rose last night, so take the upper path.'
/** A model that each protocol knows. */
export const MODELS: { readonly [K in WireKind]: string } = { 'openai-compatible': 'gpt-4o', anthropic: 'claude-sonnet-4-5', gemini: 'gemini-2.5-flash', ollama: 'llama3.2' }
const WORDS = 'which way'

type Manner = Omit<DoubleQuirk, 'kind' | 'tries'> & { tries?: number }
const refuses = (status: number, reason: Told['reason'], tries: number): Manner => ({ name: `status ${status}`, sets: (mock) => mock.onMessage(WORDS, { error: { message: 'it said no', type: 'x' }, status }), tries, expects: { reason, says: /it said no/ } })
const WORDED: readonly Manner[] = [
  { name: 'a streamed answer', sets: (mock) => mock.onMessage(WORDS, { content: SAID }, { chunkSize: 4, latency: 2 }), expects: { text: SAID, finish: 'stop' } },
  { name: 'one letter a chunk', sets: (mock) => mock.onMessage(WORDS, { content: SAID }, { chunkSize: 1, latency: 0 }), expects: { text: SAID, finish: 'stop' } },
  { name: 'letters of all the world', sets: (mock) => mock.onMessage(WORDS, { content: 'Žluťoučký kůň 馬 🐎 ok.' }, { chunkSize: 3, latency: 0 }), expects: { text: 'Žluťoučký kůň 馬 🐎 ok.' } },
  { name: 'thinking before the words', sets: (mock) => mock.onMessage(WORDS, { content: SAID, reasoning: 'They are new here.' }), expects: { text: SAID, reasoning: 'They are new here.' } },
  { name: 'a call of a tool instead of words', sets: (mock) => mock.onMessage(WORDS, { toolCalls: [{ name: 'walk', arguments: '{"to":"mill"}' }] }), expects: { reason: 'empty', says: /call a tool/ } },
]
const REFUSED: readonly Manner[] = [
  { name: '429 once', sets: (mock) => void mock.onMessage(WORDS, { content: SAID }).nextRequestError(429, { message: 'Rate limit reached', type: 'rate_limit_error' }), tries: 2, expects: { text: SAID } },
  refuses(500, 'server-error', 1), refuses(401, 'unauthorized', 1), refuses(402, 'payment', 1), refuses(403, 'forbidden', 1), refuses(404, 'unreachable', 1), refuses(503, 'overloaded', 3), refuses(529, 'overloaded', 3),
]
const BROKEN: readonly Manner[] = [
  { name: 'a body that is malformed', sets: (mock) => mock.onMessage(WORDS, { content: SAID }, { chaos: { malformedRate: 1 } }), expects: { reason: 'malformed' } },
  { name: 'a stream that breaks off', sets: (mock) => mock.onMessage(WORDS, { content: SAID }, { chunkSize: 3, latency: 5, truncateAfterChunks: 6 }), expects: { reason: 'unreachable', keeps: SAID } },
  { name: 'a line that is always dropped', sets: (mock) => mock.onMessage(WORDS, { content: SAID }, { chaos: { disconnectRate: 1 } }), tries: 3, expects: { reason: 'unreachable' } },
]

const inAll = (manners: readonly Manner[]): DoubleQuirk[] => (Object.keys(MODELS) as WireKind[]).flatMap((kind) => manners.map(({ name, sets, tries = 1, expects }) => ({ name: `${kind}: ${name}`, kind, sets, tries, expects })))
/** Words, thinking and calls of tools, in every protocol. */
export const DOUBLE_WORDS: readonly DoubleQuirk[] = inAll(WORDED)
/** Refusals in every protocol. */
export const DOUBLE_REFUSALS: readonly DoubleQuirk[] = inAll(REFUSED)
/** Faults of the wire in every protocol. */
export const DOUBLE_FAULTS: readonly DoubleQuirk[] = inAll(BROKEN)

/** Asks the double, which is started for it, and says what was not as it should be. */
export async function problemsWithDouble({ kind, sets, tries, expects }: DoubleQuirk): Promise<string[]> {
  const mock = new LLMock({ port: 0 })
  await mock.start()
  try {
    sets(mock)
    const started = performance.now()
    const model = createModel({ kind, baseUrl: mock.url, apiKey: KEY, model: MODELS[kind] }, { random: () => 0 })!
    const asked = await askModel(model, { messages: [{ role: 'system', content: 'You are Ada.' }, { role: 'user', content: WORDS }] })
    const made = mock.getRequests().length
    return [...judge(asked, expects, performance.now() - started), ...(made === tries ? [] : [`${made} requests instead of ${tries}`])]
  } catch (error) {
    return [`threw ${String(error)}`]
  } finally {
    await mock.stop()
  }
}
