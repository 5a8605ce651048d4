/** Well-known model servers, and what an address tells of its server; the little that is needed before the first picture. */
import type { WireKind } from '#minds/language-model.ts'

/** A server as its address is known. */
export type KnownServer = {
  readonly id: string
  readonly label: string
  /** The protocol that it is spoken to in. */
  readonly kind: WireKind
  readonly baseUrl: string
}

/** Those that the settings offer; own machine first. */
export const KNOWN_SERVERS = [
  { id: 'ollama', label: 'Ollama', kind: 'ollama', baseUrl: 'http://localhost:11434' },
  { id: 'lm-studio', label: 'LM Studio', kind: 'openai-compatible', baseUrl: 'http://localhost:1234/v1' },
  { id: 'llama-cpp', label: 'llama.cpp', kind: 'openai-compatible', baseUrl: 'http://localhost:8080/v1' },
  { id: 'vllm', label: 'vLLM', kind: 'openai-compatible', baseUrl: 'http://localhost:8000/v1' },
  { id: 'openrouter', label: 'OpenRouter', kind: 'openai-compatible', baseUrl: 'https://openrouter.ai/api/v1' },
  { id: 'openai', label: 'OpenAI', kind: 'openai-compatible', baseUrl: 'https://api.openai.com/v1' },
  { id: 'anthropic', label: 'Anthropic (Claude)', kind: 'anthropic', baseUrl: 'https://api.anthropic.com/v1' },
  { id: 'gemini', label: 'Google Gemini', kind: 'gemini', baseUrl: 'https://generativelanguage.googleapis.com/v1beta' },
  { id: 'groq', label: 'Groq', kind: 'openai-compatible', baseUrl: 'https://api.groq.com/openai/v1' },
] as const satisfies readonly KnownServer[]

/** The protocol of a server as far as its address tells: that of the service it belongs to, else the most common. */
export function kindOfAddress(address: string): WireKind {
  try {
    const { origin, pathname } = new URL(address)
    const known = KNOWN_SERVERS.find(({ baseUrl }) => new URL(baseUrl).origin === origin)
    // a server with two doors is spoken to through the one that was named
    return known === undefined || /\/v1\/?$/.test(pathname) !== /\/v1\/?$/.test(known.baseUrl) ? 'openai-compatible' : known.kind
  } catch {
    return 'openai-compatible'
  }
}

/** What a server is called as far as its address tells: its preset's name, else its host. */
export function nameOfAddress(address: string): string {
  try {
    const { origin, host } = new URL(address)
    return KNOWN_SERVERS.find(({ baseUrl }) => new URL(baseUrl).origin === origin)?.label ?? host
  } catch {
    return 'A model'
  }
}
