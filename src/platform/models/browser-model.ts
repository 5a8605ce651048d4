/** The browser's own model as the minds know models: asked over a bridge, since workers have none. */
import { estimateTokenCount } from 'tokenx'
import { createClient, type Client } from '#core/tasks/client.ts'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { Generation, LanguageModel, ProbeReport, ProbeStep } from '#minds/language-model.ts'
import { wordsOfState } from './browser-api.ts'
import { LENT, portOf, type BrowserModelAnswer, type BrowserModelProtocol } from './browser-model-protocol.ts'
import { describeTier, tierOf } from '#minds/tiers.ts'
import { createTimeLimits } from './time-limits.ts'

/** The bridge; null where the browser lends none. */
export type Bridge = Client<BrowserModelProtocol>

const NAME = 'the browser’s own'
const QUESTION = 'Count aloud from one to thirty in words, separated by commas. Nothing else.'
const LISTEN_TOKENS = 60
/** The first prompt of a session waits until the model is in memory. */
const TEST_LIMITS = { firstTokenMs: 60_000, idleMs: 15_000, totalMs: 90_000 }

/** The bridge that a message of the page hands over; null for any other message. */
export function takeBridge(event: { readonly data: unknown; readonly ports: readonly MessagePort[] }): Bridge | null {
  const { data, ports } = event
  const port = ports[0]
  return typeof data === 'object' && data !== null && 'type' in data && data.type === LENT && port !== undefined ? createClient<BrowserModelProtocol>(portOf(port)) : null
}

/** A model over the bridge; `now` in milliseconds. */
export function createBrowserModel(bridge: Bridge | null, now: () => number = () => performance.now()): LanguageModel {
  return {
    provider: 'browser',
    model: NAME,
    async generate({ messages, maxTokens, stop = [], signal, limits, onDelta }) {
      const started = now()
      const clocks = createTimeLimits(limits, signal, now)
      const source = createCancelSource()
      const unlisten = clocks.onStop(() => source.cancel())
      let text = ''
      let firstTokenAt: number | null = null
      let answer: BrowserModelAnswer
      try {
        answer = bridge
          ? await bridge.ask('model-ask', { messages, maxTokens, stop }, {
              signal: source.signal,
              onProgress(piece) {
                if (clocks.stopped) return
                firstTokenAt ??= now()
                clocks.heard(true)
                text += piece
                onDelta?.(piece, 'speech')
              },
            })
          : { ok: false, reason: 'unreachable', message: wordsOfState('absent').message }
      } catch (error) {
        answer = { ok: false, reason: 'server-error', message: `The browser’s model could not be asked (${error instanceof Error ? error.message : String(error)}). Load the page again.` }
      }
      unlisten()
      clocks.end()
      if (clocks.cause !== null) answer = { ok: false, ...(clocks.cause === 'cancelled' ? { reason: 'cancelled', message: 'The call was cancelled.' } : { reason: 'timeout', message: 'The browser’s model took too long. It may still be loading into memory; try again, or choose a faster one.' }) }
      else if (answer.ok && text.trim() === '') answer = { ok: false, reason: 'empty', message: 'The browser’s model answered with no words. Try again or choose another model.' }
      const base: Omit<Generation, 'ok'> = {
        text: text.trimStart(), reasoning: '', tokensIn: estimateTokenCount(messages.map(({ content }) => content).join('\n')), tokensOut: estimateTokenCount(text),
        firstTokenMs: firstTokenAt === null ? null : firstTokenAt - started, totalMs: now() - started,
      } as Generation
      return { ...base, ...answer } as Generation
    },
  }
}

/** Tests the bridge as other endpoints are tested; never rejects. */
export async function testBrowserModel(bridge: Bridge | null, onStep: (step: ProbeStep) => void): Promise<ProbeReport> {
  const report: ProbeReport = { ok: false, verdict: '', provider: 'browser', model: NAME, baseUrl: '', models: [], steps: [], tokensPerSecond: 0, firstTokenMs: null, tier: 0, extras: null }
  const tell = (id: ProbeStep['id'], label: string, ok: boolean, { detail = '', cure = null }: { detail?: string; cure?: string | null } = {}): void => {
    const step: ProbeStep = { id, ok, label, detail, cure }
    report.steps.push(step)
    onStep(step)
  }
  const state = bridge ? await bridge.ask('model-state', null).catch(() => 'unavailable' as const) : 'absent'
  tell('reachable', 'The browser has a model', state !== 'absent', state === 'absent' ? { cure: wordsOfState('absent').message } : { detail: 'It runs on this machine, without a key.' })
  if (state !== 'absent') tell('model', 'It can be used now', state === 'available', state === 'available' ? {} : { cure: wordsOfState(state).message })
  if (state !== 'available') return { ...report, verdict: wordsOfState(state).message }
  const generation = await createBrowserModel(bridge).generate({ messages: [{ role: 'user', content: QUESTION }], maxTokens: LISTEN_TOKENS, temperature: 0, signal: createCancelSource().signal, limits: TEST_LIMITS })
  tell('answers', 'Model answers', generation.ok, generation.ok ? { detail: `“${generation.text.slice(0, 40)} …”` } : { cure: generation.message })
  if (!generation.ok) return { ...report, verdict: generation.message }
  const seconds = Math.max(0.001, (generation.totalMs - (generation.firstTokenMs ?? 0)) / 1_000)
  const tokensPerSecond = generation.tokensOut / seconds
  const tier = tierOf(tokensPerSecond)
  tell('speed', 'Speed', true, { detail: `About ${Math.round(tokensPerSecond)} tokens a second, as far as can be told.` })
  return { ...report, ok: true, tokensPerSecond, firstTokenMs: generation.firstTokenMs, tier, verdict: `The browser’s own model answers at about ${Math.round(tokensPerSecond)} tokens a second: ${describeTier(tier)}.` }
}
