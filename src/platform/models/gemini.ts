/** Google's Gemini protocol: its OpenAI-compatible door does not let pages in. */
import { normaliseBaseUrl } from './address.ts'
import { addReasoning, addSpeech, finishOf, hearUsage, type Heard } from './heard.ts'
import { askedOf } from './chat-request.ts'
import type { Dialect } from './dialect.ts'
import { readServerError } from './failure.ts'
import { isRecord, textOf } from './loose.ts'
import { hearCall } from './message-words.ts'

/** The dialect. */
export const gemini: Dialect = {
  id: 'gemini',
  readAddress(text) {
    const address = normaliseBaseUrl(text)
    return address.ok ? { ok: true, value: address.value.replace(/\/v1(?:beta)?(?:\/openai)?(?:\/v1)?$/, '/v1beta') } : address
  },
  chatUrl: (baseUrl, model) => `${baseUrl}/models/${encodeURIComponent(model.replace(/^models\//, ''))}:streamGenerateContent?alt=sse`,
  listUrl: (baseUrl) => `${baseUrl}/models?pageSize=1000`,
  headers: (apiKey) => (apiKey === null ? {} : { 'x-goog-api-key': apiKey }),
  tellsPage: true,
  write(_, options, refused) {
    // some of its models take no instruction apart from what is said
    const { system, turns, maxTokens, temperature, stop } = askedOf(options, refused)
    return JSON.stringify({
      systemInstruction: system === '' ? undefined : { parts: [{ text: system }] },
      contents: turns.map(({ role, content }) => ({ role: role === 'assistant' ? 'model' : 'user', parts: [{ text: content }] })),
      generationConfig: { maxOutputTokens: maxTokens, temperature, stopSequences: stop },
    })
  },
  hear: hearGemini,
}

/** Adds one chunk, or a list of them, to what was heard. */
export function hearGemini(heard: Heard, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) hearGemini(heard, item)
    return
  }
  if (!isRecord(value)) return
  const { candidates } = value
  const feedback = value['promptFeedback']
  if (isRecord(feedback) && feedback['blockReason'] !== undefined) heard.finish = 'filtered'
  if (Array.isArray(candidates)) {
    heard.recognised = true
    for (const candidate of candidates as unknown[]) if (isRecord(candidate)) hearCandidate(heard, candidate)
  } else if (isRecord(value['response'])) hearGemini(heard, value['response'])
  else heard.error ??= readServerError(value)
  const usage = value['usageMetadata'] ?? value['usage_metadata']
  if (!isRecord(usage)) return
  const count = (camel: string, snake: string): unknown => usage[camel] ?? usage[snake]
  hearUsage(heard, { input_tokens: count('promptTokenCount', 'prompt_token_count'), output_tokens: count('candidatesTokenCount', 'candidates_token_count'), reasoning_tokens: count('thoughtsTokenCount', 'thoughts_token_count') })
}

function hearCandidate(heard: Heard, candidate: { [key: string]: unknown }): void {
  const first = candidate['index'] === undefined || candidate['index'] === 0
  const content = candidate['content']
  const parts = isRecord(content) && Array.isArray(content['parts']) ? (content['parts'] as unknown[]) : []
  for (const part of parts) {
    if (!isRecord(part)) continue
    if (part['functionCall'] !== undefined) hearCall(heard, part['functionCall'])
    else if (part['thought'] === true) addReasoning(heard, textOf(part['text']))
    else addSpeech(heard, textOf(part['text']), first)
  }
  if (first) heard.finish = finishOf(candidate['finishReason'] ?? candidate['finish_reason']) ?? heard.finish
}
