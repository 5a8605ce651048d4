/** Well-known model servers: their addresses, and the trap that each sets for a page in a browser. */
import type { WireKind } from '#minds/language-model.ts'
import type { SignInDoors } from './sign-in.ts'

/** One well-known server. */
export type Preset = {
  readonly id: string
  readonly label: string
  /** The protocol that it is spoken to in. */
  readonly kind: WireKind
  readonly baseUrl: string
  readonly needsKey: boolean
  /** How it is started, for one's own machine; empty for services. */
  readonly start: string
  /** Where one can sign in instead of pasting a key. */
  readonly signIn?: SignInDoors
  /** What to do so that the page at `origin` may call it. */
  trap(origin: string): string
}

/** What the settings offer; own machine first. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'ollama',
    label: 'Ollama',
    kind: 'ollama',
    baseUrl: 'http://localhost:11434',
    needsKey: false,
    start: 'ollama serve',
    trap: (origin) =>
      `Ollama answers only pages from localhost: start it with OLLAMA_ORIGINS=${origin} ollama serve. It is asked for a context of 8,192 tokens, by its own protocol: its OpenAI-compatible door cuts prompts at 4,096.`,
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    kind: 'openai-compatible',
    baseUrl: 'http://localhost:1234/v1',
    needsKey: false,
    start: 'lms server start --cors',
    trap: () => 'LM Studio lets no page in by default: in Developer, Server settings, turn on Enable CORS, or start it with lms server start --cors.',
  },
  {
    id: 'llama-cpp',
    label: 'llama.cpp',
    kind: 'openai-compatible',
    baseUrl: 'http://localhost:8080/v1',
    needsKey: false,
    start: 'llama-server -m model.gguf',
    trap: (origin) => `llama.cpp lets every page in unless told otherwise: if it was restricted, start llama-server with --cors-origins ${origin}.`,
  },
  {
    id: 'vllm',
    label: 'vLLM',
    kind: 'openai-compatible',
    baseUrl: 'http://localhost:8000/v1',
    needsKey: false,
    start: 'vllm serve MODEL',
    trap: (origin) => `vLLM lets every page in unless told otherwise: if it was restricted, start it with --allowed-origins '["${origin}"]'.`,
  },
  {
    id: 'openrouter',
    label: 'OpenRouter',
    kind: 'openai-compatible',
    baseUrl: 'https://openrouter.ai/api/v1',
    needsKey: true,
    signIn: { page: 'https://openrouter.ai/auth', keys: 'https://openrouter.ai/api/v1/auth/keys' },
    start: '',
    trap: () => 'OpenRouter lets pages in; a blocker or a company network may stand between. Sign in, or make a key; either way with a spending limit for this game.',
  },
  {
    id: 'openai',
    label: 'OpenAI',
    kind: 'openai-compatible',
    baseUrl: 'https://api.openai.com/v1',
    needsKey: true,
    start: '',
    trap: () => 'OpenAI lets pages in; a blocker or a company network may stand between. Use a key made for this game, with a spending limit.',
  },
  {
    id: 'anthropic',
    label: 'Anthropic (Claude)',
    kind: 'anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    needsKey: true,
    start: '',
    trap: () => 'Claude is called straight from this browser, which Anthropic allows but warns of: whoever can read this page can read the key. Use a key made for this game, with a spending limit.',
  },
  {
    id: 'gemini',
    label: 'Google Gemini',
    kind: 'gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    needsKey: true,
    start: '',
    trap: () => 'Gemini is spoken to by its own protocol: its OpenAI-compatible door does not let pages in. Restrict the key to this page in Google’s console.',
  },
  {
    id: 'groq',
    label: 'Groq',
    kind: 'openai-compatible',
    baseUrl: 'https://api.groq.com/openai/v1',
    needsKey: true,
    start: '',
    trap: () => 'Groq lets pages in; a blocker or a company network may stand between. Its free tier allows few calls a minute: set a budget in the settings.',
  },
]

/** The protocol of a server as far as its address tells: that of the service it belongs to, else the most common. */
export function kindOfAddress(address: string): Preset['kind'] {
  try {
    const { origin, pathname } = new URL(address)
    const preset = PRESETS.find(({ baseUrl }) => new URL(baseUrl).origin === origin)
    // a server with two doors is spoken to through the one that was named
    return preset === undefined || /\/v1\/?$/.test(pathname) !== /\/v1\/?$/.test(preset.baseUrl) ? 'openai-compatible' : preset.kind
  } catch {
    return 'openai-compatible'
  }
}

/** What a server is called as far as its address tells: its preset's name, else its host. */
export function nameOfAddress(address: string): string {
  try {
    const { origin, host } = new URL(address)
    return PRESETS.find(({ baseUrl }) => new URL(baseUrl).origin === origin)?.label ?? host
  } catch {
    return 'A model'
  }
}
