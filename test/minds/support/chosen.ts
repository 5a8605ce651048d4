/** Models as they are chosen, for tests. */
import type { LanguageModel } from '#minds/language-model.ts'
import type { ChosenModel } from '#minds/scheduler/scheduler.ts'

/** A model under a key, of one's own machine. */
export function chosen(key: string, model: LanguageModel | null, change: Partial<ChosenModel> = {}): ChosenModel {
  return { key, model, tier: 3, form: 'lines', mostCalls: 6, priceKey: key, isFree: true, ...change }
}
