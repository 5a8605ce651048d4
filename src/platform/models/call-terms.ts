/** What a browser and an address say of an endpoint before it was ever asked. */
import type { EndpointSettings } from '#minds/language-model.ts'
import { hostKindOf } from './address.ts'

/** Browsers open six connections to a host over plain http, all tabs together; over https one connection mostly carries many calls. */
const MOST_PLAIN = 6
const MOST_SHARED = 32

/** How many calls an endpoint can be sent at once, and whether it is one's own, which costs nothing by the token. */
export function callTermsOf({ baseUrl }: EndpointSettings): { mostCalls: number; isFree: boolean } {
  try {
    const { protocol, hostname } = new URL(/^https?:\/\//i.test(baseUrl ?? '') ? (baseUrl ?? '') : `http://${baseUrl ?? ''}`)
    return { mostCalls: protocol === 'https:' ? MOST_SHARED : MOST_PLAIN, isFree: hostKindOf(hostname) !== 'public' }
  } catch {
    return { mostCalls: MOST_PLAIN, isFree: false }
  }
}
