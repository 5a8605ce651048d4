/** A kind of brain that a player can choose: what to fill in, and how it becomes a model behind the port. */
import type { EndpointSettings, LanguageModel } from '#minds/language-model.ts'
import type { ModelPorts } from './http-client.ts'

/** One thing to fill in. */
export type ProviderField = {
  readonly name: 'baseUrl' | 'apiKey' | 'model'
  readonly label: string
  readonly placeholder: string
  readonly hint: string
  readonly secret: boolean
  readonly required: boolean
}

/** One kind of brain. */
export type Provider = {
  readonly id: EndpointSettings['kind']
  readonly label: string
  readonly hint: string
  readonly fields: readonly ProviderField[]
  /** The model behind the port; null when people think by rules alone. */
  create(settings: EndpointSettings, ports?: Partial<ModelPorts>): LanguageModel | null
}
