/** What can be said of an endpoint while it is being typed. */
import { originOf } from '#session/kept-keys.ts'
import type { Profile } from '#session/settings.ts'

/** What is wrong with an address, in words; null when nothing is. */
export function addressProblem(address: string): string | null {
  const text = address.trim()
  if (text === '') return 'Which server? Choose one above, or type its address.'
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return 'This is not an address. It should look like http://localhost:11434/v1.'
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `An address begins with http:// or https://, not with ${url.protocol}//.`
  if (url.username !== '' || url.password !== '') return 'The address holds a name or a password. Take them out; a key has its own field.'
  return null
}

/** The profile whose key may be sent to this address: the profile itself, else another of the same origin, for keys belong to origins; null where there is none. */
export function keyFor(profiles: readonly Profile[], id: string | null, address: string): Profile | null {
  const origin = originOf(address)
  const holders = origin === null ? [] : profiles.filter(({ endpoint }) => Boolean(endpoint.apiKey) && originOf(endpoint.baseUrl) === origin)
  return holders.find((profile) => profile.id === id) ?? holders[0] ?? null
}
