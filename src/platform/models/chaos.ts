/** Trouble on purpose: any model with a share of its answers dropped, refused, garbled or held back, to see that a village goes on. */
import type { CancelSignal } from '#core/tasks/protocol.ts'
import type { Chaos, ChaosKind, GenerateOptions, Generation, LanguageModel } from '#minds/language-model.ts'

/** Milliseconds of a stall: longer than anybody waits for words. */
const STALL_MS = 30_000
const GARBAGE = '\u0000]}{“%PDF-1.7 <<NaN>> THINK THINK SAY\u200b DO: 99 ☃☃☃ {"say": {"say": [['

const WORDS: { readonly [K in ChaosKind]: string } = {
  drop: 'Chaos mode broke this connection off, as the settings ask. Turn it off there.',
  refuse: 'Chaos mode refused this call with “429 too many requests”, as the settings ask. Turn it off there.',
  garbage: 'Chaos mode made nonsense of this answer, as the settings ask. Turn it off there.',
  stall: 'Chaos mode let this call fall silent, as the settings ask. Turn it off there.',
}

/** What the wrapper takes from outside: a number 0..1, the time in milliseconds, and a timer. */
export type ChaosPorts = { random(): number; now(): number; after(ms: number, run: () => void): void }

const PORTS: ChaosPorts = { random: Math.random, now: () => performance.now(), after: (ms, run) => void setTimeout(run, ms) }

/** The model with trouble; `chaos` is asked at every call, so that it can be turned on and off while people talk. */
export function withChaos(model: LanguageModel, chaos: () => Chaos | null, { random, now, after }: ChaosPorts = PORTS): LanguageModel {
  return {
    provider: model.provider,
    model: model.model,
    async generate(options) {
      const asked = chaos()
      const kind = asked === null || random() >= asked.share ? null : asked.kinds[Math.floor(random() * asked.kinds.length)]
      if (!kind) return model.generate(options)
      const started = now()
      const none = (part: Pick<Extract<Generation, { ok: false }>, 'reason' | 'message'>, text = ''): Generation => ({ ok: false, ...part, text, reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: null, totalMs: now() - started })
      switch (kind) {
        case 'refuse':
          return none({ reason: 'rate-limited', message: WORDS.refuse })
        case 'drop':
          return dropInTheMiddle(model, options, none)
        case 'garbage':
          options.onDelta?.(GARBAGE, 'speech')
          return { ok: true, finish: 'stop', text: GARBAGE, reasoning: '', tokensIn: 0, tokensOut: 30, firstTokenMs: 1, totalMs: now() - started + 2 }
        case 'stall': {
          const why = await silence(Math.min(STALL_MS, options.limits.firstTokenMs, options.limits.totalMs), options.signal, after)
          return why === 'cancelled' ? none({ reason: 'cancelled', message: 'The call was cancelled.' }) : none({ reason: 'timeout', message: WORDS.stall })
        }
      }
    },
  }
}

/** Asks, and breaks off at the second piece of the answer; what came before is kept. */
async function dropInTheMiddle(model: LanguageModel, options: GenerateOptions, none: (part: { reason: 'unreachable'; message: string }, text: string) => Generation): Promise<Generation> {
  let text = ''
  let pieces = 0
  const stops = new Set<() => void>()
  const cut = { cancelled: false }
  const signal: CancelSignal = {
    get cancelled() {
      return cut.cancelled || options.signal.cancelled
    },
    onCancel(callback) {
      stops.add(callback)
      const stop = options.signal.onCancel(callback)
      return () => {
        stops.delete(callback)
        stop()
      }
    },
  }
  const generation = await model.generate({
    ...options,
    signal,
    onDelta(piece, channel) {
      if (cut.cancelled) return
      if (++pieces > 1) {
        cut.cancelled = true
        for (const stop of stops) stop()
        return
      }
      if (channel === 'speech') text += piece
      options.onDelta?.(piece, channel)
    },
  })
  if (!cut.cancelled && !generation.ok) return generation
  // it was asked all the same, and that is paid for
  return { ...none({ reason: 'unreachable', message: WORDS.drop }, text.slice(0, Math.max(0, Math.ceil(generation.text.length / 2)))), tokensIn: generation.tokensIn, tokensOut: generation.tokensOut }
}

/** Waits, but no longer than the call is wanted. */
function silence(ms: number, signal: CancelSignal, after: ChaosPorts['after']): Promise<'over' | 'cancelled'> {
  return new Promise((resolve) => {
    const unlisten = signal.onCancel(() => resolve('cancelled'))
    after(ms, () => {
      unlisten()
      resolve('over')
    })
  })
}
