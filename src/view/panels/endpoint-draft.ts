/** What can be said of an endpoint while it is being typed. */
import type { EndpointSettings } from '#minds/language-model.ts'

/** The origin of an address; null while it is none. */
export function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address.trim())
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}

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

/** Whether a key is held that may be sent to this address: keys belong to one origin. */
export function hasKeyFor(endpoint: EndpointSettings, address: string): boolean {
  const origin = originOf(address)
  return Boolean(endpoint.apiKey) && origin !== null && origin === originOf(endpoint.baseUrl ?? '')
}
