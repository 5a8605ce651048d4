/** What can think in place of the chosen endpoint for a while. */
import type { LanguageModel, Trial } from '#minds/language-model.ts'
import { createRecordedModel } from './recorded-model.ts'
import { createRulesAtSpeed } from './rules-at-speed.ts'

/** The model of a trial; null where people think by rules alone. */
export function createTrial(trial: Trial): LanguageModel | null {
  if (trial.kind === 'recorded') return createRecordedModel(trial.calls)
  return trial.tokensPerSecond > 0 ? createRulesAtSpeed(trial.tokensPerSecond) : null
}
