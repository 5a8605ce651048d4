/** The return from a sign-in: taken out of the address before anything else reads it. */

import { readKept } from '#platform/storage/kept-values.ts'

/** Under which a tab keeps what a sign-in that it began needs at its return. */
export const PENDING = 'sign-in'

/** What a service sent back. */
export type SignInReturn = { state: string; code: string | null; error: string | null }

const NAMES = ['signin', 'code', 'error', 'error_description'] as const

/** What the address brings back from a sign-in; null when it is no return. The address is afterwards as it was before one left, also in the history. */
export function takeSignInReturn(): SignInReturn | null {
  const url = new URL(location.href)
  const { searchParams } = url
  const state = searchParams.get('signin')
  if (state === null) return null
  const found = { state, code: searchParams.get('code'), error: searchParams.get('error_description') ?? searchParams.get('error') }
  for (const name of NAMES) searchParams.delete(name)
  const left = readKept('tab', PENDING) as { state?: unknown; rest?: unknown } | null
  // what the address said before one left never went along; only the sign-in that this tab began brings it back
  if (left?.state === state && typeof left.rest === 'string') {
    const before = new URL(left.rest, url)
    if (before.pathname === url.pathname) [url.search, url.hash] = [before.search, before.hash]
  }
  history.replaceState(history.state, '', url.href)
  return found
}
