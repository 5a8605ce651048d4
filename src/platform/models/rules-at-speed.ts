/** The built-in mind's words at a chosen speed, in this thread: what a model of that speed would be like, without a server. It is none and says so. */
import type { GenerateOptions, Generation, LanguageModel } from '#minds/language-model.ts'
import { createSharedPace, type PaceTimers } from '#minds/rule-speaker/shared-pace.ts'
import { speakByRules } from '#minds/rule-speaker/speak-by-rules.ts'
import { tokensOfText } from '#minds/rule-speaker/tokens-of-text.ts'

/** Milliseconds before the first word: as a server on the same machine takes. */
const LATENCY_MS = 40

const TIMERS: PaceTimers = { now: () => performance.now(), after: (ms, run) => void setTimeout(run, ms) }

/** A model whose words come from rules, at `tokensPerSecond` for all calls together. */
export function createRulesAtSpeed(tokensPerSecond: number, timers: PaceTimers = TIMERS): LanguageModel {
  const pace = createSharedPace(tokensPerSecond, timers)
  return {
    provider: 'rules at speed',
    model: `rules, no model (at ${tokensPerSecond.toLocaleString('en')})`,
    generate: (options) => new Promise((resolve) => timers.after(LATENCY_MS, () => say(options, { pace, timers, started: timers.now() - LATENCY_MS, resolve }))),
  }
}

function say(options: GenerateOptions, { pace, timers, started, resolve }: { pace: ReturnType<typeof createSharedPace>; timers: PaceTimers; started: number; resolve(generation: Generation): void }): void {
  const { messages, signal, maxTokens, limits } = options
  const all = tokensOfText(speakByRules(messages))
  const tokens = all.slice(0, Math.max(1, maxTokens))
  const tokensIn = messages.reduce((sum, { content }) => sum + tokensOfText(content).length, 0)
  let sent = 0
  let text = ''
  let firstTokenMs: number | null = null
  const base = () => ({ text, reasoning: '', tokensIn, tokensOut: sent, firstTokenMs, totalMs: timers.now() - started })
  let over = false
  let leave = (): void => undefined
  let unlisten = (): void => undefined
  const end = (generation: Generation): void => {
    if (over) return
    over = true
    leave()
    unlisten()
    resolve(generation)
  }
  leave = pace.join((count) => {
    if (timers.now() - started > limits.totalMs) end({ ...base(), ok: false, reason: 'timeout', message: `Rules at this speed did not finish within ${Math.round(limits.totalMs / 1_000)} s: too many speak at once. Try a higher rung.` })
    if (over) return false
    const piece = tokens.slice(sent, sent + count).join('')
    sent = Math.min(tokens.length, sent + count)
    firstTokenMs ??= timers.now() - started
    text += piece
    options.onDelta?.(piece, 'speech')
    if (sent < tokens.length) return !over
    end({ ...base(), ok: true, finish: tokens.length < all.length ? 'length' : 'stop' })
    return false
  })
  unlisten = signal.onCancel(() => end({ ...base(), ok: false, reason: 'cancelled', message: 'The call was cancelled.' }))
  if (over) leave()
}
