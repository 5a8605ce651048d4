/** One call of a model on record: what was asked, what it answered, how long that took, and at which tick it was applied. Keys are in none of it. */
import * as z from 'zod/mini'

const text = z.string().check(z.maxLength(200_000))
const tick = z.int().check(z.minimum(0))

/** What a recorded call must look like to be believed. */
export const recordedModelCallSchema = z.object({
  sequence: z.int(), npcId: text, kind: text, thoughtId: z.int(), provider: text, model: text,
  /** Sixteen hexadecimal digits of messages and parameters. */
  promptHash: text,
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: text })), maxTokens: z.number(), temperature: z.number(), stop: z.array(text),
  text, reasoning: text, finish: z.nullable(z.enum(['stop', 'length', 'other'])), failure: z.nullable(z.object({ reason: text, message: text })),
  tokensIn: z.number(), tokensOut: z.number(), firstTokenMs: z.nullable(z.number()), totalMs: z.number(),
  /** When it was asked for; when what came of it was applied: null where it never was. */
  askedTick: tick, appliedTick: z.nullable(tick),
})

/** A call on record. */
export type RecordedModelCall = z.infer<typeof recordedModelCallSchema>
/** A call as the minds know it: without ticks. */
export type ModelCall = Omit<RecordedModelCall, 'askedTick' | 'appliedTick'>
