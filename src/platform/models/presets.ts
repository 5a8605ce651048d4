/** Well-known model servers: their addresses, and the trap that each sets for a page in a browser. */

/** One well-known server. */
export type Preset = {
  readonly id: string
  readonly label: string
  readonly baseUrl: string
  readonly needsKey: boolean
  /** How it is started, for one's own machine; empty for services. */
  readonly start: string
  /** What to do so that the page at `origin` may call it. */
  trap(origin: string): string
}

/** What the settings offer; own machine first. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'ollama',
    label: 'Ollama',
    baseUrl: 'http://localhost:11434/v1',
    needsKey: false,
    start: 'ollama serve',
    trap: (origin) =>
      `Ollama answers only pages from localhost: start it with OLLAMA_ORIGINS=${origin} ollama serve. It also cuts prompts at 4,096 tokens unless OLLAMA_CONTEXT_LENGTH is raised.`,
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    needsKey: false,
    start: 'lms server start --cors',
    trap: () => 'LM Studio lets no page in by default: in Developer, Server settings, turn on Enable CORS, or start it with lms server start --cors.',
  },
  {
    id: 'llama-cpp',
    label: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    needsKey: false,
    start: 'llama-server -m model.gguf',
    trap: (origin) => `llama.cpp lets every page in unless told otherwise: if it was restricted, start llama-server with --cors-origins ${origin}.`,
  },
  {
    id: 'vllm',
    label: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    needsKey: false,
    start: 'vllm serve MODEL',
    trap: (origin) => `vLLM lets every page in unless told otherwise: if it was restricted, start it with --allowed-origins '["${origin}"]'.`,
  },
  {
    id: 'openrouter',
    label: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    needsKey: true,
    start: '',
    trap: () => 'OpenRouter lets pages in; a blocker or a company network may stand between. Make a key with a spending limit for this game.',
  },
  {
    id: 'openai',
    label: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    needsKey: true,
    start: '',
    trap: () => 'OpenAI lets pages in; a blocker or a company network may stand between. Use a key made for this game, with a spending limit.',
  },
  {
    id: 'groq',
    label: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    needsKey: true,
    start: '',
    trap: () => 'Groq lets pages in; a blocker or a company network may stand between. Its free tier allows few calls a minute: set a budget in the settings.',
  },
]
