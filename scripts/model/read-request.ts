/** What a chat request asks for, read without trusting any of it. */
import type { Message } from '#minds/language-model.ts'

/** A chat request. */
export type ChatRequest = { model: string; messages: Message[]; maxTokens: number; stream: boolean; wantsUsage: boolean; stop: string[]; choices: number; schema: unknown; json: boolean }

type Fields = { [key: string]: unknown }
const ROLES = ['system', 'user', 'assistant'] as const
const MOST_CHOICES = 16
const MOST_TOKENS = 1_000_000

/** The request, or a sentence that says what is wrong with it. */
export function readChatRequest(body: string): ChatRequest | string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return 'The body is not JSON.'
  }
  if (!isFields(value)) return 'The body is not an object.'
  const { messages, model, stream, stop, n } = value
  if (!Array.isArray(messages) || messages.length === 0) return '“messages” should be a list with at least one message.'
  const format = isFields(value['response_format']) ? value['response_format'] : {}
  const schema = isFields(format['json_schema']) ? (format['json_schema']['schema'] ?? null) : null
  return {
    model: typeof model === 'string' ? model : '',
    messages: (messages as unknown[]).filter(isFields).map((message): Message => ({ role: ROLES.find((role) => role === message['role']) ?? 'user', content: contentOf(message['content']) })),
    maxTokens: numberOf(value['max_completion_tokens'] ?? value['max_tokens'], MOST_TOKENS), stream: stream === true, wantsUsage: isFields(value['stream_options']) && value['stream_options']['include_usage'] === true,
    stop: (Array.isArray(stop) ? (stop as unknown[]) : [stop]).filter((each): each is string => typeof each === 'string' && each !== '').slice(0, 4), choices: Math.max(1, Math.min(MOST_CHOICES, numberOf(n, 1))), schema, json: format['type'] === 'json_object' || schema !== null,
  }
}

function contentOf(content: unknown): string {
  if (typeof content === 'string') return content
  return Array.isArray(content) ? (content as unknown[]).map((part) => (isFields(part) && typeof part['text'] === 'string' ? part['text'] : '')).join('') : ''
}

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' && Number.isFinite(value) && value >= 1 ? Math.min(MOST_TOKENS, Math.floor(value)) : otherwise)
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
