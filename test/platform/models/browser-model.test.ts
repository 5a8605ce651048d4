/** The browser's own model: asked from a worker over a bridge; against a double of the browser's interface. */
import { describe, expect, it, vi } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { askBrowser, download, findBrowserApi, readState, type BrowserApi } from '#platform/models/browser-api.ts'
import { createBrowserModel, takeBridge, testBrowserModel, type Bridge } from '#platform/models/browser-model.ts'
import { lendBrowserModel } from '#platform/models/lend-browser-model.ts'
import { askModel } from '#test/support/ask-model.ts'

type Double = BrowserApi & { sessions: Array<{ options: Parameters<BrowserApi['create']>[0]; asked: string; destroyed: boolean; aborted: boolean }>; state: string; pieces: string[]; fails: Error | null; endless: boolean }

function createDouble(change: Partial<Double> = {}): Double {
  const double: Double = {
    sessions: [], state: 'available', pieces: ['Good ', 'day ', 'to you.'], fails: null, endless: false,
    availability: async () => double.state,
    async create(options) {
      options.monitor?.({ addEventListener: (_, listener) => [0.25, 1].forEach((loaded) => listener({ loaded })) })
      if (double.fails) throw double.fails
      const session = { options, asked: '', destroyed: false, aborted: false }
      double.sessions.push(session)
      return {
        promptStreaming(input, { signal }) {
          session.asked = input
          return new ReadableStream<string>({
            start(controller) {
              for (const piece of double.pieces) controller.enqueue(piece)
              if (!double.endless) controller.close()
              signal.addEventListener('abort', () => {
                session.aborted = true
                if (double.endless) controller.error(new DOMException('stopped', 'AbortError'))
              })
            },
          })
        },
        destroy: () => (session.destroyed = true),
      }
    },
    ...change,
  }
  return double
}

const MESSAGES = [{ role: 'user' as const, content: 'Hello.' }, { role: 'system' as const, content: 'You are Ada.' }, { role: 'assistant' as const, content: 'Yes?' }, { role: 'user' as const, content: 'Good morning.' }]
const quiet = createCancelSource().signal
const failing = (name: string): Double => createDouble({ fails: new DOMException('of the browser', name) })

/** A bridge from a pretended worker to a page that has the double. */
async function bridgeTo(double: Double | null): Promise<Bridge | null> {
  if (double) vi.stubGlobal('LanguageModel', double)
  else vi.unstubAllGlobals()
  let bridge: Bridge | null = null
  lendBrowserModel({ postMessage: (data, ports) => (bridge = takeBridge({ data, ports })) })
  return bridge
}

describe('the browser’s own model', () => {
  it('[MOD-67] is looked for, and told of in words', async () => {
    expect(findBrowserApi({})).toBeNull()
    expect(findBrowserApi({ LanguageModel: { create: 1 } })).toBeNull()
    expect(await readState(null)).toBe('absent')
    for (const state of ['available', 'downloadable', 'downloading', 'unavailable']) expect(await readState(createDouble({ state }))).toBe(state)
    expect(await readState(createDouble({ state: 'readily' }))).toBe('unavailable')
    expect(await readState(createDouble({ availability: () => Promise.reject(new Error('no')) }))).toBe('unavailable')
    for (const [state, reason, says] of [['unavailable', 'model-missing', /22 GB/], ['downloadable', 'model-missing', /Settings, Mind/], ['downloading', 'overloaded', /still fetching/]] as const) {
      const double = createDouble({ state })
      expect(await askBrowser(double, { messages: MESSAGES, maxTokens: 20, stop: [] }, () => undefined, quiet)).toMatchObject({ ok: false, reason, message: expect.stringMatching(says) as string })
      // asking must not begin a download of gigabytes
      expect(double.sessions).toHaveLength(0)
    }
  })

  it('[MOD-67] is fetched with its progress told, and a failure in words', async () => {
    const heard: number[] = []
    const double = createDouble({ state: 'downloadable' })
    await download(double, (share) => heard.push(share), new AbortController().signal)
    expect(heard).toEqual([0.25, 1])
    expect(double.sessions[0]?.destroyed).toBe(true)
    await expect(download(failing('NetworkError'), () => undefined, new AbortController().signal)).rejects.toThrow('could not fetch its model')
    await expect(download(failing('NotAllowedError'), () => undefined, new AbortController().signal)).rejects.toThrow('only with a press')
  })

  it('[MOD-68] has a session for each prompt, the instruction first, gone afterwards', async () => {
    const double = createDouble()
    let text = ''
    expect(await askBrowser(double, { messages: MESSAGES, maxTokens: 20, stop: [] }, (piece) => (text += piece), quiet)).toEqual({ ok: true, finish: 'stop' })
    expect(text).toBe('Good day to you.')
    expect(double.sessions).toHaveLength(1)
    expect(double.sessions[0]).toMatchObject({ asked: 'Good morning.', destroyed: true, options: { initialPrompts: [{ role: 'system', content: 'You are Ada.' }, { role: 'user', content: 'Hello.' }, { role: 'assistant', content: 'Yes?' }] } })
  })

  it.each([
    ['a stop string, cut between pieces', ['Good day.\nPLA', 'YER: no'], ['\nPLAYER:'], 20, 'Good day.', 'stop'],
    ['a limit of tokens', ['Good day to you and yours.'], [], 2, 'Good day', 'length'],
    ['the whole text again with every piece', ['Good morn', 'Good morning', 'Good morning.'], [], 20, 'Good morning.', 'stop'],
  ] as const)('[MOD-68] %s', async (_name, pieces, stop, maxTokens, expected, finish) => {
    const double = createDouble({ pieces: [...pieces] })
    let text = ''
    expect(await askBrowser(double, { messages: MESSAGES, maxTokens, stop: [...stop] }, (piece) => (text += piece), quiet)).toEqual({ ok: true, finish })
    expect(text).toBe(expected)
    expect(double.sessions[0]?.destroyed).toBe(true)
  })

  it.each([
    ['QuotaExceededError', 'too-long', /longer than/],
    ['NotAllowedError', 'forbidden', /does not let this page/],
    ['NotReadableError', 'filtered', /content rules/],
    ['NotSupportedError', 'refused-parameter', /language/],
    ['UnknownError', 'server-error', /failed/],
  ] as const)('[MOD-68] %s is told in words', async (name, reason, says) => {
    expect(await askBrowser(failing(name), { messages: MESSAGES, maxTokens: 20, stop: [] }, () => undefined, quiet)).toEqual({ ok: false, reason, message: expect.stringMatching(says) as string })
  })

  it('[MOD-69] speaks over the bridge, streaming, as any model', async () => {
    const bridge = await bridgeTo(createDouble())
    const { generation, speech } = await askModel(createBrowserModel(bridge))
    expect(generation).toMatchObject({ ok: true, text: 'Good day to you.', reasoning: '', finish: 'stop' })
    expect(speech).toBe('Good day to you.')
    expect(generation.tokensOut).toBeGreaterThan(2)
    expect(generation.firstTokenMs).not.toBeNull()
    const steps: string[] = []
    const report = await testBrowserModel(bridge, (step) => steps.push(`${step.id} ${step.ok}`))
    expect(report).toMatchObject({ ok: true, verdict: expect.stringContaining('own model answers') as string })
    expect(steps).toEqual(['reachable true', 'model true', 'answers true', 'speed true'])
    bridge?.close('over')
  })

  it('[MOD-69] a call that is cancelled, or takes too long, ends its session', async () => {
    const double = createDouble({ endless: true })
    const bridge = await bridgeTo(double)
    const source = createCancelSource()
    const cancelled = await askModel(createBrowserModel(bridge), { signal: source.signal, onDelta: () => source.cancel() })
    expect(cancelled.generation).toMatchObject({ ok: false, reason: 'cancelled' })
    const late = await askModel(createBrowserModel(bridge), { limits: { firstTokenMs: 500, idleMs: 60, totalMs: 400 } })
    expect(late.generation).toMatchObject({ ok: false, reason: 'timeout', text: 'Good day to you.' })
    await vi.waitFor(() => expect(double.sessions.map(({ destroyed, aborted }) => destroyed && aborted)).toEqual([true, true]))
    bridge?.close('over')
  })

  it('[MOD-69] where a browser has none, nothing is lent and that is said', async () => {
    const bridge = await bridgeTo(null)
    expect(bridge).toBeNull()
    expect((await askModel(createBrowserModel(bridge))).generation).toMatchObject({ ok: false, reason: 'unreachable', message: expect.stringContaining('no model of its own') as string })
    expect(await testBrowserModel(bridge, () => undefined)).toMatchObject({ ok: false, verdict: expect.stringContaining('no model of its own') as string })
  })

  it('[MOD-69] messages that hand nothing over are not taken for a bridge', () => {
    for (const data of [null, 7, {}, { type: 'task' }, { type: 'browser-model' }]) expect(takeBridge({ data, ports: [] })).toBeNull()
  })
})
