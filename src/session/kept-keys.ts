/** Keys of endpoints as this browser keeps them: apart from the settings, each for one profile and one origin, for the tab or for the device. */
import * as z from 'zod/mini'
import type { EndpointSettings } from '#minds/language-model.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Profile } from './settings.ts'

const KEYS_NAME = 'endpoint-keys'
/** Where the key was kept while there was one endpoint. */
const SINGLE_NAME = 'endpoint-key'
const PLACES = ['tab', 'device'] as const

const keySchema = z.object({ origin: z.string(), key: z.string().check(z.maxLength(2000)) })
const keysSchema = z.array(z.object({ ...keySchema.shape, profile: z.string() }))

/** The endpoint with the key that is kept for its profile, if that key was given for its origin. */
export function withKey(profileId: string, endpoint: EndpointSettings): EndpointSettings {
  for (const place of PLACES) {
    const parsed = z.safeParse(keysSchema, readKept(place, KEYS_NAME))
    const found = parsed.success ? parsed.data.find(({ profile, origin }) => profile === profileId && origin === originOf(endpoint.baseUrl)) : undefined
    if (found) return { ...endpoint, apiKey: found.key }
  }
  return endpoint
}

/** The endpoint with the key of the time when there was one. */
export function withSingleKey(endpoint: EndpointSettings): EndpointSettings {
  for (const place of PLACES) {
    const parsed = z.safeParse(keySchema, readKept(place, SINGLE_NAME))
    if (parsed.success && parsed.data.origin === originOf(endpoint.baseUrl)) return { ...endpoint, apiKey: parsed.data.key }
  }
  return endpoint
}

/** Takes that key away; false when there was none. */
export function forgetSingleKey(): boolean {
  const found = PLACES.some((place) => readKept(place, SINGLE_NAME) !== null)
  if (found) for (const place of PLACES) keep(place, SINGLE_NAME, null)
  return found
}

/** Keeps the keys of these profiles for the tab, and for the device where the player asked for it; those of others are forgotten. */
export function keepKeys(profiles: readonly Profile[]): void {
  const keysOf = (some: readonly Profile[]): unknown[] =>
    some.flatMap(({ id, endpoint: { apiKey, baseUrl } }) => {
      const origin = originOf(baseUrl)
      return apiKey !== undefined && apiKey !== '' && origin !== null ? [{ profile: id, origin, key: apiKey }] : []
    })
  for (const [place, keys] of [['tab', keysOf(profiles)], ['device', keysOf(profiles.filter(({ endpoint }) => endpoint.rememberKey))]] as const) keep(place, KEYS_NAME, keys.length > 0 ? keys : null)
}

/** The origin that an address belongs to; null where it has none. */
export function originOf(baseUrl: string | undefined): string | null {
  try {
    const { origin } = new URL((baseUrl ?? '').trim())
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}
