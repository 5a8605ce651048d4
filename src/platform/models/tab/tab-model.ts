/** A model file that runs in this tab, as the minds know models: a server of the OpenAI protocol that is a thread instead of an address. */
import { createClient, type Client } from '#core/tasks/client.ts'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { openThread, type Thread } from '#core/tasks/thread.ts'
import type { EndpointSettings, LanguageModel, ModelLoading, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { describeTier, tierOf } from '#minds/tiers.ts'
import { spawnTabModel } from '../../spawn-tab-model.ts'
import { createChatModel } from '../chat-model.ts'
import { openAi } from '../openai-compatible.ts'
import { parseJson } from '../loose.ts'
import { describeExtras } from '../probe-extras.ts'
import type { TabFailure, TabLoaded, TabProtocol } from './tab-protocol.ts'
import { missing, notLoaded } from './tab-words.ts'

/** See `createTabModels`. */
export type TabModels = {
  create(settings: EndpointSettings): LanguageModel
  /** Tests a file step by step; never rejects. */
  test(settings: EndpointSettings, onStep: (step: ProbeStep) => void): Promise<ProbeReport>
  /** Brings a file into memory before anybody thinks with it; never rejects. */
  load(settings: EndpointSettings): Promise<{ ok: boolean; message: string }>
  /** Stops whatever is being loaded; it is not loaded again until it is asked for by name. */
  stopLoading(): void
}

/** What a request is addressed to; nothing is sent anywhere. */
const NOWHERE = 'http://tab.invalid/v1'
const DIED = 'The thread of the model stopped, most likely for want of memory. It is started anew for the next thought; a smaller model may be needed.'
const QUESTION = 'Count aloud from one to thirty in words, separated by commas. Nothing else.'
const LISTEN_TOKENS = 32
const TEST_LIMITS = { firstTokenMs: 30_000, idleMs: 10_000, totalMs: 45_000 }
/** The only number that a given shape lets be said, with room for the white space that it lets stand. */
const LUCKY = 7
const SHAPE_TOKENS = 140
/** Tokens a second below which a talk drags. */
const SLOW = 5

/** The models of one thread; theirs is started by the first question and holds one file at a time. */
export function createTabModels(spawn: () => Thread = spawnTabModel, now: () => number = () => performance.now(), onLoading: (loading: ModelLoading | null) => void = () => undefined): TabModels {
  let running: { client: Client<TabProtocol>; thread: Thread } | null = null
  let loadingName: string | null = null
  let isLoading = 0
  let isTold = false
  /** The file whose loading was stopped by the player. */
  let stopped: string | null = null

  function connect(): Client<TabProtocol> {
    if (running) return running.client
    const thread = spawn()
    const mine = createClient<TabProtocol>(openThread(thread, () => {
      thread.terminate()
      if (running?.client === mine) running = null
      mine.close(DIED)
    }))
    running = { client: mine, thread }
    return mine
  }

  async function load(name: string): Promise<TabLoaded | TabFailure> {
    if (stopped === name) return notLoaded(name)
    isLoading++
    loadingName = name
    try {
      if (name === '') return missing(name)
      return await connect().ask('tab-load', { name }, {
        onProgress(share) {
          isTold = true
          onLoading({ name, share })
        },
      })
    } catch (error) {
      if (stopped === name) return notLoaded(name)
      return { ok: false, reason: 'unreachable', message: error instanceof Error ? error.message : String(error) }
    } finally {
      isLoading--
      if (isTold && isLoading === 0) {
        isTold = false
        onLoading(null)
      }
    }
  }

  /** Ends the thread with all that it holds: what reads a file cannot be told to stop. */
  function stopLoading(): void {
    if (isLoading === 0 || !running) return
    stopped = loadingName
    running.thread.terminate()
    running.client.close(DIED)
    running = null
  }

  const create = (settings: EndpointSettings): LanguageModel => {
    const name = settings.model?.trim() ?? ''
    return {
      provider: 'tab',
      model: name.replace(/\.gguf$/i, ''),
      async generate(options) {
        let failure: TabFailure | null = null
        const inner = createChatModel(openAi, { kind: 'openai-compatible', baseUrl: NOWHERE, model: name }, {
          now,
          fetch: async (_url, init) => {
            const loaded = await raceAbort(load(name), init?.signal)
            if (!loaded.ok) {
              failure = loaded
              return new Response('', { status: 404 })
            }
            return new Response(streamOf(connect(), name, typeof init?.body === 'string' ? init.body : '', (told) => (failure = told)), { headers: { 'content-type': 'text/event-stream' } })
          },
        })
        const generation = await inner.generate(options)
        const told = failure as TabFailure | null
        if (generation.ok || generation.reason === 'cancelled') return generation
        if (told && told.reason !== 'cancelled') return { ...generation, reason: told.reason, message: told.message }
        if (generation.reason === 'timeout') return { ...generation, message: isLoading > 0 ? 'The model is still being loaded into memory. It answers when that is done.' : 'The model in this tab is too slow for this thought. Choose a smaller one, or give it only the kinds of thoughts that can wait.' }
        return { ...generation, message: generation.message.replaceAll('http://tab.invalid', 'this tab') }
      },
    }
  }

  return {
    create,
    stopLoading,
    async load(settings) {
      const name = settings.model?.trim() ?? ''
      stopped = null
      const loaded = await load(name)
      return loaded.ok ? { ok: true, message: `“${name}” is in memory: ${loaded.about}, ${loaded.contextTokens.toLocaleString('en')} tokens in view.` } : { ok: false, message: loaded.message }
    },
    async test(settings, onStep) {
      const name = settings.model?.trim() ?? ''
      stopped = null
      const report: ProbeReport = { ok: false, verdict: '', provider: 'tab', model: name, baseUrl: '', models: [], steps: [], tokensPerSecond: 0, firstTokenMs: null, tier: 0, extras: null }
      const tell = (id: ProbeStep['id'], label: string, ok: boolean, { detail = '', cure = null }: { detail?: string; cure?: string | null } = {}): void => {
        const step: ProbeStep = { id, ok, label, detail, cure }
        report.steps.push(step)
        onStep(step)
      }
      const loaded = await load(name)
      const isThere = loaded.ok || loaded.reason !== 'model-missing'
      tell('reachable', 'File is in this browser', isThere, isThere || loaded.ok ? { detail: 'It runs on this machine; nothing that is said leaves it.' } : { cure: loaded.message })
      if (!loaded.ok) {
        if (isThere) tell('model', 'It loads', false, { cure: loaded.message })
        return { ...report, verdict: loaded.message }
      }
      tell('model', 'It loads', true, { detail: `${loaded.about}; ${(loaded.ms / 1_000).toFixed(1)} s, ${loaded.contextTokens.toLocaleString('en')} tokens in view, ${loaded.threads === 1 ? 'one thread' : `${loaded.threads} threads`}.` })
      const model = create(settings)
      let pieces = 0
      const generation = await model.generate({ messages: [{ role: 'user', content: QUESTION }], maxTokens: LISTEN_TOKENS, temperature: 0, signal: createCancelSource().signal, limits: TEST_LIMITS, onDelta: () => void pieces++ })
      tell('answers', 'Model answers', generation.ok, generation.ok ? { detail: `“${generation.text.slice(0, 40)} …”` } : { cure: generation.message })
      if (!generation.ok) return { ...report, verdict: generation.message }
      tell('streams', 'Words stream', pieces > 1, { detail: `Words came in ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}.` })
      const tokensPerSecond = Math.round((generation.tokensOut / Math.max(1, generation.totalMs - (generation.firstTokenMs ?? 0))) * 10_000) / 10
      const tier = tierOf(tokensPerSecond)
      tell('speed', 'Speed', true, { detail: `${tokensPerSecond.toLocaleString('en')} tokens a second: ${describeTier(tier)}.`, cure: tokensPerSecond < SLOW ? 'Replies will come slowly. A smaller model is faster.' : null })
      const shaped = await model.generate({ messages: [{ role: 'user', content: 'Write the word river, and nothing else.' }], maxTokens: SHAPE_TOKENS, temperature: 0, schema: { name: 'pick', properties: { do: { type: 'integer', enum: [LUCKY] } } }, signal: createCancelSource().signal, limits: TEST_LIMITS })
      const value = parseJson(shaped.text)
      // one memory answers one after the other, and stop words are minded by what runs it
      const extras = { schema: typeof value === 'object' && value !== null && 'do' in value && value.do === LUCKY, json: null, stops: true, reasons: generation.reasoning !== '', sideBySide: false }
      tell('extras', 'What else it can', true, { detail: describeExtras(extras) })
      return { ...report, ok: true, tokensPerSecond, firstTokenMs: generation.firstTokenMs, tier, extras, verdict: `The model in this tab answers at ${tokensPerSecond.toLocaleString('en')} tokens a second: ${describeTier(tier)}.` }
    },
  }
}

/** Chunks as server-sent events; when nobody listens any more the model is stopped. */
function streamOf(client: Client<TabProtocol>, name: string, body: string, onFailure: (failure: TabFailure) => void): ReadableStream<Uint8Array> {
  const source = createCancelSource()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (payload: string): void => {
        if (!source.signal.cancelled) controller.enqueue(encoder.encode(`data: ${payload}\n\n`))
      }
      const answer = await client.ask('tab-ask', { name, body }, { signal: source.signal, onProgress: say }).catch((error: unknown): TabFailure => ({ ok: false, reason: 'unreachable', message: error instanceof Error ? error.message : String(error) }))
      if (!answer.ok) onFailure(answer)
      say(answer.ok ? '[DONE]' : JSON.stringify({ error: { message: answer.message } }))
      if (!source.signal.cancelled) controller.close()
    },
    cancel: () => source.cancel(),
  })
}

/** The result, unless the signal fires first: loading goes on, but nobody waits for it. */
function raceAbort<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DOMException('cancelled', 'AbortError'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject)
  })
}
