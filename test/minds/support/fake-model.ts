/** A model for tests: says what it is given, in pieces, and keeps what it was asked. */
import type { GenerateOptions, Generation, LanguageModel, ModelFailure } from '#minds/language-model.ts'

/** What a fake model does next: words, or a failure after some words. */
export type Script = string | { fails: ModelFailure; message: string; after?: string } | 'waits'

/** A fake model. */
export type FakeModel = LanguageModel & { readonly asked: GenerateOptions[]; script: Script; speed: { tokensOut: number; totalMs: number }; release(): void }

/** A model that follows its script; `waits` answers only when released or cancelled. */
export function createFakeModel(script: Script): FakeModel {
  const asked: GenerateOptions[] = []
  let release: () => void = () => undefined
  const model: FakeModel = {
    provider: 'fake', model: 'parrot-1', asked, script, speed: { tokensOut: 20, totalMs: 200 },
    release: () => release(),
    async generate(options) {
      asked.push(options)
      const now = model.script
      const words = now === 'waits' ? 'SAY: At last.' : typeof now === 'string' ? now : (now.after ?? '')
      if (now === 'waits') {
        await new Promise<void>((resolve) => {
          release = resolve
          options.signal.onCancel(resolve)
        })
        if (options.signal.cancelled) return { ...base('', model.speed), ok: false, reason: 'cancelled', message: 'cancelled' }
      }
      for (const piece of words.match(/[\s\S]{1,5}/g) ?? []) options.onDelta?.(piece, 'speech')
      if (typeof now === 'object') return { ...base(words, model.speed), ok: false, reason: now.fails, message: now.message }
      return { ...base(words, model.speed), ok: true, finish: 'stop' }
    },
  }
  return model
}

function base(text: string, speed: FakeModel['speed']): Omit<Generation, 'ok' | 'finish' | 'reason' | 'message'> {
  return { text, reasoning: '', tokensIn: 100, firstTokenMs: 10, ...speed }
}
