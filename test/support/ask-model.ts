/** Asks a model behind the port the way tests do: short limits, everything that was heard kept. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { GenerateOptions, Generation, LanguageModel } from '#minds/language-model.ts'

/** What came, piece by piece, and in the end. */
export type Asked = { generation: Generation; speech: string; reasoning: string; pieces: number }

/** Asks; limits are generous enough for a busy machine and short enough for a test. */
export async function askModel(model: LanguageModel, options: Partial<GenerateOptions> = {}): Promise<Asked> {
  const asked = { speech: '', reasoning: '', pieces: 0 }
  const generation = await model.generate({
    messages: [{ role: 'system', content: 'You are Ada.' }, { role: 'user', content: 'Good morning.' }],
    maxTokens: 50,
    temperature: 0.7,
    signal: createCancelSource().signal,
    limits: { firstTokenMs: 4_000, idleMs: 4_000, totalMs: 8_000 },
    onDelta(text, channel) {
      asked[channel] += text
      asked.pieces++
    },
    ...options,
  })
  return { generation, ...asked }
}
