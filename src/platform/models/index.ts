/** The kinds of brain on offer; the settings panel is written from this list. */
import { anthropic } from './anthropic.ts'
import { createChatModel } from './chat-model.ts'
import type { Dialect } from './dialect.ts'
import { gemini } from './gemini.ts'
import { ollama } from './ollama.ts'
import { openAi } from './openai-compatible.ts'
import type { Provider } from './provider.ts'

const builtin: Provider = {
  id: 'builtin',
  label: 'Built-in mind',
  hint: 'Works at once, without a model, a key or a network: people think by rules from what they remember.',
  fields: [],
  create: () => null,
}

const ADDRESS = { name: 'baseUrl', label: 'Address', placeholder: 'http://localhost:11434/v1', hint: 'Up to and including the version.', secret: false, required: true } as const
const KEY = { name: 'apiKey', label: 'Key', placeholder: 'only if the server wants one', hint: 'Stays in this browser and goes to this address only. Use one made for this game, with a spending limit.', secret: true, required: false } as const
const MODEL = { name: 'model', label: 'Model', placeholder: 'pick from the list or type its name', hint: 'Empty: the first that the server offers.', secret: false, required: false } as const

/** A provider behind a dialect. */
function behind(dialect: Dialect, label: string, hint: string): Provider {
  return { id: dialect.id, label, hint, fields: [ADDRESS, KEY, MODEL], create: (settings, ports) => createChatModel(dialect, settings, ports) }
}

/** All providers, the default first. */
export const PROVIDERS: readonly Provider[] = [
  builtin,
  behind(openAi, 'OpenAI chat protocol', 'Most servers speak it: LM Studio, llama.cpp, vLLM, OpenRouter, OpenAI, Groq, Ollama and others.'),
  behind(anthropic, 'Anthropic messages', 'Claude, called from this browser with a key of yours.'),
  behind(gemini, 'Gemini', 'Google’s models, called from this browser with a key of yours.'),
  behind(ollama, 'Ollama’s own protocol', 'Ollama with a context long enough for our prompts, which its other door cuts.'),
]

/** The model that these settings mean; null for the built-in mind. */
export function createModel(...[settings, ports]: Parameters<Provider['create']>): ReturnType<Provider['create']> {
  return PROVIDERS.find((provider) => provider.id === settings.kind)?.create(settings, ports) ?? null
}
