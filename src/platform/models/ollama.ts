/** Ollama's own protocol: the only one in which the length of the context can be asked for; its OpenAI-compatible door cuts prompts silently. */
import type { Result } from '#core/result.ts'
import { normaliseBaseUrl } from './address.ts'
import { hearChunk } from './chat-chunk.ts'
import { askedOf, jsonSchemaOf } from './chat-request.ts'
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
  write(model, options, refused) {
    const { messages, maxTokens, temperature, stop, stream } = askedOf(options, refused)
    const { schema, json } = options
    return JSON.stringify({
      model, messages, stream, keep_alive: KEEP_ALIVE,
      // whoever thinks before each word is late for every talk
      think: refused.has('think') ? undefined : false,
      format: refused.has('response_format') ? undefined : schema ? jsonSchemaOf(schema) : json ? 'json' : undefined,
      options: { num_ctx: CONTEXT_TOKENS, num_predict: maxTokens, temperature, stop },
    })
  },
  hear: hearChunk,
}

/** The address without the doors that lead off it. */
function readAddress(text: string): Result<string, string> {
  const address = normaliseBaseUrl(text.trim().replace(/\/api\/(?:chat|generate|tags|show|ps|version)\/?$/, ''))
  return address.ok ? { ok: true, value: address.value.replace(/(?:\/api|\/v1)+$/, '') } : address
}
