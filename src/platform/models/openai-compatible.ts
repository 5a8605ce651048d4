/** The OpenAI chat protocol, which most servers speak. */
import type { EndpointSettings, LanguageModel } from '#minds/language-model.ts'
import { normaliseBaseUrl } from './address.ts'
import { hearChunk } from './chat-chunk.ts'
import { createChatModel } from './chat-model.ts'
import { writeChatRequest } from './chat-request.ts'
import type { Dialect } from './dialect.ts'
import type { ModelPorts } from './http-client.ts'

/** Where a key has a header of its own. */
const AZURE = /\.(?:openai\.azure|services\.ai\.azure|cognitiveservices\.azure)\.com$/

/** The dialect. */
export const openAi: Dialect = {
  id: 'openai-compatible',
  readAddress: normaliseBaseUrl,
  chatUrl: (baseUrl) => `${baseUrl}/chat/completions`,
  listUrl: (baseUrl) => `${baseUrl}/models`,
  embeddingsUrl: (baseUrl) => `${baseUrl}/embeddings`,
  headers: (apiKey, baseUrl) => (apiKey !== null && AZURE.test(new URL(baseUrl).hostname) ? { 'api-key': apiKey } : bearer(apiKey)),
  write: writeChatRequest,
  hear: hearChunk,
}

/** A model behind the OpenAI chat protocol. */
export function createOpenAiCompatible(settings: EndpointSettings, given: Partial<ModelPorts> = {}): LanguageModel {
  return createChatModel(openAi, settings, given)
}

/** The key as most servers want it. */
export function bearer(apiKey: string | null): { [name: string]: string } {
  return apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }
}
