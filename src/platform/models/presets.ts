/** What the settings tell of well-known model servers: how each is started, and the trap that it sets for a page in a browser. */
import { KNOWN_SERVERS, type KnownServer } from './known-servers.ts'
import type { SignInDoors } from './sign-in.ts'

type Advice = {
  readonly needsKey: boolean
  /** How it is started, for one's own machine; empty for services. */
  readonly start: string
  /** A model for embeddings that it is known for. */
  readonly embedding?: string
  /** Where one can sign in instead of pasting a key. */
  readonly signIn?: SignInDoors
  /** What to do so that the page at `origin` may call it. */
  trap(origin: string): string
}

/** One well-known server, with advice. */
export type Preset = KnownServer & Advice

const ADVICE: { readonly [Id in (typeof KNOWN_SERVERS)[number]['id']]: Advice } = {
  ollama: {
    needsKey: false,
    start: 'ollama serve',
    embedding: 'nomic-embed-text',
    trap: (origin) =>
      `Ollama answers only pages from localhost: start it with OLLAMA_ORIGINS=${origin} ollama serve. It is asked for a context of 8,192 tokens, by its own protocol: its OpenAI-compatible door cuts prompts at 4,096.`,
  },
  'lm-studio': {
    needsKey: false,
    start: 'lms server start --cors',
    embedding: 'text-embedding-nomic-embed-text-v1.5',
    trap: () => 'LM Studio lets no page in by default: in Developer, Server settings, turn on Enable CORS, or start it with lms server start --cors.',
  },
  'llama-cpp': {
    needsKey: false,
    start: 'llama-server -m model.gguf',
    trap: (origin) => `llama.cpp lets every page in unless told otherwise: if it was restricted, start llama-server with --cors-origins ${origin}.`,
  },
  vllm: {
    needsKey: false,
    start: 'vllm serve MODEL',
    trap: (origin) => `vLLM lets every page in unless told otherwise: if it was restricted, start it with --allowed-origins '["${origin}"]'.`,
  },
  openrouter: {
    needsKey: true,
    signIn: { page: 'https://openrouter.ai/auth', keys: 'https://openrouter.ai/api/v1/auth/keys' },
    start: '',
    trap: () => 'OpenRouter lets pages in; a blocker or a company network may stand between. Sign in, or make a key; either way with a spending limit for this game.',
  },
  openai: {
    needsKey: true,
    start: '',
    embedding: 'text-embedding-3-small',
    trap: () => 'OpenAI lets pages in; a blocker or a company network may stand between. Use a key made for this game, with a spending limit.',
  },
  anthropic: {
    needsKey: true,
    start: '',
    trap: () => 'Claude is called straight from this browser, which Anthropic allows but warns of: whoever can read this page can read the key. Use a key made for this game, with a spending limit.',
  },
  gemini: {
    needsKey: true,
    start: '',
    trap: () => 'Gemini is spoken to by its own protocol: its OpenAI-compatible door does not let pages in. Restrict the key to this page in Google’s console.',
  },
  groq: {
    needsKey: true,
    start: '',
    trap: () => 'Groq lets pages in; a blocker or a company network may stand between. Its free tier allows few calls a minute: set a budget in the settings.',
  },
}

/** What the settings offer; own machine first. */
export const PRESETS: readonly Preset[] = KNOWN_SERVERS.map((server) => ({ ...server, ...ADVICE[server.id] }))
