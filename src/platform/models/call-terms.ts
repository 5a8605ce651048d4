/** What a browser and an address say of an endpoint before it was ever asked. */
import type { EndpointSettings } from '#minds/language-model.ts'
import { hostKindOf, normaliseBaseUrl } from './address.ts'

/** Browsers open six connections to a host over plain http, all tabs together; over https one connection mostly carries many calls. */
const MOST_PLAIN = 6
const MOST_SHARED = 32

/** How many calls an endpoint can be sent at once, and whether it is one's own, which costs nothing by the token. */
export function callTermsOf({ kind, baseUrl }: EndpointSettings): { mostCalls: number; isFree: boolean } {
  // one memory, one processor: what is asked beside it only waits
  if (kind === 'tab') return { mostCalls: 1, isFree: true }
  if (kind === 'browser') return { mostCalls: MOST_PLAIN, isFree: true }
  const address = normaliseBaseUrl(baseUrl ?? '')
  if (!address.ok) return { mostCalls: MOST_PLAIN, isFree: false }
  const { protocol, hostname } = new URL(address.value)
  return { mostCalls: protocol === 'https:' ? MOST_SHARED : MOST_PLAIN, isFree: hostKindOf(hostname) !== 'public' }
}
