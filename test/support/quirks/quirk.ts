/** Quirks of the wire as plain data: what a server does, and what the client has to make of it. Tests run them one by one, the bench counts them (T3). */
import type { GenerateOptions, ModelFailure, WireKind } from '#minds/language-model.ts'
import { createModel } from '#platform/models/index.ts'
import { askModel, type Asked } from '../ask-model.ts'
import { startQuirkServer, type HeardRequest, type Quirk } from '../quirk-server.ts'
import { KEY } from './pieces.ts'

/** An answer that has to be heard; white space around the words is no part of it. */
export type Heard = { text: string; reasoning?: string; finish?: string; tokensIn?: number; tokensOut?: number }
/** A failure that has to be told; `keeps`: of these words what came is kept. */
export type Told = { reason: ModelFailure; says?: RegExp; withinMs?: number; keeps?: string }
/** One quirk. Asked `rounds` times (1), all of which together make `requests` where that counts; `holds` looks at these. */
export type WireQuirk = { name: string; kind?: WireKind; serves: Quirk | ((request: HeardRequest) => Quirk); options?: Partial<GenerateOptions>; rounds?: number; requests?: number; holds?(requests: readonly HeardRequest[]): boolean; expects: Heard | Told }

type Given = Quirk & { kind?: WireKind }
const LIMITS = { firstTokenMs: 2_500, idleMs: 1_500, totalMs: 6_000 }
/** A sentence as a player reads it. */
const SENTENCE = /^[A-Z“0-9h].*[.”]$/s

/** Quirks behind which words are heard. */
export function answered(cases: ReadonlyArray<[name: string, given: Given, text: string, more?: Omit<Heard, 'text'> & { kind?: WireKind }]>, options: Partial<GenerateOptions> = {}): WireQuirk[] {
  return cases.map(([name, given, text, { kind, ...more } = {}]) => ({ name, ...apart(given), ...(kind === undefined ? {} : { kind }), options, expects: { text, ...more } }))
}

function apart({ kind = 'openai-compatible', ...serves }: Given): Pick<WireQuirk, 'kind' | 'serves'> {
  return { kind, serves }
}

/** Quirks that are failures, to be told in words. */
export function told(cases: ReadonlyArray<[name: string, given: Given | (() => Quirk), reason: ModelFailure, says?: RegExp, withinMs?: number]>, options: Partial<GenerateOptions> = {}): WireQuirk[] {
  return cases.map(([name, given, reason, says, withinMs]) => ({ name, ...(typeof given === 'function' ? { serves: given } : apart(given)), options, expects: { reason, ...(says === undefined ? {} : { says }), ...(withinMs === undefined ? {} : { withinMs }) } }))
}

let models = 0
/** Serves the quirk on loopback, asks with the app's own client, and says what was not as it should be; nothing where it was survived. */
export async function problemsWith(quirk: WireQuirk): Promise<string[]> {
  const { serves, options = {}, rounds = 1, requests, holds, kind = 'openai-compatible', expects } = quirk
  const server = await startQuirkServer((request) => (typeof serves === 'function' ? serves(request) : serves))
  const settings = { kind, baseUrl: server.url, apiKey: KEY, model: `m-${++models}` }
  try {
    const problems: string[] = []
    for (let round = 0; round < rounds; round++) {
      const started = performance.now()
      const asked = await askModel(createModel(settings, { random: () => -0.9 })!, { limits: LIMITS, ...options })
      problems.push(...judge(asked, expects, performance.now() - started))
    }
    if (requests !== undefined && server.requests.length !== requests) problems.push(`${server.requests.length} requests instead of ${requests}`)
    if (holds?.(server.requests) === false) problems.push('the requests are not what they should be')
    return problems
  } catch (error) {
    return [`threw ${String(error)}`]
  } finally {
    await server.stop()
  }
}

/** What of an answer is not as it should be. */
export function judge({ generation, speech, reasoning: thought }: Asked, expects: Heard | Told, ms: number): string[] {
  const problems: string[] = []
  const claim = (holds: boolean, words: string): void => void (holds || problems.push(words))
  claim(!JSON.stringify(generation).includes('planted'), 'the key was repeated')
  if ('reason' in expects) {
    if (generation.ok) return [`answered “${generation.text}” instead of ${expects.reason}`]
    claim(generation.reason === expects.reason, `${generation.reason} instead of ${expects.reason}: ${generation.message}`)
    claim(expects.says?.test(generation.message) ?? true, `said “${generation.message}”`)
    claim(SENTENCE.test(generation.message), `no sentence: “${generation.message}”`)
    claim(expects.keeps === undefined || (generation.text !== '' && expects.keeps.startsWith(generation.text)), `kept “${generation.text}”`)
    claim(ms < (expects.withinMs ?? Infinity), `told after ${Math.round(ms)} ms`)
    return problems
  }
  if (!generation.ok) return [`${generation.reason}: ${generation.message}`]
  const { text, reasoning = '', finish, tokensIn, tokensOut } = expects
  claim(generation.text.trim() === text.trim(), `heard “${generation.text}” instead of “${text}”`)
  claim(generation.reasoning.trim() === reasoning.trim(), `thought “${generation.reasoning}” instead of “${reasoning}”`)
  // an answer that turned out to have begun with thinking was heard before that was known
  if (reasoning === '' || speech.length === generation.text.length) claim(speech === generation.text && thought === generation.reasoning, `streamed “${speech}” and “${thought}”`)
  claim(finish === undefined || generation.finish === finish, `finished by ${generation.finish} instead of ${finish}`)
  claim(tokensIn === undefined || generation.tokensIn === tokensIn, `${generation.tokensIn} tokens in`)
  claim(tokensOut === undefined || generation.tokensOut === tokensOut, `${generation.tokensOut} tokens out`)
  claim(generation.tokensOut > 0 && generation.firstTokenMs !== null, 'no tokens counted')
  return problems
}
