/** The kinds of brain on offer; the settings panel is written from this list. */
import { createOpenAiCompatible } from './openai-compatible.ts'
import type { Provider } from './provider.ts'

const builtin: Provider = {
  id: 'builtin',
  label: 'Built-in mind',
  hint: 'Works at once, without a model, a key or a network: people think by rules from what they remember.',
  fields: [],
  create: () => null,
}

const openAiCompatible: Provider = {
  id: 'openai-compatible',
  label: 'A model server',
  hint: 'Anything that speaks the OpenAI chat protocol: Ollama, LM Studio, llama.cpp, vLLM, OpenRouter, OpenAI, Groq and others.',
  fields: [
    { name: 'baseUrl', label: 'Address', placeholder: 'http://localhost:11434/v1', hint: 'Up to and including /v1.', secret: false, required: true },
    { name: 'apiKey', label: 'Key', placeholder: 'only if the server wants one', hint: 'Stays in this browser and goes to this address only. Use one made for this game, with a spending limit.', secret: true, required: false },
    { name: 'model', label: 'Model', placeholder: 'pick from the list or type its name', hint: 'Empty: the first that the server offers.', secret: false, required: false },
  ],
  create: createOpenAiCompatible,
}

/** All providers, the default first. */
export const PROVIDERS: readonly Provider[] = [builtin, openAiCompatible]

/** The model that these settings mean; null for the built-in mind. */
export function createModel(...[settings, ports]: Parameters<Provider['create']>): ReturnType<Provider['create']> {
  return PROVIDERS.find((provider) => provider.id === settings.kind)?.create(settings, ports) ?? null
}

export { PRESETS } from './presets.ts'
