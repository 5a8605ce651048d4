/** The body of a chat request, without what this server and model were found to refuse. */
import type { GenerateOptions, Message } from '#minds/language-model.ts'

/** What can be left out or said otherwise when a server complains. */
export type Droppable = 'temperature' | 'max_tokens' | 'max_completion_tokens' | 'stop' | 'stream_options' | 'stream' | 'system' | 'alternate'

/** Refusals by base address and model, for as long as the thread lives. */
const refusals = new Map<string, Set<Droppable>>()
const MOST_REMEMBERED = 200

/** What is known to be refused by this model at this address; add to it what is found. */
export function refusalsOf(baseUrl: string, model: string): Set<Droppable> {
  const key = `${baseUrl} ${model}`
  let found = refusals.get(key)
  if (found === undefined) {
    if (refusals.size >= MOST_REMEMBERED) refusals.clear()
    refusals.set(key, (found = new Set()))
  }
  return found
}

/** The body as JSON text. */
export function writeChatRequest(model: string, options: GenerateOptions, refused: ReadonlySet<Droppable>): string {
  const maxTokens = Math.max(1, Math.floor(options.maxTokens))
  const body: { [key: string]: unknown } = { ...(model === '' ? {} : { model }), messages: arrange(options.messages, refused) }
  if (!refused.has('stream')) body['stream'] = true
  if (!refused.has('stream') && !refused.has('stream_options')) body['stream_options'] = { include_usage: true }
  if (!refused.has('max_tokens')) body['max_tokens'] = maxTokens
  else if (!refused.has('max_completion_tokens')) body['max_completion_tokens'] = maxTokens
  if (!refused.has('temperature')) body['temperature'] = options.temperature
  if (options.stop !== undefined && options.stop.length > 0 && !refused.has('stop')) body['stop'] = options.stop.slice(0, 4)
  return JSON.stringify(body)
}

/** The one thing a refusal complains about that was in the request, or null when it is about something else. */
export function findRefused(words: string, body: string, refused: ReadonlySet<Droppable>): Droppable | null {
  const text = words.toLowerCase()
  const had = (name: string): boolean => body.includes(`"${name}":`)
  if (/max_tokens/.test(text) && had('max_tokens')) return 'max_tokens'
  if (/max_completion_tokens/.test(text) && had('max_completion_tokens')) return 'max_completion_tokens'
  if (/stream_options|include_usage/.test(text) && had('stream_options')) return 'stream_options'
  if (/temperature/.test(text) && had('temperature')) return 'temperature'
  if (/\bstop\b|stop_sequences|stop sequences/.test(text) && had('stop')) return 'stop'
  if (/system.{0,40}(role|message|prompt|instruction).{0,40}(not|unsupported|only)|(not|n't) support.{0,20}system/.test(text) && !refused.has('system')) return 'system'
  if (/alternat/.test(text) && !refused.has('system')) return 'system'
  if (/alternat/.test(text) && !refused.has('alternate')) return 'alternate'
  if (/stream/.test(text) && had('stream')) return 'stream'
  return null
}

function arrange(messages: readonly Message[], refused: ReadonlySet<Droppable>): Message[] {
  if (!refused.has('system') && !refused.has('alternate')) return [...messages]
  const arranged = mergeTurns(messages.map(({ role, content }) => ({ role: role === 'system' ? 'user' : role, content })))
  if (refused.has('alternate') && arranged[0]?.role === 'assistant') arranged.unshift({ role: 'user', content: '…' })
  return arranged
}

/** Turns of the same role after one another become one. */
export function mergeTurns(messages: readonly Message[]): Message[] {
  const merged: Message[] = []
  for (const { role, content } of messages) {
    const last = merged.at(-1)
    if (last !== undefined && last.role === role) last.content += `\n\n${content}`
    else merged.push({ role, content })
  }
  return merged
}
