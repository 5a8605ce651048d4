/** Listens to what models are asked and answer, so that each thought can tell its calls. */
import { hashString } from '#core/hash.ts'
import type { ModelCall } from '#simulation/recorded-model-call.ts'
import type { GenerateOptions, Generation, LanguageModel } from './language-model.ts'
import { personSection } from './prompts/sections.ts'
import type { ThoughtRequest } from './minds-protocol.ts'

/** Calls that are kept until a thought asks for them. */
const MOST_KEPT = 300

type Heard = { options: GenerateOptions; model: LanguageModel; generation: Generation }

/** See `createCallLog`. */
export type CallLog = {
  /** The model, listened to. */
  listen(model: LanguageModel): LanguageModel
  /** The calls that were made for this thought; each is told once. `heldTicks` as far as any of them is a recorded one. */
  take(request: ThoughtRequest): { calls: ModelCall[]; heldTicks: number | null }
}

/** Sixteen hexadecimal digits of what was asked. */
export function hashPrompt({ messages, maxTokens, temperature }: Pick<GenerateOptions, 'messages' | 'maxTokens' | 'temperature'>): string {
  const asked = JSON.stringify([messages.map(({ role, content }) => [role, content]), maxTokens, temperature])
  const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
  return hex(hashString(asked)) + hex(hashString(`${asked.length}:${asked}`))
}

/** A log with nothing in it. */
export function createCallLog(): CallLog {
  let heard: Heard[] = []
  let sequence = 0
  return {
    listen: (model) => ({
      provider: model.provider,
      model: model.model,
      async generate(options) {
        const generation = await model.generate(options)
        heard = [...heard, { options, model, generation }].slice(-MOST_KEPT)
        return generation
      },
    }),
    take({ view, kind, thoughtId }) {
      // a person has one thought at a time, and every prompt begins with who it is
      const who = personSection(view).split('\n')[0] ?? view.name
      const isMine = ({ options }: Heard): boolean => options.messages.some(({ content }) => content.includes(who))
      const mine = heard.filter(isMine)
      heard = heard.filter((each) => !isMine(each))
      const held = mine.flatMap(({ generation }) => (generation.heldTicks === undefined ? [] : [generation.heldTicks]))
      return { calls: mine.map((each) => toCall(each, { sequence: sequence++, npcId: view.npcId, kind, thoughtId })), heldTicks: held.length === 0 ? null : Math.max(...held) }
    },
  }
}

function toCall({ options, model, generation }: Heard, of: Pick<ModelCall, 'sequence' | 'npcId' | 'kind' | 'thoughtId'>): ModelCall {
  const { messages, maxTokens, temperature, stop = [] } = options
  const { text, reasoning, tokensIn, tokensOut, firstTokenMs, totalMs } = generation
  return {
    ...of, provider: model.provider, model: model.model, promptHash: hashPrompt(options), messages: messages.map(({ role, content }) => ({ role, content })), maxTokens, temperature, stop: [...stop],
    text, reasoning, finish: generation.ok ? generation.finish : null, failure: generation.ok ? null : { reason: generation.reason, message: generation.message }, tokensIn, tokensOut, firstTokenMs, totalMs,
  }
}
