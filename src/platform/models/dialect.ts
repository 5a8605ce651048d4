/** What differs between the protocols of model servers; everything else is one client. */
import type { Result } from '#core/result.ts'
import type { GenerateOptions, WireKind } from '#minds/language-model.ts'
import type { Heard } from './heard.ts'
import type { Affinity } from './affinity.ts'
import type { Droppable } from './chat-request.ts'

/** One protocol. */
export type Dialect = {
  readonly id: WireKind
  /** What a player typed as a base address, or a sentence why it is none. */
  readAddress(text: string): Result<string, string>
  chatUrl(baseUrl: string, model: string): string
  listUrl(baseUrl: string): string
  /** Where texts become vectors, for protocols that have such a door. */
  embeddingsUrl?(baseUrl: string): string
  /** Headers beside the type of the content; those that carry the key, and those without which a browser is not let in. */
  headers(apiKey: string | null, baseUrl: string): { [name: string]: string }
  /** Whether keys may be kept to pages, which the service then has to be told: their origin, never more. */
  readonly tellsPage?: true
  /** The body of a request as JSON text, without what was found to be refused. */
  write(model: string, options: GenerateOptions, refused: ReadonlySet<Droppable>, affinity: Affinity): string
  /** Adds one parsed chunk, or one whole answer, to what was heard. */
  hear(heard: Heard, value: unknown): void
}
