/** Ollama's own protocol: the only one in which the length of the context can be asked for; its OpenAI-compatible door cuts prompts silently. */
import type { Result } from '#core/result.ts'
import { normaliseBaseUrl } from './address.ts'
import { hearChunk } from './chat-chunk.ts'
import { arrange, jsonSchemaOf } from './chat-request.ts'
import type { Dialect } from './dialect.ts'
import { bearer } from './openai-compatible.ts'

/** Tokens of prompt and answer together that fit; our longest prompt takes about a third. */
const CONTEXT_TOKENS = 8_192
/** How long the model stays loaded after a call. */
const KEEP_ALIVE = '15m'

/** The dialect. */
export const ollama: Dialect = {
  id: 'ollama',
  readAddress,
  chatUrl: (baseUrl) => `${baseUrl}/api/chat`,
  listUrl: (baseUrl) => `${baseUrl}/api/tags`,
  embeddingsUrl: (baseUrl) => `${baseUrl}/api/embed`,
  headers: bearer,
  write: (model, { messages, maxTokens, temperature, stop, schema, json }, refused) =>
    JSON.stringify({
      model, messages: arrange(messages, refused), stream: !refused.has('stream'), keep_alive: KEEP_ALIVE,
      ...(refused.has('response_format') || !(schema || json) ? {} : { format: schema ? jsonSchemaOf(schema) : 'json' }),
      options: { num_ctx: CONTEXT_TOKENS, num_predict: Math.max(1, Math.floor(maxTokens)), ...(refused.has('temperature') ? {} : { temperature }), ...(stop === undefined || stop.length === 0 || refused.has('stop') ? {} : { stop }) },
    }),
  hear: hearChunk,
}

/** The address without the doors that lead off it. */
function readAddress(text: string): Result<string, string> {
  const address = normaliseBaseUrl(text.trim().replace(/\/api\/(?:chat|generate|tags|show|ps|version)\/?$/, ''))
  return address.ok ? { ok: true, value: address.value.replace(/(?:\/api|\/v1)+$/, '') } : address
}
