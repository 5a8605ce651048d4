/** The return from a sign-in: taken out of the address before anything else reads it. */

/** What a service sent back. */
export type SignInReturn = { state: string; code: string | null; error: string | null }

const NAMES = ['signin', 'code', 'error', 'error_description'] as const

/** What the address brings back from a sign-in; null when it is no return. The address is without it afterwards, also in the history. */
export function takeSignInReturn(): SignInReturn | null {
  const url = new URL(location.href)
  const { searchParams } = url
  const state = searchParams.get('signin')
  if (state === null) return null
  const found = { state, code: searchParams.get('code'), error: searchParams.get('error_description') ?? searchParams.get('error') }
  for (const name of NAMES) searchParams.delete(name)
  history.replaceState(history.state, '', url.href)
  return found
}
