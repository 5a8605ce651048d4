/** A model on a simulated clock: as fast, as late and as ill as it is told to be, with so many calls side by side as its server bears. */
import type { GenerateOptions, Generation, LanguageModel } from '#minds/language-model.ts'
import type { SimulatedTime } from './simulated-time.ts'

/** See `createSimulatedModel`. */
export type SimulatedModel = LanguageModel & {
  /** Tokens a second of one call while no more than `sideBySide` run; more share what there is. */
  tokensPerSecond: number
  firstTokenMs: number
  sideBySide: number
  /** `stalls`: takes calls and never answers; `fails`: refuses at once; `drones`: ignores how long it may be. */
  health: 'well' | 'stalls' | 'fails' | 'drones'
  /** What it says, whole. */
  words(options: GenerateOptions): string
  readonly asked: Array<{ atMs: number; options: GenerateOptions; ended: boolean }>
  readonly tokens: number
}

/** A model that is well. */
export function createSimulatedModel(time: SimulatedTime, tokensPerSecond: number): SimulatedModel {
  let open = 0
  let tokens = 0
  const model: SimulatedModel = {
    provider: 'simulated', model: 'sim-1', tokensPerSecond, firstTokenMs: 80, sideBySide: 4, health: 'well', asked: [],
    words: () => 'SAY: The river is high today, and the bread is warm.\nTHINK: So much to do before dusk.\nDO: 2',
    get tokens() {
      return tokens
    },
    async generate(options) {
      const started = time.now()
      const call = { atMs: started, options, ended: false }
      model.asked.push(call)
      const tokensIn = Math.ceil(options.messages.reduce((sum, { content }) => sum + content.length, 0) / 4)
      let text = ''
      let tokensOut = 0
      let firstTokenMs: number | null = null
      open++
      const end = (outcome: { ok: true; finish: 'stop' | 'length' } | { ok: false; reason: 'cancelled' | 'timeout' | 'server-error'; message: string }): Generation => {
        open--
        call.ended = true
        tokens += tokensOut
        return { text, reasoning: '', tokensIn, tokensOut, firstTokenMs, totalMs: time.now() - started, ...outcome }
      }
      const words = model.words(options)
      for (;;) {
        const wait = firstTokenMs === null ? model.firstTokenMs : (1000 / model.tokensPerSecond) * Math.max(1, open / model.sideBySide)
        await Promise.race([time.wait(model.health === 'stalls' ? 3_600_000 : wait), new Promise<void>((resolve) => options.signal.onCancel(resolve)), time.wait((firstTokenMs === null ? options.limits.firstTokenMs : options.limits.totalMs) - (time.now() - started))])
        if (options.signal.cancelled) return end({ ok: false, reason: 'cancelled', message: 'cancelled' })
        const took = time.now() - started
        if (took >= options.limits.totalMs || (firstTokenMs === null && took >= options.limits.firstTokenMs)) return end({ ok: false, reason: 'timeout', message: 'It did not begin to answer in time.' })
        if (model.health === 'fails') return end({ ok: false, reason: 'server-error', message: 'It broke (500).' })
        if (model.health === 'stalls') continue
        firstTokenMs ??= took
        const piece = model.health === 'drones' ? ` ${String((tokensOut * 7919) % 1000).padStart(3, '0')}` : words.slice(text.length, text.length + 4)
        text += piece
        tokensOut++
        options.onDelta?.(piece, 'speech')
        if (text.length >= words.length && model.health !== 'drones') return end({ ok: true, finish: 'stop' })
        if (tokensOut >= options.maxTokens && model.health !== 'drones') return end({ ok: true, finish: 'length' })
      }
    },
  }
  return model
}
