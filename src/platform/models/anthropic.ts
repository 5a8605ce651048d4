/** The Anthropic messages protocol, called from a browser with the player's own key. */
import { normaliseBaseUrl } from './address.ts'
import { addReasoning, addSpeech, finishOf, hearUsage, type Heard } from './heard.ts'
import { askedOf, beginWithUser } from './chat-request.ts'
import type { Dialect } from './dialect.ts'
import { readServerError } from './failure.ts'
import { isRecord, textOf } from './loose.ts'
import { hearCall } from './message-words.ts'

const VERSION = '2023-06-01'

/** The dialect. */
export const anthropic: Dialect = {
  id: 'anthropic',
  readAddress: normaliseBaseUrl,
  chatUrl: (baseUrl) => `${baseUrl}/messages`,
  listUrl: (baseUrl) => `${baseUrl}/models?limit=1000`,
  // without the last of these the service does not let pages in
  headers: (apiKey) => ({ ...(apiKey === null ? {} : { 'x-api-key': apiKey }), 'anthropic-version': VERSION, 'anthropic-dangerous-direct-browser-access': 'true' }),
  write(model, options, refused) {
    const { system, turns, maxTokens, temperature, stop, stream } = askedOf(options, refused)
    return JSON.stringify({
      model, max_tokens: maxTokens, system: system === '' ? undefined : system, messages: beginWithUser(turns), stream,
      temperature: temperature === undefined ? undefined : Math.min(1, Math.max(0, temperature)), stop_sequences: stop,
    })
  },
  hear: hearAnthropic,
}

/** Adds one event, or one whole message, to what was heard. */
export function hearAnthropic(heard: Heard, value: unknown): void {
  if (!isRecord(value)) return
  switch (value['type']) {
    case 'message_start':
      heard.recognised = true
      if (isRecord(value['message'])) hearUsage(heard, value['message']['usage'])
      return
    case 'content_block_start':
      if (isRecord(value['content_block'])) hearBlock(heard, value['content_block'])
      return
    case 'content_block_delta':
      if (isRecord(value['delta'])) hearBlock(heard, value['delta'])
      return
    case 'message_delta':
      if (isRecord(value['delta'])) heard.finish = finishOf(value['delta']['stop_reason']) ?? heard.finish
      return hearUsage(heard, value['usage'])
    case 'message_stop':
      heard.finish ??= 'stop'
      return
    // the whole answer at once, where streaming was ignored
    case 'message':
      heard.recognised = true
      for (const block of Array.isArray(value['content']) ? (value['content'] as unknown[]) : []) if (isRecord(block)) hearBlock(heard, block)
      heard.finish = finishOf(value['stop_reason']) ?? 'stop'
      return hearUsage(heard, value['usage'])
    default:
      heard.error ??= readServerError(value)
  }
}

/** A block of content, or what is added to one. */
function hearBlock(heard: Heard, block: { [key: string]: unknown }): void {
  heard.recognised = true
  const type = textOf(block['type'])
  if (type === 'tool_use' || type === 'input_json_delta') hearCall(heard, block)
  else if (type.startsWith('thinking')) addReasoning(heard, textOf(block['thinking']))
  else if (type.startsWith('text')) addSpeech(heard, textOf(block['text']), true)
}
