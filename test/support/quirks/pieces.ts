/** Pieces of which odd answers are made. */
import { eventOf, type Quirk } from '../quirk-server.ts'

/** The key that every quirk is asked with; none may repeat it. */
export const KEY = 'sk-planted-0123456789-secret'
/** The event that ends a stream. */
export const END = 'data: [DONE]\n\n'
/** The chunk that says why it ended. */
export const STOP = eventOf({}, { finish_reason: 'stop' })
/** An answer in the channels of gpt-oss. */
export const HARMONY = '<|channel|>analysis<|message|>Hm, well.<|end|><|start|>assistant<|channel|>final<|message|>Good day.<|return|>'

/** Any value as an event. */
export const raw = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`
/** Any value as an event with a name. */
export const named = (type: string, value: unknown): string => `event: ${type}\n${raw(value)}`
/** The usual stream of these contents. */
export const say = (...contents: unknown[]): string[] => [...contents.map((content) => eventOf({ content })), STOP, END]
/** An answer of JSON that is not streamed. */
export const json = (status: number, value: unknown, headers: { [name: string]: string } = {}): Quirk => ({ status, type: 'application/json', headers, pieces: [JSON.stringify(value)] })
