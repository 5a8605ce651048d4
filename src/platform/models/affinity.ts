/** What tells a service which calls begin alike, so that it finds what it has read already: an opaque word, where such a word is known to be borne. */
import { hashCell, hashString } from '#core/hash.ts'
import type { Message } from '#minds/language-model.ts'

/** Fields of a request by what they hold; empty for servers that are not known to bear one. */
export type Affinity = { readonly [field: string]: string }

const NONE: Affinity = {}
/** Services whose own papers tell of the field. Others refuse what they do not know, or find beginnings by themselves. */
const BORNE: ReadonlyArray<readonly [host: RegExp, field: string]> = [[/^(?:[a-z]{2}\.)?api\.openai\.com$/, 'prompt_cache_key']]

/** Drawn anew whenever the thread starts, and never kept: nobody can tell from it who calls, nor that the same one called yesterday. */
let salt: number | null = null

/** The word for calls that begin with the same instruction, as one person's do. */
export function affinityOf(baseUrl: string, messages: readonly Message[], random: () => number): Affinity {
  const { hostname } = new URL(baseUrl)
  const field = BORNE.find(([host]) => host.test(hostname))?.[1]
  if (field === undefined) return NONE
  salt ??= Math.floor(random() * 4_294_967_296)
  const beginning = messages.find(({ role }) => role === 'system')?.content ?? ''
  const word = [1, 2].map((part) => hashCell(hashCell(hashString(beginning), salt ?? 0), part).toString(36)).join('')
  return { [field]: word }
}
