/** Listens to what models are asked and answer, so that each thought can tell its calls. */
import { hashString } from '#core/hash.ts'
import type { ModelCall } from '#simulation/recorded-model-call.ts'
import type { CallTag, GenerateOptions, Generation, LanguageModel } from './language-model.ts'
import type { ThoughtRequest } from './minds-protocol.ts'

/** Calls that are kept until a thought asks for them. */
const MOST_KEPT = 300

type Heard = { tag: CallTag; options: GenerateOptions; model: LanguageModel; generation: Generation }

/** See `createCallLog`. */
export type CallLog = {
  /** The model, listened to. */
  listen(model: LanguageModel): LanguageModel
  /** The calls that were made for this thought, and those since the last time that were for none (words ahead, questions), under the number 0; each is told once. `heldTicks` as far as any for this thought is a recorded one. */
  take(request: Pick<ThoughtRequest, 'thoughtId' | 'view'>): { calls: ModelCall[]; heldTicks: number | null }
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
        if (options.tag) heard = [...heard, { tag: options.tag, options, model, generation }].slice(-MOST_KEPT)
        return generation
      },
    }),
    take({ view: { npcId }, thoughtId }) {
      const isMine = ({ tag }: Heard): boolean => tag.npcId === npcId && tag.thoughtId === thoughtId
      const told = heard.filter((each) => isMine(each) || each.tag.thoughtId === 0)
      heard = heard.filter((each) => !told.includes(each))
      const held = told.filter(isMine).flatMap(({ generation }) => (generation.heldTicks === undefined ? [] : [generation.heldTicks]))
      return { calls: told.map((each) => toCall(each, sequence++)), heldTicks: held.length === 0 ? null : Math.max(...held) }
    },
  }
}

function toCall({ tag, options, model, generation }: Heard, sequence: number): ModelCall {
  const { messages, maxTokens, temperature, stop = [] } = options
  const { text, reasoning, tokensIn, tokensOut, firstTokenMs, totalMs } = generation
  return {
    sequence, ...tag, provider: model.provider, model: model.model, promptHash: hashPrompt(options), messages: messages.map(({ role, content }) => ({ role, content })), maxTokens, temperature, stop: [...stop],
    text, reasoning, finish: generation.ok ? generation.finish : null, failure: generation.ok ? null : { reason: generation.reason, message: generation.message }, tokensIn, tokensOut, firstTokenMs, totalMs,
  }
}
