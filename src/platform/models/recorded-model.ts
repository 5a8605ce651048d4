/** The answers of a recording as a model: each given to the prompt that it was given to, after as many ticks. */
import { hashPrompt } from '#minds/call-log.ts'
import type { Generation, LanguageModel, Message, ModelFailure } from '#minds/language-model.ts'
import { readPrompt } from '#minds/rule-speaker/read-prompt.ts'
import type { RecordedModelCall } from '#simulation/recorded-model-call.ts'

/** A model that says what was said. The same prompt gets its own answer; else the next that the same person gave to the same task; else none. */
export function createRecordedModel(calls: readonly RecordedModelCall[]): LanguageModel {
  const waiting = [...calls].sort((a, b) => a.sequence - b.sequence)
  const take = (isIt: (call: RecordedModelCall) => boolean): RecordedModelCall | null => {
    const at = waiting.findIndex(isIt)
    return at < 0 ? null : (waiting.splice(at, 1)[0] ?? null)
  }
  const tasks = new Map(waiting.map((call) => [call, taskOf(call.messages)]))
  return {
    provider: 'recorded',
    model: `a recording of ${calls[0]?.model ?? 'nothing'}`,
    generate(options) {
      const hash = hashPrompt(options)
      const task = taskOf(options.messages)
      const call = take(({ promptHash }) => promptHash === hash) ?? (task === null ? null : take((each) => tasks.get(each) === task))
      return Promise.resolve(call === null ? NOTHING : toGeneration(call))
    },
  }
}

/** Not a fault of anything: others may still be answered. */
const NOTHING: Generation = { ok: false, reason: 'filtered', message: 'The recording holds no answer to this. Choose a mind under Settings to let people speak for themselves.', text: '', reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: null, totalMs: 0 }

function toGeneration({ text, reasoning, tokensIn, tokensOut, firstTokenMs, totalMs, finish, failure, askedTick, appliedTick }: RecordedModelCall): Generation {
  const base = { text, reasoning, tokensIn, tokensOut, firstTokenMs, totalMs, ...(appliedTick === null ? {} : { heldTicks: Math.max(0, appliedTick - askedTick) }) }
  return failure === null ? { ...base, ok: true, finish: finish ?? 'other' } : { ...base, ok: false, reason: failure.reason as ModelFailure, message: failure.message }
}

function taskOf(messages: readonly Message[]): string | null {
  const read = readPrompt(messages)
  return read && `${read.view.name} ${read.task}`
}
