/** What can think in place of the chosen endpoint for a while. */
import type { LanguageModel, Trial } from '#minds/language-model.ts'
import { createRulesAtSpeed } from './rules-at-speed.ts'

/** The model of a trial; null where people think by rules alone. */
export function createTrial(trial: Trial): LanguageModel | null {
  return trial.tokensPerSecond > 0 ? createRulesAtSpeed(trial.tokensPerSecond) : null
}
