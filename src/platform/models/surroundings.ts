/** What kind of page this is and what the browser lets it call, as far as can be asked; every part can be missing, as in a test. */
import { hostKindOf } from './address.ts'

/** The page, or the worker, that calls. */
export type Surroundings = {
  /** Origin of the page; null where there is none. */
  readonly origin: string | null
  /** Whether the page is served by https (or an equal). */
  readonly isSecure: boolean | null
  /** State of the permission to call this machine or the local network; null when the browser does not tell. */
  localNetworkPermission(): Promise<'granted' | 'denied' | 'prompt' | null>
}

const PERMISSION_NAMES = ['local-network-access', 'loopback-network', 'local-network']

/** The surroundings of the thread this runs on. */
export function readSurroundings(): Surroundings {
  const place = typeof location === 'undefined' ? null : location
  return {
    origin: place === null || place.origin === 'null' ? null : place.origin,
    isSecure: typeof isSecureContext === 'boolean' && place !== null ? isSecureContext : null,
    async localNetworkPermission() {
      const permissions = typeof navigator === 'undefined' ? undefined : navigator.permissions
      if (permissions === undefined) return null
      for (const name of PERMISSION_NAMES) {
        try {
          // the name is newer than the list the types know
          const status = await permissions.query({ name: name as PermissionName })
          return status.state
        } catch {
          // this browser does not know the name: try the next
        }
      }
      return null
    },
  }
}

/** What `fetch` must be told so that an https page may call a host of the local network by name; empty elsewhere. */
export function addressSpaceOf(url: URL, surroundings: Surroundings): { targetAddressSpace?: 'local' } {
  const isHttpsPage = surroundings.origin?.startsWith('https:') === true
  return isHttpsPage && url.protocol === 'http:' && hostKindOf(url.hostname) === 'lan-name' ? { targetAddressSpace: 'local' } : {}
}
