/** Runs one model file in this thread's own workers: loads it when it is asked, one thought after the other, lets it go when nobody asks any more. */
import { LoggerWithoutDebug, Wllama } from '@wllama/wllama/esm/index.js'
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { Message } from '#minds/language-model.ts'
import { fitPrompt } from '#minds/prompts/fit-prompt.ts'
import { openModel } from '../../storage/model-files.ts'
import { mergeTurns } from '../chat-request.ts'
import { CUT_SHORT, LONGEST_HEAD, readGgufHeader } from './gguf-header.ts'
import type { TabFailure, TabLoaded, TabProtocol } from './tab-protocol.ts'
import { answerFailure, contextFor, loadFailure, missing, obstacleIn, tooLong } from './tab-words.ts'
import { watchReading } from './watch-reading.ts'

/** See `createTabEngine`. */
export type TabEngine = {
  /** `onShare` hears how much of the file was read, 0..1, then null while it is made ready. */
  load(name: string, onShare: (share: number | null) => void): Promise<TabLoaded | TabFailure>
  /** Never rejects. */
  ask(request: TabProtocol['tasks']['tab-ask'][0], onChunk: (json: string) => void, signal: CancelSignal): Promise<{ ok: true } | TabFailure>
}

/** Memory is given back after so long without a thought, milliseconds. */
const IDLE_MS = 5 * 60_000
/** Tokens of a prompt that are read before a call can be stopped. */
const BATCH_TOKENS = 256
const MOST_THREADS = 4
/** Characters a token before a model has counted any, and what is left free for the frame of the messages. */
const FIRST_CHARACTERS = 3.6
const FRAME_TOKENS = 48
const MOST_TRIES = 3
/** A worker that is not let in says nothing but that it failed. */
const NO_START = 'Content Security Policy: the worker could not start'
/** All that is heard when something failed inside the program: no answer stands where its length should. */
const UNSAID = /Invalid typed array length/i
const ONLY_ERRORS = 4
/** Letters of the program's own complaints that are kept. */
const MOST_WORDS = 600

type Running = { name: string; model: Wllama; /** Rejects when the program's own thread cannot start or breaks down, of which its library tells nobody. */ broken: Promise<never>; loaded: TabLoaded; charactersPerToken: number; /** Whether its turns know no instruction apart. */ merges: boolean }
type Body = { messages: Message[]; max_tokens?: number; [other: string]: unknown }

/** The engine of this thread. */
export function createTabEngine(): TabEngine {
  let running: Running | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: ReturnType<typeof setTimeout> | undefined

  /** One thing after the other: there is one memory and one processor. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(() => {
      clearTimeout(idle)
      return work()
    }).finally(() => {
      clearTimeout(idle)
      idle = setTimeout(() => void inTurn(letGo), IDLE_MS)
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  async function letGo(): Promise<void> {
    const { model } = running ?? {}
    running = null
    await model?.exit().catch(() => undefined)
  }

  async function bring(name: string, onShare: (share: number | null) => void = () => undefined): Promise<Running | TabFailure> {
    if (running?.name === name) return running
    await letGo()
    const obstacle = obstacleIn(WebAssembly)
    if (obstacle !== null) return { ok: false, reason: 'unreachable', message: obstacle }
    const file = await openModel(name)
    if (!file) return missing(name)
    const head = readGgufHeader(new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer()))
    if (!head.ok) return { ok: false, reason: 'model-missing', message: head.reason }
    if (file.size < head.value.leastBytes) return { ok: false, reason: 'model-missing', message: CUT_SHORT }
    const started = performance.now()
    const threads = crossOriginIsolated ? Math.min(MOST_THREADS, Math.max(1, Math.floor(navigator.hardwareConcurrency / 2))) : 1
    watchReading(file, (share) => onShare(share < 1 ? share : null))
    for (let isFirst = true; ; isFirst = false) {
      let words = ''
      let breakDown = (_error: Error): void => undefined
      const broken = new Promise<never>((_, reject) => (breakDown = reject))
      broken.catch(() => undefined)
      const hear = (...said: unknown[]): void => {
        words = `${words} ${said.map((each) => (each instanceof Error ? each.message : typeof each === 'string' ? each : '')).join(' ')}`.slice(-MOST_WORDS)
        if (said[0] instanceof Event) breakDown(new Error(said[0] instanceof ErrorEvent && said[0].message !== '' ? said[0].message : NO_START))
      }
      const model = new Wllama({ default: wasmUrl }, { logger: { ...LoggerWithoutDebug, warn: () => undefined, log: () => undefined, error: hear } })
      // nothing from a foreign server, whatever this browser lacks
      model.setCompat(null)
      try {
        await Promise.race([broken, model.loadModel([file], { log_level: ONLY_ERRORS, n_ctx: contextFor(head.value), n_batch: BATCH_TOKENS, n_threads: threads, n_gpu_layers: 0, n_parallel: 1 })])
        // a file that its program does not take is no error to its library
        if (model.getLoadedContextInfo().n_vocab <= 0) throw new Error('')
      } catch (error) {
        words = `${error instanceof Error ? error.message : String(error)}${words}`
        await model.exit().catch(() => undefined)
        // now and then the very first start fails so, and the second does not
        if (isFirst && UNSAID.test(words)) continue
        return loadFailure(words, file.size)
      }
      const info = model.getLoadedContextInfo()
      const about = `${head.value.name ?? head.value.architecture}${head.value.hasTemplate ? '' : ', without a form for its turns: the most common is used'}`
      return (running = { name, model, broken, charactersPerToken: FIRST_CHARACTERS, merges: false, loaded: { ok: true, ms: Math.round(performance.now() - started), contextTokens: info.n_ctx, threads: model.getNumThreads(), about } })
    }
  }

  async function answer(of: Running, body: Body, onChunk: (json: string) => void, signal: CancelSignal): Promise<{ ok: true } | TabFailure> {
    const controller = new AbortController()
    const unlisten = signal.onCancel(() => controller.abort())
    try {
      for (let tries = 1; ; tries++) {
        const room = (of.loaded.contextTokens - (body.max_tokens ?? 0) - FRAME_TOKENS) * of.charactersPerToken
        const fitted = fitPrompt(body.messages, room)
        if (!fitted) return tooLong()
        const messages = of.merges ? mergeTurns(fitted.map(({ role, content }) => ({ role: role === 'system' ? 'user' : role, content }))) : fitted
        try {
          await Promise.race([of.broken, of.model.createChatCompletion({ ...body, messages, stream: true, cache_prompt: true, chat_template_kwargs: { enable_thinking: false }, abortSignal: controller.signal, onData: (chunk) => onChunk(JSON.stringify(chunk)) })])
          return { ok: true }
        } catch (error) {
          if (controller.signal.aborted) return { ok: false, reason: 'cancelled', message: 'The call was cancelled.' }
          const words = error instanceof Error ? error.message : String(error)
          const isTooLong = /exceed|context size|too (long|large)/i.test(words)
          const isForm = UNSAID.test(words) || /jinja|template|\broles?\b|system message|alternat/i.test(words)
          if (tries < MOST_TRIES && isTooLong) of.charactersPerToken = learn(words, messages) ?? of.charactersPerToken * 0.6
          else if (tries < MOST_TRIES && isForm && !of.merges) of.merges = true
          else {
            // a program that broke down answers nothing more
            if (!isTooLong && (!isForm || UNSAID.test(words))) await letGo()
            return answerFailure(words)
          }
        }
      }
    } finally {
      unlisten()
    }
  }

  return {
    load: (name, onShare) => inTurn(async () => { const found = await bring(name, onShare); return 'loaded' in found ? found.loaded : found }),
    ask: ({ name, body }, onChunk, signal) => inTurn(async () => {
      const found = signal.cancelled ? null : await bring(name)
      if (found && !('loaded' in found)) return found
      if (!found || signal.cancelled) return { ok: false, reason: 'cancelled', message: 'The call was cancelled.' }
      return answer(found, JSON.parse(body) as Body, onChunk, signal)
    }),
  }
}

/** Characters a token as a refusal tells them, with a little less so that the next fits; null when it does not. */
function learn(words: string, messages: readonly Message[]): number | null {
  const tokens = Number(/\((\d{2,}) tokens?\)/.exec(words)?.[1] ?? NaN)
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0)
  return tokens > 0 ? (characters / tokens) * 0.97 : null
}
